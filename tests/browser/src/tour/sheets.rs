//! The stops that are forms in front of a page, by their addresses.

use super::*;

pub(super) fn sheets() -> Vec<Stop> {
    let entry = From::LogEntry(EntryNo(1));
    let create = |m: &'static Messages| m.create.title.to_owned();
    let contact = From::Contact(code(PERSON));
    let sheet =
        |name, page, sheet, say| at(name, Route::to(page).with(sheet), say).shows(Role::Dialog);
    vec![
        sheet(
            "new-class",
            Page::Classes(ClassKind::Salutation),
            Sheet::New,
            |m| (m.class_pages.new)(ClassKind::Salutation).into(),
        ),
        sheet("create", Page::Home, Sheet::Create(From::Blank), create),
        sheet(
            "create-from-contact",
            Page::Contacts,
            Sheet::Create(contact),
            create,
        )
        .then(Step::Click(Role::Radio, |_| String::new()))
        .then(Step::Click(Role::Disclosure, |m| m.create.more.into())),
        sheet(
            "create-from-entry",
            Page::Home,
            Sheet::Create(entry),
            create,
        ),
        sheet("new-contact", Page::Contacts, Sheet::New, |m| {
            m.people.new_contact.into()
        }),
        sheet("new-salesperson", Page::Salespeople, Sheet::New, |m| {
            m.people.new_salesperson.into()
        }),
        sheet("new-template", Page::Templates, Sheet::New, |m| {
            m.setups.new_template.into()
        }),
        sheet("new-group", Page::Groups, Sheet::New, |m| {
            m.setups.new_group.into()
        }),
        sheet("new-series", Page::NumberSeries, Sheet::New, |m| {
            m.setups.new_series.into()
        }),
        sheet("new-segment", Page::Segments, Sheet::New, |m| {
            m.segment_pages.new_segment.into()
        }),
        sheet(
            "log-segment",
            Page::Segment(code(SEGMENT)),
            Sheet::LogSegment,
            |m| m.segment_pages.log_segment.into(),
        ),
        at(
            "segment-line",
            Route::to(Page::Segment(code(SEGMENT))).with(Sheet::SegmentLine(10_000)),
            |m| m.segment_pages.next_line.into(),
        )
        .shows(Role::Button),
        sheet(
            "resume",
            Page::Postponed(Context::All),
            Sheet::Resume(EntryNo(0)),
            |m| m.create.cannot_open.into(),
        ),
        sheet("draft", Page::Home, Sheet::Draft("gone".into()), |m| {
            m.create.cannot_open.into()
        }),
    ]
}

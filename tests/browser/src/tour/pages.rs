//! The stops that are pages.

use super::*;

pub(super) fn pages() -> Vec<Stop> {
    let searched = Route {
        list: ListState {
            search: "qqqq".to_owned(),
            ..ListState::default()
        },
        ..Route::to(Page::Contacts)
    };
    vec![
        page("home", Page::Home, |m| m.home.latest.into()).shows(Role::Region),
        page("contacts", Page::Contacts, |m| {
            (m.terms.records)(Table::Contact).into()
        }),
        at("contacts-none-found", searched, |m| m.parts.show_all.into()).shows(Role::Button),
        page("company", Page::Contact(code(COMPANY)), |m| {
            m.people.timeline.into()
        }),
        page("person", Page::Contact(code(PERSON)), |m| {
            m.people.timeline.into()
        }),
        page("report", Page::Report(code(PERSON)), |m| {
            m.privacy.save_report.into()
        })
        .shows(Role::Button),
        page("salespeople", Page::Salespeople, |m| {
            (m.terms.records)(Table::Salesperson).into()
        }),
        page("salesperson", Page::Salesperson(code("KV")), |m| {
            m.people.timeline.into()
        }),
        page(
            "interactions",
            Page::Interactions(Context::All),
            log_entries,
        ),
        page(
            "interactions-of-contact",
            Page::Interactions(Context::Contact(code(COMPANY))),
            log_entries,
        ),
        page("interaction", Page::Interaction(EntryNo(1)), |m| {
            m.logbook.details.into()
        }),
        page("postponed", Page::Postponed(Context::All), |m| {
            m.logbook.postponed_title.into()
        }),
        page("templates", Page::Templates, |m| {
            (m.terms.records)(Table::InteractionTemplate).into()
        }),
        page("template", Page::Template(code("OUTGOING")), |m| {
            m.setups.defaults.into()
        }),
        page("groups", Page::Groups, |m| {
            (m.terms.records)(Table::InteractionGroup).into()
        }),
        page("classes", Page::Classes(ClassKind::MailingGroup), |m| {
            (m.terms.records)(Table::MailingGroup).into()
        }),
        page("saved-criteria", Page::SavedCriteria, |m| {
            (m.terms.records)(Table::SavedCriteria).into()
        }),
        page("segments", Page::Segments, |m| {
            (m.terms.records)(Table::Segment).into()
        }),
        page("segment", Page::Segment(code(SEGMENT)), |m| {
            m.setups.lines.into()
        }),
        page(
            "labels",
            Page::Labels(Recipients::Segment(code(SEGMENT))),
            |m| m.print.labels.into(),
        ),
        page(
            "cover-sheets",
            Page::CoverSheets(Recipients::Segment(code(SEGMENT))),
            |m| m.print.cover_sheets.into(),
        ),
        page(
            "cover-sheet-of-contact",
            Page::CoverSheets(Recipients::Contacts(vec![code(PERSON)])),
            |m| m.print.cover_sheets.into(),
        ),
        page("setup", Page::Setup, |m| m.start.companies.into()),
        page("backup", Page::Backup, |m| m.backup.restore.into()),
        page("check-data", Page::CheckData, |m| m.checking.title.into()),
        page("marketing-setup", Page::MarketingSetup, |m| {
            (m.terms.records)(Table::Setup).into()
        }),
        page("number-series", Page::NumberSeries, |m| {
            (m.terms.records)(Table::NumberSeries).into()
        }),
        page("one-series", Page::OneSeries(code("CONT")), |m| {
            m.setups.lines.into()
        }),
        page("not-found", Page::NotFound("no/such/page".into()), |m| {
            m.frame.not_found.into()
        }),
        page("gallery", Page::Gallery, |m| m.gallery.title.into()),
    ]
}

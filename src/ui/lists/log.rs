//! The interaction log as a list: its columns, and how each of them shows an entry. All of it on its own page,
//! parts of it on the pages of others.

use super::entries::{correspondence_types, entry_at, evaluations, information_flows, initiators};
use super::record_list::RecordList;
use super::rows::{ListField, Rows};
use super::shown::Shown;
use crate::domain::filter::Kind;
use crate::domain::{Field, Table};
use crate::language::Lang;
use crate::ui::parts::badge::badge;
use crate::ui::parts::list::{PhonePlace, Width};
use crate::ui::parts::plain::plain;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;

/// The interaction log, or a part of it.
pub fn log_shown(store: Store, name: &'static str, rows: Memo<Rows>) -> Shown {
    Shown::new(store, name, Signal::derive(fields), rows)
}

/// The interactions of a logged segment. They say the same, on the same day: what tells them apart
/// is the contact.
pub fn segment_shown(store: Store, name: &'static str, rows: Memo<Rows>) -> Shown {
    let fields = || {
        let mut fields = fields();
        if let Some(at) = fields.iter().position(|field| field.column.id == "contact") {
            let contact = fields.remove(at).phone(PhonePlace::Title);
            fields.insert(0, contact);
        }
        let shown = |field: ListField| match field.column.id {
            "description" => field.phone(PhonePlace::Hidden).hidden(),
            "company" => field.phone(PhonePlace::Detail),
            "time" | "salesperson" | "no" | "duration" => field.hidden(),
            _ => field,
        };
        fields.into_iter().map(shown).collect::<Vec<_>>()
    };
    Shown::new(store, name, Signal::derive(fields), rows)
}

/// The list of log entries, whose rows lead to their cards; what is canceled is struck through.
pub fn log_list(shown: Shown) -> RecordList {
    let state = move |at: usize| {
        let canceled = entry_at(shown, at, |_, entry| entry.is_canceled());
        if canceled { "canceled" } else { "" }
    };
    RecordList {
        cell: Some(Callback::new(move |(at, column)| cell(shown, at, column))),
        row_href: Some(Callback::new(move |at| {
            entry_at(shown, at, |_, entry| {
                Route::to(Page::Interaction(entry.no)).href()
            })
        })),
        row_state: Some(Callback::new(state)),
        ..RecordList::new(
            shown,
            tr_with(|m| (m.terms.records)(Table::LogEntry).into()),
        )
    }
}

fn fields() -> Vec<ListField> {
    let called = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind)
    };
    let option = |id: &'static str, name: Field, px: u32, n: u16| {
        ListField::of(id, name, Width::Px(px), Kind::Option { n })
    };
    // What dates and marks need differs; the texts between them get what is left.
    let (date, evaluation) = match language() {
        Lang::Fi => (104, 152),
        Lang::En => (116, 122),
    };
    let money = Kind::Number { decimals: 2 };
    let whole = Kind::Number { decimals: 0 };
    let (code, text) = (Kind::Code, Kind::Text);
    vec![
        ListField::of("date", Field::Date, Width::Px(date), Kind::Date).phone(PhonePlace::End),
        called("time", tr(|m| m.logbook.time_short), 68, Kind::Time).gives_way(4),
        called("template", tr(|m| m.logbook.template), 104, code),
        ListField::of("group", Field::Group, Width::Px(110), code).hidden(),
        ListField::of("description", Field::Description, Width::Grow(150), text)
            .phone(PhonePlace::Title),
        ListField::of("contact", Field::Contact, Width::Grow(120), text).phone(PhonePlace::Detail),
        called("contact_no", tr(|m| m.logbook.contact_no), 116, code).hidden(),
        ListField::of("company", Field::Company, Width::Grow(94), text).gives_way(5),
        option("evaluation", Field::Evaluation, evaluation, 5)
            .options(evaluations)
            .phone(PhonePlace::Detail),
        called("failed", tr(|m| m.terms.attempt_failed), 130, Kind::YesNo).hidden(),
        option("flow", Field::InformationFlow, 120, 2)
            .options(information_flows)
            .hidden(),
        option("initiated", Field::InitiatedBy, 110, 2)
            .options(initiators)
            .hidden(),
        option("type", Field::CorrespondenceType, 150, 2)
            .options(correspondence_types)
            .hidden(),
        ListField::of("cost", Field::Cost, Width::Px(86), money)
            .end()
            .gives_way(1),
        ListField::of("duration", Field::Duration, Width::Px(78), Kind::Duration)
            .end()
            .gives_way(3),
        ListField::of("salesperson", Field::Salesperson, Width::Px(100), code),
        called("user", tr(|m| m.logbook.written_by), 120, text).hidden(),
        ListField::of("campaign", Field::Campaign, Width::Px(110), code).hidden(),
        ListField::of("segment", Field::SegmentNo, Width::Px(116), code).hidden(),
        ListField::of("canceled", Field::Canceled, Width::Px(110), Kind::YesNo).hidden(),
        called("no", tr(|m| m.logbook.entry_no_short), 78, whole)
            .end()
            .gives_way(2),
    ]
}

fn cell(shown: Shown, at: usize, column: &'static str) -> Option<AnyView> {
    if column != "evaluation" {
        return None;
    }
    let canceled = entry_at(shown, at, |_, entry| entry.is_canceled());
    let failed = entry_at(shown, at, |_, entry| entry.attempt_failed && !canceled);
    let judged = entry_at(shown, at, |_, entry| entry.evaluation);
    let judged = judged.map(|value| (texts().terms.evaluation)(value));
    Some(
        (
            canceled.then(|| badge((texts().terms.field)(Field::Canceled), Tone::Warn)),
            judged.map(|text| plain("span", "wide-only").inside(text)),
            failed.then(|| badge(texts().terms.attempt_failed, Tone::Warn)),
        )
            .into_any(),
    )
}

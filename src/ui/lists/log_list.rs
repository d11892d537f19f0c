//! The log, or a part of it, as a list: what its columns say, and what is done with several entries.

use super::entries::{
    Entries, correspondence_types, entry_at, evaluations, information_flows, initiators,
};
use super::record_list::{RecordList, record_list};
use super::rows::{ListField, id_of};
use super::shown::Shown;
use crate::domain::filter::Kind;
use crate::domain::id::LogEntryId;
use crate::domain::ledger::Scope;
use crate::domain::{Command, Field, Table};
use crate::language::Lang;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, Selection, Width};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws the logged entries of a scope, newest first; `name` is what this device knows the list by.
pub fn log_list(
    store: Store,
    name: &'static str,
    scope: Signal<Scope>,
    on_active: Callback<usize>,
    empty: ViewFn,
) -> (Shown, AnyView) {
    let rows = Entries::logged(store, scope);
    let shown = Shown::new(store, name, Signal::derive(fields), rows);
    let selected = RwSignal::new(Selection::new());
    let list = record_list(RecordList {
        cell: Some(Callback::new(move |(at, column)| cell(shown, at, column))),
        row_href: Some(Callback::new(move |at| {
            entry_at(shown, at, |_, entry| {
                Route::to(Page::Interaction(entry.no)).href()
            })
        })),
        row_state: Some(Callback::new(move |at| {
            let canceled = entry_at(shown, at, |_, entry| entry.is_canceled());
            if canceled { "canceled" } else { "" }
        })),
        on_active: Some(on_active),
        multi: true,
        selected,
        selection_actions: (move || selection_actions(store, selected)).into(),
        empty,
        ..RecordList::new(
            shown,
            tr_with(|m| (m.terms.records)(Table::LogEntry).into()),
        )
    });
    (shown, list)
}

/// What is done with the entries selected: all become the opposite of the first, and it can be
/// switched back the same way.
fn selection_actions(store: Store, selected: RwSignal<Selection>) -> AnyView {
    let switch = Callback::new(move |()| {
        let ids: Vec<LogEntryId> =
            selected.with_untracked(|keys| keys.iter().copied().map(id_of).collect());
        let seen = store.peek(|records| records.revision());
        spawn_local(async move {
            match store.run(Command::SwitchLogEntries(ids, seen)).await {
                Ok(done) => {
                    selected.try_update(Selection::clear);
                    tell(&done);
                }
                Err(trouble) => tell_trouble(&trouble),
            }
        });
    });
    view! {
        <Button
            label=tr(|m| m.logged_pages.switch_canceled)
            kind=ButtonKind::Normal
            icon=Icon::Cancel
            on_press=switch
        />
    }
    .into_any()
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
        called("time", tr(|m| m.logbook.time_short), 68, Kind::Time),
        called("template", tr(|m| m.logbook.template), 104, code),
        ListField::of("group", Field::Group, Width::Px(110), code).hidden(),
        ListField::of("description", Field::Description, Width::Grow(180), text)
            .phone(PhonePlace::Title),
        ListField::of("contact", Field::Contact, Width::Grow(140), text).phone(PhonePlace::Detail),
        called("contact_no", tr(|m| m.logbook.contact_no), 116, code).hidden(),
        ListField::of("company", Field::Company, Width::Grow(102), text),
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
        ListField::of("cost", Field::Cost, Width::Px(86), money).end(),
        ListField::of("duration", Field::Duration, Width::Px(78), Kind::Duration).end(),
        ListField::of("salesperson", Field::Salesperson, Width::Px(94), code),
        called("user", tr(|m| m.logbook.written_by), 120, text).hidden(),
        ListField::of("canceled", Field::Canceled, Width::Px(100), Kind::YesNo).hidden(),
        called("no", tr(|m| m.logbook.entry_no_short), 78, whole).end(),
    ]
}

fn cell(shown: Shown, at: usize, column: &'static str) -> Option<AnyView> {
    if column != "evaluation" {
        return None;
    }
    let failed = entry_at(shown, at, |_, entry| entry.attempt_failed);
    let judged = entry_at(shown, at, |_, entry| entry.evaluation);
    let judged = judged.map(|value| (texts().terms.evaluation)(value));
    Some(
        view! {
            {judged.map(|text| view! { <span class="wide-only">{text}</span> })}
            {failed.then(|| {
                view! { <Badge text=tr(|m| m.terms.attempt_failed) tone=Tone::Warn/> }
            })}
        }
        .into_any(),
    )
}

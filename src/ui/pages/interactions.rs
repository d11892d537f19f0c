//! Interaction Log Entries: what was logged, newest first, of everybody or of one record.

use crate::domain::filter::Kind;
use crate::domain::ledger::Scope;
use crate::domain::{Field, Table};
use crate::language::Lang;
use crate::ui::action::{Action, register};
use crate::ui::lists::context::{Subject, context_line, named, subject};
use crate::ui::lists::entries::{
    Entries, correspondence_types, entry_at, evaluations, information_flows, initiators,
    n_postponed,
};
use crate::ui::lists::record_list::{RecordList, record_list};
use crate::ui::lists::rows::ListField;
use crate::ui::lists::shown::Shown;
use crate::ui::navigate::open_sheet;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, Width};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;

/// The page of the interaction log.
#[component]
pub fn Interactions(
    /// The open company.
    store: Store,
    /// Whose interactions.
    context: Context,
) -> impl IntoView {
    let subject = subject(store, context.clone());
    let exists = Memo::new(move |_| subject.with(Option::is_some));
    move || {
        if exists.get() {
            page(store, context.clone(), subject)
        } else {
            let (kind, no) = named(&context);
            no_record(kind, no)
        }
    }
}

fn page(store: Store, context: Context, subject: Memo<Option<Subject>>) -> AnyView {
    let scope = Signal::derive(move || {
        subject.with(|subject| subject.as_ref().map_or(Scope::All, |subject| subject.scope))
    });
    let rows = Entries::logged(store, scope);
    let shown = Shown::new(store, "interactions", Signal::derive(fields), rows);
    let active = RwSignal::new(None::<usize>);
    let create = move |()| {
        let row = active.get_untracked();
        let no = row.and_then(|at| untrack(|| entry_at(shown, at, |_, entry| Some(entry.no))));
        open_sheet(Sheet::Create(no.map_or(From::Blank, From::LogEntry)));
    };
    let create = Action::new(|m| m.create.title.into(), Callback::new(create))
        .icon(Icon::Plus)
        .kind(ButtonKind::Primary);
    let create = register(create);
    let n_waiting = n_postponed(store, scope);
    let waiting = register(Action::link(
        move |m| (m.logbook.postponed_n)(n_waiting.get()),
        Route::to(Page::Postponed(context.clone())).href(),
    ));
    let everybody = context == Context::All;
    let empty = move || {
        let (title, text) = if everybody {
            (tr(|m| m.logbook.empty), tr(|m| m.logbook.empty_detail))
        } else {
            (
                tr(|m| m.logbook.empty_context),
                tr(|m| m.logbook.empty_context_detail),
            )
        };
        view! { <EmptyState icon=Icon::Interaction title=title text=text/> }
    };
    let list = record_list(RecordList {
        cell: Some(Callback::new(move |(at, column)| cell(shown, at, column))),
        row_href: Some(Callback::new(move |at| {
            entry_at(shown, at, |_, entry| {
                Route::to(Page::Interaction(entry.no)).href()
            })
        })),
        on_active: Some(Callback::new(move |at| active.set(Some(at)))),
        empty: empty.into(),
        ..RecordList::new(
            shown,
            tr_with(|m| (m.terms.records)(Table::LogEntry).into()),
        )
    });
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::LogEntry))}</h1>
                {context_line(subject, Page::Interactions)}
            </div>
            <div class="page-actions">
                {create.button()} {waiting.button()}
            </div>
        </header>
        <div class="page-body page-fill">
            {list}
        </div>
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

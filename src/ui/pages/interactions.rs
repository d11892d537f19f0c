//! Interaction Log Entries: what was logged, newest first, of everybody or of one record.

use crate::domain::interaction::LogEntry;
use crate::domain::ledger::Scope;
use crate::domain::{Field, Records, Table};
use crate::language::Lang;
use crate::ui::lists::address::ListAddress;
use crate::ui::lists::context::{Subject, context_line, named, subject};
use crate::ui::lists::entries::{
    Entries, contact_name, n_postponed, salesperson_code, template_code,
};
use crate::ui::navigate::open_sheet;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind, LinkButton};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{Column, List, PhonePlace, Width};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;

/// The columns that rows can be ordered by.
const SORTABLE: &[&str] = &[
    "date",
    "time",
    "template",
    "description",
    "contact",
    "company",
    "evaluation",
    "cost",
    "duration",
    "salesperson",
    "no",
];

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
    let address = ListAddress::of(SORTABLE);
    let entries = Entries::logged(store, scope, address);
    let active = RwSignal::new(None::<usize>);
    let create = move |()| {
        let row = active.get_untracked();
        let no =
            row.and_then(|at| untrack(|| entries.read_at(store, at, |_, entry| Some(entry.no))));
        open_sheet(Sheet::Create(no.map_or(From::Blank, From::LogEntry)));
    };
    let create = Callback::new(create);
    let waiting = n_postponed(store, scope);
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
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::LogEntry))}</h1>
                {context_line(subject, Page::Interactions)}
            </div>
            <div class="page-actions">
                <Button
                    label=tr(|m| m.create.title)
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    on_press=create
                />
                <LinkButton
                    label=tr_with(move |m| (m.logbook.postponed_n)(waiting.get()))
                    href=Route::to(Page::Postponed(context)).href()
                />
            </div>
        </header>
        <div class="page-body page-fill">
            <List
                label=tr(|m| (m.terms.records)(Table::LogEntry))
                columns=Signal::derive(columns)
                n=Signal::derive(move || entries.shown.read().len())
                n_all=Signal::derive(move || Some(entries.all.read().len()))
                row_key=Callback::new(move |at| {
                    entries.id_at(at).map_or_else(String::new, |id| id.to_string())
                })
                cell=Callback::new(move |(at, column)| cell(store, entries, at, column))
                row_href=Callback::new(move |at| href(store, entries, at))
                sort=Signal::derive(move || address.sort.get())
                on_sort=address.on_sort()
                search=address.search
                on_search=address.on_search()
                on_show_all=address.on_show_all()
                on_active=Callback::new(move |at| active.set(Some(at)))
                place=address.place
                empty=empty
            />
        </div>
    }
    .into_any()
}

fn columns() -> Vec<Column> {
    let called = |id: &'static str, title: Signal<&'static str>, width: Width| {
        let column = Column::new(id, title, width);
        column.sortable().phone(PhonePlace::Hidden)
    };
    let field = |id: &'static str, field: Field, width: Width| {
        let title = tr_with(move |m| (m.terms.field)(field).into());
        Column::new(id, title, width)
            .sortable()
            .phone(PhonePlace::Hidden)
    };
    // What dates and marks need differs; the texts between them get what is left.
    let (date, evaluation) = match language() {
        Lang::Fi => (94, 152),
        Lang::En => (116, 122),
    };
    vec![
        field("date", Field::Date, Width::Px(date)).phone(PhonePlace::End),
        called("time", tr(|m| m.logbook.time_short), Width::Px(68)),
        called("template", tr(|m| m.logbook.template), Width::Px(104)),
        field("description", Field::Description, Width::Grow(180)).phone(PhonePlace::Title),
        field("contact", Field::Contact, Width::Grow(140)).phone(PhonePlace::Detail),
        field("company", Field::Company, Width::Grow(102)),
        field("evaluation", Field::Evaluation, Width::Px(evaluation)).phone(PhonePlace::Detail),
        field("cost", Field::Cost, Width::Px(86)).end(),
        field("duration", Field::Duration, Width::Px(78)).end(),
        field("salesperson", Field::Salesperson, Width::Px(94)),
        called("no", tr(|m| m.logbook.entry_no_short), Width::Px(78)).end(),
    ]
}

fn cell(store: Store, entries: Entries, at: usize, column: &'static str) -> AnyView {
    if column == "evaluation" {
        let failed = entries.read_at(store, at, |_, entry| entry.attempt_failed);
        let judged = entries.read_at(store, at, |_, entry| entry.evaluation);
        let judged = judged.map(|value| (texts().terms.evaluation)(value));
        return view! {
            {judged.map(|text| view! { <span class="wide-only">{text}</span> })}
            {failed.then(|| {
                view! { <Badge text=tr(|m| m.terms.attempt_failed) tone=Tone::Warn/> }
            })}
        }
        .into_any();
    }
    let text = entries.read_at(store, at, |records, entry| words(records, entry, column));
    let tip = text.clone();
    view! { <span title=tip>{text}</span> }.into_any()
}

fn words(records: &Records, entry: &LogEntry, column: &str) -> String {
    let format = &texts().format;
    match column {
        "date" => entry
            .date
            .map_or_else(String::new, |date| format.date(date)),
        "time" => entry
            .time
            .map_or_else(String::new, |time| format.time(time)),
        "template" => template_code(records, entry).into(),
        "description" => entry.description.clone(),
        "contact" => contact_name(records, entry.contact).into(),
        // A company's own name stands beside already.
        "company" if entry.company == entry.contact => String::new(),
        "company" => contact_name(records, entry.company).into(),
        "cost" => format.amount(entry.cost),
        "duration" => format.minutes(entry.duration),
        "salesperson" => salesperson_code(records, entry).into(),
        _ => entry.no.to_string(),
    }
}

fn href(store: Store, entries: Entries, at: usize) -> String {
    entries.read_at(store, at, |_, entry| {
        Route::to(Page::Interaction(entry.no)).href()
    })
}

//! Postponed Interactions: what waits to be finished, what it lacks, and taking it up again.

use crate::domain::filter::Kind;
use crate::domain::id::LogEntryId;
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::finish::missing;
use crate::domain::ledger::Scope;
use crate::domain::{Command, Field};
use crate::ui::action::{Action, register};
use crate::ui::lists::context::{Subject, context_line, named, subject};
use crate::ui::lists::entries::{Entries, contact_mark, entry_at};
use crate::ui::lists::record_list::{RecordList, record_list};
use crate::ui::lists::rows::{ListField, id_of};
use crate::ui::lists::shown::Shown;
use crate::ui::navigate::{current_route, open_sheet};
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::avatar::{AvatarSize, avatar};
use crate::ui::parts::badge::badge;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::list::{Column, PhonePlace, RowKey, Selection, Width};
use crate::ui::parts::plain::plain;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page of postponed interactions.
#[component]
pub fn Postponed(
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
    let rows = Entries::postponed(store, scope);
    let shown = Shown::new(store, "postponed", Signal::derive(fields), rows);
    let active = RwSignal::new(None::<usize>);
    let selected = RwSignal::new(Selection::new());
    let asking = RwSignal::new(Vec::<LogEntryId>::new());

    // What the buttons act on: the rows selected, else the row the user is on, else the only one.
    let chosen = Memo::new(move |_| {
        let selected: Vec<LogEntryId> =
            selected.with(|keys| keys.iter().copied().map(id_of).collect());
        let row = active.get().or((shown.n() == 1).then_some(0));
        if selected.is_empty() {
            row.and_then(|at| shown.key_at(at))
                .map(id_of)
                .into_iter()
                .collect()
        } else {
            selected
        }
    });
    let resume_at = move |at: usize| {
        let no = untrack(|| entry_at(shown, at, |_, entry| Some(entry.no)));
        if let Some(no) = no {
            open_sheet(Sheet::Resume(no));
        }
    };
    let resume = move |()| {
        let id = chosen.with_untracked(|ids| ids.first().copied());
        let no = id.and_then(|id| store.peek(|records| Some(records.get::<LogEntry>(id)?.no)));
        if let Some(no) = no {
            open_sheet(Sheet::Resume(no));
        }
    };
    let none_chosen = Signal::derive(move || {
        chosen
            .with(Vec::is_empty)
            .then(|| texts().logbook.choose_row.to_string())
    });
    let not_one = Signal::derive(move || {
        (chosen.with(Vec::len) != 1).then(|| texts().logbook.choose_row.to_string())
    });
    let is_empty = Memo::new(move |_| shown.n_all() == 0);
    // One can be brought back where it was; several are told by their number first.
    let delete_or_ask = move |ids: Vec<LogEntryId>| match ids.len() {
        0 => {}
        1 => delete(store, ids, selected),
        _ => asking.set(ids),
    };
    let delete_chosen = Callback::new(move |()| delete_or_ask(chosen.get_untracked()));
    let delete_keys = move |keys: Vec<RowKey>| delete_or_ask(keys.into_iter().map(id_of).collect());
    let resume = Action::new(|m| m.logbook.resume.into(), Callback::new(resume))
        .icon(Icon::Resume)
        .kind(ButtonKind::Primary)
        .blocked(not_one);
    let resume = register(resume);
    let delete_action = Action::new(|m| m.logbook.delete.into(), delete_chosen)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger)
        .blocked(none_chosen);
    let delete_action = register(delete_action);
    let all = register(Action::link(
        |m| m.logbook.all_entries.into(),
        Route::to(Page::Interactions(context)).href(),
    ));
    let buttons = move || {
        view! {
            <Show when=move || !is_empty.get()>
                {resume.button()} {delete_action.button()}
            </Show>
        }
    };
    let empty = || {
        view! {
            <EmptyState
                icon=Icon::Clock
                title=tr(|m| m.logbook.postponed_empty)
                text=tr(|m| m.logbook.postponed_empty_detail)
            />
        }
    };
    let list = record_list(RecordList {
        cell: Some(Callback::new(move |(at, column)| cell(shown, at, column))),
        on_open: Some(Callback::new(resume_at)),
        on_active: Some(Callback::new(move |at| active.set(Some(at)))),
        multi: true,
        selected,
        card_lines: 3,
        on_delete: Some(Callback::new(delete_keys)),
        empty: empty.into(),
        ..RecordList::new(shown, tr_with(|m| m.logbook.postponed_title.into()))
    });
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| m.logbook.postponed_title)}</h1>
                {context_line(subject, Page::Postponed)}
            </div>
            <div class="page-actions">
                {buttons()}
                {all.button()}
            </div>
        </header>
        <div class="page-body page-fill">
            {list}
        </div>
        {question(store, asking, selected)}
    }
    .into_any()
}

fn delete(store: Store, ids: Vec<LogEntryId>, selected: RwSignal<Selection>) {
    spawn_local(async move {
        match store.run(Command::DeletePostponed(ids)).await {
            Ok(done) => {
                selected.try_update(Selection::clear);
                tell(&done);
            }
            Err(trouble) => tell_trouble(&trouble),
        }
    });
}

/// Asks before deleting several, and says how many.
fn question(
    store: Store,
    asking: RwSignal<Vec<LogEntryId>>,
    selected: RwSignal<Selection>,
) -> AnyView {
    let close = Callback::new(move |()| asking.set(Vec::new()));
    let delete = move |()| {
        let ids = asking.get_untracked();
        asking.set(Vec::new());
        delete(store, ids, selected);
    };
    let n = move || u32::try_from(asking.read().len()).unwrap_or(u32::MAX);
    view! {
        <Show when=move || !asking.read().is_empty()>
            <Confirm
                question=tr_with(move |m| (m.logbook.delete_question)(n()))
                detail=tr(|m| m.logbook.delete_detail)
                choices=vec![
                    Choice::new(tr(|m| m.logbook.keep), ButtonKind::Normal, close),
                    Choice::new(
                        tr(|m| m.logbook.delete),
                        ButtonKind::Danger,
                        Callback::new(delete),
                    ),
                ]
                on_close=close
            />
        </Show>
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let called = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind)
    };
    let whole = Kind::Number { decimals: 0 };
    let (code, text) = (Kind::Code, Kind::Text);
    let missing = Column::new("missing", tr(|m| m.logbook.missing), Width::Grow(226));
    let resume = Column::new("resume", tr(|m| m.logbook.resume), Width::Px(76));
    vec![
        ListField::of("contact", Field::Contact, Width::Grow(155), text).phone(PhonePlace::Title),
        ListField::of("description", Field::Description, Width::Grow(140), text)
            .phone(PhonePlace::Line),
        called("template", tr(|m| m.logbook.template), 104, code).gives_way(3),
        ListField::plain(missing).phone(PhonePlace::Line),
        called("age", tr(|m| m.logbook.age), 92, whole)
            .end()
            .phone(PhonePlace::End),
        ListField::of("date", Field::Date, Width::Px(116), Kind::Date).hidden(),
        ListField::of("salesperson", Field::Salesperson, Width::Px(98), code).gives_way(2),
        called("user", tr(|m| m.logbook.written_by), 120, text).hidden(),
        called("no", tr(|m| m.logbook.entry_no_short), 80, whole)
            .end()
            .gives_way(1),
        ListField::plain(resume).end().phone(PhonePlace::Hidden),
    ]
}

fn cell(shown: Shown, at: usize, column: &'static str) -> Option<AnyView> {
    let m = texts();
    let cell = match column {
        "contact" => {
            let name = shown.words_at(at, "contact");
            let shape = entry_at(shown, at, |records, entry| {
                Some(contact_mark(records, entry.contact))
            });
            let mark = avatar(&name, shape.unwrap_or_default(), AvatarSize::Small);
            (mark, plain("span", "strong").inside(name)).into_any()
        }
        "description" => {
            let text = shown.words_at(at, "description");
            if !text.is_empty() {
                return None;
            }
            plain("span", "faint")
                .inside(m.logbook.no_description)
                .into_any()
        }
        "missing" => {
            let fields = entry_at(shown, at, missing);
            if fields.is_empty() {
                badge(m.logbook.nothing_missing, Tone::Good)
            } else {
                let names: Vec<&str> = fields.iter().map(|field| missing_name(*field)).collect();
                let label = (m.logbook.missing, ": ");
                let label = plain("span", "narrow-only").inside(label);
                plain("span", "")
                    .inside((label, names.join(", ")))
                    .into_any()
            }
        }
        "resume" => {
            let no = entry_at(shown, at, |_, entry| Some(entry.no));
            let name = (m.logbook.resume_one)(&shown.words_at(at, "contact"));
            let href = no.map(|no| current_route().with(Sheet::Resume(no)).href());
            // In the grid the keyboard has Enter; the link is for the pointer.
            view! {
                <a
                    class="button"
                    data-kind="quiet"
                    data-icon-only=""
                    tabindex="-1"
                    aria-label=name.clone()
                    title=name
                    href=href
                >
                    {icon(Icon::Resume)}
                </a>
            }
            .into_any()
        }
        _ => return None,
    };
    Some(cell)
}

/// What is missing, as a word in a row.
fn missing_name(field: Field) -> &'static str {
    let m = texts();
    match field {
        Field::CorrespondenceType => m.logbook.content,
        field => (m.terms.field)(field),
    }
}

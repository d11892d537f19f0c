//! Create Interaction, and the same form resumed: a sheet in front of the page it was opened from.
//!
//! The form itself is a value of the domain; this shows it, sends it edits and keeps it as a draft
//! while it is typed. Esc, the X, Cancel and going elsewhere are the same.

mod comments;
mod desk;
mod fields;
mod keyed;
mod more;

use crate::book::RunError;
use crate::browser::clock;
use crate::domain::contact::Contact;
use crate::domain::id::LogEntryId;
use crate::domain::interaction::form::{self, FormEdit, InteractionForm, Opener};
use crate::domain::{Reason, RecordName, Refusal, Table};
use crate::language::trouble;
use crate::ui::leaving::hold_back;
use crate::ui::navigate::{close_sheet, current_route, go, route};
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::{Button, ButtonKind, LinkButton};
use crate::ui::parts::dialog::{Choice, Confirm, Dialog, DialogShape};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::toast::{Toast, ToastAction, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::unread::Unread;
use crate::ui::route::{From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::tell::sentence;
use crate::ui::text::{said, texts, tr, tr_with};
use desk::Desk;
use leptos::prelude::*;

/// Shows the form while the address asks for it.
pub fn sheet(store: Store) -> AnyView {
    let shown = StoredValue::new(None::<LogEntryId>);
    let sheet = Memo::new_owning(move |before: Option<Option<Sheet>>| {
        let now = route().sheet.filter(|sheet| !sheet.is_of_page());
        // Once something is typed the form goes on under the address of its draft.
        let now_draft = match &now {
            Some(Sheet::Draft(id)) => id.parse().ok().map(LogEntryId),
            _ => None,
        };
        let goes_on = now_draft.is_some() && now_draft == shown.get_value();
        let changes = before.as_ref() != Some(&now) && !goes_on;
        (now, changes)
    });
    let view = move || {
        let sheet = sheet.get();
        shown.set_value(None);
        let sheet = sheet?;
        // Only what opens on an entry of the log waits for it.
        let is_of_entry = matches!(sheet, Sheet::Create(From::LogEntry(_)) | Sheet::Resume(_));
        if is_of_entry && !store.has_log() {
            return None;
        }
        Some(untrack(|| open(store, &sheet, shown)))
    };
    view.into_any()
}

fn open(store: Store, sheet: &Sheet, shown: StoredValue<Option<LogEntryId>>) -> AnyView {
    match open_form(store, sheet) {
        Ok(form) => view! { <CreateInteraction store=store form=form shown=shown/> }.into_any(),
        Err(_) if matches!(sheet, Sheet::Draft(_)) => {
            cannot_open(tr_with(|m| m.create.draft_gone.into()))
        }
        Err(refusal) => {
            let trouble = RunError::Refused(refusal);
            cannot_open(tr_with(move |_| sentence(&trouble)))
        }
    }
}

fn open_form(store: Store, sheet: &Sheet) -> Result<InteractionForm, Refusal> {
    let moment = store.moment();
    let gone = |table| RecordName::unnamed(table).refuse_all(Reason::Gone);
    store.peek(|records| {
        let from = |opener| form::open(records, &moment, clock::new_id(), opener);
        match sheet {
            Sheet::Create(From::Blank) | Sheet::New | Sheet::LogSegment | Sheet::SegmentLine(_) => {
                from(Opener::Blank)
            }
            Sheet::Create(From::Contact(no)) => {
                let contact = records
                    .contact_by_no(no)
                    .ok_or_else(|| gone(Table::Contact))?;
                from(Opener::Contact(contact.id))
            }
            Sheet::Create(From::Salesperson(code)) => {
                let salesperson = records.salesperson_by_code(code);
                from(Opener::Salesperson(
                    salesperson.ok_or_else(|| gone(Table::Salesperson))?,
                ))
            }
            Sheet::Create(From::LogEntry(no)) => {
                let entry = records
                    .ledger()
                    .by_no(*no)
                    .ok_or_else(|| gone(Table::LogEntry))?;
                from(Opener::LogEntry(entry))
            }
            Sheet::Resume(no) => {
                let entry = records
                    .ledger()
                    .by_no(*no)
                    .ok_or_else(|| gone(Table::LogEntry))?;
                let draft = store.draft(entry);
                match draft {
                    // What was typed last counts, unless the entry has changed since.
                    Some(draft) if draft.resumes >= records.revision_of(&entry.into()) => Ok(draft),
                    _ => form::resume(records, &moment, entry),
                }
            }
            Sheet::Draft(id) => {
                let entry = id.parse().ok().map(LogEntryId);
                let draft = entry.and_then(|entry| store.draft(entry));
                draft.ok_or_else(|| gone(Table::LogEntry))
            }
        }
    })
}

fn cannot_open(why: Signal<String>) -> AnyView {
    let close = Callback::new(|()| close_sheet());
    let footer = move || {
        view! { <Button label=tr(|m| m.parts.close) kind=ButtonKind::Primary on_press=close/> }
    };
    view! {
        <Dialog title=tr(|m| m.create.cannot_open) on_close=close footer=footer>
            <p>{why}</p>
        </Dialog>
    }
    .into_any()
}

#[component]
fn CreateInteraction(
    store: Store,
    form: InteractionForm,
    shown: StoredValue<Option<LogEntryId>>,
) -> impl IntoView {
    let is_draft = store.draft(form.entry).is_some();
    let desk = Desk {
        store,
        form: RwSignal::new(form),
        touched: RwSignal::new(is_draft),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
        asking: RwSignal::new(false),
        way: StoredValue::new(None),
        ended: StoredValue::new(false),
        shown,
        unread: Unread::provide(),
    };
    hold_back(move |way| desk.may_leave(way), move || desk.is_unkept());
    // Gone with something typed, and nobody asked: the draft stays, and says so.
    on_cleanup(move || {
        let ended = desk.ended.try_get_value().unwrap_or(true);
        let entry = desk.form.try_with_untracked(|form| form.entry);
        let touched = desk.touched.try_get_untracked().unwrap_or(false);
        if let (false, true, Some(entry)) = (ended, touched, entry) {
            let route = current_route().with(Sheet::Draft(entry.to_string()));
            let go_on =
                ToastAction::new(said(|m| m.create.go_on.into()), move || go(route.clone()));
            show_toast(Toast {
                tone: Tone::Accent,
                text: said(|m| m.create.draft_stays.into()),
                actions: vec![go_on],
            });
        }
    });
    let title = tr_with(move |m| {
        if desk.form.with(|form| form.resumes.is_some()) {
            m.create.resume_title.into()
        } else {
            m.create.title.into()
        }
    });
    let subtitle = Signal::derive(move || Some(subtitle(desk)));
    let leave = Callback::new(move |()| desk.leave());
    let ok = Callback::new(move |()| desk.finish());
    let footer = move || {
        view! {
            <Button
                label=tr(|m| m.parts.ok)
                kind=ButtonKind::Primary
                keys="Ctrl+Enter"
                busy=desk.busy
                on_press=ok
            />
            <Button label=tr(|m| m.parts.cancel) on_press=leave/>
            <span class="dialog-note" aria-live="polite">
                {move || draft_note(desk)}
            </span>
        }
    };
    let has_templates = store.memo(&[Table::InteractionTemplate], |records| {
        records.count(Table::InteractionTemplate) > 0
    });
    let body = move || {
        if has_templates.get() {
            view! {
                {fields::fields(desk)}
                {more::more(desk)}
                {comments::comments(desk)}
            }
            .into_any()
        } else {
            no_templates()
        }
    };
    view! {
        <Dialog
            title=title
            subtitle=subtitle
            shape=DialogShape::Sheet
            on_close=leave
            on_accept=ok
            footer=footer
        >
            {move || general_trouble(desk)}
            {body}
        </Dialog>
        <Show when=move || desk.asking.get()>{ask(desk)}</Show>
    }
    .into_any()
}

/// Company and contact, each by name and number; untitled before one is chosen.
fn subtitle(desk: Desk) -> String {
    let contact = desk.form.with(|form| form.contact);
    let named = desk.store.read(&[Table::Contact], |records| {
        let contact = records.get::<Contact>(contact?)?;
        let company = contact.company().filter(|company| *company != contact.id);
        let company = company.and_then(|id| records.get::<Contact>(id));
        let own = format!("{} · {}", contact.name, contact.no);
        Some(match company {
            Some(company) => format!("{own} · {}", company.name),
            None => own,
        })
    });
    named.unwrap_or_else(|| texts().create.untitled.into())
}

/// That the draft is kept, and when; to the minute, for it is read aloud whenever it changes.
fn draft_note(desk: Desk) -> Option<String> {
    let m = texts();
    match desk.store.draft_kept(desk.form.with(|form| form.entry))? {
        Ok(at) => {
            let time = m.format.time(clock::local(at).time());
            Some((m.create.draft_kept)(&time))
        }
        Err(error) => {
            let what = trouble::journal_error(m, &error).what;
            Some(format!("{} {what}", m.trouble.not_saved))
        }
    }
}

/// A trouble that stands at no field, or needs a step offered.
fn general_trouble(desk: Desk) -> Option<AnyView> {
    let trouble = desk.trouble.get()?;
    let log_without_sending = Callback::new(move |()| {
        desk.edit(FormEdit::CorrespondenceType(None));
        desk.finish();
    });
    match &trouble {
        RunError::Refused(Refusal {
            reason: Reason::NoContent,
            ..
        }) => {
            let actions = move || {
                view! {
                    <Button
                        label=tr(|m| m.create.log_without_sending)
                        on_press=log_without_sending
                    />
                }
            };
            Some(
                view! { <Note tone=Tone::Warn icon=Icon::Warning actions=actions>{sentence(&trouble)}</Note> }
                    .into_any(),
            )
        }
        // The entry ended elsewhere. What was typed here need not be lost with it.
        RunError::Refused(Refusal {
            reason: Reason::Gone | Reason::NotPostponed | Reason::AlreadyCreated,
            ..
        }) => {
            let as_new = Callback::new(move |()| desk.go_on_as_new());
            let actions = move || {
                view! { <Button label=tr(|m| m.create.go_on_as_new) on_press=as_new/> }
            };
            Some(
                view! { <Note tone=Tone::Bad icon=Icon::Error actions=actions>{sentence(&trouble)}</Note> }
                    .into_any(),
            )
        }
        RunError::Refused(Refusal { field: Some(_), .. }) => None,
        _ => Some(
            view! { <Note tone=Tone::Bad icon=Icon::Error>{sentence(&trouble)}</Note> }.into_any(),
        ),
    }
}

fn ask(desk: Desk) -> AnyView {
    let keep = Callback::new(move |()| desk.stay());
    let choices = vec![
        Choice::new(
            tr_with(|m| m.create.postpone.into()),
            ButtonKind::Primary,
            Callback::new(move |()| desk.postpone()),
        ),
        Choice::new(
            tr_with(|m| m.create.discard.into()),
            ButtonKind::Danger,
            Callback::new(move |()| desk.discard()),
        ),
        Choice::new(
            tr_with(|m| m.create.keep_editing.into()),
            ButtonKind::Normal,
            keep,
        ),
    ];
    view! {
        <Confirm
            question=tr(|m| m.create.leave_question)
            detail=tr_with(|m| m.create.leave_detail.into())
            choices=choices
            on_close=keep
        />
    }
    .into_any()
}

fn no_templates() -> AnyView {
    let actions = || {
        view! {
            <LinkButton
                label=tr(|m| m.create.set_up_templates)
                href=Route::to(Page::Setup).href()
                kind=ButtonKind::Primary
            />
        }
    };
    view! {
        <EmptyState
            icon=Icon::Template
            title=tr(|m| m.create.no_templates)
            text=tr(|m| m.create.no_templates_detail)
            actions=actions
        />
    }
    .into_any()
}

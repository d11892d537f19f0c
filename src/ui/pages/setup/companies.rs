//! The companies of this device: another one is opened, a new one begun, one deleted.

use crate::book::RunError;
use crate::browser::preferences::CompanyCard;
use crate::domain::code::TEXT_MAX;
use crate::ui::companies::Companies;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::{Choice, Confirm, Dialog};
use crate::ui::parts::field::TextField;
use crate::ui::parts::frame::focus_field;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Card;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::store::Store;
use crate::ui::tell::tell_trouble;
use crate::ui::text::{said, tr, tr_with};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The name `focus_field` finds the field by in which the company's name is typed again.
const TYPED_NAME: &str = "typed-name";

/// The list of the companies, and the ways to more of them.
pub(super) fn on_this_device(companies: Companies, store: Store) -> AnyView {
    let deleting = RwSignal::new(None::<CompanyCard>);
    // Another company than the open one has been deleted.
    let changed = Trigger::new();
    let known = move || {
        // Follows renaming.
        store.company();
        changed.track();
        companies.known()
    };
    let rows = move || {
        let open = store.company().database;
        let row = |card: CompanyCard| one(companies, card.database == open, card, deleting);
        known().into_iter().map(row).collect_view()
    };
    let has_demo = move || known().iter().any(|card| card.demo);
    let empty = Callback::new(move |()| companies.start_empty());
    let demo = Callback::new(move |()| companies.open_demo());
    let question = move || {
        let card = deleting.get()?;
        Some(question(companies, card, deleting, changed))
    };
    view! {
        <Card title=tr_with(|m| m.start.companies.into())>
            <p class="muted">{tr(|m| m.start.companies_detail)}</p>
            <ul class="rows">{rows}</ul>
            <div class="cluster">
                <Button label=tr(|m| m.start.new_company) icon=Icon::Plus on_press=empty/>
                <Show when=move || !has_demo()>
                    <Button label=tr(|m| m.start.load_demo) on_press=demo/>
                </Show>
            </div>
            {question}
        </Card>
    }
    .into_any()
}

fn one(
    companies: Companies,
    is_open: bool,
    card: CompanyCard,
    deleting: RwSignal<Option<CompanyCard>>,
) -> AnyView {
    let name = card.name.clone();
    let (to_open, to_delete) = (name.clone(), name.clone());
    let is_demo = card.demo;
    let delete = {
        let card = card.clone();
        Callback::new(move |()| deleting.set(Some(card.clone())))
    };
    let open = Callback::new(move |()| companies.open(card.clone()));
    let end = if is_open {
        view! { <Badge text=tr(|m| m.start.open_now) tone=Tone::Good/> }.into_any()
    } else {
        let label = tr_with(move |m| (m.opening.open_named)(&to_open));
        view! { <Button label=label on_press=open/> }.into_any()
    };
    view! {
        <li class="row">
            <span class="row-text">
                <span class="row-title">{name}</span>
                {is_demo.then(|| view! {
                    <span class="row-detail">{tr(|m| m.frame.demo_mark)}</span>
                })}
            </span>
            <span class="row-end cluster">
                {end}
                <Button
                    label=tr_with(move |m| (m.start.delete_company)(&to_delete))
                    kind=ButtonKind::Quiet
                    icon=Icon::Delete
                    icon_only=true
                    on_press=delete
                />
            </span>
        </li>
    }
    .into_any()
}

/// Asks before a company is deleted. What cannot be loaded again has to be named.
fn question(
    companies: Companies,
    card: CompanyCard,
    deleting: RwSignal<Option<CompanyCard>>,
    changed: Trigger,
) -> AnyView {
    let keep = Callback::new(move |()| deleting.set(None));
    let delete = {
        let card = card.clone();
        Callback::new(move |()| {
            deleting.set(None);
            let card = card.clone();
            spawn_local(async move {
                match companies.delete(&card).await {
                    Ok(deleted) => tell_deleted(card.name, deleted),
                    Err(error) => tell_trouble(&RunError::NotSaved(error)),
                }
                changed.notify();
            });
        })
    };
    let name = card.name.clone();
    let title = tr_with(move |m| (m.start.delete_company_question)(&name));
    if card.demo {
        let choices = vec![
            Choice::new(tr(|m| m.logbook.keep), ButtonKind::Normal, keep),
            Choice::new(tr(|m| m.logbook.delete), ButtonKind::Danger, delete),
        ];
        return view! {
            <Confirm
                question=title
                detail=tr_with(|m| m.start.delete_demo_detail.into())
                choices=choices
                on_close=keep
            />
        }
        .into_any();
    }
    by_name(title, card.name, keep, delete)
}

fn by_name(
    title: Signal<String>,
    name: String,
    keep: Callback<()>,
    delete: Callback<()>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    let error = {
        let name = name.clone();
        let told = tr_with(move |m| (m.start.type_name_wrong)(&name));
        Signal::derive(move || is_wrong.get().then(|| told.get()))
    };
    let type_on = Callback::new(move |text: String| {
        is_wrong.set(false);
        typed.set(text);
    });
    let accept = Callback::new(move |()| {
        if typed.read_untracked().trim() == name.trim() {
            delete.run(());
        } else {
            is_wrong.set(true);
            focus_field(TYPED_NAME);
        }
    });
    let footer = move || {
        view! {
            <Button label=tr(|m| m.logbook.delete) kind=ButtonKind::Danger on_press=accept/>
            <Button label=tr(|m| m.logbook.keep) on_press=keep/>
        }
    };
    view! {
        <Dialog title=title on_close=keep on_accept=accept footer=footer>
            <div class="stack">
                <p>{tr(|m| m.start.delete_company_detail)}</p>
                <TextField
                    label=tr(|m| m.start.type_name)
                    value=typed
                    on_input=type_on
                    error=error
                    limit=TEXT_MAX as u32
                    name=TYPED_NAME
                    autofocus=true
                />
            </div>
        </Dialog>
    }
    .into_any()
}

fn tell_deleted(name: String, deleted: bool) {
    let text = said(move |m| {
        if deleted {
            (m.start.company_deleted)(&name)
        } else {
            (m.start.company_deleted_later)(&name)
        }
    });
    show_toast(Toast {
        tone: if deleted { Tone::Good } else { Tone::Warn },
        text,
        actions: Vec::new(),
    });
}

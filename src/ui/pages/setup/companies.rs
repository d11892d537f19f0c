//! The companies of this device: another one is opened, a new one begun, one deleted.

use crate::book::RunError;
use crate::browser::preferences::CompanyCard;
use crate::domain::code::TEXT_MAX;
use crate::ui::companies::Companies;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Card;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed_question::{TypedQuestion, typed_question};
use crate::ui::store::Store;
use crate::ui::tell::tell_trouble;
use crate::ui::text::{said, tr, tr_with};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

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
    let name = card.name;
    let told = name.clone();
    typed_question(TypedQuestion {
        title,
        detail: view! { <p>{tr(|m| m.start.delete_company_detail)}</p> }.into_any(),
        label: tr_with(|m| m.start.type_name.into()),
        names: vec![name],
        wrong: tr_with(move |m| (m.start.type_name_wrong)(&told)),
        limit: TEXT_MAX as u32,
        accept: tr(|m| m.logbook.delete),
        keep: tr(|m| m.logbook.keep),
        on_accept: delete,
        on_keep: keep,
    })
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

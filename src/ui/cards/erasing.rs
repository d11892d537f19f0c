//! Erasing a contact: says in numbers what happens, has its number or name typed, and forgets what this device
//! remembers of it beside the company.

use crate::browser::{clock, list_views, recent};
use crate::domain::Command;
use crate::domain::code::TEXT_MAX;
use crate::domain::contact::Contact;
use crate::domain::privacy::{Erased, Erasure, erasure};
use crate::ui::navigate::replace;
use crate::ui::parts::typed_question::{TypedQuestion, typed_question};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use percent_encoding::percent_decode_str;
use std::sync::Arc;

/// What is about to be erased.
#[derive(Clone, Debug, PartialEq)]
pub struct Erasing {
    contact: Arc<Contact>,
    erasure: Erasure,
    n_drafts: u32,
    command: Command,
}

/// What erasing a contact comes to; none for one that is gone.
pub fn erasing(store: Store, contact: &Arc<Contact>) -> Option<Erasing> {
    let (id, moment) = (contact.id, store.moment());
    let (erasure, seen) = store.peek(|records| {
        let erasure = erasure(records, &moment, id)?;
        Some((erasure, records.stored::<Contact>(id)?.revision))
    })?;
    let drafts = untrack(|| store.drafts());
    let n_drafts = drafts.iter().filter(|draft| draft.form.contact == Some(id));
    Some(Erasing {
        contact: contact.clone(),
        erasure,
        n_drafts: u32::try_from(n_drafts.count()).unwrap_or(u32::MAX),
        command: Command::EraseContact(id, seen, clock::new_id()),
    })
}

/// Asks while there is something in `asked`.
pub fn erasing_question(store: Store, asked: RwSignal<Option<Erasing>>) -> AnyView {
    let question = move || Some(question(store, asked.get()?, asked));
    question.into_any()
}

fn question(store: Store, erasing: Erasing, asked: RwSignal<Option<Erasing>>) -> AnyView {
    let Erasing {
        contact,
        erasure,
        n_drafts,
        command,
    } = erasing;
    let (name, no) = (contact.name.clone(), contact.no.to_string());
    let names = vec![name.clone(), no.clone()];
    let told = no.clone();
    let on_accept = Callback::new(move |()| {
        asked.set(None);
        spawn_local(erase(store, contact.clone(), command.clone()));
    });
    let lines = move || {
        let told = (texts().privacy.erase_detail)(&erasure, n_drafts);
        let line = |text: String| view! { <li>{text}</li> };
        told.into_iter().map(line).collect_view()
    };
    let detail = view! {
        <ul>{lines}</ul>
        <p>{tr(|m| m.privacy.erase_final)}</p>
    };
    typed_question(TypedQuestion {
        title: tr_with(move |m| (m.privacy.erase_question)(&name)),
        detail: detail.into_any(),
        label: tr_with(move |m| (m.privacy.type_no)(&no)),
        names,
        wrong: tr_with(move |m| (m.privacy.type_no_wrong)(&told)),
        limit: TEXT_MAX as u32,
        accept: tr(|m| m.privacy.erase_now),
        keep: tr(|m| m.people.keep),
        on_accept,
        on_keep: Callback::new(move |()| asked.set(None)),
    })
}

async fn erase(store: Store, contact: Arc<Contact>, command: Command) {
    match store.run(command).await {
        Ok(done) => {
            if !store.is_in_memory() {
                forget_outside(store, &contact);
            }
            replace(Route::to(Page::Contacts));
            tell(&done);
        }
        Err(trouble) => tell_trouble(&trouble),
    }
}

/// Forgets what this device remembers beside the company: that the contact was opened, and views that search or filter
/// for what it was called.
fn forget_outside(store: Store, contact: &Contact) {
    let database = store.company_untracked().database;
    let page = Page::Contact(contact.no.clone());
    recent::forget(&database, |address| Route::parse(address).page == page);
    let mut erased = Erased::new([contact.id]);
    erased.learn(contact);
    list_views::forget(&database, |text| {
        let plain = percent_decode_str(text).decode_utf8_lossy();
        erased.is_named_in(&plain)
    });
}

//! Erasing a contact: says in numbers what happens, has its number or name typed, and forgets what this device
//! remembers of it beside the company.

use crate::book;
use crate::browser::tabs::Tabs;
use crate::browser::{clock, list_views, recent};
use crate::domain::code::TEXT_MAX;
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::privacy::{Erased, Erasure, erasure};
use crate::domain::{Command, Moment, Revision};
use crate::journal::JournalError;
use crate::journal::device::Device;
use crate::ui::companies::Companies;
use crate::ui::navigate::replace;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed_question::{TypedQuestion, typed_question};
use crate::ui::route::{Page, Route};
use crate::ui::store::{Store, tabs_of};
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{said, texts, tr, tr_with};
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
pub fn erasing_question(
    companies: Companies,
    store: Store,
    asked: RwSignal<Option<Erasing>>,
) -> AnyView {
    let question = move || Some(question(companies, store, asked.get()?, asked));
    question.into_any()
}

fn question(
    companies: Companies,
    store: Store,
    erasing: Erasing,
    asked: RwSignal<Option<Erasing>>,
) -> AnyView {
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
        spawn_local(erase(companies, store, contact.clone(), command.clone()));
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

async fn erase(companies: Companies, store: Store, contact: Arc<Contact>, command: Command) {
    let (company, moment) = (store.company_untracked().database, store.moment());
    let done = match store.run(command).await {
        Ok(done) => done,
        Err(trouble) => return tell_trouble(&trouble),
    };
    if !store.is_in_memory() {
        forget_outside(&company, &contact);
    }
    replace(Route::to(Page::Contacts));
    let device = companies.device();
    match erase_in_others(&device, &company, contact.id, &moment).await {
        Ok((changed, n_failed)) => {
            for (other, revision) in changed {
                // A tab that has it open looks.
                let tabs = Tabs::join(&tabs_of(&other), |_| {});
                tabs.say(&revision.0.to_string());
                forget_outside(&other, &contact);
            }
            if n_failed > 0 {
                tell_not_everywhere(n_failed);
            }
        }
        Err(error) => tell_trouble(&error.into()),
    }
    // Said when nothing more is done.
    tell(&done);
}

/// Erases the contact in what lies on the device of the same company besides: a state that was set aside when a backup
/// was restored, or one that was restored as a company of its own.
async fn erase_in_others(
    device: &Device,
    company: &str,
    contact: ContactId,
    moment: &Moment,
) -> Result<(Vec<(String, Revision)>, u32), JournalError> {
    let Some(meta) = book::open::meta(device, company).await? else {
        return Ok((Vec::new(), 0));
    };
    let this = (meta.created_at, company);
    book::erase_in_other_states(device, this, contact, clock::new_id(), moment).await
}

fn tell_not_everywhere(n: u32) {
    show_toast(Toast {
        tone: Tone::Bad,
        text: said(move |m| (m.privacy.not_everywhere)(n)),
        actions: Vec::new(),
    });
}

/// Forgets what this device remembers beside the company: that the contact was opened, and views that search or filter
/// for what it was called.
fn forget_outside(database: &str, contact: &Contact) {
    let page = Page::Contact(contact.no.clone());
    recent::forget(database, |address| Route::parse(address).page == page);
    let mut erased = Erased::new([contact.id]);
    erased.learn(contact);
    list_views::forget(database, |text| {
        let plain = percent_decode_str(text).decode_utf8_lossy();
        erased.is_named_in(&plain)
    });
}

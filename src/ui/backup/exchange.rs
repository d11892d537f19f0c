//! Putting one state of a company in the place of another. Both stay on the device, each in a database of its own;
//! what is exchanged is their names and which of them is open. So it can be taken back, and whatever stops in the
//! middle leaves both.

use super::when;
use super::work;
use crate::browser::backups::{SetAside, backups, change_backups};
use crate::browser::clock;
use crate::browser::preferences::{self, CompanyCard};
use crate::browser::tabs::Tabs;
use crate::journal::device::Device;
use crate::journal::storage::{Opening, Shelf};
use crate::journal::{Journal, JournalError};
use crate::ui::companies::Companies;
use crate::ui::parts::button::Button;
use crate::ui::parts::sections::Card;
use crate::ui::parts::toast::{Toast, ToastAction, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::store::Store;
use crate::ui::tell::tell_trouble;
use crate::ui::text::{Said, said, say, tr, tr_with};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;

/// Where tabs say that a company was exchanged: the database before, and that in its place.
const CHANNEL: &str = "lokikirja/exchanged";

thread_local! {
    static OTHERS: RefCell<Option<Tabs>> = const { RefCell::new(None) };
}

/// Hears of companies that other tabs exchange, and clears away what a broken-off restore left.
pub fn listen(companies: Companies) {
    let tabs = Tabs::join(CHANNEL, move |text| {
        let Some((before, now)) = text.split_once(' ') else {
            return;
        };
        let open = companies.open_store();
        if open.is_some_and(|store| store.company_untracked().database == before) {
            tell_exchanged(companies, now);
        }
    });
    OTHERS.set(Some(tabs));
    let (device, known) = (companies.device(), preferences::companies());
    spawn_local(async move {
        let known = known.into_iter().map(|card| card.database).collect();
        for (database, meta) in work::clear_broken_off(device, known).await {
            preferences::set_company(&CompanyCard::found(database, &meta));
        }
    });
}

/// What is shown is not the current state any more. Not left by itself: something may be being typed.
fn tell_exchanged(companies: Companies, now: &str) {
    let card = preferences::companies()
        .into_iter()
        .find(|card| card.database == now);
    let Some(card) = card else { return };
    let name = card.name.clone();
    let open = move || companies.open(card.clone());
    show_toast(Toast {
        tone: Tone::Bad,
        text: said(move |m| (m.backup.replaced_elsewhere)(&name)),
        actions: vec![ToastAction::new(
            said(|m| m.backup.open_current.to_owned()),
            open,
        )],
    });
}

/// Puts the company in `card` in the place of the open one, which is set aside under another name. Its own name
/// must be right already.
pub(super) async fn exchange(companies: Companies, store: Store, card: CompanyCard, text: Said) {
    let before = store.company_untracked();
    let now = clock::now();
    change_backups(&card.database, |kept| {
        kept.set_aside = Some(SetAside {
            database: before.database.clone(),
            name: before.name.clone(),
            at: now,
        });
    });
    preferences::set_company(&card);
    let m = say();
    let name = (m.backup.set_aside_name)(&before.name, &when(m, now));
    if let Err(trouble) = store.rename(name).await {
        // It is set aside all the same, under the name it had.
        tell_trouble(&trouble);
    }
    OTHERS.with_borrow(|others| {
        if let Some(others) = others {
            others.say(&format!("{} {}", before.database, card.database));
        }
    });
    let database = card.database.clone();
    companies.open(card);
    let back = move || {
        let Some(store) = companies.open_store() else {
            return;
        };
        if store.company_untracked().database == database {
            spawn_local(go_back(companies, store));
        }
    };
    show_toast(Toast {
        tone: Tone::Good,
        text,
        actions: vec![ToastAction::new(
            said(|m| m.backup.go_back.to_owned()),
            back,
        )],
    });
}

/// Puts the other state of the open company in its place again.
async fn go_back(companies: Companies, store: Store) {
    let Some((aside, card)) = found(companies, &store.company_untracked().database) else {
        return;
    };
    let renamed = rename(&companies.device(), &aside.database, &aside.name).await;
    if let Err(error) = renamed {
        return tell_trouble(&error.into());
    }
    let card = CompanyCard {
        name: aside.name.clone(),
        ..card
    };
    let name = aside.name;
    let text = said(move |m| (m.backup.went_back)(&name));
    exchange(companies, store, card, text).await;
}

async fn rename(device: &Device, database: &str, name: &str) -> Result<(), JournalError> {
    let journal = Journal::new(device.open(database, Opening::Existing).await?);
    let mut meta = journal.meta().await?.ok_or(JournalError::Gone)?;
    meta.name = name.into();
    let answer = journal.put_meta(&meta).await;
    journal.close();
    answer
}

/// The other state of a company, if there is one and it was not deleted.
fn found(companies: Companies, database: &str) -> Option<(SetAside, CompanyCard)> {
    let aside = backups(database).set_aside?;
    let mut known = companies.known().into_iter();
    let card = known.find(|card| card.database == aside.database)?;
    Some((aside, card))
}

/// The way back to the other state of the open company, if there is one.
pub fn other_state(companies: Companies, store: Store) -> AnyView {
    let Some((aside, card)) = found(companies, &store.company_untracked().database) else {
        return ().into_any();
    };
    let back = Callback::new(move |()| spawn_local(go_back(companies, store)));
    view! {
        <Card title=tr_with(|m| m.backup.set_aside.into())>
            <div class="stack">
                <p>{tr_with(move |m| (m.backup.set_aside_detail)(&when(m, aside.at), &aside.name))}</p>
                <p class="muted">{card.name}</p>
                <div class="cluster">
                    <Button label=tr(|m| m.backup.go_back) on_press=back/>
                </div>
            </div>
        </Card>
    }
    .into_any()
}

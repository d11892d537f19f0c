//! Companies on this device: opening one, starting an empty one, loading the demo.
//!
//! What the app shows follows from [`State`]; only this file changes it.

use super::store::Store;
use super::text::say;
use crate::book::{self, Book, OpenError, Sentinel};
use crate::browser::clock;
use crate::browser::preferences::{self, CompanyCard};
use crate::browser::tabs;
use crate::domain::demo;
use crate::domain::salesperson::Salesperson;
use crate::journal::device::{Device, DeviceStorage};
use crate::journal::indexed_db::IndexedDbShelf;
use crate::journal::memory::MemoryShelf;
use crate::journal::storage::Shelf;
use crate::journal::{JournalError, Meta, Ownership};
use leptos::prelude::*;
use uuid::Uuid;
use wasm_bindgen_futures::spawn_local;

/// The demo company has a database of its own, and there is one.
const DEMO_DATABASE: &str = "demo";
/// Held by the tab that loads the demo.
const DEMO_LOCK: &str = "lokikirja/load-demo";
/// The same demo for everybody, apart from its dates.
const DEMO_SEED: u64 = 0;
/// How often the page is let go on while the demo is being loaded.
const STEPS_BETWEEN_PAINTS: usize = 20;

/// What the app shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A company is being opened.
    Opening,
    /// There is none yet: the choice between an empty one, the demo and a backup.
    Welcome {
        /// The backup is chosen.
        restores: bool,
    },
    /// The demo is being loaded: commands carried out, of how many.
    LoadingDemo(u32, u32),
    /// A company is open.
    Open(OpenCompany),
    /// A company cannot be opened; the reason is in [`Companies::failure`].
    Failed,
}

impl State {
    const WELCOME: State = State::Welcome { restores: false };
}

/// The open company; a new one is not the same as the one before.
#[derive(Clone, Copy, Debug)]
pub struct OpenCompany {
    /// Its store.
    pub store: Store,
    no: u32,
}

impl PartialEq for OpenCompany {
    fn eq(&self, other: &Self) -> bool {
        self.no == other.no
    }
}

impl Eq for OpenCompany {}

/// The way to the companies of this device. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Companies {
    state: RwSignal<State>,
    failure: RwSignal<Option<(OpenError, CompanyCard)>>,
    device: StoredValue<Device, LocalStorage>,
    opened: StoredValue<u32>,
    /// What is being opened was not chosen, but followed from the start or from a link: the next start of
    /// the browser opens what was chosen last.
    unchosen: StoredValue<bool>,
    /// The companies of this page, once it goes on without saving.
    in_memory: StoredValue<Option<Vec<CompanyCard>>>,
}

impl Companies {
    /// The companies in the browser's databases.
    pub fn new() -> Self {
        let failure = RwSignal::new(None);
        let state = RwSignal::new(State::Opening);
        let on_lost = move |company: &str, error: JournalError| {
            let card = preferences::companies()
                .into_iter()
                .find(|card| card.database == company);
            if let Some(card) = card {
                failure.set(Some((OpenError::Journal(error), card)));
                state.set(State::Failed);
            }
        };
        let device = Device::Disk(IndexedDbShelf::new(on_lost));
        Self {
            state,
            failure,
            device: StoredValue::new_local(device),
            opened: StoredValue::new(0),
            unchosen: StoredValue::new(false),
            in_memory: StoredValue::new(None),
        }
    }

    /// What the app shows; tracked.
    pub fn state(&self) -> State {
        self.state.get()
    }

    /// The store of the open company, if one is open, for event handlers.
    pub fn open_store(&self) -> Option<Store> {
        match self.state.get_untracked() {
            State::Open(open) => Some(open.store),
            _ => None,
        }
    }

    /// Where the companies are.
    pub fn device(&self) -> Device {
        self.device.get_value()
    }

    /// Nothing of the companies will be there after the tab is closed.
    pub fn is_in_memory(&self) -> bool {
        self.in_memory.with_value(Option::is_some)
    }

    /// Why a company could not be opened, and which; tracked.
    pub fn failure(&self) -> Option<(OpenError, CompanyCard)> {
        self.failure.get()
    }

    /// The company that was open last; on a device that remembers none, one that its databases
    /// hold all the same; else the welcome page.
    pub fn start(self) {
        if let Some(card) = preferences::open_company() {
            self.unchosen.set_value(true);
            return self.open(card);
        }
        spawn_local(async move {
            match self.found_on_device().await {
                Ok(found) => {
                    found.cards.iter().for_each(preferences::set_company);
                    match (found.cards.into_iter().next(), found.unreadable) {
                        (Some(card), _) => self.open(card),
                        // Not the welcome page: nobody should think that there is nothing.
                        (None, Some((card, error))) => self.fail(error.into(), card),
                        (None, None) => self.state.set(State::WELCOME),
                    }
                }
                Err(error) => self.fail(error.into(), new_card()),
            }
        });
    }

    /// The companies that can be opened: those this device remembers, or in a browser that stores
    /// nothing those of this page's memory.
    pub fn known(&self) -> Vec<CompanyCard> {
        match self.in_memory.get_value() {
            Some(cards) => cards,
            None => preferences::companies(),
        }
    }

    /// Opens a company.
    pub fn open(self, card: CompanyCard) {
        // What the device remembers says nothing about a company in memory.
        let on_device = !self.is_in_memory();
        let sentinel = on_device.then(|| preferences::sentinel::<Sentinel>(&card.database));
        self.open_as(card, sentinel.flatten());
    }

    /// Opens a company of which a part is missing, with what is left.
    pub fn open_what_is_left(self, card: CompanyCard) {
        self.open_as(card, None);
    }

    fn open_as(self, card: CompanyCard, sentinel: Option<Sentinel>) {
        self.leave();
        self.state.set(State::Opening);
        spawn_local(async move {
            let device = self.device.get_value();
            match book::open::open_early(&device, &card.database, sentinel.as_ref()).await {
                Ok(book) => self.opened(book, card).await,
                Err(error) => self.fail(error, card),
            }
        });
    }

    /// Goes on to restoring a backup, on a device without a company.
    pub fn restore_first(self) {
        self.state.set(State::Welcome { restores: true });
    }

    /// Starts an empty company.
    pub fn start_empty(self) {
        self.leave();
        self.state.set(State::Opening);
        spawn_local(async move {
            let card = new_card();
            match self.create(&card).await {
                Ok(book) => self.opened(book, card).await,
                Err(error) => self.fail(error, card),
            }
        });
    }

    /// Opens the demo company; loads it first if it is not on this device.
    pub fn open_demo(self) {
        let known = self.known().into_iter().find(|card| card.demo);
        match known {
            Some(card) => self.open(card),
            None => self.load_demo_anew(),
        }
    }

    /// Opens the demo company for whoever followed a link to it; loads it first if it is not on this
    /// device. What the next start opens stays as it was, and so does every other company.
    pub fn open_demo_by_link(self) {
        let open = self.open_store();
        let is_open = open.is_some_and(|store| store.company_untracked().demo);
        if !is_open {
            self.unchosen.set_value(true);
            self.open_demo();
        }
    }

    /// Loads the demo company, also in place of one whose data the browser has lost.
    pub fn load_demo_anew(self) {
        preferences::forget_company(DEMO_DATABASE);
        self.leave();
        self.state.set(State::LoadingDemo(0, 0));
        spawn_local(async move {
            // It may be there all the same: a browser that ends at once forgets what it was told last.
            let found = self.found_on_device().await;
            let found = found.map(|found| found.cards.into_iter().find(|card| card.demo));
            match found {
                Ok(Some(card)) => self.open(card),
                Ok(None) => {
                    let card = demo_card(say().start.demo_company.into());
                    let loading = {
                        let card = card.clone();
                        async move { self.load_demo(&card).await }
                    };
                    // Two tabs that load it at once would take it away from each other.
                    match tabs::alone(DEMO_LOCK, loading).await {
                        Some(Ok(book)) => self.opened(book, card).await,
                        Some(Err(error)) => self.fail(error, card),
                        None => self.fail(JournalError::Busy.into(), card),
                    }
                }
                Err(error) => self.fail(error.into(), new_card()),
            }
        });
    }

    /// Goes on in memory, for a browser that stores nothing.
    pub fn without_saving(self) {
        self.device.set_value(Device::Memory(MemoryShelf::new()));
        self.in_memory.set_value(Some(Vec::new()));
        self.failure.set(None);
        self.state.set(State::WELCOME);
    }

    /// Deletes a company with all that belongs to it, and all that this device remembers of it. If it is
    /// the open one, the next is opened.
    ///
    /// Answers false when another tab, of an older version, does not let go of it: it is deleted as soon
    /// as that tab is closed. Errors: the device says no, and the company is there as before.
    pub async fn delete(self, card: &CompanyCard) -> Result<bool, JournalError> {
        let open = self.open_store();
        let open = open.filter(|store| store.company_untracked().database == card.database);
        if let Some(store) = open {
            self.state.set(State::Opening);
            // Else we would hear that it is deleted, and take it for a loss.
            store.closed().await;
        }
        let deleted = match self.device.get_value().delete(&card.database).await {
            Ok(()) => true,
            Err(JournalError::Blocked) => false,
            Err(error) => {
                if open.is_some() {
                    self.open(card.clone());
                }
                return Err(error);
            }
        };
        if self.is_in_memory() {
            self.in_memory.update_value(|cards| {
                let cards = cards.get_or_insert_default();
                cards.retain(|known| known.database != card.database);
            });
        } else {
            preferences::forget_all_of_company(&card.database);
        }
        if open.is_some() {
            match self.known().into_iter().next() {
                Some(next) => self.open(next),
                None => self.state.set(State::WELCOME),
            }
        }
        Ok(deleted)
    }

    async fn load_demo(self, card: &CompanyCard) -> Result<Book<DeviceStorage>, OpenError> {
        // What may lie there is a demo whose loading was broken off: it was never shown.
        self.device.get_value().delete(&card.database).await?;
        // It is named last, by which a loaded one is known.
        let unnamed = CompanyCard {
            name: String::new(),
            ..card.clone()
        };
        let mut book = self.create(&unnamed).await?;
        let now = clock::now();
        let local = clock::local(now);
        let ahead_of_utc = local - now.naive_utc();
        let steps = demo::demo(local, DEMO_SEED, &say().demo);
        let n_steps = steps.len();
        for (at, step) in steps.into_iter().enumerate() {
            if at % STEPS_BETWEEN_PAINTS == 0 {
                self.state
                    .set(State::LoadingDemo(at as u32, n_steps as u32));
            }
            match book.run(&step.moment(ahead_of_utc), step.command).await {
                Ok(_) => {}
                Err(book::RunError::NotSaved(error)) => return Err(error.into()),
                Err(book::RunError::Refused(refusal)) => {
                    panic!("the demo company's own command is refused: {refusal:?}")
                }
            }
        }
        book.rename(card.name.clone()).await?;
        Ok(book)
    }

    async fn create(self, card: &CompanyCard) -> Result<Book<DeviceStorage>, OpenError> {
        let meta = Meta {
            name: card.name.clone(),
            created_at: clock::now(),
            ownership: card.ownership(),
        };
        book::open::create(&self.device.get_value(), &card.database, &meta).await
    }

    async fn opened(self, book: Book<DeviceStorage>, card: CompanyCard) {
        let card = if card.demo && card.user.is_empty() {
            as_somebody(&book, card)
        } else {
            card
        };
        let in_memory = self.is_in_memory();
        if in_memory {
            self.in_memory.update_value(|cards| {
                let cards = cards.get_or_insert_default();
                cards.retain(|known| known.database != card.database);
                cards.push(card.clone());
            });
        } else if self.unchosen.get_value() {
            preferences::set_open_company_of_tab(&card);
        } else {
            preferences::set_open_company(&card);
        }
        self.unchosen.set_value(false);
        let no = self.opened.try_update_value(|n| {
            *n += 1;
            *n
        });
        let store = Store::open(book, card, in_memory).await;
        self.failure.set(None);
        self.state.set(State::Open(OpenCompany {
            store,
            no: no.unwrap_or_default(),
        }));
    }

    /// The rest of the open company's log cannot be read: it cannot be used.
    pub fn cannot_go_on(self, error: JournalError, card: CompanyCard) {
        self.leave();
        self.fail(error.into(), card);
    }

    fn fail(self, error: OpenError, card: CompanyCard) {
        self.unchosen.set_value(false);
        self.failure.set(Some((error, card)));
        self.state.set(State::Failed);
    }

    /// Closes the open company, if there is one.
    fn leave(self) {
        if let Some(store) = self.open_store() {
            store.close();
        }
    }

    /// The companies that lie on the device though its list of them is lost, own ones first.
    async fn found_on_device(self) -> Result<Found, JournalError> {
        let mut found = Found::default();
        for company in book::open::companies(&self.device.get_value()).await? {
            match company.meta {
                // A demo without a name was begun and broken off.
                Ok(Some(meta)) if meta.ownership == Ownership::Own || !meta.name.is_empty() => {
                    found.cards.push(CompanyCard::found(company.key, &meta));
                }
                Ok(_) => {}
                Err(error) => {
                    let card = CompanyCard {
                        database: company.key,
                        started: true,
                        ..new_card()
                    };
                    found.unreadable = Some((card, error));
                }
            }
        }
        found.cards.sort_by_key(|card| card.demo);
        Ok(found)
    }
}

/// What lies on a device that has lost its list of companies.
#[derive(Default)]
struct Found {
    cards: Vec<CompanyCard>,
    unreadable: Option<(CompanyCard, JournalError)>,
}

impl Default for Companies {
    fn default() -> Self {
        Self::new()
    }
}

/// In the demo the user is one of its salespeople, so that everything has a name from the start.
fn as_somebody(book: &Book<DeviceStorage>, card: CompanyCard) -> CompanyCard {
    let records = book.records();
    let records = records.borrow();
    match records.all::<Salesperson>().next() {
        Some(first) => CompanyCard {
            user: first.name.clone(),
            my_salesperson: Some(first.id),
            ..card
        },
        None => card,
    }
}

/// The card of the demo company.
fn demo_card(name: String) -> CompanyCard {
    CompanyCard {
        database: DEMO_DATABASE.into(),
        name,
        demo: true,
        started: true,
        ..new_card()
    }
}

/// The card of a new company of one's own.
fn new_card() -> CompanyCard {
    let id: Uuid = clock::new_id();
    CompanyCard {
        database: id.to_string(),
        name: say().frame.unnamed_company.into(),
        demo: false,
        user: String::new(),
        my_salesperson: None,
        work_date: None,
        started: false,
    }
}

//! Store: what pages hold. Reads that follow changes, and commands that ask for them.
//!
//! There is one trigger per table and no signal in any row. Pages wrap what they show in a `Memo`,
//! which stops at equal values, so a change to one contact repaints one row.

mod erased;
mod reading;
mod undoing;

pub use undoing::{Done, TakenBack, Undo};

use super::parts::toast::forget_undos;
use super::tell::{tell_damage, tell_erasure_waits, tell_trouble, tell_unreadable_drafts};
use crate::book::{Book, Inbox, News, Outcome, RunError, SharedRecords, Watcher};
use crate::browser::clock;
use crate::browser::persistence;
use crate::browser::preferences::{self, CompanyCard};
use crate::browser::tabs::{self, Presence, Tabs};
use crate::domain::id::LogEntryId;
use crate::domain::interaction::form::InteractionForm;
use crate::domain::{Command, Moment, Records, Revision, Table};
use crate::journal::storage::Storage;
use crate::journal::{Draft, Drafts, JournalError};
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use reading::Reading;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use undoing::Discarded;
use wasm_bindgen_futures::spawn_local;

/// How saving stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything shown is saved.
    Saved,
    /// A command is being saved.
    Saving,
    /// The browser stores nothing: everything is gone when the tab is closed.
    InMemory,
}

/// The open company, as pages see it. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Store {
    inner: StoredValue<Rc<Inner>, LocalStorage>,
    company: RwSignal<CompanyCard>,
    status: RwSignal<Status>,
    drafts: RwSignal<Vec<Draft>>,
    draft_kept: RwSignal<Option<DraftKept>>,
    reading: Reading,
}

/// How the keeping of a draft went last.
#[derive(Clone, Debug)]
struct DraftKept {
    entry: LogEntryId,
    outcome: Result<DateTime<Utc>, JournalError>,
}

struct Inner {
    records: SharedRecords,
    triggers: Vec<ArcTrigger>,
    inbox: Inbox,
    in_memory: bool,
    n_running: Cell<u32>,
    /// The forms that wait to be kept as drafts, each as it is now; the first is being written.
    next_drafts: RefCell<VecDeque<InteractionForm>>,
    keeping_draft: Cell<bool>,
    discarded: RefCell<Discarded>,
    /// The drafts that undos have left, by the revision of the undo.
    left_by_undo: RefCell<Vec<(Revision, InteractionForm)>>,
    asked_to_persist: Cell<bool>,
    /// The other tabs, and the user's coming and going; they are listened to as long as this lives.
    _outside: Option<(Rc<Tabs>, Presence)>,
}

impl Store {
    /// Takes an open book into service: starts its loop, listens to other tabs, reads the drafts.
    ///
    /// `in_memory`: nothing of it will be there after the tab is closed.
    pub async fn open<S: Storage + 'static>(
        mut book: Book<S>,
        company: CompanyCard,
        in_memory: bool,
    ) -> Self {
        let triggers: Vec<ArcTrigger> = Table::ALL.iter().map(|_| ArcTrigger::new()).collect();
        let records = book.records();
        let outside: Rc<OnceCell<Rc<Tabs>>> = Rc::default();
        let database = company.database.clone();
        if !in_memory {
            preferences::set_sentinel(&database, &book.sentinel());
        }
        let reading = Reading::new(book.has_log());
        let (woken, told, kept) = (triggers.clone(), outside.clone(), database.clone());
        let opened: Rc<OnceCell<Self>> = Rc::default();
        let forgetful = opened.clone();
        book.listen(move |news| match news {
            News::Changed {
                tables,
                by_us,
                sentinel,
            } => {
                if let (true, Some(tabs)) = (by_us, told.get()) {
                    tabs.say(&sentinel.revision.0.to_string());
                }
                if !in_memory {
                    preferences::set_sentinel(&kept, &sentinel);
                }
                if let (true, Some(store)) =
                    (tables.contains(&Table::ErasedContact), forgetful.get())
                {
                    store.forget_erased();
                }
                for table in tables {
                    woken[table as usize].notify();
                }
            }
            News::ErasureWaits(error) => tell_erasure_waits(error),
            News::Behind(error) => tell_trouble(&RunError::NotSaved(error)),
            News::LogIsAt(done) => reading.is_at(done),
            News::LogIsWhole => reading.is_done(),
            News::LookedThrough(0) => {}
            News::LookedThrough(n_damaged) => tell_damage(n_damaged),
            News::LogCannotBeRead(error) => reading.has_failed(error),
        });
        let (inbox, serve) = crate::book::inbox::start(book);
        spawn_local(serve);
        // Before anything is shown: the address may ask for one.
        let drafts = inbox.drafts().await.unwrap_or_else(|error| {
            tell_trouble(&RunError::NotSaved(error));
            Drafts::default()
        });
        if !drafts.unreadable.is_empty() {
            tell_unreadable_drafts(drafts.unreadable.len());
        }
        let outside = (!in_memory).then(|| listen_outside(&database, &inbox, &outside));
        let inner = Inner {
            records,
            triggers,
            inbox,
            in_memory,
            n_running: Cell::new(0),
            next_drafts: RefCell::default(),
            keeping_draft: Cell::new(false),
            discarded: RefCell::default(),
            left_by_undo: RefCell::default(),
            asked_to_persist: Cell::new(in_memory),
            _outside: outside,
        };
        let status = if in_memory {
            Status::InMemory
        } else {
            Status::Saved
        };
        let store = Self {
            inner: StoredValue::new_local(Rc::new(inner)),
            company: RwSignal::new(company),
            status: RwSignal::new(status),
            drafts: RwSignal::new(drafts.drafts),
            draft_kept: RwSignal::new(None),
            reading,
        };
        // Set once, here.
        let _ = opened.set(store);
        store
    }

    /// Lets the book finish what it was asked and close.
    pub fn close(&self) {
        forget_undos();
        self.inner.get_value().inbox.close();
    }

    /// Lets the book finish what it was asked, and ends when it is closed.
    pub async fn closed(self) {
        forget_undos();
        let closed = self.inner.get_value().inbox.closed();
        closed.await;
    }

    /// Reads records and follows the named tables: what reads them inside a view, a memo or an
    /// effect is repeated when one of them changes.
    pub fn read<T>(&self, tables: &[Table], read: impl FnOnce(&Records) -> T) -> T {
        let inner = self.inner.get_value();
        for table in tables {
            inner.triggers[*table as usize].track();
        }
        let records = inner.records.borrow();
        read(&records)
    }

    /// Reads records without following them: for event handlers.
    pub fn peek<T>(&self, read: impl FnOnce(&Records) -> T) -> T {
        self.read(&[], read)
    }

    /// The records themselves, for work that goes on when the company may have been closed. They are borrowed
    /// between two turns of the event loop only.
    pub fn shared_records(&self) -> SharedRecords {
        self.inner.get_value().records.clone()
    }

    /// What `read` makes of the named tables, computed anew when one of them changes; equal
    /// results wake nobody.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        tables: &'static [Table],
        read: impl Fn(&Records) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.read(tables, &read))
    }

    /// Carries a command out: returns when it is saved, and records and screen have followed.
    ///
    /// The command is under way when this returns, whether or not its end is awaited.
    pub fn run(self, command: Command) -> impl Future<Output = Result<Done, RunError>> {
        let inner = self.inner.get_value();
        let ended = entries_of(&command);
        let answer = inner.inbox.run(self.moment(), command);
        let kept = inner.clone();
        let done = self.under_way(async move {
            let outcome = answer.await?;
            // What still waited to be kept of a form that is finished now is part of what was saved.
            let is_open = |form: &InteractionForm| !ended.contains(&form.entry);
            kept.next_drafts.borrow_mut().retain(is_open);
            Ok(Some(outcome))
        });
        async move { Ok(done.await?.expect("a command that was run has an outcome")) }
    }

    /// Carries out a command that takes long, as [`Store::run`] does, while the page goes on; none when
    /// it was given up before it was written. It ends no draft.
    pub fn run_watched(
        self,
        command: Command,
        watcher: Rc<dyn Watcher>,
    ) -> impl Future<Output = Result<Option<Done>, RunError>> {
        let inner = self.inner.get_value();
        let answer = inner.inbox.run_watched(self.moment(), command, watcher);
        self.under_way(answer)
    }

    /// Shows that something is being saved, and what became of it: the drafts that ended are gone.
    fn under_way(
        self,
        answer: impl Future<Output = Result<Option<Outcome>, RunError>>,
    ) -> impl Future<Output = Result<Option<Done>, RunError>> {
        let inner = self.inner.get_value();
        inner.n_running.set(inner.n_running.get() + 1);
        self.show_status();
        async move {
            let outcome = answer.await;
            inner.n_running.set(inner.n_running.get() - 1);
            self.show_status();
            let Some(outcome) = outcome? else {
                return Ok(None);
            };
            let done = self.done(outcome);
            self.forget_ended_drafts().await;
            inner.ask_to_persist();
            Ok(Some(done))
        }
    }

    fn show_status(self) {
        // The company may be closed by now: then there is nothing to show.
        let Some(inner) = self.inner.try_get_value() else {
            return;
        };
        let status = match (inner.in_memory, inner.n_running.get()) {
            (true, _) => Status::InMemory,
            (false, 0) => Status::Saved,
            (false, _) => Status::Saving,
        };
        if self
            .status
            .try_get_untracked()
            .is_some_and(|shown| shown != status)
        {
            self.status.set(status);
        }
    }

    /// All that a rule may know of the outside, now.
    pub fn moment(&self) -> Moment {
        let now = clock::now();
        let local = clock::local(now);
        self.company.with_untracked(|company| Moment {
            now,
            local,
            work_date: company.work_date.unwrap_or(local.date()),
            user: company.user.clone(),
            my_salesperson: company.my_salesperson,
        })
    }

    /// The open company's card; tracked.
    pub fn company(&self) -> CompanyCard {
        self.company.get()
    }

    /// The open company's card, for event handlers.
    pub fn company_untracked(&self) -> CompanyCard {
        self.company.get_untracked()
    }

    /// Changes what this device knows of the company and of the user in it. Other tabs may have
    /// changed another part of it meanwhile.
    pub fn change_company(&self, change: impl FnOnce(&mut CompanyCard)) {
        let mut card = self.company.get_untracked();
        if !self.is_in_memory() {
            let kept = preferences::companies().into_iter();
            card = kept
                .into_iter()
                .find(|kept| kept.database == card.database)
                .unwrap_or(card);
        }
        change(&mut card);
        if !self.is_in_memory() {
            preferences::set_company(&card);
        }
        self.company.set(card);
    }

    /// Nothing of the company will be there after the tab is closed.
    pub fn is_in_memory(&self) -> bool {
        self.inner.with_value(|inner| inner.in_memory)
    }

    /// How saving stands; tracked.
    pub fn status(&self) -> Status {
        self.status.get()
    }

    /// Renames the company, in its database and on this device's list.
    pub async fn rename(self, name: String) -> Result<(), RunError> {
        let inner = self.inner.get_value();
        inner.inbox.rename(name.clone()).await?;
        self.change_company(|company| company.name = name);
        Ok(())
    }

    /// The kept drafts, last saved first; tracked.
    pub fn drafts(&self) -> Vec<Draft> {
        self.drafts.get()
    }

    /// The draft of one entry, for event handlers.
    pub fn draft(&self, entry: LogEntryId) -> Option<InteractionForm> {
        self.drafts.with_untracked(|drafts| {
            let kept = drafts.iter().find(|draft| draft.form.entry == entry);
            kept.map(|draft| draft.form.clone())
        })
    }

    /// Keeps a form as a draft, in place of what was kept of it before.
    ///
    /// While one is being written only the newest of each form waits, so fast typing never queues
    /// up.
    pub fn keep_draft(self, form: InteractionForm) {
        let inner = self.inner.get_value();
        self.drafts.update(|drafts| {
            drafts.retain(|draft| draft.form.entry != form.entry);
            drafts.insert(
                0,
                Draft {
                    saved_at: clock::now(),
                    form: form.clone(),
                },
            );
        });
        let mut waiting = inner.next_drafts.borrow_mut();
        waiting.retain(|waiting| waiting.entry != form.entry);
        waiting.push_back(form);
        drop(waiting);
        if inner.keeping_draft.replace(true) {
            return;
        }
        spawn_local(async move {
            loop {
                let next = inner.next_drafts.borrow().front().cloned();
                let Some(form) = next else { break };
                let (entry, now) = (form.entry, clock::now());
                let outcome = inner.inbox.put_draft(form.clone(), now).await.map(|()| now);
                // It waits until it is kept; what was typed meanwhile waits on.
                inner
                    .next_drafts
                    .borrow_mut()
                    .retain(|waiting| *waiting != form);
                self.draft_kept.try_set(Some(DraftKept { entry, outcome }));
            }
            inner.keeping_draft.set(false);
        });
    }

    /// What was last typed into the form of an entry is not on the device yet.
    pub fn is_keeping_draft(&self, entry: LogEntryId) -> bool {
        let Some(inner) = self.inner.try_get_value() else {
            return false;
        };
        let waits = |form: &InteractionForm| form.entry == entry;
        let failed = |kept: &DraftKept| kept.entry == entry && kept.outcome.is_err();
        inner.next_drafts.borrow().iter().any(waits)
            || self
                .draft_kept
                .with_untracked(|kept| kept.as_ref().is_some_and(failed))
    }

    /// A command is on its way to the device.
    pub fn is_saving(&self) -> bool {
        let inner = self.inner.try_get_value();
        inner.is_some_and(|inner| inner.n_running.get() > 0)
    }

    /// When the draft of an entry was last kept, or why it is not; tracked. None: not tried yet.
    pub fn draft_kept(&self, entry: LogEntryId) -> Option<Result<DateTime<Utc>, JournalError>> {
        let kept = self.draft_kept.get();
        kept.filter(|kept| kept.entry == entry)
            .map(|kept| kept.outcome)
    }

    /// Throws a draft away.
    pub fn drop_draft(self, entry: LogEntryId) {
        let inner = self.inner.get_value();
        inner
            .next_drafts
            .borrow_mut()
            .retain(|waiting| waiting.entry != entry);
        self.drafts
            .update(|drafts| drafts.retain(|draft| draft.form.entry != entry));
        spawn_local(async move {
            if let Err(error) = inner.inbox.delete_draft(entry).await {
                tell_trouble(&RunError::NotSaved(error));
            }
        });
    }

    /// Drops the drafts that a command has ended: they are not on the device any more. Those that
    /// wait to be kept are not there yet.
    async fn forget_ended_drafts(self) {
        let Some(inner) = self.inner.try_get_value() else {
            return;
        };
        if self
            .drafts
            .try_with_untracked(Vec::is_empty)
            .unwrap_or(true)
        {
            return;
        }
        if let Ok(found) = inner.inbox.drafts().await {
            let waiting = inner.next_drafts.borrow();
            let waits = |draft: &Draft| waiting.iter().any(|form| form.entry == draft.form.entry);
            self.drafts.try_update(|drafts| {
                drafts.retain(waits);
                drafts.extend(found.drafts.into_iter().filter(|draft| !waits(draft)));
            });
        }
    }
}

/// The entries whose forms a command sends.
fn entries_of(command: &Command) -> Vec<LogEntryId> {
    match command {
        Command::FinishInteraction(form) | Command::PostponeInteraction(form) => vec![form.entry],
        Command::All(commands) => commands.iter().flat_map(entries_of).collect(),
        _ => Vec::new(),
    }
}

impl Inner {
    /// After the first real save the browser is asked not to throw the data away when the disk gets
    /// full. Nobody waits for its answer: some never give one.
    fn ask_to_persist(&self) {
        if !self.asked_to_persist.replace(true) {
            spawn_local(async {
                persistence::ask().await;
            });
        }
    }
}

/// Where the tabs that have a company open tell each other of what they wrote: the revision.
pub fn tabs_of(database: &str) -> String {
    format!("lokikirja/{database}")
}

/// Hears what other tabs write, looks again when the user comes back, and tidies the journal up
/// when the user leaves: by one tab at a time.
fn listen_outside(
    database: &str,
    inbox: &Inbox,
    told: &OnceCell<Rc<Tabs>>,
) -> (Rc<Tabs>, Presence) {
    let heard = inbox.clone();
    let tabs = Rc::new(Tabs::join(&tabs_of(database), move |text| {
        heard.others_wrote(text.parse().ok().map(Revision));
    }));
    // Set once, here.
    let _ = told.set(tabs.clone());
    // What was written between opening and joining was said to nobody here.
    inbox.others_wrote(None);
    let (noticed, lock) = (inbox.clone(), format!("lokikirja/{database}/fold"));
    let presence = Presence::watch(move |is_here| {
        if is_here {
            noticed.others_wrote(None);
        } else {
            let (inbox, lock) = (noticed.clone(), lock.clone());
            // A fold that fails changes nothing, and the next one does its work.
            spawn_local(async move {
                let _ = tabs::alone(&lock, async move { inbox.fold().await }).await;
            });
        }
    });
    (tabs, presence)
}

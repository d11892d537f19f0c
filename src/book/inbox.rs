//! The inbox: one thing at a time.
//!
//! Pages, other tabs and timers put events in; one loop takes them out and finishes each before
//! the next, so two operations cannot interleave. What is in the inbox is carried out even if the
//! page that asked is gone by then.

use super::{Book, News, Outcome, RunError, Watcher, Which};
use crate::domain::id::{AttachmentId, LogEntryId};
use crate::domain::interaction::form::InteractionForm;
use crate::domain::{Command, Moment, Revision};
use crate::journal::storage::Storage;
use crate::journal::{Drafts, JournalError};
use chrono::{DateTime, Utc};
use futures_channel::{mpsc, oneshot};
use std::collections::VecDeque;
use std::rc::Rc;

/// Where an answer goes. Nobody may be waiting for it any more.
type Reply<T> = oneshot::Sender<T>;

/// What the book is asked for.
enum Event {
    Run(Box<Moment>, Command, Reply<Result<Outcome, RunError>>),
    RunWatched(
        Box<Moment>,
        Command,
        Rc<dyn Watcher>,
        Reply<Result<Option<Outcome>, RunError>>,
    ),
    TakeBack(Box<Moment>, Which, Reply<Result<Option<Outcome>, RunError>>),
    OthersWrote(Option<Revision>),
    Fold(Reply<Result<u64, JournalError>>),
    PutDraft(
        Box<InteractionForm>,
        DateTime<Utc>,
        Reply<Result<(), JournalError>>,
    ),
    DeleteDraft(LogEntryId, Reply<Result<(), JournalError>>),
    Drafts(Reply<Result<Drafts, JournalError>>),
    File(AttachmentId, Reply<Result<Option<Vec<u8>>, JournalError>>),
    Rename(String, Reply<Result<(), JournalError>>),
    Close(Reply<()>),
}

/// The way to an open book. Clones lead to the same one.
///
/// Each method puts its event in at once, when it is called, and gives a future of the answer:
/// order is the order of the calls, and the event is carried out whether or not anybody awaits
/// that future. Once the book is closed, every answer is [`JournalError::Closed`].
#[derive(Clone, Debug)]
pub struct Inbox(mpsc::UnboundedSender<Event>);

/// Gives the way to the book, and the loop that serves it: to be spawned, and to run until the
/// book is closed.
pub fn start<S: Storage>(mut book: Book<S>) -> (Inbox, impl Future<Output = ()>) {
    let (sender, mut events) = mpsc::unbounded();
    let serve = async move {
        for event in read_log(&mut book, &mut events).await {
            handle(&mut book, event).await;
        }
        // One that was broken off is gone on with.
        book.finish_erasing_and_tell().await;
        // Nobody waits for it: whatever is asked for goes first.
        loop {
            match events.try_recv() {
                Ok(event) => handle(&mut book, event).await,
                Err(error) if error.is_closed() => break,
                Err(_) if book.look_on().await => {}
                Err(_) => break,
            }
        }
        while let Ok(event) = events.recv().await {
            handle(&mut book, event).await;
        }
        book.close();
    };
    (Inbox(sender), serve)
}

/// Reads the rest of the log. What needs it waits, and is given back in its order; what does not is
/// carried out in between.
async fn read_log<S: Storage>(
    book: &mut Book<S>,
    events: &mut mpsc::UnboundedReceiver<Event>,
) -> VecDeque<Event> {
    let mut waiting = VecDeque::new();
    while !book.has_log() {
        loop {
            match events.try_recv() {
                Ok(event) if event.needs_log() => waiting.push_back(event),
                // Nobody wants the rest, or once it is there no more will come.
                Ok(event @ Event::Close(_)) if waiting.is_empty() => return [event].into(),
                Ok(event @ Event::Close(_)) => waiting.push_back(event),
                Ok(event) => handle(book, event).await,
                Err(error) if error.is_closed() && waiting.is_empty() => return waiting,
                Err(_) => break,
            }
        }
        if let Err(error) = book.read_on().await {
            book.close();
            (book.listener)(News::LogCannotBeRead(error));
            // Whoever asked for anything is told that the book is closed.
            events.close();
            while events.try_recv().is_ok() {}
            return VecDeque::new();
        }
    }
    waiting
}

impl Event {
    /// It cannot be carried out before all of the log is there.
    fn needs_log(&self) -> bool {
        match self {
            Self::Run(..) | Self::RunWatched(..) | Self::TakeBack(..) | Self::Fold(_) => true,
            // A draft is kept at once: what is typed meanwhile must not be lost.
            Self::OthersWrote(_)
            | Self::PutDraft(..)
            | Self::DeleteDraft(..)
            | Self::Drafts(_)
            | Self::File(..)
            | Self::Rename(..)
            | Self::Close(_) => false,
        }
    }
}

impl Inbox {
    /// Carries a command out. See [`Book::run`].
    pub fn run(
        &self,
        moment: Moment,
        command: Command,
    ) -> impl Future<Output = Result<Outcome, RunError>> + use<> {
        let answer = self.ask(|reply| Event::Run(Box::new(moment), command, reply));
        async move { answer.await.unwrap_or(Err(JournalError::Closed.into())) }
    }

    /// Carries a command out that takes long, with pauses. See [`Book::run_watched`].
    pub fn run_watched(
        &self,
        moment: Moment,
        command: Command,
        watcher: Rc<dyn Watcher>,
    ) -> impl Future<Output = Result<Option<Outcome>, RunError>> + use<> {
        let answer = self.ask(|reply| Event::RunWatched(Box::new(moment), command, watcher, reply));
        async move { answer.await.unwrap_or(Err(JournalError::Closed.into())) }
    }

    /// Takes a change back, or makes it again. See [`Book::take_back`].
    pub fn take_back(
        &self,
        moment: Moment,
        which: Which,
    ) -> impl Future<Output = Result<Option<Outcome>, RunError>> + use<> {
        let answer = self.ask(|reply| Event::TakeBack(Box::new(moment), which, reply));
        async move { answer.await.unwrap_or(Err(JournalError::Closed.into())) }
    }

    /// Reads what other tabs wrote. `revision`: the one they spoke of; `None` to look in any case,
    /// such as when the page comes back from the background.
    pub fn others_wrote(&self, revision: Option<Revision>) {
        // A closed book has nothing to read.
        let _ = self.0.unbounded_send(Event::OthersWrote(revision));
    }

    /// Folds if it is worth it. For one tab at a time, when idle. See [`Book::fold_when_due`].
    pub fn fold(&self) -> impl Future<Output = Result<u64, JournalError>> + use<> {
        answered(self.ask(Event::Fold))
    }

    /// Keeps the form as a draft. See [`Book::put_draft`].
    pub fn put_draft(
        &self,
        form: InteractionForm,
        saved_at: DateTime<Utc>,
    ) -> impl Future<Output = Result<(), JournalError>> + use<> {
        answered(self.ask(|reply| Event::PutDraft(Box::new(form), saved_at, reply)))
    }

    /// Removes a draft, if it is there.
    pub fn delete_draft(
        &self,
        entry: LogEntryId,
    ) -> impl Future<Output = Result<(), JournalError>> + use<> {
        answered(self.ask(|reply| Event::DeleteDraft(entry, reply)))
    }

    /// All drafts, last saved first.
    pub fn drafts(&self) -> impl Future<Output = Result<Drafts, JournalError>> + use<> {
        answered(self.ask(Event::Drafts))
    }

    /// The bytes of a file, if it is there.
    pub fn file(
        &self,
        id: AttachmentId,
    ) -> impl Future<Output = Result<Option<Vec<u8>>, JournalError>> + use<> {
        answered(self.ask(|reply| Event::File(id, reply)))
    }

    /// Renames the company.
    pub fn rename(&self, name: String) -> impl Future<Output = Result<(), JournalError>> + use<> {
        answered(self.ask(|reply| Event::Rename(name, reply)))
    }

    /// Closes the book once everything before is done.
    pub fn close(&self) {
        self.0.close_channel();
    }

    /// Closes the book, and ends when it is closed.
    pub fn closed(&self) -> impl Future<Output = ()> + use<> {
        let closed = self.ask(Event::Close);
        self.close();
        async move {
            // No answer: it has been closed before.
            let _ = closed.await;
        }
    }

    fn ask<T>(&self, event: impl FnOnce(Reply<T>) -> Event) -> oneshot::Receiver<T> {
        let (reply, answer) = oneshot::channel();
        // When the book is closed the event is dropped, and the reply with it: the answer says so.
        let _ = self.0.unbounded_send(event(reply));
        answer
    }
}

async fn answered<T>(
    answer: oneshot::Receiver<Result<T, JournalError>>,
) -> Result<T, JournalError> {
    answer.await.unwrap_or(Err(JournalError::Closed))
}

/// Carries one event out. Whoever asked may be gone: then the answer is of no use to anybody.
async fn handle<S: Storage>(book: &mut Book<S>, event: Event) {
    match event {
        Event::Run(moment, command, reply) => {
            let _ = reply.send(book.run(&moment, command).await);
        }
        Event::RunWatched(moment, command, watcher, reply) => {
            let _ = reply.send(book.run_watched(&moment, command, watcher).await);
        }
        Event::TakeBack(moment, which, reply) => {
            let _ = reply.send(book.take_back(&moment, which).await);
        }
        Event::OthersWrote(revision) => {
            // The listener has been told of an error.
            let _ = book.others_wrote(revision).await;
        }
        Event::Fold(reply) => {
            let _ = reply.send(book.fold_when_due().await);
        }
        Event::PutDraft(form, saved_at, reply) => {
            let _ = reply.send(book.put_draft(*form, saved_at).await);
        }
        Event::DeleteDraft(entry, reply) => {
            let _ = reply.send(book.delete_draft(entry).await);
        }
        Event::Drafts(reply) => {
            let _ = reply.send(book.drafts().await);
        }
        Event::File(id, reply) => {
            let _ = reply.send(book.file(id).await);
        }
        Event::Rename(name, reply) => {
            let _ = reply.send(book.rename(name).await);
        }
        Event::Close(reply) => {
            book.close();
            let _ = reply.send(());
        }
    }
}

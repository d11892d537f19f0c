//! Running a command that takes long under the eyes of whoever waits: the page goes on between its
//! slices, and until it is written it can be given up.

use super::run::along;
use super::{Book, Outcome, RunError};
use crate::domain::slices::Slices;
use crate::domain::{Command, Decision, Moment, decide};
use crate::journal::SetText;
use crate::journal::storage::Storage;
use std::rc::Rc;

/// So many rows at a time; then it is asked whether the page should go on.
const ROWS: usize = 200;
/// Part of the work before the change set is told to the device; the rest is making its text.
const DECIDING: f64 = 0.7;

/// Who waits.
pub trait Watcher {
    /// The page has waited long enough: it should go on for a moment.
    fn is_due(&self) -> bool;
    /// So much is done, from 0 to 1. Called before each pause.
    fn is_at(&self, done: f64);
    /// It was given up.
    fn is_canceled(&self) -> bool;
    /// From here on it is written, and cannot be given up any more.
    fn begins_to_write(&self);
}

impl<S: Storage> Book<S> {
    /// Carries a command out as [`Book::run`] does, with pauses; none when it was given up before it
    /// was written: then nothing has happened.
    pub async fn run_watched(
        &mut self,
        moment: &Moment,
        command: Command,
        watcher: Rc<dyn Watcher>,
    ) -> Result<Option<Outcome>, RunError> {
        let Some(mut decision) = self.decide_watched(moment, &command, &*watcher).await? else {
            return Ok(None);
        };
        let Some(kept) = self.to_keep(moment, &mut decision) else {
            return self.nothing_to_keep(decision).await.map(Some);
        };
        let mut text = SetText::begin(&kept.1);
        let n_in_all = kept.1.changes.len();
        let mut n_told = 0;
        for changes in kept.1.changes.chunks(ROWS) {
            text.push(changes);
            n_told += changes.len();
            let part = n_told as f64 / n_in_all as f64;
            if !self
                .goes_on(&*watcher, DECIDING + part * (1.0 - DECIDING))
                .await
            {
                return Ok(None);
            }
        }
        watcher.begins_to_write();
        // The page shows that before it has to wait.
        self.journal.pause().await;
        let along = along(&decision);
        let answer = self.journal.append_text(kept.0, text.finish(), &along);
        let answer = answer.await;
        let outcome = self.answered(moment, command, (kept, decision), answer);
        let outcome = outcome.await;
        // Records and screen have followed, which took its time. What whoever waits does with the answer is
        // more of it, such as another page.
        self.journal.pause().await;
        outcome.map(Some)
    }

    async fn decide_watched(
        &self,
        moment: &Moment,
        command: &Command,
        watcher: &dyn Watcher,
    ) -> Result<Option<Decision>, RunError> {
        let begun = Slices::begin(&self.records.borrow(), moment, command);
        let Some(slices) = begun else {
            let records = self.records.borrow();
            let decision = decide(&records, moment, command.clone())?;
            return Ok(Some(decision));
        };
        let mut slices = slices?;
        loop {
            let decided = slices.step(&self.records.borrow(), ROWS)?;
            if let Some(decision) = decided {
                return Ok(Some(decision));
            }
            if !self.goes_on(watcher, slices.done() * DECIDING).await {
                return Ok(None);
            }
        }
    }

    /// Lets the page go on if it is time; false when the command was given up.
    async fn goes_on(&self, watcher: &dyn Watcher, done: f64) -> bool {
        if watcher.is_due() {
            watcher.is_at(done);
            self.journal.pause().await;
        }
        !watcher.is_canceled()
    }
}

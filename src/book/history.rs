//! History: which of our changes can be taken back next, and which can be made again.
//!
//! Each tab has its own: nobody takes back by a key what another tab did. The change sets themselves
//! lie in the journal; here are only their revisions. After a reload the newest change set is ours
//! again if the same user wrote it: then it is what the user did last on this device.

use super::{Book, Outcome, RunError};
use crate::domain::interaction::form::{self, InteractionForm};
use crate::domain::{ChangeSet, Command, Moment, Origin, Revision, undo};
use crate::journal::storage::Storage;
use crate::journal::{KEPT, Meta, Ownership};
use chrono::{DateTime, Utc};

/// What is to be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Our last change.
    LastDone,
    /// What we took back last: made again.
    LastUndone,
    /// One certain change of ours, or undo of ours.
    One(Revision),
}

/// The revisions of our changes, the last at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct History {
    done: Vec<Revision>,
    undone: Vec<Revision>,
    /// What was found when the company was opened, and who had written it.
    found: Option<(Revision, String)>,
    /// When the demo company was created: what is older came with it. In one's own company all is the user's, whatever
    /// the clock said then and says now.
    since: Option<DateTime<Utc>>,
}

impl History {
    /// What can be taken back after a reload: the newest change set of all, if it is one that can.
    pub fn reopened(meta: &Meta, newest: Option<&(Revision, ChangeSet)>) -> Self {
        let is_demo = meta.ownership == Ownership::Demo;
        let mut history = Self {
            since: is_demo.then_some(meta.created_at),
            ..Self::default()
        };
        if let Some((revision, set)) = newest {
            history.see(*revision, set);
            history.found = Some((*revision, set.user.clone()));
        }
        history
    }

    /// We have written a change set. One that cannot be taken back is a wall: a key that seems to
    /// concern it must not take back an older one.
    pub fn see(&mut self, revision: Revision, set: &ChangeSet) {
        let is_ours = self.since.is_none_or(|since| set.at >= since);
        match set.origin {
            Origin::Command if !is_ours || !undo::is_undoable(&set.changes) => {
                self.forget();
            }
            Origin::Command => {
                self.done.push(revision);
                self.undone.clear();
            }
            Origin::Undo(taken_back) => {
                self.done.retain(|each| *each != taken_back);
                self.undone.push(revision);
            }
            Origin::Redo(taken_back) => {
                self.undone.retain(|each| *each != taken_back);
                self.done.push(revision);
            }
        }
        // Older ones are not kept to be read.
        let kept = |each: &Revision| each.0 + KEPT > revision.0;
        self.done.retain(kept);
        self.undone.retain(kept);
    }

    /// Nothing so far can be taken back any more, or made again.
    pub fn forget(&mut self) {
        self.done.clear();
        self.undone.clear();
    }

    /// The revision meant, for this user; none when there is nothing.
    pub fn find(&self, which: Which, user: &str) -> Option<Revision> {
        let last = match which {
            Which::One(revision) => return Some(revision),
            Which::LastDone => self.done.last().copied()?,
            Which::LastUndone => self.undone.last().copied()?,
        };
        let is_other = |(found, by): &(Revision, String)| *found == last && by != user;
        (!self.found.as_ref().is_some_and(is_other)).then_some(last)
    }
}

impl<S: Storage> Book<S> {
    /// Takes a change back, or makes one again that was taken back. `None` when there is nothing
    /// that could be.
    ///
    /// Errors: those of [`Book::run`]; the refusals are those of `domain/undo`.
    pub async fn take_back(
        &mut self,
        moment: &Moment,
        which: Which,
    ) -> Result<Option<Outcome>, RunError> {
        let Some(revision) = self.history.find(which, &moment.user) else {
            return Ok(None);
        };
        let Some(set) = self.journal.change_set(revision).await? else {
            return Ok(None);
        };
        if matches!(set.origin, Origin::Undo(_)) {
            let outcome = self.run(moment, Command::Redo(revision, set.changes));
            return outcome.await.map(Some);
        }
        let unfinished = self.forms_of(moment, &set);
        let outcome = self.run(moment, Command::Undo(revision, set.changes));
        let outcome = outcome.await?;
        Ok(Some(Outcome {
            unfinished,
            ..outcome
        }))
    }

    /// The forms of the interactions that a change set postponed.
    fn forms_of(&self, moment: &Moment, set: &ChangeSet) -> Vec<InteractionForm> {
        let records = self.records.borrow();
        let postponed = undo::newly_postponed(&set.changes);
        postponed
            .filter_map(|entry| form::resume(&records, moment, entry).ok())
            .collect()
    }
}

//! Taking back: what a command leaves to be undone, and the one way in which toasts and keys undo.
//!
//! Changes of records are taken back by the book. A draft that was thrown away is no record: the
//! store remembers the last one, until something else is done.

use super::Store;
use crate::book::{Outcome, RunError, Which};
use crate::browser::clock;
use crate::domain::interaction::form::InteractionForm;
use crate::domain::{Notice, Origin, Revision};
use leptos::prelude::*;
use std::ops::Deref;

/// What became of a command: what to tell the user, and how to take it back.
///
/// Reads as its notices.
#[derive(Clone)]
pub struct Done {
    /// What to tell the user.
    pub notices: Vec<Notice>,
    /// Takes it back, where that is possible.
    pub undo: Option<Undo>,
    /// The change that it has taken back itself.
    pub taken_back: Option<Revision>,
    /// Drafts of what is not postponed any more.
    pub unfinished: Vec<InteractionForm>,
}

/// Takes one change back, or makes it again. Cheap to copy; does nothing once the company is closed.
#[derive(Clone, Copy)]
pub struct Undo {
    store: Store,
    /// The change.
    pub revision: Revision,
    /// It was an undo itself: what is taken back is made again.
    pub is_redo: bool,
}

/// The draft that was thrown away last.
#[derive(Clone, Debug, Default)]
pub(super) enum Discarded {
    /// Something else was done since.
    #[default]
    Nothing,
    /// It is thrown away.
    Away(InteractionForm),
    /// It was taken back.
    Back(InteractionForm),
}

/// What a key took back.
pub enum TakenBack {
    /// A change of records.
    Change(Done),
    /// A draft is there again.
    DraftBack(InteractionForm),
    /// A draft was thrown away again.
    DraftAway(InteractionForm),
    /// There was nothing.
    Nothing,
}

impl Deref for Done {
    type Target = [Notice];

    fn deref(&self) -> &[Notice] {
        &self.notices
    }
}

impl Undo {
    /// Takes it back.
    pub fn press(self) -> impl Future<Output = Result<TakenBack, RunError>> {
        self.store.take_back(Which::One(self.revision))
    }

    /// The company it belongs to.
    pub fn store(self) -> Store {
        self.store
    }
}

impl Store {
    /// Throws a draft away, so that it can be taken back.
    pub fn discard_draft(self, form: InteractionForm) {
        self.drop_draft(form.entry);
        self.set_discarded(Discarded::Away(form));
    }

    /// Brings a draft back that was thrown away.
    pub fn bring_draft_back(self, form: InteractionForm) {
        self.keep_draft(form.clone());
        self.set_discarded(Discarded::Back(form));
    }

    /// Takes back what the user did last.
    pub async fn undo(self) -> Result<TakenBack, RunError> {
        match self.discarded() {
            Discarded::Away(form) => {
                self.bring_draft_back(form.clone());
                Ok(TakenBack::DraftBack(form))
            }
            _ => self.take_back(Which::LastDone).await,
        }
    }

    /// Makes again what the user took back last.
    pub async fn redo(self) -> Result<TakenBack, RunError> {
        match self.discarded() {
            Discarded::Back(form) => {
                self.discard_draft(form.clone());
                Ok(TakenBack::DraftAway(form))
            }
            _ => self.take_back(Which::LastUndone).await,
        }
    }

    async fn take_back(self, which: Which) -> Result<TakenBack, RunError> {
        let Some(inner) = self.inner.try_get_value() else {
            return Ok(TakenBack::Nothing);
        };
        let answer = inner.inbox.take_back(self.moment(), which);
        let Some(mut done) = self.under_way(answer).await? else {
            return Ok(TakenBack::Nothing);
        };
        for form in &mut done.unfinished {
            // Under its old id the form is that of an entry that has ended.
            form.go_on_as_new(clock::new_id());
            self.keep_draft(form.clone());
            if let Some(undo) = done.undo {
                let left = (undo.revision, form.clone());
                inner.left_by_undo.borrow_mut().push(left);
            }
        }
        // Postponed again, it is not left as a draft too, unless that was gone on with.
        let left = inner.left_by_undo.take();
        let (again, rest) = left
            .into_iter()
            .partition::<Vec<_>, _>(|(undo, _)| done.taken_back == Some(*undo));
        inner.left_by_undo.replace(rest);
        for (_, form) in again {
            if self.draft(form.entry).as_ref() == Some(&form) {
                self.drop_draft(form.entry);
            }
        }
        Ok(TakenBack::Change(done))
    }

    pub(super) fn done(self, outcome: Outcome) -> Done {
        let is_change = !outcome.tables.is_empty();
        if is_change {
            self.set_discarded(Discarded::Nothing);
        }
        let undo = Undo {
            store: self,
            revision: outcome.revision,
            is_redo: matches!(outcome.origin, Origin::Undo(_)),
        };
        Done {
            notices: outcome.notices,
            undo: (is_change && outcome.is_undoable).then_some(undo),
            taken_back: match outcome.origin {
                Origin::Command => None,
                Origin::Undo(revision) | Origin::Redo(revision) => Some(revision),
            },
            unfinished: outcome.unfinished,
        }
    }

    fn discarded(self) -> Discarded {
        let inner = self.inner.try_get_value();
        inner.map_or_else(Discarded::default, |inner| inner.discarded.borrow().clone())
    }

    fn set_discarded(self, discarded: Discarded) {
        if let Some(inner) = self.inner.try_get_value() {
            inner.discarded.replace(discarded);
        }
    }
}

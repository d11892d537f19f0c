//! Finishing an erasure: the records have it as soon as it is kept, but the journal goes on telling of the contact until
//! it is folded. Until then the change set that erased it lies among those that are still to be folded, which is how
//! an erasure that was broken off is found when the company is opened again.

use super::{Book, News};
use crate::domain::Table;
use crate::domain::interaction::form::InteractionForm;
use crate::domain::privacy::ErasedContact;
use crate::journal::JournalError;
use crate::journal::storage::Storage;

impl<S: Storage> Book<S> {
    /// Has the device forget what was erased: drafts, and what the journal tells from before. Nothing is done where
    /// nothing waits.
    pub(super) async fn finish_erasing(&mut self) -> Result<(), JournalError> {
        self.forget_drafts().await?;
        if self.is_erasing {
            self.journal.fold_surely().await?;
            self.folded = self.records.borrow().revision();
            self.is_erasing = false;
        }
        Ok(())
    }

    /// Another tab has erased a contact. It finishes that itself, unless it ends before; nothing from before can be
    /// taken back here either.
    pub(super) fn erased_elsewhere(&mut self) {
        self.is_erasing = true;
        self.history.forget();
    }

    /// The same where nobody waits for the answer: the listener is told of an error.
    pub(super) async fn finish_erasing_and_tell(&mut self) {
        if let Err(error) = self.finish_erasing().await {
            (self.listener)(News::ErasureWaits(error));
        }
    }

    /// Removes the drafts about contacts that were erased. A tab that slept meanwhile may have kept one since.
    async fn forget_drafts(&self) -> Result<(), JournalError> {
        if self.records.borrow().count(Table::ErasedContact) == 0 {
            return Ok(());
        }
        for draft in self.journal.drafts().await?.drafts {
            if self.is_about_erased(&draft.form) {
                self.journal.delete_draft(draft.form.entry).await?;
            }
        }
        Ok(())
    }

    pub(super) fn is_about_erased(&self, form: &InteractionForm) -> bool {
        let records = self.records.borrow();
        let erased = form.contact.and_then(|id| records.get::<ErasedContact>(id));
        erased.is_some()
    }
}

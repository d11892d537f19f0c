//! Finishing an erasure: the records have it as soon as it is kept, but the journal goes on telling of the contact until
//! it is folded. Until then the change set that erased it lies among those that are still to be folded, which is how
//! an erasure that was broken off is found when the company is opened again.

use super::{Book, News, open};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, CriteriaActionId};
use crate::domain::interaction::form::InteractionForm;
use crate::domain::privacy::ErasedContact;
use crate::domain::{Command, Moment, Revision, Table};
use crate::journal::storage::{Opening, Shelf, Storage};
use crate::journal::{Journal, JournalError};
use chrono::{DateTime, Utc};

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
        self.records.borrow().is_erased(form.contact)
    }
}

/// What was erased in a company, as far as the device knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErasedOnDevice {
    /// The contacts, some perhaps more than once.
    pub erased: Vec<ErasedContact>,
    /// So many companies on the device cannot be read: what was erased in them is not known.
    pub n_unreadable: u32,
}

/// What was erased in the company that was created then, in any of its states that lie on the device, and in the
/// company `besides`.
///
/// Errors: the device does not say which companies it has.
pub async fn erased_on_device<H: Shelf>(
    shelf: &H,
    created_at: DateTime<Utc>,
    besides: Option<&str>,
) -> Result<ErasedOnDevice, JournalError> {
    let mut found = ErasedOnDevice::default();
    for company in shelf.companies().await? {
        let is_besides = besides == Some(company.as_str());
        match erased_in(shelf, &company, created_at, is_besides).await {
            Ok(erased) => found.erased.extend(erased),
            // Deleted since the list was read.
            Err(JournalError::Gone) => {}
            Err(_) => found.n_unreadable += 1,
        }
    }
    Ok(found)
}

async fn erased_in<H: Shelf>(
    shelf: &H,
    company: &str,
    created_at: DateTime<Utc>,
    is_besides: bool,
) -> Result<Vec<ErasedContact>, JournalError> {
    let journal = Journal::new(shelf.open(company, Opening::Existing).await?);
    let erased = async {
        let meta = journal.meta().await?;
        let is_one = meta.is_some_and(|meta| meta.created_at == created_at);
        match is_one || is_besides {
            true => journal.erased().await,
            false => Ok(Vec::new()),
        }
    };
    let erased = erased.await;
    journal.close();
    erased
}

/// Erases a contact in the other states of a company that lie on the device: those that were created at the same moment,
/// but for `except`. Gives the companies that were changed, each with its last revision, and how many could not be: they
/// cannot be opened, or the device does not keep it.
///
/// `action`: a new id, with room for those that follow it; each company has its own rows, so it is the same for all.
pub async fn erase_in_other_states<H: Shelf>(
    shelf: &H,
    (created_at, except): (DateTime<Utc>, &str),
    contact: ContactId,
    action: CriteriaActionId,
    moment: &Moment,
) -> Result<(Vec<(String, Revision)>, u32), JournalError> {
    let (mut changed, mut n_failed) = (Vec::new(), 0);
    for company in shelf.companies().await? {
        let is_other_state = match open::meta(shelf, &company).await {
            Ok(meta) => company != except && meta.is_some_and(|it| it.created_at == created_at),
            // Whether it is one nobody knows.
            Err(_) => false,
        };
        if !is_other_state {
            continue;
        }
        match erase_in(shelf, &company, contact, action, moment).await {
            Ok(revision) => changed.extend(revision.map(|revision| (company, revision))),
            Err(()) => n_failed += 1,
        }
    }
    Ok((changed, n_failed))
}

/// Gives the revision with the erasure; none where there is no such contact.
async fn erase_in<H: Shelf>(
    shelf: &H,
    company: &str,
    contact: ContactId,
    action: CriteriaActionId,
    moment: &Moment,
) -> Result<Option<Revision>, ()> {
    let mut book = open::open(shelf, company, None).await.map_err(drop)?;
    let is_there = book.records().borrow().get::<Contact>(contact).is_some();
    // As it is now: nobody has seen this state.
    let seen = book.records().borrow().revision();
    let erase = Command::EraseContact(contact, seen, action);
    let answer = match is_there {
        true => book
            .run(moment, erase)
            .await
            .map(|done| Some(done.revision)),
        false => Ok(None),
    };
    let is_through = !book.is_erasing;
    book.close();
    match answer {
        Ok(revision) if is_through => Ok(revision),
        _ => Err(()),
    }
}

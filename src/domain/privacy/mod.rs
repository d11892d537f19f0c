//! The rights of whoever is recorded: what a company holds about a contact, and erasing it for good.
//!
//! The source product has neither: it deletes a contact and leaves what was said with it. Erasing is what
//! Article 17 of the General Data Protection Regulation asks for. Of an erased contact there remains that there was
//! one ([`ErasedContact`]), and of its interactions what counts in figures and names nobody. `fate.rs` says what
//! becomes of each row; `erase.rs` is the command; `report.rs` tells all that there is.
//!
//! A company and its persons are contacts of their own: erasing a company takes its own data, and its persons stay,
//! without it. What somebody wrote *about* a contact into the records of others, by name, nobody but a reader can
//! find.

mod erase;
mod fate;
mod report;

pub(in crate::domain) use erase::erase;
pub use erase::{Erasure, erasure};
pub use fate::{Erased, Fate};
pub use report::{InGroup, InSegment, Named, REPORT_FORMAT, Report, report};

use super::code::ContactNo;
use super::contact::Contact;
use super::id::ContactId;
use super::records::Records;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What is kept of a contact that was erased: that it was, so that its log entries say so, and so that a backup from
/// before does not bring it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedContact {
    /// The identity that the contact had.
    pub id: ContactId,
    /// The number that a series gave it. A number that somebody typed may be a name, and is not kept.
    pub no: Option<ContactNo>,
    /// When it was erased.
    pub at: DateTime<Utc>,
}

impl Records {
    /// True for a contact that was erased.
    pub fn is_erased(&self, contact: Option<ContactId>) -> bool {
        contact.is_some_and(|id| self.get::<ErasedContact>(id).is_some())
    }
}

impl ErasedContact {
    fn of(contact: &Contact, at: DateTime<Utc>) -> Self {
        Self {
            id: contact.id,
            no: contact.no_series.map(|_| contact.no.clone()),
            at,
        }
    }
}

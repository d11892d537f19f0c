//! What must be true once a contact was erased: it is not there, and its log entries name nobody.

use super::{Found, Wrong};
use crate::domain::change::Key;
use crate::domain::contact::Contact;
use crate::domain::interaction::LogEntry;
use crate::domain::privacy::{Erased, ErasedContact, Fate};
use crate::domain::records::Records;
use crate::domain::refusal::Field;

impl Records {
    pub(super) fn check_erased(&self, found: &mut Found) {
        for erased in self.all::<ErasedContact>() {
            if self.get::<Contact>(erased.id).is_some() {
                found.add(Key::ErasedContact(erased.id), Wrong::NotErased);
            }
        }
    }

    /// An entry of an erased contact says nothing that erasing would take; its company is one that is there.
    pub(super) fn check_anonymous(&self, found: &mut Found, entry: &LogEntry) {
        let erased = Erased::new(entry.contact);
        if erased.fate_of_entry(entry) != Fate::Stays {
            found.add(Key::LogEntry(entry.id), Wrong::NotErased);
        }
        found.refers::<_, Contact>(self, entry, Field::Company, entry.company);
        let company = entry.company.and_then(|id| self.get::<Contact>(id));
        if company.is_some_and(|company| company.is_person()) {
            found.add(Key::LogEntry(entry.id), Wrong::NotACompany);
        }
    }
}

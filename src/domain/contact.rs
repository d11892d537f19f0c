//! Contacts: companies and persons, and what a person takes over from its company.

use super::code::{ContactNo, SeriesCode};
use super::id::{ContactId, SalespersonId};
use super::values::{CorrespondenceType, CountryCode, LanguageCode};
use serde::{Deserialize, Serialize};

/// A contact (`Contact.Table.al`), with the fields this app uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Identity.
    pub id: ContactId,
    /// Number, unique.
    pub no: ContactNo,
    /// The series that gave the number; blank for a typed one.
    pub no_series: Option<SeriesCode>,
    /// Company or person.
    pub kind: ContactKind,
    /// Full name, at most 100 characters.
    pub name: String,
    /// Address, at most 100 characters.
    pub address: String,
    /// Second address line, at most 50 characters.
    pub address_2: String,
    /// Post code, at most 20 characters.
    pub post_code: String,
    /// City, at most 30 characters.
    pub city: String,
    /// Country.
    pub country: Option<CountryCode>,
    /// Phone number, at most 30 characters, no letters.
    pub phone: String,
    /// Mobile phone number, at most 30 characters, no letters.
    pub mobile_phone: String,
    /// E-mail address, at most 80 characters.
    pub email: String,
    /// Home page, at most 255 characters; http or https.
    pub home_page: String,
    /// The salesperson responsible.
    pub salesperson: Option<SalespersonId>,
    /// The contact's language.
    pub language: Option<LanguageCode>,
    /// How the contact wants to be written to.
    pub correspondence_type: Option<CorrespondenceType>,
    /// No new interactions with this contact.
    pub privacy_blocked: bool,
}

/// What kind of contact, with what only that kind has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContactKind {
    /// A company.
    Company,
    /// A person, perhaps of a company.
    Person(Person),
}

/// What only a person has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The company the person belongs to.
    pub company: Option<ContactId>,
    /// First name, at most 30 characters.
    pub first_name: String,
    /// Middle name, at most 30 characters.
    pub middle_name: String,
    /// Surname, at most 30 characters.
    pub surname: String,
    /// Job title, at most 30 characters.
    pub job_title: String,
}

impl Contact {
    /// The company of this contact: a company's is itself, a person's is its own or none.
    pub fn company(&self) -> Option<ContactId> {
        match &self.kind {
            ContactKind::Company => Some(self.id),
            ContactKind::Person(person) => person.company,
        }
    }

    /// True for a person.
    pub fn is_person(&self) -> bool {
        matches!(self.kind, ContactKind::Person(_))
    }
}

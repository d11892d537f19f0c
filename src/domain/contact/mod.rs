//! Contacts: companies and persons.
//!
//! Here are the contact itself and the three commands. `fields.rs` has the rules of each field,
//! `address.rs` how an address stands on paper,
//! `names.rs` takes a person's name apart, `inherit.rs` has what a person takes over from its
//! company, `history.rs` what becomes of persons and log entries when a contact is deleted or
//! changes company, `many.rs` what is done to many at once.

pub mod address;
mod fields;
pub(in crate::domain) mod history;
mod inherit;
pub mod many;
mod names;

use super::change::{Revision, Table};
use super::code::{ContactNo, SeriesNo};
use super::editable::{self, Editable};
use super::id::{ContactId, OrganizationalLevelId, SalespersonId, SalutationId, SeriesId};
use super::moment::Moment;
use super::notice::Notice;
use super::privacy::ErasedContact;
use super::records::Records;
use super::refusal::{Field, Reason, RecordName, Refusal};
use super::salesperson::Salesperson;
use super::setup::ContactDefaults;
use super::values::{ContactType, CorrespondenceType, CountryCode, LanguageCode};
use super::work::Work;
pub use fields::ContactEdit;
use serde::{Deserialize, Serialize};

/// A contact (`Contact.Table.al`), with the fields this app uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Identity.
    pub id: ContactId,
    /// Number, unique.
    pub no: ContactNo,
    /// The series that gave the number, though it may be deleted since; blank for a typed number.
    pub no_series: Option<SeriesId>,
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
    /// How the contact is addressed.
    #[serde(default)]
    pub salutation: Option<SalutationId>,
    /// Add Contacts leaves the contact out, unless it is told to ignore this.
    #[serde(default)]
    pub exclude_from_segment: bool,
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
    /// Where in the company the person stands.
    #[serde(default)]
    pub organizational_level: Option<OrganizationalLevelId>,
}

/// What a new contact starts with: the defaults of the setup, but the user's own salesperson if
/// the user has one (`Contact.Table.al: OnInsert, SetDefaultSalesperson`). A salesperson who is
/// blocked is left out.
pub fn starts_with(records: &Records, moment: &Moment) -> ContactDefaults {
    starting_values(&Work::new(records, moment))
}

fn starting_values(work: &Work) -> ContactDefaults {
    let available = |id: &SalespersonId| {
        work.get::<Salesperson>(*id)
            .is_some_and(|salesperson| salesperson.is_available())
    };
    let defaults = work.setup().defaults.clone();
    ContactDefaults {
        salesperson: Salesperson::mine(work).or(defaults.salesperson.filter(available)),
        ..defaults
    }
}

/// Creates a contact: a company unless the edits say otherwise. Needs a name. Without a number it
/// takes the next free one of its series.
pub(super) fn create(
    work: &mut Work,
    id: ContactId,
    edits: Vec<ContactEdit>,
) -> Result<(), Refusal> {
    editable::refuse_second::<Contact>(work, id)?;
    editable::refuse_second::<ErasedContact>(work, id)?;
    let (no, no_series) = first_no(work, &edits)?;
    let name = RecordName::new(Table::Contact, &no);
    let defaults = starting_values(work);
    let mut contact = Contact {
        id,
        no,
        no_series,
        kind: ContactKind::Company,
        name: String::new(),
        address: String::new(),
        address_2: String::new(),
        post_code: String::new(),
        city: String::new(),
        country: defaults.country,
        phone: String::new(),
        mobile_phone: String::new(),
        email: String::new(),
        home_page: String::new(),
        salesperson: defaults.salesperson,
        language: defaults.language,
        correspondence_type: defaults.correspondence_type,
        privacy_blocked: false,
        salutation: None,
        exclude_from_segment: false,
    };
    // Nobody knows the contact by its number yet, so a refusal does not name it.
    let unnumbered = |mut refusal: Refusal| {
        if refusal.record == name {
            refusal.record.label.clear();
        }
        refusal
    };
    for edit in edits {
        match edit {
            ContactEdit::No(_) | ContactEdit::Series(_) => {}
            edit => contact.apply(work, edit).map_err(unnumbered)?,
        }
    }
    contact.refuse_nameless().map_err(unnumbered)?;
    work.notice(Notice::Created(Table::Contact, contact.no.to_string()));
    work.put(contact);
    Ok(())
}

/// The number of a new contact: as typed, else the next of the series chosen, or of the setup's.
fn first_no(
    work: &mut Work,
    edits: &[ContactEdit],
) -> Result<(ContactNo, Option<SeriesId>), Refusal> {
    let typed = edits.iter().rev().find_map(|edit| match edit {
        ContactEdit::No(typed) => Some(typed.as_str()),
        _ => None,
    });
    let chosen = edits.iter().rev().find_map(|edit| match edit {
        ContactEdit::Series(id) => Some(*id),
        _ => None,
    });
    let numbering = work.setup().contact_numbering();
    let unnamed = RecordName::unnamed(Table::Contact);
    numbering.first(work, &unnamed, typed, chosen, is_taken)
}

/// Changes one field of a contact, with what follows for its persons and its log entries.
pub(super) fn edit(
    work: &mut Work,
    id: ContactId,
    seen: Revision,
    edit: ContactEdit,
) -> Result<(), Refusal> {
    if let ContactEdit::Series(chosen) = edit {
        let mut contact = Contact::clone(&*editable::seen::<Contact>(work, id, seen)?);
        let numbering = work.setup().contact_numbering();
        let (no, series) = numbering.assign(work, Some(chosen), is_taken)?;
        contact.no = no;
        contact.no_series = Some(series);
        work.put(contact);
        return Ok(());
    }
    let (before, after) = editable::edit::<Contact>(work, id, seen, edit)?;
    after.refuse_nameless()?;
    match (&before.kind, &after.kind) {
        (ContactKind::Company, ContactKind::Company) => {
            inherit::pass_on(work, &before, &after);
        }
        (ContactKind::Person(old), ContactKind::Person(new)) if old.company != new.company => {
            history::change_company(work, id, old.company, new.company);
        }
        _ => {}
    }
    Ok(())
}

/// Deletes a contact, unless it or one of its persons stands in a segment. It leaves all groups. A
/// person's log entries pass to its company; a company takes its persons along, and its entries lose
/// both contacts.
pub(super) fn delete(work: &mut Work, id: ContactId, seen: Revision) -> Result<(), Refusal> {
    let contact = editable::seen::<Contact>(work, id, seen)?;
    let no = contact.no.to_string();
    let n_persons = many::remove(work, &[contact])? - 1;
    work.notice(match n_persons {
        0 => Notice::Deleted(Table::Contact, no),
        n_persons => Notice::CompanyDeleted { no, n_persons },
    });
    Ok(())
}

impl Contact {
    /// The company of this contact: a company's is itself, a person's is its own or none.
    pub fn company(&self) -> Option<ContactId> {
        match &self.kind {
            ContactKind::Company => Some(self.id),
            ContactKind::Person(person) => person.company,
        }
    }

    /// Company or person.
    pub fn contact_type(&self) -> ContactType {
        match self.kind {
            ContactKind::Company => ContactType::Company,
            ContactKind::Person(_) => ContactType::Person,
        }
    }

    /// True for a person.
    pub fn is_person(&self) -> bool {
        matches!(self.kind, ContactKind::Person(_))
    }

    /// What only a person has; none of a company.
    pub fn person(&self) -> Option<&Person> {
        match &self.kind {
            ContactKind::Company => None,
            ContactKind::Person(person) => Some(person),
        }
    }

    /// Where in the company a person stands.
    pub fn organizational_level(&self) -> Option<OrganizationalLevelId> {
        self.person()?.organizational_level
    }

    /// The name of this contact's company: a company's is its own.
    pub fn company_name<'a>(&'a self, records: &'a Records) -> Option<&'a str> {
        match &self.kind {
            ContactKind::Company => Some(&self.name),
            ContactKind::Person(person) => Some(&records.get::<Contact>(person.company?)?.name),
        }
    }

    /// True if another contact had this one's number before this work, and has it still.
    pub(in crate::domain) fn has_a_taken_no(&self, work: &Work) -> bool {
        let standing = work.records().contact_by_no(&self.no);
        let standing = standing.and_then(|row| work.get::<Contact>(row.id));
        standing.is_some_and(|row| row.id != self.id && row.no == self.no)
    }

    fn refuse_nameless(&self) -> Result<(), Refusal> {
        if self.name.is_empty() {
            return Err(self.record_name().refuse(Field::Name, Reason::MustBeFilled));
        }
        Ok(())
    }
}

/// True if a contact has this number.
fn is_taken(work: &Work, no: &SeriesNo) -> bool {
    let by_no = |rows: &Records| rows.contact_by_no(no).map(|contact| contact.id);
    work.has::<Contact>(by_no, |contact| contact.no == *no)
}

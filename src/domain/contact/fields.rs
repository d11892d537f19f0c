//! The fields of a contact: what may be typed or chosen, and what follows inside the contact.

use super::{Contact, ContactKind, Person, history, inherit, is_taken};
use crate::domain::change::Table;
use crate::domain::classification::{ClassKind, OrganizationalLevel, Salutation};
use crate::domain::code::{ContactNo, TEXT_MAX, email, line, phone, web_address};
use crate::domain::editable::Editable;
use crate::domain::id::{ContactId, OrganizationalLevelId, SalespersonId, SalutationId, SeriesId};
use crate::domain::interaction::LogEntry;
use crate::domain::ledger::Scope;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{
    ContactType, CorrespondenceType, CountryCode, LanguageCode, country, language,
};
use crate::domain::work::Work;

/// A change of one field, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactEdit {
    /// The number. Blank on a new contact: the series gives one.
    No(String),
    /// Takes the next number of this series instead: the setup's, or one related to it.
    Series(SeriesId),
    /// Company or person.
    Type(ContactType),
    /// The full name; a person's is taken apart into first name, middle name and surname.
    Name(String),
    /// A person's first name; the full name follows.
    FirstName(String),
    /// A person's middle name; the full name follows.
    MiddleName(String),
    /// A person's surname; the full name follows.
    Surname(String),
    /// A person's company, with all that is taken over from it.
    Company(Option<ContactId>),
    /// A person's job title.
    JobTitle(String),
    /// The address.
    Address(String),
    /// The second address line.
    Address2(String),
    /// The post code.
    PostCode(String),
    /// The city.
    City(String),
    /// The country.
    Country(Option<CountryCode>),
    /// The phone number.
    Phone(String),
    /// The mobile phone number.
    MobilePhone(String),
    /// The e-mail address.
    Email(String),
    /// The home page.
    HomePage(String),
    /// The salesperson responsible; one who is privacy blocked is refused.
    Salesperson(Option<SalespersonId>),
    /// The language.
    Language(Option<LanguageCode>),
    /// How the contact wants to be written to.
    CorrespondenceType(Option<CorrespondenceType>),
    /// No new interactions.
    PrivacyBlocked(bool),
    /// How the contact is addressed.
    Salutation(Option<SalutationId>),
    /// Add Contacts leaves the contact out.
    ExcludeFromSegment(bool),
    /// Where in the company a person stands.
    OrganizationalLevel(Option<OrganizationalLevelId>),
}

impl Editable for Contact {
    type Edit = ContactEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::Contact, &self.no)
    }

    fn apply(&mut self, work: &Work, edit: ContactEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        let refuse = |field| move |reason| name.refuse(field, reason);
        match edit {
            ContactEdit::No(typed) => self.choose_no(work, &typed)?,
            // Takes a number, and so writes elsewhere: done in `create` and `edit`.
            ContactEdit::Series(_) => {}
            ContactEdit::Type(choice) => self.choose_type(work, choice)?,
            ContactEdit::Name(typed) => self.name_in_full(&typed)?,
            ContactEdit::FirstName(typed) => {
                self.name_part(Field::FirstName, |person| &mut person.first_name, &typed)?;
            }
            ContactEdit::MiddleName(typed) => {
                self.name_part(Field::MiddleName, |person| &mut person.middle_name, &typed)?;
            }
            ContactEdit::Surname(typed) => {
                self.name_part(Field::Surname, |person| &mut person.surname, &typed)?;
            }
            ContactEdit::Company(choice) => self.choose_company(work, choice)?,
            ContactEdit::JobTitle(typed) => {
                let title = line(&typed, 30).map_err(refuse(Field::JobTitle))?;
                self.person_mut(Field::JobTitle)?.job_title = title;
            }
            ContactEdit::Address(typed) => {
                self.address = line(&typed, TEXT_MAX).map_err(refuse(Field::Address))?;
            }
            ContactEdit::Address2(typed) => {
                self.address_2 = line(&typed, 50).map_err(refuse(Field::Address2))?;
            }
            ContactEdit::PostCode(typed) => {
                self.post_code = line(&typed, 20).map_err(refuse(Field::PostCode))?;
            }
            ContactEdit::City(typed) => {
                self.city = line(&typed, 30).map_err(refuse(Field::City))?;
            }
            ContactEdit::Country(choice) => {
                let checked = choice.map(country).transpose();
                self.country = checked.map_err(refuse(Field::Country))?;
            }
            ContactEdit::Phone(typed) => {
                self.phone = phone(&typed).map_err(refuse(Field::Phone))?;
            }
            ContactEdit::MobilePhone(typed) => {
                self.mobile_phone = phone(&typed).map_err(refuse(Field::MobilePhone))?;
            }
            ContactEdit::Email(typed) => {
                self.email = email(&typed).map_err(refuse(Field::Email))?;
            }
            ContactEdit::HomePage(typed) => {
                self.home_page = web_address(&typed).map_err(refuse(Field::HomePage))?;
            }
            ContactEdit::Salesperson(choice) => self.choose_salesperson(work, choice)?,
            ContactEdit::Language(choice) => {
                let checked = choice.map(language).transpose();
                self.language = checked.map_err(refuse(Field::Language))?;
            }
            ContactEdit::CorrespondenceType(choice) => self.correspondence_type = choice,
            ContactEdit::PrivacyBlocked(on) => self.privacy_blocked = on,
            ContactEdit::Salutation(choice) => self.choose_salutation(work, choice)?,
            ContactEdit::ExcludeFromSegment(on) => self.exclude_from_segment = on,
            ContactEdit::OrganizationalLevel(choice) => self.choose_level(work, choice)?,
        }
        Ok(())
    }
}

impl Contact {
    /// The person's part. Errors: [`Reason::PersonsOnly`].
    pub(super) fn person_mut(&mut self, field: Field) -> Result<&mut Person, Refusal> {
        let refusal = self.record_name().refuse(field, Reason::PersonsOnly);
        match &mut self.kind {
            ContactKind::Person(person) => Ok(person),
            ContactKind::Company => Err(refusal),
        }
    }

    fn choose_no(&mut self, work: &Work, typed: &str) -> Result<(), Refusal> {
        let name = self.record_name();
        let no = ContactNo::new(typed).map_err(|reason| name.refuse(Field::No, reason))?;
        if no == self.no {
            return Ok(());
        }
        let numbering = work.setup().contact_numbering();
        numbering.accept_typed(work, &name, &no, is_taken)?;
        self.no = no;
        self.no_series = None;
        Ok(())
    }

    /// Makes a person of a company or a company of a person (`Contact.Table.al: TypeChange`).
    fn choose_type(&mut self, work: &Work, choice: ContactType) -> Result<(), Refusal> {
        if self.contact_type() == choice {
            return Ok(());
        }
        let in_use = |by, n: usize| {
            self.record_name()
                .refuse(Field::Type, Reason::InUse { by, n: n as u32 })
        };
        match history::entries_of(work, self.id).len() {
            0 => {}
            n => return Err(in_use(Table::LogEntry, n)),
        }
        match history::persons_of(work, self.id).len() {
            0 => {}
            n => return Err(in_use(Table::Contact, n)),
        }
        // Those of persons who were erased say whose they were.
        let of_company = |entry: &LogEntry| entry.company == Some(self.id);
        match work.entries(Scope::Company(self.id), of_company).len() {
            0 => {}
            n => return Err(in_use(Table::LogEntry, n)),
        }
        self.refuse_classified(work, choice)?;
        match choice {
            ContactType::Company => self.kind = ContactKind::Company,
            ContactType::Person => {
                self.kind = ContactKind::Person(Person::default());
                self.name_in_full(&self.name.clone())?;
            }
        }
        Ok(())
    }

    /// Refuses a type that cannot be in the groups of the contact, or have its organizational level.
    fn refuse_classified(&self, work: &Work, choice: ContactType) -> Result<(), Refusal> {
        let refuse = |by, n| {
            let name = self.record_name();
            Err(name.refuse(Field::Type, Reason::InUse { by, n }))
        };
        let groups = work.groups_of(self.id);
        let stay = |kind: ClassKind| kind.only_for().is_none_or(|only| only == choice);
        if let Some(first) = groups
            .iter()
            .map(|group| group.kind())
            .find(|kind| !stay(*kind))
        {
            let n = groups.iter().filter(|group| group.kind() == first).count();
            return refuse(first.table(), n as u32);
        }
        if self.organizational_level().is_some() {
            return refuse(Table::OrganizationalLevel, 1);
        }
        Ok(())
    }

    /// Sets a person's company, which must be one, and takes over what the setup says. Refused
    /// while the person stands in a segment (`Contact.Table.al: CheckUnloggedSegments`).
    fn choose_company(&mut self, work: &Work, choice: Option<ContactId>) -> Result<(), Refusal> {
        let name = self.record_name();
        let before = self.person_mut(Field::Company)?.company;
        if choice == before {
            return Ok(());
        }
        if let Err(refusal) = history::refuse_in_segment(work, self) {
            return Err(name.refuse(Field::Company, refusal.reason));
        }
        if let Some(id) = choice {
            let company = work.find::<Contact>(id, &name, Field::Company)?;
            if company.is_person() {
                return Err(name.refuse(Field::Company, Reason::NotACompany));
            }
            let left = before.and_then(|id| work.get::<Contact>(id));
            inherit::take_over(self, work.setup().inherit, left.as_deref(), &company);
        }
        self.person_mut(Field::Company)?.company = choice;
        Ok(())
    }

    fn choose_salutation(
        &mut self,
        work: &Work,
        choice: Option<SalutationId>,
    ) -> Result<(), Refusal> {
        if let Some(id) = choice {
            work.find::<Salutation>(id, &self.record_name(), Field::Salutation)?;
        }
        self.salutation = choice;
        Ok(())
    }

    fn choose_level(
        &mut self,
        work: &Work,
        choice: Option<OrganizationalLevelId>,
    ) -> Result<(), Refusal> {
        let (name, field) = (self.record_name(), Field::OrganizationalLevel);
        let person = self.person_mut(field)?;
        if let Some(id) = choice {
            work.find::<OrganizationalLevel>(id, &name, field)?;
        }
        person.organizational_level = choice;
        Ok(())
    }

    fn choose_salesperson(
        &mut self,
        work: &Work,
        choice: Option<SalespersonId>,
    ) -> Result<(), Refusal> {
        if let Some(id) = choice {
            let name = self.record_name();
            let salesperson = work.find::<Salesperson>(id, &name, Field::Salesperson)?;
            if salesperson.privacy_blocked {
                return Err(name.refuse(Field::Salesperson, Reason::SalespersonBlocked));
            }
        }
        self.salesperson = choice;
        Ok(())
    }
}

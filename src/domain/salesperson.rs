//! Salespeople: who is responsible for contacts and carries interactions out.

use super::campaign::Campaign;
use super::change::{Revision, Table};
use super::code::{SalespersonCode, email, filled, line, phone};
use super::contact::Contact;
use super::editable::{self, Editable};
use super::id::SalespersonId;
use super::notice::Notice;
use super::refusal::{Field, Reason, RecordName, Refusal};
use super::segment;
use super::work::Work;
use serde::{Deserialize, Serialize};

/// A salesperson (`SalespersonPurchaser.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Salesperson {
    /// Identity.
    pub id: SalespersonId,
    /// Code, at most 20 characters, unique.
    pub code: SalespersonCode,
    /// Name, at most 50 characters.
    pub name: String,
    /// Job title, at most 30 characters.
    pub job_title: String,
    /// Phone number, at most 30 characters, no letters.
    pub phone: String,
    /// E-mail address, at most 80 characters.
    pub email: String,
    /// Not offered in pickers any more; what names them stays.
    pub blocked: bool,
    /// Cannot be set on a contact.
    pub privacy_blocked: bool,
}

/// A change of one field, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SalespersonEdit {
    /// The code.
    Code(String),
    /// The name.
    Name(String),
    /// The job title.
    JobTitle(String),
    /// The phone number.
    Phone(String),
    /// The e-mail address.
    Email(String),
    /// Not offered any more.
    Blocked(bool),
    /// Cannot be set on a contact.
    PrivacyBlocked(bool),
}

/// Creates a salesperson. Needs a code that is free and a name.
pub(super) fn create(
    work: &mut Work,
    id: SalespersonId,
    edits: Vec<SalespersonEdit>,
) -> Result<(), Refusal> {
    editable::refuse_second::<Salesperson>(work, id)?;
    let unnamed = RecordName::unnamed(Table::Salesperson);
    let code = edits.iter().rev().find_map(|edit| match edit {
        SalespersonEdit::Code(typed) => Some(typed.as_str()),
        _ => None,
    });
    let code = SalespersonCode::new(code.unwrap_or_default())
        .map_err(|reason| unnamed.refuse(Field::Code, reason))?;
    let mut salesperson = Salesperson {
        id,
        code,
        name: String::new(),
        job_title: String::new(),
        phone: String::new(),
        email: String::new(),
        blocked: false,
        privacy_blocked: false,
    };
    for edit in edits {
        salesperson.apply(work, edit)?;
    }
    if salesperson.name.is_empty() {
        return Err(salesperson
            .record_name()
            .refuse(Field::Name, Reason::MustBeFilled));
    }
    work.notice(Notice::Created(
        Table::Salesperson,
        salesperson.code.to_string(),
    ));
    work.put(salesperson);
    Ok(())
}

/// Deletes a salesperson. Contacts and log entries that name it are not checked
/// (`SalespersonPurchaser.Table.al: OnDelete`): entries keep the code, contacts, campaigns, segments
/// and the setup lose the name.
pub(super) fn delete(work: &mut Work, id: SalespersonId, seen: Revision) -> Result<(), Refusal> {
    let salesperson = editable::seen::<Salesperson>(work, id, seen)?;
    let contacts: Vec<Contact> = work
        .all::<Contact>()
        .filter(|contact| contact.salesperson == Some(id))
        .map(|contact| Contact {
            salesperson: None,
            ..(*contact).clone()
        })
        .collect();
    for contact in contacts {
        work.put(contact);
    }
    let campaigns: Vec<Campaign> = work
        .all::<Campaign>()
        .filter(|campaign| campaign.salesperson == Some(id))
        .map(|campaign| Campaign {
            salesperson: None,
            ..(*campaign).clone()
        })
        .collect();
    for campaign in campaigns {
        work.put(campaign);
    }
    segment::forget_salesperson(work, id);
    let mut setup = (*work.setup()).clone();
    if setup.defaults.salesperson == Some(id) {
        setup.defaults.salesperson = None;
        work.put(setup);
    }
    work.delete::<Salesperson>(id);
    work.notice(Notice::Deleted(
        Table::Salesperson,
        salesperson.code.to_string(),
    ));
    Ok(())
}

impl Salesperson {
    /// True when neither blocked nor privacy blocked: what is new may be given to this person.
    pub fn is_available(&self) -> bool {
        !self.blocked && !self.privacy_blocked
    }

    /// The salesperson that the user is, while available.
    pub(super) fn mine(work: &Work) -> Option<SalespersonId> {
        let mine = work.get::<Self>(work.moment().my_salesperson?)?;
        mine.is_available().then_some(mine.id)
    }

    /// A choice of salesperson for what is new.
    ///
    /// Errors: [`Reason::NotFound`], [`Reason::SalespersonBlocked`].
    pub(super) fn available(
        work: &Work,
        choice: Option<SalespersonId>,
        record: &RecordName,
    ) -> Result<Option<SalespersonId>, Refusal> {
        if let Some(id) = choice {
            let found = work.find::<Self>(id, record, Field::Salesperson)?;
            if !found.is_available() {
                return Err(record.refuse(Field::Salesperson, Reason::SalespersonBlocked));
            }
        }
        Ok(choice)
    }
}

impl Editable for Salesperson {
    type Edit = SalespersonEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::Salesperson, &self.code)
    }

    fn apply(&mut self, work: &Work, edit: SalespersonEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        let refuse = |field| move |reason| name.refuse(field, reason);
        match edit {
            SalespersonEdit::Code(typed) => {
                let code = SalespersonCode::new(&typed).map_err(refuse(Field::Code))?;
                let taken = work
                    .all::<Salesperson>()
                    .any(|s| s.code == code && s.id != self.id);
                if taken {
                    return Err(self.record_name().refuse(Field::Code, Reason::AlreadyUsed));
                }
                self.code = code;
            }
            SalespersonEdit::Name(typed) => {
                self.name = filled(&typed, 50).map_err(refuse(Field::Name))?;
            }
            SalespersonEdit::JobTitle(typed) => {
                self.job_title = line(&typed, 30).map_err(refuse(Field::JobTitle))?;
            }
            SalespersonEdit::Phone(typed) => {
                self.phone = phone(&typed).map_err(refuse(Field::Phone))?;
            }
            SalespersonEdit::Email(typed) => {
                self.email = email(&typed).map_err(refuse(Field::Email))?;
            }
            SalespersonEdit::Blocked(blocked) => self.blocked = blocked,
            SalespersonEdit::PrivacyBlocked(blocked) => self.privacy_blocked = blocked,
        }
        Ok(())
    }
}

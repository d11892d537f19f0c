//! Classification: the small tables by which contacts are told apart.
//!
//! Six free lists of codes. A contact may be in any number of mailing groups, industry groups,
//! business relations and job responsibilities (`membership.rs`), and have one organizational level
//! and one salutation, which are fields of the contact. All six are made alike here; how a
//! salutation addresses contacts in each language are rows of their own (`formula.rs`).

pub(super) mod commands;
pub mod formula;
pub mod index;
pub mod membership;

use super::change::{Record, Table};
use super::code::{ClassCode, TEXT_MAX, line};
use super::contact::Contact;
use super::editable::Editable;
use super::id::{
    BusinessRelationId, ContactId, IndustryGroupId, JobResponsibilityId, MailingGroupId,
    OrganizationalLevelId, SalutationId,
};
use super::refusal::{Field, Reason, RecordName, Refusal};
use super::values::ContactType;
use super::work::Work;
pub(super) use commands::{create, delete, edit};
pub use membership::{Group, Membership, MembershipId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A change of one field, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassEdit {
    /// The code.
    Code(String),
    /// The description.
    Description(String),
}

/// A row of one of the six tables.
pub trait Class: Editable<Edit = ClassEdit> {
    /// Which of them.
    const KIND: ClassKind;
    /// A row with nothing but its code.
    fn blank(id: Self::Id, code: ClassCode) -> Self;
    /// The code.
    fn code(&self) -> &ClassCode;
    /// The description.
    fn description(&self) -> &str;
    /// The row among those of all six.
    fn class(&self) -> ClassKey;
}

macro_rules! classes {
    ($($(#[$doc:meta])* $Row:ident, $Id:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $Row {
                /// Identity.
                pub id: $Id,
                /// Code, at most 10 characters, unique among its like.
                pub code: ClassCode,
                /// Description, at most 100 characters.
                pub description: String,
            }

            impl Class for $Row {
                const KIND: ClassKind = ClassKind::$Row;
                fn blank(id: $Id, code: ClassCode) -> Self {
                    Self { id, code, description: String::new() }
                }
                fn code(&self) -> &ClassCode { &self.code }
                fn description(&self) -> &str { &self.description }
                fn class(&self) -> ClassKey { ClassKey::$Row(self.id) }
            }

            impl Editable for $Row {
                type Edit = ClassEdit;

                fn record_name(&self) -> RecordName {
                    RecordName::new(Self::TABLE, &self.code)
                }

                fn apply(&mut self, work: &Work, edit: ClassEdit) -> Result<(), Refusal> {
                    match edit {
                        ClassEdit::Code(typed) => self.code = free_code(work, self, &typed)?,
                        ClassEdit::Description(typed) => {
                            self.description = description(self, &typed)?;
                        }
                    }
                    Ok(())
                }
            }
        )*

        /// Which of the six tables.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ClassKind { $($(#[$doc])* $Row),* }

        impl ClassKind {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$Row),*];

            /// The table.
            pub fn table(self) -> Table {
                match self { $(Self::$Row => Table::$Row),* }
            }

            /// The row of this table with an id.
            pub fn key(self, id: Uuid) -> ClassKey {
                match self { $(Self::$Row => ClassKey::$Row(id.into())),* }
            }

            /// The field of a contact, a filter or a form that names one of them.
            pub fn field(self) -> Field {
                match self { $(Self::$Row => Field::$Row),* }
            }
        }

        /// One row of one of the six tables.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ClassKey { $($(#[$doc])* $Row($Id)),* }

        impl ClassKey {
            /// Which table.
            pub fn kind(self) -> ClassKind {
                match self { $(Self::$Row(_) => ClassKind::$Row),* }
            }

            /// The id within its table.
            pub fn id(self) -> Uuid {
                match self { $(Self::$Row(id) => id.into()),* }
            }
        }

        /// Does the same with a row of whichever table: `for_class!(key, Row(id) => …)`.
        macro_rules! for_class {
            ($key:expr, $Type:ident($id:ident) => $body:expr) => {
                match $key {
                    $($crate::domain::classification::ClassKey::$Row($id) => {
                        type $Type = $crate::domain::classification::$Row;
                        $body
                    })*
                }
            };
        }
        pub(in crate::domain) use for_class;
    };
}

classes! {
    /// A mailing group: contacts that get the same mail (`MailingGroup.Table.al`).
    MailingGroup, MailingGroupId;
    /// An industry group: what companies do (`IndustryGroup.Table.al`).
    IndustryGroup, IndustryGroupId;
    /// A business relation: what companies are to us (`BusinessRelation.Table.al`).
    BusinessRelation, BusinessRelationId;
    /// A job responsibility: what persons are responsible for (`JobResponsibility.Table.al`).
    JobResponsibility, JobResponsibilityId;
    /// An organizational level: where a person stands (`OrganizationalLevel.Table.al`).
    OrganizationalLevel, OrganizationalLevelId;
    /// A salutation: how a contact is addressed (`Salutation.Table.al`).
    Salutation, SalutationId;
}

impl ClassKind {
    /// The only type of contact that may be in one of them, or have it; none: either.
    pub fn only_for(self) -> Option<ContactType> {
        match self {
            Self::IndustryGroup | Self::BusinessRelation => Some(ContactType::Company),
            Self::JobResponsibility | Self::OrganizationalLevel => Some(ContactType::Person),
            Self::MailingGroup | Self::Salutation => None,
        }
    }

    /// Whose groups of this kind count for a contact: those of its company, where only companies have
    /// them (`Contact.Table.al: No. of Industry Groups, No. of Business Relations`).
    pub fn holder(self, contact: &Contact) -> Option<ContactId> {
        if self.only_for() == Some(ContactType::Company) {
            contact.company()
        } else {
            Some(contact.id)
        }
    }
}

/// A typed code that no other row of the table has.
fn free_code<R: Class>(work: &Work, row: &R, typed: &str) -> Result<ClassCode, Refusal> {
    let refuse = |reason| row.record_name().refuse(Field::Code, reason);
    let code = ClassCode::new(typed).map_err(refuse)?;
    let mut others = work.all::<R>();
    if others.any(|other| *other.code() == code && other.id() != row.id()) {
        return Err(refuse(Reason::AlreadyUsed));
    }
    Ok(code)
}

fn description<R: Class>(row: &R, typed: &str) -> Result<String, Refusal> {
    line(typed, TEXT_MAX).map_err(|reason| row.record_name().refuse(Field::Description, reason))
}

//! Refusal: why a command was not carried out. Expected, exact, and never a sentence.
//!
//! A refusal names the record, the field and the reason; `language/explain.rs` makes the sentence.
//! When a rule refuses, nothing of its command is written.

use super::change::Table;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why not: which record, which field of it, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The record the refusal is about.
    pub record: RecordName,
    /// The field, or `None` when it is about the record as a whole.
    pub field: Option<Field>,
    /// What is wrong.
    pub reason: Reason,
}

/// A record as a user knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordName {
    /// The kind of record.
    pub table: Table,
    /// Its number or code; blank for one that has none yet.
    pub label: String,
}

impl RecordName {
    /// A record by its number or code.
    pub fn new(table: Table, label: impl ToString) -> Self {
        Self {
            table,
            label: label.to_string(),
        }
    }

    /// A record that has no number yet, or the only one of its table.
    pub fn unnamed(table: Table) -> Self {
        Self {
            table,
            label: String::new(),
        }
    }

    /// Refuses because of one field.
    pub fn refuse(&self, field: Field, reason: Reason) -> Refusal {
        Refusal {
            record: self.clone(),
            field: Some(field),
            reason,
        }
    }

    /// Refuses the record as a whole.
    pub fn refuse_all(&self, reason: Reason) -> Refusal {
        Refusal {
            record: self.clone(),
            field: None,
            reason,
        }
    }
}

/// Every field that a user can fill in, by its own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are those of the fields")]
pub enum Field {
    // Shared by several records.
    No,
    Code,
    Name,
    Description,
    Salesperson,
    Language,
    CorrespondenceType,
    Comment,
    CommentDate,
    // Contact and salesperson.
    Type,
    FirstName,
    MiddleName,
    Surname,
    Company,
    JobTitle,
    Address,
    Address2,
    PostCode,
    City,
    Country,
    Phone,
    MobilePhone,
    Email,
    HomePage,
    PrivacyBlocked,
    ExcludeFromSegment,
    Blocked,
    // What contacts are classified by.
    MailingGroup,
    IndustryGroup,
    BusinessRelation,
    JobResponsibility,
    OrganizationalLevel,
    Salutation,
    SalutationType,
    SalutationText,
    // Interaction template and interaction.
    Contact,
    Template,
    Group,
    UnitCost,
    UnitDuration,
    Cost,
    Duration,
    InformationFlow,
    InitiatedBy,
    IgnoreContactCorrespondenceType,
    DefaultLanguage,
    Date,
    Time,
    Evaluation,
    Successful,
    Subject,
    Campaign,
    CampaignTarget,
    CampaignResponse,
    SegmentNo,
    LoggedSegment,
    Canceled,
    // Campaign.
    Status,
    EndingDate,
    // Number series.
    DefaultNos,
    ManualNos,
    DateOrder,
    StartingDate,
    StartingNo,
    EndingNo,
    WarningNo,
    LastNoUsed,
    IncrementBy,
    AllowGaps,
    RelatedSeries,
    // Marketing setup.
    ContactNos,
    CampaignNos,
    SegmentNos,
    DefaultSalesperson,
    DefaultCountry,
    DefaultLanguageCode,
    DefaultCorrespondenceType,
    CurrencyCode,
    CoverSheetTemplate,
}

/// What is wrong, in the order of the rules that check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    // What was typed.
    /// Left blank, but needed.
    MustBeFilled,
    /// More characters than the field holds.
    TooLong {
        /// The limit, in characters.
        max: u32,
        /// How many were typed.
        is: u32,
    },
    /// Holds a control character.
    NotPrintable,
    /// A number below zero.
    Negative,
    /// A number beyond the field's bound.
    TooLarge,
    /// A number below one where at least one is needed.
    NotPositive,
    /// Not an e-mail address.
    NotAnEmail,
    /// A phone number with letters in it.
    NotAPhoneNumber,
    /// Not a web address that starts with http or https.
    NotAWebAddress,
    /// Not a currency code of three letters.
    NotACurrencyCode,
    /// Something in double braces that is no merge field.
    UnknownMergeField {
        /// What stands between the braces.
        what: String,
    },
    /// No digit in a number that must be counted up.
    NoDigit,
    // What it refers to.
    /// The record it names does not exist (any more).
    NotFound,
    /// Another record has this number or code.
    AlreadyUsed,
    /// The same form was sent before: the record already exists.
    AlreadyCreated,
    /// Cannot be deleted or changed while other records use it.
    InUse {
        /// The kind of record that uses it.
        by: Table,
        /// How many of them.
        n: u32,
    },
    /// Another tab or device changed the record after this form was opened.
    ChangedMeanwhile,
    /// The record was deleted after this form was opened.
    Gone,
    // Undo.
    /// The record was changed after what was to be taken back.
    ChangedSince,
    /// What it refers to was deleted after what was to be taken back.
    RefersToDeleted,
    /// It stands: it is logged, or too long ago.
    CannotBeUndone,
    // Contacts.
    /// Only a person can have this.
    PersonsOnly,
    /// Only a company can have this.
    CompaniesOnly,
    /// The company of a person must be a company.
    NotACompany,
    /// The contact is privacy blocked.
    PrivacyBlocked,
    /// The salesperson is blocked, or privacy blocked.
    SalespersonBlocked,
    // Interactions.
    /// A template cannot be chosen before the contact.
    ContactFirst,
    /// A language cannot be chosen before the template.
    TemplateFirst,
    /// The template has no content in this language.
    TemplateHasNoLanguage,
    /// Sending needs content, and this interaction has none.
    NoContent,
    /// The field is locked: it came with the record that the form was opened from.
    Locked,
    /// The interaction is not postponed any more: it was finished elsewhere.
    NotPostponed,
    /// The interaction is postponed: only a logged one can be canceled or evaluated.
    StillPostponed,
    /// The entry is canceled because its logged segment is.
    SegmentCanceled {
        /// The segment's number.
        no: String,
    },
    /// The entry is canceled because its campaign entry is.
    CampaignEntryCanceled {
        /// The campaign entry's number.
        no: u32,
    },
    // Campaigns and segments.
    /// The ending date lies before the starting date.
    EndingDateFirst,
    /// The subject needs a language: it stands in the language's row.
    LanguageFirst,
    /// Lines have content from the header, and would lose it if they did not follow.
    LinesHaveContent {
        /// How many lines.
        n: u32,
    },
    /// The segment has as many lines as it can hold.
    TooManyLines {
        /// The limit.
        max: u32,
    },
    /// Contacts that are privacy blocked stand in the segment.
    ContactsBlocked {
        /// The names of the first of them.
        names: Vec<String>,
        /// How many contacts.
        n: u32,
    },
    /// A segment with this number was logged before.
    LoggedBefore,
    /// The segment has no criteria actions to save.
    NothingToSave,
    /// No line of the segment has a contact.
    NothingToLog,
    // Numbers.
    /// The setup names no series for this kind of record.
    SeriesNotSetUp,
    /// The series does not give numbers by itself (Default Nos. is off).
    NotAutomatic,
    /// The series does not allow typed numbers (Manual Nos. is off).
    NotManual,
    /// No open line of the series is valid on this date.
    NoOpenLine {
        /// The date asked for.
        on: NaiveDate,
    },
    /// The series must be used in order of date.
    OutOfDateOrder {
        /// The date last used.
        last: NaiveDate,
    },
    /// The series line has no starting number.
    NoStartingNo,
    /// The series has given its last number.
    Exhausted,
    /// The number does not look like the series' starting number.
    FormatDiffers,
    /// A warning number needs an ending number.
    EndingNoFirst,
    /// The ending number lies before the starting number.
    EndsBeforeItStarts,
    /// The next number would lie before the starting number.
    BeforeStartingNo,
    /// This number would give the number used last another form.
    ChangesLastNoUsed {
        /// The number used last, as it is.
        last: String,
    },
    /// The series is neither the one in the setup nor related to it.
    SeriesNotRelated,
}

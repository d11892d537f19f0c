//! Id: who a row is, on every device and for ever.
//!
//! A row is known by its id, never by its number: numbers and codes can be renamed, and two devices
//! can give them without knowing of each other. Ids are UUIDs of version 7: unique without asking
//! anybody, and in order of creation, so rows written together lie together.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::{Builder, Uuid};

macro_rules! ids {
    ($($(#[$doc:meta])* $Name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $Name(pub Uuid);

        impl From<Uuid> for $Name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$Name> for Uuid {
            fn from(id: $Name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// Identity of a number series.
    SeriesId;
    /// Identity of a contact, company or person.
    ContactId;
    /// Identity of a salesperson.
    SalespersonId;
    /// Identity of an interaction group.
    GroupId;
    /// Identity of an interaction template.
    TemplateId;
    /// Identity of an interaction log entry, postponed or logged.
    LogEntryId;
    /// Identity of a campaign status.
    CampaignStatusId;
    /// Identity of a campaign.
    CampaignId;
    /// Identity of a campaign entry.
    CampaignEntryId;
    /// Identity of a segment that is not logged yet.
    SegmentId;
    /// Identity of a line of a segment.
    SegmentLineId;
    /// Identity of a criteria action of a segment.
    CriteriaActionId;
    /// Identity of a logged segment.
    LoggedSegmentId;
    /// Identity of a mailing group.
    MailingGroupId;
    /// Identity of an industry group.
    IndustryGroupId;
    /// Identity of a business relation.
    BusinessRelationId;
    /// Identity of a job responsibility.
    JobResponsibilityId;
    /// Identity of an organizational level.
    OrganizationalLevelId;
    /// Identity of a salutation.
    SalutationId;
    /// Identity of a salutation formula.
    FormulaId;
    /// Identity of saved criteria.
    SavedCriteriaId;
    /// Identity of a file kept beside the records.
    AttachmentId;
}

/// Identity of a table's only row, such as the marketing setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Single;

/// A new id for a row: a UUID of version 7.
///
/// `millis`: Unix time in milliseconds; `random`: 80 random bits. Whoever opens the form of a new
/// row makes its id then, so that a form sent twice is one row and not two.
pub fn new<I: From<Uuid>>(millis: u64, random: [u8; 10]) -> I {
    Builder::from_unix_timestamp_millis(millis, &random)
        .into_uuid()
        .into()
}

/// The `n`th id after this one, for rows that one command creates in numbers only the rules know.
///
/// Keeps the time and counts the random part up (RFC 9562, 6.2, method 2), so the ids follow each
/// other in order; whoever makes `base` makes room for those that follow.
pub fn following<I: From<Uuid>>(base: Uuid, n: u32) -> I {
    const COUNTER: u128 = (1 << 62) - 1;
    let bits = base.as_u128();
    let counted = (bits & COUNTER).wrapping_add(u128::from(n)) & COUNTER;
    Uuid::from_u128((bits & !COUNTER) | counted).into()
}

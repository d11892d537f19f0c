//! Id: who a row is, on every device and for ever.
//!
//! A row is known by its id, never by its number: numbers and codes can be renamed, and two devices
//! can give them without knowing of each other. Ids are UUIDs of version 7: unique without asking
//! anybody, and in order of creation, so rows written together lie together.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use uuid::{Builder, Uuid};

/// The two halves of an id as numbers.
///
/// Ids are compared all the time: in every index, at every step down a tree. Two numbers at a time that costs
/// a fraction of what it costs byte by byte, most of all in a program compiled to be small.
fn halves(uuid: Uuid) -> [u64; 2] {
    let both = u128::from_le_bytes(uuid.into_bytes());
    [both as u64, (both >> 64) as u64]
}

/// The order of the bytes, which is that of the ids as text.
fn in_order(one: Uuid, other: Uuid) -> Ordering {
    let (one, other) = (halves(one), halves(other));
    let at = usize::from(one[0] == other[0]);
    // The first byte counts most.
    one[at].swap_bytes().cmp(&other[at].swap_bytes())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $Name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Serialize, Deserialize)]
        pub struct $Name(pub Uuid);

        impl PartialEq for $Name {
            fn eq(&self, other: &Self) -> bool {
                halves(self.0) == halves(other.0)
            }
        }

        impl Eq for $Name {}

        impl PartialOrd for $Name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $Name {
            fn cmp(&self, other: &Self) -> Ordering {
                in_order(self.0, other.0)
            }
        }

        impl Hash for $Name {
            fn hash<H: Hasher>(&self, hasher: &mut H) {
                let [first, last] = halves(self.0);
                hasher.write_u64(first);
                hasher.write_u64(last);
            }
        }

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

//! The forms in front of a page.

use super::page::entry_no;
use super::{escape, unescape};
use crate::domain::code::{Code, ContactNo, SalespersonCode};
use crate::domain::interaction::EntryNo;

/// A form in front of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Create Interaction, from a record or from nowhere in particular.
    Create(From),
    /// A postponed interaction taken up again.
    Resume(EntryNo),
    /// A draft taken up again, by the id of its entry.
    Draft(String),
    /// A new master record of the page's kind.
    New,
    /// Log Segment, over the card of a segment.
    LogSegment,
    /// A line of a segment by its line number, over the segment's card.
    SegmentLine(u32),
}

/// Where Create Interaction is opened from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// Nowhere in particular.
    Blank,
    /// A contact.
    Contact(ContactNo),
    /// A salesperson.
    Salesperson(SalespersonCode),
    /// A log entry.
    LogEntry(EntryNo),
}

impl Sheet {
    /// True for a form of the page behind it; the others are Create Interaction, over any page.
    pub fn is_of_page(&self) -> bool {
        matches!(self, Self::New | Self::LogSegment | Self::SegmentLine(_))
    }

    pub(super) fn query(&self) -> String {
        match self {
            Self::Create(From::Blank) => "create".into(),
            Self::Create(From::Contact(no)) => format!("create-contact-{}", escape(no.as_str())),
            Self::Create(From::Salesperson(code)) => {
                format!("create-salesperson-{}", escape(code.as_str()))
            }
            Self::Create(From::LogEntry(no)) => format!("create-entry-{no}"),
            Self::Resume(no) => format!("resume-{no}"),
            Self::Draft(id) => format!("draft-{}", escape(id)),
            Self::New => "new".into(),
            Self::LogSegment => "log-segment".into(),
            Self::SegmentLine(no) => format!("line-{no}"),
        }
    }

    pub(super) fn parse(value: &str) -> Option<Self> {
        let value = unescape(value);
        let after = |prefix: &str| value.strip_prefix(prefix);
        if value == "create" {
            Some(Self::Create(From::Blank))
        } else if value == "new" {
            Some(Self::New)
        } else if value == "log-segment" {
            Some(Self::LogSegment)
        } else if let Some(no) = after("line-") {
            no.parse().ok().map(Self::SegmentLine)
        } else if let Some(no) = after("create-contact-") {
            Code::new(no).ok().map(From::Contact).map(Self::Create)
        } else if let Some(code) = after("create-salesperson-") {
            Code::new(code)
                .ok()
                .map(From::Salesperson)
                .map(Self::Create)
        } else if let Some(no) = after("create-entry-") {
            entry_no(no).map(From::LogEntry).map(Self::Create)
        } else if let Some(no) = after("resume-") {
            entry_no(no).map(Self::Resume)
        } else {
            after("draft-")
                .filter(|id| !id.is_empty())
                .map(|id| Self::Draft(id.to_string()))
        }
    }
}

//! The interaction log entry: one recorded contact with a person or a company.
//!
//! Start with `form.rs` for what happens while an interaction is filled in, and with `finish.rs`
//! for how it is written.

pub mod cancel;
pub mod cover_sheet;
pub mod finish;
pub mod form;
mod open;
pub mod overview;
pub mod statistics;
pub mod template;
pub mod title;

use super::campaign::Campaign;
use super::code::{Code, SalespersonCode, SegmentNo, TemplateCode};
use super::id::{
    AttachmentId, CampaignEntryId, CampaignId, ContactId, GroupId, LogEntryId, LoggedSegmentId,
    SalespersonId, TemplateId,
};
use super::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The number of a log entry: counts up from 1, never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryNo(pub u32);

impl fmt::Display for EntryNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A mention of a record that may be deleted while the mention stays: its id, and the code it had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention<I, const MAX: usize> {
    /// Who is meant.
    pub id: I,
    /// The code when it was written; shown once the record is gone.
    pub code: Code<MAX>,
}

/// A mention of a template.
pub type TemplateMention = Mention<TemplateId, 10>;
/// A mention of a salesperson.
pub type SalespersonMention = Mention<SalespersonId, 20>;

/// A mention of a campaign.
pub type CampaignMention = Mention<CampaignId, 20>;

impl CampaignMention {
    /// Mentions a campaign under its present number.
    pub fn campaign(campaign: &Campaign) -> Self {
        Self {
            id: campaign.id,
            code: campaign.no.clone(),
        }
    }
}

impl TemplateMention {
    /// Mentions a template under its present code.
    pub fn template(id: TemplateId, code: TemplateCode) -> Self {
        Self { id, code }
    }
}

impl SalespersonMention {
    /// Mentions a salesperson under the present code.
    pub fn salesperson(id: SalespersonId, code: SalespersonCode) -> Self {
        Self { id, code }
    }
}

/// Where an entry is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryState {
    /// Saved unfinished; stands in the postponed lists only and counts in no figure.
    Postponed {
        /// The date is still the one that the form proposed.
        date_is_proposal: bool,
        /// The time is still the one that the form proposed.
        time_is_proposal: bool,
    },
    /// Finished.
    Logged,
}

/// The stored record of an interaction (`InteractionLogEntry.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// Identity.
    pub id: LogEntryId,
    /// Entry number.
    pub no: EntryNo,
    /// Postponed or logged.
    pub state: EntryState,
    /// With whom; blank only when that contact was deleted. One that was erased is an
    /// [`ErasedContact`](super::privacy::ErasedContact).
    pub contact: Option<ContactId>,
    /// The contact's company at that time: a company's is itself.
    pub company: Option<ContactId>,
    /// When; always there on a logged entry.
    pub date: Option<NaiveDate>,
    /// Time of day.
    pub time: Option<NaiveTime>,
    /// What it was about, at most 100 characters; always there on a logged entry, unless its contact
    /// was erased.
    pub description: String,
    /// The description at the time of finishing.
    pub subject: String,
    /// The template it started from; always there on a logged entry.
    pub template: Option<TemplateMention>,
    /// The template's group when the entry was written.
    pub group: Option<GroupId>,
    /// The language of the content.
    pub language: Option<LanguageCode>,
    /// The content.
    pub attachment: Option<AttachmentId>,
    /// Which way information went.
    pub information_flow: Option<InformationFlow>,
    /// Who took the initiative.
    pub initiated_by: Option<InitiatedBy>,
    /// How it went.
    pub evaluation: Option<Evaluation>,
    /// The contact was not reached.
    pub attempt_failed: bool,
    /// Cost.
    pub cost: Money,
    /// Duration.
    pub duration: Minutes,
    /// Who carried it out; always there on a logged entry.
    pub salesperson: Option<SalespersonMention>,
    /// How its content is delivered; blank: it is not.
    pub correspondence_type: Option<CorrespondenceType>,
    /// Who wrote it, and on resume who finished it.
    pub user: String,
    /// When it was written last.
    pub written_at: DateTime<Utc>,
    /// Its comments, in order.
    pub comments: Vec<Comment>,
    /// The campaign it belongs to.
    #[serde(default)]
    pub campaign: Option<CampaignMention>,
    /// The campaign entry that counts it.
    #[serde(default)]
    pub campaign_entry: Option<CampaignEntryId>,
    /// The contact is a target of the campaign.
    #[serde(default)]
    pub campaign_target: bool,
    /// It is an answer to the campaign.
    #[serde(default)]
    pub campaign_response: bool,
    /// The number of the segment that was logged; the segment itself is gone.
    #[serde(default)]
    pub segment_no: Option<SegmentNo>,
    /// The logged segment it belongs to.
    #[serde(default)]
    pub logged_segment: Option<LoggedSegmentId>,
    /// Why it is canceled, if it is.
    #[serde(default)]
    pub canceled: Canceled,
}

/// Why a log entry is canceled. Causes are kept apart: when a segment is un-canceled, the entries
/// that were canceled singly stay so. (The source product revives them.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canceled {
    /// The user canceled it itself.
    pub singly: bool,
    /// Its logged segment is canceled.
    pub by_segment: bool,
    /// Its campaign entry is canceled.
    pub by_campaign_entry: bool,
}

impl Canceled {
    /// For any cause.
    pub fn any(self) -> bool {
        self.singly || self.by_segment || self.by_campaign_entry
    }
}

/// Longest comment text, in characters (`InterLogEntryCommentLine.Table.al`).
pub const COMMENT_MAX: usize = 80;

/// A comment on an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The day it is about; a new comment gets the work date only if no other has it yet.
    pub date: Option<NaiveDate>,
    /// What it says, at most 80 characters.
    pub text: String,
}

impl LogEntry {
    /// True while the entry waits to be resumed.
    pub fn is_postponed(&self) -> bool {
        matches!(self.state, EntryState::Postponed { .. })
    }

    /// True once it is canceled, for whatever cause.
    pub fn is_canceled(&self) -> bool {
        self.canceled.any()
    }

    /// True if it counts in figures: neither postponed nor canceled.
    pub fn counts(&self) -> bool {
        !self.is_postponed() && !self.is_canceled()
    }
}

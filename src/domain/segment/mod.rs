//! Segments: working lists of contacts that will all get one interaction. A header and lines, until
//! the segment is logged.
//!
//! Each line is a row of its own, so editing one writes one; an index knows the lines of a segment
//! in their order. `header.rs` says which lines follow the header, `header_edit.rs` what each edit makes
//! of it, `question.rs` what it asks, `line.rs` and `line_edit.rs` a line, `criteria.rs` how contacts come in and go out,
//! `go_back.rs` Go Back, `reuse.rs` how those of a logged segment come in, `chosen.rs` how many come in at once, `selection/` who they are by criteria, `log.rs` Log Segment and its preview, `logged.rs` what remains of it.

pub(in crate::domain) mod chosen;
pub mod criteria;
pub(in crate::domain) mod go_back;
pub mod header;
mod header_edit;
pub mod index;
pub mod languages;
pub mod line;
pub mod line_edit;
pub mod log;
pub mod logged;
pub mod question;
pub(in crate::domain) mod reuse;
pub mod selection;

use super::change::{Key, Revision, Table};
use super::code::{SegmentNo, SeriesNo};
use super::editable::{self, Editable};
use super::id::{CampaignId, GroupId, SalespersonId, SegmentId, SeriesId, TemplateId};
use super::interaction::CampaignMention;
use super::notice::Notice;
use super::refusal::{RecordName, Refusal};
use super::salesperson::Salesperson;
use super::values::{
    CorrespondenceType, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money,
};
use super::work::Work;
use chrono::NaiveDate;
use criteria::CriteriaAction;
pub use header::SegmentEdit;
pub use languages::SegmentLanguage;
use line::{SegmentLine, lines_of};
use serde::{Deserialize, Serialize};

/// The most lines that a segment holds. Logging so many is one change set.
pub const MAX_LINES: u32 = 100_000;

/// The header of a segment (`SegmentHeader.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Identity.
    pub id: SegmentId,
    /// Number, unique.
    pub no: SegmentNo,
    /// The series that gave the number, though it may be deleted since; blank for a typed number.
    pub no_series: Option<SeriesId>,
    /// Description, at most 100 characters; needed for logging.
    pub description: String,
    /// The campaign; its number stays when the campaign is deleted.
    pub campaign: Option<CampaignMention>,
    /// Who is responsible.
    pub salesperson: Option<SalespersonId>,
    /// The date of the interactions; the work date at first.
    pub date: Option<NaiveDate>,
    /// The template of the interactions.
    pub template: Option<TemplateId>,
    /// The template's group.
    pub group: Option<GroupId>,
    /// The language of contacts whose own is not among the languages.
    pub language: Option<LanguageCode>,
    /// The languages of the segment, in order of their codes.
    pub languages: Vec<SegmentLanguage>,
    /// How content is delivered, unless the contact wants it otherwise.
    pub correspondence_type: Option<CorrespondenceType>,
    /// The contact's own wish does not count.
    pub ignore_contact_correspondence_type: bool,
    /// Cost of one interaction.
    pub unit_cost: Money,
    /// Duration of one interaction.
    pub unit_duration: Minutes,
    /// Which way information goes.
    pub information_flow: Option<InformationFlow>,
    /// Who takes the initiative.
    pub initiated_by: Option<InitiatedBy>,
    /// The contacts are targets of the campaign.
    pub campaign_target: bool,
    /// The interactions are answers to the campaign.
    pub campaign_response: bool,
    /// How many criteria actions it has: the number of the last one. Whatever adds or removes
    /// lines changes it, so a form that saw the header of this revision saw all its lines.
    pub n_actions: u32,
}

impl Segment {
    /// A header with nothing in it.
    fn blank(
        id: SegmentId,
        no: SegmentNo,
        no_series: Option<SeriesId>,
        date: NaiveDate,
        salesperson: Option<SalespersonId>,
    ) -> Self {
        Self {
            id,
            no,
            no_series,
            description: String::new(),
            campaign: None,
            salesperson,
            date: Some(date),
            template: None,
            group: None,
            language: None,
            languages: Vec::new(),
            correspondence_type: None,
            ignore_contact_correspondence_type: false,
            unit_cost: Money::default(),
            unit_duration: Minutes::default(),
            information_flow: None,
            initiated_by: None,
            campaign_target: false,
            campaign_response: false,
            n_actions: 0,
        }
    }
}

/// Creates a segment. Without a number it takes the next free one of its series. The date is the
/// work date, the salesperson the user's own, unless the edits say otherwise.
pub(super) fn create(
    work: &mut Work,
    id: SegmentId,
    edits: Vec<SegmentEdit>,
) -> Result<(), Refusal> {
    editable::refuse_second::<Segment>(work, id)?;
    let unnamed = RecordName::unnamed(Table::Segment);
    let typed = edits.iter().rev().find_map(|edit| match edit {
        SegmentEdit::No(typed) => Some(typed.as_str()),
        _ => None,
    });
    let chosen = edits.iter().rev().find_map(|edit| match edit {
        SegmentEdit::Series(id) => Some(*id),
        _ => None,
    });
    let numbering = work.setup().segment_numbering();
    let is_typed = typed.is_some_and(|typed| !typed.trim().is_empty());
    let taken = if is_typed {
        is_taken
    } else {
        is_taken_or_logged
    };
    let (no, no_series) = numbering.first(work, &unnamed, typed, chosen, taken)?;
    let name = RecordName::new(Table::Segment, &no);
    let date = work.moment().work_date;
    let mut segment = Segment::blank(id, no, no_series, date, Salesperson::mine(work));
    for edit in edits {
        match edit {
            SegmentEdit::No(_) | SegmentEdit::Series(_) => {}
            // Nobody knows the segment by its number yet, so a refusal does not name it.
            edit => segment.apply(work, edit).map_err(|mut refusal| {
                if refusal.record == name {
                    refusal.record.label.clear();
                }
                refusal
            })?,
        }
    }
    work.notice(Notice::Created(Table::Segment, segment.no.to_string()));
    work.put(segment);
    Ok(())
}

/// Deletes a segment with its lines and criteria.
pub(super) fn delete(work: &mut Work, id: SegmentId, seen: Revision) -> Result<(), Refusal> {
    let segment = editable::seen::<Segment>(work, id, seen)?;
    remove(work, id, &lines_of(work, id));
    work.notice(Notice::Deleted(Table::Segment, segment.no.to_string()));
    Ok(())
}

/// Takes a segment away with its lines and criteria.
fn remove(work: &mut Work, id: SegmentId, lines: &[std::sync::Arc<SegmentLine>]) {
    for action in criteria::actions_of(work, id) {
        work.delete::<CriteriaAction>(action.id);
    }
    for line in lines {
        work.delete::<SegmentLine>(line.id);
    }
    work.delete::<Segment>(id);
}

/// True if a segment has this number, or had it when it was logged: a second one could not be
/// logged. (A typed number may be that of a logged one; Log Segment then says so.)
fn is_taken_or_logged(work: &Work, no: &SeriesNo) -> bool {
    is_taken(work, no) || work.records().segments().logged_as(no).next().is_some()
}

/// True if a segment has this number.
fn is_taken(work: &Work, no: &SeriesNo) -> bool {
    work.has::<Segment>(|rows| rows.segments().by_no(no), |row| row.no == *no)
}

/// What a header or a line refers to, for those who ask before they delete it.
pub(in crate::domain) struct Uses {
    /// Which header or line.
    pub key: Key,
    /// The template.
    pub template: Option<TemplateId>,
    /// The group.
    pub group: Option<GroupId>,
    /// The salesperson.
    pub salesperson: Option<SalespersonId>,
    /// The campaign.
    pub campaign: Option<CampaignId>,
}

/// How many headers and how many lines are so.
pub(in crate::domain) fn uses(work: &Work, is_so: impl Fn(&Uses) -> bool) -> (usize, usize) {
    let headers = work.all::<Segment>().filter(|row| {
        is_so(&Uses {
            key: Key::Segment(row.id),
            template: row.template,
            group: row.group,
            salesperson: row.salesperson,
            campaign: row.campaign.as_ref().map(|mention| mention.id),
        })
    });
    let n_headers = headers.count();
    let lines = work.all::<SegmentLine>().filter(|row| {
        is_so(&Uses {
            key: Key::SegmentLine(row.id),
            template: row.template,
            group: row.group,
            salesperson: row.salesperson,
            campaign: row.campaign.as_ref().map(|mention| mention.id),
        })
    });
    (n_headers, lines.count())
}

/// A salesperson is deleted: headers and lines lose the name.
pub(super) fn forget_salesperson(work: &mut Work, id: SalespersonId) {
    let headers: Vec<_> = work
        .all::<Segment>()
        .filter(|row| row.salesperson == Some(id))
        .collect();
    for row in headers {
        let mut row = Segment::clone(&row);
        row.salesperson = None;
        work.put(row);
    }
    let lines: Vec<_> = work
        .all::<SegmentLine>()
        .filter(|row| row.salesperson == Some(id))
        .collect();
    for row in lines {
        let mut row = SegmentLine::clone(&row);
        row.salesperson = None;
        work.put(row);
    }
}

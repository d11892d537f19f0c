//! Campaigns: marketing efforts that group segments and interactions.
//!
//! Here are the campaign itself and its three commands. `status.rs` has the stages of campaigns,
//! `entry.rs` the log of a campaign, `statistics.rs` what came of it.

pub mod entry;
pub mod index;
pub mod statistics;
pub mod status;

use super::change::{Revision, Table};
use super::code::{CampaignNo, SeriesNo, TEXT_MAX, line};
use super::editable::{self, Editable};
use super::id::{CampaignId, CampaignStatusId, LoggedSegmentId, SalespersonId, SeriesId};
use super::interaction::LogEntry;
use super::interaction::template::InteractionTemplate;
use super::ledger::Scope;
use super::notice::Notice;
use super::records::Records;
use super::refusal::{Field, Reason, RecordName, Refusal};
use super::salesperson::Salesperson;
use super::segment::Segment;
use super::segment::logged::LoggedSegment;
use super::work::Work;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
pub use status::{CampaignStatus, StatusEdit};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A campaign (`Campaign.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    /// Identity.
    pub id: CampaignId,
    /// Number, unique.
    pub no: CampaignNo,
    /// The series that gave the number, though it may be deleted since; blank for a typed number.
    pub no_series: Option<SeriesId>,
    /// Description, at most 100 characters.
    pub description: String,
    /// The first day.
    pub starting_date: Option<NaiveDate>,
    /// The last day, not before the first.
    pub ending_date: Option<NaiveDate>,
    /// Who is responsible.
    pub salesperson: Option<SalespersonId>,
    /// Its stage.
    pub status: Option<CampaignStatusId>,
    /// The day on which the card was changed last.
    pub last_modified: Option<NaiveDate>,
}

/// A change of one field, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CampaignEdit {
    /// The number. Blank on a new campaign: the series gives one.
    No(String),
    /// Takes the next number of this series instead: the setup's, or one related to it.
    Series(SeriesId),
    /// The description.
    Description(String),
    /// The first day.
    StartingDate(Option<NaiveDate>),
    /// The last day.
    EndingDate(Option<NaiveDate>),
    /// Who is responsible.
    Salesperson(Option<SalespersonId>),
    /// The stage.
    Status(Option<CampaignStatusId>),
}

/// Creates a campaign. Without a number it takes the next free one of its series; the salesperson
/// is the user's own unless the edits say otherwise.
pub(super) fn create(
    work: &mut Work,
    id: CampaignId,
    edits: Vec<CampaignEdit>,
) -> Result<(), Refusal> {
    editable::refuse_second::<Campaign>(work, id)?;
    let unnamed = RecordName::unnamed(Table::Campaign);
    let typed = edits.iter().rev().find_map(|edit| match edit {
        CampaignEdit::No(typed) => Some(typed.as_str()),
        _ => None,
    });
    let chosen = edits.iter().rev().find_map(|edit| match edit {
        CampaignEdit::Series(id) => Some(*id),
        _ => None,
    });
    let numbering = work.setup().campaign_numbering();
    let (no, no_series) = numbering.first(work, &unnamed, typed, chosen, is_taken)?;
    let name = RecordName::new(Table::Campaign, &no);
    let mut campaign = Campaign {
        id,
        no,
        no_series,
        description: String::new(),
        starting_date: None,
        ending_date: None,
        salesperson: Salesperson::mine(work),
        status: None,
        last_modified: Some(work.moment().today()),
    };
    for edit in edits {
        match edit {
            CampaignEdit::No(_) | CampaignEdit::Series(_) => {}
            // Nobody knows the campaign by its number yet, so a refusal does not name it.
            edit => campaign.apply(work, edit).map_err(|mut refusal| {
                if refusal.record == name {
                    refusal.record.label.clear();
                }
                refusal
            })?,
        }
    }
    work.notice(Notice::Created(Table::Campaign, campaign.no.to_string()));
    work.put(campaign);
    Ok(())
}

/// Changes one field of a campaign and notes the day.
pub(super) fn edit(
    work: &mut Work,
    id: CampaignId,
    seen: Revision,
    edit: CampaignEdit,
) -> Result<(), Refusal> {
    let before = editable::seen::<Campaign>(work, id, seen)?;
    let mut campaign = Campaign::clone(&before);
    if let CampaignEdit::Series(chosen) = edit {
        let numbering = work.setup().campaign_numbering();
        let (no, series) = numbering.assign(work, Some(chosen), is_taken)?;
        (campaign.no, campaign.no_series) = (no, Some(series));
    } else {
        campaign.apply(work, edit)?;
    }
    if campaign != *before {
        campaign.last_modified = Some(work.moment().today());
        work.put(campaign);
    }
    Ok(())
}

/// Deletes a campaign with its entries. Segments and log entries keep the dead number
/// (`Campaign.Table.al: OnDelete`); entries canceled with a campaign entry stay canceled. Templates
/// lose the campaign.
pub(super) fn delete(work: &mut Work, id: CampaignId, seen: Revision) -> Result<(), Refusal> {
    let campaign = editable::seen::<Campaign>(work, id, seen)?;
    for entry in entry::of_campaign(work, id) {
        entry::delete(work, entry.id);
    }
    let templates: Vec<InteractionTemplate> = work
        .all::<InteractionTemplate>()
        .filter(|template| template.campaign == Some(id))
        .map(|template| InteractionTemplate {
            campaign: None,
            ..InteractionTemplate::clone(&template)
        })
        .collect();
    for template in templates {
        work.put(template);
    }
    work.delete::<Campaign>(id);
    work.notice(Notice::Deleted(Table::Campaign, campaign.no.to_string()));
    Ok(())
}

/// What deleting a campaign touches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Its entries are deleted, and that cannot be undone.
    pub n_entries: u32,
    /// Templates lose it.
    pub n_templates: u32,
    /// Segments keep its number.
    pub n_segments: u32,
    /// Interactions keep its number.
    pub n_interactions: u32,
}

/// What deleting a campaign would touch.
pub fn touched_by_deleting(records: &Records, id: CampaignId) -> Touched {
    let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let templates = records.all::<InteractionTemplate>();
    let templates = templates.filter(|row| row.campaign == Some(id));
    Touched {
        n_entries: whole(records.campaign_entries().of_campaign(id).count()),
        n_templates: whole(templates.count()),
        n_segments: whole(open_segments(records, id).count()),
        n_interactions: whole(records.ledger().count(Scope::Campaign(id))),
    }
}

/// The segments of a campaign that are not logged yet, in order of their numbers.
pub fn open_segments(records: &Records, id: CampaignId) -> impl Iterator<Item = &Arc<Segment>> {
    let segments = records.segments().all();
    let segments = segments.filter_map(|id| records.get::<Segment>(id));
    segments.filter(move |row| row.campaign.as_ref().is_some_and(|its| its.id == id))
}

/// The logged segments of a campaign, the last one first.
pub fn logged_segments(records: &Records, id: CampaignId) -> Vec<&Arc<LoggedSegment>> {
    let entries = records.campaign_entries().of_campaign(id);
    let entries = entries.filter_map(|id| records.get::<entry::CampaignEntry>(id));
    let ids: BTreeSet<LoggedSegmentId> = entries.filter_map(|entry| entry.register).collect();
    let mut rows: Vec<_> = ids
        .into_iter()
        .filter_map(|id| records.get::<LoggedSegment>(id))
        .collect();
    rows.sort_unstable_by_key(|row| Reverse(row.no));
    rows
}

impl Editable for Campaign {
    type Edit = CampaignEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::Campaign, &self.no)
    }

    fn apply(&mut self, work: &Work, edit: CampaignEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        match edit {
            CampaignEdit::No(typed) => {
                let no =
                    CampaignNo::new(&typed).map_err(|reason| name.refuse(Field::No, reason))?;
                if no != self.no {
                    let numbering = work.setup().campaign_numbering();
                    numbering.accept_typed(work, &name, &no, is_taken)?;
                    (self.no, self.no_series) = (no, None);
                }
            }
            // Takes a number, and so writes elsewhere: done in `create` and `edit`.
            CampaignEdit::Series(_) => {}
            CampaignEdit::Description(typed) => {
                self.description = line(&typed, TEXT_MAX)
                    .map_err(|reason| name.refuse(Field::Description, reason))?;
            }
            CampaignEdit::StartingDate(date) => {
                refuse_reversed(date, self.ending_date, &name, Field::StartingDate)?;
                self.starting_date = date;
            }
            CampaignEdit::EndingDate(date) => {
                refuse_reversed(self.starting_date, date, &name, Field::EndingDate)?;
                self.ending_date = date;
            }
            CampaignEdit::Salesperson(choice) => {
                self.salesperson = Salesperson::available(work, choice, &name)?;
            }
            CampaignEdit::Status(choice) => {
                if let Some(id) = choice {
                    work.find::<CampaignStatus>(id, &name, Field::Status)?;
                }
                self.status = choice;
            }
        }
        Ok(())
    }
}

/// Refuses an ending date before the starting date, on the field that was changed.
fn refuse_reversed(
    starting: Option<NaiveDate>,
    ending: Option<NaiveDate>,
    name: &RecordName,
    field: Field,
) -> Result<(), Refusal> {
    match (starting, ending) {
        (Some(starting), Some(ending)) if ending < starting => {
            Err(name.refuse(field, Reason::EndingDateFirst))
        }
        _ => Ok(()),
    }
}

/// True if a campaign has this number.
fn is_taken(work: &Work, no: &SeriesNo) -> bool {
    let by_no = |rows: &Records| rows.campaign_by_no(no).map(|row| row.id);
    work.has::<Campaign>(by_no, |row| row.no == *no)
}

/// A log entry that no campaign entry counts any more. It stays canceled if it was.
pub(super) fn let_go(entry: &LogEntry) -> LogEntry {
    let mut entry = LogEntry::clone(entry);
    entry.campaign_entry = None;
    entry.canceled.singly |= entry.canceled.by_campaign_entry;
    entry.canceled.by_campaign_entry = false;
    entry
}

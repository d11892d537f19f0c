//! Logged segments: the permanent register, one row for each segment that was logged
//! (`LoggedSegment.Table.al`, `DeleteLoggedSegments.Report.al`).

use super::SegmentEdit;
use crate::domain::campaign::Campaign;
use crate::domain::campaign::entry::{CampaignEntry, put_with_entries};
use crate::domain::change::{Key, Revision, Table};
use crate::domain::code::SegmentNo;
use crate::domain::command::Command;
use crate::domain::editable::Editable;
use crate::domain::id::{CriteriaActionId, LoggedSegmentId, SegmentId};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::ledger::Scope;
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::refusal::{Reason, RecordName, Refusal};
use crate::domain::values::Money;
use crate::domain::work::Work;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;

/// A segment that was logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoggedSegment {
    /// Identity: the UUID that the segment had.
    pub id: LoggedSegmentId,
    /// Entry number: counts up from 1, never given twice.
    pub no: EntryNo,
    /// The segment's number.
    pub segment_no: SegmentNo,
    /// The segment's description.
    pub description: String,
    /// The day on which it was logged.
    pub created_on: NaiveDate,
    /// Who logged it.
    pub user: String,
    /// Canceled, with its interactions and campaign entries.
    pub canceled: bool,
}

/// Nothing of it is edited; [`Editable`] for what it shares with rows that are.
impl Editable for LoggedSegment {
    type Edit = Infallible;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::LoggedSegment, self.no)
    }

    fn apply(&mut self, _: &Work, edit: Infallible) -> Result<(), Refusal> {
        match edit {}
    }
}

/// What belongs to a logged segment: rows whose checkmark in Canceled is its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoggedFigures {
    /// How many interactions.
    pub n_interactions: u32,
    /// What they cost.
    pub cost: Money,
    /// How long they took, in minutes.
    pub minutes: u64,
    /// How many campaign entries.
    pub n_campaign_entries: u32,
}

/// The figures of a logged segment.
pub fn figures(records: &Records, logged: &LoggedSegment) -> LoggedFigures {
    let entries = records.ledger().entries(Scope::LoggedSegment(logged.id));
    let entries = entries.filter_map(|id| records.get::<LogEntry>(id));
    let of_campaigns = records.campaign_entries().of_segment(logged.id);
    let of_campaigns = of_campaigns.filter_map(|id| records.get::<CampaignEntry>(id));
    let same = logged.canceled;
    let mut sum = LoggedFigures {
        n_campaign_entries: of_campaigns.filter(|row| row.is_canceled() == same).count() as u32,
        ..LoggedFigures::default()
    };
    for row in entries.filter(|row| row.is_canceled() == same) {
        sum.n_interactions += 1;
        sum.cost.0 += row.cost.0;
        sum.minutes += u64::from(row.duration.0);
    }
    sum
}

/// Reuse as a new segment: creates one with the description of a logged segment and adds its
/// contacts. The header gets the campaign too where all was done for one, and it still exists. The
/// ids of the segment and of its first action are new, and so is what follows the latter.
pub fn as_new_segment(
    records: &Records,
    logged: &LoggedSegment,
    segment: SegmentId,
    action: CriteriaActionId,
) -> Command {
    let entries = records.campaign_entries().of_segment(logged.id);
    let mut campaigns = entries.filter_map(|id| records.get::<CampaignEntry>(id));
    let campaign = campaigns.next().map(|entry| entry.campaign);
    let campaign = campaign
        .filter(|_| campaigns.next().is_none())
        .filter(|id| records.get::<Campaign>(*id).is_some());
    let mut edits = vec![SegmentEdit::Description(logged.description.clone())];
    edits.extend(campaign.map(|id| SegmentEdit::Campaign(Some(id))));
    Command::All(vec![
        Command::CreateSegment(segment, edits),
        Command::ReuseLoggedSegment(segment, records.revision(), logged.id, action),
    ])
}

/// Switch Checkmark in Canceled: all become the opposite of the first, with their interactions and
/// campaign entries. What was canceled singly stays so when the segment is un-canceled.
///
/// Errors: [`Reason::ChangedMeanwhile`] for a row that is not as the list saw it. Rows gone are
/// passed over.
pub(in crate::domain) fn switch(
    work: &mut Work,
    ids: &[LoggedSegmentId],
    seen: Revision,
) -> Result<(), Refusal> {
    let rows: Vec<Arc<LoggedSegment>> = ids
        .iter()
        .filter_map(|id| work.get::<LoggedSegment>(*id))
        .collect();
    let Some(first) = rows.first() else {
        return Ok(());
    };
    let canceled = !first.canceled;
    let mut n = 0;
    for row in &rows {
        if work.changed_after(Key::LoggedSegment(row.id), seen) {
            return Err(row.record_name().refuse_all(Reason::ChangedMeanwhile));
        }
        if row.canceled == canceled {
            continue;
        }
        for entry in campaign_entries_of(work, row.id) {
            let mut entry = CampaignEntry::clone(&entry);
            entry.canceled_by_segment = canceled;
            put_with_entries(work, entry);
        }
        for entry in entries_of(work, row.id) {
            let mut entry = LogEntry::clone(&entry);
            entry.canceled.by_segment = canceled;
            work.put(entry);
        }
        work.put(LoggedSegment {
            canceled,
            ..LoggedSegment::clone(row)
        });
        n += 1;
    }
    work.notice(Notice::CanceledSwitched {
        table: Table::LoggedSegment,
        n,
        canceled,
    });
    Ok(())
}

/// Which logged segments; a filter that is blank lets all pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoggedFilter {
    /// From this entry number to that one, both included.
    pub nos: Option<(EntryNo, EntryNo)>,
    /// With this segment number.
    pub segment_no: Option<SegmentNo>,
    /// One of these.
    pub ids: Option<BTreeSet<LoggedSegmentId>>,
}

impl LoggedFilter {
    /// True if the logged segment passes.
    pub fn lets_pass(&self, row: &LoggedSegment) -> bool {
        let same_no = self
            .segment_no
            .as_ref()
            .is_none_or(|no| *no == row.segment_no);
        let in_range = |(first, last): (EntryNo, EntryNo)| (first..=last).contains(&row.no);
        let is_one = self.ids.as_ref().is_none_or(|ids| ids.contains(&row.id));
        same_no && is_one && self.nos.is_none_or(in_range)
    }
}

/// Deletes the canceled ones that pass. Interactions and campaign entries stay, canceled; only the
/// link goes. The segment number may be logged again.
pub(in crate::domain) fn delete_canceled(
    work: &mut Work,
    filter: &LoggedFilter,
) -> Result<(), Refusal> {
    let rows = work.all::<LoggedSegment>();
    let going: Vec<Arc<LoggedSegment>> = rows
        .filter(|row| row.canceled && filter.lets_pass(row))
        .collect();
    for row in &going {
        for entry in campaign_entries_of(work, row.id) {
            let mut entry = CampaignEntry::clone(&entry);
            entry.register = None;
            entry.canceled_singly |= entry.canceled_by_segment;
            entry.canceled_by_segment = false;
            work.put(entry);
        }
        for entry in entries_of(work, row.id) {
            let mut entry = LogEntry::clone(&entry);
            entry.logged_segment = None;
            entry.canceled.singly |= entry.canceled.by_segment;
            entry.canceled.by_segment = false;
            work.put(entry);
        }
        work.delete::<LoggedSegment>(row.id);
    }
    let n = going.len() as u32;
    work.notice(Notice::CanceledDeleted(Table::LoggedSegment, n));
    Ok(())
}

fn entries_of(work: &Work, id: LoggedSegmentId) -> Vec<Arc<LogEntry>> {
    work.entries(Scope::LoggedSegment(id), |entry| {
        entry.logged_segment == Some(id)
    })
}

fn campaign_entries_of(work: &Work, id: LoggedSegmentId) -> Vec<Arc<CampaignEntry>> {
    work.linked(
        |rows| Box::new(rows.campaign_entries().of_segment(id)),
        |entry: &CampaignEntry| entry.register == Some(id),
    )
}

//! Campaign entries: the log of a campaign. One for each segment of it that was logged, and one for
//! all interactions that were logged by themselves.

use super::let_go;
use crate::domain::change::{Key, Revision, Table};
use crate::domain::code::SegmentNo;
use crate::domain::id::{CampaignEntryId, CampaignId, LoggedSegmentId};
use crate::domain::interaction::{EntryNo, LogEntry, SalespersonMention};
use crate::domain::ledger::Scope;
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::refusal::{Reason, RecordName, Refusal};
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::values::Money;
use crate::domain::work::Work;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A campaign entry (`CampaignEntry.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignEntry {
    /// Identity: the UUID of the interaction that first needed it.
    pub id: CampaignEntryId,
    /// Entry number: counts up from 1, never given twice.
    pub no: EntryNo,
    /// The campaign.
    pub campaign: CampaignId,
    /// The description of the segment; blank for interactions logged by themselves, which the
    /// language names.
    pub description: String,
    /// The date of the earliest interaction that needed it.
    pub date: Option<NaiveDate>,
    /// The number of the segment; blank for interactions logged by themselves.
    pub segment_no: Option<SegmentNo>,
    /// Who carried the earliest out.
    pub salesperson: Option<SalespersonMention>,
    /// The logged segment it came from.
    pub register: Option<LoggedSegmentId>,
    /// Who wrote it.
    pub user: String,
    /// The user canceled it itself.
    pub canceled_singly: bool,
    /// Its logged segment is canceled.
    pub canceled_by_segment: bool,
}

impl CampaignEntry {
    /// True once it is canceled, for whatever cause.
    pub fn is_canceled(&self) -> bool {
        self.canceled_singly || self.canceled_by_segment
    }

    pub(in crate::domain) fn record_name(&self) -> RecordName {
        RecordName::new(Table::CampaignEntry, self.no)
    }
}

/// What the interactions of a campaign entry add up to: those whose checkmark in Canceled is its
/// own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntryFigures {
    /// How many interactions.
    pub n_interactions: u32,
    /// What they cost.
    pub cost: Money,
    /// How long they took, in minutes.
    pub minutes: u64,
}

/// The figures of a campaign entry.
pub fn figures(records: &Records, entry: &CampaignEntry) -> EntryFigures {
    let mut sum = EntryFigures::default();
    let ids = records.ledger().entries(Scope::CampaignEntry(entry.id));
    for row in ids.filter_map(|id| records.get::<LogEntry>(id)) {
        if row.is_canceled() == entry.is_canceled() {
            sum.n_interactions += 1;
            sum.cost.0 += row.cost.0;
            sum.minutes += u64::from(row.duration.0);
        }
    }
    sum
}

/// The entries of a campaign, as they are now.
pub(super) fn of_campaign(work: &Work, campaign: CampaignId) -> Vec<Arc<CampaignEntry>> {
    work.linked(
        |rows| Box::new(rows.campaign_entries().of_campaign(campaign)),
        |entry: &CampaignEntry| entry.campaign == campaign,
    )
}

/// The entries that count what is logged now: of each campaign the first with this segment number
/// that is not canceled (`SegManagement.Codeunit.al: GetCampaignEntryNo`; the source product does
/// not look at Canceled, and so adds what is valid to what is not).
pub(in crate::domain) fn open_ones(
    work: &Work,
    campaigns: &BTreeSet<CampaignId>,
    segment_no: Option<&SegmentNo>,
) -> BTreeMap<CampaignId, Arc<CampaignEntry>> {
    let mut found: BTreeMap<CampaignId, Arc<CampaignEntry>> = BTreeMap::new();
    let all = campaigns.iter().flat_map(|id| of_campaign(work, *id));
    for entry in all {
        let fits = entry.segment_no.as_ref() == segment_no && !entry.is_canceled();
        let first = found.get(&entry.campaign);
        if fits && first.is_none_or(|first| entry.no < first.no) {
            found.insert(entry.campaign, entry);
        }
    }
    found
}

/// The entry that counts an interaction logged by itself; all of a campaign share one.
pub(in crate::domain) fn loose(
    work: &mut Work,
    campaign: CampaignId,
    entry: &LogEntry,
) -> CampaignEntryId {
    let open = open_ones(work, &BTreeSet::from([campaign]), None);
    if let Some(open) = open.get(&campaign) {
        return open.id;
    }
    let id = CampaignEntryId(entry.id.0);
    let no = work.next_campaign_entry_nos(1);
    work.put(CampaignEntry {
        id,
        no,
        campaign,
        description: String::new(),
        date: entry.date,
        segment_no: None,
        salesperson: entry.salesperson.clone(),
        register: None,
        user: work.moment().user.clone(),
        canceled_singly: false,
        canceled_by_segment: false,
    });
    id
}

/// Switch Checkmark in Canceled: all become the opposite of the first, and their log entries with
/// them (`CampaignEntry.Table.al`). The logged segment is not touched.
///
/// Errors: [`Reason::ChangedMeanwhile`] for one that is not as the list saw it, and
/// [`Reason::SegmentCanceled`] when un-canceling one under a canceled segment. Those gone are
/// passed over.
pub(in crate::domain) fn switch(
    work: &mut Work,
    ids: &[CampaignEntryId],
    seen: Revision,
) -> Result<(), Refusal> {
    let rows: Vec<Arc<CampaignEntry>> = ids
        .iter()
        .filter_map(|id| work.get::<CampaignEntry>(*id))
        .collect();
    let Some(first) = rows.first() else {
        return Ok(());
    };
    let canceled = !first.is_canceled();
    let mut n = 0;
    for row in &rows {
        if work.changed_after(Key::CampaignEntry(row.id), seen) {
            return Err(row.record_name().refuse_all(Reason::ChangedMeanwhile));
        }
        if row.is_canceled() == canceled {
            continue;
        }
        if row.canceled_by_segment {
            let register = row.register.and_then(|id| work.get::<LoggedSegment>(id));
            let no = register.map_or_else(String::new, |row| row.segment_no.to_string());
            return Err(row.record_name().refuse_all(Reason::SegmentCanceled { no }));
        }
        let mut row = CampaignEntry::clone(row);
        row.canceled_singly = canceled;
        put_with_entries(work, row);
        n += 1;
    }
    work.notice(Notice::CanceledSwitched {
        table: Table::CampaignEntry,
        n,
        canceled,
    });
    Ok(())
}

/// Writes a campaign entry; the log entries that it counts are canceled by it or not as it is.
pub(in crate::domain) fn put_with_entries(work: &mut Work, row: CampaignEntry) {
    let (id, canceled) = (row.id, row.is_canceled());
    for entry in counted_by(work, id) {
        let mut entry = LogEntry::clone(&entry);
        entry.canceled.by_campaign_entry = canceled;
        work.put(entry);
    }
    work.put(row);
}

/// Deletes the canceled entries of a campaign, or of all. The log entries that they counted stay,
/// canceled; only the link goes. (The source product deletes them and leaves their comments.)
pub(in crate::domain) fn delete_canceled(
    work: &mut Work,
    campaign: Option<CampaignId>,
) -> Result<(), Refusal> {
    let rows: Vec<Arc<CampaignEntry>> = match campaign {
        Some(id) => of_campaign(work, id),
        None => work.all::<CampaignEntry>().collect(),
    };
    let canceled = rows.into_iter().filter(|row| row.is_canceled());
    let ids: Vec<CampaignEntryId> = canceled.map(|row| row.id).collect();
    for id in &ids {
        delete(work, *id);
    }
    let n = ids.len() as u32;
    work.notice(Notice::CanceledDeleted(Table::CampaignEntry, n));
    Ok(())
}

/// Deletes a campaign entry; its log entries stay without it.
pub(super) fn delete(work: &mut Work, id: CampaignEntryId) {
    for entry in counted_by(work, id) {
        work.put(let_go(&entry));
    }
    work.delete::<CampaignEntry>(id);
}

fn counted_by(work: &Work, id: CampaignEntryId) -> Vec<Arc<LogEntry>> {
    work.entries(Scope::CampaignEntry(id), |entry| {
        entry.campaign_entry == Some(id)
    })
}

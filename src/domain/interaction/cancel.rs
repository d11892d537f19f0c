//! What is done to entries that are in the log: cancel, evaluate, delete what is canceled
//! (`InteractionLogEntry.Table.al`, `DeleteInteractionLogEntries.Report.al`). What an entry says is
//! never changed.

use super::{EntryNo, LogEntry};
use crate::domain::campaign::entry::CampaignEntry;
use crate::domain::change::{Key, Revision, Table};
use crate::domain::id::{CampaignId, ContactId, GroupId, LogEntryId, SalespersonId, TemplateId};
use crate::domain::ledger::Scope;
use crate::domain::notice::Notice;
use crate::domain::refusal::{Reason, RecordName, Refusal};
use crate::domain::values::Evaluation;
use crate::domain::work::Work;
use chrono::NaiveDate;
use std::sync::Arc;

/// Switch Checkmark in Canceled: the first row decides the new value for all. A row that has it
/// already stays as it is.
///
/// Errors, none of them leaving anything done: [`Reason::StillPostponed`],
/// [`Reason::ChangedMeanwhile`] for a row that is not as the list saw it, and when un-canceling
/// [`Reason::SegmentCanceled`] and [`Reason::CampaignEntryCanceled`]. Rows gone are passed over.
pub(in crate::domain) fn switch(
    work: &mut Work,
    ids: &[LogEntryId],
    seen: Revision,
) -> Result<(), Refusal> {
    let rows = logged(work, ids)?;
    let Some(first) = rows.first() else {
        return Ok(());
    };
    let canceled = !first.is_canceled();
    let mut n = 0;
    for row in &rows {
        let name = RecordName::new(Table::LogEntry, row.no);
        if work.changed_after(Key::LogEntry(row.id), seen) {
            return Err(name.refuse_all(Reason::ChangedMeanwhile));
        }
        if row.is_canceled() == canceled {
            continue;
        }
        if row.canceled.by_segment {
            let no = row.segment_no.as_ref();
            let no = no.map_or_else(String::new, ToString::to_string);
            return Err(name.refuse_all(Reason::SegmentCanceled { no }));
        }
        if row.canceled.by_campaign_entry {
            let by = row
                .campaign_entry
                .and_then(|id| work.get::<CampaignEntry>(id));
            let no = by.map_or(0, |by| by.no.0);
            return Err(name.refuse_all(Reason::CampaignEntryCanceled { no }));
        }
        let mut row = LogEntry::clone(row);
        row.canceled.singly = canceled;
        work.put(row);
        n += 1;
    }
    work.notice(Notice::CanceledSwitched {
        table: Table::LogEntry,
        n,
        canceled,
    });
    Ok(())
}

/// Judges how interactions went; canceled ones too. Rows gone are passed over.
///
/// Errors: [`Reason::StillPostponed`].
pub(in crate::domain) fn evaluate(
    work: &mut Work,
    ids: &[LogEntryId],
    evaluation: Evaluation,
) -> Result<(), Refusal> {
    let rows = logged(work, ids)?;
    work.notice(Notice::Evaluated(rows.len() as u32));
    for row in rows {
        work.put(LogEntry {
            evaluation: Some(evaluation),
            ..LogEntry::clone(&row)
        });
    }
    Ok(())
}

/// Which entries; a filter that is blank lets all pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryFilter {
    /// From this entry number to that one, both included.
    pub nos: Option<(EntryNo, EntryNo)>,
    /// With this contact itself.
    pub contact: Option<ContactId>,
    /// Not before this date.
    pub from: Option<NaiveDate>,
    /// Not after this date.
    pub to: Option<NaiveDate>,
    /// Of this campaign.
    pub campaign: Option<CampaignId>,
    /// Of this group.
    pub group: Option<GroupId>,
    /// That started from this template.
    pub template: Option<TemplateId>,
    /// Carried out by this salesperson.
    pub salesperson: Option<SalespersonId>,
}

impl EntryFilter {
    /// True if the entry passes.
    pub fn lets_pass(&self, entry: &LogEntry) -> bool {
        let campaign = entry.campaign.as_ref().map(|mention| mention.id);
        let template = entry.template.as_ref().map(|mention| mention.id);
        let salesperson = entry.salesperson.as_ref().map(|mention| mention.id);
        self.nos
            .is_none_or(|(first, last)| (first..=last).contains(&entry.no))
            && (self.contact.is_none() || self.contact == entry.contact)
            && (self.from.is_none() || entry.date >= self.from)
            && (self.to.is_none() || entry.date <= self.to)
            && (self.campaign.is_none() || self.campaign == campaign)
            && (self.group.is_none() || self.group == entry.group)
            && (self.template.is_none() || self.template == template)
            && (self.salesperson.is_none() || self.salesperson == salesperson)
    }

    /// Where to look for them: the narrowest index there is.
    fn scope(&self) -> Scope {
        let scopes = [
            self.contact.map(Scope::Person),
            self.campaign.map(Scope::Campaign),
            self.template.map(Scope::Template),
            self.salesperson.map(Scope::Salesperson),
            self.group.map(Scope::Group),
        ];
        scopes.into_iter().flatten().next().unwrap_or(Scope::All)
    }
}

/// Deletes the canceled entries that pass, with their comments. A logged segment or campaign entry
/// that loses its last one stays.
pub(in crate::domain) fn delete_canceled(
    work: &mut Work,
    filter: &EntryFilter,
) -> Result<(), Refusal> {
    let canceled = work.entries(filter.scope(), |entry| {
        entry.is_canceled() && filter.lets_pass(entry)
    });
    for entry in &canceled {
        work.delete::<LogEntry>(entry.id);
    }
    let n = canceled.len() as u32;
    work.notice(Notice::CanceledDeleted(Table::LogEntry, n));
    Ok(())
}

/// The entries that are still there, in the order given. Errors: [`Reason::StillPostponed`].
fn logged(work: &Work, ids: &[LogEntryId]) -> Result<Vec<Arc<LogEntry>>, Refusal> {
    let rows = ids.iter().filter_map(|id| work.get::<LogEntry>(*id));
    rows.map(|row| {
        if row.is_postponed() {
            let name = RecordName::new(Table::LogEntry, row.no);
            return Err(name.refuse_all(Reason::StillPostponed));
        }
        Ok(row)
    })
    .collect()
}

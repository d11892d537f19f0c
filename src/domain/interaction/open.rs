//! Opening the form: what each opener gives and locks, and what resuming brings back.

use super::form::{InteractionForm, salesperson_of, selectable};
use super::{EntryState, LogEntry};
use crate::domain::campaign::Campaign;
use crate::domain::change::Table;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, LogEntryId, SalespersonId};
use crate::domain::moment::Moment;
use crate::domain::records::Records;
use crate::domain::refusal::{Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{Minutes, Money};
use std::sync::Arc;

/// Where the form is opened from (interactions 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// From nowhere in particular: everything blank, everything editable.
    Blank,
    /// From a contact: it is given and locked.
    Contact(ContactId),
    /// From a salesperson: given and locked.
    Salesperson(SalespersonId),
    /// From a row of the interaction log: contact, salesperson and campaign are proposed from
    /// it. (The
    /// source product takes the list's filters instead.)
    LogEntry(LogEntryId),
}

/// Opens the form for a new interaction.
///
/// `entry` is the id that the entry will have. Date is the work date, time the next full minute,
/// successful is on; everything else is blank but for what the opener gives.
/// Errors: [`Reason::Gone`] when the opener is deleted; [`Reason::PrivacyBlocked`] for such a
/// contact: the form does not open.
pub fn open(
    records: &Records,
    moment: &Moment,
    entry: LogEntryId,
    from: Opener,
) -> Result<InteractionForm, Refusal> {
    let mut form = InteractionForm {
        entry,
        resumes: None,
        contact_locked: false,
        salesperson_locked: false,
        contact: None,
        template: None,
        description: String::new(),
        salesperson: None,
        language: None,
        attachment: None,
        correspondence_type: None,
        date: Some(moment.work_date),
        time: Some(moment.proposed_time()),
        date_is_set: false,
        time_is_set: false,
        information_flow: None,
        initiated_by: None,
        evaluation: None,
        successful: true,
        cost: Money::default(),
        duration: Minutes::default(),
        comments: Vec::new(),
        campaign: None,
        campaign_locked: false,
        campaign_target: false,
        campaign_response: false,
    };
    match from {
        Opener::Blank => {}
        Opener::Contact(id) => {
            let gone = RecordName::unnamed(Table::Contact).refuse_all(Reason::Gone);
            let contact = records.get::<Contact>(id).ok_or(gone)?;
            refuse_blocked(contact)?;
            form.contact = Some(id);
            form.contact_locked = true;
            // Rule S1: the user's own salesperson, else the contact's.
            let mine = selectable(records, moment.my_salesperson);
            form.salesperson = mine.or_else(|| salesperson_of(records, Some(id)));
        }
        Opener::Salesperson(id) => {
            let gone = RecordName::unnamed(Table::Salesperson).refuse_all(Reason::Gone);
            records.get::<Salesperson>(id).ok_or(gone)?;
            form.salesperson = Some(id);
            form.salesperson_locked = true;
        }
        Opener::LogEntry(id) => {
            let gone = RecordName::unnamed(Table::LogEntry).refuse_all(Reason::Gone);
            let row = records.get::<LogEntry>(id).ok_or(gone)?;
            if let Some(contact) = row.contact.and_then(|id| records.get::<Contact>(id)) {
                refuse_blocked(contact)?;
                form.contact = Some(contact.id);
            }
            // The row's, else as for any contact that is set on the form (rule S2).
            form.campaign = campaign_of(records, row).map(|campaign| campaign.id);
            let of_row = selectable(records, row.salesperson.as_ref().map(|m| m.id));
            form.salesperson = of_row.or_else(|| salesperson_of(records, form.contact));
        }
    }
    Ok(form)
}

/// Opens the form on a postponed entry (`InteractionLogEntry.Table.al: ResumeInteraction`).
///
/// All values are the entry's; contact, salesperson and campaign are locked if filled. A salesperson
/// or campaign deleted meanwhile is blank. Date and time become the present ones only if the user had left them at
/// their proposal. (The source product always resets them, and forgets a failed attempt.)
/// Errors: [`Reason::Gone`], [`Reason::NotPostponed`].
pub fn resume(
    records: &Records,
    moment: &Moment,
    entry: LogEntryId,
) -> Result<InteractionForm, Refusal> {
    let gone = RecordName::unnamed(Table::LogEntry).refuse_all(Reason::Gone);
    let stored = records.stored::<LogEntry>(entry).ok_or(gone)?;
    let row = &stored.row;
    let EntryState::Postponed {
        date_is_proposal,
        time_is_proposal,
    } = row.state
    else {
        return Err(RecordName::new(Table::LogEntry, row.no).refuse_all(Reason::NotPostponed));
    };
    let salesperson = row.salesperson.as_ref().map(|mention| mention.id);
    let salesperson = salesperson.filter(|id| records.get::<Salesperson>(*id).is_some());
    let campaign = campaign_of(records, row);
    Ok(InteractionForm {
        entry,
        resumes: Some(stored.revision),
        contact_locked: row.contact.is_some(),
        salesperson_locked: salesperson.is_some(),
        contact: row.contact,
        template: row.template.as_ref().map(|mention| mention.id),
        description: row.description.clone(),
        salesperson,
        language: row.language.clone(),
        attachment: row.attachment,
        correspondence_type: row.correspondence_type,
        date: if date_is_proposal {
            Some(moment.work_date)
        } else {
            row.date
        },
        time: if time_is_proposal {
            Some(moment.proposed_time())
        } else {
            row.time
        },
        date_is_set: !date_is_proposal,
        time_is_set: !time_is_proposal,
        information_flow: row.information_flow,
        initiated_by: row.initiated_by,
        evaluation: row.evaluation,
        successful: !row.attempt_failed,
        cost: row.cost,
        duration: row.duration,
        comments: row.comments.clone(),
        campaign: campaign.map(|campaign| campaign.id),
        campaign_locked: campaign.is_some(),
        campaign_target: row.campaign_target,
        campaign_response: row.campaign_response,
    })
}

/// The campaign of an entry, while it is there.
fn campaign_of<'a>(records: &'a Records, row: &LogEntry) -> Option<&'a Arc<Campaign>> {
    records.get::<Campaign>(row.campaign.as_ref()?.id)
}

fn refuse_blocked(contact: &Contact) -> Result<(), Refusal> {
    let name = RecordName::new(Table::Contact, &contact.no);
    if contact.privacy_blocked {
        return Err(name.refuse_all(Reason::PrivacyBlocked));
    }
    Ok(())
}

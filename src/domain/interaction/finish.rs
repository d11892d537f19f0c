//! OK, postpone and delete: the checks in their order, and the writing.

use super::form::InteractionForm;
use super::template::InteractionTemplate;
use super::{
    COMMENT_MAX, CampaignMention, Canceled, Comment, EntryNo, EntryState, LogEntry,
    SalespersonMention, TemplateMention,
};
use crate::domain::campaign::{self, Campaign};
use crate::domain::change::Table;
use crate::domain::code::{TEXT_MAX, line};
use crate::domain::contact::Contact;
use crate::domain::id::LogEntryId;
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::CorrespondenceType;
use crate::domain::work::Work;
use chrono::NaiveDate;

/// OK: checks everything and writes the log entry, or finishes the postponed one under its number.
///
/// The checks, in this order, and the first that fails refuses (`SegmentLine.Table.al: CheckStatus`,
/// then `SegManagement.Codeunit.al: CheckSegmentLine`): contact, template, salesperson, date,
/// description filled; content for e-mail; contact, template, campaign and salesperson exist; the contact is
/// not privacy blocked; content for hard copy. Time, language, flow, initiative, evaluation, cost
/// and duration need not be filled.
pub(in crate::domain) fn finish(work: &mut Work, form: InteractionForm) -> Result<(), Refusal> {
    let name = form.record_name(work.records());
    let before = open_entry(work, &form, &name)?;
    let missing = |field| name.refuse(field, Reason::MustBeFilled);
    let contact = form.contact.ok_or_else(|| missing(Field::Contact))?;
    let template = form.template.ok_or_else(|| missing(Field::Template))?;
    let salesperson = form
        .salesperson
        .ok_or_else(|| missing(Field::Salesperson))?;
    form.date.ok_or_else(|| missing(Field::Date))?;
    if description_of(&form, &name)?.is_empty() {
        return Err(missing(Field::Description));
    }
    let no_content = || name.refuse(Field::CorrespondenceType, Reason::NoContent);
    let without_content = form.attachment.is_none();
    if form.correspondence_type == Some(CorrespondenceType::Email) && without_content {
        return Err(no_content());
    }
    let contact = work.find::<Contact>(contact, &name, Field::Contact)?;
    work.find::<InteractionTemplate>(template, &name, Field::Template)?;
    if let Some(campaign) = form.campaign {
        work.find::<Campaign>(campaign, &name, Field::Campaign)?;
    }
    work.find::<Salesperson>(salesperson, &name, Field::Salesperson)?;
    if contact.privacy_blocked {
        return Err(name.refuse(Field::Contact, Reason::PrivacyBlocked));
    }
    if form.correspondence_type == Some(CorrespondenceType::HardCopy) && without_content {
        return Err(no_content());
    }

    let mut entry = entry_of(work, form, &name, before, EntryState::Logged)?;
    if entry.correspondence_type == Some(CorrespondenceType::Email) && contact.email.is_empty() {
        entry.correspondence_type = None;
        work.notice(Notice::LoggedWithoutEmail {
            contact: contact.name.clone(),
        });
    }
    if let Some(mention) = &entry.campaign {
        let counted_by = campaign::entry::loose(work, mention.id, &entry);
        entry.campaign_entry = Some(counted_by);
    }
    work.notice(Notice::InteractionLogged(entry.no));
    work.end_draft(entry.id);
    work.put(entry);
    Ok(())
}

/// Cancel and postpone: saves the form unfinished. Needs a contact only. (The source product runs
/// all the checks of OK here.)
pub(in crate::domain) fn postpone(work: &mut Work, form: InteractionForm) -> Result<(), Refusal> {
    let name = form.record_name(work.records());
    let before = open_entry(work, &form, &name)?;
    let Some(contact) = form.contact else {
        return Err(name.refuse(Field::Contact, Reason::MustBeFilled));
    };
    work.find::<Contact>(contact, &name, Field::Contact)?;
    let state = EntryState::Postponed {
        date_is_proposal: !form.date_is_set,
        time_is_proposal: !form.time_is_set,
    };
    let entry = entry_of(work, form, &name, before, state)?;
    work.notice(Notice::InteractionPostponed(entry.no));
    work.end_draft(entry.id);
    work.put(entry);
    Ok(())
}

/// What a postponed entry still lacks, in the order in which OK asks for it once it is resumed.
/// [`Field::CorrespondenceType`] stands for content to send. A contact that has become privacy
/// blocked is not lacking: it refuses OK all the same.
pub fn missing(records: &Records, entry: &LogEntry) -> Vec<Field> {
    let (template, salesperson) = (&entry.template, &entry.salesperson);
    let has_contact = entry
        .contact
        .is_some_and(|id| records.get::<Contact>(id).is_some());
    // Resuming blanks what was deleted meanwhile.
    let has_template = template
        .as_ref()
        .is_some_and(|mention| records.get::<InteractionTemplate>(mention.id).is_some());
    let has_salesperson = salesperson
        .as_ref()
        .is_some_and(|mention| records.get::<Salesperson>(mention.id).is_some());
    // Resuming proposes the work date where the user had left the proposal.
    let date_is_proposal = matches!(
        entry.state,
        EntryState::Postponed {
            date_is_proposal: true,
            ..
        }
    );
    let sends_nothing = entry.correspondence_type.is_some() && entry.attachment.is_none();
    [
        (!has_contact, Field::Contact),
        (!has_template, Field::Template),
        (!has_salesperson, Field::Salesperson),
        (entry.date.is_none() && !date_is_proposal, Field::Date),
        (entry.description.is_empty(), Field::Description),
        (sends_nothing, Field::CorrespondenceType),
    ]
    .into_iter()
    .filter_map(|(is_missing, field)| is_missing.then_some(field))
    .collect()
}

/// Deletes postponed interactions with their comments and with what was typed since they were
/// resumed; a logged one among them refuses all.
/// Those already gone are passed over: somebody else deleted them.
pub(in crate::domain) fn delete_postponed(
    work: &mut Work,
    ids: &[LogEntryId],
) -> Result<(), Refusal> {
    let mut n_deleted = 0;
    for id in ids {
        let Some(entry) = work.get::<LogEntry>(*id) else {
            continue;
        };
        if !entry.is_postponed() {
            let name = RecordName::new(Table::LogEntry, entry.no);
            return Err(name.refuse_all(Reason::NotPostponed));
        }
        work.delete::<LogEntry>(*id);
        work.end_draft(*id);
        n_deleted += 1;
    }
    work.notice(Notice::PostponedDeleted(n_deleted));
    Ok(())
}

/// The number of the entry that the form resumes, or none for a new one.
///
/// Errors: a new form whose entry exists was sent twice; a resumed one whose entry is gone,
/// finished or changed was resumed elsewhere too.
fn open_entry(
    work: &Work,
    form: &InteractionForm,
    name: &RecordName,
) -> Result<Option<EntryNo>, Refusal> {
    match (form.resumes, work.get::<LogEntry>(form.entry)) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err(name.refuse_all(Reason::AlreadyCreated)),
        (Some(_), None) => Err(name.refuse_all(Reason::Gone)),
        (Some(_), Some(entry)) if !entry.is_postponed() => {
            Err(name.refuse_all(Reason::NotPostponed))
        }
        (Some(seen), Some(entry)) => {
            if work.changed_after(crate::domain::Key::LogEntry(form.entry), seen) {
                return Err(name.refuse_all(Reason::ChangedMeanwhile));
            }
            Ok(Some(entry.no))
        }
    }
}

/// The entry that the form describes. Checks again what the form checks while it is filled in:
/// a form may come from a draft that an older version kept.
fn entry_of(
    work: &mut Work,
    form: InteractionForm,
    name: &RecordName,
    no: Option<EntryNo>,
    state: EntryState,
) -> Result<LogEntry, Refusal> {
    let description = description_of(&form, name)?;
    let cost = form
        .cost
        .checked()
        .map_err(|reason| name.refuse(Field::Cost, reason))?;
    let duration = form
        .duration
        .checked()
        .map_err(|reason| name.refuse(Field::Duration, reason))?;
    let comments = checked_comments(form.comments, name)?;
    let contact = form.contact.and_then(|id| work.get::<Contact>(id));
    let template = form
        .template
        .and_then(|id| work.get::<InteractionTemplate>(id));
    let salesperson = form.salesperson.and_then(|id| work.get::<Salesperson>(id));
    let campaign = form.campaign.and_then(|id| work.get::<Campaign>(id));
    let no = match no {
        Some(no) => no,
        None => work.next_entry_no(),
    };
    Ok(LogEntry {
        id: form.entry,
        no,
        state,
        contact: contact.as_ref().map(|contact| contact.id),
        company: contact.as_ref().and_then(|contact| contact.company()),
        date: form.date,
        time: form.time,
        subject: if state == EntryState::Logged {
            description.clone()
        } else {
            String::new()
        },
        description,
        group: template.as_ref().and_then(|template| template.group),
        template: template.map(|row| TemplateMention::template(row.id, row.code.clone())),
        language: form.language,
        attachment: form.attachment,
        information_flow: form.information_flow,
        initiated_by: form.initiated_by,
        evaluation: form.evaluation,
        attempt_failed: !form.successful,
        cost,
        duration,
        salesperson: salesperson
            .map(|row| SalespersonMention::salesperson(row.id, row.code.clone())),
        correspondence_type: form.correspondence_type,
        user: work.moment().user.clone(),
        written_at: work.moment().now,
        comments,
        campaign: campaign.map(|row| CampaignMention::campaign(&row)),
        campaign_entry: None,
        campaign_target: form.campaign_target,
        campaign_response: form.campaign_response,
        segment_no: None,
        logged_segment: None,
        canceled: Canceled::default(),
    })
}

/// The description as it is written: what was typed, trimmed. Errors: [`Reason::TooLong`].
fn description_of(form: &InteractionForm, name: &RecordName) -> Result<String, Refusal> {
    line(&form.description, TEXT_MAX).map_err(|reason| name.refuse(Field::Description, reason))
}

/// Comments within their limit; blank ones are left out.
fn checked_comments(comments: Vec<Comment>, name: &RecordName) -> Result<Vec<Comment>, Refusal> {
    let mut kept = Vec::with_capacity(comments.len());
    for comment in comments {
        let text = line(&comment.text, COMMENT_MAX)
            .map_err(|reason| name.refuse(Field::Comment, reason))?;
        if !text.is_empty() {
            kept.push(Comment { text, ..comment });
        }
    }
    Ok(kept)
}

/// The date that a new comment gets: the work date, unless another comment has it already
/// (`InterLogEntryCommentLine.Table.al: SetUpNewLine`).
pub fn date_of_new_comment(comments: &[Comment], work_date: NaiveDate) -> Option<NaiveDate> {
    let taken = comments
        .iter()
        .any(|comment| comment.date == Some(work_date));
    (!taken).then_some(work_date)
}

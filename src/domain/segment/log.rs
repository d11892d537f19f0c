//! Log Segment: turns a segment into log entries, all or none, and what it would do
//! (`SegManagement.Codeunit.al: LogSegment, CheckSegmentLine`).
//!
//! Preview and logging look at a segment with the same eyes ([`look`]), so what the preview shows
//! is what will happen.

use super::criteria::{ActionKind, Origin, append, record, with_campaign_of};
use super::line::{SegmentLine, lines_of};
use super::logged::LoggedSegment;
use super::{Segment, is_taken_or_logged, remove};
use crate::domain::campaign::Campaign;
use crate::domain::campaign::entry::{CampaignEntry, open_ones};
use crate::domain::change::{Key, Revision, Table};
use crate::domain::code::{SegmentNo, line as text_line};
use crate::domain::contact::Contact;
use crate::domain::editable::{self, Editable};
use crate::domain::id::{
    CampaignEntryId, CampaignId, ContactId, CriteriaActionId, LogEntryId, LoggedSegmentId,
    SegmentId, SegmentLineId, TemplateId, following,
};
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::interaction::{
    CampaignMention, Canceled, EntryNo, EntryState, LogEntry, SalespersonMention, TemplateMention,
};
use crate::domain::moment::Moment;
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{CorrespondenceType, Minutes, Money};
use crate::domain::work::Work;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// The follow-up segment to create.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Its id, made by whoever opened the dialog.
    pub segment: SegmentId,
    /// Its description, in the user's language: at most 50 characters count.
    pub description: String,
}

/// Longest description of a follow-up segment, in characters.
pub const FOLLOW_UP_MAX: usize = 50;

/// The names that a refusal lists at most.
const NAMES_MAX: usize = 5;

/// What logging a segment would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What Log Segment sends back: it is refused if the segment changed after this.
    pub seen: Revision,
    /// Why it would be refused, or none; as Log Segment would say it.
    pub refusal: Option<Refusal>,
    /// All that is wrong with lines, line by line, each in the order of the checks.
    pub failing: Vec<LineProblem>,
    /// How many interactions of each template, in order of the templates' codes.
    pub by_template: Vec<(TemplateId, u32)>,
    /// How many interactions in all.
    pub n_interactions: u32,
    /// How many lines vanish with the segment because they have no contact.
    pub n_without_contact: u32,
    /// How many interactions are logged without sending: the contact has no e-mail address.
    pub n_without_email: u32,
    /// How many campaign entries count them.
    pub n_campaign_entries: u32,
    /// What the interactions cost.
    pub cost: Money,
    /// How long they take, in minutes.
    pub minutes: u64,
    /// What a follow-up segment would hold.
    pub follow_up: FollowUpPreview,
}

/// Something wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineProblem {
    /// The line.
    pub line: SegmentLineId,
    /// Its line number.
    pub line_no: u32,
    /// Its contact, which may not exist any more.
    pub contact: ContactId,
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What a follow-up segment would hold.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUpPreview {
    /// The number it would get, or why there can be none.
    pub no: Result<SegmentNo, Refusal>,
    /// How many contacts.
    pub n_contacts: u32,
    /// How many lines are left out because their contact stands there already.
    pub n_duplicates: u32,
    /// How many contacts are left out because they are privacy blocked.
    pub n_blocked: u32,
}

/// What Log Segment would do now. `None` when the segment is gone.
pub fn preview(records: &Records, moment: &Moment, segment: SegmentId) -> Option<Preview> {
    let mut work = Work::new(records, moment);
    let header = work.get::<Segment>(segment)?;
    let lines = lines_of(&work, segment);
    let look = look(&work, &header, &lines);
    let mut by_template: BTreeMap<_, (TemplateId, u32)> = BTreeMap::new();
    let mut campaigns = BTreeSet::new();
    let (mut cost, mut minutes) = (Money::default(), 0);
    for ready in &look.ready {
        let mention = &ready.template;
        let of_template = by_template.entry(mention.code.clone());
        of_template.or_insert((mention.id, 0)).1 += 1;
        campaigns.extend(ready.campaign.as_ref().map(|campaign| campaign.id));
        cost.0 += ready.line.cost.0;
        minutes += u64::from(ready.line.duration.0);
    }
    let contacts = lines.iter().filter_map(|line| line.contact);
    let (kept, n_duplicates) = without_duplicates(contacts);
    let is_blocked = |id: &ContactId| {
        let contact = work.get::<Contact>(*id);
        contact.is_some_and(|contact| contact.privacy_blocked)
    };
    let n_blocked = kept.iter().filter(|id| is_blocked(id)).count() as u32;
    let n_without_email = look.ready.iter().filter(|it| it.loses_email()).count() as u32;
    Some(Preview {
        seen: records.revision(),
        refusal: look.refusal(&work, &header),
        by_template: by_template.into_values().collect(),
        n_interactions: look.ready.len() as u32,
        n_without_contact: look.n_without_contact,
        n_without_email,
        n_campaign_entries: campaigns.len() as u32,
        cost,
        minutes,
        follow_up: FollowUpPreview {
            n_contacts: kept.len() as u32 - n_blocked,
            n_duplicates,
            n_blocked,
            no: next_no(&mut work).map(|(no, _)| no),
        },
        failing: look.failing,
    })
}

/// Logs a segment: a logged segment, a campaign entry for each campaign, a log entry for each line
/// with a contact; the segment is gone, and there is a follow-up segment if one was asked for.
///
/// The checks, in this order, and the first that fails refuses: the segment is as the preview saw
/// it; no segment with its number was logged before; it has a description; line by line (those with
/// a contact) the date is filled, the contact exists and is not privacy blocked, the salesperson
/// and the template are filled and exist, the campaign, if filled, exists; there is a line with a
/// contact; a follow-up segment can be numbered.
pub(in crate::domain) fn log(
    work: &mut Work,
    id: SegmentId,
    seen: Revision,
    follow_up: Option<FollowUp>,
) -> Result<(), Refusal> {
    let header = editable::seen::<Segment>(work, id, seen)?;
    let lines = lines_of(work, id);
    let is_stale = |line: &Arc<SegmentLine>| work.changed_after(Key::SegmentLine(line.id), seen);
    if lines.iter().any(is_stale) {
        return Err(header.record_name().refuse_all(Reason::ChangedMeanwhile));
    }
    let look = look(work, &header, &lines);
    if let Some(refusal) = look.refusal(work, &header) {
        return Err(refusal);
    }
    let logged = LoggedSegment {
        id: LoggedSegmentId(id.0),
        no: work.next_logged_segment_no(),
        segment_no: header.no.clone(),
        description: header.description.clone(),
        created_on: work.moment().today(),
        user: work.moment().user.clone(),
        canceled: false,
    };
    editable::refuse_second::<LoggedSegment>(work, logged.id)?;
    let counted_by = campaign_entries(work, &header, &look.ready, logged.id);
    let n_interactions = look.ready.len() as u32;
    let first = work.next_entry_nos(n_interactions);
    let mut entries = Vec::with_capacity(look.ready.len());
    for (n, ready) in look.ready.iter().enumerate() {
        editable::refuse_second::<LogEntry>(work, LogEntryId(ready.line.id.0))?;
        let campaign = ready.campaign.as_ref().map(|campaign| campaign.id);
        let entry = LogEntry {
            no: EntryNo(first.0 + n as u32),
            campaign_entry: campaign.and_then(|id| counted_by.get(&id)).copied(),
            logged_segment: Some(logged.id),
            ..ready.entry(work.moment(), &header)
        };
        entries.push(Arc::new(entry.clone()));
        work.put(entry);
    }
    work.put(logged.clone());
    remove(work, id, &lines);
    let n_without_email = look.ready.iter().filter(|it| it.loses_email()).count() as u32;
    work.notice(Notice::SegmentLogged {
        no: header.no.to_string(),
        n_interactions,
        n_without_email,
    });
    match follow_up {
        Some(follow_up) => create_follow_up(work, &header, &logged, &entries, follow_up),
        None => Ok(()),
    }
}

/// A line that can be logged, with what it refers to.
struct Ready {
    line: Arc<SegmentLine>,
    contact: Arc<Contact>,
    template: TemplateMention,
    salesperson: SalespersonMention,
    campaign: Option<Arc<Campaign>>,
}

impl Ready {
    /// True if it would be sent by e-mail to a contact without an address: the correspondence type
    /// becomes blank.
    fn loses_email(&self) -> bool {
        self.line.correspondence_type == Some(CorrespondenceType::Email)
            && self.contact.email.is_empty()
    }

    /// The log entry but for what is counted over all of them. A line without a description gets
    /// the header's: an entry in the log always says what it was about.
    fn entry(&self, moment: &Moment, header: &Segment) -> LogEntry {
        let line = &self.line;
        let description = match line.description.as_str() {
            "" => &header.description,
            own => own,
        };
        LogEntry {
            id: LogEntryId(line.id.0),
            no: EntryNo(0),
            state: EntryState::Logged,
            contact: Some(self.contact.id),
            company: self.contact.company(),
            date: line.date,
            time: line.time,
            description: description.to_owned(),
            subject: line.subject.clone(),
            template: Some(self.template.clone()),
            group: line.group,
            language: line.language.clone(),
            attachment: line.attachment,
            information_flow: line.information_flow,
            initiated_by: line.initiated_by,
            evaluation: line.evaluation,
            attempt_failed: line.attempt_failed,
            cost: line.cost,
            duration: Minutes(line.duration.0),
            salesperson: Some(self.salesperson.clone()),
            correspondence_type: line.correspondence_type.filter(|_| !self.loses_email()),
            user: moment.user.clone(),
            written_at: moment.now,
            comments: Vec::new(),
            campaign: self.campaign.as_deref().map(CampaignMention::campaign),
            campaign_entry: None,
            campaign_target: line.campaign_target,
            campaign_response: line.campaign_response,
            segment_no: Some(header.no.clone()),
            logged_segment: None,
            canceled: Canceled::default(),
        }
    }
}

/// A segment as Log Segment sees it.
struct Look {
    /// What is wrong with the segment as a whole.
    whole: Option<Refusal>,
    /// What is wrong with its lines.
    failing: Vec<LineProblem>,
    /// The lines with which nothing is wrong.
    ready: Vec<Ready>,
    n_without_contact: u32,
    /// The names of contacts that are privacy blocked, each once.
    blocked: Vec<String>,
}

fn look(work: &Work, header: &Segment, lines: &[Arc<SegmentLine>]) -> Look {
    let name = header.record_name();
    let before = work.records().segments().logged_as(&header.no);
    let whole = if before.count() > 0 {
        Some(name.refuse(Field::No, Reason::LoggedBefore))
    } else if header.description.is_empty() {
        Some(name.refuse(Field::Description, Reason::MustBeFilled))
    } else {
        None
    };
    let mut look = Look {
        whole,
        failing: Vec::new(),
        ready: Vec::with_capacity(lines.len()),
        n_without_contact: 0,
        blocked: Vec::new(),
    };
    let mut blocked = HashSet::new();
    for line in lines {
        let Some(id) = line.contact else {
            look.n_without_contact += 1;
            continue;
        };
        let mut problem = |field, reason| {
            look.failing.push(LineProblem {
                line: line.id,
                line_no: line.line_no,
                contact: id,
                field,
                reason,
            });
        };
        if line.date.is_none() {
            problem(Field::Date, Reason::MustBeFilled);
        }
        let contact = work.get::<Contact>(id);
        match &contact {
            None => problem(Field::Contact, Reason::NotFound),
            Some(contact) if contact.privacy_blocked => {
                problem(Field::Contact, Reason::PrivacyBlocked);
                if blocked.insert(id) {
                    look.blocked.push(contact.name.clone());
                }
            }
            Some(_) => {}
        }
        let salesperson = line.salesperson.map(|id| work.get::<Salesperson>(id));
        match &salesperson {
            None => problem(Field::Salesperson, Reason::MustBeFilled),
            Some(None) => problem(Field::Salesperson, Reason::NotFound),
            Some(Some(_)) => {}
        }
        let template = line.template.map(|id| work.get::<InteractionTemplate>(id));
        match &template {
            None => problem(Field::Template, Reason::MustBeFilled),
            Some(None) => problem(Field::Template, Reason::NotFound),
            Some(Some(_)) => {}
        }
        let campaign = line.campaign.as_ref();
        let campaign = campaign.map(|mention| work.get::<Campaign>(mention.id));
        if matches!(campaign, Some(None)) {
            problem(Field::Campaign, Reason::NotFound);
        }
        let last = look.failing.last().map(|problem| problem.line);
        if let (Some(contact), Some(Some(salesperson)), Some(Some(template))) =
            (contact, salesperson, template)
            && last != Some(line.id)
        {
            look.ready.push(Ready {
                line: line.clone(),
                contact,
                template: TemplateMention::template(template.id, template.code.clone()),
                salesperson: SalespersonMention::salesperson(
                    salesperson.id,
                    salesperson.code.clone(),
                ),
                campaign: campaign.flatten(),
            });
        }
    }
    look
}

impl Look {
    /// Why the segment cannot be logged: the first check that fails. If that is a privacy block, all
    /// contacts that are blocked are named.
    fn refusal(&self, work: &Work, header: &Segment) -> Option<Refusal> {
        if let Some(whole) = &self.whole {
            return Some(whole.clone());
        }
        match self.failing.first() {
            Some(first) if first.reason == Reason::PrivacyBlocked => {
                let reason = Reason::ContactsBlocked {
                    names: self.blocked.iter().take(NAMES_MAX).cloned().collect(),
                    n: self.blocked.len() as u32,
                };
                Some(header.record_name().refuse(Field::Contact, reason))
            }
            Some(first) => {
                let line = work.get::<SegmentLine>(first.line)?;
                let name = line.record_name_in(work);
                Some(name.refuse(first.field, first.reason.clone()))
            }
            None if self.ready.is_empty() => {
                Some(header.record_name().refuse_all(Reason::NothingToLog))
            }
            None => None,
        }
    }
}

/// Finds or creates the campaign entry of each campaign among the lines; date and salesperson are
/// those of its earliest line. One without a logged segment gets this one.
fn campaign_entries(
    work: &mut Work,
    header: &Segment,
    ready: &[Ready],
    logged: LoggedSegmentId,
) -> BTreeMap<CampaignId, CampaignEntryId> {
    let mut earliest: BTreeMap<CampaignId, &Ready> = BTreeMap::new();
    for line in ready {
        let Some(campaign) = &line.campaign else {
            continue;
        };
        let first = earliest.entry(campaign.id).or_insert(line);
        if line.line.date < first.line.date {
            *first = line;
        }
    }
    let mut ordered: Vec<(CampaignId, &Ready)> = earliest.into_iter().collect();
    ordered.sort_by_key(|(_, line)| line.campaign.as_ref().map(|campaign| campaign.no.clone()));
    let ids = ordered.iter().map(|(id, _)| *id).collect();
    let open = open_ones(work, &ids, Some(&header.no));
    let mut counted_by = BTreeMap::new();
    for (campaign, line) in ordered {
        let entry = match open.get(&campaign) {
            Some(open) => CampaignEntry {
                register: open.register.or(Some(logged)),
                ..CampaignEntry::clone(open)
            },
            None => CampaignEntry {
                id: CampaignEntryId(line.line.id.0),
                no: work.next_campaign_entry_nos(1),
                campaign,
                description: header.description.clone(),
                date: line.line.date,
                segment_no: Some(header.no.clone()),
                salesperson: Some(line.salesperson.clone()),
                register: Some(logged),
                user: work.moment().user.clone(),
                canceled_singly: false,
                canceled_by_segment: false,
            },
        };
        counted_by.insert(campaign, entry.id);
        work.put(entry);
    }
    counted_by
}

/// The follow-up segment: the contacts of what was just logged, each once, with the campaigns of
/// the interactions, the user's own salesperson, the work date, and nothing else.
fn create_follow_up(
    work: &mut Work,
    old: &Segment,
    logged: &LoggedSegment,
    entries: &[Arc<LogEntry>],
    follow_up: FollowUp,
) -> Result<(), Refusal> {
    let unnamed = RecordName::unnamed(Table::Segment);
    editable::refuse_second::<Segment>(work, follow_up.segment)?;
    let description = text_line(&follow_up.description, FOLLOW_UP_MAX)
        .map_err(|reason| unnamed.refuse(Field::Description, reason))?;
    let (no, series) = next_no(work)?;
    let date = work.moment().work_date;
    let mine = Salesperson::mine(work);
    let mut header = Segment::blank(follow_up.segment, no, Some(series), date, mine);
    header.description = description;
    header.campaign.clone_from(&old.campaign);

    let (_, n_duplicates) = without_duplicates(entries.iter().filter_map(|entry| entry.contact));
    let mut known = HashSet::new();
    let mut contacts = Vec::with_capacity(entries.len());
    for entry in entries {
        let contact = entry.contact.and_then(|id| work.get::<Contact>(id));
        if let Some(contact) = contact.filter(|contact| known.insert(contact.id)) {
            let id = following(follow_up.segment.0, contacts.len() as u32 + 1);
            contacts.push((id, contact, with_campaign_of(entry.clone())));
        }
    }
    let steps = append(work, &header, contacts)?;
    let n_contacts = steps.len() as u32;
    let action = CriteriaActionId(follow_up.segment.0);
    let origin = Origin::Logged(logged.no);
    record(work, &mut header, action, ActionKind::Add, origin, steps)?;
    work.notice(Notice::FollowUpCreated {
        no: header.no.to_string(),
        n_contacts,
        n_duplicates,
    });
    work.put(header);
    Ok(())
}

/// The next number of segments. Errors: those of `Numbering::assign`.
fn next_no(work: &mut Work) -> Result<(SegmentNo, crate::domain::id::SeriesId), Refusal> {
    let numbering = work.setup().segment_numbering();
    numbering.assign(work, None, is_taken_or_logged)
}

/// Each contact once, in order of first mention, and how many mentions were left out.
fn without_duplicates(contacts: impl Iterator<Item = ContactId>) -> (Vec<ContactId>, u32) {
    let mut known = HashSet::new();
    let mut n_duplicates = 0;
    let kept = contacts
        .filter(|id| {
            let is_new = known.insert(*id);
            n_duplicates += u32::from(!is_new);
            is_new
        })
        .collect();
    (kept, n_duplicates)
}

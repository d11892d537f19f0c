//! A segment as Log Segment and its preview see it: what is wrong with it, and the lines with which
//! nothing is.

use super::LineProblem;
use crate::domain::campaign::Campaign;
use crate::domain::contact::Contact;
use crate::domain::editable::Editable;
use crate::domain::id::{ContactId, LogEntryId};
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::interaction::{
    CampaignMention, Canceled, EntryNo, EntryState, LogEntry, SalespersonMention, TemplateMention,
};
use crate::domain::moment::Moment;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::line::SegmentLine;
use crate::domain::values::{CorrespondenceType, Minutes};
use crate::domain::work::Work;
use std::collections::HashSet;
use std::sync::Arc;

/// The names that a refusal lists at most.
const NAMES_MAX: usize = 5;

/// A line that can be logged, with what it refers to.
#[derive(Debug)]
pub(super) struct Ready {
    pub line: Arc<SegmentLine>,
    contact: Arc<Contact>,
    pub template: Arc<InteractionTemplate>,
    salesperson: Arc<Salesperson>,
    pub campaign: Option<Arc<Campaign>>,
}

impl Ready {
    /// Who carries it out.
    pub fn salesperson(&self) -> SalespersonMention {
        let row = &self.salesperson;
        SalespersonMention::salesperson(row.id, row.code.clone())
    }

    /// True if it would be sent by e-mail to a contact without an address: the correspondence type
    /// becomes blank.
    pub fn loses_email(&self) -> bool {
        self.line.correspondence_type == Some(CorrespondenceType::Email)
            && self.contact.email.is_empty()
    }

    /// The log entry but for what is counted over all of them. A line without a description gets
    /// the header's: an entry in the log always says what it was about.
    pub fn entry(&self, moment: &Moment, header: &Segment) -> LogEntry {
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
            template: Some(TemplateMention::template(
                self.template.id,
                self.template.code.clone(),
            )),
            group: line.group,
            language: line.language.clone(),
            attachment: line.attachment,
            information_flow: line.information_flow,
            initiated_by: line.initiated_by,
            evaluation: line.evaluation,
            attempt_failed: line.attempt_failed,
            cost: line.cost,
            duration: Minutes(line.duration.0),
            salesperson: Some(self.salesperson()),
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
#[derive(Debug)]
pub(super) struct Look {
    /// What is wrong with the segment as a whole.
    whole: Option<Refusal>,
    /// What is wrong with its lines.
    pub failing: Vec<LineProblem>,
    /// The lines with which nothing is wrong.
    pub ready: Vec<Ready>,
    pub n_without_contact: u32,
    /// The names of contacts that are privacy blocked, each once.
    blocked: Vec<String>,
    known_blocked: HashSet<ContactId>,
}

impl Look {
    /// Nothing is looked at yet but the header; there are so many lines.
    pub fn begin(work: &Work, header: &Segment, n_lines: usize) -> Self {
        let name = header.record_name();
        let before = work.records().segments().logged_as(&header.no);
        let whole = if before.count() > 0 {
            Some(name.refuse(Field::No, Reason::LoggedBefore))
        } else if header.description.is_empty() {
            Some(name.refuse(Field::Description, Reason::MustBeFilled))
        } else {
            None
        };
        Self {
            whole,
            failing: Vec::new(),
            ready: Vec::with_capacity(n_lines),
            n_without_contact: 0,
            blocked: Vec::new(),
            known_blocked: HashSet::new(),
        }
    }

    /// All lines looked at.
    pub fn of(work: &Work, header: &Segment, lines: &[Arc<SegmentLine>]) -> Self {
        let mut look = Self::begin(work, header, lines.len());
        for line in lines {
            look.at(work, line);
        }
        look
    }

    /// Looks at one more line.
    pub fn at(&mut self, work: &Work, line: &Arc<SegmentLine>) {
        let Some(id) = line.contact else {
            self.n_without_contact += 1;
            return;
        };
        let mut problem = |field, reason| {
            self.failing.push(LineProblem {
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
                if self.known_blocked.insert(id) {
                    self.blocked.push(contact.name.clone());
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
        let last = self.failing.last().map(|problem| problem.line);
        if let (Some(contact), Some(Some(salesperson)), Some(Some(template))) =
            (contact, salesperson, template)
            && last != Some(line.id)
        {
            self.ready.push(Ready {
                line: line.clone(),
                contact,
                template,
                salesperson,
                campaign: campaign.flatten(),
            });
        }
    }
    /// Why the segment cannot be logged: the first check that fails. If that is a privacy block, all
    /// contacts that are blocked are named.
    pub fn refusal(&self, work: &Work, header: &Segment) -> Option<Refusal> {
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

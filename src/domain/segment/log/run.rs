//! Logging a segment slice by slice: its lines are looked at, written and taken away some at a time, so
//! that whoever waits for ten thousand of them can do something else in between, or give up. All of it
//! together is one change set.

use super::look::{Look, Ready};
use super::{FOLLOW_UP_MAX, FollowUp, next_no};
use crate::domain::campaign::entry::{CampaignEntry, open_ones};
use crate::domain::change::{Key, Record, Revision, Row, Table};
use crate::domain::code::line as text_line;
use crate::domain::contact::Contact;
use crate::domain::editable::{self, Editable};
use crate::domain::id::{
    CampaignEntryId, CampaignId, ContactId, CriteriaActionId, LogEntryId, LoggedSegmentId,
    SegmentId, following as after,
};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::criteria::CriteriaAction;
use crate::domain::segment::criteria::{ActionKind, Origin, Step, actions_of, append, record};
use crate::domain::segment::line::{SegmentLine, lines_of};
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::segment::reuse::with_campaign_of;
use crate::domain::work::Work;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// What logging has come to between two slices.
#[derive(Debug)]
pub(in crate::domain) struct LogRun {
    header: Arc<Segment>,
    lines: Vec<Arc<SegmentLine>>,
    /// Asked for before anything is written: afterwards all that is written would be indexed for it.
    actions: Vec<Arc<CriteriaAction>>,
    seen: Revision,
    look: Look,
    logged: LoggedSegment,
    counted_by: BTreeMap<CampaignId, CampaignEntryId>,
    first: EntryNo,
    entries: Vec<Arc<LogEntry>>,
    follow_up: Option<FollowUp>,
    n_stages: u32,
    following: Option<Following>,
    stage: Stage,
    /// How far the stage is.
    at: usize,
}

/// What is done with the lines, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// They are checked.
    Looking,
    /// Each becomes a log entry.
    Writing,
    /// They go, and the segment with them.
    Removing,
    /// Their contacts come into the follow-up segment.
    Following,
    Done,
}

/// The follow-up segment while it is filled.
#[derive(Debug)]
struct Following {
    header: Segment,
    known: HashSet<ContactId>,
    steps: Vec<Step>,
}

impl LogRun {
    /// Begins. Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`].
    pub(in crate::domain) fn begin(
        work: &Work,
        id: SegmentId,
        seen: Revision,
        follow_up: Option<FollowUp>,
    ) -> Result<Self, Refusal> {
        let header = editable::seen::<Segment>(work, id, seen)?;
        let lines = lines_of(work, id);
        let look = Look::begin(work, &header, lines.len());
        let logged = LoggedSegment {
            id: LoggedSegmentId(id.0),
            no: EntryNo(0),
            segment_no: header.no.clone(),
            description: header.description.clone(),
            created_on: work.moment().today(),
            user: work.moment().user.clone(),
            canceled: false,
        };
        Ok(Self {
            header,
            lines,
            actions: actions_of(work, id),
            seen,
            look,
            logged,
            counted_by: BTreeMap::new(),
            first: EntryNo(0),
            entries: Vec::new(),
            n_stages: if follow_up.is_some() { 4 } else { 3 },
            follow_up,
            following: None,
            stage: Stage::Looking,
            at: 0,
        })
    }

    /// How much is done, from 0 to 1.
    pub(in crate::domain) fn done(&self) -> f64 {
        let before = match self.stage {
            Stage::Looking => 0.0,
            Stage::Writing => 1.0,
            Stage::Removing => 2.0,
            Stage::Following => 3.0,
            Stage::Done => return 1.0,
        };
        (before + self.at as f64 / self.lines.len().max(1) as f64) / f64::from(self.n_stages)
    }

    /// Goes through `n` more lines; true once all is done. Errors: those of [`super::log`].
    pub(in crate::domain) fn step(&mut self, work: &mut Work, n: usize) -> Result<bool, Refusal> {
        let (from, n_in_all) = (self.at, self.n_in_stage());
        let to = from.saturating_add(n).min(n_in_all);
        match self.stage {
            Stage::Looking => self.look_at(work, from, to)?,
            Stage::Writing => self.write(work, from, to)?,
            Stage::Removing => {
                for line in &self.lines[from..to] {
                    work.delete::<SegmentLine>(line.id);
                }
            }
            Stage::Following => self.follow(work, from, to)?,
            Stage::Done => return Ok(true),
        }
        self.at = to;
        if to == n_in_all {
            self.at = 0;
            self.next_stage(work)?;
        }
        Ok(self.stage == Stage::Done)
    }

    fn n_in_stage(&self) -> usize {
        match self.stage {
            Stage::Looking | Stage::Removing => self.lines.len(),
            Stage::Writing => self.look.ready.len(),
            Stage::Following => self.entries.len(),
            Stage::Done => 0,
        }
    }

    fn next_stage(&mut self, work: &mut Work) -> Result<(), Refusal> {
        self.stage = match self.stage {
            Stage::Looking => {
                self.begin_writing(work)?;
                Stage::Writing
            }
            Stage::Writing => {
                work.put(self.logged.clone());
                Stage::Removing
            }
            Stage::Removing => {
                self.end_segment(work);
                match self.follow_up.take() {
                    Some(follow_up) => {
                        self.following = Some(self.begin_following(work, &follow_up)?);
                        Stage::Following
                    }
                    None => Stage::Done,
                }
            }
            Stage::Following => {
                self.end_following(work)?;
                Stage::Done
            }
            Stage::Done => Stage::Done,
        };
        Ok(())
    }

    fn look_at(&mut self, work: &Work, from: usize, to: usize) -> Result<(), Refusal> {
        for line in &self.lines[from..to] {
            if work.changed_after(Key::SegmentLine(line.id), self.seen) {
                let name = self.header.record_name();
                return Err(name.refuse_all(Reason::ChangedMeanwhile));
            }
            self.look.at(work, line);
        }
        Ok(())
    }

    fn begin_writing(&mut self, work: &mut Work) -> Result<(), Refusal> {
        if let Some(refusal) = self.look.refusal(work, &self.header) {
            return Err(refusal);
        }
        self.logged.no = work.next_logged_segment_no();
        editable::refuse_second::<LoggedSegment>(work, self.logged.id)?;
        self.counted_by = campaign_entries(work, &self.header, &self.look.ready, self.logged.id);
        self.first = work.next_entry_nos(self.look.ready.len() as u32);
        Ok(())
    }

    fn write(&mut self, work: &mut Work, from: usize, to: usize) -> Result<(), Refusal> {
        for (n, ready) in (from..).zip(&self.look.ready[from..to]) {
            editable::refuse_second::<LogEntry>(work, LogEntryId(ready.line.id.0))?;
            let campaign = ready.campaign.as_ref().map(|campaign| campaign.id);
            let entry = Arc::new(LogEntry {
                no: EntryNo(self.first.0 + n as u32),
                campaign_entry: campaign.and_then(|id| self.counted_by.get(&id)).copied(),
                logged_segment: Some(self.logged.id),
                ..ready.entry(work.moment(), &self.header)
            });
            work.set(LogEntry::key(entry.id), Some(Row::LogEntry(entry.clone())));
            self.entries.push(entry);
        }
        Ok(())
    }

    /// The segment goes, now that its lines are gone.
    fn end_segment(&self, work: &mut Work) {
        for action in &self.actions {
            work.delete::<CriteriaAction>(action.id);
        }
        work.delete::<Segment>(self.header.id);
        let ready = &self.look.ready;
        let n_without_email = ready.iter().filter(|it| it.loses_email()).count() as u32;
        work.notice(Notice::SegmentLogged {
            no: self.header.no.to_string(),
            n_interactions: ready.len() as u32,
            n_without_email,
        });
    }

    /// The follow-up segment: the contacts of what was just logged, each once, with the campaigns of
    /// the interactions, the user's own salesperson, the work date, and nothing else.
    fn begin_following(&self, work: &mut Work, follow_up: &FollowUp) -> Result<Following, Refusal> {
        let unnamed = RecordName::unnamed(Table::Segment);
        editable::refuse_second::<Segment>(work, follow_up.segment)?;
        let description = text_line(&follow_up.description, FOLLOW_UP_MAX)
            .map_err(|reason| unnamed.refuse(Field::Description, reason))?;
        let (no, series) = next_no(work)?;
        let date = work.moment().work_date;
        let mine = Salesperson::mine(work);
        let mut header = Segment::blank(follow_up.segment, no, Some(series), date, mine);
        header.description = description;
        header.campaign.clone_from(&self.header.campaign);
        Ok(Following {
            header,
            known: HashSet::new(),
            steps: Vec::new(),
        })
    }

    fn follow(&mut self, work: &mut Work, from: usize, to: usize) -> Result<(), Refusal> {
        let Some(following) = &mut self.following else {
            return Ok(());
        };
        let mut contacts = Vec::with_capacity(to - from);
        for entry in &self.entries[from..to] {
            let contact = entry.contact.and_then(|id| work.get::<Contact>(id));
            if let Some(contact) = contact.filter(|contact| following.known.insert(contact.id)) {
                let n = following.steps.len() + contacts.len() + 1;
                let id = after(following.header.id.0, n as u32);
                contacts.push((id, contact, with_campaign_of(entry.clone())));
            }
        }
        following
            .steps
            .extend(append(work, &following.header, contacts)?);
        Ok(())
    }

    fn end_following(&mut self, work: &mut Work) -> Result<(), Refusal> {
        let Some(Following {
            mut header, steps, ..
        }) = self.following.take()
        else {
            return Ok(());
        };
        let n_contacts = steps.len() as u32;
        // Each entry has a contact, which stands in the follow-up segment once.
        let n_duplicates = self.entries.len() as u32 - n_contacts;
        let action = CriteriaActionId(header.id.0);
        let origin = Origin::Logged(self.logged.no);
        record(work, &mut header, action, ActionKind::Add, origin, steps)?;
        work.notice(Notice::FollowUpCreated {
            no: header.no.to_string(),
            n_contacts,
            n_duplicates,
        });
        work.put(header);
        Ok(())
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
                salesperson: Some(line.salesperson()),
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

//! How contacts come into a segment and go out again: criteria actions with what each of them did, which
//! `go_back.rs` takes back (`SegHistoryManagement.Codeunit.al`, `SegmentSubform.Page.al`).
//!
//! What one command does is one action and is taken back at once. An action remembers each line as
//! it was, so going back restores it with all that was changed in it. (The source product enters
//! the contact anew, and deletes every line of a contact that it had added.)

use super::line::{SegmentLine, entered, further, lines_of, next_line_no};
use super::question::Answer;
use super::selection::Criteria;
use super::{MAX_LINES, Segment};
use crate::domain::change::{Key, Revision, Table};
use crate::domain::contact::Contact;
use crate::domain::editable::{self, Editable};
use crate::domain::id::{ContactId, CriteriaActionId, SegmentId, SegmentLineId, following};
use crate::domain::interaction::EntryNo;
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::work::Work;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A criteria action of a segment, with its history (`SegmentCriteriaLine.Table.al`,
/// `SegmentHistory.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriteriaAction {
    /// Identity.
    pub id: CriteriaActionId,
    /// The segment.
    pub segment: SegmentId,
    /// The first is 1, each next one more.
    pub no: u32,
    /// What it does.
    pub kind: ActionKind,
    /// Which contacts it does it to.
    pub origin: Origin,
    /// What it did to single lines, in order.
    pub steps: Vec<Step>,
    /// How many lines it added besides, by criteria: their ids follow its own.
    #[serde(default)]
    pub n_added: u32,
}

impl CriteriaAction {
    /// How many lines it added or took away.
    pub fn n_changed(&self) -> u32 {
        u32::try_from(self.steps.len())
            .unwrap_or(u32::MAX)
            .saturating_add(self.n_added)
    }

    /// The lines that it added by criteria.
    pub fn added(&self) -> impl Iterator<Item = SegmentLineId> + '_ {
        (1..=self.n_added).map(|n| following(self.id.0, n))
    }
}

/// What a criteria action does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActionKind {
    /// Add Contacts.
    Add,
    /// Remove Contacts (Reduce): those who are meant go.
    Reduce,
    /// Remove Contacts (Refine): those who are meant stay.
    Refine,
}

/// Which contacts a criteria action is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// Those of its steps, chosen by hand.
    ByHand,
    /// Those of the interactions of a logged segment, by its entry number.
    Logged(EntryNo),
    /// Those who meet criteria.
    Criteria(Box<Criteria>),
}

/// What a criteria action did to one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The line.
    pub line: SegmentLineId,
    /// The contact that came in or went out; it may be deleted since.
    pub contact: Option<ContactId>,
    /// The line before; none: there was none.
    pub before: Option<Box<SegmentLine>>,
}

impl Step {
    /// A line goes, and is remembered as it was.
    pub(super) fn taken_out(line: &SegmentLine) -> Self {
        Self {
            line: line.id,
            contact: line.contact,
            before: Some(Box::new(line.clone())),
        }
    }
}

/// The criteria actions of a segment as they are now, in order.
pub(super) fn actions_of(work: &Work, segment: SegmentId) -> Vec<Arc<CriteriaAction>> {
    let mut actions = work.linked(
        |rows| Box::new(rows.segments().actions(segment)),
        |row: &CriteriaAction| row.segment == segment,
    );
    actions.sort_unstable_by_key(|row| row.no);
    actions
}

/// Notes an action; the header counts it.
pub(in crate::domain) fn record(
    work: &mut Work,
    header: &mut Segment,
    id: CriteriaActionId,
    kind: ActionKind,
    origin: Origin,
    steps: Vec<Step>,
) -> Result<(), Refusal> {
    editable::refuse_second::<CriteriaAction>(work, id)?;
    write(work, header, id, kind, origin, (steps, 0));
    Ok(())
}

/// Writes an action whose id is known to be new, with its steps and how many lines it added besides.
pub(super) fn write(
    work: &mut Work,
    header: &mut Segment,
    id: CriteriaActionId,
    kind: ActionKind,
    origin: Origin,
    (steps, n_added): (Vec<Step>, u32),
) {
    header.n_actions += 1;
    work.put(CriteriaAction {
        id,
        segment: header.id,
        no: header.n_actions,
        kind,
        origin,
        steps,
        n_added,
    });
}

/// Adds contacts by hand, each as a line; a contact may stand in several. Privacy blocked ones are
/// left out and counted; if that leaves none, [`Reason::PrivacyBlocked`].
///
/// Errors: [`Reason::Gone`] for the segment, [`Reason::AlreadyCreated`] for a line,
/// [`Reason::NotFound`] for a contact, [`Reason::TooManyLines`].
pub(in crate::domain) fn add(
    work: &mut Work,
    id: SegmentId,
    lines: &[(SegmentLineId, ContactId)],
) -> Result<(), Refusal> {
    let mut header = Segment::clone(&*editable::seen::<Segment>(work, id, Revision(u64::MAX))?);
    let name = header.record_name();
    let mut contacts = Vec::with_capacity(lines.len());
    for (line, contact) in lines {
        editable::refuse_second::<SegmentLine>(work, *line)?;
        let contact = work.find::<Contact>(*contact, &name, Field::Contact)?;
        contacts.push((*line, contact));
    }
    contacts.retain(|(_, contact)| !contact.privacy_blocked);
    let Some((first, _)) = contacts.first() else {
        if lines.is_empty() {
            return Ok(());
        }
        return Err(name.refuse(Field::Contact, Reason::PrivacyBlocked));
    };
    let action = CriteriaActionId(first.0);
    let n_blocked = (lines.len() - contacts.len()) as u32;
    let contacts = contacts.into_iter().map(|(line, contact)| {
        let as_entered: fn(SegmentLine) -> SegmentLine = |line| line;
        (line, contact, as_entered)
    });
    let steps = append(work, &header, contacts.collect())?;
    let n = steps.len() as u32;
    record(
        work,
        &mut header,
        action,
        ActionKind::Add,
        Origin::ByHand,
        steps,
    )?;
    work.put(header);
    work.notice(Notice::LinesAdded { n, n_blocked });
    Ok(())
}

/// Appends a line for each contact, entered and then changed. Errors: [`Reason::TooManyLines`].
pub(super) fn append<F: Fn(SegmentLine) -> SegmentLine>(
    work: &mut Work,
    header: &Segment,
    contacts: Vec<(SegmentLineId, Arc<Contact>, F)>,
) -> Result<Vec<Step>, Refusal> {
    let first = next_line_no(work, header.id);
    refuse_too_many(work, header, contacts.len())?;
    let mut steps = Vec::with_capacity(contacts.len());
    for (n, (id, contact, change)) in contacts.into_iter().enumerate() {
        let line_no = further(first, n as u32);
        let line = change(entered(work, header, Some(&contact), id, line_no));
        steps.push(Step {
            line: id,
            contact: line.contact,
            before: None,
        });
        work.put(line);
    }
    Ok(steps)
}

/// Refuses more lines than a segment holds. Errors: [`Reason::TooManyLines`].
pub(super) fn refuse_too_many(work: &Work, header: &Segment, n_more: usize) -> Result<(), Refusal> {
    let n_lines = match work.is_untouched() {
        true => work.records().segments().n_lines(header.id),
        false => lines_of(work, header.id).len(),
    };
    if n_lines + n_more > MAX_LINES as usize {
        let max = MAX_LINES;
        let name = header.record_name();
        return Err(name.refuse_all(Reason::TooManyLines { max }));
    }
    Ok(())
}

/// Enters another contact in a line: the line starts anew from the header, and what was changed in
/// it is lost. None leaves a line without a contact. Counts as Reduce and Add.
///
/// Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`]; [`Reason::NotFound`] and
/// [`Reason::PrivacyBlocked`] for the contact.
pub(in crate::domain) fn change_contact(
    work: &mut Work,
    id: SegmentLineId,
    seen: Revision,
    choice: Option<ContactId>,
    action: CriteriaActionId,
) -> Result<(), Refusal> {
    let gone = crate::domain::RecordName::unnamed(Table::SegmentLine).refuse_all(Reason::Gone);
    let line = work.get::<SegmentLine>(id).ok_or(gone.clone())?;
    let name = line.record_name_in(work);
    if work.changed_after(Key::SegmentLine(id), seen) {
        return Err(name.refuse_all(Reason::ChangedMeanwhile));
    }
    let mut header = Segment::clone(&*work.get::<Segment>(line.segment).ok_or(gone)?);
    let contact = choice
        .map(|id| work.find::<Contact>(id, &name, Field::Contact))
        .transpose()?;
    if contact.as_ref().is_some_and(|row| row.privacy_blocked) {
        return Err(name.refuse(Field::Contact, Reason::PrivacyBlocked));
    }
    let entered = entered(work, &header, contact.as_deref(), id, line.line_no);
    let before = Some(Box::new(SegmentLine::clone(&line)));
    let mut next = action;
    if choice != line.contact {
        if line.contact.is_some() {
            let step = Step {
                line: id,
                contact: line.contact,
                before: before.clone(),
            };
            let kind = ActionKind::Reduce;
            record(work, &mut header, next, kind, Origin::ByHand, vec![step])?;
            next = following(action.0, 1);
        }
        if choice.is_some() {
            let step = Step {
                line: id,
                contact: choice,
                // After Reduce there is none.
                before: before.filter(|before| before.contact.is_none()),
            };
            record(
                work,
                &mut header,
                next,
                ActionKind::Add,
                Origin::ByHand,
                vec![step],
            )?;
        }
        work.put(header);
    }
    work.put(entered);
    Ok(())
}

/// Deletes lines: one Reduce. If they were the last ones and there was more than one action, Yes
/// lets the criteria start anew; nothing can be taken back then. Lines gone are passed over.
///
/// Errors: [`Reason::Gone`] and [`Reason::ChangedMeanwhile`] for the segment.
pub(in crate::domain) fn delete(
    work: &mut Work,
    id: SegmentId,
    seen: Revision,
    lines: &[SegmentLineId],
    action: CriteriaActionId,
    answer: Answer,
) -> Result<(), Refusal> {
    let mut header = Segment::clone(&*editable::seen::<Segment>(work, id, seen)?);
    let distinct: BTreeSet<SegmentLineId> = lines.iter().copied().collect();
    let going: Vec<Arc<SegmentLine>> = distinct
        .into_iter()
        .filter_map(|line| work.get::<SegmentLine>(line))
        .filter(|line| line.segment == id)
        .collect();
    if going.is_empty() {
        return Ok(());
    }
    for line in &going {
        work.delete::<SegmentLine>(line.id);
    }
    let is_empty = lines_of(work, id).is_empty();
    if is_empty && header.n_actions > 1 && answer == Answer::Yes {
        for action in actions_of(work, id) {
            work.delete::<CriteriaAction>(action.id);
        }
        header.n_actions = 0;
    } else {
        let steps = going.iter().map(|line| Step::taken_out(line));
        let (kind, steps) = (ActionKind::Reduce, steps.collect());
        record(work, &mut header, action, kind, Origin::ByHand, steps)?;
    }
    work.put(header);
    work.notice(Notice::LinesDeleted(going.len() as u32));
    Ok(())
}

//! Saved criteria: the criteria actions of a segment, kept under a code to be used again
//! (`SavedSegmentCriteria.Table.al`, `SegmentHeader.Table.al: SaveCriteria, ReuseCriteria`).
//!
//! Used again, each action is carried out in its order on what is true by then, so the result may
//! differ. Contacts that were chosen by hand are remembered one by one.

use super::apply::{Done, carry_out};
use crate::domain::change::{Revision, Table};
use crate::domain::code::{CriteriaCode, TEXT_MAX, line};
use crate::domain::contact::Contact;
use crate::domain::editable::{self, Editable};
use crate::domain::id::{
    ContactId, CriteriaActionId, SavedCriteriaId, SegmentId, SegmentLineId, following,
};
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::segment::Segment;
use crate::domain::segment::criteria::{
    ActionKind, CriteriaAction, Origin, Step, actions_of, append, record,
};
use crate::domain::segment::line::{SegmentLine, lines_of};
use crate::domain::segment::reuse::add_logged;
use crate::domain::work::Work;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

/// Criteria to be used again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedCriteria {
    /// Identity.
    pub id: SavedCriteriaId,
    /// Code, at most 10 characters, unique.
    pub code: CriteriaCode,
    /// Description, at most 100 characters.
    pub description: String,
    /// Who saved it.
    pub user: String,
    /// The actions, in order.
    pub actions: Vec<SavedAction>,
}

/// An action of saved criteria.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedAction {
    /// What it does.
    pub kind: ActionKind,
    /// Which contacts it does it to.
    pub origin: Origin,
    /// Those chosen by hand, each once; some may be deleted since.
    #[serde(default)]
    pub contacts: Vec<ContactId>,
}

/// A change of one field, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedEdit {
    /// The code.
    Code(String),
    /// The description.
    Description(String),
}

/// Save Criteria: keeps what was done to a segment. Needs at least one action, and a code that is
/// free.
///
/// Errors: [`Reason::Gone`] and [`Reason::ChangedMeanwhile`] for the segment,
/// [`Reason::NothingToSave`]; [`Reason::AlreadyCreated`]; [`Reason::MustBeFilled`],
/// [`Reason::TooLong`] and [`Reason::AlreadyUsed`] for the fields.
pub(in crate::domain) fn save(
    work: &mut Work,
    segment: SegmentId,
    seen: Revision,
    id: SavedCriteriaId,
    edits: Vec<SavedEdit>,
) -> Result<(), Refusal> {
    let header = editable::seen::<Segment>(work, segment, seen)?;
    editable::refuse_second::<SavedCriteria>(work, id)?;
    let actions = actions_of(work, segment);
    if actions.is_empty() {
        return Err(header.record_name().refuse_all(Reason::NothingToSave));
    }
    let typed = edits.iter().rev().find_map(|edit| match edit {
        SavedEdit::Code(typed) => Some(typed.as_str()),
        SavedEdit::Description(_) => None,
    });
    let code = CriteriaCode::new(typed.unwrap_or_default())
        .map_err(|reason| RecordName::unnamed(Table::SavedCriteria).refuse(Field::Code, reason))?;
    let mut saved = SavedCriteria {
        id,
        code,
        description: String::new(),
        user: work.moment().user.clone(),
        actions: actions.iter().map(|action| saved_action(action)).collect(),
    };
    for edit in edits {
        saved.apply(work, edit)?;
    }
    let code = saved.code.to_string();
    work.notice(Notice::Created(Table::SavedCriteria, code));
    work.put(saved);
    Ok(())
}

fn saved_action(action: &CriteriaAction) -> SavedAction {
    let is_by_hand = action.origin == Origin::ByHand;
    let chosen = action.steps.iter().filter_map(|step| step.contact);
    let mut seen = BTreeSet::new();
    SavedAction {
        kind: action.kind,
        origin: action.origin.clone(),
        contacts: chosen
            .filter(|contact| is_by_hand && seen.insert(*contact))
            .collect(),
    }
}

/// Deletes saved criteria; segments keep what they got from them.
///
/// Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`].
pub(in crate::domain) fn delete(
    work: &mut Work,
    id: SavedCriteriaId,
    seen: Revision,
) -> Result<(), Refusal> {
    let saved = editable::seen::<SavedCriteria>(work, id, seen)?;
    work.delete::<SavedCriteria>(id);
    let code = saved.code.to_string();
    work.notice(Notice::Deleted(Table::SavedCriteria, code));
    Ok(())
}

/// Reuse Criteria: carries the saved actions out on a segment, one after the other; each is one to
/// go back by. `action`: its id is new, and so are those that follow it, as many as there will be
/// actions and lines.
///
/// Errors: [`Reason::Gone`] and [`Reason::ChangedMeanwhile`] for the segment, [`Reason::Gone`] for
/// the criteria, [`Reason::TooManyLines`], [`Reason::AlreadyCreated`].
pub(in crate::domain) fn reuse(
    work: &mut Work,
    segment: SegmentId,
    seen: Revision,
    id: SavedCriteriaId,
    action: CriteriaActionId,
) -> Result<(), Refusal> {
    let mut header = Segment::clone(&*editable::seen::<Segment>(work, segment, seen)?);
    let saved = editable::seen::<SavedCriteria>(work, id, Revision(u64::MAX))?;
    let records = work.now();
    let (mut next, mut sum) = (action, Done::default());
    for it in &saved.actions {
        let added = match &it.origin {
            Origin::Criteria(criteria) => {
                let criteria = (**criteria).clone();
                let done = carry_out(work, &records, &mut header, it.kind, criteria, next)?;
                sum.add(it.kind, &done)
            }
            Origin::ByHand => {
                let done = by_hand(work, &mut header, it, next)?;
                sum.add(it.kind, &done)
            }
            Origin::Logged(no) => {
                // Gone: there is nobody to add, but the action is recorded.
                let done = match work.records().segments().logged_by_no(*no) {
                    Some(logged) => {
                        let origin = it.origin.clone();
                        let added = add_logged(work, &mut header, logged, origin, next)?;
                        Done {
                            n_changed: added.n,
                            n_blocked: added.n_blocked,
                            ..Done::default()
                        }
                    }
                    None => {
                        record(work, &mut header, next, it.kind, it.origin.clone(), vec![])?;
                        Done::default()
                    }
                };
                sum.add(it.kind, &done)
            }
        };
        next = following(next.0, added + 1);
    }
    work.put(header);
    work.notice(Notice::CriteriaReused {
        code: saved.code.to_string(),
        n_added: sum.n_changed,
        n_removed: sum.n_removed,
        n_blocked: sum.n_blocked,
    });
    Ok(())
}

impl Done {
    /// Adds what one more action came to. Gives how many lines it added.
    fn add(&mut self, kind: ActionKind, other: &Self) -> u32 {
        self.n_blocked += other.n_blocked;
        if kind == ActionKind::Add {
            self.n_changed += other.n_changed;
            other.n_changed
        } else {
            self.n_removed += other.n_changed;
            0
        }
    }
}

/// Adds contacts that were chosen by hand and do not stand in the segment yet, or takes them out.
fn by_hand(
    work: &mut Work,
    header: &mut Segment,
    saved: &SavedAction,
    action: CriteriaActionId,
) -> Result<Done, Refusal> {
    let lines = lines_of(work, header.id);
    let mut done = Done::default();
    let steps = if saved.kind == ActionKind::Add {
        let standing: HashSet<ContactId> = lines.iter().filter_map(|line| line.contact).collect();
        let mut contacts = Vec::new();
        for id in &saved.contacts {
            let Some(contact) = work.get::<Contact>(*id) else {
                continue;
            };
            if contact.privacy_blocked {
                done.n_blocked += 1;
            } else if !standing.contains(id) {
                let line: SegmentLineId = following(action.0, contacts.len() as u32 + 1);
                let as_entered: fn(SegmentLine) -> SegmentLine = |line| line;
                contacts.push((line, contact, as_entered));
            }
        }
        append(work, header, contacts)?
    } else {
        let chosen: HashSet<ContactId> = saved.contacts.iter().copied().collect();
        let is_chosen = |line: &&Arc<SegmentLine>| {
            line.contact
                .is_some_and(|contact| chosen.contains(&contact))
        };
        let going: Vec<_> = lines.iter().filter(is_chosen).collect();
        for line in &going {
            work.delete::<SegmentLine>(line.id);
        }
        going
            .into_iter()
            .map(|line| Step::taken_out(line))
            .collect()
    };
    done.n_changed = steps.len() as u32;
    record(work, header, action, saved.kind, Origin::ByHand, steps)?;
    Ok(done)
}

impl Editable for SavedCriteria {
    type Edit = SavedEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::SavedCriteria, &self.code)
    }

    fn apply(&mut self, work: &Work, edit: SavedEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        match edit {
            SavedEdit::Code(typed) => {
                let code =
                    CriteriaCode::new(&typed).map_err(|reason| name.refuse(Field::Code, reason))?;
                let mut others = work.all::<Self>();
                if others.any(|other| other.code == code && other.id != self.id) {
                    return Err(name.refuse(Field::Code, Reason::AlreadyUsed));
                }
                self.code = code;
            }
            SavedEdit::Description(typed) => {
                self.description = line(&typed, TEXT_MAX)
                    .map_err(|reason| name.refuse(Field::Description, reason))?;
            }
        }
        Ok(())
    }
}

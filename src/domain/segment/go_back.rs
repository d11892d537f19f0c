//! Go Back: the inverse of the last criteria action.

use super::Segment;
use super::criteria::{CriteriaAction, actions_of};
use super::line::{SegmentLine, entered, next_line_no};
use crate::domain::change::Revision;
use crate::domain::contact::Contact;
use crate::domain::editable;
use crate::domain::id::{SegmentId, SegmentLineId};
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::domain::salesperson::Salesperson;
use crate::domain::work::Work;

/// Go Back: takes the last action back, last step first. Nothing happens when there is none.
///
/// Errors: [`Reason::Gone`] and [`Reason::ChangedMeanwhile`] for the segment.
pub(in crate::domain) fn go_back(
    work: &mut Work,
    id: SegmentId,
    seen: Revision,
) -> Result<(), Refusal> {
    let mut header = Segment::clone(&*editable::seen::<Segment>(work, id, seen)?);
    let Some(action) = actions_of(work, id).pop() else {
        return Ok(());
    };
    let (mut n_removed, mut n_restored, mut n_lost) = (0, 0, 0);
    for step in action.steps.iter().rev() {
        match &step.before {
            None if work.get::<SegmentLine>(step.line).is_some() => {
                work.delete::<SegmentLine>(step.line);
                n_removed += 1;
            }
            None => {}
            Some(before) => match restored(work, &header, before) {
                Some(line) => {
                    work.put(line);
                    n_restored += 1;
                }
                None => n_lost += 1,
            },
        }
    }
    for id in action.added() {
        let line = work.get::<SegmentLine>(id);
        if line.is_some_and(|line| line.segment == header.id) {
            work.delete::<SegmentLine>(id);
            n_removed += 1;
        }
    }
    work.delete::<CriteriaAction>(action.id);
    header.n_actions -= 1;
    work.put(header);
    work.notice(Notice::WentBack {
        n_removed,
        n_restored,
        n_lost,
    });
    Ok(())
}

/// The line as it was, without what was deleted meanwhile; none if that was its contact. A line
/// whose template is gone is entered anew.
fn restored(work: &Work, header: &Segment, before: &SegmentLine) -> Option<SegmentLine> {
    let contact = match before.contact {
        Some(id) => Some(work.get::<Contact>(id)?),
        None => None,
    };
    let mut line = before.clone();
    let at = work.records().segments().lines_at(header.id, line.line_no);
    let stands =
        |other: SegmentLineId| other != line.id && work.get::<SegmentLine>(other).is_some();
    if at.into_iter().any(stands) {
        line.line_no = next_line_no(work, header.id);
    }
    let template = line.template;
    if template.is_some_and(|id| work.get::<InteractionTemplate>(id).is_none()) {
        return Some(entered(
            work,
            header,
            contact.as_deref(),
            line.id,
            line.line_no,
        ));
    }
    line.group = line
        .group
        .filter(|id| work.get::<InteractionGroup>(*id).is_some());
    line.salesperson = line
        .salesperson
        .filter(|id| work.get::<Salesperson>(*id).is_some());
    Some(line)
}

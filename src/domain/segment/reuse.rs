//! Reuse Segment: the contacts of a logged segment come into an open one.

use super::Segment;
use super::criteria::{ActionKind, Origin, append, record};
use super::line::SegmentLine;
use super::logged::LoggedSegment;
use crate::domain::change::Revision;
use crate::domain::contact::Contact;
use crate::domain::editable;
use crate::domain::id::{CriteriaActionId, LoggedSegmentId, SegmentId, following};
use crate::domain::interaction::LogEntry;
use crate::domain::ledger::Scope;
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::domain::work::Work;
use std::sync::Arc;

/// Reuse Segment: adds a line for each interaction of a logged segment, in the order of the log,
/// with the interaction's campaign (`SegmentHeader.Table.al: ReuseLogged`). Interactions whose
/// contact was deleted have none to add; privacy blocked contacts are left out and counted.
///
/// Errors: [`Reason::Gone`] and [`Reason::ChangedMeanwhile`] for the segment, [`Reason::Gone`] for
/// the logged one, [`Reason::TooManyLines`].
pub(in crate::domain) fn reuse(
    work: &mut Work,
    id: SegmentId,
    seen: Revision,
    logged: LoggedSegmentId,
    action: CriteriaActionId,
) -> Result<(), Refusal> {
    let mut header = Segment::clone(&*editable::seen::<Segment>(work, id, seen)?);
    let logged = editable::seen::<LoggedSegment>(work, logged, Revision(u64::MAX))?;
    let origin = Origin::Logged(logged.no);
    let added = add_logged(work, &mut header, logged.id, origin, action)?;
    work.put(header);
    work.notice(Notice::LinesAdded {
        n: added.n,
        n_blocked: added.n_blocked,
    });
    Ok(())
}

/// How many lines were added, and how many contacts left out because they are privacy blocked.
pub(super) struct Added {
    pub n: u32,
    pub n_blocked: u32,
}

/// Adds the contacts of a logged segment as one action; the ids of the lines follow its own.
pub(super) fn add_logged(
    work: &mut Work,
    header: &mut Segment,
    logged: LoggedSegmentId,
    origin: Origin,
    action: CriteriaActionId,
) -> Result<Added, Refusal> {
    let mut entries = work.entries(Scope::LoggedSegment(logged), |entry| {
        entry.logged_segment == Some(logged)
    });
    entries.sort_unstable_by_key(|entry| entry.no);
    let mut n_blocked = 0;
    let mut contacts = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(contact) = entry.contact.and_then(|id| work.get::<Contact>(id)) else {
            continue;
        };
        if contact.privacy_blocked {
            n_blocked += 1;
            continue;
        }
        let id = following(action.0, contacts.len() as u32 + 1);
        contacts.push((id, contact, with_campaign_of(entry)));
    }
    let steps = append(work, header, contacts)?;
    let n = steps.len() as u32;
    record(work, header, action, ActionKind::Add, origin, steps)?;
    Ok(Added { n, n_blocked })
}

/// Gives a line the campaign of an interaction.
pub(super) fn with_campaign_of(entry: Arc<LogEntry>) -> impl Fn(SegmentLine) -> SegmentLine {
    move |line| SegmentLine {
        campaign: entry.campaign.clone(),
        ..line
    }
}

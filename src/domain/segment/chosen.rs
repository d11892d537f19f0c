//! Contacts chosen in a list come into a segment: many at once, so those whom Add Contacts would
//! leave out are left out, and counted. A contact that is meant all the same is entered as a line.

use super::Segment;
use super::criteria::{ActionKind, Origin, append, record};
use super::line::{SegmentLine, lines_of};
use super::selection::apply::sort;
use crate::domain::change::Revision;
use crate::domain::contact::Contact;
use crate::domain::editable;
use crate::domain::id::{ContactId, CriteriaActionId, SegmentId, SegmentLineId, following};
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::domain::work::Work;
use std::collections::HashSet;
use std::sync::Arc;

/// Adds contacts, each as a line, in the order of Add Contacts: one action by hand. Those who stand in the segment
/// already, are excluded from segments or privacy blocked are left out; those gone are passed over. If
/// that leaves nobody, nothing is recorded. `action`: its id is new, and so are as many after it as
/// there are contacts.
///
/// Errors: [`Reason::Gone`](crate::domain::Reason::Gone) for the segment,
/// [`Reason::TooManyLines`](crate::domain::Reason::TooManyLines),
/// [`Reason::AlreadyCreated`](crate::domain::Reason::AlreadyCreated).
pub(in crate::domain) fn add(
    work: &mut Work,
    id: SegmentId,
    contacts: &[ContactId],
    action: CriteriaActionId,
) -> Result<(), Refusal> {
    let mut header = Segment::clone(&*editable::seen::<Segment>(work, id, Revision(u64::MAX))?);
    let lines = lines_of(work, id);
    let mut standing: HashSet<ContactId> = lines.iter().filter_map(|line| line.contact).collect();
    let (mut n_existing, mut n_excluded, mut n_blocked) = (0, 0, 0);
    let mut coming: Vec<Arc<Contact>> = Vec::with_capacity(contacts.len());
    for contact in contacts.iter().filter_map(|id| work.get::<Contact>(*id)) {
        if contact.privacy_blocked {
            n_blocked += 1;
        } else if contact.exclude_from_segment {
            n_excluded += 1;
        } else if standing.insert(contact.id) {
            coming.push(contact);
        } else {
            n_existing += 1;
        }
    }
    let n = u32::try_from(coming.len()).unwrap_or(u32::MAX);
    if n > 0 {
        sort(work.records(), &mut coming);
        let as_entered: fn(SegmentLine) -> SegmentLine = |line| line;
        let ids = (1..).map(|n| following::<SegmentLineId>(action.0, n));
        let lines = ids.zip(coming).map(|(id, row)| (id, row, as_entered));
        let lines: Vec<_> = lines.collect();
        for (line, ..) in &lines {
            editable::refuse_second::<SegmentLine>(work, *line)?;
        }
        let steps = append(work, &header, lines)?;
        let (kind, origin) = (ActionKind::Add, Origin::ByHand);
        record(work, &mut header, action, kind, origin, steps)?;
        work.put(header);
    }
    work.notice(Notice::ContactsAdded {
        n,
        n_existing,
        n_excluded,
        n_blocked,
    });
    Ok(())
}

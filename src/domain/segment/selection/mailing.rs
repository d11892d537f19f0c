//! Apply Mailing Group: gives every contact of a segment a mailing group
//! (`ApplyMailingGroup.Report.al`).

use crate::domain::classification::membership::put_into;
use crate::domain::classification::{Group, MailingGroup, Membership, MembershipId};
use crate::domain::editable::{self, Editable};
use crate::domain::id::{ContactId, MailingGroupId, SegmentId};
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::segment::Segment;
use crate::domain::segment::line::lines_of;
use crate::domain::work::Work;
use crate::domain::{Revision, contact::Contact};
use std::collections::BTreeSet;

/// Puts the contacts of a segment into a mailing group; those in it stay. `only_these`: whoever else
/// is in it leaves it first (Delete Old Assignments).
///
/// Errors: [`crate::domain::Reason::Gone`] for the segment, [`crate::domain::Reason::NotFound`] for
/// the group.
pub(in crate::domain) fn apply(
    work: &mut Work,
    id: SegmentId,
    group: MailingGroupId,
    only_these: bool,
) -> Result<(), Refusal> {
    let header = editable::seen::<Segment>(work, id, Revision(u64::MAX))?;
    let row = work.find::<MailingGroup>(group, &header.record_name(), Field::MailingGroup)?;
    let lines = lines_of(work, id);
    let contacts: BTreeSet<ContactId> = lines
        .iter()
        .filter_map(|line| line.contact)
        .filter(|id| work.get::<Contact>(*id).is_some())
        .collect();
    let of = Group::Mailing(group);
    let mut n_removed = 0;
    if only_these {
        for contact in work.members(of) {
            if !contacts.contains(&contact) {
                work.delete::<Membership>(MembershipId { contact, of });
                n_removed += 1;
            }
        }
    }
    let n_added = put_into(work, of, contacts.into_iter());
    work.notice(Notice::MailingGroupApplied {
        code: row.code.to_string(),
        n_added,
        n_removed,
    });
    Ok(())
}

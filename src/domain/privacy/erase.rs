//! Erase a contact: nothing is left of it but that there was one.

use super::{Erased, ErasedContact, Fate};
use crate::domain::change::{Change, Key, Revision, Row, Table};
use crate::domain::classification::membership::forget_contact;
use crate::domain::contact::Contact;
use crate::domain::contact::history::persons_of;
use crate::domain::editable;
use crate::domain::id::{ContactId, CriteriaActionId, SegmentId, following};
use crate::domain::interaction::LogEntry;
use crate::domain::ledger::Scope;
use crate::domain::moment::Moment;
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::segment::Segment;
use crate::domain::segment::criteria::{self, ActionKind, CriteriaAction, Origin, Step};
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::selection::saved::SavedCriteria;
use crate::domain::work::Work;
use crate::domain::{Command, Refusal, decide};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Erases a contact, whatever it stands in: what `fate.rs` says becomes of every row that tells of it. Of each
/// segment that it stood in a Reduce is noted, which cannot give its lines back. The ids of those actions follow
/// `action`.
///
/// It cannot be taken back, and once it is kept nothing older can: the journal tells of no row before it any more.
///
/// Errors: [`Reason::Gone`](crate::domain::Reason::Gone) and
/// [`Reason::ChangedMeanwhile`](crate::domain::Reason::ChangedMeanwhile) for the contact,
/// [`Reason::AlreadyCreated`](crate::domain::Reason::AlreadyCreated) for an action's id.
pub(in crate::domain) fn erase(
    work: &mut Work,
    id: ContactId,
    seen: Revision,
    action: CriteriaActionId,
) -> Result<(), Refusal> {
    let contact = editable::seen::<Contact>(work, id, seen)?;
    let mut erased = Erased::new([id]);
    erased.learn(&contact);
    let erased = erased;

    let lines = work.linked(
        |rows| Box::new(rows.segments().lines_with(id)),
        |line: &SegmentLine| line.contact == Some(id),
    );
    let mut of_segments: BTreeMap<SegmentId, Vec<Step>> = BTreeMap::new();
    for line in &lines {
        let forgotten = Step {
            line: line.id,
            contact: None,
            before: None,
        };
        of_segments.entry(line.segment).or_default().push(forgotten);
        work.delete::<SegmentLine>(line.id);
    }
    let criteria: Vec<Row> = work
        .all::<CriteriaAction>()
        .map(Row::CriteriaAction)
        .chain(work.all::<SavedCriteria>().map(Row::SavedCriteria))
        .collect();
    follow(work, &erased, criteria);
    note_removals(work, action, of_segments)?;

    let with_it = work.entries(Scope::Person(id), |entry| entry.contact == Some(id));
    let of_company = work.entries(Scope::Company(id), |entry| {
        entry.company == Some(id) && entry.contact != Some(id)
    });
    let entries = with_it.into_iter().chain(of_company).map(Row::LogEntry);
    let [n_logged, n_postponed] = follow(work, &erased, entries.collect());
    let persons = persons_of(work, id).into_iter().map(Row::Contact);
    follow(work, &erased, persons.collect());
    forget_contact(work, id);
    work.delete::<Contact>(id);
    let left = ErasedContact::of(&contact, work.moment().now);
    work.notice(Notice::ContactErased {
        no: left.no.as_ref().map(ToString::to_string),
        n_interactions: n_logged,
        n_postponed,
    });
    work.put(left);
    Ok(())
}

/// Does to rows what becomes of them. Gives how many entries became anonymous, and how many went with their drafts.
fn follow(work: &mut Work, erased: &Erased, rows: Vec<Row>) -> [u32; 2] {
    let (mut n_anonymous, mut n_gone) = (0, 0);
    for row in rows {
        let is_its_own = |row: &Row| match row {
            Row::LogEntry(entry) => entry.contact.is_some_and(|id| erased.has(id)),
            _ => false,
        };
        match erased.fate(&row) {
            Fate::Stays => n_anonymous += u32::from(is_its_own(&row)),
            Fate::Becomes(new) => {
                n_anonymous += u32::from(is_its_own(&row));
                work.set(row.key(), Some(new));
            }
            Fate::Goes => {
                if let Row::LogEntry(entry) = &row {
                    work.end_draft(entry.id);
                    n_gone += 1;
                }
                work.set(row.key(), None);
            }
        }
    }
    [n_anonymous, n_gone]
}

/// Whoever saw a segment as it was is told that it has changed: its header counts the removal.
fn note_removals(
    work: &mut Work,
    action: CriteriaActionId,
    of_segments: BTreeMap<SegmentId, Vec<Step>>,
) -> Result<(), Refusal> {
    for (n, (segment, steps)) in (0..).zip(of_segments) {
        let Some(header) = work.get::<Segment>(segment) else {
            continue;
        };
        let mut header = Segment::clone(&header);
        let id = following(action.0, n);
        let kind = ActionKind::Reduce;
        criteria::record(work, &mut header, id, kind, Origin::ByHand, steps)?;
        work.put(header);
    }
    Ok(())
}

/// What erasing a contact comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erasure {
    /// How many logged interactions become anonymous.
    pub n_interactions: u32,
    /// How many postponed ones are deleted.
    pub n_postponed: u32,
    /// How many segment lines are removed.
    pub n_lines: u32,
    /// How many groups it leaves.
    pub n_groups: u32,
    /// How many saved criteria are deleted, because they filter on what it is called.
    pub n_saved_criteria: u32,
    /// How many persons of a company stay, without it.
    pub n_persons: u32,
}

/// Looks at what erasing a contact would come to, by carrying it out and keeping nothing; none for one that is gone.
pub fn erasure(records: &Records, moment: &Moment, id: ContactId) -> Option<Erasure> {
    let seen = records.revision();
    let command = Command::EraseContact(id, seen, CriteriaActionId(Uuid::nil()));
    let decision = decide(records, moment, command).ok()?;
    let count = |is_so: &dyn Fn(&Change) -> bool| {
        let found = decision.changes.iter().filter(|change| is_so(change));
        u32::try_from(found.count()).unwrap_or(u32::MAX)
    };
    let gone = |table| count(&|change| change.key.table() == table && change.after.is_none());
    let ledger = records.ledger();
    let of_contact = ledger.entries(Scope::Person(id));
    let of_contact = of_contact.filter_map(|id| records.get::<LogEntry>(id));
    let n_logged = of_contact.filter(|entry| !entry.is_postponed()).count();
    Some(Erasure {
        n_interactions: u32::try_from(n_logged).unwrap_or(u32::MAX),
        n_postponed: gone(Table::LogEntry),
        n_lines: gone(Table::SegmentLine),
        n_groups: gone(Table::Membership),
        n_saved_criteria: gone(Table::SavedCriteria),
        n_persons: count(&|change| matches!(change.key, Key::Contact(of) if of != id)),
    })
}

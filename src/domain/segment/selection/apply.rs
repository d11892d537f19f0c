//! Add Contacts, Reduce and Refine by criteria, and what they would do
//! (`AddContacts.Report.al`, `RemoveContactsReduce.Report.al`, `RemoveContactsRefine.Report.al`).
//!
//! Preview and command work it out with the same functions. An action is recorded even if it
//! changed nothing, as in the source product.

use super::select::Selector;
use super::{Criteria, Options};
use crate::domain::change::Revision;
use crate::domain::contact::Contact;
use crate::domain::editable;
use crate::domain::filter::{Days, sort_key};
use crate::domain::id::{ContactId, CriteriaActionId, SegmentId, SegmentLineId, following};
use crate::domain::moment::Moment;
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::refusal::{Reason, Refusal};
use crate::domain::segment::criteria::{
    ActionKind, CriteriaAction, Origin, Step, refuse_too_many, write,
};
use crate::domain::segment::line::{SegmentLine, entered, further, lines_of, next_line_no};
use crate::domain::segment::{MAX_LINES, Segment};
use crate::domain::work::Work;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// What criteria would do to a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// How many contacts are meant: for Add of all contacts, expanded; for Reduce and Refine of those
    /// in the segment.
    pub n_meant: u32,
    /// How many lines would be added, or taken away.
    pub n_changed: u32,
    /// How many lines the segment would have.
    pub n_lines: u32,
    /// Add: how many are left out because they stand in the segment already.
    pub n_existing: u32,
    /// Add: how many are left out because they are excluded from segments.
    pub n_excluded: u32,
    /// Add: how many are left out because they are privacy blocked.
    pub n_blocked: u32,
    /// Add: the segment would have more lines than it can hold, so it will be refused.
    pub is_too_many: bool,
}

/// What criteria would do now; changes nothing. `None` when the segment is gone.
pub fn preview(
    records: &Records,
    moment: &Moment,
    segment: SegmentId,
    kind: ActionKind,
    criteria: &Criteria,
) -> Option<Preview> {
    records.get::<Segment>(segment)?;
    let ids = records.segments().lines(segment);
    let lines: Vec<Arc<SegmentLine>> = ids
        .filter_map(|id| records.get::<SegmentLine>(id).cloned())
        .collect();
    let days = Days::of(moment);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Some(match kind {
        ActionKind::Add => {
            let standing = standing(&lines);
            let found = find(records, &days, criteria, &standing);
            let n_lines = lines.len() + found.contacts.len();
            Preview {
                n_meant: found.n_meant,
                n_changed: count(found.contacts.len()),
                n_lines: count(n_lines),
                n_existing: found.n_existing,
                n_excluded: found.n_excluded,
                n_blocked: found.n_blocked,
                is_too_many: n_lines > MAX_LINES as usize,
            }
        }
        ActionKind::Reduce | ActionKind::Refine => {
            let meant = meant(records, &days, criteria, &lines);
            let contacts: HashSet<ContactId> =
                meant.iter().filter_map(|at| lines[*at].contact).collect();
            let n_going = match kind {
                ActionKind::Refine => lines.len() - meant.len(),
                _ => meant.len(),
            };
            Preview {
                n_meant: count(contacts.len()),
                n_changed: count(n_going),
                n_lines: count(lines.len() - n_going),
                ..Preview::default()
            }
        }
    })
}

/// Adds contacts by criteria, or takes them away. `action`: its id is new, and so are the ids that
/// follow it, as many as there are contacts.
///
/// Errors: [`Reason::Gone`] and [`Reason::ChangedMeanwhile`] for the segment,
/// [`Reason::TooManyLines`], [`Reason::AlreadyCreated`].
pub(in crate::domain) fn apply(
    work: &mut Work,
    id: SegmentId,
    seen: Revision,
    kind: ActionKind,
    criteria: Criteria,
    action: CriteriaActionId,
) -> Result<(), Refusal> {
    let mut header = Segment::clone(&*editable::seen::<Segment>(work, id, seen)?);
    let records = work.now();
    let done = carry_out(work, &records, &mut header, kind, criteria, action)?;
    work.put(header);
    work.notice(match kind {
        ActionKind::Add => Notice::ContactsAdded {
            n: done.n_changed,
            n_existing: done.n_existing,
            n_excluded: done.n_excluded,
            n_blocked: done.n_blocked,
        },
        ActionKind::Reduce | ActionKind::Refine => Notice::LinesDeleted(done.n_changed),
    });
    Ok(())
}

/// What one action came to.
#[derive(Default)]
pub(super) struct Done {
    /// Lines added, or taken away; summed up over several actions, lines added.
    pub n_changed: u32,
    /// Lines taken away, summed up over several actions.
    pub n_removed: u32,
    pub n_existing: u32,
    pub n_excluded: u32,
    pub n_blocked: u32,
}

/// Carries one action out and records it. `records`: contacts and interactions as they are now.
pub(super) fn carry_out(
    work: &mut Work,
    records: &Records,
    header: &mut Segment,
    kind: ActionKind,
    criteria: Criteria,
    action: CriteriaActionId,
) -> Result<Done, Refusal> {
    editable::refuse_second::<CriteriaAction>(work, action)?;
    let days = Days::of(work.moment());
    let lines = lines_of(work, header.id);
    let mut done = Done::default();
    let mut steps = Vec::new();
    let mut n_added = 0;
    match kind {
        ActionKind::Add => {
            let mut found = find(records, &days, &criteria, &standing(&lines));
            sort(records, &mut found.contacts);
            n_added = append(work, header, &found.contacts, action)?;
            done = Done {
                n_changed: n_added,
                n_removed: 0,
                n_existing: found.n_existing,
                n_excluded: found.n_excluded,
                n_blocked: found.n_blocked,
            };
        }
        ActionKind::Reduce | ActionKind::Refine => {
            let meant = meant(records, &days, &criteria, &lines);
            for (at, line) in lines.iter().enumerate() {
                if meant.contains(&at) == (kind == ActionKind::Reduce) {
                    steps.push(Step::taken_out(line));
                    work.delete::<SegmentLine>(line.id);
                }
            }
            done.n_changed = steps.len() as u32;
        }
    }
    let origin = Origin::Criteria(Box::new(criteria));
    write(work, header, action, kind, origin, (steps, n_added));
    Ok(done)
}

/// Appends a line for each contact; their ids follow the action's. Gives how many.
///
/// Errors: [`Reason::TooManyLines`], [`Reason::AlreadyCreated`].
fn append(
    work: &mut Work,
    header: &Segment,
    contacts: &[Arc<Contact>],
    action: CriteriaActionId,
) -> Result<u32, Refusal> {
    refuse_too_many(work, header, contacts.len())?;
    let first = next_line_no(work, header.id);
    let mut n = 0;
    for contact in contacts {
        let id = following::<SegmentLineId>(action.0, n + 1);
        if let Some(line) = work.get::<SegmentLine>(id) {
            let name = line.record_name_in(work);
            return Err(name.refuse_all(Reason::AlreadyCreated));
        }
        let line = entered(work, header, Some(contact), id, further(first, n));
        work.put(line);
        n += 1;
    }
    Ok(n)
}

/// What Add finds.
struct Found {
    /// In order of creation.
    contacts: Vec<Arc<Contact>>,
    n_meant: u32,
    n_existing: u32,
    n_excluded: u32,
    n_blocked: u32,
}

/// The contacts that Add would append. First all contacts of companies and companies of persons are
/// taken in, then the excluded ones left out.
fn find(
    records: &Records,
    days: &Days,
    criteria: &Criteria,
    standing: &HashSet<ContactId>,
) -> Found {
    let options = criteria.options;
    let selected = Selector::new(records, days, criteria).all();
    let selected = expanded(records, options, selected);
    let mut found = Found {
        contacts: Vec::with_capacity(selected.len()),
        n_meant: u32::try_from(selected.len()).unwrap_or(u32::MAX),
        n_existing: 0,
        n_excluded: 0,
        n_blocked: 0,
    };
    for contact in selected {
        if contact.privacy_blocked {
            found.n_blocked += 1;
        } else if contact.exclude_from_segment && !options.ignore_exclusion {
            found.n_excluded += 1;
        } else if standing.contains(&contact.id) && !options.allow_existing {
            found.n_existing += 1;
        } else {
            found.contacts.push(contact.clone());
        }
    }
    found
}

/// Takes in the contacts of the companies of those found, and their companies.
fn expanded<'a>(
    records: &'a Records,
    options: Options,
    selected: Vec<&'a Arc<Contact>>,
) -> Vec<&'a Arc<Contact>> {
    if !options.expand_companies && !options.related_companies {
        return selected;
    }
    let mut all: BTreeMap<ContactId, &Arc<Contact>> = BTreeMap::new();
    for contact in selected {
        all.insert(contact.id, contact);
        let company = contact.company().and_then(|id| records.get::<Contact>(id));
        let Some(company) = company else { continue };
        let is_known = all.insert(company.id, company).is_some();
        if options.expand_companies && !(is_known && company.id != contact.id) {
            all.extend(records.persons_of(company.id).map(|row| (row.id, row)));
        }
    }
    all.into_values().collect()
}

/// Sorts by company name, company number, type and name, so that a company stands before its
/// persons; persons without a company stand first.
pub(in crate::domain::segment) fn sort(records: &Records, contacts: &mut [Arc<Contact>]) {
    let companies: BTreeSet<ContactId> = contacts.iter().filter_map(|row| row.company()).collect();
    let mut named: Vec<_> = companies
        .into_iter()
        .filter_map(|id| records.get::<Contact>(id))
        .map(|row| (sort_key(&row.name), &row.no, row.id))
        .collect();
    named.sort_unstable();
    let places = named.iter().enumerate();
    let places: HashMap<ContactId, usize> = places.map(|(at, it)| (it.2, at + 1)).collect();
    contacts.sort_by_cached_key(|row| {
        let place = row.company().and_then(|id| places.get(&id).copied());
        // There is one company in a place.
        let name = row.is_person().then(|| sort_key(&row.name));
        (place, name)
    });
}

fn standing(lines: &[Arc<SegmentLine>]) -> HashSet<ContactId> {
    lines.iter().filter_map(|line| line.contact).collect()
}

/// Which of these lines are meant, by their places. With entire companies one contact that is found
/// stands for all of its company, whether they stand in the segment or not. A line without a contact
/// is meant only where everybody is.
fn meant(
    records: &Records,
    days: &Days,
    criteria: &Criteria,
    lines: &[Arc<SegmentLine>],
) -> HashSet<usize> {
    let mut selector = Selector::new(records, days, criteria);
    selector.prepare(lines.len());
    let everybody = selector.is_everybody();
    let mut companies: HashMap<ContactId, bool> = HashMap::new();
    let mut is_meant = |line: &SegmentLine| {
        let Some(contact) = line.contact.and_then(|id| records.get::<Contact>(id)) else {
            return everybody;
        };
        match contact.company() {
            Some(company) if criteria.options.entire_companies => {
                *companies.entry(company).or_insert_with(|| {
                    let itself = records.get::<Contact>(company).into_iter();
                    let mut all = itself.chain(records.persons_of(company));
                    all.any(|row| selector.matches(row))
                })
            }
            _ => selector.matches(contact),
        }
    };
    let places = lines.iter().enumerate();
    places
        .filter(|(_, line)| is_meant(line))
        .map(|(at, _)| at)
        .collect()
}

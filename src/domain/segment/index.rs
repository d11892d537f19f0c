//! Segments seen through their indexes: lines in their order, where a contact stands, criteria
//! actions, and what was logged.

use super::Segment;
use super::criteria::CriteriaAction;
use super::line::SegmentLine;
use super::logged::LoggedSegment;
use crate::domain::code::SegmentNo;
use crate::domain::id::{ContactId, CriteriaActionId, LoggedSegmentId, SegmentId, SegmentLineId};
use crate::domain::interaction::EntryNo;
use crate::domain::records::remove_if;
use std::collections::{BTreeMap, BTreeSet, HashMap};

type Lines = BTreeSet<(u32, SegmentLineId)>;
type Actions = BTreeMap<u32, CriteriaActionId>;

/// The indexes over segments, their lines and criteria actions, and logged segments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SegmentIndex {
    nos: BTreeMap<SegmentNo, SegmentId>,
    lines: HashMap<SegmentId, Lines>,
    of_contact: HashMap<ContactId, BTreeSet<SegmentLineId>>,
    actions: HashMap<SegmentId, Actions>,
    logged: BTreeMap<EntryNo, LoggedSegmentId>,
    logged_as: BTreeMap<SegmentNo, BTreeSet<LoggedSegmentId>>,
}

impl SegmentIndex {
    /// The segment with this number.
    pub fn by_no(&self, no: &SegmentNo) -> Option<SegmentId> {
        self.nos.get(no).copied()
    }

    /// All segments, in order of their numbers.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = SegmentId> + '_ {
        self.nos.values().copied()
    }

    /// The lines of a segment, in order of their line numbers.
    pub fn lines(&self, segment: SegmentId) -> impl DoubleEndedIterator<Item = SegmentLineId> + '_ {
        let lines = self.lines.get(&segment).into_iter().flatten();
        lines.map(|(_, id)| *id)
    }

    /// How many lines a segment has.
    pub fn n_lines(&self, segment: SegmentId) -> usize {
        self.lines.get(&segment).map_or(0, BTreeSet::len)
    }

    /// The line number of the last line of a segment; 0 if it has none.
    pub fn last_line_no(&self, segment: SegmentId) -> u32 {
        let last = self.lines.get(&segment).and_then(BTreeSet::last);
        last.map_or(0, |(line_no, _)| *line_no)
    }

    /// The lines with a line number of a segment; one, in a sound company.
    pub fn lines_at(
        &self,
        segment: SegmentId,
        line_no: u32,
    ) -> impl Iterator<Item = SegmentLineId> + '_ {
        let lines = self.lines.get(&segment).into_iter();
        let first = SegmentLineId(uuid::Uuid::nil());
        let last = SegmentLineId(uuid::Uuid::max());
        lines
            .flat_map(move |lines| lines.range((line_no, first)..=(line_no, last)))
            .map(|(_, id)| *id)
    }

    /// The lines in which a contact stands, of all segments, in order of creation.
    pub fn lines_with(&self, contact: ContactId) -> impl Iterator<Item = SegmentLineId> + '_ {
        self.of_contact.get(&contact).into_iter().flatten().copied()
    }

    /// The criteria actions of a segment, in order of their numbers.
    pub fn actions(
        &self,
        segment: SegmentId,
    ) -> impl DoubleEndedIterator<Item = CriteriaActionId> + '_ {
        let actions = self.actions.get(&segment).into_iter();
        actions.flat_map(|actions| actions.values().copied())
    }

    /// Logged segments, in order of their entry numbers.
    pub fn logged(&self) -> impl DoubleEndedIterator<Item = LoggedSegmentId> + '_ {
        self.logged.values().copied()
    }

    /// The logged segment with this entry number.
    pub fn logged_by_no(&self, no: EntryNo) -> Option<LoggedSegmentId> {
        self.logged.get(&no).copied()
    }

    /// The highest entry number of logged segments; 0 if there are none.
    pub fn last_logged_no(&self) -> EntryNo {
        self.logged
            .keys()
            .next_back()
            .copied()
            .unwrap_or(EntryNo(0))
    }

    /// The logged segments with this segment number; at most one while none is unlinked.
    pub fn logged_as(&self, no: &SegmentNo) -> impl Iterator<Item = LoggedSegmentId> + '_ {
        self.logged_as.get(no).into_iter().flatten().copied()
    }

    pub(in crate::domain) fn insert(&mut self, row: &Segment) {
        self.nos.insert(row.no.clone(), row.id);
    }

    pub(in crate::domain) fn remove(&mut self, row: &Segment) {
        remove_if(&mut self.nos, &row.no, row.id);
    }

    pub(in crate::domain) fn insert_line(&mut self, row: &SegmentLine) {
        let lines = self.lines.entry(row.segment).or_default();
        lines.insert((row.line_no, row.id));
        if let Some(contact) = row.contact {
            self.of_contact.entry(contact).or_default().insert(row.id);
        }
    }

    pub(in crate::domain) fn remove_line(&mut self, row: &SegmentLine) {
        if let Some(lines) = self.lines.get_mut(&row.segment) {
            lines.remove(&(row.line_no, row.id));
            if lines.is_empty() {
                self.lines.remove(&row.segment);
            }
        }
        if let Some(contact) = row.contact
            && let Some(lines) = self.of_contact.get_mut(&contact)
        {
            lines.remove(&row.id);
            if lines.is_empty() {
                self.of_contact.remove(&contact);
            }
        }
    }

    pub(in crate::domain) fn insert_action(&mut self, row: &CriteriaAction) {
        let actions = self.actions.entry(row.segment).or_default();
        actions.insert(row.no, row.id);
    }

    pub(in crate::domain) fn remove_action(&mut self, row: &CriteriaAction) {
        if let Some(actions) = self.actions.get_mut(&row.segment) {
            remove_if(actions, &row.no, row.id);
            if actions.is_empty() {
                self.actions.remove(&row.segment);
            }
        }
    }

    pub(in crate::domain) fn insert_logged(&mut self, row: &LoggedSegment) {
        self.logged.insert(row.no, row.id);
        let same = self.logged_as.entry(row.segment_no.clone()).or_default();
        same.insert(row.id);
    }

    pub(in crate::domain) fn remove_logged(&mut self, row: &LoggedSegment) {
        remove_if(&mut self.logged, &row.no, row.id);
        if let Some(same) = self.logged_as.get_mut(&row.segment_no) {
            same.remove(&row.id);
            if same.is_empty() {
                self.logged_as.remove(&row.segment_no);
            }
        }
    }
}

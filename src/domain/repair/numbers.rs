//! Numbers and codes that stand twice: one of the two rows keeps its own, each other gets a new one.
//!
//! The row that keeps it is the one that indexes find: it is the one that users have seen, and the others come into the
//! indexes with what they get.

use super::Round;
use crate::domain::campaign::entry::CampaignEntry;
use crate::domain::campaign::{Campaign, CampaignStatus};
use crate::domain::change::{Key, Record, Table};
use crate::domain::check::{Damage, Wrong};
use crate::domain::classification::{
    BusinessRelation, Class, IndustryGroup, JobResponsibility, MailingGroup, OrganizationalLevel,
    Salutation,
};
use crate::domain::code::{ClassCode, Code};
use crate::domain::contact::Contact;
use crate::domain::id::{SegmentId, SeriesId};
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::number_series::NumberSeries;
use crate::domain::records::Records;
use crate::domain::refusal::Field;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::criteria::CriteriaAction;
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::segment::selection::saved::SavedCriteria;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What has numbers to be given anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Numbered {
    /// The rows of a table.
    Rows(Table),
    /// The lines of a segment.
    Lines(SegmentId),
    /// The lines of a series.
    Series(SeriesId),
    /// The criteria actions of a segment.
    Actions(SegmentId),
}

impl Round<'_, '_> {
    /// Gives numbers anew where some stand twice, or are not those that are counted.
    pub(super) fn give_numbers(&mut self, damage: &[Damage]) {
        let wrong: BTreeSet<Numbered> = damage.iter().filter_map(|it| self.numbered(it)).collect();
        for numbered in wrong {
            match numbered {
                Numbered::Rows(table) => self.give_in(table),
                Numbered::Lines(segment) => self.give_line_nos(segment),
                Numbered::Series(id) => self.edit(id, |_, row| give_series_line_nos(row)),
                Numbered::Actions(segment) => self.give_action_nos(segment),
            }
        }
    }

    fn numbered(&self, damage: &Damage) -> Option<Numbered> {
        match (&damage.wrong, damage.key) {
            (Wrong::LineTwice(_), Key::SegmentLine(id)) => {
                let line = self.work.get::<SegmentLine>(id)?;
                Some(Numbered::Lines(line.segment))
            }
            (Wrong::LineTwice(_), Key::NumberSeries(id)) => Some(Numbered::Series(id)),
            (Wrong::ActionsDiffer, Key::Segment(id)) => Some(Numbered::Actions(id)),
            (Wrong::NotUnique(Field::Language), _) => None,
            (Wrong::NotUnique(_) | Wrong::Missing(Field::No), key) => {
                Some(Numbered::Rows(key.table()))
            }
            _ => None,
        }
    }

    fn give_in(&mut self, table: Table) {
        match table {
            Table::NumberSeries => self.codes(
                |row: &mut NumberSeries| &mut row.code,
                |now, row| now.series_by_code(&row.code) == Some(row.id),
            ),
            Table::Salesperson => self.codes(
                |row: &mut Salesperson| &mut row.code,
                |now, row| now.salesperson_by_code(&row.code) == Some(row.id),
            ),
            Table::MailingGroup => self.class_codes(|row: &mut MailingGroup| &mut row.code),
            Table::IndustryGroup => self.class_codes(|row: &mut IndustryGroup| &mut row.code),
            Table::BusinessRelation => self.class_codes(|row: &mut BusinessRelation| &mut row.code),
            Table::JobResponsibility => {
                self.class_codes(|row: &mut JobResponsibility| &mut row.code);
            }
            Table::OrganizationalLevel => {
                self.class_codes(|row: &mut OrganizationalLevel| &mut row.code);
            }
            Table::Salutation => self.class_codes(|row: &mut Salutation| &mut row.code),
            Table::Contact => self.codes(
                |row: &mut Contact| {
                    row.no_series = None;
                    &mut row.no
                },
                |now, row| now.contact_by_no(&row.no).map(|it| it.id) == Some(row.id),
            ),
            Table::CampaignStatus => self.codes(
                |row: &mut CampaignStatus| &mut row.code,
                |now, row| now.campaign_status_by_code(&row.code).map(|it| it.id) == Some(row.id),
            ),
            Table::Campaign => self.codes(
                |row: &mut Campaign| {
                    row.no_series = None;
                    &mut row.no
                },
                |now, row| now.campaign_by_no(&row.no).map(|it| it.id) == Some(row.id),
            ),
            Table::InteractionGroup => self.codes(
                |row: &mut InteractionGroup| &mut row.code,
                |now, row| now.group_by_code(&row.code) == Some(row.id),
            ),
            Table::InteractionTemplate => self.codes(
                |row: &mut InteractionTemplate| &mut row.code,
                |now, row| now.template_by_code(&row.code) == Some(row.id),
            ),
            Table::Segment => self.codes(
                |row: &mut Segment| {
                    row.no_series = None;
                    &mut row.no
                },
                |now, row| now.segments().by_no(&row.no) == Some(row.id),
            ),
            Table::SavedCriteria => self.codes(
                |row: &mut SavedCriteria| &mut row.code,
                |now, row| now.criteria_by_code(&row.code) == Some(row.id),
            ),
            Table::LoggedSegment => self.anew(
                |now, row: &LoggedSegment| now.segments().logged_by_no(row.no) == Some(row.id),
                |round, row| row.no = round.work.next_logged_segment_no(),
            ),
            Table::CampaignEntry => self.anew(
                |now, row: &CampaignEntry| now.campaign_entries().by_no(row.no) == Some(row.id),
                |round, row| row.no = round.work.next_campaign_entry_nos(1),
            ),
            Table::LogEntry => self.anew(
                |now, row: &LogEntry| {
                    row.no != EntryNo(0) && now.ledger().by_no(row.no) == Some(row.id)
                },
                |round, row| row.no = round.work.next_entry_no(),
            ),
            // They have no numbers that could stand twice.
            Table::Setup
            | Table::Counters
            | Table::SalutationFormula
            | Table::ErasedContact
            | Table::Membership
            | Table::SegmentLine
            | Table::CriteriaAction => {}
        }
    }

    fn class_codes<R: Class>(&mut self, code: fn(&mut R) -> &mut ClassCode) {
        self.codes(code, |now, row| {
            now.classes().by_code(R::KIND, row.code()) == Some(row.class())
        });
    }

    /// Codes end in a number from 2 on, where they are not those of the rows that indexes find.
    fn codes<R: Record, const MAX: usize>(
        &mut self,
        code: fn(&mut R) -> &mut Code<MAX>,
        is_found: fn(&Records, &R) -> bool,
    ) {
        let codes = self.now.all::<R>().map(|row| {
            let mut row = R::clone(row);
            code(&mut row).clone()
        });
        let mut taken: BTreeSet<Code<MAX>> = codes.collect();
        self.anew(is_found, |_, row| {
            let code = code(row);
            let mut numbered = (2..).map(|n| code.numbered(n));
            let free = numbered.find(|it| !taken.contains(it));
            *code = free.expect("there are more numbers than rows");
            taken.insert(code.clone());
        });
    }

    /// Gives a number anew to each row that its index does not find by the one it has. Counters go on behind the
    /// highest first.
    fn anew<R: Record>(
        &mut self,
        is_found: fn(&Records, &R) -> bool,
        mut give: impl FnMut(&mut Self, &mut R),
    ) {
        self.counters();
        let now = self.now;
        for row in now.all::<R>().filter(|row| !is_found(now, row)) {
            let Some(row) = self.work.get::<R>(row.id()) else {
                continue;
            };
            let mut row = R::clone(&row);
            give(self, &mut row);
            self.put(row);
        }
    }

    /// A line that stands where another one does comes right behind it.
    fn give_line_nos(&mut self, segment: SegmentId) {
        let lines = self.now.segments().lines(segment);
        let lines = lines.filter_map(|id| self.work.get::<SegmentLine>(id));
        let lines: Vec<Arc<SegmentLine>> = lines.collect();
        let mut free = FreeNos::beside(lines.iter().map(|line| line.line_no));
        for line in lines {
            let line_no = free.own(line.line_no);
            self.put(SegmentLine {
                line_no,
                ..SegmentLine::clone(&line)
            });
        }
    }

    /// Criteria actions count from 1 on, in the order they had, and the header counts them.
    fn give_action_nos(&mut self, segment: SegmentId) {
        let found: BTreeSet<_> = self.now.segments().actions(segment).collect();
        let actions = self.now.all::<CriteriaAction>();
        let actions = actions.filter(|row| row.segment == segment);
        let mut actions: Vec<Arc<CriteriaAction>> = actions.cloned().collect();
        actions.sort_by_key(|row| (row.no, row.id));
        let mut n_actions = 0;
        for at in 0..actions.len() {
            n_actions += 1;
            // One that keeps its number must be the one that the index finds by it.
            let keeps = |row: &Arc<CriteriaAction>| row.no == n_actions && found.contains(&row.id);
            if let Some(kept) = actions[at..].iter().position(keeps) {
                actions.swap(at, at + kept);
            }
            self.put(CriteriaAction {
                no: n_actions,
                ..CriteriaAction::clone(&actions[at])
            });
        }
        self.edit(segment, |_, row: &mut Segment| row.n_actions = n_actions);
    }
}

fn give_series_line_nos(row: &mut NumberSeries) {
    let mut free = FreeNos::beside(row.lines.iter().map(|line| line.line_no));
    for line in &mut row.lines {
        line.line_no = free.own(line.line_no);
    }
    row.lines.sort_by_key(|line| line.line_no);
}

/// Line numbers, each to be had once.
struct FreeNos {
    taken: BTreeSet<u32>,
    had: BTreeSet<u32>,
    /// The last one that was given in place of another.
    last: u32,
}

impl FreeNos {
    fn beside(taken: impl Iterator<Item = u32>) -> Self {
        Self {
            taken: taken.collect(),
            had: BTreeSet::new(),
            last: 0,
        }
    }

    /// The number itself, or the next free one behind it if another has it.
    fn own(&mut self, no: u32) -> u32 {
        if self.had.insert(no) {
            return no;
        }
        let behind = (no.max(self.last)..=u32::MAX).chain(0..no);
        let mut free = behind.filter(|no| !self.taken.contains(no));
        self.last = free.next().expect("there are more numbers than lines");
        self.taken.insert(self.last);
        self.last
    }
}

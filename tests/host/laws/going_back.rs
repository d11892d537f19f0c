//! The law of Go Back: it is the inverse of each step, whatever the steps.

use super::cases;
use super::selection::{
    N_CONTACTS, build, contact, criteria, header, kind, lines, nth, run, segment, world,
};
use lokikirja::domain::id::CriteriaActionId;
use lokikirja::domain::segment::SegmentEdit;
use lokikirja::domain::segment::criteria::ActionKind;
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::question::Answer;
use lokikirja::domain::segment::selection::Criteria;
use lokikirja::domain::{Command, Revision};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// A step that changes which contacts stand in the segment.
#[derive(Clone, Debug)]
enum Step {
    Criteria(ActionKind, Criteria),
    /// Contacts entered in new lines.
    Enter(Vec<u8>),
    /// Another contact, or none, entered in a line.
    Exchange(usize, Option<u8>),
    /// Lines deleted.
    Delete(Vec<usize>),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (kind(), criteria()).prop_map(|(kind, criteria)| Step::Criteria(kind, criteria)),
        3 => vec(0..N_CONTACTS, 1..5).prop_map(Step::Enter),
        2 => (0..20usize, of(0..N_CONTACTS)).prop_map(|(at, who)| Step::Exchange(at, who)),
        2 => vec(0..20usize, 1..4).prop_map(Step::Delete),
    ]
}

impl Step {
    /// The nth step as a command on a segment that has these lines; none where there is no such line.
    fn command(self, lines: &[SegmentLine], n: u64) -> Option<Command> {
        let (action, seen): (CriteriaActionId, _) = (nth(24, n), Revision(u64::MAX));
        let line = |at: usize| lines.get(at % lines.len().max(1)).map(|line| line.id);
        Some(match self {
            Self::Criteria(kind, criteria) => {
                Command::ApplyCriteria(segment(), seen, kind, Box::new(criteria), action)
            }
            Self::Enter(whom) => {
                let ids = (0u64..).map(|at| nth(23, n * 100 + at));
                let lines = ids.zip(whom.into_iter().map(contact)).collect();
                Command::AddSegmentLines(segment(), lines)
            }
            Self::Exchange(at, who) => {
                Command::ChangeLineContact(line(at)?, seen, who.map(contact), action)
            }
            Self::Delete(ats) => {
                let mut ids: Vec<_> = ats.into_iter().filter_map(line).collect();
                ids.sort_unstable();
                ids.dedup();
                Command::DeleteSegmentLines(segment(), seen, ids, action, Answer::No)
            }
        })
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// Whatever brings contacts in, exchanges them or takes them out by hand, Go Back restores what was there
    /// before, however it is mixed with criteria.
    #[test]
    fn going_back_is_the_inverse_of_each_step(
        world in world(),
        steps in vec(step(), 1..9),
    ) {
        let mut records = build(&world);
        let edits = vec![SegmentEdit::No("SM1".into())];
        prop_assert!(run(&mut records, Command::CreateSegment(segment(), edits)));
        let mut before = Vec::new();
        for (n, step) in (0u64..).zip(steps) {
            let was = (header(&records), lines(&records));
            if let Some(command) = step.command(&was.1, n) {
                run(&mut records, command);
            }
            before.push(was);
        }
        for (was, lines_then) in before.into_iter().rev() {
            // Another contact in a line is two actions: one goes, one comes.
            while header(&records).n_actions > was.n_actions {
                let back = Command::GoBackInSegment(segment(), Revision(u64::MAX));
                prop_assert!(run(&mut records, back));
                prop_assert_eq!(records.check(), vec![]);
            }
            prop_assert_eq!(header(&records), was);
            prop_assert_eq!(lines(&records), lines_then);
        }
    }
}

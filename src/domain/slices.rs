//! Slices: a command that takes long, decided some lines at a time, so that whoever waits can do
//! something else in between, or give up. What comes out is what [`super::decide`] says at once.
//!
//! Only Log Segment is decided so: all else is quick, or has shown before how far it is.

use super::change::{Change, Key, Revision, Row};
use super::command::Command;
use super::moment::Moment;
use super::records::Records;
use super::refusal::Refusal;
use super::segment::log::LogRun;
use super::work::{Suspended, Work};
use super::{Decision, work};
use std::collections::btree_map;

/// Part of the work that the rules do; the rest is telling the changes.
const RULES: f64 = 0.7;

/// A command that is being decided.
#[derive(Debug)]
pub struct Slices {
    moment: Moment,
    revision: Revision,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Rules(Box<LogRun>, Box<Suspended>),
    Changes {
        rest: btree_map::IntoIter<Key, Option<Row>>,
        n_in_all: usize,
        decision: Decision,
    },
}

impl Slices {
    /// Begins; none for a command that is decided at once.
    ///
    /// Errors: those of the command.
    pub fn begin(
        records: &Records,
        moment: &Moment,
        command: &Command,
    ) -> Option<Result<Self, Refusal>> {
        let Command::LogSegment(id, seen, follow_up) = command else {
            return None;
        };
        let work = Work::new(records, moment);
        let run = LogRun::begin(&work, *id, *seen, follow_up.clone());
        Some(run.map(|run| Self {
            moment: moment.clone(),
            revision: records.revision(),
            stage: Stage::Rules(Box::new(run), Box::new(work.suspend())),
        }))
    }

    /// How much is done, from 0 to 1.
    pub fn done(&self) -> f64 {
        match &self.stage {
            Stage::Rules(run, _) => run.done() * RULES,
            Stage::Changes { rest, n_in_all, .. } => {
                let left = rest.len() as f64 / (*n_in_all).max(1) as f64;
                RULES + (1.0 - left) * (1.0 - RULES)
            }
        }
    }

    /// Goes on with `n` rows, at least one; gives the decision once there are no more. The records must
    /// be those that it began with.
    ///
    /// Errors: those of the command.
    pub fn step(&mut self, records: &Records, n: usize) -> Result<Option<Decision>, Refusal> {
        assert!(
            self.revision == records.revision(),
            "what was decided in part holds for the same records only"
        );
        match &mut self.stage {
            Stage::Rules(run, suspended) => {
                let mut work =
                    Work::resume(records, &self.moment, std::mem::take(&mut **suspended));
                let is_done = run.step(&mut work, n)?;
                **suspended = work.suspend();
                if is_done {
                    let (written, decision) = std::mem::take(&mut **suspended).into_parts();
                    self.stage = Stage::Changes {
                        n_in_all: written.len(),
                        rest: written.into_iter(),
                        decision,
                    };
                }
                Ok(None)
            }
            Stage::Changes { rest, decision, .. } => {
                let more = rest.by_ref().take(n);
                let more = more.map(|(key, after)| work::change(records, key, after));
                decision.changes.extend(more.filter(Change::is_one));
                match rest.len() {
                    0 => Ok(Some(std::mem::take(decision))),
                    _ => Ok(None),
                }
            }
        }
    }
}

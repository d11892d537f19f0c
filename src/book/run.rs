//! Running a command: decide, keep, apply; and again when another tab was first.

use super::{Book, Outcome, ROWS_PER_TURN, RunError, SharedRecords, apply};
use crate::domain::{ChangeSet, Command, Decision, Moment, Refusal, Revision, Table, decide, undo};
use crate::journal::storage::Storage;
use crate::journal::{After, Along, JournalError, SetText};
use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

/// How often a command is decided anew after another tab was first. The first time already nobody
/// can come in between; the others are for a lost connection, and for a tab that must load anew.
pub const MOST_TRIES: usize = 4;

/// A change set under the revision it was or may have been kept under.
type Kept = (Revision, ChangeSet);

/// What came of deciding among what others wrote.
#[derive(Debug, Default)]
struct Attempt {
    /// The tables that others touched, once their change sets are applied.
    others: Vec<Table>,
    /// One of our earlier change sets, found among theirs: it was kept, only its answer was lost.
    found: Option<Kept>,
    /// What was decided; nothing when the company must be loaded anew first.
    decided: Option<Result<(Decision, Option<Kept>), Refusal>>,
}

impl<S: Storage> Book<S> {
    /// Carries a command out: decides, keeps, applies.
    ///
    /// If another tab was first, what it wrote is read and applied, and the command decided anew.
    /// A command that changes nothing writes nothing, and still ends its draft. One that erases a contact is answered
    /// when the device has let go of it too; if that fails the listener is told, and it is tried again later.
    pub async fn run(&mut self, moment: &Moment, command: Command) -> Result<Outcome, RunError> {
        let outcome = self.decide_and_keep(moment, command).await?;
        if outcome.tables.contains(&Table::ErasedContact) {
            self.finish_erasing_and_tell().await;
        }
        Ok(outcome)
    }

    async fn decide_and_keep(
        &mut self,
        moment: &Moment,
        command: Command,
    ) -> Result<Outcome, RunError> {
        let mut decision = decide(&self.records.borrow(), moment, command.clone())?;
        let Some(kept) = self.to_keep(moment, &mut decision) else {
            return self.nothing_to_keep(decision).await;
        };
        let along = along(&decision);
        let text = self.text_of(&kept.1).await;
        let answer = self.journal.append_text(kept.0, text, &along).await;
        self.answered(moment, command, (kept, decision), answer)
            .await
    }

    /// Goes on from what the journal answered: applies what it has kept, or decides anew among what
    /// others wrote.
    pub(super) async fn answered(
        &mut self,
        moment: &Moment,
        command: Command,
        (kept, decision): (Kept, Decision),
        answer: Result<(), JournalError>,
    ) -> Result<Outcome, RunError> {
        match answer {
            Ok(()) => Ok(self.kept(kept, decision).await),
            Err(error @ (JournalError::Taken | JournalError::Closed)) => {
                let lost = error == JournalError::Closed;
                let first = (kept, decision);
                self.run_among_others(moment, command, first, lost).await
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Reads what others wrote, decides anew and keeps that, in one transaction each time: tabs
    /// that write without a pause would otherwise always be first.
    ///
    /// `lost`: the answer was lost, and what was decided first may have been kept.
    async fn run_among_others(
        &mut self,
        moment: &Moment,
        command: Command,
        first: (Kept, Decision),
        mut lost: bool,
    ) -> Result<Outcome, RunError> {
        let mut tried = vec![first];
        for _ in 0..MOST_TRIES {
            let attempt = Rc::new(RefCell::new(Attempt::default()));
            let decide = {
                let (attempt, records) = (attempt.clone(), self.records.clone());
                let (moment, command) = (moment.clone(), command.clone());
                let ours: Vec<Kept> = tried.iter().map(|(kept, _)| kept.clone()).collect();
                move |after| {
                    attempt
                        .borrow_mut()
                        .decide(after, &records, &moment, command, &ours)
                }
            };
            let known = self.records.borrow().revision();
            let answer = self.journal.append_after(known, decide).await;
            let attempt = attempt.take();
            if attempt.others.contains(&Table::ErasedContact) {
                self.erased_elsewhere();
            }
            if !attempt.others.is_empty() {
                self.tell(attempt.others, attempt.found.is_some());
            }
            if let Some(found) = attempt.found {
                let decision = tried.into_iter().find(|(kept, _)| *kept == found);
                let (_, decision) = decision.expect("what was found is what was looked for");
                return Ok(self.outcome(found, decision));
            }
            match (answer, attempt.decided) {
                (Ok(()), Some(decided)) => {
                    return match decided? {
                        (decision, Some(kept)) => Ok(self.kept(kept, decision).await),
                        (decision, None) => self.nothing_to_keep(decision).await,
                    };
                }
                (Ok(()), None) => self.load_anew().await?,
                (Err(JournalError::Closed), decided) => {
                    lost = true;
                    if let Some(Ok((decision, Some(kept)))) = decided {
                        tried.push((kept, decision));
                    }
                }
                // The journal was not even read: nobody knows what became of the lost one.
                (Err(_), None) if lost => break,
                (Err(error), _) => return Err(error.into()),
            }
        }
        Err(JournalError::Closed.into())
    }

    /// A change set as text; the page goes on while a long one is told.
    async fn text_of(&self, set: &ChangeSet) -> String {
        let mut text = SetText::begin(set);
        for (at, changes) in set.changes.chunks(ROWS_PER_TURN).enumerate() {
            if at > 0 {
                self.journal.pause().await;
            }
            text.push(changes);
        }
        text.finish()
    }

    /// Takes what is to be kept out of a decision; `None` when it changes nothing.
    pub(super) fn to_keep(&self, moment: &Moment, decision: &mut Decision) -> Option<Kept> {
        to_keep(&self.records, moment, decision)
    }

    /// Applies what the journal has kept.
    async fn kept(&mut self, kept: Kept, decision: Decision) -> Outcome {
        self.apply(std::slice::from_ref(&kept), true).await;
        self.outcome(kept, decision)
    }

    fn outcome(&mut self, (revision, set): Kept, decision: Decision) -> Outcome {
        let ended = decision.ends_drafts.into_iter();
        self.ended_drafts
            .extend(ended.map(|draft| (draft, revision)));
        self.history.see(revision, &set);
        self.is_erasing |= set.erases();
        Outcome {
            revision,
            notices: decision.notices,
            tables: set.tables(),
            origin: set.origin,
            is_undoable: undo::is_undoable(&set.changes),
            unfinished: Vec::new(),
        }
    }

    pub(super) async fn nothing_to_keep(
        &mut self,
        decision: Decision,
    ) -> Result<Outcome, RunError> {
        let revision = self.records.borrow().revision();
        for draft in decision.ends_drafts {
            self.journal.delete_draft(draft).await?;
            self.ended_drafts.insert(draft, revision);
        }
        Ok(Outcome {
            revision,
            notices: decision.notices,
            tables: Vec::new(),
            origin: decision.origin,
            is_undoable: false,
            unfinished: Vec::new(),
        })
    }
}

impl Attempt {
    /// Applies what others wrote, and decides. What they wrote is kept already, whatever becomes
    /// of ours.
    fn decide(
        &mut self,
        after: After,
        records: &SharedRecords,
        moment: &Moment,
        command: Command,
        ours: &[Kept],
    ) -> Option<(Revision, ChangeSet, Along)> {
        let After::Sets(sets) = after else {
            return None;
        };
        self.others = apply(records, &sets);
        self.found = sets.into_iter().find(|set| ours.contains(set));
        if self.found.is_some() {
            return None;
        }
        let decided = decide(&records.borrow(), moment, command);
        let decided = decided.map(|mut decision| {
            let kept = to_keep(records, moment, &mut decision);
            (decision, kept)
        });
        let answer = match &decided {
            Ok((decision, Some((revision, set)))) => {
                Some((*revision, set.clone(), along(decision)))
            }
            _ => None,
        };
        self.decided = Some(decided);
        answer
    }
}

fn to_keep(records: &SharedRecords, moment: &Moment, decision: &mut Decision) -> Option<Kept> {
    let set = ChangeSet {
        at: moment.now,
        user: moment.user.clone(),
        origin: decision.origin,
        changes: mem::take(&mut decision.changes),
    };
    let revision = records.borrow().revision().next();
    (!set.changes.is_empty()).then_some((revision, set))
}

pub(super) fn along(decision: &Decision) -> Along {
    Along {
        ends_drafts: decision.ends_drafts.clone(),
        files: Vec::new(),
    }
}

//! The desk: a company set up from a few words, on which tests do what a user does.
//!
//! Tests speak the domain's language here and touch the program's interface nowhere else. A desk is
//! a book on a journal in memory. Every command carried out at it also proves the laws: the same
//! command gives the same answer, one refused or not saved changes nothing, a change set and its
//! inverse leave nothing, the indexes equal ones built anew, and a company that was sound still is
//! (`Records::check`). When the test ends, replaying the journal must give the same records, and so
//! must the snapshot that it is folded into.
//!
//! What the words are: `seed.rs`, and `masters.rs` for cards. The interaction form: `forms.rs`. How
//! records are shown: `show.rs` and `cards.rs`.

mod cards;
mod classes;
pub mod criteria;
mod forms;
mod masters;
mod seed;
mod segments;
mod show;
mod words;

pub use cards::{describe_card, describe_series, describe_setup, describe_template};
pub use classes::name_row;
pub use forms::OpenForm;
pub use show::{describe_entry, describe_form, describe_refusal};
pub use words::Words;

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use expect_test::Expect;
use lokikirja::book::{Book, Outcome, RunError, Watcher, open};
use lokikirja::domain::change::Record;
use lokikirja::domain::id::{
    self, CampaignId, ContactId, CriteriaActionId, GroupId, LogEntryId, SalespersonId, SegmentId,
    SeriesId, TemplateId,
};
use lokikirja::domain::interaction::form::InteractionForm;
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::slices::Slices;
use lokikirja::domain::{
    Change, ChangeSet, Command, Decision, Moment, Notice, Origin, Records, Refusal, Revision, Row,
    decide,
};
use lokikirja::journal::memory::{Memory, MemoryShelf};
use lokikirja::journal::storage::{Opening, Shelf};
use lokikirja::journal::{Along, Journal, Meta, Ownership};
use pollster::block_on;
use std::rc::Rc;
use std::sync::Arc;
use uuid::Uuid;

/// The company's key on the shelf.
const KEY: &str = "desk";

/// A company on a journal in memory, its book open, and the moment.
pub struct Desk {
    /// The records as they are now.
    pub records: Records,
    /// When and by whom the next command is carried out; tests may move it.
    pub moment: Moment,
    /// What the user was told after the last command.
    pub told: Vec<Notice>,
    /// The device; other companies can stand beside this one.
    pub shelf: MemoryShelf,
    book: Book<Memory>,
    ids_made: u64,
}

impl Desk {
    /// A company set up from words; `seed.rs` has the list.
    ///
    /// It is Wednesday 4 March 2026, 10:15:20 in Helsinki; the user has no name.
    pub fn with(words: &str) -> Self {
        let shelf = MemoryShelf::new();
        let meta = Meta {
            name: "Desk".into(),
            created_at: DateTime::UNIX_EPOCH,
            ownership: Ownership::Own,
        };
        let book = block_on(open::create(&shelf, KEY, &meta)).expect("a new company opens");
        let mut desk = Self {
            records: Records::default(),
            moment: Moment {
                now: DateTime::UNIX_EPOCH,
                local: NaiveDateTime::default(),
                work_date: NaiveDate::default(),
                user: String::new(),
                my_salesperson: None,
            },
            told: Vec::new(),
            shelf,
            book,
            ids_made: 0,
        };
        desk.seed("now 2026-03-04 10:15:20");
        desk.seed(words);
        desk
    }

    /// A new id, different from all before it and later in order.
    pub fn new_id<I: From<Uuid>>(&mut self) -> I {
        self.ids_made += 1;
        id::new(1_772_000_000_000 + self.ids_made, [7; 10])
    }

    /// A new id with room for those that follow it.
    pub fn new_action(&mut self) -> CriteriaActionId {
        self.ids_made += 1;
        let mut random = [7; 10];
        random[6..].fill(0);
        id::new(1_772_000_000_000 + self.ids_made, random)
    }

    /// Carries a command out.
    pub fn run(&mut self, command: Command) -> Result<(), Refusal> {
        match self.try_run(command) {
            Ok(()) => Ok(()),
            Err(RunError::Refused(refusal)) => Err(refusal),
            Err(RunError::NotSaved(error)) => panic!("not saved: {error:?}"),
        }
    }

    /// Carries a command out on a device that may say no.
    pub fn try_run(&mut self, command: Command) -> Result<(), RunError> {
        let decision = decide(&self.records, &self.moment, command.clone());
        let again = decide(&self.records, &self.moment, command.clone());
        assert_eq!(decision, again, "the same command gives the same answer");
        for n in [1, 3] {
            let in_slices = in_slices(&self.records, &self.moment, &command, n);
            let same = in_slices.is_none_or(|it| it == decision);
            assert!(same, "slices of {n} give the same answer");
        }
        let outcome = match block_on(self.book.run(&self.moment, command)) {
            Ok(outcome) => outcome,
            Err(error) => {
                let records = self.book.records();
                let nothing = "a command refused or not saved changes nothing";
                assert_eq!(*records.borrow(), self.records, "{nothing}");
                if let RunError::Refused(refusal) = &error {
                    assert_eq!(decision.as_ref(), Err(refusal));
                }
                return Err(error);
            }
        };
        let decision = decision.expect("the book carries out what the rules allow");
        assert_eq!(outcome.notices, decision.notices);
        let was_sound = self.records.check().is_empty();
        self.see(&decision.changes);
        if was_sound {
            let damage = self.records.check();
            assert_eq!(damage, [], "a command leaves a sound company sound");
        }
        self.told = outcome.notices;
        Ok(())
    }

    /// Carries a command out while somebody watches; none when that was given up.
    pub fn watched(
        &mut self,
        command: Command,
        watcher: Rc<dyn Watcher>,
    ) -> Result<Option<Outcome>, RunError> {
        let outcome = block_on(self.book.run_watched(&self.moment, command, watcher));
        self.records = self.book.records().borrow().clone();
        outcome
    }

    /// The company in another tab.
    pub fn other_tab(&self) -> Book<Memory> {
        let opened = block_on(open::open(&self.shelf, KEY, None));
        opened.expect("a company opens twice")
    }

    /// The change set that was kept under a revision.
    pub fn change_set(&self, revision: Revision) -> ChangeSet {
        self.kept_change_set(revision).expect("it was kept")
    }

    /// The same, for one that may be gone: because a contact was erased since.
    pub fn kept_change_set(&self, revision: Revision) -> Option<ChangeSet> {
        let journal = self.journal();
        let found = block_on(journal.change_set(revision)).expect("memory can be read");
        journal.close();
        found
    }

    /// Takes back what was kept under a revision: a change, or the undo of one.
    pub fn take_back(&mut self, revision: Revision) -> Result<(), Refusal> {
        let set = self.change_set(revision);
        self.run(match set.origin {
            Origin::Undo(_) => Command::Redo(revision, set.changes),
            _ => Command::Undo(revision, set.changes),
        })
    }

    /// Takes back the last change, which must not be refused. Gives its revision.
    #[track_caller]
    pub fn undo(&mut self) -> Revision {
        let last = self.records.revision();
        if let Err(refusal) = self.take_back(last) {
            panic!("refused: {}", describe_refusal(&refusal));
        }
        last
    }

    /// Takes back what was kept under a revision; that must be refused, for this reason.
    #[track_caller]
    pub fn not_taken_back(&mut self, revision: Revision, expected: Expect) {
        match self.take_back(revision) {
            Ok(()) => panic!("taken back; expected: {}", expected.data()),
            Err(refusal) => expected.assert_eq(&describe_refusal(&refusal)),
        }
    }

    /// Carries a command out that must not be refused.
    #[track_caller]
    pub fn must(&mut self, command: Command) {
        if let Err(refusal) = self.run(command) {
            panic!("refused: {}", describe_refusal(&refusal));
        }
    }

    /// Carries a command out that must be refused, and compares why.
    #[track_caller]
    pub fn refused(&mut self, command: Command, expected: Expect) {
        match self.run(command) {
            Ok(()) => panic!("carried out; expected: {}", expected.data()),
            Err(refusal) => expected.assert_eq(&describe_refusal(&refusal)),
        }
    }

    /// Closes the company and opens it again from what the journal has kept.
    pub fn reload(&mut self) {
        let sentinel = self.book.sentinel();
        self.book.close();
        let opened = block_on(open::open(&self.shelf, KEY, Some(&sentinel)));
        self.book = opened.expect("a company that was closed opens");
        let replayed = self.book.records();
        assert_eq!(*replayed.borrow(), self.records, "replay equals live");
    }

    /// Folds what the journal has kept into its snapshot, as an idle tab does.
    pub fn fold(&self) {
        let journal = self.journal();
        block_on(journal.fold()).expect("memory can be written");
        journal.close();
    }

    /// Fills the device up, or empties it: every write fails, or none.
    pub fn fill_device(&self, full: bool) {
        self.shelf.limit(full.then_some(0));
    }

    /// Keeps a form as a draft, as it is while it is typed.
    pub fn keep_draft(&mut self, form: &InteractionForm) {
        let kept = self.book.put_draft(form.clone(), self.moment.now);
        block_on(kept).expect("memory can be written");
    }

    /// The drafts that lie there.
    pub fn drafts(&self) -> Vec<InteractionForm> {
        let found = block_on(self.book.drafts()).expect("memory can be read");
        assert_eq!(found.unreadable, []);
        found.drafts.into_iter().map(|draft| draft.form).collect()
    }

    /// Another tab's door to the same company.
    pub fn journal(&self) -> Journal<Memory> {
        let storage = block_on(self.shelf.open(KEY, Opening::Existing));
        Journal::new(storage.expect("the company is there"))
    }

    /// Writes changes past the rules, as another tab; the book reads them.
    fn keep(&mut self, changes: Vec<Change>) {
        let set = ChangeSet {
            at: self.moment.now,
            user: self.moment.user.clone(),
            origin: Origin::default(),
            changes,
        };
        let revision = self.records.revision().next();
        let journal = self.journal();
        let kept = block_on(journal.append(revision, &set, &Along::default()));
        kept.expect("memory can be written");
        journal.close();
        let read = block_on(self.book.others_wrote(Some(revision)));
        read.expect("memory can be read");
        self.see(&set.changes);
    }

    /// Sees what the book's records became, and proves the laws of change sets on the way.
    fn see(&mut self, changes: &[Change]) {
        let before = std::mem::replace(&mut self.records, self.book.records().borrow().clone());
        if changes.is_empty() {
            assert_eq!(self.records, before, "no change changes nothing");
            return;
        }
        for change in changes {
            assert_eq!(change.before, before.row(&change.key));
            assert_eq!(change.after, self.records.row(&change.key));
            assert_ne!(change.before, change.after, "a change changes something");
        }
        let anew = Records::load(self.records.rows(), self.records.revision());
        assert_eq!(anew, self.records, "indexes kept equal indexes built anew");
        let inverse = ChangeSet {
            at: self.moment.now,
            user: String::new(),
            origin: Origin::default(),
            changes: changes.to_vec(),
        }
        .inverse();
        let mut undone = self.records.clone();
        undone.apply(undone.revision().next(), &inverse.changes);
        let nothing = "a set and its inverse leave nothing";
        assert_eq!(values(&undone), values(&before), "{nothing}");
    }

    /// Deletes `contact CT1`, `salesperson JK`, `template OUT`, `campaign CP1` or `segment SM1`.
    #[track_caller]
    pub fn remove(&mut self, what: &str) {
        let [mut words]: [Words; 1] = Words::of(what).try_into().expect("one record");
        let seen = self.records.revision();
        self.must(match (words.next().as_str(), words.next()) {
            ("contact", no) => Command::DeleteContact(self.contact(&no), seen),
            ("salesperson", code) => Command::DeleteSalesperson(self.salesperson(&code), seen),
            ("template", code) => Command::DeleteInteractionTemplate(self.template(&code), seen),
            ("campaign", no) => Command::DeleteCampaign(self.campaign(&no), seen),
            ("segment", no) => Command::DeleteSegment(self.segment(&no), seen),
            (other, _) => panic!("{other:?} cannot be deleted"),
        });
    }

    /// Compares what the user was told last.
    #[track_caller]
    pub fn told(&self, expected: Expect) {
        let lines: Vec<String> = self.told.iter().map(|told| format!("{told:?}")).collect();
        expected.assert_eq(&lines.join("\n"));
    }
}

/// Finding records by what a test calls them.
impl Desk {
    /// The contact with this number.
    #[track_caller]
    pub fn contact(&self, no: &str) -> ContactId {
        let found = self.records.contact_by_no(&words::code(no));
        found.unwrap_or_else(|| panic!("no contact {no}")).id
    }

    /// The salesperson with this code.
    #[track_caller]
    pub fn salesperson(&self, code: &str) -> SalespersonId {
        let found = self.records.salesperson_by_code(&words::code(code));
        found.unwrap_or_else(|| panic!("no salesperson {code}"))
    }

    /// The template with this code.
    #[track_caller]
    pub fn template(&self, code: &str) -> TemplateId {
        let found = self.records.template_by_code(&words::code(code));
        found.unwrap_or_else(|| panic!("no template {code}"))
    }

    /// The number series with this code.
    #[track_caller]
    pub fn series(&self, code: &str) -> SeriesId {
        let found = self.records.series_by_code(&words::code(code));
        found.unwrap_or_else(|| panic!("no number series {code}"))
    }

    /// The interaction group with this code.
    #[track_caller]
    pub fn group(&self, code: &str) -> GroupId {
        let found = self.records.group_by_code(&words::code(code));
        found.unwrap_or_else(|| panic!("no group {code}"))
    }

    /// The campaign with this number.
    #[track_caller]
    pub fn campaign(&self, no: &str) -> CampaignId {
        let found = self.records.campaign_by_no(&words::code(no));
        found.unwrap_or_else(|| panic!("no campaign {no}")).id
    }

    /// The segment with this number.
    #[track_caller]
    pub fn segment(&self, no: &str) -> SegmentId {
        let found = self.records.segments().by_no(&words::code(no));
        found.unwrap_or_else(|| panic!("no segment {no}"))
    }

    /// The entry with this number.
    #[track_caller]
    pub fn entry_id(&self, no: u32) -> LogEntryId {
        let found = self.records.ledger().by_no(EntryNo(no));
        found.unwrap_or_else(|| panic!("no entry {no}"))
    }

    /// The entry with this number.
    #[track_caller]
    pub fn entry(&self, no: u32) -> LogEntry {
        LogEntry::clone(&self.row(self.entry_id(no)))
    }

    /// A row that is there.
    #[track_caller]
    pub fn row<R: Record>(&self, id: R::Id) -> Arc<R> {
        let found = self.records.get::<R>(id);
        found.unwrap_or_else(|| panic!("no row {id:?}")).clone()
    }

    /// Writes a row past the rules: for what no command does yet.
    pub fn put<R: Record>(&mut self, row: R) {
        let key = R::key(row.id());
        let before = self.records.row(&key);
        let after = Some(row.into_row());
        self.keep(vec![Change { key, before, after }]);
    }

    /// Changes a row past the rules.
    pub fn change<R: Record>(&mut self, id: R::Id, change: impl FnOnce(&mut R)) {
        let mut row = R::clone(&self.row(id));
        change(&mut row);
        self.put(row);
    }
}

impl Drop for Desk {
    /// Every test ends with a look at what would be there tomorrow, and after the snapshot was
    /// written anew.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.fill_device(false);
            self.reload();
            self.fold();
            self.reload();
        }
    }
}

fn values(records: &Records) -> Vec<Row> {
    records.rows().map(|(row, _)| row).collect()
}

/// What a command decided in slices of so many rows comes to; none for one that is decided at once. How
/// far it is never goes back.
fn in_slices(
    records: &Records,
    moment: &Moment,
    command: &Command,
    n: usize,
) -> Option<Result<Decision, Refusal>> {
    let mut slices = match Slices::begin(records, moment, command)? {
        Ok(slices) => slices,
        Err(refusal) => return Some(Err(refusal)),
    };
    let mut before = 0.0;
    loop {
        match slices.step(records, n) {
            Ok(None) => {
                let done = slices.done();
                assert!((before..=1.0).contains(&done), "from {before} to {done}");
                before = done;
            }
            Ok(Some(decision)) => return Some(Ok(decision)),
            Err(refusal) => return Some(Err(refusal)),
        }
    }
}

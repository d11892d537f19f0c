//! The desk: a company set up from a few words, on which tests do what a user does.
//!
//! Tests speak the domain's language here and touch the program's interface nowhere else. Every
//! command carried out at a desk also proves the laws: the same command gives the same answer, a
//! change set and its inverse leave nothing, the indexes equal ones built anew, a company
//! that was sound still is (`Records::check`), and replaying all that was written gives the same records.
//!
//! What the words are: `seed.rs`. How records are shown: `show.rs`.

mod seed;
mod show;
mod words;

pub use show::{describe_entry, describe_form, describe_refusal};
pub use words::Words;

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use expect_test::Expect;
use lokikirja::domain::change::Record;
use lokikirja::domain::id::{self, ContactId, GroupId, LogEntryId, SalespersonId, TemplateId};
use lokikirja::domain::interaction::form::{self, FormEdit, InteractionForm, Opener};
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::{
    Change, ChangeSet, Command, Decision, Moment, Notice, Records, Refusal, Row, decide,
};
use std::sync::Arc;
use uuid::Uuid;

/// A company, the moment, and what was written so far.
#[derive(Debug)]
pub struct Desk {
    /// The records as they are now.
    pub records: Records,
    /// When and by whom the next command is carried out; tests may move it.
    pub moment: Moment,
    /// What the user was told after the last command.
    pub told: Vec<Notice>,
    /// The draft that ended with the last command.
    pub ended_draft: Option<LogEntryId>,
    written: Vec<String>,
    ids_made: u64,
}

impl Desk {
    /// A company set up from words; `seed.rs` has the list.
    ///
    /// It is Wednesday 4 March 2026, 10:15:20 in Helsinki; the user has no name.
    pub fn with(words: &str) -> Self {
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
            ended_draft: None,
            written: Vec::new(),
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

    /// Carries a command out.
    pub fn run(&mut self, command: Command) -> Result<(), Refusal> {
        let decision = decide(&self.records, &self.moment, command.clone());
        let again = decide(&self.records, &self.moment, command);
        assert_eq!(decision, again, "the same command gives the same answer");
        let Decision {
            changes,
            notices,
            ends_draft,
        } = decision?;
        let was_sound = self.records.check().is_empty();
        self.keep(changes);
        if was_sound {
            let damage = self.records.check();
            assert_eq!(damage, [], "a command leaves a sound company sound");
        }
        self.told = notices;
        self.ended_draft = ends_draft;
        Ok(())
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

    /// Closes the company and opens it again from what was written.
    pub fn reload(&mut self) {
        let mut records = Records::default();
        for text in &self.written {
            let set: ChangeSet = serde_json::from_str(text).expect("what was written can be read");
            records.apply(records.revision().next(), &set.changes);
        }
        assert_eq!(records, self.records, "replay equals live");
        self.records = records;
    }

    /// Writes changes, proving the laws of change sets on the way.
    fn keep(&mut self, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        let set = ChangeSet {
            at: self.moment.now,
            user: self.moment.user.clone(),
            changes,
        };
        for change in &set.changes {
            assert_eq!(change.before, self.records.row(&change.key));
            assert_ne!(change.before, change.after, "a change changes something");
        }
        let before: Vec<Row> = values(&self.records);
        self.records
            .apply(self.records.revision().next(), &set.changes);

        let anew = Records::load(self.records.rows(), self.records.revision());
        assert_eq!(anew, self.records, "indexes kept equal indexes built anew");
        let mut undone = self.records.clone();
        undone.apply(undone.revision().next(), &set.inverse().changes);
        assert_eq!(
            values(&undone),
            before,
            "a set and its inverse leave nothing"
        );
        let text = serde_json::to_string(&set).expect("a change set can be written");
        let read: ChangeSet = serde_json::from_str(&text).expect("and read");
        assert_eq!(read, set, "what is written is what is read");
        self.written.push(text);
    }
}

/// A form that lies open on the desk.
#[derive(Debug)]
pub struct OpenForm<'a> {
    desk: &'a mut Desk,
    /// The form.
    pub form: InteractionForm,
}

/// Interactions.
impl Desk {
    /// Opens a new form from `contact CT1`, `salesperson JK`, `entry 318`, or blank.
    #[track_caller]
    pub fn create(&mut self, from: &str) -> OpenForm<'_> {
        let from = self.opener(from);
        match self.open(from) {
            Ok(form) => self.take_up(form),
            Err(refusal) => panic!("refused: {}", describe_refusal(&refusal)),
        }
    }

    /// Opens a new form that must not open, and compares why.
    #[track_caller]
    pub fn create_refused(&mut self, from: &str, expected: Expect) {
        self.open_refused(self.opener(from), expected);
    }

    /// As `create_refused`, from an opener that may be gone.
    #[track_caller]
    pub fn open_refused(&mut self, from: Opener, expected: Expect) {
        match self.open(from) {
            Ok(_) => panic!("opened; expected: {}", expected.data()),
            Err(refusal) => expected.assert_eq(&describe_refusal(&refusal)),
        }
    }

    fn open(&mut self, from: Opener) -> Result<InteractionForm, Refusal> {
        let entry = self.new_id();
        form::open(&self.records, &self.moment, entry, from)
    }

    /// Takes a form up that was left lying in another tab.
    pub fn take_up(&mut self, form: InteractionForm) -> OpenForm<'_> {
        OpenForm { desk: self, form }
    }

    /// Resumes a postponed entry.
    #[track_caller]
    pub fn resume(&mut self, no: u32) -> OpenForm<'_> {
        let id = self.entry_id(no);
        match form::resume(&self.records, &self.moment, id) {
            Ok(form) => OpenForm { desk: self, form },
            Err(refusal) => panic!("refused: {}", describe_refusal(&refusal)),
        }
    }

    /// Resumes an entry that cannot be resumed, and compares why.
    #[track_caller]
    pub fn resume_refused(&self, id: LogEntryId, expected: Expect) {
        match form::resume(&self.records, &self.moment, id) {
            Ok(_) => panic!("opened; expected: {}", expected.data()),
            Err(refusal) => expected.assert_eq(&describe_refusal(&refusal)),
        }
    }

    /// Deletes postponed entries by number.
    pub fn delete_postponed(&mut self, nos: &[u32]) -> Result<(), Refusal> {
        let ids = nos.iter().map(|no| self.entry_id(*no)).collect();
        self.run(Command::DeletePostponed(ids))
    }

    /// Compares the logged entries, in order of their numbers.
    #[track_caller]
    pub fn log(&self, expected: Expect) {
        self.compare_entries(false, &expected);
    }

    /// Compares the postponed entries, in order of their numbers.
    #[track_caller]
    pub fn postponed(&self, expected: Expect) {
        self.compare_entries(true, &expected);
    }

    #[track_caller]
    fn compare_entries(&self, postponed: bool, expected: &Expect) {
        let mut entries: Vec<&LogEntry> = self.records.all().map(|entry| &**entry).collect();
        entries.sort_by_key(|entry: &&LogEntry| entry.no);
        let lines: Vec<String> = entries
            .into_iter()
            .filter(|entry| entry.is_postponed() == postponed)
            .map(|entry| describe_entry(&self.records, entry))
            .collect();
        expected.assert_eq(&lines.join("\n"));
    }

    /// Deletes `contact CT1`, `salesperson JK` or `template OUT`.
    #[track_caller]
    pub fn remove(&mut self, what: &str) {
        let [mut words]: [Words; 1] = Words::of(what).try_into().expect("one record");
        let seen = self.records.revision();
        self.must(match (words.next().as_str(), words.next()) {
            ("contact", no) => Command::DeleteContact(self.contact(&no), seen),
            ("salesperson", code) => Command::DeleteSalesperson(self.salesperson(&code), seen),
            ("template", code) => Command::DeleteInteractionTemplate(self.template(&code), seen),
            (other, _) => panic!("{other:?} cannot be deleted"),
        });
    }

    /// Compares what the user was told last.
    #[track_caller]
    pub fn told(&self, expected: Expect) {
        let lines: Vec<String> = self.told.iter().map(|told| format!("{told:?}")).collect();
        expected.assert_eq(&lines.join("\n"));
    }

    fn opener(&self, from: &str) -> Opener {
        let words = Words::of(from);
        let [statement] = words.as_slice() else {
            return Opener::Blank;
        };
        let mut words = statement.clone();
        match words.next().as_str() {
            "contact" => Opener::Contact(self.contact(&words.next())),
            "salesperson" => Opener::Salesperson(self.salesperson(&words.next())),
            "entry" => Opener::LogEntry(self.entry_id(words.number())),
            other => panic!("nothing opens from {other:?}"),
        }
    }
}

impl<'a> OpenForm<'a> {
    /// Fills fields in; each must be accepted. `seed.rs` has the words.
    #[track_caller]
    pub fn choose(mut self, edits: &str) -> Self {
        for edit in self.desk.form_edits(edits, &self.form) {
            if let Err(refusal) = self.form.edit(&self.desk.records, edit) {
                panic!("refused: {}", describe_refusal(&refusal));
            }
        }
        self
    }

    /// Fills a field in, which must be refused and leave the form as it was.
    #[track_caller]
    pub fn choose_refused(self, edit: &str, expected: Expect) -> Self {
        let edits = self.desk.form_edits(edit, &self.form);
        let [edit]: [FormEdit; 1] = edits.try_into().expect("one edit");
        self.edit_refused(edit, expected)
    }

    /// As `choose_refused`, for an edit that words cannot say.
    #[track_caller]
    pub fn edit_refused(mut self, edit: FormEdit, expected: Expect) -> Self {
        let before = self.form.clone();
        match self.form.edit(&self.desk.records, edit) {
            Ok(()) => panic!("accepted; expected: {}", expected.data()),
            Err(refusal) => expected.assert_eq(&describe_refusal(&refusal)),
        }
        assert_eq!(self.form, before, "a refused edit changes nothing");
        self
    }

    /// Compares what the form shows.
    #[track_caller]
    pub fn shows(self, expected: Expect) -> Self {
        expected.assert_eq(&describe_form(&self.desk.records, &self.form));
        self
    }

    /// OK. Gives the entry's number.
    #[track_caller]
    pub fn finish(self) -> u32 {
        self.send(Command::FinishInteraction)
    }

    /// Cancel and postpone. Gives the entry's number.
    #[track_caller]
    pub fn postpone(self) -> u32 {
        self.send(Command::PostponeInteraction)
    }

    /// OK that must be refused and leave everything as it was. Gives the form, still open.
    #[track_caller]
    pub fn finish_refused(self, expected: Expect) -> Self {
        let command = Command::FinishInteraction(Box::new(self.form.clone()));
        self.desk.refused(command, expected);
        self
    }

    /// Postpone that must be refused. Gives the form, still open.
    #[track_caller]
    pub fn postpone_refused(self, expected: Expect) -> Self {
        let command = Command::PostponeInteraction(Box::new(self.form.clone()));
        self.desk.refused(command, expected);
        self
    }

    #[track_caller]
    fn send(self, command: fn(Box<InteractionForm>) -> Command) -> u32 {
        let id = self.form.entry;
        self.desk.must(command(Box::new(self.form)));
        let entry = self.desk.records.get::<LogEntry>(id);
        entry.expect("the entry was written").no.0
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

    /// The interaction group with this code.
    #[track_caller]
    pub fn group(&self, code: &str) -> GroupId {
        let found = self.records.group_by_code(&words::code(code));
        found.unwrap_or_else(|| panic!("no group {code}"))
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
    /// Every test ends with a look at what would be there tomorrow.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.reload();
        }
    }
}

fn values(records: &Records) -> Vec<Row> {
    records.rows().map(|(row, _)| row).collect()
}

//! The interaction form on the desk: opened, filled in, sent; and the log it writes to.

use super::{Desk, Words, describe_entry, describe_form, describe_refusal};
use expect_test::Expect;
use lokikirja::domain::id::LogEntryId;
use lokikirja::domain::interaction::LogEntry;
use lokikirja::domain::interaction::form::{self, FormEdit, InteractionForm, Opener};
use lokikirja::domain::{Command, Refusal};

/// A form that lies open on the desk.
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
        match self.try_create(from) {
            Ok(form) => self.take_up(form),
            Err(refusal) => panic!("refused: {}", describe_refusal(&refusal)),
        }
    }

    /// Opens a new form that may not open.
    pub fn try_create(&mut self, from: &str) -> Result<InteractionForm, Refusal> {
        self.open(self.opener(from))
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

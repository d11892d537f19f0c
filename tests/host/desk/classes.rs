//! Classification at the desk: the six tables, and who is in which group.

use super::Desk;
use super::show::Line;
use super::words::{Words, code};
use expect_test::Expect;
use lokikirja::domain::classification::formula::FormulaEdit;
use lokikirja::domain::classification::{ClassEdit, ClassKey, ClassKind, Group};
use lokikirja::domain::contact::Contact;
use lokikirja::domain::id::ContactId;
use lokikirja::domain::{Command, Records, Row};

/// A row by its table and what it is called.
pub fn name_row(records: &Records, row: &Row) -> String {
    let table = row.key().table();
    let contact = |id: ContactId| records.get::<Contact>(id).map(|row| row.no.to_string());
    let name = match row {
        Row::Membership(row) => {
            let group = records.class(row.id.of.class());
            let group = group.map_or("?".into(), |row| row.code.to_string());
            format!(
                "{} in {group}",
                contact(row.id.contact).unwrap_or("?".into())
            )
        }
        Row::MailingGroup(row) => row.code.to_string(),
        Row::IndustryGroup(row) => row.code.to_string(),
        Row::BusinessRelation(row) => row.code.to_string(),
        Row::JobResponsibility(row) => row.code.to_string(),
        Row::OrganizationalLevel(row) => row.code.to_string(),
        Row::Salutation(row) => row.code.to_string(),
        Row::SalutationFormula(row) => row.text.clone(),
        Row::Contact(row) => row.no.to_string(),
        Row::Campaign(row) => row.no.to_string(),
        Row::CampaignStatus(row) => row.code.to_string(),
        Row::CampaignEntry(row) => row.no.to_string(),
        Row::InteractionTemplate(row) => row.code.to_string(),
        Row::Segment(row) => row.no.to_string(),
        Row::SegmentLine(row) => row.line_no.to_string(),
        Row::CriteriaAction(row) => row.no.to_string(),
        Row::SavedCriteria(row) => row.code.to_string(),
        Row::LoggedSegment(row) => row.no.to_string(),
        Row::LogEntry(row) => row.no.to_string(),
        _ => String::new(),
    };
    format!("{table:?} {name}").trim_end().to_owned()
}

impl Desk {
    /// Creates a row of one of the six tables: `NEWS 'Newsletter'`.
    #[track_caller]
    pub(super) fn seed_class(&mut self, kind: &str, mut words: Words) {
        let key = self.new_class(kind);
        let mut edits = vec![ClassEdit::Code(words.next())];
        if !words.is_empty() {
            edits.push(ClassEdit::Description(words.next()));
        }
        self.must(Command::CreateClass(key, edits));
    }

    /// Adds a formal formula to a salutation, in a language or `-` for all: `MR FI 'Hei'`.
    #[track_caller]
    pub(super) fn seed_formula(&mut self, mut words: Words) {
        let salutation = match self.class(&words.next()) {
            ClassKey::Salutation(id) => id,
            other => panic!("{other:?} is no salutation"),
        };
        let language = words.optional().map(|it| code(&it));
        let edits = vec![
            FormulaEdit::Language(language),
            FormulaEdit::Text(words.next()),
        ];
        let id = self.new_id();
        self.must(Command::CreateSalutationFormula(id, salutation, edits));
    }

    /// Puts contacts into a group: `NEWS CT1 CT2`.
    #[track_caller]
    pub(super) fn seed_members(&mut self, mut words: Words) {
        let group = self.group_of(&words.next());
        let mut contacts = Vec::new();
        while !words.is_empty() {
            contacts.push(self.contact(&words.next()));
        }
        self.must(Command::AddToGroup(group, contacts));
    }

    /// The key of a new row.
    #[track_caller]
    pub fn new_class(&mut self, kind: &str) -> ClassKey {
        match kind {
            "mailing" => ClassKey::MailingGroup(self.new_id()),
            "industry" => ClassKey::IndustryGroup(self.new_id()),
            "relation" => ClassKey::BusinessRelation(self.new_id()),
            "responsibility" => ClassKey::JobResponsibility(self.new_id()),
            "level" => ClassKey::OrganizationalLevel(self.new_id()),
            "salutation" => ClassKey::Salutation(self.new_id()),
            other => panic!("no table {other:?}"),
        }
    }

    /// The row with this code, of whichever table.
    #[track_caller]
    pub fn class(&self, label: &str) -> ClassKey {
        let index = self.records.classes();
        let mut kinds = ClassKind::ALL.iter();
        let found = kinds.find_map(|kind| index.by_code(*kind, &code(label)));
        found.unwrap_or_else(|| panic!("no row {label} to classify by"))
    }

    /// The group with this code.
    #[track_caller]
    pub fn group_of(&self, label: &str) -> Group {
        Group::of(self.class(label)).expect("a group")
    }

    /// The command that puts contacts into a group, or takes them out.
    #[track_caller]
    pub fn group_command(&self, label: &str, contacts: &str, inside: bool) -> Command {
        let contacts = contacts.split_whitespace();
        let contacts = contacts.map(|no| self.contact(no)).collect();
        let group = self.group_of(label);
        match inside {
            true => Command::AddToGroup(group, contacts),
            false => Command::RemoveFromGroup(group, contacts),
        }
    }

    /// Compares what contacts are classified by, one a line.
    #[track_caller]
    pub fn classified(&self, contacts: &str, expected: Expect) {
        let lines = contacts.split_whitespace().map(|no| {
            let contact = self.row::<Contact>(self.contact(no));
            let mut line = Line::default();
            line.put("", Some(&contact.no));
            for group in self.records.groups_of(contact.id) {
                let row = self.records.class(group.class()).expect("a row");
                line.put("in", Some(row.code));
            }
            let level = contact.organizational_level();
            let level = level.map(ClassKey::OrganizationalLevel);
            let salutation = contact.salutation.map(ClassKey::Salutation);
            for (name, key) in [("level", level), ("salutation", salutation)] {
                let row = key.map(|key| self.records.class(key).expect("a row"));
                line.put(name, row.map(|row| row.code));
            }
            line.put("", contact.exclude_from_segment.then_some("excluded"));
            line.0.join(" ")
        });
        expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    }

    /// The command that deletes a row.
    #[track_caller]
    pub fn delete_class_command(&self, label: &str) -> Command {
        Command::DeleteClass(self.class(label), self.records.revision())
    }
}

//! Criteria at the desk.
//!
//! In words: sections end with `;` and name their part, `contact city Helsinki`, `mailing code NEWS`,
//! `industry`, `relation`, `responsibility`, `interaction date '2026-03-01..' template T1`; `no` in
//! front says that there is none. `with existing expand related ignoring entire` sets the switches.

use super::Desk;
use super::words::Words;
use lokikirja::domain::Command;
use lokikirja::domain::filter::Neutral;
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::criteria::ActionKind;
use lokikirja::domain::segment::selection::apply::{Preview, preview};
use lokikirja::domain::segment::selection::saved::{SavedCriteria, SavedEdit};
use lokikirja::domain::segment::selection::{Criteria, Part, Section};

/// Criteria from words.
#[track_caller]
pub fn criteria(text: &str) -> Criteria {
    let mut criteria = Criteria::default();
    for mut words in Words::of(text) {
        match words.next().as_str() {
            "with" => {
                let options = &mut criteria.options;
                while !words.is_empty() {
                    match words.next().as_str() {
                        "existing" => options.allow_existing = true,
                        "expand" => options.expand_companies = true,
                        "related" => options.related_companies = true,
                        "ignoring" => options.ignore_exclusion = true,
                        "entire" => options.entire_companies = true,
                        other => panic!("no switch {other:?}"),
                    }
                }
            }
            "no" => {
                let part = words.next();
                let section = Section::has_no(part_of(&part));
                criteria.sections.push(filtered(section, words));
            }
            part => {
                let section = Section::has(part_of(part));
                criteria.sections.push(filtered(section, words));
            }
        }
    }
    criteria
}

#[track_caller]
fn part_of(word: &str) -> Part {
    match word {
        "contact" => Part::Contact,
        "mailing" => Part::MailingGroup,
        "industry" => Part::IndustryGroup,
        "relation" => Part::BusinessRelation,
        "responsibility" => Part::JobResponsibility,
        "interaction" => Part::Interaction,
        other => panic!("no part {other:?}"),
    }
}

#[track_caller]
fn filtered(mut section: Section, mut words: Words) -> Section {
    while !words.is_empty() {
        let (name, typed) = (words.next(), words.next());
        // A blank word is a filter on blank.
        let text = if typed.is_empty() {
            "''"
        } else {
            typed.as_str()
        };
        let mut fields = section.part().fields().iter();
        let found = fields.find(|(field, _)| format!("{field:?}").eq_ignore_ascii_case(&name));
        let (field, _) = found.unwrap_or_else(|| panic!("no field {name:?}"));
        let with = section.with(*field, text, &Neutral);
        section = with.unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
    }
    section
}

/// Criteria in words, but for the switches.
pub fn describe_criteria(criteria: &Criteria) -> String {
    let sections = criteria.sections.iter().map(|section| {
        let no = if section.is_absent() { "no " } else { "" };
        let filters = section.filters().iter();
        let filters = filters.map(|it| format!(" {:?} {}", it.field, it.filter.print(&Neutral)));
        format!("{no}{:?}{}", section.part(), filters.collect::<String>())
    });
    sections.collect::<Vec<_>>().join("; ")
}

impl Desk {
    /// The command that applies criteria.
    #[track_caller]
    pub fn criteria_command(&mut self, no: &str, kind: ActionKind, words: &str) -> Command {
        let id = self.segment(no);
        let (seen, action) = (self.revision::<Segment>(id), self.new_action());
        Command::ApplyCriteria(id, seen, kind, Box::new(criteria(words)), action)
    }

    /// Adds contacts by criteria, or takes them away; the preview must have said so.
    #[track_caller]
    pub fn by_criteria(&mut self, no: &str, kind: ActionKind, words: &str) {
        let n_before = self.line_ids(no).len();
        let seen = self.preview(no, kind, words);
        let command = self.criteria_command(no, kind, words);
        self.must(command);
        let n_after = self.line_ids(no).len();
        assert_eq!(n_after, seen.n_lines as usize, "the preview was right");
        assert_eq!(n_before.abs_diff(n_after), seen.n_changed as usize);
    }

    /// What criteria would do.
    #[track_caller]
    pub fn preview(&self, no: &str, kind: ActionKind, words: &str) -> Preview {
        let id = self.segment(no);
        preview(&self.records, &self.moment, id, kind, &criteria(words)).expect("a segment")
    }

    /// The numbers of the contacts of a segment, in order of its lines.
    #[track_caller]
    pub fn contacts_of(&self, no: &str) -> String {
        let lines = 1..=self.line_ids(no).len();
        let contacts = lines.map(|nth| match self.line(no, nth).contact {
            Some(id) => super::show::describe_contact(&self.records, id),
            None => "-".into(),
        });
        contacts.collect::<Vec<_>>().join(" ")
    }

    /// The command that saves the criteria of a segment.
    #[track_caller]
    pub fn save_command(&mut self, no: &str, code: &str) -> Command {
        let segment = self.segment(no);
        let (seen, id) = (self.revision::<Segment>(segment), self.new_id());
        Command::SaveCriteria(segment, seen, id, vec![SavedEdit::Code(code.into())])
    }

    /// The saved criteria with this code.
    #[track_caller]
    pub fn saved(&self, code: &str) -> SavedCriteria {
        let found = self.records.criteria_by_code(&super::words::code(code));
        let id = found.unwrap_or_else(|| panic!("no criteria {code}"));
        SavedCriteria::clone(&self.row(id))
    }

    /// Reuses saved criteria.
    #[track_caller]
    pub fn reuse_criteria(&mut self, no: &str, code: &str) {
        let (id, saved) = (self.segment(no), self.saved(code).id);
        let (seen, action) = (self.revision::<Segment>(id), self.new_action());
        self.must(Command::ReuseCriteria(id, seen, saved, action));
    }
}

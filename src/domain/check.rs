//! Check: what must be true of all records at any time.
//!
//! The rules keep it so; this looks whether they did. It runs after a company is loaded and, in
//! tests, after every command: what is written and what is read are checked by the same function.

mod classes;
mod named;
mod privacy;
mod segments;
mod slices;

pub use named::Named;
pub use slices::Checking;

use super::campaign::Campaign;
use super::change::{Key, Record, Table};
use super::classification::{OrganizationalLevel, Salutation};
use super::contact::Contact;
use super::id::Single;
use super::interaction::template::{InteractionGroup, InteractionTemplate};
use super::interaction::{EntryNo, EntryState, LogEntry};
use super::number_series::{NumberSeries, SeriesLine, format};
use super::records::Records;
use super::refusal::Field;
use super::salesperson::Salesperson;
use std::collections::BTreeSet;

/// A row that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Which row.
    pub key: Key,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// An earlier row of its table has the same number or code.
    NotUnique(Field),
    /// A field is blank that must be filled.
    Missing(Field),
    /// A field refers to what does not exist.
    NotFound(Field),
    /// The company of a person is a person.
    NotACompany,
    /// A contact of this type cannot be in the group.
    OtherType,
    /// The company of a log entry is not the company of its contact.
    OtherCompany,
    /// The counter stands below the highest entry number there is, and would give it again.
    CounterBehind {
        /// Whose counter.
        table: Table,
        /// Where it stands.
        counter: u32,
        /// The highest entry number.
        highest: EntryNo,
    },
    /// A campaign ends before it starts.
    EndsBeforeItStarts,
    /// The checkmark in Canceled is not that of what it belongs to.
    CanceledDiffers,
    /// The criteria actions of a segment are not those that its header counts.
    ActionsDiffer,
    /// Two lines of a number series, or of a segment, have the same line number.
    LineTwice(u32),
    /// A contact that was erased is there, or something that was said with it.
    NotErased,
    /// A field of a line of a number series does not agree with the others.
    Line {
        /// The line number.
        line_no: u32,
        /// The field.
        field: Field,
    },
}

impl Records {
    /// Everything that is wrong, table by table; nothing in a sound company.
    pub fn check(&self) -> Vec<Damage> {
        let mut checking = Checking::begin();
        loop {
            if let Some(found) = checking.step(self, usize::MAX) {
                return found;
            }
        }
    }

    fn check_setup(&self, found: &mut Found) {
        let setup = self.setup();
        let salesperson = setup.defaults.salesperson;
        for (field, series) in setup.series() {
            found.refers::<_, NumberSeries>(self, &*setup, field, series);
        }
        found.refers::<_, Salesperson>(self, &*setup, Field::DefaultSalesperson, salesperson);
        let template = setup.cover_sheet_template;
        found.refers::<_, InteractionTemplate>(self, &*setup, Field::CoverSheetTemplate, template);
        let counters = self.counters();
        let (of_campaigns, of_segments) = (self.campaign_entries(), self.segments());
        for (table, counter, highest) in [
            (Table::LogEntry, counters.log_entry, self.ledger().last_no()),
            (
                Table::CampaignEntry,
                counters.campaign_entry,
                of_campaigns.last_no(),
            ),
            (
                Table::LoggedSegment,
                counters.logged_segment,
                of_segments.last_logged_no(),
            ),
        ] {
            if counter < highest.0 {
                let wrong = Wrong::CounterBehind {
                    table,
                    counter,
                    highest,
                };
                found.add(Key::Counters(Single), wrong);
            }
        }
    }

    fn check_series(&self, found: &mut Found) {
        unique::<NumberSeries, _>(self, found, Field::Code, |row| &row.code);
        for series in self.all::<NumberSeries>() {
            for id in &series.related {
                found.refers::<_, NumberSeries>(self, &**series, Field::RelatedSeries, Some(*id));
            }
            let key = Key::NumberSeries(series.id);
            let mut line_nos = BTreeSet::new();
            for line in &series.lines {
                let line_no = line.line_no;
                if !line_nos.insert(line_no) {
                    found.add(key, Wrong::LineTwice(line_no));
                }
                if let Some(field) = odd_field(line) {
                    found.add(key, Wrong::Line { line_no, field });
                }
            }
        }
    }

    fn check_contact(&self, found: &mut Found, contact: &Contact) {
        found.missing_if(contact, Field::Name, contact.name.is_empty());
        let salesperson = contact.salesperson;
        found.refers::<_, Salesperson>(self, contact, Field::Salesperson, salesperson);
        found.refers::<_, Contact>(self, contact, Field::Company, contact.company());
        found.refers::<_, Salutation>(self, contact, Field::Salutation, contact.salutation);
        found.refers::<_, OrganizationalLevel>(
            self,
            contact,
            Field::OrganizationalLevel,
            contact.organizational_level(),
        );
        let company = contact.company().and_then(|id| self.get::<Contact>(id));
        if company.is_some_and(|company| company.is_person()) {
            found.add(Key::Contact(contact.id), Wrong::NotACompany);
        }
    }

    fn check_templates(&self, found: &mut Found) {
        unique::<InteractionTemplate, _>(self, found, Field::Code, |row| &row.code);
        for template in self.all::<InteractionTemplate>() {
            found.refers::<_, InteractionGroup>(self, &**template, Field::Group, template.group);
            found.refers::<_, Campaign>(self, &**template, Field::Campaign, template.campaign);
            let key = Key::InteractionTemplate(template.id);
            let languages: BTreeSet<_> = template.languages.iter().map(|l| &l.language).collect();
            if languages.len() < template.languages.len() {
                found.add(key, Wrong::NotUnique(Field::Language));
            }
            let default = template.default_language.as_ref();
            if default.is_some_and(|language| !languages.contains(language)) {
                found.add(key, Wrong::NotFound(Field::DefaultLanguage));
            }
        }
    }

    fn check_entry(&self, found: &mut Found, entry: &LogEntry) {
        let template = entry.template.as_ref().map(|mention| mention.id);
        found.missing_if(entry, Field::No, entry.no == EntryNo(0));
        found.refers::<_, InteractionGroup>(self, entry, Field::Group, entry.group);
        let contact = entry.contact.and_then(|id| self.get::<Contact>(id));
        // Of an erased contact that is there all the same it is not known which of the two is right.
        let is_erased = contact.is_none() && self.is_erased(entry.contact);
        if is_erased {
            self.check_anonymous(found, entry);
        } else {
            found.refers::<_, Contact>(self, entry, Field::Contact, entry.contact);
            let company = contact.and_then(|contact| contact.company());
            if company != entry.company {
                found.add(Key::LogEntry(entry.id), Wrong::OtherCompany);
            }
        }
        self.check_canceled(found, entry);
        match entry.state {
            EntryState::Logged => {
                let described = !entry.description.is_empty();
                found.missing_if(entry, Field::Template, entry.template.is_none());
                found.missing_if(entry, Field::Salesperson, entry.salesperson.is_none());
                found.missing_if(entry, Field::Date, entry.date.is_none());
                found.missing_if(entry, Field::Description, !described && !is_erased);
            }
            EntryState::Postponed { .. } => {
                found.refers::<_, InteractionTemplate>(self, entry, Field::Template, template);
            }
        }
    }
}

/// What was found so far.
#[derive(Debug, Default)]
struct Found(Vec<Damage>);

impl Found {
    fn add(&mut self, key: Key, wrong: Wrong) {
        self.0.push(Damage { key, wrong });
    }

    fn missing_if<R: Record>(&mut self, row: &R, field: Field, missing: bool) {
        if missing {
            self.add(R::key(row.id()), Wrong::Missing(field));
        }
    }

    /// The row that a field refers to must exist.
    fn refers<R: Record, To: Record>(
        &mut self,
        records: &Records,
        row: &R,
        field: Field,
        to: Option<To::Id>,
    ) {
        if to.is_some_and(|id| records.get::<To>(id).is_none()) {
            self.add(R::key(row.id()), Wrong::NotFound(field));
        }
    }
}

fn unique<'a, R: Record, K: Ord>(
    records: &'a Records,
    found: &mut Found,
    field: Field,
    key: impl Fn(&'a R) -> K,
) {
    let mut seen = BTreeSet::new();
    for row in records.all::<R>() {
        if !seen.insert(key(row)) {
            found.add(R::key(row.id()), Wrong::NotUnique(field));
        }
    }
}

/// The first field of a line that does not agree with the others: the four numbers have one form,
/// a warning number has an ending number, the step is at least one.
fn odd_field(line: &SeriesLine) -> Option<Field> {
    let numbers = [
        (Field::StartingNo, &line.starting_no),
        (Field::EndingNo, &line.ending_no),
        (Field::WarningNo, &line.warning_no),
        (Field::LastNoUsed, &line.last_no_used),
    ];
    let mut filled = numbers
        .iter()
        .filter_map(|(field, no)| Some((*field, no.as_ref()?)));
    let model = filled.clone().next();
    let other_form = filled
        .find(|(_, no)| model.is_some_and(|(_, model)| format::compared(model, no).is_none()));
    match other_form {
        Some((field, _)) => Some(field),
        None if line.warning_no.is_some() && line.ending_no.is_none() => Some(Field::EndingNo),
        None if line.increment_by == 0 => Some(Field::IncrementBy),
        None => None,
    }
}

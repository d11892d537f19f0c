//! The demo company: a furniture wholesaler with six salespeople, sixty contacts and two years of
//! interactions up to now, as the commands that would have made it.
//!
//! Its salespeople note in Finnish what they talk about in Finnish, and in English the rest.
//! `people.rs` says whom they know, `stories.rs` what happens, `history.rs` when and to whom.

mod calendar;
mod history;
mod people;
mod random;
mod stories;
mod templates;
mod waiting;

pub use templates::DemoTexts;

use super::Revision;
use super::code::Code;
use super::command::Command;
use super::contact::ContactEdit;
use super::id::{ContactId, SalespersonId, SeriesId, TemplateId};
use super::moment::Moment;
use super::salesperson::SalespersonEdit;
use super::setup::SetupEdit;
use super::starter::create_contact_series;
use super::values::{ContactType, CountryCode};
use calendar::working_day;
use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use people::{PARTIES, Party, Person, SELLERS};
use random::Dice;

/// The history reaches so many days back.
const DAYS_BACK: u32 = 730;

/// One command of the demo company, as it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoStep {
    /// When, on the wall clock of the company.
    pub at: NaiveDateTime,
    /// By whom: a salesperson's name.
    pub by: &'static str,
    /// What.
    pub command: Command,
}

impl DemoStep {
    /// The moment in which to carry it out. `ahead_of_utc`: how far the wall clock is ahead of
    /// coordinated universal time.
    pub fn moment(&self, ahead_of_utc: Duration) -> Moment {
        Moment {
            now: DateTime::<Utc>::from_naive_utc_and_offset(self.at - ahead_of_utc, Utc),
            local: self.at,
            work_date: self.at.date(),
            user: self.by.into(),
            my_salesperson: None,
        }
    }
}

/// The demo company's commands, oldest first; carried out one after the other, in an empty
/// company, each is accepted.
///
/// `now` is the present on the wall clock: nothing happens later. The same `now`, `seed` and
/// `texts` give the same company, with the same ids.
pub fn demo(now: NaiveDateTime, seed: u64, texts: &DemoTexts) -> Vec<DemoStep> {
    let mut dice = Dice::new(seed);
    let first_day = now.date() - Days::new(DAYS_BACK.into());
    let (mut steps, cast) = founding(&mut dice, first_day, texts);
    steps.extend(history::history(&mut dice, &cast, now));
    steps.sort_by_key(|step| step.at);
    steps
}

/// Who and what the history speaks of.
struct Cast {
    first_day: NaiveDate,
    sellers: Vec<SalespersonId>,
    /// By [`templates::Stock`].
    templates: Vec<TemplateId>,
    /// By [`PARTIES`].
    parties: Vec<Known>,
}

impl Cast {
    /// The working day on which something happens that is due so many days after the first.
    fn day(&self, n: u32) -> NaiveDate {
        working_day(self.first_day + Days::new(n.into()))
    }
}

/// A customer's ids.
struct Known {
    id: ContactId,
    /// Those of its persons who want to be contacted.
    persons: Vec<ContactId>,
}

/// Sets the company up, and creates its contacts: most on the first day, the others when they come
/// to be known.
fn founding(dice: &mut Dice, first_day: NaiveDate, texts: &DemoTexts) -> (Vec<DemoStep>, Cast) {
    let opening = first_day.and_time(hour(8));
    let series: SeriesId = dice.id(opening);
    let mut commands = vec![
        create_contact_series(series, texts.contact_series),
        set_up(SetupEdit::ContactNos(Some(series))),
        set_up(SetupEdit::DefaultCountry(Some(country("FI")))),
        set_up(SetupEdit::DefaultLanguage(Some(templates::language("FI")))),
    ];
    let mut sellers = Vec::new();
    for seller in SELLERS {
        let id = dice.id(opening);
        let edits = vec![
            SalespersonEdit::Code(seller.code.into()),
            SalespersonEdit::Name(seller.name.into()),
            SalespersonEdit::JobTitle(seller.job_title.into()),
            SalespersonEdit::Phone(seller.phone.into()),
            SalespersonEdit::Email(seller.email.into()),
        ];
        commands.push(Command::CreateSalesperson(id, edits));
        sellers.push(id);
    }
    let (create, templates) = templates::create(texts, &mut || dice.id(opening));
    commands.extend(create);

    let mut steps = Vec::new();
    let mut parties = Vec::new();
    for party in PARTIES {
        let day = first_day + Days::new(party.joins.into());
        let at = match party.joins {
            0 => opening,
            _ => working_day(day).and_time(hour(8)),
        };
        let (create, known) = create_party(dice, at, party, sellers[party.seller]);
        parties.push(known);
        if party.joins == 0 {
            commands.extend(create);
        } else {
            steps.push(DemoStep {
                at,
                by: SELLERS[party.seller].name,
                command: Command::All(create),
            });
        }
    }
    steps.push(DemoStep {
        at: opening,
        by: SELLERS[0].name,
        command: Command::All(commands),
    });
    let cast = Cast {
        first_day,
        sellers,
        templates,
        parties,
    };
    (steps, cast)
}

/// A setting of a company that has none written yet.
fn set_up(edit: SetupEdit) -> Command {
    Command::EditSetup(Revision::default(), edit)
}

/// A customer and its persons. What a person does not have of its own it takes over from the
/// company.
fn create_party(
    dice: &mut Dice,
    at: NaiveDateTime,
    party: &Party,
    seller: SalespersonId,
) -> (Vec<Command>, Known) {
    let id = dice.id(at);
    let mut edits = match party.alone {
        None => vec![
            ContactEdit::Type(ContactType::Company),
            ContactEdit::Name(party.name.into()),
            ContactEdit::Email(format!("info@{}.example", party.domain)),
        ],
        Some(job_title) => vec![
            ContactEdit::Type(ContactType::Person),
            ContactEdit::Name(party.name.into()),
            ContactEdit::JobTitle(job_title.into()),
            ContactEdit::Email(email(party.name, party.domain)),
        ],
    };
    edits.extend([
        ContactEdit::Address(party.street.into()),
        ContactEdit::PostCode(party.post_code.into()),
        ContactEdit::City(party.city.into()),
        ContactEdit::Country(Some(country(party.country))),
        ContactEdit::Language(Some(templates::language(party.language))),
        ContactEdit::Phone(party.phone.into()),
        ContactEdit::HomePage(format!("https://www.{}.example", party.domain)),
        ContactEdit::Salesperson(Some(seller)),
    ]);
    let mut commands = vec![Command::CreateContact(id, edits)];
    let mut persons = Vec::new();
    for person in party.persons {
        let person_id = dice.id(at);
        commands.push(create_person(person_id, person, id, party.domain));
        if !person.blocked {
            persons.push(person_id);
        }
    }
    (commands, Known { id, persons })
}

fn create_person(id: ContactId, person: &Person, company: ContactId, domain: &str) -> Command {
    let mut edits = vec![
        ContactEdit::Type(ContactType::Person),
        ContactEdit::Name(person.name.into()),
        ContactEdit::JobTitle(person.job_title.into()),
        ContactEdit::Phone(person.phone.into()),
        ContactEdit::Email(email(person.name, domain)),
        ContactEdit::Company(Some(company)),
    ];
    if person.blocked {
        edits.push(ContactEdit::PrivacyBlocked(true));
    }
    Command::CreateContact(id, edits)
}

/// A person's address: `yrjo.aijala@aijalanpuusepat.example`.
fn email(name: &str, domain: &str) -> String {
    let local: String = name
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ä' | 'å' => 'a',
            'ö' => 'o',
            ' ' => '.',
            c => c,
        })
        .collect();
    format!("{local}@{domain}.example")
}

/// A country of the tables of this demo, all of which are codes.
fn country(code: &str) -> CountryCode {
    Code::new(code).expect("the demo's tables hold codes only")
}

/// A full hour.
fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour of the day")
}

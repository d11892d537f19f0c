//! The demo company: a furniture wholesaler with six salespeople, sixty contacts and two years of
//! interactions up to now, as the commands that would have made it.
//!
//! Its salespeople note in Finnish what they talk about in Finnish, and in English the rest.
//! `people.rs` says whom they know, `classes.rs` how they tell them apart, `stories.rs` what happens,
//! `history.rs` when and to whom, and `marketing.rs` what goes to many at once.

mod calendar;
mod classes;
mod history;
mod marketing;
mod people;
mod random;
mod stories;
mod templates;
mod waiting;

pub use classes::ClassTexts;
pub use marketing::MarketingTexts;
pub use templates::DemoTexts;

use super::Revision;
use super::code::Code;
use super::command::Command;
use super::contact::ContactEdit;
use super::id::{ContactId, SalespersonId, SeriesId, TemplateId};
use super::moment::Moment;
use super::salesperson::SalespersonEdit;
use super::setup::SetupEdit;
use super::starter::{
    CAMPAIGN_SERIES, FIRST_CAMPAIGN_NO, FIRST_SEGMENT_NO, SEGMENT_SERIES, create_contact_series,
    create_series,
};
use super::values::{ContactType, CountryCode};
use calendar::working_day;
use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use classes::Classes;
use people::{PARTIES, Party, Person, SELLERS};
use random::Dice;
use templates::Stock;

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
    // What came to the demo later has chances of its own, so that the stories stay what they were.
    let mut further = Dice::new(!seed);
    let first_day = now.date() - Days::new(DAYS_BACK.into());
    let (mut steps, cast) = founding(&mut dice, &mut further, first_day, texts);
    steps.extend(history::history(&mut dice, &cast, now));
    let marketing = marketing::marketing(&mut further, &cast, now, &texts.marketing);
    steps.extend(marketing.into_iter().filter(|step| step.at <= now));
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
fn founding(
    dice: &mut Dice,
    further: &mut Dice,
    first_day: NaiveDate,
    texts: &DemoTexts,
) -> (Vec<DemoStep>, Cast) {
    let opening = first_day.and_time(hour(8));
    let series: SeriesId = dice.id(opening);
    let mut commands = vec![
        create_contact_series(series, texts.contact_series),
        set_up(SetupEdit::ContactNos(Some(series))),
        set_up(SetupEdit::DefaultCountry(Some(country("FI")))),
        set_up(SetupEdit::DefaultLanguage(Some(templates::language("FI")))),
        set_up(SetupEdit::OwnAddress("Satamakatu 4".into())),
        set_up(SetupEdit::OwnPostCode("33200".into())),
        set_up(SetupEdit::OwnCity("Tampere".into())),
        set_up(SetupEdit::OwnCountry(Some(country("FI")))),
        set_up(SetupEdit::OwnPhone("+358 3 555 0100".into())),
        set_up(SetupEdit::OwnEmail("info@pohjola.example".into())),
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
    for (code, first, description, setting) in [
        (
            CAMPAIGN_SERIES,
            FIRST_CAMPAIGN_NO,
            texts.marketing.campaign_series,
            SetupEdit::CampaignNos as fn(_) -> _,
        ),
        (
            SEGMENT_SERIES,
            FIRST_SEGMENT_NO,
            texts.marketing.segment_series,
            SetupEdit::SegmentNos,
        ),
    ] {
        let id = further.id(opening);
        commands.push(create_series(id, code, description, first));
        commands.push(set_up(setting(Some(id))));
    }
    let (create, classes) = classes::create(further, opening, &texts.classes);
    commands.extend(create);
    let (create, templates) = templates::create(texts, &mut || dice.id(opening));
    commands.extend(create);
    let cover = templates[Stock::Coversh as usize];
    commands.push(set_up(SetupEdit::CoverSheetTemplate(Some(cover))));

    let mut steps = Vec::new();
    let mut parties = Vec::new();
    for party in PARTIES {
        let day = first_day + Days::new(party.joins.into());
        let at = match party.joins {
            0 => opening,
            _ => working_day(day).and_time(hour(8)),
        };
        let (mut create, known, all) =
            create_party(dice, at, party, sellers[party.seller], (&classes, further));
        create.extend(classes.classify(further, party, known.id, &all));
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
    party: &'static Party,
    seller: SalespersonId,
    (classes, further): (&Classes, &mut Dice),
) -> (Vec<Command>, Known, Vec<(ContactId, &'static Person)>) {
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
    match party.alone {
        None => edits.push(classes.of_company()),
        Some(job_title) => edits.extend(classes.of_person(further, job_title)),
    }
    let mut commands = vec![Command::CreateContact(id, edits)];
    let (mut persons, mut all) = (Vec::new(), Vec::new());
    for person in party.persons {
        let person_id = dice.id(at);
        let of_person = classes.of_person(further, person.job_title);
        commands.push(create_person(
            person_id,
            person,
            id,
            party.domain,
            of_person,
        ));
        all.push((person_id, person));
        if !person.blocked {
            persons.push(person_id);
        }
    }
    (commands, Known { id, persons }, all)
}

fn create_person(
    id: ContactId,
    person: &Person,
    company: ContactId,
    domain: &str,
    classified: [ContactEdit; 2],
) -> Command {
    let mut edits = vec![
        ContactEdit::Type(ContactType::Person),
        ContactEdit::Name(person.name.into()),
        ContactEdit::JobTitle(person.job_title.into()),
        ContactEdit::Phone(person.phone.into()),
        ContactEdit::Email(email(person.name, domain)),
        ContactEdit::Company(Some(company)),
    ];
    edits.extend(classified);
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

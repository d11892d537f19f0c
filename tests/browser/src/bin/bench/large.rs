//! A large company, the same at every run, as it lies on a device: made of rows, folded by the app's
//! own journal into the texts that the app's own journal reads.

use crate::names::{FIRST_NAMES, JOBS, REMARKS, STREETS, SURNAMES, TOPICS, TOWNS, TRADES, Town};
use crate::segments;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use lokikirja::domain::code::{Code, ContactNo, SeriesNo};
use lokikirja::domain::contact::{Contact, ContactEdit, ContactKind, Person};
use lokikirja::domain::id::SalespersonId;
use lokikirja::domain::id::{self, ContactId, LogEntryId, Single};
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::interaction::{
    Canceled, Comment, EntryNo, EntryState, LogEntry, SalespersonMention, TemplateMention,
};
use lokikirja::domain::moment::Moment;
use lokikirja::domain::number_series::NumberSeries;
use lokikirja::domain::salesperson::{Salesperson, SalespersonEdit};
use lokikirja::domain::setup::Counters;
use lokikirja::domain::values::{CountryCode, Evaluation, LanguageCode};
use lokikirja::domain::{
    Change, ChangeSet, Command, Origin, Record, Records, decide, search, starter,
};
use lokikirja::journal::memory::{Memory, MemoryShelf};
use lokikirja::journal::storage::{Opening, Shelf, Slot, Storage, Store, Value, Want};
use lokikirja::journal::{Along, Journal, KEPT, Meta, Ownership};
use lokikirja::language::{Lang, messages};
use std::sync::Arc;
use uuid::Uuid;

/// Counts up whenever this file makes another company of the same size: kept ones are then made anew.
pub const EDITION: u32 = 4;
/// Rows in one change set.
const ROWS_PER_SET: usize = 5_000;
/// Salespeople; the first is the user.
const N_SALESPEOPLE: usize = 20;
/// Of a hundred contacts so many are companies, and of the persons so many have none.
const PERCENT_COMPANIES: u64 = 35;
const PERCENT_ALONE: u64 = 10;
/// Of a thousand interactions so many are postponed.
const POSTPONED_PER_MILLE: u64 = 2;
/// Of a hundred interactions so many have a comment.
const PERCENT_WITH_COMMENT: u64 = 20;
/// The log reaches so many days back from the first of January 2026.
const DAYS: u64 = 5 * 365;

/// Seconds after [`instant`] 0 by which all rows were made.
const LATEST_S: u64 = 5_000_000;

/// A company as it lies on a device.
pub struct Large {
    /// Its stores: name of the store, and what lies in its slots.
    pub stores: Vec<(&'static str, Vec<(Slot, Value)>)>,
    /// All that each contact is found by, folded as the app's list does it.
    pub folded: Vec<String>,
    /// The names of the contacts.
    pub names: Vec<String>,
}

/// Makes a company of so many contacts with so many interactions each.
pub async fn large(n_contacts: usize, interactions_each: usize) -> Large {
    let mut writer = Writer::new().await;
    writer.set_up().await;
    let contacts = contacts(&writer.records, n_contacts, &mut Chance(1));
    let entries = entries(
        &writer.records,
        &contacts,
        n_contacts * interactions_each,
        &mut Chance(2),
    );
    let (folded, names) = contacts
        .iter()
        .map(|contact| (folded(contact, &contacts), contact.name.clone()))
        .unzip();
    let mut series = writer.only::<NumberSeries>();
    series.lines[0].last_no_used = SeriesNo::new(&number(contacts.len() - 1)).ok();
    let counters = Counters {
        id: Single,
        log_entry: entries.len() as u32,
        ..Counters::default()
    };
    let ids: Vec<ContactId> = contacts.iter().map(|contact| contact.id).collect();
    let rows = contacts
        .into_iter()
        .map(new)
        .chain(entries.into_iter().map(new));
    let mut rows = rows.chain([new(counters)]).peekable();
    writer
        .append_changes(vec![changed(&writer.records, series)])
        .await;
    while rows.peek().is_some() {
        writer
            .append_changes(rows.by_ref().take(ROWS_PER_SET).collect())
            .await;
    }
    writer.add_segments(&ids).await;
    // What has been done since the last fold, as in a company in use.
    for (n, id) in ids.iter().take(KEPT as usize).enumerate() {
        writer.edit_phone(*id, n).await;
    }
    let damage = writer.records.check();
    assert!(
        damage.is_empty(),
        "the company contradicts itself: {damage:?}"
    );
    Large {
        stores: writer.fold().await,
        folded,
        names,
    }
}

/// Writes through the app's journal, in memory.
struct Writer {
    journal: Journal<Memory>,
    storage: Memory,
    records: Records,
    at: DateTime<Utc>,
    chance: Chance,
}

impl Writer {
    async fn new() -> Writer {
        let shelf = MemoryShelf::new();
        let storage = shelf.open("bench", Opening::OrNew).await;
        let storage = storage.expect("memory opens");
        let at = instant(0);
        let journal = Journal::new(storage.clone());
        let meta = Meta {
            name: "Bench".to_owned(),
            created_at: at,
            ownership: Ownership::Own,
        };
        journal.create(&meta).await.expect("memory has room");
        Writer {
            journal,
            storage,
            records: Records::default(),
            at,
            chance: Chance(3),
        }
    }

    /// Templates and salespeople, by commands.
    async fn set_up(&mut self) {
        let texts = &messages(Lang::Fi).starter;
        let mut chance = Chance(4);
        let mut new_id = || chance.uuid(0);
        let mut commands = vec![starter::starter(&self.records, texts, &mut new_id)];
        for n in 0..N_SALESPEOPLE {
            let name = format!("{} {}", FIRST_NAMES[n * 2], SURNAMES[n * 2 + 1]);
            let edits = vec![
                SalespersonEdit::Code(format!("M{:02}", n + 1)),
                SalespersonEdit::Name(name),
            ];
            commands.push(Command::CreateSalesperson(new_id().into(), edits));
        }
        self.carry_out(Command::All(commands)).await;
    }

    /// The segments that are measured.
    async fn add_segments(&mut self, contacts: &[ContactId]) {
        let mut chance = Chance(5);
        // After all other rows.
        let new_id = || chance.uuid(LATEST_S);
        let template = self.records.all::<InteractionTemplate>().next();
        let template = template.expect("templates were set up").id;
        let commands = segments::commands(&self.records, contacts, template, new_id);
        self.carry_out(Command::All(commands)).await;
    }

    async fn edit_phone(&mut self, id: ContactId, n: usize) {
        let seen = self
            .records
            .stored::<Contact>(id)
            .map(|stored| stored.revision);
        let phone = ContactEdit::MobilePhone(format!("+358 50 000 {n:04}"));
        let edit = Command::EditContact(id, seen.unwrap_or_default(), phone);
        self.carry_out(edit).await;
    }

    async fn carry_out(&mut self, command: Command) {
        let moment = Moment {
            now: self.at,
            local: self.at.naive_utc(),
            work_date: self.at.date_naive(),
            user: String::new(),
            my_salesperson: None,
        };
        let decision = decide(&self.records, &moment, command);
        let changes = decision.expect("the company's own command").changes;
        self.append_changes(changes).await;
    }

    async fn append_changes(&mut self, changes: Vec<Change>) {
        let revision = self.records.revision().next();
        let set = ChangeSet {
            at: self.at,
            user: String::new(),
            origin: Origin::default(),
            changes,
        };
        let kept = self.journal.append(revision, &set, &Along::default()).await;
        kept.expect("memory has room");
        self.records.apply(revision, &set.changes);
        self.at += Duration::milliseconds(self.chance.below(1000) as i64);
    }

    /// The only row of its kind.
    fn only<R: Record>(&self) -> R {
        let row = self.records.all::<R>().next().expect("it was set up");
        R::clone(row)
    }

    /// All that the journal keeps, after folding.
    async fn fold(self) -> Vec<(&'static str, Vec<(Slot, Value)>)> {
        self.journal.fold().await.expect("memory has room");
        let stores = [Store::Snapshot, Store::Journal];
        let wants = stores.map(Want::All);
        let found = self.storage.read(&wants).await.expect("memory answers");
        stores.map(Store::name).into_iter().zip(found).collect()
    }
}

fn new<R: Record>(row: R) -> Change {
    Change {
        key: R::key(row.id()),
        before: None,
        after: Some(row.into_row()),
    }
}

fn changed<R: Record>(records: &Records, row: R) -> Change {
    let before = records.row(&R::key(row.id()));
    Change { before, ..new(row) }
}

// Contacts

/// Companies, each followed by the persons that were made after it.
fn contacts(records: &Records, n: usize, chance: &mut Chance) -> Vec<Contact> {
    let salespeople: Vec<_> = records.all::<Salesperson>().map(|row| row.id).collect();
    let mut contacts: Vec<Contact> = Vec::with_capacity(n);
    let mut company: Option<usize> = None;
    for at in 0..n {
        let is_company = at == 0 || chance.percent(PERCENT_COMPANIES);
        let above = company.filter(|_| !chance.percent(PERCENT_ALONE));
        let contact = if is_company {
            company = Some(at);
            new_company(at, *chance.pick(&salespeople), chance)
        } else {
            new_person(
                at,
                above.map(|at| &contacts[at]),
                *chance.pick(&salespeople),
                chance,
            )
        };
        contacts.push(contact);
    }
    contacts
}

fn new_company(at: usize, salesperson: SalespersonId, chance: &mut Chance) -> Contact {
    let town = chance.pick(TOWNS);
    let trade = chance.pick(TRADES);
    let surname = chance.pick(SURNAMES);
    let name = match chance.below(3) {
        0 => format!("{} {trade} Oy", town.genitive),
        1 => format!("{trade} {surname} Oy"),
        _ => format!("{surname} & {} {trade} Ky", chance.pick(SURNAMES)),
    };
    Contact {
        kind: ContactKind::Company,
        salesperson: Some(salesperson),
        home_page: format!("https://www.{}.example", plain(&name)),
        email: format!("info@{}.example", plain(&name)),
        ..blank(at, name, town, chance)
    }
}

fn new_person(
    at: usize,
    company: Option<&Contact>,
    salesperson: SalespersonId,
    chance: &mut Chance,
) -> Contact {
    let (first, surname) = (*chance.pick(FIRST_NAMES), *chance.pick(SURNAMES));
    let town = chance.pick(TOWNS);
    let name = format!("{first} {surname}");
    let own = blank(at, name, town, chance);
    let person = Person {
        company: company.map(|row| row.id),
        first_name: first.to_owned(),
        surname: surname.to_owned(),
        job_title: (*chance.pick(JOBS)).to_owned(),
        ..Person::default()
    };
    let place = company.cloned().unwrap_or_else(|| own.clone());
    Contact {
        kind: ContactKind::Person(person),
        address: place.address,
        post_code: place.post_code,
        city: place.city,
        salesperson: place.salesperson.or(Some(salesperson)),
        email: format!("{}@posti.example", plain(&own.name)),
        ..own
    }
}

fn blank(at: usize, name: String, town: &Town, chance: &mut Chance) -> Contact {
    let code = |text: &str| Code::new(text).expect("a code");
    let (country, language): (CountryCode, LanguageCode) = (code("FI"), code("FI"));
    Contact {
        id: chance.uuid(at as u64).into(),
        no: ContactNo::new(&number(at)).expect("a number"),
        no_series: None,
        kind: ContactKind::Company,
        name,
        address: format!("{} {}", chance.pick(STREETS), 1 + chance.below(90)),
        address_2: String::new(),
        post_code: format!("{}{:02}0", town.post, chance.below(100)),
        city: town.name.to_owned(),
        country: Some(country),
        phone: format!("+358 {} 000 {:04}", town.area, chance.below(10_000)),
        mobile_phone: format!("+358 40 000 {:04}", chance.below(10_000)),
        email: String::new(),
        home_page: String::new(),
        salesperson: None,
        language: Some(language),
        correspondence_type: None,
        privacy_blocked: chance.percent(1),
        salutation: None,
        exclude_from_segment: false,
    }
}

fn number(at: usize) -> String {
    format!("CT{:06}", at + 1)
}

/// Letters and digits of a name as they stand in addresses.
fn plain(name: &str) -> String {
    let letters = search::fold(name);
    letters
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// What the app's list finds a contact by (`ui/contact_index.rs`).
fn folded(contact: &Contact, contacts: &[Contact]) -> String {
    let company = contact.company().filter(|id| *id != contact.id);
    let company = company.and_then(|id| {
        let at = contacts.binary_search_by_key(&id, |row| row.id).ok()?;
        Some(contacts[at].name.as_str())
    });
    let digits = |phone: &str| phone.replace(' ', "");
    let parts = [
        contact.name.as_str(),
        contact.no.as_str(),
        company.unwrap_or_default(),
        &contact.phone,
        &digits(&contact.phone),
        &contact.mobile_phone,
        &digits(&contact.mobile_phone),
        &contact.city,
        &contact.email,
    ];
    search::fold(&parts.join("\n"))
}

// Interactions

fn entries(
    records: &Records,
    contacts: &[Contact],
    n: usize,
    chance: &mut Chance,
) -> Vec<LogEntry> {
    let templates: Vec<Arc<InteractionTemplate>> = records.all().cloned().collect();
    let salespeople: Vec<Arc<Salesperson>> = records.all().cloned().collect();
    let last_day = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let entry = |at: usize| {
        let contact = chance.pick(contacts);
        let template = chance.pick(&templates);
        let seller = chance.pick(&salespeople);
        // Oldest first, as they are written.
        let day = last_day - Duration::days((DAYS - at as u64 * DAYS / n as u64) as i64);
        let postponed = chance.below(1000) < POSTPONED_PER_MILLE;
        let comment = chance.percent(PERCENT_WITH_COMMENT).then(|| Comment {
            date: Some(day),
            text: (*chance.pick(REMARKS)).to_owned(),
        });
        let description = format!("{}: {}", template.description, chance.pick(TOPICS));
        LogEntry {
            id: LogEntryId(chance.uuid(at as u64)),
            no: EntryNo(at as u32 + 1),
            state: if postponed {
                EntryState::Postponed {
                    date_is_proposal: false,
                    time_is_proposal: false,
                }
            } else {
                EntryState::Logged
            },
            contact: Some(contact.id),
            company: contact.company(),
            date: Some(day),
            time: NaiveTime::from_hms_opt(8 + chance.below(8) as u32, chance.below(60) as u32, 0),
            subject: description.clone(),
            description,
            template: Some(TemplateMention::template(
                template.id,
                template.code.clone(),
            )),
            group: template.group,
            language: contact.language.clone(),
            attachment: None,
            campaign: None,
            campaign_entry: None,
            campaign_target: false,
            campaign_response: false,
            segment_no: None,
            logged_segment: None,
            canceled: Canceled::default(),
            information_flow: template.information_flow,
            initiated_by: template.initiated_by,
            evaluation: *chance.pick(&[
                None,
                Some(Evaluation::Positive),
                Some(Evaluation::Neutral),
            ]),
            attempt_failed: chance.percent(5),
            cost: template.unit_cost,
            duration: template.unit_duration,
            salesperson: Some(SalespersonMention::salesperson(
                seller.id,
                seller.code.clone(),
            )),
            correspondence_type: None,
            user: seller.name.clone(),
            written_at: day.and_hms_opt(16, 0, 0).expect("a time").and_utc(),
            comments: comment.into_iter().collect(),
        }
    };
    (0..n).map(entry).collect()
}

// Chance and time

/// Chance that always falls the same way (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len() as u64) as usize]
    }

    /// An id made at the `nth` moment.
    fn uuid(&mut self, nth: u64) -> Uuid {
        let (high, low) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        let mut random = [0; 10];
        random[..8].copy_from_slice(&high);
        random[8..].copy_from_slice(&low[..2]);
        id::new(instant(nth).timestamp_millis().max(0) as u64, random)
    }
}

/// A moment of the past; each next one a second later.
fn instant(nth: u64) -> DateTime<Utc> {
    let start = NaiveDate::from_ymd_opt(2020, 1, 1).and_then(|day| day.and_hms_opt(8, 0, 0));
    start.expect("a time").and_utc() + Duration::seconds(nth as i64)
}

//! The demo company: every command is accepted, and what comes out is plausible.

use chrono::{Datelike, Duration, NaiveDateTime, NaiveTime, Timelike, Weekday};
use expect_test::expect;
use lokikirja::domain::campaign::statistics::figures as statistics;
use lokikirja::domain::campaign::{Campaign, CampaignStatus};
use lokikirja::domain::classification::ClassKind;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::demo::{DemoStep, demo};
use lokikirja::domain::interaction::LogEntry;
use lokikirja::domain::interaction::form::{self, FormEdit, Opener};
use lokikirja::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use lokikirja::domain::ledger::Scope;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::logged::{LoggedSegment, figures};
use lokikirja::domain::segment::{Segment, line_edit};
use lokikirja::domain::values::{CountryCode, Money};
use lokikirja::domain::{Command, Records, Table, decide};
use lokikirja::language::{Lang, messages};
use std::collections::{BTreeMap, BTreeSet};

/// Sunday afternoon, Christmas Eve, a leap day in the morning, the middle of July.
const NOWS: [&str; 4] = [
    "2026-11-22T14:35:00",
    "2026-12-24T09:00:00",
    "2028-02-29T07:15:00",
    "2027-07-15T12:00:00",
];

fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a time in a test")
}

fn steps(now: &str, seed: u64, lang: Lang) -> Vec<DemoStep> {
    demo(at(now), seed, &messages(lang).demo)
}

/// Carries everything out; `each` sees the records before every command.
fn carried_out(steps: Vec<DemoStep>, mut each: impl FnMut(&Records, &DemoStep)) -> Records {
    let mut records = Records::default();
    for step in steps {
        each(&records, &step);
        let moment = step.moment(Duration::hours(2));
        match decide(&records, &moment, step.command) {
            Ok(decision) => records.apply(records.revision().next(), &decision.changes),
            Err(refusal) => panic!("refused on {}: {refusal:?}", step.at),
        }
    }
    records
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour")
}

fn company(now: &str, seed: u64) -> Records {
    carried_out(steps(now, seed, Lang::Fi), |_, _| {})
}

fn logged(records: &Records) -> Vec<&LogEntry> {
    let ids = records.ledger().logged();
    ids.filter_map(|id| records.get::<LogEntry>(id).map(|entry| &**entry))
        .collect()
}

#[test]
fn every_command_is_accepted_whenever_and_in_whatever_language_it_is_loaded() {
    for (seed, now) in NOWS.into_iter().enumerate() {
        for lang in Lang::ALL {
            let records = carried_out(steps(now, seed as u64, lang), |_, _| {});
            assert_eq!(records.check(), [], "{now}");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_company_and_another_one_another() {
    let [now, ..] = NOWS;
    assert_eq!(steps(now, 1, Lang::Fi), steps(now, 1, Lang::Fi));
    assert_ne!(company(now, 1), company(now, 2));
}

#[test]
fn it_has_as_many_of_everything_as_it_promises() {
    for (seed, now) in NOWS.into_iter().enumerate() {
        let records = company(now, seed as u64);
        let persons = records.all::<Contact>().filter(|it| it.is_person()).count();
        assert_eq!((records.count(Table::Contact), persons), (60, 34));
        assert_eq!(records.count(Table::Salesperson), 6);
        assert_eq!(records.count(Table::InteractionGroup), 5);
        assert_eq!(records.count(Table::InteractionTemplate), 13);
        assert_eq!(records.ledger().n_postponed(), 7);
        let n = records.ledger().n_logged();
        assert!((780..=1000).contains(&n), "{n} interactions at {now}");
        let first = records.contacts_by_no().next().expect("a contact");
        assert_eq!(first.no.as_str(), "CT000001");
    }
}

#[test]
fn its_log_is_that_of_people_at_work() {
    for (seed, now) in NOWS.into_iter().enumerate() {
        let records = company(now, seed as u64);
        let entries = logged(&records);
        let share = |of: &dyn Fn(&LogEntry) -> bool| {
            let hits = entries.iter().filter(|entry| of(entry)).count();
            100 * hits / entries.len()
        };
        let days: Vec<i64> = entries
            .iter()
            .filter_map(|entry| Some((at(now).date() - entry.date?).num_days()))
            .collect();
        assert!(days.iter().all(|days| (0..=730).contains(days)));
        assert!(days.iter().any(|days| *days > 690) && days.iter().any(|days| *days <= 4));
        for entry in &entries {
            let date = entry.date.expect("a date");
            // What a segment wrote has no time of day.
            let time = match entry.logged_segment {
                Some(_) => hour(8),
                None => entry.time.expect("a time"),
            };
            assert!(!matches!(date.weekday(), Weekday::Sat | Weekday::Sun));
            assert!((8..=17).contains(&time.hour()));
            assert!(date.and_time(time) < at(now));
            let template = entry.template.as_ref().map(|mention| mention.id);
            let template = template.and_then(|id| records.get::<InteractionTemplate>(id));
            assert_eq!(entry.group, template.and_then(|row| row.group));
        }
        let of_group = |code: &str| {
            let code = lokikirja::domain::code::Code::new(code).expect("a code");
            let group = records.group_by_code(&code);
            share(&move |entry| entry.group == group)
        };
        let (calls, meetings) = (of_group("PHONE"), of_group("MEETING"));
        assert!(calls > 2 * meetings && meetings >= 10, "{calls} {meetings}");
        assert!((2..=8).contains(&share(&|entry| entry.attempt_failed)));
        assert!((30..=60).contains(&share(&|entry| entry.evaluation.is_some())));
        assert!((15..=40).contains(&share(&|entry| !entry.comments.is_empty())));
        let overridden = |entry: &LogEntry| {
            let template = entry.template.as_ref().map(|mention| mention.id);
            let row = template.and_then(|id| records.get::<InteractionTemplate>(id));
            row.is_some_and(|row| row.unit_cost != entry.cost)
        };
        assert!((1..=10).contains(&share(&overridden)));
        assert!(entries.iter().map(|entry| entry.cost).sum::<Money>() > Money(500_000));
    }
}

#[test]
fn everybody_takes_part() {
    let [now, ..] = NOWS;
    let records = company(now, 0);
    let n_entries = |scope| records.ledger().entries(scope).count();
    for row in records.all::<Salesperson>() {
        assert!(n_entries(Scope::Salesperson(row.id)) > 20, "{}", row.name);
    }
    for row in records.all::<InteractionTemplate>() {
        assert!(n_entries(Scope::Template(row.id)) > 5, "{}", row.code);
    }
    for row in records.all::<InteractionGroup>() {
        assert!(n_entries(Scope::Group(row.id)) > 5, "{}", row.code);
    }
    for row in records.all::<Contact>().filter(|row| !row.is_person()) {
        assert!(n_entries(Scope::Company(row.id)) >= 3, "{}", row.name);
    }
    let blocked = records.all::<Contact>().filter(|row| row.privacy_blocked);
    let blocked: Vec<_> = blocked.collect();
    assert_eq!(blocked.len(), 1);
    assert_eq!(n_entries(Scope::Person(blocked[0].id)), 0);
}

#[test]
fn descriptions_and_comments_are_varied_and_written_out() {
    let [now, ..] = NOWS;
    let records = company(now, 0);
    let mut texts: BTreeMap<&str, u32> = BTreeMap::new();
    for entry in records.all::<LogEntry>() {
        *texts.entry(&entry.description).or_default() += 1;
        for text in entry
            .comments
            .iter()
            .map(|it| &it.text)
            .chain([&entry.description])
        {
            assert!(!text.contains(['{', '}']) && *text == text.trim(), "{text}");
        }
    }
    let most = texts.values().max().copied().unwrap_or_default();
    assert!(texts.len() > 250 && most < 40, "{} {most}", texts.len());
}

#[test]
fn nobody_real_can_be_written_to_or_called() {
    let reserved = [
        ("FI", " 000 0"),
        ("GB", " 496 0"),
        ("GB", "+44 20 7946 0"),
        ("US", " 555 01"),
        ("DE", "+49 40 66969 "),
        ("SE", "+46 31 390 06 "),
    ];
    let [now, ..] = NOWS;
    let records = company(now, 0);
    let mut numbers = BTreeMap::new();
    for contact in records.all::<Contact>() {
        let country = contact.country.as_ref().map(CountryCode::as_str);
        let fits = |(of, part): &(&str, &str)| country == Some(of) && contact.phone.contains(part);
        assert!(reserved.iter().any(fits), "{contact:?}");
        assert!(contact.email.ends_with(".example"), "{contact:?}");
        assert!(contact.home_page.ends_with(".example"), "{contact:?}");
        assert_eq!(
            numbers.insert(&contact.phone, contact.id),
            None,
            "{contact:?}"
        );
    }
    for salesperson in records.all::<Salesperson>() {
        assert!(salesperson.email.ends_with("@pohjola.example"));
        assert!(
            reserved
                .iter()
                .any(|(_, part)| salesperson.phone.contains(part))
        );
    }
}

#[test]
fn each_form_is_as_the_page_would_have_filled_it() {
    let [now, ..] = NOWS;
    let mut compared = 0;
    carried_out(steps(now, 0, Lang::En), |records, step| {
        let Command::FinishInteraction(demo) = &step.command else {
            return;
        };
        let moment = step.moment(Duration::hours(2));
        let mut page = form::open(records, &moment, demo.entry, Opener::Blank).expect("opens");
        for edit in [
            FormEdit::Contact(demo.contact),
            FormEdit::Template(demo.template),
        ] {
            page.edit(records, edit).expect("can be chosen");
        }
        let given = |form: &form::InteractionForm| {
            let language = form.language.clone();
            let type_ = form.correspondence_type;
            (
                language,
                type_,
                form.information_flow,
                form.initiated_by,
                form.attachment,
            )
        };
        assert_eq!(given(&page), given(demo));
        compared += 1;
    });
    assert!(compared > 700);
}

#[test]
fn the_postponed_ones_are_of_different_age_and_completeness() {
    let [now, ..] = NOWS;
    let records = company(now, 0);
    let mut lines = String::new();
    for id in records.ledger().postponed() {
        let entry = records.get::<LogEntry>(id).expect("an entry");
        let age = (at(now).date() - entry.date.expect("a date")).num_days();
        let contact = entry.contact.and_then(|id| records.get::<Contact>(id));
        let name = contact.map_or("", |contact| &contact.name);
        let template = entry.template.as_ref().map_or("–", |it| it.code.as_str());
        let seller = entry
            .salesperson
            .as_ref()
            .map_or("–", |it| it.code.as_str());
        let description = &entry.description;
        lines += &format!("{age} days: {name}, {template}, {seller}, {description:?}\n");
    }
    expect![[r#"
        74 days: Petri Virta, –, –, ""
        33 days: Yrjö Äijälä, INHOUSE, –, "Näyttelykäynti: mittatilauspöydät"
        12 days: Fiona Macrae, –, DW, "Plans for the Glasgow hotel"
        6 days: Anna-Maija Koivisto, ONSITE, JR, "Käynti ja mittaus: esittelykalusteet"
        3 days: Katja Hiltunen, –, PK, ""
        2 days: Oliver Bennett, OUTGOING, DW, "Follow-up on the offer: display furniture"
        2 days: Aino Lehtonen, INCOME, SL, "Kysyi toimitusajasta: terassikalusteet"
    "#]]
    .assert_eq(&lines);
}

#[test]
fn the_log_of_a_customer_reads_like_one() {
    let [now, ..] = NOWS;
    let records = company(now, 0);
    let company = records.contacts_by_no().next().expect("a contact");
    let mut lines = format!("{}\n", company.name);
    for id in records
        .ledger()
        .entries(Scope::Company(company.id))
        .take(24)
    {
        let entry = records.get::<LogEntry>(id).expect("an entry");
        let contact = entry.contact.and_then(|id| records.get::<Contact>(id));
        let date = entry.date.expect("a date");
        let time = entry.time.map(|time| time.format("%H:%M").to_string());
        let code = entry.template.as_ref().map_or("–", |it| it.code.as_str());
        let failed = if entry.attempt_failed {
            " (failed)"
        } else {
            ""
        };
        lines += &format!(
            "{date} {} {code} {}: {}{failed}; {} min\n",
            time.as_deref().unwrap_or("–"),
            contact.map_or("", |it| &it.name),
            entry.description,
            entry.duration.0,
        );
        for comment in &entry.comments {
            lines += &format!("    {}\n", comment.text);
        }
    }
    expect![[r#"
        Tunturilinna Hotelli Oy
        2025-03-10 15:20 BUS Aino Lehtonen: Kevään mallisto 2025; 30 min
        2025-03-20 – EMAIL Aino Lehtonen: Kutsu näyttelytilan avajaisiin; 1 min
        2025-04-08 08:15 OUTGOING Aino Lehtonen: Suunnitteluavun tarve: terassikalusteet; 30 min
        2025-04-11 11:20 MEETINV Ville Mäkelä: Kutsu työpajaan: terassikalusteet; 1 min
        2025-04-28 09:00 WORKSHOP Ville Mäkelä: Suunnittelutyöpaja: terassikalusteet; 300 min
        2025-05-02 10:35 ABSTRACT Ville Mäkelä: Työpajan yhteenveto: terassikalusteet; 90 min
        2025-05-05 09:30 OUTGOING Ville Mäkelä: Kuulumiset; 5 min
        2025-05-06 08:50 BUS Ville Mäkelä: Tarjous työpajan pohjalta: terassikalusteet; 30 min
            Mitat tarkistettava ennen tilausta.
        2025-05-13 10:30 INHOUSE Ville Mäkelä: Vuosisopimuksen läpikäynti; 120 min
        2025-05-16 09:30 OUTGOING Ville Mäkelä: Tarjouksen seuranta: terassikalusteet; 15 min
        2025-08-14 10:10 OUTGOING Aino Lehtonen: Vuosisopimuksen jatko; 15 min
        2025-08-18 12:15 MEETINV Aino Lehtonen: Kutsu näyttelytilaan; 1 min
        2025-09-01 13:00 INHOUSE Aino Lehtonen: Mallistoon tutustuminen; 90 min
            Toimitusjohtaja oli mukana.
        2025-09-23 10:10 OUTGOING Tunturilinna Hotelli Oy: Soitto esitteen jälkeen: ravintolasalin tuolit; 15 min
            Vertailee kolmea toimittajaa.
        2025-10-08 12:55 INCOME Tunturilinna Hotelli Oy: Tarjouspyyntö: kokoustilan pöydät; 15 min
        2025-10-10 08:30 EMAIL Ville Mäkelä: Värimallit: kokoustilan pöydät; 1 min
        2025-10-13 14:35 INCOME Ville Mäkelä: Kysyi hintoja: terassikalusteet; 5 min
            Mitat tarkistettava ennen tilausta.
        2025-10-15 12:55 EMAIL Ville Mäkelä: Kuvat ja mitat: terassikalusteet; 1 min
        2025-10-21 12:00 ONSITE Tunturilinna Hotelli Oy: Käynti ja mittaus: kokoustilan pöydät; 210 min
        2025-10-22 13:20 BUS Aino Lehtonen: Budjettitarjous: ravintolasalin tuolit; 30 min
        2025-10-22 16:10 MEMO Tunturilinna Hotelli Oy: Muistio käynnistä: kokoustilan pöydät; 15 min
            Päättäjä vaihtuu syksyllä.
        2025-10-24 13:00 ONSITE Ville Mäkelä: Mallikappaleet paikan päällä: terassikalusteet; 180 min
        2025-10-30 10:50 BUS Tunturilinna Hotelli Oy: Tarkennettu tarjous: kokoustilan pöydät; 30 min
            Päättäjä vaihtuu syksyllä.
        2025-11-03 08:15 BUS Ville Mäkelä: Tarjous: terassikalusteet; 30 min
    "#]].assert_eq(&lines);
}

/// Every page has something to show, whenever the demo is loaded.
#[test]
fn campaigns_and_segments_are_in_every_stage() {
    for (seed, now) in NOWS.into_iter().enumerate() {
        let records = company(now, seed as u64);
        assert_eq!(records.count(Table::Campaign), 4);
        assert_eq!(records.count(Table::Segment), 3, "{now}");
        assert_eq!(records.count(Table::LoggedSegment), 5);
        assert_eq!(records.count(Table::SavedCriteria), 1);
        let stages: BTreeSet<_> = records.all::<Campaign>().map(|row| row.status).collect();
        assert_eq!(stages.len(), 3);
        for segment in records.all::<Segment>() {
            let n = records.segments().n_lines(segment.id);
            assert!((3..=25).contains(&n), "{}: {n} lines", segment.description);
        }
        for id in records.segments().logged() {
            let row = records.get::<LoggedSegment>(id).expect("a row");
            let n = figures(&records, row).n_interactions;
            assert!((3..=40).contains(&n), "{}: {n}", row.description);
        }
        for kind in ClassKind::ALL {
            for key in records.classes().all(*kind) {
                assert!(records.n_contacts(key) > 0, "nobody is in {key:?}");
            }
        }
    }
}

/// What the pages of marketing show on the first day of somebody's trial.
#[test]
fn the_segments_read_like_work_that_goes_on() {
    let [now, ..] = NOWS;
    let records = company(now, 0);
    let mut lines = String::new();
    for row in records.campaigns_by_no() {
        let status = row.status.and_then(|id| records.get::<CampaignStatus>(id));
        let status = status.map_or("", |row| row.code.as_str());
        let (from, to) = (
            row.starting_date.expect("a day"),
            row.ending_date.expect("a day"),
        );
        let sum = statistics(&records, row.id);
        lines += &format!(
            "{} {} {status} {from}..{to}: {} contacted, {} answered\n",
            row.no, row.description, sum.n_contacted, sum.n_responded
        );
    }
    for id in records.segments().logged() {
        let row = records.get::<LoggedSegment>(id).expect("a row");
        let sum = figures(&records, row);
        lines += &format!(
            "{} {} {}: {} interactions\n",
            row.segment_no, row.description, row.created_on, sum.n_interactions
        );
    }
    for id in records.segments().all() {
        let row = records.get::<Segment>(id).expect("a row");
        let n = records.segments().n_lines(id);
        lines += &format!("{} {}: {n} lines\n", row.no, row.description);
        for id in records.segments().lines(id) {
            let line = records.get::<SegmentLine>(id).expect("a line");
            let own = line_edit::differing(&records, row, line);
            if !own.is_empty() {
                lines += &format!("    {} {own:?}\n", line.line_no);
            }
        }
    }
    expect![[r#"
        CP0001 Uuden näyttelytilan avajaiset CLOSED 2025-03-12..2025-05-11: 19 contacted, 0 answered
        CP0002 Terassikausi CLOSED 2026-03-17..2026-05-26: 7 contacted, 4 answered
        CP0003 Hiljainen toimisto STARTED 2026-10-19..2027-01-06: 8 contacted, 0 answered
        CP0004 Koulujen kalustekierros PLANNED 2026-12-22..2027-02-20: 0 contacted, 0 answered
        SM00001 Kutsu näyttelytilan avajaisiin 2025-03-21: 19 interactions
        SM00002 Soitto kutsutuille ostajille 2025-04-04: 7 interactions
        SM00003 Terassikalusteiden esite 2026-03-24: 7 interactions
        SM00004 Vastaukset terassikampanjaan 2026-04-10: 4 interactions
        SM00005 Hiljaisen toimiston esittely 2026-10-23: 8 interactions
        SM00006 Soitto esittelyn saaneille: 8 lines
        SM00007 Pitkään hiljaa olleet päättäjät: 9 lines
            10000 [Description, Template, Cost, Duration]
            20000 [Cost]
        SM00008 Kirje kouluille ja kirjastoille: 3 lines
    "#]]
    .assert_eq(&lines);
}

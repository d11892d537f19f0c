//! Laws of criteria: what is selected is what a look at every row would select, the preview is what
//! happens, Reduce and Refine share the lines between them, and Go Back is the inverse of each. Mixed with
//! what is done by hand: `going_back.rs`.

use super::cases;
use chrono::{DateTime, Days as NDays, NaiveDate};
use lokikirja::domain::campaign::CampaignEdit;
use lokikirja::domain::classification::{ClassEdit, ClassKey, ClassKind, Group};
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::{Contact, ContactEdit, ContactKind};
use lokikirja::domain::filter::{Days, Neutral, Value};
use lokikirja::domain::id::{self, ContactId, CriteriaActionId, SegmentId, SegmentLineId};
use lokikirja::domain::interaction::LogEntry;
use lokikirja::domain::interaction::form::{self, FormEdit, Opener};
use lokikirja::domain::interaction::template::{InteractionTemplate, TemplateEdit};
use lokikirja::domain::salesperson::{Salesperson, SalespersonEdit};
use lokikirja::domain::segment::criteria::ActionKind;
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::selection::apply::preview;
use lokikirja::domain::segment::selection::select::Selector;
use lokikirja::domain::segment::selection::{Criteria, Options, Part, Section};
use lokikirja::domain::segment::{Segment, SegmentEdit};
use lokikirja::domain::values::{ContactType, Evaluation};
use lokikirja::domain::{Command, Field, Moment, Records, Revision, decide};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

const N_COMPANIES: u8 = 4;
pub const N_CONTACTS: u8 = 11;

pub fn nth<I: From<Uuid>>(kind: u8, n: u64) -> I {
    let mut random = [kind; 10];
    random[6..].fill(0);
    id::new(1_772_000_000_000 + n, random)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).expect("a date")
}

fn moment() -> Moment {
    let local = today().and_hms_opt(10, 15, 0).expect("a time");
    Moment {
        now: DateTime::from_naive_utc_and_offset(local, chrono::Utc),
        local,
        work_date: today(),
        user: String::new(),
        my_salesperson: None,
    }
}

/// Carries a command out if it is allowed.
pub fn run(records: &mut Records, command: Command) -> bool {
    match decide(records, &moment(), command) {
        Ok(decision) => {
            records.apply(records.revision().next(), &decision.changes);
            true
        }
        Err(_) => false,
    }
}

/// A contact: its company (of a person), its city, its salesperson; excluded or blocked.
type Who = (Option<u8>, &'static str, Option<u8>, bool, bool);
/// An interaction: with whom, by which template, how many days ago, how it went, canceled.
type What = (u8, u8, u8, Option<Evaluation>, bool);

#[derive(Clone, Debug)]
pub struct World {
    contacts: Vec<Who>,
    groups: Vec<(u8, u8)>,
    log: Vec<What>,
}

pub fn world() -> impl Strategy<Value = World> {
    let who = (
        of(0..N_COMPANIES),
        select(vec!["", "Helsinki", "Turku"]),
        of(0..2u8),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.15),
    );
    let what = (
        0..N_CONTACTS,
        0..2u8,
        0..60u8,
        of(select(Evaluation::ALL)),
        prop::bool::weighted(0.2),
    );
    (
        vec(who, usize::from(N_CONTACTS)),
        vec((0..N_CONTACTS, 0..5u8), 0..20),
        vec(what, 0..16),
    )
        .prop_map(|(contacts, groups, log)| World {
            contacts,
            groups,
            log,
        })
}

fn group(n: u8) -> ClassKey {
    let n = u64::from(n);
    match n {
        0 | 1 => ClassKey::MailingGroup(nth(30, n)),
        2 => ClassKey::IndustryGroup(nth(31, n)),
        3 => ClassKey::BusinessRelation(nth(32, n)),
        _ => ClassKey::JobResponsibility(nth(33, n)),
    }
}

pub fn contact(n: u8) -> ContactId {
    nth(5, n.into())
}

pub fn build(world: &World) -> Records {
    let mut records = Records::default();
    for n in 0..2u64 {
        let code = SalespersonEdit::Code(format!("S{n}"));
        let edits = vec![code, SalespersonEdit::Name("Jo".into())];
        assert!(run(
            &mut records,
            Command::CreateSalesperson(nth(2, n), edits)
        ));
        let code = TemplateEdit::Code(format!("T{n}"));
        let edits = vec![code, TemplateEdit::Description("Call".into())];
        let template = Command::CreateInteractionTemplate(nth(4, n), edits);
        assert!(run(&mut records, template));
    }
    for n in 0..5u8 {
        let edits = vec![ClassEdit::Code(format!("G{n}"))];
        assert!(run(&mut records, Command::CreateClass(group(n), edits)));
    }
    for (n, (company, city, salesperson, excluded, _)) in (0u8..).zip(&world.contacts) {
        let mut edits = vec![ContactEdit::No(format!("C{n:02}"))];
        if n >= N_COMPANIES {
            edits.push(ContactEdit::Type(ContactType::Person));
        }
        edits.push(ContactEdit::Name(format!("Name {}", (n * 7) % 5)));
        if let (true, Some(company)) = (n >= N_COMPANIES, company) {
            edits.push(ContactEdit::Company(Some(contact(*company))));
        }
        edits.push(ContactEdit::City((*city).into()));
        edits.push(ContactEdit::Salesperson(
            salesperson.map(|n| nth(2, n.into())),
        ));
        edits.push(ContactEdit::ExcludeFromSegment(*excluded));
        assert!(run(&mut records, Command::CreateContact(contact(n), edits)));
    }
    for (who, of) in &world.groups {
        let of = Group::of(group(*of)).expect("a group");
        // Those of the other type are refused.
        run(&mut records, Command::AddToGroup(of, vec![contact(*who)]));
    }
    for (n, (who, template, ago, evaluation, canceled)) in (0u64..).zip(&world.log) {
        let entry = nth(6, n);
        let opener = Opener::Contact(contact(*who));
        let mut form = form::open(&records, &moment(), entry, opener).expect("opens");
        for edit in [
            FormEdit::Template(Some(nth(4, (*template).into()))),
            FormEdit::Salesperson(Some(nth(2, 0))),
            FormEdit::Date(Some(today() - NDays::new((*ago).into()))),
            FormEdit::Evaluation(*evaluation),
        ] {
            form.edit(&records, edit).expect("can be chosen");
        }
        let finish = Command::FinishInteraction(Box::new(form));
        assert!(run(&mut records, finish));
        if *canceled {
            let switch = Command::SwitchLogEntries(vec![entry], Revision(u64::MAX));
            assert!(run(&mut records, switch));
        }
    }
    for (n, who) in (0u8..).zip(&world.contacts) {
        let edit = ContactEdit::PrivacyBlocked(who.4);
        let block = Command::EditContact(contact(n), Revision(u64::MAX), edit);
        assert!(run(&mut records, block));
    }
    records
}

fn section() -> impl Strategy<Value = Section> {
    let filters: Vec<(Part, Field, &str)> = vec![
        (Part::Contact, Field::City, "Helsinki"),
        (Part::Contact, Field::City, "''|Turku"),
        (Part::Contact, Field::No, "C02..C07"),
        (Part::Contact, Field::Salesperson, "S0"),
        (Part::Contact, Field::Salesperson, "<>S1"),
        (Part::Contact, Field::Type, "1"),
        (Part::Contact, Field::Company, "@*name 2*"),
        (Part::MailingGroup, Field::Code, "G0"),
        (Part::MailingGroup, Field::Code, "G0|G1"),
        (Part::IndustryGroup, Field::Code, "G2"),
        (Part::BusinessRelation, Field::Code, "*"),
        (Part::JobResponsibility, Field::Code, "<>G9"),
        (Part::Interaction, Field::Template, "T0"),
        (Part::Interaction, Field::Template, "<>T1"),
        (Part::Interaction, Field::Date, "-30D.."),
        (Part::Interaction, Field::Date, "..-20D"),
        (Part::Interaction, Field::Evaluation, "0|1"),
        (Part::Interaction, Field::Evaluation, "''"),
        (Part::Interaction, Field::Canceled, "1"),
    ];
    let parts = select(Part::ALL);
    (parts, any::<bool>(), vec(select(filters), 0..8)).prop_map(|(part, absent, filters)| {
        let begin = if absent {
            Section::has_no
        } else {
            Section::has
        };
        let own = filters.into_iter().filter(|(of, ..)| *of == part).take(2);
        own.fold(begin(part), |section, (_, field, text)| {
            section.with(field, text, &Neutral).expect("a filter")
        })
    })
}

pub fn kind() -> impl Strategy<Value = ActionKind> {
    select(vec![
        ActionKind::Add,
        ActionKind::Reduce,
        ActionKind::Refine,
    ])
}

pub fn criteria() -> impl Strategy<Value = Criteria> {
    let options = any::<[bool; 5]>().prop_map(|[a, b, c, d, e]| Options {
        allow_existing: a,
        expand_companies: b,
        related_companies: c,
        ignore_exclusion: d,
        entire_companies: e,
    });
    (vec(section(), 0..4), options).prop_map(|(sections, options)| Criteria { sections, options })
}

/// True if the contact is meant, looking at every row.
fn is_meant(records: &Records, criteria: &Criteria, contact: &Contact) -> bool {
    let days = Days::of(&moment());
    criteria.sections.iter().all(|section| {
        let passes = |value: &dyn Fn(Field) -> Value<'static>| {
            let mut filters = section.filters().iter();
            filters.all(|it| it.filter.resolve(&days).matches(&value(it.field)))
        };
        let in_group = |kind: ClassKind, whose: Option<ContactId>| {
            let groups = whose.into_iter().flat_map(|id| records.groups_of(id));
            let mut groups = groups.filter(|group| group.kind() == kind);
            groups.any(|group| {
                let row = records.class(group.class()).expect("a row");
                passes(&|_| Value::Code(leaked(row.code.as_str())))
            })
        };
        let found = match section.part() {
            Part::Contact => passes(&|field| match field {
                Field::City => Value::Text(leaked(&contact.city)),
                Field::No => Value::Code(leaked(contact.no.as_str())),
                Field::Salesperson => {
                    let row = contact.salesperson;
                    let row = row.map(|id| records.get::<Salesperson>(id).expect("a row"));
                    Value::Code(row.map_or("", |row| leaked(row.code.as_str())))
                }
                Field::Type => Value::Option(Some(contact.is_person().into())),
                Field::Company => {
                    let company = match &contact.kind {
                        ContactKind::Company => Some(contact.id),
                        ContactKind::Person(person) => person.company,
                    };
                    let row = company.map(|id| records.get::<Contact>(id).expect("a row"));
                    Value::Text(row.map_or("", |row| leaked(&row.name)))
                }
                other => panic!("{other:?}"),
            }),
            Part::MailingGroup => in_group(ClassKind::MailingGroup, Some(contact.id)),
            Part::JobResponsibility => in_group(ClassKind::JobResponsibility, Some(contact.id)),
            Part::IndustryGroup => in_group(ClassKind::IndustryGroup, contact.company()),
            Part::BusinessRelation => in_group(ClassKind::BusinessRelation, contact.company()),
            Part::Interaction => records.all::<LogEntry>().any(|entry| {
                let canceled = section
                    .filters()
                    .iter()
                    .any(|it| it.field == Field::Canceled);
                entry.contact == Some(contact.id)
                    && (canceled || !entry.is_canceled())
                    && passes(&|field| match field {
                        Field::Date => Value::Date(entry.date),
                        Field::Template => {
                            let id = entry.template.as_ref().expect("a template").id;
                            let row = records.get::<InteractionTemplate>(id).expect("a row");
                            Value::Code(leaked(row.code.as_str()))
                        }
                        Field::Evaluation => Value::Option(entry.evaluation.map(|it| it as u16)),
                        Field::Canceled => Value::YesNo(entry.is_canceled()),
                        other => panic!("{other:?}"),
                    })
            }),
        };
        found != section.is_absent()
    })
}

/// A text of this test, small and for as long as it runs.
fn leaked(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

pub fn segment() -> SegmentId {
    nth(22, 0)
}

pub fn lines(records: &Records) -> Vec<SegmentLine> {
    let ids = records.segments().lines(segment());
    let rows = ids.map(|id| SegmentLine::clone(records.get::<SegmentLine>(id).expect("a line")));
    rows.collect()
}

pub fn header(records: &Records) -> Arc<Segment> {
    records.get::<Segment>(segment()).expect("a header").clone()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn what_is_selected_is_what_a_look_at_every_row_selects(world in world(), criteria in criteria()) {
        let records = build(&world);
        let expected: BTreeSet<ContactId> = records
            .all::<Contact>()
            .filter(|row| is_meant(&records, &criteria, row))
            .map(|row| row.id)
            .collect();
        let days = Days::of(&moment());
        let mut selector = Selector::new(&records, &days, &criteria);
        let asked = |selector: &Selector| -> BTreeSet<ContactId> {
            let rows = records.all::<Contact>().filter(|row| selector.matches(row));
            rows.map(|row| row.id).collect()
        };
        // One by one, in the order of the smallest index, and from one pass through the log.
        prop_assert_eq!(&asked(&selector), &expected);
        let all: Vec<ContactId> = selector.all().into_iter().map(|row| row.id).collect();
        prop_assert_eq!(all.len(), expected.len());
        prop_assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), expected.clone());
        selector.prepare(usize::MAX);
        prop_assert_eq!(asked(&selector), expected);
    }

    #[test]
    fn the_preview_is_what_happens_and_going_back_leaves_nothing_of_it(
        world in world(),
        by_hand in vec(0..N_CONTACTS, 0..9),
        steps in vec((kind(), criteria()), 1..5),
    ) {
        let mut records = build(&world);
        let campaign = vec![CampaignEdit::No("K".into())];
        run(&mut records, Command::CreateCampaign(nth(20, 0), campaign));
        let edits = vec![SegmentEdit::No("SM1".into())];
        prop_assert!(run(&mut records, Command::CreateSegment(segment(), edits)));
        for (n, who) in (0u64..).zip(by_hand) {
            run(&mut records, Command::AddSegmentLines(segment(), vec![(nth(23, n), contact(who))]));
        }
        let mut before = Vec::new();
        for (n, (kind, criteria)) in (0u64..).zip(steps) {
            let seen = lines(&records);
            let told = preview(&records, &moment(), segment(), kind, &criteria).expect("a segment");
            before.push((header(&records), seen.clone()));
            let action: CriteriaActionId = nth(24, n);
            let apply = |kind| Command::ApplyCriteria(
                segment(), Revision(u64::MAX), kind, Box::new(criteria.clone()), action,
            );
            let mut other = records.clone();
            prop_assert!(run(&mut records, apply(kind)));
            let after = lines(&records);
            prop_assert_eq!(after.len(), told.n_lines as usize);
            prop_assert_eq!(after.len().abs_diff(seen.len()), told.n_changed as usize);
            if kind == ActionKind::Add {
                let new = &after[seen.len()..];
                prop_assert_eq!(&after[..seen.len()], &seen[..]);
                for line in new {
                    let row = records.get::<Contact>(line.contact.expect("a contact")).expect("a row");
                    prop_assert!(!row.privacy_blocked);
                    prop_assert!(!row.exclude_from_segment || criteria.options.ignore_exclusion);
                    let stood = seen.iter().any(|it| it.contact == line.contact);
                    prop_assert!(!stood || criteria.options.allow_existing);
                }
                let distinct: BTreeSet<_> = new.iter().map(|line| line.contact).collect();
                prop_assert_eq!(distinct.len(), new.len());
            } else {
                // The other one takes exactly those that this one leaves.
                let opposite = match kind {
                    ActionKind::Reduce => ActionKind::Refine,
                    _ => ActionKind::Reduce,
                };
                prop_assert!(run(&mut other, apply(opposite)));
                let mut both: Vec<SegmentLineId> = after.iter().map(|line| line.id).collect();
                both.extend(lines(&other).iter().map(|line| line.id));
                both.sort_unstable();
                let mut all: Vec<SegmentLineId> = seen.iter().map(|line| line.id).collect();
                all.sort_unstable();
                prop_assert_eq!(both, all);
            }
            prop_assert_eq!(records.check(), vec![]);
        }
        for (was, lines_then) in before.into_iter().rev() {
            let back = Command::GoBackInSegment(segment(), Revision(u64::MAX));
            prop_assert!(run(&mut records, back));
            prop_assert_eq!(header(&records), was);
            prop_assert_eq!(lines(&records), lines_then);
            prop_assert_eq!(records.check(), vec![]);
        }
    }
}

/// Codes are in a table of their own; a filter never mixes them up.
#[test]
fn the_tables_of_the_world_are_what_the_filters_name() {
    let world = World {
        contacts: vec![(None, "", None, false, false); usize::from(N_CONTACTS)],
        groups: vec![(0, 2), (5, 4)],
        log: Vec::new(),
    };
    let records = build(&world);
    let by_code = |kind, code: &str| {
        let code = Code::new(code).expect("a code");
        records.classes().by_code(kind, &code)
    };
    assert_eq!(by_code(ClassKind::MailingGroup, "G2"), None);
    assert_eq!(by_code(ClassKind::IndustryGroup, "G2"), Some(group(2)));
    assert_eq!(records.n_contacts(group(4)), 1);
}

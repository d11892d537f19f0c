//! The laws of repairing: whatever was done to a company, and whatever of it is damaged, a repair leaves only what it
//! says that nobody else can know, and of a sound company nothing is other than it was.

use super::cases;
use super::commands::take;
use super::steps::{beginning, step};
use crate::desk::Desk;
use lokikirja::domain::campaign::entry::CampaignEntry;
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::{Contact, ContactKind, Person};
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::logged::LoggedSegment;
use lokikirja::domain::setup::Counters;
use lokikirja::domain::{Command, Records, Row, decide};
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::Arc;

/// What happens to the row that is drawn.
#[derive(Clone, Copy, Debug)]
enum Harm {
    /// It is lost.
    Lost,
    /// Its number, or its code, is that of the first of its kind.
    Twice,
    /// What follows from other rows does not any more.
    AtOdds,
}

fn harm() -> impl Strategy<Value = (Harm, prop::sample::Index)> {
    let harm = prop_oneof![Just(Harm::Lost), Just(Harm::Twice), Just(Harm::AtOdds)];
    (harm, any::<prop::sample::Index>())
}

/// The same rows with one of them harmed, put together anew: as from a damaged file.
fn harmed(records: &Records, harm: Harm, which: prop::sample::Index) -> Records {
    let mut rows: Vec<_> = records.rows().collect();
    let at = which.index(rows.len());
    match harm {
        Harm::Lost => drop(rows.remove(at)),
        Harm::Twice => {
            let table = rows[at].0.key().table();
            let first = rows.iter().find(|(row, _)| row.key().table() == table);
            let first = first
                .map(|(row, _)| row.clone())
                .expect("itself, if no other");
            rows[at].0 = numbered_as(rows[at].0.clone(), &first);
        }
        Harm::AtOdds => rows[at].0 = at_odds(rows[at].0.clone()),
    }
    Records::load(rows, records.revision())
}

fn numbered_as(row: Row, first: &Row) -> Row {
    macro_rules! same {
        ($($Kind:ident $field:ident),*) => {
            match (row, first) {
                $((Row::$Kind(mut row), Row::$Kind(first)) => {
                    Arc::make_mut(&mut row).$field = first.$field.clone();
                    Row::$Kind(row)
                })*
                (row, _) => row,
            }
        };
    }
    same!(
        NumberSeries code, Salesperson code, MailingGroup code, IndustryGroup code,
        BusinessRelation code, JobResponsibility code, OrganizationalLevel code, Salutation code,
        SalutationFormula language, Contact no, CampaignStatus code, Campaign no,
        InteractionGroup code, InteractionTemplate code, Segment no, SegmentLine line_no,
        CriteriaAction no, SavedCriteria code, LoggedSegment no, CampaignEntry no, LogEntry no
    )
}

fn at_odds(row: Row) -> Row {
    macro_rules! change {
        ($($Kind:ident $change:expr;)*) => {
            match row {
                $(Row::$Kind(mut row) => {
                    let change: fn(&mut $Kind) = $change;
                    change(Arc::make_mut(&mut row));
                    Row::$Kind(row)
                })*
                row => row,
            }
        };
    }
    change! {
        Counters |row| {
            row.log_entry /= 2;
            row.campaign_entry /= 2;
            row.logged_segment /= 2;
        };
        // A company becomes a person: its persons have none, and its groups may be for companies only.
        Contact |row| match row.kind {
            ContactKind::Company => row.kind = ContactKind::Person(Person::default()),
            ContactKind::Person(_) => row.name.clear(),
        };
        LogEntry |row| {
            row.no = EntryNo(0);
            row.company = None;
            row.canceled.by_segment ^= true;
            row.canceled.by_campaign_entry ^= true;
            row.description.push('!');
        };
        LoggedSegment |row| row.canceled ^= true;
        CampaignEntry |row| row.canceled_by_segment ^= true;
        Segment |row| {
            row.n_actions += 1;
            row.language = Code::new("SV").ok();
        };
        InteractionTemplate |row| row.default_language = Code::new("SV").ok();
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn after_a_repair_only_that_is_wrong_which_was_said_to_be_beyond_it(
        steps in vec(step(), 1..40),
        harms in vec(harm(), 1..12),
    ) {
        let mut desk = Desk::with("");
        for step in beginning().into_iter().chain(steps) {
            take(&mut desk, step)?;
        }
        let repair = |records: &Records| {
            let decision = decide(records, &desk.moment, Command::Repair).expect("it is done");
            let mut after = records.clone();
            if !decision.changes.is_empty() {
                after.apply(records.revision().next(), &decision.changes);
            }
            (after, decision.changes)
        };
        let (after, changes) = repair(&desk.records);
        prop_assert_eq!(changes, []);
        prop_assert_eq!(&after, &desk.records);

        let mut damaged = desk.records.clone();
        for (harm, which) in harms {
            if damaged.n_rows() > 0 {
                damaged = harmed(&damaged, harm, which);
            }
        }
        let (after, changes) = repair(&damaged);
        let left = after.check();
        prop_assert!(left.iter().all(|it| !it.remedy().is_one()), "{:?}", left);
        prop_assert_eq!(changes.is_empty(), !damaged.check().iter().any(|it| it.remedy().is_one()));
        prop_assert_eq!(&after, &Records::load(after.rows(), after.revision()));
        let (_, again) = repair(&after);
        prop_assert_eq!(again, []);
    }
}

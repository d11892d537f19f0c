//! The postponed interactions: of different age, and more or less filled in.

use super::calendar::last_working_day;
use super::history::{blank_form, form_of};
use super::people::{PARTIES, SELLERS};
use super::random::Dice;
use super::templates::Stock;
use super::{Cast, DemoStep, hour};
use crate::domain::command::Command;
use crate::domain::interaction::Comment;
use chrono::{Days, Duration, NaiveDateTime};

/// An interaction that somebody was called away from.
struct Waiting {
    /// So many days ago, on the working day before.
    days_ago: u64,
    hour: u32,
    /// The customer, by its domain.
    with: &'static str,
    template: Option<Stock>,
    text: &'static str,
    /// Somebody is responsible already.
    taken: bool,
    comment: Option<&'static str>,
}

const WAITING: &[Waiting] = &[
    waiting(
        1,
        15,
        "tunturilinna",
        Some(Stock::Income),
        "Kysyi toimitusajasta: terassikalusteet",
        true,
        None,
    ),
    waiting(
        2,
        11,
        "larkfield",
        Some(Stock::Outgoing),
        "Follow-up on the offer: display furniture",
        true,
        Some("Wants a volume discount."),
    ),
    waiting(3, 9, "jyvasranta", None, "", true, None),
    waiting(
        6,
        14,
        "pirkansisustus",
        Some(Stock::Onsite),
        "Käynti ja mittaus: esittelykalusteet",
        true,
        Some("Muista kysyä valaistuksesta."),
    ),
    waiting(
        12,
        10,
        "thistledown",
        None,
        "Plans for the Glasgow hotel",
        true,
        None,
    ),
    waiting(
        33,
        13,
        "aijalanpuusepat",
        Some(Stock::Inhouse),
        "Näyttelykäynti: mittatilauspöydät",
        false,
        None,
    ),
    waiting(
        74,
        16,
        "suolasirkka",
        None,
        "",
        false,
        Some("Mitä tästä sovittiin?"),
    ),
];

const fn waiting(
    days_ago: u64,
    hour: u32,
    with: &'static str,
    template: Option<Stock>,
    text: &'static str,
    taken: bool,
    comment: Option<&'static str>,
) -> Waiting {
    Waiting {
        days_ago,
        hour,
        with,
        template,
        text,
        taken,
        comment,
    }
}

/// All of them.
pub(super) fn waiting_interactions(
    dice: &mut Dice,
    cast: &Cast,
    now: NaiveDateTime,
) -> Vec<DemoStep> {
    WAITING
        .iter()
        .map(|it| postponed(dice, cast, now, it))
        .collect()
}

/// A postponed interaction, as far as it had got.
fn postponed(dice: &mut Dice, cast: &Cast, now: NaiveDateTime, waiting: &Waiting) -> DemoStep {
    let on = last_working_day(now.date() - Days::new(waiting.days_ago));
    let at = on.and_time(hour(waiting.hour)) + Duration::minutes(dice.between(1..=55).into());
    let index = PARTIES
        .iter()
        .position(|party| party.domain == waiting.with);
    let index = index.expect("the demo's own customers");
    let party = &PARTIES[index];
    let entry = dice.id(at);
    let mut form = match waiting.template {
        Some(template) => form_of(cast, entry, template, party),
        None => blank_form(entry),
    };
    let known = &cast.parties[index];
    form.contact = Some(known.persons.first().copied().unwrap_or(known.id));
    form.description = waiting.text.into();
    (form.date, form.time) = (Some(on), Some(at.time()));
    form.salesperson = waiting.taken.then(|| cast.sellers[party.seller]);
    form.comments.extend(waiting.comment.map(|text| Comment {
        date: Some(on),
        text: text.into(),
    }));
    DemoStep {
        at,
        by: SELLERS[party.seller].name,
        command: Command::PostponeInteraction(Box::new(form)),
    }
}

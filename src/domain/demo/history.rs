//! When what happens, and to whom: lays the stories over two years of working days, and writes
//! each interaction down as its salesperson would have.

use super::calendar::working_day;
use super::people::{PARTIES, Party, SELLERS};
use super::random::Dice;
use super::stories::{self, Beat, Mood, STORIES, Text};
use super::templates::{self, Stock};
use super::waiting::waiting_interactions;
use super::{Cast, DAYS_BACK, DemoStep, hour};
use crate::domain::command::Command;
use crate::domain::id::{ContactId, LogEntryId};
use crate::domain::interaction::Comment;
use crate::domain::interaction::form::InteractionForm;
use crate::domain::values::{Evaluation, LanguageCode, Minutes, Money};
use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};

/// What will be written down.
struct Happening {
    on: NaiveDate,
    /// Index of the customer.
    party: usize,
    template: Stock,
    mood: Mood,
    text: String,
    with: ContactId,
    /// Nobody answered.
    in_vain: bool,
}

/// All interactions up to now: the logged and the postponed ones.
pub(super) fn history(dice: &mut Dice, cast: &Cast, now: NaiveDateTime) -> Vec<DemoStep> {
    let mut happenings = Vec::new();
    for (party, row) in PARTIES.iter().enumerate() {
        for _ in 0..row.stories {
            story(dice, cast, party, &mut happenings);
        }
    }
    mailings(dice, cast, now.date(), &mut happenings);
    let mut steps: Vec<DemoStep> = happenings
        .iter()
        .map(|happening| logged(dice, cast, happening))
        .collect();
    steps.extend(waiting_interactions(dice, cast, now));
    steps.retain(|step| step.at <= now);
    steps
}

/// A story of a customer, begun on any day after they came to know each other, and mostly with one
/// and the same person.
fn story(dice: &mut Dice, cast: &Cast, party: usize, happenings: &mut Vec<Happening>) {
    let row = &PARTIES[party];
    let beats = whichever(dice);
    let matter = said(row, *dice.pick(stories::matters(row.sector)));
    let partner = contact_of(dice, cast, party);
    let mut day = dice.between(row.joins + 1..=DAYS_BACK - 1);
    for beat in beats {
        day += dice.between(beat.after.clone());
        // Finland is on holiday in July.
        let away = cast.day(day).month() == 7 && dice.chance(60);
        if away || !dice.chance(beat.chance) {
            continue;
        }
        let with = if dice.chance(75) {
            partner
        } else {
            contact_of(dice, cast, party)
        };
        let happening = |day, text: Text, in_vain| Happening {
            on: cast.day(day),
            party,
            template: beat.template,
            mood: beat.mood,
            text: said(row, text).replace("{}", matter),
            with,
            in_vain,
        };
        if beat.template == Stock::Outgoing && dice.chance(15) {
            happenings.push(happening(day, stories::NOT_REACHED, true));
            day += dice.between(1..=3);
        }
        happenings.push(happening(day, *dice.pick(beat.texts), false));
    }
}

/// One of the stories, each as often as it should be.
fn whichever(dice: &mut Dice) -> &'static [Beat] {
    let mut ticket = dice.between(1..=100);
    for (beats, share) in STORIES {
        if ticket <= *share {
            return beats;
        }
        ticket -= share;
    }
    stories::QUESTION
}

/// Letters to many on one day: the new range in March, the golf day in May.
fn mailings(dice: &mut Dice, cast: &Cast, today: NaiveDate, happenings: &mut Vec<Happening>) {
    for year in cast.first_day.year()..=today.year() {
        let range = ("Kevään mallisto", "The spring range");
        let golf = ("Kutsu golfpäivään", "Invitation to the golf day");
        for (month, day, template, share, text) in [
            (3, 10, Stock::Bus, 55, range),
            (5, 12, Stock::Golf, 35, golf),
        ] {
            let Some(day) = NaiveDate::from_ymd_opt(year, month, day) else {
                continue;
            };
            let on = working_day(day);
            for (party, row) in PARTIES.iter().enumerate() {
                let known = cast.day(row.joins) < on;
                if known && dice.chance(share) {
                    happenings.push(Happening {
                        on,
                        party,
                        template,
                        mood: Mood::None,
                        text: format!("{} {year}", said(row, text)),
                        with: contact_of(dice, cast, party),
                        in_vain: false,
                    });
                }
            }
        }
    }
}

/// The text in the language of the customer's notes.
fn said(party: &Party, (finnish, english): Text) -> &'static str {
    match party.language {
        "EN" => english,
        _ => finnish,
    }
}

/// An interaction as it is logged, mostly at once, sometimes the next morning.
fn logged(dice: &mut Dice, cast: &Cast, happening: &Happening) -> DemoStep {
    let party = &PARTIES[happening.party];
    let seller = if dice.chance(86) || party.language == "EN" {
        party.seller
    } else {
        dice.between(0..=SELLERS.len() as u32 - 2) as usize
    };
    let time = time_of(dice, happening.template);
    let begun = happening.on.and_time(time);
    let reached = !happening.in_vain;

    let mut form = form_of(cast, dice.id(begun), happening.template, party);
    form.contact = Some(happening.with);
    form.salesperson = Some(cast.sellers[seller]);
    form.description.clone_from(&happening.text);
    (form.date, form.time) = (Some(happening.on), Some(time));
    form.time_is_set = true;
    form.successful = reached;
    if reached {
        take_measure(dice, happening, &mut form);
    } else {
        form.duration = Minutes(dice.between(1..=2));
    }
    let remarks = if reached {
        stories::comments(happening.mood)
    } else {
        stories::IN_VAIN
    };
    if dice.chance(if reached { 24 } else { 70 }) {
        form.comments.push(Comment {
            date: Some(happening.on),
            text: said(party, *dice.pick(remarks)).into(),
        });
    }

    let took = Duration::minutes(i64::from(form.duration.0 + dice.between(1..=9)));
    let mut at = begun + took;
    if dice.chance(6) {
        let next = working_day(happening.on + Days::new(1));
        at = next.and_time(hour(8)) + Duration::minutes(dice.between(2..=25).into());
        form.date_is_set = true;
    }
    DemoStep {
        at,
        by: SELLERS[seller].name,
        command: Command::FinishInteraction(Box::new(form)),
    }
}

/// How long it took, what it cost and how it went, where that is not as usual.
fn take_measure(dice: &mut Dice, happening: &Happening, form: &mut InteractionForm) {
    use Evaluation::{Negative, Neutral, Positive, VeryNegative, VeryPositive};
    match happening.template {
        Stock::Income | Stock::Outgoing if dice.chance(45) => {
            form.duration = Minutes(*dice.pick(&[5, 10, 20, 25, 30, 40]));
        }
        Stock::Onsite | Stock::Inhouse if dice.chance(55) => {
            form.duration = Minutes(dice.between(3..=8) * 30);
        }
        _ => {}
    }
    if happening.template == Stock::Onsite && dice.chance(35) {
        // Travel and a lunch, to ten cents.
        form.cost = Money(i64::from(dice.between(180..=2600)) * 10);
    }
    let outcomes: &[Evaluation] = match happening.mood {
        Mood::Good => &[VeryPositive, Positive, Positive, Neutral],
        Mood::Plain => &[Positive, Neutral, Neutral, Negative],
        Mood::Bad => &[Neutral, Negative, Negative, VeryNegative],
        Mood::None => return,
    };
    if dice.chance(58) {
        form.evaluation = Some(*dice.pick(outcomes));
    }
}

/// A time of day at which such things are done.
fn time_of(dice: &mut Dice, template: Stock) -> NaiveTime {
    let minutes = match template {
        Stock::Onsite | Stock::Inhouse => 9 * 60 + 30 * dice.between(0..=9),
        Stock::Workshop => 9 * 60,
        _ => 8 * 60 + 10 + 5 * dice.between(0..=100),
    };
    hour(0) + Duration::minutes(minutes.into())
}

/// The customer itself, or more often one of its persons.
fn contact_of(dice: &mut Dice, cast: &Cast, party: usize) -> ContactId {
    let known = &cast.parties[party];
    if known.persons.is_empty() || dice.chance(22) {
        known.id
    } else {
        *dice.pick(&known.persons)
    }
}

/// The form after the template was chosen, as `form.rs` fills it.
pub(super) fn form_of(
    cast: &Cast,
    entry: LogEntryId,
    template: Stock,
    party: &Party,
) -> InteractionForm {
    let given = template.given();
    InteractionForm {
        template: Some(cast.templates[template as usize]),
        language: given.in_languages.then(|| language_for(party)),
        information_flow: given.flow,
        initiated_by: given.by,
        cost: given.cost,
        duration: given.duration,
        ..blank_form(entry)
    }
}

/// The customer's language if the templates have it, else theirs by default.
fn language_for(party: &Party) -> LanguageCode {
    templates::language(match party.language {
        "EN" => "EN",
        _ => "FI",
    })
}

/// The form with nothing in it.
pub(super) fn blank_form(entry: LogEntryId) -> InteractionForm {
    InteractionForm {
        entry,
        resumes: None,
        contact_locked: false,
        salesperson_locked: false,
        contact: None,
        template: None,
        description: String::new(),
        salesperson: None,
        language: None,
        attachment: None,
        correspondence_type: None,
        date: None,
        time: None,
        date_is_set: false,
        time_is_set: false,
        information_flow: None,
        initiated_by: None,
        evaluation: None,
        successful: true,
        cost: Money::default(),
        duration: Minutes::default(),
        comments: Vec::new(),
        campaign: None,
        campaign_locked: false,
        campaign_target: false,
        campaign_response: false,
    }
}

//! What happened with a record: its figures, and its interactions along a timeline.

use crate::domain::interaction::finish::missing;
use crate::domain::interaction::statistics::{
    Figures as Sums, figures, last_attempt, last_interaction,
};
use crate::domain::interaction::title::{Title, title};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::ledger::Scope;
use crate::domain::values::{Minutes, Money};
use crate::domain::{Field, Records, Table};
use crate::language::{Messages, explain};
use crate::ui::lists::entries::contact_name;
use crate::ui::navigate::route_part;
use crate::ui::parts::fact_box::{Figure, Figures};
use crate::ui::parts::field::ReadOnlyField;
use crate::ui::parts::reading_log::once_log_is_there;
use crate::ui::parts::timeline::{Timeline, TimelineEntry, TimelineStep};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page, Route, Sheet};
use crate::ui::screen;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

/// The tables that titles and figures are made of.
const TABLES: &[Table] = &[
    Table::LogEntry,
    Table::Contact,
    Table::Salesperson,
    Table::InteractionTemplate,
    Table::Setup,
];

/// A timeline grows by so many entries at a time.
const PAGE: usize = 20;
/// On a phone it starts with so few, because the rest of the card stands below it.
const PAGE_ON_PHONE: usize = 5;

/// Whose history: the entries, and the address of the list of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// The entries.
    pub scope: Scope,
    /// The same for an address.
    pub context: Context,
}

/// How much of the figures is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowMuch {
    /// Number, cost and duration.
    Sums,
    /// Also when the record was last in touch.
    All,
}

/// What the figures of a subject are.
#[derive(Clone, Debug, Default, PartialEq)]
struct Known {
    sums: Sums,
    currency: String,
    last: Option<NaiveDate>,
    attempt: Option<NaiveDate>,
}

/// The figures of a subject; the number of interactions leads to their list.
fn history_figures(store: Store, subject: Signal<Option<Subject>>, how_much: HowMuch) -> AnyView {
    let known = Memo::new(move |_| {
        let scope = subject.with(|subject| subject.as_ref().map(|subject| subject.scope));
        let scope = scope?;
        Some(store.read(TABLES, |records| Known {
            sums: figures(records, scope),
            currency: records.setup().currency.clone(),
            last: last_interaction(records, scope),
            attempt: last_attempt(records, scope),
        }))
    });
    let sums = Signal::derive(move || {
        let m = texts();
        let list = subject.with(|subject| {
            let context = subject.as_ref()?.context.clone();
            Some(Route::to(Page::Interactions(context)).href())
        });
        let Known { sums, currency, .. } = known.get().unwrap_or_default();
        let minutes = Minutes(u32::try_from(sums.minutes).unwrap_or(u32::MAX));
        vec![
            Figure {
                href: list,
                ..Figure::new(
                    m.format.count(sums.n_interactions.into()),
                    m.people.interactions,
                )
            },
            Figure::new(short_money(m, sums.cost, &currency), m.people.cost),
            Figure::new(hours(m, minutes), m.people.duration),
        ]
    });
    let day = move |date: fn(&Known) -> Option<NaiveDate>| {
        Signal::derive(move || {
            let m = texts();
            let date = known.with(|known| known.as_ref().and_then(date));
            date.map_or_else(|| m.people.never.to_string(), |date| m.format.date(date))
        })
    };
    let days = (how_much == HowMuch::All).then(|| {
        view! {
            <div class="pairs">
                <ReadOnlyField label=tr(|m| m.people.last_interaction) value=day(|known| known.last)/>
                <ReadOnlyField label=tr(|m| m.people.last_attempt) value=day(|known| known.attempt)/>
            </div>
        }
    });
    view! { <Figures figures=sums/> {days} }.into_any()
}

/// A sum without its hundredths from a hundred on.
fn short_money(m: &Messages, sum: Money, currency: &str) -> String {
    if sum.0.abs() < 10_000 {
        m.format.money(sum, currency)
    } else {
        m.format.whole_money(sum, currency)
    }
}

/// A long time without its minutes.
fn hours(m: &Messages, minutes: Minutes) -> String {
    let hour = 60;
    if minutes.0 < 10 * hour {
        return m.format.hours_and_minutes(minutes);
    }
    m.format
        .hours_and_minutes(Minutes((minutes.0 + hour / 2) / hour * hour))
}

/// The box beside a record: its figures, and what happened with it. `n_most` as for the timeline.
pub fn history_facts(
    store: Store,
    subject: Signal<Option<Subject>>,
    how_much: HowMuch,
    n_most: Option<usize>,
    above: AnyView,
) -> AnyView {
    view! {
        <section class="card stack" aria-label=tr(|m| m.people.figures)>
            {above}
            {once_log_is_there(store, move || {
                view! {
                    {history_figures(store, subject, how_much)}
                    <div class="stack-tight">
                        <h2 class="facts-title">{tr(|m| m.people.timeline)}</h2>
                        {history_timeline(store, subject, n_most)}
                    </div>
                }
                .into_any()
            })}
        </section>
    }
    .into_any()
}

/// How many interactions of a scope are postponed.
pub fn n_postponed(records: &Records, scope: Scope) -> u32 {
    let n_waiting = records.ledger().postponed_of(scope).len();
    u32::try_from(n_waiting).unwrap_or(u32::MAX)
}

/// An entry of the log, as far as a timeline shows it.
#[derive(Clone, Debug, PartialEq)]
struct Happened {
    no: EntryNo,
    title: Title,
    description: String,
    date: Option<NaiveDate>,
    attempt_failed: bool,
    /// What it lacks while it is postponed.
    missing: Option<Vec<Field>>,
    /// With whom, where neither subject nor title says so.
    contact: Option<String>,
}

/// The interactions of a subject, newest first, the postponed ones marked. It grows as it is read;
/// with `n_most` it ends there and leads to the list of all.
fn history_timeline(
    store: Store,
    subject: Signal<Option<Subject>>,
    n_most: Option<usize>,
) -> AnyView {
    let is_phone = untrack(screen::is_phone);
    let first = if is_phone { PAGE_ON_PHONE } else { PAGE };
    let n_wanted = RwSignal::new(n_most.map_or(first, |n| n.min(first)));
    let known = Memo::new(move |_| {
        let scope = subject.with(|subject| subject.as_ref().map(|subject| subject.scope));
        let (Some(scope), n_wanted) = (scope, n_wanted.get()) else {
            return (Vec::new(), false);
        };
        store.read(TABLES, |records| {
            let mut ids = records.ledger().entries(scope).rev();
            let newest: Vec<_> = ids.by_ref().take(n_wanted).collect();
            let entries = newest.iter().filter_map(|id| records.get::<LogEntry>(*id));
            let happened = entries.map(|entry| happened(records, entry, scope));
            (happened.collect::<Vec<_>>(), ids.next().is_some())
        })
    });
    // A form opens in front of the page that is shown, and leaves its list as it is.
    let here = route_part(Route::without_sheet);
    let entries = Signal::derive(move || {
        let (m, today) = (texts(), store.moment().today());
        let here = here.get();
        known.with(|(happened, _)| {
            let shown = happened.iter().map(|each| words(m, &here, today, each));
            shown.collect::<Vec<_>>()
        })
    });
    let has_more = Signal::derive(move || known.with(|(_, more)| *more));
    let is_empty = move || known.with(|(happened, _)| happened.is_empty());
    let more = move |()| n_wanted.update(|n| *n += PAGE);
    let timeline = move || match n_most {
        None => view! { <Timeline
            entries=entries
            on_more=Callback::new(more)
            has_more=has_more
            endless=!is_phone
        /> },
        Some(_) => view! { <Timeline entries=entries/> },
    };
    let all = move || {
        n_most?;
        let context = subject.with(|subject| subject.as_ref().map(|s| s.context.clone()))?;
        let scope = subject.with(|subject| subject.as_ref().map(|s| s.scope))?;
        let n = store.read(&[Table::LogEntry], |records| {
            figures(records, scope).n_interactions
        });
        let href = Route::to(Page::Interactions(context)).href();
        has_more.get().then(|| {
            view! { <a class="more-link" href=href>{tr_with(move |m| (m.people.show_all_n)(n))}</a> }
        })
    };
    view! {
        <Show
            when=move || !is_empty()
            fallback=|| view! { <p class="muted">{tr(|m| m.people.timeline_empty)}</p> }
        >
            {timeline()}
            {all}
        </Show>
    }
    .into_any()
}

fn happened(records: &Records, entry: &LogEntry, scope: Scope) -> Happened {
    let is_own = match scope {
        Scope::Person(id) | Scope::Company(id) => entry.contact == Some(id),
        _ => false,
    };
    let title = match (title(records, entry), scope) {
        // On the card of a salesperson it goes without saying by whom.
        (Title::Outbound { what, .. }, Scope::Salesperson(_)) => Title::Plain { what },
        (title, _) => title,
    };
    let is_said = is_own || matches!(title, Title::Inbound { .. });
    let contact = entry.contact.filter(|_| !is_said);
    let contact = contact_name(records, contact);
    Happened {
        no: entry.no,
        title,
        description: entry.description.clone(),
        date: entry.date,
        attempt_failed: entry.attempt_failed,
        missing: entry.is_postponed().then(|| missing(records, entry)),
        contact: Some(contact.to_owned()).filter(|name| !name.is_empty()),
    }
}

fn words(m: &'static Messages, here: &Route, today: NaiveDate, each: &Happened) -> TimelineEntry {
    let title = explain::title(m, &each.title);
    let when = each.date.map_or_else(String::new, |date| {
        if date.year() == today.year() {
            m.format.day_and_month(date)
        } else {
            m.format.date(date)
        }
    });
    let contact = each.contact.as_deref().unwrap_or_default();
    let failed = if each.attempt_failed {
        m.terms.attempt_failed
    } else {
        ""
    };
    let lacking = each.missing.as_deref().unwrap_or_default();
    let lacking: Vec<&str> = lacking
        .iter()
        .map(|field| (m.terms.field)(*field))
        .collect();
    let lacking = match lacking.is_empty() {
        true => String::new(),
        false => (m.people.missing)(&lacking.join(", ").to_lowercase()),
    };
    let detail = [contact, &each.description, failed, &lacking];
    let detail: Vec<&str> = detail.into_iter().filter(|part| !part.is_empty()).collect();
    let is_postponed = each.missing.is_some();
    TimelineEntry {
        key: each.no.to_string(),
        title: match is_postponed {
            true => (m.people.postponed)(&title),
            false => title,
        },
        detail: detail.join(" · "),
        when,
        tone: if is_postponed {
            Tone::Warn
        } else {
            Tone::Accent
        },
        href: Some(Route::to(Page::Interaction(each.no)).href()),
        step: is_postponed.then(|| TimelineStep {
            label: m.people.resume.into(),
            href: here.with(Sheet::Resume(each.no)).href(),
        }),
    }
}

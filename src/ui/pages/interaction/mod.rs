//! One log entry: all that was recorded, with the records it speaks of (`mentions.rs`).

mod mentions;

use self::mentions::{Pair, campaign, contact, group, logged_segment, salesperson, template};
use crate::browser::clock;
use crate::browser::names::language_name;
use crate::domain::contact::Contact;
use crate::domain::id::LogEntryId;
use crate::domain::interaction::statistics::scope_of;
use crate::domain::interaction::title::title;
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::{Field, Records, Table};
use crate::language::{Messages, explain};
use crate::ui::action::{Action, register};
use crate::ui::cards::closing::closes_to;
use crate::ui::cards::pickers::capitalised;
use crate::ui::cards::walking::neighbours;
use crate::ui::navigate::open_sheet;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::fact_box::{FactBox, Figure, Figures};
use crate::ui::parts::field::ReadOnlyField;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Card;
use crate::ui::parts::timeline::{Timeline, TimelineEntry};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;

/// The tables whose rows the page shows.
const TABLES: &[Table] = &[
    Table::LogEntry,
    Table::Contact,
    Table::Salesperson,
    Table::InteractionTemplate,
    Table::InteractionGroup,
    Table::Campaign,
    Table::LoggedSegment,
    Table::Setup,
];
/// So many other entries of the contact stand beside.
const MAX_BESIDE: usize = 6;

/// The page of one log entry.
#[component]
pub fn Interaction(
    /// The open company.
    store: Store,
    /// The entry's number.
    no: EntryNo,
) -> impl IntoView {
    let id = store.memo(&[Table::LogEntry], move |records| {
        records.ledger().by_no(no)
    });
    move || match id.get() {
        Some(id) => page(store, id, no),
        None => no_record(|m| (m.terms.record)(Table::LogEntry), no.to_string()),
    }
}

fn page(store: Store, id: LogEntryId, no: EntryNo) -> AnyView {
    let is_postponed = read(store, id, |_, _, entry| entry.is_postponed());
    let is_canceled = read(store, id, |_, _, entry| entry.is_canceled());
    let failed = read(store, id, |_, _, entry| entry.attempt_failed);
    let heading = read(store, id, |m, records, entry| {
        explain::title(m, &title(records, entry))
    });
    let when = read(store, id, |m, _, entry| when(m, entry));
    let resume = Callback::new(move |()| open_sheet(Sheet::Resume(no)));
    let create = Callback::new(move |()| open_sheet(Sheet::Create(From::LogEntry(no))));
    let resume = Action::new(|m| m.logbook.resume.into(), resume)
        .icon(Icon::Resume)
        .kind(ButtonKind::Primary);
    let create = Action::new(|m| m.create.title.into(), create)
        .icon(Icon::Plus)
        .kind(ButtonKind::Primary);
    closes_to(Page::Interactions(Context::All));
    let walk = neighbours::<LogEntry>(store, id, "interactions", |row| Page::Interaction(row.no));
    let buttons = move || {
        if is_postponed.get() {
            register(resume).button()
        } else {
            register(create).button()
        }
    };
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <p class="page-crumbs">
                    <a href=Route::to(Page::Interactions(Context::All)).href()>
                        {tr(|m| (m.terms.records)(Table::LogEntry))}
                    </a>
                    " › " {no.to_string()}
                </p>
                <h1>{heading}</h1>
                <p class="page-sub cluster">
                    <span>{when}</span>
                    <Show when=move || failed.get()>
                        <Badge text=tr(|m| m.terms.attempt_failed) tone=Tone::Warn/>
                    </Show>
                    <Show when=move || is_postponed.get()>
                        <Badge text=tr(|m| m.logbook.postponed) tone=Tone::Warn/>
                    </Show>
                    <Show when=move || is_canceled.get()>
                        <Badge text=tr(|m| (m.terms.field)(Field::Canceled)) tone=Tone::Warn/>
                    </Show>
                </p>
            </div>
            <div class="page-actions">{buttons} {walk}</div>
        </header>
        <div class="page-body">
            <div class="stack">{general(store, id)} {comments(store, id)} {details(store, id)}</div>
            <aside class="page-facts stack">{figures(store, id)} {beside(store, id)}</aside>
        </div>
    }
    .into_any()
}

/// Something of the entry in the user's language, followed.
fn read<T: Default + PartialEq + Send + Sync + 'static>(
    store: Store,
    id: LogEntryId,
    read: impl Fn(&Messages, &Records, &LogEntry) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let entry = records.get::<LogEntry>(id);
            entry.map_or_else(T::default, |entry| read(m, records, entry))
        })
    })
}

fn when(m: &Messages, entry: &LogEntry) -> String {
    match (entry.date, entry.time) {
        (Some(date), Some(time)) => {
            format!(
                "{} {}",
                m.format.weekday_and_date(date),
                m.format.time(time)
            )
        }
        (Some(date), None) => m.format.weekday_and_date(date),
        (None, _) => String::new(),
    }
}

/// What a pair shows of an entry.
type Shown = fn(&Messages, &Records, &LogEntry) -> Option<Pair>;

fn pair(store: Store, id: LogEntryId, label: Signal<String>, shown: Shown) -> AnyView {
    let pair = read(store, id, shown);
    let value = move || pair.get().map_or_else(String::new, |pair| pair.value);
    let href = Signal::derive(move || pair.get().and_then(|pair| pair.href));
    view! { <ReadOnlyField label=label value=Signal::derive(value) href=href/> }.into_any()
}

fn general(store: Store, id: LogEntryId) -> AnyView {
    let field = move |field: Field, shown: Shown| {
        let label = tr_with(move |m| (m.terms.field)(field).into());
        pair(store, id, label, shown)
    };
    view! {
        <Card title=tr(|m| m.logbook.general)>
            <div class="pairs">
                {field(Field::Contact, |m, records, entry| contact(m, records, entry.contact))}
                {field(Field::Company, |m, records, entry| contact(m, records, entry.company))}
                {field(Field::Template, template)}
                {field(Field::Group, group)}
                {field(Field::Description, |_, _, entry| Some(Pair::plain(&entry.description)))}
                {field(Field::Salesperson, salesperson)}
                {field(Field::Evaluation, |m, _, entry| {
                    Some(Pair::plain((m.terms.evaluation)(entry.evaluation?)))
                })}
                {field(Field::Successful, |m, _, entry| {
                    let words = &m.logbook;
                    Some(Pair::plain(if entry.attempt_failed { words.no } else { words.yes }))
                })}
            </div>
        </Card>
    }
    .into_any()
}

fn details(store: Store, id: LogEntryId) -> AnyView {
    let field = move |field: Field, shown: Shown| {
        let label = tr_with(move |m| (m.terms.field)(field).into());
        pair(store, id, label, shown)
    };
    let named = move |label: fn(&'static Messages) -> &'static str, shown: Shown| {
        pair(store, id, tr_with(move |m| label(m).into()), shown)
    };
    view! {
        <Card title=tr(|m| m.logbook.details)>
            <div class="pairs">
                {named(|m| m.logbook.entry_no, |_, _, entry| Some(Pair::plain(entry.no.to_string())))}
                {field(Field::Date, |m, _, entry| Some(Pair::plain(m.format.date(entry.date?))))}
                {field(Field::Time, |m, _, entry| Some(Pair::plain(m.format.time(entry.time?))))}
                {field(Field::InformationFlow, |m, _, entry| {
                    Some(Pair::plain((m.terms.information_flow)(entry.information_flow?)))
                })}
                {field(Field::InitiatedBy, |m, _, entry| {
                    Some(Pair::plain((m.terms.initiated_by)(entry.initiated_by?)))
                })}
                {field(Field::Language, |_, _, entry| {
                    let code = entry.language.as_ref()?;
                    let name = language_name(code.as_str(), language());
                    Some(Pair::plain(capitalised(&name)))
                })}
                {field(Field::CorrespondenceType, |m, _, entry| {
                    Some(Pair::plain((m.terms.correspondence_type)(entry.correspondence_type?)))
                })}
                {field(Field::Campaign, campaign)}
                {field(Field::LoggedSegment, logged_segment)}
                {named(|m| m.logbook.written_by, |_, _, entry| Some(Pair::plain(&entry.user)))}
                {named(|m| m.logbook.written_at, |m, _, entry| {
                    let at = clock::local(entry.written_at);
                    Some(Pair::plain(m.format.date_and_time(at)))
                })}
            </div>
        </Card>
    }
    .into_any()
}

fn comments(store: Store, id: LogEntryId) -> AnyView {
    let comments = read(store, id, |m, _, entry| {
        let dated = entry.comments.iter().map(|comment| {
            let date = comment
                .date
                .map_or_else(String::new, |date| m.format.date(date));
            (comment.text.clone(), date)
        });
        dated.collect::<Vec<_>>()
    });
    let rows = move || {
        let rows = comments.get();
        if rows.is_empty() {
            return view! { <p class="muted">{tr(|m| m.logbook.no_comments)}</p> }.into_any();
        }
        let row = |(text, date): (String, String)| {
            view! {
                <li class="row">
                    <span class="row-text">{text}</span>
                    <span class="row-end">{date}</span>
                </li>
            }
        };
        view! { <ul class="rows">{rows.into_iter().map(row).collect_view()}</ul> }.into_any()
    };
    view! { <Card title=tr(|m| m.logbook.comments)>{rows}</Card> }.into_any()
}

fn figures(store: Store, id: LogEntryId) -> AnyView {
    let figures = read(store, id, |m, records, entry| {
        let figure = |value: String, field: Field| Figure::new(value, (m.terms.field)(field));
        let currency = &records.setup().currency;
        vec![
            figure(m.format.money(entry.cost, currency), Field::Cost),
            figure(m.format.minutes(entry.duration), Field::Duration),
        ]
    });
    view! {
        <FactBox title=tr(|m| m.logbook.figures)>
            <Figures figures=figures/>
        </FactBox>
    }
    .into_any()
}

/// The latest other interactions of the same contact.
fn beside(store: Store, id: LogEntryId) -> AnyView {
    let lines = read(store, id, |m, records, entry| {
        let Some(contact) = entry.contact else {
            return Vec::new();
        };
        let others = records.ledger().entries(scope_of(records, contact)).rev();
        others
            .filter(|other| *other != entry.id)
            .filter_map(|other| records.get::<LogEntry>(other))
            .take(MAX_BESIDE)
            .map(|other| line(m, records, other))
            .collect()
    });
    let all = read(store, id, |_, records, entry| {
        let contact = records.get::<Contact>(entry.contact?)?;
        Some(Route::to(Page::Interactions(Context::Contact(contact.no.clone()))).href())
    });
    let link = move || {
        let href = all.get()?;
        Some(view! { <a class="more-link" href=href>{tr(|m| m.parts.show_all)}</a> })
    };
    view! {
        <Show when=move || !lines.read().is_empty()>
            <FactBox title=tr(|m| m.logbook.of_contact)>
                <Timeline entries=lines/>
                {link}
            </FactBox>
        </Show>
    }
    .into_any()
}

fn line(m: &Messages, records: &Records, entry: &LogEntry) -> TimelineEntry {
    let date = entry
        .date
        .map_or_else(String::new, |date| m.format.date(date));
    let tone = if entry.is_postponed() {
        Tone::Warn
    } else {
        Tone::Accent
    };
    TimelineEntry {
        key: entry.id.to_string(),
        title: explain::title(m, &title(records, entry)),
        detail: entry.description.clone(),
        when: date,
        tone,
        href: Some(Route::to(Page::Interaction(entry.no)).href()),
        step: None,
    }
}

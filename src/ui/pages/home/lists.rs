//! The latest interactions of all, and the records opened last on this device.

use crate::browser::clock;
use crate::browser::recent::{self, Recent};
use crate::domain::contact::Contact;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::{Records, Table};
use crate::ui::called::called;
use crate::ui::lists::entries::contact_name;
use crate::ui::parts::avatar::{Avatar, AvatarShape};
use crate::ui::parts::button::{ButtonKind, LinkButton};
use crate::ui::parts::sections::Card;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use chrono::NaiveDate;
use leptos::prelude::*;

/// So many rows each list shows.
const N_ROWS: usize = 6;

/// A row of either list.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    href: String,
    name: String,
    shape: AvatarShape,
    detail: String,
    end: String,
}

/// The interactions logged last.
pub(super) fn latest(store: Store) -> AnyView {
    const TABLES: &[Table] = &[Table::LogEntry, Table::Contact];
    let entries = store.memo(TABLES, |records| {
        let last = records.ledger().logged().rev().take(N_ROWS);
        last.filter_map(|id| entry_line(records, records.get::<LogEntry>(id)?))
            .collect::<Vec<_>>()
    });
    let lines = move || {
        let today = store.moment().today();
        let shown = entries.get().into_iter().map(|(line, date)| Line {
            end: date
                .map(|date| texts().format.near_day(date, today))
                .unwrap_or_default(),
            ..line
        });
        shown.collect::<Vec<_>>()
    };
    let actions = || {
        view! {
            <LinkButton
                label=tr(|m| m.home.all_entries)
                href=Route::to(Page::Interactions(Context::All)).href()
                kind=ButtonKind::Quiet
            />
        }
    };
    view! {
        <Card title=tr_with(|m| m.home.latest.into()) actions=actions>
            {rows(Signal::derive(lines), |m| m.home.latest_empty)}
        </Card>
    }
    .into_any()
}

fn entry_line(records: &Records, entry: &LogEntry) -> Option<(Line, Option<NaiveDate>)> {
    let contact = entry.contact.and_then(|id| records.get::<Contact>(id));
    let name = contact_name(records, entry.contact).to_owned();
    let line = Line {
        href: Route::to(Page::Interaction(entry.no)).href(),
        name,
        shape: shape(contact.map(|contact| &**contact)),
        detail: entry.description.clone(),
        end: String::new(),
    };
    Some((line, entry.date))
}

fn shape(contact: Option<&Contact>) -> AvatarShape {
    match contact {
        Some(contact) if !contact.is_person() => AvatarShape::Square,
        _ => AvatarShape::Round,
    }
}

/// The records opened last on this device.
pub(super) fn recent(store: Store) -> AnyView {
    const TABLES: &[Table] = &[
        Table::Contact,
        Table::Salesperson,
        Table::InteractionTemplate,
        Table::LogEntry,
        Table::Segment,
    ];
    let opened = recent::recent(&store.company_untracked().database);
    let lines = move || {
        store.read(TABLES, |records| {
            let shown = opened.iter().filter_map(|one| recent_line(records, one));
            shown.take(N_ROWS).collect::<Vec<_>>()
        })
    };
    view! {
        <Card title=tr_with(|m| m.home.recent.into())>
            {rows(Signal::derive(lines), |m| m.home.recent_empty)}
        </Card>
    }
    .into_any()
}

/// What a remembered address shows now; none if its record is gone.
fn recent_line(records: &Records, opened: &Recent) -> Option<Line> {
    let m = texts();
    let (name, kind, shape) = match Route::parse(&opened.address).page {
        Page::Contact(no) => {
            let contact = records.contact_by_no(&no)?;
            (contact.name.clone(), Table::Contact, shape(Some(contact)))
        }
        Page::Salesperson(code) => {
            let row = records.get::<Salesperson>(records.salesperson_by_code(&code)?)?;
            (row.name.clone(), Table::Salesperson, AvatarShape::Round)
        }
        Page::Template(code) => {
            let row = records.get::<InteractionTemplate>(records.template_by_code(&code)?)?;
            (
                row.description.clone(),
                Table::InteractionTemplate,
                AvatarShape::Square,
            )
        }
        Page::Interaction(no) => (
            entry_name(records, no)?,
            Table::LogEntry,
            AvatarShape::Square,
        ),
        Page::Segment(no) => {
            let row = records.get::<Segment>(records.segments().by_no(&no)?)?;
            let name = called(&row.description, row.no.as_str()).to_string();
            (name, Table::Segment, AvatarShape::Square)
        }
        _ => return None,
    };
    Some(Line {
        href: opened.address.clone(),
        name,
        shape,
        detail: (m.terms.record)(kind).into(),
        end: m.format.time(clock::local(opened.at).time()),
    })
}

fn entry_name(records: &Records, no: EntryNo) -> Option<String> {
    let entry = records.get::<LogEntry>(records.ledger().by_no(no)?)?;
    Some(entry.description.clone())
}

fn rows(
    lines: Signal<Vec<Line>>,
    empty: fn(&'static crate::language::Messages) -> &'static str,
) -> AnyView {
    let row = |line: Line| {
        view! {
            <li>
                <a class="row" href=line.href>
                    <Avatar name=line.name.clone() shape=line.shape/>
                    <div class="row-text">
                        <div class="row-title">{line.name}</div>
                        <div class="row-detail">{line.detail}</div>
                    </div>
                    <span class="row-end figures">{line.end}</span>
                </a>
            </li>
        }
    };
    (move || {
        let lines = lines.get();
        if lines.is_empty() {
            view! { <p class="muted">{tr(empty)}</p> }.into_any()
        } else {
            view! { <ul class="rows">{lines.into_iter().map(row).collect_view()}</ul> }.into_any()
        }
    })
    .into_any()
}

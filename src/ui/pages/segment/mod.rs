//! The card of a segment: what all its lines get, the lines, and what can be done with them.
//!
//! `fields.rs` has the sections of the header, `languages.rs` its languages, `lines/` the lines,
//! `line.rs` one of them, `log.rs` Log Segment and `logging.rs` how far it is, `exporting.rs` their contacts as a file, `criteria/`
//! how contacts come in and leave by criteria.

pub mod criteria;
mod exporting;
mod fields;
mod languages;
mod line;
mod lines;
mod log;
mod logging;

use self::criteria::{criteria_actions, criteria_box};
use self::exporting::export_dialog;
use self::fields::{campaign, general, interaction};
use self::line::line_sheet;
use self::lines::LinesPage;
use self::log::log_sheet;
use crate::domain::code::SegmentNo;
use crate::domain::id::SegmentId;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::{Segment as Row, question};
use crate::domain::values::{Minutes, Money};
use crate::domain::{Command, Table};
use crate::ui::action::{Action, register};
use crate::ui::called::called;
use crate::ui::cards::asking::Asker;
use crate::ui::cards::closing::closes_to;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::following::{Addressed, followed};
use crate::ui::cards::removing::{Removal, removal_question, segment_removal};
use crate::ui::cards::walking::neighbours;
use crate::ui::navigate::{current_route, open_sheet};
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::fact_box::{FactBox, Figure, Figures};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::MoreMenu;
use crate::ui::route::{Page, Recipients, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

type Open = Editing<Row>;

static ADDRESSED: Addressed<Row, SegmentNo> = Addressed {
    code_in: |page| match page {
        Page::Segment(no) => Some(no),
        _ => None,
    },
    find: |records, no| records.segments().by_no(no),
    code_of: |row| &row.no,
    page: Page::Segment,
};

/// The page of the segment that the address names.
#[component]
pub fn Segment(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let id = followed(store, &ADDRESSED);
    move || match id.get() {
        Some(id) => card(store, id),
        None => {
            let no = untrack(|| match current_route().page {
                Page::Segment(no) => no.to_string(),
                _ => String::new(),
            });
            no_record(|m| (m.terms.record)(Table::Segment), no)
        }
    }
}

fn card(store: Store, id: SegmentId) -> AnyView {
    let asker = Asker::of_page();
    let card: Open = Editing::asking(store, id, Command::EditSegment, question::of_edit, asker);
    let removal = RwSignal::new(None::<Removal>);
    let heading = card.read(|row| called(&row.description, row.no.as_str()).to_string());
    let delete = Callback::new(move |()| removal.set(segment_removal(store, id)));
    let delete = Action::new(|m| m.segment_pages.delete_segment.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger);
    let delete = register(delete);
    let lines = LinesPage::new(store, id, asker);
    let lead = RwSignal::new(None);
    let refresh = Callback::new(move |()| lines.refresh());
    let none = Signal::derive(move || {
        (!lines.is_any()).then(|| texts().segment_pages.no_lines.to_string())
    });
    let refresh = Action::new(|m| m.segment_pages.refresh.into(), refresh)
        .icon(Icon::Restart)
        .blocked(none);
    let refresh = register(refresh);
    let no_contacts = store.memo(&[Table::SegmentLine], move |records| {
        let lines = records.segments().lines(id);
        let mut lines = lines.filter_map(|id| records.get::<SegmentLine>(id));
        lines.all(|line| line.contact.is_none())
    });
    let no_contacts = Signal::derive(move || {
        no_contacts
            .get()
            .then(|| texts().export.no_contacts.to_string())
    });
    let exporting = RwSignal::new(false);
    let export = Callback::new(move |()| exporting.set(true));
    let export = Action::new(|m| m.export.contacts.into(), export)
        .icon(Icon::Download)
        .blocked(no_contacts);
    let export = register(export);
    let to = card.read(|row| Some(row.no.clone()));
    let paper = move |page: fn(Recipients) -> Page| {
        let page = move || to.get().map(|no| page(Recipients::Segment(no)));
        Signal::derive(move || Route::to(page().unwrap_or(Page::Segments)).href())
    };
    let labels = Action::link(|m| m.print.print_labels.into(), paper(Page::Labels));
    let labels = register(labels.icon(Icon::Print));
    let sheets = Action::link(
        |m| m.print.print_cover_sheets.into(),
        paper(Page::CoverSheets),
    );
    let sheets = register(sheets.icon(Icon::Print));
    let log = Callback::new(|()| open_sheet(Sheet::LogSegment));
    let log = Action::new(|m| m.segment_pages.log.into(), log)
        .icon(Icon::Interaction)
        .kind(ButtonKind::Primary);
    let log = register(log);
    closes_to(Page::Segments);
    let walk = neighbours::<Row>(store, id, "segments", |row| Page::Segment(row.no.clone()));
    let more = Signal::derive(move || {
        let items = [export, labels, sheets, refresh, delete];
        items.map(|action| action.menu_item()).to_vec()
    });
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::Segments).href()>
                        {tr(|m| (m.terms.records)(Table::Segment))}
                    </a>
                </nav>
                <h1>{heading}</h1>
                <p class="page-sub">{subtitle(store, card)}</p>
            </div>
            <div class="page-actions">
                {log.button()} {criteria_actions(store, id)}
                <MoreMenu items=more/>
                {walk}
            </div>
        </header>
        <div class="page-body">
            <div class="stack">
                {general(store, card)} {interaction(store, card)} {campaign(store, card)}
                {lines.view()}
            </div>
            <aside class="page-facts" aria-label=tr(|m| m.logbook.figures)>
                <div class="stack">{criteria_box(store, id)} {totals(store, id)}</div>
            </aside>
        </div>
        {line_sheet(store, id, lines, lead)}
        {log_sheet(store, id, lines, lead)}
        {export_dialog(store, id, exporting)}
        {asker.dialog()}
        {removal_question(store, removal, Some(Page::Segments))}
    }
    .into_any()
}

/// Number, how many lines and criteria actions, salesperson, date.
fn subtitle(store: Store, card: Open) -> impl Fn() -> String + Copy {
    let id = card.id();
    let head = card.read(|row| {
        let no = row.no.to_string();
        (no, row.n_actions, row.salesperson, row.date)
    });
    let n_lines = store.memo(&[Table::SegmentLine], move |records| {
        u32::try_from(records.segments().n_lines(id)).unwrap_or(u32::MAX)
    });
    move || {
        let m = texts();
        let (no, n_actions, salesperson, date) = head.get();
        let salesperson = store.read(&[Table::Salesperson], |records| {
            let row = salesperson.and_then(|id| records.get::<Salesperson>(id));
            row.map_or_else(String::new, |row| row.name.clone())
        });
        let parts = [
            no,
            (m.segment_pages.lines)(n_lines.get()),
            match n_actions {
                0 => String::new(),
                n => (m.terms.n_records)(Table::CriteriaAction, n),
            },
            salesperson,
            date.map_or_else(String::new, |date| m.format.date(date)),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }
}

/// What all lines come to.
fn totals(store: Store, id: SegmentId) -> AnyView {
    let sums = store.memo(&[Table::SegmentLine], move |records| {
        let lines = records.segments().lines(id);
        let lines = lines.filter_map(|id| records.get::<SegmentLine>(id));
        lines.fold((0_u32, 0_i64, 0_u32), |(n, cost, minutes), line| {
            let minutes = minutes.saturating_add(line.duration.0);
            (n + 1, cost + line.cost.0, minutes)
        })
    });
    let figures = Signal::derive(move || {
        let m = texts();
        let (n, cost, minutes) = sums.get();
        let currency = store.read(&[Table::Setup], |records| records.setup().currency.clone());
        vec![
            Figure::new(m.format.count(n.into()), m.segment_pages.interactions),
            Figure::new(m.format.whole_money(Money(cost), &currency), m.people.cost),
            Figure::new(
                m.format.hours_and_minutes(Minutes(minutes)),
                m.people.duration,
            ),
        ]
    });
    view! {
        <FactBox title=tr(|m| m.segment_pages.totals)>
            <Figures figures=figures/>
        </FactBox>
    }
    .into_any()
}

//! The card of a campaign: its fields, what came of it, its entries and its segments.

mod entries;

use self::entries::entries;
use crate::domain::campaign::statistics::figures;
use crate::domain::campaign::{Campaign as Row, CampaignEdit, CampaignStatus};
use crate::domain::code::CampaignNo;
use crate::domain::id::CampaignId;
use crate::domain::segment::Segment;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::values::Minutes;
use crate::domain::{Command, Field, Table};
use crate::ui::action::{Action, register};
use crate::ui::cards::closing::closes_to;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::following::{Addressed, followed};
use crate::ui::cards::pickers::salesperson_field;
use crate::ui::cards::removing::{Removal, campaign_removal, removal_question};
use crate::ui::navigate::current_route;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::fact_box::{FactBox, Figure, Figures};
use crate::ui::parts::field::TextKind;
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::MoreMenu;
use crate::ui::parts::sections::Section;
use crate::ui::parts::timeline::{Timeline, TimelineEntry};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

type Open = Editing<Row>;

static ADDRESSED: Addressed<Row, CampaignNo> = Addressed {
    code_in: |page| match page {
        Page::Campaign(no) => Some(no),
        _ => None,
    },
    find: |records, no| records.campaign_by_no(no).map(|row| row.id),
    code_of: |row| &row.no,
    page: Page::Campaign,
};

/// The page of the campaign that the address names.
#[component]
pub fn Campaign(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let id = followed(store, &ADDRESSED);
    move || match id.get() {
        Some(id) => card(store, id),
        None => {
            let no = untrack(|| match current_route().page {
                Page::Campaign(no) => no.to_string(),
                _ => String::new(),
            });
            no_record(|m| (m.terms.record)(Table::Campaign), no)
        }
    }
}

fn card(store: Store, id: CampaignId) -> AnyView {
    let card: Open = Editing::new(store, id, Command::EditCampaign);
    let removal = RwSignal::new(None::<Removal>);
    let no = card.read(|row| row.no.to_string());
    let description = card.read(|row| row.description.clone());
    let heading = Signal::derive(move || match description.get() {
        text if text.is_empty() => no.get(),
        text => text,
    });
    let subtitle = move || {
        let m = texts();
        let dates = card.read(|row| (row.starting_date, row.ending_date)).get();
        let date = |date: Option<chrono::NaiveDate>| {
            date.map_or_else(String::new, |date| m.format.date(date))
        };
        let span = match dates {
            (None, None) => String::new(),
            (from, to) => format!("{} – {}", date(from), date(to)),
        };
        let parts = [no.get(), span.trim().to_string()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    };
    let log = move || {
        let no = CampaignNo::new(&no.get()).ok();
        Route::to(Page::Interactions(
            no.map_or(Context::All, Context::Campaign),
        ))
        .href()
    };
    let log = register(
        Action::link(
            |m| (m.terms.records)(Table::LogEntry).into(),
            Signal::derive(log),
        )
        .icon(Icon::Interaction)
        .keys(crate::ui::keys::LOG_ENTRIES),
    );
    let delete = Callback::new(move |()| removal.set(campaign_removal(store, id)));
    let delete = Action::new(|m| m.campaign_pages.delete.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger);
    let delete = register(delete);
    closes_to(Page::Campaigns);
    let more = Signal::derive(move || vec![delete.menu_item()]);
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::Campaigns).href()>
                        {tr(|m| (m.terms.records)(Table::Campaign))}
                    </a>
                </nav>
                <h1>{heading}</h1>
                <p class="page-sub">{subtitle}</p>
            </div>
            <div class="page-actions">{log.button()} <MoreMenu items=more/></div>
        </header>
        <div class="page-body">
            <div class="stack">{general(store, card)} {entries(store, id)}</div>
            <aside class="page-facts" aria-label=tr(|m| m.logbook.figures)>
                <div class="stack">{statistics(store, id)} {segments(store, id)}</div>
            </aside>
        </div>
        {removal_question(store, removal, Some(Page::Campaigns))}
    }
    .into_any()
}

fn general(store: Store, card: Open) -> AnyView {
    let description = card.line(
        Field::Description,
        |row| row.description.clone(),
        CampaignEdit::Description,
    );
    let no = card.code(Field::No, |row| row.no.to_string(), CampaignEdit::No);
    let salesperson = card.record(
        Field::Salesperson,
        |row| row.salesperson,
        CampaignEdit::Salesperson,
    );
    let status = card.record(Field::Status, |row| row.status, CampaignEdit::Status);
    let starting = card.date(
        Field::StartingDate,
        |row| row.starting_date,
        CampaignEdit::StartingDate,
    );
    let ending = card.date(
        Field::EndingDate,
        |row| row.ending_date,
        CampaignEdit::EndingDate,
    );
    let statuses = Signal::derive(move || {
        let none = SelectOption::new("", texts().campaign_pages.none);
        store.read(&[Table::CampaignStatus], |records| {
            let mut rows: Vec<_> = records.all::<CampaignStatus>().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            let option = |row: &std::sync::Arc<CampaignStatus>| {
                let label = match row.description.as_str() {
                    "" => row.code.as_str(),
                    text => text,
                };
                SelectOption::new(row.id.to_string(), label)
            };
            let rows = rows.into_iter().map(option);
            std::iter::once(none).chain(rows).collect::<Vec<_>>()
        })
    });
    view! {
        <Section title=tr(|m| m.campaign_pages.general) open=true>
            <div class="fields">
                <div class="field-double">{description.text(100)}</div>
                {no.required().typed(20, TextKind::Code)}
                {starting.date()} {ending.date()}
                {salesperson_field(store, salesperson)}
                {status.select(statuses)}
            </div>
        </Section>
    }
    .into_any()
}

fn statistics(store: Store, id: CampaignId) -> AnyView {
    let sums = store.memo(&[Table::LogEntry], move |records| figures(records, id));
    let shown = Signal::derive(move || {
        let m = texts();
        let t = &m.campaign_pages;
        let sums = sums.get();
        let currency = store.read(&[Table::Setup], |records| records.setup().currency.clone());
        let figure = |value: String, label: &str| Figure {
            value,
            label: label.to_string(),
            ..Figure::default()
        };
        let minutes = Minutes(u32::try_from(sums.minutes).unwrap_or(u32::MAX));
        vec![
            figure(m.format.count(sums.n_contacted.into()), t.contacted),
            figure(m.format.count(sums.n_responded.into()), t.responded),
            figure((t.rate)(sums.response_rate_tenths()), t.response_rate),
            figure(m.format.count(sums.n_interactions.into()), t.interactions),
            figure(m.format.whole_money(sums.cost, &currency), t.cost),
            figure(m.format.hours_and_minutes(minutes), t.duration),
        ]
    });
    view! {
        <FactBox title=tr(|m| m.campaign_pages.statistics)>
            <Figures figures=shown/>
        </FactBox>
    }
    .into_any()
}

/// The segments of the campaign: the open ones, then those its entries came from.
fn segments(store: Store, id: CampaignId) -> AnyView {
    let tables = &[Table::Segment, Table::LoggedSegment, Table::CampaignEntry];
    let rows = Memo::new(move |_| {
        let m = texts();
        store.read(tables, |records| {
            let open = records.segments().all();
            let open = open.filter_map(|id| records.get::<Segment>(id));
            let is_its = |row: &&std::sync::Arc<Segment>| {
                row.campaign
                    .as_ref()
                    .is_some_and(|mention| mention.id == id)
            };
            let open = open.filter(is_its).map(|row| TimelineEntry {
                key: row.id.to_string(),
                title: row.description.clone(),
                detail: row.no.to_string(),
                tone: Tone::Warn,
                href: Some(Route::to(Page::Segment(row.no.clone())).href()),
                ..TimelineEntry::default()
            });
            let entries = records.campaign_entries().of_campaign(id);
            let registers = entries.filter_map(|id| {
                let entry = records.get::<crate::domain::campaign::entry::CampaignEntry>(id)?;
                records.get::<LoggedSegment>(entry.register?)
            });
            let logged = registers.map(|row| TimelineEntry {
                key: row.id.to_string(),
                title: row.description.clone(),
                detail: format!("{} · {}", row.segment_no, m.campaign_pages.logged),
                when: m.format.date(row.created_on),
                tone: Tone::Accent,
                href: Some(Route::to(Page::LoggedSegment(row.no)).href()),
                ..TimelineEntry::default()
            });
            open.chain(logged).collect::<Vec<_>>()
        })
    });
    let none = || view! { <p class="muted">{tr(|m| m.campaign_pages.no_segments)}</p> };
    view! {
        <FactBox title=tr_with(|m| m.campaign_pages.segments.into())>
            <Show when=move || !rows.read().is_empty() fallback=none>
                <Timeline entries=rows/>
            </Show>
        </FactBox>
    }
    .into_any()
}

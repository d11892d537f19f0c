//! The card of a campaign: what it is, what came of it, and all that belongs to it.
//!
//! `facts.rs` has the statistics, `entries.rs` the log of the campaign, `segments.rs` its segments.

mod entries;
mod facts;
mod segments;

use self::entries::EntriesPage;
use self::facts::facts;
use self::segments::segments;
use crate::domain::campaign::entry::CampaignEntry;
use crate::domain::campaign::{Campaign as Row, CampaignEdit};
use crate::domain::code::CampaignNo;
use crate::domain::id::CampaignId;
use crate::domain::salesperson::Salesperson;
use crate::domain::{Command, Field, Table};
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::called::called;
use crate::ui::cards::actions::layout;
use crate::ui::cards::closing::closes_to;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::following::{Addressed, followed};
use crate::ui::cards::new_segment::new_segment;
use crate::ui::cards::removing::{
    Removal, campaign_entries_removal, campaign_removal, removal_question,
};
use crate::ui::cards::salespeople::salesperson_field;
use crate::ui::cards::statuses::{status_field, status_name};
use crate::ui::cards::switching::Switching;
use crate::ui::cards::walking::neighbours;
use crate::ui::keys;
use crate::ui::navigate::{current_route, open_sheet, route_part};
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::field::TextKind;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::MoreMenu;
use crate::ui::parts::sections::Section;
use crate::ui::route::{Context, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use chrono::NaiveDate;
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
    let switching = Switching::of_page(store);
    let removal = RwSignal::new(None::<Removal>);
    let removal_of_entries = RwSignal::new(None::<Removal>);
    let is_new = route_part(|route| route.sheet == Some(Sheet::New));
    let heading = card.read(|row| called(&row.description, row.no.as_str()).to_string());
    closes_to(Page::Campaigns);
    let walk = neighbours::<Row>(store, id, "campaigns", |row| Page::Campaign(row.no.clone()));
    let entries = EntriesPage::new(store, id, switching, removal_of_entries);
    let main =
        move || view! { {general(store, card)} {entries.view()} {segments(store, id)} }.into_any();
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::Campaigns).href()>
                        {tr(|m| (m.terms.records)(Table::Campaign))}
                    </a>
                </nav>
                <h1>{heading}</h1>
                <p class="page-sub">{subtitle(store, card)}</p>
            </div>
            <div class="page-actions">{actions(store, card, entries, removal, removal_of_entries)} {walk}</div>
        </header>
        {layout(main, move || facts(store, card))}
        <Show when=move || is_new.get()>{new_segment(store, Some(id))}</Show>
        {switching.dialog()}
        {removal_question(store, removal_of_entries, None)}
        {removal_question(store, removal, Some(Page::Campaigns))}
    }
    .into_any()
}

/// Number, status, dates, salesperson.
fn subtitle(store: Store, card: Open) -> impl Fn() -> String + Copy {
    let row = card.read(|row| Some(row.clone()));
    move || {
        let m = texts();
        let Some(row) = row.get() else {
            return String::new();
        };
        let tables = &[Table::Salesperson, Table::CampaignStatus];
        let (status, salesperson) = store.read(tables, |records| {
            let its = row.salesperson;
            let its = its.and_then(|id| records.get::<Salesperson>(id));
            let name = its.map_or_else(String::new, |row| row.name.clone());
            (status_name(records, row.status), name)
        });
        let dates = dates(m, row.starting_date, row.ending_date);
        let parts = [row.no.to_string(), status, dates, salesperson];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }
}

fn dates(m: &Messages, first: Option<NaiveDate>, last: Option<NaiveDate>) -> String {
    let text = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| m.format.date(date));
    match (first, last) {
        (None, None) => String::new(),
        (first, last) => format!("{}–{}", text(first), text(last)),
    }
}

fn actions(
    store: Store,
    card: Open,
    entries: EntriesPage,
    removal: RwSignal<Option<Removal>>,
    removal_of_entries: RwSignal<Option<Removal>>,
) -> AnyView {
    let id = card.id();
    let new = Callback::new(|()| open_sheet(Sheet::New));
    let new = Action::new(|m| m.campaign_pages.new_segment.into(), new)
        .icon(Icon::Plus)
        .kind(ButtonKind::Primary)
        .keys(keys::NEW);
    let new = register(new);
    let no = card.read(|row| Some(row.no.clone()));
    let log = Signal::derive(move || {
        let context = no.get().map_or(Context::All, Context::Campaign);
        Route::to(Page::Interactions(context)).href()
    });
    let log = Action::link(|m| (m.terms.records)(Table::LogEntry).into(), log)
        .icon(Icon::Interaction)
        .keys(keys::LOG_ENTRIES);
    let log = register(log);
    let is_any = store.memo(&[Table::CampaignEntry], move |records| {
        let entries = records.campaign_entries().of_campaign(id);
        let mut entries = entries.filter_map(|id| records.get::<CampaignEntry>(id));
        entries.any(|entry| entry.is_canceled())
    });
    let none = Signal::derive(move || {
        (!is_any.get()).then(|| texts().campaign_pages.none_canceled.to_string())
    });
    let delete_entries = Callback::new(move |()| {
        removal_of_entries.set(campaign_entries_removal(store, id));
    });
    let delete_entries = Action::new(|m| m.campaign_pages.delete_canceled.into(), delete_entries)
        .icon(Icon::Delete)
        .blocked(none);
    let delete_entries = register(delete_entries);
    let delete = Callback::new(move |()| removal.set(campaign_removal(store, id)));
    let delete = Action::new(|m| m.campaign_pages.delete_campaign.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger);
    let delete = register(delete);
    let more = Signal::derive(move || {
        vec![
            log.menu_item(),
            entries.switch().menu_item(),
            delete_entries.menu_item(),
            delete.menu_item(),
        ]
    });
    view! { {new.button()} <MoreMenu items=more/> }.into_any()
}

fn general(store: Store, card: Open) -> AnyView {
    let description = card.line(
        Field::Description,
        |row| row.description.clone(),
        CampaignEdit::Description,
    );
    let no = card.code(Field::No, |row| row.no.to_string(), CampaignEdit::No);
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
    let salesperson = card.record(
        Field::Salesperson,
        |row| row.salesperson,
        CampaignEdit::Salesperson,
    );
    let status = card.record(Field::Status, |row| row.status, CampaignEdit::Status);
    view! {
        <Section title=tr(|m| m.campaign_pages.general) open=true>
            <div class="fields">
                <div class="field-double">{description.text(100)}</div>
                {no.required().typed(20, TextKind::Code)} {status_field(store, status)}
                {starting.date()} {ending.date()} {salesperson_field(store, salesperson)}
            </div>
        </Section>
    }
    .into_any()
}

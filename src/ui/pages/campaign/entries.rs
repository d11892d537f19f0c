//! The log of a campaign: an entry for each segment that was logged for it, and one for the
//! interactions that were logged by themselves.

use crate::domain::campaign::Campaign;
use crate::domain::campaign::entry::{CampaignEntry, figures};
use crate::domain::filter::{Filter, Kind, Neutral, Value};
use crate::domain::id::CampaignId;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::values::Minutes;
use crate::domain::{Command, Field, Records, Table};
use crate::language::{Lang, Messages};
use crate::ui::action::{Action, register};
use crate::ui::cards::removing::{Removal, campaign_entries_removal, tell_not_canceled};
use crate::ui::cards::switching::Switching;
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Extras, Line, SmallList, chosen, small_list_with};
use crate::ui::parts::badge::badge;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, RowKey, Selection, SortBy, Width};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, ListState, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

const TABLES: &[Table] = &[
    Table::CampaignEntry,
    Table::Campaign,
    Table::LoggedSegment,
    Table::LogEntry,
    Table::Setup,
];

/// The entries on the page. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct EntriesPage {
    store: Store,
    campaign: CampaignId,
    lines: Memo<Arc<Vec<Line>>>,
    selected: RwSignal<Selection>,
    active: RwSignal<Option<RowKey>>,
    removal: RwSignal<Option<Removal>>,
    switch: Action,
}

impl EntriesPage {
    /// The entries of a campaign, the last one first, on the page that asks before checkmarks are
    /// switched and before what is canceled is deleted.
    pub fn new(
        store: Store,
        campaign: CampaignId,
        switching: Switching,
        removal: RwSignal<Option<Removal>>,
    ) -> Self {
        let lines = Memo::new(move |_| {
            let m = texts();
            store.read(TABLES, |records| {
                let ids = records.campaign_entries().of_campaign(campaign);
                let rows = ids.filter_map(|id| records.get::<CampaignEntry>(id));
                let mut lines: Vec<Line> = rows.map(|row| line(m, records, row)).collect();
                lines.reverse();
                Arc::new(lines)
            })
        });
        let selected = RwSignal::new(Selection::new());
        let active = RwSignal::new(None::<RowKey>);
        let chosen = chosen(lines, selected, active);
        let switch = Callback::new(move |()| {
            let ids = chosen.with_untracked(|keys| keys.iter().copied().map(id_of).collect());
            let seen = store.peek(Records::revision);
            switching.ask(Command::SwitchCampaignEntries(ids, seen));
        });
        let none_chosen = Signal::derive(move || {
            let is_none = chosen.with(Vec::is_empty);
            is_none.then(|| texts().campaign_pages.choose_entry.to_string())
        });
        let switch = Action::new(|m| m.campaign_pages.switch_canceled.into(), switch)
            .icon(Icon::Cancel)
            .blocked(none_chosen);
        Self {
            store,
            campaign,
            lines,
            selected,
            active,
            removal,
            switch: register(switch),
        }
    }

    /// Switches the checkmarks of the entries that are chosen.
    pub fn switch(self) -> Action {
        self.switch
    }

    /// Draws them.
    pub fn view(self) -> AnyView {
        let Self {
            store, campaign, ..
        } = self;
        let label = tr_with(|m| (m.terms.records)(Table::CampaignEntry).into());
        let delete = Callback::new(move |key| match untrack(|| is_canceled(store, key)) {
            true => self.removal.set(campaign_entries_removal(store, campaign)),
            false => tell_not_canceled(),
        });
        let state = move |key| {
            if is_canceled(store, key) {
                "canceled"
            } else {
                ""
            }
        };
        let heading = move || view! { <h2 class="list-heading-text">{label}</h2> };
        small_list_with(
            store,
            SmallList {
                name: "campaign-entries",
                label,
                fields: Signal::derive(fields),
                lines: self.lines,
                own_sort: Some(SortBy {
                    column: "no",
                    descending: true,
                }),
                cell: Some(Callback::new(move |(key, column)| cell(store, key, column))),
                on_open: None,
                on_active: Some(Callback::new(move |key| self.active.set(Some(key)))),
                on_delete: Some(delete),
                empty: empty.into(),
            },
            Extras {
                selected: Some(self.selected),
                row_state: Some(Callback::new(state)),
                before_filters: heading.into(),
                selection_actions: (move || self.switch.button()).into(),
                row_actions: Vec::new(),
            },
        )
    }
}

fn empty() -> AnyView {
    view! {
        <EmptyState
            icon=Icon::Campaign
            title=tr(|m| m.campaign_pages.no_entries)
            text=tr(|m| m.campaign_pages.no_entries_detail)
        />
    }
    .into_any()
}

fn is_canceled(store: Store, key: RowKey) -> bool {
    store.read(&[Table::CampaignEntry], |records| {
        let row = records.get::<CampaignEntry>(id_of(key));
        row.is_some_and(|row| row.is_canceled())
    })
}

fn cell(store: Store, key: RowKey, column: &'static str) -> Option<AnyView> {
    let is_mark = column == "canceled" && is_canceled(store, key);
    is_mark.then(|| badge((texts().terms.field)(Field::Canceled), Tone::Warn))
}

fn fields() -> Vec<ListField> {
    let called = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind)
    };
    let whole = Kind::Number { decimals: 0 };
    let money = Kind::Number { decimals: 2 };
    let (code, text) = (Kind::Code, Kind::Text);
    // What the number of interactions is called differs in length.
    let n = match language() {
        Lang::Fi => 132,
        Lang::En => 106,
    };
    vec![
        called("no", tr(|m| m.logbook.entry_no_short), 84, whole)
            .end()
            .gives_way(1),
        ListField::of("date", Field::Date, Width::Px(108), Kind::Date).phone(PhonePlace::End),
        ListField::of("description", Field::Description, Width::Grow(150), text)
            .phone(PhonePlace::Title),
        ListField::of("segment", Field::SegmentNo, Width::Px(104), code).hidden(),
        called("n", tr(|m| m.campaign_pages.n_interactions), n, whole)
            .end()
            .phone(PhonePlace::Detail),
        ListField::of("cost", Field::Cost, Width::Px(96), money)
            .end()
            .phone(PhonePlace::Detail),
        ListField::of("duration", Field::Duration, Width::Px(102), whole).end(),
        ListField::of("salesperson", Field::Salesperson, Width::Px(98), code).hidden(),
        called("user", tr(|m| m.campaign_pages.logged_by), 120, text).hidden(),
        ListField::of("canceled", Field::Canceled, Width::Px(102), Kind::YesNo)
            .phone(PhonePlace::Detail),
    ]
}

fn line(m: &'static Messages, records: &Records, row: &CampaignEntry) -> Line {
    let sum = figures(records, row);
    let minutes = Minutes(u32::try_from(sum.minutes).unwrap_or(u32::MAX));
    let currency = &records.setup().currency;
    let count = |n: u32| Cell::figure(m.format.count(n.into()), n.into());
    let segment = row.segment_no.as_ref();
    let salesperson = row.salesperson.as_ref();
    let canceled = if row.is_canceled() { m.logbook.yes } else { "" };
    let title = match (row.description.as_str(), segment) {
        ("", None) => m.segments.loose_interactions,
        ("", Some(no)) => no.as_str(),
        (description, _) => description,
    };
    let code = |code: Option<&str>| Cell::code(code.unwrap_or_default());
    Line {
        key: key_of(row.id),
        href: href(records, row),
        cells: vec![
            ("no", count(row.no.0)),
            ("date", Cell::date(m, row.date)),
            ("description", Cell::text(title)),
            ("segment", code(segment.map(|no| no.as_str()))),
            (
                "n",
                count(sum.n_interactions)
                    .on_card((m.terms.n_records)(Table::LogEntry, sum.n_interactions)),
            ),
            (
                "cost",
                Cell::figure(m.format.money(sum.cost, currency), sum.cost.0),
            ),
            (
                "duration",
                Cell::figure(m.format.hours_and_minutes(minutes), minutes.0.into()),
            ),
            (
                "salesperson",
                code(salesperson.map(|its| its.code.as_str())),
            ),
            ("user", Cell::text(&row.user)),
            ("canceled", Cell::yes_no(canceled, row.is_canceled())),
        ],
    }
}

/// An entry leads to its logged segment, or to its interactions in the log.
fn href(records: &Records, row: &CampaignEntry) -> String {
    let register = row.register.and_then(|id| records.get::<LoggedSegment>(id));
    if let Some(logged) = register {
        return Route::to(Page::LoggedSegment(logged.no)).href();
    }
    let campaign = records.get::<Campaign>(row.campaign);
    let context = campaign.map_or(Context::All, |row| Context::Campaign(row.no.clone()));
    // Blank for those that were logged by themselves.
    let segment = row.segment_no.as_ref().map_or("", |no| no.as_str());
    let mut list = ListState::default();
    if let Some(filter) = Filter::equal(Kind::Code, Value::Code(segment)) {
        list.filter("segment", filter.print(&Neutral));
    }
    Route {
        list,
        ..Route::to(Page::Interactions(context))
    }
    .href()
}

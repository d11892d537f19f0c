//! Campaigns: the list.

use crate::domain::campaign::Campaign;
use crate::domain::campaign::statistics::figures;
use crate::domain::filter::Kind;
use crate::domain::salesperson::Salesperson;
use crate::domain::values::Minutes;
use crate::domain::{Field, Records, Table};
use crate::language::Messages;
use crate::ui::called::called;
use crate::ui::cards::new_campaign::new_campaign;
use crate::ui::cards::new_record::NewRecord;
use crate::ui::cards::removing::{Removal, campaign_removal, removal_question};
use crate::ui::cards::statuses::status_name;
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::parts::button::LinkButton;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

const TABLES: &[Table] = &[
    Table::Campaign,
    Table::CampaignStatus,
    Table::Salesperson,
    Table::LogEntry,
    Table::Setup,
];

/// The page of campaigns.
#[component]
pub fn Campaigns(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let removal = RwSignal::new(None::<Removal>);
    let new = NewRecord::on_page(|m| m.campaign_pages.new_campaign);
    let is_new = new.is_asked();
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let rows = records.campaigns_by_no();
            Arc::new(rows.map(|row| line(m, records, row)).collect::<Vec<_>>())
        })
    });
    let label = tr_with(|m| (m.terms.records)(Table::Campaign).into());
    let list = small_list(
        store,
        SmallList {
            name: "campaigns",
            label,
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "no",
                descending: false,
            }),
            cell: None,
            on_open: None,
            on_active: None,
            on_delete: Some(Callback::new(move |key| {
                removal.set(campaign_removal(store, id_of(key)));
            })),
            empty: (move || {
                new.empty(
                    Icon::Campaign,
                    |m| m.campaign_pages.no_campaigns,
                    |m| m.campaign_pages.no_campaigns_detail,
                )
            })
            .into(),
        },
    );
    let is_any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{label}</h1>
                <p class="page-sub">{tr(|m| m.campaign_pages.campaigns_detail)}</p>
            </div>
            <div class="page-actions">
                <Show when=move || is_any.get()>{new.button()}</Show>
                <LinkButton
                    label=tr(|m| (m.terms.records)(Table::CampaignStatus))
                    href=Route::to(Page::CampaignStatuses).href()
                />
            </div>
        </header>
        <div class="page-body page-fill">{list}</div>
        <Show when=move || is_new.get()>{new_campaign(store)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let called = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind)
    };
    let (code, text) = (Kind::Code, Kind::Text);
    let whole = Kind::Number { decimals: 0 };
    let money = Kind::Number { decimals: 2 };
    vec![
        ListField::of("no", Field::No, Width::Px(106), code).phone(PhonePlace::End),
        ListField::of("description", Field::Description, Width::Grow(190), text)
            .phone(PhonePlace::Title),
        called("status", tr(|m| m.campaign_pages.status_short), 124, text)
            .phone(PhonePlace::Detail),
        ListField::of("salesperson", Field::Salesperson, Width::Px(100), code),
        ListField::of("starting", Field::StartingDate, Width::Px(122), Kind::Date)
            .phone(PhonePlace::Detail),
        ListField::of("ending", Field::EndingDate, Width::Px(116), Kind::Date).gives_way(3),
        called("contacted", tr(|m| m.campaign_pages.contacted), 104, whole)
            .end()
            .gives_way(2),
        called("responded", tr(|m| m.campaign_pages.responded), 108, whole)
            .end()
            .gives_way(1),
        called(
            "rate",
            tr(|m| m.campaign_pages.response_rate),
            136,
            Kind::Number { decimals: 1 },
        )
        .end()
        .phone(PhonePlace::Detail),
        called("n", tr(|m| m.campaign_pages.n_interactions), 130, whole)
            .end()
            .hidden(),
        ListField::of("cost", Field::Cost, Width::Px(120), money)
            .end()
            .hidden(),
        ListField::of("duration", Field::Duration, Width::Px(110), whole)
            .end()
            .hidden(),
    ]
}

fn line(m: &'static Messages, records: &Records, row: &Campaign) -> Line {
    let sum = figures(records, row.id);
    let salesperson = row.salesperson;
    let salesperson = salesperson.and_then(|id| records.get::<Salesperson>(id));
    let salesperson = salesperson.map_or_else(String::new, |row| row.code.to_string());
    let minutes = Minutes(u32::try_from(sum.minutes).unwrap_or(u32::MAX));
    let currency = &records.setup().currency;
    let count = |n: u32| Cell::figure(m.format.count(n.into()), n.into());
    let rate = i64::try_from(sum.response_rate_tenths()).unwrap_or(i64::MAX);
    let rate_text = (m.campaign_pages.percent)(&m.format.decimal(rate, 1));
    let rate_on_card = format!("{}: {rate_text}", m.campaign_pages.response_rate);
    // The link to its card needs a name.
    let title = called(&row.description, row.no.as_str());
    Line {
        key: key_of(row.id),
        href: Route::to(Page::Campaign(row.no.clone())).href(),
        cells: vec![
            ("no", Cell::code(&row.no)),
            ("description", Cell::text(title)),
            ("status", Cell::text(status_name(records, row.status))),
            ("salesperson", Cell::code(salesperson)),
            ("starting", Cell::date(m, row.starting_date)),
            ("ending", Cell::date(m, row.ending_date)),
            ("contacted", count(sum.n_contacted)),
            ("responded", count(sum.n_responded)),
            ("rate", Cell::figure(rate_text, rate).on_card(rate_on_card)),
            ("n", count(sum.n_interactions)),
            (
                "cost",
                Cell::figure(m.format.money(sum.cost, currency), sum.cost.0),
            ),
            (
                "duration",
                Cell::figure(m.format.hours_and_minutes(minutes), minutes.0.into()),
            ),
        ],
    }
}

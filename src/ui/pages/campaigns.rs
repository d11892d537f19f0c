//! The list of campaigns.

use crate::browser::clock;
use crate::domain::campaign::statistics::figures;
use crate::domain::campaign::{Campaign, CampaignEdit, CampaignStatus};
use crate::domain::filter::Kind;
use crate::domain::id::CampaignId;
use crate::domain::salesperson::Salesperson;
use crate::domain::{Command, Field, Records, Table};
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::cards::creating::Creating;
use crate::ui::cards::numbers::number_field;
use crate::ui::cards::pickers::salesperson_field;
use crate::ui::cards::reading;
use crate::ui::cards::removing::{Removal, campaign_removal, removal_question};
use crate::ui::keys;
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::navigate::{close_sheet, open_sheet, replace, route_part};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::route::{Page, Route, Sheet};
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
    let is_new = route_part(|route| route.sheet == Some(Sheet::New));
    let removal = RwSignal::new(None::<Removal>);
    let create = Callback::new(|()| open_sheet(Sheet::New));
    let new_action = register(
        Action::new(|m| m.campaign_pages.new_campaign.into(), create)
            .icon(Icon::Plus)
            .kind(ButtonKind::Primary)
            .keys(keys::NEW),
    );
    let statuses = register(Action::link(
        |m| (m.terms.records)(Table::CampaignStatus).into(),
        Route::to(Page::CampaignStatuses).href(),
    ));
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let rows = records.campaigns_by_no().rev();
            Arc::new(rows.map(|row| line(m, records, row)).collect::<Vec<_>>())
        })
    });
    let empty = move || {
        let actions = move || {
            view! {
                <Button
                    label=tr(|m| m.campaign_pages.new_campaign)
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    on_press=create
                />
            }
        };
        view! {
            <EmptyState
                icon=Icon::Campaign
                title=tr(|m| m.campaign_pages.no_campaigns)
                text=tr(|m| m.campaign_pages.no_campaigns_detail)
                actions=actions
            />
        }
    };
    let list = small_list(
        store,
        SmallList {
            name: "campaigns",
            label: tr_with(|m| (m.terms.records)(Table::Campaign).into()),
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "no",
                descending: true,
            }),
            cell: None,
            on_open: None,
            on_active: None,
            on_delete: Some(Callback::new(move |key| {
                removal.set(campaign_removal(store, id_of(key)));
            })),
            empty: empty.into(),
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::Campaign))}</h1>
                <p class="page-sub">{tr(|m| m.campaign_pages.detail)}</p>
            </div>
            <div class="page-actions">
                <Show when=move || lines.with(|lines| !lines.is_empty())>
                    {new_action.button()}
                </Show>
                {statuses.button()}
            </div>
        </header>
        <div class="page-body page-fill">{list}</div>
        <Show when=move || is_new.get()>{new_campaign(store)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let counted = |id: &'static str, title: Signal<&'static str>, px: u32| {
        let whole = Kind::Number { decimals: 0 };
        ListField::called(
            id,
            tr_with(move |_| capitalised(title.get())),
            Width::Px(px),
            whole,
        )
        .end()
    };
    let (code, text) = (Kind::Code, Kind::Text);
    let money = Kind::Number { decimals: 2 };
    vec![
        ListField::of("no", Field::No, Width::Px(100), code).phone(PhonePlace::End),
        ListField::of("description", Field::Description, Width::Grow(200), text)
            .phone(PhonePlace::Title),
        ListField::of("starting", Field::StartingDate, Width::Px(120), Kind::Date)
            .end()
            .phone(PhonePlace::Detail),
        ListField::of("ending", Field::EndingDate, Width::Px(120), Kind::Date).end(),
        ListField::of("status", Field::Status, Width::Px(112), text).phone(PhonePlace::Detail),
        ListField::of("salesperson", Field::Salesperson, Width::Px(104), code),
        counted("contacted", tr(|m| m.campaign_pages.contacted), 104),
        counted("responded", tr(|m| m.campaign_pages.responded), 110),
        ListField::of("cost", Field::Cost, Width::Px(110), money).end(),
    ]
}

/// A word as the heading of a column.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn line(m: &'static Messages, records: &Records, row: &Campaign) -> Line {
    let salesperson = row
        .salesperson
        .and_then(|id| records.get::<Salesperson>(id));
    let salesperson = salesperson.map_or_else(String::new, |row| row.code.to_string());
    let status = row.status.and_then(|id| records.get::<CampaignStatus>(id));
    let status = status.map_or_else(String::new, |row| match row.description.as_str() {
        "" => row.code.to_string(),
        text => text.to_string(),
    });
    let sums = figures(records, row.id);
    let count = |n: u32| Cell::figure(m.format.count(n.into()), n.into());
    // The link to its card needs a name.
    let title = match row.description.as_str() {
        "" => row.no.as_str(),
        description => description,
    };
    Line {
        key: key_of(row.id),
        href: Route::to(Page::Campaign(row.no.clone())).href(),
        cells: vec![
            ("no", Cell::code(&row.no)),
            ("description", Cell::text(title)),
            ("starting", Cell::date(m, row.starting_date)),
            ("ending", Cell::date(m, row.ending_date)),
            ("status", Cell::text(status)),
            ("salesperson", Cell::code(salesperson)),
            ("contacted", count(sums.n_contacted)),
            ("responded", count(sums.n_responded)),
            (
                "cost",
                Cell::figure(
                    m.format.money(sums.cost, &records.setup().currency),
                    sums.cost.0,
                ),
            ),
        ],
    }
}

/// The dialog of a new campaign; its card opens once it is created.
fn new_campaign(store: Store) -> AnyView {
    let id: CampaignId = clock::new_id();
    let new = Creating::<CampaignEdit>::new(store);
    let description = new.line(Field::Description, CampaignEdit::Description);
    let mine = store.peek(|records| {
        let mine = store.moment().my_salesperson?;
        let row = records.get::<Salesperson>(mine)?;
        row.is_available().then_some(mine)
    });
    let salesperson = new.bind(
        Field::Salesperson,
        mine.map_or_else(String::new, |id| id.to_string()),
        reading::record(CampaignEdit::Salesperson),
    );
    let no = new.code(Field::No, CampaignEdit::No);
    let no = number_field(
        store,
        no,
        |setup| setup.campaign_nos,
        |m| m.campaign_pages.no_hint,
    );
    let fields = view! {
        <div class="stack">
            {description.required().autofocus().text(100)}
            <div class="fields">{salesperson_field(store, salesperson)} {no}</div>
        </div>
    };
    let made = move |_| {
        let no = store.peek(|records| Some(records.get::<Campaign>(id)?.no.clone()));
        match no {
            Some(no) => replace(Route::to(Page::Campaign(no))),
            None => close_sheet(),
        }
    };
    new.dialog(
        tr(|m| m.campaign_pages.new_campaign),
        move |edits| Command::CreateCampaign(id, edits),
        Callback::new(made),
        Callback::new(|()| close_sheet()),
        fields.into_any(),
    )
}

//! The entries of a campaign: each counts the interactions of one logged segment, or those that were
//! logged by themselves.

use crate::domain::campaign::entry::{CampaignEntry, figures};
use crate::domain::filter::Kind;
use crate::domain::id::{CampaignEntryId, CampaignId};
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::values::Minutes;
use crate::domain::{Command, Field, Records, Table};
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, Width};
use crate::ui::parts::sections::Card;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const TABLES: &[Table] = &[
    Table::CampaignEntry,
    Table::Campaign,
    Table::LoggedSegment,
    Table::LogEntry,
    Table::Setup,
];

/// The entries, with what is done with them.
pub(super) fn entries(store: Store, id: CampaignId) -> AnyView {
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let ids = records.campaign_entries().of_campaign(id);
            let rows = ids.filter_map(|id| records.get::<CampaignEntry>(id));
            Arc::new(rows.map(|row| line(m, records, row)).collect::<Vec<_>>())
        })
    });
    let active = RwSignal::new(None::<CampaignEntryId>);
    let none_chosen = Signal::derive(move || {
        let choose = texts().logged_pages.choose_row;
        active.get().is_none().then(|| choose.to_string())
    });
    let switch = Callback::new(move |()| {
        if let Some(id) = active.get_untracked() {
            let seen = store.peek(|records| records.revision());
            carry_out(store, Command::SwitchCampaignEntries(vec![id], seen));
        }
    });
    let switch = Action::new(|m| m.campaign_pages.switch_canceled.into(), switch)
        .icon(Icon::Cancel)
        .blocked(none_chosen);
    let switch = register(switch);
    let n_canceled = store.memo(&[Table::CampaignEntry], move |records| {
        let ids = records.campaign_entries().of_campaign(id);
        let rows = ids.filter_map(|id| records.get::<CampaignEntry>(id));
        u32::try_from(rows.filter(|row| row.is_canceled()).count()).unwrap_or(u32::MAX)
    });
    let none_canceled = Signal::derive(move || {
        let none = texts().campaign_pages.none_canceled;
        (n_canceled.get() == 0).then(|| none.to_string())
    });
    let asks = RwSignal::new(false);
    let delete = Callback::new(move |()| asks.set(true));
    let delete = Action::new(|m| m.campaign_pages.delete_canceled.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger)
        .blocked(none_canceled);
    let delete = register(delete);
    let is_any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let actions = move || {
        view! { <Show when=move || is_any.get()>{switch.button()} {delete.button()}</Show> }
    };
    let empty = || {
        view! {
            <EmptyState
                icon=Icon::Campaign
                title=tr(|m| m.campaign_pages.no_entries)
                text=tr(|m| m.campaign_pages.no_entries_detail)
            />
        }
    };
    let list = small_list(
        store,
        SmallList {
            name: "campaign_entries",
            label: tr_with(|m| (m.terms.records)(Table::CampaignEntry).into()),
            fields: Signal::derive(fields),
            lines,
            own_sort: None,
            cell: Some(Callback::new(move |(key, column)| {
                let canceled = store.read(&[Table::CampaignEntry], |records| {
                    let row = records.get::<CampaignEntry>(id_of(key));
                    row.is_some_and(|row| row.is_canceled())
                });
                let badge = || {
                    view! { <Badge text=tr(|m| m.logged_pages.canceled) tone=Tone::Warn/> }
                        .into_any()
                };
                (column == "canceled").then(|| if canceled { badge() } else { ().into_any() })
            })),
            on_open: None,
            on_active: Some(Callback::new(move |key| active.set(Some(id_of(key))))),
            on_delete: None,
            empty: empty.into(),
        },
    );
    view! {
        <Card title=tr(|m| m.campaign_pages.entries) actions=actions>{list}</Card>
        {question(store, id, asks, n_canceled)}
    }
    .into_any()
}

fn carry_out(store: Store, command: Command) {
    spawn_local(async move {
        match store.run(command).await {
            Ok(done) => tell(&done),
            Err(trouble) => tell_trouble(&trouble),
        }
    });
}

fn question(store: Store, id: CampaignId, asks: RwSignal<bool>, n: Memo<u32>) -> AnyView {
    let close = Callback::new(move |()| asks.set(false));
    let delete = Callback::new(move |()| {
        asks.set(false);
        carry_out(store, Command::DeleteCanceledCampaignEntries(Some(id)));
    });
    view! {
        <Show when=move || asks.get()>
            <Confirm
                question=tr_with(move |m| (m.campaign_pages.delete_question)(n.get()))
                detail=tr(|m| m.campaign_pages.delete_question_detail)
                choices=vec![
                    Choice::new(tr(|m| m.logbook.keep), ButtonKind::Normal, close),
                    Choice::new(tr(|m| m.logbook.delete), ButtonKind::Danger, delete),
                ]
                on_close=close
            />
        </Show>
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let whole = Kind::Number { decimals: 0 };
    let money = Kind::Number { decimals: 2 };
    let (code, text) = (Kind::Code, Kind::Text);
    vec![
        ListField::called("no", tr(|m| m.logbook.entry_no_short), Width::Px(78), whole),
        ListField::of("date", Field::Date, Width::Px(112), Kind::Date)
            .end()
            .phone(PhonePlace::End),
        ListField::of("description", Field::Description, Width::Grow(180), text)
            .phone(PhonePlace::Title),
        ListField::called(
            "segment",
            tr(|m| m.logged_pages.segment_no),
            Width::Px(104),
            code,
        )
        .phone(PhonePlace::Detail),
        ListField::called("n", tr(|m| m.people.n_interactions), Width::Px(120), whole)
            .end()
            .phone(PhonePlace::Detail),
        ListField::of("cost", Field::Cost, Width::Px(96), money).end(),
        ListField::of("duration", Field::Duration, Width::Px(88), Kind::Duration).end(),
        ListField::called(
            "canceled",
            tr_with(|m| (m.terms.field)(Field::Canceled).into()),
            Width::Px(106),
            Kind::YesNo,
        )
        .phone(PhonePlace::Detail),
    ]
}

/// An entry leads to its logged segment, or to the campaign's interactions.
fn line(m: &'static Messages, records: &Records, row: &CampaignEntry) -> Line {
    let sums = figures(records, row);
    let register = row.register.and_then(|id| records.get::<LoggedSegment>(id));
    let campaign = records.get::<crate::domain::campaign::Campaign>(row.campaign);
    let page = match (register, campaign) {
        (Some(register), _) => Page::LoggedSegment(register.no),
        (None, Some(campaign)) => Page::Interactions(Context::Campaign(campaign.no.clone())),
        (None, None) => Page::Campaigns,
    };
    let title = match row.description.as_str() {
        "" => m.segments.loose_interactions,
        description => description,
    };
    let minutes = u32::try_from(sums.minutes).unwrap_or(u32::MAX);
    let flag = if row.is_canceled() {
        m.logbook.yes
    } else {
        m.logbook.no
    };
    let n = sums.n_interactions;
    Line {
        key: key_of(row.id),
        href: Route::to(page).href(),
        cells: vec![
            ("no", Cell::figure(row.no.to_string(), row.no.0.into())),
            ("date", Cell::date(m, row.date)),
            ("description", Cell::text(title)),
            (
                "segment",
                Cell::code(row.segment_no.as_ref().map_or("", |no| no.as_str())),
            ),
            (
                "n",
                Cell::figure(m.format.count(n.into()), n.into())
                    .on_card((m.terms.n_records)(Table::LogEntry, n)),
            ),
            (
                "cost",
                Cell::figure(m.format.amount(sums.cost), sums.cost.0),
            ),
            (
                "duration",
                Cell::figure(m.format.minutes(Minutes(minutes)), minutes.into()),
            ),
            ("canceled", Cell::yes_no(flag, row.is_canceled())),
        ],
    }
}

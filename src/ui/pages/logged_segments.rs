//! Logged Segments: the register of what was logged with many contacts at once.

use crate::domain::filter::Kind;
use crate::domain::id::LoggedSegmentId;
use crate::domain::interaction::LogEntry;
use crate::domain::ledger::Scope;
use crate::domain::segment::logged::{LoggedFilter, LoggedSegment};
use crate::domain::values::{Minutes, Money};
use crate::domain::{Command, Field, Records, Table};
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{ButtonKind, LinkButton};
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const TABLES: &[Table] = &[Table::LoggedSegment, Table::LogEntry, Table::Setup];

/// The page of logged segments.
#[component]
pub fn LoggedSegments(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let rows = records.segments().logged().rev();
            let rows = rows.filter_map(|id| records.get::<LoggedSegment>(id));
            Arc::new(rows.map(|row| line(m, records, row)).collect::<Vec<_>>())
        })
    });
    let active = RwSignal::new(None::<LoggedSegmentId>);
    let none_chosen = move || {
        let choose = texts().logged_pages.choose_row;
        active.get().is_none().then(|| choose.to_string())
    };
    let switch = Callback::new(move |()| {
        if let Some(id) = active.get_untracked() {
            switch_canceled(store, id);
        }
    });
    let switch = Action::new(|m| m.logged_pages.switch_canceled.into(), switch)
        .icon(Icon::Cancel)
        .blocked(Signal::derive(none_chosen));
    let switch = register(switch);
    let n_canceled = store.memo(&[Table::LoggedSegment], |records| {
        let canceled = records.all::<LoggedSegment>().filter(|row| row.canceled);
        u32::try_from(canceled.count()).unwrap_or(u32::MAX)
    });
    let asks = RwSignal::new(false);
    let none_canceled = move || {
        let none = texts().logged_pages.none_canceled;
        (n_canceled.get() == 0).then(|| none.to_string())
    };
    let delete = Callback::new(move |()| asks.set(true));
    let delete = Action::new(|m| m.logged_pages.delete_canceled.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger)
        .blocked(Signal::derive(none_canceled));
    let delete = register(delete);
    let list = small_list(
        store,
        SmallList {
            name: "logged_segments",
            label: tr_with(|m| (m.terms.records)(Table::LoggedSegment).into()),
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "no",
                descending: true,
            }),
            cell: Some(Callback::new(move |(key, column)| {
                let canceled = store.read(&[Table::LoggedSegment], |records| {
                    let row = records.get::<LoggedSegment>(id_of(key));
                    row.is_some_and(|row| row.canceled)
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
            empty: (|| empty()).into(),
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::LoggedSegment))}</h1>
                <p class="page-sub">{tr(|m| m.logged_pages.detail)}</p>
            </div>
            <div class="page-actions">
                <Show when=move || lines.with(|lines| !lines.is_empty())>
                    {switch.button()} {delete.button()}
                </Show>
            </div>
        </header>
        <div class="page-body page-fill">{list}</div>
        {question(store, asks, n_canceled)}
    }
    .into_any()
}

/// Where none is: the way to the open ones.
fn empty() -> AnyView {
    let actions = || {
        view! {
            <LinkButton
                label=tr(|m| (m.terms.records)(Table::Segment))
                href=Signal::stored(Route::to(Page::Segments).href())
                kind=ButtonKind::Primary
                icon=Icon::Segment
            />
        }
    };
    view! {
        <EmptyState
            icon=Icon::Archive
            title=tr(|m| m.logged_pages.empty)
            text=tr(|m| m.logged_pages.empty_detail)
            actions=actions
        />
    }
    .into_any()
}

fn switch_canceled(store: Store, id: LoggedSegmentId) {
    let seen = store.peek(|records| records.revision());
    spawn_local(async move {
        match store
            .run(Command::SwitchLoggedSegments(vec![id], seen))
            .await
        {
            Ok(done) => tell(&done),
            Err(trouble) => tell_trouble(&trouble),
        }
    });
}

fn question(store: Store, asks: RwSignal<bool>, n: Memo<u32>) -> AnyView {
    let close = Callback::new(move |()| asks.set(false));
    let delete = Callback::new(move |()| {
        asks.set(false);
        spawn_local(async move {
            let all = LoggedFilter::default();
            match store.run(Command::DeleteCanceledSegments(all)).await {
                Ok(done) => tell(&done),
                Err(trouble) => tell_trouble(&trouble),
            }
        });
    });
    view! {
        <Show when=move || asks.get()>
            <Confirm
                question=tr_with(move |m| (m.logged_pages.delete_question)(n.get()))
                detail=tr(|m| m.logged_pages.delete_question_detail)
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
    let called = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind)
    };
    let whole = Kind::Number { decimals: 0 };
    let money = Kind::Number { decimals: 2 };
    let (code, text) = (Kind::Code, Kind::Text);
    let shown = tr_with(|m| (m.terms.field)(Field::Canceled).into());
    vec![
        called("no", tr(|m| m.logbook.entry_no_short), 78, whole),
        called("segment", tr(|m| m.logged_pages.segment_no), 112, code).phone(PhonePlace::Detail),
        ListField::of("description", Field::Description, Width::Grow(200), text)
            .phone(PhonePlace::Title),
        called("date", tr(|m| m.logged_pages.logged_on), 116, Kind::Date)
            .end()
            .phone(PhonePlace::End),
        called("interactions", tr(|m| m.people.n_interactions), 130, whole)
            .end()
            .phone(PhonePlace::Detail),
        ListField::of("cost", Field::Cost, Width::Px(104), money).end(),
        ListField::of("duration", Field::Duration, Width::Px(96), Kind::Duration).end(),
        called("user", tr(|m| m.logbook.written_by), 150, text),
        ListField::called("canceled", shown, Width::Px(112), Kind::YesNo).phone(PhonePlace::Detail),
    ]
}

fn line(m: &'static Messages, records: &Records, row: &LoggedSegment) -> Line {
    let entries = records.ledger().entries(Scope::LoggedSegment(row.id));
    let entries = entries.filter_map(|id| records.get::<LogEntry>(id));
    let (mut n, mut cost, mut minutes) = (0_u32, Money::default(), 0_u32);
    for entry in entries.filter(|entry| entry.is_canceled() == row.canceled) {
        n += 1;
        cost.0 += entry.cost.0;
        minutes = minutes.saturating_add(entry.duration.0);
    }
    let flag = if row.canceled {
        m.logbook.yes
    } else {
        m.logbook.no
    };
    // The link to its card needs a name.
    let title = match row.description.as_str() {
        "" => row.segment_no.as_str(),
        description => description,
    };
    Line {
        key: key_of(row.id),
        href: Route::to(Page::LoggedSegment(row.no)).href(),
        cells: vec![
            ("no", Cell::figure(row.no.to_string(), row.no.0.into())),
            ("segment", Cell::code(&row.segment_no)),
            ("description", Cell::text(title)),
            ("date", Cell::date(m, Some(row.created_on))),
            (
                "interactions",
                Cell::figure(m.format.count(n.into()), n.into())
                    .on_card((m.terms.n_records)(Table::LogEntry, n)),
            ),
            ("cost", Cell::figure(m.format.amount(cost), cost.0)),
            (
                "duration",
                Cell::figure(m.format.minutes(Minutes(minutes)), minutes.into()),
            ),
            ("user", Cell::text(&row.user)),
            ("canceled", Cell::yes_no(flag, row.canceled)),
        ],
    }
}

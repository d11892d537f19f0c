//! Interaction Groups: a list, and each group in a dialog with its figures.

use crate::domain::filter::Kind;
use crate::domain::id::GroupId;
use crate::domain::interaction::statistics::figures;
use crate::domain::interaction::template::{GroupEdit, InteractionGroup, InteractionTemplate};
use crate::domain::ledger::Scope;
use crate::domain::values::Minutes;
use crate::domain::{Command, Field, Records, Table};
use crate::language::Messages;
use crate::ui::called::called;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::groups::new_group;
use crate::ui::cards::new_record::NewRecord;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::cards::row_dialog::row_dialog;
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::navigate::close_sheet;
use crate::ui::parts::button::LinkButton;
use crate::ui::parts::fact_box::{Figure, Figures};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::route::{Context, ListState, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

const TABLES: &[Table] = &[
    Table::InteractionGroup,
    Table::InteractionTemplate,
    Table::LogEntry,
    Table::Setup,
];
/// The page of interaction groups.
#[component]
pub fn Groups(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let open = RwSignal::new(None::<GroupId>);
    let removal = RwSignal::new(None::<Removal>);
    let new = NewRecord::on_page(|m| m.setups.new_group);
    let is_new = new.is_asked();
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let mut rows: Vec<_> = records.all::<InteractionGroup>().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            Arc::new(
                rows.into_iter()
                    .map(|row| line(m, records, row))
                    .collect::<Vec<_>>(),
            )
        })
    });
    let made = Callback::new(|_: GroupId| close_sheet());
    let close_new = Callback::new(|()| close_sheet());
    let empty = move || {
        new.empty(
            Icon::Template,
            |m| m.setups.no_groups,
            |m| m.setups.no_groups_detail,
        )
    };
    let list = small_list(
        store,
        SmallList {
            name: "groups",
            label: tr_with(|m| (m.terms.records)(Table::InteractionGroup).into()),
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "code",
                descending: false,
            }),
            cell: None,
            on_open: Some(Callback::new(move |key| open.set(Some(id_of(key))))),
            on_active: None,
            on_delete: Some(Callback::new(move |key| {
                removal.set(remove(store, id_of(key)))
            })),
            empty: empty.into(),
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::InteractionGroup))}</h1>
                <p class="page-sub">{tr(|m| m.setups.groups_detail)}</p>
            </div>
            <div class="page-actions">
                {new.button()}
                <LinkButton
                    label=tr_with(|m| (m.terms.records)(Table::InteractionTemplate).into())
                    href=Route::to(Page::Templates).href()
                />
            </div>
        </header>
        <div class="page-body page-fill">{list}</div>
        {move || open.get().map(|id| group_dialog(store, id, open, removal))}
        <Show when=move || is_new.get()>
            {new_group(store, "", made, close_new)}
        </Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let counted = |id: &'static str, title: Signal<&'static str>, px: u32| {
        let whole = Kind::Number { decimals: 0 };
        ListField::called(id, title, Width::Px(px), whole).end()
    };
    let money = Kind::Number { decimals: 2 };
    vec![
        ListField::of("code", Field::Code, Width::Px(140), Kind::Code).phone(PhonePlace::End),
        ListField::of(
            "description",
            Field::Description,
            Width::Grow(220),
            Kind::Text,
        )
        .phone(PhonePlace::Title),
        counted("templates", tr(|m| m.setups.n_templates), 110),
        counted("n", tr(|m| m.setups.n_interactions), 140).phone(PhonePlace::Detail),
        ListField::of("cost", Field::Cost, Width::Px(140), money)
            .end()
            .phone(PhonePlace::Detail),
        ListField::of("duration", Field::Duration, Width::Px(140), Kind::Duration)
            .end()
            .phone(PhonePlace::Detail),
    ]
}

fn line(m: &Messages, records: &Records, row: &InteractionGroup) -> Line {
    let sums = figures(records, Scope::Group(row.id));
    let n_templates = n_templates(records, row.id);
    let (n, minutes) = (u64::from(sums.n_interactions), sums.minutes);
    // What opens it needs a name.
    let title = called(&row.description, row.code.as_str());
    let counted = (m.terms.n_records)(Table::LogEntry, sums.n_interactions);
    let currency = &records.setup().currency;
    let value = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Line {
        key: key_of(row.id),
        href: String::new(),
        cells: vec![
            ("code", Cell::code(&row.code)),
            ("description", Cell::text(title)),
            (
                "templates",
                Cell::figure(m.format.count(n_templates), value(n_templates)),
            ),
            (
                "n",
                Cell::figure(m.format.count(n), value(n)).on_card(counted),
            ),
            (
                "cost",
                Cell::figure(m.format.money(sums.cost, currency), sums.cost.0),
            ),
            ("duration", Cell::figure(total(m, minutes), value(minutes))),
        ],
    }
}

/// A sum of minutes, in hours and minutes.
fn total(m: &Messages, minutes: u64) -> String {
    let minutes = Minutes(u32::try_from(minutes).unwrap_or(u32::MAX));
    m.format.hours_and_minutes(minutes)
}

fn n_templates(records: &Records, id: GroupId) -> u64 {
    let rows = records.all::<InteractionTemplate>();
    rows.filter(|row| row.group == Some(id)).count() as u64
}

fn remove(store: Store, id: GroupId) -> Option<Removal> {
    store.peek(|records| {
        let stored = records.stored::<InteractionGroup>(id)?;
        Some(Removal {
            name: stored.row.code.to_string(),
            detail: None,
            command: Command::DeleteInteractionGroup(id, stored.revision),
        })
    })
}

/// One group: its fields, its figures, and the way to what belongs to it.
fn group_dialog(
    store: Store,
    id: GroupId,
    open: RwSignal<Option<GroupId>>,
    removal: RwSignal<Option<Removal>>,
) -> AnyView {
    let card = Editing::<InteractionGroup>::new(store, id, Command::EditInteractionGroup);
    let code = card.read(|row| Some(row.code.clone()));
    let title = card.read(|row| called(&row.description, row.code.as_str()).to_string());
    let sums = Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let sums = figures(records, Scope::Group(id));
            let cost = m.format.money(sums.cost, &records.setup().currency);
            vec![
                Figure::new(
                    m.format.count(sums.n_interactions.into()),
                    m.setups.n_interactions,
                ),
                Figure::new(cost, (m.terms.field)(Field::Cost)),
                Figure::new(total(m, sums.minutes), (m.terms.field)(Field::Duration)),
            ]
        })
    });
    let templates = move || {
        let search = code.get().map_or_else(String::new, |code| code.to_string());
        let list = ListState {
            search,
            ..ListState::default()
        };
        Route {
            list,
            ..Route::to(Page::Templates)
        }
        .href()
    };
    let log = move || {
        let context = code.get().map_or(Context::All, Context::Group);
        Route::to(Page::Interactions(context)).href()
    };
    let inside = move || {
        view! {
            <div class="fields">
                {card.code(Field::Code, |row| row.code.to_string(), GroupEdit::Code).required().text(0)}
                {card.line(Field::Description, |row| row.description.clone(), GroupEdit::Description).text(100)}
            </div>
            <Figures figures=sums/>
            <div class="cluster">
                <LinkButton
                    label=tr_with(|m| (m.terms.records)(Table::InteractionTemplate).into())
                    href=Signal::derive(templates)
                />
                <LinkButton
                    label=tr_with(|m| (m.terms.records)(Table::LogEntry).into())
                    href=Signal::derive(log)
                />
            </div>
        }
        .into_any()
    };
    row_dialog(title, open, removal, move || remove(store, id), inside)
}

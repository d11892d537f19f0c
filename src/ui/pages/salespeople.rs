//! The list of salespeople.

use crate::browser::collation::compare;
use crate::domain::filter::Kind;
use crate::domain::id::SalespersonId;
use crate::domain::interaction::statistics::figures;
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::{Field, Records, Table};
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::cards::removing::{Removal, removal_question, salesperson_removal};
use crate::ui::cards::salespeople;
use crate::ui::keys;
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Extras, Line, SmallList, small_list_with};
use crate::ui::navigate::{close_sheet, go_to, open_sheet, route_part};
use crate::ui::parts::avatar::{AvatarShape, AvatarSize, avatar};
use crate::ui::parts::badge::badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, RowKey, SortBy, Width};
use crate::ui::parts::plain::plain;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn Salespeople(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let (m, lang) = (texts(), language());
        store.read(&[Table::Salesperson, Table::LogEntry], |records| {
            let mut rows: Vec<_> = records.all::<Salesperson>().collect();
            rows.sort_by(|a, b| compare(lang, &a.name, &b.name));
            Arc::new(
                rows.into_iter()
                    .map(|row| line(m, records, row))
                    .collect::<Vec<_>>(),
            )
        })
    });
    let active = RwSignal::new(None::<SalespersonId>);
    let row =
        move |id: SalespersonId| store.peek(|records| records.get::<Salesperson>(id).cloned());
    let create = move |()| {
        let row = active.get_untracked().and_then(row);
        let from = row.map_or(From::Blank, |row| From::Salesperson(row.code.clone()));
        open_sheet(Sheet::Create(from));
    };
    let new = Callback::new(|()| open_sheet(Sheet::New));
    let create_action = register(
        Action::new(|m| m.create.title.into(), Callback::new(create))
            .icon(Icon::Plus)
            .kind(ButtonKind::Primary),
    );
    let new_action = register(
        Action::new(|m| m.people.new_salesperson.into(), new)
            .icon(Icon::Plus)
            .kind(ButtonKind::Normal)
            .keys(keys::NEW),
    );
    let removal = RwSignal::new(None::<Removal>);
    let ask = move |key| {
        removal.set(row(id_of(key)).map(|row| salesperson_removal(store, &row)));
    };
    let title = tr_with(|m| (m.terms.records)(Table::Salesperson).into());
    let is_new = route_part(|route| route.sheet == Some(Sheet::New));
    let list = small_list_with(
        store,
        SmallList {
            name: "salespeople",
            label: title,
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "name",
                descending: false,
            }),
            cell: Some(Callback::new(move |(key, column)| cell(store, key, column))),
            on_open: None,
            on_active: Some(Callback::new(move |key| active.set(Some(id_of(key))))),
            on_delete: Some(Callback::new(ask)),
            empty: (move || empty(new)).into(),
        },
        Extras {
            row_actions: vec![create_action],
            ..Extras::default()
        },
    );
    let is_there = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{title}</h1>
            </div>
            <div class="page-actions">
                <Show when=move || is_there.get()>
                    {create_action.button()}
                    {new_action.button()}
                </Show>
            </div>
        </header>
        <div class="page-body page-fill">
            {list}
        </div>
        <Show when=move || is_new.get()>{new_salesperson(store)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn empty(new: Callback<()>) -> AnyView {
    let action = move || {
        view! {
            <Button
                label=tr(|m| m.people.new_salesperson)
                kind=ButtonKind::Primary
                icon=Icon::Plus
                on_press=new
            />
        }
    };
    view! {
        <EmptyState
            icon=Icon::Salesperson
            title=tr(|m| m.people.no_salespeople)
            text=tr(|m| m.people.no_salespeople_detail)
            actions=action
        />
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let counted = tr(|m| m.people.n_interactions);
    let whole = Kind::Number { decimals: 0 };
    let (text, yes_no) = (Kind::Text, Kind::YesNo);
    vec![
        ListField::of("code", Field::Code, Width::Px(110), Kind::Code),
        ListField::of("name", Field::Name, Width::Grow(220), text).phone(PhonePlace::Title),
        ListField::of("job_title", Field::JobTitle, Width::Px(160), text).hidden(),
        ListField::of("phone", Field::Phone, Width::Px(170), text).phone(PhonePlace::Detail),
        ListField::of("email", Field::Email, Width::Grow(200), text),
        ListField::of("blocked", Field::Blocked, Width::Px(120), yes_no).hidden(),
        ListField::of("privacy", Field::PrivacyBlocked, Width::Px(120), yes_no).hidden(),
        ListField::called("interactions", counted, Width::Px(150), whole)
            .end()
            .phone(PhonePlace::End),
    ]
}

fn line(m: &'static Messages, records: &Records, row: &Salesperson) -> Line {
    let n = figures(records, Scope::Salesperson(row.id)).n_interactions;
    let flag = |on: bool| Cell::yes_no(if on { m.logbook.yes } else { m.logbook.no }, on);
    Line {
        key: key_of(row.id),
        href: Route::to(Page::Salesperson(row.code.clone())).href(),
        cells: vec![
            ("code", Cell::code(&row.code)),
            ("name", Cell::text(&row.name)),
            ("job_title", Cell::text(&row.job_title)),
            ("phone", Cell::text(&row.phone)),
            ("email", Cell::text(&row.email)),
            ("blocked", flag(row.blocked)),
            ("privacy", flag(row.privacy_blocked)),
            (
                "interactions",
                Cell::figure(m.format.count(n.into()), n.into()),
            ),
        ],
    }
}

fn cell(store: Store, key: RowKey, column: &'static str) -> Option<AnyView> {
    let row = store.read(&[Table::Salesperson], |records| {
        records.get::<Salesperson>(id_of(key)).cloned()
    })?;
    match column {
        "name" => Some(
            (
                avatar(&row.name, AvatarShape::Round, AvatarSize::Small),
                plain("span", "").inside(row.name.clone()),
                blocked_mark(&row),
            )
                .into_any(),
        ),
        "code" => Some(
            plain("span", "muted")
                .inside(row.code.to_string())
                .into_any(),
        ),
        _ => None,
    }
}

/// What must be known of a salesperson before choosing one.
fn blocked_mark(row: &Salesperson) -> Option<AnyView> {
    let m = texts();
    let text = match (row.privacy_blocked, row.blocked) {
        (true, _) => m.people.privacy_blocked,
        (false, true) => m.people.blocked,
        (false, false) => return None,
    };
    Some(badge(text, Tone::Warn))
}

/// The dialog of a new salesperson; its card opens once it is created.
fn new_salesperson(store: Store) -> AnyView {
    let made = move |id: SalespersonId| {
        close_sheet();
        let code = store.peek(|records| Some(records.get::<Salesperson>(id)?.code.clone()));
        if let Some(code) = code {
            go_to(Page::Salesperson(code));
        }
    };
    let close = Callback::new(|()| close_sheet());
    salespeople::new_salesperson(store, "", Callback::new(made), close)
}

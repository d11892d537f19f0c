//! The list of salespeople.

use crate::browser::clock;
use crate::browser::collation::compare;
use crate::domain::code::SalespersonCode;
use crate::domain::id::SalespersonId;
use crate::domain::interaction::statistics::figures;
use crate::domain::ledger::Scope;
use crate::domain::salesperson::{Salesperson, SalespersonEdit};
use crate::domain::search::{Wanted, fold};
use crate::domain::{Command, Field, Notice, Table};
use crate::ui::cards::creating::Creating;
use crate::ui::cards::keys::on_new;
use crate::ui::cards::removing::{Removal, removal_question, salesperson_removal};
use crate::ui::lists::address::ListAddress;
use crate::ui::navigate::{close_sheet, go_to, open_sheet, route_part};
use crate::ui::parts::avatar::{Avatar, AvatarShape, AvatarSize};
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::field::TextKind;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{Column, List, PhonePlace, SortBy, Width};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;
use std::cmp::Ordering;
use std::sync::Arc;

/// The columns that rows can be ordered by.
const SORTABLE: &[&str] = &["code", "name", "phone", "email", "interactions"];

/// A salesperson in the list.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    row: Arc<Salesperson>,
    n_interactions: u32,
}

/// The page.
#[component]
pub fn Salespeople(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let address = ListAddress::of(SORTABLE);
    let all = store.memo(&[Table::Salesperson, Table::LogEntry], |records| {
        let line = |row: &Arc<Salesperson>| Line {
            row: row.clone(),
            n_interactions: figures(records, Scope::Salesperson(row.id)).n_interactions,
        };
        records.all::<Salesperson>().map(line).collect::<Vec<_>>()
    });
    let by_name = SortBy {
        column: "name",
        descending: false,
    };
    let sort = Memo::new(move |_| address.sort.get().unwrap_or(by_name));
    let shown = Memo::new(move |_| {
        let (lang, sort) = (language(), sort.get());
        let wanted = address.search.with(|typed| Wanted::new(typed));
        let mut lines = all.get();
        lines.retain(|line| wanted.is_in(&searched(&line.row)));
        lines.sort_by(|a, b| {
            let text = |read: fn(&Salesperson) -> &str| compare(lang, read(&a.row), read(&b.row));
            let order: Ordering = match sort.column {
                "code" => text(|row| row.code.as_str()),
                "phone" => text(|row| &row.phone),
                "email" => text(|row| &row.email),
                "interactions" => a.n_interactions.cmp(&b.n_interactions),
                _ => text(|row| &row.name),
            };
            if sort.descending {
                order.reverse()
            } else {
                order
            }
        });
        lines
    });
    let n_all = Memo::new(move |_| all.with(Vec::len));
    let at = move |at: usize| shown.with(|lines| lines.get(at).cloned());
    let active_at = RwSignal::new(None::<usize>);
    let create = move |()| {
        let row = active_at
            .get_untracked()
            .and_then(|row| untrack(|| at(row)));
        let from = row.map_or(From::Blank, |line| From::Salesperson(line.row.code.clone()));
        open_sheet(Sheet::Create(from));
    };
    let new = Callback::new(|()| open_sheet(Sheet::New));
    on_new(new);
    let removal = RwSignal::new(None::<Removal>);
    let ask = move |_keys| {
        let row = active_at
            .get_untracked()
            .and_then(|row| untrack(|| at(row)));
        removal.set(row.map(|line| salesperson_removal(store, &line.row)));
    };
    let title = tr_with(|m| (m.terms.records)(Table::Salesperson).into());
    let is_new = route_part(|route| route.sheet == Some(Sheet::New));
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{title}</h1>
            </div>
            <div class="page-actions">
                <Show when=move || { n_all.get() > 0 }>
                    <Button
                        label=tr(|m| m.create.title)
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        on_press=Callback::new(create)
                    />
                    <Button label=tr(|m| m.people.new_salesperson) keys="Alt+N" on_press=new/>
                </Show>
            </div>
        </header>
        <div class="page-body page-fill">
            <List
                label=title
                columns=Signal::derive(columns)
                n=Signal::derive(move || shown.with(Vec::len))
                n_all=Signal::derive(move || Some(n_all.get()))
                row_key=Callback::new(move |row| {
                    at(row).map_or_else(String::new, |line| line.row.id.to_string())
                })
                cell=Callback::new(move |(row, column)| {
                    at(row).map_or_else(|| ().into_any(), |line| cell(&line, column))
                })
                row_href=Callback::new(move |row| {
                    let page = at(row).map(|line| Page::Salesperson(line.row.code.clone()));
                    Route::to(page.unwrap_or(Page::Salespeople)).href()
                })
                sort=Signal::derive(move || Some(sort.get()))
                on_sort=address.on_sort()
                search=address.search
                on_search=address.on_search()
                on_show_all=address.on_show_all()
                on_active=Callback::new(move |row| active_at.set(Some(row)))
                place=address.place
                on_delete=Callback::new(ask)
                empty=move || empty(new)
            />
        </div>
        <Show when=move || is_new.get()>{new_salesperson(store)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn searched(row: &Salesperson) -> String {
    let parts = [
        row.code.as_str(),
        &row.name,
        &row.job_title,
        &row.phone,
        &row.email,
    ];
    fold(&parts.join("\n"))
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

fn columns() -> Vec<Column> {
    let field = |id: &'static str, field: Field, width: Width| {
        let title = tr_with(move |m| (m.terms.field)(field).into());
        Column::new(id, title, width).sortable()
    };
    vec![
        field("code", Field::Code, Width::Px(110)).phone(PhonePlace::Hidden),
        field("name", Field::Name, Width::Grow(220)).phone(PhonePlace::Title),
        field("phone", Field::Phone, Width::Px(170)).phone(PhonePlace::Detail),
        field("email", Field::Email, Width::Grow(200)).phone(PhonePlace::Hidden),
        Column::new(
            "interactions",
            tr(|m| m.people.n_interactions),
            Width::Px(150),
        )
        .end()
        .sortable()
        .phone(PhonePlace::End),
    ]
}

fn cell(line: &Line, column: &'static str) -> AnyView {
    let row = &line.row;
    match column {
        "name" => {
            let mark = blocked_mark(row);
            view! {
                <Avatar name=row.name.clone() shape=AvatarShape::Round size=AvatarSize::Small/>
                <span>{row.name.clone()}</span>
                {mark}
            }
            .into_any()
        }
        "phone" => row.phone.clone().into_any(),
        "email" => row.email.clone().into_any(),
        "interactions" => texts().format.count(line.n_interactions.into()).into_any(),
        _ => view! { <span class="muted">{row.code.to_string()}</span> }.into_any(),
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
    Some(view! { <Badge text=text tone=Tone::Warn/> }.into_any())
}

/// The dialog of a new salesperson; its card opens once it is created.
fn new_salesperson(store: Store) -> AnyView {
    let id: SalespersonId = clock::new_id();
    let creating = Creating::<SalespersonEdit>::new(store);
    let code = creating.code(Field::Code, SalespersonEdit::Code);
    let name = creating.line(Field::Name, SalespersonEdit::Name);
    let title = creating.line(Field::JobTitle, SalespersonEdit::JobTitle);
    let phone = creating.line(Field::Phone, SalespersonEdit::Phone);
    let email = creating.line(Field::Email, SalespersonEdit::Email);
    let hint = tr_with(|m| m.people.code_hint.into());
    let hint = Signal::derive(move || Some(hint.get()));
    let fields = view! {
        <div class="stack">
            {name.required().autofocus().text(50)}
            {code.required().hint(hint).typed(20, TextKind::Code)} {title.text(30)}
            <div class="fields">
                {phone.typed(30, TextKind::Phone)} {email.typed(80, TextKind::Email)}
            </div>
        </div>
    }
    .into_any();
    let open = |notices: Vec<Notice>| {
        close_sheet();
        let code = notices.iter().find_map(|notice| match notice {
            Notice::Created(Table::Salesperson, code) => SalespersonCode::new(code).ok(),
            _ => None,
        });
        if let Some(code) = code {
            go_to(Page::Salesperson(code));
        }
    };
    creating.dialog(
        tr_with(|m| m.people.new_salesperson.into()),
        move |edits| Command::CreateSalesperson(id, edits),
        Callback::new(open),
        Callback::new(|()| close_sheet()),
        fields,
    )
}

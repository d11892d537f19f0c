//! Saved Segment Criteria: a list, and each of them in a dialog with what it does.

use crate::domain::filter::Kind;
use crate::domain::id::SavedCriteriaId;
use crate::domain::segment::selection::saved::{SavedCriteria as Row, SavedEdit};
use crate::domain::{Command, Field, Table};
use crate::language::Messages;
use crate::ui::called::called;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::cards::row_dialog::row_dialog;
use crate::ui::cards::steps::saved_steps;
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::parts::button::LinkButton;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of saved criteria.
#[component]
pub fn SavedCriteria(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let open = RwSignal::new(None::<SavedCriteriaId>);
    let removal = RwSignal::new(None::<Removal>);
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(&[Table::SavedCriteria], |records| {
            let rows = records
                .criteria_codes()
                .filter_map(|id| records.get::<Row>(id));
            Arc::new(rows.map(|row| line(m, row)).collect::<Vec<_>>())
        })
    });
    let to_segments = || {
        view! {
            <LinkButton
                label=tr_with(|m| m.criteria_pages.to_segments.into())
                href=Route::to(Page::Segments).href()
                icon=Icon::Segment
            />
        }
    };
    let empty = move || {
        view! {
            <EmptyState
                icon=Icon::Segment
                title=tr(|m| m.criteria_pages.no_saved)
                text=tr(|m| m.criteria_pages.no_saved_detail)
                actions=to_segments
            />
        }
    };
    let list = small_list(
        store,
        SmallList {
            name: "saved-criteria",
            label: tr_with(|m| (m.terms.records)(Table::SavedCriteria).into()),
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
                removal.set(remove(store, id_of(key)));
            })),
            empty: empty.into(),
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::SavedCriteria))}</h1>
                <p class="page-sub">{tr(|m| m.criteria_pages.saved_detail)}</p>
            </div>
            <div class="page-actions">{to_segments()}</div>
        </header>
        <div class="page-body page-fill">{list}</div>
        {move || open.get().map(|id| dialog(store, id, open, removal))}
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let whole = Kind::Number { decimals: 0 };
    vec![
        ListField::of("code", Field::Code, Width::Px(140), Kind::Code).phone(PhonePlace::End),
        ListField::of(
            "description",
            Field::Description,
            Width::Grow(220),
            Kind::Text,
        )
        .phone(PhonePlace::Title),
        ListField::called(
            "actions",
            tr(|m| m.criteria_pages.n_actions),
            Width::Px(110),
            whole,
        )
        .end()
        .phone(PhonePlace::Detail),
        ListField::called(
            "user",
            tr(|m| m.criteria_pages.saved_by),
            Width::Px(200),
            Kind::Text,
        )
        .phone(PhonePlace::Detail),
    ]
}

fn line(m: &Messages, row: &Row) -> Line {
    // What opens it needs a name.
    let title = called(&row.description, row.code.as_str());
    let n = u32::try_from(row.actions.len()).unwrap_or(u32::MAX);
    let counted = (m.terms.n_records)(Table::CriteriaAction, n);
    Line {
        key: key_of(row.id),
        href: String::new(),
        cells: vec![
            ("code", Cell::code(&row.code)),
            ("description", Cell::text(title)),
            (
                "actions",
                Cell::figure(m.format.count(n.into()), n.into()).on_card(counted),
            ),
            ("user", Cell::text(&row.user)),
        ],
    }
}

fn remove(store: Store, id: SavedCriteriaId) -> Option<Removal> {
    store.peek(|records| {
        let stored = records.stored::<Row>(id)?;
        Some(Removal {
            name: stored.row.code.to_string(),
            // Segments keep what they got from them, so there is nothing to ask.
            detail: None,
            command: Command::DeleteSavedCriteria(id, stored.revision),
        })
    })
}

/// One of them: its fields, and what it does.
fn dialog(
    store: Store,
    id: SavedCriteriaId,
    open: RwSignal<Option<SavedCriteriaId>>,
    removal: RwSignal<Option<Removal>>,
) -> AnyView {
    let card = Editing::<Row>::new(store, id, Command::EditSavedCriteria);
    let actions = card.read(|row| row.actions.clone());
    let title = card.read(|row| called(&row.description, row.code.as_str()).to_string());
    let inside = move || {
        view! {
            <div class="fields">
                {card
                    .code(Field::Code, |row| row.code.to_string(), SavedEdit::Code)
                    .required()
                    .text(0)}
                {card
                    .line(Field::Description, |row| row.description.clone(), SavedEdit::Description)
                    .text(100)}
            </div>
            <div class="stack-tight">
                <h3 class="field-label">{tr(|m| m.criteria_pages.steps)}</h3>
                {move || saved_steps(store, &actions.get())}
            </div>
        }
        .into_any()
    };
    row_dialog(title, open, removal, move || remove(store, id), inside)
}

//! One of the six tables by which contacts are told apart: a list, and each row in a dialog with
//! those who are in it.

mod formulas;

use self::formulas::formulas;
use crate::browser::collation;
use crate::domain::classification::index::ClassRow;
use crate::domain::classification::{
    BusinessRelation, Class, ClassEdit, ClassKey, ClassKind, IndustryGroup, JobResponsibility,
    MailingGroup, OrganizationalLevel, Salutation,
};
use crate::domain::contact::Contact;
use crate::domain::filter::Kind;
use crate::domain::{Command, Field, Table};
use crate::language::Messages;
use crate::ui::called::called;
use crate::ui::cards::classes::{class_removal, class_title, new_class, table_of};
use crate::ui::cards::editing::{Editing, Open};
use crate::ui::cards::new_record::NewRecord;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::cards::row_dialog::row_dialog;
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::navigate::close_sheet;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, RowKey, SortBy, Width};
use crate::ui::parts::tabs::{TabLink, TabLinks};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// So many of those who are in a row its dialog names.
const MAX_NAMED: usize = 12;

/// The page of one of the six tables.
#[component]
pub fn Classes(
    /// The open company.
    store: Store,
    /// Which table.
    kind: ClassKind,
) -> impl IntoView {
    let open = RwSignal::new(None::<ClassKey>);
    let removal = RwSignal::new(None::<Removal>);
    let new = NewRecord::on_page(move |m| (m.class_pages.new)(kind));
    let is_new = new.is_asked();
    let key_in = move |row: RowKey| kind.key(id_of::<Uuid>(row));
    let made = Callback::new(|_: ClassKey| close_sheet());
    let close_new = Callback::new(|()| close_sheet());
    let list = small_list(
        store,
        SmallList {
            name: list_name(kind),
            label: tr_with(move |m| (m.terms.records)(kind.table()).into()),
            fields: Signal::derive(fields),
            lines: lines(store, kind),
            own_sort: Some(SortBy {
                column: "code",
                descending: false,
            }),
            cell: None,
            on_open: Some(Callback::new(move |row| open.set(Some(key_in(row))))),
            on_active: None,
            on_delete: Some(Callback::new(move |row| {
                removal.set(class_removal(store, key_in(row)));
            })),
            empty: (move || {
                let title = tr_with(move |m| (m.class_pages.none_yet)(kind).into());
                let text = tr_with(move |m| (m.class_pages.why)(kind).into());
                new.empty_of(Icon::Archive, title, text)
            })
            .into(),
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr_with(move |m| (m.terms.records)(kind.table()).into())}</h1>
                <p class="page-sub">{tr_with(move |m| (m.class_pages.purpose)(kind).into())}</p>
            </div>
            <div class="page-actions">{new.button()}</div>
        </header>
        {all_six(kind)}
        <div class="page-body page-fill">{list}</div>
        {move || open.get().map(|key| class_dialog(store, key, open, removal))}
        <Show when=move || is_new.get()>{new_class(store, kind, "", made, close_new)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

/// The way between the six tables.
fn all_six(kind: ClassKind) -> AnyView {
    let link = |each: &ClassKind| {
        let each = *each;
        TabLink {
            label: tr_with(move |m| (m.terms.records)(each.table()).into()),
            href: Route::to(Page::Classes(each)).href(),
            current: each == kind,
        }
    };
    let links = ClassKind::ALL.iter().map(link).collect();
    view! { <TabLinks label=tr_with(|m| m.class_pages.classification.into()) links=links/> }
        .into_any()
}

fn list_name(kind: ClassKind) -> &'static str {
    match kind {
        ClassKind::MailingGroup => "mailing-groups",
        ClassKind::IndustryGroup => "industry-groups",
        ClassKind::BusinessRelation => "business-relations",
        ClassKind::JobResponsibility => "job-responsibilities",
        ClassKind::OrganizationalLevel => "organizational-levels",
        ClassKind::Salutation => "salutations",
    }
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
            "contacts",
            tr(|m| m.class_pages.contacts),
            Width::Px(140),
            whole,
        )
        .end()
        .phone(PhonePlace::Detail),
    ]
}

fn lines(store: Store, kind: ClassKind) -> Memo<Arc<Vec<Line>>> {
    // Counted apart, so that a new language does not count again.
    let counted = Memo::new(move |_| {
        let counts: &[Table] = match kind {
            ClassKind::OrganizationalLevel | ClassKind::Salutation => &[Table::Contact],
            _ => &[Table::Membership],
        };
        let tables = [table_of(kind), counts].concat();
        store.read(&tables, |records| records.classes_counted(kind))
    });
    Memo::new(move |_| {
        let m = texts();
        let rows = counted.read();
        Arc::new(rows.iter().map(|(row, n)| line(m, row, *n)).collect())
    })
}

fn line(m: &Messages, row: &ClassRow, n: usize) -> Line {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    Line {
        key: key_of(row.key.id()),
        href: String::new(),
        cells: vec![
            ("code", Cell::code(&row.code)),
            // What opens it needs a name.
            ("description", Cell::text(class_title(row))),
            (
                "contacts",
                Cell::figure(m.format.count(n.into()), n.into())
                    .on_card((m.terms.n_records)(Table::Contact, n)),
            ),
        ],
    }
}

/// One row: its fields, and the contacts that are in it.
fn class_dialog(
    store: Store,
    key: ClassKey,
    open: RwSignal<Option<ClassKey>>,
    removal: RwSignal<Option<Removal>>,
) -> AnyView {
    match key {
        ClassKey::MailingGroup(id) => dialog_of::<MailingGroup>(store, id, open, removal),
        ClassKey::IndustryGroup(id) => dialog_of::<IndustryGroup>(store, id, open, removal),
        ClassKey::BusinessRelation(id) => dialog_of::<BusinessRelation>(store, id, open, removal),
        ClassKey::JobResponsibility(id) => dialog_of::<JobResponsibility>(store, id, open, removal),
        ClassKey::OrganizationalLevel(id) => {
            dialog_of::<OrganizationalLevel>(store, id, open, removal)
        }
        ClassKey::Salutation(id) => dialog_of::<Salutation>(store, id, open, removal),
    }
}

fn dialog_of<R: Class + Open>(
    store: Store,
    id: R::Id,
    open: RwSignal<Option<ClassKey>>,
    removal: RwSignal<Option<Removal>>,
) -> AnyView
where
    R::Id: Into<Uuid>,
{
    let key = R::KIND.key(id.into());
    let card = Editing::<R>::new(store, id, |id, seen, edit| {
        Command::EditClass(R::KIND.key(id.into()), seen, edit)
    });
    let title = card.read(|row| called(row.description(), row.code().as_str()).to_string());
    let inside = move || {
        view! {
            <div class="fields">
                {card.code(Field::Code, |row| row.code().to_string(), ClassEdit::Code).required().text(0)}
                {card
                    .line(Field::Description, |row| row.description().to_string(), ClassEdit::Description)
                    .text(100)}
            </div>
            {formulas(store, key)}
            {contacts(store, key)}
        }
        .into_any()
    };
    row_dialog(
        title,
        open,
        removal,
        move || class_removal(store, key),
        inside,
    )
}

/// Those who are in it, by name: they stand in the way of deleting it.
fn contacts(store: Store, key: ClassKey) -> AnyView {
    let found = Memo::new(move |_| {
        let lang = language();
        store.read(&[Table::Contact, Table::Membership], |records| {
            let mut all: Vec<Arc<Contact>> = records.contacts_in(key).cloned().collect();
            let n = all.len();
            let by_name =
                |a: &Arc<Contact>, b: &Arc<Contact>| collation::compare(lang, &a.name, &b.name);
            if n > MAX_NAMED {
                // Only the first are shown: the others need no order among them.
                all.select_nth_unstable_by(MAX_NAMED, by_name);
                all.truncate(MAX_NAMED);
            }
            all.sort_by(by_name);
            (all, n)
        })
    });
    let n = move || found.with(|(_, n)| u32::try_from(*n).unwrap_or(u32::MAX));
    let names = move || {
        let one = |row: &Arc<Contact>| {
            let href = Route::to(Page::Contact(row.no.clone())).href();
            view! {
                <li class="row">
                    <span class="row-text"><a class="row-title" href=href>{row.name.clone()}</a></span>
                    <span class="row-end muted">{row.no.to_string()}</span>
                </li>
            }
        };
        found.with(|(rows, _)| rows.iter().map(one).collect_view())
    };
    let more = move || {
        let rest = n().saturating_sub(MAX_NAMED as u32);
        (rest > 0).then(|| (texts().class_pages.and_more)(rest))
    };
    view! {
        <section class="stack-tight" aria-label=tr(|m| m.class_pages.contacts)>
            <h3>{move || (texts().terms.n_records)(Table::Contact, n())}</h3>
            <Show when=move || { n() > 0 }>
                <ul class="rows">{names}</ul>
                <p class="muted">{more}</p>
            </Show>
        </section>
    }
    .into_any()
}

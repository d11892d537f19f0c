//! Whose interactions a list shows: the record that the address names, and how to see all again.

use crate::domain::interaction::statistics::scope_of;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::{Records, Table};
use crate::language::Messages;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

/// The tables that tell what a context is.
const TABLES: &[Table] = &[
    Table::Contact,
    Table::Salesperson,
    Table::InteractionTemplate,
    Table::InteractionGroup,
    Table::LoggedSegment,
    Table::Campaign,
];

/// A record whose interactions are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Which entries are its.
    pub scope: Scope,
    /// What kind of record it is; none for everybody's.
    kind: Option<Table>,
    /// Its number or code.
    no: String,
    /// Its name or description.
    name: String,
    /// Its page.
    page: Option<Page>,
}

/// What the context names; none if there is no such record.
pub fn subject(store: Store, context: Context) -> Memo<Option<Subject>> {
    store.memo(TABLES, move |records| find(records, &context))
}

fn find(records: &Records, context: &Context) -> Option<Subject> {
    let subject = |scope, kind, no: String, name: &str, page| Subject {
        scope,
        kind: Some(kind),
        no,
        name: name.to_string(),
        page: Some(page),
    };
    Some(match context {
        Context::All => Subject {
            scope: Scope::All,
            kind: None,
            no: String::new(),
            name: String::new(),
            page: None,
        },
        Context::Contact(no) => {
            let row = records.contact_by_no(no)?;
            let scope = scope_of(records, row.id);
            let page = Page::Contact(no.clone());
            subject(scope, Table::Contact, no.to_string(), &row.name, page)
        }
        Context::Salesperson(code) => {
            let row = records.get::<Salesperson>(records.salesperson_by_code(code)?)?;
            let scope = Scope::Salesperson(row.id);
            let page = Page::Salesperson(code.clone());
            subject(scope, Table::Salesperson, code.to_string(), &row.name, page)
        }
        Context::Template(code) => {
            let row = records.get::<InteractionTemplate>(records.template_by_code(code)?)?;
            let (scope, page) = (Scope::Template(row.id), Page::Template(code.clone()));
            let kind = Table::InteractionTemplate;
            subject(scope, kind, code.to_string(), &row.description, page)
        }
        Context::Group(code) => {
            let row = records.get::<InteractionGroup>(records.group_by_code(code)?)?;
            let scope = Scope::Group(row.id);
            let kind = Table::InteractionGroup;
            subject(
                scope,
                kind,
                code.to_string(),
                &row.description,
                Page::Groups,
            )
        }
        Context::LoggedSegment(no) => {
            let id = records.segments().logged_by_no(*no)?;
            let row = records.get::<LoggedSegment>(id)?;
            let (scope, page) = (Scope::LoggedSegment(id), Page::LoggedSegment(*no));
            let kind = Table::LoggedSegment;
            subject(scope, kind, no.to_string(), &row.description, page)
        }
        Context::Campaign(no) => {
            let row = records.campaign_by_no(no)?;
            let (scope, page) = (Scope::Campaign(row.id), Page::Campaign(no.clone()));
            subject(
                scope,
                Table::Campaign,
                no.to_string(),
                &row.description,
                page,
            )
        }
    })
}

/// The kind of record that a context names and its number, for saying that there is none.
pub fn named(context: &Context) -> (fn(&'static Messages) -> &'static str, String) {
    match context {
        Context::All => (|m| m.terms.interaction, String::new()),
        Context::Contact(no) => (|m| (m.terms.record)(Table::Contact), no.to_string()),
        Context::Salesperson(code) => (|m| (m.terms.record)(Table::Salesperson), code.to_string()),
        Context::Template(code) => (
            |m| (m.terms.record)(Table::InteractionTemplate),
            code.to_string(),
        ),
        Context::Group(code) => (
            |m| (m.terms.record)(Table::InteractionGroup),
            code.to_string(),
        ),
        Context::LoggedSegment(no) => (|m| (m.terms.record)(Table::LoggedSegment), no.to_string()),
        Context::Campaign(no) => (|m| (m.terms.record)(Table::Campaign), no.to_string()),
    }
}

/// The line below the title: whose interactions these are, and the way to everybody's; nothing for
/// everybody's.
pub fn context_line(subject: Memo<Option<Subject>>, all: fn(Context) -> Page) -> AnyView {
    let line = move || {
        let Subject {
            kind,
            no,
            name,
            page,
            ..
        } = subject.get()?;
        let kind = kind?;
        let text = if name.is_empty() { no.clone() } else { name };
        let record = match page {
            Some(page) => view! { <a href=Route::to(page).href()>{text}</a> }.into_any(),
            None => text.into_any(),
        };
        Some(view! {
            <p class="page-sub cluster">
                <span>
                    {move || (texts().terms.record)(kind)} " " {no} " · " <strong>{record}</strong>
                </span>
                <a class="pill" href=Route::to(all(Context::All)).href()>{tr(|m| m.parts.show_all)}</a>
            </p>
        })
    };
    (move || line()).into_any()
}

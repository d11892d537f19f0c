//! What is printed for contacts: address labels (`labels.rs`) and cover sheets (`cover_sheets.rs`), for
//! those of a segment or for some that were chosen. Both show on the screen what the paper will be.

mod cover_sheets;
mod labels;

pub use cover_sheets::CoverSheets;
pub use labels::Labels;

use crate::browser::names::country_name;
use crate::domain::contact::address::PostalAddress;
use crate::domain::id::{ContactId, SegmentId};
use crate::domain::interaction::cover_sheet::Addressees;
use crate::domain::{Records, Table};
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::cards::closing::closes_to;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Recipients, Route};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr};
use leptos::prelude::*;
use std::sync::Arc;

/// What addresses are made of.
const TABLES: &[Table] = &[
    Table::Segment,
    Table::SegmentLine,
    Table::Contact,
    Table::Setup,
    Table::SalutationFormula,
];

/// Those to whom something is printed. Cheap to copy.
#[derive(Clone, Copy)]
struct Printing {
    store: Store,
    /// The segment, if they are its contacts.
    segment: Option<SegmentId>,
    to: Memo<Arc<Addressees>>,
}

/// The page of something that is printed: what it is called, who gets it, the options and the paper.
fn page(
    store: Store,
    recipients: Recipients,
    title: fn(&'static Messages) -> &'static str,
    inside: impl FnOnce(Printing) -> Inside,
) -> AnyView {
    let Some(found) = store.peek(|records| find(records, &recipients)) else {
        return match &recipients {
            Recipients::Segment(no) => {
                no_record(|m| (m.terms.record)(Table::Segment), no.to_string())
            }
            Recipients::Contacts(nos) => {
                let no = nos.first().map(ToString::to_string).unwrap_or_default();
                no_record(|m| (m.terms.record)(Table::Contact), no)
            }
        };
    };
    let segment = match found {
        Found::Segment(id) => Some(id),
        Found::Contacts(_) => None,
    };
    let to = Memo::new(move |_| {
        Arc::new(store.read(TABLES, |records| match &found {
            Found::Segment(id) => Addressees::of_segment(records, *id),
            Found::Contacts(ids) => Addressees::of_contacts(records, ids),
        }))
    });
    let inside = inside(Printing { store, segment, to });
    let back = match &recipients {
        Recipients::Segment(no) => Page::Segment(no.clone()),
        Recipients::Contacts(nos) => match nos.as_slice() {
            [no] => Page::Contact(no.clone()),
            _ => Page::Contacts,
        },
    };
    closes_to(back.clone());
    let whose = match &recipients {
        Recipients::Segment(no) => no.to_string(),
        Recipients::Contacts(nos) => match nos.as_slice() {
            [no] => no.to_string(),
            _ => String::new(),
        },
    };
    let print = Action::new(|m| m.print.print.into(), inside.print)
        .icon(Icon::Print)
        .kind(ButtonKind::Primary)
        .blocked(inside.blocked);
    let print = register(print);
    let crumb = move || {
        let m = texts();
        let table = match segment {
            Some(_) => Table::Segment,
            None => Table::Contact,
        };
        match whose.as_str() {
            "" => (m.terms.records)(table).to_string(),
            no => format!("{} {no}", (m.terms.record)(table)),
        }
    };
    let n = inside.n;
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(back).href()>{crumb}</a>
                </nav>
                <h1>{tr(title)}</h1>
                <p class="page-sub">{move || (texts().terms.n_records)(Table::Contact, n.get())}</p>
            </div>
            <div class="page-actions">{print.button()}</div>
        </header>
        <div class="stack">
            <div class="print-options stack">{inside.notes} {inside.options}</div>
            {inside.paper}
        </div>
    }
    .into_any()
}

/// What a page puts into the frame.
struct Inside {
    /// How many contacts get something.
    n: Signal<u32>,
    /// Prints.
    print: Callback<()>,
    /// Why nothing can be printed.
    blocked: Signal<Option<String>>,
    /// Who is left out.
    notes: AnyView,
    /// What can be chosen.
    options: AnyView,
    /// What is printed.
    paper: AnyView,
}

enum Found {
    Segment(SegmentId),
    Contacts(Vec<ContactId>),
}

fn find(records: &Records, recipients: &Recipients) -> Option<Found> {
    match recipients {
        Recipients::Segment(no) => records.segments().by_no(no).map(Found::Segment),
        Recipients::Contacts(nos) => {
            let ids = nos.iter().filter_map(|no| records.contact_by_no(no));
            let ids: Vec<_> = ids.map(|row| row.id).collect();
            (!ids.is_empty()).then_some(Found::Contacts(ids))
        }
    }
}

/// Why nothing can be printed: nobody gets anything.
fn nobody(n: Signal<u32>) -> Signal<Option<String>> {
    Signal::derive(move || (n.get() == 0).then(|| texts().print.nobody.to_string()))
}

/// Says how many are left out, or will miss something.
fn note(n: u32, text: fn(u32) -> String) -> Option<AnyView> {
    (n > 0).then(|| view! { <Note tone=Tone::Warn>{text(n)}</Note> }.into_any())
}

/// An address, line by line; the country in capitals, as the post wants it.
fn address(address: &PostalAddress) -> Vec<String> {
    let mut lines = address.names.clone();
    lines.extend(address.lines.iter().cloned());
    let country = address.country.as_ref();
    lines.extend(country.map(|code| country_name(code.as_str(), language()).to_uppercase()));
    lines
}

/// Lines of text on paper.
fn lines(lines: Vec<String>) -> AnyView {
    let lines = lines.into_iter().map(|line| view! { <span>{line}</span> });
    view! { <address class="paper-lines">{lines.collect_view()}</address> }.into_any()
}

/// Opens the browser's own dialog for printing.
fn print() {
    // Where it can't be opened the browser says so itself.
    let _ = window().print();
}

//! The rows of the list of contacts: which, in what order, and what each column says.

use crate::browser::collation::Alphabet;
use crate::domain::contact::Contact;
use crate::domain::id::SalespersonId;
use crate::domain::interaction::statistics::{last_interaction, scope_of};
use crate::domain::salesperson::Salesperson;
use crate::domain::{Field, Records, Table};
use crate::language::Lang;
use crate::language::order::Ranks;
use crate::ui::contact_index::{ContactIndex, Line};
use crate::ui::lists::address::ListAddress;
use crate::ui::parts::avatar::{Avatar, AvatarShape, AvatarSize};
use crate::ui::parts::list::{Column, PhonePlace, SortBy, Width};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// The columns that rows can be ordered by.
pub(super) const SORTABLE: &[&str] = &["no", "name", "phone", "salesperson", "last"];

/// The rows. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    index: Memo<Arc<ContactIndex>>,
    shown: Memo<Arc<Vec<u32>>>,
    is_grouped: Memo<bool>,
}

impl Rows {
    /// The rows that search and order in the address ask for.
    pub fn new(store: Store, address: ListAddress) -> Self {
        let index = Memo::new_with_compare(
            move |_| {
                let lang = language();
                store.read(&[Table::Contact], |records| kept_index(records, lang))
            },
            |before, now| !matches!((before, now), (Some(a), Some(b)) if Arc::ptr_eq(a, b)),
        );
        let ordered =
            Memo::new(move |_| Arc::new(ordered(store, &index.get(), address.sort.get())));
        let shown = Memo::new(move |_| {
            let typed = address.search.get();
            let ordered = ordered.get();
            if typed.trim().is_empty() {
                return ordered;
            }
            Arc::new(index.with(|index| index.found(&ordered, &typed)))
        });
        let by_name = |sort: SortBy| sort.column == "name";
        let is_grouped = Memo::new(move |_| address.sort.get().is_none_or(by_name));
        Self {
            index,
            shown,
            is_grouped,
        }
    }

    /// How many rows are shown.
    pub fn n(self) -> usize {
        self.shown.with(|shown| shown.len())
    }

    /// How many contacts there are.
    pub fn n_all(self) -> usize {
        self.index.with(|index| index.len())
    }

    /// How many companies there are, and how many persons.
    pub fn counts(self) -> (u32, u32) {
        let n_persons = self.index.with(|index| index.n_persons());
        let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (whole(self.n_all() - n_persons), whole(n_persons))
    }

    /// The contact in a row.
    pub fn contact_at(self, at: usize) -> Option<Arc<Contact>> {
        self.line_at(at, |line| line.contact.clone())
    }

    /// How a row stands: a person below its company, if the company is above it.
    pub fn state(self, at: usize) -> &'static str {
        let is_below = self.line_at(at, |line| line.company.is_some()) == Some(true);
        if is_below && self.is_grouped.get() {
            "child"
        } else {
            ""
        }
    }

    fn line_at<T>(self, at: usize, read: impl FnOnce(&Line) -> T) -> Option<T> {
        let place = self.shown.with(|shown| shown.get(at).copied())?;
        self.index.with(|index| index.line(place).map(read))
    }
}

/// The index of the contacts as they are now. The last one is kept while other pages are shown, so
/// that coming back to the list costs what has changed meanwhile.
fn kept_index(records: &Records, lang: Lang) -> Arc<ContactIndex> {
    #[derive(Default)]
    struct Kept {
        lang: Option<Lang>,
        ranks: Ranks,
        index: Arc<ContactIndex>,
    }
    thread_local!(static KEPT: RefCell<Kept> = RefCell::default());
    KEPT.with_borrow_mut(|kept| {
        if kept.lang != Some(lang) {
            kept.ranks = Ranks::default();
            kept.lang = Some(lang);
        }
        let index = ContactIndex::new(records, &kept.index, &mut kept.ranks, &Alphabet(lang));
        kept.index = Arc::new(index);
        kept.index.clone()
    })
}

/// The places of all contacts in the order asked for; by name unless another is.
fn ordered(store: Store, index: &ContactIndex, sort: Option<SortBy>) -> Vec<u32> {
    let Some(SortBy { column, descending }) = sort else {
        return index.in_usual_order(false);
    };
    match column {
        "no" => index.in_order_of(descending, |line| Some(line.contact.no.clone())),
        "phone" => index.in_order_of(descending, |line| filled(&line.contact.phone)),
        "salesperson" => store.read(&[Table::Salesperson], |records| {
            index.in_order_of(descending, |line| {
                let code = code_of(records, line.contact.salesperson);
                filled(code)
            })
        }),
        "last" => store.read(&[Table::LogEntry], |records| {
            index.in_order_of(descending, |line| last_date(records, &line.contact))
        }),
        _ => index.in_usual_order(descending),
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_string())
}

fn code_of(records: &Records, salesperson: Option<SalespersonId>) -> &str {
    let row = salesperson.and_then(|id| records.get::<Salesperson>(id));
    row.map_or("", |row| row.code.as_str())
}

fn last_date(records: &Records, contact: &Contact) -> Option<NaiveDate> {
    last_interaction(records, scope_of(records, contact.id))?.date
}

/// The columns.
pub(super) fn columns() -> Vec<Column> {
    let field = |id: &'static str, field: Field, width: Width| {
        let title = tr_with(move |m| (m.terms.field)(field).into());
        Column::new(id, title, width).sortable()
    };
    vec![
        field("no", Field::No, Width::Px(116)).phone(PhonePlace::Hidden),
        field("name", Field::Name, Width::Grow(230)).phone(PhonePlace::Title),
        field("phone", Field::Phone, Width::Px(160)).phone(PhonePlace::Detail),
        field("salesperson", Field::Salesperson, Width::Px(96)).phone(PhonePlace::Hidden),
        Column::new("last", tr(|m| m.people.latest), Width::Px(116))
            .end()
            .sortable()
            .phone(PhonePlace::End),
    ]
}

/// What a column says of the contact in a row.
pub(super) fn cell(store: Store, rows: Rows, at: usize, column: &'static str) -> AnyView {
    let Some(contact) = rows.contact_at(at) else {
        return ().into_any();
    };
    match column {
        "name" => {
            let company = rows.line_at(at, |line| line.company.clone()).flatten();
            let company = company.map(|row| row.name.clone());
            let shape = shape_of(&contact);
            view! {
                <Avatar name=contact.name.clone() shape=shape size=AvatarSize::Small/>
                <span>{contact.name.clone()}</span>
                {company.map(|name| view! { <span class="list-note">{name}</span> })}
            }
            .into_any()
        }
        "phone" => {
            let phone = Some(&contact.phone).filter(|phone| !phone.is_empty());
            phone.unwrap_or(&contact.mobile_phone).clone().into_any()
        }
        "salesperson" => store
            .read(&[Table::Salesperson], |records| {
                code_of(records, contact.salesperson).to_string()
            })
            .into_any(),
        "last" => {
            let last = store.read(&[Table::LogEntry], |records| last_date(records, &contact));
            match last {
                Some(date) => texts().format.date(date).into_any(),
                None => view! { <span class="faint">"–"</span> }.into_any(),
            }
        }
        _ => view! { <span class="muted">{contact.no.to_string()}</span> }.into_any(),
    }
}

/// Companies are square, persons round.
pub(super) fn shape_of(contact: &Contact) -> AvatarShape {
    if contact.is_person() {
        AvatarShape::Round
    } else {
        AvatarShape::Square
    }
}

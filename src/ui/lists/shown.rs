//! Which rows of a list are shown, in which order and with which columns: what the address asks for (search, order,
//! filters) and what this device remembers (columns and widths), put together.

use super::address::ListAddress;
use super::layout::Layout;
use super::rows::{ListField, Rows, in_order};
use super::trail;
use crate::browser::list_views;
use crate::domain::Records;
use crate::domain::filter::{Days, Filter, Matcher, Neutral, Value};
use crate::ui::parts::list::{Column, RowKey};
use crate::ui::shared::is_other;
use crate::ui::store::Store;
use crate::ui::text::{language, texts};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A filter that the address names.
#[derive(Clone, Debug, PartialEq)]
pub struct Active {
    /// The column filtered.
    pub column: &'static str,
    /// What its values must be.
    pub filter: Filter,
}

/// The list on the page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The open company.
    pub store: Store,
    /// What this device knows the list by.
    pub name: &'static str,
    /// Search, order and place.
    pub address: ListAddress,
    /// All columns there are.
    pub fields: Signal<Vec<ListField>>,
    /// The filters in force; those that can't be read are left out.
    pub filters: Memo<Vec<Active>>,
    /// Columns chosen and their widths.
    pub layout: RwSignal<Layout>,
    rows: Memo<Rows>,
    places: Memo<Arc<Vec<u32>>>,
}

impl Shown {
    /// The list that this device knows by `name`.
    pub fn new(
        store: Store,
        name: &'static str,
        fields: Signal<Vec<ListField>>,
        rows: Memo<Rows>,
    ) -> Self {
        let ids = untrack(|| {
            let fields = fields.read();
            let sortable = fields.iter().filter(|field| field.kind.is_some());
            sortable.map(|field| field.column.id).collect::<Vec<_>>()
        });
        let address = ListAddress::of(ids);
        let filters = Memo::new(move |_| {
            address
                .filters
                .with(|named| fields.with(|fields| active(fields, named)))
        });
        let places = Memo::new_with_compare(
            {
                let ordered = ordered(store, fields, rows, address);
                move |_| left(store, rows, address, &ordered.get(), filters)
            },
            is_other,
        );
        Self {
            store,
            name,
            address,
            fields,
            filters,
            layout: RwSignal::new(list_views::layout(name).unwrap_or_default()),
            rows,
            places,
        }
    }

    /// Keeps the order shown for the cards of its rows, as long as the page is there.
    pub(super) fn leave_trail(self) {
        Effect::new(move |_| trail::remember(self.name, self.rows.get(), self.places.get()));
    }

    /// How many rows are shown; tracked.
    pub fn n(self) -> usize {
        self.places.with(|places| places.len())
    }

    /// How many there are without search and filters; tracked.
    pub fn n_all(self) -> usize {
        self.rows.with(|rows| rows.0.n())
    }

    /// The place of a row shown; tracked.
    pub fn place_at(self, at: usize) -> Option<u32> {
        self.places.with(|places| places.get(at).copied())
    }

    /// What tells a row shown from all others; tracked.
    pub fn key_at(self, at: usize) -> Option<RowKey> {
        let place = self.place_at(at)?;
        self.rows.with(|rows| Some(rows.0.key(place)))
    }

    /// The column of this id.
    pub fn field(self, id: &str) -> Option<ListField> {
        self.fields
            .with(|fields| fields.iter().find(|field| field.column.id == id).copied())
    }

    /// What a column says of a row shown; tracked.
    pub fn words_at(self, at: usize, column: &str) -> String {
        let (Some(place), Some(field)) = (self.place_at(at), self.field(column)) else {
            return String::new();
        };
        let m = texts();
        self.rows.with(|rows| {
            let rows = rows.0.as_ref();
            self.store.read(rows.reads(column), |records| {
                field.words(rows, records, m, place)
            })
        })
    }

    /// Reads rows and records, for what is done with all rows: not followed.
    pub fn peek<T>(self, read: impl FnOnce(&Rows, &Records) -> T) -> T {
        self.rows
            .with_untracked(|rows| self.store.peek(|records| read(rows, records)))
    }

    /// The different texts that all rows have in a column, in order; none when there are more than
    /// `max`. Not followed.
    pub fn texts_in(self, column: &str, max: usize) -> BTreeSet<String> {
        self.peek(|rows, records| {
            let mut different = BTreeSet::new();
            for place in rows.0.own_order() {
                if let Some(Value::Text(text) | Value::Code(text)) =
                    rows.0.value(records, place, column)
                {
                    different.insert(text.to_string());
                }
                if different.len() > max {
                    return BTreeSet::new();
                }
            }
            different
        })
    }

    /// The rows, and the places of those shown in their order; tracked.
    pub fn rows_and_places(self) -> (Rows, Arc<Vec<u32>>) {
        (self.rows.get(), self.places.get())
    }

    /// The columns shown, as wide as the user wants them.
    pub fn columns(self) -> Vec<Column> {
        self.layout.with(|layout| {
            let fields = self.fields.read();
            layout.columns(&fields)
        })
    }

    /// Changes columns or widths, and remembers it.
    pub fn change_layout(self, change: impl FnOnce(&mut Layout)) {
        self.layout.update(change);
        self.layout
            .with_untracked(|layout| list_views::set_layout(self.name, layout));
    }

    /// Reads the filter in force of a column, if it has one; tracked.
    pub fn with_filter<T>(self, column: &str, read: impl FnOnce(&Filter) -> T) -> Option<T> {
        self.filters.with(|filters| {
            let active = filters.iter().find(|active| active.column == column);
            active.map(|active| read(&active.filter))
        })
    }

    /// Filters a column; none: no longer.
    pub fn filter(self, column: &str, filter: Option<&Filter>) {
        let text = filter.map_or_else(String::new, |filter| filter.print(&Neutral));
        self.address.filter(column, text);
    }
}

/// The filters that can be read. An address may have been typed, or be of another version.
fn active(fields: &[ListField], named: &[(String, String)]) -> Vec<Active> {
    let read = |(column, text): &(String, String)| {
        let field = fields.iter().find(|field| field.column.id == column)?;
        let filter = Filter::parse(text, field.kind?, &Neutral).ok()?;
        Some(Active {
            column: field.column.id,
            filter,
        })
    };
    named.iter().filter_map(read).collect()
}

/// All places in the order asked for.
fn ordered(
    store: Store,
    fields: Signal<Vec<ListField>>,
    rows: Memo<Rows>,
    address: ListAddress,
) -> Memo<Arc<Vec<u32>>> {
    let compute = move |_: Option<&Arc<Vec<u32>>>| {
        let sort = address.sort.get();
        let lang = language();
        rows.with(|rows| {
            let rows = rows.0.as_ref();
            let field = sort.and_then(|sort| {
                let fields = fields.read();
                let field = fields.iter().find(|field| field.column.id == sort.column);
                Some((*field?, sort))
            });
            Arc::new(match field {
                None => rows.own_order(),
                Some((field, sort)) => store.read(rows.reads(sort.column), |records| {
                    in_order(rows, records, lang, &field, sort)
                }),
            })
        })
    };
    Memo::new_with_compare(compute, is_other)
}

/// The places that search and filters leave, in their order.
fn left(
    store: Store,
    rows: Memo<Rows>,
    address: ListAddress,
    ordered: &Arc<Vec<u32>>,
    filters: Memo<Vec<Active>>,
) -> Arc<Vec<u32>> {
    let is_searched = address.search.with(|typed| !typed.trim().is_empty());
    let is_filtered = filters.with(|filters| !filters.is_empty());
    if !is_searched && !is_filtered {
        return ordered.clone();
    }
    rows.with(|rows| {
        let rows = rows.0.as_ref();
        let mut places = if is_searched {
            let m = texts();
            address
                .search
                .with(|typed| store.peek(|records| rows.found(records, m, ordered, typed)))
        } else {
            ordered.to_vec()
        };
        if is_filtered {
            let days = days(store);
            let matchers: Vec<(&'static str, Matcher)> = filters.with(|filters| {
                let matcher = |active: &Active| (active.column, active.filter.resolve(&days));
                filters.iter().map(matcher).collect()
            });
            for (column, _) in &matchers {
                store.read(rows.reads(column), |_| ());
            }
            store.peek(|records| {
                places.retain(|place| {
                    let fits = |(column, matcher): &(&'static str, Matcher)| {
                        rows.value(records, *place, column)
                            .is_some_and(|value| matcher.matches(&value))
                    };
                    matchers.iter().all(fits)
                });
            });
        }
        Arc::new(places)
    })
}

/// What today and the work date are; the work date is tracked.
pub fn days(store: Store) -> Days {
    let _ = store.company();
    Days::of(&store.moment())
}

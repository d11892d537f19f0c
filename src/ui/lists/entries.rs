//! Log entries as lists show them: what each column says, in what order they stand, and what a
//! search looks at.

use crate::browser::collation;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, LogEntryId};
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Wanted, fold};
use crate::domain::{Records, Table};
use crate::language::{Lang, Messages};
use crate::ui::lists::address::ListAddress;
use crate::ui::parts::avatar::AvatarShape;
use crate::ui::parts::list::SortBy;
use crate::ui::store::Store;
use crate::ui::text::{language, texts};
use leptos::prelude::*;
use std::cmp::Reverse;
use std::sync::Arc;

/// The tables whose rows a list of entries shows.
pub const TABLES: &[Table] = &[
    Table::LogEntry,
    Table::Contact,
    Table::Salesperson,
    Table::InteractionTemplate,
];

/// The rows of a list of entries.
#[derive(Clone, Copy)]
pub struct Entries {
    /// All entries of the scope, in the list's own order.
    pub all: Memo<Arc<Vec<LogEntryId>>>,
    /// Those that the search leaves, in the order asked for.
    pub shown: Memo<Arc<Vec<LogEntryId>>>,
}

impl Entries {
    /// The logged entries of a scope, newest first.
    pub fn logged(store: Store, scope: Signal<Scope>, address: ListAddress) -> Self {
        let all = Memo::new(move |_| {
            let scope = scope.get();
            store.read(&[Table::LogEntry], |records| {
                let ledger = records.ledger();
                Arc::new(match scope {
                    Scope::All => ledger.logged().rev().collect::<Vec<_>>(),
                    scope => {
                        let entries = ledger.entries(scope).rev();
                        entries.filter(|id| !is_postponed(records, *id)).collect()
                    }
                })
            })
        });
        Self::of(store, all, address)
    }

    /// The postponed entries of a scope, oldest first: they have waited longest.
    pub fn postponed(store: Store, scope: Signal<Scope>, address: ListAddress) -> Self {
        let all = Memo::new(move |_| {
            let scope = scope.get();
            store.read(&[Table::LogEntry], |records| {
                let ledger = records.ledger();
                Arc::new(match scope {
                    Scope::All => ledger.postponed().collect::<Vec<_>>(),
                    scope => {
                        let entries = ledger.entries(scope);
                        entries.filter(|id| is_postponed(records, *id)).collect()
                    }
                })
            })
        });
        Self::of(store, all, address)
    }

    fn of(store: Store, all: Memo<Arc<Vec<LogEntryId>>>, address: ListAddress) -> Self {
        // Both are computed when first asked for: no list is folded that nobody searches.
        let folded = Memo::new(move |_| {
            let m = texts();
            all.with(|all| {
                store.read(TABLES, |records| {
                    let line = |id: &LogEntryId| {
                        let entry = records.get::<LogEntry>(*id);
                        entry.map_or_else(String::new, |entry| searched(records, m, entry))
                    };
                    Arc::new(all.iter().map(line).collect::<Vec<String>>())
                })
            })
        });
        let ordered = Memo::new(move |_| {
            let sort = address.sort.get();
            all.with(|all| match sort {
                None => Arc::new((0..all.len()).collect::<Vec<usize>>()),
                Some(sort) => {
                    let lang = language();
                    let order = store.read(TABLES, |records| ordered(records, lang, all, sort));
                    Arc::new(order)
                }
            })
        });
        let shown = Memo::new(move |_| {
            let wanted = address.search.with(|text| Wanted::new(text));
            all.with(|all| {
                ordered.with(|ordered| {
                    let places = ordered.iter().copied();
                    Arc::new(if wanted.is_blank() {
                        places.map(|place| all[place]).collect::<Vec<_>>()
                    } else {
                        folded.with(|folded| {
                            let found = places.filter(|place| wanted.is_in(&folded[*place]));
                            found.map(|place| all[place]).collect()
                        })
                    })
                })
            })
        });
        Self { all, shown }
    }

    /// The id of the entry in a row; tracked.
    pub fn id_at(self, at: usize) -> Option<LogEntryId> {
        self.shown.with(|shown| shown.get(at).copied())
    }

    /// Something of the entry in a row; tracked. Blank for a row that is just going away.
    pub fn read_at<T: Default>(
        self,
        store: Store,
        at: usize,
        read: impl FnOnce(&Records, &LogEntry) -> T,
    ) -> T {
        let id = self.id_at(at);
        store.read(TABLES, |records| {
            let entry = id.and_then(|id| records.get::<LogEntry>(id));
            entry.map_or_else(T::default, |entry| read(records, entry))
        })
    }
}

fn is_postponed(records: &Records, id: LogEntryId) -> bool {
    let entry = records.get::<LogEntry>(id);
    entry.is_some_and(|entry| entry.is_postponed())
}

/// How many entries of a scope are postponed.
pub fn n_postponed(store: Store, scope: Signal<Scope>) -> Memo<u32> {
    Memo::new(move |_| {
        let scope = scope.get();
        let n = store.read(&[Table::LogEntry], |records| match scope {
            Scope::All => records.ledger().n_postponed(),
            scope => {
                let entries = records.ledger().entries(scope);
                entries.filter(|id| is_postponed(records, *id)).count()
            }
        });
        u32::try_from(n).unwrap_or(u32::MAX)
    })
}

/// The shape of a contact's mark: persons are round.
pub fn contact_mark(records: &Records, id: Option<ContactId>) -> AvatarShape {
    let contact = id.and_then(|id| records.get::<Contact>(id));
    match contact {
        Some(contact) if contact.is_person() => AvatarShape::Round,
        _ => AvatarShape::Square,
    }
}

/// The name of a contact; blank for none, or one that is gone.
pub fn contact_name(records: &Records, id: Option<ContactId>) -> &str {
    let contact = id.and_then(|id| records.get::<Contact>(id));
    contact.map_or("", |contact| &contact.name)
}

/// The code of the entry's template, also of one that is gone.
pub fn template_code<'a>(records: &'a Records, entry: &'a LogEntry) -> &'a str {
    entry.template.as_ref().map_or("", |mention| {
        let row = records.get::<InteractionTemplate>(mention.id);
        row.map_or(&mention.code, |row| &row.code).as_str()
    })
}

/// The code of the entry's salesperson, also of one that is gone.
pub fn salesperson_code<'a>(records: &'a Records, entry: &'a LogEntry) -> &'a str {
    entry.salesperson.as_ref().map_or("", |mention| {
        let row = records.get::<Salesperson>(mention.id);
        row.map_or(&mention.code, |row| &row.code).as_str()
    })
}

/// What a search looks at, folded: all that stands in the row, and the number of the contact and
/// the name of the salesperson.
fn searched(records: &Records, m: &Messages, entry: &LogEntry) -> String {
    let contact = entry.contact.and_then(|id| records.get::<Contact>(id));
    let salesperson = entry.salesperson.as_ref();
    let salesperson = salesperson.and_then(|mention| records.get::<Salesperson>(mention.id));
    let parts = [
        entry.description.as_str(),
        contact.map_or("", |contact| &contact.name),
        contact.map_or("", |contact| contact.no.as_str()),
        contact_name(records, entry.company),
        template_code(records, entry),
        salesperson_code(records, entry),
        salesperson.map_or("", |salesperson| &salesperson.name),
        entry.evaluation.map_or("", m.terms.evaluation),
        &entry
            .date
            .map_or_else(String::new, |date| m.format.date(date)),
        &entry.no.to_string(),
    ];
    fold(&parts.join(" "))
}

/// The places of the entries in the order of a column. Entries that are equal in it stay in the
/// list's own order.
fn ordered(records: &Records, lang: Lang, all: &[LogEntryId], sort: SortBy) -> Vec<usize> {
    let SortBy { column, descending } = sort;
    let entry = |place: usize| records.get::<LogEntry>(all[place]);
    let by_text = |text: fn(&Records, &LogEntry) -> String| {
        let texts: Vec<String> = (0..all.len())
            .map(|place| entry(place).map_or_else(String::new, |entry| text(records, entry)))
            .collect();
        let ranks = collation::ranks(lang, texts.iter().map(String::as_str));
        sorted(all.len(), descending, |place| {
            ranks.get(texts[place].as_str())
        })
    };
    let n = all.len();
    match column {
        "description" => by_text(|_, entry| entry.description.clone()),
        "contact" => by_text(|records, entry| contact_name(records, entry.contact).into()),
        "company" => by_text(|records, entry| contact_name(records, entry.company).into()),
        "template" => by_text(|records, entry| template_code(records, entry).into()),
        "salesperson" => by_text(|records, entry| salesperson_code(records, entry).into()),
        "date" => sorted(n, descending, |place| {
            entry(place).map(|entry| (entry.date, entry.time, entry.no))
        }),
        "time" => sorted(n, descending, |place| entry(place).map(|entry| entry.time)),
        "evaluation" => sorted(n, descending, |place| {
            entry(place).map(|entry| entry.evaluation)
        }),
        "cost" => sorted(n, descending, |place| entry(place).map(|entry| entry.cost)),
        "duration" => sorted(n, descending, |place| {
            entry(place).map(|entry| entry.duration)
        }),
        // The oldest has the greatest age.
        "age" => sorted(n, descending, |place| {
            entry(place).map(|entry| Reverse(entry.written_at))
        }),
        _ => sorted(n, descending, |place| entry(place).map(|entry| entry.no)),
    }
}

fn sorted<K: Ord>(n: usize, descending: bool, key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    if descending {
        places.sort_by_key(|place| Reverse(key(*place)));
    } else {
        places.sort_by_key(|place| key(*place));
    }
    places
}

//! The records that a condition chooses among: nobody has to know their codes.

use crate::browser::collation;
use crate::browser::names::{country_name, language_name};
use crate::domain::campaign::Campaign;
use crate::domain::classification::ClassKind;
use crate::domain::code::Code;
use crate::domain::contact::Contact;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::salesperson::Salesperson;
use crate::domain::search::Wanted;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::segment::selection::Part;
use crate::domain::values::{COUNTRIES, LANGUAGES};
use crate::domain::{Field, Records, Table};
use crate::language::Lang;
use crate::ui::cards::classes::table_of;
use crate::ui::cards::pickers::capitalised;
use crate::ui::lookups::{ContactLookup, best, contact_key};
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use crate::ui::text::language;
use leptos::prelude::*;
use std::sync::Arc;

/// So many are offered at once.
const MAX_OFFERED: usize = 30;

/// What is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Contact,
    Salesperson,
    Class(ClassKind),
    Template,
    Group,
    Campaign,
    /// By the number that the segment had.
    Segment,
    /// By its entry number.
    LoggedSegment,
    Language,
    Country,
}

/// A record that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choosable {
    /// Its code or number: what the condition asks for.
    pub code: String,
    /// Its name; may be blank.
    pub name: String,
}

/// The records that a condition chooses among. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Lookup {
    store: Store,
    what: What,
    rows: Memo<Arc<Vec<Arc<Choosable>>>>,
    contacts: Option<ContactLookup>,
}

/// What the values of a field are codes of.
fn what(part: Part, field: Field) -> Option<What> {
    Some(match (part, field) {
        (Part::Contact, Field::No) => What::Contact,
        (Part::Contact, Field::OrganizationalLevel) => What::Class(ClassKind::OrganizationalLevel),
        (Part::Contact, Field::Salutation) => What::Class(ClassKind::Salutation),
        (Part::Contact, Field::Language) => What::Language,
        (Part::Contact, Field::Country) => What::Country,
        (Part::Contact | Part::Interaction, Field::Salesperson) => What::Salesperson,
        (Part::Interaction, Field::Template) => What::Template,
        (Part::Interaction, Field::Group) => What::Group,
        (Part::Interaction, Field::Campaign) => What::Campaign,
        (Part::Interaction, Field::SegmentNo) => What::Segment,
        (Part::Interaction, Field::LoggedSegment) => What::LoggedSegment,
        (Part::MailingGroup, Field::Code) => What::Class(ClassKind::MailingGroup),
        (Part::IndustryGroup, Field::Code) => What::Class(ClassKind::IndustryGroup),
        (Part::BusinessRelation, Field::Code) => What::Class(ClassKind::BusinessRelation),
        (Part::JobResponsibility, Field::Code) => What::Class(ClassKind::JobResponsibility),
        _ => return None,
    })
}

impl What {
    fn tables(self) -> &'static [Table] {
        match self {
            Self::Contact => &[Table::Contact],
            Self::Salesperson => &[Table::Salesperson],
            Self::Class(kind) => table_of(kind),
            Self::Template => &[Table::InteractionTemplate],
            Self::Group => &[Table::InteractionGroup],
            Self::Campaign => &[Table::Campaign],
            Self::Segment | Self::LoggedSegment => &[Table::LoggedSegment],
            Self::Language | Self::Country => &[],
        }
    }

    /// All of them in the order in which they are offered; none of contacts, which are searched for.
    fn rows(self, records: &Records, lang: Lang) -> Vec<Choosable> {
        fn row(code: impl ToString, name: impl ToString) -> Choosable {
            Choosable {
                code: code.to_string(),
                name: name.to_string(),
            }
        }
        let codes = |codes: &[&str], name: fn(&str, Lang) -> String| {
            let named = |code: &&str| row(code, capitalised(&name(code, lang)));
            codes.iter().map(named).collect::<Vec<_>>()
        };
        let mut rows: Vec<Choosable> = match self {
            Self::Contact => Vec::new(),
            Self::Salesperson => {
                let rows = records.all::<Salesperson>();
                rows.map(|it| row(&it.code, &it.name)).collect()
            }
            Self::Class(kind) => {
                let keys = records.classes().all(kind);
                let rows = keys.filter_map(|key| records.class(key));
                rows.map(|it| row(it.code, it.description)).collect()
            }
            Self::Template => {
                let rows = records.all::<InteractionTemplate>();
                rows.map(|it| row(&it.code, &it.description)).collect()
            }
            Self::Group => {
                let rows = records.all::<InteractionGroup>();
                rows.map(|it| row(&it.code, &it.description)).collect()
            }
            Self::Campaign => {
                let rows = records.all::<Campaign>();
                rows.map(|it| row(&it.no, &it.description)).collect()
            }
            Self::Segment | Self::LoggedSegment => {
                let ids = records.segments().logged().rev();
                let rows = ids.filter_map(|id| records.get::<LoggedSegment>(id));
                return match self {
                    Self::Segment => rows
                        .map(|it| row(&it.segment_no, &it.description))
                        .collect(),
                    _ => rows.map(|it| row(it.no, &it.description)).collect(),
                };
            }
            Self::Language => codes(LANGUAGES, language_name),
            Self::Country => codes(COUNTRIES, country_name),
        };
        rows.sort_by(|a, b| collation::compare(lang, a.title(), b.title()));
        rows
    }
}

impl Choosable {
    /// What it is called.
    pub fn title(&self) -> &str {
        if self.name.is_empty() {
            &self.code
        } else {
            &self.name
        }
    }

    fn item(&self) -> PickerItem {
        let detail = if self.name.is_empty() { "" } else { &self.code };
        PickerItem::new(&self.code, self.title(), detail)
    }
}

impl Lookup {
    /// What a field of a part is chosen from; none if its values are no codes of records.
    pub fn of(store: Store, part: Part, field: Field) -> Option<Self> {
        let what = what(part, field)?;
        let rows = Memo::new(move |_| {
            let lang = language();
            let rows = store.read(what.tables(), |records| what.rows(records, lang));
            Arc::new(rows.into_iter().map(Arc::new).collect::<Vec<_>>())
        });
        Some(Self {
            store,
            what,
            rows,
            contacts: (what == What::Contact).then(|| ContactLookup::new(store)),
        })
    }

    /// What fits a typed text, but for what is chosen already.
    pub fn offer(self, typed: &str, chosen: &[String]) -> Vec<PickerItem> {
        let is_free = |code: &str| !chosen.iter().any(|each| each == code);
        if let Some(contacts) = self.contacts {
            let offered = contacts.offer(typed);
            return self.store.peek(|records| {
                let by_no = offered.into_iter().filter_map(|item| {
                    let contact = records.get::<Contact>(contact_key(&item.key)?)?;
                    let key = contact.no.to_string();
                    Some(PickerItem { key, ..item })
                });
                by_no.filter(|item| is_free(&item.key)).collect()
            });
        }
        let rows = self.rows.get_untracked();
        let free = rows.iter().filter(|row| is_free(&row.code));
        let found = best(free, &Wanted::new(typed), MAX_OFFERED, |row| {
            format!("{}\n{}", row.name, row.code)
        });
        found.iter().map(|(_, row)| row.item()).collect()
    }

    /// The record with this code, if there is one; tracked.
    pub fn named(self, code: &str) -> Option<Choosable> {
        if self.what == What::Contact {
            return self.store.read(self.what.tables(), |records| {
                let contact = records.contact_by_no(&Code::new(code).ok()?)?;
                Some(Choosable {
                    code: code.to_string(),
                    name: contact.name.clone(),
                })
            });
        }
        self.rows.with(|rows| {
            let row = rows.iter().find(|row| row.code == code);
            row.map(|row| Choosable::clone(row))
        })
    }

    /// All of them, for boxes to check; none if there are more than `max`.
    pub fn all(self, max: usize) -> Vec<Arc<Choosable>> {
        let rows = self.rows.get_untracked();
        match rows.len() > max {
            true => Vec::new(),
            false => rows.to_vec(),
        }
    }
}

//! The rows of the list of contacts: what each column says, and the order of names.

use crate::browser::collation::Alphabet;
use crate::domain::classification::{OrganizationalLevel, Salutation};
use crate::domain::contact::Contact;
use crate::domain::filter::{Kind, Value};
use crate::domain::id::SalespersonId;
use crate::domain::interaction::statistics::{figures, last_attempt, last_interaction, scope_of};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{ContactType, CorrespondenceType};
use crate::domain::{Field, Records, Table};
use crate::language::order::Ranks;
use crate::language::{Lang, Messages};
use crate::ui::called::called;
use crate::ui::contact_index::{ContactIndex, Line};
use crate::ui::contact_texts::ContactTexts;
use crate::ui::lists::entries::{correspondence_types, place_in};
use crate::ui::lists::rows::{ListField, RowSet, Rows, id_of, key_of};
use crate::ui::lists::shown::Shown;
use crate::ui::lookups::shape_of;
use crate::ui::parts::avatar::{AvatarSize, avatar};
use crate::ui::parts::list::{PhonePlace, RowKey, SortBy, Width};
use crate::ui::parts::plain::plain;
use crate::ui::shared::is_other;
use crate::ui::store::Store;
use crate::ui::text::{language, tr};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

/// Columns that follow the salespeople.
const SALESPEOPLE: &[Table] = &[Table::Salesperson];
/// Columns that follow the organizational levels.
const LEVELS: &[Table] = &[Table::OrganizationalLevel];
/// Columns that follow the salutations.
const SALUTATIONS: &[Table] = &[Table::Salutation];
/// Columns that follow the log.
const LOG: &[Table] = &[Table::LogEntry];

/// When the list is made ready, and how long the page is let go on in between.
const AFTER_START: Duration = Duration::from_millis(500);
const BETWEEN: Duration = Duration::from_millis(50);

/// All contacts.
struct Contacts(Arc<ContactIndex>);

/// All contacts in order.
pub(super) fn index(store: Store) -> Memo<Arc<ContactIndex>> {
    let compute = move |_: Option<&Arc<ContactIndex>>| {
        let lang = language();
        store.read(&[Table::Contact], |records| kept_index(records, lang))
    };
    Memo::new_with_compare(compute, is_other)
}

/// The rows of all contacts.
pub(super) fn rows(index: Memo<Arc<ContactIndex>>) -> Memo<Rows> {
    Memo::new(move |_| Rows(Arc::new(Contacts(index.get()))))
}

impl RowSet for Contacts {
    fn n(&self) -> usize {
        self.0.len()
    }

    fn reads(&self, column: &str) -> &'static [Table] {
        match column {
            "salesperson" => SALESPEOPLE,
            "level" => LEVELS,
            "salutation" => SALUTATIONS,
            "last" | "attempt" | "interactions" => LOG,
            // The rows hold everything else.
            _ => &[],
        }
    }

    fn key(&self, place: u32) -> RowKey {
        self.0.line(place).map_or(0, |line| key_of(line.contact.id))
    }

    /// A company above its persons.
    fn own_order(&self) -> Vec<u32> {
        self.0.in_usual_order(false)
    }

    fn value<'a>(&'a self, records: &'a Records, place: u32, column: &str) -> Option<Value<'a>> {
        value(records, self.0.line(place)?, column)
    }

    fn sorted(&self, _records: &Records, sort: SortBy) -> Option<Vec<u32>> {
        (sort.column == "name").then(|| self.0.in_usual_order(sort.descending))
    }

    fn found(
        &self,
        _records: &Records,
        _m: &'static Messages,
        places: &[u32],
        typed: &str,
    ) -> Vec<u32> {
        self.0.found(places, typed)
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
        let is_same_language = kept.lang == Some(lang);
        if !is_same_language {
            kept.ranks = Ranks::default();
            kept.lang = Some(lang);
        }
        let texts = ContactTexts::kept(records);
        if is_same_language && kept.index.is_of(&texts) {
            return kept.index.clone();
        }
        kept.index = Arc::new(ContactIndex::new(texts, &mut kept.ranks, &Alphabet(lang)));
        kept.index.clone()
    })
}

/// Makes ready what this list and Search or jump find contacts by, once the page shown first stands. In
/// two pieces, so that who presses a key meanwhile waits for one of them only.
pub(in crate::ui) fn make_ready(store: Store) {
    // The company may be closed by then.
    let records = store.shared_records();
    let order = {
        let records = records.clone();
        move || drop(kept_index(&records.borrow(), untrack(language)))
    };
    let fold = move || {
        drop(ContactTexts::kept(&records.borrow()));
        set_timeout(order, BETWEEN);
    };
    set_timeout(fold, AFTER_START);
}

fn value<'a>(records: &'a Records, line: &'a Line, column: &str) -> Option<Value<'a>> {
    let contact = line.contact.as_ref();
    let person = contact.person();
    let scope = || scope_of(records, contact.id);
    Some(match column {
        "no" => Value::Code(contact.no.as_str()),
        "name" => Value::Text(&contact.name),
        "company" => Value::Text(line.company.as_ref().map_or("", |company| &company.name)),
        "type" => place_in(ContactType::ALL, Some(contact.contact_type())),
        "job_title" => Value::Text(person.map_or("", |person| &person.job_title)),
        "level" => {
            let row = contact.organizational_level();
            let row = row.and_then(|id| records.get::<OrganizationalLevel>(id));
            Value::Text(row.map_or("", |row| called(&row.description, row.code.as_str())))
        }
        "salutation" => {
            let row = contact.salutation;
            let row = row.and_then(|id| records.get::<Salutation>(id));
            Value::Text(row.map_or("", |row| called(&row.description, row.code.as_str())))
        }
        "excluded" => Value::YesNo(contact.exclude_from_segment),
        "phone" if contact.phone.is_empty() => Value::Text(&contact.mobile_phone),
        "phone" => Value::Text(&contact.phone),
        "mobile" => Value::Text(&contact.mobile_phone),
        "email" => Value::Text(&contact.email),
        "address" => Value::Text(&contact.address),
        "post_code" => Value::Code(&contact.post_code),
        "city" => Value::Text(&contact.city),
        "country" => Value::Code(contact.country.as_ref().map_or("", |code| code.as_str())),
        "language" => Value::Code(contact.language.as_ref().map_or("", |code| code.as_str())),
        "salesperson" => Value::Code(code_of(records, contact.salesperson)),
        "correspondence" => place_in(CorrespondenceType::ALL, contact.correspondence_type),
        "privacy" => Value::YesNo(contact.privacy_blocked),
        "last" => Value::Date(last_interaction(records, scope())),
        "attempt" => Value::Date(last_attempt(records, scope())),
        "interactions" => Value::Number(figures(records, scope()).n_interactions.into()),
        _ => return None,
    })
}

fn code_of(records: &Records, salesperson: Option<SalespersonId>) -> &str {
    let row = salesperson.and_then(|id| records.get::<Salesperson>(id));
    row.map_or("", |row| row.code.as_str())
}

/// The columns.
pub(super) fn fields() -> Vec<ListField> {
    let text = |id, field, width| ListField::of(id, field, width, Kind::Text);
    let code = |id, field, px| ListField::of(id, field, Width::Px(px), Kind::Code);
    let of_log = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind).end()
    };
    let two = Kind::Option { n: 2 };
    let whole = Kind::Number { decimals: 0 };
    let types: fn(&'static Messages) -> Vec<&'static str> = |m| {
        let all = ContactType::ALL.iter();
        all.map(|each| (m.terms.contact_type)(*each)).collect()
    };
    vec![
        code("no", Field::No, 116).gives_way(1),
        text("name", Field::Name, Width::Grow(180)).phone(PhonePlace::Title),
        text("company", Field::Company, Width::Grow(180)).hidden(),
        ListField::of("type", Field::Type, Width::Px(110), two)
            .options(types)
            .hidden(),
        text("job_title", Field::JobTitle, Width::Px(150)).hidden(),
        text("level", Field::OrganizationalLevel, Width::Px(150)).hidden(),
        text("salutation", Field::Salutation, Width::Px(150)).hidden(),
        text("phone", Field::Phone, Width::Px(160)).phone(PhonePlace::Detail),
        text("mobile", Field::MobilePhone, Width::Px(160)).hidden(),
        text("email", Field::Email, Width::Grow(190)).hidden(),
        text("address", Field::Address, Width::Grow(170)).hidden(),
        code("post_code", Field::PostCode, 100).hidden(),
        text("city", Field::City, Width::Px(130)).hidden(),
        code("country", Field::Country, 90).hidden(),
        code("language", Field::Language, 90).hidden(),
        code("salesperson", Field::Salesperson, 100).gives_way(2),
        ListField::of(
            "correspondence",
            Field::CorrespondenceType,
            Width::Px(150),
            two,
        )
        .options(correspondence_types)
        .hidden(),
        ListField::of(
            "privacy",
            Field::PrivacyBlocked,
            Width::Px(120),
            Kind::YesNo,
        )
        .hidden(),
        ListField::of(
            "excluded",
            Field::ExcludeFromSegment,
            Width::Px(120),
            Kind::YesNo,
        )
        .hidden(),
        of_log("last", tr(|m| m.people.latest), 116, Kind::Date).phone(PhonePlace::End),
        of_log("attempt", tr(|m| m.people.last_attempt), 130, Kind::Date).hidden(),
        of_log("interactions", tr(|m| m.people.n_interactions), 130, whole).hidden(),
    ]
}

/// What a column shows instead of its words.
pub(super) fn cell(shown: Shown, at: usize, column: &'static str) -> Option<AnyView> {
    match column {
        "name" => {
            let contact = contact_at(shown, at)?;
            let company = shown.words_at(at, "company");
            let shape = shape_of(&contact);
            // A pause between the two names for who hears the row read aloud.
            let company = (!company.is_empty()).then(|| {
                (
                    plain("span", "unseen").inside(", "),
                    plain("span", "list-note").inside(company),
                )
            });
            let mark = avatar(&contact.name, shape, AvatarSize::Small);
            let name = plain("span", "").inside(contact.name.clone());
            Some((mark, name, company).into_any())
        }
        "no" => {
            let no = plain("span", "muted").inside(shown.words_at(at, "no"));
            Some(no.into_any())
        }
        // What the log says is not known yet.
        "last" | "attempt" | "interactions" if !shown.store.has_log() => {
            Some(plain("span", "faint").inside("…").into_any())
        }
        "last" | "attempt" => {
            let date = shown.words_at(at, column);
            Some(match date.is_empty() {
                true => plain("span", "faint").inside("–").into_any(),
                false => date.into_any(),
            })
        }
        _ => None,
    }
}

/// The contact in a row; tracked.
pub(super) fn contact_at(shown: Shown, at: usize) -> Option<Arc<Contact>> {
    let id = id_of(shown.key_at(at)?);
    shown
        .store
        .peek(|records| records.get::<Contact>(id).cloned())
}

/// How a row stands: a person below its company, if the company is above it.
pub(super) fn state(shown: Shown, at: usize) -> &'static str {
    let is_by_name = shown
        .address
        .sort
        .with(|sort| sort.is_none_or(|sort| sort.column == "name"));
    let is_below = is_by_name
        && contact_at(shown, at)
            .is_some_and(|contact| contact.is_person() && contact.company().is_some());
    if is_below { "child" } else { "" }
}

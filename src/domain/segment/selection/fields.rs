//! What criteria can filter on: the fields of each part, their kinds and their values.

use super::{Part, Section};
use crate::domain::change::Record;
use crate::domain::classification::{Class, OrganizationalLevel, Salutation};
use crate::domain::contact::Contact;
use crate::domain::filter::{Days, Filter, Kind, Matcher, Value};
use crate::domain::id::{OrganizationalLevelId, SalespersonId, SalutationId};
use crate::domain::records::Records;
use crate::domain::refusal::Field;
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{ContactType, CorrespondenceType};
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

const MONEY: Kind = Kind::Number { decimals: 2 };

/// The fields of the contact, in the order in which they are offered.
const OF_CONTACT: &[(Field, Kind)] = &[
    (Field::No, Kind::Code),
    (Field::Name, Kind::Text),
    (Field::Type, Kind::Option { n: 2 }),
    (Field::Company, Kind::Text),
    (Field::Salesperson, Kind::Code),
    (Field::City, Kind::Text),
    (Field::PostCode, Kind::Code),
    (Field::Country, Kind::Code),
    (Field::Language, Kind::Code),
    (Field::JobTitle, Kind::Text),
    (Field::OrganizationalLevel, Kind::Code),
    (Field::Salutation, Kind::Code),
    (Field::CorrespondenceType, Kind::Option { n: 2 }),
    (Field::Address, Kind::Text),
    (Field::Phone, Kind::Text),
    (Field::MobilePhone, Kind::Text),
    (Field::Email, Kind::Text),
    (Field::HomePage, Kind::Text),
    (Field::PrivacyBlocked, Kind::YesNo),
    (Field::ExcludeFromSegment, Kind::YesNo),
];

/// The field of a group.
const OF_GROUP: &[(Field, Kind)] = &[(Field::Code, Kind::Code)];

/// The fields of an interaction.
const OF_INTERACTION: &[(Field, Kind)] = &[
    (Field::Date, Kind::Date),
    (Field::Template, Kind::Code),
    (Field::Group, Kind::Code),
    (Field::Salesperson, Kind::Code),
    (Field::Campaign, Kind::Code),
    (Field::Evaluation, Kind::Option { n: 5 }),
    (Field::Description, Kind::Text),
    (Field::Successful, Kind::YesNo),
    (Field::InformationFlow, Kind::Option { n: 2 }),
    (Field::InitiatedBy, Kind::Option { n: 2 }),
    (Field::CorrespondenceType, Kind::Option { n: 2 }),
    (Field::Cost, MONEY),
    (Field::Duration, Kind::Duration),
    (Field::CampaignTarget, Kind::YesNo),
    (Field::CampaignResponse, Kind::YesNo),
    (Field::SegmentNo, Kind::Code),
    (Field::LoggedSegment, Kind::Number { decimals: 0 }),
    (Field::Canceled, Kind::YesNo),
];

impl Part {
    /// The fields that can be filtered on, in the order in which they are offered.
    pub fn fields(self) -> &'static [(Field, Kind)] {
        match self {
            Self::Contact => OF_CONTACT,
            Self::Interaction => OF_INTERACTION,
            _ => OF_GROUP,
        }
    }

    /// What kind of field it is; `None` if this part has no such field.
    pub fn kind(self, field: Field) -> Option<Kind> {
        let mut fields = self.fields().iter();
        fields.find(|(of, _)| *of == field).map(|(_, kind)| *kind)
    }
}

/// A filter on codes, asked of records that are mentioned by their ids: each record's code is looked
/// at once.
pub(super) struct ByCode<I> {
    known: HashMap<I, bool>,
    blank: bool,
    matcher: Matcher,
}

impl<I: Copy + Eq + Hash> ByCode<I> {
    pub(super) fn new<'a>(matcher: Matcher, rows: impl Iterator<Item = (I, &'a str)>) -> Self {
        let passes = |code: &str| matcher.matches(&Value::Code(code));
        let known = rows.map(|(id, code)| (id, passes(code))).collect();
        let blank = passes("");
        Self {
            known,
            blank,
            matcher,
        }
    }

    /// True if it passes. A record that is gone has the code it had.
    pub(super) fn passes(&self, mention: Option<(I, &str)>) -> bool {
        let Some((id, code)) = mention else {
            return self.blank;
        };
        let gone = || self.matcher.matches(&Value::Code(code));
        self.known.get(&id).copied().unwrap_or_else(gone)
    }

    /// True if only mentions pass, and not the lack of one.
    pub(super) fn wants_some(&self) -> bool {
        !self.blank
    }

    /// True if a mention of this record may pass: what code it had is not known once it is gone.
    pub(super) fn may_pass(&self, id: I) -> bool {
        self.known.get(&id).copied().unwrap_or(true)
    }
}

/// What a section asks of the contact itself.
pub(super) struct ContactTest(Vec<Asked>);

enum Asked {
    Value(fn(&Contact) -> Value<'_>, Matcher),
    Company(Matcher),
    Salesperson(ByCode<SalespersonId>),
    Level(ByCode<OrganizationalLevelId>),
    Salutation(ByCode<SalutationId>),
}

impl ContactTest {
    pub(super) fn new(records: &Records, section: &Section, days: &Days) -> Self {
        let filters = section.filters().iter();
        Self(
            filters
                .map(|it| asked(records, it.field, &it.filter, days))
                .collect(),
        )
    }

    pub(super) fn passes(&self, records: &Records, contact: &Contact) -> bool {
        self.0.iter().all(|asked| match asked {
            Asked::Value(value, matcher) => matcher.matches(&value(contact)),
            Asked::Company(matcher) => {
                let name = contact.company_name(records).unwrap_or_default();
                matcher.matches(&Value::Text(name))
            }
            Asked::Salesperson(codes) => codes.passes(contact.salesperson.map(bare)),
            Asked::Level(codes) => codes.passes(contact.organizational_level().map(bare)),
            Asked::Salutation(codes) => codes.passes(contact.salutation.map(bare)),
        })
    }
}

/// A mention without a code of its own: what it mentions exists.
fn bare<I>(id: I) -> (I, &'static str) {
    (id, "")
}

fn asked(records: &Records, field: Field, filter: &Filter, days: &Days) -> Asked {
    let matcher = filter.resolve(days);
    match field {
        Field::Company => Asked::Company(matcher),
        Field::Salesperson => {
            let rows = records.all::<Salesperson>();
            let rows = rows.map(|row| (row.id, row.code.as_str()));
            Asked::Salesperson(ByCode::new(matcher, rows))
        }
        Field::OrganizationalLevel => {
            Asked::Level(by_class::<OrganizationalLevel>(records, matcher))
        }
        Field::Salutation => Asked::Salutation(by_class::<Salutation>(records, matcher)),
        field => match value_of(field) {
            Some(value) => Asked::Value(value, matcher),
            None => unreachable!("a contact is not filtered on {field:?}"),
        },
    }
}

/// How a field that is the contact's own is read.
fn value_of(field: Field) -> Option<fn(&Contact) -> Value<'_>> {
    Some(match field {
        Field::No => |row| Value::Code(row.no.as_str()),
        Field::Name => |row| Value::Text(&row.name),
        Field::Type => |row| place(ContactType::ALL, Some(row.contact_type())),
        Field::City => |row| Value::Text(&row.city),
        Field::PostCode => |row| Value::Code(&row.post_code),
        Field::Country => |row| Value::Code(row.country.as_ref().map_or("", |it| it.as_str())),
        Field::Language => |row| Value::Code(row.language.as_ref().map_or("", |it| it.as_str())),
        Field::JobTitle => |row| Value::Text(row.person().map_or("", |person| &person.job_title)),
        Field::CorrespondenceType => |row| place(CorrespondenceType::ALL, row.correspondence_type),
        Field::Address => |row| Value::Text(&row.address),
        Field::Phone => |row| Value::Text(&row.phone),
        Field::MobilePhone => |row| Value::Text(&row.mobile_phone),
        Field::Email => |row| Value::Text(&row.email),
        Field::HomePage => |row| Value::Text(&row.home_page),
        Field::PrivacyBlocked => |row| Value::YesNo(row.privacy_blocked),
        Field::ExcludeFromSegment => |row| Value::YesNo(row.exclude_from_segment),
        _ => return None,
    })
}

/// The different texts that contacts have in a field of their own, in order, to choose from; none
/// when there are more than `max`, and for fields that hold no text.
pub fn texts_of_contacts(records: &Records, field: Field, max: usize) -> BTreeSet<&str> {
    let mut different = BTreeSet::new();
    let Some(value) = value_of(field) else {
        return different;
    };
    for contact in records.all::<Contact>() {
        if let Value::Text(text) | Value::Code(text) = value(contact) {
            different.insert(text);
        }
        if different.len() > max {
            return BTreeSet::new();
        }
    }
    different
}

fn by_class<R: Class>(records: &Records, matcher: Matcher) -> ByCode<<R as Record>::Id>
where
    <R as Record>::Id: Eq + Hash,
{
    let rows = records.all::<R>();
    ByCode::new(matcher, rows.map(|row| (row.id(), row.code().as_str())))
}

/// A value of a list, as its place.
pub(super) fn place<T: PartialEq>(all: &[T], value: Option<T>) -> Value<'static> {
    let found = value.and_then(|value| all.iter().position(|one| *one == value));
    Value::Option(found.and_then(|at| u16::try_from(at).ok()))
}

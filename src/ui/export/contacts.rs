//! Contacts as a whole: every field, as a table or as cards for an address book.

use super::ExportRequest;
use crate::book::SharedRecords;
use crate::browser::names::country_name;
use crate::domain::classification::ClassKey;
use crate::domain::contact::{Contact, Person};
use crate::domain::id::ContactId;
use crate::domain::salesperson::Salesperson;
use crate::domain::{Field, Records};
use crate::language::{Lang, Messages};
use crate::ui::text::{language, say};
use leptos::prelude::untrack;
use lokikirja_export::job::FileFormat;
use lokikirja_export::table::{Row, Value};
use lokikirja_export::vcard::Part;
use std::rc::Rc;

/// The fields of a contact, in the order of the columns (`ExportSegmentContact.XmlPort.al`, as far as
/// contacts have them here).
const FIELDS: &[Field] = &[
    Field::No,
    Field::Type,
    Field::Name,
    Field::Company,
    Field::FirstName,
    Field::MiddleName,
    Field::Surname,
    Field::JobTitle,
    Field::OrganizationalLevel,
    Field::Salutation,
    Field::Address,
    Field::Address2,
    Field::PostCode,
    Field::City,
    Field::Country,
    Field::Phone,
    Field::MobilePhone,
    Field::Email,
    Field::HomePage,
    Field::Language,
    Field::Salesperson,
    Field::CorrespondenceType,
    Field::ExcludeFromSegment,
    Field::PrivacyBlocked,
];

/// These contacts in a format, in their order. `title` names the file. One that has gone in the
/// meantime is left out.
pub fn contacts(
    records: SharedRecords,
    contacts: Vec<ContactId>,
    title: String,
    format: FileFormat,
) -> ExportRequest {
    let m = say();
    let lang = untrack(language);
    let columns = FIELDS
        .iter()
        .map(|field| (m.terms.field)(*field).to_owned());
    let columns = columns.collect();
    let n_rows = contacts.len();
    let row = move |at: usize| {
        let records = records.borrow();
        let contact = records.get::<Contact>(*contacts.get(at)?)?;
        Some(match format {
            FileFormat::VCard => card(&records, contact, lang),
            _ => fields(&records, contact, m),
        })
    };
    ExportRequest {
        title,
        columns,
        n_rows,
        row: Rc::new(row),
    }
}

fn fields(records: &Records, contact: &Contact, m: &Messages) -> Row {
    let nobody = Person::default();
    let person = contact.person().unwrap_or(&nobody);
    let class = |key: Option<ClassKey>| {
        let row = key.and_then(|key| records.class(key));
        row.map_or(Value::Blank, |row| Value::text(row.code.as_str()))
    };
    let field = |field: &Field| match field {
        Field::No => Value::text(contact.no.as_str()),
        Field::Type => Value::text((m.terms.contact_type)(contact.contact_type())),
        Field::Name => Value::text(&contact.name),
        Field::Company => Value::text(contact.company_name(records).unwrap_or_default()),
        Field::FirstName => Value::text(&person.first_name),
        Field::MiddleName => Value::text(&person.middle_name),
        Field::Surname => Value::text(&person.surname),
        Field::JobTitle => Value::text(&person.job_title),
        Field::OrganizationalLevel => class(
            person
                .organizational_level
                .map(ClassKey::OrganizationalLevel),
        ),
        Field::Salutation => class(contact.salutation.map(ClassKey::Salutation)),
        Field::Address => Value::text(&contact.address),
        Field::Address2 => Value::text(&contact.address_2),
        Field::PostCode => Value::text(&contact.post_code),
        Field::City => Value::text(&contact.city),
        Field::Country => code(contact.country.as_ref()),
        Field::Phone => Value::text(&contact.phone),
        Field::MobilePhone => Value::text(&contact.mobile_phone),
        Field::Email => Value::text(&contact.email),
        Field::HomePage => Value::text(&contact.home_page),
        Field::Language => code(contact.language.as_ref()),
        Field::Salesperson => {
            let row = contact.salesperson;
            let row = row.and_then(|id| records.get::<Salesperson>(id));
            row.map_or(Value::Blank, |row| Value::text(row.code.as_str()))
        }
        Field::CorrespondenceType => {
            let kind = contact.correspondence_type;
            kind.map_or(Value::Blank, |kind| {
                Value::text((m.terms.correspondence_type)(kind))
            })
        }
        Field::ExcludeFromSegment => Value::YesNo(contact.exclude_from_segment),
        Field::PrivacyBlocked => Value::YesNo(contact.privacy_blocked),
        _ => Value::Blank,
    };
    FIELDS.iter().map(field).collect()
}

fn code<T: ToString>(code: Option<&T>) -> Value {
    code.map_or(Value::Blank, |code| Value::text(code.to_string()))
}

/// The parts of a card. An address book in Finnish says *Suomi*.
fn card(records: &Records, contact: &Contact, lang: Lang) -> Row {
    let nobody = Person::default();
    let person = contact.person().unwrap_or(&nobody);
    let part = |part: Part| match part {
        Part::Uid => Value::text(contact.id.to_string()),
        Part::IsPerson => Value::YesNo(contact.is_person()),
        Part::Name => Value::text(&contact.name),
        Part::Surname => Value::text(&person.surname),
        Part::FirstName => Value::text(&person.first_name),
        Part::MiddleName => Value::text(&person.middle_name),
        Part::Company => Value::text(contact.company_name(records).unwrap_or_default()),
        Part::JobTitle => Value::text(&person.job_title),
        Part::Address => Value::text(&contact.address),
        Part::Address2 => Value::text(&contact.address_2),
        Part::City => Value::text(&contact.city),
        Part::PostCode => Value::text(&contact.post_code),
        Part::Country => {
            let code = contact.country.as_ref();
            code.map_or(Value::Blank, |code| {
                Value::text(country_name(code.as_str(), lang))
            })
        }
        Part::Phone => Value::text(&contact.phone),
        Part::MobilePhone => Value::text(&contact.mobile_phone),
        Part::Email => Value::text(&contact.email),
        Part::HomePage => Value::text(&contact.home_page),
        Part::Language => code(contact.language.as_ref()),
    };
    Part::ALL.map(part).to_vec()
}

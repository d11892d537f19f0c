//! What the undo of a change set came to, in the words of whoever made the change.

use super::name_of;
use crate::domain::change::{Change, Row, Table};
use crate::domain::classification::Class;
use crate::domain::classification::formula::SalutationFormula;
use crate::domain::contact::{Contact, Person};
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::notice::Restored;
use crate::domain::number_series::NumberSeries;
use crate::domain::refusal::Field;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::selection::saved::SavedCriteria;
use crate::domain::setup::MarketingSetup;

/// Says what was restored, by the record that the change was about.
pub(super) fn restored(changes: &[&Change]) -> Restored {
    // A contact takes its memberships along; they are named only where they stand alone.
    let is_membership = |change: &&Change| change.key.table() == Table::Membership;
    let others: Vec<&Change> = changes
        .iter()
        .copied()
        .filter(|change| !is_membership(change))
        .collect();
    let changes = if others.is_empty() { changes } else { &others };
    let back: Vec<&Row> = changes
        .iter()
        .filter(|change| change.after.is_none())
        .filter_map(|change| change.before.as_ref())
        .collect();
    let gone: Vec<&Row> = changes
        .iter()
        .filter(|change| change.before.is_none())
        .filter_map(|change| change.after.as_ref())
        .collect();
    let several = || Restored::Several(count(changes.len()));
    match (head(&back), head(&gone)) {
        (Some(row), None) if one_table(&back) => Restored::Back {
            record: name_of(row),
            n_more: count(back.len() - 1),
        },
        (None, Some(row)) if one_table(&gone) => Restored::Gone {
            record: name_of(row),
            n_more: count(gone.len() - 1),
        },
        (None, None) => changed(changes).unwrap_or_else(several),
        _ => several(),
    }
}

/// A change of rows that stay: named by the row from which the others follow.
fn changed(changes: &[&Change]) -> Option<Restored> {
    let rows: Vec<&Row> = changes.iter().filter_map(|c| c.before.as_ref()).collect();
    let key = head(&rows)?.key();
    let change = changes.iter().find(|change| change.key == key)?;
    let (before, after) = (change.before.as_ref()?, change.after.as_ref()?);
    let record = name_of(before);
    Some(match field_between(before, after) {
        Some(field) => Restored::Field { record, field },
        None => Restored::Record(record),
    })
}

/// The first row, but a company before its persons.
fn head<'a>(rows: &[&'a Row]) -> Option<&'a Row> {
    let company = |row: &&&Row| matches!(row, Row::Contact(contact) if !contact.is_person());
    rows.iter().find(company).or(rows.first()).copied()
}

fn one_table(rows: &[&Row]) -> bool {
    let mut tables = rows.iter().map(|row| row.key().table());
    let first = tables.next();
    tables.all(|table| Some(table) == first)
}

/// The field that was edited, as far as the two values tell: one edit may change others with it.
fn field_between(before: &Row, after: &Row) -> Option<Field> {
    match (before, after) {
        (Row::Setup(a), Row::Setup(b)) => only(&setup(a, b)),
        (Row::NumberSeries(a), Row::NumberSeries(b)) => only(&series(a, b)),
        (Row::Salesperson(a), Row::Salesperson(b)) => only(&salesperson(a, b)),
        (Row::Contact(a), Row::Contact(b)) => contact(a, b),
        (Row::MailingGroup(a), Row::MailingGroup(b)) => only(&class(&**a, &**b)),
        (Row::IndustryGroup(a), Row::IndustryGroup(b)) => only(&class(&**a, &**b)),
        (Row::BusinessRelation(a), Row::BusinessRelation(b)) => only(&class(&**a, &**b)),
        (Row::JobResponsibility(a), Row::JobResponsibility(b)) => only(&class(&**a, &**b)),
        (Row::OrganizationalLevel(a), Row::OrganizationalLevel(b)) => only(&class(&**a, &**b)),
        (Row::Salutation(a), Row::Salutation(b)) => only(&class(&**a, &**b)),
        (Row::SalutationFormula(a), Row::SalutationFormula(b)) => only(&formula(a, b)),
        (Row::SavedCriteria(a), Row::SavedCriteria(b)) => only(&saved(a, b)),
        (Row::InteractionGroup(a), Row::InteractionGroup(b)) => only(&group(a, b)),
        (Row::InteractionTemplate(a), Row::InteractionTemplate(b)) => template(a, b),
        _ => None,
    }
}

type Differs = (Field, bool);

fn only(fields: &[Differs]) -> Option<Field> {
    let mut differing = fields.iter().filter(|(_, differs)| *differs);
    match (differing.next(), differing.next()) {
        (Some((field, _)), None) => Some(*field),
        _ => None,
    }
}

fn first(fields: &[Differs]) -> Option<Field> {
    let differing = fields.iter().find(|(_, differs)| *differs);
    differing.map(|(field, _)| *field)
}

/// None for what a person takes over: the marks are called after other records' fields.
fn setup(a: &MarketingSetup, b: &MarketingSetup) -> [Differs; 15] {
    let (old, new) = (&a.defaults, &b.defaults);
    let (here, there) = (&a.own, &b.own);
    [
        (Field::CurrencyCode, a.currency != b.currency),
        (Field::ContactNos, a.contact_nos != b.contact_nos),
        (
            Field::DefaultSalesperson,
            old.salesperson != new.salesperson,
        ),
        (Field::DefaultCountry, old.country != new.country),
        (Field::DefaultLanguageCode, old.language != new.language),
        (
            Field::DefaultCorrespondenceType,
            old.correspondence_type != new.correspondence_type,
        ),
        (
            Field::CoverSheetTemplate,
            a.cover_sheet_template != b.cover_sheet_template,
        ),
        (Field::Address, here.address != there.address),
        (Field::Address2, here.address_2 != there.address_2),
        (Field::PostCode, here.post_code != there.post_code),
        (Field::City, here.city != there.city),
        (Field::Country, here.country != there.country),
        (Field::Phone, here.phone != there.phone),
        (Field::Email, here.email != there.email),
        (Field::HomePage, here.home_page != there.home_page),
    ]
}

fn series(a: &NumberSeries, b: &NumberSeries) -> [Differs; 6] {
    [
        (Field::Code, a.code != b.code),
        (Field::Description, a.description != b.description),
        (Field::DefaultNos, a.default_nos != b.default_nos),
        (Field::ManualNos, a.manual_nos != b.manual_nos),
        (Field::DateOrder, a.date_order != b.date_order),
        (Field::RelatedSeries, a.related != b.related),
    ]
}

fn formula(a: &SalutationFormula, b: &SalutationFormula) -> [Differs; 3] {
    [
        (Field::Language, a.language != b.language),
        (Field::SalutationType, a.kind != b.kind),
        (Field::SalutationText, a.text != b.text),
    ]
}

fn salesperson(a: &Salesperson, b: &Salesperson) -> [Differs; 7] {
    [
        (Field::Code, a.code != b.code),
        (Field::Name, a.name != b.name),
        (Field::JobTitle, a.job_title != b.job_title),
        (Field::Phone, a.phone != b.phone),
        (Field::Email, a.email != b.email),
        (Field::Blocked, a.blocked != b.blocked),
        (
            Field::PrivacyBlocked,
            a.privacy_blocked != b.privacy_blocked,
        ),
    ]
}

/// The field that the others followed from: the company before what was taken over from it, the
/// full name before its parts.
fn contact(a: &Contact, b: &Contact) -> Option<Field> {
    let (old, new) = (person(a), person(b));
    first(&[
        (Field::No, a.no != b.no),
        (Field::Type, a.contact_type() != b.contact_type()),
        (Field::Company, old.company != new.company),
        (Field::Name, a.name != b.name),
        (Field::FirstName, old.first_name != new.first_name),
        (Field::MiddleName, old.middle_name != new.middle_name),
        (Field::Surname, old.surname != new.surname),
        (Field::JobTitle, old.job_title != new.job_title),
        (Field::Address, a.address != b.address),
        (Field::Address2, a.address_2 != b.address_2),
        (Field::PostCode, a.post_code != b.post_code),
        (Field::City, a.city != b.city),
        (Field::Country, a.country != b.country),
        (Field::Phone, a.phone != b.phone),
        (Field::MobilePhone, a.mobile_phone != b.mobile_phone),
        (Field::Email, a.email != b.email),
        (Field::HomePage, a.home_page != b.home_page),
        (Field::Salesperson, a.salesperson != b.salesperson),
        (Field::Language, a.language != b.language),
        (
            Field::CorrespondenceType,
            a.correspondence_type != b.correspondence_type,
        ),
        (
            Field::PrivacyBlocked,
            a.privacy_blocked != b.privacy_blocked,
        ),
        (Field::Salutation, a.salutation != b.salutation),
        (
            Field::ExcludeFromSegment,
            a.exclude_from_segment != b.exclude_from_segment,
        ),
        (
            Field::OrganizationalLevel,
            old.organizational_level != new.organizational_level,
        ),
    ])
}

fn person(contact: &Contact) -> Person {
    contact.person().cloned().unwrap_or_default()
}

fn class<R: Class>(a: &R, b: &R) -> [Differs; 2] {
    [
        (Field::Code, a.code() != b.code()),
        (Field::Description, a.description() != b.description()),
    ]
}

fn saved(a: &SavedCriteria, b: &SavedCriteria) -> [Differs; 2] {
    [
        (Field::Code, a.code != b.code),
        (Field::Description, a.description != b.description),
    ]
}

fn group(a: &InteractionGroup, b: &InteractionGroup) -> [Differs; 2] {
    [
        (Field::Code, a.code != b.code),
        (Field::Description, a.description != b.description),
    ]
}

/// A language that goes takes the default language with it.
fn template(a: &InteractionTemplate, b: &InteractionTemplate) -> Option<Field> {
    first(&[
        (Field::Code, a.code != b.code),
        (Field::Group, a.group != b.group),
        (Field::Description, a.description != b.description),
        (Field::UnitCost, a.unit_cost != b.unit_cost),
        (Field::UnitDuration, a.unit_duration != b.unit_duration),
        (
            Field::InformationFlow,
            a.information_flow != b.information_flow,
        ),
        (Field::InitiatedBy, a.initiated_by != b.initiated_by),
        (
            Field::CorrespondenceType,
            a.correspondence_type != b.correspondence_type,
        ),
        (
            Field::IgnoreContactCorrespondenceType,
            a.ignore_contact_correspondence_type != b.ignore_contact_correspondence_type,
        ),
        (Field::Language, a.languages != b.languages),
        (
            Field::DefaultLanguage,
            a.default_language != b.default_language,
        ),
    ])
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

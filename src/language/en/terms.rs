//! English: the words of the domain.

use super::FORMATS;
use crate::domain::interaction::EntryState;
use crate::domain::values::{
    ContactType, CorrespondenceType, Evaluation, InformationFlow, InitiatedBy,
};
use crate::domain::{Field, Table};
use crate::language::terms::Terms;

pub(super) const TERMS: Terms = Terms {
    record: |table| match table {
        Table::Setup => "Marketing Setup",
        Table::Counters => "Entry Numbers",
        Table::NumberSeries => "Number Series",
        Table::Salesperson => "Salesperson",
        Table::Contact => "Contact",
        Table::InteractionGroup => "Interaction Group",
        Table::InteractionTemplate => "Interaction Template",
        Table::LogEntry => "Interaction Log Entry",
    },
    records: |table| match table {
        Table::Setup => "Marketing Setup",
        Table::Counters => "Entry Numbers",
        Table::NumberSeries => "Number Series",
        Table::Salesperson => "Salespeople",
        Table::Contact => "Contacts",
        Table::InteractionGroup => "Interaction Groups",
        Table::InteractionTemplate => "Interaction Templates",
        Table::LogEntry => "Interaction Log Entries",
    },
    n_records: |table, n| {
        let (one, several) = match table {
            Table::Setup => ("setting", "settings"),
            Table::Counters => ("counter", "counters"),
            Table::NumberSeries => ("number series", "number series"),
            Table::Salesperson => ("salesperson", "salespeople"),
            Table::Contact => ("contact", "contacts"),
            Table::InteractionGroup => ("interaction group", "interaction groups"),
            Table::InteractionTemplate => ("interaction template", "interaction templates"),
            Table::LogEntry => ("interaction", "interactions"),
        };
        let word = if n == 1 { one } else { several };
        format!("{} {word}", FORMATS.count(n.into()))
    },
    field,
    interaction: "Interaction",
    contact_type: |value| match value {
        ContactType::Company => "Company",
        ContactType::Person => "Person",
    },
    information_flow: |value| match value {
        InformationFlow::Outbound => "Outbound",
        InformationFlow::Inbound => "Inbound",
    },
    initiated_by: |value| match value {
        InitiatedBy::Us => "Us",
        InitiatedBy::Them => "Them",
    },
    evaluation: |value| match value {
        Evaluation::VeryPositive => "Very Positive",
        Evaluation::Positive => "Positive",
        Evaluation::Neutral => "Neutral",
        Evaluation::Negative => "Negative",
        Evaluation::VeryNegative => "Very Negative",
    },
    correspondence_type: |value| match value {
        CorrespondenceType::HardCopy => "Hard Copy",
        CorrespondenceType::Email => "Email",
    },
    entry_state: |state| match state {
        EntryState::Postponed { .. } => "Postponed",
        EntryState::Logged => "Logged",
    },
    attempt_failed: "Attempt failed",
    blank: "None",
};

fn field(field: Field) -> &'static str {
    match field {
        Field::No => "No.",
        Field::Code => "Code",
        Field::Name => "Name",
        Field::Description => "Description",
        Field::Salesperson => "Salesperson",
        Field::Language => "Language",
        Field::CorrespondenceType => "Correspondence type",
        Field::Comment => "Comment",
        Field::CommentDate => "Date of comment",
        Field::Type => "Type",
        Field::FirstName => "First name",
        Field::MiddleName => "Middle name",
        Field::Surname => "Surname",
        Field::Company => "Company",
        Field::JobTitle => "Job title",
        Field::Address => "Address",
        Field::Address2 => "Address 2",
        Field::PostCode => "Post code",
        Field::City => "City",
        Field::Country => "Country",
        Field::Phone => "Phone",
        Field::MobilePhone => "Mobile phone",
        Field::Email => "E-mail",
        Field::HomePage => "Home page",
        Field::PrivacyBlocked => "Privacy blocked",
        Field::Blocked => "Blocked",
        Field::Contact => "Contact",
        Field::Template => "Interaction Template",
        Field::Group => "Interaction Group",
        Field::UnitCost => "Unit cost",
        Field::UnitDuration => "Unit duration",
        Field::Cost => "Cost",
        Field::Duration => "Duration",
        Field::InformationFlow => "Information flow",
        Field::InitiatedBy => "Initiated by",
        Field::IgnoreContactCorrespondenceType => "Ignore contact's correspondence type",
        Field::DefaultLanguage => "Default language",
        Field::Date => "Date",
        Field::Time => "Time",
        Field::Evaluation => "Evaluation",
        Field::Successful => "Was successful",
        Field::DefaultNos => "Default Nos.",
        Field::ManualNos => "Manual Nos.",
        Field::DateOrder => "Date order",
        Field::StartingDate => "Starting date",
        Field::StartingNo => "Starting No.",
        Field::EndingNo => "Ending No.",
        Field::WarningNo => "Warning No.",
        Field::LastNoUsed => "Last No. used",
        Field::IncrementBy => "Increment by",
        Field::AllowGaps => "Allow gaps in Nos.",
        Field::RelatedSeries => "Related series",
        Field::ContactNos => "Contact Nos.",
        Field::DefaultSalesperson => "Default salesperson",
        Field::DefaultCountry => "Default country",
        Field::DefaultLanguageCode => "Default language of contacts",
        Field::DefaultCorrespondenceType => "Default correspondence type",
        Field::CurrencyCode => "Local currency",
    }
}

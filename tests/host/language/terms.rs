//! The words of the domain: complete, in both languages, and the official ones.

use lokikirja::domain::interaction::EntryState;
use lokikirja::domain::values::{
    ContactType, CorrespondenceType, Evaluation, InformationFlow, InitiatedBy,
};
use lokikirja::domain::{Field, Table};
use lokikirja::language::{Lang, messages};
use std::collections::BTreeSet;

/// Lists every field, and does not compile when one is left out.
macro_rules! fields {
    ($($Field:ident)*) => {
        pub(super) const FIELDS: &[Field] = &[$(Field::$Field),*];

        #[test]
        fn every_field_is_listed_once() {
            let index = |field: &Field| match field { $(Field::$Field => *field as usize),* };
            let listed: BTreeSet<usize> = FIELDS.iter().map(index).collect();
            assert_eq!(listed.len(), FIELDS.len());
        }
    };
}

fields! {
    No Code Name Description Salesperson Language CorrespondenceType Comment CommentDate
    Type FirstName MiddleName Surname Company JobTitle Address Address2 PostCode City Country
    Phone MobilePhone Email HomePage PrivacyBlocked ExcludeFromSegment Blocked
    MailingGroup IndustryGroup BusinessRelation JobResponsibility OrganizationalLevel Salutation
    SalutationType SalutationText
    Contact Template Group UnitCost UnitDuration Cost Duration InformationFlow InitiatedBy
    IgnoreContactCorrespondenceType DefaultLanguage Date Time Evaluation Successful
    Subject Campaign CampaignTarget CampaignResponse SegmentNo LoggedSegment Canceled Status EndingDate
    DefaultNos ManualNos DateOrder StartingDate StartingNo EndingNo WarningNo LastNoUsed
    IncrementBy AllowGaps RelatedSeries
    ContactNos CampaignNos SegmentNos DefaultSalesperson DefaultCountry DefaultLanguageCode DefaultCorrespondenceType
    CurrencyCode CoverSheetTemplate
}

/// All words of a language, list by list.
fn words(lang: Lang) -> Vec<Vec<&'static str>> {
    let terms = &messages(lang).terms;
    let postponed = EntryState::Postponed {
        date_is_proposal: true,
        time_is_proposal: true,
    };
    vec![
        FIELDS.iter().map(|it| (terms.field)(*it)).collect(),
        Table::ALL.iter().map(|it| (terms.record)(*it)).collect(),
        Table::ALL.iter().map(|it| (terms.records)(*it)).collect(),
        InformationFlow::ALL
            .iter()
            .map(|it| (terms.information_flow)(*it))
            .collect(),
        InitiatedBy::ALL
            .iter()
            .map(|it| (terms.initiated_by)(*it))
            .collect(),
        Evaluation::ALL
            .iter()
            .map(|it| (terms.evaluation)(*it))
            .collect(),
        CorrespondenceType::ALL
            .iter()
            .map(|it| (terms.correspondence_type)(*it))
            .collect(),
        [postponed, EntryState::Logged]
            .map(terms.entry_state)
            .to_vec(),
        ContactType::ALL
            .iter()
            .map(|it| (terms.contact_type)(*it))
            .collect(),
        vec![terms.interaction, terms.attempt_failed, terms.blank],
    ]
}

#[test]
fn every_word_is_there_is_its_own_and_differs_between_the_languages() {
    let (finnish, english) = (words(Lang::Fi), words(Lang::En));
    for list in finnish.iter().chain(&english) {
        let distinct: BTreeSet<_> = list.iter().collect();
        assert_eq!(distinct.len(), list.len(), "{list:?}");
        for word in list {
            assert!(!word.is_empty() && *word == word.trim(), "{word:?}");
        }
    }
    for (finnish, english) in finnish.iter().flatten().zip(english.iter().flatten()) {
        assert_ne!(finnish, english);
    }
}

#[test]
fn pages_bear_the_names_that_users_of_the_source_product_know() {
    let table = [
        (
            Table::LogEntry,
            "Vuorovaikutuslokin tapahtumat",
            "Interaction Log Entries",
        ),
        (
            Table::InteractionTemplate,
            "Vuorovaikutusmallit",
            "Interaction Templates",
        ),
        (
            Table::Setup,
            "Kontaktienhallinnan asetukset",
            "Marketing Setup",
        ),
        (Table::Salesperson, "Myyjät", "Salespeople"),
        (Table::Contact, "Kontaktit", "Contacts"),
        (Table::NumberSeries, "Numerosarjat", "Number Series"),
        (Table::Segment, "Segmentit", "Segments"),
        (Table::Campaign, "Kampanjat", "Campaigns"),
        (
            Table::LoggedSegment,
            "Lokiin kirjatut segmentit",
            "Logged Segments",
        ),
    ];
    for (page, finnish, english) in table {
        assert_eq!((messages(Lang::Fi).terms.records)(page), finnish);
        assert_eq!((messages(Lang::En).terms.records)(page), english);
    }
}

#[test]
fn counted_records_are_inflected() {
    let (finnish, english) = (&messages(Lang::Fi).terms, &messages(Lang::En).terms);
    assert_eq!((finnish.n_records)(Table::Contact, 1), "1 kontakti");
    assert_eq!((finnish.n_records)(Table::Contact, 0), "0 kontaktia");
    assert_eq!(
        (finnish.n_records)(Table::LogEntry, 1200),
        "1\u{a0}200 vuorovaikutusta"
    );
    assert_eq!((english.n_records)(Table::Salesperson, 1), "1 salesperson");
    assert_eq!((english.n_records)(Table::Salesperson, 2), "2 salespeople");
    assert_eq!(
        (english.n_records)(Table::LogEntry, 1200),
        "1,200 interactions"
    );
}

//! The marketing setup: one row that holds the settings of the whole area, and the counters.

use super::id::{SalespersonId, SeriesId, Single};
use super::values::{CorrespondenceType, CountryCode, LanguageCode};
use serde::{Deserialize, Serialize};

/// The settings record (`MarketingSetup.Table.al`), as far as this app uses it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarketingSetup {
    /// There is one row.
    pub id: Single,
    /// Local currency, by its ISO 4217 code; default `EUR`.
    pub currency: String,
    /// The series that numbers contacts.
    pub contact_nos: Option<SeriesId>,
    /// What a person takes over from its company.
    pub inherit: Inheritance,
    /// What a new contact starts with.
    pub defaults: ContactDefaults,
}

/// What a person takes over from its company (`Contact.Table.al: InheritCompanyToPersonData`);
/// all on at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inheritance {
    /// The salesperson.
    pub salesperson: bool,
    /// The country.
    pub country: bool,
    /// The language.
    pub language: bool,
    /// Address, address 2, post code and city, as one block.
    pub address: bool,
    /// Phone, mobile phone, e-mail, home page and correspondence type, each for itself.
    pub communication: bool,
}

/// What a new contact starts with; blank at first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDefaults {
    /// The salesperson.
    pub salesperson: Option<SalespersonId>,
    /// The country.
    pub country: Option<CountryCode>,
    /// The language.
    pub language: Option<LanguageCode>,
    /// The correspondence type.
    pub correspondence_type: Option<CorrespondenceType>,
}

impl Default for MarketingSetup {
    fn default() -> Self {
        Self {
            id: Single,
            currency: "EUR".into(),
            contact_nos: None,
            inherit: Inheritance {
                salesperson: true,
                country: true,
                language: true,
                address: true,
                communication: true,
            },
            defaults: ContactDefaults::default(),
        }
    }
}

/// The last entry numbers given. They are kept apart from the entries, so that the number of a
/// deleted entry is never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counters {
    /// There is one row.
    pub id: Single,
    /// The last interaction log entry number; 0 before the first.
    pub log_entry: u32,
}

impl Default for Counters {
    fn default() -> Self {
        Self {
            id: Single,
            log_entry: 0,
        }
    }
}

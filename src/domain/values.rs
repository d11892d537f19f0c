//! Value lists, money and minutes.
//!
//! A value list's blank option is `None` where the list is used.

use super::refusal::Reason;
use serde::{Deserialize, Serialize};

macro_rules! value_list {
    ($(#[$doc:meta])* $Name:ident { $($(#[$value_doc:meta])* $Value:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $Name { $($(#[$value_doc])* $Value),* }

        impl $Name {
            /// All values, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$Value),*];
        }
    };
}

value_list! {
    /// Which way information went (`InteractionTemplate.Table.al`).
    InformationFlow {
        /// From us to the contact.
        Outbound,
        /// From the contact to us.
        Inbound,
    }
}

value_list! {
    /// Who took the initiative (`InteractionTemplate.Table.al`).
    InitiatedBy {
        /// We did.
        Us,
        /// The contact did.
        Them,
    }
}

value_list! {
    /// Judgement of an interaction in five steps (`InteractionEvaluation.Enum.al`).
    Evaluation {
        /// The best.
        VeryPositive,
        /// Better than neutral.
        Positive,
        /// In the middle.
        Neutral,
        /// Worse than neutral.
        Negative,
        /// The worst.
        VeryNegative,
    }
}

value_list! {
    /// What kind of contact (`ContactType.Enum.al`); a new one is a company.
    ContactType {
        /// A company.
        Company,
        /// A person.
        Person,
    }
}

value_list! {
    /// How content reaches the contact (`CorrespondenceType.Enum.al`; fax is gone).
    CorrespondenceType {
        /// Printed.
        HardCopy,
        /// By e-mail.
        Email,
    }
}

value_list! {
    /// How one is addressed (`SalutationFormulaSalutationType.Enum.al`).
    FormulaType {
        /// As one addresses a stranger.
        Formal,
        /// As one addresses a friend.
        Informal,
    }
}

/// An amount in local currency, in hundredths: `Money(850)` is 8.50. Exact, never a binary fraction.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Money(pub i64);

impl Money {
    /// The largest amount one record may hold: 999,999,999.99. A million of them still add up
    /// inside an `i64`.
    pub const MAX: Self = Self(99_999_999_999);

    /// Accepts 0 to [`Money::MAX`]. Errors: [`Reason::Negative`], [`Reason::TooLarge`].
    pub fn checked(self) -> Result<Self, Reason> {
        match self {
            Self(n) if n < 0 => Err(Reason::Negative),
            m if m > Self::MAX => Err(Reason::TooLarge),
            m => Ok(m),
        }
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|m| m.0).sum())
    }
}

/// Whole minutes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Minutes(pub u32);

impl Minutes {
    /// The longest duration one record may hold: 100,000 minutes, some 69 days.
    pub const MAX: Self = Self(100_000);

    /// Accepts 0 to [`Minutes::MAX`]. Errors: [`Reason::TooLarge`].
    pub fn checked(self) -> Result<Self, Reason> {
        if self > Self::MAX {
            Err(Reason::TooLarge)
        } else {
            Ok(self)
        }
    }
}

/// A language by its ISO 639-1 code, upper case: `FI`, `EN`.
pub type LanguageCode = super::code::Code<10>;
/// A country by its ISO 3166-1 alpha-2 code, upper case: `FI`, `GB`.
pub type CountryCode = super::code::Code<10>;

/// The languages on offer; their names come from the user's browser.
pub const LANGUAGES: &[&str] = &[
    "BG", "CS", "DA", "DE", "EL", "EN", "ES", "ET", "FI", "FR", "GA", "HR", "HU", "IS", "IT", "LT",
    "LV", "MT", "NL", "NO", "PL", "PT", "RO", "RU", "SE", "SK", "SL", "SV", "TR", "UK", "ZH",
];

/// The countries on offer; their names come from the user's browser.
pub const COUNTRIES: &[&str] = &[
    "AT", "AU", "BE", "BG", "CA", "CH", "CN", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB",
    "GR", "HR", "HU", "IE", "IN", "IS", "IT", "JP", "KR", "LT", "LU", "LV", "MT", "NL", "NO", "NZ",
    "PL", "PT", "RO", "SE", "SI", "SK", "TR", "UA", "US",
];

/// Accepts a language on offer. Errors: [`Reason::NotFound`].
pub fn language(code: LanguageCode) -> Result<LanguageCode, Reason> {
    if LANGUAGES.contains(&code.as_str()) {
        Ok(code)
    } else {
        Err(Reason::NotFound)
    }
}

/// Accepts a country on offer. Errors: [`Reason::NotFound`].
pub fn country(code: CountryCode) -> Result<CountryCode, Reason> {
    if COUNTRIES.contains(&code.as_str()) {
        Ok(code)
    } else {
        Err(Reason::NotFound)
    }
}

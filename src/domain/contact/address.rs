//! Addresses as they stand on labels and letters (`FormatAddress.Codeunit.al: ContactAddrAlt`).

use super::Contact;
use crate::domain::records::Records;
use crate::domain::setup::OwnAddress;
use crate::domain::values::CountryCode;

/// An address to write to, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostalAddress {
    /// Whom: the company, then the person; one of them, or both.
    pub names: Vec<String>,
    /// Where: street, second line, post code and city; none of them blank.
    pub lines: Vec<String>,
    /// The country, where it is another one than ours.
    pub country: Option<CountryCode>,
}

impl PostalAddress {
    /// Where a contact gets its mail: a person at its company, under its own address. (The source
    /// product prefers an alternate address that is valid on the day; contacts have none here.)
    pub fn of(records: &Records, contact: &Contact) -> Self {
        let own_name = contact.is_person().then_some(contact.name.as_str());
        let names = contact.company_name(records).into_iter().chain(own_name);
        let ours = &records.setup().own.country;
        Self {
            names: names.map(str::to_owned).collect(),
            lines: lines([
                &contact.address,
                &contact.address_2,
                &place(&contact.post_code, &contact.city),
            ]),
            country: contact
                .country
                .clone()
                .filter(|it| Some(it) != ours.as_ref()),
        }
    }

    /// Our own, under a name.
    pub fn own(name: &str, own: &OwnAddress) -> Self {
        Self {
            names: lines([name]),
            lines: lines([
                &own.address,
                &own.address_2,
                &place(&own.post_code, &own.city),
            ]),
            country: own.country.clone(),
        }
    }

    /// True if mail gets there: there is more than a name.
    pub fn is_complete(&self) -> bool {
        !self.lines.is_empty()
    }
}

fn lines<const N: usize>(texts: [&str; N]) -> Vec<String> {
    let filled = texts.into_iter().filter(|text| !text.is_empty());
    filled.map(str::to_owned).collect()
}

fn place(post_code: &str, city: &str) -> String {
    format!("{post_code} {city}").trim().to_owned()
}

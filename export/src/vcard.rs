//! Contacts as vCards (version 4.0, RFC 6350), one after the other in one file.
//!
//! Every address book reads them. The library that writes them (`vcard4`) folds lines by what a reader
//! sees and not by octets, as the standard has it, and brings a parser along that nobody here needs; our
//! tests read with it what is written here.

use crate::table::{Row, Value};

/// A line has so many octets at most, without its end (3.2).
const MAX_OCTETS: usize = 75;

/// What a row of an export of vCards says, value by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The record's UUID.
    Uid,
    /// Whether it is a person's card; otherwise it is a company's.
    IsPerson,
    /// The full name.
    Name,
    /// The parts of a person's name.
    Surname,
    /// See above.
    FirstName,
    /// See above.
    MiddleName,
    /// The company, of a person or the company's own.
    Company,
    /// A person's job title.
    JobTitle,
    /// Street address.
    Address,
    /// Its second line.
    Address2,
    /// City.
    City,
    /// Post code.
    PostCode,
    /// Country, by its name.
    Country,
    /// Phone number.
    Phone,
    /// Mobile phone number.
    MobilePhone,
    /// E-mail address.
    Email,
    /// Home page.
    HomePage,
    /// Language, by its ISO 639-1 code.
    Language,
}

impl Part {
    /// All of them, in the order of the values of a row.
    pub const ALL: [Self; 18] = [
        Self::Uid,
        Self::IsPerson,
        Self::Name,
        Self::Surname,
        Self::FirstName,
        Self::MiddleName,
        Self::Company,
        Self::JobTitle,
        Self::Address,
        Self::Address2,
        Self::City,
        Self::PostCode,
        Self::Country,
        Self::Phone,
        Self::MobilePhone,
        Self::Email,
        Self::HomePage,
        Self::Language,
    ];
}

/// A file being written.
#[derive(Debug, Default)]
pub struct VcardFile {
    text: String,
}

impl VcardFile {
    /// An empty file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a contact's card.
    pub fn push(&mut self, row: &Row) {
        let text = |part: Part| match value(row, part) {
            Some(Value::Text(text)) => text.trim(),
            _ => "",
        };
        let is_person = matches!(value(row, Part::IsPerson), Some(Value::YesNo(true)));
        self.line("BEGIN:VCARD");
        self.line("VERSION:4.0");
        self.property("UID:urn:uuid:", text(Part::Uid));
        self.line(if is_person {
            "KIND:individual"
        } else {
            "KIND:org"
        });
        // The one property that must be there (6.2.1).
        self.line(&format!("FN:{}", escaped(text(Part::Name))));
        if is_person {
            let names = [Part::Surname, Part::FirstName, Part::MiddleName].map(text);
            let [surname, first, middle] = names.map(component);
            self.line(&format!("N:{surname};{first};{middle};;"));
        }
        self.property("ORG:", &component(text(Part::Company)));
        self.property("TITLE:", &escaped(text(Part::JobTitle)));
        self.address(text);
        self.property("TEL;TYPE=work,voice:", &escaped(text(Part::Phone)));
        self.property("TEL;TYPE=cell:", &escaped(text(Part::MobilePhone)));
        self.property("EMAIL;TYPE=work:", &escaped(text(Part::Email)));
        self.property("URL:", &plain(text(Part::HomePage)));
        self.property("LANG:", &text(Part::Language).to_lowercase());
        self.line("END:VCARD");
    }

    /// The file's bytes.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// The address: post office box and extended address stay blank, as they should (6.3.1); two
    /// lines of a street are a list.
    fn address<'a>(&mut self, text: impl Fn(Part) -> &'a str) {
        let street = [Part::Address, Part::Address2].map(&text).map(component);
        let street: Vec<_> = street.into_iter().filter(|it| !it.is_empty()).collect();
        let [city, code, country] =
            [Part::City, Part::PostCode, Part::Country].map(|part| component(text(part)));
        if street.is_empty() && city.is_empty() && code.is_empty() && country.is_empty() {
            return;
        }
        let street = street.join(",");
        self.line(&format!(
            "ADR;TYPE=work:;;{street};{city};;{code};{country}"
        ));
    }

    /// A property, unless it says nothing.
    fn property(&mut self, begin: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{begin}{value}"));
        }
    }

    /// A line, folded where it is too long, and never within a character (3.2).
    fn line(&mut self, line: &str) {
        let mut room = MAX_OCTETS;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = MAX_OCTETS - 1;
            }
            self.text.push(c);
            room -= c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

fn value(row: &Row, part: Part) -> Option<&Value> {
    let at = Part::ALL.iter().position(|each| *each == part)?;
    row.get(at)
}

/// A text as a value: backslashes, commas and line ends escaped (3.4).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in unified(text).chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            ',' => escaped.push_str("\\,"),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(if c.is_control() { ' ' } else { c }),
        }
    }
    escaped
}

/// A text as one part of a value that has several, which semicolons separate.
fn component(text: &str) -> String {
    escaped(text).replace(';', "\\;")
}

/// A text that is not escaped: an address of the web has none of the characters that must be.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// With line feeds for whatever ends its lines.
fn unified(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

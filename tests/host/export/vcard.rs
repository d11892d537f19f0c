//! Contacts as vCards: the rules of RFC 6350 line by line, and what a reader that others wrote makes of
//! them.

use super::TEXTS;
use lokikirja_export::table::{Row, Value};
use lokikirja_export::vcard::{Part, VcardFile};
use proptest::prelude::*;

const UID: &str = "019c1a2b-0000-7000-8000-000000000001";

/// A row of these values; all others are blank.
fn row(values: &[(Part, &str)]) -> Row {
    let value = |part: Part| match part {
        Part::Uid => Value::text(UID),
        Part::IsPerson => Value::YesNo(values.iter().any(|(part, _)| *part == Part::Surname)),
        _ => {
            let given = values.iter().find(|(given, _)| *given == part);
            given.map_or(Value::Blank, |(_, text)| Value::text(*text))
        }
    };
    Part::ALL.map(value).to_vec()
}

fn file(rows: &[Row]) -> String {
    let mut file = VcardFile::new();
    for row in rows {
        file.push(row);
    }
    String::from_utf8(file.finish()).expect("UTF-8 (3.1)")
}

/// The lines as they were before they were folded (3.2).
fn unfolded(text: &str) -> Vec<String> {
    let text = text.replace("\r\n ", "");
    text.split_terminator("\r\n").map(str::to_owned).collect()
}

/// What an independent reader reads of a file.
fn read(text: &str) -> Vec<vcard4::Vcard> {
    vcard4::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn person() -> Row {
    row(&[
        (Part::Name, "Anna Maria Äijälä"),
        (Part::Surname, "Äijälä"),
        (Part::FirstName, "Anna"),
        (Part::MiddleName, "Maria"),
        (Part::Company, "Adatum; Sons, Oy"),
        (Part::JobTitle, "Head of R, D"),
        (Part::Address, "Katu 1; A 2"),
        (Part::Address2, "PL 5"),
        (Part::City, "Åbo"),
        (Part::PostCode, "20100"),
        (Part::Country, "Finland"),
        (Part::Phone, "+358 9 555 0101"),
        (Part::MobilePhone, "+358 40 555 0101"),
        (Part::Email, "anna@adatum.example"),
        (Part::HomePage, "https://adatum.example/a,b;c"),
        (Part::Language, "FI"),
    ])
}

#[test]
fn a_person_has_all_properties_in_order() {
    let expected = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "UID:urn:uuid:019c1a2b-0000-7000-8000-000000000001",
        "KIND:individual",
        "FN:Anna Maria Äijälä",
        "N:Äijälä;Anna;Maria;;",
        "ORG:Adatum\\; Sons\\, Oy",
        "TITLE:Head of R\\, D",
        "ADR;TYPE=work:;;Katu 1\\; A 2,PL 5;Åbo;;20100;Finland",
        "TEL;TYPE=work,voice:+358 9 555 0101",
        "TEL;TYPE=cell:+358 40 555 0101",
        "EMAIL;TYPE=work:anna@adatum.example",
        "URL:https://adatum.example/a,b;c",
        "LANG:fi",
        "END:VCARD",
    ];
    assert_eq!(unfolded(&file(&[person()])), expected);
}

#[test]
fn what_is_blank_makes_no_property_and_a_company_has_no_parts_of_a_name() {
    let company = row(&[(Part::Name, "Adatum Oy"), (Part::Company, "Adatum Oy")]);
    let expected = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "UID:urn:uuid:019c1a2b-0000-7000-8000-000000000001",
        "KIND:org",
        "FN:Adatum Oy",
        "ORG:Adatum Oy",
        "END:VCARD",
    ];
    assert_eq!(unfolded(&file(&[company])), expected);
}

#[test]
fn another_reader_finds_what_was_written() {
    let mut anna = person();
    // This reader takes an escaped semicolon for one that separates.
    anna[8] = Value::text("Katu 1 A 2");
    let cards = read(&file(&[anna, row(&[(Part::Name, "Fabrikam")])]));
    assert_eq!(cards.len(), 2);
    let anna = &cards[0];
    assert_eq!(anna.formatted_name[0].value, "Anna Maria Äijälä");
    let name = anna.name.as_ref().expect("her name");
    assert_eq!(name.value, ["Äijälä", "Anna", "Maria", "", ""]);
    assert_eq!(anna.title[0].value, "Head of R, D");
    assert_eq!(anna.email[0].value, "anna@adatum.example");
    assert_eq!(anna.tel.len(), 2);
    let address = &anna.address[0].value;
    assert_eq!(address.locality.as_deref(), Some("Åbo"));
    assert_eq!(address.postal_code.as_deref(), Some("20100"));
    assert_eq!(address.country_name.as_deref(), Some("Finland"));
    assert_eq!(cards[1].formatted_name[0].value, "Fabrikam");
}

#[test]
fn texts_that_have_broken_exports_stay_one_line_and_come_back() {
    for text in TEXTS {
        let written = file(&[row(&[(Part::Name, text)])]);
        let lines = unfolded(&written);
        assert_eq!(lines.len(), 6, "{text:?}");
        let name = lines[4].strip_prefix("FN:").expect("a name");
        assert!(!name.contains(char::is_control), "{text:?}");
        let back = name
            .replace("\\n", "\n")
            .replace("\\,", ",")
            .replace("\\\\", "\\");
        let shown = text.replace("\r\n", "\n").replace('\r', "\n");
        let shown = shown.trim().replace(['\0', '\t'], " ");
        assert_eq!(back.trim(), shown.trim(), "{text:?}");
    }
}

/// 3.2: no line is longer than 75 octets without its end, and no character is torn apart.
#[test]
fn long_lines_are_folded_between_characters() {
    for (text, n_lines) in [
        ("x".repeat(72), 6),
        ("x".repeat(73), 7),
        ("ä".repeat(36), 6),
        ("ä".repeat(37), 7),
        ("x".repeat(72 + 74 + 1), 8),
        (format!("{}🙂", "x".repeat(70)), 7),
    ] {
        let written = file(&[row(&[(Part::Name, &text)])]);
        let lines: Vec<&str> = written.split_terminator("\r\n").collect();
        assert_eq!(lines.len(), n_lines, "{text}");
        assert!(lines.iter().all(|line| line.len() <= 75));
        assert_eq!(read(&written)[0].formatted_name[0].value, text);
    }
}

proptest! {
    /// Whatever is in a contact, each card begins and ends once, its lines are short and end properly,
    /// and the values come back.
    #[test]
    fn whatever_is_written_is_whole(name in "\\PC{1,90}", city in "\\PC{0,40}", street in "\\PC{0,90}") {
        let values = [
            (Part::Name, name.as_str()),
            (Part::Surname, name.as_str()),
            (Part::Address, street.as_str()),
            (Part::City, city.as_str()),
        ];
        let written = file(&[row(&values), row(&values)]);
        prop_assert!(written.ends_with("END:VCARD\r\n"));
        prop_assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
        prop_assert!(written.split("\r\n").all(|line| line.len() <= 75));
        let lines = unfolded(&written);
        prop_assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VCARD").count(), 2);
        let components = |begin: &str| {
            let line = lines.iter().find_map(|line| line.strip_prefix(begin))?;
            Some(split(line))
        };
        let names = components("N:").expect("a name");
        prop_assert_eq!(names.len(), 5);
        prop_assert_eq!(&names[0], name.trim());
        if let Some(address) = components("ADR;TYPE=work:") {
            prop_assert_eq!(address.len(), 7);
            prop_assert_eq!(&address[2], street.trim());
            prop_assert_eq!(&address[3], city.trim());
        }
    }
}

/// The parts of a value that semicolons separate, as a reader takes them apart (3.4).
fn split(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => parts.push(String::new()),
            c => {
                let c = match c {
                    '\\' => match chars.next() {
                        Some('n') => '\n',
                        Some(escaped) => escaped,
                        None => '\\',
                    },
                    c => c,
                };
                parts.last_mut().expect("one at least").push(c);
            }
        }
    }
    parts
}

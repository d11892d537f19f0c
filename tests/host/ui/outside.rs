//! Addresses that lead out: whatever the data says, there is one recipient and nothing else.

use lokikirja::ui::outside::{call, home_page, mail, map, text_message};
use proptest::prelude::*;

#[test]
fn a_number_is_dialled_without_what_stands_between_its_digits() {
    let cases = [
        ("+358 40 555 0101", Some("tel:+358405550101")),
        ("(09) 123-4567", Some("tel:091234567")),
        ("+44 (0)20 7946 0101", Some("tel:+442079460101")),
        ("040 555 0101 / 0102", Some("tel:0405550101")),
        ("09/123 4567", Some("tel:091234567")),
        ("040\u{a0}555", Some("tel:040555")),
        ("", None),
        ("-", None),
    ];
    for (number, expected) in cases {
        assert_eq!(call(number).as_deref(), expected, "{number}");
    }
}

/// `*21*…#` forwards all calls on many phones; `;phone-context=` belongs to the address.
#[test]
fn a_number_is_never_a_command_to_the_phone() {
    assert_eq!(call("*21*040555#"), None);
    assert_eq!(call("040555#31"), Some("tel:040555".into()));
    assert_eq!(call("040555;123"), Some("tel:040555".into()));
    assert_eq!(
        text_message("040555?body=1"),
        None,
        "letters are no phone number"
    );
    assert_eq!(
        text_message("040555,040666"),
        Some("sms:040555".into()),
        "one recipient"
    );
}

#[test]
fn a_mail_has_one_recipient_and_no_header() {
    let cases = [
        ("info@adatum.example", Some("mailto:info@adatum.example")),
        ("a+b@x.example", Some("mailto:a%2Bb@x.example")),
        ("x@y.fi?bcc=z", Some("mailto:x@y.fi%3Fbcc%3Dz")),
        ("x@y.fi&body=z", Some("mailto:x@y.fi%26body%3Dz")),
        ("x@y.fi,z@y.fi", Some("mailto:x%40y.fi%2Cz@y.fi")),
        ("x\r\nBcc: z@y.fi", Some("mailto:x%0D%0ABcc%3A%20z@y.fi")),
        ("äijä@yhtiö.fi", Some("mailto:%C3%A4ij%C3%A4@yhti%C3%B6.fi")),
        ("nobody", None),
        ("@", None),
        ("", None),
    ];
    for (address, expected) in cases {
        assert_eq!(mail(address).as_deref(), expected, "{address}");
    }
}

#[test]
fn a_map_is_searched_for_the_lines_that_are_filled() {
    assert_eq!(
        map(&["Satamakatu 1", " ", "00160 Helsinki", "Suomi"]).as_deref(),
        Some(
            "https://www.openstreetmap.org/search?query=Satamakatu%201%2C%2000160%20Helsinki%2C%20Suomi"
        )
    );
    assert_eq!(map(&["", " "]), None);
}

#[test]
fn a_home_page_runs_nothing() {
    assert_eq!(
        home_page("www.adatum.example").as_deref(),
        Some("https://www.adatum.example")
    );
    assert_eq!(home_page("javascript:alert(1)"), None);
    assert_eq!(home_page("data:text/html,x"), None);
    assert_eq!(home_page(""), None);
}

proptest! {
    /// Nothing typed leaves the path of the address: what would separate recipients, headers or
    /// parts is encoded.
    #[test]
    fn no_data_adds_anything_to_an_address(data in "\\PC*|[@?&=,;:%#+\r\n a-z0-9]*") {
        if let Some(address) = mail(&data) {
            let path = address.strip_prefix("mailto:").unwrap_or_default();
            prop_assert_eq!(path.matches('@').count(), 1);
            prop_assert!(path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%@".contains(&b)));
        }
        for address in [call(&data), text_message(&data)].into_iter().flatten() {
            let number = &address[4..];
            let digits = number.strip_prefix('+').unwrap_or(number);
            prop_assert!(!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
        }
        if let Some(address) = map(&[&data]) {
            let query = address.strip_prefix("https://www.openstreetmap.org/search?query=");
            prop_assert!(query.is_some_and(|query| !query.contains(['&', '#', '?', '/', ' '])));
        }
    }
}

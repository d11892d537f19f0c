//! Addresses that lead out of the app: calls, text messages, mail, maps, home pages.
//!
//! Each is built from data of a contact, and the data may come from anywhere. Every component is
//! encoded, so it can never add a second recipient, a header or a text to a mail, nor a code that
//! a phone carries out.

use crate::domain::code::{phone, web_address};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but letters, digits and the marks that mean nothing in any address (RFC 3986,
/// unreserved).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Fewer digits are an area code, not a number.
const SHORTEST_NUMBER: usize = 5;

/// Calls a number: `tel:+358405550101`. None when it has no digit.
pub fn call(number: &str) -> Option<String> {
    dialled(number).map(|digits| format!("tel:{digits}"))
}

/// Writes a text message to a number: `sms:+358405550101`. None when it has no digit.
pub fn text_message(number: &str) -> Option<String> {
    dialled(number).map(|digits| format!("sms:{digits}"))
}

/// Writes a mail to one address: `mailto:info@adatum.example`. None when it is not one address.
pub fn mail(address: &str) -> Option<String> {
    let (local, domain) = address.trim().rsplit_once('@')?;
    if local.is_empty() || domain.is_empty() {
        return None;
    }
    Some(format!("mailto:{}@{}", encoded(local), encoded(domain)))
}

/// Shows a postal address on a map, by searching for its lines: street, post code and city,
/// country. None when they are all blank.
pub fn map(lines: &[&str]) -> Option<String> {
    let filled: Vec<&str> = lines
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    if filled.is_empty() {
        return None;
    }
    let place = encoded(&filled.join(", "));
    Some(format!(
        "https://www.openstreetmap.org/search?query={place}"
    ))
}

/// Opens a home page. None when it is not a web address: only http and https lead anywhere.
pub fn home_page(address: &str) -> Option<String> {
    web_address(address).ok().filter(|text| !text.is_empty())
}

/// The digits of a phone number, after its plus sign. What people write between them goes, and so
/// does everything that is not a number: `*` and `#` are commands to a phone.
fn dialled(number: &str) -> Option<String> {
    let number = phone(number).ok()?;
    let number = number.split([';', ',', '*', '#']).next()?;
    // A slash separates two numbers, unless what stands before it is too short for one: `09/1234567`.
    let number = match number.split_once('/') {
        Some((first, _)) if n_digits(first) >= SHORTEST_NUMBER => first,
        _ => number,
    };
    // `+358 (0)40` and `00358`: the zero in brackets is dialled inside the country only.
    let number = number.replace("(0)", "");
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return None;
    }
    let plus = if number.trim_start().starts_with('+') {
        "+"
    } else {
        ""
    };
    Some(format!("{plus}{digits}"))
}

fn n_digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

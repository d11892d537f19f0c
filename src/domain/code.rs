//! Codes and limited texts: what a user may type as a number, a code or a line of text.

use super::refusal::Reason;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;
use std::sync::Arc;

/// A number or a code: trimmed, upper case, 1 to `MAX` characters (not bytes).
///
/// The reference product's Code data type. Codes compare by their characters, so `CT9` stands
/// after `CT10`; lists that want the other order sort for themselves. A copy shares the text: of a log of a
/// million entries each has two or three.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Code<const MAX: usize>(Arc<str>);

/// A contact's number, such as `CT000012`.
pub type ContactNo = Code<20>;
/// Any number a series can give.
pub type SeriesNo = Code<20>;
/// A campaign's number, such as `CP0001`.
pub type CampaignNo = Code<20>;
/// A segment's number, such as `SM00001`.
pub type SegmentNo = Code<20>;
/// The code of a campaign status, such as `PLANNED`.
pub type CampaignStatusCode = Code<10>;
/// The code of a mailing group, industry group, business relation, job responsibility,
/// organizational level or salutation, such as `VIP`.
pub type ClassCode = Code<10>;
/// The code of saved criteria, such as `SPRING`.
pub type CriteriaCode = Code<10>;
/// The code of a number series, such as `CONT`.
pub type SeriesCode = Code<20>;
/// The code of a salesperson, such as `KV`.
pub type SalespersonCode = Code<20>;
/// The code of an interaction group, such as `PHONE`.
pub type GroupCode = Code<10>;
/// The code of an interaction template, such as `OUTGOING`.
pub type TemplateCode = Code<10>;

impl<const MAX: usize> Code<MAX> {
    /// Takes typed text: trims it and turns it to upper case.
    ///
    /// Errors: [`Reason::MustBeFilled`] when nothing is left, [`Reason::TooLong`] beyond `MAX`
    /// characters, [`Reason::NotPrintable`] for control characters.
    pub fn new(typed: &str) -> Result<Self, Reason> {
        if is_plain(typed, MAX) {
            return Ok(Self(typed.into()));
        }
        let text = typed.trim().to_uppercase();
        let length = text.chars().count();
        match length {
            0 => Err(Reason::MustBeFilled),
            n if n > MAX => Err(Reason::TooLong {
                max: MAX as u32,
                is: n as u32,
            }),
            _ if text.chars().any(char::is_control) => Err(Reason::NotPrintable),
            _ => Ok(Self(text.into())),
        }
    }

    /// As [`Code::new`], with blank text meaning none.
    pub fn optional(typed: &str) -> Result<Option<Self>, Reason> {
        if typed.trim().is_empty() {
            Ok(None)
        } else {
            Self::new(typed).map(Some)
        }
    }

    /// The code with a number behind it, such as `KV-2`; a long one is cut to make room.
    pub(super) fn numbered(&self, n: u32) -> Self {
        let ending = format!("-{n}");
        let kept = self.0.chars().take(MAX - ending.len());
        Self(kept.chain(ending.chars()).collect::<String>().into())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> fmt::Display for Code<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Code<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<const MAX: usize>;
        impl<const MAX: usize> de::Visitor<'_> for Text<MAX> {
            type Value = Code<MAX>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a code")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Code<MAX>, E> {
                let told = |reason| E::custom(format!("code {text:?}: {reason:?}"));
                Code::new(text).map_err(told)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// True for what [`Code::new`] makes of itself, and quickly: nearly every code that is read.
fn is_plain(text: &str, max: usize) -> bool {
    let is_plain = |byte: u8| matches!(byte, b'!'..=b'~') && !byte.is_ascii_lowercase();
    !text.is_empty() && text.len() <= max && text.bytes().all(is_plain)
}

/// Longest description, name or subject, in characters.
pub const TEXT_MAX: usize = 100;

/// Takes a typed line of text: line breaks, tabs and other control characters become spaces, then
/// blanks around it go.
///
/// `max` counts characters. Errors: [`Reason::TooLong`]; text is refused, never cut.
pub fn line(typed: &str, max: usize) -> Result<String, Reason> {
    let spaced: String = typed
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let text = spaced.trim().to_owned();
    let length = text.chars().count();
    if length > max {
        return Err(Reason::TooLong {
            max: max as u32,
            is: length as u32,
        });
    }
    Ok(text)
}

/// As [`line`], and not blank. Errors: also [`Reason::MustBeFilled`].
pub fn filled(typed: &str, max: usize) -> Result<String, Reason> {
    match line(typed, max)? {
        text if text.is_empty() => Err(Reason::MustBeFilled),
        text => Ok(text),
    }
}

/// Takes a phone number, at most 30 characters, without letters (`Contact.Table.al`); may be
/// blank. Errors: [`Reason::NotAPhoneNumber`], [`Reason::TooLong`].
pub fn phone(typed: &str) -> Result<String, Reason> {
    let text = line(typed, 30)?;
    if text.chars().any(char::is_alphabetic) {
        Err(Reason::NotAPhoneNumber)
    } else {
        Ok(text)
    }
}

/// Takes an e-mail address, at most 80 characters; may be blank.
///
/// It must be one address: something before and after a single `@`, a dot inside the domain, and
/// none of the characters with which an address could add a recipient or a header to a mail.
/// Errors: [`Reason::NotAnEmail`], [`Reason::TooLong`].
pub fn email(typed: &str) -> Result<String, Reason> {
    let text = line(typed, 80)?;
    if text.is_empty() {
        return Ok(text);
    }
    let hostile = |c: char| c.is_whitespace() || c.is_control() || ",;:<>()[]\"?&%".contains(c);
    let plausible = text.split_once('@').is_some_and(|(local, domain)| {
        let labels: Vec<&str> = domain.split('.').collect();
        !local.is_empty()
            && !domain.contains('@')
            && labels.len() >= 2
            && labels.iter().all(|label| !label.is_empty())
    });
    if plausible && !text.contains(hostile) {
        Ok(text)
    } else {
        Err(Reason::NotAnEmail)
    }
}

/// Longest home page address, in characters.
const WEB_ADDRESS_MAX: usize = 255;

/// Takes a web address, at most 255 characters; may be blank. Without a scheme it gets `https://`:
/// people type `www.adatum.fi`.
///
/// Only http and https pass, so that an address can be offered as a link without running anything.
/// Errors: [`Reason::NotAWebAddress`], [`Reason::TooLong`].
pub fn web_address(typed: &str) -> Result<String, Reason> {
    let text = line(typed, WEB_ADDRESS_MAX)?;
    if text.is_empty() {
        return Ok(text);
    }
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) => (scheme.to_lowercase(), rest),
        None => ("https".to_owned(), text.as_str()),
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = match host.split_once(':') {
        Some((name, port)) => (name, Some(port)),
        None => (host, None),
    };
    let has_scheme = rest.len() < text.len();
    let plausible = matches!(scheme.as_str(), "http" | "https")
        && (has_scheme || name.contains('.'))
        && name.split('.').all(|label| !label.is_empty())
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "-.".contains(c))
        && port.is_none_or(|port| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()));
    if !plausible || rest.contains(|c: char| c.is_whitespace() || "<>\"".contains(c)) {
        return Err(Reason::NotAWebAddress);
    }
    line(&format!("{scheme}://{rest}"), WEB_ADDRESS_MAX)
}

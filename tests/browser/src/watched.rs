//! Pages as a test has them watched: what they write to the console, and what runs in them first.
//!
//! Chromium's driver does both by itself. For the others the site puts a script before the page's own,
//! from a file beside it, as its policy wants: it tells the site what is written to the console.

use crate::{
    browser::Browser,
    console::{ConsoleLine, REPORT_VIOLATIONS},
};
use serde_json::json;
use std::{
    panic::Location,
    sync::{Arc, Mutex, PoisonError},
};
use xtask::{engine::Engine, offline::PAGE, site::Site};

const WATCH: &str = include_str!("watched.js");
/// The script's file, beside the page.
const FILE: &str = "watched.js";
/// What the script asks the site for to tell it something.
const TOLD: &str = "GET /watched?";

/// What runs in pages before their own program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Before(Arc<Mutex<String>>);

impl Before {
    fn add(&self, source: &str) {
        let mut before = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        before.push_str(&format!("\n(() => {{ {source} }})();\n"));
    }

    /// The site with the script in its page.
    pub(crate) fn added_to(&self, site: Site) -> Site {
        self.add(REPORT_VIOLATIONS);
        let before = self.0.clone();
        let script = move || {
            let before = before.lock().unwrap_or_else(PoisonError::into_inner);
            format!("{WATCH}{before}").into_bytes()
        };
        let in_page = |name: &str, file: Vec<u8>| {
            if name != PAGE {
                return file;
            }
            let page = String::from_utf8_lossy(&file);
            let (start, rest) = page
                .split_once("<head>")
                .unwrap_or(("<!DOCTYPE html>", &page));
            format!("{start}<head><script src=\"{FILE}\"></script>{rest}").into_bytes()
        };
        site.with_file(FILE, Box::new(script))
            .altered(Box::new(in_page))
    }
}

impl Browser {
    /// Runs something in every page from now on, before its own program.
    #[track_caller]
    pub fn before_every_page(&self, source: &str) -> impl Future<Output = ()> {
        let place = Location::caller();
        let source = source.to_owned();
        async move {
            match self.engine() {
                Engine::Chromium => {
                    let parameters = json!({ "source": source });
                    self.cdp_at(place, "Page.addScriptToEvaluateOnNewDocument", parameters)
                        .await;
                }
                _ => self.before.add(&source),
            }
        }
    }

    /// What pages have told the site since this was last asked.
    pub(crate) async fn lines_told(&self) -> Vec<ConsoleLine> {
        // What the shown page is still telling.
        let all =
            "Promise.allSettled(window[Symbol.for('told')] ?? []).then(() => arguments[0](null))";
        // A page that is gone has told all.
        let _ = self.client().execute_async(all, Vec::new()).await;
        let requests = self.site().requests();
        let before = self.n_heard.replace(requests.len());
        let told = requests[before..].iter().filter_map(|request| {
            let text = request.strip_prefix(TOLD)?;
            Some(ConsoleLine {
                level: "SEVERE".to_owned(),
                message: in_words(text),
            })
        });
        told.collect()
    }

    /// The addresses that the site was asked for since this was last asked.
    pub(crate) fn requests_heard(&self) -> Vec<String> {
        let requests = self.site().requests();
        let before = self.n_requests.replace(requests.len());
        let asked = requests[before..]
            .iter()
            .filter(|request| !request.starts_with(TOLD))
            .filter_map(|request| request.strip_prefix("GET "));
        asked
            .map(|path| format!("{}{path}", self.site().origin()))
            .collect()
    }
}

/// Undoes what `encodeURIComponent` did.
fn in_words(encoded: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| char::from(byte.unwrap_or_default()).to_digit(16);
        match byte {
            b'%' => match (digit(rest.next()), digit(rest.next())) {
                (Some(high), Some(low)) => bytes.push((high * 16 + low) as u8),
                _ => bytes.push(b'%'),
            },
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_told_is_read_as_it_was_written() {
        assert_eq!(
            in_words("went%20wrong%3A%20%C3%A4%20100%25"),
            "went wrong: ä 100%"
        );
    }
}

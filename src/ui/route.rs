//! Route: every address of the app, parsed and printed, nowhere else.
//!
//! Addresses live behind the `#`, so a plain static host needs no rewrite rule and any sub-path
//! will do: `#/contacts/CT000012?sheet=create-contact-CT000012`. They name records by their
//! numbers and codes, as people read and share them. A form that slides in over a page is part of
//! the address: going back closes it, and a reload opens it again.

mod page;
mod sheet;

pub use page::{Context, Page, Recipients};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
pub use sheet::{From, Sheet};
use std::fmt::Write;

/// Where the user is: a page, what its list shows, and the form in front of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// What the page's list shows.
    pub list: ListState,
    /// The form in front of the page.
    pub sheet: Option<Sheet>,
}

/// What a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// The text searched for.
    pub search: String,
    /// The column sorted by, if not the list's own order, and whether downwards.
    pub sort: Option<(String, bool)>,
    /// What columns are filtered by: each with its expression, in the form that no language changes.
    pub filters: Vec<(String, String)>,
}

impl ListState {
    /// Filters a column by an expression in place of the one before; a blank one no longer.
    pub fn filter(&mut self, column: &str, expression: String) {
        let at = self.filters.iter().position(|(each, _)| each == column);
        match at {
            Some(at) if expression.is_empty() => drop(self.filters.remove(at)),
            Some(at) => self.filters[at].1 = expression,
            None if expression.is_empty() => {}
            None => self.filters.push((column.to_string(), expression)),
        }
    }

    /// The part of an address that says it: `search=oy&down=last&where-last=-90D..t`.
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        if !self.search.is_empty() {
            pairs.push(format!("search={}", escape(&self.search)));
        }
        if let Some((column, descending)) = &self.sort {
            let name = if *descending { "down" } else { "up" };
            pairs.push(format!("{name}={}", escape(column)));
        }
        for (column, expression) in &self.filters {
            pairs.push(format!("{WHERE}{}={}", escape(column), escape(expression)));
        }
        pairs.join("&")
    }

    /// Reads what [`ListState::query`] says; what it does not know is passed over.
    pub fn parse(query: &str) -> Self {
        let mut list = Self::default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            list.take(name, value);
        }
        list
    }

    /// Takes one pair of an address; false if it says nothing of a list.
    fn take(&mut self, name: &str, value: &str) -> bool {
        match (name, name.strip_prefix(WHERE)) {
            ("search", _) => self.search = unescape(value),
            ("up", _) => self.sort = Some((unescape(value), false)),
            ("down", _) => self.sort = Some((unescape(value), true)),
            (_, Some(column)) => self.filter(&unescape(column), unescape(value)),
            _ => return false,
        }
        true
    }
}

/// Everything but letters, digits and a few marks that read well and mean nothing in a query.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'*')
    .remove(b'@');
/// Begins the name of a pair that filters a column.
const WHERE: &str = "where-";

impl Route {
    /// A page with nothing in front of it.
    pub fn to(page: Page) -> Self {
        Self {
            page,
            list: ListState::default(),
            sheet: None,
        }
    }

    /// The same page with a form in front of it.
    pub fn with(&self, sheet: Sheet) -> Self {
        Self {
            sheet: Some(sheet),
            ..self.clone()
        }
    }

    /// The same page without a form.
    pub fn without_sheet(&self) -> Self {
        Self {
            sheet: None,
            ..self.clone()
        }
    }

    /// The address, starting with `#/`.
    pub fn href(&self) -> String {
        let mut address = String::from("#/");
        address.push_str(&self.page.path());
        let mut separator = '?';
        let mut add = |pairs: &str| {
            // Writing to a string cannot fail.
            let _ = write!(address, "{separator}{pairs}");
            separator = '&';
        };
        if let Page::Interactions(context) | Page::Postponed(context) = &self.page
            && let Some((name, value)) = context.query()
        {
            add(&format!("{name}={}", escape(&value)));
        }
        let list = self.list.query();
        if !list.is_empty() {
            add(&list);
        }
        if let Some(sheet) = &self.sheet {
            add(&format!("sheet={}", sheet.query()));
        }
        address
    }

    /// Reads an address: what stands from the `#` on. Never fails: what leads nowhere is
    /// [`Page::NotFound`], and unknown parts of a query are passed over.
    pub fn parse(hash: &str) -> Self {
        let address = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let segments: Vec<String> = path
            .split('/')
            .filter(|part| !part.is_empty())
            .map(unescape)
            .collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let mut context = Context::All;
        let mut list = ListState::default();
        let mut sheet = None;
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "sheet" => sheet = Sheet::parse(value),
                _ if list.take(name, value) => {}
                _ => context = Context::parse(name, &unescape(value)).unwrap_or(context),
            }
        }
        let page =
            Page::parse(&segments, context).unwrap_or_else(|| Page::NotFound(segments.join("/")));
        Self { page, list, sheet }
    }
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Bytes that are no text become replacement characters: a damaged address leads nowhere, it does
/// not fail.
fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Whether the part of an address behind the `#` (with it, or empty) asks for nothing in particular:
/// what opens is what opens without it.
pub fn asks_for_nothing(hash: &str) -> bool {
    matches!(hash, "" | "#" | "#/")
}

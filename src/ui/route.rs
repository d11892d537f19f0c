//! Route: every address of the app, parsed and printed, nowhere else.
//!
//! Addresses live behind the `#`, so a plain static host needs no rewrite rule and any sub-path
//! will do: `#/contacts/CT000012?sheet=create-contact-CT000012`. They name records by their
//! numbers and codes, as people read and share them. A form that slides in over a page is part of
//! the address: going back closes it, and a reload opens it again.

use crate::domain::code::{Code, ContactNo, GroupCode, SalespersonCode, SeriesCode, TemplateCode};
use crate::domain::interaction::EntryNo;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
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

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// Today in one look.
    Home,
    /// The list of contacts.
    Contacts,
    /// One contact.
    Contact(ContactNo),
    /// The list of salespeople.
    Salespeople,
    /// One salesperson.
    Salesperson(SalespersonCode),
    /// The interaction log, or the part of it that belongs to a record.
    Interactions(Context),
    /// One log entry.
    Interaction(EntryNo),
    /// The postponed interactions, or those that belong to a record.
    Postponed(Context),
    /// The list of interaction templates.
    Templates,
    /// One interaction template.
    Template(TemplateCode),
    /// The list of interaction groups.
    Groups,
    /// Getting started, and the way to all settings.
    Setup,
    /// The marketing setup.
    MarketingSetup,
    /// The list of number series.
    NumberSeries,
    /// One number series with its lines.
    OneSeries(SeriesCode),
    /// Every part in every state; not linked from anywhere.
    Gallery,
    /// An address that leads nowhere, as it was typed.
    NotFound(String),
}

/// Whose interactions a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Context {
    /// Everybody's.
    #[default]
    All,
    /// A contact's: a company's with those of its persons.
    Contact(ContactNo),
    /// A salesperson's.
    Salesperson(SalespersonCode),
    /// Those of a template.
    Template(TemplateCode),
    /// Those of a group.
    Group(GroupCode),
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

/// A form in front of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Create Interaction, from a record or from nowhere in particular.
    Create(From),
    /// A postponed interaction taken up again.
    Resume(EntryNo),
    /// A draft taken up again, by the id of its entry.
    Draft(String),
    /// A new master record of the page's kind.
    New,
}

/// Where Create Interaction is opened from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// Nowhere in particular.
    Blank,
    /// A contact.
    Contact(ContactNo),
    /// A salesperson.
    Salesperson(SalespersonCode),
    /// A log entry.
    LogEntry(EntryNo),
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
            add(&format!("{name}={}", escape(value)));
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

impl Page {
    fn path(&self) -> String {
        let one = |list: &str, code: &str| format!("{list}/{}", escape(code));
        match self {
            Self::Home => String::new(),
            Self::Contacts => "contacts".into(),
            Self::Contact(no) => one("contacts", no.as_str()),
            Self::Salespeople => "salespeople".into(),
            Self::Salesperson(code) => one("salespeople", code.as_str()),
            Self::Interactions(_) => "interactions".into(),
            Self::Interaction(no) => format!("interactions/{no}"),
            Self::Postponed(_) => "postponed".into(),
            Self::Templates => "templates".into(),
            Self::Template(code) => one("templates", code.as_str()),
            Self::Groups => "groups".into(),
            Self::Setup => "setup".into(),
            Self::MarketingSetup => "setup/marketing".into(),
            Self::NumberSeries => "setup/series".into(),
            Self::OneSeries(code) => one("setup/series", code.as_str()),
            Self::Gallery => "gallery".into(),
            Self::NotFound(path) => path.split('/').map(escape).collect::<Vec<_>>().join("/"),
        }
    }

    fn parse(segments: &[&str], context: Context) -> Option<Self> {
        Some(match segments {
            [] => Self::Home,
            ["contacts"] => Self::Contacts,
            ["contacts", no] => Self::Contact(Code::new(no).ok()?),
            ["salespeople"] => Self::Salespeople,
            ["salespeople", code] => Self::Salesperson(Code::new(code).ok()?),
            ["interactions"] => Self::Interactions(context),
            ["interactions", no] => Self::Interaction(entry_no(no)?),
            ["postponed"] => Self::Postponed(context),
            ["templates"] => Self::Templates,
            ["templates", code] => Self::Template(Code::new(code).ok()?),
            ["groups"] => Self::Groups,
            ["setup"] => Self::Setup,
            ["setup", "marketing"] => Self::MarketingSetup,
            ["setup", "series"] => Self::NumberSeries,
            ["setup", "series", code] => Self::OneSeries(Code::new(code).ok()?),
            ["gallery"] => Self::Gallery,
            _ => return None,
        })
    }
}

impl Context {
    fn query(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::All => None,
            Self::Contact(no) => Some(("contact", no.as_str())),
            Self::Salesperson(code) => Some(("salesperson", code.as_str())),
            Self::Template(code) => Some(("template", code.as_str())),
            Self::Group(code) => Some(("group", code.as_str())),
        }
    }

    fn parse(name: &str, value: &str) -> Option<Self> {
        match name {
            "contact" => Code::new(value).ok().map(Self::Contact),
            "salesperson" => Code::new(value).ok().map(Self::Salesperson),
            "template" => Code::new(value).ok().map(Self::Template),
            "group" => Code::new(value).ok().map(Self::Group),
            _ => None,
        }
    }
}

impl Sheet {
    fn query(&self) -> String {
        match self {
            Self::Create(From::Blank) => "create".into(),
            Self::Create(From::Contact(no)) => format!("create-contact-{}", escape(no.as_str())),
            Self::Create(From::Salesperson(code)) => {
                format!("create-salesperson-{}", escape(code.as_str()))
            }
            Self::Create(From::LogEntry(no)) => format!("create-entry-{no}"),
            Self::Resume(no) => format!("resume-{no}"),
            Self::Draft(id) => format!("draft-{}", escape(id)),
            Self::New => "new".into(),
        }
    }

    fn parse(value: &str) -> Option<Self> {
        let value = unescape(value);
        let after = |prefix: &str| value.strip_prefix(prefix);
        if value == "create" {
            Some(Self::Create(From::Blank))
        } else if value == "new" {
            Some(Self::New)
        } else if let Some(no) = after("create-contact-") {
            Code::new(no).ok().map(From::Contact).map(Self::Create)
        } else if let Some(code) = after("create-salesperson-") {
            Code::new(code)
                .ok()
                .map(From::Salesperson)
                .map(Self::Create)
        } else if let Some(no) = after("create-entry-") {
            entry_no(no).map(From::LogEntry).map(Self::Create)
        } else if let Some(no) = after("resume-") {
            entry_no(no).map(Self::Resume)
        } else {
            after("draft-")
                .filter(|id| !id.is_empty())
                .map(|id| Self::Draft(id.to_string()))
        }
    }
}

fn entry_no(text: &str) -> Option<EntryNo> {
    text.parse().ok().map(EntryNo)
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Bytes that are no text become replacement characters: a damaged address leads nowhere, it does
/// not fail.
fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

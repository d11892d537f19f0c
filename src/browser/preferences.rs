//! What this device remembers outside the companies: language, look, which companies there are and
//! who works here. Kept in local storage; a browser that refuses it works without.

use super::local;
use crate::domain::id::SalespersonId;
use crate::journal::{Meta, Ownership};
use crate::language::Lang;
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const PREFERENCES: &str = "lokikirja.preferences";
const COMPANIES: &str = "lokikirja.companies";
const OPEN_COMPANY: &str = "lokikirja.company";

/// How the app looks on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The language; none until the user chooses: then the browser's.
    pub language: Option<Lang>,
    /// Light or dark.
    pub theme: Theme,
    /// The navigation shows icons only.
    pub narrow_navigation: bool,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A company on this device: which database holds it, and who works in it here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyCard {
    /// The name of its database.
    pub database: String,
    /// Its name; blank until the user gives one.
    pub name: String,
    /// It is the demo company.
    #[serde(default)]
    pub demo: bool,
    /// The name of the user on this device.
    #[serde(default)]
    pub user: String,
    /// The salesperson that the user is.
    #[serde(default)]
    pub my_salesperson: Option<SalespersonId>,
    /// The working day the user has set; none: today.
    #[serde(default)]
    pub work_date: Option<NaiveDate>,
    /// The steps for getting started are done or put away.
    #[serde(default)]
    pub started: bool,
}

impl CompanyCard {
    /// The card of a company that lies in a database, of which this device remembers nothing.
    pub fn found(database: String, meta: &Meta) -> Self {
        Self {
            database,
            name: meta.name.clone(),
            demo: meta.ownership == Ownership::Demo,
            user: String::new(),
            my_salesperson: None,
            work_date: None,
            started: true,
        }
    }

    /// Whose company it is.
    pub fn ownership(&self) -> Ownership {
        if self.demo {
            Ownership::Demo
        } else {
            Ownership::Own
        }
    }
}

/// The preferences of this device.
pub fn preferences() -> Preferences {
    local::get(PREFERENCES).unwrap_or_default()
}

/// Keeps the preferences. A browser that refuses loses them at the next start, nothing else.
pub fn set_preferences(preferences: &Preferences) {
    local::set(PREFERENCES, preferences);
}

/// The companies on this device, in the order in which they were made.
pub fn companies() -> Vec<CompanyCard> {
    local::get(COMPANIES).unwrap_or_default()
}

/// Whether this device remembers which companies it has, or had.
pub fn remembers_companies() -> bool {
    local::has(COMPANIES)
}

/// Keeps one company's card, new or changed.
pub fn set_company(card: &CompanyCard) {
    let mut cards = companies();
    match cards
        .iter_mut()
        .find(|known| known.database == card.database)
    {
        Some(known) => *known = card.clone(),
        None => cards.push(card.clone()),
    }
    local::set(COMPANIES, cards);
}

/// Forgets a company: its card, and what was last known to be kept of it.
pub fn forget_company(database: &str) {
    let mut cards = companies();
    cards.retain(|card| card.database != database);
    local::set(COMPANIES, cards);
    local::remove(&sentinel_key(database));
}

/// Forgets a company that is deleted, with all that this device remembers of it: what was opened last,
/// views of its lists.
pub fn forget_all_of_company(database: &str) {
    forget_company(database);
    local::remove_with(database);
}

/// The company to open: the one that this tab had open, else the one that was open last, else the first.
pub fn open_company() -> Option<CompanyCard> {
    let mut known = companies();
    let remembered = [local::get_of_tab(OPEN_COMPANY), local::get(OPEN_COMPANY)];
    let at = remembered
        .into_iter()
        .flatten()
        .find_map(|database: String| known.iter().position(|card| card.database == database));
    let at = at.or_else(|| (!known.is_empty()).then_some(0))?;
    Some(known.swap_remove(at))
}

/// Remembers which company is open, in this tab and for the next start.
pub fn set_open_company(card: &CompanyCard) {
    set_open_company_of_tab(card);
    local::set(OPEN_COMPANY, &card.database);
}

/// Remembers which company is open in this tab; the next start opens the one before.
pub fn set_open_company_of_tab(card: &CompanyCard) {
    set_company(card);
    local::set_of_tab(OPEN_COMPANY, &card.database);
}

/// What was last known to be kept of a company: compared when it is opened, to notice that the
/// browser or the disk has emptied its database.
pub fn sentinel<T: DeserializeOwned>(database: &str) -> Option<T> {
    local::get(&sentinel_key(database))
}

/// Remembers what is kept of a company.
pub fn set_sentinel<T: Serialize>(database: &str, sentinel: &T) {
    local::set(&sentinel_key(database), sentinel);
}

fn sentinel_key(database: &str) -> String {
    format!("lokikirja.kept.{database}")
}

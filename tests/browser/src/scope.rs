//! What to look for and where: names, and the short forms of looking for each role.

use crate::{browser::Browser, locator::Locator, role::Role};
use std::fmt;

/// An accessible name to look for. Text becomes a [`Name::Is`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// Exactly this, apart from the amount and kind of white space.
    Is(String),
    /// Contains this.
    Has(String),
    /// Whatever it is called.
    Any,
}

/// A name that contains `text`.
pub fn has(text: &str) -> Name {
    Name::Has(text.to_owned())
}

/// Any name.
pub fn any() -> Name {
    Name::Any
}

impl From<&str> for Name {
    fn from(text: &str) -> Name {
        Name::Is(text.to_owned())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Name {
        Name::Is(text)
    }
}

impl Name {
    pub(crate) fn fits(&self, name: &str) -> bool {
        match self {
            Name::Is(text) => one_spaced(name) == one_spaced(text),
            Name::Has(text) => one_spaced(name).contains(&one_spaced(text)),
            Name::Any => true,
        }
    }
}

/// White space of any kind and amount as one space: names wrap, and numbers hold no-break spaces.
pub(crate) fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Name::Is(text) => write!(f, "“{text}”"),
            Name::Has(text) => write!(f, "“…{text}…”"),
            Name::Any => f.write_str("of any name"),
        }
    }
}

/// A place to look in: the whole page ([`Browser`]) or one thing on it ([`Locator`]).
pub trait Scope {
    /// What has this role and this name here.
    fn find(&self, role: Role, name: impl Into<Name>) -> Locator<'_>;

    /// A button.
    fn button(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Button, name)
    }
    /// A link.
    fn link(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Link, name)
    }
    /// A field for text.
    fn textbox(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::TextBox, name)
    }
    /// A field for what to search.
    fn searchbox(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::SearchBox, name)
    }
    /// A field with a list to choose from.
    fn combobox(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Combobox, name)
    }
    /// One of the choices of such a list.
    fn option(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Option, name)
    }
    /// A box to tick.
    fn checkbox(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Checkbox, name)
    }
    /// On or off.
    fn switch(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Switch, name)
    }
    /// One of several, of which one is chosen.
    fn radio(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Radio, name)
    }
    /// A window over the page.
    fn dialog(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Dialog, name)
    }
    /// A question over the page.
    fn question(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::AlertDialog, name)
    }
    /// A heading.
    fn heading(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Heading, name)
    }
    /// A grid of cells.
    fn grid(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Grid, name)
    }
    /// A row of a grid or table.
    fn row(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Row, name)
    }
    /// A cell of a table.
    fn cell(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Cell, name)
    }
    /// A cell of a grid.
    fn grid_cell(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::GridCell, name)
    }
    /// A tab.
    fn tab_named(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Tab, name)
    }
    /// One of a menu.
    fn menu_item(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::MenuItem, name)
    }
    /// A message that does not interrupt.
    fn status(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Status, name)
    }
    /// A message that interrupts.
    fn alert(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Alert, name)
    }
    /// Things of one kind.
    fn list(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::List, name)
    }
    /// One of a list.
    fn list_item(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::ListItem, name)
    }
    /// Links through the app.
    fn navigation(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Navigation, name)
    }
    /// A named part of the page.
    fn region(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Region, name)
    }
    /// Things that belong together.
    fn group(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Group, name)
    }
}

impl Scope for Browser {
    fn find(&self, role: Role, name: impl Into<Name>) -> Locator<'_> {
        Locator::new(self, role, name.into())
    }
}

impl Scope for Locator<'_> {
    fn find(&self, role: Role, name: impl Into<Name>) -> Locator<'_> {
        self.inside(role, name.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_whatever_their_white_space() {
        assert!(Name::from("8,00 €").fits("8,00\u{a0}€"));
        assert!(Name::from("Create Interaction").fits(" Create\n  Interaction"));
        assert!(!Name::from("Create").fits("Create Interaction"));
        assert!(has("Adatum").fits("CT000012 Adatum Oy"));
        assert!(any().fits(""));
    }
}

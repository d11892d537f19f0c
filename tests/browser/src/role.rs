//! The roles that tests look for, and which elements can have them at all. Whether one really has the
//! role is then asked of the browser, which computes it as for a screen reader.

use std::fmt;
use xtask::engine::Engine;

macro_rules! roles {
    ($($(#[$about:meta])* $role:ident, $computed:literal, $candidates:literal;)*) => {
        /// What a thing is, in the words of WAI-ARIA.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Role {
            $($(#[$about])* $role,)*
        }

        impl Role {
            /// The role as Chromium computes it.
            pub fn computed(self) -> &'static str {
                match self { $(Role::$role => $computed,)* }
            }

            /// Whether this is the role, as an engine computes it.
            pub(crate) fn is_computed_as(self, computed: &str, engine: Engine) -> bool {
                match (engine, self) {
                    // ARIA has no name for it, and only Chromium's driver has one of its own.
                    (_, Role::Disclosure) => ["", self.computed()].contains(&computed),
                    // A closed native choice is a button that opens a menu, to WebKit.
                    (Engine::WebKit, Role::Combobox) => ["combobox", "button"].contains(&computed),
                    // A field for a number is a field to WebKit.
                    (Engine::WebKit, Role::SpinButton) => {
                        ["spinbutton", "textbox"].contains(&computed)
                    }
                    _ => computed == self.computed(),
                }
            }

            /// A CSS selector for the elements that can have this role.
            pub(crate) fn candidates(self) -> &'static str {
                match self { $(Role::$role => $candidates,)* }
            }
        }
    };
}

roles! {
    /// A message that interrupts.
    Alert, "alert", "[role=alert]";
    /// A dialog that asks something urgent.
    AlertDialog, "alertdialog", "[role=alertdialog]";
    /// Something complete in itself, such as a page of a letter.
    Article, "article", "article, [role=article]";
    /// The head of the page.
    Banner, "banner", "header, [role=banner]";
    /// Something to press.
    Button, "button", "button, summary, [role=button], input[type=button], input[type=submit], input[type=reset]";
    /// A cell of a table.
    Cell, "cell", "td, [role=cell]";
    /// A box to tick.
    Checkbox, "checkbox", "input[type=checkbox], [role=checkbox]";
    /// The heading of a column.
    ColumnHeader, "columnheader", "th, [role=columnheader]";
    /// A field with a list to choose from, and a closed native choice.
    Combobox, "combobox", "select, input[list], [role=combobox]";
    /// What stands beside the main thing.
    Complementary, "complementary", "aside, [role=complementary]";
    /// A window over the page.
    Dialog, "dialog", "dialog, [role=dialog]";
    /// What can be folded open and shut, as `<summary>`.
    Disclosure, "DisclosureTriangle", "summary";
    /// A named form.
    Form, "form", "form, [role=form]";
    /// A grid of cells that the arrow keys walk through.
    Grid, "grid", "[role=grid]";
    /// A cell of a grid.
    GridCell, "gridcell", "td, [role=gridcell]";
    /// Things that belong together.
    Group, "group", "fieldset, details, [role=group]";
    /// A heading of any level.
    Heading, "heading", "h1, h2, h3, h4, h5, h6, [role=heading]";
    /// A picture that says something.
    Image, "image", "img, svg, [role=img], [role=image]";
    /// Somewhere to go.
    Link, "link", "a[href], area[href], [role=link]";
    /// Things of one kind.
    List, "list", "ul, ol, menu, [role=list]";
    /// A list to choose from.
    ListBox, "listbox", "select, [role=listbox]";
    /// One of a list.
    ListItem, "listitem", "li, [role=listitem]";
    /// The main thing of the page.
    Main, "main", "main, [role=main]";
    /// A list of things to do.
    Menu, "menu", "[role=menu]";
    /// One of them.
    MenuItem, "menuitem", "[role=menuitem]";
    /// Links through the app.
    Navigation, "navigation", "nav, [role=navigation]";
    /// One of the choices of a list box or combobox.
    Option, "option", "option, [role=option]";
    /// How far something has come.
    ProgressBar, "progressbar", "progress, [role=progressbar]";
    /// One of several, of which one is chosen.
    Radio, "radio", "input[type=radio], [role=radio]";
    /// Those several.
    RadioGroup, "radiogroup", "fieldset, [role=radiogroup]";
    /// A named part of the page.
    Region, "region", "section, [role=region]";
    /// A row of a table or grid.
    Row, "row", "tr, [role=row]";
    /// The heading of a row.
    RowHeader, "rowheader", "th, [role=rowheader]";
    /// The part of the page that searches.
    Search, "search", "search, [role=search]";
    /// A field for what to search.
    SearchBox, "searchbox", "input[type=search], [role=searchbox]";
    /// A field for a number.
    SpinButton, "spinbutton", "input[type=number], [role=spinbutton]";
    /// A message that does not interrupt.
    Status, "status", "output, [role=status]";
    /// On or off.
    Switch, "switch", "[role=switch]";
    /// A page of several in the same place.
    Tab, "tab", "[role=tab]";
    /// What a tab shows.
    TabPanel, "tabpanel", "[role=tabpanel]";
    /// Rows and columns.
    Table, "table", "table, [role=table]";
    /// A field for text.
    TextBox, "textbox", "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url], input[type=password], textarea, [role=textbox]";
    /// Buttons that belong together.
    Toolbar, "toolbar", "[role=toolbar]";
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.computed())
    }
}

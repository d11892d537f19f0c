//! A harness that drives the built app in Chromium. A test is a [`flow`]: it gets a [`Browser`] of its
//! own, on a profile of its own, with the app on a server of its own under `/crm/`. It finds things as
//! people and screen readers do, by role and accessible name ([`Scope`], [`Locator`]), never by class
//! or id, and waits for them with a bound. At its end the page's console must be free of errors.
//!
//! ```no_run
//! use lokikirja_browser_tests::{Scope, Setup, flow};
//!
//! flow(Setup::new(), async |browser| {
//!     browser.open("").await;
//!     browser.link("Contacts").click().await;
//!     browser.button("New").click().await;
//!     let dialog = browser.dialog("New contact");
//!     dialog.textbox("Name").fill("Adatum Oy").await;
//!     dialog.button("OK").click().await;
//!     dialog.gone().await;
//! });
//! ```
//!
//! `cargo xtask test browser` builds the app and runs the tests. Programs that drive the app without
//! being tests go into `src/bin`; `cargo xtask NAME` runs them on `dist/`.

mod ability;
mod browser;
mod click;
mod console;
mod driver;
pub mod durability;
mod evidence;
mod flow;
mod hearing;
mod keys;
mod locator;
mod long_tasks;
mod look;
mod names;
mod noting;
mod processes;
mod provoked;
mod role;
mod scope;
mod setup;
mod stored;
pub mod tour;
mod wait;
mod watched;

pub use ability::{Ability, engine};
pub use browser::{Browser, Tab};
pub use console::ConsoleLine;
pub use flow::{drive, flow};
pub use locator::Locator;
pub use long_tasks::{LongTasks, most_long_tasks};
pub use role::Role;
pub use scope::{Name, Scope, any, has};
pub use setup::{BASE, Setup, site_folder, target};
pub use stored::Locked;
pub use wait::{PATIENCE, Trouble, eventually};
pub use xtask::engine::Engine;

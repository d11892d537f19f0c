//! The pages. A page lays out parts and asks the store; it does not use another page.

pub mod contact;
pub mod contacts;
pub mod create_interaction;
pub mod gallery;
pub mod home;
pub mod interaction;
pub mod interactions;
pub mod not_found;
pub mod postponed;
pub mod salespeople;
pub mod salesperson;
pub mod setup;
pub mod welcome;

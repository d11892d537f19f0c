//! The pages. A page lays out parts and asks the store; it does not use another page.

pub mod campaign;
pub mod campaign_statuses;
pub mod campaigns;
pub mod contact;
pub mod contacts;
pub mod create_interaction;
pub mod gallery;
pub mod groups;
pub mod home;
pub mod interaction;
pub mod interactions;
pub mod logged_segment;
pub mod logged_segments;
pub mod marketing_setup;
pub mod not_found;
pub mod number_series;
pub mod postponed;
pub mod salespeople;
pub mod salesperson;
pub mod saved_criteria;
pub mod segment;
pub mod segments;
pub mod setup;
pub mod template;
pub mod templates;
pub mod welcome;

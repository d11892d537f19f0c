//! The pages. A page lays out parts and asks the store; it does not use another page.

pub mod gallery;

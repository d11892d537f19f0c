//! The interaction: form, finish, title, figures.

mod finish;
mod form;
mod statistics;
mod title;

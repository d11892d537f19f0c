//! The interaction: form, finish, title, figures.

mod cover_sheet;
mod finish;
mod form;
mod open;
mod overview;
mod postpone;
mod statistics;
mod title;

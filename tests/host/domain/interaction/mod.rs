//! The interaction: form, finish, figures.

mod finish;
mod form;

//! The parts, as a user and a screen reader meet them: keys, focus, states. `page.rs` is the page they stand on.

mod actions;
mod cells;
mod fields;
mod floats;
mod lists;
mod page;

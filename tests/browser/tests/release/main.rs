//! The tests of what only the folder for a web host has; `cargo xtask test release` runs them.

mod parts;

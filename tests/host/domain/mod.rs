//! The rules, one module for each of theirs.

mod interaction;

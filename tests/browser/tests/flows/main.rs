//! The tests that drive the whole app in a browser. One program, so that it is linked once.

mod bad_input;
mod cancel;
mod cannot_open;
mod draft;
mod durability;
mod harness;
mod hosting;
mod steps;
mod words;

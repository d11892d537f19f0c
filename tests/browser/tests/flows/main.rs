//! The tests that drive the whole app in a browser. One program, so that it is linked once.

mod bad_input;
mod harness;
mod hosting;

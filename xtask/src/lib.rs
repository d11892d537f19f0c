//! What the chores and the browser tests share: the headers a host should send, a small server that
//! sends them, what makes a release work without a network, and the browser that the tests drive. The chores themselves begin in `main.rs`.

pub mod chromium;
pub mod digest;
pub mod display;
pub mod engine;
pub mod headers;
pub mod offline;
pub mod packing;
pub mod site;

//! What the chores and the browser tests share: the headers a host should send, a small server that
//! sends them, and the browser that the tests drive. The chores themselves begin in `main.rs`.

pub mod chromium;
pub mod headers;
pub mod site;

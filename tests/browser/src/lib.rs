//! Flows of the whole app, driven in a real browser.

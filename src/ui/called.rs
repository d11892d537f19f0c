//! What records are called.

use crate::language::Messages;

/// The description of a record; its code or number where it has none.
pub fn called<'a>(description: &'a str, code: &'a str) -> &'a str {
    if description.is_empty() {
        code
    } else {
        description
    }
}

/// The same with the code or number behind a description.
pub fn coded(m: &Messages, description: &str, code: &str) -> String {
    if description.is_empty() {
        code.to_string()
    } else {
        (m.logbook.with_code)(description, code)
    }
}

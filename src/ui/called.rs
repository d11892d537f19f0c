//! What records are called.

/// The description of a record; its code or number where it has none.
pub fn called<'a>(description: &'a str, code: &'a str) -> &'a str {
    if description.is_empty() {
        code
    } else {
        description
    }
}

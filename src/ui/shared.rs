//! Shared values in memos: large ones, told apart by whether they are the same one.

use std::sync::Arc;

/// Whether the value is another one than before, for `Memo::new_with_compare`. Nothing is compared.
pub fn is_other<T>(before: Option<&Arc<T>>, now: Option<&Arc<T>>) -> bool {
    !matches!((before, now), (Some(a), Some(b)) if Arc::ptr_eq(a, b))
}

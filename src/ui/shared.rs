//! Shared values: large ones, told apart by whether they are the same one.

use std::sync::Arc;

/// Whether both are the same one, or neither is there.
pub fn is_same<T>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// Whether the value is another one than before, for `Memo::new_with_compare`. Nothing is compared.
#[cfg(target_arch = "wasm32")]
pub fn is_other<T>(before: Option<&Arc<T>>, now: Option<&Arc<T>>) -> bool {
    !matches!((before, now), (Some(a), Some(b)) if Arc::ptr_eq(a, b))
}

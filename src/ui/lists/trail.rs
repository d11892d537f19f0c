//! In which order each list was shown last, so that a card opened from it can go on to the record before
//! or after.

use super::rows::Rows;
use crate::ui::parts::list::RowKey;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rows, and the places of those shown.
type Trail = (Rows, Arc<Vec<u32>>);

thread_local!(static TRAILS: RefCell<BTreeMap<&'static str, Trail>> = RefCell::default());

/// Keeps what a list shows. Rows and places are shared, not copied.
pub(super) fn remember(name: &'static str, rows: Rows, places: Arc<Vec<u32>>) {
    TRAILS.with_borrow_mut(|trails| trails.insert(name, (rows, places)));
}

/// The nearest row before or after one of a list, as the list was shown last, that is still there. None
/// when the list did not show the row; none inside when there is none on that side.
pub fn beside(
    name: &str,
    key: RowKey,
    back: bool,
    is_there: impl Fn(RowKey) -> bool,
) -> Option<Option<RowKey>> {
    let (rows, places) = TRAILS.with_borrow(|trails| trails.get(name).cloned())?;
    let key_at = |at: usize| rows.0.key(places[at]);
    let here = (0..places.len()).find(|at| key_at(*at) == key)?;
    let is_there = |key: &RowKey| is_there(*key);
    Some(match back {
        true => (0..here).rev().map(key_at).find(is_there),
        false => (here + 1..places.len()).map(key_at).find(is_there),
    })
}

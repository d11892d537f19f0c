//! The order in which filters compare texts: the Finnish alphabet, without case and other marks.

use crate::domain::search::folded;
use std::cmp::Ordering;

/// The places of a text's characters in the alphabet, one after another; nothing is allocated.
fn places(text: &str) -> impl Iterator<Item = u32> {
    // å, ä and ö are letters of their own; all others are cut out of the text and folded.
    let mut rest = text;
    let mut folding = folded("");
    std::iter::from_fn(move || {
        loop {
            if let Some(c) = folding.next() {
                return Some(4 * u32::from(c));
            }
            let c = rest.chars().next()?;
            let (one, after) = rest.split_at(c.len_utf8());
            rest = after;
            let after_z = match c {
                'å' | 'Å' => 1,
                'ä' | 'Ä' | 'æ' | 'Æ' => 2,
                'ö' | 'Ö' | 'ø' | 'Ø' => 3,
                _ => {
                    folding = folded(one);
                    continue;
                }
            };
            return Some(4 * u32::from('z') + after_z);
        }
    })
}

/// What texts are compared by, for sorting many: each is folded once.
pub(super) fn key(text: &str) -> Box<[u32]> {
    places(text).collect()
}

/// Compares two texts by the alphabet.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    places(a).cmp(places(b))
}

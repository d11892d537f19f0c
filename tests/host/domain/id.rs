//! Ids are compared as numbers; what comes out is the order of their bytes, and of their text.

use lokikirja::domain::id::{LogEntryId, following};
use proptest::prelude::*;
use std::hash::{BuildHasher, RandomState};
use uuid::Uuid;

/// Any id, and another one that differs in few bits, or none.
fn two() -> impl Strategy<Value = (Uuid, Uuid)> {
    let bits = prop_oneof![
        Just(0_u128),
        any::<u128>(),
        (0..128_u32).prop_map(|n| 1 << n)
    ];
    (any::<u128>(), bits)
        .prop_map(|(one, bits)| (Uuid::from_u128(one), Uuid::from_u128(one ^ bits)))
}

proptest! {
    #[test]
    fn ids_stand_in_the_order_of_their_text((one, other) in two()) {
        let (a, b) = (LogEntryId(one), LogEntryId(other));
        prop_assert_eq!(a.cmp(&b), one.to_string().cmp(&other.to_string()));
        prop_assert_eq!(a == b, one == other);
        let hashes = RandomState::new();
        prop_assert!(a != b || hashes.hash_one(a) == hashes.hash_one(b));
    }

    #[test]
    fn one_that_follows_stands_behind(base in any::<u64>(), n in 1..50_000_u32) {
        // With room for those that follow.
        let base = Uuid::from_u128((u128::from(base) << 64) | (0b10 << 62));
        prop_assert!(following::<LogEntryId>(base, n) < following::<LogEntryId>(base, n + 1));
        prop_assert!(LogEntryId(base) < following(base, n));
    }
}

//! Chance that always falls the same way: the demo company is the same for the same seed.

use crate::domain::id;
use chrono::NaiveDateTime;
use std::ops::RangeInclusive;
use uuid::Uuid;

/// A source of numbers (SplitMix64): small, and good enough for a story.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number of the range.
    pub(super) fn between(&mut self, range: RangeInclusive<u32>) -> u32 {
        let n = u64::from(range.end() - range.start()) + 1;
        range.start() + (self.next() % n) as u32
    }

    /// True so many times out of a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.between(1..=100) <= percent
    }

    /// One of several; there must be one.
    pub(super) fn pick<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.between(0..=several.len() as u32 - 1) as usize]
    }

    /// The id of a row that is written at this time.
    pub(super) fn id<I: From<Uuid>>(&mut self, at: NaiveDateTime) -> I {
        let millis = at.and_utc().timestamp_millis().max(0) as u64;
        let (high, low) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        let mut random = [0; 10];
        random[..8].copy_from_slice(&high);
        random[8..].copy_from_slice(&low[..2]);
        id::new(millis, random)
    }
}

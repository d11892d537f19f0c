//! The card of a segment.

pub mod criteria;

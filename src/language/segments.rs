//! Segments and campaigns: what they ask, and texts that become data.

use crate::domain::segment::question::Question;

/// The texts of segments and campaigns in one language.
pub struct SegmentTexts {
    /// What a change of a segment asks.
    pub question: fn(&Question) -> String,
    /// The description of a follow-up segment, by the number of the segment that was logged; at
    /// most 50 characters.
    pub follow_up_on: fn(&str) -> String,
    /// The description of the campaign entry of interactions that were logged by themselves.
    pub loose_interactions: &'static str,
}

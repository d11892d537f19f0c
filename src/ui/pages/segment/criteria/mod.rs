//! How contacts come into a segment and leave it by criteria: the buttons, the box beside the lines,
//! and the dialogs that open from them.
//!
//! `form.rs` is the dialog of Add Contacts, Reduce and Refine as a whole, `section.rs` one of its
//! sections, `condition.rs` what it asks of a field, and `lookup.rs` which records a condition
//! chooses among.

mod actions;
mod condition;
mod facts;
mod form;
mod group;
mod lookup;
mod preview;
mod reuse;
mod save;
mod section;

pub use actions::criteria_actions;
pub use facts::criteria_box;

use crate::domain::id::SegmentId;
use crate::domain::segment::Segment;
use crate::domain::{Records, Revision};

/// The revision of a segment: what a form sends back.
fn revision_of(records: &Records, segment: SegmentId) -> Revision {
    let stored = records.stored::<Segment>(segment);
    stored.map(|stored| stored.revision).unwrap_or_default()
}

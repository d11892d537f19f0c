//! English: criteria.

use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::selection::Part;
use crate::language::criteria::CriteriaTexts;

pub(super) const CRITERIA: CriteriaTexts = CriteriaTexts {
    kind: |kind| match kind {
        ActionKind::Add => "Add Contacts",
        ActionKind::Reduce => "Reduce Contacts",
        ActionKind::Refine => "Refine Contacts",
    },
    part: |part| match part {
        Part::Contact => "Contact",
        Part::MailingGroup => "Mailing group",
        Part::IndustryGroup => "Industry group of the company",
        Part::BusinessRelation => "Business relation of the company",
        Part::JobResponsibility => "Job responsibility",
        Part::Interaction => "Interaction",
    },
    no_part: |part| match part {
        Part::Contact => "All except",
        Part::MailingGroup => "No mailing group",
        Part::IndustryGroup => "No industry group of the company",
        Part::BusinessRelation => "No business relation of the company",
        Part::JobResponsibility => "No job responsibility",
        Part::Interaction => "No interaction",
    },
    everybody: "All contacts",
    nobody: "Nobody",
    by_hand: |n| format!("{} chosen by hand", (TERMS.n_records)(Table::Contact, n)),
    logged: |no| format!("Contacts of logged segment {no}"),
    lines_added: |n| format!("{} added", (TERMS.n_records)(Table::SegmentLine, n)),
    lines_removed: |n| format!("{} removed", (TERMS.n_records)(Table::SegmentLine, n)),
    allow_existing: "Allow Existing Contacts",
    expand_companies: "Expand Companies",
    related_companies: "Allow Related Companies",
    ignore_exclusion: "Ignore Exclusion",
    entire_companies: "Entire Companies",
};

//! Finnish: criteria.

use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::selection::Part;
use crate::language::criteria::CriteriaTexts;

pub(super) const CRITERIA: CriteriaTexts = CriteriaTexts {
    kind: |kind| match kind {
        ActionKind::Add => "Lisää kontakteja",
        ActionKind::Reduce => "Vähennä kontakteja",
        ActionKind::Refine => "Tarkenna kontakteja",
    },
    part: |part| match part {
        Part::Contact => "Kontakti",
        Part::MailingGroup => "Postitusryhmä",
        Part::IndustryGroup => "Yrityksen toimialaryhmä",
        Part::BusinessRelation => "Yrityksen liikesuhde",
        Part::JobResponsibility => "Vastuualue",
        Part::Interaction => "Vuorovaikutus",
    },
    no_part: |part| match part {
        Part::Contact => "Kaikki paitsi",
        Part::MailingGroup => "Ei postitusryhmää",
        Part::IndustryGroup => "Ei yrityksen toimialaryhmää",
        Part::BusinessRelation => "Ei yrityksen liikesuhdetta",
        Part::JobResponsibility => "Ei vastuualuetta",
        Part::Interaction => "Ei vuorovaikutusta",
    },
    everybody: "Kaikki kontaktit",
    nobody: "Ei ketään",
    by_hand: |n| match n {
        1 => "1 käsin valittu kontakti".into(),
        n => format!("{} käsin valittua kontaktia", super::grouped(n)),
    },
    logged: |no| format!("Lokiin kirjatun segmentin {no} kontaktit"),
    lines_added: |n| format!("Lisättiin {}", (TERMS.n_records)(Table::SegmentLine, n)),
    lines_removed: |n| format!("Poistettiin {}", (TERMS.n_records)(Table::SegmentLine, n)),
    allow_existing: "Salli segmentissä jo olevat kontaktit",
    expand_companies: "Laajenna yritykset",
    related_companies: "Salli liittyvät yritykset",
    ignore_exclusion: "Ohita pois jättäminen",
    entire_companies: "Kokonaiset yritykset",
};

//! Examples of what classification stores.

use crate::contract::nth_id;
use lokikirja::domain::classification::formula::SalutationFormula;
use lokikirja::domain::classification::{Class, Group, Membership, MembershipId};
use lokikirja::domain::code::Code;
use lokikirja::domain::values::FormulaType;
use uuid::Uuid;

/// A row of whichever table.
pub fn row<R: Class>(id: u32) -> R
where
    R::Id: From<Uuid>,
{
    R::blank(nth_id(id), Code::new("UUTISET").expect("a code"))
}

pub fn formula() -> SalutationFormula {
    SalutationFormula {
        id: nth_id(96),
        salutation: nth_id(95),
        language: Some(Code::new("FI").expect("a code")),
        kind: FormulaType::Informal,
        text: "Hei {{contact.first_name}}".into(),
    }
}

pub fn in_mailing_group() -> Membership {
    let (contact, of) = (nth_id(20), Group::Mailing(nth_id(90)));
    Membership {
        id: MembershipId { contact, of },
    }
}

pub fn in_job() -> Membership {
    let (contact, of) = (nth_id(21), Group::Responsibility(nth_id(93)));
    Membership {
        id: MembershipId { contact, of },
    }
}

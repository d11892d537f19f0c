//! What can be done about each kind of damage.

use crate::domain::change::Key;
use crate::domain::check::{Damage, Wrong};
use crate::domain::refusal::Field;

/// What a repair does about a damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// A reference to nothing is cleared.
    Cleared,
    /// The row goes: it belongs to nothing.
    Removed,
    /// The second of two goes, which nobody ever saw.
    SecondRemoved,
    /// One of two gets a number or code of its own.
    Renumbered,
    /// It follows again from what it follows from.
    Recomputed,
    /// What erasing the contact should have taken is taken.
    Erased,
    /// Nothing: only a person knows what belongs there, and can enter it.
    ByHand,
    /// Nothing: what it said is lost, and a log entry is not edited.
    Lost,
}

impl Remedy {
    /// True if a repair does something.
    pub fn is_one(self) -> bool {
        !matches!(self, Self::ByHand | Self::Lost)
    }
}

impl Damage {
    /// What a repair does about it.
    pub fn remedy(&self) -> Remedy {
        match &self.wrong {
            Wrong::NotUnique(Field::Language) => Remedy::SecondRemoved,
            Wrong::NotUnique(_) | Wrong::LineTwice(_) => Remedy::Renumbered,
            Wrong::Missing(field) => self.remedy_of_blank(*field),
            Wrong::NotFound(field) => self.remedy_of_lost(*field),
            Wrong::NotACompany => Remedy::Cleared,
            Wrong::OtherType => Remedy::Removed,
            Wrong::OtherCompany
            | Wrong::CounterBehind { .. }
            | Wrong::CanceledDiffers
            | Wrong::ActionsDiffer => Remedy::Recomputed,
            Wrong::EndsBeforeItStarts | Wrong::Line { .. } => Remedy::ByHand,
            Wrong::NotErased => match self.key {
                // Which of the two is right, the erased contact or the one that is there, nobody else can tell.
                Key::ErasedContact(_) => Remedy::ByHand,
                _ => Remedy::Erased,
            },
        }
    }

    fn remedy_of_blank(&self, field: Field) -> Remedy {
        match (&self.key, field) {
            (Key::LogEntry(_), Field::No) => Remedy::Renumbered,
            (Key::LogEntry(_), _) => Remedy::Lost,
            _ => Remedy::ByHand,
        }
    }

    /// A row goes with what it belongs to; any other is only without it.
    fn remedy_of_lost(&self, field: Field) -> Remedy {
        match (&self.key, field) {
            (Key::Membership(_) | Key::SalutationFormula(_) | Key::CriteriaAction(_), _)
            | (Key::SegmentLine(_), Field::SegmentNo)
            | (Key::CampaignEntry(_), Field::Campaign) => Remedy::Removed,
            _ => Remedy::Cleared,
        }
    }
}

//! Campaign statuses: the stages of campaigns, a free list.

use super::Campaign;
use crate::domain::change::{Revision, Table};
use crate::domain::code::{CampaignStatusCode, TEXT_MAX, line};
use crate::domain::editable::{self, Editable};
use crate::domain::id::CampaignStatusId;
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::work::Work;
use serde::{Deserialize, Serialize};

/// A stage of campaigns (`CampaignStatus.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignStatus {
    /// Identity.
    pub id: CampaignStatusId,
    /// Code, at most 10 characters, unique.
    pub code: CampaignStatusCode,
    /// Description, at most 100 characters.
    pub description: String,
}

/// A change of one field, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusEdit {
    /// The code.
    Code(String),
    /// The description.
    Description(String),
}

/// Creates a campaign status. Needs a code that is free.
pub(in crate::domain) fn create(
    work: &mut Work,
    id: CampaignStatusId,
    edits: Vec<StatusEdit>,
) -> Result<(), Refusal> {
    editable::refuse_second::<CampaignStatus>(work, id)?;
    let typed = edits.iter().rev().find_map(|edit| match edit {
        StatusEdit::Code(typed) => Some(typed.as_str()),
        StatusEdit::Description(_) => None,
    });
    let code = CampaignStatusCode::new(typed.unwrap_or_default())
        .map_err(|reason| RecordName::unnamed(Table::CampaignStatus).refuse(Field::Code, reason))?;
    let mut status = CampaignStatus {
        id,
        code,
        description: String::new(),
    };
    for edit in edits {
        status.apply(work, edit)?;
    }
    let code = status.code.to_string();
    work.notice(Notice::Created(Table::CampaignStatus, code));
    work.put(status);
    Ok(())
}

/// Deletes a campaign status; refused while a campaign has it. (The source product does not check.)
pub(in crate::domain) fn delete(
    work: &mut Work,
    id: CampaignStatusId,
    seen: Revision,
) -> Result<(), Refusal> {
    let status = editable::seen::<CampaignStatus>(work, id, seen)?;
    let campaigns = work.all::<Campaign>();
    match campaigns.filter(|row| row.status == Some(id)).count() {
        0 => {}
        n => {
            let by = Table::Campaign;
            let in_use = Reason::InUse { by, n: n as u32 };
            return Err(status.record_name().refuse_all(in_use));
        }
    }
    work.delete::<CampaignStatus>(id);
    let code = status.code.to_string();
    work.notice(Notice::Deleted(Table::CampaignStatus, code));
    Ok(())
}

impl Editable for CampaignStatus {
    type Edit = StatusEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::CampaignStatus, &self.code)
    }

    fn apply(&mut self, work: &Work, edit: StatusEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        match edit {
            StatusEdit::Code(typed) => {
                let code = CampaignStatusCode::new(&typed)
                    .map_err(|reason| name.refuse(Field::Code, reason))?;
                let mut others = work.all::<CampaignStatus>();
                if others.any(|other| other.code == code && other.id != self.id) {
                    return Err(name.refuse(Field::Code, Reason::AlreadyUsed));
                }
                self.code = code;
            }
            StatusEdit::Description(typed) => {
                self.description = line(&typed, TEXT_MAX)
                    .map_err(|reason| name.refuse(Field::Description, reason))?;
            }
        }
        Ok(())
    }
}

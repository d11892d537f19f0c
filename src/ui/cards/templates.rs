//! Deleting an interaction template, from its card or from the list.

use super::removing::Removal;
use crate::domain::Command;
use crate::domain::id::TemplateId;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::ledger::Scope;
use crate::ui::store::Store;
use crate::ui::text::say;

/// What is asked before a template is deleted; none for one that is gone.
pub fn template_removal(store: Store, id: TemplateId) -> Option<Removal> {
    store.peek(|records| {
        let stored = records.stored::<InteractionTemplate>(id)?;
        let n = records.ledger().entries(Scope::Template(id)).count();
        Some(Removal {
            name: stored.row.code.to_string(),
            detail: (say().setups.delete_template_detail)(u32::try_from(n).unwrap_or(u32::MAX)),
            command: Command::DeleteInteractionTemplate(id, stored.revision),
        })
    })
}

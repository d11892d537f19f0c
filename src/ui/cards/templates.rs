//! Deleting an interaction template, from its card or from the list.

use super::removing::Removal;
use crate::domain::Command;
use crate::domain::id::TemplateId;
use crate::domain::interaction::template::InteractionTemplate;
use crate::ui::store::Store;

/// Deletes a template; none for one that is gone.
pub fn template_removal(store: Store, id: TemplateId) -> Option<Removal> {
    store.peek(|records| {
        let stored = records.stored::<InteractionTemplate>(id)?;
        Some(Removal {
            name: stored.row.code.to_string(),
            // Logged entries keep its code.
            detail: None,
            command: Command::DeleteInteractionTemplate(id, stored.revision),
        })
    })
}

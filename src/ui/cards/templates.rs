//! Interaction templates on cards: looked up, deleted.

use super::bound::Bound;
use super::reading::parsed_id;
use super::removing::Removal;
use crate::domain::id::TemplateId;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::search::Wanted;
use crate::domain::{Command, Table};
use crate::ui::lookups::best;
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use leptos::prelude::*;

/// A field that looks up a template by its code or description.
pub fn template_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::InteractionTemplate], |records| {
            let row = records.get::<InteractionTemplate>(parsed_id(&key.read())?)?;
            Some(item(row))
        })
    });
    let offer = move |typed: String| {
        store.peek(|records| {
            let mut rows: Vec<_> = records.all::<InteractionTemplate>().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            let found = best(rows.into_iter(), &Wanted::new(&typed), usize::MAX, |row| {
                format!("{}\n{}", row.code, row.description)
            });
            found.iter().map(|(_, row)| item(row)).collect()
        })
    };
    bound.picker(selected, Callback::new(offer), None)
}

fn item(row: &InteractionTemplate) -> PickerItem {
    PickerItem::new(
        row.id.to_string(),
        row.code.to_string(),
        row.description.clone(),
    )
}

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

//! The interaction group of a template: looked up, or made on the way.

use super::bound::Bound;
use super::creating::Creating;
use super::making::lookup;
use super::reading::parsed_id;
use crate::browser::clock;
use crate::domain::id::GroupId;
use crate::domain::interaction::template::{GroupEdit, InteractionGroup};
use crate::domain::search::Wanted;
use crate::domain::{Command, Field, Records, Table};
use crate::ui::lookups::best;
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::prelude::*;

/// A field that looks up a group. "New…" makes one and takes it.
pub fn group_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::InteractionGroup], |records| {
            let id = parsed_id::<GroupId>(&key.read())?;
            Some(item(records.get::<InteractionGroup>(id)?))
        })
    });
    let offer = move |typed: String| store.peek(|records| offered(records, &typed));
    lookup(bound, selected, offer, move |typed, made, close| {
        new_group(store, typed, made, close)
    })
}

fn offered(records: &Records, typed: &str) -> Vec<PickerItem> {
    let mut rows: Vec<_> = records.all::<InteractionGroup>().collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let found = best(rows.into_iter(), &Wanted::new(typed), usize::MAX, |row| {
        format!("{}\n{}", row.code, row.description)
    });
    found.iter().map(|(_, row)| item(row)).collect()
}

fn item(row: &InteractionGroup) -> PickerItem {
    if row.description.is_empty() {
        PickerItem::new(row.id.to_string(), row.code.to_string(), "")
    } else {
        PickerItem::new(
            row.id.to_string(),
            row.description.clone(),
            row.code.to_string(),
        )
    }
}

/// The dialog of a new group. What was typed already is its code if it can be one, else its
/// description.
pub fn new_group(
    store: Store,
    typed: &str,
    on_made: Callback<GroupId>,
    on_close: Callback<()>,
) -> AnyView {
    let id: GroupId = clock::new_id();
    let new = Creating::<GroupEdit>::new(store);
    let code_field = new.code(Field::Code, GroupEdit::Code);
    let description = new.line(Field::Description, GroupEdit::Description);
    new.start_named(typed);
    let fields = view! {
        <div class="fields">
            {code_field.required().autofocus().text(0)}
            {description.text(100)}
        </div>
    };
    new.dialog(
        tr(|m| m.setups.new_group),
        move |edits| Command::CreateInteractionGroup(id, edits),
        Callback::new(move |_| on_made.run(id)),
        on_close,
        fields.into_any(),
    )
}

//! A field that looks up a campaign.

use super::bound::Bound;
use super::making::lookup;
use super::new_campaign::campaign_dialog;
use super::reading::parsed_id;
use crate::domain::Table;
use crate::domain::campaign::Campaign;
use crate::domain::search::Wanted;
use crate::ui::called::called;
use crate::ui::lookups::best;
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use crate::ui::text::texts;
use leptos::prelude::*;

/// Looks up a campaign; "New…" makes one and takes it. `number`: the number of the one that the record mentions, which may be
/// deleted since.
pub fn campaign_field(store: Store, bound: Bound, number: Memo<Option<String>>) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::Campaign], |records| {
            Some(item(records.get::<Campaign>(parsed_id(&key.read())?)?))
        })
    });
    let offer = move |typed: String| {
        store.peek(|records| {
            let rows = records.campaigns_by_no().rev();
            let found = best(rows, &Wanted::new(&typed), usize::MAX, |row| {
                format!("{}\n{}", row.description, row.no)
            });
            found.iter().map(|(_, row)| item(row)).collect()
        })
    };
    let gone = Signal::derive(move || {
        let number = number.get().filter(|_| selected.read().is_none())?;
        Some((texts().logbook.deleted_since)(&number))
    });
    lookup(
        bound.hint(gone),
        selected,
        offer,
        move |typed, made, close| campaign_dialog(store, typed, made, close),
    )
}

fn item(row: &Campaign) -> PickerItem {
    let name = called(&row.description, row.no.as_str());
    PickerItem::new(row.id.to_string(), name, row.no.to_string())
}

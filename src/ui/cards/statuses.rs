//! The status of a campaign: looked up, or made on the way.

use super::bound::Bound;
use super::creating::Creating;
use super::making::lookup;
use super::reading::parsed_id;
use super::removing::Removal;
use crate::browser::clock;
use crate::domain::campaign::{CampaignStatus, StatusEdit};
use crate::domain::id::CampaignStatusId;
use crate::domain::search::Wanted;
use crate::domain::{Command, Field, Records, Table};
use crate::ui::called::called;
use crate::ui::lookups::best;
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::prelude::*;

/// A field that looks up a status. "New…" makes one and takes it.
pub fn status_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::CampaignStatus], |records| {
            let id = parsed_id::<CampaignStatusId>(&key.read())?;
            Some(item(records.get::<CampaignStatus>(id)?))
        })
    });
    let offer = move |typed: String| store.peek(|records| offered(records, &typed));
    lookup(bound, selected, offer, move |typed, made, close| {
        new_status(store, typed, made, close)
    })
}

fn offered(records: &Records, typed: &str) -> Vec<PickerItem> {
    let mut rows: Vec<_> = records.all::<CampaignStatus>().collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let found = best(rows.into_iter(), &Wanted::new(typed), usize::MAX, |row| {
        format!("{}\n{}", row.description, row.code)
    });
    found.iter().map(|(_, row)| item(row)).collect()
}

fn item(row: &CampaignStatus) -> PickerItem {
    let (id, code) = (row.id.to_string(), row.code.to_string());
    match row.description.as_str() {
        "" => PickerItem::new(id, code, ""),
        description => PickerItem::new(id, description, code),
    }
}

/// What a status is called: its description, or its code.
pub fn status_name(records: &Records, status: Option<CampaignStatusId>) -> String {
    let row = status.and_then(|id| records.get::<CampaignStatus>(id));
    row.map_or_else(String::new, |row| {
        called(&row.description, row.code.as_str()).to_string()
    })
}

/// The dialog of a new status, whose code may have been typed already.
pub fn new_status(
    store: Store,
    code: &str,
    on_made: Callback<CampaignStatusId>,
    on_close: Callback<()>,
) -> AnyView {
    let id: CampaignStatusId = clock::new_id();
    let new = Creating::<StatusEdit>::new(store);
    let code_field = new.code(Field::Code, StatusEdit::Code);
    new.start(Field::Code, code.trim().to_uppercase());
    let fields = view! {
        <div class="fields">
            {code_field.required().autofocus().text(0)}
            {new.line(Field::Description, StatusEdit::Description).text(100)}
        </div>
    };
    new.dialog(
        tr(|m| m.campaign_pages.new_status),
        move |edits| Command::CreateCampaignStatus(id, edits),
        Callback::new(move |_| on_made.run(id)),
        on_close,
        fields.into_any(),
    )
}

/// Deletes a status; none for one that is gone.
pub fn status_removal(store: Store, id: CampaignStatusId) -> Option<Removal> {
    store.peek(|records| {
        let stored = records.stored::<CampaignStatus>(id)?;
        Some(Removal {
            name: stored.row.code.to_string(),
            // One that a campaign has is not deleted.
            detail: None,
            command: Command::DeleteCampaignStatus(id, stored.revision),
        })
    })
}

//! Backup and restore: a company into a file, and back.

use crate::ui::backup::{other_state, restoring, seven_days, writing};
use crate::ui::companies::Companies;
use crate::ui::parts::sections::Card;
use crate::ui::store::Store;
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Backup(
    /// The companies of this device.
    companies: Companies,
    /// The open one.
    store: Store,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| m.backup.title)}</h1>
                <p class="page-sub">{move || store.company().name}</p>
            </div>
        </header>
        <div class="columns-2">
            <div class="stack">
                {writing(companies, store)}
                {seven_days()}
                {other_state(companies, store)}
            </div>
            <Card title=tr_with(|m| m.backup.restore.into())>
                {restoring(companies, Some(store))}
            </Card>
        </div>
    }
    .into_any()
}

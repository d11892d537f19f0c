//! When the last backup was written, and the reminder that one is due.

use super::when;
use crate::backup::reminder::{self, Due, Remembered};
use crate::book::Sentinel;
use crate::browser::backups::{backups, change_backups};
use crate::browser::{clock, forgets, preferences};
use crate::domain::Table;
use crate::ui::navigate::go_to;
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::Button;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::live::live;
use crate::ui::parts::tone::Tone;
use crate::ui::route::Page;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;
use std::sync::LazyLock;

/// Counts what was remembered: views follow.
static CHANGED: LazyLock<ArcRwSignal<u32>> = LazyLock::new(|| ArcRwSignal::new(0));

/// Something else is remembered now.
pub(super) fn changed() {
    CHANGED.update(|n| *n += 1);
}

/// What is remembered of the open company; tracked.
fn remembered(store: Store) -> Remembered {
    CHANGED.track();
    backups(&store.company().database).remembered
}

/// Whether a backup of the open company is due. Never of made-up people, or of what is gone with the tab.
fn due(store: Store) -> Option<Due> {
    let company = store.company();
    if company.demo || store.is_in_memory() {
        return None;
    }
    let revision = store.read(Table::ALL, |records| records.revision());
    let created = preferences::sentinel::<Sentinel>(&company.database)?.created_at;
    reminder::due(&remembered(store), revision, created, clock::now())
}

/// The reminder on Home, when it is time.
pub fn reminder(store: Store) -> AnyView {
    let due = Memo::new(move |_| due(store));
    let later = Callback::new(move |()| {
        let database = store.company_untracked().database;
        change_backups(&database, |kept| {
            kept.remembered.put_off = Some(clock::now())
        });
        changed();
    });
    let back_up = Callback::new(|()| go_to(Page::Backup));
    live(move || {
        let Some(due) = due.get() else {
            return ().into_any();
        };
        let words = move || {
            let m = texts();
            let shown = m.format.count(due.n_changes);
            match due.days {
                // A backup of years ago is old enough.
                Some(days) => {
                    let days = u32::try_from(days).unwrap_or(u32::MAX);
                    (m.backup.due)(due.n_changes, &shown, days)
                }
                None => (m.backup.due_first)(due.n_changes, &shown),
            }
        };
        let actions = move || {
            view! {
                <Button label=tr(|m| m.backup.to_page) on_press=back_up/>
                <Button label=tr(|m| m.backup.later) on_press=later/>
            }
        };
        view! {
            <Note tone=Tone::Warn actions=actions>
                <p>{words}</p>
                {seven_days()}
            </Note>
        }
        .into_any()
    })
}

/// What browsers of iPhones and iPads do, where this is one.
pub fn seven_days() -> AnyView {
    forgets::after_seven_days()
        .then(|| view! { <p class="muted">{tr(|m| m.backup.seven_days)}</p> })
        .into_any()
}

/// When the last backup was written, and what has changed since.
pub(super) fn last(store: Store) -> AnyView {
    let text = move || {
        let m = texts();
        let kept = remembered(store);
        let Some(at) = kept.last else {
            return m.backup.never.to_owned();
        };
        let revision = store.read(Table::ALL, |records| records.revision());
        let n = revision.0.saturating_sub(kept.revision.0);
        let since = (m.backup.since)(n, &m.format.count(n));
        format!("{} {since}", (m.backup.last)(&when(m, at)))
    };
    view! { <p>{text}</p> }.into_any()
}

/// The part of the panel of the mark at the top that speaks of backups.
pub fn in_panel(store: Store, close: Callback<()>) -> AnyView {
    if store.is_in_memory() {
        return ().into_any();
    }
    let back_up = Callback::new(move |()| {
        close.run(());
        go_to(Page::Backup);
    });
    view! {
        <section class="status-row">
            <h3 class="facts-title">{tr(|m| m.backup.back_up)}</h3>
            {last(store)}
            {seven_days()}
            <Button label=tr(|m| m.backup.to_page) icon=Icon::Download on_press=back_up/>
        </section>
    }
    .into_any()
}

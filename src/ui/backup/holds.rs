//! What a file holds, as it is shown before it is restored.

use crate::backup::Found;
use crate::domain::Table;
use crate::ui::parts::badge::Note;
use crate::ui::parts::tone::Tone;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

/// What is wrong with what the file holds, though not with the file.
pub(super) fn warnings(found: &Found) -> AnyView {
    let (n_unreadable, n_damaged) = (found.counts.unreadable, found.n_damaged as u64);
    let unreadable = (n_unreadable > 0).then(|| {
        let text =
            tr_with(move |m| (m.backup.unreadable)(n_unreadable, &m.format.count(n_unreadable)));
        view! { <Note tone=Tone::Warn><p>{text}</p></Note> }
    });
    let damaged = (n_damaged > 0).then(|| {
        let text =
            tr_with(move |m| (m.backup.contradictions)(n_damaged, &m.format.count(n_damaged)));
        view! { <Note tone=Tone::Warn><p>{text}</p></Note> }
    });
    view! { {unreadable} {damaged} }.into_any()
}

/// How much of everything the file holds, beside the open company.
pub(super) fn counts(store: Option<Store>, found: Found) -> AnyView {
    type Caption = Box<dyn Fn() -> String + Send + Sync>;
    let here = move |table: Table| {
        store.map(|store| store.read(&[table], |records| records.count(table) as u64))
    };
    let line = move |caption: Caption, there: u64, here: Option<u64>| {
        view! {
            <tr>
                <th scope="row">{caption}</th>
                <td>{move || texts().format.count(there)}</td>
                {here.map(|here| view! { <td>{move || texts().format.count(here)}</td> })}
            </tr>
        }
    };
    let tables = Table::ALL.iter().copied();
    // One row of each, in every company.
    let tables = tables.filter(|table| !matches!(table, Table::Setup | Table::Counters));
    let mut lines = Vec::new();
    for table in tables {
        let there = found.counts.rows.get(&table).copied().unwrap_or_default();
        let here = untrack(|| here(table));
        if there > 0 || here.is_some_and(|here| here > 0) {
            let caption: Caption = Box::new(move || (texts().terms.records)(table).to_owned());
            lines.push(line(caption, there, here));
        }
    }
    let drafts_here = store.map(|store| untrack(|| store.drafts().len() as u64));
    if found.counts.drafts > 0 || drafts_here.is_some_and(|n| n > 0) {
        let caption: Caption = Box::new(|| texts().backup.drafts.to_owned());
        lines.push(line(caption, found.counts.drafts, drafts_here));
    }
    if found.counts.files > 0 {
        let caption: Caption = Box::new(|| texts().backup.files.to_owned());
        lines.push(line(caption, found.counts.files, None));
    }
    let changes_here = store.map(|store| store.peek(|records| records.revision().0));
    let caption: Caption = Box::new(|| texts().backup.changes.to_owned());
    lines.push(line(caption, found.about.revision.0, changes_here));
    view! {
        <table class="backup-counts">
            <thead>
                <tr>
                    <th scope="col">{tr(|m| m.backup.kind)}</th>
                    <th scope="col">{tr(|m| m.backup.in_file)}</th>
                    {store.map(|_| view! { <th scope="col">{tr(|m| m.backup.in_company)}</th> })}
                </tr>
            </thead>
            <tbody>{lines.into_iter().collect_view()}</tbody>
        </table>
    }
    .into_any()
}

//! An address that leads nowhere, and one that names a record which does not exist.

use crate::ui::parts::button::{ButtonKind, LinkButton};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::route::{Page, Route};
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;

/// The page of an address that leads nowhere.
pub fn not_found() -> AnyView {
    empty(
        tr_with(|m| m.frame.not_found.into()),
        tr_with(|m| m.frame.not_found_detail.into()),
    )
}

/// The page of a record that does not exist, by its kind and number.
pub fn no_record(
    kind: fn(&'static crate::language::Messages) -> &'static str,
    no: String,
) -> AnyView {
    empty(
        tr_with(move |m| (m.frame.no_record)(kind(m), &no)),
        tr_with(|m| m.frame.no_record_detail.into()),
    )
}

fn empty(title: Signal<String>, text: Signal<String>) -> AnyView {
    let actions = || {
        view! {
            <LinkButton
                label=tr(|m| m.frame.go_home)
                href=Route::to(Page::Home).href()
                kind=ButtonKind::Primary
            />
        }
    };
    view! {
        <h1 class="unseen">{title}</h1>
        <EmptyState icon=Icon::Search title=title text=text actions=actions/>
    }
    .into_any()
}

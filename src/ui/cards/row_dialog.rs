//! A row of a small table in a dialog over its list.

use super::removing::Removal;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::icon::Icon;
use crate::ui::text::tr;
use leptos::prelude::*;

/// The dialog of the row that is open, with what is `inside` saved by itself; it closes, or deletes
/// the row.
pub fn row_dialog<I: Send + Sync + 'static>(
    title: impl Into<Signal<String>>,
    open: RwSignal<Option<I>>,
    removal: RwSignal<Option<Removal>>,
    remove: impl Fn() -> Option<Removal> + Send + Sync + 'static,
    inside: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView {
    let close = Callback::new(move |()| open.set(None));
    // Asked in front of the page: a refusal is then not hidden behind this dialog.
    let delete = Callback::new(move |()| {
        open.set(None);
        removal.set(remove());
    });
    let footer = move || {
        view! {
            <Button label=tr(|m| m.parts.close) kind=ButtonKind::Primary on_press=close/>
            <span class="spring"></span>
            <Button
                label=tr(|m| m.logbook.delete)
                kind=ButtonKind::Danger
                icon=Icon::Delete
                on_press=delete
            />
        }
    };
    view! {
        <Dialog title=title.into() on_close=close on_accept=close footer=footer>{inside()}</Dialog>
    }
    .into_any()
}

//! A record made on the way, where a lookup did not find it: "New…" opens its dialog, and what was
//! made is taken.

use super::bound::Bound;
use crate::ui::parts::picker::PickerItem;
use leptos::prelude::*;
use std::fmt::Display;

/// A record that is made on the way: what asks for it, and the dialog. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Making {
    /// What was typed while it is being made.
    typed: RwSignal<Option<String>>,
    /// Asks for a new record, with what was typed.
    pub ask: Callback<String>,
    draw: Callback<String, AnyView>,
}

impl Making {
    /// `dialog` draws it from what was typed, what is told the record once it exists, and what
    /// closes it; `take` is told the record.
    pub fn new<I: Send + Sync + 'static>(
        dialog: impl Fn(&str, Callback<I>, Callback<()>) -> AnyView + Send + Sync + 'static,
        take: impl Fn(I) + Send + Sync + 'static,
    ) -> Self {
        let typed = RwSignal::new(None::<String>);
        let made = Callback::new(move |record: I| {
            typed.set(None);
            take(record);
        });
        let close = Callback::new(move |()| typed.set(None));
        Self {
            typed,
            ask: Callback::new(move |text: String| typed.set(Some(text))),
            draw: Callback::new(move |text: String| dialog(&text, made, close)),
        }
    }

    /// Where the dialog appears.
    pub fn dialog(self) -> impl Fn() -> Option<AnyView> + Clone + Send {
        move || Some(self.draw.run(self.typed.get()?))
    }
}

/// A field that looks up a record, with "New…" as its last row: what is made is chosen.
pub fn lookup<I: Display + Send + Sync + 'static>(
    bound: Bound,
    selected: Signal<Option<PickerItem>>,
    offer: impl Fn(String) -> Vec<PickerItem> + Send + Sync + 'static,
    dialog: impl Fn(&str, Callback<I>, Callback<()>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let making = Making::new(dialog, move |id: I| bound.pick(id.to_string()));
    let offer = Callback::new(offer);
    view! { {bound.picker(selected, offer, Some(making.ask))} {making.dialog()} }.into_any()
}

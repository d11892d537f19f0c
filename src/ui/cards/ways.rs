//! The ways to use what a field holds: call the number, write to the address.

use super::bound::Bound;
use crate::ui::parts::button::LinkButton;
use crate::ui::parts::icon::Icon;
use leptos::prelude::*;

/// The button beside a field that does what the field is for; absent while the field holds nothing
/// that it could be done with.
pub fn way(
    field: Bound,
    address: fn(&str) -> Option<String>,
    label: Signal<&'static str>,
    icon: Icon,
) -> AnyView {
    let value = field.value();
    let href = Memo::new(move |_| address(&value.read()));
    let link = move || {
        let href = href.get()?;
        Some(view! { <LinkButton label=label href=href icon=icon icon_only=true/> })
    };
    link.into_any()
}

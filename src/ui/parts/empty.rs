//! What stands where nothing is yet.

use leptos::prelude::*;

use super::icon::{Icon, icon};

/// Says what the place is for and offers the first step.
#[component]
pub fn EmptyState(
    /// A picture of what will be here.
    #[prop(into)]
    icon: Icon,
    /// What is not here yet.
    #[prop(into)]
    title: Signal<String>,
    /// What the place is for.
    #[prop(into)]
    text: Signal<String>,
    /// The first step; one primary button at most.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty-mark">{self::icon(icon)}</span>
            <p class="empty-title">{title}</p>
            <p class="empty-text">{text}</p>
            <div class="empty-actions">{actions.run()}</div>
        </div>
    }
    .into_any()
}

//! What stands where something could not be opened or done.

use super::live::{live, live_text};
use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::ui::text::tr;

/// Says what happened, what was kept and what to do. Never a code alone.
#[component]
pub fn ErrorView(
    /// What failed, as a heading.
    #[prop(into)]
    title: Signal<String>,
    /// What happened, in words that help.
    #[prop(into)]
    what: Signal<String>,
    /// What was kept.
    #[prop(optional, into)]
    kept: Signal<Option<String>>,
    /// What the user can do.
    #[prop(optional, into)]
    todo: Signal<Option<String>>,
    /// The words of the device, for whoever is asked for help.
    #[prop(optional, into)]
    detail: Signal<Option<String>>,
    /// The steps.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    let part = |heading: Signal<&'static str>, text: Signal<Option<String>>| {
        live(move || {
            let text = text.get();
            text.map(
                |text| view! { <div class="error-view-part"><h2>{heading}</h2><p>{text}</p></div> },
            )
            .into_any()
        })
    };
    view! {
        <div class="error-view" role="alert">
            <div class="error-view-head">
                {icon(Icon::Error)} <div><h1>{title}</h1><p class="muted">{what}</p></div>
            </div>
            {part(tr(|m| m.parts.what_was_kept), kept)}
            {part(tr(|m| m.parts.what_to_do), todo)}
            {live_text(detail, |text| view! { <p class="error-view-detail">{text}</p> }.into_any())}
            <div class="error-view-actions">{actions.run()}</div>
        </div>
    }
    .into_any()
}

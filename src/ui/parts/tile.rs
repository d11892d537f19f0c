//! A count that leads to what was counted.

use super::live::live;
use leptos::prelude::*;

use super::tone::Tone;

/// A tile: a figure, what it counts, and what to know about it. Several stand in a `div.tiles`.
#[component]
pub fn Tile(
    /// The count, formatted.
    #[prop(into)]
    figure: Signal<String>,
    /// What is counted.
    #[prop(into)]
    label: Signal<String>,
    /// What to know about it: the oldest, how many are late.
    #[prop(optional, into)]
    detail: Signal<Option<String>>,
    /// What the colour of `detail` means.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// The list of what was counted.
    #[prop(optional, into)]
    href: Signal<Option<String>>,
) -> impl IntoView {
    let inside = move || {
        view! {
            <span class="tile-figure">{figure}</span>
            <span class="tile-label">{label}</span>
            {live(move || {
                let tone = tone.get().attribute();
                detail.get().map(|text| view! { <span class="tile-detail" data-tone=tone>{text}</span> }).into_any()
            })}
        }
        .into_any()
    };
    live(move || match href.get() {
        Some(href) => view! { <a class="tile" href=href>{inside()}</a> }.into_any(),
        None => view! { <div class="tile">{inside()}</div> }.into_any(),
    })
}

//! Long work: how far it is, and a way out of it.

use super::live::{mark, wording};
use leptos::prelude::*;

use super::button::Button;
use super::frame::new_id;
use crate::ui::text::tr;

/// How far some work is. Shown from 300 ms on; from 2 s on it can be canceled.
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// How much is done, from 0 to 1; none: not known.
    #[prop(into)]
    done: Signal<Option<f64>>,
    /// How far in figures: "1,200 of 3,000".
    #[prop(optional, into)]
    detail: Signal<Option<String>>,
    /// Stops the work.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let percent = move || {
        done.get()
            .map(|done| (done.clamp(0.0, 1.0) * 100.0).round())
    };
    let id = new_id();
    view! {
        <div class="progress" data-unknown=mark(move || done.get().is_none())>
            <div class="progress-head"><span id=id.clone()>{label}</span><span class="figures">{detail}</span></div>
            <div
                class="progress-track"
                role="progressbar"
                aria-labelledby=id
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=wording(move || percent().map(|percent| percent.to_string()))
            >
                <span class="progress-fill" style:width=move || percent().map(|percent| format!("{percent}%"))></span>
            </div>
            {on_cancel
                .map(|on_cancel| {
                    view! {
                        <div class="cluster">
                            <Button label=tr(|m| m.parts.cancel) on_press=on_cancel />
                        </div>
                    }
                })}
        </div>
    }
    .into_any()
}

/// A short wait of unknown length.
#[component]
pub fn Waiting(
    /// What is waited for.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! { <div class="waiting" role="status"><span class="spinner" aria-hidden="true"></span><span>{label}</span></div> }.into_any()
}

/// A bar that compares a value with the greatest of its kind; the value stands beside it as text.
#[component]
pub fn Meter(
    /// The share of the greatest, from 0 to 1.
    #[prop(into)]
    share: Signal<f64>,
) -> impl IntoView {
    let width = move || format!("{}%", (share.get().clamp(0.0, 1.0) * 100.0).round());
    view! { <div class="meter" aria-hidden="true"><span class="meter-fill" style:width=width></span></div> }.into_any()
}

//! Cards, and sections that fold.

use super::live::{live, live_text, wording};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::frame::new_id;
use super::icon::{Icon, icon};

/// A card: a surface with a heading.
#[component]
pub fn Card(
    /// The heading.
    #[prop(optional, into)]
    title: Signal<Option<String>>,
    /// A few words after the heading: a count, a rule.
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    /// Buttons at the end of the heading.
    #[prop(optional, into)]
    actions: ViewFn,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    card(title, note, &actions, children())
}

pub(super) fn card(
    title: Signal<Option<String>>,
    note: Signal<Option<String>>,
    actions: &ViewFn,
    inside: AnyView,
) -> AnyView {
    let id = new_id();
    let named = {
        let id = id.clone();
        wording(move || title.with(Option::is_some).then(|| id.clone()))
    };
    let actions = actions.clone();
    let head = move || {
        let id = id.clone();
        let actions = actions.clone();
        title.get().map(|text| {
            view! {
                <div class="card-head">
                    <h2 id=id>{text}</h2>
                    {live_text(note, |text| view! { <small>{text}</small> }.into_any())}
                    <div class="card-actions">{actions.run()}</div>
                </div>
            }
        })
    };
    view! { <section class="card" aria-labelledby=named>{live(move || head().into_any())} {inside}</section> }.into_any()
}

/// What a folding section looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SectionLook {
    /// A section of a record's page.
    #[default]
    Card,
    /// A line in a form, behind which more fields are kept.
    Fold,
}

/// A section that folds. Folded, it shows a summary of what is inside.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What is inside, in one line; shown while it is folded.
    #[prop(optional, into)]
    summary: Signal<Option<String>>,
    /// A few words after the heading, shown while it is not folded.
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    /// Unfolded; the user can still fold it.
    #[prop(optional, into)]
    open: Signal<bool>,
    /// What it looks like.
    #[prop(optional)]
    look: SectionLook,
    /// Told when the user folds (false) or unfolds (true) it.
    #[prop(optional, into)]
    on_toggle: Option<Callback<bool>>,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    let look_name = match look {
        SectionLook::Card => "card",
        SectionLook::Fold => "fold",
    };
    let heading = match look {
        SectionLook::Card => view! { <h2 class="section-title">{title}</h2> }.into_any(),
        SectionLook::Fold => view! { <span class="section-title">{title}</span> }.into_any(),
    };
    let toggled = move |event: ev::Event| {
        let details = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let (Some(on_toggle), Some(details)) = (on_toggle, details) {
            on_toggle.run(details.has_attribute("open"));
        }
    };
    view! {
        <details class="section" data-look=look_name open=move || open.get() on:toggle=toggled>
            <summary>
                {icon(Icon::ChevronRight)} {heading}
                {live_text(note, |text| view! { <small class="section-note">{text}</small> }.into_any())}
                {live_text(summary, |text| view! { <span class="section-summary">{text}</span> }.into_any())}
            </summary>
            <div class="section-body">{children()}</div>
        </details>
    }
    .into_any()
}

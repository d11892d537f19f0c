//! Buttons, and links that look like them.

use super::live::{truth, while_so, wording};
use leptos::{ev::MouseEvent, prelude::*};

use super::icon::{Icon, icon};
use crate::ui::text::tr;

/// How much a button asks to be pressed. One primary action per page or dialog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several actions.
    #[default]
    Normal,
    /// The one action the page is for.
    Primary,
    /// An action beside the point: a word without an edge.
    Quiet,
    /// An action that removes something.
    Danger,
}

impl ButtonKind {
    pub(super) const fn attribute(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Primary => "primary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// A button. It is never disabled without a reason: `blocked` says in words why it can't be pressed now.
#[component]
pub fn Button(
    /// What it does; with `icon_only` the accessible name and the tooltip.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A picture before the label.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// Show the picture alone.
    #[prop(optional)]
    icon_only: bool,
    /// The keys that do the same, as they are printed on keyboards: `Ctrl+Enter`.
    #[prop(optional)]
    keys: &'static str,
    /// The action is running: a second click does nothing, and a mark turns.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it can't be pressed now; it stays focusable so that the reason can be read.
    #[prop(optional, into)]
    blocked: Signal<Option<String>>,
    /// Takes the focus when the dialog around it opens.
    #[prop(optional)]
    autofocus: bool,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let press = move |event: MouseEvent| {
        event.stop_propagation();
        if !busy.get_untracked() && blocked.with_untracked(Option::is_none) {
            on_press.run(());
        }
    };
    let held = truth(move || busy.get() || blocked.with(Option::is_some));
    let title = wording(move || blocked.get().or_else(|| icon_only.then(|| label.get())));
    view! {
        <button
            type="button"
            class="button"
            data-kind=kind.attribute()
            data-icon-only=icon_only.then_some("")
            data-autofocus=autofocus.then_some("")
            aria-disabled=held
            aria-busy=truth(move || busy.get())
            aria-keyshortcuts=shortcut(keys)
            aria-label=wording(move || icon_only.then(|| label.get()))
            title=title
            on:click=press
        >
            {inside(icon, label, icon_only, keys)}
            {while_so(move || busy.get(), spinner)}
        </button>
    }
    .into_any()
}

/// A link that looks like a button: for going somewhere, or for `tel:` and `mailto:`.
#[component]
pub fn LinkButton(
    /// Where it leads or what it does; with `icon_only` the accessible name and the tooltip.
    #[prop(into)]
    label: Signal<String>,
    /// The address, made by `route.rs` or by the encoders of `tel:` and `mailto:`.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A picture before the label.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// Show the picture alone.
    #[prop(optional)]
    icon_only: bool,
    /// The keys that do the same, as they are printed on keyboards.
    #[prop(optional)]
    keys: &'static str,
) -> impl IntoView {
    view! {
        <a
            class="button"
            data-kind=kind.attribute()
            data-icon-only=icon_only.then_some("")
            href=href
            aria-keyshortcuts=shortcut(keys)
            aria-label=wording(move || icon_only.then(|| label.get()))
            title=wording(move || icon_only.then(|| label.get()))
        >
            {inside(icon, label, icon_only, keys)}
        </a>
    }
    .into_any()
}

fn spinner() -> AnyView {
    view! { <span class="button-spinner" role="img" aria-label=tr(|m| m.parts.busy)></span> }
        .into_any()
}

fn inside(
    picture: Option<Icon>,
    label: Signal<String>,
    icon_only: bool,
    keys: &'static str,
) -> AnyView {
    view! {
        {picture.map(icon)}
        {(!icon_only).then(|| view! { <span class="button-label">{label}</span> })}
        {(!keys.is_empty() && !icon_only)
            .then(|| view! { <kbd class="button-keys" aria-hidden="true">{printed(keys)}</kbd> })}
    }
    .into_any()
}

/// As ARIA spells it: `Control+Enter`.
fn shortcut(keys: &'static str) -> Option<String> {
    (!keys.is_empty()).then(|| keys.replace("Ctrl", "Control"))
}

/// As it is shown: `Ctrl ↵`.
fn printed(keys: &str) -> String {
    keys.replace("Enter", "↵").replace('+', " ")
}

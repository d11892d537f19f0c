//! A word with a colour, and a sentence with a colour.

use super::live::word;
use super::plain::plain;
use leptos::prelude::*;

use super::icon::{Icon, icon};
use super::tone::Tone;

/// A word or two about how something stands.
#[component]
pub fn Badge(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// What the colour means.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    view! { <span class="badge" data-tone=word(move || Some(tone.get().attribute()))>{text}</span> }
        .into_any()
}

/// The same for words that do not change: lighter, for cells of lists.
#[must_use]
pub fn badge(text: impl IntoAny, tone: Tone) -> AnyView {
    plain("span", "badge")
        .with("data-tone", tone.attribute())
        .inside(text)
        .into_any()
}

/// A strip with a sentence and the steps it calls for: an unfinished draft, a line that needs a look.
#[component]
pub fn Note(
    /// What the colour means; without it, something the user was doing.
    #[prop(default = Tone::Accent)]
    tone: Tone,
    /// A picture before the sentence; a warning or an error has its own.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// The steps.
    #[prop(optional, into)]
    actions: ViewFn,
    /// The sentence.
    children: Children,
) -> impl IntoView {
    let picture = icon.or(match tone {
        Tone::Warn => Some(Icon::Warning),
        Tone::Bad => Some(Icon::Error),
        Tone::Plain | Tone::Accent | Tone::Good => None,
    });
    view! {
        <div class="note" data-tone=tone.attribute()>
            {picture.map(self::icon)}
            <div class="note-text">{children()}</div>
            <div class="note-actions">{actions.run()}</div>
        </div>
    }
    .into_any()
}

//! The language on the screen: which one it is, and texts that follow it without a reload.
//!
//! The language is one signal for the whole program instead of a Leptos context: toasts and refusals are made in
//! event handlers and after `.await`, where there is no owner to find a context through.

use std::sync::{Arc, LazyLock};

use leptos::prelude::*;

use crate::language::{Lang, Messages, messages};

static LANGUAGE: LazyLock<ArcRwSignal<Lang>> = LazyLock::new(|| ArcRwSignal::new(Lang::En));

/// The language shown now; tracked, so what reads it inside a view or an effect is repeated when it changes.
#[must_use]
pub fn language() -> Lang {
    LANGUAGE.get()
}

/// Shows everything in `lang`, and tells the browser (`<html lang>`) so that screen readers pronounce it rightly.
pub fn set_language(lang: Lang) {
    if let Some(root) = document().document_element() {
        // Only an element that is not HTML would refuse the attribute.
        let _ = root.set_attribute("lang", lang.tag());
    }
    if LANGUAGE.get_untracked() != lang {
        LANGUAGE.set(lang);
    }
}

/// A text that follows the language: `{tr(|m| m.contacts.title)}`.
#[must_use]
pub fn tr(text: fn(&'static Messages) -> &'static str) -> Signal<&'static str> {
    Signal::derive(move || text(texts()))
}

/// A text made of parameters that follows the language and what `text` reads:
/// `{tr_with(move |m| (m.contacts.found)(n.get()))}`.
#[must_use]
pub fn tr_with(
    text: impl Fn(&'static Messages) -> String + Send + Sync + 'static,
) -> Signal<String> {
    Signal::derive(move || text(texts()))
}

/// Words kept until they are shown: they follow the language, also once they stand there.
#[derive(Clone)]
pub struct Said(Arc<dyn Fn(&'static Messages) -> String + Send + Sync>);

/// What is to be said, in whatever language is shown by then.
#[must_use]
pub fn said(text: impl Fn(&'static Messages) -> String + Send + Sync + 'static) -> Said {
    Said(Arc::new(text))
}

impl Said {
    /// The words in the language shown now; tracked.
    #[must_use]
    pub fn text(&self) -> String {
        (self.0)(texts())
    }
}

/// All texts of the language shown now; tracked, for use inside a view or a memo.
#[must_use]
pub fn texts() -> &'static Messages {
    messages(language())
}

/// All texts of the language shown now, for event handlers: what is made of them does not follow a later change.
#[must_use]
pub fn say() -> &'static Messages {
    messages(LANGUAGE.get_untracked())
}

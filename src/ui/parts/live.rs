//! What changes on the screen, behind one type.
//!
//! Leptos compiles the code that follows a closure anew for each closure in a view. Boxed here, all of them share one
//! copy of it; a call more is nothing beside a change of the page.

use leptos::prelude::*;

/// The value of an attribute that changes.
pub type Live<T> = Box<dyn FnMut() -> Option<T> + Send>;

/// A part of the page that changes.
#[must_use]
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    view.into_any()
}

/// A text that is there or not, in the element that `within` makes.
#[must_use]
pub fn live_text(text: Signal<Option<String>>, within: fn(String) -> AnyView) -> AnyView {
    live(move || text.get().map(within).into_any())
}

/// A part of the page that is there while it is so.
#[must_use]
pub fn while_so(
    is_so: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    // Through a memo: what stays so is not made anew.
    let is_so = Memo::new(move |_| is_so());
    live(move || if is_so.get() { view() } else { ().into_any() })
}

/// An attribute without a value, there while it is so: `data-open`.
#[must_use]
pub fn mark(is_so: impl Fn() -> bool + Send + 'static) -> Live<&'static str> {
    Box::new(move || is_so().then_some(""))
}

/// `true` while it is so, else absent: `aria-busy`.
#[must_use]
pub fn truth(is_so: impl Fn() -> bool + Send + 'static) -> Live<&'static str> {
    Box::new(move || is_so().then_some("true"))
}

/// `true` or `false`: `aria-expanded`.
#[must_use]
pub fn yes_no(is_so: impl Fn() -> bool + Send + 'static) -> Live<&'static str> {
    Box::new(move || Some(if is_so() { "true" } else { "false" }))
}

/// One of several fixed words.
#[must_use]
pub fn word(word: impl FnMut() -> Option<&'static str> + Send + 'static) -> Live<&'static str> {
    Box::new(word)
}

/// Any text.
#[must_use]
pub fn wording(text: impl FnMut() -> Option<String> + Send + 'static) -> Live<String> {
    Box::new(text)
}

//! What appears because a field was left must not push away the button for which it was left: while
//! something is pressed it waits. Else the press would begin on the button and end beside it, and
//! count for nothing.

use leptos::prelude::*;
use std::sync::LazyLock;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, PointerEvent};

/// What begins a press. A finger's mouse events come after its own.
const BEGINS: [&str; 2] = ["pointerdown", "mousedown"];
/// What ends it, also where its end was never told: a native list of choices swallows it.
const ENDS: [&str; 5] = [
    "pointerup",
    "mouseup",
    "pointercancel",
    "keydown",
    "pointermove",
];

static PRESSED: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| {
    let pressed = ArcRwSignal::new(false);
    let begun = pressed.clone();
    listen(&BEGINS, move |_| begun.set(true));
    let ended = pressed.clone();
    listen(&ENDS, move |event| {
        let is_held = |moved: &PointerEvent| moved.type_() == "pointermove" && moved.buttons() != 0;
        let goes_on = event.dyn_ref::<PointerEvent>().is_some_and(is_held);
        if ended.get_untracked() && !goes_on {
            let ended = ended.clone();
            // The click comes in the same turn as what ends the press, and is to find its button.
            set_timeout(move || ended.set(false), Duration::ZERO);
        }
    });
    pressed
});

/// Hears events of the window before whoever acts on them, as long as the program lives.
pub(in crate::ui) fn listen(names: &[&str], heard: impl Fn(Event) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(heard);
    for name in names {
        // On the way down: nobody can keep it from being heard. Refused only where there is no window.
        let _ = window().add_event_listener_with_callback_and_bool(
            name,
            heard.as_ref().unchecked_ref(),
            true,
        );
    }
    // The listeners live as long as the program.
    heard.forget();
}

/// A value that stays what it was while something is pressed.
pub(super) fn at_rest<T: Clone + PartialEq + Send + Sync + 'static>(value: Signal<T>) -> Memo<T> {
    LazyLock::force(&PRESSED);
    Memo::new(move |before: Option<&T>| match before {
        Some(before) if PRESSED.get() => before.clone(),
        _ => value.get(),
    })
}

//! Undo and redo as the user meets them: a step in a toast, and keys.

use super::navigate::open_sheet;
use super::parts::toast::{Toast, ToastAction, forget_undo, show_toast};
use super::parts::tone::Tone;
use super::route::Sheet;
use super::store::{Store, TakenBack, Undo};
use super::tell::{tell, tell_trouble};
use super::text::said;
use crate::book::RunError;
use crate::domain::interaction::form::InteractionForm;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement};

/// The step of a toast that takes one change back, or makes it again.
pub fn undo_action(undo: Undo) -> ToastAction {
    let label = said(move |m| {
        if undo.is_redo {
            m.undo.redo.into()
        } else {
            m.parts.undo.into()
        }
    });
    let press = move || {
        spawn_local(async move {
            tell_taken_back(undo.store(), undo.press().await, undo.is_redo);
        });
    };
    ToastAction::new(label, press).takes_back(undo.revision)
}

/// Says that a draft was thrown away, and offers it back.
pub fn tell_discarded(store: Store, form: InteractionForm) {
    let undo = ToastAction::new(said(|m| m.parts.undo.into()), move || {
        store.bring_draft_back(form.clone());
        tell_draft_back(&form);
    });
    show_toast(Toast {
        tone: Tone::Plain,
        text: said(|m| m.home.draft_discarded.into()),
        actions: vec![undo],
    });
}

/// Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo, as long as the company is open.
///
/// A field that is typed into has an undo of its own, and in front of a page there is a dialog to be
/// finished first: there the keys are the browser's. AltGr, which is Ctrl+Alt on many keyboards,
/// types.
pub fn listen(store: Store) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_ctrl = event.ctrl_key() || event.meta_key();
        if !is_ctrl || event.alt_key() || event.default_prevented() {
            return;
        }
        let is_redo = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => false,
            ("z", true) | ("y", false) => true,
            _ => return,
        };
        if has_own_undo() || is_behind_dialog() {
            return;
        }
        event.prevent_default();
        if event.repeat() {
            return;
        }
        spawn_local(async move {
            let answer = if is_redo {
                store.redo().await
            } else {
                store.undo().await
            };
            tell_taken_back(store, answer, is_redo);
        });
    });
    on_cleanup(move || listener.remove());
}

fn tell_taken_back(store: Store, answer: Result<TakenBack, RunError>, is_redo: bool) {
    match answer {
        Ok(TakenBack::Change(done)) => {
            if let Some(revision) = done.taken_back {
                forget_undo(revision);
            }
            tell(&done);
        }
        Ok(TakenBack::DraftBack(form)) => tell_draft_back(&form),
        Ok(TakenBack::DraftAway(form)) => tell_discarded(store, form),
        Ok(TakenBack::Nothing) => show_toast(Toast {
            tone: Tone::Plain,
            text: said(move |m| {
                if is_redo {
                    m.undo.nothing_to_redo.into()
                } else {
                    m.undo.nothing_to_undo.into()
                }
            }),
            actions: Vec::new(),
        }),
        Err(trouble) => tell_trouble(&trouble),
    }
}

fn tell_draft_back(form: &InteractionForm) {
    show_toast(Toast {
        tone: Tone::Good,
        text: said(|m| m.undo.draft_is_back.into()),
        actions: vec![go_on_action(form)],
    });
}

/// The step of a toast that goes on with a draft, in front of whatever page is shown then.
pub fn go_on_action(form: &InteractionForm) -> ToastAction {
    let sheet = Sheet::Draft(form.entry.to_string());
    let go_on = said(|m| m.create.go_on.into());
    ToastAction::new(go_on, move || open_sheet(sheet.clone()))
}

/// True while the focus is where text is typed.
fn has_own_undo() -> bool {
    let Some(focused) = document().active_element() else {
        return false;
    };
    if let Some(input) = focused.dyn_ref::<HtmlInputElement>() {
        let chosen = ["checkbox", "radio", "button", "submit", "range", "file"];
        return !chosen.contains(&input.type_().as_str());
    }
    let is_editable = focused.dyn_ref::<HtmlElement>();
    focused.tag_name() == "TEXTAREA" || is_editable.is_some_and(HtmlElement::is_content_editable)
}

fn is_behind_dialog() -> bool {
    let open = document().query_selector("dialog[open]");
    open.is_ok_and(|open| open.is_some())
}

//! Undo and redo as the user meets them: a step in a toast, and actions with keys.

use super::action::{Action, register};
use super::keys;
use super::navigate::open_sheet;
use super::parts::icon::Icon;
use super::parts::toast::{Toast, ToastAction, forget_undo, show_toast};
use super::parts::tone::Tone;
use super::route::Sheet;
use super::store::{Store, TakenBack, Undo};
use super::tell::{tell, tell_trouble};
use super::text::said;
use crate::book::RunError;
use crate::domain::interaction::form::InteractionForm;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

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

/// Makes undo and redo known, with their keys, as long as the company is open.
///
/// A field that is typed into has an undo of its own, and in front of a page there is a dialog to be
/// finished first: there the keys are the browser's.
pub fn listen(store: Store) {
    let press = move |is_redo: bool| {
        let take_back = move |()| {
            spawn_local(async move {
                let answer = if is_redo {
                    store.redo().await
                } else {
                    store.undo().await
                };
                tell_taken_back(store, answer, is_redo);
            });
        };
        Callback::new(take_back)
    };
    let undo = Action::new(|m| m.parts.undo.into(), press(false));
    register(undo.icon(Icon::Undo).keys(keys::UNDO).everywhere());
    let redo = Action::new(|m| m.undo.redo.into(), press(true));
    register(redo.keys(keys::REDO).keys_too(keys::REDO_TOO).everywhere());
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

//! Fields that show a text which they could not take: not what the form holds. A form with such a
//! field must not be sent, or it would say something else than what is seen.

use super::frame::reveal;
use leptos::prelude::*;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The fields of a form that could not take their text, by the ids of their controls.
#[derive(Clone, Copy)]
pub struct Unread(StoredValue<BTreeSet<String>>);

impl Unread {
    /// For the fields below the component that calls this.
    pub fn provide() -> Self {
        let unread = Self(StoredValue::default());
        provide_context(unread);
        unread
    }

    /// Puts the focus into such a field, where the reason stands. False if there is none.
    pub fn focus_first(self) -> bool {
        let first = self.0.try_with_value(|ids| ids.first().cloned()).flatten();
        let element = first
            .as_deref()
            .and_then(|id| document().get_element_by_id(id));
        if let Some(Ok(element)) = element.map(JsCast::dyn_into::<HtmlElement>) {
            reveal(&element);
            let _ = element.focus();
        }
        first.is_some()
    }

    /// True if there is such a field.
    pub fn is_some(self) -> bool {
        self.0
            .try_with_value(|ids| !ids.is_empty())
            .unwrap_or(false)
    }

    /// Says whether a field is one of them.
    pub(super) fn mark(self, id: &str, unread: bool) {
        self.0.try_update_value(|ids| {
            if unread {
                ids.insert(id.to_owned());
            } else {
                ids.remove(id);
            }
        });
    }
}

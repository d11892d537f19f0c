//! Other tabs of the app: telling them something, doing something in one of them only, and
//! noticing that the user has come back to this one.

use js_sys::{Function, Object, Promise, Reflect};
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{BroadcastChannel, Event, EventTarget, MessageEvent, VisibilityState};

/// The tabs that have joined under one name.
///
/// What is said may get lost, as a tab may sleep: nothing may depend on it being heard.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Joins; from now on `heard` gets what the other tabs say, until this is dropped. In a browser
    /// without such channels, nothing.
    pub fn join(name: &str, mut heard: impl FnMut(String) + 'static) -> Self {
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(said) = event.data().as_string() {
                heard(said);
            }
        });
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self {
            channel,
            _heard: heard,
        }
    }

    /// Says something to the other tabs; this one does not hear it.
    pub fn say(&self, text: &str) {
        if let Some(channel) = &self.channel {
            // It fails for a closed channel only, and this one is open until it is dropped.
            let _ = channel.post_message(&text.into());
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}

impl fmt::Debug for Tabs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tabs").finish_non_exhaustive()
    }
}

/// Does `work` unless another tab is at work under the same name; `None` then, and at once.
///
/// In a browser without locks the work is done in any case: so it must not depend on being alone.
pub async fn alone<T: 'static>(name: &str, work: impl Future<Output = T> + 'static) -> Option<T> {
    let Some((locks, request)) = locks() else {
        return Some(work.await);
    };
    let done = Rc::new(Cell::new(None));
    let granted = {
        let done = done.clone();
        Closure::once(move |lock: JsValue| -> Promise {
            if lock.is_null() || lock.is_undefined() {
                return Promise::resolve(&JsValue::UNDEFINED);
            }
            future_to_promise(async move {
                done.set(Some(work.await));
                Ok(JsValue::UNDEFINED)
            })
        })
    };
    let options = Object::new();
    let asked = Reflect::set(&options, &"ifAvailable".into(), &true.into())
        .and_then(|_| request.call3(&locks, &name.into(), &options, granted.as_ref()));
    if let Ok(promise) = asked {
        // Rejected only when the page is about to go.
        let _ = JsFuture::from(Promise::resolve(&promise)).await;
    }
    done.take()
}

/// The browser's locks, and how to ask for one. By name: the bindings have no stable way.
pub(super) fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?;
    Some((locks, request.dyn_into().ok()?))
}

/// Listens for the user coming back to this tab, or leaving it, until it is dropped.
pub struct Presence {
    listened: Vec<(EventTarget, &'static str)>,
    noticed: Closure<dyn FnMut(Event)>,
}

impl Presence {
    /// Calls `noticed` with true when the tab is looked at again: it has the focus, became visible,
    /// or came back from the browser's memory of left pages; with false when it is hidden.
    pub fn watch(mut noticed: impl FnMut(bool) + 'static) -> Self {
        let noticed = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
            let document = web_sys::window().and_then(|window| window.document());
            noticed(document.is_some_and(|d| d.visibility_state() == VisibilityState::Visible));
        });
        let mut presence = Self {
            listened: Vec::new(),
            noticed,
        };
        if let Some(window) = web_sys::window() {
            if let Some(document) = window.document() {
                presence.listen(document.into(), "visibilitychange");
            }
            presence.listen(window.clone().into(), "focus");
            presence.listen(window.into(), "pageshow");
        }
        presence
    }

    fn listen(&mut self, target: EventTarget, event: &'static str) {
        let noticed = self.noticed.as_ref().unchecked_ref();
        if target
            .add_event_listener_with_callback(event, noticed)
            .is_ok()
        {
            self.listened.push((target, event));
        }
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        for (target, event) in &self.listened {
            let noticed = self.noticed.as_ref().unchecked_ref();
            // It was added, so it can be removed.
            let _ = target.remove_event_listener_with_callback(event, noticed);
        }
    }
}

impl fmt::Debug for Presence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Presence").finish_non_exhaustive()
    }
}

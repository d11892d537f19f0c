//! What can be done: declared once, and then a button, a key, a line of Search or jump and of the
//! help sheet.
//!
//! A page registers its actions while it is shown; they go with it. One listener on the window
//! finds the action of a key: the one registered last. Keys do nothing behind an open dialog, which
//! has keys of its own.

use super::keys::Press;
use super::parts::button::{Button, ButtonKind, LinkButton};
use super::parts::icon::Icon;
use super::parts::menu::MenuItem;
use super::parts::toast::{Toast, show_toast};
use super::parts::tone::Tone;
use super::screen::is_behind_dialog;
use super::text::{said, texts};
use crate::language::Messages;
use leptos::{ev, prelude::*};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Something that can be done. Cheap to copy; what it holds goes with the page that made it.
#[derive(Clone, Copy)]
pub struct Action {
    name: Callback<&'static Messages, String>,
    icon: Option<Icon>,
    kind: ButtonKind,
    keys: &'static str,
    keys_too: &'static str,
    blocked: Option<Signal<Option<String>>>,
    everywhere: bool,
    in_dialog: bool,
    does: Does,
}

#[derive(Clone, Copy)]
enum Does {
    Run(Callback<()>),
    Go(Signal<String>),
}

impl Action {
    /// An action by its name in each language; what the name reads is followed.
    pub fn new(
        name: impl Fn(&'static Messages) -> String + Send + Sync + 'static,
        does: Callback<()>,
    ) -> Self {
        Self::of(name, Does::Run(does))
    }

    /// A way to an address.
    pub fn link(
        name: impl Fn(&'static Messages) -> String + Send + Sync + 'static,
        href: impl Into<Signal<String>>,
    ) -> Self {
        Self::of(name, Does::Go(href.into()))
    }

    fn of(name: impl Fn(&'static Messages) -> String + Send + Sync + 'static, does: Does) -> Self {
        Self {
            name: Callback::new(name),
            icon: None,
            kind: ButtonKind::Normal,
            keys: "",
            keys_too: "",
            blocked: None,
            everywhere: false,
            in_dialog: false,
            does,
        }
    }

    /// With a picture.
    pub fn icon(self, icon: Icon) -> Self {
        let icon = Some(icon);
        Self { icon, ..self }
    }

    /// How much its button asks to be pressed.
    pub fn kind(self, kind: ButtonKind) -> Self {
        Self { kind, ..self }
    }

    /// With a key, one of `keys.rs`.
    pub fn keys(self, keys: &'static str) -> Self {
        Self { keys, ..self }
    }

    /// With a second key.
    pub fn keys_too(self, keys_too: &'static str) -> Self {
        Self { keys_too, ..self }
    }

    /// With a reason, while there is one, why it cannot be done.
    pub fn blocked(self, blocked: impl Into<Signal<Option<String>>>) -> Self {
        let blocked = Some(blocked.into());
        Self { blocked, ..self }
    }

    /// It belongs to no page.
    pub fn everywhere(self) -> Self {
        Self {
            everywhere: true,
            ..self
        }
    }

    /// It belongs to a dialog: its keys are heard while that is open, when those of the page are not.
    pub fn in_dialog(self) -> Self {
        Self {
            in_dialog: true,
            ..self
        }
    }

    /// Its name in a language.
    pub fn name_in(&self, messages: &'static Messages) -> String {
        self.name.try_run(messages).unwrap_or_default()
    }

    /// Its keys, as they are printed on keyboards; none when there are none.
    pub fn all_keys(&self) -> impl Iterator<Item = &'static str> {
        let keys = [self.keys, self.keys_too].into_iter();
        keys.filter(|keys| !keys.is_empty())
    }

    /// Its picture.
    pub fn picture(&self) -> Option<Icon> {
        self.icon
    }

    /// True if it belongs to no page.
    pub fn is_everywhere(&self) -> bool {
        self.everywhere
    }

    /// Why it cannot be done now; tracked.
    pub fn why_not(&self) -> Option<String> {
        self.blocked.and_then(|blocked| blocked.try_get().flatten())
    }

    /// Does it, or says why not.
    pub fn run(&self) {
        if let Some(reason) = untrack(|| self.why_not()) {
            show_toast(Toast {
                tone: Tone::Plain,
                text: said(move |_| reason.clone()),
                actions: Vec::new(),
            });
            return;
        }
        match self.does {
            Does::Run(does) => {
                // The page it belongs to may just have gone.
                does.try_run(());
            }
            Does::Go(href) => {
                if let Some(href) = href.try_get_untracked() {
                    // Only an address that cannot be parsed would be refused.
                    let _ = window().location().set_href(&href);
                }
            }
        }
    }

    fn label(&self) -> Signal<String> {
        let action = *self;
        Signal::derive(move || action.name_in(texts()))
    }

    /// The button that does it.
    pub fn button(&self) -> AnyView {
        self.drawn(false)
    }

    /// The button that does it, as a picture alone.
    pub fn icon_button(&self) -> AnyView {
        self.drawn(true)
    }

    fn drawn(&self, icon_only: bool) -> AnyView {
        let (label, kind, keys, icon) = (self.label(), self.kind, self.keys, self.icon);
        match (self.does, icon) {
            (Does::Go(href), Some(icon)) => {
                view! { <LinkButton label=label href=href kind=kind icon=icon icon_only=icon_only keys=keys/> }
                    .into_any()
            }
            (Does::Go(href), None) => {
                view! { <LinkButton label=label href=href kind=kind keys=keys/> }.into_any()
            }
            (Does::Run(does), icon) => {
                let blocked = self.blocked.unwrap_or_else(|| Signal::stored(None));
                match icon {
                    Some(icon) => view! {
                        <Button label=label kind=kind icon=icon icon_only=icon_only keys=keys blocked=blocked on_press=does/>
                    }
                    .into_any(),
                    None => view! {
                        <Button label=label kind=kind keys=keys blocked=blocked on_press=does/>
                    }
                    .into_any(),
                }
            }
        }
    }

    /// The line of a menu that does it, in the language shown now; tracked.
    pub fn menu_item(&self) -> MenuItem {
        let action = *self;
        let run = Callback::new(move |()| action.run());
        let item = MenuItem::new(self.name_in(texts()), run).keys(self.keys);
        let item = item.blocked(self.why_not());
        let item = match self.icon {
            Some(icon) => item.icon(icon),
            None => item,
        };
        if self.kind == ButtonKind::Danger {
            item.danger()
        } else {
            item
        }
    }
}

static REGISTERED: LazyLock<ArcRwSignal<Vec<(u32, Action)>>> = LazyLock::new(ArcRwSignal::default);
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Makes an action known while the page, or the part of it, that calls this is shown.
pub fn register(action: Action) -> Action {
    let id = NEXT.fetch_add(1, Ordering::Relaxed);
    REGISTERED.update(|all| all.push((id, action)));
    on_cleanup(move || REGISTERED.update(|all| all.retain(|(each, _)| *each != id)));
    action
}

/// What can be done now, in the order in which it was declared; tracked.
pub fn actions() -> Vec<(u32, Action)> {
    REGISTERED.get()
}

/// An action by the number that [`actions`] told.
pub fn action(id: u32) -> Option<Action> {
    let find = |all: &Vec<(u32, Action)>| {
        let found = all.iter().find(|(each, _)| *each == id);
        found.map(|(_, action)| *action)
    };
    REGISTERED.with_untracked(find)
}

/// Does what keys ask for, as long as the part of the page that calls this is shown.
pub fn listen() {
    let listener = window_event_listener(ev::keydown, |event| {
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let is_behind = is_behind_dialog();
        let press = press(&event);
        let found = REGISTERED.with_untracked(|all| {
            let fits = |(_, action): &&(u32, Action)| action.all_keys().any(|keys| press.is(keys));
            let is_reached = |(_, action): &&(u32, Action)| action.in_dialog || !is_behind;
            all.iter()
                .rev()
                .filter(is_reached)
                .find(fits)
                .map(|(_, action)| *action)
        });
        if let Some(action) = found {
            event.prevent_default();
            // Whoever holds a key down means it once.
            if !event.repeat() {
                action.run();
            }
        }
    });
    on_cleanup(move || listener.remove());
}

fn press(event: &KeyboardEvent) -> Press {
    let target = event.target().and_then(|at| at.dyn_into::<Element>().ok());
    let typed_in =
        "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
    let chosen = "select, input:is([type=button], [type=submit], [type=range], [type=file])";
    let is = |what: &str| {
        let target = target.as_ref();
        target.is_some_and(|at| at.matches(what).unwrap_or(false))
    };
    let typing = is(typed_in);
    Press {
        key: event.key(),
        code: event.code(),
        ctrl: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        alt_graph: event.get_modifier_state("AltGraph"),
        typing,
        own_undo: typing && !is(chosen),
    }
}

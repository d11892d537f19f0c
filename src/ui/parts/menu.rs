//! A button that opens a menu of further actions.
//!
//! Follows the ARIA menu button: Enter, Space and the arrows open it, arrows and first letters move, Esc closes and
//! gives the focus back.

use super::live::{live, while_so, wording, yes_no};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::button::ButtonKind;
use super::floating::{Floating, float_while};
use super::frame::new_id;
use super::icon::{Icon, icon};
use crate::ui::text::tr;

/// A line of a menu.
#[derive(Clone)]
pub struct MenuItem {
    label: String,
    picture: Option<Icon>,
    keys: &'static str,
    danger: bool,
    blocked: Option<String>,
    rule_before: bool,
    on_press: Callback<()>,
}

impl MenuItem {
    /// A line called `label`.
    #[must_use]
    pub fn new(label: impl Into<String>, on_press: Callback<()>) -> Self {
        Self {
            label: label.into(),
            picture: None,
            keys: "",
            danger: false,
            blocked: None,
            rule_before: false,
            on_press,
        }
    }

    /// With a picture before it.
    #[must_use]
    pub fn icon(self, picture: Icon) -> Self {
        Self {
            picture: Some(picture),
            ..self
        }
    }

    /// With the keys that do the same: `Ctrl+F7`.
    #[must_use]
    pub fn keys(self, keys: &'static str) -> Self {
        Self { keys, ..self }
    }

    /// It removes something.
    #[must_use]
    pub fn danger(self) -> Self {
        Self {
            danger: true,
            ..self
        }
    }

    /// It can't be pressed now if there is a reason.
    #[must_use]
    pub fn blocked(self, reason: Option<String>) -> Self {
        Self {
            blocked: reason,
            ..self
        }
    }

    /// A line is drawn above it.
    #[must_use]
    pub fn rule(self) -> Self {
        Self {
            rule_before: true,
            ..self
        }
    }
}

/// A button with a menu.
#[component]
pub fn Menu(
    /// What the menu holds; the name of the button.
    #[prop(into)]
    label: Signal<String>,
    /// The lines.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// The picture on the button.
    #[prop(default = Icon::More)]
    icon: Icon,
    /// How the button looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// The picture alone, or the label beside it.
    #[prop(default = true)]
    icon_only: bool,
) -> impl IntoView {
    let id = new_id();
    let (button_id, menu_id) = (format!("{id}-button"), format!("{id}-menu"));
    let open = RwSignal::new(false);
    let floating = Floating {
        float: menu_id.clone(),
        anchor: button_id.clone(),
        wide: false,
    };
    float_while(
        open.into(),
        floating,
        Some(Callback::new(move |()| open.set(false))),
    );
    let controls = MenuControls::new(open, button_id, menu_id);
    let press = move |_: ev::MouseEvent| {
        if open.get_untracked() {
            open.set(false)
        } else {
            controls.unfold(0)
        }
    };
    let keydown = move |event: ev::KeyboardEvent| {
        let at = match event.key().as_str() {
            "ArrowDown" => 0,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        controls.unfold(at);
    };
    view! {
        <button
            type="button"
            class="button"
            id=controls.button_id.get_value()
            data-kind=kind.attribute()
            data-icon-only=icon_only.then_some("")
            aria-label=wording(move || icon_only.then(|| label.get()))
            title=wording(move || icon_only.then(|| label.get()))
            aria-haspopup="menu"
            aria-expanded=yes_no(move || open.get()) aria-controls=controls.menu_id.get_value()
            on:click=press
            on:keydown=keydown
        >
            {self::icon(icon)}
            {(!icon_only).then(|| view! { <span class="button-label">{label}</span> })}
        </button>
        {popup(label, items, controls)}
    }
    .into_any()
}

/// The menu alone, which `controls` open.
pub(super) fn popup(
    label: Signal<String>,
    items: Signal<Vec<MenuItem>>,
    controls: MenuControls,
) -> AnyView {
    let lines = move || {
        let items = items.get().into_iter();
        let lines = items.map(|item| line(item, controls));
        lines.collect_view().into_any()
    };
    view! {
        <div
            class="float menu"
            id=controls.menu_id.get_value()
            popover="manual"
            role="menu"
            aria-label=label
            on:keydown=move |event| controls.key(&event)
            // The menu key has opened it, and on some systems asks once more when it is let go.
            on:contextmenu=|event| event.prevent_default()
        >
            {while_so(move || controls.open.get(), move || live(lines))}
        </div>
    }
    .into_any()
}

/// Opens and closes a menu, and moves in it.
#[derive(Clone, Copy)]
pub(super) struct MenuControls {
    open: RwSignal<bool>,
    /// What has the focus when it is closed.
    button_id: StoredValue<String>,
    menu_id: StoredValue<String>,
}

impl MenuControls {
    pub fn new(open: RwSignal<bool>, button_id: String, menu_id: String) -> Self {
        Self {
            open,
            button_id: StoredValue::new(button_id),
            menu_id: StoredValue::new(menu_id),
        }
    }

    /// Opens the menu with the focus on line `at`, counted from the end if negative.
    pub fn unfold(self, at: i32) {
        self.open.set(true);
        // The lines are drawn and the menu shown by the effects that follow this event.
        request_animation_frame(move || self.focus_line(at));
    }

    fn fold(self) {
        self.open.set(false);
        let button = document().get_element_by_id(&self.button_id.get_value());
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
    }

    fn lines(self) -> Vec<HtmlElement> {
        // Asked a frame after the menu was opened, when it may be gone.
        let Some(id) = self.menu_id.try_get_value() else {
            return Vec::new();
        };
        let selector = format!("#{id} [role='menuitem']");
        let Ok(found) = document().query_selector_all(&selector) else {
            return Vec::new();
        };
        (0..found.length())
            .filter_map(|at| found.item(at)?.dyn_into().ok())
            .collect()
    }

    fn focus_line(self, at: i32) {
        let lines = self.lines();
        let n = i32::try_from(lines.len()).unwrap_or(i32::MAX);
        if n > 0
            && let Ok(at) = usize::try_from(at.rem_euclid(n))
            && let Some(line) = lines.get(at)
        {
            let _ = line.focus();
        }
    }

    fn current(self) -> i32 {
        let focused = document().active_element();
        let at = self.lines().iter().position(|line| {
            focused
                .as_ref()
                .is_some_and(|focused| line.is_same_node(Some(focused)))
        });
        at.and_then(|at| i32::try_from(at).ok()).unwrap_or(-1)
    }

    fn key(self, event: &ev::KeyboardEvent) {
        let key = event.key();
        match key.as_str() {
            "ArrowDown" => self.focus_line(self.current() + 1),
            "ArrowUp" => self.focus_line(self.current() - 1),
            "Home" => self.focus_line(0),
            "End" => self.focus_line(-1),
            "Escape" => self.fold(),
            "Tab" => {
                self.open.set(false);
                return;
            }
            _ if key.chars().count() == 1
                && key != " "
                && !event.ctrl_key()
                && !event.alt_key() =>
            {
                self.first_letter(&key)
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn first_letter(self, letter: &str) {
        let (lines, current) = (self.lines(), self.current());
        let n = i32::try_from(lines.len()).unwrap_or(i32::MAX);
        let letter = letter.to_lowercase();
        let fits = |at: i32| {
            let line = usize::try_from(at.rem_euclid(n.max(1)))
                .ok()
                .and_then(|at| lines.get(at));
            line.and_then(|line| line.text_content())
                .is_some_and(|text| text.to_lowercase().starts_with(&letter))
        };
        if let Some(at) = (current + 1..=current + n).find(|at| fits(*at)) {
            self.focus_line(at);
        }
    }
}

fn line(item: MenuItem, controls: MenuControls) -> AnyView {
    let MenuItem {
        label,
        picture,
        keys,
        danger,
        blocked,
        rule_before,
        on_press,
    } = item;
    let is_blocked = blocked.is_some();
    let press = move |_: ev::MouseEvent| {
        if !is_blocked {
            controls.fold();
            on_press.run(());
        }
    };
    view! {
        {rule_before.then(|| view! { <hr class="menu-rule" /> })}
        <button
            type="button"
            role="menuitem"
            class="menu-item"
            tabindex="-1"
            data-kind=danger.then_some("danger")
            aria-disabled=is_blocked.then_some("true")
            aria-keyshortcuts=(!keys.is_empty()).then(|| keys.replace("Ctrl", "Control"))
            title=blocked
            on:click=press
        >
            {picture.map(icon)} <span>{label}</span>
            {(!keys.is_empty()).then(|| view! { <kbd aria-hidden="true">{keys.replace('+', " ")}</kbd> })}
        </button>
    }
    .into_any()
}

/// The menu for what did not fit: `…`.
#[component]
pub fn MoreMenu(
    /// The lines.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    view! { <Menu label=tr(|m| m.parts.more_actions) items=items /> }
}

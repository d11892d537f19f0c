//! Modal dialogs: in the centre, as a sheet at the right, and the question with two or three answers.
//!
//! A dialog is open as long as it is in the view: `<Show when=…><Dialog …/></Show>`. Esc, the X and a phone's back
//! gesture only tell `on_close`; whether the dialog goes away is for the page to say. On a phone each fills the screen.

use super::live::live_text;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::button::{Button, ButtonKind};
use super::frame::new_id;
use super::icon::Icon;
use crate::ui::text::tr;

/// Where a dialog stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogShape {
    /// In the centre, as wide as a paragraph reads well.
    #[default]
    Centre,
    /// A sheet along the right edge, over the page it belongs to.
    Sheet,
}

/// A modal dialog with header, body and footer.
#[component]
pub fn Dialog(
    /// The heading, which is also the dialog's name.
    #[prop(into)]
    title: Signal<String>,
    /// A line below the heading: which record this is about.
    #[prop(optional, into)]
    subtitle: Signal<Option<String>>,
    /// Where it stands.
    #[prop(optional)]
    shape: DialogShape,
    /// Asked to close, by Esc, the X or the back gesture.
    #[prop(into)]
    on_close: Callback<()>,
    /// Ctrl+Enter, from any field in it; what was typed there has been handed over before.
    #[prop(optional, into)]
    on_accept: Option<Callback<()>>,
    /// The buttons, the primary one first.
    #[prop(optional, into)]
    footer: ViewFn,
    /// The body.
    children: Children,
) -> impl IntoView {
    let kind = match shape {
        DialogShape::Centre => "centre",
        DialogShape::Sheet => "sheet",
    };
    // No header element: in a dialog that opens from the top bar it would be a banner in a banner.
    let header = view! {
        <div class="dialog-head">
            <div class="dialog-head-text">
                <h2 class="dialog-title">{title}</h2>
                {live_text(subtitle, |text| view! { <p class="dialog-sub">{text}</p> }.into_any())}
            </div>
            <Button label=tr(|m| m.parts.close) kind=ButtonKind::Quiet icon=Icon::Close icon_only=true on_press=on_close />
        </div>
    }
    .into_any();
    let foot = view! { <footer class="dialog-foot">{footer.run()}</footer> }.into_any();
    let body = view! { <div class="dialog-body">{children()}</div> }.into_any();
    modal(Modal {
        kind,
        role: None,
        name: title,
        on_close,
        on_accept,
        header,
        body,
        foot,
    })
}

/// An answer to a question.
#[derive(Clone)]
pub struct Choice {
    /// What it does.
    pub label: Signal<String>,
    /// How much it asks to be pressed; what destroys is `Danger`.
    pub kind: ButtonKind,
    /// What it does.
    pub on_press: Callback<()>,
}

impl Choice {
    /// An answer.
    #[must_use]
    pub fn new(label: impl Into<Signal<String>>, kind: ButtonKind, on_press: Callback<()>) -> Self {
        Self {
            label: label.into(),
            kind,
            on_press,
        }
    }
}

/// A question with two or three answers. The focus starts on the first answer that destroys nothing.
#[component]
pub fn Confirm(
    /// The question, in one line.
    #[prop(into)]
    question: Signal<String>,
    /// What each answer means, and how many records it touches.
    #[prop(optional, into)]
    detail: Signal<Option<String>>,
    /// The answers, in reading order.
    choices: Vec<Choice>,
    /// Asked to close without an answer.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let safe = choices
        .iter()
        .position(|choice| choice.kind != ButtonKind::Danger);
    let buttons = choices
        .into_iter()
        .enumerate()
        .map(|(at, Choice { label, kind, on_press })| {
            view! { <Button label=label kind=kind on_press=on_press autofocus=safe == Some(at) /> }.into_any()
        })
        .collect_view();
    let header = view! { <div class="dialog-head"><h2 class="dialog-title">{question}</h2></div> }
        .into_any();
    let body = view! { <div class="dialog-body">{live_text(detail, |text| view! { <p class="muted">{text}</p> }.into_any())}</div> }
        .into_any();
    let foot = view! { <footer class="dialog-foot">{buttons}</footer> }.into_any();
    modal(Modal {
        kind: "confirm",
        role: Some("alertdialog"),
        name: question,
        on_close,
        on_accept: None,
        header,
        body,
        foot,
    })
}

struct Modal {
    kind: &'static str,
    role: Option<&'static str>,
    name: Signal<String>,
    on_close: Callback<()>,
    on_accept: Option<Callback<()>>,
    header: AnyView,
    body: AnyView,
    foot: AnyView,
}

fn modal(modal: Modal) -> AnyView {
    let Modal {
        kind,
        role,
        name,
        on_close,
        on_accept,
        header,
        body,
        foot,
    } = modal;
    let dialog = NodeRef::<html::Dialog>::new();
    let closing = StoredValue::new(false);
    let opener = StoredValue::new_local(document().active_element());
    dialog.on_load(move |element| {
        show(&element);
        focus_inside(&element);
    });
    on_cleanup(move || {
        closing.set_value(true);
        let opener = opener.try_get_value().flatten();
        // Only once the dialog is out of the page can the element behind it take the focus again.
        request_animation_frame(move || give_back(opener));
    });
    let keydown = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" if !event.is_composing() => {
            // Cancelled here, because a browser closes the dialog by itself on the second Esc in a row.
            event.prevent_default();
            event.stop_propagation();
            on_close.run(());
        }
        "Enter" if (event.ctrl_key() || event.meta_key()) && !event.alt_key() => {
            event.prevent_default();
            event.stop_propagation();
            if let Some(on_accept) = on_accept {
                on_accept.run(());
            }
        }
        _ => {}
    };
    let cancel = move |event: ev::Event| {
        if event.target() == event.current_target() {
            event.prevent_default();
            on_close.run(());
        }
    };
    // Closed in spite of that: stay open until the page takes the dialog away.
    let closed = move |event: ev::Event| {
        if event.target() == event.current_target()
            && closing.try_get_value() == Some(false)
            && let Some(dialog) = dialog.get_untracked()
        {
            show(&dialog);
            on_close.run(());
        }
    };
    let id = new_id();
    view! {
        <dialog
            class="dialog"
            id=id
            data-kind=kind
            role=role
            aria-label=name
            node_ref=dialog
            on:keydown=keydown
            on:cancel=cancel
            on:close=closed
        >
            <div class="dialog-frame">{header} {body} {foot}</div>
        </dialog>
    }
    .into_any()
}

fn show(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Refused only for an element outside the page, and then there is nothing to show.
        let _ = dialog.show_modal();
    }
}

/// The focus goes to what asked for it, or to the first field, or to the first button of the footer.
fn focus_inside(dialog: &HtmlDialogElement) {
    const PLACES: [&str; 3] = [
        "[data-autofocus]",
        ".dialog-body :is(input:not([tabindex='-1']):not([readonly]), select, textarea, button, a[href])",
        ".dialog-foot button",
    ];
    let place = PLACES
        .iter()
        .find_map(|place| dialog.query_selector(place).ok().flatten());
    if let Some(element) = place.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Gives the focus back to what had it before, unless something else has it by now: a dialog may lead to a field
/// of the page behind it.
fn give_back(opener: Option<Element>) {
    let nowhere = |focused: &Element| focused.tag_name() == "BODY";
    let is_nowhere = document().active_element().as_ref().is_none_or(nowhere);
    if is_nowhere
        && let Some(opener) = opener
        && opener.is_connected()
        && let Ok(opener) = opener.dyn_into::<HtmlElement>()
    {
        let _ = opener.focus();
    }
}

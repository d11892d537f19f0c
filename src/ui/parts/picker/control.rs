//! The field of a lookup, with its buttons.

use super::state::PickerState;
use crate::ui::parts::avatar::{AvatarSize, avatar};
use crate::ui::parts::frame::{Frame, locked_mark};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::live::{live, truth, while_so, wording, yes_no};
use crate::ui::text::tr;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

pub(super) fn control(
    frame: &Frame,
    state: PickerState,
    placeholder: Signal<String>,
    autofocus: bool,
) -> AnyView {
    let id = frame.id.clone();
    let locked = frame.locked;
    let required = frame.required;
    let input = NodeRef::<html::Input>::new();
    let active_id = {
        let id = id.clone();
        move || {
            state
                .active
                .get()
                .filter(|_| state.open.get())
                .map(|at| format!("{id}-row-{at}"))
        }
    };
    let typed = move |event: ev::Event| state.typed(event_target_value(&event));
    let keydown = move |event: ev::KeyboardEvent| {
        if !locked.get_untracked() {
            state.key(&event);
        }
    };
    let focused = move |event: ev::FocusEvent| {
        if let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        {
            input.select();
        }
        if state.alone {
            state.unfold();
        }
    };
    let refocus = move || {
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    let unfold = move || {
        if locked.get_untracked() {
            return;
        }
        refocus();
        state.unfold();
    };
    let toggle = move |_: ev::MouseEvent| {
        if state.open.get_untracked() {
            state.fold()
        } else {
            unfold()
        }
    };
    let clear = move |_: ev::MouseEvent| {
        state.clear();
        refocus();
    };
    let mark = move || {
        let item = state
            .selected
            .get()
            .filter(|_| state.typed.with(Option::is_none))?;
        let shape = item.shape?;
        Some(avatar(&item.label, shape, AvatarSize::Small))
    };
    // The buttons take no focus, so that pressing them is not leaving the field.
    let hold = |event: ev::MouseEvent| event.prevent_default();
    let buttons = move || {
        if locked.get() {
            return locked_mark();
        }
        view! {
            {while_so(move || state.selected.with(Option::is_some), move || view! {
                <button type="button" class="field-button" tabindex="-1" aria-label=tr(|m| m.parts.clear) title=tr(|m| m.parts.clear) on:mousedown=hold on:click=clear>
                    {icon(Icon::Close)}
                </button>
            }.into_any())}
            <button type="button" class="field-button" tabindex="-1" aria-label=tr(|m| m.parts.open_lookup) title=tr(|m| m.parts.open_lookup) on:mousedown=hold on:click=toggle>
                {icon(Icon::ChevronDown)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="field-box" id=format!("{id}-box")>
            {live(move || mark().into_any())}
            <input
                class="field-control"
                id=id.clone()
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-expanded=yes_no(move || state.open.get()) aria-controls=format!("{id}-list")
                aria-activedescendant=wording(active_id)
                aria-required=truth(move || required.get())
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                data-autofocus=autofocus.then_some("")
                node_ref=input
                prop:value=move || state.text()
                placeholder=placeholder
                readonly=move || locked.get()
                on:input=typed
                on:keydown=keydown
                on:focus=focused
                on:blur=move |_| state.leave()
                on:click=move |_| unfold()
            />
            {live(buttons)}
        </div>
    }
    .into_any()
}

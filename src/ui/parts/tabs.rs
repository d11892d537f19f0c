//! Tabs: several views of one thing, of which one is shown.

use super::live::{live, wording, yes_no};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::frame::new_id;

/// A tab.
#[derive(Clone, Copy)]
pub struct Tab {
    /// What is handed over when it is chosen.
    pub key: &'static str,
    /// What it is called.
    pub label: Signal<String>,
}

/// Tabs and the panel of the one chosen; the arrows choose.
#[component]
pub fn Tabs(
    /// What the tabs are about.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    tabs: Vec<Tab>,
    /// The key of the one chosen.
    #[prop(into)]
    selected: Signal<&'static str>,
    /// Told the key of the one chosen.
    #[prop(into)]
    on_pick: Callback<&'static str>,
    /// What the panel shows for a key.
    #[prop(into)]
    panel: Callback<&'static str, AnyView>,
) -> impl IntoView {
    let id = new_id();
    let keys: Vec<&'static str> = tabs.iter().map(|tab| tab.key).collect();
    let focus_id = id.clone();
    let keydown = move |event: ev::KeyboardEvent| {
        let n = keys.len();
        let at = selected
            .with_untracked(|selected| keys.iter().position(|key| key == selected))
            .unwrap_or(0);
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % n,
            "ArrowLeft" => (at + n - 1) % n,
            "Home" => 0,
            "End" => n - 1,
            _ => return,
        };
        event.prevent_default();
        on_pick.run(keys[to]);
        let tab = document().get_element_by_id(&format!("{focus_id}-{}", keys[to]));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    let panel_id = format!("{id}-panel");
    let heads = tabs
        .into_iter()
        .map(|Tab { key, label }| {
            let is_selected = move || selected.get() == key;
            view! {
                <button
                    type="button"
                    role="tab"
                    class="tab"
                    id=format!("{id}-{key}")
                    aria-controls=panel_id.clone()
                    aria-selected=yes_no(is_selected) tabindex=move || if is_selected() { "0" } else { "-1" }
                    on:click=move |_| on_pick.run(key)
                >
                    {label}
                </button>
            }
            .into_any()
        })
        .collect_view();
    let panel_of = {
        let id = id.clone();
        wording(move || Some(format!("{id}-{}", selected.get())))
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=keydown>{heads}</div>
        <div class="tab-panel" role="tabpanel" id=format!("{id}-panel") aria-labelledby=panel_of tabindex="0">
            {live(move || panel.run(selected.get()))}
        </div>
    }
    .into_any()
}

/// A page beside others of its kind.
#[derive(Clone)]
pub struct TabLink {
    /// What it is called.
    pub label: Signal<String>,
    /// Its address.
    pub href: String,
    /// It is the one shown.
    pub current: bool,
}

/// Pages of one kind side by side, with the look of tabs: links, because each is a page of its own.
#[component]
pub fn TabLinks(
    /// What the pages are about.
    #[prop(into)]
    label: Signal<String>,
    /// The pages.
    links: Vec<TabLink>,
) -> impl IntoView {
    let links = links.into_iter().map(|link| {
        let current = link.current.then_some("page");
        view! { <a class="tab" href=link.href aria-current=current>{link.label}</a> }
    });
    view! { <nav class="tabs" aria-label=label>{links.collect_view()}</nav> }.into_any()
}

//! What happened, newest first.

use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlDivElement, IntersectionObserver, IntersectionObserverEntry};

use super::button::{Button, ButtonKind};
use super::tone::Tone;
use crate::ui::text::tr;

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TimelineEntry {
    /// What tells it from the others.
    pub key: String,
    /// What it was.
    pub title: String,
    /// What it was about.
    pub detail: String,
    /// When, as short as it is clear.
    pub when: String,
    /// `Plain`: done and gone; `Accent`: an interaction; `Warn`: still open.
    pub tone: Tone,
    /// The record of it.
    pub href: Option<String>,
    /// What is still to be done about it.
    pub step: Option<TimelineStep>,
}

/// A link below an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TimelineStep {
    /// What it does.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// Entries along a line.
#[component]
pub fn Timeline(
    /// The entries, newest first.
    #[prop(into)]
    entries: Signal<Vec<TimelineEntry>>,
    /// Brings older entries.
    #[prop(optional, into)]
    on_more: Option<Callback<()>>,
    /// There are older entries.
    #[prop(optional, into)]
    has_more: Signal<bool>,
    /// Brings older entries by itself when its end comes into sight; only where nothing stands below it.
    #[prop(optional)]
    endless: bool,
) -> impl IntoView {
    let end = NodeRef::<html::Div>::new();
    if let Some(on_more) = on_more.filter(|_| endless) {
        end.on_load(move |element| when_in_sight(&element, on_more));
    }
    view! {
        <ol class="timeline">
            <For
                each=move || entries.get()
                key=TimelineEntry::clone
                children=one
            />
        </ol>
        {on_more
            .map(|on_more| {
                view! {
                    <Show when=move || has_more.get()>
                        <div node_ref=end>
                            <Button label=tr(|m| m.parts.timeline_more) kind=ButtonKind::Quiet on_press=on_more />
                        </div>
                    </Show>
                }
            })}
    }
    .into_any()
}

/// Calls whenever the element comes into sight.
fn when_in_sight(element: &HtmlDivElement, call: Callback<()>) {
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let is_seen = |entry: wasm_bindgen::JsValue| {
            entry
                .unchecked_into::<IntersectionObserverEntry>()
                .is_intersecting()
        };
        if entries.iter().any(is_seen) {
            call.try_run(());
        }
    });
    // A browser that cannot observe still has the button.
    let Ok(observer) = IntersectionObserver::new(seen.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, seen));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

fn one(entry: TimelineEntry) -> AnyView {
    let TimelineEntry {
        title,
        detail,
        when,
        tone,
        href,
        step,
        ..
    } = entry;
    let title = match href {
        Some(href) => view! { <a class="timeline-title" href=href>{title}</a> }.into_any(),
        None => view! { <span class="timeline-title">{title}</span> }.into_any(),
    };
    view! {
        <li class="timeline-entry">
            <span class="timeline-dot" data-tone=tone.attribute()></span>
            <div class="timeline-text">
                {title} {(!detail.is_empty()).then(|| view! { <div class="timeline-detail">{detail}</div> })}
                {step
                    .map(|TimelineStep { label, href }| view! { <a class="timeline-step" href=href>{label}</a> })}
            </div>
            <span class="timeline-when">{when}</span>
        </li>
    }
    .into_any()
}

//! What happened, newest first.

use leptos::prelude::*;

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
) -> impl IntoView {
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
                        <Button label=tr(|m| m.parts.timeline_more) kind=ButtonKind::Quiet on_press=on_more />
                    </Show>
                }
            })}
    }
    .into_any()
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

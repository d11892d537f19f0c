//! Fact boxes: what is worth knowing beside a record.

use super::live::live;
use leptos::prelude::*;

use super::sections::card;
use super::tone::Tone;

/// A figure with its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The figure, formatted.
    pub value: String,
    /// What it counts or when it was.
    pub label: String,
    /// What its colour means.
    pub tone: Tone,
    /// What was counted.
    pub href: Option<String>,
}

impl Figure {
    /// A figure that leads nowhere and means nothing special.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// With what its colour means.
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// Figures side by side, three in a row where there is room.
#[component]
pub fn Figures(
    /// The figures.
    #[prop(into)]
    figures: Signal<Vec<Figure>>,
) -> impl IntoView {
    let each = |Figure {
                    value,
                    label,
                    tone,
                    href,
                }: Figure| {
        let inside = view! {
            <span class="figure-value" data-tone=tone.attribute()>{value}</span>
            <span class="figure-label">{label}</span>
        }
        .into_any();
        match href {
            Some(href) => view! { <a class="figure" href=href>{inside}</a> }.into_any(),
            None => view! { <div class="figure">{inside}</div> }.into_any(),
        }
    };
    view! { <div class="figure-row">{live(move || figures.get().into_iter().map(each).collect_view().into_any())}</div> }.into_any()
}

/// A box with a heading, in the column beside the page.
#[component]
pub fn FactBox(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Buttons at the end of the heading.
    #[prop(optional, into)]
    actions: ViewFn,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    card(
        Signal::derive(move || Some(title.get())),
        Signal::default(),
        &actions,
        children(),
    )
}

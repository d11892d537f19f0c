//! One of several, as cards with a title and a detail: how an interaction template is chosen with one press.

use super::live::{live, mark, truth, while_so};
use leptos::{ev, prelude::*};

use super::frame::{Frame, foot, new_id, required_mark};
use crate::ui::text::tr;

/// From this many cards on there is a box to filter them.
const FILTERED_ABOVE: usize = 9;

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceCard {
    /// What is handed over when it is taken.
    pub key: String,
    /// What it is.
    pub title: String,
    /// What taking it brings: "15 min · 1,00 €".
    pub detail: String,
}

/// A radio group of cards, in the order given; above nine of them with a box that filters.
#[component]
pub fn ChoiceCards(
    /// What the group is called.
    #[prop(into)]
    label: Signal<String>,
    /// The cards.
    #[prop(into)]
    choices: Signal<Vec<ChoiceCard>>,
    /// The key of the card taken.
    #[prop(into)]
    selected: Signal<Option<String>>,
    /// Told the key of the card pressed.
    #[prop(into)]
    on_pick: Callback<String>,
    /// What the page finds wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// A sentence that helps, below the cards.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// Marked as required.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// The name `focus_field` finds it by.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    let id = new_id();
    let frame = Frame {
        id: id.clone(),
        name,
        label,
        hint,
        error,
        required,
        locked: Signal::default(),
    };
    let filter = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let words = filter.get().to_lowercase();
        let fits = |card: &ChoiceCard| {
            let text = format!("{} {} {}", card.title, card.detail, card.key).to_lowercase();
            words.split_whitespace().all(|word| text.contains(word))
        };
        choices.get().into_iter().filter(fits).collect::<Vec<_>>()
    });
    let many = move || choices.with(Vec::len) > FILTERED_ABOVE;
    let group = format!("{id}-group");
    let cards = move || {
        shown
            .get()
            .into_iter()
            .map(|each| card(&group, each, selected, on_pick))
            .collect_view()
    };
    // Enter in the filter takes the first card left.
    let enter = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter"
            && !event.is_composing()
            && !event.ctrl_key()
            && let Some(first) =
                shown.with_untracked(|cards| cards.first().map(|card| card.key.clone()))
        {
            event.prevent_default();
            on_pick.run(first);
        }
    };
    let label_id = format!("{id}-label");
    view! {
        <div
            class="field choices"
            role="radiogroup"
            aria-labelledby=label_id.clone()
            aria-invalid=frame.invalid()
            aria-required=truth(move || required.get())
            aria-describedby=frame.described_by()
            data-field=(!name.is_empty()).then_some(name)
            data-invalid=mark(move || error.with(Option::is_some))
        >
            <div class="choices-head">
                <span class="field-label" id=label_id.clone()>
                    {label}
                    {while_so(move || required.get(), required_mark)}
                </span>
                <Show when=many>
                    <input
                        type="search"
                        class="search-input choices-filter"
                        autocomplete="off"
                        aria-label=tr(|m| m.parts.filter_choices)
                        placeholder=tr(|m| m.parts.filter_choices)
                        prop:value=filter
                        on:input=move |event| filter.set(event_target_value(&event))
                        on:keydown=enter
                    />
                </Show>
            </div>
            <div class="choices-grid">{live(move || cards().into_any())}</div>
            {while_so(
                move || shown.with(Vec::is_empty),
                || view! { <p class="faint" role="status">{tr(|m| m.parts.no_match)}</p> }.into_any(),
            )}
            {foot(&id, hint, error, None)}
        </div>
    }
    .into_any()
}

fn card(
    group: &str,
    card: ChoiceCard,
    selected: Signal<Option<String>>,
    on_pick: Callback<String>,
) -> AnyView {
    let ChoiceCard { key, title, detail } = card;
    let taken = {
        let key = key.clone();
        Signal::derive(move || selected.with(|selected| selected.as_ref() == Some(&key)))
    };
    let pressed = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        on_pick.run(key.clone());
        // The page may have refused; what is shown is what is so.
        input.set_checked(taken.get_untracked());
    };
    view! {
        <label class="choice">
            <input type="radio" class="choice-control" name=group.to_owned() prop:checked=taken on:change=pressed />
            <span class="choice-card">
                <span class="choice-title">{title}</span>
                <span class="choice-detail">{detail}</span>
            </span>
        </label>
    }
    .into_any()
}

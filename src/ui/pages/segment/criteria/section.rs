//! A section of criteria: where it looks, whether there must be such a row or none, and what is
//! asked of it.

use super::condition::condition;
use super::form::Form;
use crate::domain::Field;
use crate::domain::segment::selection::Part;
use crate::domain::segment::selection::draft::DraftSection;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::field_choice::{OptionField, SelectOption};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::live::live_text;
use crate::ui::parts::menu::{Menu, MenuItem};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Draws the section with this key.
pub(super) fn section(form: Form, key: u32) -> AnyView {
    let part = untrack(|| {
        form.draft
            .with(|draft| draft.section(key).map(|it| it.part))
    });
    let Some(part) = part else {
        return ().into_any();
    };
    let read = move |read: fn(&DraftSection) -> bool| {
        form.draft
            .with(|draft| draft.section(key).is_some_and(read))
    };
    let fields = Memo::new(move |_| {
        form.draft.with(|draft| {
            let section = draft.section(key);
            section.map_or_else(Vec::new, |section| section.fields().collect())
        })
    });
    let is_first = Memo::new(move |_| {
        form.draft
            .with(|draft| draft.sections().first().is_some_and(|it| it.key == key))
    });
    let title = tr_with(move |m| (m.criteria.part)(part).into());
    let remove = Callback::new(move |()| {
        form.draft.update(|draft| draft.remove(key));
        form.refused
            .update(|refused| refused.retain(|(of, _)| *of != key));
    });
    let asks_nothing = Memo::new(move |_| {
        read(|section| {
            section
                .fields()
                .all(|field| section.filter(field).is_none())
        })
    });
    let absent = Memo::new(move |_| read(|section| section.absent));
    let hint = Signal::derive(move || {
        // Of the contact itself the words below say it.
        let says = asks_nothing.get() && part != Part::Contact;
        says.then(|| (texts().criteria_pages.any_row)(part, absent.get()).to_string())
    });
    view! {
        <Show when=move || !is_first.get()>
            <p class="criteria-and">{tr(|m| m.criteria_pages.and)}</p>
        </Show>
        <div class="card criteria-section" id=element_id(key) role="group" aria-label=title>
            <div class="card-head">
                <h3>{title}</h3>
                {presence(form, key, part, absent)}
                <div class="card-actions">
                    <Button
                        label=tr_with(move |m| (m.criteria_pages.remove_section)((m.criteria.part)(part)))
                        kind=ButtonKind::Quiet
                        icon=Icon::Close
                        icon_only=true
                        on_press=remove
                    />
                </div>
            </div>
            <div class="criteria-conditions">
                <For
                    each=move || fields.get()
                    key=|field| *field
                    children=move |field| condition(form, key, part, field)
                />
                {live_text(hint, |text| view! { <p class="field-hint">{text}</p> }.into_any())}
                {further(form, key, part)}
            </div>
        </div>
    }
    .into_any()
}

/// Such a row there is, or there is none.
fn presence(form: Form, key: u32, part: Part, absent: Memo<bool>) -> AnyView {
    const HAS: &str = "has";
    const HAS_NO: &str = "has-no";
    let options = Signal::derive(move || {
        let holds = texts().criteria_pages.holds;
        vec![
            SelectOption::new(HAS, holds(part, false)),
            SelectOption::new(HAS_NO, holds(part, true)),
        ]
    });
    let value = Signal::derive(move || if absent.get() { HAS_NO } else { HAS }.to_string());
    let pick = Callback::new(move |value: String| {
        form.draft.update(|draft| {
            draft.change(key, |section| section.absent = value == HAS_NO);
        });
    });
    view! {
        <OptionField
            label=tr(|m| m.criteria_pages.contact_that)
            value=value
            options=options
            on_pick=pick
        />
    }
    .into_any()
}

/// The menu of fields that have no condition yet.
fn further(form: Form, key: u32, part: Part) -> AnyView {
    if part.fields().len() == 1 {
        return ().into_any();
    }
    let items = Signal::derive(move || {
        let m = texts();
        let fields = form.draft.with(|draft| {
            let section = draft.section(key);
            section.map_or_else(Vec::new, DraftSection::further_fields)
        });
        let item = |field: Field| {
            let add = Callback::new(move |()| {
                form.draft
                    .update(|draft| draft.change(key, |section| section.add(field)));
                focus_last(key);
            });
            MenuItem::new((m.terms.field)(field), add)
        };
        fields.into_iter().map(item).collect::<Vec<_>>()
    });
    let is_left = move || items.with(|items| !items.is_empty());
    view! {
        <Show when=is_left>
            <div class="cluster">
                <Menu
                    label=tr_with(|m| m.criteria_pages.add_condition.into())
                    items=items
                    icon=Icon::Plus
                    kind=ButtonKind::Quiet
                    icon_only=false
                />
            </div>
        </Show>
    }
    .into_any()
}

fn element_id(key: u32) -> String {
    format!("criteria-section-{key}")
}

/// Goes to the first condition of a section that was just added.
pub(super) fn focus_new(key: u32) {
    focus(key, |_| 0);
}

/// Goes to the condition that was just added to a section.
fn focus_last(key: u32) {
    focus(key, |n| n.saturating_sub(1));
}

fn focus(key: u32, which: fn(u32) -> u32) {
    // Once it is drawn, and the menu has given the focus back.
    request_animation_frame(move || {
        let conditions = format!("#{} .criterion", element_id(key));
        let Ok(conditions) = document().query_selector_all(&conditions) else {
            return;
        };
        let condition = conditions.item(which(conditions.length()));
        let condition = condition.and_then(|node| node.dyn_into::<Element>().ok());
        let field = condition.and_then(|element| {
            let field = element.query_selector("input:not([tabindex='-1'])");
            field.ok().flatten()?.dyn_into::<HtmlElement>().ok()
        });
        if let Some(field) = field {
            let _ = field.focus();
        }
    });
}

//! The head of a record's card: where it belongs, its mark and name, what is to be known at once,
//! and what can be done with it.

use super::closing::closes_to;
use crate::domain::Table;
use crate::ui::parts::avatar::{Avatar, AvatarShape, AvatarSize};
use crate::ui::route::{Page, Route};
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;

/// What stands at the head of a card.
pub struct Head {
    /// The list that the record stands in, by its kind.
    pub list: (Page, Table),
    /// The record's name.
    pub name: Signal<String>,
    /// The shape of its mark.
    pub shape: Signal<AvatarShape>,
    /// The line below the name; what is blank is left out.
    pub facts: Signal<Vec<Fact>>,
    /// Words with a colour at the end of that line.
    pub marks: ViewFn,
    /// The actions.
    pub actions: ViewFn,
    /// The ways to the records beside it.
    pub beside: AnyView,
}

/// Something to be known at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub text: String,
    /// Its page.
    pub href: Option<String>,
}

impl Fact {
    /// Something that leads nowhere.
    pub fn new(text: impl ToString) -> Self {
        Self {
            text: text.to_string(),
            href: None,
        }
    }

    /// Another record.
    pub fn link(text: impl ToString, page: Page) -> Self {
        Self {
            text: text.to_string(),
            href: Some(Route::to(page).href()),
        }
    }
}

/// Draws the head of a card.
pub fn head(head: Head) -> AnyView {
    let Head {
        list: (page, table),
        name,
        shape,
        facts,
        marks,
        actions,
        beside,
    } = head;
    closes_to(page.clone());
    let mark = move || {
        view! { <Avatar name=name shape=shape.get() size=AvatarSize::Large/> }
    };
    let line = move || {
        let facts = facts.get().into_iter().filter(|fact| !fact.text.is_empty());
        let shown = facts.enumerate().map(|(at, Fact { text, href })| {
            let text = match href {
                Some(href) => view! { <a href=href>{text}</a> }.into_any(),
                None => view! { <span>{text}</span> }.into_any(),
            };
            let dot = (at > 0).then(|| view! { <span aria-hidden="true">" · "</span> });
            view! { {dot} {text} }
        });
        shown.collect_view()
    };
    view! {
        <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
            <a href=Route::to(page).href()>{tr_with(move |m| (m.terms.records)(table).into())}</a>
        </nav>
        <header class="record-head">
            {mark}
            <div class="record-head-text">
                <h1>{name}</h1>
                <p class="page-sub">{line} {marks.run()}</p>
            </div>
        </header>
        <div class="page-actions record-actions">{actions.run()} {beside}</div>
    }
    .into_any()
}

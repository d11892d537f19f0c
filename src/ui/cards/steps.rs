//! Criteria actions as sentences in a list: the steps of a segment, or of saved criteria.

use crate::domain::segment::criteria::{ActionKind, Origin};
use crate::domain::segment::selection::saved::SavedAction;
use crate::language::criteria::sentence;
use crate::ui::store::Store;
use crate::ui::text::texts;
use leptos::prelude::*;

/// What an action does and to whom, in the language shown; tracked. `n_by_hand`: how many contacts
/// were chosen by hand.
pub fn said(store: Store, kind: ActionKind, origin: &Origin, n_by_hand: usize) -> String {
    let currency = store.peek(|records| records.setup().currency.clone());
    let n_by_hand = u32::try_from(n_by_hand).unwrap_or(u32::MAX);
    sentence(texts(), &store.moment(), &currency, kind, origin, n_by_hand)
}

/// The actions of saved criteria; tracked.
pub fn saved_steps(store: Store, actions: &[SavedAction]) -> AnyView {
    let step = |(no, action): (u32, &SavedAction)| Step {
        no,
        text: said(store, action.kind, &action.origin, action.contacts.len()),
        change: None,
    };
    steps((1..).zip(actions).map(step).collect())
}

/// A step: its number, what it does, and what it changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its number; the first is 1.
    pub no: u32,
    /// What it does and to whom.
    pub text: String,
    /// How many lines it added or took away: with its sign, and in words.
    pub change: Option<(String, String)>,
}

/// Steps in their order.
pub fn steps(steps: Vec<Step>) -> AnyView {
    let step = |Step { no, text, change }: Step| {
        let change = change.map(|(sign, words)| {
            view! {
                <span class="step-change figures" title=words.clone() aria-hidden="true">{sign}</span>
                <span class="unseen">{words}</span>
            }
        });
        view! {
            <li class="step">
                <span class="step-no figures">{no}</span>
                <span class="step-text">{text}</span>
                {change}
            </li>
        }
    };
    let start = steps.first().map_or(1, |step| step.no);
    view! { <ol class="steps" start=start>{steps.into_iter().map(step).collect_view()}</ol> }
        .into_any()
}

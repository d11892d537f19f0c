//! The box of criteria beside a segment: each step as a sentence with what it changed, and what is
//! done with all of them.

use super::group::group_dialog;
use super::reuse::reuse_dialog;
use super::save::save_dialog;
use crate::domain::Table;
use crate::domain::id::SegmentId;
use crate::domain::segment::criteria::{ActionKind, CriteriaAction};
use crate::domain::segment::question::{self, Answer};
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::cards::asking::Asker;
use crate::ui::cards::steps::{Step, said, steps};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::fact_box::FactBox;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// So many steps are shown; a segment that was filled by hand has many.
const SHOWN: usize = 6;

/// What is open in front of the card.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Open {
    Save,
    Reuse,
    Group,
}

/// The fact box "Criteria".
pub fn criteria_box(store: Store, id: SegmentId) -> AnyView {
    let open = RwSignal::new(None::<Open>);
    let asker = Asker::of_page();
    let shows_all = RwSignal::new(false);
    let n_actions = store.memo(&[Table::CriteriaAction], move |records| {
        records.segments().actions(id).count()
    });
    let n_hidden = move || match shows_all.get() {
        true => 0,
        false => n_actions.get().saturating_sub(SHOWN),
    };
    let shown = Memo::new(move |_| shown_steps(store, id, n_hidden()));
    let no_lines = move |m: &Messages| {
        let n = store.read(&[Table::SegmentLine], |records| {
            records.segments().n_lines(id)
        });
        (n == 0).then(|| m.criteria_pages.no_lines.to_string())
    };
    let nothing = move || {
        let text = texts().criteria_pages.nothing_to_save;
        (n_actions.get() == 0).then(|| text.to_string())
    };
    let opens = move |what: Open| Callback::new(move |()| open.set(Some(what)));
    let reuse = Callback::new(move |()| {
        let question = store.peek(|records| question::of_reusing(records, id));
        spawn_local(async move {
            let may = match question {
                Some(question) => asker.ask(question).await == Some(Answer::Yes),
                None => true,
            };
            if may {
                // The card may be gone by now.
                open.try_set(Some(Open::Reuse));
            }
        });
    });
    let save = Action::new(|m| m.criteria_pages.save.into(), opens(Open::Save))
        .blocked(Signal::derive(nothing));
    let reuse = Action::new(|m| m.criteria_pages.reuse.into(), reuse).kind(ButtonKind::Quiet);
    let group = Action::new(|m| m.criteria_pages.apply_group.into(), opens(Open::Group))
        .blocked(Signal::derive(move || no_lines(texts())));
    let all = [register(save), register(reuse), register(group)];
    let close = Callback::new(move |()| open.set(None));
    let dialog = move || {
        open.get().map(|open| match open {
            Open::Save => save_dialog(store, id, close),
            Open::Reuse => reuse_dialog(store, id, close),
            Open::Group => group_dialog(store, id, close),
        })
    };
    let earlier = tr_with(move |m| {
        let n = u32::try_from(n_hidden()).unwrap_or(u32::MAX);
        (m.criteria_pages.earlier)(n)
    });
    let show_all = Callback::new(move |()| shows_all.set(true));
    view! {
        <FactBox title=tr_with(|m| m.criteria_pages.criteria.into())>
            <div class="stack-tight">
                <Show when=move || n_hidden() != 0>
                    <Button label=earlier kind=ButtonKind::Quiet on_press=show_all/>
                </Show>
                {move || match shown.get() {
                    shown if shown.is_empty() => {
                        view! { <p class="muted">{texts().criteria_pages.no_criteria}</p> }.into_any()
                    }
                    shown => steps(shown),
                }}
                <div class="cluster">{all.iter().map(Action::button).collect_view()}</div>
            </div>
        </FactBox>
        {dialog}
        {asker.dialog()}
    }
    .into_any()
}

/// The criteria actions of a segment but for the first ones; tracked.
fn shown_steps(store: Store, id: SegmentId, n_hidden: usize) -> Vec<Step> {
    let m = texts();
    let actions: Vec<_> = store.read(&[Table::CriteriaAction], |records| {
        let ids = records.segments().actions(id).skip(n_hidden);
        let rows = ids.filter_map(|id| records.get::<CriteriaAction>(id).cloned());
        rows.collect()
    });
    let step = |action: &CriteriaAction| {
        let n = action.n_changed();
        let words = match action.kind {
            ActionKind::Add => m.criteria.lines_added,
            ActionKind::Reduce | ActionKind::Refine => m.criteria.lines_removed,
        };
        let sign = (m.criteria_pages.change)(action.kind, n);
        Step {
            no: action.no,
            text: said(store, action.kind, &action.origin, action.steps.len()),
            change: Some((sign, words(n))),
        }
    };
    actions.iter().map(|action| step(action)).collect()
}

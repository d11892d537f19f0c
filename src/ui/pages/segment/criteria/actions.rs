//! Add Contacts, Reduce, Refine and Go Back: what can be done with the contacts of a segment.

use super::form::criteria_dialog;
use super::revision_of;
use crate::domain::id::SegmentId;
use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::question::{self, Answer};
use crate::domain::{Command, Table};
use crate::ui::action::{Action, register};
use crate::ui::cards::asking::Asker;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::Menu;
use crate::ui::screen;
use crate::ui::store::Store;
use crate::ui::tell::run_and_tell;
use crate::ui::text::{texts, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The buttons at the head of a segment's card, with the dialogs they open. On a phone they are one
/// menu.
pub fn criteria_actions(store: Store, id: SegmentId) -> AnyView {
    let open = RwSignal::new(None::<ActionKind>);
    let asker = Asker::of_page();
    let is_empty = store.memo(&[Table::SegmentLine], move |records| {
        records.segments().n_lines(id) == 0
    });
    let is_new = store.memo(&[Table::CriteriaAction], move |records| {
        records.segments().actions(id).next().is_none()
    });
    let no_lines = Signal::derive(move || {
        let text = texts().criteria_pages.no_lines;
        is_empty.get().then(|| text.to_string())
    });
    let nothing = Signal::derive(move || {
        let text = texts().criteria_pages.nothing_to_go_back_to;
        is_new.get().then(|| text.to_string())
    });
    let by_criteria = move |kind: ActionKind| {
        let run = Callback::new(move |()| open.set(Some(kind)));
        Action::new(move |m| (m.criteria_pages.button)(kind).into(), run)
    };
    let back = Callback::new(move |()| {
        let asked = store.peek(|records| {
            let question = question::of_going_back(records, id)?;
            Some((question, revision_of(records, id)))
        });
        if let Some((question, seen)) = asked {
            spawn_local(async move {
                if asker.ask(question).await == Some(Answer::Yes) {
                    run_and_tell(store, Command::GoBackInSegment(id, seen)).await;
                }
            });
        }
    });
    let back = Action::new(|m| m.criteria_pages.go_back.into(), back).blocked(nothing);
    let all = [
        register(by_criteria(ActionKind::Add)),
        register(by_criteria(ActionKind::Reduce).blocked(no_lines)),
        register(by_criteria(ActionKind::Refine).blocked(no_lines)),
        register(back),
    ];
    let items = Signal::derive(move || all.iter().map(Action::menu_item).collect::<Vec<_>>());
    let close = Callback::new(move |()| open.set(None));
    let buttons = move || {
        if screen::is_phone() {
            view! {
                <Menu
                    label=tr_with(|m| (m.terms.records)(Table::Contact).into())
                    items=items
                    icon=Icon::ChevronDown
                    icon_only=false
                />
            }
            .into_any()
        } else {
            all.iter().map(Action::button).collect_view().into_any()
        }
    };
    view! {
        {buttons}
        {move || open.get().map(|kind| criteria_dialog(store, id, kind, close))}
        {asker.dialog()}
    }
    .into_any()
}

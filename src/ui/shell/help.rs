//! The sheet that lists the keys: of this page and of everywhere, read from the actions themselves,
//! and those that lists, fields and forms answer on their own.

use crate::language::Messages;
use crate::ui::action::{Action, actions, register};
use crate::ui::keys;
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::icon::Icon;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

type Words = fn(&'static Messages) -> &'static str;

/// What lists, fields and forms do wherever they stand.
const PARTS: &[(&str, Words)] = &[
    (keys::SEARCH_LIST, |m| m.keys.search_list),
    (keys::FILTER_TO_VALUE, |m| m.keys.filter_to_value),
    (keys::SORT, |m| m.keys.sort),
    (keys::EDIT_CELL, |m| m.keys.edit_cell),
    (keys::COPY_ABOVE, |m| m.keys.copy_above),
    (keys::ROW_MENU, |m| m.keys.row_menu),
    (keys::DELETE, |m| m.keys.delete_row),
    (keys::LOOKUP, |m| m.keys.lookup),
    (keys::NOTE, |m| m.create.add_comment),
    (keys::CLOSE, |m| m.keys.give_up),
    (keys::SAVE_AND_CLOSE, |m| m.keys.ok),
    (keys::CLOSE, |m| m.keys.close),
];

/// The button in the top bar, and the sheet.
pub(super) fn help() -> AnyView {
    let open = RwSignal::new(false);
    let show = Callback::new(move |()| open.set(true));
    let action = Action::new(|m| m.keys.keys.into(), show)
        .icon(Icon::Keyboard)
        .keys(keys::HELP)
        .keys_too(keys::HELP_TOO)
        .kind(crate::ui::parts::button::ButtonKind::Quiet)
        .everywhere();
    let action = register(action);
    view! {
        <span class="shell-keys">{action.icon_button()}</span>
        <Show when=move || open.get()>
            <HelpSheet on_close=Callback::new(move |()| open.set(false))/>
        </Show>
    }
    .into_any()
}

/// The sheet.
#[component]
pub fn HelpSheet(
    /// Asked to close.
    on_close: Callback<()>,
) -> impl IntoView {
    let of = |everywhere: bool| {
        move || {
            let m = texts();
            let all = actions();
            let ours = all
                .iter()
                .map(|(_, action)| action)
                .filter(|action| action.is_everywhere() == everywhere);
            let with_keys = ours.filter(|action| action.all_keys().next().is_some());
            let line = |action: &Action| (action.name_in(m), action.all_keys().collect::<Vec<_>>());
            with_keys.map(line).collect::<Vec<_>>()
        }
    };
    let of_parts = || {
        let m = texts();
        let line = |(keys, name): &(&'static str, Words)| (name(m).to_string(), vec![*keys]);
        PARTS.iter().map(line).collect::<Vec<_>>()
    };
    view! {
        <Dialog title=tr(|m| m.keys.keys) on_close=on_close on_accept=on_close>
            // Where it is longer than the screen, the arrow keys scroll it: nothing else in it takes the focus.
            <div class="stack" role="group" aria-label=tr(|m| m.keys.keys) tabindex="0" data-autofocus="">
                {part(tr(|m| m.keys.this_page), of(false))}
                {part(tr(|m| m.keys.everywhere), of(true))}
                {part(tr(|m| m.keys.in_lists_and_fields), of_parts)}
            </div>
        </Dialog>
    }
    .into_any()
}

type Line = (String, Vec<&'static str>);

/// A part of the sheet, absent while it has no line.
fn part(
    title: Signal<&'static str>,
    lines: impl Fn() -> Vec<Line> + Send + Sync + 'static,
) -> AnyView {
    let lines = Memo::new(move |_| lines());
    let line = |(name, keys): Line| {
        let keys = keys.into_iter().enumerate().map(|(at, keys)| {
            let or = (at > 0).then(|| view! { " " {tr(|m| m.keys.or)} " " });
            view! { {or} <kbd>{keys.replace('+', " ")}</kbd> }
        });
        view! { <tr><th scope="row">{name}</th><td>{keys.collect_view()}</td></tr> }
    };
    view! {
        <Show when=move || !lines.read().is_empty()>
            <table class="key-table">
                <caption>{title}</caption>
                <thead class="unseen">
                    <tr>
                        <th scope="col">{tr(|m| m.keys.action)}</th>
                        <th scope="col">{tr(|m| m.keys.key)}</th>
                    </tr>
                </thead>
                <tbody>{move || lines.get().into_iter().map(line).collect_view()}</tbody>
            </table>
        </Show>
    }
    .into_any()
}

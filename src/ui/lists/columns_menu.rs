//! Choosing the columns of a list and their order.

use super::rows::ListField;
use super::shown::Shown;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field_choice::CheckField;
use crate::ui::parts::icon::Icon;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

/// The button that opens the choice.
pub(super) fn columns_menu(shown: Shown) -> AnyView {
    let is_open = RwSignal::new(false);
    let open = Callback::new(move |()| is_open.set(true));
    view! {
        <span class="wide-only">
            <Button
                label=tr(|m| m.lists.columns)
                kind=ButtonKind::Quiet
                icon=Icon::Columns
                icon_only=true
                on_press=open
            />
        </span>
        <Show when=move || is_open.get()>{dialog(shown, is_open)}</Show>
    }
    .into_any()
}

fn dialog(shown: Shown, is_open: RwSignal<bool>) -> AnyView {
    let close = Callback::new(move |()| is_open.set(false));
    let reset = Callback::new(move |()| {
        shown.change_layout(|layout| *layout = super::layout::Layout::default());
    });
    let footer = move || {
        view! {
            <Button label=tr(|m| m.lists.done) kind=ButtonKind::Primary on_press=close/>
            <span class="spring"></span>
            <Button label=tr(|m| m.lists.own_columns) kind=ButtonKind::Quiet on_press=reset/>
        }
    };
    // Those shown first, in their order; then the others as the list declares them.
    let ids = Memo::new(move |_| {
        let fields = shown.fields.read();
        let chosen = shown.layout.with(|layout| layout.ids(&fields));
        let others = fields.iter().map(|field| field.column.id);
        let others: Vec<_> = others.filter(|id| !chosen.contains(id)).collect();
        (chosen.len(), [chosen, others].concat())
    });
    let lines = move || {
        let (n_shown, ids) = ids.get();
        let fields = shown.fields.read();
        let line = |(at, id): (usize, &'static str)| {
            let field = fields.iter().find(|field| field.column.id == id)?;
            Some(line(shown, *field, at, n_shown))
        };
        ids.into_iter().enumerate().filter_map(line).collect_view()
    };
    view! {
        <Dialog
            title=tr_with(|m| m.lists.columns.into())
            subtitle=Signal::derive(|| Some(texts().lists.columns_detail.to_string()))
            on_close=close
            on_accept=close
            footer=footer
        >
            <ul class="column-choices">{lines}</ul>
        </Dialog>
    }
    .into_any()
}

fn line(shown: Shown, field: ListField, at: usize, n_shown: usize) -> AnyView {
    let id = field.column.id;
    let title = field.column.title;
    let is_shown = at < n_shown;
    let show = Callback::new(move |on| {
        let fields = shown.fields.get_untracked();
        shown.change_layout(|layout| layout.show(&fields, id, on));
    });
    let shift = move |to_end: bool| {
        Callback::new(move |()| {
            let fields = shown.fields.get_untracked();
            shown.change_layout(|layout| layout.shift(&fields, id, to_end));
        })
    };
    let up = tr_with(move |m| (m.lists.move_up)(&title.get()));
    let down = tr_with(move |m| (m.lists.move_down)(&title.get()));
    view! {
        <li class="column-choice">
            <CheckField label=title checked=is_shown on_change=show/>
            {(is_shown && at > 0).then(|| view! {
                <Button label=up kind=ButtonKind::Quiet icon=Icon::ArrowUp icon_only=true on_press=shift(false)/>
            })}
            {(is_shown && at + 1 < n_shown).then(|| view! {
                <Button label=down kind=ButtonKind::Quiet icon=Icon::ArrowDown icon_only=true on_press=shift(true)/>
            })}
        </li>
    }
    .into_any()
}

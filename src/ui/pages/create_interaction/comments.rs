//! The comments of the interaction, folded until there is one.

use super::desk::Desk;
use super::fields::name;
use super::keyed::Keyed;
use crate::domain::Field;
use crate::domain::interaction::form::FormEdit;
use crate::domain::interaction::{COMMENT_MAX, Comment, finish};
use crate::ui::action::{Action, register};
use crate::ui::keys;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::entry::Check;
use crate::ui::parts::field::{DateField, TextField};
use crate::ui::parts::frame::focus_last_field;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::{Section, SectionLook};
use crate::ui::tell::at_field;
use crate::ui::text::{texts, tr, tr_with};
use crate::ui::typed;
use leptos::prelude::*;

pub(super) fn comments(desk: Desk) -> AnyView {
    let n = Memo::new(move |_| desk.form.with(|form| form.comments.len()));
    let opened_with_some = n.get_untracked() > 0;
    // A comment that was refused must not stay behind the line.
    let open = Memo::new(move |was_open: Option<&bool>| {
        let refused = desk.trouble.with(|trouble| {
            let about = |field| at_field(trouble.as_ref()?, field);
            about(Field::Comment).is_some()
        });
        refused || was_open.copied().unwrap_or(opened_with_some)
    });
    let add = Callback::new(move |()| {
        // Behind a question nothing changes.
        if desk.asking.get_untracked() {
            return;
        }
        change(desk, |comments| {
            let date = finish::date_of_new_comment(comments, desk.store.moment().work_date);
            comments.push(Comment {
                date,
                text: String::new(),
            });
        });
        request_animation_frame(|| focus_last_field(name(Field::Comment)));
    });
    let add_action = Action::new(|m| m.create.add_comment.into(), add)
        .icon(Icon::Plus)
        .keys(keys::NOTE)
        .in_dialog();
    let add_action = register(add_action);
    view! {
        <Section
            title=tr_with(|m| m.create.comments.into())
            summary=Signal::derive(move || Some((texts().create.n_comments)(n.get() as u32)))
            look=SectionLook::Fold
            open=open
        >
            <div class="stack">
                <For each=move || 0..n.get() key=|at| *at let:at>
                    {line(desk, at)}
                </For>
                <div>
                    {add_action.button()}
                </div>
            </div>
        </Section>
    }
    .into_any()
}

/// One comment, by its place.
fn line(desk: Desk, at: usize) -> AnyView {
    let no = at as u32 + 1;
    let comment = move || desk.form.with(|form| form.comments.get(at).cloned());
    let text = move || comment().map(|comment| comment.text).unwrap_or_default();
    let date = move || comment().and_then(|comment| comment.date);
    let date_text = move || {
        date()
            .map(|date| texts().format.date(date))
            .unwrap_or_default()
    };
    let iso = move || date().map(|date| date.to_string()).unwrap_or_default();
    let set_text = Callback::new(move |typed: String| {
        change(desk, |comments| {
            if let Some(comment) = comments.get_mut(at) {
                comment.text = typed;
            }
        });
    });
    let check: Check = Callback::new(move |typed: String| typed::date_text(desk.store, &typed));
    let date_edit = move |typed: &str| {
        let date = typed::date(desk.store, typed).ok()?;
        let mut comments = desk.form.with_untracked(|form| form.comments.clone());
        comments.get_mut(at)?.date = date;
        Some(FormEdit::Comments(comments))
    };
    let date = Keyed::new(desk, date_text, date_edit);
    let remove = Callback::new(move |()| {
        change(desk, |comments| {
            if at < comments.len() {
                comments.remove(at);
            }
        });
    });
    view! {
        <div class="comment-line" role="group" aria-label=tr_with(move |m| (m.create.comment_n)(no))>
            <DateField
                label=tr_with(move |m| (m.create.comment_date_n)(no))
                value=date.value
                iso=Signal::derive(iso)
                check=check
                on_input=date.on_input
                on_commit=date.on_commit
            />
            <TextField
                label=tr_with(move |m| (m.create.comment_n)(no))
                value=Signal::derive(text)
                on_input=set_text
                limit=COMMENT_MAX as u32
                name=name(Field::Comment)
            />
            <Button
                label=tr(|m| m.create.remove_comment)
                kind=ButtonKind::Quiet
                icon=Icon::Delete
                icon_only=true
                on_press=remove
            />
        </div>
    }
    .into_any()
}

fn change(desk: Desk, change: impl FnOnce(&mut Vec<Comment>)) {
    let mut comments = desk.form.with_untracked(|form| form.comments.clone());
    change(&mut comments);
    desk.edit(FormEdit::Comments(comments));
}

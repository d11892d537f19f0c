//! Buttons, menus, dialogs, questions, messages.

use leptos::prelude::*;

use crate::ui::parts::avatar::{Avatar, AvatarSize};
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::{Button, ButtonKind, LinkButton};
use crate::ui::parts::dialog::{Choice, Confirm, Dialog, DialogShape};
use crate::ui::parts::field::{LockedField, TextField};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::{Menu, MenuItem, MoreMenu};
use crate::ui::parts::sections::{Section, SectionLook};
use crate::ui::parts::toast::{Toast, ToastAction, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::text::{said, say, texts, tr};

pub(super) fn buttons() -> AnyView {
    let n_pressed = RwSignal::new(0_u32);
    let pressed = Callback::new(move |()| n_pressed.update(|n| *n += 1));
    let menu = Signal::derive(move || {
        let m = &texts().gallery;
        vec![
            MenuItem::new(m.call, pressed).icon(Icon::Phone),
            MenuItem::new(m.postponed, pressed)
                .icon(Icon::Clock)
                .keys("Ctrl+F7"),
            MenuItem::new(m.blocked, pressed)
                .icon(Icon::Send)
                .blocked(Some(m.blocked_why.into())),
            MenuItem::new(m.danger, pressed)
                .icon(Icon::Delete)
                .danger()
                .rule(),
        ]
    });
    let why = Signal::derive(|| Some(texts().gallery.blocked_why.to_owned()));
    view! {
        <div class="cluster">
            <Button label=tr(|m| m.gallery.primary) kind=ButtonKind::Primary icon=Icon::Plus on_press=pressed />
            <Button label=tr(|m| m.gallery.normal) on_press=pressed />
            <Button label=tr(|m| m.gallery.call) icon=Icon::Phone on_press=pressed />
            <Button label=tr(|m| m.gallery.call) icon=Icon::Phone icon_only=true on_press=pressed />
            <Button label=tr(|m| m.gallery.quiet) kind=ButtonKind::Quiet on_press=pressed />
            <Button label=tr(|m| m.gallery.danger) kind=ButtonKind::Danger icon=Icon::Delete on_press=pressed />
            <Button label=tr(|m| m.parts.ok) kind=ButtonKind::Primary keys="Ctrl+Enter" on_press=pressed />
            <Button label=tr(|m| m.gallery.busy) kind=ButtonKind::Primary busy=true on_press=pressed />
            <Button label=tr(|m| m.gallery.busy) busy=true on_press=pressed />
            <Button label=tr(|m| m.gallery.blocked) blocked=why on_press=pressed />
            <LinkButton label=tr(|m| m.gallery.email) href="mailto:info@adatum.example" icon=Icon::Mail />
            <Menu label=tr(|m| m.gallery.export) items=menu icon=Icon::Download icon_only=false />
            <MoreMenu items=menu />
            <span class="faint figures">{n_pressed}</span>
        </div>
    }
    .into_any()
}

pub(super) fn dialogs() -> AnyView {
    let sheet = RwSignal::new(false);
    let centre = RwSignal::new(false);
    let question = RwSignal::new(false);
    let message = move |_| {
        let undo = ToastAction::new(said(|m| m.parts.undo.into()), || {});
        let open = ToastAction::new(said(|m| m.parts.open.into()), || {});
        show_toast(Toast {
            tone: Tone::Good,
            text: said(|m| m.gallery.toast_text.into()),
            actions: vec![open, undo],
        });
    };
    let failure = move |_| {
        show_toast(Toast {
            tone: Tone::Bad,
            text: said(|m| m.gallery.toast_error.into()),
            actions: Vec::new(),
        });
    };
    let resume = || view! { <Button label=tr(|m| m.gallery.resume) on_press=|_| () /> };
    let note_steps = move || {
        view! {
            {resume()}
            <Button label=tr(|m| m.gallery.quiet) kind=ButtonKind::Quiet on_press=|_| () />
        }
    };
    view! {
        <div class="stack">
            <div class="cluster">
                <Button label=tr(|m| m.gallery.sheet) on_press=move |_| sheet.set(true) />
                <Button label=tr(|m| m.gallery.centre) on_press=move |_| centre.set(true) />
                <Button label=tr(|m| m.gallery.confirm) on_press=move |_| question.set(true) />
                <Button label=tr(|m| m.gallery.toast) on_press=message />
                <Button label=tr(|m| m.gallery.failed) on_press=failure />
            </div>
            <Note actions=note_steps><strong>{tr(|m| m.gallery.draft)}</strong>" Adatum Oy"</Note>
            <Note tone=Tone::Warn actions=resume>{tr(|m| m.gallery.needs_look)}</Note>
            <Note tone=Tone::Bad>{tr(|m| m.gallery.toast_error)}</Note>
        </div>
        <Show when=move || sheet.get()>{sheet_dialog(sheet, question)}</Show>
        <Show when=move || centre.get()>{centre_dialog(centre)}</Show>
        <Show when=move || question.get()>{leave_question(question, sheet)}</Show>
    }
    .into_any()
}

fn sheet_dialog(open: RwSignal<bool>, question: RwSignal<bool>) -> AnyView {
    let text = RwSignal::new(say().gallery.description_value.to_owned());
    let ask = Callback::new(move |()| question.set(true));
    let ok = Callback::new(move |()| open.set(false));
    let footer = move || {
        view! {
            <Button label=tr(|m| m.parts.ok) kind=ButtonKind::Primary keys="Ctrl+Enter" on_press=ok />
            <Button label=tr(|m| m.parts.cancel) on_press=ask />
            <span class="dialog-note">{tr(|m| m.gallery.draft_kept)}</span>
        }
    };
    let summary = Signal::derive(|| Some(texts().gallery.summary.to_owned()));
    view! {
        <Dialog
            title=tr(|m| m.gallery.primary)
            subtitle="Adatum Oy · CT000012"
            shape=DialogShape::Sheet
            on_close=ask
            on_accept=ok
            footer=footer
        >
            <LockedField
                label=tr(|m| m.gallery.contact)
                value="Adatum Oy"
                mark=|| view! { <Avatar name="Adatum Oy" size=AvatarSize::Small /> }
            />
            {super::fields::templates(6)}
            <TextField label=tr(|m| m.gallery.description) value=text on_input=move |typed| text.set(typed) autofocus=true />
            {super::fields::contact_picker()}
            <Section title=tr(|m| m.gallery.more) summary=summary look=SectionLook::Fold>
                {super::fields::money_and_time()}
            </Section>
        </Dialog>
    }
    .into_any()
}

fn centre_dialog(open: RwSignal<bool>) -> AnyView {
    let close = Callback::new(move |()| open.set(false));
    let footer = move || {
        view! {
            <span class="spring"></span>
            <Button label=tr(|m| m.parts.cancel) on_press=close />
            <Button label=tr(|m| m.parts.ok) kind=ButtonKind::Primary on_press=close />
        }
    };
    view! {
        <Dialog title=tr(|m| m.gallery.centre) subtitle="SM00015" on_close=close on_accept=close footer=footer>
            {super::views::figures()}
            <Note tone=Tone::Warn>{tr(|m| m.gallery.needs_look)}</Note>
            {super::fields::checks()}
        </Dialog>
    }
    .into_any()
}

fn leave_question(open: RwSignal<bool>, sheet: RwSignal<bool>) -> AnyView {
    let leave = Callback::new(move |()| {
        open.set(false);
        sheet.set(false);
    });
    let stay = Callback::new(move |()| open.set(false));
    let choices = vec![
        Choice::new(tr(|m| m.gallery.postpone), ButtonKind::Primary, leave),
        Choice::new(tr(|m| m.gallery.quiet), ButtonKind::Danger, leave),
        Choice::new(tr(|m| m.gallery.keep_editing), ButtonKind::Normal, stay),
    ];
    view! {
        <Confirm
            question=tr(|m| m.gallery.confirm_question)
            detail=tr(|m| m.gallery.confirm_detail)
            choices=choices
            on_close=stay
        />
    }
    .into_any()
}

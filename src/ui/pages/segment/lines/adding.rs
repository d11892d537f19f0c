//! Contacts added by hand: chosen one after the other, and added together.

use super::LinesPage;
use crate::browser::clock;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, SegmentLineId};
use crate::domain::segment::line::SegmentLine;
use crate::domain::{Command, Table};
use crate::ui::cards::new_contact::making_contact;
use crate::ui::leaving::hold_back;
use crate::ui::lookups::{ContactLookup, contact_item, contact_key};
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::{Choice, Confirm, Dialog};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tone::Tone;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The dialog; `open` says that it is.
pub(super) fn adding(page: LinesPage, open: RwSignal<bool>) -> AnyView {
    view! { <Show when=move || open.get()>{dialog(page, open)}</Show> }.into_any()
}

/// What was chosen so far; each line has its id already, so pressing OK twice adds it once.
type Chosen = RwSignal<Vec<(SegmentLineId, ContactId)>>;

fn dialog(page: LinesPage, open: RwSignal<bool>) -> AnyView {
    let store = page.store;
    let contacts = ContactLookup::new(store);
    let chosen: Chosen = RwSignal::new(Vec::new());
    let busy = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let has_chosen = move || !chosen.try_with_untracked(Vec::is_empty).unwrap_or(true);
    hold_back(
        move |_| {
            let may = !has_chosen();
            asking.set(!may);
            may
        },
        has_chosen,
    );
    let pick = Callback::new(move |key: Option<String>| {
        if let Some(contact) = key.and_then(|key| contact_key(&key)) {
            chosen.update(|chosen| {
                if chosen.iter().all(|(_, known)| *known != contact) {
                    chosen.push((clock::new_id(), contact));
                }
            });
        }
    });
    let making = making_contact(store, move |id| pick.run(Some(id.to_string())));
    let close = Callback::new(move |()| {
        if has_chosen() {
            asking.set(true);
        } else {
            open.set(false);
        }
    });
    let discard = Callback::new(move |()| {
        chosen.update(Vec::clear);
        open.set(false);
    });
    let stay = Callback::new(move |()| asking.set(false));
    let add = Callback::new(move |()| {
        let lines = chosen.get_untracked();
        if lines.is_empty() || busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let outcome = store.run(Command::AddSegmentLines(page.id, lines)).await;
            busy.try_set(false);
            match outcome {
                Ok(done) => {
                    chosen.try_update(Vec::clear);
                    open.try_set(false);
                    tell(&done);
                }
                Err(trouble) => tell_trouble(&trouble),
            }
        });
    });
    let n = move || u32::try_from(chosen.read().len()).unwrap_or(u32::MAX);
    let none = Signal::derive(move || {
        (n() == 0).then(|| texts().segment_pages.choose_contact.to_string())
    });
    let footer = move || {
        view! {
            <Button
                label=tr(|m| m.parts.ok)
                kind=ButtonKind::Primary
                keys="Ctrl+Enter"
                busy=busy
                blocked=none
                on_press=add
            />
            <Button label=tr(|m| m.parts.cancel) on_press=close/>
        }
    };
    let counted = tr_with(move |m| (m.segment_pages.n_chosen)(n()));
    view! {
        <Dialog
            title=tr(|m| m.segment_pages.add_by_hand)
            on_close=close
            on_accept=add
            footer=footer
        >
            <div class="stack">
                <Picker
                    label=tr_with(|m| (m.terms.record)(Table::Contact).into())
                    selected=Signal::stored(None)
                    source=Callback::new(move |typed: String| contacts.offer(&typed))
                    on_pick=pick
                    on_new=making.ask
                    placeholder=tr(|m| m.create.contact_placeholder)
                    autofocus=true
                />
                {making.dialog()}
                <p class="muted" role="status">{counted}</p>
                <ul class="rows">
                    <For
                        each=move || chosen.get()
                        key=|(line, _)| *line
                        children=move |(line, contact)| row(page, chosen, line, contact)
                    />
                </ul>
            </div>
        </Dialog>
        <Show when=move || asking.get()>
            <Confirm
                question=tr(|m| m.segment_pages.discard_chosen)
                detail=tr(|m| m.segment_pages.discard_chosen_detail)
                choices=vec![
                    Choice::new(tr(|m| m.cards.keep_editing), ButtonKind::Normal, stay),
                    Choice::new(tr(|m| m.cards.discard_answer), ButtonKind::Danger, discard),
                ]
                on_close=stay
            />
        </Show>
    }
    .into_any()
}

/// A contact chosen, and whether it stands in the segment already.
fn row(page: LinesPage, chosen: Chosen, line: SegmentLineId, contact: ContactId) -> AnyView {
    let (item, stands) = page.store.peek(|records| {
        let row = records.get::<Contact>(contact);
        let mut lines = records.segments().lines_with(contact);
        let is_here = |id| {
            let line = records.get::<SegmentLine>(id);
            line.is_some_and(|line| line.segment == page.id)
        };
        (
            row.map(|row| contact_item(records, row)),
            lines.any(is_here),
        )
    });
    let item = item.unwrap_or_default();
    let name = item.label.clone();
    let label = tr_with(move |m| (m.segment_pages.leave_out)(&name));
    let remove = Callback::new(move |()| {
        chosen.update(|chosen| chosen.retain(|(each, _)| *each != line));
    });
    view! {
        <li class="row">
            <div class="row-text">
                <div class="row-title">{item.label}</div>
                <div class="row-detail">{item.detail}</div>
            </div>
            <div class="row-end cluster">
                {stands.then(|| view! {
                    <Badge text=tr_with(|m| m.segment_pages.stands_already.into()) tone=Tone::Warn/>
                })}
                <Button
                    label=label
                    kind=ButtonKind::Quiet
                    icon=Icon::Close
                    icon_only=true
                    on_press=remove
                />
            </div>
        </li>
    }
    .into_any()
}

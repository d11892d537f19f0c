//! Apply Mailing Group: gives the contacts of a segment a mailing group.

use crate::domain::classification::{ClassKey, ClassKind, Group};
use crate::domain::id::{ContactId, MailingGroupId, SegmentId};
use crate::domain::segment::line::SegmentLine;
use crate::domain::{Command, Field, Records, Table};
use crate::ui::cards::classes::{class_item, offered};
use crate::ui::cards::reading::parsed_id;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field_choice::CheckField;
use crate::ui::parts::picker::Picker;
use crate::ui::store::Store;
use crate::ui::tell::{sentence, tell, tell_trouble};
use crate::ui::text::{say, texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// The tables that tell who is in a group and who in the segment.
const TABLES: &[Table] = &[Table::SegmentLine, Table::Membership, Table::Contact];

pub(super) fn group_dialog(store: Store, segment: SegmentId, close: Callback<()>) -> AnyView {
    let chosen = RwSignal::new(None::<MailingGroupId>);
    let only_these = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let selected = Signal::derive(move || {
        let id = chosen.get()?;
        store.read(&[Table::MailingGroup], |records| {
            records
                .class(ClassKey::MailingGroup(id))
                .map(|row| class_item(&row))
        })
    });
    let offer = Callback::new(move |typed: String| {
        let of = ClassKind::MailingGroup;
        store.peek(|records| offered(records, of, &typed, &[]))
    });
    let pick = Callback::new(move |key: Option<String>| {
        wrong.set(None);
        chosen.set(key.and_then(|key| parsed_id(&key)));
    });
    let text = Callback::new(move |_| wrong.set(Some(say().cards.no_such.into())));
    let change = Memo::new(move |_| {
        let (id, only_these) = (chosen.get()?, only_these.get());
        let (n_in, n_out) = store.read(TABLES, |records| change(records, segment, id));
        Some((n_in, if only_these { n_out } else { 0 }))
    });
    let accept = Callback::new(move |()| {
        if busy.get_untracked() || wrong.with_untracked(Option::is_some) {
            return;
        }
        let Some(group) = chosen.get_untracked() else {
            wrong.set(Some(say().criteria_pages.choose_group.into()));
            return;
        };
        busy.set(true);
        let command = Command::ApplyMailingGroup(segment, group, only_these.get_untracked());
        spawn_local(async move {
            let outcome = store.run(command).await;
            busy.try_set(false);
            match outcome {
                Ok(done) => {
                    tell(&done);
                    close.try_run(());
                }
                Err(trouble) => {
                    if wrong.try_set(Some(sentence(&trouble))).is_some() {
                        tell_trouble(&trouble);
                    }
                }
            }
        });
    });
    let footer = move || {
        view! {
            <Button
                label=tr(|m| m.parts.ok)
                kind=ButtonKind::Primary
                keys="Ctrl+Enter"
                busy=busy
                on_press=accept
            />
            <Button label=tr(|m| m.parts.cancel) on_press=close/>
        }
    };
    let told = move || {
        let (n_in, n_out) = change.get()?;
        Some((texts().criteria_pages.group_change)(n_in, n_out))
    };
    view! {
        <Dialog
            title=tr(|m| m.criteria_pages.apply_group)
            on_close=close
            on_accept=accept
            footer=footer
        >
            <p class="muted">{tr(|m| m.criteria_pages.group_detail)}</p>
            <Picker
                label=tr(|m| (m.terms.field)(Field::MailingGroup))
                selected=selected
                source=offer
                on_pick=pick
                on_text=text
                error=wrong
                required=true
                autofocus=true
            />
            <CheckField
                label=tr(|m| m.criteria_pages.only_these)
                checked=only_these
                on_change=Callback::new(move |on| only_these.set(on))
                hint=tr_with(|m| m.criteria_pages.only_these_hint.into())
            />
            <p role="status">{told}</p>
        </Dialog>
    }
    .into_any()
}

/// How many contacts of the segment are not in the group yet, and how many others are.
fn change(records: &Records, segment: SegmentId, group: MailingGroupId) -> (u32, u32) {
    let lines = records.segments().lines(segment);
    let contacts: BTreeSet<ContactId> = lines
        .filter_map(|id| records.get::<SegmentLine>(id)?.contact)
        .collect();
    let members: BTreeSet<ContactId> = records.classes().members(Group::Mailing(group)).collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (
        count(contacts.difference(&members).count()),
        count(members.difference(&contacts).count()),
    )
}

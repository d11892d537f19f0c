//! From a card to the one before or after it: in the order in which its list was shown last, or in order
//! of creation when it was not opened from there.

use super::closing::once_handed_over;
use crate::domain::Records;
use crate::domain::change::Record;
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::keys;
use crate::ui::lists::rows::{id_of, key_of};
use crate::ui::lists::trail;
use crate::ui::navigate::replace;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::icon::Icon;
use crate::ui::route::{Page, Route};
use crate::ui::screen;
use crate::ui::store::Store;
use crate::ui::text::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// The buttons, known by their keys on the card in whose view this is called. `list` is the name of its
/// list, `card` the page of a record. Back leads to the list, not through all that was walked by. A phone
/// has no room for the buttons; it finds both in Search or jump.
pub fn neighbours<R>(store: Store, id: R::Id, list: &'static str, card: fn(&R) -> Page) -> AnyView
where
    R: Record<Id: Into<Uuid> + From<Uuid> + Send + Sync>,
{
    let step = move |back: bool| {
        let found = move |records: &Records| {
            let next = next_to::<R>(records, id, list, back)?;
            Some(card(records.get::<R>(next)?))
        };
        let go = Callback::new(move |()| {
            once_handed_over(move || {
                if let Some(page) = store.peek(found) {
                    replace(Route::to(page));
                }
            });
        });
        let is_end =
            Memo::new(move |_| store.read(&[R::TABLE], |records| found(records).is_none()));
        let why_not = Signal::derive(move || {
            let keys = &texts().keys;
            let text = if back { keys.is_first } else { keys.is_last };
            is_end.get().then(|| text.to_string())
        });
        let name = move |m: &'static Messages| match back {
            true => m.keys.previous.to_string(),
            false => m.keys.next.to_string(),
        };
        let (icon, keys) = match back {
            true => (Icon::ChevronUp, keys::PREVIOUS),
            false => (Icon::ChevronDown, keys::NEXT),
        };
        let action = Action::new(name, go).icon(icon).keys(keys);
        register(action.kind(ButtonKind::Quiet).blocked(why_not))
    };
    let (before, after) = (step(true), step(false));
    view! {
        <Show when=move || !screen::is_phone()>{before.icon_button()} {after.icon_button()}</Show>
    }
    .into_any()
}

fn next_to<R>(records: &Records, id: R::Id, list: &str, back: bool) -> Option<R::Id>
where
    R: Record<Id: Into<Uuid> + From<Uuid>>,
{
    let is_there = |key| records.get::<R>(id_of(key)).is_some();
    if let Some(found) = trail::beside(list, key_of(id), back, is_there) {
        return found.map(id_of);
    }
    let mut ids = records.all::<R>().map(|row| row.id());
    match back {
        true => ids.rev().skip_while(|each| *each != id).nth(1),
        false => {
            ids.find(|each| *each == id)?;
            ids.next()
        }
    }
}

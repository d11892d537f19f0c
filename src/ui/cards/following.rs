//! The record that the address names, followed by its id: a card stays open when its number
//! changes, and the address takes the new one.

use crate::domain::Records;
use crate::domain::change::Record;
use crate::ui::navigate::{current_route, rename_page, route_part};
use crate::ui::route::Page;
use crate::ui::store::Store;
use leptos::prelude::*;
use std::sync::Arc;

/// How a kind of record stands in addresses.
pub struct Addressed<R: Record, C> {
    /// The number or code in a page's address, if it is one of these pages.
    pub code_in: fn(&Page) -> Option<&C>,
    /// The record with this number or code.
    pub find: fn(&Records, &C) -> Option<R::Id>,
    /// The number or code of a record.
    pub code_of: fn(&R) -> &C,
    /// The page of a record.
    pub page: fn(C) -> Page,
}

/// The id of the record that the address names; none when there is none, or no more.
pub fn followed<R, C>(store: Store, how: &'static Addressed<R, C>) -> Memo<Option<R::Id>>
where
    R: Record<Id: Send + Sync> + Send + Sync,
    C: Clone + PartialEq + Send + Sync + 'static,
{
    let code = route_part(|route| (how.code_in)(&route.page).cloned());
    let found = Memo::new(move |before: Option<&Option<(C, R::Id)>>| {
        let code = code.get()?;
        let before = before.and_then(Option::as_ref);
        let kept = before
            .filter(|(known, _)| *known == code)
            .map(|(_, id)| *id);
        store.read(&[R::TABLE], |records| {
            let lives = |id: &R::Id| records.get::<R>(*id).is_some();
            let id = match kept {
                Some(id) => Some(id).filter(lives),
                None => (how.find)(records, &code),
            };
            id.map(|id| (code, id))
        })
    });
    let id = Memo::new(move |_| found.with(|found| found.as_ref().map(|(_, id)| *id)));
    let row = Memo::new(move |_| {
        let id = id.get()?;
        store.read(&[R::TABLE], |records| records.get::<R>(id).map(Arc::clone))
    });
    Effect::new(move |_| {
        let Some(row) = row.get() else { return };
        let now = (how.code_of)(&row);
        let is_other = |shown: &C| shown != now;
        if (how.code_in)(&current_route().page).is_some_and(is_other) {
            rename_page((how.page)(now.clone()));
        }
    });
    id
}

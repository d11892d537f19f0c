//! Leaving: what open forms say when the user goes elsewhere, or closes the tab.
//!
//! A form that holds something typed registers here for as long as it is shown. Before the address
//! changes each is asked; one that says no asks the user in turn, and goes on with the way it was
//! given once it is told so. The browser's own question, when the tab is closed or reloaded, is put
//! only while something typed is stored nowhere yet.

use super::route::Route;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Where the user wanted to go when a form held them back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// So many steps through the history of the tab: back is −1.
    Steps(i32),
    /// To an address that has not been gone to yet.
    To(Route),
}

/// What a form says.
#[derive(Clone)]
struct OpenForm {
    id: u32,
    may_leave: Rc<dyn Fn(Way) -> bool>,
    is_unkept: Rc<dyn Fn() -> bool>,
}

thread_local! {
    static FORMS: RefCell<Vec<OpenForm>> = const { RefCell::new(Vec::new()) };
    static LAST_ID: Cell<u32> = const { Cell::new(0) };
}

/// Registers the form in whose view this is called, until that view goes.
///
/// `may_leave`: the user wants to go the given way. False: not yet; the form asks, and goes on by
/// [`super::navigate::go_on`] when it is told to. `is_unkept`: something typed is stored nowhere
/// yet, and would be lost with the tab.
pub fn hold_back(
    may_leave: impl Fn(Way) -> bool + 'static,
    is_unkept: impl Fn() -> bool + 'static,
) {
    let id = LAST_ID.get() + 1;
    LAST_ID.set(id);
    let form = OpenForm {
        id,
        may_leave: Rc::new(may_leave),
        is_unkept: Rc::new(is_unkept),
    };
    FORMS.with_borrow_mut(|forms| forms.push(form));
    on_cleanup(move || FORMS.with_borrow_mut(|forms| forms.retain(|form| form.id != id)));
}

/// True if no form holds the user back. The form opened last is asked first, and only one asks.
pub(super) fn may_leave(way: &Way) -> bool {
    let forms = open_forms();
    forms.iter().rev().all(|form| (form.may_leave)(way.clone()))
}

/// True while something typed is stored nowhere yet. All are asked: a form may use the occasion to
/// send what it has.
pub(super) fn is_something_unkept() -> bool {
    let unkept = open_forms()
        .iter()
        .filter(|form| (form.is_unkept)())
        .count();
    unkept > 0
}

/// Those open now: asking one may open or close another.
fn open_forms() -> Vec<OpenForm> {
    FORMS.with_borrow(Clone::clone)
}

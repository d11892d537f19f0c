//! Forgetting contacts that were erased, here or in another tab: what the page itself still holds about them.

use super::Store;
use super::undoing::Discarded;
use crate::domain::Table;
use crate::domain::interaction::form::InteractionForm;
use crate::ui::parts::toast::forget_undos;
use leptos::prelude::*;

impl Store {
    /// Lets go of drafts about contacts that were erased, kept ones and thrown away ones. Nothing from before can be
    /// taken back any more, so no message offers it.
    pub(super) fn forget_erased(self) {
        let Some(inner) = self.inner.try_get_value() else {
            return;
        };
        let records = inner.records.clone();
        if records.borrow().count(Table::ErasedContact) == 0 {
            return;
        }
        let stays = move |form: &InteractionForm| !records.borrow().is_erased(form.contact);
        inner.next_drafts.borrow_mut().retain(&stays);
        inner
            .left_by_undo
            .borrow_mut()
            .retain(|(_, form)| stays(form));
        let is_gone = match &*inner.discarded.borrow() {
            Discarded::Away(form) | Discarded::Back(form) => !stays(form),
            Discarded::Nothing => false,
        };
        if is_gone {
            inner.discarded.replace(Discarded::Nothing);
        }
        self.drafts
            .try_update(|drafts| drafts.retain(|draft| stays(&draft.form)));
        forget_undos();
    }
}

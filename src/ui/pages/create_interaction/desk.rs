//! What the form's pieces share: the form, what is wrong with it, and how it is sent.

use super::fields;
use crate::book::RunError;
use crate::browser::clock;
use crate::domain::interaction::form::{FormEdit, InteractionForm};
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::{Command, Field, Records, Refusal, Table};
use crate::ui::navigate::close_sheet;
use crate::ui::parts::entry::focus_field;
use crate::ui::parts::unread::Unread;
use crate::ui::store::Store;
use crate::ui::tell::{at_field, tell, tell_trouble};
use crate::ui::text::language;
use crate::ui::undo::tell_discarded;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What the form's pieces share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub store: Store,
    pub form: RwSignal<InteractionForm>,
    /// The user has changed something since the form was opened.
    pub touched: RwSignal<bool>,
    /// Why the last edit or OK was refused.
    pub trouble: RwSignal<Option<RunError>>,
    pub busy: RwSignal<bool>,
    pub asking: RwSignal<bool>,
    /// The form was finished, postponed or discarded: nothing of it is left to keep.
    pub ended: StoredValue<bool>,
    /// Fields that show something else than the form holds.
    pub unread: Unread,
}

impl Desk {
    /// Makes one change, and keeps the form as a draft.
    ///
    /// While the form is being sent nothing changes any more: it would not be part of what is saved.
    pub fn edit(self, edit: FormEdit) {
        if self.busy.try_get_untracked().unwrap_or(true) {
            return;
        }
        let result = self
            .form
            .try_update(|form| self.store.peek(|records| form.edit(records, edit)));
        match result {
            Some(Ok(())) => {
                self.trouble.set(None);
                self.touched.set(true);
                self.store.keep_draft(self.form.get_untracked());
            }
            Some(Err(refusal)) => self.trouble.set(Some(RunError::Refused(refusal))),
            // The form is closed: the edit of a field that was left by closing it.
            None => {}
        }
    }

    /// What is wrong with a field.
    pub fn problem(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || {
            // Read inside, so that the sentence follows the language.
            let _ = language();
            let refused = self
                .trouble
                .with(|trouble| at_field(trouble.as_ref()?, field));
            refused.or_else(|| {
                let typed = |records: &Records| self.form.with(|form| form.problem(records, field));
                at_field(&RunError::Refused(self.store.peek(typed)?), field)
            })
        })
    }

    /// Came with the opener, and cannot be changed as long as its record exists.
    pub fn is_locked(self, lock: fn(&InteractionForm, &Records) -> bool) -> Memo<bool> {
        const TABLES: &[Table] = &[Table::Contact, Table::Salesperson];
        self.store.memo(TABLES, move |records| {
            self.form.with(|form| lock(form, records))
        })
    }

    pub fn template(self, records: &Records) -> Option<std::sync::Arc<InteractionTemplate>> {
        let id = self.form.with(|form| form.template)?;
        records.get::<InteractionTemplate>(id).cloned()
    }

    pub fn finish(self) {
        self.send(|form| Command::FinishInteraction(Box::new(form)));
    }

    pub fn postpone(self) {
        self.asking.set(false);
        self.send(|form| Command::PostponeInteraction(Box::new(form)));
    }

    fn send(self, command: impl FnOnce(InteractionForm) -> Command) {
        // What is seen is what is sent: a text that no field could take comes first.
        if self.busy.get_untracked() || self.unread.focus_first() {
            return;
        }
        self.busy.set(true);
        let command = command(self.form.get_untracked());
        spawn_local(async move {
            let outcome = self.store.run(command).await;
            self.busy.try_set(false);
            match outcome {
                Ok(done) => {
                    self.close();
                    tell(&done);
                }
                Err(trouble) => self.show(trouble),
            }
        });
    }

    fn show(self, trouble: RunError) {
        if let RunError::Refused(Refusal {
            field: Some(field), ..
        }) = &trouble
        {
            // Once the field shows its error, and a folded part has opened.
            let name = fields::name(*field);
            request_animation_frame(move || focus_field(name));
        }
        if self.trouble.try_set(Some(trouble.clone())).is_some() {
            // The form is no longer there to show it.
            tell_trouble(&trouble);
        }
    }

    /// Keeps what is filled in as a new interaction, and ends the draft of the old one.
    pub fn go_on_as_new(self) {
        let before = self.form.with_untracked(|form| form.entry);
        self.form.update(|form| form.go_on_as_new(clock::new_id()));
        self.trouble.set(None);
        self.touched.set(true);
        self.store.drop_draft(before);
        self.store.keep_draft(self.form.get_untracked());
    }

    pub fn discard(self) {
        self.asking.set(false);
        if self.busy.get_untracked() {
            return;
        }
        let form = self.form.get_untracked();
        // Opened and not touched, there is no draft to throw away.
        if self.touched.get_untracked() {
            self.store.discard_draft(form.clone());
            tell_discarded(self.store, form);
        }
        self.close();
    }

    /// Cancel, Esc and the X: asks, unless there is nothing to lose. Waits for an OK under way.
    pub fn leave(self) {
        if self.busy.get_untracked() {
            return;
        }
        if self.touched.get_untracked() || self.unread.is_some() {
            self.asking.set(true)
        } else {
            self.close()
        }
    }

    /// Takes the form away; one that the user has left meanwhile is gone already, and what the
    /// address asks for now is not ours.
    fn close(self) {
        if self.ended.try_update_value(|ended| *ended = true).is_some() {
            close_sheet();
        }
    }
}

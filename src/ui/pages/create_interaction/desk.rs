//! What the form's pieces share: the form, what is wrong with it, and how it is sent.

use super::fields;
use crate::book::RunError;
use crate::browser::clock;
use crate::domain::id::LogEntryId;
use crate::domain::interaction::form::{FormEdit, InteractionForm};
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::{Command, Field, Records, Refusal, Table};
use crate::ui::leaving::Way;
use crate::ui::navigate::{close_sheet, current_route, go_on, replace};
use crate::ui::parts::frame::focus_field;
use crate::ui::parts::unread::Unread;
use crate::ui::route::Sheet;
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
    /// Where the user wanted to go when the form asked.
    pub way: StoredValue<Option<Way>>,
    /// The form was finished, postponed or discarded: nothing of it is left to keep.
    pub ended: StoredValue<bool>,
    /// The entry whose form is shown, whatever address it was opened under.
    pub shown: StoredValue<Option<LogEntryId>>,
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
                self.keep();
            }
            Some(Err(refusal)) => self.trouble.set(Some(RunError::Refused(refusal))),
            // The form is closed: the edit of a field that was left by closing it.
            None => {}
        }
    }

    /// Follows a text that is still being typed. Whether it may stay so is said when the field is left.
    pub fn follow(self, edit: FormEdit) {
        let before = self.form.get_untracked();
        let mut form = before.clone();
        let followed = self.store.peek(|records| form.edit(records, edit)).is_ok();
        if followed && form != before && !self.busy.get_untracked() {
            self.form.set(form);
            self.keep();
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
        if self.busy.get_untracked() {
            return;
        }
        if self.unread.focus_first() {
            self.way.set_value(None);
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
                Err(trouble) => {
                    self.way.try_set_value(None);
                    self.show(trouble);
                }
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
        self.store.drop_draft(before);
        self.keep();
    }

    /// Keeps the form as a draft, under whose address a reload finds it again.
    fn keep(self) {
        self.touched.set(true);
        let form = self.form.get_untracked();
        let (entry, is_new) = (form.entry, form.resumes.is_none());
        self.store.keep_draft(form);
        let sheet = Sheet::Draft(entry.to_string());
        let route = current_route();
        if is_new && route.sheet.as_ref() != Some(&sheet) {
            self.shown.set_value(Some(entry));
            replace(route.with(sheet));
        }
    }

    /// Something typed would be lost with the tab.
    pub fn is_unkept(self) -> bool {
        let entry = self.form.try_with_untracked(|form| form.entry);
        let touched = self.touched.try_get_untracked().unwrap_or(false);
        let kept = !entry.is_some_and(|entry| self.store.is_keeping_draft(entry))
            && !self.store.is_in_memory();
        (touched && !kept) || self.unread.is_some()
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
        if self.has_something_to_lose() {
            self.way.set_value(None);
            self.asking.set(true)
        } else {
            self.close()
        }
    }

    /// Back, a link, a typed address: asks like Cancel, and goes on there afterwards. False: not
    /// yet. What an OK under way sends is not lost.
    pub fn may_leave(self, way: Way) -> bool {
        let is_over = self.ended.try_get_value().unwrap_or(true);
        if is_over || self.busy.get_untracked() || !self.has_something_to_lose() {
            return true;
        }
        self.way.set_value(Some(way));
        self.asking.set(true);
        false
    }

    fn has_something_to_lose(self) -> bool {
        self.touched.get_untracked() || self.unread.is_some()
    }

    /// The answer is to stay.
    pub fn stay(self) {
        self.way.set_value(None);
        self.asking.set(false);
    }

    /// Takes the form away, and goes where the user wanted to; one that the user has left meanwhile
    /// is gone already, and what the address asks for now is not ours.
    fn close(self) {
        if self.ended.try_update_value(|ended| *ended = true).is_some() {
            let way = self.way.try_get_value().flatten();
            close_sheet();
            if let Some(way) = way {
                go_on(way);
            }
        }
    }
}

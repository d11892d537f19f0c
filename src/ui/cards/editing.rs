//! A stored record, open: each field is saved when it is left.
//!
//! An edit carries the revision at which the user began to type over the field's value, so that what
//! another tab wrote meanwhile is never overwritten unseen (`held.rs`). Edits of one card are sent
//! one after the other: the next one builds on what the last one wrote. What was typed and not left
//! when the page goes is sent too.

use super::asking::{Asker, Sending};
use super::bound::Bound;
use super::held::{Held, Seen, seen_by};
use super::options::key_of;
use super::reading::{self, Edits, Reading, flag_text};
use crate::book::RunError;
use crate::domain::change::Record;
use crate::domain::editable::Editable;
use crate::domain::id::Single;
use crate::domain::segment::question::{Answer, Question};
use crate::domain::setup::MarketingSetup;
use crate::domain::values::{Minutes, Money};
use crate::domain::{Command, Field, Reason, Records, Revision};
use crate::language::explain;
use crate::ui::parts::toast::{Toast, show_toast_at};
use crate::ui::parts::tone::Tone;
use crate::ui::store::{Done, Store};
use crate::ui::tell::{at_field, sentence, tell_notices, tell_trouble};
use crate::ui::text::{Said, said, say, texts};
use crate::ui::undo::undo_action;
use chrono::NaiveDate;
use futures::lock::Mutex;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::fmt::Display;
use std::rc::Rc;
use std::sync::Arc;
use uuid::Uuid;

/// A record that a card can hold open.
pub trait Open:
    Editable<Id: Send + Sync, Edit: Clone + Send + Sync + 'static> + Send + Sync
{
}
impl<R> Open for R where
    R: Editable<Id: Send + Sync, Edit: Clone + Send + Sync + 'static> + Send + Sync
{
}

/// A stored record whose fields are being edited. Cheap to copy.
pub struct Editing<R: Open> {
    store: Store,
    id: R::Id,
    get: fn(&Records, R::Id) -> Option<Arc<R>>,
    sending: Sending<R>,
    turn: StoredValue<Rc<Mutex<()>>, LocalStorage>,
}

impl<R: Open> Clone for Editing<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R: Open> Copy for Editing<R> {}

/// An edit on its way.
struct Sent<E> {
    field: Field,
    /// What it is called, where that is not the field's own name.
    name: Option<Signal<String>>,
    edit: E,
    /// What the field says now.
    now: Arc<dyn Fn() -> Seen + Send + Sync>,
    held: Held,
    /// The text, if it was typed: what was chosen replaces what is on the screen.
    typed: Option<Typed>,
    error: RwSignal<Option<String>>,
}

/// A typed text on its way.
struct Typed {
    text: String,
    /// What it was typed over, in case the page is gone when the edit has its turn.
    over: Option<Seen>,
}

impl Editing<MarketingSetup> {
    /// The marketing setup, which is there even before it is first changed.
    pub fn setup(store: Store) -> Self {
        Self::open(
            store,
            Single,
            |records, _| Some(records.setup()),
            Sending::AtOnce(|_, seen, edit| Command::EditSetup(seen, edit)),
        )
    }
}

impl<R: Open> Editing<R> {
    /// A record by its id; `command` is the variant that edits it.
    pub fn new(store: Store, id: R::Id, command: fn(R::Id, Revision, R::Edit) -> Command) -> Self {
        let get = |records: &Records, id| records.get::<R>(id).cloned();
        Self::open(store, id, get, Sending::AtOnce(command))
    }

    /// A record whose edits may ask something first, on a page that shows the asker's dialog.
    /// `command` is sent with the answer; canceled, nothing changes.
    pub fn asking(
        store: Store,
        id: R::Id,
        command: fn(R::Id, Revision, R::Edit, Answer) -> Command,
        question: fn(&Records, R::Id, &R::Edit) -> Option<Question>,
        asker: Asker,
    ) -> Self {
        let get = |records: &Records, id| records.get::<R>(id).cloned();
        let sending = Sending::Asks {
            command,
            question,
            asker,
        };
        Self::open(store, id, get, sending)
    }

    fn open(
        store: Store,
        id: R::Id,
        get: fn(&Records, R::Id) -> Option<Arc<R>>,
        sending: Sending<R>,
    ) -> Self {
        Self {
            store,
            id,
            get,
            sending,
            turn: StoredValue::new_local(Rc::new(Mutex::new(()))),
        }
    }

    /// The id of the record.
    pub fn id(self) -> R::Id {
        self.id
    }

    /// The revision of the record as it is now: for commands on the record as a whole.
    pub fn revision(self) -> Revision {
        let key = R::key(self.id);
        let revision = self.store.peek(|records| records.revision_of(&key));
        revision.unwrap_or_default()
    }

    /// Something of the record, followed. Once the record is gone it stays what it was.
    pub fn read<T: Clone + Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&R) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |before: Option<&T>| {
            let row = self.store.read(&[<R as Record>::TABLE], |records| {
                (self.get)(records, self.id)
            });
            match row {
                Some(row) => read(&row),
                None => before.cloned().unwrap_or_default(),
            }
        })
    }

    /// A line of text.
    pub fn line(
        self,
        field: Field,
        read: impl Fn(&R) -> String + Send + Sync + 'static,
        edit: impl Edits<String, R::Edit>,
    ) -> Bound {
        self.bind(field, read, reading::line(edit))
    }

    /// A number or a code.
    pub fn code(
        self,
        field: Field,
        read: impl Fn(&R) -> String + Send + Sync + 'static,
        edit: impl Edits<String, R::Edit>,
    ) -> Bound {
        self.bind(field, read, reading::code(edit))
    }

    /// An amount of money.
    pub fn money(
        self,
        field: Field,
        read: impl Fn(&R) -> Money + Send + Sync + 'static,
        edit: impl Edits<Money, R::Edit>,
    ) -> Bound {
        let shown = move |row: &R| texts().format.amount(read(row));
        self.bind(field, shown, reading::money(self.store, edit))
    }

    /// A duration.
    pub fn minutes(
        self,
        field: Field,
        read: impl Fn(&R) -> Minutes + Send + Sync + 'static,
        edit: impl Edits<Minutes, R::Edit>,
    ) -> Bound {
        let shown = move |row: &R| texts().format.count(read(row).0.into());
        self.bind(field, shown, reading::minutes(edit))
    }

    /// A whole number.
    pub fn count(
        self,
        field: Field,
        read: impl Fn(&R) -> u32 + Send + Sync + 'static,
        edit: impl Edits<u32, R::Edit>,
    ) -> Bound {
        let shown = move |row: &R| texts().format.count(read(row).into());
        self.bind(field, shown, reading::count(edit))
    }

    /// A date, or none.
    pub fn date(
        self,
        field: Field,
        read: impl Fn(&R) -> Option<NaiveDate> + Clone + Send + Sync + 'static,
        edit: impl Edits<Option<NaiveDate>, R::Edit>,
    ) -> Bound {
        let iso = {
            let read = read.clone();
            self.read(move |row| read(row).map_or_else(String::new, |date| date.to_string()))
        };
        let shown = move |row: &R| {
            let format = &texts().format;
            read(row).map_or_else(String::new, |date| format.date(date))
        };
        Bound {
            iso: iso.into(),
            ..self.bind(field, shown, reading::date(self.store, edit))
        }
    }

    /// One of a list of values, or none.
    pub fn value<T: Copy + PartialEq + Send + Sync + 'static>(
        self,
        field: Field,
        all: &'static [T],
        read: impl Fn(&R) -> Option<T> + Send + Sync + 'static,
        edit: impl Edits<Option<T>, R::Edit>,
    ) -> Bound {
        let shown = move |row: &R| key_of(all, read(row));
        self.bind(field, shown, reading::value(all, edit))
    }

    /// Another record by its id, or none.
    pub fn record<I: From<Uuid> + Display + 'static>(
        self,
        field: Field,
        read: impl Fn(&R) -> Option<I> + Send + Sync + 'static,
        edit: impl Edits<Option<I>, R::Edit>,
    ) -> Bound {
        let shown = move |row: &R| read(row).map_or_else(String::new, |id| id.to_string());
        self.bind(field, shown, reading::record(edit))
    }

    /// On or off.
    pub fn flag(
        self,
        field: Field,
        read: impl Fn(&R) -> bool + Send + Sync + 'static,
        edit: impl Edits<bool, R::Edit>,
    ) -> Bound {
        let shown = move |row: &R| flag_text(read(row)).to_string();
        self.bind(field, shown, reading::flag(edit))
    }

    /// A field by how it is shown and how it is read.
    pub fn bind(
        self,
        field: Field,
        shown: impl Fn(&R) -> String + Send + Sync + 'static,
        reading: Reading<R::Edit>,
    ) -> Bound {
        let shown = Arc::new(shown);
        let value = {
            let shown = shown.clone();
            self.read(move |row| shown(row))
        };
        let now: Arc<dyn Fn() -> Seen + Send + Sync> = Arc::new(move || {
            let row = self.store.peek(|records| (self.get)(records, self.id));
            let text = row.map_or_else(String::new, |row| untrack(|| shown(&row)));
            (text, self.revision())
        });
        let held = Held::new();
        let named = StoredValue::new(None::<Signal<String>>);
        let error = RwSignal::new(None::<String>);
        let check = {
            let reading = reading.clone();
            move |text: String| reading(&text).map(|(shown, _)| shown)
        };
        let typed = {
            let now = now.clone();
            move |text: String| held.typed(text, now())
        };
        let send = Arc::new(move |text: String, is_typed: bool| {
            let (before, _) = now();
            if text == before {
                held.end();
                error.try_set(None);
                return;
            }
            match reading(&text) {
                Err(sentence) => drop(error.try_set(Some(sentence))),
                Ok(_) if is_typed && !held.sends(&text) => {}
                Ok((_, edit)) => self.send(Sent {
                    field,
                    name: named.try_get_value().flatten(),
                    edit,
                    now: now.clone(),
                    held,
                    typed: is_typed.then(|| Typed {
                        text,
                        over: held.over(),
                    }),
                    error,
                }),
            }
        });
        let (commit, pick, leave) = (send.clone(), send.clone(), send);
        on_cleanup(move || {
            if let Some(text) = held.text().filter(|_| held.over().is_some()) {
                leave(text, true);
            }
        });
        Bound {
            on_input: Callback::new(typed),
            on_commit: Callback::new(move |text| commit(text, true)),
            on_give_up: Some(Callback::new(move |()| {
                held.end();
                error.set(None);
            })),
            on_pick: Callback::new(move |key| pick(key, false)),
            named,
            ..Bound::new(field, held.shown(value), error.into(), Callback::new(check))
        }
    }

    /// Sends edits that no field stands for, such as adding a line: all of them or none. Refusals
    /// become toasts.
    pub fn apply(self, edits: Vec<R::Edit>) {
        let turn = self.turn.get_value();
        spawn_local(async move {
            let _turn = turn.lock().await;
            let seen = self.revision();
            let command = |edit| self.sending.command(self.id, seen, edit, Answer::Yes);
            let all = edits.into_iter().map(command).collect();
            match self.store.run(Command::All(all)).await {
                Ok(done) => tell_saved(done, said(|m| m.cards.saved_all.into())),
                Err(trouble) => tell_trouble(&trouble),
            }
        });
    }

    fn send(self, sent: Sent<R::Edit>) {
        let turn = self.turn.get_value();
        spawn_local(async move {
            let _turn = turn.lock().await;
            let (now, held) = ((sent.now)(), sent.held);
            let seen = match &sent.typed {
                Some(typed) => seen_by(held.over().or(typed.over.clone()).as_ref(), &now),
                None => now.1,
            };
            let answer = self.sending.answer(self.store, self.id, &sent.edit).await;
            let Some(answer) = answer else {
                if let Some(typed) = &sent.typed {
                    held.answered(&typed.text);
                }
                sent.error.try_set(None);
                held.back();
                return;
            };
            let command = self.sending.command(self.id, seen, sent.edit, answer);
            let outcome = self.store.run(command).await;
            if let Some(typed) = &sent.typed {
                held.answered(&typed.text);
            }
            let after = (sent.now)();
            match outcome {
                Ok(done) => {
                    sent.error.try_set(None);
                    let was_written = after.1 != now.1;
                    if let Some(Typed { text, .. }) = sent.typed {
                        held.saved(&text, after);
                    }
                    if was_written {
                        let (field, name) = (sent.field, sent.name);
                        let text = said(move |m| {
                            // A name of its own is gone with the page.
                            let own = name.and_then(|name| name.try_get());
                            let name = own.unwrap_or_else(|| (m.terms.field)(field).into());
                            (m.cards.saved)(&name)
                        });
                        tell_saved(done, text);
                    } else {
                        tell_notices(&done.notices);
                    }
                }
                Err(trouble) => {
                    if sent.typed.is_some() {
                        held.told();
                    }
                    let is_refused = matches!(trouble, RunError::Refused(_));
                    let sentence = said_at(&trouble, sent.field, &after.0);
                    // Once the page is gone there is no field to write it at.
                    let is_gone = sent.error.try_set(Some(sentence)).is_some();
                    if is_gone || !is_refused {
                        tell_trouble(&trouble);
                    }
                }
            }
        });
    }
}

/// Says that a change of a record was saved, and offers to take it back.
pub fn tell_saved(done: Done, text: Said) {
    tell_notices(&done.notices);
    let toast = Toast {
        tone: Tone::Good,
        text,
        actions: done.undo.map(undo_action).into_iter().collect(),
    };
    show_toast_at("saved", toast);
}

/// What to write at the field that was edited, whose value is now `value`.
fn said_at(trouble: &RunError, field: Field, value: &str) -> String {
    match trouble {
        RunError::Refused(refusal) if refusal.reason == Reason::ChangedMeanwhile => {
            let m = say();
            let value = if value.is_empty() {
                m.terms.blank
            } else {
                value
            };
            let why = explain::reason(m, refusal);
            format!("{why} {}", (m.cards.value_is_now)(value))
        }
        RunError::Refused(refusal) if refusal.field.is_none() => explain::reason(say(), refusal),
        trouble => at_field(trouble, field).unwrap_or_else(|| sentence(trouble)),
    }
}

//! A text on its way from the keyboard to the record: kept as it is typed, whatever another tab
//! writes meanwhile, and never over what the user has not seen.

use crate::domain::Revision;
use leptos::prelude::*;

/// What a field showed at some time: the text, and the revision of the record it was read from.
pub(super) type Seen = (String, Revision);

/// The text being typed into a field. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Held {
    /// What the field goes on showing while the user types: a new value would take the text away.
    shown: RwSignal<Option<String>>,
    /// What the user began to type over.
    over: StoredValue<Option<Seen>>,
    /// The text as typed.
    typed: StoredValue<Option<String>>,
    /// The text that was sent last and is not answered yet.
    sent: StoredValue<Option<String>>,
    /// The user was told that another value was written meanwhile, and has typed nothing since.
    is_told: StoredValue<bool>,
    /// The field is to show what it shows once more: the screen says something else.
    again: RwSignal<u32>,
}

impl Held {
    pub fn new() -> Self {
        Self {
            shown: RwSignal::new(None),
            over: StoredValue::new(None),
            typed: StoredValue::new(None),
            sent: StoredValue::new(None),
            is_told: StoredValue::new(false),
            again: RwSignal::new(0),
        }
    }

    /// What the field shows: the record's value, or what it was when the typing began.
    pub fn shown(self, value: Memo<String>) -> Signal<String> {
        let shown = Memo::new(move |_| self.shown.get().unwrap_or_else(|| value.get()));
        Signal::derive(move || {
            self.again.track();
            shown.get()
        })
    }

    /// The text has changed under the user's hands; `now` is what the record says.
    pub fn typed(self, text: String, now: Seen) {
        if self.is_told.get_value() {
            // Told, and goes on: the other value has been seen.
            self.is_told.set_value(false);
            self.over.set_value(Some(now.clone()));
        }
        if self.shown.with_untracked(Option::is_none) {
            if text == now.0 {
                return;
            }
            self.shown.set(Some(now.0.clone()));
            self.over.set_value(Some(now));
        }
        self.typed.set_value(Some(text));
    }

    /// The text that was typed and not saved yet; none also once the page is gone.
    pub fn text(self) -> Option<String> {
        self.typed.try_get_value().flatten()
    }

    /// The text is on its way from now on. False if it is already: a field that is left, and then its page, sends once.
    pub fn sends(self, text: &str) -> bool {
        let before = self.sent.try_get_value().flatten();
        if before.as_deref() == Some(text) {
            return false;
        }
        self.sent.try_set_value(Some(text.to_owned()));
        true
    }

    /// The text was answered, one way or another.
    pub fn answered(self, text: &str) {
        self.sent.try_update_value(|sent| {
            if sent.as_deref() == Some(text) {
                *sent = None;
            }
        });
    }

    /// What the user typed over; none where nothing was typed, or once the page is gone.
    pub fn over(self) -> Option<Seen> {
        self.over.try_get_value().flatten()
    }

    /// Nothing is being typed any more: the field shows the record again.
    pub fn end(self) {
        self.typed.try_set_value(None);
        self.over.try_set_value(None);
        self.is_told.try_set_value(false);
        self.shown.try_set(None);
    }

    /// The user thought better of it: the field shows the record again, which may say the same as
    /// before.
    pub fn back(self) {
        self.end();
        self.again.try_update(|n| *n = n.wrapping_add(1));
    }

    /// The record took `text`; `now` is what it says. Typing that has gone on meanwhile goes on.
    pub fn saved(self, text: &str, now: Seen) {
        if self.text().is_none_or(|typed| typed == text) {
            self.end();
        } else {
            self.over.try_set_value(Some(now));
        }
    }

    /// The user is told that another value was written meanwhile.
    pub fn told(self) {
        self.is_told.try_set_value(true);
    }
}

/// The revision that an edit says it has seen. Another field of the record may have changed since:
/// that takes nothing away. Where the field itself has, it is the old one, and the edit is refused.
pub(super) fn seen_by(over: Option<&Seen>, now: &Seen) -> Revision {
    match over {
        Some((value, revision)) if *value != now.0 => *revision,
        _ => now.1,
    }
}

//! A long log is read while the company is open already: how far that is.

use super::Store;
use crate::journal::JournalError;
use leptos::prelude::*;
use std::mem;

/// What waits until the log is there.
type Waiting = Vec<Box<dyn FnOnce()>>;

/// How far the reading of the log is. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    has_log: RwSignal<bool>,
    done: RwSignal<f64>,
    failed: RwSignal<Option<JournalError>>,
    waiting: StoredValue<Waiting, LocalStorage>,
}

impl Reading {
    pub(super) fn new(has_log: bool) -> Self {
        Self {
            has_log: RwSignal::new(has_log),
            done: RwSignal::new(0.0),
            failed: RwSignal::new(None),
            waiting: StoredValue::new_local(Vec::new()),
        }
    }

    // The company may be closed by the time it is told.

    pub(super) fn is_at(self, done: f64) {
        self.done.try_set(done);
    }

    pub(super) fn is_done(self) {
        self.has_log.try_set(true);
        let waiting = self.waiting.try_update_value(mem::take);
        waiting.into_iter().flatten().for_each(|act| act());
    }

    pub(super) fn has_failed(self, error: JournalError) {
        self.failed.try_set(Some(error));
    }
}

impl Store {
    /// All of the log is there; tracked. Until then nobody may believe what it says.
    pub fn has_log(&self) -> bool {
        self.reading.has_log.get()
    }

    /// So much of the log is there, from 0 to 1; tracked.
    pub fn log_is_at(&self) -> f64 {
        self.reading.done.get()
    }

    /// Why the log cannot be read; tracked.
    pub fn log_failure(&self) -> Option<JournalError> {
        self.reading.failed.get()
    }

    /// Does something at once, or as soon as the log is there.
    pub fn once_log_is_there(&self, act: impl FnOnce() + 'static) {
        if self.reading.has_log.get_untracked() {
            return act();
        }
        let waiting = self.reading.waiting;
        waiting.update_value(|waiting| waiting.push(Box::new(act)));
    }
}

//! Opening, being asked to let go, and opening again.

use super::{
    Answer, Handler, IndexedDbShelf, PATIENCE_MS, PREFIX, error_of, factory, handler, meaning,
    repeatedly,
};
use crate::journal::error::JournalError;
use crate::journal::storage::{Opening, Store};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbVersionChangeEvent};

/// A connection to a company's database, which may have ended.
pub(super) struct Connection {
    shelf: IndexedDbShelf,
    company: String,
    state: RefCell<State>,
    handlers: RefCell<Vec<Handler>>,
}

enum State {
    Open(IdbDatabase),
    /// By us, or by the browser; it can be opened again.
    Closed,
    /// For good.
    Ended(JournalError),
}

impl Connection {
    pub(super) async fn open(
        shelf: &IndexedDbShelf,
        company: &str,
        opening: Opening,
    ) -> Result<Rc<Self>, JournalError> {
        let database = connect(shelf, company, opening).await?;
        let connection = Rc::new(Self {
            shelf: shelf.clone(),
            company: company.into(),
            state: RefCell::new(State::Closed),
            handlers: RefCell::default(),
        });
        connection.hold(database);
        Ok(connection)
    }

    /// The database, while it is open.
    pub(super) fn database(&self) -> Result<IdbDatabase, JournalError> {
        match &*self.state.borrow() {
            State::Open(database) => Ok(database.clone()),
            State::Closed => Err(JournalError::Closed),
            State::Ended(error) => Err(error.clone()),
        }
    }

    pub(super) async fn reopen(self: &Rc<Self>) -> Result<(), JournalError> {
        match self.database() {
            Err(JournalError::Closed) => {
                let database = connect(&self.shelf, &self.company, Opening::Existing).await?;
                self.hold(database);
                Ok(())
            }
            other => other.map(drop),
        }
    }

    pub(super) fn close(&self) {
        self.let_go(State::Closed);
    }

    /// Takes a database over, and listens to what happens to it.
    fn hold(self: &Rc<Self>, database: IdbDatabase) {
        let this = Rc::downgrade(self);
        let asked = handler(move |event| {
            // Another tab wants to delete the database, or to open it in a newer version.
            let event: IdbVersionChangeEvent = event.unchecked_into();
            let reason = match event.new_version() {
                None => JournalError::Gone,
                Some(_) => JournalError::Superseded,
            };
            if let Some(this) = Weak::upgrade(&this) {
                this.let_go(State::Ended(reason.clone()));
                (this.shelf.on_lost)(&this.company, reason);
            }
        });
        database.set_onversionchange(Some(asked.as_ref().unchecked_ref()));
        let this = Rc::downgrade(self);
        let closed = handler(move |_| {
            if let Some(this) = Weak::upgrade(&this) {
                this.let_go(State::Closed);
            }
        });
        database.set_onclose(Some(closed.as_ref().unchecked_ref()));
        self.state.replace(State::Open(database));
        self.handlers.replace(vec![asked, closed]);
    }

    /// Ends the connection. The handlers stay until the next one or the end: one of them may be
    /// what is running.
    fn let_go(&self, state: State) {
        let before = self.state.replace(state);
        match before {
            State::Open(database) => {
                database.set_onversionchange(None);
                database.set_onclose(None);
                database.close();
            }
            // What ended for good stays so.
            State::Ended(reason) => drop(self.state.replace(State::Ended(reason))),
            State::Closed => {}
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.close();
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("company", &self.company)
            .field("open", &self.database().is_ok())
            .finish_non_exhaustive()
    }
}

async fn connect(
    shelf: &IndexedDbShelf,
    company: &str,
    opening: Opening,
) -> Result<IdbDatabase, JournalError> {
    repeatedly(async || connect_once(shelf.schema, company, opening).await).await
}

async fn connect_once(
    schema: u32,
    company: &str,
    opening: Opening,
) -> Result<IdbDatabase, JournalError> {
    let name = format!("{PREFIX}{company}");
    let request = factory()?.open_with_u32(&name, schema).map_err(|thrown| {
        match error_of(&thrown) {
            // So say some browsers in a private window.
            JournalError::Closed => JournalError::Denied,
            error => error,
        }
    })?;
    let (answer, answered) = Answer::expected();
    let absent = Rc::new(Cell::new(false));

    let upgrade = handler({
        let (request, absent) = (request.clone(), absent.clone());
        move |event| {
            let event: IdbVersionChangeEvent = event.unchecked_into();
            // None: it does not exist, and the browser is about to create it.
            absent.set(event.old_version() < 1.0 && opening == Opening::Existing);
            if absent.get() || create_stores(&request).is_err() {
                abort_upgrade(&request);
            }
        }
    });
    let success = handler({
        let (answer, request) = (answer.clone(), request.clone());
        move |_| answer.give(opened(&request))
    });
    let failure = handler({
        let (answer, request) = (answer.clone(), request.clone());
        move |event| {
            event.prevent_default();
            answer.give(Err(match request.error() {
                _ if absent.get() => JournalError::Gone,
                Ok(Some(error)) if error.name() == "VersionError" => JournalError::Newer {
                    found: None,
                    known: schema,
                },
                Ok(Some(error)) if error.name() == "InvalidStateError" => JournalError::Denied,
                Ok(Some(error)) => meaning(&error),
                _ => JournalError::Closed,
            }));
        }
    });
    let blocked = handler(move |_| answer.give_later(Err(JournalError::Blocked), PATIENCE_MS));
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    request.set_onsuccess(Some(success.as_ref().unchecked_ref()));
    request.set_onerror(Some(failure.as_ref().unchecked_ref()));
    request.set_onblocked(Some(blocked.as_ref().unchecked_ref()));

    let answer = answered.await.unwrap_or(Err(JournalError::Closed));
    request.set_onblocked(None);
    request.set_onerror(None);
    if answer == Err(JournalError::Blocked) {
        // The request stays, and may yet come true when nobody waits for it any more.
        abandon(&request);
    } else {
        request.set_onupgradeneeded(None);
        request.set_onsuccess(None);
    }
    answer
}

fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, JournalError> {
    let result = request.result().map_err(|thrown| error_of(&thrown))?;
    result.dyn_into().map_err(|other| error_of(&other))
}

/// Creates the stores that are missing.
fn create_stores(request: &IdbOpenDbRequest) -> Result<(), JournalError> {
    let database = opened(request)?;
    let names = database.object_store_names();
    for store in Store::ALL {
        if !names.contains(store.name()) {
            let created = database.create_object_store(store.name());
            created.map_err(|thrown| error_of(&thrown))?;
        }
    }
    Ok(())
}

/// Leaves the database as it was, or not there.
fn abort_upgrade(request: &IdbOpenDbRequest) {
    if let Some(transaction) = request.transaction() {
        // It fails only when the transaction has ended already.
        let _ = transaction.abort();
    }
}

/// Sees to it that a request that comes true too late changes nothing and holds nothing.
fn abandon(request: &IdbOpenDbRequest) {
    let late = request.clone();
    let upgrade = Closure::once_into_js(move || abort_upgrade(&late));
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let late = request.clone();
    let success = Closure::once_into_js(move || {
        if let Ok(database) = opened(&late) {
            database.close();
        }
    });
    request.set_onsuccess(Some(success.unchecked_ref()));
}

/// Deletes a company's database.
pub(super) async fn delete(company: &str) -> Result<(), JournalError> {
    let name = format!("{PREFIX}{company}");
    let request = factory()?.delete_database(&name);
    let request = request.map_err(|thrown| error_of(&thrown))?;
    let (answer, answered) = Answer::expected();
    let success = handler({
        let answer = answer.clone();
        move |_| answer.give(Ok(()))
    });
    let failure = handler({
        let (answer, request) = (answer.clone(), request.clone());
        move |_| {
            let error = request.error().ok().flatten();
            answer.give(Err(
                error.map_or(JournalError::Closed, |error| meaning(&error))
            ));
        }
    });
    let blocked = handler(move |_| answer.give_later(Err(JournalError::Blocked), PATIENCE_MS));
    request.set_onsuccess(Some(success.as_ref().unchecked_ref()));
    request.set_onerror(Some(failure.as_ref().unchecked_ref()));
    request.set_onblocked(Some(blocked.as_ref().unchecked_ref()));
    let answer = answered.await.unwrap_or(Err(JournalError::Closed));
    request.set_onsuccess(None);
    request.set_onerror(None);
    request.set_onblocked(None);
    answer
}

//! The real one: one IndexedDB database per company, by hand.
//!
//! All requests of a transaction are issued in one go, and nothing but its end is awaited: a
//! transaction left idle for one turn of the event loop commits the half it has. `connection.rs`
//! opens, `transaction.rs` reads and writes.

mod connection;
mod transaction;

use super::error::JournalError;
use super::storage::{
    Durability, Found, Opening, Shelf, Slot, Storage, Store, Then, Value, Want, Write,
};
use connection::Connection;
use futures_channel::oneshot;
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, Event, IdbFactory, MessageChannel};

/// The version of the stores. It goes up when a store is added; formats inside have their own.
pub const SCHEMA: u32 = 1;

/// Databases of this app begin with this: an address may serve other apps too.
const PREFIX: &str = "lokikirja-";
/// So much is read before the page goes on: some 20 milliseconds of work.
const PIECE_BYTES: usize = 500_000;
/// How often the device is asked when it fails without a reason that we know.
const MOST_TRIES: u32 = 3;
/// The pause before the second try; twice as long before the third.
const PAUSE_MS: i32 = 120;
/// How long others may take to let go of a database after they were asked.
const PATIENCE_MS: i32 = 2_000;

/// Who is told which company is lost, and why.
type OnLost = dyn Fn(&str, JournalError);

/// The browser's databases.
#[derive(Clone)]
pub struct IndexedDbShelf {
    schema: u32,
    on_lost: Rc<OnLost>,
}

/// A company's database, open.
#[derive(Debug)]
pub struct IndexedDb(Rc<Connection>);

impl IndexedDbShelf {
    /// The browser's databases.
    ///
    /// `on_lost` is told at once when a company cannot be used any more, with its key: another tab
    /// has deleted it ([`JournalError::Gone`]), or a newer version of the app has taken it over
    /// ([`JournalError::Superseded`]).
    pub fn new(on_lost: impl Fn(&str, JournalError) + 'static) -> Self {
        Self {
            schema: SCHEMA,
            on_lost: Rc::new(on_lost),
        }
    }

    /// As another version of the app would see them; for tests of versions side by side.
    pub fn with_schema(self, schema: u32) -> Self {
        Self { schema, ..self }
    }
}

impl fmt::Debug for IndexedDbShelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IndexedDbShelf")
            .field("schema", &self.schema)
            .finish_non_exhaustive()
    }
}

impl Shelf for IndexedDbShelf {
    type Storage = IndexedDb;

    async fn open(&self, company: &str, opening: Opening) -> Result<IndexedDb, JournalError> {
        Connection::open(self, company, opening)
            .await
            .map(IndexedDb)
    }

    async fn companies(&self) -> Result<Vec<String>, JournalError> {
        let factory = factory()?;
        let list = Reflect::get(&factory, &"databases".into())
            .and_then(|list| list.dyn_into::<Function>())
            .and_then(|list| list.call0(&factory))
            .map_err(|error| error_of(&error))?;
        let list = JsFuture::from(Promise::resolve(&list)).await;
        let list = Array::from(&list.map_err(|error| error_of(&error))?);
        // WebKit also lists, for a while, what was asked for, was not there and was not created: in version 0.
        let exists = |one: &JsValue| {
            let version = Reflect::get(one, &"version".into()).ok();
            version.and_then(|version| version.as_f64()) >= Some(1.0)
        };
        let mut companies: Vec<String> = list
            .iter()
            .filter(exists)
            .filter_map(|one| Reflect::get(&one, &"name".into()).ok()?.as_string())
            .filter_map(|name| Some(name.strip_prefix(PREFIX)?.to_owned()))
            .collect();
        companies.sort_unstable();
        Ok(companies)
    }

    async fn delete(&self, company: &str) -> Result<(), JournalError> {
        connection::delete(company).await
    }
}

impl Storage for IndexedDb {
    async fn read(&self, wants: &[Want]) -> Result<Found, JournalError> {
        repeatedly(async || transaction::read(&self.0, wants).await).await
    }

    async fn read_in_pieces<E: From<JournalError>>(
        &self,
        wants: &[Want],
        each: &mut impl AsyncFnMut(usize, Slot, Value) -> Result<(), E>,
    ) -> Result<(), E> {
        let asked = repeatedly(async || transaction::ask(&self.0, wants).await).await?;
        let mut n_bytes = 0;
        for (want, answer) in asked.iter().enumerate() {
            for pair in transaction::pairs(answer)? {
                let (slot, value) = pair?;
                n_bytes += value.n_bytes();
                each(want, slot, value).await?;
                if n_bytes > PIECE_BYTES {
                    n_bytes = 0;
                    self.pause().await;
                }
            }
        }
        Ok(())
    }

    async fn pause(&self) {
        next_turn().await;
    }

    async fn slots(&self, store: Store) -> Result<Vec<Slot>, JournalError> {
        repeatedly(async || transaction::slots(&self.0, store).await).await
    }

    async fn write(&self, batch: &[Write], durability: Durability) -> Result<(), JournalError> {
        repeatedly(async || transaction::write(&self.0, batch, durability).await).await
    }

    async fn read_then_write(&self, wants: &[Want], then: Then) -> Result<(), JournalError> {
        transaction::read_then_write(&self.0, wants, then).await
    }

    async fn reopen(&self) -> Result<(), JournalError> {
        self.0.reopen().await
    }

    fn close(&self) {
        self.0.close();
    }
}

/// Waits for the next turn of the event loop: the page goes on with what waits for it, then we do.
///
/// By a message to ourselves: timers wait four milliseconds more, and longer in a hidden tab.
pub async fn next_turn() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let heard = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // What cannot be copied is refused, and nothing can be.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    // Never rejected.
    let _ = JsFuture::from(heard).await;
    channel.port1().close();
}

/// Asks again, after a pause, when the device fails without a reason that we know.
async fn repeatedly<T>(
    mut ask: impl AsyncFnMut() -> Result<T, JournalError>,
) -> Result<T, JournalError> {
    for n_tried in 1..MOST_TRIES {
        match ask().await {
            Err(JournalError::Unavailable { .. }) => pause(PAUSE_MS << (n_tried - 1)).await,
            answer => return answer,
        }
    }
    ask().await
}

async fn pause(millis: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let set = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis)
                .ok()
        });
        if set.is_none() {
            // Nothing to wait with: go on at once.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    // Never rejected.
    let _ = JsFuture::from(promise).await;
}

fn factory() -> Result<IdbFactory, JournalError> {
    web_sys::window()
        .and_then(|window| window.indexed_db().ok().flatten())
        .ok_or(JournalError::Denied)
}

/// What an exception of the browser means.
fn error_of(thrown: &JsValue) -> JournalError {
    match thrown.dyn_ref::<DomException>() {
        Some(exception) => meaning(exception),
        None => JournalError::Unavailable {
            detail: format!("{thrown:?}"),
        },
    }
}

fn meaning(exception: &DomException) -> JournalError {
    let detail = || format!("{}: {}", exception.name(), exception.message());
    match exception.name().as_str() {
        "QuotaExceededError" => JournalError::Full,
        "ConstraintError" => JournalError::Taken,
        "SecurityError" => JournalError::Denied,
        // What Chromium calls its own setting against storage.
        "UnknownError" if exception.message().contains("denied permission") => JournalError::Denied,
        // The connection went away, with or without what was under way.
        "InvalidStateError" | "AbortError" | "TransactionInactiveError" => JournalError::Closed,
        // A store that must be there is not.
        "NotFoundError" => JournalError::damaged("storage", detail()),
        _ => JournalError::Unavailable { detail: detail() },
    }
}

type Handler = Closure<dyn FnMut(Event)>;

fn handler(handle: impl FnMut(Event) + 'static) -> Handler {
    Closure::new(handle)
}

/// Where the events of one request put their answer; the first counts.
struct Answer<T>(Rc<Cell<Option<oneshot::Sender<T>>>>);

impl<T: 'static> Answer<T> {
    fn expected() -> (Self, oneshot::Receiver<T>) {
        let (sender, receiver) = oneshot::channel();
        (Self(Rc::new(Cell::new(Some(sender)))), receiver)
    }

    fn give(&self, answer: T) {
        if let Some(sender) = self.0.take() {
            // Nobody waits any more: then the answer is of no use.
            let _ = sender.send(answer);
        }
    }

    /// Gives this answer unless another one comes within so many milliseconds.
    fn give_later(&self, answer: T, millis: i32) {
        let late = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            pause(millis).await;
            late.give(answer);
        });
    }
}

impl<T> Clone for Answer<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

//! Reading and writing: all requests at once, then the end of the transaction.

use super::connection::Connection;
use super::{Answer, Handler, error_of, handler, meaning};
use crate::journal::error::JournalError;
use crate::journal::storage::{Durability, Found, Slot, Store, Then, Value, Want, Write};
use futures_channel::oneshot;
use js_sys::{Array, Function, JsString, Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, TextEncoder};

/// Texts from so many characters on are long.
const LONG: u32 = 1_000;

/// A transaction under way.
#[derive(Clone)]
struct Transaction {
    inner: IdbTransaction,
    /// Why we have aborted it, if we have.
    refused: Rc<Cell<Option<JournalError>>>,
    /// They wait for the requests and for the end.
    handlers: Rc<RefCell<Vec<Handler>>>,
}

/// The end of a transaction. Whoever drops it does not want to know.
struct End {
    transaction: Transaction,
    reached: oneshot::Receiver<Result<(), JournalError>>,
}

/// The requests for one want: keys and values.
pub(super) type Asked = (IdbRequest, IdbRequest);

pub(super) async fn read(connection: &Connection, wants: &[Want]) -> Result<Found, JournalError> {
    found(&ask(connection, wants).await?)
}

/// Asks for everything wanted in one transaction; what was found is to be taken by [`pairs`].
pub(super) async fn ask(
    connection: &Connection,
    wants: &[Want],
) -> Result<Vec<Asked>, JournalError> {
    let stores = wants.iter().map(Want::store);
    let (transaction, end) = Transaction::start(connection, stores, None)?;
    let asked = transaction.ask(wants)?;
    end.reached().await?;
    Ok(asked)
}

pub(super) async fn slots(
    connection: &Connection,
    store: Store,
) -> Result<Vec<Slot>, JournalError> {
    let (transaction, end) = Transaction::start(connection, [store], None)?;
    let request = transaction.store(store)?.get_all_keys();
    let request = request.map_err(|thrown| error_of(&thrown))?;
    end.reached().await?;
    results(&request)?.iter().map(|key| slot(&key)).collect()
}

pub(super) async fn write(
    connection: &Connection,
    batch: &[Write],
    durability: Durability,
) -> Result<(), JournalError> {
    let stores = batch.iter().map(Write::store);
    let (transaction, end) = Transaction::start(connection, stores, Some(durability))?;
    transaction.write(batch);
    end.reached().await
}

pub(super) async fn read_then_write(
    connection: &Connection,
    wants: &[Want],
    then: Then,
) -> Result<(), JournalError> {
    let (transaction, end) = Transaction::start(connection, Store::ALL, Some(Durability::Strict))?;
    let asked = transaction.ask(wants)?;
    let Some((_, last)) = asked.last().cloned() else {
        transaction.write(&then(Vec::new()));
        return end.reached().await;
    };
    // Requests are answered in order, and the transaction is open while an answer is handled.
    let (writer, then) = (transaction.clone(), Cell::new(Some(then)));
    transaction.on_success(&last, move || match (found(&asked), then.take()) {
        (Ok(found), Some(then)) => writer.write(&then(found)),
        (Err(error), _) => writer.refuse(error),
        // An answer comes once.
        (Ok(_), None) => {}
    });
    end.reached().await
}

impl Transaction {
    /// Starts one over these stores; to write, if a durability is given.
    fn start(
        connection: &Connection,
        stores: impl IntoIterator<Item = Store>,
        durability: Option<Durability>,
    ) -> Result<(Self, End), JournalError> {
        let inner = begin(connection, stores, durability)?;
        let (answer, reached) = Answer::expected();
        let refused = Rc::new(Cell::new(None));
        let complete = handler({
            let answer = answer.clone();
            move |_| answer.give(Ok(()))
        });
        let abort = handler({
            let (inner, refused) = (inner.clone(), refused.clone());
            move |_| {
                let by_browser = || match inner.error() {
                    Some(error) => meaning(&error),
                    None => JournalError::Closed,
                };
                let error = refused.take().unwrap_or_else(by_browser);
                answer.give(Err(error));
            }
        });
        inner.set_oncomplete(Some(complete.as_ref().unchecked_ref()));
        inner.set_onabort(Some(abort.as_ref().unchecked_ref()));
        let transaction = Self {
            inner,
            refused,
            handlers: Rc::new(RefCell::new(vec![complete, abort])),
        };
        let end = End {
            transaction: transaction.clone(),
            reached,
        };
        Ok((transaction, end))
    }

    fn store(&self, store: Store) -> Result<IdbObjectStore, JournalError> {
        let store = self.inner.object_store(store.name());
        store.map_err(|thrown| error_of(&thrown))
    }

    fn ask(&self, wants: &[Want]) -> Result<Vec<Asked>, JournalError> {
        let ask = |want: &Want| {
            let store = self.store(want.store())?;
            let asked = || match want {
                Want::All(_) => Ok((store.get_all_keys()?, store.get_all()?)),
                Want::From(_, slot) => {
                    let range = IdbKeyRange::lower_bound(&key(slot))?;
                    let keys = store.get_all_keys_with_key(&range)?;
                    Ok((keys, store.get_all_with_key(&range)?))
                }
                Want::Between(_, from, below, most) => {
                    let range = IdbKeyRange::bound_with_lower_open_and_upper_open(
                        &key(from),
                        &key(below),
                        false,
                        true,
                    )?;
                    let keys = store.get_all_keys_with_key_and_limit(&range, *most)?;
                    let values = store.get_all_with_key_and_limit(&range, *most)?;
                    Ok((keys, values))
                }
                Want::One(_, slot) => {
                    let key = key(slot);
                    let keys = store.get_all_keys_with_key(&key)?;
                    Ok((keys, store.get_all_with_key(&key)?))
                }
            };
            asked().map_err(|thrown: JsValue| error_of(&thrown))
        };
        wants.iter().map(ask).collect()
    }

    /// Issues the whole batch, or refuses it.
    fn write(&self, batch: &[Write]) {
        if let Err(error) = batch.iter().try_for_each(|write| self.issue(write)) {
            self.refuse(error);
        }
    }

    fn issue(&self, write: &Write) -> Result<(), JournalError> {
        let store = self.store(write.store())?;
        let request = match write {
            Write::NoneFrom(_, slot) => IdbKeyRange::lower_bound(&key(slot))
                .and_then(|range| store.get_key(&range))
                .map(|request| self.refuse_if_found(&request)),
            Write::Add(_, slot, value) => {
                store.add_with_key(&js_value(value), &key(slot)).map(drop)
            }
            Write::Put(_, slot, value) => {
                store.put_with_key(&js_value(value), &key(slot)).map(drop)
            }
            Write::Delete(_, slot) => store.delete(&key(slot)).map(drop),
            Write::DeleteBelow(_, slot) => IdbKeyRange::upper_bound_with_open(&key(slot), true)
                .and_then(|range| store.delete(&range))
                .map(drop),
        };
        request.map_err(|thrown| error_of(&thrown))
    }

    /// Refuses all when the request has found something; also what is issued behind it.
    fn refuse_if_found(&self, request: &IdbRequest) {
        let (this, asked) = (self.clone(), request.clone());
        self.on_success(request, move || {
            if asked.result().is_ok_and(|key| !key.is_undefined()) {
                this.refuse(JournalError::Taken);
            }
        });
    }

    /// Takes back all that was issued. The end says why.
    fn refuse(&self, why: JournalError) {
        self.refused.set(Some(why));
        // It fails only when something else has ended the transaction already; then the end says
        // so, and it was not us.
        if self.inner.abort().is_err() {
            self.refused.take();
        }
    }

    fn on_success(&self, request: &IdbRequest, mut handle: impl FnMut() + 'static) {
        let handler = handler(move |_| handle());
        request.set_onsuccess(Some(handler.as_ref().unchecked_ref()));
        self.handlers.borrow_mut().push(handler);
    }
}

impl End {
    /// Waits for the end: complete, or aborted with nothing done.
    async fn reached(mut self) -> Result<(), JournalError> {
        let reached = (&mut self.reached).await;
        reached.unwrap_or(Err(JournalError::Closed))
    }
}

impl Drop for End {
    /// Handlers hold the transaction that holds them.
    fn drop(&mut self) {
        self.transaction.inner.set_oncomplete(None);
        self.transaction.inner.set_onabort(None);
        self.transaction.handlers.take();
    }
}

/// Begins a transaction.
fn begin(
    connection: &Connection,
    stores: impl IntoIterator<Item = Store>,
    durability: Option<Durability>,
) -> Result<IdbTransaction, JournalError> {
    let database = connection.database()?;
    let mut stores: Vec<Store> = stores.into_iter().collect();
    stores.sort_unstable();
    stores.dedup();
    let names: Array = stores
        .into_iter()
        .map(|store| JsValue::from_str(store.name()))
        .collect();
    let (mode, durability) = match durability {
        None => ("readonly", "default"),
        Some(Durability::Strict) => ("readwrite", "strict"),
        Some(Durability::Relaxed) => ("readwrite", "relaxed"),
    };
    // Called by name: the bindings have no stable way to say the durability.
    let begin = || {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &durability.into())?;
        let begin: Function = Reflect::get(&database, &"transaction".into())?.dyn_into()?;
        begin
            .call3(&database, &names, &mode.into(), &options)?
            .dyn_into::<IdbTransaction>()
    };
    begin().map_err(|thrown: JsValue| {
        let error = error_of(&thrown);
        if error == JournalError::Closed {
            connection.close();
        }
        error
    })
}

fn found(asked: &[Asked]) -> Result<Found, JournalError> {
    asked.iter().map(|asked| pairs(asked)?.collect()).collect()
}

/// What a want has found, each taken over when it is reached: a long text takes its time.
pub(super) fn pairs(
    (keys, values): &Asked,
) -> Result<impl Iterator<Item = Result<(Slot, Value), JournalError>>, JournalError> {
    let (keys, values) = (results(keys)?, results(values)?);
    let at = 0..keys.length().min(values.length());
    Ok(at.map(move |at| Ok((slot(&keys.get(at))?, value_of(values.get(at))?))))
}

fn results(request: &IdbRequest) -> Result<Array, JournalError> {
    let result = request.result().map_err(|thrown| error_of(&thrown))?;
    result.dyn_into().map_err(|other| error_of(&other))
}

fn key(slot: &Slot) -> JsValue {
    match slot {
        // Exact: revisions stay below 2^53.
        Slot::Number(number) => JsValue::from_f64(*number as f64),
        Slot::Text(text) => JsValue::from_str(text),
    }
}

fn slot(key: &JsValue) -> Result<Slot, JournalError> {
    if let Some(text) = key.as_string() {
        return Ok(Slot::Text(text));
    }
    match key.as_f64() {
        Some(number) if number >= 0.0 && number.fract() == 0.0 => Ok(Slot::Number(number as u64)),
        _ => Err(JournalError::damaged("storage", format!("a slot {key:?}"))),
    }
}

fn js_value(value: &Value) -> JsValue {
    match value {
        Value::Text(text) => JsValue::from_str(text),
        Value::Bytes(bytes) => Uint8Array::from(bytes.as_slice()).into(),
    }
}

fn value_of(value: JsValue) -> Result<Value, JournalError> {
    if let Some(text) = text_of(&value) {
        return Ok(Value::Text(text));
    }
    match value.dyn_into::<Uint8Array>() {
        Ok(bytes) => Ok(Value::Bytes(bytes.to_vec())),
        Err(other) => Err(JournalError::damaged(
            "storage",
            format!("a value {other:?}"),
        )),
    }
}

/// A text. Long ones are encoded by the browser as a whole: taken over bit by bit as bindings do, with
/// room that grows, they took three times as long, and most of the time of opening a large company.
fn text_of(value: &JsValue) -> Option<String> {
    thread_local!(static ENCODER: Option<(JsValue, Function)> = encoder());
    let text = value.dyn_ref::<JsString>()?;
    if text.length() < LONG {
        return value.as_string();
    }
    ENCODER.with(|encoder| {
        let (encoder, encode) = encoder.as_ref()?;
        let bytes = encode.call1(encoder, value).ok()?;
        String::from_utf8(bytes.dyn_into::<Uint8Array>().ok()?.to_vec()).ok()
    })
}

/// The browser's encoder to UTF-8, by name: the bindings would hand it a text of ours.
fn encoder() -> Option<(JsValue, Function)> {
    let encoder: JsValue = TextEncoder::new().ok()?.into();
    let encode = Reflect::get(&encoder, &"encode".into()).ok()?;
    Some((encoder, encode.dyn_into().ok()?))
}

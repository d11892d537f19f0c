//! Reading and writing: all requests at once, then the end of the transaction.

use super::connection::Connection;
use super::{Answer, Handler, error_of, handler, meaning};
use crate::journal::error::JournalError;
use crate::journal::storage::{Durability, Slot, Store, Value, Want, Write};
use futures_channel::oneshot;
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

/// A transaction under way, with the handlers that wait for its end.
struct Transaction {
    inner: IdbTransaction,
    ended: oneshot::Receiver<Result<(), JournalError>>,
    /// Why we have aborted it, if we have.
    refused: Rc<Cell<Option<JournalError>>>,
    handlers: Vec<Handler>,
}

pub(super) async fn read(
    connection: &Connection,
    wants: &[Want],
) -> Result<Vec<Vec<(Slot, Value)>>, JournalError> {
    let stores = wants.iter().map(Want::store);
    let transaction = Transaction::start(connection, stores, None)?;
    let mut requests = Vec::with_capacity(wants.len());
    for want in wants {
        let store = transaction.store(want.store())?;
        let request = || match want {
            Want::All(_) => Ok((store.get_all_keys()?, store.get_all()?)),
            Want::From(_, slot) => {
                let range = IdbKeyRange::lower_bound(&key(slot))?;
                Ok((
                    store.get_all_keys_with_key(&range)?,
                    store.get_all_with_key(&range)?,
                ))
            }
            Want::One(_, slot) => {
                let key = key(slot);
                Ok((
                    store.get_all_keys_with_key(&key)?,
                    store.get_all_with_key(&key)?,
                ))
            }
        };
        requests.push(request().map_err(|thrown| error_of(&thrown))?);
    }
    transaction.end().await?;
    requests
        .iter()
        .map(|(keys, values)| {
            let (keys, values) = (results(keys)?, results(values)?);
            keys.iter()
                .zip(values.iter())
                .map(|(key, value)| Ok((slot(&key)?, value_of(value)?)))
                .collect()
        })
        .collect()
}

pub(super) async fn slots(
    connection: &Connection,
    store: Store,
) -> Result<Vec<Slot>, JournalError> {
    let transaction = Transaction::start(connection, [store], None)?;
    let request = transaction.store(store)?.get_all_keys();
    let request = request.map_err(|thrown| error_of(&thrown))?;
    transaction.end().await?;
    results(&request)?.iter().map(|key| slot(&key)).collect()
}

pub(super) async fn write(
    connection: &Connection,
    batch: &[Write],
    durability: Durability,
) -> Result<(), JournalError> {
    let stores = batch.iter().map(Write::store);
    let mut transaction = Transaction::start(connection, stores, Some(durability))?;
    for write in batch {
        if let Err(error) = transaction.issue(write) {
            transaction.refused.set(Some(error));
            // It fails only when the transaction has ended already; its end is awaited below.
            let _ = transaction.inner.abort();
            break;
        }
    }
    transaction.end().await
}

impl Transaction {
    /// Starts one over these stores; to write, if a durability is given.
    fn start(
        connection: &Connection,
        stores: impl IntoIterator<Item = Store>,
        durability: Option<Durability>,
    ) -> Result<Self, JournalError> {
        let database = connection.database()?;
        let names = Array::new();
        let mut stores: Vec<Store> = stores.into_iter().collect();
        stores.sort_unstable();
        stores.dedup();
        for store in stores {
            names.push(&store.name().into());
        }
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
        let inner = begin().map_err(|thrown: JsValue| {
            let error = error_of(&thrown);
            if error == JournalError::Closed {
                connection.close();
            }
            error
        })?;

        let (answer, ended) = Answer::expected();
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
        Ok(Self {
            inner,
            ended,
            refused,
            handlers: vec![complete, abort],
        })
    }

    fn store(&self, store: Store) -> Result<IdbObjectStore, JournalError> {
        let store = self.inner.object_store(store.name());
        store.map_err(|thrown| error_of(&thrown))
    }

    fn issue(&mut self, write: &Write) -> Result<(), JournalError> {
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

    /// Aborts the transaction when the request has found something. What is issued behind it is
    /// taken back with it.
    fn refuse_if_found(&mut self, request: &IdbRequest) {
        let (inner, refused) = (self.inner.clone(), self.refused.clone());
        let asked = request.clone();
        let found = handler(move |_| {
            if asked.result().is_ok_and(|key| !key.is_undefined()) {
                refused.set(Some(JournalError::Taken));
                // It fails only when something else has ended the transaction already.
                let _ = inner.abort();
            }
        });
        request.set_onsuccess(Some(found.as_ref().unchecked_ref()));
        self.handlers.push(found);
    }

    /// Waits for the end: complete, or aborted with nothing done.
    async fn end(mut self) -> Result<(), JournalError> {
        let ended = (&mut self.ended).await;
        ended.unwrap_or(Err(JournalError::Closed))
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        self.inner.set_oncomplete(None);
        self.inner.set_onabort(None);
    }
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
    if let Some(text) = value.as_string() {
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

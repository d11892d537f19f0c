//! The twin in memory: for browsers that refuse storage, and for tests.
//!
//! It keeps the same texts in the same stores, waits where the real one waits, and fails on
//! request, so that whatever stands on a journal can be tested against a bad one.

use super::error::JournalError;
use super::storage::{
    Durability, Found, Opening, Shelf, Slot, Storage, Store, Then, Value, Want, Write,
};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

/// Companies in memory. Clones are the same shelf, as two tabs see the same device.
#[derive(Clone, Debug, Default)]
pub struct MemoryShelf {
    companies: Rc<RefCell<BTreeMap<String, Rc<Disk>>>>,
    /// How many bytes a company may take, if there is a limit.
    room: Rc<Cell<Option<usize>>>,
    /// What goes wrong with the connection opened next.
    faults: Rc<RefCell<BTreeMap<u64, Fault>>>,
}

/// One company in memory, open. Clones are the same connection.
#[derive(Clone, Debug)]
pub struct Memory(Rc<Connection>);

/// What goes wrong with a write, on request.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Nothing is written, and this is the answer.
    Refuse(JournalError),
    /// The connection is closed before anything is written.
    CloseBefore,
    /// Everything is written, and then the connection is closed without an answer.
    CloseAfter,
}

#[derive(Debug, Default)]
struct Disk {
    stores: RefCell<BTreeMap<Store, BTreeMap<Slot, Value>>>,
    deleted: Cell<bool>,
}

#[derive(Debug)]
struct Connection {
    shelf: MemoryShelf,
    company: String,
    disk: RefCell<Rc<Disk>>,
    open: Cell<bool>,
    n_writes: Cell<u64>,
    faults: RefCell<BTreeMap<u64, Fault>>,
}

impl MemoryShelf {
    /// An empty shelf.
    pub fn new() -> Self {
        Self::default()
    }

    /// Limits the bytes that a company may take; a write beyond is [`JournalError::Full`].
    pub fn limit(&self, bytes: Option<usize>) {
        self.room.set(bytes);
    }

    /// Has the `nth` write (from 1) of the connection that is opened next go wrong.
    pub fn fail(&self, nth: u64, fault: Fault) {
        self.faults.borrow_mut().insert(nth, fault);
    }
}

impl Shelf for MemoryShelf {
    type Storage = Memory;

    async fn open(&self, company: &str, opening: Opening) -> Result<Memory, JournalError> {
        step().await;
        let found = self.companies.borrow().get(company).cloned();
        let disk = match (found, opening) {
            (Some(disk), _) => disk,
            (None, Opening::Existing) => return Err(JournalError::Gone),
            (None, Opening::OrNew) => {
                let disk = Rc::<Disk>::default();
                let mut companies = self.companies.borrow_mut();
                companies.insert(company.into(), disk.clone());
                disk
            }
        };
        step().await;
        Ok(Memory(Rc::new(Connection {
            shelf: self.clone(),
            company: company.into(),
            disk: RefCell::new(disk),
            open: Cell::new(true),
            n_writes: Cell::new(0),
            faults: self.faults.take().into(),
        })))
    }

    async fn companies(&self) -> Result<Vec<String>, JournalError> {
        step().await;
        Ok(self.companies.borrow().keys().cloned().collect())
    }

    async fn delete(&self, company: &str) -> Result<(), JournalError> {
        step().await;
        if let Some(disk) = self.companies.borrow_mut().remove(company) {
            disk.deleted.set(true);
        }
        Ok(())
    }
}

impl Memory {
    /// Overwrites a value behind everybody's back, or removes it, as a failing disk does.
    pub fn damage(&self, store: Store, slot: &Slot, value: Option<Value>) {
        let disk = self.0.disk.borrow().clone();
        let mut stores = disk.stores.borrow_mut();
        let values = stores.entry(store).or_default();
        match value {
            Some(value) => values.insert(slot.clone(), value),
            None => values.remove(slot),
        };
    }

    fn disk(&self) -> Result<Rc<Disk>, JournalError> {
        let disk = self.0.disk.borrow().clone();
        // A connection that is closed does not hear of what becomes of the company.
        match (self.0.open.get(), disk.deleted.get()) {
            (false, _) => Err(JournalError::Closed),
            (true, true) => Err(JournalError::Gone),
            (true, false) => Ok(disk),
        }
    }
}

impl Storage for Memory {
    async fn read(&self, wants: &[Want]) -> Result<Found, JournalError> {
        step().await;
        let disk = self.disk()?;
        let found = wants.iter().map(|want| found(&disk, want)).collect();
        step().await;
        Ok(found)
    }

    async fn read_in_pieces<E: From<JournalError>>(
        &self,
        wants: &[Want],
        each: &mut impl AsyncFnMut(usize, Slot, Value) -> Result<(), E>,
    ) -> Result<(), E> {
        for (want, values) in self.read(wants).await?.into_iter().enumerate() {
            for (slot, value) in values {
                each(want, slot, value).await?;
                step().await;
            }
        }
        Ok(())
    }

    async fn pause(&self) {
        step().await;
    }

    async fn slots(&self, store: Store) -> Result<Vec<Slot>, JournalError> {
        let found = self.read(&[Want::All(store)]).await?;
        Ok(found.into_iter().flatten().map(|(slot, _)| slot).collect())
    }

    async fn write(&self, batch: &[Write], _: Durability) -> Result<(), JournalError> {
        let batch = batch.to_vec();
        self.read_then_write(&[], Box::new(|_| batch)).await
    }

    async fn read_then_write(&self, wants: &[Want], then: Then) -> Result<(), JournalError> {
        let number = self.0.n_writes.get() + 1;
        self.0.n_writes.set(number);
        let fault = self.0.faults.borrow_mut().remove(&number);
        step().await;
        match &fault {
            Some(Fault::Refuse(error)) => return Err(error.clone()),
            Some(Fault::CloseBefore) => self.close(),
            Some(Fault::CloseAfter) | None => {}
        }
        let disk = self.disk()?;
        let batch = then(wants.iter().map(|want| found(&disk, want)).collect());
        write_all(
            &mut disk.stores.borrow_mut(),
            &batch,
            self.0.shelf.room.get(),
        )?;
        step().await;
        if fault == Some(Fault::CloseAfter) {
            self.close();
            return Err(JournalError::Closed);
        }
        Ok(())
    }

    async fn reopen(&self) -> Result<(), JournalError> {
        let again = self
            .0
            .shelf
            .open(&self.0.company, Opening::Existing)
            .await?;
        let disk = again.0.disk.borrow().clone();
        self.0.disk.replace(disk);
        self.0.open.set(true);
        Ok(())
    }

    fn close(&self) {
        self.0.open.set(false);
    }
}

/// What is wanted, in order.
fn found(disk: &Disk, want: &Want) -> Vec<(Slot, Value)> {
    let stores = disk.stores.borrow();
    let values = stores.get(&want.store()).into_iter().flatten();
    let most = match want {
        Want::Between(.., most) => *most as usize,
        _ => usize::MAX,
    };
    values
        .filter(|(slot, _)| match want {
            Want::All(_) => true,
            Want::From(_, from) => *slot >= from,
            Want::Between(_, from, below, _) => *slot >= from && *slot < below,
            Want::One(_, one) => *slot == one,
        })
        .take(most)
        .map(|(slot, value)| (slot.clone(), value.clone()))
        .collect()
}

type Stores = BTreeMap<Store, BTreeMap<Slot, Value>>;

/// Carries the whole batch out, or nothing of it.
fn write_all(
    stores: &mut Stores,
    batch: &[Write],
    room: Option<usize>,
) -> Result<(), JournalError> {
    let mut undo = Vec::new();
    let mut done = batch
        .iter()
        .try_for_each(|write| write_one(stores, write, &mut undo));
    if done.is_ok() && room.is_some_and(|room| size(stores) > room) {
        done = Err(JournalError::Full);
    }
    if done.is_err() {
        for (store, slot, value) in undo.into_iter().rev() {
            let values = stores.entry(store).or_default();
            match value {
                Some(value) => values.insert(slot, value),
                None => values.remove(&slot),
            };
        }
    }
    done
}

/// What lay in a slot before.
type Before = (Store, Slot, Option<Value>);

fn write_one(
    stores: &mut Stores,
    write: &Write,
    undo: &mut Vec<Before>,
) -> Result<(), JournalError> {
    let store = write.store();
    let values = stores.entry(store).or_default();
    match write {
        Write::NoneFrom(_, slot) if values.range(slot..).next().is_some() => {
            return Err(JournalError::Taken);
        }
        Write::Add(_, slot, _) if values.contains_key(slot) => return Err(JournalError::Taken),
        Write::NoneFrom(..) => {}
        Write::Add(_, slot, value) | Write::Put(_, slot, value) => {
            let before = values.insert(slot.clone(), value.clone());
            undo.push((store, slot.clone(), before));
        }
        Write::Delete(_, slot) => {
            let before = values.remove(slot);
            undo.push((store, slot.clone(), before));
        }
        Write::DeleteBelow(_, slot) => {
            let kept = values.split_off(slot);
            let removed = std::mem::replace(values, kept);
            undo.extend(
                removed
                    .into_iter()
                    .map(|(s, value)| (store, s, Some(value))),
            );
        }
    }
    Ok(())
}

fn size(stores: &Stores) -> usize {
    let values = stores.values().flat_map(BTreeMap::values);
    values
        .map(|value| match value {
            Value::Text(text) => text.len(),
            Value::Bytes(bytes) => bytes.len(),
        })
        .sum()
}

/// Lets others go first, once: here the real one waits for the device.
async fn step() {
    let mut waited = false;
    poll_fn(|context| {
        if waited {
            return Poll::Ready(());
        }
        waited = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

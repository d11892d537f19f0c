//! The device as it is: the browser's databases, or memory where the browser refuses them.

use super::error::JournalError;
use super::indexed_db::{IndexedDb, IndexedDbShelf};
use super::memory::{Memory, MemoryShelf};
use super::storage::{
    Durability, Found, Opening, Shelf, Slot, Storage, Store, Then, Value, Want, Write,
};

/// Where the companies are.
#[derive(Clone, Debug)]
pub enum Device {
    /// In the browser's databases.
    Disk(IndexedDbShelf),
    /// In memory, until the page is left.
    Memory(MemoryShelf),
}

/// One company's stores on the device.
#[derive(Debug)]
pub enum DeviceStorage {
    /// A database.
    Disk(IndexedDb),
    /// Memory.
    Memory(Memory),
}

impl Shelf for Device {
    type Storage = DeviceStorage;

    async fn open(&self, company: &str, opening: Opening) -> Result<DeviceStorage, JournalError> {
        match self {
            Self::Disk(shelf) => shelf.open(company, opening).await.map(DeviceStorage::Disk),
            Self::Memory(shelf) => shelf
                .open(company, opening)
                .await
                .map(DeviceStorage::Memory),
        }
    }

    async fn companies(&self) -> Result<Vec<String>, JournalError> {
        match self {
            Self::Disk(shelf) => shelf.companies().await,
            Self::Memory(shelf) => shelf.companies().await,
        }
    }

    async fn delete(&self, company: &str) -> Result<(), JournalError> {
        match self {
            Self::Disk(shelf) => shelf.delete(company).await,
            Self::Memory(shelf) => shelf.delete(company).await,
        }
    }
}

impl Storage for DeviceStorage {
    async fn read(&self, wants: &[Want]) -> Result<Found, JournalError> {
        match self {
            Self::Disk(storage) => storage.read(wants).await,
            Self::Memory(storage) => storage.read(wants).await,
        }
    }

    async fn read_in_pieces<E: From<JournalError>>(
        &self,
        wants: &[Want],
        each: &mut impl AsyncFnMut(usize, Slot, Value) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Self::Disk(storage) => storage.read_in_pieces(wants, each).await,
            Self::Memory(storage) => storage.read_in_pieces(wants, each).await,
        }
    }

    async fn pause(&self) {
        match self {
            Self::Disk(storage) => storage.pause().await,
            Self::Memory(storage) => storage.pause().await,
        }
    }

    async fn slots(&self, store: Store) -> Result<Vec<Slot>, JournalError> {
        match self {
            Self::Disk(storage) => storage.slots(store).await,
            Self::Memory(storage) => storage.slots(store).await,
        }
    }

    async fn write(&self, batch: &[Write], durability: Durability) -> Result<(), JournalError> {
        match self {
            Self::Disk(storage) => storage.write(batch, durability).await,
            Self::Memory(storage) => storage.write(batch, durability).await,
        }
    }

    async fn read_then_write(&self, wants: &[Want], then: Then) -> Result<(), JournalError> {
        match self {
            Self::Disk(storage) => storage.read_then_write(wants, then).await,
            Self::Memory(storage) => storage.read_then_write(wants, then).await,
        }
    }

    async fn reopen(&self) -> Result<(), JournalError> {
        match self {
            Self::Disk(storage) => storage.reopen().await,
            Self::Memory(storage) => storage.reopen().await,
        }
    }

    fn close(&self) {
        match self {
            Self::Disk(storage) => storage.close(),
            Self::Memory(storage) => storage.close(),
        }
    }
}

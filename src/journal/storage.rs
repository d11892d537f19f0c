//! What the journal asks of a device: stores of values by slot, read and written in transactions.
//!
//! A batch is handed over as a whole, so a transaction is never left idle in the middle: one turn
//! of the browser's event loop without a request, and it would commit the half it has.

use super::error::JournalError;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// A named set of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Store {
    /// Change sets, by revision.
    Journal,
    /// Blocks of rows, by table and first id; and the head, which says up to which revision.
    Snapshot,
    /// Files, by id.
    Files,
    /// Drafts, by the id of the entry they will become.
    Drafts,
    /// What the company is.
    Meta,
}

impl Store {
    /// All stores.
    pub const ALL: [Self; 5] = [
        Self::Journal,
        Self::Snapshot,
        Self::Files,
        Self::Drafts,
        Self::Meta,
    ];

    /// Its name on the device. Never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Snapshot => "snapshot",
            Self::Files => "files",
            Self::Drafts => "drafts",
            Self::Meta => "meta",
        }
    }
}

/// Where in its store a value lies. Numbers stand before texts, as in the browser.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// A number below 2^53.
    Number(u64),
    /// A text of ASCII characters: then every device agrees on their order.
    Text(String),
}

impl Slot {
    /// The slot with this text, such as an id.
    pub fn text(text: impl ToString) -> Self {
        Self::Text(text.to_string())
    }

    /// The first slot behind this one: nothing fits in between.
    pub fn next(&self) -> Self {
        match self {
            Self::Number(number) => Self::Number(number + 1),
            Self::Text(text) => Self::Text(format!("{text}\0")),
        }
    }

    /// The id that the slot is the text of.
    pub fn id<I: From<Uuid>>(&self) -> Option<I> {
        match self {
            Self::Number(_) => None,
            Self::Text(text) => Uuid::from_str(text).ok().map(I::from),
        }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

/// What lies in a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, as `codec.rs` makes it.
    Text(String),
    /// The bytes of a file.
    Bytes(Vec<u8>),
}

impl Value {
    /// How long it is.
    pub fn n_bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
        }
    }
}

/// What to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// Everything in a store.
    All(Store),
    /// What lies at a slot and behind it.
    From(Store, Slot),
    /// What lies at the first slot and behind it but before the second; of many the first so many.
    Between(Store, Slot, Slot, u32),
    /// What lies in one slot; nothing if it is free.
    One(Store, Slot),
}

impl Want {
    /// The store that is read.
    pub fn store(&self) -> Store {
        match self {
            Self::All(store)
            | Self::From(store, _)
            | Self::Between(store, ..)
            | Self::One(store, _) => *store,
        }
    }
}

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Writes nothing; refuses the batch with [`JournalError::Taken`] if anything lies at the slot
    /// or behind it.
    NoneFrom(Store, Slot),
    /// Fills a free slot; refuses the batch with [`JournalError::Taken`] if it is not free.
    Add(Store, Slot, Value),
    /// Fills a slot, free or not.
    Put(Store, Slot, Value),
    /// Frees a slot, filled or not.
    Delete(Store, Slot),
    /// Frees all slots before this one.
    DeleteBelow(Store, Slot),
}

impl Write {
    /// The store that is written.
    pub fn store(&self) -> Store {
        match self {
            Self::NoneFrom(store, _)
            | Self::Add(store, ..)
            | Self::Put(store, ..)
            | Self::Delete(store, _)
            | Self::DeleteBelow(store, _) => *store,
        }
    }
}

/// What success means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// It lies on the disk.
    Strict,
    /// The operating system has it. For drafts only.
    Relaxed,
}

/// What was found, for each want in order of the slots.
pub type Found = Vec<Vec<(Slot, Value)>>;

/// Makes of what was found what is to be written.
pub type Then = Box<dyn FnOnce(Found) -> Vec<Write>>;

/// One company's stores on a device, open.
#[expect(
    async_fn_in_trait,
    reason = "a page has one thread: nothing needs Send"
)]
pub trait Storage {
    /// Reads everything wanted in one transaction: for each want what was found, in order of the
    /// slots.
    async fn read(&self, wants: &[Want]) -> Result<Found, JournalError>;

    /// Reads in one transaction as [`Storage::read`] does, for what is long: each value is handed over
    /// with the number of its want, and in between the page goes on. The transaction has ended by
    /// then, so `each` may take its time. Ends with the first error of `each`.
    async fn read_in_pieces<E: From<JournalError>>(
        &self,
        wants: &[Want],
        each: &mut impl AsyncFnMut(usize, Slot, Value) -> Result<(), E>,
    ) -> Result<(), E>;

    /// Lets the page go on with what waits for it: a key, a frame.
    async fn pause(&self);

    /// The filled slots of a store, in order, without their values.
    async fn slots(&self, store: Store) -> Result<Vec<Slot>, JournalError>;

    /// Writes the batch in its order: one transaction, all or nothing. Returns when it is
    /// complete; an error means that nothing was written, except [`JournalError::Closed`]: then
    /// the answer was lost, and the batch may have been written.
    async fn write(&self, batch: &[Write], durability: Durability) -> Result<(), JournalError>;

    /// Reads, and writes what `then` makes of it, in one strict transaction: nobody can come in
    /// between. Nothing to write is fine. Errors as for [`Storage::write`]; `then` may have been
    /// called.
    async fn read_then_write(&self, wants: &[Want], then: Then) -> Result<(), JournalError>;

    /// Opens the connection again after [`JournalError::Closed`]. Never creates anything: stores
    /// that are not there any more are [`JournalError::Gone`].
    async fn reopen(&self) -> Result<(), JournalError>;

    /// Closes the connection. Later operations give [`JournalError::Closed`].
    fn close(&self);
}

/// Whether opening may create.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// What is not there is [`JournalError::Gone`].
    Existing,
    /// What is not there is created, empty.
    OrNew,
}

/// Where the logbooks of a device stand: one set of stores per company, by its key.
#[expect(
    async_fn_in_trait,
    reason = "a page has one thread: nothing needs Send"
)]
pub trait Shelf {
    /// The stores it gives out.
    type Storage: Storage;

    /// Opens a company's stores.
    async fn open(&self, company: &str, opening: Opening) -> Result<Self::Storage, JournalError>;

    /// The keys of all companies on the device, sorted.
    async fn companies(&self) -> Result<Vec<String>, JournalError>;

    /// Deletes a company with all that belongs to it; one that is not there is fine. Never called
    /// to recover from anything, only when the user says so. Open connections to it end with
    /// [`JournalError::Gone`]. [`JournalError::Blocked`]: a tab does not let go; it is deleted as
    /// soon as that tab is closed.
    async fn delete(&self, company: &str) -> Result<(), JournalError>;
}

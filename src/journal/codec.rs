//! Rows and change sets as text, and back.
//!
//! Text is JSON in an envelope with a format number. The shape of rows is that of the domain's
//! types. A field that is added gets a default; for all else the number goes up, and every older
//! format is still read, with a stored example as its test (`tests/host/golden`). Change sets have a
//! format of their own (`set_text.rs`), and so have the blocks of some tables (`block_value.rs`).

use super::error::JournalError;
use super::set_text::{SET_FORMAT, SetText, ToldSet};
use crate::domain::interaction::form::InteractionForm;
use crate::domain::{Change, ChangeSet, Revision};
use chrono::{DateTime, Utc};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

pub use super::block_value::{block_from, block_value, damaged_block, log_block_from};

/// The format that is written, of all that has none of its own.
pub const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct Envelope<T> {
    pub format: u32,
    pub body: T,
}

/// What a company is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The company's name, as the user gave it.
    pub name: String,
    /// When it was created. Tells a company from another one put in its place.
    pub created_at: DateTime<Utc>,
    /// The user's own, or the demo.
    pub ownership: Ownership,
}

/// Whose company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ownership {
    /// The user's own.
    Own,
    /// The demo company, whose people and figures are made up.
    Demo,
}

/// A form that was open, as it was last kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// When it was kept.
    pub saved_at: DateTime<Utc>,
    /// The form; its `entry` is the draft's key.
    pub form: InteractionForm,
}

/// What the snapshot holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The last change set folded into it.
    pub revision: Revision,
    /// How many rows its blocks hold together.
    pub n_rows: u64,
}

/// A change set as text.
pub fn change_set_text(set: &ChangeSet) -> String {
    let mut text = SetText::begin(set);
    text.push(&set.changes);
    text.finish()
}

/// The change set kept under a revision.
pub fn change_set_from(text: &str, revision: Revision) -> Result<ChangeSet, JournalError> {
    let place = || format!("journal {}", revision.0);
    let set: ChangeSet = decode_up_to::<ToldSet>(text, SET_FORMAT, place)?.into();
    match set.changes.iter().find(|change| !is_under_its_key(change)) {
        Some(change) => {
            let detail = format!("a row does not belong under {:?}", change.key);
            Err(JournalError::damaged(place(), detail))
        }
        None => Ok(set),
    }
}

/// A draft as text.
pub fn draft_text(draft: &Draft) -> String {
    encode(draft)
}

/// The draft in a text.
pub fn draft_from(text: &str) -> Result<Draft, JournalError> {
    decode(text, || "drafts".into())
}

/// A company's description as text.
pub fn meta_text(meta: &Meta) -> String {
    encode(meta)
}

/// The company's description in a text.
pub fn meta_from(text: &str) -> Result<Meta, JournalError> {
    decode(text, || "meta".into())
}

/// The snapshot's head as text.
pub fn head_text(head: &Head) -> String {
    encode(head)
}

/// The snapshot's head in a text.
pub fn head_from(text: &str) -> Result<Head, JournalError> {
    decode(text, || "snapshot head".into())
}

/// A value by itself, for a text that says once which format all in it has.
pub fn bare_text<T: Serialize>(value: &T) -> String {
    json(value)
}

/// The value that [`bare_text`] told, in the format that its text says.
///
/// Errors: [`JournalError::Newer`] for a format that a newer version of the app writes;
/// [`JournalError::Damaged`], with `place`, for what is no such value.
pub fn bare_from<T: DeserializeOwned>(
    text: &str,
    format: u32,
    place: impl Fn() -> String,
) -> Result<T, JournalError> {
    if format > FORMAT {
        return Err(JournalError::Newer {
            found: Some(format),
            known: FORMAT,
        });
    }
    serde_json::from_str(text).map_err(|error| JournalError::damaged(place(), error))
}

pub(super) fn encode<T: Serialize>(body: &T) -> String {
    let envelope = Envelope {
        format: FORMAT,
        body,
    };
    json(&envelope)
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("our types have no maps, so JSON can hold them all")
}

/// How a text in an envelope of this format begins: what comes next is its body.
pub(super) fn envelope_start(format: u32) -> String {
    format!("{{\"format\":{format},\"body\":")
}

/// Opens an envelope of the format that is written.
pub(super) fn decode<T: DeserializeOwned>(
    text: &str,
    place: impl Fn() -> String,
) -> Result<T, JournalError> {
    decode_up_to(text, FORMAT, place)
}

/// Opens an envelope of a known format. The usual case reads the text once; only when that fails is the
/// format looked at by itself, to say why.
pub(super) fn decode_up_to<T: DeserializeOwned>(
    text: &str,
    known: u32,
    place: impl Fn() -> String,
) -> Result<T, JournalError> {
    let why = match serde_json::from_str::<Envelope<T>>(text) {
        Ok(envelope) if (1..=known).contains(&envelope.format) => return Ok(envelope.body),
        Ok(_) => "it looks like another format".to_string(),
        Err(error) => error.to_string(),
    };
    match serde_json::from_str::<Envelope<IgnoredAny>>(text) {
        Ok(envelope) if envelope.format > known => Err(JournalError::Newer {
            found: Some(envelope.format),
            known,
        }),
        _ => Err(JournalError::damaged(place(), why)),
    }
}

/// Every row of the change set stands under its own key.
pub(crate) fn is_whole(set: &ChangeSet) -> bool {
    set.changes.iter().all(is_under_its_key)
}

fn is_under_its_key(change: &Change) -> bool {
    let rows = change.before.iter().chain(&change.after);
    rows.into_iter().all(|row| row.key() == change.key)
}

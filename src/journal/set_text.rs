//! The text of a change set. Rows that one command writes by the thousand, which differ in little, are
//! told by what differs from the one told before: of the text of ten thousand lines that are logged this
//! leaves a quarter.

use super::codec::{self, Envelope};
use crate::domain::alike::{Alike, OneRow};
use crate::domain::interaction::LogEntry;
use crate::domain::segment::line::SegmentLine;
use crate::domain::{Change, ChangeSet, Origin, Record, Row};
use chrono::{DateTime, Utc};
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::mem;
use std::sync::Arc;

/// The format of change sets that is written. In format 1 every row was told in full, which is still
/// read.
pub const SET_FORMAT: u32 = 2;

/// The rows told last.
#[derive(Debug, Default)]
struct Lasts {
    entry: Option<Arc<LogEntry>>,
    line: Option<Arc<SegmentLine>>,
}

/// A change set as text, told in pieces.
#[derive(Debug)]
pub struct SetText {
    /// What is told and full: one text that grows to megabytes would be moved again and again.
    full: Vec<Vec<u8>>,
    text: Vec<u8>,
    n_changes: usize,
    lasts: Lasts,
}

/// So long a piece of the text grows, and by one change beyond it.
const PIECE: usize = 256 * 1024;

/// How the text of a change set without changes ends.
const END: &str = "]}}";

impl SetText {
    /// Begins with all but the changes.
    pub fn begin(set: &ChangeSet) -> Self {
        let body = ChangeSet {
            at: set.at,
            user: set.user.clone(),
            origin: set.origin,
            changes: Vec::new(),
        };
        let mut text = codec::bare_text(&Envelope {
            format: SET_FORMAT,
            body,
        });
        let length = text.len() - END.len();
        assert!(text.ends_with(END), "the changes stand last");
        text.truncate(length);
        Self {
            full: Vec::new(),
            text: text.into_bytes(),
            n_changes: 0,
            lasts: Lasts::default(),
        }
    }

    /// Tells the next changes.
    pub fn push(&mut self, changes: &[Change]) {
        for change in changes {
            if self.n_changes > 0 {
                self.text.push(b',');
            }
            self.n_changes += 1;
            self.tell(change);
            if self.text.len() >= PIECE {
                let next = Vec::with_capacity(PIECE + PIECE / 8);
                self.full.push(mem::replace(&mut self.text, next));
            }
        }
    }

    fn tell(&mut self, change: &Change) {
        let (text, lasts) = (&mut self.text, &mut self.lasts);
        let told = if let Some(entry) = sides::<LogEntry>(change) {
            pair(text, "entry", entry, &mut lasts.entry)
        } else if let Some(line) = sides::<SegmentLine>(change) {
            pair(text, "line", line, &mut lasts.line)
        } else {
            serde_json::to_writer(text, change)
        };
        told.expect("our types have no maps, so JSON can hold them all");
    }

    /// That was all.
    pub fn finish(mut self) -> String {
        self.text.extend_from_slice(END.as_bytes());
        if !self.full.is_empty() {
            self.full.push(self.text);
            self.text = self.full.concat();
        }
        String::from_utf8(self.text).expect("JSON is text")
    }
}

/// A row before and after a change.
type Sides<R> = [Option<Arc<R>>; 2];

/// The rows of a change, if they are of this kind and stand under its key.
fn sides<R: Record>(change: &Change) -> Option<[Option<&Arc<R>>; 2]> {
    let rows = [change.before.as_ref(), change.after.as_ref()];
    let sides = rows.map(|row| {
        row.filter(|row| row.key() == change.key)
            .and_then(R::from_row)
    });
    let n_rows = rows.iter().flatten().count();
    (n_rows > 0 && sides.iter().flatten().count() == n_rows).then_some(sides)
}

/// Tells both sides of a change under a name: `{"line":[{…},null]}`.
fn pair<R: Alike>(
    text: &mut Vec<u8>,
    name: &str,
    sides: [Option<&Arc<R>>; 2],
    last: &mut Option<Arc<R>>,
) -> serde_json::Result<()> {
    text.extend_from_slice(b"{\"");
    text.extend_from_slice(name.as_bytes());
    text.extend_from_slice(b"\":[");
    for (at, row) in sides.into_iter().enumerate() {
        if at > 0 {
            text.push(b',');
        }
        let Some(row) = row else {
            text.extend_from_slice(b"null");
            continue;
        };
        row.tell(last.as_deref(), text)?;
        *last = Some(row.clone());
    }
    text.extend_from_slice(b"]}");
    Ok(())
}

/// A change set as it is read, in this format or the one before.
#[derive(Deserialize)]
pub(super) struct ToldSet {
    at: DateTime<Utc>,
    user: String,
    #[serde(default)]
    origin: Origin,
    changes: ToldChanges,
}

impl From<ToldSet> for ChangeSet {
    fn from(told: ToldSet) -> Self {
        Self {
            at: told.at,
            user: told.user,
            origin: told.origin,
            changes: told.changes.0,
        }
    }
}

struct ToldChanges(Vec<Change>);

impl<'de> Deserialize<'de> for ToldChanges {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = ToldChanges;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("changes")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<ToldChanges, A::Error> {
                let (mut lasts, mut changes) = (Lasts::default(), Vec::new());
                while let Some(change) = seq.next_element_seed(OneChange(&mut lasts))? {
                    changes.push(change);
                }
                Ok(ToldChanges(changes))
            }
        }
        deserializer.deserialize_seq(All)
    }
}

/// Reads a change after those before it.
struct OneChange<'a>(&'a mut Lasts);

impl<'de> DeserializeSeed<'de> for OneChange<'_> {
    type Value = Change;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Change, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneChange<'_> {
    type Value = Change;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a change")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Change, A::Error> {
        let (mut key, mut before, mut after) = (None, None, None);
        while let Some(name) = map.next_key::<&str>()? {
            match name {
                "key" => key = Some(map.next_value()?),
                "before" => before = map.next_value()?,
                "after" => after = map.next_value()?,
                "entry" => {
                    let sides = map.next_value_seed(BothSides(&mut self.0.entry))?;
                    [before, after] = sides.map(|row| row.map(Row::LogEntry));
                }
                "line" => {
                    let sides = map.next_value_seed(BothSides(&mut self.0.line))?;
                    [before, after] = sides.map(|row| row.map(Row::SegmentLine));
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        let key = key.or_else(|| before.as_ref().or(after.as_ref()).map(Row::key));
        let key = key.ok_or_else(|| A::Error::missing_field("key"))?;
        Ok(Change { key, before, after })
    }
}

/// Reads a row before and after a change.
struct BothSides<'a, R>(&'a mut Option<Arc<R>>);

impl<'de, R: Alike> DeserializeSeed<'de> for BothSides<'_, R> {
    type Value = Sides<R>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Sides<R>, D::Error> {
        deserializer.deserialize_tuple(2, self)
    }
}

impl<'de, R: Alike> Visitor<'de> for BothSides<'_, R> {
    type Value = Sides<R>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row before and after")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Sides<R>, A::Error> {
        let mut side = |at: usize| {
            let row = seq.next_element_seed(OneRow(&mut *self.0))?;
            row.ok_or_else(|| A::Error::invalid_length(at, &"two rows"))
        };
        Ok([side(0)?, side(1)?])
    }
}

//! Rows that are told by what differs from the one told before: rows that are many and differ in little.
//!
//! Each is told field by field, so a field that is added to one of them does not compile until it is told too.
//! There are two ways. As text, for change sets: a field is known by its name, and what is missing when it is
//! read is as it was before. As bytes (`packed.rs`), for blocks: which fields are told is a row of bits, in the
//! order of the lists below, and a change of a list is a new format.

use super::contact::Contact;
use super::interaction::LogEntry;
use super::segment::line::SegmentLine;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use postcard::Serializer;
use postcard::de_flavors::Slice;
use postcard::ser_flavors::ExtendFlavor;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

/// A row that is told by what differs.
pub trait Alike: Clone + for<'de> Deserialize<'de> {
    /// Tells the fields that differ from those of the row before, or all of them.
    fn tell(&self, last: Option<&Self>, text: &mut Vec<u8>) -> serde_json::Result<()>;
    /// Takes a field over.
    fn take<'de, A: MapAccess<'de>>(&mut self, field: &str, map: &mut A) -> Result<(), A::Error>;
    /// Packs the fields that differ from those of the row before, or all of them.
    fn pack(&self, last: Option<&Self>, packer: &mut Packer) -> postcard::Result<()>;
    /// The row that was packed: what was not is as in the row before.
    fn unpack(last: Option<&Self>, input: &mut Input<'_>) -> postcard::Result<Self>;
    /// Makes this row, which is the one before, the one that was packed.
    fn unpack_over(&mut self, input: &mut Input<'_>) -> postcard::Result<()>;
}

/// Packs values.
pub type Packer = Serializer<ExtendFlavor<Vec<u8>>>;
/// Values that were packed, to be read.
pub type Input<'a> = postcard::Deserializer<'a, Slice<'a>>;

/// Tells rows field by field, each as serde does. Ids (`id`, and `maybe_id` where there may be none), which are
/// most of what differs, are written as they are: nothing in them has to be escaped.
macro_rules! alike {
    ($Row:ident { $($field:ident $(as $how:ident)?),* $(,)? }) => {
        impl Alike for $Row {
            fn tell(&self, last: Option<&Self>, text: &mut Vec<u8>) -> serde_json::Result<()> {
                // Taken apart, so that no field can be forgotten.
                let Self { $($field),* } = self;
                let mut before = b'{';
                $(if last.is_none_or(|last| last.$field != *$field) {
                    text.push(before);
                    text.extend_from_slice(concat!("\"", stringify!($field), "\":").as_bytes());
                    alike!(@value text $field $($how)?);
                    before = b',';
                })*
                if before == b'{' {
                    text.push(before);
                }
                text.push(b'}');
                Ok(())
            }

            fn take<'de, A: MapAccess<'de>>(
                &mut self,
                field: &str,
                map: &mut A,
            ) -> Result<(), A::Error> {
                match field {
                    $(stringify!($field) => self.$field = map.next_value()?,)*
                    _ => drop(map.next_value::<IgnoredAny>()?),
                }
                Ok(())
            }

            fn pack(&self, last: Option<&Self>, packer: &mut Packer) -> postcard::Result<()> {
                let Self { $($field),* } = self;
                let (mut told, mut bit) = (0_u64, 1);
                $(
                    if last.is_none_or(|last| last.$field != *$field) {
                        told |= bit;
                    }
                    bit <<= 1;
                )*
                told.serialize(&mut *packer)?;
                $(if last.is_none_or(|last| last.$field != *$field) {
                    alike!(@pack packer $field $($how)?)?;
                })*
                Ok(())
            }

            fn unpack(last: Option<&Self>, packed: &mut Input<'_>) -> postcard::Result<Self> {
                let mut told = u64::deserialize(&mut *packed)?;
                // Field by field, so that no text is copied that another one replaces.
                let row = Self {
                    $($field: {
                        let is_told = told & 1 == 1;
                        told >>= 1;
                        match last {
                            _ if is_told => alike!(@unpack packed $($how)?)?,
                            Some(last) => last.$field.clone(),
                            None => return Err(postcard::Error::SerdeDeCustom),
                        }
                    }),*
                };
                match told {
                    0 => Ok(row),
                    _ => Err(postcard::Error::SerdeDeCustom),
                }
            }

            fn unpack_over(&mut self, packed: &mut Input<'_>) -> postcard::Result<()> {
                let mut told = u64::deserialize(&mut *packed)?;
                $(
                    if told & 1 == 1 {
                        self.$field = alike!(@unpack packed $($how)?)?;
                    }
                    told >>= 1;
                )*
                match told {
                    0 => Ok(()),
                    _ => Err(postcard::Error::SerdeDeCustom),
                }
            }
        }
    };
    (@pack $packer:ident $field:ident day) => {
        $field.map(|date| date.num_days_from_ce()).serialize(&mut *$packer)
    };
    (@pack $packer:ident $field:ident time) => {
        $field.map(|time| (time.num_seconds_from_midnight(), time.nanosecond())).serialize(&mut *$packer)
    };
    (@pack $packer:ident $field:ident moment) => {
        ($field.timestamp(), $field.timestamp_subsec_nanos()).serialize(&mut *$packer)
    };
    (@pack $packer:ident $field:ident $($how:ident)?) => {
        $field.serialize(&mut *$packer)
    };
    (@unpack $packed:ident day) => {
        unpack_day($packed)
    };
    (@unpack $packed:ident time) => {
        unpack_time($packed)
    };
    (@unpack $packed:ident moment) => {
        unpack_moment($packed)
    };
    (@unpack $packed:ident $($how:ident)?) => {
        Deserialize::deserialize(&mut *$packed)
    };
    (@value $text:ident $field:ident id) => {
        tell_id($text, (*$field).into())
    };
    (@value $text:ident $field:ident maybe_id) => {
        match *$field {
            Some(id) => tell_id($text, id.into()),
            None => $text.extend_from_slice(b"null"),
        }
    };
    (@value $text:ident $field:ident $($how:ident)?) => {
        serde_json::to_writer(&mut *$text, $field)?
    };
}

/// Dates and times are packed as numbers: to read them as texts took as long as all else.
fn unpack_day(packed: &mut Input<'_>) -> postcard::Result<Option<NaiveDate>> {
    let day = Option::<i32>::deserialize(packed)?;
    let date =
        |day| NaiveDate::from_num_days_from_ce_opt(day).ok_or(postcard::Error::SerdeDeCustom);
    day.map(date).transpose()
}

fn unpack_time(packed: &mut Input<'_>) -> postcard::Result<Option<NaiveTime>> {
    let told = Option::<(u32, u32)>::deserialize(packed)?;
    let time = |(second, nano)| {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, nano);
        time.ok_or(postcard::Error::SerdeDeCustom)
    };
    told.map(time).transpose()
}

fn unpack_moment(packed: &mut Input<'_>) -> postcard::Result<DateTime<Utc>> {
    let (second, nano) = <(i64, u32)>::deserialize(packed)?;
    DateTime::from_timestamp(second, nano).ok_or(postcard::Error::SerdeDeCustom)
}

fn tell_id(text: &mut Vec<u8>, id: Uuid) {
    let mut room = Uuid::encode_buffer();
    text.push(b'"');
    text.extend_from_slice(id.hyphenated().encode_lower(&mut room).as_bytes());
    text.push(b'"');
}

alike!(LogEntry {
    id as id,
    no,
    state,
    contact as maybe_id,
    company as maybe_id,
    date as day,
    time as time,
    description,
    subject,
    template,
    group,
    language,
    attachment,
    information_flow,
    initiated_by,
    evaluation,
    attempt_failed,
    cost,
    duration,
    salesperson,
    correspondence_type,
    user,
    written_at as moment,
    comments,
    campaign,
    campaign_entry,
    campaign_target,
    campaign_response,
    segment_no,
    logged_segment,
    canceled,
});

alike!(Contact {
    id as id,
    no,
    no_series,
    kind,
    name,
    address,
    address_2,
    post_code,
    city,
    country,
    phone,
    mobile_phone,
    email,
    home_page,
    salesperson,
    language,
    correspondence_type,
    privacy_blocked,
    salutation,
    exclude_from_segment,
});

alike!(SegmentLine {
    id as id,
    segment as id,
    line_no,
    contact as maybe_id,
    description,
    template,
    group,
    salesperson,
    correspondence_type,
    language,
    subject,
    attachment,
    languages,
    cost,
    duration,
    information_flow,
    initiated_by,
    campaign,
    campaign_target,
    campaign_response,
    date as day,
    time as time,
    evaluation,
    attempt_failed,
});

/// Reads a row that says what differs from the one before it; or none.
pub struct OneRow<'a, R>(pub &'a mut Option<Arc<R>>);

impl<'de, R: Alike> DeserializeSeed<'de> for OneRow<'_, R> {
    type Value = Option<Arc<R>>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, R: Alike> Visitor<'de> for OneRow<'_, R> {
    type Value = Option<Arc<R>>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row or null")
    }
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let row = match self.0.as_deref() {
            None => R::deserialize(MapAccessDeserializer::new(map))?,
            Some(last) => {
                let mut row = last.clone();
                while let Some(field) = map.next_key::<&str>()? {
                    row.take(field, &mut map)?;
                }
                row
            }
        };
        let row = Arc::new(row);
        *self.0 = Some(row.clone());
        Ok(Some(row))
    }
}

//! The only clock, and the only source of chance.

use crate::domain::id;
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use uuid::Uuid;

/// The instant, to the millisecond.
pub fn now() -> DateTime<Utc> {
    let millis = js_sys::Date::now();
    DateTime::from_timestamp_millis(millis as i64).unwrap_or_default()
}

/// The same instant on the user's wall clock.
pub fn local(now: DateTime<Utc>) -> NaiveDateTime {
    let date = js_sys::Date::new(&(now.timestamp_millis() as f64).into());
    // Minutes that local time lies behind Coordinated Universal Time: negative in Finland.
    now.naive_utc() - Duration::minutes(date.get_timezone_offset() as i64)
}

/// A new id for a row.
pub fn new_id<I: From<Uuid>>() -> I {
    let mut random = [0_u8; 10];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if crypto.is_none_or(|crypto| crypto.get_random_values_with_u8_array(&mut random).is_err()) {
        // No cryptography on this page: nothing here is secret, ids only have to differ.
        random.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    id::new(now().timestamp_millis().max(0) as u64, random)
}

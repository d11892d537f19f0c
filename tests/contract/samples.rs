//! Rows, change sets and drafts to write.

use chrono::{DateTime, TimeDelta, Utc};
use lokikirja::domain::code::SalespersonCode;
use lokikirja::domain::id::{self, LogEntryId, SalespersonId};
use lokikirja::domain::interaction::form::{self, InteractionForm, Opener};
use lokikirja::domain::interaction::{Canceled, EntryNo, EntryState, LogEntry};
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::values::{Minutes, Money};
use lokikirja::domain::{Change, ChangeSet, Key, Moment, Origin, Records, Revision, Row};
use lokikirja::journal::{Draft, Loaded, Meta, Ownership};
use std::sync::Arc;
use uuid::Uuid;

/// Sunday 1 February 2026, noon, and so many seconds.
pub fn at(seconds: u32) -> DateTime<Utc> {
    DateTime::from_timestamp(1_769_947_200, 0).expect("an instant")
        + TimeDelta::seconds(i64::from(seconds))
}

/// The `n`th id of its kind.
pub fn nth_id<I: From<Uuid>>(n: u32) -> I {
    let mut random = [0; 10];
    random[6..].copy_from_slice(&n.to_be_bytes());
    id::new(1_769_947_200_000 + u64::from(n), random)
}

/// A company's description.
pub fn meta(name: &str) -> Meta {
    Meta {
        name: name.into(),
        created_at: at(0),
        ownership: Ownership::Own,
    }
}

/// The `n`th salesperson, under this name.
pub fn salesperson(n: u32, name: &str) -> Row {
    Row::Salesperson(Arc::new(Salesperson {
        id: nth_id::<SalespersonId>(n),
        code: SalespersonCode::new(&format!("S{n}")).expect("a code"),
        name: name.into(),
        job_title: "Myyntipäällikkö".into(),
        phone: String::new(),
        email: format!("s{n}@esimerkki.fi"),
        blocked: false,
        privacy_blocked: n.is_multiple_of(2),
    }))
}

/// The key of the `n`th salesperson.
pub fn salesperson_key(n: u32) -> Key {
    Key::Salesperson(nth_id(n))
}

/// The `n`th entry of the log: postponed, with nobody.
pub fn log_entry(n: u32, description: &str) -> LogEntry {
    LogEntry {
        id: nth_id(n),
        no: EntryNo(n),
        state: EntryState::Postponed {
            date_is_proposal: true,
            time_is_proposal: true,
        },
        contact: None,
        company: None,
        date: Some(at(n).date_naive()),
        time: None,
        description: description.into(),
        subject: String::new(),
        template: None,
        group: None,
        language: None,
        attachment: None,
        information_flow: None,
        initiated_by: None,
        evaluation: None,
        attempt_failed: false,
        cost: Money(0),
        duration: Minutes(0),
        salesperson: None,
        correspondence_type: None,
        user: String::new(),
        written_at: at(n),
        comments: Vec::new(),
        campaign: None,
        campaign_entry: None,
        campaign_target: false,
        campaign_response: false,
        segment_no: None,
        logged_segment: None,
        canceled: Canceled::default(),
    }
}

/// The change of the `n`th entry from one description to another; none: it is not there.
pub fn log_change(n: u32, before: Option<&str>, after: Option<&str>) -> Change {
    let row = |text| Row::LogEntry(Arc::new(log_entry(n, text)));
    Change {
        key: Key::LogEntry(nth_id(n)),
        before: before.map(row),
        after: after.map(row),
    }
}

/// A change set of these changes, written `n` seconds after noon.
pub fn set(n: u32, changes: Vec<Change>) -> ChangeSet {
    ChangeSet {
        at: at(n),
        user: "Käyttäjä".into(),
        origin: Origin::default(),
        changes,
    }
}

/// A change set that creates the `n`th salesperson.
pub fn creation(n: u32) -> ChangeSet {
    let change = Change {
        key: salesperson_key(n),
        before: None,
        after: Some(salesperson(n, "Uusi")),
    };
    set(n, vec![change])
}

/// What a load comes to.
pub fn records_of(loaded: &Loaded) -> Records {
    let mut records = Records::load(loaded.rows.clone(), loaded.folded);
    for (revision, set) in &loaded.sets {
        records.apply(*revision, &set.changes);
    }
    records
}

/// What these change sets come to, from nothing.
pub fn replayed<'a>(sets: impl IntoIterator<Item = &'a ChangeSet>) -> Records {
    let mut records = Records::default();
    for set in sets {
        records.apply(records.revision().next(), &set.changes);
    }
    records
}

/// The moment of these samples.
pub fn moment() -> Moment {
    let local = at(0).naive_utc();
    Moment {
        now: at(0),
        local,
        work_date: local.date(),
        user: "Käyttäjä".into(),
        my_salesperson: None,
    }
}

/// A blank form for the `n`th entry with this description.
pub fn form(n: u32, description: &str) -> InteractionForm {
    let entry = nth_id::<LogEntryId>(n);
    let mut form = form::open(&Records::default(), &moment(), entry, Opener::Blank)
        .expect("a blank form opens");
    form.description = description.into();
    form
}

/// A draft of that form, saved `n` seconds after noon.
pub fn draft(n: u32, description: &str) -> Draft {
    Draft {
        saved_at: at(n),
        form: form(n, description),
    }
}

/// The revision with this number.
pub fn rev(number: u32) -> Revision {
    Revision(u64::from(number))
}

//! Backup and restore in the interface: writing a file, looking one through and restoring it, and the reminder.
//!
//! `work.rs` does the work, `writing.rs` and `restoring.rs` are the two halves of the page; the second also
//! stands where no company is open. `exchange.rs` puts one state of a company in the place of another, and back.
//! `reminding.rs` says when a backup is due, on Home and in the panel of the mark at the top.

mod exchange;
mod holds;
mod job;
mod reminding;
mod restoring;
mod work;
mod writing;

pub use exchange::{listen, other_state};
pub use reminding::{in_panel, reminder, seven_days};
pub use restoring::restoring;
pub use writing::{save_what_reads, writing};

use super::parts::badge::Note;
use super::parts::live::live;
use super::parts::tone::Tone;
use super::text::texts;
use crate::backup::BackupError;
use crate::language::Messages;
use crate::ui::text::Said;
use crate::ui::text::said;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// Why something was not done, what was kept and what to do.
fn trouble(
    error: Signal<Option<BackupError>>,
    kept: fn(&'static Messages) -> &'static str,
) -> AnyView {
    live(move || {
        let Some(error) = error.get() else {
            return ().into_any();
        };
        let m = texts();
        let told = (m.backup.error)(&error);
        view! {
            <div role="alert">
                <Note tone=Tone::Bad>
                    <p><strong>{told.what}</strong>" "{told.to_do}" "{kept(m)}</p>
                    {told.detail.map(|detail| view! { <p class="muted">{detail}</p> })}
                </Note>
            </div>
        }
        .into_any()
    })
}

/// The same for a message.
fn told(error: BackupError, kept: fn(&'static Messages) -> &'static str) -> Said {
    said(move |m| {
        let told = (m.backup.error)(&error);
        format!("{} {} {}", told.what, told.to_do, kept(m))
    })
}

/// An instant as people read it.
fn when(m: &'static Messages, at: DateTime<Utc>) -> String {
    m.format.date_and_time(crate::browser::clock::local(at))
}

//! English: troubles with the device.

use crate::journal::JournalError;
use crate::language::trouble::{Told, TroubleTexts};

pub(super) const TROUBLE: TroubleTexts = TroubleTexts {
    journal,
    missing: || {
        Told::new(
            "There is no logbook of this name on this device.",
            "Restore a backup, open another company, or start with an empty logbook.",
        )
    },
    emptied: |m, expected, found| {
        let count = |n| m.format.count(n);
        Told::new(
            format!(
                "Data is missing: this device held {} records, and {} are left. The browser or the disk has lost the rest.",
                count(expected),
                count(found)
            ),
            "Restore a backup, if you have one. You can also go on with what is left; save that first, in a file of its own.",
        )
    },
    some_damage: |n| {
        match n {
        1 => "1 record contradicts another one. You can go on working. Check data, in Setup, shows which and repairs what can be.".into(),
        n => format!("{n} records contradict others. You can go on working. Check data, in Setup, shows which and repairs what can be."),
    }
    },
    unreadable_drafts: |n| match n {
        1 => "1 draft cannot be read by this version of Lokikirja. It is kept.".into(),
        n => format!("{n} drafts cannot be read by this version of Lokikirja. They are kept."),
    },
    not_saved: "Not saved.",
};

fn journal(error: &JournalError) -> Told {
    match error {
        JournalError::Full => Told::new(
            "The device, or the browser's share of it, is full.",
            "Make room on the device, then try again. Reading still works.",
        ),
        JournalError::Taken => Told::new(
            "Other tabs were faster, again and again.",
            "Try again.",
        ),
        JournalError::Blocked => Told::new(
            "Another tab holds an older version of Lokikirja open.",
            "Close the other Lokikirja tabs, then try again.",
        ),
        JournalError::Busy => Told::new(
            "Another Lokikirja tab is doing this at the moment.",
            "Wait until it is done, then try again.",
        ),
        JournalError::Newer { .. } => Told::new(
            "This logbook was written by a newer version of Lokikirja.",
            "Reload the page to get that version.",
        ),
        JournalError::Superseded => Told::new(
            "Another tab runs a newer version of Lokikirja and has taken the logbook over.",
            "Reload this page.",
        ),
        JournalError::Damaged { place, detail } => Told::new(
            "A part of the stored logbook cannot be read.",
            "Try again once. If it stays so, save what can be read, and restore it or a backup as a new company; what lies here stays as it is.",
        )
        .with(format!("{place}: {detail}")),
        JournalError::Closed => Told::new(
            "The browser closed the connection to the logbook. It is not known whether the last change was saved.",
            "Reload the page and look.",
        ),
        JournalError::Gone => Told::new(
            "This logbook is no longer on this device: it was deleted in another tab, or the browser's data was cleared.",
            "Restore a backup, open another company, or start with an empty logbook.",
        ),
        JournalError::Denied => Told::new(
            "The browser does not let this page store anything: a setting, or a private window.",
            "Allow this page to store data, then try again. Or continue without saving.",
        ),
        JournalError::Unavailable { detail } => Told::new(
            "The device does not answer as it should.",
            "Try again. If it stays so, restart the browser and look whether the disk is full or damaged.",
        )
        .with(detail.clone()),
    }
}

//! When a backup is due, and which browsers forget.

use crate::contract::at;
use chrono::TimeDelta;
use lokikirja::backup::reminder::{Due, Remembered, due, forgets_after_seven_days};
use lokikirja::domain::Revision;

/// Days after the company was created.
fn day(n: i64) -> chrono::DateTime<chrono::Utc> {
    at(0) + TimeDelta::days(n)
}

fn at_revision(remembered: &Remembered, revision: u64, today: i64) -> Option<Due> {
    due(remembered, Revision(revision), at(0), day(today))
}

#[test]
fn the_first_backup_is_due_after_some_changes_or_two_weeks() {
    let never = Remembered::default();
    assert_eq!(at_revision(&never, 0, 1_000), None);
    assert_eq!(at_revision(&never, 29, 0), None);
    let n = |n_changes, days| Some(Due { n_changes, days });
    assert_eq!(at_revision(&never, 30, 0), n(30, None));
    assert_eq!(at_revision(&never, 1, 13), None);
    assert_eq!(at_revision(&never, 1, 14), n(1, None));
}

#[test]
fn the_next_one_is_due_after_many_changes_or_two_weeks() {
    let once = Remembered {
        last: Some(day(10)),
        revision: Revision(100),
        put_off: None,
    };
    let n = |n_changes, days| {
        Some(Due {
            n_changes,
            days: Some(days),
        })
    };
    assert_eq!(at_revision(&once, 100, 500), None);
    assert_eq!(at_revision(&once, 299, 11), None);
    assert_eq!(at_revision(&once, 300, 11), n(200, 1));
    assert_eq!(at_revision(&once, 101, 23), None);
    assert_eq!(at_revision(&once, 101, 24), n(1, 14));
}

#[test]
fn put_off_it_comes_back_after_three_days() {
    let put_off = Remembered {
        put_off: Some(day(20)),
        ..Remembered::default()
    };
    assert_eq!(at_revision(&put_off, 500, 22), None);
    assert!(at_revision(&put_off, 500, 23).is_some());
}

/// A clock that was wrong once, or is now, neither silences the reminder for years nor repeats it.
#[test]
fn wrong_clocks_are_survived() {
    let in_the_future = Remembered {
        last: Some(day(400)),
        revision: Revision(100),
        put_off: Some(day(400)),
    };
    assert_eq!(at_revision(&in_the_future, 101, 0), None);
    let n = Some(Due {
        n_changes: 200,
        days: Some(0),
    });
    assert_eq!(at_revision(&in_the_future, 300, 0), n);
}

#[test]
fn safari_on_phones_and_pads_forgets_unless_it_is_installed() {
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15";
    let chrome_there = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) CriOS/130.0";
    let pad = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1";
    let old_pad = "Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) AppleWebKit/605.1.15";
    let android = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile";
    let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0";
    for (agent, touches, forgets) in [
        (phone, 5, true),
        (chrome_there, 5, true),
        (pad, 5, true),
        (pad, 0, false),
        (old_pad, 5, true),
        (android, 5, false),
        (windows, 10, false),
    ] {
        assert_eq!(
            forgets_after_seven_days(agent, touches, false),
            forgets,
            "{agent}"
        );
        assert!(
            !forgets_after_seven_days(agent, touches, true),
            "installed: {agent}"
        );
    }
}

//! Waiting for a condition with a bound. Tests do not sleep; they say what they wait for.

use fantoccini::error::{CmdError, ErrorStatus};
use std::{
    panic::Location,
    time::{Duration, Instant},
};

/// How long a test waits for something that should happen at once. Generous, because two tests and
/// two browsers share two cores, and other builds may run beside them: loading the demo company then took
/// over fifteen seconds. A test that passes does not wait for it.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Time between the first two looks. Each later pause is half as long again, up to [`LONGEST_PAUSE`]: a look makes
/// the browser lay out the page and name what is on it, which a page that is busy has no time for.
const FIRST_PAUSE: Duration = Duration::from_millis(25);
const LONGEST_PAUSE: Duration = Duration::from_millis(150);

/// Why an attempt did not succeed, in words for the failure message.
#[derive(Debug)]
pub enum Trouble {
    /// Not the case now; it may become so.
    NotYet(String),
    /// Will not become so: the browser is gone, or the question makes no sense.
    Never(String),
}

impl From<CmdError> for Trouble {
    fn from(error: CmdError) -> Trouble {
        let passing = matches!(
            &error,
            CmdError::Standard(answer) if matches!(
                answer.error,
                ErrorStatus::ElementClickIntercepted
                    | ErrorStatus::ElementNotInteractable
                    | ErrorStatus::InvalidElementState
                    | ErrorStatus::MoveTargetOutOfBounds
                    | ErrorStatus::NoSuchElement
                    | ErrorStatus::StaleElementReference
            )
        );
        if passing {
            Trouble::NotYet(error.to_string())
        } else {
            Trouble::Never(error.to_string())
        }
    }
}

/// Tries until `attempt` succeeds or [`PATIENCE`] is over.
///
/// # Panics
/// When it does not succeed in time: with `what` was awaited, where in the test, and the last reason.
#[track_caller]
pub fn eventually<T>(
    what: impl Into<String>,
    attempt: impl AsyncFnMut() -> Result<T, Trouble>,
) -> impl Future<Output = T> {
    eventually_at(Location::caller(), PATIENCE, what.into(), attempt)
}

/// [`eventually`] for a place in a test that was noted earlier.
pub(crate) async fn eventually_at<T>(
    place: &'static Location<'static>,
    patience: Duration,
    what: String,
    mut attempt: impl AsyncFnMut() -> Result<T, Trouble>,
) -> T {
    let start = Instant::now();
    let mut pause = FIRST_PAUSE;
    loop {
        match attempt().await {
            Ok(value) => return value,
            Err(Trouble::Never(why)) => fail(place, &format!("{what}: {why}")),
            Err(Trouble::NotYet(why)) if start.elapsed() > patience => fail(
                place,
                &format!("{what}: not within {} s: {why}", patience.as_secs()),
            ),
            Err(Trouble::NotYet(_)) => {
                tokio::time::sleep(pause).await;
                pause = LONGEST_PAUSE.min(pause * 3 / 2);
            }
        }
    }
}

/// Fails the test with a message that begins with the place in the test.
pub(crate) fn fail(place: &Location<'_>, message: &str) -> ! {
    panic!("{place}\n{message}")
}

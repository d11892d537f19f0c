//! The program in two parts: what a first visit shows ([`super::first`]), and the rest, which is fetched
//! when that stands there. A release is cut apart here (`xtask/src/chores/split.rs`); while developing both
//! parts are one file, and what is called here is called at once.

use super::pages::welcome::FirstStep;
use super::{app, offline};

/// The rest of the program did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotArrived;

/// Fetches the rest of the program. Takes no time once it is there; may be tried again.
///
/// Errors: it did not arrive.
pub async fn fetch() -> Result<(), NotArrived> {
    cut::fetch().await
}

/// Fetches the rest of the program and lets it take over the page, beginning with what was chosen.
///
/// Errors: as [`fetch`].
pub async fn open(step: Option<FirstStep>) -> Result<(), NotArrived> {
    cut::open(step).await
}

/// Begins to keep the app for when there is no network, once the rest of the program is there.
pub async fn keep_for_offline() {
    // Without it there is nothing to keep: whoever goes on from here fetches it first.
    let _ = cut::keep_for_offline().await;
}

#[cfg(not(feature = "split"))]
mod cut {
    use super::{FirstStep, NotArrived, app, offline};

    pub(super) async fn fetch() -> Result<(), NotArrived> {
        Ok(())
    }

    pub(super) async fn open(step: Option<FirstStep>) -> Result<(), NotArrived> {
        app::start(step);
        Ok(())
    }

    pub(super) async fn keep_for_offline() -> Result<(), NotArrived> {
        offline::start();
        Ok(())
    }
}

#[cfg(feature = "split")]
#[allow(
    unsafe_code,
    reason = "where the program is cut, one part calls the other through an import"
)]
mod cut {
    use super::{FirstStep, NotArrived, app, offline};
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    impl From<SplitLoaderError> for NotArrived {
        fn from(_: SplitLoaderError) -> Self {
            NotArrived
        }
    }

    pub(super) async fn fetch() -> Result<(), NotArrived> {
        Ok(arrive().await?)
    }

    #[wasm_split(rest, fallible, preload(arrive), wasm_split_path = leptos::wasm_split)]
    pub(super) fn open(step: Option<FirstStep>) -> Result<(), NotArrived> {
        app::start(step);
        Ok(())
    }

    #[wasm_split(rest, fallible, wasm_split_path = leptos::wasm_split)]
    pub(super) fn keep_for_offline() -> Result<(), NotArrived> {
        offline::start();
        Ok(())
    }
}

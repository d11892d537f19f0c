//! Saving a file that is written bit by bit: where the user says, in browsers that let pages write files;
//! elsewhere it is gathered, and goes where the browser puts what is downloaded.

use super::download;
use crate::backup::{BackupError, Sink};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

/// A file that is being written.
#[derive(Debug)]
pub struct SaveFile {
    name: String,
    media_type: &'static str,
    to: To,
}

#[derive(Debug)]
enum To {
    /// A stream of `showSaveFilePicker`. What it wrote takes the place of a file only when it is closed.
    Stream(JsValue),
    /// Gathered for a download.
    Parts(Array),
}

/// What is being saved.
#[derive(Clone, Copy, Debug)]
pub struct Kind<'a> {
    /// The media type, such as `application/gzip`.
    pub media_type: &'static str,
    /// The ending, with its dot.
    pub ending: &'static str,
    /// What such files are called, for the user.
    pub called: &'a str,
}

impl SaveFile {
    /// Begins: asks the user where, if the browser can. To be called by a press of the user.
    ///
    /// Errors: [`BackupError::Canceled`] when the user does not choose; [`BackupError::File`].
    pub async fn begin(name: String, kind: Kind<'_>) -> Result<Self, BackupError> {
        let to = match picker() {
            Some(picker) => To::Stream(pick(&picker, &name, kind).await.map_err(|error| {
                let aborted = error.dyn_ref::<DomException>();
                match aborted.is_some_and(|error| error.name() == "AbortError") {
                    true => BackupError::Canceled,
                    false => failed(&error),
                }
            })?),
            None => To::Parts(Array::new()),
        };
        Ok(Self {
            name,
            media_type: kind.media_type,
            to,
        })
    }

    /// All is written: the file is there, under its name.
    pub async fn finish(self) -> Result<String, BackupError> {
        match &self.to {
            To::Stream(stream) => {
                let closed = call(stream, "close", &JsValue::UNDEFINED).await;
                closed.map_err(|error| failed(&error))?;
            }
            To::Parts(parts) => {
                let done = download::download_parts(&self.name, self.media_type, parts);
                done.map_err(|error| failed(&error))?;
            }
        }
        Ok(self.name)
    }

    /// Leaves everything as it was before.
    pub async fn give_up(self) {
        if let To::Stream(stream) = &self.to {
            // A stream that has failed has left it so already.
            let _ = call(stream, "abort", &JsValue::UNDEFINED).await;
        }
    }
}

impl Sink for SaveFile {
    async fn write(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        let bytes = Uint8Array::from(bytes);
        match &self.to {
            To::Stream(stream) => {
                let written = call(stream, "write", &bytes).await;
                written.map(drop).map_err(|error| failed(&error))
            }
            To::Parts(parts) => {
                parts.push(&bytes);
                Ok(())
            }
        }
    }
}

/// How the browser lets a page choose a file to write, if it does. By name: the bindings have no stable way.
fn picker() -> Option<Function> {
    let window = web_sys::window()?;
    let picker = Reflect::get(&window, &"showSaveFilePicker".into()).ok()?;
    picker.dyn_into().ok()
}

async fn pick(picker: &Function, name: &str, kind: Kind<'_>) -> Result<JsValue, JsValue> {
    let endings = Object::new();
    Reflect::set(
        &endings,
        &kind.media_type.into(),
        &Array::of1(&kind.ending.into()),
    )?;
    let accepted = Object::new();
    Reflect::set(&accepted, &"description".into(), &kind.called.into())?;
    Reflect::set(&accepted, &"accept".into(), &endings)?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    Reflect::set(&options, &"types".into(), &Array::of1(&accepted))?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let chosen = picker.call1(&window, &options)?;
    let handle = JsFuture::from(Promise::resolve(&chosen)).await?;
    call(&handle, "createWritable", &JsValue::UNDEFINED).await
}

async fn call(on: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(on, &name.into())?.dyn_into()?;
    let answer = method.call1(on, with)?;
    JsFuture::from(Promise::resolve(&answer)).await
}

/// What the browser said, for the report.
pub(super) fn failed(error: &JsValue) -> BackupError {
    let detail = match error.dyn_ref::<DomException>() {
        Some(error) => format!("{}: {}", error.name(), error.message()),
        None => format!("{error:?}"),
    };
    BackupError::File { detail }
}

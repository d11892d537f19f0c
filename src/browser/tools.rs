//! What backups need of the browser: packing (`CompressionStream`), sealing (`crypto.subtle`) and chance.

use crate::backup::{ToolError, Tools};
use crate::journal::indexed_db::next_turn;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

/// How packing streams are called in browsers.
const PACKING: &str = "CompressionStream";
const UNPACKING: &str = "DecompressionStream";

/// The browser's tools.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserTools;

impl Tools for BrowserTools {
    type Key = CryptoKey;

    fn can_pack(&self) -> bool {
        constructor(PACKING).is_some()
    }

    async fn pack(&self, bytes: &[u8]) -> Result<Vec<u8>, ToolError> {
        // What is packed is at most a little longer.
        streamed(PACKING, bytes, 2 * bytes.len() + 1_024).await
    }

    async fn unpack(&self, bytes: &[u8], most: usize) -> Result<Vec<u8>, ToolError> {
        streamed(UNPACKING, bytes, most).await
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), ToolError> {
        let filled = crypto()?.get_random_values_with_u8_array(bytes);
        filled.map(drop).map_err(|_| ToolError::Missing)
    }

    async fn key(
        &self,
        passphrase: &str,
        salt: &[u8],
        rounds: u32,
    ) -> Result<CryptoKey, ToolError> {
        let subtle = subtle()?;
        let passphrase = Uint8Array::from(passphrase.as_bytes());
        let may_derive = Array::of1(&"deriveKey".into());
        let asked = subtle.import_key_with_str("raw", &passphrase, "PBKDF2", false, &may_derive);
        let base: CryptoKey = answer(asked).await?.unchecked_into();
        let derivation = object(&[
            ("name", "PBKDF2".into()),
            ("hash", "SHA-256".into()),
            ("salt", Uint8Array::from(salt).into()),
            ("iterations", rounds.into()),
        ]);
        let key = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
        let may_seal = Array::of2(&"encrypt".into(), &"decrypt".into());
        let asked =
            subtle.derive_key_with_object_and_object(&derivation, &base, &key, false, &may_seal);
        Ok(answer(asked).await?.unchecked_into())
    }

    async fn seal(
        &self,
        key: &CryptoKey,
        nonce: &[u8; 12],
        about: &[u8],
        bytes: &[u8],
    ) -> Result<Vec<u8>, ToolError> {
        let (how, bytes) = (gcm(nonce, about), Uint8Array::from(bytes));
        made(subtle()?.encrypt_with_object_and_buffer_source(&how, key, &bytes)).await
    }

    async fn open(
        &self,
        key: &CryptoKey,
        nonce: &[u8; 12],
        about: &[u8],
        bytes: &[u8],
    ) -> Result<Vec<u8>, ToolError> {
        let (how, bytes) = (gcm(nonce, about), Uint8Array::from(bytes));
        made(subtle()?.decrypt_with_object_and_buffer_source(&how, key, &bytes)).await
    }

    async fn pause(&self) {
        next_turn().await;
    }
}

/// What AES-GCM is told beside the key.
fn gcm(nonce: &[u8; 12], about: &[u8]) -> Object {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce.as_slice()).into()),
        ("additionalData", Uint8Array::from(about).into()),
        ("tagLength", 128.into()),
    ])
}

fn object(properties: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        // A plain object takes every property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn crypto() -> Result<Crypto, ToolError> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.ok_or(ToolError::Missing)
}

/// Not there on addresses that are not secure.
fn subtle() -> Result<SubtleCrypto, ToolError> {
    let subtle = crypto()?.subtle();
    let is_there = !subtle.is_undefined();
    is_there.then_some(subtle).ok_or(ToolError::Missing)
}

async fn answer(asked: Result<Promise, JsValue>) -> Result<JsValue, ToolError> {
    let promise = asked.map_err(|_| ToolError::Refused)?;
    let answer = JsFuture::from(promise).await;
    answer.map_err(|_| ToolError::Refused)
}

/// The bytes that were asked for.
async fn made(asked: Result<Promise, JsValue>) -> Result<Vec<u8>, ToolError> {
    Ok(Uint8Array::new(&answer(asked).await?).to_vec())
}

fn constructor(name: &str) -> Option<Function> {
    let found = Reflect::get(&js_sys::global(), &name.into()).ok()?;
    found.dyn_into().ok()
}

/// What a stream makes of bytes, into so many at most. By name: most of what is read here has no place in
/// the bindings that would be smaller.
async fn streamed(name: &str, bytes: &[u8], most: usize) -> Result<Vec<u8>, ToolError> {
    let stream = constructor(name).ok_or(ToolError::Missing)?;
    let stream = Reflect::construct(&stream, &Array::of1(&"gzip".into()));
    let stream = stream.map_err(|_| ToolError::Missing)?;
    let writer = called(
        &part(&stream, "writable")?,
        "getWriter",
        &JsValue::UNDEFINED,
    )?;
    let reader = called(
        &part(&stream, "readable")?,
        "getReader",
        &JsValue::UNDEFINED,
    )?;
    // Whether they are kept shows itself at the other end.
    forget(called(&writer, "write", &Uint8Array::from(bytes))?);
    forget(called(&writer, "close", &JsValue::UNDEFINED)?);
    let mut made = Vec::new();
    loop {
        let read = called(&reader, "read", &JsValue::UNDEFINED)?;
        let read = answer(Ok(read.unchecked_into())).await?;
        if part(&read, "done")?.is_truthy() {
            return Ok(made);
        }
        let piece: Uint8Array = part(&read, "value")?.unchecked_into();
        if made.len() + piece.length() as usize > most {
            forget(called(&reader, "cancel", &JsValue::UNDEFINED)?);
            return Err(ToolError::Refused);
        }
        made.extend(piece.to_vec());
    }
}

fn part(of: &JsValue, name: &str) -> Result<JsValue, ToolError> {
    Reflect::get(of, &name.into()).map_err(|_| ToolError::Missing)
}

fn called(on: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, ToolError> {
    let method: Function = part(on, name)?.dyn_into().map_err(|_| ToolError::Missing)?;
    method.call1(on, with).map_err(|_| ToolError::Refused)
}

/// Waits for a promise that nobody waits for, so that its failure is no fault of the page.
fn forget(promise: JsValue) {
    wasm_bindgen_futures::spawn_local(async move {
        let _ = JsFuture::from(promise.unchecked_into::<Promise>()).await;
    });
}

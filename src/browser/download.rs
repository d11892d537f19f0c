//! Handing a file to the user: it goes where the browser puts what is downloaded.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to begin reading the file, in milliseconds.
const KEPT_MS: i32 = 60_000;

/// Downloads bytes under a name.
///
/// # Errors
/// When the browser cannot hold them or has no downloads.
pub fn download(name: &str, media_type: &str, bytes: &Uint8Array) -> Result<(), JsValue> {
    download_parts(name, media_type, &Array::of1(bytes))
}

/// Downloads a file of several parts, each an array of bytes.
///
/// # Errors
/// Those of [`download`].
pub fn download_parts(name: &str, media_type: &str, parts: &Array) -> Result<(), JsValue> {
    let about = BlobPropertyBag::new();
    about.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(parts, &about)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let let_go = Closure::once_into_js(move || {
        // Only an address that is none would be refused.
        let _ = Url::revoke_object_url(&address);
    });
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(let_go.unchecked_ref(), KEPT_MS)?;
    Ok(())
}

//! Handing a text to the clipboard.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Copies a text. A browser that has no clipboard, or keeps it from this page, copies nothing.
pub fn copy(text: &str) {
    // By name: nothing else of the clipboard is used.
    let copied = || {
        let clipboard = Reflect::get(&web_sys::window()?.navigator(), &"clipboard".into()).ok()?;
        let write = Reflect::get(&clipboard, &"writeText".into()).ok()?;
        let write: Function = write.dyn_into().ok()?;
        write.call1(&clipboard, &JsValue::from_str(text)).ok()
    };
    drop(copied());
}

//! Names of languages and countries in the user's language, as the browser knows them.

use crate::language::{Lang, messages};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A language by its code, `FI` as *suomi* or *Finnish*. Browsers leave out languages that few of
/// their users read; ours stands in, and the code itself where there is none.
pub fn language_name(code: &str, lang: Lang) -> String {
    display_name(&code.to_lowercase(), "language", lang).unwrap_or_else(|| {
        let ours = (messages(lang).terms.rare_language)(code);
        ours.unwrap_or(code).to_string()
    })
}

/// A country by its code, `FI` as *Suomi* or *Finland*; the code itself where the browser knows no
/// name.
pub fn country_name(code: &str, lang: Lang) -> String {
    display_name(code, "region", lang).unwrap_or_else(|| code.to_string())
}

/// `new Intl.DisplayNames(lang, { type, fallback: "none" }).of(code)`, spelled out because the
/// bindings lack it.
fn display_name(code: &str, kind: &str, lang: Lang) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let names: Function = Reflect::get(&intl, &"DisplayNames".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
    Reflect::set(&options, &"fallback".into(), &"none".into()).ok()?;
    let arguments = Array::of2(&lang.tag().into(), &options);
    let names: JsValue = Reflect::construct(&names, &arguments).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &code.into()).ok()?.as_string()
}

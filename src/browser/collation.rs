//! Alphabetical order as the browser knows it: `Intl.Collator`, one for each language.

use crate::language::Lang;
use crate::language::order::{Collation, roughly_sorted};
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};

/// The order of a language: in Finnish å, ä and ö stand after z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alphabet(pub Lang);

/// Which of two texts comes first.
pub fn compare(lang: Lang, a: &str, b: &str) -> Ordering {
    Alphabet(lang).compare(a, b)
}

/// The place of each text in their order, from 0 on, for sorting many at once. A list that is
/// sorted again and again keeps `Ranks` instead.
pub fn ranks<'a>(lang: Lang, texts: impl Iterator<Item = &'a str>) -> HashMap<&'a str, u32> {
    let texts: HashSet<&str> = texts.collect();
    let unsorted: Vec<Arc<str>> = texts.iter().map(|text| Arc::from(*text)).collect();
    let sorted = Alphabet(lang).sort(&unsorted);
    let place_of: HashMap<Arc<str>, u32> = sorted.into_iter().zip(0..).collect();
    let place = |text: &'a str| (text, place_of.get(text).copied().unwrap_or(u32::MAX));
    texts.into_iter().map(place).collect()
}

impl Collation for Alphabet {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        let answer = comparer(self.0).call2(&JsValue::NULL, &a.into(), &b.into());
        let number = answer.ok().and_then(|answer| answer.as_f64());
        match number {
            Some(number) => number.total_cmp(&0.0),
            // A browser without collation still puts equal texts together.
            None => a.cmp(b),
        }
    }

    /// The browser sorts by itself: calling back for each pair takes ten times as long. It begins with
    /// texts nearly in order: then it compares each about once, instead of some seventeen times.
    fn sort(&self, texts: &[Arc<str>]) -> Vec<Arc<str>> {
        let texts = roughly_sorted(self.0, texts);
        let array: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
        let sort = Reflect::get(&array, &"sort".into());
        let sort = sort.ok().and_then(|sort| sort.dyn_into::<Function>().ok());
        let sorted = sort.and_then(|sort| sort.call1(&array, &comparer(self.0)).ok());
        if sorted.is_none() {
            return texts;
        }
        let text = |value: JsValue| value.as_string().map(Arc::from);
        array.iter().filter_map(text).collect()
    }
}

/// The comparing function of a language's collator. Making one takes as long as thousands of
/// comparisons, so the last one is kept.
fn comparer(lang: Lang) -> Function {
    thread_local!(static KEPT: RefCell<Option<(Lang, Function)>> = const { RefCell::new(None) });
    KEPT.with_borrow_mut(|kept| match kept {
        Some((of, compare)) if *of == lang => compare.clone(),
        _ => {
            let collator = Intl::Collator::new(&Array::of1(&lang.tag().into()), &Object::new());
            let compare = collator.compare();
            *kept = Some((lang, compare.clone()));
            compare
        }
    })
}

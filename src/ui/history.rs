//! The tab's history: at which place of it the user is, and how far each place was scrolled.
//!
//! The browser tells that the address has changed, not in which direction. So every entry is marked
//! with its place. One without a mark is new: a link was followed, or an address typed.

use crate::ui::parts::press::listen;
use js_sys::Array;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// Of so many places the scrolling outlives a reload.
const N_KEPT: usize = 50;

/// What is typed stands in the address bar when the typing rests for so long. Between a key and what it finds, writing
/// the address would be a tenth of the time; and browsers take a hundred addresses in half a minute, no more.
const REST: Duration = Duration::from_millis(150);
/// What a user does next: the address is written before.
const NEXT: [&str; 4] = ["keydown", "pointerdown", "click", "pagehide"];

/// A page that fills itself is given so many frames to become as high as it was.
const MOST_FRAMES: u32 = 40;

#[derive(Default)]
struct Here {
    place: i32,
    address: String,
    /// The address of the same entry that is still to be written.
    late: Option<String>,
    /// An address was refused and the old one is on its way back.
    putting_back: bool,
    /// The next step was decided on: it ends where it ends.
    told: bool,
    /// How far down each place was scrolled, in pixels.
    tops: BTreeMap<i32, f64>,
    /// How far the page that is being shown is to be scrolled.
    wanted: f64,
}

thread_local!(static HERE: RefCell<Here> = RefCell::default());

/// What a change of the address means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// An address that was put back is there again.
    PutBack,
    /// The user is elsewhere, so many steps from where they were.
    At {
        /// Backwards below zero; zero when the entry was only given another address.
        steps: i32,
    },
}

/// What stands in the address bar from the `#` on.
pub(super) fn address() -> String {
    window().location().hash().unwrap_or_default()
}

/// Marks the entry at which the app opens, or finds its mark after a reload.
pub(super) fn start() {
    if let Ok(history) = window().history() {
        // The browser would scroll before the page is drawn.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
    HERE.with_borrow_mut(|here| {
        let mark = mark();
        here.address = address();
        here.place = mark.as_ref().map_or(0, |mark| mark.0);
        here.tops = mark.map(|mark| mark.1).unwrap_or_default();
        here.wanted = here.tops.get(&here.place).copied().unwrap_or_default();
        here.write(&here.address);
    });
    let scrolled = window_event_listener(leptos::ev::scroll, |_| {
        let top = window().scroll_y().unwrap_or_default();
        HERE.with_borrow_mut(|here| here.tops.insert(here.place, top));
    });
    // Written when the scrolling comes to rest: what is written while the page goes is not kept.
    let rested = window_event_listener(leptos::ev::scrollend, |_| {
        HERE.with_borrow(|here| here.write(&here.address));
    });
    listen(&NEXT, |_| write_late());
    // The listeners live as long as the program.
    std::mem::forget((scrolled, rested));
}

/// The address has changed. A new entry is marked.
pub(super) fn arrival() -> Arrival {
    HERE.with_borrow_mut(|here| {
        // It was that of the entry that is left.
        here.late = None;
        let now = address();
        let marked = mark().map(|(place, _)| place);
        let place = match marked {
            Some(place) => place,
            // The browser replaces an entry when it is gone to again.
            None if now == here.address => here.place,
            None => here.place + 1,
        };
        if here.putting_back {
            here.putting_back = place != here.place;
            return Arrival::PutBack;
        }
        if marked.is_none() {
            here.mark_new(place, &now);
        }
        Arrival::At {
            steps: place - here.place,
        }
    })
}

/// The user may be where they went.
pub(super) fn settle(steps: i32) {
    HERE.with_borrow_mut(|here| {
        here.place += steps;
        here.address = address();
        here.told = false;
        here.wanted = here.tops.get(&here.place).copied().unwrap_or_default();
    });
}

/// The user may not be where they went: the old address comes back.
pub(super) fn put_back(steps: i32) {
    HERE.with_borrow_mut(|here| here.putting_back = true);
    go(-steps);
}

/// Goes through the history, to a place that was decided on.
pub(super) fn step(steps: i32) {
    write_late();
    HERE.with_borrow_mut(|here| here.told = true);
    go(steps);
}

/// The place has changed and the address has not: a form was open there and is closed. One step
/// back is to be seen, so it goes on to the next.
pub(super) fn passed_by() {
    let steps = HERE.with_borrow_mut(|here| {
        let (place, _) = mark()?;
        let steps = place - here.place;
        if address() != here.address || here.putting_back || steps == 0 {
            return None;
        }
        here.place = place;
        (!std::mem::take(&mut here.told)).then_some(steps.signum())
    });
    if let Some(steps) = steps {
        go(steps);
    }
}

/// A new entry.
pub(super) fn push(address: &str) {
    write_late();
    let _ = window().location().set_hash(address);
    // Marked at once: the browser tells of the change later, and perhaps of two at a time.
    HERE.with_borrow_mut(|here| {
        if mark().is_none() {
            let place = here.place + 1;
            here.mark_new(place, address);
            here.place = place;
            here.address = self::address();
            here.wanted = 0.0;
        }
    });
}

/// Another address for the same entry.
pub(super) fn replace(address: &str) {
    HERE.with_borrow_mut(|here| {
        here.late = None;
        here.write(address);
        here.address = self::address();
    });
}

/// The same, written when typing rests, or before the user does anything else.
pub(super) fn replace_late(address: String) {
    let is_waiting = HERE.with_borrow_mut(|here| here.late.replace(address).is_some());
    if !is_waiting {
        set_timeout(write_late, REST);
    }
}

fn write_late() {
    if let Some(address) = HERE.with_borrow_mut(|here| here.late.take()) {
        replace(&address);
    }
}

/// Scrolls the page that is shown as it was when it was left, or to its top.
pub fn scroll_as_before() {
    let (place, top) = HERE.with_borrow(|here| (here.place, here.wanted));
    scroll_to(place, top, MOST_FRAMES);
}

fn scroll_to(place: i32, top: f64, n_frames: u32) {
    if HERE.with_borrow(|here| here.place) != place {
        return;
    }
    window().scroll_to_with_x_and_y(0.0, top);
    let reached = window().scroll_y().unwrap_or_default();
    if reached + 1.0 < top && n_frames > 0 {
        request_animation_frame(move || scroll_to(place, top, n_frames - 1));
    }
}

fn go(steps: i32) {
    if let Ok(history) = window().history() {
        // Refused only for a page that is not shown.
        let _ = history.go_with_delta(steps);
    }
}

impl Here {
    /// Marks a new entry; those that were ahead of it are gone.
    fn mark_new(&mut self, place: i32, address: &str) {
        self.tops.retain(|at, _| *at < place);
        write(place, &self.tops, address);
    }

    fn write(&self, address: &str) {
        write(self.place, &self.tops, address);
    }
}

/// Writes the mark of the entry shown: its place, then place and scrolling of those visited.
fn write(place: i32, tops: &BTreeMap<i32, f64>, address: &str) {
    let mark = Array::of1(&place.into());
    let skipped = tops.len().saturating_sub(N_KEPT);
    for (at, top) in tops.iter().skip(skipped) {
        mark.push(&(*at).into());
        mark.push(&(*top).into());
    }
    if let Ok(history) = window().history() {
        let address = (!address.is_empty()).then_some(address);
        // Refused only when called hundreds of times in a few seconds; the page is right anyhow.
        let _ = history.replace_state_with_url(&mark, "", address);
    }
}

/// The mark of the entry shown.
fn mark() -> Option<(i32, BTreeMap<i32, f64>)> {
    let state = window().history().ok()?.state().ok()?;
    if !Array::is_array(&state) {
        return None;
    }
    let numbers: Option<Vec<f64>> = Array::from(&state)
        .iter()
        .map(|n: JsValue| n.as_f64())
        .collect();
    let (place, tops) = numbers?
        .split_first()
        .map(|(place, rest)| (*place, rest.to_vec()))?;
    let tops = tops
        .chunks_exact(2)
        .map(|pair| (pair[0] as i32, pair[1]))
        .collect();
    Some((place as i32, tops))
}

//! Which rows are in sight, and where each of them stands.
//!
//! Browsers can't scroll over more than some ten million pixels (Firefox 17.8 million), and a million rows are 41
//! million. Beyond `MAX_HEIGHT` the bar therefore moves over rows faster than their pixels; up to it both are the same.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlDivElement, ResizeObserver};

const MAX_HEIGHT: f64 = 8_000_000.0;
/// Rows drawn above and below what is in sight, so that scrolling does not show a gap.
const SPARE_ROWS: usize = 8;
/// So many rows are printed, on some thirty sheets; more are exported.
const MOST_PRINTED: usize = 1_000;
/// The usual size of text.
const USUAL_FONT_PX: f64 = 16.0;
/// Below this width rows are cards.
const NARROW_BELOW_REM: f64 = 36.0;
/// Heights of a row in rem: with a mouse, with a finger, as a card.
const ROW_REM: f64 = 2.5625;
const ROW_TOUCH_REM: f64 = 3.0;
const ROW_CARD_REM: f64 = 4.25;
/// Each line of a card above two.
const CARD_LINE_REM: f64 = 1.25;

#[derive(Clone, Copy)]
pub(super) struct Viewport {
    pub scroller: NodeRef<html::Div>,
    pub header: NodeRef<html::Div>,
    pub narrow: RwSignal<bool>,
    /// The width there is for the columns, in pixels at the usual size of text; none: not known yet.
    pub room_px: RwSignal<Option<f64>>,
    /// In pixels.
    pub row_height: Signal<f64>,
    n: Signal<usize>,
    scroll_top: RwSignal<f64>,
    /// What is in sight of the rows, in pixels.
    body_height: RwSignal<f64>,
    /// The page is being printed: paper does not scroll.
    printing: RwSignal<bool>,
}

impl Viewport {
    pub fn new(n: Signal<usize>, card_lines: u32) -> Self {
        let narrow = RwSignal::new(false);
        let rem = root_font_px();
        let wide_rem = if media("(pointer: coarse)") {
            ROW_TOUCH_REM
        } else {
            ROW_REM
        };
        let card_rem = ROW_CARD_REM + CARD_LINE_REM * f64::from(card_lines.saturating_sub(2));
        let row_height =
            Signal::derive(move || (if narrow.get() { card_rem } else { wide_rem } * rem).round());
        let this = Self {
            scroller: NodeRef::new(),
            header: NodeRef::new(),
            narrow,
            room_px: RwSignal::new(None),
            row_height,
            n,
            scroll_top: RwSignal::new(0.0),
            body_height: RwSignal::new(0.0),
            printing: RwSignal::new(false),
        };
        this.scroller
            .on_load(move |element| this.watch(&element, rem));
        this
    }

    fn watch(self, element: &HtmlDivElement, rem: f64) {
        let before = window_event_listener(ev::beforeprint, move |_| self.printing.set(true));
        let after = window_event_listener(ev::afterprint, move |_| self.printing.set(false));
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
        let observed = element.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            let narrow = f64::from(observed.offset_width()) < NARROW_BELOW_REM * rem;
            if self
                .narrow
                .try_get_untracked()
                .is_some_and(|before| before != narrow)
            {
                let first = untrack(|| self.first_row());
                self.narrow.set(narrow);
                self.scroll_to_row(first);
            }
            let room = f64::from(observed.client_width()) * USUAL_FONT_PX / rem;
            if self
                .room_px
                .try_get_untracked()
                .is_some_and(|before| before != Some(room))
            {
                self.room_px.set(Some(room));
            }
            let header = self
                .header
                .try_get_untracked()
                .flatten()
                .map_or(0, |header| header.offset_height());
            let body = f64::from(observed.client_height() - header);
            if self
                .body_height
                .try_get_untracked()
                .is_some_and(|before| (before - body).abs() > 0.5)
            {
                self.body_height.set(body);
            }
        });
        let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(element);
        let kept = StoredValue::new_local((observer, resized));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    }

    /// The height of all rows as the scroll bar knows it, in pixels.
    pub fn height(self) -> f64 {
        self.true_height().min(MAX_HEIGHT)
    }

    /// The height of the space that is scrolled; on paper the rows take what they need.
    pub fn space(self) -> Option<String> {
        (!self.printing.get()).then(|| format!("{}px", self.height()))
    }

    /// How the rows from `first` on are moved to their place; on paper they stand in it.
    pub fn shift(self, first: usize) -> Option<String> {
        (!self.printing.get()).then(|| format!("translateY({}px)", self.top(first)))
    }

    fn true_height(self) -> f64 {
        self.n.get() as f64 * self.row_height.get()
    }

    /// Pixels of rows per pixel of the scroll bar.
    fn ratio(self) -> f64 {
        let (rows, bar, body) = (self.true_height(), self.height(), self.body_height.get());
        if rows > bar && bar > body {
            (rows - body) / (bar - body)
        } else {
            1.0
        }
    }

    /// The first row in sight, with the part of it that is scrolled away.
    pub fn first_row(self) -> f64 {
        self.scroll_top.get() * self.ratio() / self.row_height.get()
    }

    /// The rows to draw.
    pub fn range(self) -> std::ops::Range<usize> {
        let n = self.n.get();
        if self.printing.get() {
            return 0..n.min(MOST_PRINTED);
        }
        let n_in_sight = to_index(self.body_height.get() / self.row_height.get()) + 2;
        let first = to_index(self.first_row()).min(n);
        first.saturating_sub(SPARE_ROWS)..(first + n_in_sight + SPARE_ROWS).min(n)
    }

    /// Where row `at` stands below the first line of the scrolled space, in pixels.
    pub fn top(self, at: usize) -> f64 {
        let top = at as f64 * self.row_height.get();
        let ratio = self.ratio();
        // As long as both move alike rows stay where they are while the list is scrolled.
        if ratio > 1.0 {
            top - self.scroll_top.get() * (ratio - 1.0)
        } else {
            top
        }
    }

    /// How many whole rows are in sight.
    pub fn page(self) -> usize {
        to_index(self.body_height.get_untracked() / self.row_height.get_untracked()).max(1)
    }

    pub fn scrolled(self) {
        // The event comes a frame later, when the list may be gone.
        if let Some(scroller) = self.scroller.try_get_untracked().flatten() {
            let top = scroller.scroll_top();
            // Told in whole pixels of the bar, each of which may be several of rows: its end is theirs.
            let is_end = top + 1 >= scroller.scroll_height() - scroller.client_height();
            let (ratio, end) = untrack(|| (self.ratio(), self.height() - self.body_height.get()));
            self.scroll_top.set(if is_end && ratio > 1.0 {
                end
            } else {
                f64::from(top)
            });
        }
    }

    /// Scrolls so that `first` is the first row in sight.
    pub fn scroll_to_row(self, first: f64) {
        if let Some(scroller) = self.scroller.get_untracked() {
            let top = untrack(|| first * self.row_height.get() / self.ratio());
            // Whole pixels, far below what fits.
            #[allow(clippy::cast_possible_truncation)]
            scroller.set_scroll_top(top.round() as i32);
            self.scrolled();
        }
    }

    /// Scrolls as little as brings row `at` in sight.
    pub fn reveal(self, at: usize) {
        let (first, n) = untrack(|| {
            (
                self.first_row(),
                self.body_height.get() / self.row_height.get(),
            )
        });
        let at = at as f64;
        if at < first {
            self.scroll_to_row(at);
        } else if at + 1.0 > first + n {
            self.scroll_to_row((at + 1.0 - n).max(0.0));
        }
    }
}

/// The whole part of a number of rows.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn to_index(rows: f64) -> usize {
    rows.max(0.0) as usize
}

/// The size of the browser's text: 16, or what the user has set.
pub(super) fn root_font_px() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse().ok())
        .unwrap_or(16.0)
}

fn media(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|list| list.matches())
}

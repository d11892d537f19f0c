//! What floats above the page: where it stands, and when it goes away.
//!
//! A floating element is a manual popover, so it lies above a modal dialog as well and nothing cuts it off. It stands
//! below its anchor, or above where there is more room, and follows it when something scrolls.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, Node, Window};

/// The events after which a floating element is placed again, and the one that may close it.
const MOVES: [&str; 2] = ["scroll", "resize"];
const PRESS: &str = "pointerdown";
/// Space kept to the edges of the window, and between anchor and floating element, in pixels.
const EDGE: f64 = 8.0;
const GAP: f64 = 4.0;
const MAX_HEIGHT: f64 = 360.0;

/// Which elements belong together, by their ids.
#[derive(Clone)]
pub(super) struct Floating {
    pub float: String,
    pub anchor: String,
    /// As wide as the anchor at least; otherwise its end is aligned with the anchor's end.
    pub wide: bool,
}

type Listener = Closure<dyn FnMut(Event)>;

/// Shows the element while `open` says so. `on_outside` is told of a press beside it and beside its anchor.
pub(super) fn float_while(
    open: Signal<bool>,
    floating: Floating,
    on_outside: Option<Callback<()>>,
) {
    let listener = StoredValue::new_local(None::<Rc<Listener>>);
    let stop = move || {
        if let Some(listener) = listener.try_update_value(Option::take).flatten() {
            listen(&listener, false);
        }
    };
    Effect::new(move |_| {
        let open = open.get();
        let Some(float) = by_id(&floating.float) else {
            return;
        };
        stop();
        if open {
            // Showing what is shown already is refused, and it is shown.
            let _ = float.show_popover();
            place(&floating);
            let floating = floating.clone();
            let follow = Rc::new(Listener::new(move |event: Event| {
                if event.type_() == PRESS {
                    if let Some(on_outside) = on_outside.filter(|_| is_outside(&floating, &event)) {
                        on_outside.run(());
                    }
                } else {
                    place(&floating);
                }
            }));
            listen(&follow, true);
            listener.set_value(Some(follow));
        } else {
            let _ = float.hide_popover();
        }
    });
    on_cleanup(stop);
}

fn listen(listener: &Listener, on: bool) {
    let window: Window = window();
    let function = listener.as_ref().unchecked_ref();
    for event in MOVES.into_iter().chain([PRESS]) {
        // In the capture phase, because scrolling inside an element does not bubble. Neither call can fail.
        let _ = if on {
            window.add_event_listener_with_callback_and_bool(event, function, true)
        } else {
            window.remove_event_listener_with_callback_and_bool(event, function, true)
        };
    }
}

fn is_outside(floating: &Floating, event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Node>().ok());
    [&floating.float, &floating.anchor]
        .into_iter()
        .filter_map(|id| by_id(id))
        .all(|element| !element.contains(target.as_ref()))
}

/// Places the element again, after what is in it has changed.
pub(super) fn place(floating: &Floating) {
    let (Some(float), Some(anchor)) = (by_id(&floating.float), by_id(&floating.anchor)) else {
        return;
    };
    let at = anchor.get_bounding_client_rect();
    let (width, height) = (
        inner(window().inner_width()),
        inner(window().inner_height()),
    );
    let (below, above) = (height - at.bottom() - GAP - EDGE, at.top() - GAP - EDGE);
    let wanted = f64::from(float.scroll_height()).min(MAX_HEIGHT);
    let upwards = below < wanted && above > below;
    let style = float.style();
    let set = |name: &str, value: f64| {
        // Only a property that does not exist would be refused.
        let _ = style.set_property(name, &format!("{}px", value.round()));
    };
    let unset = |name: &str| {
        let _ = style.set_property(name, "auto");
    };
    set(
        "max-height",
        (if upwards { above } else { below }).clamp(80.0, MAX_HEIGHT),
    );
    if floating.wide {
        set("min-width", at.width());
    }
    let own = Element::get_bounding_client_rect(&float)
        .width()
        .min(width - 2.0 * EDGE);
    let left = if floating.wide {
        at.left()
    } else {
        at.right() - own
    };
    set("left", left.clamp(EDGE, (width - own - EDGE).max(EDGE)));
    if upwards {
        unset("top");
        set("bottom", height - at.top() + GAP);
    } else {
        unset("bottom");
        set("top", at.bottom() + GAP);
    }
}

fn inner(size: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>) -> f64 {
    size.ok().and_then(|size| size.as_f64()).unwrap_or_default()
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

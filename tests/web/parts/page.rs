//! A piece of page with a view in it, and what a user does there.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Frames waited for what should come about; at 60 a second, five seconds.
const MAX_FRAMES: u32 = 300;

const STYLES: [&str; 4] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/parts.css"),
    include_str!("../../../style/list.css"),
];

/// A view on a page of its own, taken away when this is dropped.
pub struct Page {
    root: HtmlElement,
    _view: UnmountHandle<AnyViewState>,
}

impl Page {
    /// Shows `view`, 800 pixels wide, with the app's own style sheets.
    pub async fn with(view: impl FnOnce() -> AnyView + 'static) -> Self {
        let document = document();
        let root: HtmlElement = document
            .create_element("div")
            .expect("a div")
            .unchecked_into();
        let style = document.create_element("style").expect("a style");
        style.set_text_content(Some(&STYLES.concat()));
        root.append_child(&style).expect("the style is taken");
        let place: HtmlElement = document
            .create_element("div")
            .expect("a div")
            .unchecked_into();
        place
            .style()
            .set_property("width", "800px")
            .expect("a width");
        root.append_child(&place).expect("the place is taken");
        document
            .body()
            .expect("a body")
            .append_child(&root)
            .expect("the page is taken");
        let page = Self {
            root,
            _view: mount_to(place, view),
        };
        frame().await;
        page
    }

    /// The only element that `selector` names.
    pub fn one(&self, selector: &str) -> Element {
        let all = self.all(selector);
        assert_eq!(all.len(), 1, "{selector} in {}", self.root.inner_html());
        all.into_iter().next().expect("one")
    }

    /// All elements that `selector` names.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|at| found.item(at)?.dyn_into().ok())
            .collect()
    }

    /// Where the keyboard is in a list: the text of the cell that is told to screen readers.
    pub fn active_text(&self, selector: &str) -> Option<String> {
        let id = self.one(selector).get_attribute("aria-activedescendant")?;
        document().get_element_by_id(&id)?.text_content()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Waits for the next frame, after which the views have followed what happened.
pub async fn frame() {
    let next = Promise::new(&mut |done, _| {
        window().request_animation_frame(&done).expect("a frame");
    });
    JsFuture::from(next).await.expect("a frame");
}

/// Waits until `is_so`, at most five seconds.
#[track_caller]
pub fn until(is_so: impl Fn() -> bool) -> impl Future<Output = ()> {
    let caller = std::panic::Location::caller();
    async move {
        for _ in 0..MAX_FRAMES {
            if is_so() {
                return;
            }
            frame().await;
        }
        panic!("not so after {MAX_FRAMES} frames: {caller}");
    }
}

/// Moves the focus to `element`.
pub fn focus(element: &Element) {
    element
        .unchecked_ref::<HtmlElement>()
        .focus()
        .expect("takes the focus");
}

/// Presses a key where the focus is: `ArrowDown`, `Ctrl+End`, `Shift+ArrowDown`.
pub fn press(keys: &str) {
    let target = document()
        .active_element()
        .expect("something has the focus");
    let key = keys.rsplit('+').next().unwrap_or(keys);
    let held = |name: &str| JsValue::from_bool(keys.contains(&format!("{name}+")));
    let dispatch = Function::new_with_args(
        "target, key, ctrl, shift, alt",
        "target.dispatchEvent(new KeyboardEvent('keydown', \
         {key, ctrlKey: ctrl, shiftKey: shift, altKey: alt, bubbles: true, cancelable: true}))",
    );
    let arguments = Array::of5(
        &target,
        &key.into(),
        &held("Ctrl"),
        &held("Shift"),
        &held("Alt"),
    );
    dispatch
        .apply(&JsValue::NULL, &arguments)
        .expect("the key is pressed");
}

/// Types `text` over what stands in `field`.
pub fn type_over(field: &Element, text: &str) {
    focus(field);
    field.unchecked_ref::<HtmlInputElement>().set_value(text);
    let dispatch = Function::new_with_args(
        "target",
        "target.dispatchEvent(new InputEvent('input', {bubbles: true}))",
    );
    dispatch
        .call1(&JsValue::NULL, field)
        .expect("the text is typed");
}

/// Pastes `text` into `field`; whether the field let the browser insert it.
pub fn paste(field: &Element, text: &str) -> bool {
    let dispatch = Function::new_with_args(
        "target, text",
        // Firefox takes text and type instead of the data itself.
        "const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', text);\
         const paste = {clipboardData, data: text, dataType: 'text/plain', bubbles: true, cancelable: true};\
         return target.dispatchEvent(new ClipboardEvent('paste', paste))",
    );
    dispatch
        .call2(&JsValue::NULL, field, &text.into())
        .expect("pasted")
        .is_truthy()
}

/// Leaves `field`.
pub fn leave(field: &Element) {
    field
        .unchecked_ref::<HtmlElement>()
        .blur()
        .expect("the focus goes");
}

/// Clicks.
pub fn click(element: &Element) {
    element.unchecked_ref::<HtmlElement>().click();
}

/// What a pointer over an element does: `pointerdown` and so on.
pub fn pointer(element: &Element, what: &str) {
    let event = web_sys::PointerEvent::new(what).expect("an event");
    let sent = element.dispatch_event(&event);
    sent.expect("the event is taken");
}

/// What stands in a field.
pub fn value(field: &Element) -> String {
    Reflect::get(field, &"value".into())
        .ok()
        .and_then(|value| value.as_string())
        .expect("a value")
}

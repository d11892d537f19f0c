//! An element that can show something else at little cost: for what stands in rows of lists.
//!
//! Where component types are erased, an element of Leptos takes away all its attributes and sets them anew whenever it
//! shows something else. With every key typed that was a third of the time a list of found rows took.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use std::borrow::Cow;

/// An element with attributes that are told as they are, and what stands in it.
pub struct Plain {
    tag: &'static str,
    attributes: Attributes,
    inside: AnyView,
}

/// Names and values.
type Attributes = Vec<(&'static str, Cow<'static, str>)>;

/// An element of HTML with this tag and class; none if the class is blank.
#[must_use]
pub fn plain(tag: &'static str, class: &'static str) -> Plain {
    let plain = Plain {
        tag,
        attributes: Vec::new(),
        inside: ().into_any(),
    };
    match class {
        "" => plain,
        class => plain.with("class", class),
    }
}

impl Plain {
    /// With this attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With this inside, in place of what was.
    #[must_use]
    pub fn inside(mut self, inside: impl IntoAny) -> Self {
        self.inside = inside.into_any();
        self
    }
}

no_attrs!(Plain);

/// The element in the page.
pub struct PlainState {
    element: Element,
    tag: &'static str,
    attributes: Attributes,
    inside: AnyViewState,
}

impl Render for Plain {
    type State = PlainState;

    fn build(self) -> PlainState {
        let element = Rndr::create_element(self.tag, None);
        for (name, value) in &self.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        let mut inside = self.inside.build();
        inside.mount(&element, None);
        PlainState {
            element,
            tag: self.tag,
            attributes: self.attributes,
            inside,
        }
    }

    fn rebuild(self, state: &mut PlainState) {
        if self.tag != state.tag {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        set_anew(&state.element, &state.attributes, &self.attributes);
        state.attributes = self.attributes;
        self.inside.rebuild(&mut state.inside);
    }
}

/// Sets only what differs.
fn set_anew(element: &Element, before: &Attributes, now: &Attributes) {
    let is_told = |name: &str| now.iter().any(|(other, _)| *other == name);
    for (name, _) in before.iter().filter(|(name, _)| !is_told(name)) {
        Rndr::remove_attribute(element, name);
    }
    for (name, value) in now.iter().filter(|told| !before.contains(told)) {
        Rndr::set_attribute(element, name, value);
    }
}

impl Mountable for PlainState {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.element.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.element));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

/// There is no server: what is asked for one is never called.
impl RenderHtml for Plain {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> PlainState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

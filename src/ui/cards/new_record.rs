//! A new record from the page of its list: the action, and the same where the list is empty.

use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::keys;
use crate::ui::navigate::{open_sheet, route_part};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::route::Sheet;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

type Words = fn(&'static Messages) -> &'static str;

/// What makes a new record of the page's kind. Cheap to copy.
#[derive(Clone, Copy)]
pub struct NewRecord {
    action: Action,
    create: Callback<()>,
}

impl NewRecord {
    /// Known on the page in whose view this is called, by its name.
    pub fn on_page(
        name: impl Fn(&'static Messages) -> &'static str + Send + Sync + 'static,
    ) -> Self {
        let create = Callback::new(|()| open_sheet(Sheet::New));
        let action = Action::new(move |m| name(m).into(), create)
            .icon(Icon::Plus)
            .kind(ButtonKind::Primary)
            .keys(keys::NEW);
        Self {
            action: register(action),
            create,
        }
    }

    /// The button at the head of the page.
    pub fn button(self) -> AnyView {
        self.action.button()
    }

    /// True while the address asks for the dialog.
    pub fn is_asked(self) -> Memo<bool> {
        route_part(|route| route.sheet == Some(Sheet::New))
    }

    /// What stands where there are no rows at all.
    pub fn empty(self, icon: Icon, title: Words, text: Words) -> AnyView {
        self.empty_of(icon, tr(title), tr(text))
    }

    /// The same with texts that depend on what the page shows.
    pub fn empty_of(
        self,
        icon: Icon,
        title: impl Into<Signal<String>>,
        text: impl Into<Signal<String>>,
    ) -> AnyView {
        // Without its keys: the head of the page says them.
        let actions = move || {
            view! {
                <Button
                    label=Signal::derive(move || self.action.name_in(texts()))
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    on_press=self.create
                />
            }
        };
        view! { <EmptyState icon=icon title=title.into() text=text.into() actions=actions/> }
            .into_any()
    }
}

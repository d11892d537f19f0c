//! Views: what a list shows, under a name that the user gives.

use super::address::shows;
use super::shown::Shown;
use crate::browser::list_views::{SavedView, set_views, views};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field::TextField;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::{Menu, MenuItem};
use crate::ui::parts::toast::{Toast, ToastAction, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::route::ListState;
use crate::ui::text::{Said, said, say, texts, tr, tr_with};
use leptos::prelude::*;

/// The views of the list on the page. Cheap to copy.
#[derive(Clone, Copy)]
struct Views {
    shown: Shown,
    saved: RwSignal<Vec<SavedView>>,
}

impl Views {
    fn database(self) -> String {
        self.shown.store.company_untracked().database
    }

    /// Changes the views as they are kept now: another tab may have changed them too.
    fn change(self, change: impl FnOnce(&mut Vec<SavedView>)) {
        let database = self.database();
        let mut saved = views(&database, self.shown.name);
        change(&mut saved);
        set_views(&database, self.shown.name, &saved);
        self.saved.try_set(saved);
    }

    fn now(self, name: String) -> SavedView {
        SavedView {
            name,
            shows: shows().query(),
            columns: self.shown.layout.with(|layout| layout.chosen()),
        }
    }

    /// The view whose rows and columns are shown now.
    fn current(self) -> Option<SavedView> {
        let now = self.now(String::new());
        self.saved.with(|saved| {
            let is_now = |view: &&SavedView| view.shows == now.shows && view.columns == now.columns;
            saved.iter().find(is_now).cloned()
        })
    }

    fn open(self, view: &SavedView) {
        self.shown.address.show(ListState::parse(&view.shows));
        let columns = view.columns.clone();
        self.shown
            .change_layout(|layout| layout.choose_named(columns));
    }

    fn save(self, name: String) {
        let view = untrack(|| self.now(name));
        let name = view.name.clone();
        self.change(
            |saved| match saved.iter_mut().find(|each| each.name == view.name) {
                Some(known) => *known = view,
                None => saved.push(view),
            },
        );
        tell(said(move |m| (m.lists.view_saved)(&name)), Vec::new());
    }

    fn delete(self, view: SavedView) {
        let at = self
            .saved
            .with_untracked(|saved| saved.iter().position(|each| *each == view));
        self.change(|saved| saved.retain(|each| each.name != view.name));
        let name = view.name.clone();
        let sentence = said(move |m| (m.lists.view_deleted)(&name));
        let bring_back = move || {
            let view = view.clone();
            self.change(|saved| {
                saved.retain(|each| each.name != view.name);
                saved.insert(at.unwrap_or_default().min(saved.len()), view);
            });
        };
        tell(
            sentence,
            vec![ToastAction::new(said(|m| m.parts.undo.into()), bring_back)],
        );
    }
}

fn tell(text: Said, actions: Vec<ToastAction>) {
    show_toast(Toast {
        tone: Tone::Good,
        text,
        actions,
    });
}

/// The menu of views.
pub(super) fn views_menu(shown: Shown) -> AnyView {
    let database = shown.store.company_untracked().database;
    let views = Views {
        shown,
        saved: RwSignal::new(views(&database, shown.name)),
    };
    let is_naming = RwSignal::new(false);
    let current = Memo::new(move |_| views.current());
    let items = Signal::derive(move || lines(views, current.get(), is_naming));
    let label = tr_with(move |m| {
        let current = current.get();
        current.map_or_else(|| m.lists.views.to_string(), |view| view.name)
    });
    view! {
        <Menu label=label items=items icon=Icon::Star kind=ButtonKind::Quiet />
        <Show when=move || is_naming.get()>{name_dialog(views, is_naming)}</Show>
    }
    .into_any()
}

fn lines(views: Views, current: Option<SavedView>, is_naming: RwSignal<bool>) -> Vec<MenuItem> {
    let m = texts();
    let address = views.shown.address;
    let all = MenuItem::new(m.lists.all_rows, address.on_show_all());
    let mut lines = vec![if shows() == ListState::default() {
        all.icon(Icon::Check)
    } else {
        all
    }];
    for view in views.saved.get() {
        let is_current = current.as_ref() == Some(&view);
        let name = view.name.clone();
        let line = MenuItem::new(name, Callback::new(move |()| views.open(&view)));
        lines.push(if is_current {
            line.icon(Icon::Check)
        } else {
            line
        });
    }
    let name = Callback::new(move |()| is_naming.set(true));
    lines.push(MenuItem::new(m.lists.save_view, name).rule());
    if let Some(view) = current {
        let caption = (m.lists.delete_view)(&view.name);
        let delete = Callback::new(move |()| views.delete(view.clone()));
        lines.push(MenuItem::new(caption, delete).icon(Icon::Delete).danger());
    }
    lines
}

/// Asks for the name.
fn name_dialog(views: Views, is_naming: RwSignal<bool>) -> AnyView {
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let close = Callback::new(move |()| is_naming.set(false));
    let typed = Callback::new(move |text: String| {
        error.set(None);
        name.set(text);
    });
    let save = Callback::new(move |()| {
        let name = name.get_untracked().trim().to_string();
        if name.is_empty() {
            error.set(Some(say().lists.name_missing.to_string()));
        } else if name.chars().count() <= MAX_NAME as usize {
            is_naming.set(false);
            views.save(name);
        }
    });
    let hint = Signal::derive(move || {
        let m = texts();
        let typed = name.get();
        let exists = views
            .saved
            .with(|saved| saved.iter().any(|view| view.name == typed.trim()));
        Some(match exists {
            true => (m.lists.view_replaced)(typed.trim()),
            false => m.lists.save_view_detail.to_string(),
        })
    });
    let footer = move || {
        view! {
            <Button
                label=tr(|m| m.lists.save)
                kind=ButtonKind::Primary
                keys="Ctrl+Enter"
                on_press=save
            />
            <Button label=tr(|m| m.parts.cancel) on_press=close/>
        }
    };
    view! {
        <Dialog
            title=tr_with(|m| m.lists.save_view.trim_end_matches('…').into())
            on_close=close
            on_accept=save
            footer=footer
        >
            <TextField
                label=tr(|m| m.lists.view_name)
                value=name
                on_input=typed
                error=error
                hint=hint
                limit=MAX_NAME
                required=true
                autofocus=true
            />
        </Dialog>
    }
    .into_any()
}

/// The longest name of a view.
const MAX_NAME: u32 = 50;

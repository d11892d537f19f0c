//! Search or jump: pages by their names in any language, contacts, salespeople, templates, and what
//! was opened last. Opened by the box in the top bar, Ctrl+K or Alt+Q.

use crate::browser::recent;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Wanted, fold};
use crate::domain::{Records, Table};
use crate::language::{Lang, Messages, messages};
use crate::ui::lookups::{self, ContactLookup};
use crate::ui::navigate::go;
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::picker::{Picker, PickerItem};
use crate::ui::route::{Context, From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{say, tr, tr_with};
use leptos::{ev, prelude::*};

/// So many of one kind are offered at most.
const MAX_OF_A_KIND: usize = 8;

type Words = fn(&'static Messages) -> &'static str;
type Place = (fn() -> Route, Words);

/// Everything that has a name of its own: pages, and the one action that starts anywhere.
const PLACES: &[Place] = &[
    (|| Route::to(Page::Home), |m| m.frame.home),
    (
        || Route::to(Page::Contacts),
        |m| (m.terms.records)(Table::Contact),
    ),
    (
        || Route::to(Page::Interactions(Context::All)),
        |m| (m.terms.records)(Table::LogEntry),
    ),
    (
        || Route::to(Page::Postponed(Context::All)),
        |m| m.home.postponed,
    ),
    (
        || Route::to(Page::Salespeople),
        |m| (m.terms.records)(Table::Salesperson),
    ),
    (
        || Route::to(Page::Templates),
        |m| (m.terms.records)(Table::InteractionTemplate),
    ),
    (
        || Route::to(Page::Groups),
        |m| (m.terms.records)(Table::InteractionGroup),
    ),
    (
        || Route::to(Page::MarketingSetup),
        |m| (m.terms.records)(Table::Setup),
    ),
    (
        || Route::to(Page::NumberSeries),
        |m| (m.terms.records)(Table::NumberSeries),
    ),
    (|| Route::to(Page::Setup), |m| m.frame.setup),
    (
        || Route::to(Page::Home).with(Sheet::Create(From::Blank)),
        |m| m.frame.create,
    ),
];

pub(super) fn search_box(store: Store) -> AnyView {
    let open = RwSignal::new(false);
    let keys = window_event_listener(ev::keydown, move |event| {
        let ctrl = event.ctrl_key() || event.meta_key();
        // AltGr is Ctrl and Alt together, and types letters.
        let wanted = match event.key().as_str() {
            "k" | "K" => ctrl && !event.alt_key() && !event.shift_key(),
            "q" | "Q" => event.alt_key() && !ctrl && !event.shift_key(),
            _ => false,
        };
        if wanted {
            event.prevent_default();
            open.set(true);
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <button
            type="button"
            class="shell-find"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Alt+Q"
            on:click=move |_| open.set(true)
        >
            {icon(Icon::Search)}
            <span>{tr(|m| m.frame.search)}</span>
            <kbd aria-hidden="true">"Ctrl K"</kbd>
        </button>
        <Show when=move || open.get()>{dialog(store, open)}</Show>
    }
    .into_any()
}

fn dialog(store: Store, open: RwSignal<bool>) -> AnyView {
    let contacts = ContactLookup::new(store);
    let source = Callback::new(move |typed: String| offer(store, contacts, &typed));
    let pick = Callback::new(move |key: Option<String>| {
        if let Some(address) = key {
            open.set(false);
            go(Route::parse(&address));
        }
    });
    let close = Callback::new(move |()| open.set(false));
    view! {
        <Dialog title=tr(|m| m.frame.search) on_close=close>
            <Picker
                label=tr_with(|m| m.frame.search_label.into())
                selected=Signal::stored(None)
                source=source
                on_pick=pick
                placeholder=tr(|m| m.frame.search_placeholder)
                autofocus=true
            />
        </Dialog>
    }
    .into_any()
}

/// What fits the typed text, pages first; for none what was opened last, then all pages.
fn offer(store: Store, contacts: ContactLookup, typed: &str) -> Vec<PickerItem> {
    let wanted = Wanted::new(typed);
    let pages = PLACES
        .iter()
        .filter(|(_, words)| named(&wanted, *words))
        .map(|(route, words)| PickerItem::new(route().href(), words(say()), say().frame.page));
    if wanted.is_blank() {
        let opened = store.peek(|records| recent_items(store, records));
        return opened.into_iter().chain(pages).collect();
    }
    let found = contacts
        .offer(typed)
        .into_iter()
        .take(MAX_OF_A_KIND)
        .filter_map(|item| {
            let id = lookups::contact_key(&item.key)?;
            let no = store.peek(|records| {
                records
                    .get::<crate::domain::contact::Contact>(id)
                    .map(|contact| contact.no.clone())
            })?;
            Some(PickerItem {
                key: Route::to(Page::Contact(no)).href(),
                ..item
            })
        });
    let others = store.peek(|records| {
        let mut items = salespeople(records, &wanted);
        items.extend(templates(records, &wanted));
        items
    });
    pages
        .take(MAX_OF_A_KIND)
        .chain(found)
        .chain(others)
        .collect()
}

/// True if a place is called so in any language.
fn named(wanted: &Wanted, words: Words) -> bool {
    Lang::ALL
        .iter()
        .any(|lang| wanted.is_in(&fold(words(messages(*lang)))))
}

fn salespeople(records: &Records, wanted: &Wanted) -> Vec<PickerItem> {
    let fits = |row: &&std::sync::Arc<Salesperson>| {
        wanted.is_in(&fold(&format!("{} {}", row.name, row.code)))
    };
    let found = records
        .all::<Salesperson>()
        .filter(fits)
        .take(MAX_OF_A_KIND);
    found.map(|row| salesperson(row)).collect()
}

fn salesperson(row: &Salesperson) -> PickerItem {
    let detail = format!(
        "{} · {}",
        (say().terms.record)(Table::Salesperson),
        row.code
    );
    PickerItem {
        key: Route::to(Page::Salesperson(row.code.clone())).href(),
        detail,
        ..lookups::salesperson_item(row)
    }
}

fn templates(records: &Records, wanted: &Wanted) -> Vec<PickerItem> {
    let fits = |row: &&std::sync::Arc<InteractionTemplate>| {
        wanted.is_in(&fold(&format!("{} {}", row.description, row.code)))
    };
    let found = records
        .all::<InteractionTemplate>()
        .filter(fits)
        .take(MAX_OF_A_KIND);
    let item = |row: &std::sync::Arc<InteractionTemplate>| {
        let detail = format!(
            "{} · {}",
            (say().terms.record)(Table::InteractionTemplate),
            row.code
        );
        let route = Route::to(Page::Template(row.code.clone()));
        PickerItem::new(route.href(), row.description.clone(), detail)
    };
    found.map(item).collect()
}

fn recent_items(store: Store, records: &Records) -> Vec<PickerItem> {
    let database = store.company_untracked().database;
    let item = |opened: recent::Recent| {
        let item = match Route::parse(&opened.address).page {
            Page::Contact(no) => {
                let contact = records.contact_by_no(&no)?;
                PickerItem {
                    key: opened.address,
                    ..lookups::contact_item(records, contact)
                }
            }
            Page::Salesperson(code) => {
                let id = records.salesperson_by_code(&code)?;
                salesperson(records.get::<Salesperson>(id)?)
            }
            _ => return None,
        };
        Some(PickerItem {
            recent: true,
            ..item
        })
    };
    recent::recent(&database)
        .into_iter()
        .filter_map(item)
        .take(MAX_OF_A_KIND)
        .collect()
}

//! The app: opening, open, or not to be opened. The only place that chooses.

use super::navigate::{follow_address, route_part};
use super::pages;
use super::route::Page;
use super::shell::{Shell, apply_theme};
use super::store::Store;
use super::text::{say, set_language};
use crate::book;
use crate::browser::clock;
use crate::browser::preferences::{self, CompanyCard};
use crate::journal::memory::MemoryShelf;
use crate::journal::{Meta, Ownership};
use crate::language::Lang;
use leptos::prelude::*;

/// Starts the app in the body of the page.
pub fn start() {
    let kept = preferences::preferences();
    set_language(kept.language.unwrap_or_else(browser_language));
    apply_theme(kept.theme);
    follow_address();
    leptos::mount::mount_to_body(App);
}

/// The first of the browser's languages that the app speaks, else English.
fn browser_language() -> Lang {
    let wanted = window().navigator().languages();
    wanted
        .iter()
        .filter_map(|tag| Lang::from_tag(&tag.as_string()?))
        .next()
        .unwrap_or(Lang::En)
}

#[component]
fn App() -> impl IntoView {
    let open: RwSignal<Option<Store>> = RwSignal::new(None);
    wasm_bindgen_futures::spawn_local(async move {
        let card = CompanyCard {
            database: "lokikirja".into(),
            name: say().frame.unnamed_company.into(),
            demo: false,
            user: String::new(),
            my_salesperson: None,
            work_date: None,
            started: false,
        };
        let meta = Meta {
            name: card.name.clone(),
            created_at: clock::now(),
            ownership: Ownership::Own,
        };
        if let Ok(book) = book::open::create(&MemoryShelf::new(), &card.database, &meta).await {
            open.set(Some(Store::open(book, card, true)));
        }
    });
    move || {
        open.get().map(|store| {
            view! {
                <Shell store=store>{page(store)} {pages::create_interaction::sheet(store)}</Shell>
            }
        })
    }
}

/// The page that the address names.
fn page(store: Store) -> AnyView {
    let page = route_part(|route| route.page.clone());
    (move || show(store, page.get())).into_any()
}

fn show(store: Store, page: Page) -> AnyView {
    match page {
        Page::Home => view! { <pages::home::Home store=store/> }.into_any(),
        Page::Gallery => view! { <pages::gallery::Gallery/> }.into_any(),
        _ => pages::not_found::not_found(),
    }
}

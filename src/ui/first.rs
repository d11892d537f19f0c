//! The first visit: the choice of a first company, shown before most of the program is there. That comes
//! while people read ([`super::later`]); whoever has a company waits for it at once.

use super::later;
use super::pages::welcome::{FirstStep, alone, choices};
use super::parts::button::{Button, ButtonKind};
use super::parts::error_view::ErrorView;
use super::parts::live::live;
use super::parts::progress::Waiting;
use super::route::asks_for_nothing;
use super::shell::apply_theme;
use super::text::{set_language, tr, tr_with};
use crate::browser::preferences;
use crate::journal::indexed_db::IndexedDbShelf;
use crate::journal::storage::Shelf;
use crate::language::Lang;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;

/// What stands here until the rest of the program takes over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The choice.
    Choosing,
    /// The rest of the program is coming.
    Coming,
    /// It did not come; what was chosen.
    Missed(Option<FirstStep>),
}

thread_local! {
    /// Takes away what stands here.
    static LEAVE: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Starts in the body of the page.
pub fn start() {
    super::panic::show_panics();
    let kept = preferences::preferences();
    set_language(kept.language.unwrap_or_else(browser_language));
    apply_theme(kept.theme);
    spawn_local(async {
        if is_first_visit().await {
            show(Stage::Choosing);
            // Whoever chooses meanwhile waits for the same; what does not arrive is asked for again then.
            if later::fetch().await.is_ok() {
                later::keep_for_offline().await;
            }
        } else if let Err(missed) = go_on(None).await {
            show(missed);
        }
    });
}

/// The first of the browser's languages that the app speaks, else English.
fn browser_language() -> Lang {
    let wanted = window().navigator().languages();
    let mut known = wanted
        .iter()
        .filter_map(|tag| Lang::from_tag(&tag.as_string()?));
    known.next().unwrap_or(Lang::En)
}

/// Whether there is nothing of ours on this device, and the address asks for nothing in particular.
async fn is_first_visit() -> bool {
    let address = window().location().hash().unwrap_or_default();
    if !asks_for_nothing(&address) || preferences::remembers_companies() {
        return false;
    }
    // A browser that does not say may have some: the rest of the program finds out.
    let companies = IndexedDbShelf::new(|_, _| {}).companies().await;
    companies.is_ok_and(|companies| companies.is_empty())
}

/// Lets the rest of the program take over, and begin with what was chosen.
async fn go_on(step: Option<FirstStep>) -> Result<(), Stage> {
    let missed = |_| Stage::Missed(step);
    later::fetch().await.map_err(missed)?;
    if let Some(leave) = LEAVE.take() {
        leave();
    }
    take_opening_away();
    later::open(step).await.map_err(missed)?;
    later::keep_for_offline().await;
    Ok(())
}

/// Shows what stands here in the body of the page.
fn show(stage: Stage) {
    let stage = RwSignal::new(stage);
    let choose = Callback::new(move |step| {
        stage.set(Stage::Coming);
        spawn_local(async move {
            if let Err(missed) = go_on(step).await {
                stage.set(missed);
            }
        });
    });
    let page = move || {
        alone(live(move || match stage.get() {
            Stage::Choosing => choices(Callback::new(move |step| choose.run(Some(step)))),
            Stage::Coming => view! { <Waiting label=tr(|m| m.opening.coming)/> }.into_any(),
            Stage::Missed(step) => missed(step, choose),
        }))
    };
    take_opening_away();
    if let Some(body) = document().body() {
        let mounted = mount_to(body, page);
        LEAVE.set(Some(Box::new(move || drop(mounted))));
    }
}

/// What the page itself shows until the program has something to show (`index.html`).
fn take_opening_away() {
    if let Some(opening) = document().get_element_by_id("opening") {
        opening.remove();
    }
}

/// The rest of the program did not come: what that means, and the way to try again.
fn missed(step: Option<FirstStep>, again: Callback<Option<FirstStep>>) -> AnyView {
    let again = Callback::new(move |()| again.run(step));
    view! {
        <ErrorView
            title=tr(|m| m.opening.missed)
            what=tr(|m| m.opening.missed_detail)
            kept=tr_with(|m| m.opening.kept.into())
            actions=move || view! {
                <Button
                    label=tr(|m| m.opening.try_again)
                    kind=ButtonKind::Primary
                    on_press=again
                />
            }
        />
    }
    .into_any()
}

//! The navigation at the left, and the bar at the bottom of a phone.

use crate::browser::preferences;
use crate::domain::Table;
use crate::language::Messages;
use crate::ui::navigate::{current_route, go_to, open_sheet, route_part};
use crate::ui::parts::dialog::{Dialog, DialogShape};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::route::{Context, From, Page, Recipients, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::{ev, prelude::*};

struct Place {
    page: fn() -> Page,
    icon: Icon,
    text: fn(&'static Messages) -> &'static str,
}

/// The main pages, in the order of the day.
const MAIN: &[Place] = &[
    Place {
        page: || Page::Home,
        icon: Icon::Home,
        text: |m| m.frame.home,
    },
    Place {
        page: || Page::Contacts,
        icon: Icon::Contacts,
        text: |m| m.frame.contacts,
    },
    Place {
        page: || Page::Interactions(Context::All),
        icon: Icon::Interaction,
        text: |m| m.frame.interactions,
    },
    Place {
        page: || Page::Postponed(Context::All),
        icon: Icon::Clock,
        text: |m| m.frame.postponed,
    },
];

/// Many contacts at once.
const MARKETING: &[Place] = &[
    Place {
        page: || Page::Segments,
        icon: Icon::Segment,
        text: |m| (m.terms.records)(Table::Segment),
    },
    Place {
        page: || Page::LoggedSegments,
        icon: Icon::Archive,
        text: |m| (m.terms.records)(Table::LoggedSegment),
    },
    Place {
        page: || Page::Campaigns,
        icon: Icon::Campaign,
        text: |m| (m.terms.records)(Table::Campaign),
    },
];

/// What is set up now and then.
const SETTINGS: &[Place] = &[
    Place {
        page: || Page::Salespeople,
        icon: Icon::Salesperson,
        text: |m| m.frame.salespeople,
    },
    Place {
        page: || Page::Templates,
        icon: Icon::Template,
        text: |m| m.frame.templates,
    },
    Place {
        page: || Page::Setup,
        icon: Icon::Setup,
        text: |m| m.frame.setup,
    },
];

pub(super) fn navigation(store: Store, narrow: RwSignal<bool>) -> AnyView {
    let fold = move |_| {
        narrow.update(|narrow| *narrow = !*narrow);
        let kept = preferences::preferences();
        preferences::set_preferences(&preferences::Preferences {
            narrow_navigation: narrow.get_untracked(),
            ..kept
        });
    };
    let fold_name = move || {
        if narrow.get() {
            tr(|m| m.frame.unfold_navigation).get()
        } else {
            tr(|m| m.frame.fold_navigation).get()
        }
    };
    let company = move || store.company();
    view! {
        <nav class="shell-nav" aria-label=tr(|m| m.frame.navigation)>
            <a class="shell-brand" href=Route::to(Page::Home).href()>
                {brand()}
                <span class="shell-brand-name">{tr(|m| m.frame.app)}</span>
            </a>
            {MAIN.iter().map(|place| link(store, place)).collect_view()}
            <hr class="nav-rule"/>
            {MARKETING.iter().map(|place| link(store, place)).collect_view()}
            <hr class="nav-rule"/>
            {SETTINGS.iter().map(|place| link(store, place)).collect_view()}
            <div class="nav-foot">
                <strong>
                    {move || company().name}
                    {move || {
                        company().demo.then(|| view! {
                            " "
                            <span class="badge" data-tone="warn">{tr(|m| m.frame.demo_mark)}</span>
                        })
                    }}
                </strong>
                {move || company().user}
            </div>
            <button
                type="button"
                class="button nav-fold"
                data-kind="quiet"
                data-icon-only=""
                aria-expanded=move || if narrow.get() { "false" } else { "true" }
                aria-label=fold_name
                title=fold_name
                on:click=fold
            >
                {move || icon(if narrow.get() { Icon::ChevronRight } else { Icon::ChevronLeft })}
            </button>
        </nav>
    }
    .into_any()
}

pub(super) fn bottom_bar(store: Store) -> AnyView {
    let more = RwSignal::new(false);
    let create = |_| open_sheet(Sheet::Create(create_from(&current_route().page)));
    let bar_link = move |place: &'static Place| {
        let current = current(place.page);
        view! {
            <a
                class="bar-link"
                href=Route::to((place.page)()).href()
                aria-current=move || current.get().then_some("page")
            >
                {icon(place.icon)}
                {tr(place.text)}
            </a>
        }
        .into_any()
    };
    let close_more = Callback::new(move |()| more.set(false));
    // A link in the dialog changes the page; the dialog has then done its work.
    let page = route_part(|route| route.page.clone());
    Effect::new(move |_| {
        let _ = page.get();
        more.set(false);
    });
    view! {
        <nav class="shell-bar" aria-label=tr(|m| m.frame.bottom_bar)>
            {bar_link(&MAIN[0])}
            {bar_link(&MAIN[1])}
            <button
                type="button"
                class="bar-add"
                aria-label=tr(|m| m.frame.create)
                on:click=create
            >
                {icon(Icon::Plus)}
            </button>
            {bar_link(&MAIN[3])}
            <button
                type="button"
                class="bar-link"
                aria-haspopup="dialog"
                on:click=move |_| more.set(true)
            >
                {icon(Icon::More)}
                {tr(|m| m.frame.more)}
            </button>
        </nav>
        <Show when=move || more.get()>
            <Dialog
                title=Signal::derive(move || tr(|m| m.frame.more).get().to_string())
                shape=DialogShape::Sheet
                on_close=close_more
            >
                <nav class="stack" aria-label=tr(|m| m.frame.navigation)>
                    {MAIN[2..3].iter().chain(MARKETING).chain(SETTINGS).map(|place| link(store, place)).collect_view()}
                </nav>
                {super::top::switches()}
            </Dialog>
        </Show>
    }
    .into_any()
}

/// What the + of a phone opens from: the record on the page, if it is one.
fn create_from(page: &Page) -> From {
    match page {
        Page::Contact(no) => From::Contact(no.clone()),
        Page::Salesperson(code) => From::Salesperson(code.clone()),
        Page::Interaction(no) => From::LogEntry(*no),
        _ => From::Blank,
    }
}

/// The open book of the app's icon.
pub fn brand() -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 6.5C10 5 7 4.5 3 5v14c4-.5 7 0 9 1.5 2-1.5 5-2 9-1.5V5c-4-.5-7 0-9 1.5zM12 6.5v14M15 4.7v6l1.6-1.2 1.6 1.2V4.8"></path>
        </svg>
    }
    .into_any()
}

fn link(store: Store, place: &'static Place) -> AnyView {
    let current = current(place.page);
    let is_postponed = matches!((place.page)(), Page::Postponed(_));
    let go = move |event: ev::MouseEvent| {
        // A second click on the page's own link takes its filters away.
        if current.get_untracked() && !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            go_to((place.page)());
        }
    };
    let count = is_postponed.then(|| {
        let n = store.memo(&[Table::LogEntry], |records| records.ledger().n_postponed());
        move || {
            let n = n.get();
            (n > 0).then(|| view! { <span class="nav-count">{n}</span> })
        }
    });
    view! {
        <a
            class="nav-link"
            href=Route::to((place.page)()).href()
            aria-current=move || current.get().then_some("page")
            title=tr(place.text)
            on:click=go
        >
            {icon(place.icon)}
            <span class="nav-text">{tr(place.text)}</span>
            {count}
        </a>
    }
    .into_any()
}

/// True while the page, or one of its records, is shown.
fn current(page: fn() -> Page) -> Memo<bool> {
    route_part(move |route| room(&route.page) == room(&page()))
}

/// The navigation's place for a page.
fn room(page: &Page) -> u8 {
    match page {
        Page::Home => 0,
        Page::Contacts
        | Page::Contact(_)
        | Page::Report(_)
        | Page::Labels(Recipients::Contacts(_))
        | Page::CoverSheets(Recipients::Contacts(_)) => 1,
        Page::Interactions(_) | Page::Interaction(_) => 2,
        Page::Postponed(_) => 3,
        Page::Salespeople | Page::Salesperson(_) => 4,
        Page::Templates | Page::Template(_) | Page::Groups => 5,
        Page::Segments
        | Page::Segment(_)
        | Page::Labels(Recipients::Segment(_))
        | Page::CoverSheets(Recipients::Segment(_))
        | Page::SavedCriteria => 6,
        Page::LoggedSegments | Page::LoggedSegment(_) => 7,
        Page::Campaigns | Page::Campaign(_) => 8,
        Page::Setup
        | Page::Backup
        | Page::CheckData
        | Page::MarketingSetup
        | Page::NumberSeries
        | Page::OneSeries(_)
        | Page::CampaignStatuses
        | Page::Classes(_) => 9,
        Page::Demo | Page::Gallery | Page::NotFound(_) => 10,
    }
}

//! The app: opening, open, or not to be opened. The only place that chooses what is shown.

use super::companies::{Companies, State};
use super::export::ExportProgress;
use super::history::scroll_as_before;
use super::navigate::{current_route, follow_address, replace, route_part, was_renamed};
use super::pages;
use super::pages::welcome::FirstStep;
use super::parts::reading_log::once_log_is_there;
use super::parts::toast::Toasts;
use super::route::{Page, Route};
use super::shell::{Shell, focus_page};
use super::store::Store;
use super::text::texts;
use crate::browser::clock;
use crate::browser::recent::{self, Recent};
use crate::domain::Table;
use leptos::prelude::*;

/// Starts the app in the body of the page, with what was chosen on the first visit.
pub fn start(step: Option<FirstStep>) {
    follow_address();
    let companies = Companies::new();
    match step {
        Some(FirstStep::Empty) => companies.start_empty(),
        Some(FirstStep::Demo) => companies.open_demo(),
        Some(FirstStep::Restore) => companies.restore_first(),
        None if current_route().page == Page::Demo => {}
        None => companies.start(),
    }
    super::backup::listen(companies);
    leptos::mount::mount_to_body(move || view! { <App companies=companies/> });
}

#[component]
fn App(companies: Companies) -> impl IntoView {
    let page = route_part(|route| route.page.clone());
    // The link to the demo, at the start or later.
    Effect::new(move |_| {
        if page.get() == Page::Demo {
            replace(Route::to(Page::Home));
            companies.open_demo_by_link();
        }
    });
    let shown = move || match (page.get(), companies.state()) {
        (Page::Gallery, _) => view! { <pages::gallery::Gallery/> }.into_any(),
        (_, State::Opening) => pages::welcome::opening(),
        (_, State::Welcome { restores }) => pages::welcome::welcome(companies, restores),
        (_, State::LoadingDemo(done, of)) => pages::welcome::loading_demo(done, of),
        (_, State::Failed) => pages::welcome::failed(companies),
        (_, State::Open(open)) => company(companies, open.store),
    };
    // One memo between the address and the frame: the frame stays while its pages change.
    let what = Memo::new(move |_| match (page.get(), companies.state()) {
        (Page::Gallery, _) => None,
        (_, state) => Some(state),
    });
    view! {
        {move || {
            // Read, not only tracked: a memo that nobody reads never learns what it depends on.
            let _ = what.get();
            untrack(shown)
        }}
        <ExportProgress/>
        <Toasts/>
    }
}

/// An open company: the frame, the page that the address names, and the form in front of it.
fn company(companies: Companies, store: Store) -> AnyView {
    super::undo::listen(store);
    Effect::new(move |_| {
        if let Some(error) = store.log_failure() {
            companies.cannot_go_on(error, store.company_untracked());
        }
    });
    pages::contacts::make_ready(store);
    let page = route_part(|route| route.page.clone());
    Effect::new(move |_| {
        let title = (texts().frame.window_title)(&caption(&page.get()), &store.company().name);
        document().set_title(&title);
    });
    Effect::new(move |before: Option<Page>| {
        let now = page.get();
        if is_record(&now) && !store.is_in_memory() {
            let opened = Recent {
                address: Route::to(now.clone()).href(),
                at: clock::now(),
            };
            recent::remember(&store.company_untracked().database, opened);
        }
        let is_first = before.is_none();
        if is_first || (before.is_some_and(|before| before != now) && !was_renamed()) {
            // Once the new page stands: what had the focus on the old one is gone.
            request_animation_frame(move || {
                if !is_first && super::navigate::current_route().sheet.is_none() {
                    focus_page();
                }
                // Last, because the focus scrolls to what gets it.
                scroll_as_before();
            });
        }
        now
    });
    // A card follows the record that the address names: it stays when the record is renamed.
    let drawn = Memo::new_with_compare(
        move |_| page.get(),
        |before, now| match (before, now) {
            (Some(Page::Contact(_)), Some(Page::Contact(_)))
            | (Some(Page::Salesperson(_)), Some(Page::Salesperson(_)))
            | (Some(Page::Template(_)), Some(Page::Template(_)))
            | (Some(Page::Segment(_)), Some(Page::Segment(_)))
            | (Some(Page::Campaign(_)), Some(Page::Campaign(_)))
            | (Some(Page::OneSeries(_)), Some(Page::OneSeries(_))) => false,
            (before, now) => before != now,
        },
    );
    view! {
        <Shell store=store>
            {move || {
                let page = drawn.get();
                match stands_without_log(&page) {
                    true => show(companies, store, page),
                    false => once_log_is_there(store, move || show(companies, store, page.clone())),
                }
            }}
            {pages::create_interaction::sheet(store)}
        </Shell>
    }
    .into_any()
}

/// Pages of single records are remembered as recently opened.
fn is_record(page: &Page) -> bool {
    matches!(
        page,
        Page::Contact(_)
            | Page::Salesperson(_)
            | Page::Template(_)
            | Page::Interaction(_)
            | Page::Segment(_)
            | Page::LoggedSegment(_)
            | Page::Campaign(_)
    )
}

/// Pages that can be used while the log is still being read. What some of them show of the log says so.
fn stands_without_log(page: &Page) -> bool {
    matches!(
        page,
        Page::Contacts
            | Page::Contact(_)
            | Page::Setup
            | Page::MarketingSetup
            | Page::NumberSeries
            | Page::OneSeries(_)
            | Page::CampaignStatuses
            | Page::Classes(_)
            | Page::Gallery
            | Page::Demo
            | Page::NotFound(_)
    )
}

fn show(companies: Companies, store: Store, page: Page) -> AnyView {
    match page {
        Page::Home => view! { <pages::home::Home store=store/> }.into_any(),
        Page::Setup => view! { <pages::setup::Setup companies=companies store=store/> }.into_any(),
        Page::Contacts => view! { <pages::contacts::Contacts store=store/> }.into_any(),
        Page::Contact(_) => {
            view! { <pages::contact::Contact companies=companies store=store/> }.into_any()
        }
        Page::Salespeople => view! { <pages::salespeople::Salespeople store=store/> }.into_any(),
        Page::Salesperson(_) => view! { <pages::salesperson::Salesperson store=store/> }.into_any(),
        Page::Interactions(context) => {
            view! { <pages::interactions::Interactions store=store context=context/> }.into_any()
        }
        Page::Interaction(no) => {
            view! { <pages::interaction::Interaction store=store no=no/> }.into_any()
        }
        Page::Templates => view! { <pages::templates::Templates store=store/> }.into_any(),
        Page::Template(_) => view! { <pages::template::Template store=store/> }.into_any(),
        Page::Groups => view! { <pages::groups::Groups store=store/> }.into_any(),
        Page::Backup => {
            view! { <pages::backup::Backup companies=companies store=store/> }.into_any()
        }
        Page::CheckData => view! { <pages::check_data::CheckData store=store/> }.into_any(),
        Page::MarketingSetup => {
            view! { <pages::marketing_setup::MarketingSetup store=store/> }.into_any()
        }
        Page::NumberSeries => {
            view! { <pages::number_series::NumberSeries store=store/> }.into_any()
        }
        Page::OneSeries(_) => view! { <pages::number_series::OneSeries store=store/> }.into_any(),
        Page::Postponed(context) => {
            view! { <pages::postponed::Postponed store=store context=context/> }.into_any()
        }
        Page::SavedCriteria => {
            view! { <pages::saved_criteria::SavedCriteria store=store/> }.into_any()
        }
        Page::LoggedSegments => {
            view! { <pages::logged_segments::LoggedSegments store=store/> }.into_any()
        }
        Page::LoggedSegment(no) => {
            view! { <pages::logged_segment::LoggedSegment store=store no=no/> }.into_any()
        }
        Page::Campaigns => view! { <pages::campaigns::Campaigns store=store/> }.into_any(),
        Page::Campaign(_) => view! { <pages::campaign::Campaign store=store/> }.into_any(),
        Page::CampaignStatuses => {
            view! { <pages::campaign_statuses::CampaignStatuses store=store/> }.into_any()
        }
        Page::Classes(kind) => {
            view! { <pages::classes::Classes store=store kind=kind/> }.into_any()
        }
        Page::Report(no) => view! { <pages::report::Report store=store no=no/> }.into_any(),
        Page::Segments => view! { <pages::segments::Segments store=store/> }.into_any(),
        Page::Segment(_) => view! { <pages::segment::Segment store=store/> }.into_any(),
        Page::Labels(to) => view! { <pages::print::Labels store=store recipients=to/> }.into_any(),
        Page::CoverSheets(to) => {
            view! { <pages::print::CoverSheets store=store recipients=to/> }.into_any()
        }
        // Shown above, without a company; or on the way to another page.
        Page::Gallery | Page::Demo => ().into_any(),
        Page::NotFound(_) => pages::not_found::not_found(),
    }
}

/// What the window is called while a page is shown.
fn caption(page: &Page) -> String {
    let m = texts();
    let records = |table| (m.terms.records)(table).to_string();
    let record = |table, no: &dyn std::fmt::Display| format!("{} {no}", (m.terms.record)(table));
    match page {
        Page::Home | Page::Demo => m.frame.home.into(),
        Page::Contacts => records(Table::Contact),
        Page::Contact(no) => record(Table::Contact, no),
        Page::Salespeople => records(Table::Salesperson),
        Page::Report(_) => m.privacy.report.into(),
        Page::Salesperson(code) => record(Table::Salesperson, code),
        Page::Interactions(_) => records(Table::LogEntry),
        Page::Interaction(no) => record(Table::LogEntry, no),
        Page::Postponed(_) => m.home.postponed.into(),
        Page::Templates => records(Table::InteractionTemplate),
        Page::Template(code) => record(Table::InteractionTemplate, code),
        Page::Groups => records(Table::InteractionGroup),
        Page::Segments => records(Table::Segment),
        Page::Segment(no) => record(Table::Segment, no),
        Page::Labels(_) => m.print.labels.into(),
        Page::CoverSheets(_) => m.print.cover_sheets.into(),
        Page::LoggedSegments => records(Table::LoggedSegment),
        Page::LoggedSegment(no) => record(Table::LoggedSegment, no),
        Page::Campaigns => records(Table::Campaign),
        Page::Campaign(no) => record(Table::Campaign, no),
        Page::CampaignStatuses => records(Table::CampaignStatus),
        Page::SavedCriteria => records(Table::SavedCriteria),
        Page::Classes(kind) => records(kind.table()),
        Page::Setup => m.frame.setup.into(),
        Page::Backup => m.backup.title.into(),
        Page::CheckData => m.checking.title.into(),
        Page::MarketingSetup => records(Table::Setup),
        Page::NumberSeries => records(Table::NumberSeries),
        Page::OneSeries(code) => record(Table::NumberSeries, code),
        Page::Gallery => m.gallery.title.into(),
        Page::NotFound(_) => m.frame.not_found.into(),
    }
}

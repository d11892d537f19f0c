//! Search or jump: pages and the actions of the page by their names in any language, records
//! (`search_records.rs`), and what was opened last. Opened by the box in the top bar, Ctrl+K or
//! Alt+Q.

use super::search_records::{
    Found, MAX_OF_A_KIND, campaigns, entry, groups, logged_segments, recent_items, salespeople,
    segments, templates,
};
use crate::domain::Table;
use crate::domain::classification::ClassKind;
use crate::domain::search::{Rank, TextIndex, Wanted};
use crate::language::{Lang, Messages, messages};
use crate::ui::action::{self, Action, register};
use crate::ui::keys;
use crate::ui::lookups::{self, ContactLookup};
use crate::ui::navigate::go;
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::picker::{Picker, PickerItem};
use crate::ui::route::{Context, From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{say, tr, tr_with};
use leptos::prelude::*;

/// Before the number of an action, where others have an address.
const ACTION: &str = "action ";

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
        || Route::to(Page::Segments),
        |m| (m.terms.records)(Table::Segment),
    ),
    (
        || Route::to(Page::LoggedSegments),
        |m| (m.terms.records)(Table::LoggedSegment),
    ),
    (
        || Route::to(Page::Campaigns),
        |m| (m.terms.records)(Table::Campaign),
    ),
    (
        || Route::to(Page::SavedCriteria),
        |m| (m.terms.records)(Table::SavedCriteria),
    ),
    (
        || Route::to(Page::CampaignStatuses),
        |m| (m.terms.records)(Table::CampaignStatus),
    ),
    (
        || Route::to(Page::Classes(ClassKind::MailingGroup)),
        |m| (m.terms.records)(Table::MailingGroup),
    ),
    (
        || Route::to(Page::Classes(ClassKind::IndustryGroup)),
        |m| (m.terms.records)(Table::IndustryGroup),
    ),
    (
        || Route::to(Page::Classes(ClassKind::BusinessRelation)),
        |m| (m.terms.records)(Table::BusinessRelation),
    ),
    (
        || Route::to(Page::Classes(ClassKind::JobResponsibility)),
        |m| (m.terms.records)(Table::JobResponsibility),
    ),
    (
        || Route::to(Page::Classes(ClassKind::OrganizationalLevel)),
        |m| (m.terms.records)(Table::OrganizationalLevel),
    ),
    (
        || Route::to(Page::Classes(ClassKind::Salutation)),
        |m| (m.terms.records)(Table::Salutation),
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
    (|| Route::to(Page::Backup), |m| m.backup.title),
    (|| Route::to(Page::CheckData), |m| m.checking.title),
    (
        || Route::to(Page::Home).with(Sheet::Create(From::Blank)),
        |m| m.frame.create,
    ),
];

pub(super) fn search_box(store: Store) -> AnyView {
    let open = RwSignal::new(false);
    let show = Callback::new(move |()| open.set(true));
    let action = Action::new(|m| m.keys.jump.into(), show)
        .icon(Icon::Search)
        .keys(keys::JUMP)
        .keys_too(keys::JUMP_TOO)
        .everywhere();
    register(action);
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
        let Some(key) = key else { return };
        open.set(false);
        match key.strip_prefix(ACTION) {
            // Once the dialog is gone: what the action opens takes the focus.
            Some(id) => {
                if let Some(action) = id.parse().ok().and_then(action::action) {
                    request_animation_frame(move || action.run());
                }
            }
            None => go(Route::parse(&key)),
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
                alone=true
            />
        </Dialog>
    }
    .into_any()
}

/// What fits the typed text, by kind: the kind with the best find first. For none what was opened
/// last, what can be done here, then all pages.
fn offer(store: Store, contacts: ContactLookup, typed: &str) -> Vec<PickerItem> {
    let wanted = Wanted::new(typed);
    let m = say();
    if wanted.is_blank() {
        let opened = store.peek(|records| recent_items(store, records));
        let rest = [here(&wanted), pages(&wanted)];
        let rest = rest.into_iter().flatten().flat_map(|found| found.items);
        return opened.into_iter().chain(rest).collect();
    }
    let people = contacts.find(&wanted, MAX_OF_A_KIND, |_| true);
    let mut kinds: Vec<Found> = store.peek(|records| {
        let people = people.into_iter().map(|(rank, contact)| {
            let item = lookups::contact_item(records, &contact);
            let key = Route::to(Page::Contact(contact.no.clone())).href();
            (rank, PickerItem { key, ..item })
        });
        let kinds = [
            here(&wanted),
            pages(&wanted),
            Found::new((m.terms.records)(Table::Contact), people),
            salespeople(records, &wanted),
            segments(records, &wanted),
            campaigns(records, &wanted),
            logged_segments(records, &wanted),
            templates(records, &wanted),
            groups(records, &wanted),
            entry(records, typed),
        ];
        kinds.into_iter().flatten().collect()
    });
    // Equally good ones stay in the order above.
    kinds.sort_by_key(|found| {
        let Rank { how, fit, .. } = found.best;
        (how, fit)
    });
    kinds.into_iter().flat_map(|found| found.items).collect()
}

/// Places among names in several languages, best first; each once, by its best name.
fn ranked(names: &[Vec<String>], wanted: &Wanted) -> Vec<(Rank, usize)> {
    let mut index = TextIndex::default();
    for name in names.iter().flatten() {
        index.push(name, "");
    }
    let n = names.first().map_or(0, Vec::len).max(1);
    let mut found: Vec<(Rank, usize)> = Vec::new();
    for hit in index.best(wanted, usize::MAX, |_| true) {
        let at = hit.place as usize % n;
        if found.iter().all(|(_, known)| *known != at) {
            found.push((hit.rank, at));
        }
    }
    found
}

fn pages(wanted: &Wanted) -> Option<Found> {
    let names = |lang: &Lang| {
        let name = |(_, words): &Place| words(messages(*lang)).to_string();
        PLACES.iter().map(name).collect::<Vec<_>>()
    };
    let names: Vec<Vec<String>> = Lang::ALL.iter().map(names).collect();
    let m = say();
    let named_here: Vec<String> = untrack(|| {
        let ours = actions_here().into_iter();
        ours.map(|(_, action)| action.name_in(m)).collect()
    });
    let item = |(rank, at): (Rank, usize)| {
        let (route, words) = PLACES[at];
        // The page does the same, and knows for whom.
        let is_here = named_here.iter().any(|name| name == words(m));
        (!is_here).then(|| (rank, PickerItem::new(route().href(), words(m), "")))
    };
    Found::new(
        m.keys.pages,
        ranked(&names, wanted).into_iter().filter_map(item),
    )
}

/// The actions of the page behind the dialog.
fn actions_here() -> Vec<(u32, Action)> {
    let all = action::actions().into_iter();
    all.filter(|(_, action)| !action.is_everywhere()).collect()
}

/// What can be done on the page behind the dialog.
fn here(wanted: &Wanted) -> Option<Found> {
    let ours = untrack(actions_here);
    let names = |lang: &Lang| {
        let name = |(_, action): &(u32, Action)| untrack(|| action.name_in(messages(*lang)));
        ours.iter().map(name).collect::<Vec<_>>()
    };
    let names: Vec<Vec<String>> = Lang::ALL.iter().map(names).collect();
    let item = |(rank, at): (Rank, usize)| {
        let (id, action) = ours[at];
        let why_not = untrack(|| action.why_not());
        let keys = action.all_keys().next().unwrap_or_default();
        let detail = why_not.unwrap_or_else(|| keys.replace('+', " "));
        let name = untrack(|| action.name_in(say()));
        let item = PickerItem::new(format!("{ACTION}{id}"), name, detail);
        let icon = action.picture();
        (rank, PickerItem { icon, ..item })
    };
    Found::new(
        say().keys.actions,
        ranked(&names, wanted).into_iter().map(item),
    )
}

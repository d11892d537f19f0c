//! English.

mod backup;
mod campaign_pages;
mod cards;
mod checking;
mod class_pages;
mod create;
mod criteria;
mod criteria_pages;
mod explain;
mod export;
mod filter;
mod filter_words;
mod formats;
mod frame;
mod gallery;
mod keys;
mod lists;
mod logbook;
mod many;
mod marketing;
mod notices;
mod people;
mod print;
mod privacy;
mod segment_pages;
mod segments;
mod setups;
mod starter;
mod status;
mod terms;
mod trouble;
mod undo;

use self::formats::FORMATS;
use super::{Messages, PartsTexts};

/// `n` with a comma between thousands: 100,000.
fn grouped(n: u32) -> String {
    FORMATS.count(n.into())
}

pub(super) static MESSAGES: Messages = Messages {
    language_name: "English",
    format: FORMATS,
    terms: terms::TERMS,
    explain: explain::EXPLAIN,
    filter: filter::FILTER,
    starter: starter::STARTER,
    demo: starter::DEMO,
    people: people::PEOPLE,
    many: many::MANY,
    lists: lists::LISTS,
    parts: PartsTexts {
        ok: "OK",
        cancel: "Cancel",
        close: "Close",
        clear: "Clear",
        required: "required",
        locked: "locked",
        of_limit: |n, limit| format!("{n} of {limit}"),
        too_long: |n| match n {
            1 => "1 character too long".into(),
            n => format!("{n} characters too long"),
        },
        one_line_only: "This is one line: the pasted text has several. Nothing was pasted.",
        open_calendar: "Choose from calendar",
        open_lookup: "Show choices",
        new_row: "New…",
        new_row_typed: |typed| format!("New “{typed}”…"),
        recent: "Recent",
        no_match: "No match",
        matches: |n| match n {
            0 => "No match".into(),
            1 => "1 match".into(),
            n => format!("{} matches", grouped(n)),
        },
        filter_choices: "Filter",
        more_actions: "More actions",
        notifications: "Notifications",
        undo: "Undo",
        open: "Open",
        search_list: "Search the list",
        nothing_found: "Nothing matches",
        nothing_found_detail: "No row fits the search or the filters.",
        show_all: "Show all",
        rows_of: |n, all| format!("{} of {}", grouped(n), grouped(all)),
        rows: |n| match n {
            1 => "1 row".into(),
            n => format!("{} rows", grouped(n)),
        },
        selected: |n| format!("{} selected", grouped(n)),
        clear_selection: "Clear selection",
        select_all: "Select all",
        sort_by: "Sort by",
        ascending: "Ascending",
        descending: "Descending",
        what_was_kept: "What was kept",
        what_to_do: "What you can do",
        timeline_more: "Show more",
        skip_to_content: "Skip to content",
        busy: "Working…",
    },
    cards: cards::CARDS,
    undo: undo::UNDO,
    logbook: logbook::LOGBOOK,
    criteria: criteria::CRITERIA,
    class_pages: class_pages::CLASS_PAGES,
    criteria_pages: criteria_pages::CRITERIA_PAGES,
    segments: segments::SEGMENTS,
    segment_pages: segment_pages::SEGMENT_PAGES,
    campaign_pages: campaign_pages::CAMPAIGN_PAGES,
    setups: setups::SETUPS,
    frame: frame::FRAME,
    status: status::STATUS,
    keys: keys::KEYS,
    opening: frame::OPENING,
    start: frame::START,
    create: create::CREATE,
    home: create::HOME,
    trouble: trouble::TROUBLE,
    backup: backup::BACKUP,
    export: export::EXPORT,
    print: print::PRINT,
    checking: checking::CHECKING,
    privacy: privacy::PRIVACY,
    gallery: gallery::GALLERY,
};

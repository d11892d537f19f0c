//! Finnish.

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

/// `n` with a no-break space between thousands: 100 000.
fn grouped(n: u32) -> String {
    FORMATS.count(n.into())
}

pub(super) static MESSAGES: Messages = Messages {
    language_name: "Suomi",
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
        cancel: "Peruuta",
        close: "Sulje",
        clear: "Tyhjennä",
        required: "pakollinen",
        locked: "lukittu",
        of_limit: |n, limit| format!("{n} / {limit}"),
        too_long: |n| match n {
            1 => "1 merkki liikaa".into(),
            n => format!("{n} merkkiä liikaa"),
        },
        one_line_only: "Kenttään mahtuu yksi rivi, mutta liitettävässä tekstissä on useita. Mitään ei liitetty.",
        open_calendar: "Valitse kalenterista",
        open_lookup: "Näytä vaihtoehdot",
        new_row: "Uusi…",
        new_row_typed: |typed| format!("Uusi ”{typed}”…"),
        recent: "Viimeaikaiset",
        no_match: "Ei osumia",
        matches: |n| match n {
            0 => "Ei osumia".into(),
            1 => "1 osuma".into(),
            n => format!("{} osumaa", grouped(n)),
        },
        filter_choices: "Suodata",
        more_actions: "Lisää toimintoja",
        notifications: "Ilmoitukset",
        undo: "Kumoa",
        open: "Avaa",
        search_list: "Etsi luettelosta",
        nothing_found: "Ei osumia",
        nothing_found_detail: "Yksikään rivi ei vastaa hakua tai suodattimia.",
        show_all: "Näytä kaikki",
        rows_of: |n, all| format!("{} / {}", grouped(n), grouped(all)),
        rows: |n| match n {
            1 => "1 rivi".into(),
            n => format!("{} riviä", grouped(n)),
        },
        selected: |n| match n {
            1 => "1 valittu".into(),
            n => format!("{} valittua", grouped(n)),
        },
        clear_selection: "Poista valinta",
        select_all: "Valitse kaikki",
        sort_by: "Lajittelu",
        ascending: "Nouseva",
        descending: "Laskeva",
        what_was_kept: "Mitä säilyi",
        what_to_do: "Mitä voit tehdä",
        timeline_more: "Näytä lisää",
        skip_to_content: "Siirry sisältöön",
        busy: "Käsitellään…",
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

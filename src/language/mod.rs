//! Every sentence a user reads, as typed values: one record of texts that each language fills.
//!
//! A missing text does not compile, nor does a wrong parameter. Start at [`Messages`]; the values are in `en.rs`
//! and `fi.rs`. One struct per area of the screen; a page adds its own area and touches no other.
//! Knows nothing of the browser: which language is shown is decided in `ui/text.rs`.

pub mod backup;
pub mod campaign_pages;
pub mod cards;
pub mod checking;
pub mod class_pages;
pub mod create;
pub mod criteria;
pub mod criteria_pages;
mod en;
pub mod explain;
pub mod export;
mod fi;
pub mod filter;
pub mod format;
pub mod frame;
pub mod gallery;
pub mod keys;
pub mod lists;
pub mod logbook;
pub mod many;
pub mod order;
pub mod people;
pub mod print;
pub mod privacy;
pub mod segment_pages;
pub mod segments;
pub mod setups;
pub mod status;
pub mod terms;
pub mod trouble;
pub mod undo;

use crate::domain::demo::DemoTexts;
use crate::domain::starter::StarterTexts;
use format::Formats;
use serde::{Deserialize, Serialize};

/// A language of the user interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Finnish.
    Fi,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Fi, Self::En];

    /// The BCP 47 tag, as in `<html lang>`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Fi => "fi",
            Self::En => "en",
        }
    }

    /// The language a BCP 47 tag asks for; region and script do not matter (`fi-FI` is Finnish).
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }
}

/// All texts in `lang`.
#[must_use]
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Fi => &fi::MESSAGES,
        Lang::En => &en::MESSAGES,
    }
}

/// The record that every language fills.
pub struct Messages {
    /// The language in its own words.
    pub language_name: &'static str,
    /// How dates, times, money and counts are written and read.
    pub format: Formats,
    /// The words of the domain.
    pub terms: terms::Terms,
    /// Why something was refused, and what was done.
    pub explain: explain::ExplainTexts,
    /// Filters, and why a text is none.
    pub filter: filter::FilterTexts,
    /// The names of what a company that starts empty is offered.
    pub starter: StarterTexts,
    /// The names of the demo company's templates.
    pub demo: DemoTexts,
    /// Contacts and salespeople.
    pub people: people::PeopleTexts,
    /// What is done to many contacts at once.
    pub many: many::ManyTexts,
    /// What the parts themselves say.
    pub parts: PartsTexts,
    /// Lists of records: filters, columns, views.
    pub lists: lists::ListsTexts,
    /// Cards, and dialogs of new records.
    pub cards: cards::CardTexts,
    /// Undo and redo.
    pub undo: undo::UndoTexts,
    /// The interaction log and postponed interactions.
    pub logbook: logbook::LogbookTexts,
    /// Criteria of segments.
    pub criteria: criteria::CriteriaTexts,
    /// The six tables of classification, and the classification of a contact.
    pub class_pages: class_pages::ClassPageTexts,
    /// Criteria in the interface.
    pub criteria_pages: criteria_pages::CriteriaPageTexts,
    /// Segments and campaigns.
    pub segments: segments::SegmentTexts,
    /// The pages of segments.
    pub segment_pages: segment_pages::SegmentPageTexts,
    /// The pages of logged segments and campaigns.
    pub campaign_pages: campaign_pages::CampaignPageTexts,
    /// Groups, templates, marketing setup, number series.
    pub setups: setups::SetupsTexts,
    /// The frame around every page.
    pub frame: frame::FrameTexts,
    /// How saving stands, and working without a network.
    pub status: status::StatusTexts,
    /// Search or jump, and keys.
    pub keys: keys::KeyTexts,
    /// Opening a company.
    pub opening: frame::OpeningTexts,
    /// The first start.
    pub start: frame::StartTexts,
    /// The form that creates an interaction.
    pub create: create::CreateTexts,
    /// Home.
    pub home: create::HomeTexts,
    /// Troubles with the device.
    pub trouble: trouble::TroubleTexts,
    /// Backup and restore.
    pub backup: backup::BackupTexts,
    /// Exporting what a list shows.
    pub export: export::ExportTexts,
    /// What is printed for contacts.
    pub print: print::PrintTexts,
    /// Checking and repairing data.
    pub checking: checking::CheckingTexts,
    /// Erasing contacts.
    pub privacy: privacy::PrivacyTexts,
    /// Samples on the hidden page that shows every part.
    pub gallery: gallery::GalleryTexts,
}

/// What the parts themselves say, on whatever page they stand.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct PartsTexts {
    pub ok: &'static str,
    pub cancel: &'static str,
    pub close: &'static str,
    pub clear: &'static str,
    pub required: &'static str,
    pub locked: &'static str,
    /// Characters typed and the most allowed: shown when the limit is near.
    pub of_limit: fn(u32, u32) -> String,
    /// By how many characters a text is too long.
    pub too_long: fn(u32) -> String,
    pub one_line_only: &'static str,
    pub open_calendar: &'static str,
    pub open_lookup: &'static str,
    pub new_row: &'static str,
    /// The same, with what was typed.
    pub new_row_typed: fn(&str) -> String,
    pub recent: &'static str,
    pub no_match: &'static str,
    /// How many matches a lookup offers; read aloud, not shown.
    pub matches: fn(u32) -> String,
    pub filter_choices: &'static str,
    pub more_actions: &'static str,
    pub notifications: &'static str,
    pub undo: &'static str,
    pub open: &'static str,
    pub search_list: &'static str,
    pub nothing_found: &'static str,
    pub nothing_found_detail: &'static str,
    pub show_all: &'static str,
    /// Rows shown, rows in all.
    pub rows_of: fn(u32, u32) -> String,
    pub rows: fn(u32) -> String,
    pub selected: fn(u32) -> String,
    pub clear_selection: &'static str,
    pub select_all: &'static str,
    pub sort_by: &'static str,
    pub ascending: &'static str,
    pub descending: &'static str,
    pub what_was_kept: &'static str,
    pub what_to_do: &'static str,
    pub timeline_more: &'static str,
    pub skip_to_content: &'static str,
    pub busy: &'static str,
}

//! The title of an entry on the timeline of its contact: its parts, not a sentence.

use super::LogEntry;
use super::template::InteractionTemplate;
use crate::domain::contact::Contact;
use crate::domain::records::Records;
use crate::domain::salesperson::Salesperson;
use crate::domain::values::InformationFlow;

/// What an entry is called (`ContactIntEntriesSubform.Page.al`).
///
/// `what` is the template's description, or its code if it has none or is gone; blank when the
/// entry has no template. `language/explain.rs` puts the parts into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// It came from the contact.
    Inbound {
        /// What it was.
        what: String,
        /// The contact's name.
        contact: String,
    },
    /// It went out to the contact.
    Outbound {
        /// What it was.
        what: String,
        /// The salesperson's name, or the code of one that is gone; else the user's name.
        by: String,
    },
    /// Which way it went is not known, or who it was.
    Plain {
        /// What it was.
        what: String,
    },
}

/// The title of an entry. The direction is the entry's own, which may differ from its template's.
pub fn title(records: &Records, entry: &LogEntry) -> Title {
    let what = what(records, entry);
    let who = match entry.information_flow {
        Some(InformationFlow::Inbound) => contact(records, entry),
        Some(InformationFlow::Outbound) => by(records, entry),
        None => String::new(),
    };
    match entry.information_flow {
        Some(InformationFlow::Inbound) if !who.is_empty() => Title::Inbound { what, contact: who },
        Some(InformationFlow::Outbound) if !who.is_empty() => Title::Outbound { what, by: who },
        _ => Title::Plain { what },
    }
}

fn what(records: &Records, entry: &LogEntry) -> String {
    let Some(mention) = &entry.template else {
        return String::new();
    };
    match records.get::<InteractionTemplate>(mention.id) {
        Some(template) if !template.description.is_empty() => template.description.clone(),
        Some(template) => template.code.to_string(),
        None => mention.code.to_string(),
    }
}

fn contact(records: &Records, entry: &LogEntry) -> String {
    let contact = entry.contact.and_then(|id| records.get::<Contact>(id));
    contact.map_or_else(String::new, |contact| contact.name.clone())
}

fn by(records: &Records, entry: &LogEntry) -> String {
    let Some(mention) = &entry.salesperson else {
        return entry.user.clone();
    };
    match records.get::<Salesperson>(mention.id) {
        Some(salesperson) => salesperson.name.clone(),
        None => mention.code.to_string(),
    }
}

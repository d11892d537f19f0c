//! The records that a log entry speaks of, each with its name and its page. What was deleted since is
//! known by the code it had.

use crate::domain::Records;
use crate::domain::campaign::Campaign;
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::logged::LoggedSegment;
use crate::language::Messages;
use crate::ui::called::coded;
use crate::ui::route::{Context, Page, Route};

/// A value with its name, and where it leads.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Pair {
    /// The value.
    pub value: String,
    /// Where it leads, if it is a record that is still there.
    pub href: Option<String>,
}

impl Pair {
    /// A value that leads nowhere.
    pub fn plain(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            href: None,
        }
    }

    /// The name of a record.
    pub fn link(value: impl Into<String>, page: Page) -> Self {
        Self {
            value: value.into(),
            href: Some(Route::to(page).href()),
        }
    }
}

/// A contact, by name. One that was erased leads nowhere.
pub(super) fn contact(m: &Messages, records: &Records, id: Option<ContactId>) -> Option<Pair> {
    if records.is_erased(id) {
        return Some(Pair::plain(m.privacy.erased_contact));
    }
    let contact = records.get::<Contact>(id?)?;
    Some(Pair::link(&contact.name, Page::Contact(contact.no.clone())))
}

/// The template.
pub(super) fn template(m: &Messages, records: &Records, entry: &LogEntry) -> Option<Pair> {
    let mention = entry.template.as_ref()?;
    Some(match records.get::<InteractionTemplate>(mention.id) {
        Some(row) => Pair::link(
            coded(m, &row.description, row.code.as_str()),
            Page::Template(row.code.clone()),
        ),
        None => gone(m, mention.code.as_str()),
    })
}

/// The group, which leads to its interactions.
pub(super) fn group(m: &Messages, records: &Records, entry: &LogEntry) -> Option<Pair> {
    let group = records.get::<InteractionGroup>(entry.group?)?;
    let text = coded(m, &group.description, group.code.as_str());
    let page = Page::Interactions(Context::Group(group.code.clone()));
    Some(Pair::link(text, page))
}

/// Who carried it out.
pub(super) fn salesperson(m: &Messages, records: &Records, entry: &LogEntry) -> Option<Pair> {
    let mention = entry.salesperson.as_ref()?;
    Some(match records.get::<Salesperson>(mention.id) {
        Some(row) => Pair::link(&row.name, Page::Salesperson(row.code.clone())),
        None => gone(m, mention.code.as_str()),
    })
}

/// The campaign it belongs to.
pub(super) fn campaign(m: &Messages, records: &Records, entry: &LogEntry) -> Option<Pair> {
    let mention = entry.campaign.as_ref()?;
    Some(match records.get::<Campaign>(mention.id) {
        Some(row) => Pair::link(
            coded(m, &row.description, row.no.as_str()),
            Page::Campaign(row.no.clone()),
        ),
        None => gone(m, mention.code.as_str()),
    })
}

/// The logged segment it came from; the number is left where that was deleted.
pub(super) fn logged_segment(m: &Messages, records: &Records, entry: &LogEntry) -> Option<Pair> {
    let row = entry.logged_segment;
    Some(match row.and_then(|id| records.get::<LoggedSegment>(id)) {
        Some(row) => Pair::link(
            coded(m, &row.description, row.segment_no.as_str()),
            Page::LoggedSegment(row.no),
        ),
        None => gone(m, entry.segment_no.as_ref()?.as_str()),
    })
}

/// The code of a record that was deleted after the entry was written.
fn gone(m: &Messages, code: &str) -> Pair {
    Pair::plain((m.logbook.deleted_since)(code))
}

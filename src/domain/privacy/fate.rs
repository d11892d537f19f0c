//! What becomes of a row when contacts are erased. One rule for all rows, so that erasing among the records, and
//! reading a backup from before, come to the same.

use crate::domain::change::Row;
use crate::domain::contact::{Contact, ContactKind};
use crate::domain::filter::Neutral;
use crate::domain::id::ContactId;
use crate::domain::interaction::LogEntry;
use crate::domain::segment::criteria::{CriteriaAction, Origin, Step};
use crate::domain::segment::selection::Criteria;
use crate::domain::segment::selection::saved::{SavedAction, SavedCriteria};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A text that is shorter tells nobody from anybody else.
const MIN_NAME: usize = 3;

/// Contacts that are erased, and what they were called.
#[derive(Clone, Debug, Default)]
pub struct Erased {
    ids: BTreeSet<ContactId>,
    /// Names, phone numbers and e-mail addresses, in lower case.
    names: BTreeSet<String>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It says nothing about an erased contact.
    Stays,
    /// It is about nothing else.
    Goes,
    /// It stays without what it said.
    Becomes(Row),
}

impl Erased {
    /// These contacts. What they were called is not known before [`Erased::learn`] has seen them.
    pub fn new(ids: impl IntoIterator<Item = ContactId>) -> Self {
        Self {
            ids: ids.into_iter().collect(),
            names: BTreeSet::new(),
        }
    }

    /// True for one of them.
    pub fn has(&self, id: ContactId) -> bool {
        self.ids.contains(&id)
    }

    /// Learns what a contact is called, if it is one of them: criteria may filter on it.
    pub fn learn(&mut self, contact: &Contact) {
        if !self.has(contact.id) {
            return;
        }
        let typed_no = contact.no_series.is_none().then_some(contact.no.as_str());
        let texts = [
            contact.name.as_str(),
            &contact.phone,
            &contact.mobile_phone,
            &contact.email,
            typed_no.unwrap_or_default(),
        ];
        let texts = texts.into_iter().map(str::to_lowercase);
        self.names
            .extend(texts.filter(|text| text.chars().count() >= MIN_NAME));
    }

    /// True if a text holds what one of them is called, in any case: the whole name, phone number or e-mail address.
    /// A first name or a surname alone may be anybody's.
    pub fn is_named_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.names.iter().any(|name| text.contains(name))
    }

    /// What becomes of a row.
    ///
    /// The contact itself goes, and so do its memberships, its segment lines and what is postponed with it. A logged
    /// entry keeps what counts in figures: number, date and time, template, group, salesperson, campaign, segment,
    /// cost, duration, evaluation; it loses what was said. Steps of criteria forget the contact and its lines, saved
    /// criteria the contact. Criteria with a filter on what it was called are told as chosen by hand; saved ones go
    /// as a whole, for without the filter they would mean somebody else.
    pub fn fate(&self, row: &Row) -> Fate {
        match row {
            Row::Contact(row) => self.fate_of_contact(row),
            Row::Membership(row) => goes_if(self.has(row.id.contact)),
            Row::SegmentLine(row) => goes_if(self.is_one(row.contact)),
            Row::LogEntry(row) => self.fate_of_entry(row),
            Row::CriteriaAction(row) => self.fate_of_action(row),
            Row::SavedCriteria(row) => self.fate_of_saved(row),
            Row::Setup(_)
            | Row::Counters(_)
            | Row::NumberSeries(_)
            | Row::Salesperson(_)
            | Row::MailingGroup(_)
            | Row::IndustryGroup(_)
            | Row::BusinessRelation(_)
            | Row::JobResponsibility(_)
            | Row::OrganizationalLevel(_)
            | Row::Salutation(_)
            | Row::SalutationFormula(_)
            | Row::ErasedContact(_)
            | Row::CampaignStatus(_)
            | Row::Campaign(_)
            | Row::CampaignEntry(_)
            | Row::InteractionGroup(_)
            | Row::InteractionTemplate(_)
            | Row::Segment(_)
            | Row::LoggedSegment(_) => Fate::Stays,
        }
    }

    fn is_one(&self, id: Option<ContactId>) -> bool {
        id.is_some_and(|id| self.has(id))
    }

    fn fate_of_contact(&self, contact: &Contact) -> Fate {
        if self.has(contact.id) {
            return Fate::Goes;
        }
        let mut contact = contact.clone();
        match &mut contact.kind {
            ContactKind::Person(person) if self.is_one(person.company) => {
                person.company = None;
                Fate::Becomes(Row::Contact(Arc::new(contact)))
            }
            ContactKind::Company | ContactKind::Person(_) => Fate::Stays,
        }
    }

    pub(in crate::domain) fn fate_of_entry(&self, entry: &LogEntry) -> Fate {
        let company = entry.company.filter(|id| !self.has(*id));
        if self.is_one(entry.contact) {
            if entry.is_postponed() {
                return Fate::Goes;
            }
            let anonymous = LogEntry {
                company,
                description: String::new(),
                subject: String::new(),
                language: None,
                attachment: None,
                correspondence_type: None,
                comments: Vec::new(),
                ..entry.clone()
            };
            return becomes_if_other(entry, anonymous, Row::LogEntry);
        }
        let without = LogEntry {
            company,
            ..entry.clone()
        };
        becomes_if_other(entry, without, Row::LogEntry)
    }

    fn fate_of_action(&self, action: &CriteriaAction) -> Fate {
        let steps = action.steps.iter().map(|step| self.forget_in(step));
        let forgetful = CriteriaAction {
            origin: self.origin_without(&action.origin),
            steps: steps.collect(),
            ..action.clone()
        };
        becomes_if_other(action, forgetful, Row::CriteriaAction)
    }

    fn forget_in(&self, step: &Step) -> Step {
        let before = step.before.as_ref();
        Step {
            line: step.line,
            contact: step.contact.filter(|id| !self.has(*id)),
            before: before.filter(|line| !self.is_one(line.contact)).cloned(),
        }
    }

    fn origin_without(&self, origin: &Origin) -> Origin {
        match origin {
            Origin::Criteria(criteria) if self.is_filtered_on(criteria) => Origin::ByHand,
            origin => origin.clone(),
        }
    }

    fn fate_of_saved(&self, saved: &SavedCriteria) -> Fate {
        let is_filtered_on = |action: &SavedAction| match &action.origin {
            Origin::Criteria(criteria) => self.is_filtered_on(criteria),
            Origin::ByHand | Origin::Logged(_) => false,
        };
        if saved.actions.iter().any(is_filtered_on) {
            return Fate::Goes;
        }
        let mut forgetful = saved.clone();
        for action in &mut forgetful.actions {
            action.contacts.retain(|id| !self.has(*id));
        }
        becomes_if_other(saved, forgetful, Row::SavedCriteria)
    }

    fn is_filtered_on(&self, criteria: &Criteria) -> bool {
        let mut filters = criteria.sections.iter().flat_map(|it| it.filters());
        filters.any(|it| self.is_named_in(&it.filter.print(&Neutral)))
    }
}

fn goes_if(goes: bool) -> Fate {
    match goes {
        true => Fate::Goes,
        false => Fate::Stays,
    }
}

fn becomes_if_other<R: PartialEq>(old: &R, new: R, row: fn(Arc<R>) -> Row) -> Fate {
    match *old == new {
        true => Fate::Stays,
        false => Fate::Becomes(row(Arc::new(new))),
    }
}

//! What contacts are found by, kept ready for typing: lookups, search and the list of contacts look
//! here. What did not change is taken over from the texts before.

use crate::domain::contact::Contact;
use crate::domain::search::TextIndex;
use crate::domain::{Records, Revision, Table};
use crate::ui::shared::is_same;
use std::cell::RefCell;
use std::sync::Arc;

/// The texts of all contacts, in order of their ids.
#[derive(Clone, Debug, Default)]
pub struct ContactTexts {
    rows: Vec<Row>,
    index: Arc<TextIndex>,
}

/// What a text was made of.
#[derive(Clone, Debug)]
struct Row {
    contact: Arc<Contact>,
    company: Option<Arc<Contact>>,
}

impl ContactTexts {
    /// The texts of the contacts as they are now; `before` are the last ones, of whatever company.
    pub fn new(records: &Records, before: &Self) -> Self {
        let n = records.count(Table::Contact);
        let mut rows = Vec::with_capacity(n);
        let mut index = TextIndex::with_capacity(n);
        let mut known = (0_u32..).zip(&before.rows).peekable();
        for contact in records.all::<Contact>() {
            let company = company_of(records, contact);
            // Those that are gone.
            while known
                .next_if(|(_, row)| row.contact.id < contact.id)
                .is_some()
            {}
            match known.next_if(|(_, row)| row.shows(contact, company)) {
                Some((place, _)) => index.push_from(&before.index, place),
                None => {
                    let (head, rest) = text_of(contact, company);
                    index.push(&head, &rest);
                }
            }
            rows.push(Row {
                contact: contact.clone(),
                company: company.cloned(),
            });
        }
        Self {
            rows,
            index: Arc::new(index),
        }
    }

    /// The texts of the contacts as they are now, made once for everybody who looks. They stay while
    /// nobody does, so that the next one pays for what has changed only, and are the same ones while
    /// nothing has.
    pub fn kept(records: &Records) -> Arc<Self> {
        thread_local!(static KEPT: RefCell<(Revision, Arc<ContactTexts>)> = RefCell::default());
        KEPT.with_borrow_mut(|(revision, kept)| {
            // Where nothing at all was written there is nothing to compare. Another company may stand
            // at the same revision, but its first contact is another one.
            let is_known = *revision == records.revision()
                && is_same(kept.contact(0), records.all::<Contact>().next());
            if !is_known {
                if !kept.shows(records) {
                    *kept = Arc::new(Self::new(records, kept));
                }
                *revision = records.revision();
            }
            kept.clone()
        })
    }

    /// True if these are the texts of just the contacts that there are.
    fn shows(&self, records: &Records) -> bool {
        let mut rows = self.rows.iter();
        let shows = |contact: &Arc<Contact>| {
            let company = company_of(records, contact);
            rows.next().is_some_and(|row| row.shows(contact, company))
        };
        records.all::<Contact>().all(shows) && rows.next().is_none()
    }

    /// What finds: a place in it is that of the contact.
    pub fn index(&self) -> &Arc<TextIndex> {
        &self.index
    }

    /// The contact at a place.
    pub fn contact(&self, place: u32) -> Option<&Arc<Contact>> {
        self.rows.get(place as usize).map(|row| &row.contact)
    }

    /// All contacts, each with the company of a person that has one.
    pub fn rows(&self) -> impl Iterator<Item = (&Arc<Contact>, Option<&Arc<Contact>>)> {
        let rows = self.rows.iter();
        rows.map(|row| (&row.contact, row.company.as_ref()))
    }
}

impl Row {
    /// True if it was made of just these rows.
    fn shows(&self, contact: &Arc<Contact>, company: Option<&Arc<Contact>>) -> bool {
        is_same(self.company.as_ref(), company) && Arc::ptr_eq(&self.contact, contact)
    }
}

fn company_of<'a>(records: &'a Records, contact: &Contact) -> Option<&'a Arc<Contact>> {
    if contact.is_person() {
        records.get::<Contact>(contact.company()?)
    } else {
        None
    }
}

/// The head: name and number. The rest: company, phone numbers, city and e-mail address. Each on a
/// line of its own, so that no word is found across two. Phone numbers also without what stands
/// between their digits.
fn text_of(contact: &Contact, company: Option<&Arc<Contact>>) -> (String, String) {
    let digits = |number: &str| -> String {
        let digits = number.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        digits.collect()
    };
    let company = company.map_or("", |row| row.name.as_str());
    let (phone, mobile) = (digits(&contact.phone), digits(&contact.mobile_phone));
    let rest = [
        company,
        &contact.phone,
        &phone,
        &contact.mobile_phone,
        &mobile,
        &contact.city,
        &contact.email,
    ];
    let filled = rest.into_iter().filter(|part| !part.is_empty());
    let rest = filled.collect::<Vec<_>>().join("\n");
    (format!("{}\n{}", contact.name, contact.no), rest)
}

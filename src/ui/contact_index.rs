//! The contacts as their list shows them: in order, and found by typed text, any number of them.
//!
//! Made once after each change, so that typing only searches: texts are folded and names have
//! their places in the alphabet before the first key is pressed. What did not change is taken over
//! from the index before.

use crate::domain::Records;
use crate::domain::change::Record;
use crate::domain::contact::Contact;
use crate::domain::search::{Wanted, fold};
use crate::language::order::{Collation, Ranks};
use std::cmp::Ordering;
use std::sync::Arc;

/// All contacts, with what finds and orders them.
#[derive(Clone, Debug, Default)]
pub struct ContactIndex {
    /// In order of their ids.
    lines: Vec<Line>,
    /// The places of the lines in their usual order.
    order: Vec<u32>,
}

/// A contact in the index.
#[derive(Clone, Debug)]
pub struct Line {
    /// The contact.
    pub contact: Arc<Contact>,
    /// The company of a person that has one.
    pub company: Option<Arc<Contact>>,
    /// All that it is found by, folded.
    text: Arc<str>,
    /// The place of its company's name in the alphabet; of its own name if it has none.
    group: u64,
    /// The place of its own name.
    name: u64,
}

impl ContactIndex {
    /// The index of the contacts as they are now. `before` is the last one; `ranks` are kept with
    /// it, for one language.
    ///
    /// Usual order: company name, company number, type, name, so that a company stands above its
    /// persons (`ContactList.Page.al`); a person without a company stands under its own name.
    pub fn new(
        records: &Records,
        before: &Self,
        ranks: &mut Ranks,
        collation: &dyn Collation,
    ) -> Self {
        let names = records.all::<Contact>().map(|row| row.name.as_str());
        ranks.learn(&names.collect::<Vec<_>>(), collation);
        let mut known = before.lines.iter().peekable();
        let line = |contact: &Arc<Contact>| {
            while known.next_if(|line| line.contact.id < contact.id).is_some() {}
            let company = company_of(records, contact);
            let text = known
                .peek()
                .filter(|line| line.shows(contact, company))
                .map_or_else(|| text_of(contact, company).into(), |l| l.text.clone());
            let heads = company.unwrap_or(contact);
            Line {
                contact: contact.clone(),
                company: company.cloned(),
                text,
                group: ranks.place(&heads.name),
                name: ranks.place(&contact.name),
            }
        };
        let lines: Vec<Line> = records.all::<Contact>().map(line).collect();
        let mut order: Vec<u32> = (0..lines.len() as u32).collect();
        order.sort_by(|a, b| lines[*a as usize].usual(&lines[*b as usize]));
        Self { lines, order }
    }

    /// How many contacts there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// How many of them are persons.
    pub fn n_persons(&self) -> usize {
        let persons = self.lines.iter().filter(|line| line.contact.is_person());
        persons.count()
    }

    /// True when there is no contact.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A contact by its place in the index.
    pub fn line(&self, place: u32) -> Option<&Line> {
        self.lines.get(place as usize)
    }

    /// Places in the usual order; downwards the companies are turned round, and each stands above
    /// its persons all the same.
    pub fn in_usual_order(&self, descending: bool) -> Vec<u32> {
        let mut order = self.order.clone();
        if descending {
            let head = |place: &u32| (self.lines[*place as usize]).group;
            order.sort_by_key(|place| std::cmp::Reverse(head(place)));
        }
        order
    }

    /// Places in the order of a key. What has none comes last either way, and equal ones stay in
    /// their usual order.
    pub fn in_order_of<K: Ord>(
        &self,
        descending: bool,
        key: impl Fn(&Line) -> Option<K>,
    ) -> Vec<u32> {
        let keys: Vec<Option<K>> = self.lines.iter().map(key).collect();
        let mut order = self.order.clone();
        order.sort_by(|a, b| match (&keys[*a as usize], &keys[*b as usize]) {
            (Some(a), Some(b)) if descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        order
    }

    /// Those of the places whose contacts are found by a typed text, in the same order.
    pub fn found(&self, places: &[u32], typed: &str) -> Vec<u32> {
        let wanted = Wanted::new(typed);
        let fits = |place: &&u32| wanted.is_in(&self.lines[**place as usize].text);
        places.iter().filter(fits).copied().collect()
    }
}

impl Line {
    /// True if it was made of just these rows.
    fn shows(&self, contact: &Arc<Contact>, company: Option<&Arc<Contact>>) -> bool {
        let same_company = match (&self.company, company) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        same_company && Arc::ptr_eq(&self.contact, contact)
    }

    fn usual(&self, other: &Self) -> Ordering {
        let own = |line: &Self| (line.contact.is_person(), line.name, line.contact.id());
        let groups = self.group.cmp(&other.group);
        groups
            .then_with(|| self.head().no.cmp(&other.head().no))
            .then_with(|| own(self).cmp(&own(other)))
    }

    /// The company, or the contact itself where there is none above it.
    fn head(&self) -> &Contact {
        self.company.as_ref().unwrap_or(&self.contact)
    }
}

fn company_of<'a>(records: &'a Records, contact: &Contact) -> Option<&'a Arc<Contact>> {
    if contact.is_person() {
        records.get::<Contact>(contact.company()?)
    } else {
        None
    }
}

/// Name, number, company, phone numbers, city and e-mail address, each on a line of its own, so
/// that no word is found across two. Phone numbers also without what stands between their digits.
fn text_of(contact: &Contact, company: Option<&Arc<Contact>>) -> String {
    let digits = |number: &str| -> String {
        let digits = number.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        digits.collect()
    };
    let parts = [
        contact.name.clone(),
        contact.no.to_string(),
        company.map(|row| row.name.clone()).unwrap_or_default(),
        contact.phone.clone(),
        digits(&contact.phone),
        contact.mobile_phone.clone(),
        digits(&contact.mobile_phone),
        contact.city.clone(),
        contact.email.clone(),
    ];
    fold(&parts.join("\n"))
}

//! The contacts as their list shows them: in order, and found by typed text, any number of them.
//!
//! Made once after each change, so that typing only searches: texts are folded and names have
//! their places in the alphabet before the first key is pressed.

use crate::domain::change::Record;
use crate::domain::contact::Contact;
use crate::domain::search::{Search, Wanted};
use crate::language::order::{Collation, Ranks};
use crate::ui::contact_texts::ContactTexts;
use std::cmp::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

/// All contacts, with what finds and orders them.
#[derive(Clone, Debug, Default)]
pub struct ContactIndex {
    /// In order of their ids.
    lines: Vec<Line>,
    /// What they are found by, in the same order.
    texts: Arc<ContactTexts>,
    /// Goes on while it is typed.
    search: Arc<Mutex<Search>>,
    /// The places of the lines in their usual order.
    order: Vec<u32>,
    n_persons: usize,
}

/// A contact in the index.
#[derive(Clone, Debug)]
pub struct Line {
    /// The contact.
    pub contact: Arc<Contact>,
    /// The company of a person that has one.
    pub company: Option<Arc<Contact>>,
    /// The place of its company's name in the alphabet; of its own name if it has none.
    group: u64,
    /// The place of its own name.
    name: u64,
}

impl ContactIndex {
    /// The index of the contacts whose texts these are. `ranks` are kept with it, for one language.
    ///
    /// Usual order: company name, company number, type, name, so that a company stands above its
    /// persons (`ContactList.Page.al`); a person without a company stands under its own name.
    pub fn new(texts: Arc<ContactTexts>, ranks: &mut Ranks, collation: &dyn Collation) -> Self {
        let names = texts.rows().map(|(contact, _)| contact.name.as_str());
        ranks.learn(&names.collect::<Vec<_>>(), collation);
        let line = |(contact, company): (&Arc<Contact>, Option<&Arc<Contact>>)| Line {
            contact: contact.clone(),
            company: company.cloned(),
            group: ranks.place(&company.unwrap_or(contact).name),
            name: ranks.place(&contact.name),
        };
        let lines: Vec<Line> = texts.rows().map(line).collect();
        let mut order: Vec<u32> = (0..lines.len() as u32).collect();
        order.sort_by(|a, b| lines[*a as usize].usual(&lines[*b as usize]));
        let n_persons = lines.iter().filter(|line| line.contact.is_person()).count();
        Self {
            lines,
            search: Arc::new(Mutex::new(Search::new(texts.index().clone()))),
            texts,
            order,
            n_persons,
        }
    }

    /// True if it was made of just these texts.
    pub fn is_of(&self, texts: &Arc<ContactTexts>) -> bool {
        Arc::ptr_eq(&self.texts, texts)
    }

    /// How many contacts there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// How many of them are persons.
    pub fn n_persons(&self) -> usize {
        self.n_persons
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

    /// Those of the places whose contacts are found by a typed text, in the same order: with the
    /// marks typed (`mäki`), or, where that finds none, without.
    pub fn found(&self, places: &[u32], typed: &str) -> Vec<u32> {
        let search = self.search.lock();
        // Nothing is left half done by a search that panicked.
        let mut search = search.unwrap_or_else(PoisonError::into_inner);
        search.among(&Wanted::new(typed), places)
    }
}

impl Line {
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

//! What a search in a list of log entries looks at: all that stands in the row, and the number of the contact and the
//! name of the salesperson.
//!
//! Of a log of 200,000 most texts are mentioned again and again, so each of them is folded once.

use super::entries::{contact_name, salesperson_code, template_code};
use crate::domain::Records;
use crate::domain::code::{Code, SalespersonCode, TemplateCode};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, SalespersonId, TemplateId};
use crate::domain::interaction::{LogEntry, Mention};
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{FoldedText, TextIndex};
use crate::domain::values::Evaluation;
use crate::language::Messages;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::hash::Hash;

/// Texts that many entries have, folded.
#[derive(Default)]
struct Known {
    names: HashMap<ContactId, FoldedText>,
    nos: HashMap<ContactId, FoldedText>,
    /// By the code that was mentioned too, which shows once the record is gone.
    templates: HashMap<(TemplateId, TemplateCode), FoldedText>,
    salespeople: HashMap<(SalespersonId, SalespersonCode), FoldedText>,
    dates: HashMap<NaiveDate, FoldedText>,
    evaluations: HashMap<Evaluation, FoldedText>,
}

/// The index over entries, in their order; one that is gone has no text.
pub(super) fn searched<'e>(
    records: &Records,
    m: &Messages,
    entries: impl ExactSizeIterator<Item = Option<&'e LogEntry>>,
) -> TextIndex {
    let mut index = TextIndex::with_capacity(entries.len());
    let mut known = Known::default();
    for entry in entries {
        match entry {
            Some(entry) => known.push(records, m, entry, &mut index),
            None => index.push("", ""),
        }
    }
    index
}

impl Known {
    fn push(&mut self, records: &Records, m: &Messages, entry: &LogEntry, index: &mut TextIndex) {
        let own = [
            FoldedText::new(&entry.description),
            FoldedText::new(&entry.no.to_string()),
        ];
        let name = |id| contact_name(records, Some(id)).to_owned();
        // Of one that was erased too, though it is nobody's name.
        for id in [entry.contact, entry.company].into_iter().flatten() {
            learn(&mut self.names, id, || name(id));
        }
        if let Some(id) = entry.contact {
            let contact = || records.get::<Contact>(id);
            learn(&mut self.nos, id, || {
                contact().map_or_else(String::new, |it| it.no.to_string())
            });
        }
        if let Some(mention) = &entry.template {
            learn(&mut self.templates, key_of(mention), || {
                template_code(records, entry).to_owned()
            });
        }
        if let Some(mention) = &entry.salesperson {
            learn(&mut self.salespeople, key_of(mention), || {
                let row = records.get::<Salesperson>(mention.id);
                let name = row.map_or("", |row| &row.name);
                format!("{} {name}", salesperson_code(records, entry))
            });
        }
        if let Some(date) = entry.date {
            learn(&mut self.dates, date, || m.format.date(date));
        }
        if let Some(evaluation) = entry.evaluation {
            learn(&mut self.evaluations, evaluation, || {
                (m.terms.evaluation)(evaluation).to_owned()
            });
        }
        let mention = |id: Option<ContactId>| id.and_then(|id| self.names.get(&id));
        let template = entry.template.as_ref().map(key_of);
        let salesperson = entry.salesperson.as_ref().map(key_of);
        let parts = [
            Some(&own[0]),
            mention(entry.contact),
            entry.contact.and_then(|id| self.nos.get(&id)),
            mention(entry.company).filter(|_| entry.company != entry.contact),
            template.and_then(|key| self.templates.get(&key)),
            salesperson.and_then(|key| self.salespeople.get(&key)),
            entry.evaluation.and_then(|it| self.evaluations.get(&it)),
            entry.date.and_then(|it| self.dates.get(&it)),
            Some(&own[1]),
        ];
        index.push_joined(parts.iter().flatten().copied());
    }
}

fn key_of<I: Copy, const MAX: usize>(mention: &Mention<I, MAX>) -> (I, Code<MAX>) {
    (mention.id, mention.code.clone())
}

fn learn<K: Eq + Hash>(known: &mut HashMap<K, FoldedText>, key: K, text: impl FnOnce() -> String) {
    known.entry(key).or_insert_with(|| FoldedText::new(&text()));
}

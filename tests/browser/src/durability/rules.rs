//! The rules that hold after every kill, judged from outside: from the numbers that the page reports
//! and from what it had told the server before. The app's own check of its records is one of them.

use super::{
    page::what_is_kept,
    report::{Contact, Entry, Report},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
};

/// What setting the company up is: its first revision, and nothing of what is counted here.
const SET_UP: u64 = 1;

/// What the page has told the server, over all rounds.
#[derive(Clone, Debug, Default)]
pub(super) struct Acknowledged {
    /// Numbers by label.
    contacts: BTreeMap<String, String>,
    /// Number, and whether it was logged and not only postponed, by label.
    entries: BTreeMap<String, (u64, bool)>,
    drafts: BTreeSet<String>,
    /// How many saves that were.
    n: usize,
}

impl Acknowledged {
    /// Takes note of what the server was asked for. Gives the number of requests.
    ///
    /// # Panics
    /// When a page said that it failed.
    pub fn hear(&mut self, requests: &[String]) -> usize {
        for request in requests {
            let Some(kept) = what_is_kept(request) else {
                continue;
            };
            match kept[..] {
                [("contact", no), ("label", label)] => self.contact(label, no),
                [("draft", label)] => {
                    self.drafts.insert(label.to_owned());
                }
                [(state @ ("postponed" | "logged"), no), ("label", label)] => {
                    let no = no
                        .parse()
                        .unwrap_or_else(|error| panic!("{request}: {error}"));
                    let entry = self.entries.entry(label.to_owned()).or_insert((no, false));
                    entry.1 |= state == "logged";
                    assert_eq!(entry.0, no, "{label} was acknowledged under two numbers");
                }
                _ => panic!("the page said {request}"),
            }
            self.n += 1;
        }
        requests.len()
    }

    /// A contact is saved under this number.
    pub fn contact(&mut self, label: &str, no: &str) {
        let known = self
            .contacts
            .entry(label.to_owned())
            .or_insert_with(|| no.to_owned());
        assert_eq!(known, no, "{label} was acknowledged under two numbers");
    }

    /// How many saves were acknowledged.
    pub fn n(&self) -> usize {
        self.n
    }

    /// How many contacts and entries there are, or are further, than was acknowledged: the browser
    /// was killed between the save and the acknowledgement.
    pub fn n_unheard(&self, report: &Report) -> usize {
        let contacts = report
            .contacts
            .iter()
            .filter(|row| !self.contacts.contains_key(&row.name));
        let entries = report.entries.iter().filter(|row| {
            let heard = self.entries.get(&row.label);
            heard.is_none_or(|(_, logged)| !logged && row.state == "logged")
        });
        contacts.count() + entries.count()
    }
}

impl Report {
    /// # Panics
    /// When a rule is broken, with all that are.
    pub fn expect_sound(&self, acknowledged: &Acknowledged, when: &str) {
        let broken = self.broken_rules(acknowledged);
        assert!(broken.is_empty(), "{when}:\n{}", broken.join("\n"));
    }

    /// Every rule that is broken, in words; none when all is well.
    pub fn broken_rules(&self, acknowledged: &Acknowledged) -> Vec<String> {
        let mut broken: Vec<String> = self
            .damage
            .iter()
            .map(|one| format!("the app's own check: {one}"))
            .collect();
        self.acknowledged_is_there(acknowledged, &mut broken);
        self.numbers_are_whole(&mut broken);
        self.contacts_are_whole(&mut broken);
        self.entries_are_whole(&mut broken);
        self.drafts_are_whole(&mut broken);
        self.every_revision_is_accounted_for(&mut broken);
        broken
    }

    fn acknowledged_is_there(&self, acknowledged: &Acknowledged, broken: &mut Vec<String>) {
        let contacts: BTreeMap<&str, &str> = self
            .contacts
            .iter()
            .map(|row| (&*row.name, &*row.no))
            .collect();
        for (label, no) in &acknowledged.contacts {
            let found = contacts.get(&**label);
            if found != Some(&&**no) {
                broken.push(format!(
                    "contact {no} {label} was acknowledged, found {found:?}"
                ));
            }
        }
        let entries: BTreeMap<&str, &Entry> =
            self.entries.iter().map(|row| (&*row.label, row)).collect();
        for (label, (no, logged)) in &acknowledged.entries {
            let found = entries.get(&**label);
            if !found.is_some_and(|row| row.no == *no && (!logged || row.state == "logged")) {
                broken.push(format!(
                    "entry {no} {label} was acknowledged (logged: {logged}), found {found:?}"
                ));
            }
        }
        let drafts: BTreeSet<&str> = self.drafts.iter().map(|draft| &*draft.label).collect();
        for label in &acknowledged.drafts {
            if !drafts.contains(&**label) && !entries.contains_key(&**label) {
                broken.push(format!("the draft {label} was acknowledged and is gone"));
            }
        }
    }

    /// Numbers count from one without a gap or a repetition, the counters stand at the last, and
    /// what was written later has the higher number.
    fn numbers_are_whole(&self, broken: &mut Vec<String>) {
        let contact_nos = (1..).map(|n: u64| format!("CT{n:06}"));
        counts_up(
            "contact",
            self.contacts.iter().map(|row| row.no.clone()),
            contact_nos,
            broken,
        );
        let last = self.contacts.last().map_or("", |row| &row.no);
        if self.last_contact_no != last {
            broken.push(format!(
                "the series stands at {:?}, the last contact is {last:?}",
                self.last_contact_no
            ));
        }
        counts_up("entry", self.entries.iter().map(|row| row.no), 1.., broken);
        let last = self.entries.last().map_or(0, |row| row.no);
        if self.last_entry_no != last {
            broken.push(format!(
                "the counter stands at {}, the last entry is {last}",
                self.last_entry_no
            ));
        }
        let contacts = self.contacts.iter().map(|row| (row.revision, &row.name));
        goes_up("contact", contacts, broken);
        // One that was resumed has been written again later.
        let entries = self.entries.iter().filter(|row| row.n_comments == 0);
        goes_up(
            "entry",
            entries.map(|row| (row.revision, &row.label)),
            broken,
        );
    }

    /// No contact twice; every fifth has its person, who was created with it.
    fn contacts_are_whole(&self, broken: &mut Vec<String>) {
        unique(
            "contact",
            self.contacts.iter().map(|row| &*row.name),
            broken,
        );
        let by_name: BTreeMap<&str, &Contact> =
            self.contacts.iter().map(|row| (&*row.name, row)).collect();
        for row in &self.contacts {
            let (label, is_person) = match row.name.strip_suffix('p') {
                Some(label) => (label, true),
                None => (&*row.name, false),
            };
            if row.company.as_deref() != Some(label) {
                broken.push(format!(
                    "contact {} {} is of the company {:?}",
                    row.no, row.name, row.company
                ));
            }
            let other = if is_person {
                label.to_owned()
            } else {
                format!("{label}p")
            };
            let together = by_name
                .get(&*other)
                .is_some_and(|other| other.revision == row.revision);
            let should_be_two = is_person || at(label) % 5 == 4 && self.has_work();
            if should_be_two && !together {
                broken.push(format!(
                    "contact {} {} is half of an operation: {other} is missing",
                    row.no, row.name
                ));
            }
        }
    }

    /// Where contacts are only created, there are neither persons nor entries.
    fn has_work(&self) -> bool {
        self.contacts.iter().any(|row| row.name.ends_with('p')) || !self.entries.is_empty()
    }

    /// No entry twice; each is with the contact whose label it bears, and in a state into which what
    /// was done with it can bring it.
    fn entries_are_whole(&self, broken: &mut Vec<String>) {
        unique("entry", self.entries.iter().map(|row| &*row.label), broken);
        for row in &self.entries {
            let fits = match (&*row.state, row.n_comments) {
                // One that only waited as a draft is finished at once.
                ("logged", 0) => true,
                ("logged", 1) => at(&row.label) % 4 == 2,
                ("postponed", 0) => matches!(at(&row.label) % 4, 1 | 2),
                _ => false,
            };
            if !fits || row.contact.as_ref() != Some(&row.label) {
                broken.push(format!("not as anybody wrote it: {row:?}"));
            }
        }
    }

    /// A draft is of an entry that does not exist yet, or resumes one that is postponed: what wrote
    /// the entry ended the draft in the same transaction.
    fn drafts_are_whole(&self, broken: &mut Vec<String>) {
        unique(
            "draft",
            self.drafts.iter().map(|draft| &*draft.label),
            broken,
        );
        if self.n_unreadable_drafts > 0 {
            broken.push(format!(
                "{} drafts cannot be read",
                self.n_unreadable_drafts
            ));
        }
        for draft in &self.drafts {
            let fits = match draft.entry.as_deref() {
                None => !draft.resumes,
                Some("postponed") => draft.resumes,
                _ => false,
            };
            if !fits || draft.contact.as_ref() != Some(&draft.label) {
                broken.push(format!("a draft beside what it became: {draft:?}"));
            }
        }
    }

    /// Each revision was one command, and each command is seen in what there is.
    fn every_revision_is_accounted_for(&self, broken: &mut Vec<String>) {
        let contacts: BTreeSet<u64> = self.contacts.iter().map(|row| row.revision).collect();
        let entries: BTreeSet<u64> = self.entries.iter().map(|row| row.revision).collect();
        if !contacts.is_disjoint(&entries) || entries.len() < self.entries.len() {
            broken.push("two commands have the same revision".to_owned());
        }
        let n_resumed = self.entries.iter().map(|row| row.n_comments).sum::<u64>();
        let n_commands = SET_UP + contacts.len() as u64 + self.entries.len() as u64 + n_resumed;
        if n_commands != self.revision {
            broken.push(format!(
                "{n_commands} commands gave revision {}",
                self.revision
            ));
        }
    }
}

/// The last number of a label: what was done in the same round and tab is numbered from 0.
fn at(label: &str) -> u64 {
    let at = label.rsplit('-').next().and_then(|at| at.parse().ok());
    at.unwrap_or_else(|| panic!("{label} is no label"))
}

fn counts_up<T: PartialEq + Display>(
    what: &str,
    found: impl Iterator<Item = T>,
    expected: impl Iterator<Item = T>,
    broken: &mut Vec<String>,
) {
    let odd = found
        .zip(expected)
        .find(|(found, expected)| found != expected);
    if let Some((found, expected)) = odd {
        broken.push(format!("{what} {found} stands where {expected} should"));
    }
}

fn goes_up<'a>(
    what: &str,
    rows: impl Iterator<Item = (u64, &'a String)>,
    broken: &mut Vec<String>,
) {
    let mut last = (0, "nothing");
    for (revision, label) in rows {
        if revision < last.0 {
            broken.push(format!(
                "{what} {label} was written before {} and has a higher number",
                last.1
            ));
        }
        last = (revision, label);
    }
}

fn unique<'a>(what: &str, labels: impl Iterator<Item = &'a str>, broken: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for label in labels {
        if !seen.insert(label) {
            broken.push(format!("{what} {label} is there twice"));
        }
    }
}

#[cfg(test)]
mod tests;

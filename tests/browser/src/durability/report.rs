//! What the page reports of the company: all numbers that its records and drafts hold.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A contact as the page reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contact {
    pub no: String,
    /// Its label; a person's is that of its company with a `p` behind.
    pub name: String,
    pub company: Option<String>,
    pub revision: u64,
}

/// An interaction log entry as the page reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub no: u64,
    /// Its description: the name of the contact that it is with.
    pub label: String,
    pub state: String,
    /// One if it was resumed, for that is when a comment is added.
    pub n_comments: u64,
    pub contact: Option<String>,
    pub revision: u64,
}

/// A draft as the page reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    pub label: String,
    pub resumes: bool,
    /// The state of the entry that it becomes, if that exists.
    pub entry: Option<String>,
    pub contact: Option<String>,
}

/// All that the company holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Report {
    pub revision: u64,
    /// What the app's own check finds.
    pub damage: Vec<String>,
    pub last_contact_no: String,
    pub last_entry_no: u64,
    /// In the order of their numbers.
    pub contacts: Vec<Contact>,
    /// In the order of their numbers.
    pub entries: Vec<Entry>,
    pub drafts: Vec<Draft>,
    pub n_unreadable_drafts: u64,
}

impl Report {
    /// Reads what the page says.
    pub fn read(mut said: Value) -> Report {
        let contacts = list(said["contacts"].take(), |(no, name, company, revision)| {
            Contact {
                no,
                name,
                company,
                revision,
            }
        });
        let entries = list(
            said["entries"].take(),
            |(no, label, state, n_comments, contact, revision)| Entry {
                no,
                label,
                state,
                n_comments,
                contact,
                revision,
            },
        );
        let mut found = said["drafts"].take();
        // Only when the company is opened is it told which drafts there are.
        if found.is_null() {
            found = json!({ "found": [], "unreadable": 0 });
        }
        let drafts = list(found["found"].take(), |(label, resumes, entry, contact)| {
            Draft {
                label,
                resumes,
                entry,
                contact,
            }
        });
        let number = |value: &Value| value.as_u64().unwrap_or_default();
        let mut report = Report {
            revision: number(&said["revision"]),
            damage: list(said["damage"].take(), |one| one),
            last_contact_no: said["last_contact_no"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            last_entry_no: number(&said["last_entry_no"]),
            contacts,
            entries,
            drafts,
            n_unreadable_drafts: number(&found["unreadable"]),
        };
        report.contacts.sort_by(|a, b| a.no.cmp(&b.no));
        report.entries.sort_by_key(|entry| entry.no);
        report
    }

    /// Whether both hold the same records.
    pub fn same_as(&self, other: &Report) -> bool {
        self.revision == other.revision
            && self.contacts == other.contacts
            && self.entries == other.entries
    }
}

fn list<T: DeserializeOwned, U>(value: Value, row: impl Fn(T) -> U) -> Vec<U> {
    let rows: Vec<T> = serde_json::from_value(value)
        .unwrap_or_else(|error| panic!("a report that cannot be read: {error}"));
    rows.into_iter().map(row).collect()
}

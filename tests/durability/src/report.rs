//! The report: all numbers that the records and the drafts hold, for the driver to judge. Nothing
//! is judged here but by the app's own check.

use lokikirja::domain::contact::Contact;
use lokikirja::domain::interaction::LogEntry;
use lokikirja::domain::number_series::NumberSeries;
use lokikirja::domain::{Records, Revision};
use lokikirja::journal::{Draft, Drafts};
use lokikirja::ui::store::Store;
use serde_json::{Value, json};

/// What there is, as JSON. `drafts`: those that were found when the company was opened.
pub fn report(store: Store, drafts: Option<&Drafts>) -> String {
    store.peek(|records| {
        let damage = records.check();
        let contacts: Vec<Value> = records
            .all::<Contact>()
            .map(|row| contact(records, row))
            .collect();
        let entries: Vec<Value> = records
            .all::<LogEntry>()
            .map(|row| entry(records, row))
            .collect();
        let drafts = drafts.map(|drafts| {
            let found = drafts.drafts.iter().map(|found| draft(records, found));
            json!({ "found": found.collect::<Vec<_>>(), "unreadable": drafts.unreadable.len() })
        });
        json!({
            "revision": records.revision().0,
            "damage": damage.iter().map(|one| format!("{one:?}")).collect::<Vec<_>>(),
            "last_contact_no": last_contact_no(records),
            "last_entry_no": records.counters().log_entry,
            "contacts": contacts,
            "entries": entries,
            "drafts": drafts,
        })
        .to_string()
    })
}

/// The number that the series gave last, blank before the first.
fn last_contact_no(records: &Records) -> String {
    let series = records
        .setup()
        .contact_nos
        .and_then(|id| records.get::<NumberSeries>(id).cloned());
    let last = series.and_then(|series| series.lines.first()?.last_no_used.clone());
    last.map_or(String::new(), |no| no.to_string())
}

/// Number, name, name of the company, the revision that wrote it.
fn contact(records: &Records, row: &Contact) -> Value {
    let revision = records
        .stored::<Contact>(row.id)
        .map_or(Revision(0), |stored| stored.revision);
    json!([
        row.no.to_string(),
        row.name,
        row.company_name(records),
        revision.0
    ])
}

/// Number, description, logged or postponed, number of comments, name of the contact, the revision
/// that wrote it last.
fn entry(records: &Records, row: &LogEntry) -> Value {
    let revision = records
        .stored::<LogEntry>(row.id)
        .map_or(Revision(0), |stored| stored.revision);
    let contact = row.contact.and_then(|id| records.get::<Contact>(id));
    let contact = contact.map(|contact| &contact.name);
    json!([
        row.no.0,
        row.description,
        state(row),
        row.comments.len(),
        contact,
        revision.0
    ])
}

/// Description, whether it resumes an entry, that entry's state if it exists, the contact's name.
fn draft(records: &Records, draft: &Draft) -> Value {
    let form = &draft.form;
    let entry = records
        .get::<LogEntry>(form.entry)
        .map(|entry| state(entry));
    let contact = form.contact.and_then(|id| records.get::<Contact>(id));
    let contact = contact.map(|contact| &contact.name);
    json!([form.description, form.resumes.is_some(), entry, contact])
}

fn state(entry: &LogEntry) -> &'static str {
    if entry.is_postponed() {
        "postponed"
    } else {
        "logged"
    }
}

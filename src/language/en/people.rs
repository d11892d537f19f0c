//! English: contacts and salespeople.

use super::{FORMATS, grouped, terms::TERMS};
use crate::domain::Table;
use crate::language::people::PeopleTexts;

pub(super) const PEOPLE: PeopleTexts = PeopleTexts {
    new_contact: "New contact",
    new_person: "New person",
    new_company: "New company",
    new_salesperson: "New salesperson",
    no_contacts: "No contacts yet",
    no_contacts_detail: "Companies and persons you deal with stand here. Everything else begins with them.",
    no_salespeople: "No salespeople yet",
    no_salespeople_detail: "Everybody who talks to contacts stands here. Add yourself first.",
    choose_row: "No contact chosen",
    call: "Call",
    call_name: |name| format!("Call {name}"),
    text_message: "Text message",
    write_mail: "Write e-mail",
    show_on_map: "Show on map",
    open_home_page: "Open home page",
    postponed_interactions: "Postponed Interactions",
    n_postponed: |n| format!("Postponed Interactions ({})", grouped(n)),
    general: "General",
    communication: "Communication",
    address: "Address",
    persons: "Persons",
    no_persons: "No persons of this company yet.",
    interactions: "interactions",
    n_interactions: "Interactions",
    cost: "cost",
    duration: "duration",
    last_interaction: "Last interaction",
    latest: "Latest",
    last_attempt: "Last attempt",
    never: "never",
    figures: "Figures",
    timeline: "Timeline",
    timeline_empty: "No interactions yet. The first one will stand here.",
    show_all_n: |n| format!("Show all {}", grouped(n)),
    postponed: |title| format!("Postponed · {title}"),
    missing: |what| format!("Missing: {what}"),
    resume: "Resume",
    delete: "Delete",
    keep: "No, keep",
    delete_question: |name| format!("Delete {name}?"),
    delete_company: |n_persons, n_entries| {
        let persons = match n_persons {
            0 => String::new(),
            1 => "Its person is deleted with it. ".into(),
            n => format!("Its {} persons are deleted with it. ", grouped(n)),
        };
        let entries = match n_entries {
            0 => String::new(),
            n => format!(
                "{} in the log and among the postponed ones will name no contact. ",
                interactions(n)
            ),
        };
        format!("{persons}{entries}{UNDO}")
    },
    delete_person: |n_entries, company| match (n_entries, company) {
        (0, _) => UNDO.into(),
        (n, Some(company)) => format!("{} will belong to {company}. {UNDO}", interactions(n)),
        (n, None) => format!(
            "{} in the log and among the postponed ones will name no contact. {UNDO}",
            interactions(n)
        ),
    },
    delete_salesperson: |n_contacts, n_entries| {
        let contacts = match n_contacts {
            0 => String::new(),
            n => format!(
                "{} will have no salesperson. ",
                (TERMS.n_records)(Table::Contact, n)
            ),
        };
        let entries = match n_entries {
            0 => String::new(),
            n => format!("{} keep the code. ", interactions(n)),
        };
        format!("{contacts}{entries}{UNDO}")
    },
    given_automatically: "Left blank, the number is given automatically.",
    type_it: "No number series gives it: type the number.",
    code_hint: "A few letters that everybody knows them by, such as KV.",
    privacy_contact: "No new interactions can be created with a contact that is privacy blocked.",
    excluded_contact: "Add Contacts and lists of contacts leave this contact out of segments. One by one it can still be added.",
    privacy_salesperson: "Cannot be made responsible for contacts.",
    blocked_hint: "Not offered any more. What names them stays.",
    blocked: "Blocked",
    privacy_blocked: "Privacy blocked",
};

pub(super) const UNDO: &str = "You can undo it afterwards.";

fn interactions(n: u32) -> String {
    match n {
        1 => "1 interaction".into(),
        n => format!("{} interactions", FORMATS.count(n.into())),
    }
}

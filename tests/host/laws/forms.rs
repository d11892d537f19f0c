//! The laws of the interaction form: over random companies, openers and edits.

use super::cases;
use crate::desk::Desk;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::interaction::form::InteractionForm;
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::interaction::{EntryState, LogEntry};
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::values::{CorrespondenceType, Minutes, Money};
use lokikirja::domain::{Command, Field, Reason, Records, Refusal};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A company in the desk's words: three salespeople, three templates, four contacts, each with
/// random wishes.
fn company() -> impl Strategy<Value = String> {
    let salespeople = vec(select(vec!["", "blocked", "privacy-blocked"]), 3);
    let languages = select(vec![
        "",
        "language FI",
        "content FI",
        "content FI default FI",
        "content FI language SV default SV",
        "language FI content SV content EN default EN",
    ]);
    let kinds = || select(vec!["-", "paper", "email"]);
    let template = (
        select(vec!["''", "Call", "'Long letter'"]),
        languages,
        kinds(),
        select(vec!["", "ignores"]),
        select(vec![
            "",
            "flow out by us",
            "flow in by them cost 8.40 duration 6",
            "group G",
        ]),
    );
    let contact = (
        select(vec!["contact", "person"]),
        select(vec!["", "salesperson S0", "salesperson S1"]),
        select(vec!["", "language FI", "language SV", "language DE"]),
        kinds(),
        select(vec!["", "email a@b.fi"]),
        select(vec!["", "", "blocked"]),
    );
    (salespeople, vec(template, 3), vec(contact, 4)).prop_map(
        |(salespeople, templates, contacts)| {
            let mut words = String::from("group G Calls\n");
            for (i, more) in salespeople.iter().enumerate() {
                words += &format!("salesperson S{i} Name{i} {more}\n");
            }
            for (i, (text, languages, kind, ignores, more)) in templates.iter().enumerate() {
                words +=
                    &format!("template T{i} {text} type {kind} {languages} {ignores} {more}\n");
            }
            for (i, (kind, by, language, wish, email, blocked)) in contacts.iter().enumerate() {
                words +=
                    &format!("{kind} C{i} Name{i} type {wish} {by} {language} {email} {blocked}\n");
            }
            words
        },
    )
}

fn opener() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (0..4u8).prop_map(|i| format!("contact C{i}")),
        (0..3u8).prop_map(|i| format!("salesperson S{i}")),
    ]
}

/// One edit in the desk's words.
fn edit() -> impl Strategy<Value = String> {
    let one = |words: Vec<&'static str>| select(words).prop_map(String::from);
    prop_oneof![
        3 => (0..4u8).prop_map(|i| format!("contact C{i}")),
        1 => one(vec!["contact -", "named ame", "named NAME2", "named nobody", "named ''"]),
        4 => (0..3u8).prop_map(|i| format!("template T{i}")),
        1 => Just("template -".into()),
        1 => "[^']{0,8}".prop_map(|text| format!("description '{text}'")),
        1 => "[^']{98,103}".prop_map(|text| format!("description '{text}'")),
        1 => Just("description Mine".into()),
        2 => (0..3u8).prop_map(|i| format!("salesperson S{i}")),
        1 => one(vec!["salesperson -", "date -", "date 2026-01-31", "date 2030-12-24"]),
        2 => one(vec!["language FI", "language SV", "language EN", "language DE", "language -"]),
        2 => one(vec!["type -", "type paper", "type email", "type -"]),
        1 => one(vec!["time -", "time 09:30", "flow out", "flow -", "by us", "by -"]),
        1 => one(vec!["evaluation positive", "evaluation -", "failed", "reached"]),
        1 => one(vec!["cost 9.00", "cost -0.01", "cost 1000000000.00", "cost 999999999.99"]),
        1 => one(vec!["duration 17", "duration 100001", "duration 100000"]),
        1 => "[^']{0,8}".prop_map(|text| format!("comment '{text}'")),
        1 => "[^']{78,83}".prop_map(|text| format!("comment '{text}'")),
    ]
}

/// A form after random edits, on its desk; none when it does not open.
fn filled_in(company: &str, opener: &str, edits: &[String]) -> Option<(Desk, InteractionForm)> {
    let mut desk = Desk::with(company);
    let mut form = desk.try_create(opener).ok()?;
    for words in edits {
        for edit in desk.form_edits(words, &form) {
            let _ = form.edit(&desk.records, edit);
        }
    }
    Some((desk, form))
}

/// The first thing that OK must refuse, in the words of interactions 3.6: written down once more, as
/// a list, to be compared with what the rule does.
fn first_problem(records: &Records, form: &InteractionForm) -> Option<(Field, Reason)> {
    use CorrespondenceType::{Email, HardCopy};
    let contact = form.contact.and_then(|id| records.get::<Contact>(id));
    let template = form
        .template
        .and_then(|id| records.get::<InteractionTemplate>(id));
    let salesperson = form
        .salesperson
        .and_then(|id| records.get::<Salesperson>(id));
    let unsent = |kind| form.correspondence_type == Some(kind) && form.attachment.is_none();
    let length = as_written(&form.description).chars().count();
    let long = form
        .comments
        .iter()
        .map(|c| as_written(&c.text).chars().count());
    let long = long.filter(|n| *n > 80).map(|is| is as u32).next();
    [
        (form.contact.is_none(), Field::Contact, Reason::MustBeFilled),
        (
            form.template.is_none(),
            Field::Template,
            Reason::MustBeFilled,
        ),
        (
            form.salesperson.is_none(),
            Field::Salesperson,
            Reason::MustBeFilled,
        ),
        (form.date.is_none(), Field::Date, Reason::MustBeFilled),
        (
            as_written(&form.description).is_empty(),
            Field::Description,
            Reason::MustBeFilled,
        ),
        (
            length > 100,
            Field::Description,
            Reason::TooLong {
                max: 100,
                is: length as u32,
            },
        ),
        (unsent(Email), Field::CorrespondenceType, Reason::NoContent),
        (contact.is_none(), Field::Contact, Reason::NotFound),
        (template.is_none(), Field::Template, Reason::NotFound),
        (salesperson.is_none(), Field::Salesperson, Reason::NotFound),
        (
            contact.is_some_and(|c| c.privacy_blocked),
            Field::Contact,
            Reason::PrivacyBlocked,
        ),
        (
            unsent(HardCopy),
            Field::CorrespondenceType,
            Reason::NoContent,
        ),
        (
            long.is_some(),
            Field::Comment,
            Reason::TooLong {
                max: 80,
                is: long.unwrap_or(0),
            },
        ),
    ]
    .into_iter()
    .find(|(wrong, _, _)| *wrong)
    .map(|(_, field, reason)| (field, reason))
}

fn as_written(text: &str) -> String {
    text.replace(char::is_control, " ").trim().to_owned()
}

/// What must be true of every form at any time.
fn is_sound(records: &Records, form: &InteractionForm) -> Result<(), TestCaseError> {
    let contact = form.contact.and_then(|id| records.get::<Contact>(id));
    prop_assert!(!contact.is_some_and(|contact| contact.privacy_blocked));
    prop_assert!(form.cost >= Money(0) && form.cost <= Money::MAX);
    prop_assert!(form.duration <= Minutes::MAX);
    let template = form
        .template
        .and_then(|id| records.get::<InteractionTemplate>(id));
    let Some(template) = template else {
        prop_assert_eq!(&form.language, &None);
        prop_assert_eq!(form.attachment, None);
        return Ok(());
    };
    let row = form.language.as_ref().map(|code| template.language(code));
    prop_assert_ne!(row, Some(None), "the language is one of the template's");
    let content = row.flatten().and_then(|row| row.attachment);
    prop_assert_eq!(
        form.attachment,
        content,
        "the content is that of the language"
    );
    Ok(())
}

/// What must be true of an entry that OK has written.
fn is_complete(records: &Records, entry: &LogEntry) -> Result<(), TestCaseError> {
    prop_assert_eq!(entry.state, EntryState::Logged);
    let contact = entry.contact.and_then(|id| records.get::<Contact>(id));
    let contact = contact.expect("an entry has a contact");
    prop_assert!(!contact.privacy_blocked);
    prop_assert_eq!(entry.company, contact.company());
    let mention = entry.template.as_ref().expect("an entry has a template");
    let template = records
        .get::<InteractionTemplate>(mention.id)
        .expect("it exists");
    prop_assert_eq!(&mention.code, &template.code);
    prop_assert_eq!(entry.group, template.group);
    let mention = entry
        .salesperson
        .as_ref()
        .expect("an entry has a salesperson");
    let salesperson = records.get::<Salesperson>(mention.id).expect("it exists");
    prop_assert_eq!(&mention.code, &salesperson.code);
    prop_assert!(entry.date.is_some());
    prop_assert!(!entry.description.is_empty() && entry.description.chars().count() <= 100);
    prop_assert_eq!(entry.description.trim(), &entry.description);
    prop_assert!(!entry.description.contains(char::is_control));
    prop_assert_eq!(&entry.subject, &entry.description);
    prop_assert!(entry.correspondence_type.is_none() || entry.attachment.is_some());
    let by_email = entry.correspondence_type == Some(CorrespondenceType::Email);
    prop_assert!(!by_email || !contact.email.is_empty());
    for comment in &entry.comments {
        prop_assert!(!comment.text.is_empty() && comment.text.chars().count() <= 80);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(200))]

    /// An edit is taken or refused; refused, it changes nothing; taken, taking it again changes
    /// nothing more. What the opener has locked stays, and the form is sound all the time.
    #[test]
    fn an_edit_is_taken_whole_or_not_at_all(
        company in company(),
        opener in opener(),
        edits in vec(edit(), 0..14),
    ) {
        let mut desk = Desk::with(&company);
        let mut form = match desk.try_create(&opener) {
            Ok(form) => form,
            Err(Refusal { reason, .. }) => {
                prop_assert_eq!(reason, Reason::PrivacyBlocked);
                return Ok(());
            }
        };
        let opened = form.clone();
        for words in &edits {
            for edit in desk.form_edits(words, &form) {
                let before = form.clone();
                match form.edit(&desk.records, edit.clone()) {
                    Err(_) => prop_assert_eq!(&form, &before),
                    Ok(()) => {
                        let after = form.clone();
                        prop_assert_eq!(form.edit(&desk.records, edit), Ok(()));
                        prop_assert_eq!(&form, &after);
                    }
                }
                is_sound(&desk.records, &form)?;
            }
        }
        if opened.contact_locked {
            prop_assert_eq!(form.contact, opened.contact);
        }
        if opened.salesperson_locked {
            prop_assert_eq!(form.salesperson, opened.salesperson);
        }
    }

    /// OK refuses what is first in the list, or writes an entry that satisfies every check, under
    /// the next number.
    #[test]
    fn ok_refuses_or_writes_a_complete_entry(
        company in company(),
        opener in opener(),
        edits in vec(edit(), 0..14),
    ) {
        let Some((mut desk, form)) = filled_in(&company, &opener, &edits) else {
            return Ok(());
        };
        let (entry, problem) = (form.entry, first_problem(&desk.records, &form));
        let answer = desk.run(Command::FinishInteraction(Box::new(form)));
        let problem = problem.map_or(Ok(()), Err);
        let answer = answer.map_err(|r| (r.field.expect("a field is named"), r.reason));
        prop_assert_eq!(&answer, &problem);
        match (answer, desk.records.get::<LogEntry>(entry)) {
            (Ok(()), Some(entry)) => {
                prop_assert_eq!(entry.no.0, 1);
                is_complete(&desk.records, entry)?;
            }
            (Ok(()), None) => prop_assert!(false, "nothing was written"),
            (Err(_), found) => prop_assert_eq!(found, None),
        }
    }

    /// Postponing needs a contact; resuming, after the company was closed and opened, brings back
    /// everything that was filled in.
    #[test]
    fn postponing_and_resuming_loses_nothing(
        company in company(),
        opener in opener(),
        edits in vec(edit(), 0..14),
    ) {
        let Some((mut desk, mut form)) = filled_in(&company, &opener, &edits) else {
            return Ok(());
        };
        let answer = desk.run(Command::PostponeInteraction(Box::new(form.clone())));
        if let Err(refusal) = answer {
            let why = (refusal.field, &refusal.reason);
            let too_long = matches!(refusal.reason, Reason::TooLong { max: 80 | 100, .. });
            let no_contact = why == (Some(Field::Contact), &Reason::MustBeFilled);
            prop_assert!(too_long || (no_contact && form.contact.is_none()), "{:?}", refusal);
            return Ok(());
        }
        desk.reload();
        let resumed = desk.resume(1).form;
        form.resumes = Some(desk.records.revision());
        form.contact_locked = true;
        form.salesperson_locked = form.salesperson.is_some();
        // As they are written: on one line, without blanks around, and no empty comments.
        form.description = as_written(&form.description);
        for comment in &mut form.comments {
            comment.text = as_written(&comment.text);
        }
        form.comments.retain(|comment| !comment.text.is_empty());
        prop_assert_eq!(&resumed, &form);
    }
}

//! Criteria while they are put together.

use crate::desk::criteria::describe_criteria;
use lokikirja::domain::Field;
use lokikirja::domain::filter::{Filter, Neutral};
use lokikirja::domain::segment::selection::draft::Draft;
use lokikirja::domain::segment::selection::{Criteria, Part};

fn ask(draft: &mut Draft, key: u32, field: Field, text: &str) {
    let kind = draft.section(key).and_then(|it| it.part.kind(field));
    let filter = Filter::parse(text, kind.expect("a field"), &Neutral).expect("a filter");
    draft.change(key, |section| section.set(field, Some(filter)));
}

#[test]
fn it_begins_with_what_is_asked_most_and_asks_nothing() {
    let draft = Draft::default();
    let [section] = draft.sections() else {
        panic!("one section")
    };
    assert_eq!(section.part, Part::Contact);
    let fields: Vec<_> = section.fields().collect();
    assert_eq!(fields, [Field::Salesperson, Field::City, Field::Type]);
    assert_eq!(draft.criteria(), Criteria::default());
}

#[test]
fn what_asks_nothing_is_left_out() {
    let mut draft = Draft::default();
    let contact = draft.sections()[0].key;
    ask(&mut draft, contact, Field::City, "@*turku*");
    let mailing = draft.add(Part::MailingGroup);
    draft.change(mailing, |section| section.absent = true);
    let visits = draft.add(Part::Interaction);
    ask(&mut draft, visits, Field::Template, "VISIT");
    let before = draft.add(Part::Contact);
    draft.change(before, |section| section.absent = true);
    assert_eq!(
        describe_criteria(&draft.criteria()),
        "Contact City @*turku*; no MailingGroup; Interaction Template VISIT"
    );
    draft.change(contact, |section| section.set(Field::City, None));
    draft.remove(visits);
    assert_eq!(describe_criteria(&draft.criteria()), "no MailingGroup");
    assert_eq!(draft.section(visits), None);
}

/// Keys of sections that are gone are not given again, so the page never mixes two up.
#[test]
fn each_section_has_a_key_of_its_own() {
    let mut draft = Draft::default();
    let first = draft.add(Part::Interaction);
    draft.remove(first);
    assert_ne!(draft.add(Part::Interaction), first);
}

#[test]
fn each_field_has_one_condition() {
    let mut draft = Draft::default();
    let key = draft.sections()[0].key;
    draft.change(key, |section| {
        section.add(Field::Country);
        section.add(Field::Country);
        section.remove(Field::City);
    });
    let section = draft.section(key).expect("a section");
    let fields: Vec<_> = section.fields().collect();
    assert_eq!(fields, [Field::Salesperson, Field::Type, Field::Country]);
    let further = section.further_fields();
    assert!(further.contains(&Field::City) && !further.contains(&Field::Country));
    let all = Part::Contact.fields().len();
    assert_eq!(further.len() + fields.len(), all);
    draft.change(key, |section| section.remove(Field::Salesperson));
    ask(&mut draft, key, Field::Type, "1");
    draft.change(key, |section| section.remove(Field::Type));
    assert_eq!(draft.criteria(), Criteria::default());
}

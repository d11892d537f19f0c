//! The list of contacts: its order, what is found, and what a change does to it.

use crate::desk::Desk;
use expect_test::{Expect, expect};
use lokikirja::language::order::{Collation, Ranks};
use lokikirja::ui::contact_index::{ContactIndex, Line};
use lokikirja::ui::contact_texts::ContactTexts;
use std::cmp::Ordering;
use std::sync::Arc;

/// Finnish, as far as these names need it: ä and ö after z.
struct Finnish;

impl Collation for Finnish {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        a.to_lowercase().cmp(&b.to_lowercase())
    }

    fn sort(&self, texts: &[Arc<str>]) -> Vec<Arc<str>> {
        let mut texts = texts.to_vec();
        texts.sort_by(|a, b| self.compare(a, b));
        texts
    }
}

const COMPANY: &str = "
    salesperson KV 'Kaisa Virtanen'
    salesperson JR 'John Roberts'
    contact CT50 'Wingtip Toys' salesperson JR
    contact CT12 'Adatum Oy' salesperson KV email info@adatum.example
    person CT14 'Anna Lindqvist' of CT12 salesperson KV
    person CT13 'Mikko Nieminen' of CT12
    person CT60 'Yrjö Äijälä'
    contact CT70 'Äänekoski Oy'
    contact CT11 'Adatum Oy'
    person CT15 'Zoe Aalto' of CT11 email zoe@zoe.example
";

struct List {
    desk: Desk,
    ranks: Ranks,
    texts: Arc<ContactTexts>,
    index: ContactIndex,
}

impl List {
    fn new() -> Self {
        let mut list = Self {
            desk: Desk::with(COMPANY),
            ranks: Ranks::default(),
            texts: Arc::default(),
            index: ContactIndex::default(),
        };
        list.refresh();
        list
    }

    fn refresh(&mut self) {
        self.texts = Arc::new(ContactTexts::new(&self.desk.records, &self.texts));
        self.index = ContactIndex::new(self.texts.clone(), &mut self.ranks, &Finnish);
    }

    fn shows(&self, places: &[u32], expected: Expect) {
        let lines = places.iter().filter_map(|place| self.index.line(*place));
        let text = |line: &Line| {
            let company = line.company.as_ref();
            let of = company
                .map(|row| format!(", {}", row.no))
                .unwrap_or_default();
            format!("{} {}{of}", line.contact.no, line.contact.name)
        };
        expected.assert_eq(&lines.map(text).collect::<Vec<_>>().join("\n"));
    }

    fn finds(&self, typed: &str, expected: Expect) {
        let places = self.index.in_usual_order(false);
        self.shows(&self.index.found(&places, typed), expected);
    }
}

#[test]
fn a_company_stands_above_its_persons_and_names_follow_the_alphabet() {
    let list = List::new();
    list.shows(
        &list.index.in_usual_order(false),
        expect![[r#"
        CT11 Adatum Oy
        CT15 Zoe Aalto, CT11
        CT12 Adatum Oy
        CT14 Anna Lindqvist, CT12
        CT13 Mikko Nieminen, CT12
        CT50 Wingtip Toys
        CT60 Yrjö Äijälä
        CT70 Äänekoski Oy"#]],
    );
    list.shows(
        &list.index.in_usual_order(true),
        expect![[r#"
        CT70 Äänekoski Oy
        CT60 Yrjö Äijälä
        CT50 Wingtip Toys
        CT11 Adatum Oy
        CT15 Zoe Aalto, CT11
        CT12 Adatum Oy
        CT14 Anna Lindqvist, CT12
        CT13 Mikko Nieminen, CT12"#]],
    );
}

#[test]
fn what_is_blank_comes_last_in_either_direction() {
    let list = List::new();
    let email = |line: &Line| Some(line.contact.email.clone()).filter(|text| !text.is_empty());
    let ends = |places: Vec<u32>| (places[..2].to_vec(), places.len());
    let (first, n) = ends(list.index.in_order_of(false, email));
    list.shows(
        &first,
        expect![[r#"
        CT12 Adatum Oy
        CT15 Zoe Aalto, CT11"#]],
    );
    assert_eq!(n, 8);
    let (first, _) = ends(list.index.in_order_of(true, email));
    list.shows(
        &first,
        expect![[r#"
        CT15 Zoe Aalto, CT11
        CT12 Adatum Oy"#]],
    );
}

#[test]
fn contacts_are_found_by_any_word_of_theirs() {
    let mut list = List::new();
    list.desk
        .change_contact("CT60", "phone '040 555-0190'; city Jyväskylä");
    list.refresh();
    list.finds("aijala", expect!["CT60 Yrjö Äijälä"]);
    list.finds("ÄIJ", expect!["CT60 Yrjö Äijälä"]);
    list.finds("0405550190", expect!["CT60 Yrjö Äijälä"]);
    list.finds("0190 jyv", expect!["CT60 Yrjö Äijälä"]);
    list.finds("ct13", expect!["CT13 Mikko Nieminen, CT12"]);
    list.finds("anna adatum", expect!["CT14 Anna Lindqvist, CT12"]);
    list.finds("zoe.example", expect!["CT15 Zoe Aalto, CT11"]);
    list.finds("oyct", expect![""]);
    assert_eq!(
        list.index
            .found(&list.index.in_usual_order(false), " ")
            .len(),
        list.index.len()
    );
}

/// What is taken over from the index before must not outlive its rows: not even when only the
/// company above a person has changed.
#[test]
fn a_changed_contact_is_found_by_what_it_is_now() {
    let mut list = List::new();
    list.desk.change_contact("CT12", "name 'Ötökkä Oy'");
    list.desk.remove("contact CT70");
    list.refresh();
    list.finds("nieminen otokka", expect!["CT13 Mikko Nieminen, CT12"]);
    list.finds("nieminen adatum", expect![""]);
    list.shows(
        &list.index.in_usual_order(false),
        expect![[r#"
        CT11 Adatum Oy
        CT15 Zoe Aalto, CT11
        CT50 Wingtip Toys
        CT60 Yrjö Äijälä
        CT12 Ötökkä Oy
        CT14 Anna Lindqvist, CT12
        CT13 Mikko Nieminen, CT12"#]],
    );
    assert_eq!(list.index.len(), 7);
}

/// Kept by the thread, which each test has for itself.
#[test]
fn the_texts_are_the_same_ones_until_a_contact_changes() {
    let mut desk = Desk::with(COMPANY);
    let first = ContactTexts::kept(&desk.records);
    assert!(Arc::ptr_eq(&first, &ContactTexts::kept(&desk.records)));
    // Something else changed.
    desk.seed("salesperson EL 'Elina Laine'");
    assert!(Arc::ptr_eq(&first, &ContactTexts::kept(&desk.records)));
    desk.seed("contact CT80 'Öljy ja Kumi Ky'");
    let second = ContactTexts::kept(&desk.records);
    assert!(!Arc::ptr_eq(&first, &second));
    assert_eq!(second.index().len(), first.index().len() + 1);
    // A company at the same revision.
    let mut other = Desk::with(COMPANY);
    other.seed("salesperson EL 'Elina Laine'");
    other.seed("contact CT80 'Kumi Oy'");
    assert_eq!(other.records.revision(), desk.records.revision());
    let third = ContactTexts::kept(&other.records);
    assert!(!Arc::ptr_eq(&second, &third));
}

//! Salutation formulas: which one addresses whom, and what becomes of the merge fields in it.

use crate::desk::Desk;
use expect_test::{Expect, expect};
use lokikirja::domain::classification::ClassKey;
use lokikirja::domain::classification::formula::{FormulaEdit, NamePart, SalutationFormula};
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::id::{FormulaId, SalutationId};
use lokikirja::domain::values::FormulaType::{self, Formal, Informal};
use lokikirja::domain::{Command, Table};

/// Company CT1 and its persons CT2 and CT3, all addressed by MR.
fn company() -> Desk {
    let mut desk = Desk::with(
        "salutation MR; salutation MS; contact CT1 'Adatum Oy'; person CT2 'Anna Aalto' of CT1
         person CT3 'Bo' of CT1",
    );
    for no in ["CT1", "CT2", "CT3"] {
        desk.change_contact(no, "salutation MR");
    }
    desk.change_contact("CT2", "middle Maria; title Director");
    desk
}

fn salutation(desk: &Desk, label: &str) -> SalutationId {
    match desk.class(label) {
        ClassKey::Salutation(id) => id,
        other => panic!("{other:?} is no salutation"),
    }
}

impl Desk {
    fn new_formula(&mut self, kind: FormulaType, language: Option<&str>, text: &str) -> Command {
        let edits = vec![
            FormulaEdit::Type(kind),
            FormulaEdit::Language(language.map(|it| Code::new(it).expect("a code"))),
            FormulaEdit::Text(text.into()),
        ];
        let id = self.new_id();
        Command::CreateSalutationFormula(id, salutation(self, "MR"), edits)
    }

    /// Adds a formula to MR, and gives the text that is read back by salutation, language and type.
    fn added(&mut self, kind: FormulaType, language: Option<&str>) -> String {
        let command = self.new_formula(kind, language, "Dear {{contact.surname}},");
        self.must(command);
        let language = language.map(|it| Code::new(it).expect("a code"));
        let records = &self.records;
        let found = records.formula(salutation(self, "MR"), language.as_ref(), kind);
        let found = found.expect("the formula can be read");
        assert_eq!((found.kind, &found.language), (kind, &language));
        found.text.clone()
    }

    /// How contacts are addressed, formally and without a language.
    fn addresses(&self, expected: Expect) {
        let lines = ["CT1", "CT2", "CT3"].map(|no| {
            let contact = self.row::<Contact>(self.contact(no));
            let text = self.records.addressed(&contact, None, Formal);
            format!("{no}: {}", text.unwrap_or_else(|| "nothing".into()))
        });
        expected.assert_eq(&lines.join("\n"));
    }
}

/// SU-022: a salutation is created and read back.
#[test]
fn su_022_a_salutation_is_created() {
    let desk = company();
    let id = salutation(&desk, "MR");
    let row = desk.records.class(ClassKey::Salutation(id));
    assert_eq!(row.expect("it is there").code.as_str(), "MR");
}

/// SU-023.
#[test]
fn su_023_a_formal_formula_without_language_is_read_back() {
    let text = company().added(Formal, None);
    assert_eq!(text, "Dear {{contact.surname}},");
}

/// SU-024.
#[test]
fn su_024_an_informal_formula_without_language_is_read_back() {
    let text = company().added(Informal, None);
    assert_eq!(text, "Dear {{contact.surname}},");
}

/// SU-025.
#[test]
fn su_025_a_formal_formula_in_a_language_is_read_back() {
    let text = company().added(Formal, Some("FI"));
    assert_eq!(text, "Dear {{contact.surname}},");
}

/// SU-026.
#[test]
fn su_026_an_informal_formula_in_a_language_is_read_back() {
    let text = company().added(Informal, Some("FI"));
    assert_eq!(text, "Dear {{contact.surname}},");
}

#[test]
fn the_language_wins_and_without_it_the_one_for_all_addresses() {
    let mut desk = company();
    for (kind, language, text) in [
        (Formal, None, "Dear {{contact.name}},"),
        (Formal, Some("FI"), "Hyvä {{contact.name}}"),
        (Informal, Some("FI"), "Hei {{contact.first_name}}"),
    ] {
        let command = desk.new_formula(kind, language, text);
        desk.must(command);
    }
    let contact = desk.row::<Contact>(desk.contact("CT2"));
    let said = |language: Option<&str>, kind| {
        let language = language.map(|it| Code::new(it).expect("a code"));
        desk.records.addressed(&contact, language.as_ref(), kind)
    };
    assert_eq!(
        said(None, Formal).as_deref(),
        Some("Dear Anna Maria Aalto,")
    );
    assert_eq!(said(Some("SV"), Formal), said(None, Formal));
    assert_eq!(
        said(Some("FI"), Formal).as_deref(),
        Some("Hyvä Anna Maria Aalto")
    );
    assert_eq!(said(Some("FI"), Informal).as_deref(), Some("Hei Anna"));
    assert_eq!(said(Some("SV"), Informal), None);
}

#[test]
fn what_is_blank_goes_with_a_blank_beside_it() {
    let mut desk = company();
    let text = "Dear {{contact.job_title}} {{contact.first_name}} {{contact.middle_name}} {{contact.surname}},";
    let command = desk.new_formula(Formal, None, text);
    desk.must(command);
    desk.addresses(expect![[r#"
        CT1: Dear,
        CT2: Dear Director Anna Maria Aalto,
        CT3: Dear Bo,"#]]);
    let id = only(&desk).id;
    let text = "{{contact.job_title}} {{contact.surname}}, {{contact.company}}";
    desk.must(edit(&desk, id, FormulaEdit::Text(text.into())));
    desk.addresses(expect![[r#"
        CT1: , Adatum Oy
        CT2: Director Aalto, Adatum Oy
        CT3: , Adatum Oy"#]]);
}

#[test]
fn every_name_part_can_be_asked_for() {
    let mut desk = company();
    for part in NamePart::ALL {
        let text = format!("Dear {}", part.merge_field());
        let command = desk.new_formula(Formal, None, &text);
        desk.must(command);
        let contact = desk.row::<Contact>(desk.contact("CT2"));
        let said = desk.records.addressed(&contact, None, Formal);
        assert_ne!(said.as_deref(), Some("Dear"), "{part:?}");
        desk.undo();
    }
}

#[test]
fn a_formula_needs_a_text_of_known_merge_fields_and_is_the_only_one_of_its_sort() {
    let mut desk = company();
    let mut refused = |language, text: &str, why: Expect| {
        let command = desk.new_formula(Formal, language, text);
        desk.refused(command, why);
    };
    refused(
        None,
        " ",
        expect!["SalutationFormula SalutationText MustBeFilled"],
    );
    refused(
        None,
        "Dear {{contact.title}},",
        expect![[
            r#"SalutationFormula SalutationText UnknownMergeField { what: "contact.title" }"#
        ]],
    );
    refused(
        None,
        "Dear {{contact.name",
        expect![[r#"SalutationFormula SalutationText UnknownMergeField { what: "contact.name" }"#]],
    );
    refused(
        Some("XX"),
        "Dear",
        expect!["SalutationFormula Language NotFound"],
    );
    desk.added(Formal, None);
    desk.added(Formal, Some("FI"));
    let command = desk.new_formula(Formal, Some("FI"), "Hei");
    desk.refused(
        command,
        expect!["SalutationFormula Hei Language AlreadyUsed"],
    );
    let id = only_in(&desk, "FI").id;
    desk.refused(
        edit(&desk, id, FormulaEdit::Language(None)),
        expect!["SalutationFormula Dear {{contact.surname}}, Language AlreadyUsed"],
    );
    desk.must(edit(&desk, id, FormulaEdit::Type(Informal)));
    desk.must(edit(&desk, id, FormulaEdit::Language(None)));
}

#[test]
fn formulas_go_with_their_salutation_and_come_back_with_it() {
    let mut desk = company();
    desk.added(Formal, None);
    let made = desk.records.revision();
    let formula = only(&desk).id;
    desk.refused(
        desk.delete_class_command("MR"),
        expect![[r#"Salutation MR InUse { by: Contact, n: 3 }"#]],
    );
    for no in ["CT1", "CT2", "CT3"] {
        desk.change_contact(no, "salutation MS");
    }
    desk.must(desk.delete_class_command("MR"));
    assert_eq!(desk.records.count(Table::SalutationFormula), 0);
    desk.undo();
    assert_eq!(only(&desk).id, formula);
    desk.reload();
    assert_eq!(only(&desk).id, formula);
    desk.take_back(made).expect("nothing refers to a formula");
    assert_eq!(desk.records.count(Table::SalutationFormula), 0);
    let seen = desk.records.revision();
    desk.refused(
        Command::DeleteSalutationFormula(formula, seen),
        expect!["SalutationFormula Gone"],
    );
}

/// The salutation was made, then a formula: the first cannot be taken back while the second stands.
#[test]
fn a_salutation_with_a_formula_is_not_taken_back() {
    let mut desk = Desk::with("salutation MR");
    let made = desk.records.revision();
    desk.added(Formal, None);
    desk.not_taken_back(
        made,
        expect![[r#"Salutation MR InUse { by: SalutationFormula, n: 1 }"#]],
    );
}

fn edit(desk: &Desk, id: FormulaId, edit: FormulaEdit) -> Command {
    Command::EditSalutationFormula(id, desk.records.revision(), edit)
}

fn only(desk: &Desk) -> SalutationFormula {
    let mut all = desk.records.all::<SalutationFormula>();
    let first = all.next().expect("there is one");
    assert!(all.next().is_none(), "there is one only");
    SalutationFormula::clone(first)
}

fn only_in(desk: &Desk, language: &str) -> SalutationFormula {
    let language = Code::new(language).ok();
    let mut all = desk.records.all::<SalutationFormula>();
    let found = all.find(|row| row.language == language);
    SalutationFormula::clone(found.expect("there is one"))
}

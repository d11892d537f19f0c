//! Salespeople.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::Command;
use lokikirja::domain::id::SalespersonId;
use lokikirja::domain::salesperson::{Salesperson, SalespersonEdit};

fn create(edits: Vec<SalespersonEdit>, desk: &mut Desk) -> Command {
    let id: SalespersonId = desk.new_id();
    Command::CreateSalesperson(id, edits)
}

#[test]
fn a_salesperson_needs_a_code_of_its_own_and_a_name() {
    let mut desk = Desk::with("salesperson JK 'Jo Kari'");
    let code = |typed: &str| SalespersonEdit::Code(typed.into());
    let name = |typed: &str| SalespersonEdit::Name(typed.into());
    let mut refused = |edits, why| {
        let command = create(edits, &mut desk);
        desk.refused(command, why);
    };
    refused(vec![name("Kim")], expect!["Salesperson Code MustBeFilled"]);
    refused(
        vec![code("KV")],
        expect!["Salesperson KV Name MustBeFilled"],
    );
    refused(
        vec![code("jk"), name("Kim")],
        expect!["Salesperson JK Code AlreadyUsed"],
    );
    let command = create(vec![code(" kv "), name(" Kim Vesa ")], &mut desk);
    desk.must(command.clone());
    desk.told(expect![[r#"Created(Salesperson, "KV")"#]]);
    desk.refused(command, expect!["Salesperson AlreadyCreated"]);
}

#[test]
fn what_cannot_be_is_refused_at_its_field_and_keeps_the_old_value() {
    let mut desk = Desk::with("salesperson JK 'Jo Kari'; salesperson KV 'Kim Vesa'");
    let id = desk.salesperson("JK");
    let before = desk.row::<Salesperson>(id);
    let seen = desk.records.revision();
    let mut refused = |edit, why| desk.refused(Command::EditSalesperson(id, seen, edit), why);
    refused(
        SalespersonEdit::Code("kv".into()),
        expect!["Salesperson JK Code AlreadyUsed"],
    );
    refused(
        SalespersonEdit::Name(" ".into()),
        expect!["Salesperson JK Name MustBeFilled"],
    );
    refused(
        SalespersonEdit::Name("x".repeat(51)),
        expect!["Salesperson JK Name TooLong { max: 50, is: 51 }"],
    );
    refused(
        SalespersonEdit::Phone("call me".into()),
        expect!["Salesperson JK Phone NotAPhoneNumber"],
    );
    refused(
        SalespersonEdit::Email("kari@".into()),
        expect!["Salesperson JK Email NotAnEmail"],
    );
    assert_eq!(desk.row::<Salesperson>(id), before);
}

/// 2.4: what names a deleted salesperson is not checked; entries keep the code.
#[test]
fn a_deleted_salesperson_leaves_contacts_setup_and_its_code_on_entries() {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari'; template OUT 'Call'
         contact CT1 Adatum salesperson JK; contact CT2 Fabrikam",
    );
    desk.set_up("salesperson JK");
    desk.create("contact CT1").choose("template OUT").finish();
    let id = desk.salesperson("JK");
    let seen = desk.revision::<Salesperson>(id);
    desk.must(Command::DeleteSalesperson(id, seen));
    desk.card("CT1", expect!["CT1 'Adatum'"]);
    assert_eq!(desk.records.setup().defaults.salesperson, None);
    desk.log(expect!["1 CT1 OUT by JK 2026-03-04 10:16 'Call'"]);
}

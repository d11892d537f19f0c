//! What undo and redo say: each shape of what was restored, in both languages.

use expect_test::{Expect, expect};
use lokikirja::domain::notice::Restored;
use lokikirja::domain::{Field, Notice, RecordName, Table};
use lokikirja::language::{Lang, explain, messages};

fn shapes() -> Vec<Restored> {
    let contact = RecordName::new(Table::Contact, "CT000012");
    let entry = RecordName::new(Table::LogEntry, 318);
    let group = RecordName::new(Table::InteractionGroup, "PHONE");
    let mut shapes = Vec::new();
    let counted = [
        (&contact, 0),
        (&contact, 1),
        (&contact, 1200),
        (&entry, 0),
        (&entry, 2),
        (&group, 0),
        (&group, 1),
    ];
    for (record, n_more) in counted {
        let record = record.clone();
        shapes.push(Restored::Back { record, n_more });
    }
    for (record, n_more) in counted {
        let record = record.clone();
        shapes.push(Restored::Gone { record, n_more });
    }
    for (record, field) in [
        (contact, Field::Phone),
        (RecordName::unnamed(Table::Setup), Field::CurrencyCode),
    ] {
        shapes.push(Restored::Field { record, field });
    }
    shapes.push(Restored::Record(group));
    shapes.push(Restored::Several(1));
    shapes.push(Restored::Several(11));
    shapes
}

#[track_caller]
fn says(lang: Lang, notice: fn(Restored) -> Notice, expected: Expect) {
    let lines: Vec<String> = shapes()
        .into_iter()
        .map(|shape| explain::notice(messages(lang), &notice(shape)).replace('\u{a0}', "_"))
        .collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn an_undo_says_what_is_as_it_was() {
    says(
        Lang::En,
        Notice::Undone,
        expect![[r#"
        Contact CT000012 is back.
        Contact CT000012 and its person are back.
        Contact CT000012 and its 1,200 persons are back.
        Interaction 318 is postponed again.
        3 interactions are postponed again.
        Interaction Group PHONE is back.
        2 interaction groups are back.
        Creation of Contact CT000012 taken back.
        Creation of Contact CT000012 and its person taken back.
        Creation of Contact CT000012 and its 1,200 persons taken back.
        Interaction 318 is not postponed any more.
        3 interactions are not postponed any more.
        Creation of Interaction Group PHONE taken back.
        Creation of 2 interaction groups taken back.
        Contact CT000012: change to Phone taken back.
        Marketing Setup: change to Local currency taken back.
        Change to Interaction Group PHONE taken back.
        Changes to 1 record taken back.
        Changes to 11 records taken back."#]],
    );
    says(
        Lang::Fi,
        Notice::Undone,
        expect![[r#"
        Kontakti CT000012 on palautettu.
        Kontakti CT000012 ja sen henkilö on palautettu.
        Kontakti CT000012 ja sen 1_200 henkilöä on palautettu.
        Vuorovaikutus 318 on taas lykätty.
        3 vuorovaikutusta on taas lykätty.
        Vuorovaikutusryhmä PHONE on palautettu.
        2 vuorovaikutusryhmää on palautettu.
        Luonti kumottu: Kontakti CT000012.
        Luonti kumottu: Kontakti CT000012 ja sen henkilö.
        Luonti kumottu: Kontakti CT000012 ja sen 1_200 henkilöä.
        Vuorovaikutus 318 ei ole enää lykätty.
        3 vuorovaikutusta ei ole enää lykätty.
        Luonti kumottu: Vuorovaikutusryhmä PHONE.
        Luonti kumottu: 2 vuorovaikutusryhmää.
        Kontakti CT000012: kenttä Puhelin palautettiin entiselleen.
        Kontaktienhallinnan asetukset: kenttä Paikallinen valuutta palautettiin entiselleen.
        Muutos kumottu: Vuorovaikutusryhmä PHONE.
        Muutokset kumottu: 1 tietue.
        Muutokset kumottu: 11 tietuetta."#]],
    );
}

#[test]
fn a_redo_says_what_was_done_again() {
    says(
        Lang::En,
        Notice::Redone,
        expect![[r#"
            Contact CT000012 was created again.
            Contact CT000012 and its person were created again.
            Contact CT000012 and its 1,200 persons were created again.
            Interaction 318 is postponed again.
            3 interactions are postponed again.
            Interaction Group PHONE was created again.
            2 interaction groups were created again.
            Contact CT000012 was deleted again.
            Contact CT000012 and its person were deleted again.
            Contact CT000012 and its 1,200 persons were deleted again.
            Interaction 318 was deleted again.
            3 interactions were deleted again.
            Interaction Group PHONE was deleted again.
            2 interaction groups were deleted again.
            Contact CT000012: change to Phone made again.
            Marketing Setup: change to Local currency made again.
            Change to Interaction Group PHONE made again.
            Changes to 1 record made again.
            Changes to 11 records made again."#]],
    );
    says(
        Lang::Fi,
        Notice::Redone,
        expect![[r#"
        Kontakti CT000012 luotiin uudelleen.
        Kontakti CT000012 ja sen henkilö luotiin uudelleen.
        Kontakti CT000012 ja sen 1_200 henkilöä luotiin uudelleen.
        Vuorovaikutus 318 on taas lykätty.
        3 vuorovaikutusta on taas lykätty.
        Vuorovaikutusryhmä PHONE luotiin uudelleen.
        2 vuorovaikutusryhmää luotiin uudelleen.
        Kontakti CT000012 poistettiin uudelleen.
        Kontakti CT000012 ja sen henkilö poistettiin uudelleen.
        Kontakti CT000012 ja sen 1_200 henkilöä poistettiin uudelleen.
        Vuorovaikutus 318 poistettiin uudelleen.
        3 vuorovaikutusta poistettiin uudelleen.
        Vuorovaikutusryhmä PHONE poistettiin uudelleen.
        2 vuorovaikutusryhmää poistettiin uudelleen.
        Kontakti CT000012: kenttä Puhelin muutettiin uudelleen.
        Kontaktienhallinnan asetukset: kenttä Paikallinen valuutta muutettiin uudelleen.
        Muutos tehtiin uudelleen: Vuorovaikutusryhmä PHONE.
        Muutokset tehtiin uudelleen: 1 tietue.
        Muutokset tehtiin uudelleen: 11 tietuetta."#]],
    );
}

//! What is wrong with records, and what a repair does about it, in both languages.

use expect_test::{Expect, expect};
use lokikirja::domain::check::{Damage, Wrong};
use lokikirja::domain::id::{ContactId, LogEntryId, Single};
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::{Field, Key, Table};
use lokikirja::language::checking::{remedy, wrong};
use lokikirja::language::{Lang, messages};
use uuid::Uuid;

/// An example of each; does not compile when one is left out.
fn examples() -> Vec<Damage> {
    let contact = Key::Contact(ContactId(Uuid::nil()));
    let entry = Key::LogEntry(LogEntryId(Uuid::nil()));
    let all = [
        (contact, Wrong::NotUnique(Field::No)),
        (contact, Wrong::NotUnique(Field::Language)),
        (contact, Wrong::Missing(Field::Name)),
        (entry, Wrong::Missing(Field::Date)),
        (contact, Wrong::NotFound(Field::Salesperson)),
        (contact, Wrong::NotACompany),
        (contact, Wrong::OtherType),
        (entry, Wrong::OtherCompany),
        (
            Key::Counters(Single),
            Wrong::CounterBehind {
                table: Table::LogEntry,
                counter: 7,
                highest: EntryNo(1_234),
            },
        ),
        (contact, Wrong::EndsBeforeItStarts),
        (entry, Wrong::CanceledDiffers),
        (contact, Wrong::ActionsDiffer),
        (contact, Wrong::LineTwice(3)),
        (Key::ErasedContact(ContactId(Uuid::nil())), Wrong::NotErased),
        (entry, Wrong::NotErased),
        (
            contact,
            Wrong::Line {
                line_no: 2,
                field: Field::EndingNo,
            },
        ),
    ];
    for (_, wrong) in &all {
        match wrong {
            Wrong::NotUnique(_)
            | Wrong::Missing(_)
            | Wrong::NotFound(_)
            | Wrong::NotACompany
            | Wrong::OtherType
            | Wrong::OtherCompany
            | Wrong::CounterBehind { .. }
            | Wrong::EndsBeforeItStarts
            | Wrong::CanceledDiffers
            | Wrong::ActionsDiffer
            | Wrong::LineTwice(_)
            | Wrong::NotErased
            | Wrong::Line { .. } => {}
        }
    }
    all.map(|(key, wrong)| Damage { key, wrong }).into()
}

fn say(lang: Lang, expected: Expect) {
    let m = messages(lang);
    let lines = examples().into_iter().map(|damage| {
        let told = [false, true].map(|is_done| remedy(m, &damage, is_done));
        assert_eq!(told.map(str::is_empty), [!damage.remedy().is_one(); 2]);
        let parts = [wrong(m, &damage), told[0].into(), told[1].into()];
        parts.join(" | ").trim_end_matches(" | ").to_owned()
    });
    expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_is_wrong_in_english() {
    say(
        Lang::En,
        expect![[r#"
        No.: another record has the same. | One of the two will get another one. | One of the two got another one.
        The same language stands twice. | The second one will be removed. | The second one was removed.
        Name is blank.
        Date is blank.
        Salesperson: what it refers to does not exist. | It will be cleared. | It was cleared.
        Company is a person. | It will be cleared. | It was cleared.
        A contact of this type cannot be in the group. | The record will be removed. | The record was removed.
        Company is not that of the contact. | It will be worked out anew. | It was worked out anew.
        Interaction Log Entries: the counter stands at 7, the highest number is 1,234. | It will be worked out anew. | It was worked out anew.
        It ends before it starts.
        Canceled is not as in what it belongs to. | It will be worked out anew. | It was worked out anew.
        Its criteria actions are not those that it counts. | It will be worked out anew. | It was worked out anew.
        Line number 3 stands twice. | One of the two will get another one. | One of the two got another one.
        The contact was erased, and is there all the same.
        The contact was erased, but not all that was said. | The rest will be erased, which cannot be undone. | The rest was erased.
        Line 2: Ending No. does not agree with the rest of the line."#]],
    );
}

#[test]
fn what_is_wrong_in_finnish() {
    say(
        Lang::Fi,
        expect![[r#"
        Nro: toisella tietueella on sama. | Toinen niistä vaihdetaan. | Toinen niistä vaihdettiin.
        Sama kieli on kahteen kertaan. | Jälkimmäinen poistetaan. | Jälkimmäinen poistettiin.
        Nimi puuttuu.
        Päivämäärä puuttuu.
        Myyjä: viitattua tietuetta ei ole. | Kenttä tyhjennetään. | Kenttä tyhjennettiin.
        Yritys on henkilö. | Kenttä tyhjennetään. | Kenttä tyhjennettiin.
        Tämäntyyppinen kontakti ei voi kuulua ryhmään. | Tietue poistetaan. | Tietue poistettiin.
        Yritys ei ole sama kuin kontaktin. | Määritetään uudelleen. | Määritettiin uudelleen.
        Vuorovaikutuslokin tapahtumat: laskuri on 7, mutta suurin numero on 1 234. | Määritetään uudelleen. | Määritettiin uudelleen.
        Päättyy ennen kuin alkaa.
        Peruutettu ei ole sama kuin siinä, mihin tietue kuuluu. | Määritetään uudelleen. | Määritettiin uudelleen.
        Kriteeritoimenpiteet eivät vastaa niiden määrää. | Määritetään uudelleen. | Määritettiin uudelleen.
        Rivinumero 3 on kahteen kertaan. | Toinen niistä vaihdetaan. | Toinen niistä vaihdettiin.
        Kontakti on poistettu pysyvästi, mutta se on silti olemassa.
        Kontakti on poistettu pysyvästi, mutta osa kirjatusta on jäljellä. | Loput poistetaan, eikä sitä voi kumota. | Loput poistettiin.
        Rivi 2: Lopetusnro on ristiriidassa rivin muiden tietojen kanssa."#]],
    );
}

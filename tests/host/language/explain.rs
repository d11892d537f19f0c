//! Sentences for refusals, notices and reading errors: one for each, in both languages.

use super::terms::FIELDS;
use chrono::NaiveDate;
use expect_test::{Expect, expect};
use lokikirja::domain::code::Code;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::interaction::title::Title;
use lokikirja::domain::notice::Restored;
use lokikirja::domain::{Field, Notice, Reason, RecordName, Refusal, Table};
use lokikirja::language::explain;
use lokikirja::language::format::FormatError;
use lokikirja::language::{Lang, messages};

/// An example of each variant; does not compile when one is left out.
macro_rules! examples {
    ($name:ident: $Type:ident { $($Variant:ident $(($($value:expr),*))? $({ $($field:ident: $of:expr),* })?,)* }) => {
        fn $name() -> Vec<$Type> {
            let listed = |example: $Type| match &example {
                $($Type::$Variant { .. } => example,)*
            };
            vec![$(listed($Type::$Variant $(($($value),*))? $({ $($field: $of),* })?)),*]
        }
    };
}

examples! { reasons: Reason {
    MustBeFilled,
    TooLong { max: 100, is: 112 },
    NotPrintable,
    Negative,
    TooLarge,
    NotPositive,
    NotAnEmail,
    NotAPhoneNumber,
    NotAWebAddress,
    NotACurrencyCode,
    UnknownMergeField { what: "contact.title".into() },
    NoDigit,
    NotFound,
    AlreadyUsed,
    AlreadyCreated,
    InUse { by: Table::InteractionTemplate, n: 3 },
    ChangedMeanwhile,
    Gone,
    ChangedSince,
    RefersToDeleted,
    CannotBeUndone,
    PersonsOnly,
    CompaniesOnly,
    NotACompany,
    PrivacyBlocked,
    SalespersonBlocked,
    ContactFirst,
    TemplateFirst,
    TemplateHasNoLanguage,
    NoContent,
    Locked,
    NotPostponed,
    StillPostponed,
    SegmentCanceled { no: "SM00001".into() },
    CampaignEntryCanceled { no: 12 },
    EndingDateFirst,
    LanguageFirst,
    LinesHaveContent { n: 3 },
    TooManyLines { max: 100_000 },
    ContactsBlocked { names: vec!["Anna Aalto".into(), "Bo Ek".into()], n: 3 },
    LoggedBefore,
    NothingToSave,
    NothingToLog,
    SeriesNotSetUp,
    NotAutomatic,
    NotManual,
    NoOpenLine { on: day() },
    OutOfDateOrder { last: day() },
    NoStartingNo,
    Exhausted,
    FormatDiffers,
    EndingNoFirst,
    EndsBeforeItStarts,
    BeforeStartingNo,
    ChangesLastNoUsed { last: "CT000990".into() },
    SeriesNotRelated,
} }

examples! { notices: Notice {
    Created(Table::Contact, "CT000012".into()),
    Deleted(Table::InteractionTemplate, "GOLF".into()),
    CompanyDeleted { no: "CT000012".into(), n_persons: 3 },
    ContactsDeleted { n: 3, n_persons: 2 },
    ContactErased { no: Some("CT000012".into()), n_interactions: 3, n_postponed: 1 },
    SalespersonAssigned { code: Code::new("JK").ok(), n: 3, n_follow: 1 },
    GroupJoined { group: RecordName::new(Table::MailingGroup, "NEWS"), n: 3 },
    GroupLeft { group: RecordName::new(Table::MailingGroup, "NEWS"), n: 1 },
    InteractionLogged(EntryNo(318)),
    CoverSheetsLogged(3),
    InteractionPostponed(EntryNo(319)),
    LoggedWithoutEmail { contact: "Adatum Oy".into() },
    PostponedDeleted(2),
    CanceledSwitched { table: Table::LogEntry, n: 2, canceled: true },
    CanceledDeleted(Table::LoggedSegment, 2),
    Evaluated(2),
    LinesAdded { n: 3, n_blocked: 1 },
    ContactsAdded { n: 3, n_existing: 2, n_excluded: 1, n_blocked: 1 },
    CriteriaReused { code: "SPRING".into(), n_added: 3, n_removed: 1, n_blocked: 1 },
    MailingGroupApplied { code: "NEWS".into(), n_added: 3, n_removed: 1 },
    LinesDeleted(2),
    LinesFollow(2),
    WentBack { n_removed: 1, n_restored: 2, n_lost: 1 },
    SegmentLogged { no: "SM00001".into(), n_interactions: 12, n_without_email: 2 },
    FollowUpCreated { no: "SM00002".into(), n_contacts: 11, n_duplicates: 1 },
    SeriesNearlyExhausted {
        series: Code::new("CONT").expect("a code"),
        no: "CT000990".into(),
        ending_no: "CT000999".into()
    },
    Repaired(3),
    Undone(Restored::Field {
        record: RecordName::new(Table::Contact, "CT000012"),
        field: Field::Phone
    }),
    Redone(Restored::Record(RecordName::new(Table::InteractionGroup, "PHONE"))),
} }

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

fn refusal(field: Option<Field>, reason: Reason) -> Refusal {
    let record = RecordName::new(Table::Contact, "CT000012");
    Refusal {
        record,
        field,
        reason,
    }
}

fn is_a_sentence(text: &str) {
    assert!(text.len() > 10 && text.ends_with('.'), "{text:?}");
    assert!(!text.contains(['{', '}', '_', '\n']), "{text:?}");
    assert!(!text.contains("  "), "{text:?}");
}

#[test]
fn every_reason_is_a_sentence_in_both_languages_for_every_field() {
    for reason in reasons() {
        for field in FIELDS.iter().copied().map(Some).chain([None]) {
            let refusal = refusal(field, reason.clone());
            let [finnish, english] = Lang::ALL.map(|lang| {
                let text = explain::reason(messages(lang), &refusal);
                is_a_sentence(&text);
                text
            });
            assert_ne!(finnish, english);
        }
    }
}

#[test]
fn what_is_wrong_with_a_field_names_it() {
    let typed = reasons()
        .into_iter()
        .take_while(|it| *it != Reason::NotFound);
    for reason in typed {
        let refusal = refusal(Some(Field::City), reason);
        for (lang, name) in [(Lang::Fi, "Kenttä Paikkakunta"), (Lang::En, "City")] {
            let text = explain::reason(messages(lang), &refusal);
            assert!(text.starts_with(name), "{text}");
        }
    }
}

#[test]
fn a_refusal_in_full_names_its_record() {
    let named = refusal(Some(Field::Name), Reason::MustBeFilled);
    let new = RecordName::unnamed(Table::LogEntry).refuse(Field::Template, Reason::MustBeFilled);
    let (fi, en) = (messages(Lang::Fi), messages(Lang::En));
    assert_eq!(
        explain::refusal(fi, &named),
        "Kontakti CT000012: Kenttä Nimi on täytettävä."
    );
    assert_eq!(
        explain::refusal(en, &named),
        "Contact CT000012: Name must be filled in."
    );
    assert_eq!(
        explain::refusal(fi, &new),
        "Vuorovaikutus: Kenttä Vuorovaikutusmalli on täytettävä."
    );
    assert_eq!(
        explain::refusal(en, &new),
        "Interaction: Interaction Template must be filled in."
    );
}

#[test]
fn a_value_that_is_too_large_is_told_the_largest() {
    let cost = refusal(Some(Field::Cost), Reason::TooLarge);
    let duration = refusal(Some(Field::UnitDuration), Reason::TooLarge);
    let (fi, en) = (messages(Lang::Fi), messages(Lang::En));
    assert_eq!(
        explain::reason(fi, &cost),
        "Kenttä Kustannus on liian suuri. Enintään 999\u{a0}999\u{a0}999,99."
    );
    assert_eq!(
        explain::reason(en, &duration),
        "Unit duration is too large. At most 100,000\u{a0}min fits."
    );
}

#[test]
fn a_privacy_block_says_whose_it_is() {
    let salesperson = refusal(Some(Field::Salesperson), Reason::PrivacyBlocked);
    let text = explain::reason(messages(Lang::En), &salesperson);
    assert_eq!(
        text,
        "The salesperson is privacy blocked. Choose somebody else."
    );
}

#[test]
fn every_notice_and_reading_error_is_a_sentence_in_both_languages() {
    for notice in notices() {
        let [finnish, english] = Lang::ALL.map(|lang| explain::notice(messages(lang), &notice));
        is_a_sentence(&finnish);
        is_a_sentence(&english);
        assert_ne!(finnish, english);
    }
    for error in FormatError::ALL {
        let [finnish, english] =
            Lang::ALL.map(|lang| explain::format_error(messages(lang), *error));
        is_a_sentence(&finnish);
        is_a_sentence(&english);
        assert_ne!(finnish, english);
    }
}

/// All sentences of a language, to be read as a page.
fn page(lang: Lang) -> String {
    let m = messages(lang);
    let reasons = reasons()
        .into_iter()
        .map(|reason| explain::reason(m, &refusal(Some(Field::Description), reason)));
    let notices = notices()
        .into_iter()
        .map(|notice| explain::notice(m, &notice));
    let errors = FormatError::ALL
        .iter()
        .map(|error| explain::format_error(m, *error));
    let mut page: String = reasons
        .chain(notices)
        .chain(errors)
        .map(|line| line + "\n")
        .collect();
    page = page.replace('\u{a0}', "_");
    page
}

fn check(lang: Lang, wanted: Expect) {
    wanted.assert_eq(&page(lang));
}

#[test]
fn the_sentences_in_english() {
    check(
        Lang::En,
        expect![[r#"
            Description must be filled in.
            Description is too long: it holds 100 characters, this has 112. Shorten it.
            Description holds a character that cannot be shown. Type the text again.
            Description cannot be below zero.
            Description is too large. Enter a smaller number.
            Description must be at least 1.
            Description must be one e-mail address, such as name@company.example.
            Description is a phone number: it cannot have letters.
            Description must be a web address that starts with http:// or https://.
            Description must be a currency code of three letters, such as EUR.
            Description: contact.title is no merge field. Use those listed below.
            Description needs a digit, so that it can be counted up, such as CT000001.
            Description: what was chosen does not exist. Choose again from the list.
            Description: another record has the same value. Enter a different one.
            This is saved already. Nothing was written twice; you can close the form.
            It is in use by 3 interaction templates, so it cannot be deleted or changed. Take it out there first.
            It was changed in another tab or on another device after you opened it. Nothing was overwritten: look at the new values and make your change again.
            It was deleted in another tab or on another device. Your change was not saved.
            It was changed after that, so that cannot be taken back any more. Nothing was changed now.
            Description: what it refers to was deleted after that, so that cannot be taken back. Nothing was changed now.
            This cannot be undone. Nothing was changed now.
            Description belongs to persons only. Change the type to Person first.
            Description belongs to companies only.
            Description must be a company. A person was chosen.
            The contact is privacy blocked: no new interactions can be created for it. The mark can be taken off on the contact's card.
            The salesperson is blocked. Choose somebody else, or take the mark off on the salesperson's card.
            Choose the contact first, then the interaction template.
            Choose the interaction template first, then the language.
            The interaction template does not have this language. Choose one that it has, or none.
            There is nothing to send: the interaction template has no content. Log it without sending, or choose another template.
            Description cannot be changed here: the form was opened from that record.
            This interaction is not postponed any more: it was finished in another tab or on another device. Look for it in Interaction Log Entries.
            This interaction is postponed. Resume it first: only what is logged can be canceled or evaluated.
            It is canceled because logged segment SM00001 is canceled. Switch the checkmark there instead.
            It is canceled because campaign entry 12 is canceled. Switch the checkmark there instead.
            Description: the ending date would lie before the starting date.
            Choose the language first, then the subject.
            The content of 3 segment lines comes from the segment's present template and would be lost. Apply the new template to all lines, or give those lines another template first.
            A segment holds at most 100,000 segment lines. Make a second segment for the others.
            The segment cannot be logged: 3 contacts are privacy blocked (Anna Aalto, Bo Ek and others). Delete their lines first.
            A segment with this number was logged before. Give the segment another number, or cancel and delete the logged one.
            The segment has no criteria to save yet. Add contacts first.
            The segment has no line with a contact. Add contacts first.
            No number series is chosen for these numbers. Choose one in Marketing Setup, or type the number.
            The number series gives no numbers by itself. Type the number, or switch on Default Nos. in the series.
            The number series does not allow typed numbers. Leave the number blank, or switch on Manual Nos. in the series.
            No line of the number series is valid on 22 Nov 2026. Add one, or give one an earlier starting date.
            The number series is used in order of date, and was last used on 22 Nov 2026. Take a date that is not earlier.
            The line of the number series has no Starting No. Fill it in first.
            The number series has given its last number. Raise its Ending No., or add a line.
            Description: the next number would have another form. Correct the number series.
            Fill in the Ending No. first, then the Warning No.
            Description: the numbers would end before they start. Enter a higher one.
            The next number would lie before the Starting No. of the number series. Correct the Starting No. or the Last No. used.
            Description: CT000990 was given as a number, and would look different with this. Enter a number of the same form, or add another line.
            This number series cannot be used here: it is neither the one in Marketing Setup nor related to it.
            Contact CT000012 was created.
            Interaction Template GOLF was deleted.
            Company CT000012 was deleted with its 3 persons.
            3 contacts deleted. Persons deleted with their companies: 2.
            Contact CT000012 was erased for good. Interactions made anonymous: 3. Postponed interactions deleted: 1.
            JK is now the salesperson of 3 contacts. Persons who followed their company: 1.
            Mailing Group NEWS: added 3 contacts.
            Mailing Group NEWS: removed 1 contact.
            Interaction 318 was logged.
            3 cover sheets are in the log.
            Interaction 319 was postponed.
            Logged without sending: Adatum Oy has no e-mail address.
            2 interactions deleted from the postponed ones.
            2 interactions canceled.
            2 logged segments deleted that had been canceled.
            2 interactions evaluated.
            3 contacts added. Left out, because privacy blocked: 1.
            Added 3 contacts. Left out because they are in the segment already: 2. Left out because they are excluded from segments: 1. Left out because they are privacy blocked: 1.
            Criteria SPRING reused: 3 segment lines added, 1 segment line removed. Left out because they are privacy blocked: 1.
            Added 3 contacts to mailing group NEWS. Removed from it: 1.
            2 segment lines deleted.
            2 segment lines changed too.
            Went back one step: 1 segment line taken out, 2 segment lines restored. Not restored, because the contact was deleted: 1.
            Segment SM00001 has been logged: 12 interactions. Logged without sending, because there is no e-mail address: 2.
            Follow-up segment SM00002 was created with 11 contacts. Left out, because their contact stands there already: 1.
            Number series CONT is running out: CT000990 was given, CT000999 is the last one.
            3 records were repaired.
            Contact CT000012: change to Phone taken back.
            Change to Interaction Group PHONE made again.
            This is not a date. Type the day, then the month: 22 Nov 2026, 22/11 or t for today.
            The calendar has no such day. Type the day, then the month: 22 Nov 2026.
            The year must lie between 1900 and 2199.
            This is not a time of day. Type it as 14:35, 1435 or 9.
            This is not an amount. Type it as 8.50.
            This is not a number. Type it as 8.50.
            An amount has two decimals at most. Type it as 8.50.
            This is not a duration. Type minutes, or 1 h 30 min.
            A duration is in whole minutes. Type it as 15.
            This is not a whole number. Type it as 10.
            This cannot be below zero.
            This number is too large.
        "#]],
    );
}

#[test]
fn the_sentences_in_finnish() {
    check(
        Lang::Fi,
        expect![[r#"
            Kenttä Kuvaus on täytettävä.
            Kenttä Kuvaus on liian pitkä: enintään 100 merkkiä, nyt 112. Lyhennä sitä.
            Kenttä Kuvaus sisältää merkin, jota ei voi näyttää. Kirjoita teksti uudelleen.
            Kenttä Kuvaus ei voi olla negatiivinen.
            Kenttä Kuvaus on liian suuri. Anna pienempi luku.
            Kenttä Kuvaus on vähintään 1.
            Kenttä Kuvaus: anna yksi sähköpostiosoite, esimerkiksi nimi@yritys.example.
            Kenttä Kuvaus: puhelinnumerossa ei voi olla kirjaimia.
            Kenttä Kuvaus: anna verkko-osoite, jonka alussa on http:// tai https://.
            Kenttä Kuvaus: anna kolmikirjaiminen valuuttakoodi, esimerkiksi EUR.
            Kenttä Kuvaus: contact.title ei ole yhdistämiskenttä. Käytä alla lueteltuja.
            Kenttä Kuvaus: numerossa on oltava ainakin yksi numeromerkki, esimerkiksi CT000001, jotta siitä voi laskea seuraavan.
            Kenttä Kuvaus: valittua tietoa ei ole olemassa. Valitse luettelosta uudelleen.
            Kenttä Kuvaus: sama arvo on jo käytössä. Anna toinen arvo.
            Tämä on jo tallennettu. Mitään ei tallennettu kahdesti; voit sulkea lomakkeen.
            Tämä on käytössä (3 vuorovaikutusmallia), joten sitä ei voi poistaa eikä muuttaa. Poista se ensin käytöstä.
            Tietoja muutettiin toisessa välilehdessä tai toisella laitteella sen jälkeen, kun avasit ne. Mitään ei korvattu: katso uudet arvot ja tee muutoksesi uudelleen.
            Tämä poistettiin toisessa välilehdessä tai toisella laitteella. Muutostasi ei tallennettu.
            Tietoja on muutettu sen jälkeen, joten tätä ei voi enää kumota. Nyt ei muutettu mitään.
            Kenttä Kuvaus: se, mihin tieto viittaa, on poistettu sen jälkeen, joten tätä ei voi kumota. Nyt ei muutettu mitään.
            Tätä ei voi kumota. Nyt ei muutettu mitään.
            Kenttä Kuvaus on vain henkilöillä. Vaihda ensin tyypiksi Henkilö.
            Kenttä Kuvaus on vain yrityksillä.
            Kenttä Kuvaus: valitse yritys. Valittu kontakti on henkilö.
            Kontakti on estetty tietosuojasyistä: sille ei voi luoda uusia vuorovaikutuksia. Eston voi poistaa kontaktin kortilla.
            Myyjä on estetty. Valitse toinen myyjä tai poista esto myyjän kortilla.
            Valitse ensin kontakti, sitten vuorovaikutusmalli.
            Valitse ensin vuorovaikutusmalli, sitten kieli.
            Vuorovaikutusmallissa ei ole tätä kieltä. Valitse jokin mallin kielistä tai jätä kieli tyhjäksi.
            Lähetettävää ei ole: vuorovaikutusmallissa ei ole sisältöä. Kirjaa lokiin lähettämättä tai valitse toinen malli.
            Kenttä Kuvaus on lukittu, koska lomake avattiin siitä.
            Tämä vuorovaikutus ei ole enää lykätty: se tehtiin valmiiksi toisessa välilehdessä tai toisella laitteella. Etsi se sivulta Vuorovaikutuslokin tapahtumat.
            Tämä vuorovaikutus on lykätty. Tee se ensin valmiiksi: vain lokiin kirjatun voi peruuttaa tai arvioida.
            Tämä on peruutettu, koska lokiin kirjattu segmentti SM00001 on peruutettu. Vaihda valintamerkki siellä.
            Tämä on peruutettu, koska kampanjan tapahtuma 12 on peruutettu. Vaihda valintamerkki siellä.
            Kenttä Kuvaus: lopetuspäivä olisi ennen aloituspäivää.
            Valitse ensin kieli, sitten aihe.
            Osa riveistä saa sisältönsä segmentin nykyisestä mallista ja menettäisi sen (3 segmentin riviä). Ota uusi malli käyttöön kaikilla riveillä tai anna näille riveille ensin toinen malli.
            Segmentissä voi olla enintään 100_000 segmentin riviä. Tee muille kontakteille toinen segmentti.
            Segmenttiä ei voi kirjata lokiin: 3 kontaktia on estetty tietosuojasyistä (Anna Aalto, Bo Ek ja muita). Poista ensin niiden rivit.
            Samannumeroinen segmentti on jo kirjattu lokiin. Anna segmentille toinen numero tai peruuta ja poista aiemmin kirjattu segmentti.
            Segmentissä ei ole vielä kriteerejä tallennettavaksi. Lisää ensin kontakteja.
            Millään segmentin rivillä ei ole kontaktia. Lisää ensin kontakteja.
            Näille numeroille ei ole valittu numerosarjaa. Valitse se sivulla Kontaktienhallinnan asetukset tai kirjoita numero itse.
            Numerosarja ei anna numeroita itse. Kirjoita numero tai ota sarjassa käyttöön Oletusnrot.
            Numerosarja ei salli kirjoitettuja numeroita. Jätä numero tyhjäksi tai ota sarjassa käyttöön Manuaaliset nrot.
            Mikään numerosarjan rivi ei ole voimassa 22.11.2026. Lisää rivi tai aikaista jonkin rivin aloituspäivää.
            Numerosarjaa käytetään päivämääräjärjestyksessä, ja viimeksi sitä käytettiin 22.11.2026. Anna sama tai myöhempi päivä.
            Numerosarjan riviltä puuttuu Aloitusnro. Täytä se ensin.
            Numerosarja on antanut viimeisen numeronsa. Suurenna lopetusnumeroa tai lisää rivi.
            Kenttä Kuvaus: seuraava numero olisi eri muotoinen. Korjaa numerosarjaa.
            Täytä ensin Lopetusnro, sitten Varoitusnro.
            Kenttä Kuvaus: numerot päättyisivät ennen kuin alkavat. Anna suurempi numero.
            Seuraava numero olisi pienempi kuin numerosarjan aloitusnumero. Korjaa aloitusnumero tai viimeksi käytetty numero.
            Kenttä Kuvaus: jo annettu numero CT000990 muuttuisi. Anna samanmuotoinen numero tai lisää uusi rivi.
            Tätä numerosarjaa ei voi käyttää tässä: se ei ole sivulla Kontaktienhallinnan asetukset valittu sarja eikä liity siihen.
            Kontakti CT000012 luotiin.
            Vuorovaikutusmalli GOLF poistettiin.
            Yritys CT000012 ja sen 3 henkilöä poistettiin.
            Poistettiin 3 kontaktia. Yritysten mukana poistettiin henkilöitä: 2.
            Kontaktin CT000012 tiedot poistettiin pysyvästi. Nimettömiksi muutettuja vuorovaikutuksia: 3. Poistettuja lykättyjä vuorovaikutuksia: 1.
            Myyjä on nyt JK: 3 kontaktia. Yrityksensä mukana muuttui henkilöitä: 1.
            Postitusryhmä NEWS: lisättiin 3 kontaktia.
            Postitusryhmä NEWS: poistettiin 1 kontakti.
            Vuorovaikutus 318 kirjattiin lokiin.
            3 saatetta on kirjattu lokiin.
            Vuorovaikutus 319 lykättiin.
            Kirjattiin lokiin lähettämättä: kontaktilla ei ole sähköpostiosoitetta (Adatum Oy).
            Lykätyistä poistettiin 2 vuorovaikutusta.
            Peruutettiin 2 vuorovaikutusta.
            Peruutetuista poistettiin 2 lokiin kirjattua segmenttiä.
            Arvioitiin 2 vuorovaikutusta.
            Lisättiin 3 kontaktia. Pois jätettiin tietosuojasyistä estetyt: 1.
            Lisättiin 3 kontaktia. Pois jätettiin segmentissä jo olevat: 2. Pois jätettiin segmenteistä pois jätettävät: 1. Pois jätettiin tietosuojasyistä estetyt: 1.
            Kriteeriä SPRING käytettiin: lisättiin 3 segmentin riviä, poistettiin 1 segmentin rivi. Pois jätettiin tietosuojasyistä estetyt: 1.
            Postitusryhmään NEWS lisättiin 3 kontaktia. Ryhmästä poistettiin muut: 1.
            Poistettiin 2 segmentin riviä.
            Samalla muutettiin 2 segmentin riviä.
            Palattiin yksi vaihe taaksepäin: poistettiin 1 segmentin rivi, palautettiin 2 segmentin riviä. Palauttamatta jäi, koska kontakti on poistettu: 1.
            Segmentti SM00001 kirjattiin lokiin: 12 vuorovaikutusta. Lähettämättä jäi, koska sähköpostiosoite puuttuu: 2.
            Seurantasegmentti SM00002 luotiin, ja siinä on 11 kontaktia. Pois jätettiin rivit, joiden kontakti on jo mukana: 1.
            Numerosarja CONT on loppumassa: annettiin CT000990, viimeinen on CT000999.
            3 tietuetta korjattiin.
            Kontakti CT000012: kenttä Puhelin palautettiin entiselleen.
            Muutos tehtiin uudelleen: Vuorovaikutusryhmä PHONE.
            Tämä ei ole päivämäärä. Kirjoita se muodossa 22.11.2026 tai 22.11, tai t (tänään).
            Tällaista päivää ei ole kalenterissa. Kirjoita ensin päivä, sitten kuukausi: 22.11.2026.
            Vuoden on oltava väliltä 1900–2199.
            Tämä ei ole kellonaika. Kirjoita se muodossa 14.35, 1435 tai 9.
            Tämä ei ole rahamäärä. Kirjoita se muodossa 8,50.
            Tämä ei ole luku. Kirjoita se muodossa 8,50.
            Rahamäärässä on enintään kaksi desimaalia. Kirjoita se muodossa 8,50.
            Tämä ei ole kesto. Kirjoita minuutit tai esimerkiksi 1 h 30 min.
            Kesto on kokonaisia minuutteja. Kirjoita se muodossa 15.
            Tämä ei ole kokonaisluku. Kirjoita se muodossa 10.
            Luku ei voi olla negatiivinen.
            Luku on liian suuri.
        "#]],
    );
}

#[test]
fn an_interaction_is_called_after_its_template_and_whom_it_came_from() {
    let (what, who) = ("Puhelu".to_owned(), "Adatum Oy".to_owned());
    let titles = [
        Title::Inbound {
            what: what.clone(),
            contact: who.clone(),
        },
        Title::Outbound {
            what: what.clone(),
            by: who,
        },
        Title::Plain { what },
        Title::Plain {
            what: String::new(),
        },
    ];
    let of = |lang| {
        let named = titles.iter().map(|t| explain::title(messages(lang), t));
        named.collect::<Vec<_>>().join("\n")
    };
    expect![[r#"
        Puhelu from Adatum Oy
        Puhelu by Adatum Oy
        Puhelu
        Interaction"#]]
    .assert_eq(&of(Lang::En));
    expect![[r#"
        Puhelu kontaktilta Adatum Oy
        Puhelu · Adatum Oy
        Puhelu
        Vuorovaikutus"#]]
    .assert_eq(&of(Lang::Fi));
}

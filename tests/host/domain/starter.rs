//! What a company that starts empty is offered.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::classification::ClassKind;
use lokikirja::domain::contact::ContactEdit;
use lokikirja::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use lokikirja::domain::number_series::NumberSeries;
use lokikirja::domain::starter::{number_marketing, starter};
use lokikirja::domain::{Command, Table};
use lokikirja::language::{Lang, messages};
use uuid::Uuid;

fn suggested(desk: &mut Desk, lang: Lang) -> Command {
    let records = desk.records.clone();
    starter(&records, &messages(lang).starter, &mut || {
        desk.new_id::<Uuid>()
    })
}

fn templates(desk: &Desk) -> String {
    let mut lines = String::new();
    for row in desk.records.all::<InteractionTemplate>() {
        let group = row.group;
        let group = group.and_then(|id| desk.records.get::<InteractionGroup>(id));
        let group: Option<
            &std::sync::Arc<lokikirja::domain::interaction::template::InteractionGroup>,
        > = group;
        lines += &format!(
            "{} {}: {}, {} ct, {} min, {:?} {:?}\n",
            group.map_or("–", |group| group.code.as_str()),
            row.code,
            row.description,
            row.unit_cost.0,
            row.unit_duration.0,
            row.information_flow,
            row.initiated_by,
        );
    }
    lines
}

#[test]
fn an_empty_company_gets_templates_and_numbers_in_its_language() {
    let mut desk = Desk::with("");
    let command = suggested(&mut desk, Lang::Fi);
    desk.must(command);
    expect![[r#"
        PUHELUT LÄHTEVÄ: Lähtevä puhelu, 100 ct, 15 min, Some(Outbound) Some(Us)
        PUHELUT SAAPUVA: Saapuva puhelu, 0 ct, 15 min, Some(Inbound) Some(Them)
        TAPAAMISET KÄYNTI: Asiakaskäynti, 4500 ct, 180 min, Some(Outbound) Some(Us)
        TAPAAMISET TAPAAMINEN: Tapaaminen meillä, 2500 ct, 120 min, Some(Outbound) Some(Us)
        KIRJEET KIRJE: Kirje, 800 ct, 30 min, Some(Outbound) Some(Us)
        KIRJEET SÄHKÖPOSTI: Sähköposti, 800 ct, 1 min, Some(Outbound) Some(Us)
    "#]]
    .assert_eq(&templates(&desk));

    let mut desk = Desk::with("");
    let command = suggested(&mut desk, Lang::En);
    desk.must(command);
    expect![[r#"
        PHONE OUTGOING: Outgoing call, 100 ct, 15 min, Some(Outbound) Some(Us)
        PHONE INCOMING: Incoming call, 0 ct, 15 min, Some(Inbound) Some(Them)
        MEETING VISIT: Customer visit, 4500 ct, 180 min, Some(Outbound) Some(Us)
        MEETING MEETING: Meeting at our office, 2500 ct, 120 min, Some(Outbound) Some(Us)
        LETTER LETTER: Letter, 800 ct, 30 min, Some(Outbound) Some(Us)
        LETTER EMAIL: E-mail, 800 ct, 1 min, Some(Outbound) Some(Us)
    "#]]
    .assert_eq(&templates(&desk));
}

#[test]
fn the_first_contact_then_gets_its_number() {
    let mut desk = Desk::with("");
    let command = suggested(&mut desk, Lang::Fi);
    desk.must(command);
    let id = desk.new_id();
    desk.must(Command::CreateContact(
        id,
        vec![ContactEdit::Name("Oma Asiakas Oy".into())],
    ));
    let first = desk.records.contacts_by_no().next().expect("a contact");
    assert_eq!(first.no.as_str(), "CT000001");
}

#[test]
fn what_is_there_already_stays_and_twice_changes_nothing() {
    let mut desk = Desk::with("template LÄHTEVÄ Soitto");
    let command = suggested(&mut desk, Lang::Fi);
    desk.must(command);
    let templates = desk.records.count(Table::InteractionTemplate);
    assert_eq!(
        (templates, desk.records.count(Table::InteractionGroup)),
        (6, 3)
    );
    let revision = desk.records.revision();
    let command = suggested(&mut desk, Lang::Fi);
    assert_eq!(command, Command::All(Vec::new()));
    desk.must(command);
    assert_eq!(desk.records.revision(), revision);
}

#[test]
fn contacts_can_be_classified_from_the_beginning() {
    for (lang, expected) in [
        (
            Lang::En,
            expect![[r#"
        MailingGroup: CHRISTMAS EVENTS NEWSLETTER
        IndustryGroup: HOTEL
        BusinessRelation: CUSTOMER PARTNER PROSPECT VENDOR
        JobResponsibility: FINANCE MARKETING PRODUCTION PURCHASE SALES
        OrganizationalLevel: MIDDLE STAFF TOP
        Salutation: COMPANY FORMAL INFORMAL"#]],
        ),
        (
            Lang::Fi,
            expect![[r#"
        MailingGroup: JOULU TAPAHTUMAT UUTISKIRJE
        IndustryGroup: HOTEL
        BusinessRelation: ASIAKAS KUMPPANI TOIMITTAJA TULEVA
        JobResponsibility: MARKKIN MYYNTI OSTOT TALOUS TUOTANTO
        OrganizationalLevel: KESKI TYÖNTEKIJÄ YLIN
        Salutation: MUODOLL TUTTAV YRITYS"#]],
        ),
    ] {
        let mut desk = Desk::with("industry HOTEL");
        let command = suggested(&mut desk, lang);
        desk.must(command);
        let rows = ClassKind::ALL.iter().map(|kind| {
            let codes = desk.records.classes().codes(*kind);
            let codes: Vec<&str> = codes.map(|(code, _)| code.as_str()).collect();
            format!("{kind:?}: {}", codes.join(" "))
        });
        // A table that has rows is left alone.
        expected.assert_eq(&rows.collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn segments_and_campaigns_are_numbered_when_it_is_asked_for() {
    let mut desk = Desk::with("");
    let command = suggested(&mut desk, Lang::En);
    desk.must(command);
    assert_eq!(desk.records.setup().segment_nos, None);
    for _ in 0..2 {
        let records = desk.records.clone();
        let texts = &messages(Lang::En).starter;
        let command = number_marketing(&records, texts, &mut || desk.new_id::<Uuid>());
        desk.must(command);
        let setup = desk.records.setup();
        let named = [setup.segment_nos, setup.campaign_nos].map(|id| {
            let row = desk.records.get::<NumberSeries>(id.unwrap()).unwrap();
            assert!(row.default_nos && row.manual_nos);
            format!(
                "{} {}",
                row.code,
                row.lines[0].starting_no.as_ref().unwrap()
            )
        });
        assert_eq!(named, ["SEGM SM00001", "CAMP CP0001"]);
        // Asked for twice it makes nothing more.
        assert_eq!(desk.records.all::<NumberSeries>().count(), 3);
    }
}

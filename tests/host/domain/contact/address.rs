//! Addresses on labels and letters.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::contact::address::PostalAddress;

fn written(address: &PostalAddress) -> String {
    let mut lines = address.names.clone();
    lines.extend(address.lines.iter().cloned());
    lines.extend(address.country.as_ref().map(ToString::to_string));
    lines.join(" / ")
}

impl Desk {
    fn address_of(&self, no: &str) -> String {
        let contact = self.row::<Contact>(self.contact(no));
        written(&PostalAddress::of(&self.records, &contact))
    }
}

#[test]
fn a_person_gets_its_mail_at_its_company() {
    let mut desk =
        Desk::with("contact CT1 'Adatum Oy'; person CT2 'Anna Aalto' of CT1; person CT3 'Bo Berg'");
    desk.change_contact(
        "CT1",
        "address 'Katu 1'; address-2 'PL 5'; post-code 20100; city Turku; country FI",
    );
    desk.change_contact("CT3", "city Åbo");
    expect!["Adatum Oy / Katu 1 / PL 5 / 20100 Turku / FI"].assert_eq(&desk.address_of("CT1"));
    expect!["Adatum Oy / Anna Aalto / Katu 1 / PL 5 / 20100 Turku / FI"]
        .assert_eq(&desk.address_of("CT2"));
    expect!["Bo Berg / Åbo"].assert_eq(&desk.address_of("CT3"));
    // Where everybody knows it, no country stands below the city.
    desk.set_up("own-country FI");
    expect!["Adatum Oy / Katu 1 / PL 5 / 20100 Turku"].assert_eq(&desk.address_of("CT1"));
    desk.set_up("own-country SE");
    expect!["Adatum Oy / Katu 1 / PL 5 / 20100 Turku / FI"].assert_eq(&desk.address_of("CT1"));
}

#[test]
fn an_address_is_complete_with_more_than_a_name() {
    let mut desk = Desk::with("contact CT1 'Adatum Oy'");
    let is_complete = |desk: &Desk| {
        let contact = desk.row::<Contact>(desk.contact("CT1"));
        PostalAddress::of(&desk.records, &contact).is_complete()
    };
    assert!(!is_complete(&desk));
    desk.change_contact("CT1", "country FI");
    assert!(!is_complete(&desk), "a country is no place");
    desk.change_contact("CT1", "city Turku");
    assert!(is_complete(&desk));
}

#[test]
fn our_own_address_stands_under_the_company_s_name() {
    let mut desk = Desk::with("");
    desk.set_up("own-address 'Satamakatu 4'; own-post-code 33200; own-city Tampere");
    let setup = desk.records.setup();
    expect!["Esimerkki Oy / Satamakatu 4 / 33200 Tampere"]
        .assert_eq(&written(&PostalAddress::own("Esimerkki Oy", &setup.own)));
    expect!["Satamakatu 4 / 33200 Tampere"]
        .assert_eq(&written(&PostalAddress::own("", &setup.own)));
}

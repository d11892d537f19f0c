//! What a person takes over from its company.

use crate::desk::Desk;
use expect_test::expect;

const ADATUM: &str = "
    name 'Adatum Oy'; address 'Katu 1'; address-2 'PL 7'; post-code 00100; city Helsinki
    country FI; phone 09; mobile 050; email info@adatum.fi; page https://adatum.fi
    salesperson JK; language FI; type email
";

fn desk() -> Desk {
    let mut desk = Desk::with("salesperson JK 'Jo Kari'; salesperson KV 'Kim Vesa'");
    desk.create_contact(&format!("no CT1; {ADATUM}"));
    desk
}

/// MC-011: address, post code, city and salesperson of a person become those of its company.
#[test]
fn mc_011_a_new_person_takes_over_from_its_company() {
    let mut desk = desk();
    desk.create_contact("no CT2; is person; name 'Anna Aalto'; of CT1");
    desk.card("CT2", expect!["CT2 'Anna Aalto' first 'Anna' surname 'Aalto' of CT1 address 'Katu 1' address-2 'PL 7' post-code '00100' city 'Helsinki' country FI phone '09' mobile '050' email 'info@adatum.fi' page 'https://adatum.fi' salesperson JK language FI Email"]);
    // What is filled in after the company stays.
    desk.create_contact("no CT3; is person; name Bo; of CT1; phone 123; salesperson KV");
    desk.card("CT3", expect!["CT3 'Bo' first 'Bo' of CT1 address 'Katu 1' address-2 'PL 7' post-code '00100' city 'Helsinki' country FI phone '123' mobile '050' email 'info@adatum.fi' page 'https://adatum.fi' salesperson KV language FI Email"]);
}

/// MC-081: a person without an address gets that of its company.
#[test]
fn mc_081_a_person_without_address_gets_that_of_its_company() {
    let mut desk = desk();
    desk.create_contact("no CT2; is person; name Anna");
    desk.change_contact("CT2", "of CT1");
    desk.card("CT2", expect!["CT2 'Anna' first 'Anna' of CT1 address 'Katu 1' address-2 'PL 7' post-code '00100' city 'Helsinki' country FI phone '09' mobile '050' email 'info@adatum.fi' page 'https://adatum.fi' salesperson JK language FI Email"]);
}

/// MC-082: a person's own address stays, as one block; so does each own way to reach it.
/// Salesperson, country and language are overwritten.
#[test]
fn mc_082_a_persons_own_address_stays() {
    let mut desk = desk();
    desk.create_contact(
        "no CT2; is person; name Anna; city Turku; email anna@x.fi; type paper
         country SE; language SV; salesperson KV",
    );
    desk.change_contact("CT2", "of CT1");
    desk.card("CT2", expect!["CT2 'Anna' first 'Anna' of CT1 city 'Turku' country FI phone '09' mobile '050' email 'anna@x.fi' page 'https://adatum.fi' salesperson JK language FI HardCopy"]);
}

/// SU-002: what the setup switches off is not taken over.
#[test]
fn su_002_what_is_switched_off_is_not_taken_over() {
    let mut desk = desk();
    desk.create_contact("no CT2; is person; name Anna");
    desk.set_up("inherit-address off; inherit-communication off");
    desk.change_contact("CT2", "of CT1");
    desk.card(
        "CT2",
        expect!["CT2 'Anna' first 'Anna' of CT1 country FI salesperson JK language FI"],
    );
    desk.set_up("inherit-salesperson off; inherit-country off; inherit-language off");
    desk.create_contact("no CT3; is person; name Bo; of CT1");
    desk.card("CT3", expect!["CT3 'Bo' first 'Bo' of CT1"]);
    // Nor does it follow.
    desk.change_contact(
        "CT1",
        "city Turku; phone 08; country SE; language SV; salesperson KV",
    );
    desk.card(
        "CT2",
        expect!["CT2 'Anna' first 'Anna' of CT1 country FI salesperson JK language FI"],
    );
}

#[test]
fn a_person_who_changes_company_keeps_only_what_is_its_own() {
    let mut desk = desk();
    desk.create_contact("no CT2; is person; name Anna; of CT1; mobile 040");
    desk.create_contact("no CT9; name Fabrikam; city Turku; phone 02; mobile 02; country SE");
    desk.change_contact("CT2", "of CT9");
    desk.card(
        "CT2",
        expect!["CT2 'Anna' first 'Anna' of CT9 city 'Turku' country SE phone '02' mobile '040'"],
    );
    // Leaving takes nothing away.
    desk.change_contact("CT2", "of -");
    desk.card(
        "CT2",
        expect!["CT2 'Anna' first 'Anna' city 'Turku' country SE phone '02' mobile '040'"],
    );
}

/// 3.10: a company's change reaches each person that still has the old value; address as a block.
#[test]
fn persons_follow_their_company_where_they_had_its_value() {
    let mut desk = desk();
    desk.create_contact("no CT2; is person; name Anna; of CT1");
    desk.create_contact("no CT3; is person; name Bo; of CT1; city Turku; phone 1; salesperson KV");
    desk.create_contact("no CT4; is person; name Cai; city Helsinki; phone 09");
    let move_house = "address 'Tie 2'; post-code 00200; city Espoo; address-2 ''";
    desk.change_contact("CT1", move_house);
    desk.change_contact(
        "CT1",
        "phone 08; mobile 051; email x@adatum.fi; page http://a.fi",
    );
    desk.change_contact("CT1", "type -; country SE; language SV; salesperson -");
    desk.card("CT2", expect!["CT2 'Anna' first 'Anna' of CT1 address 'Tie 2' post-code '00200' city 'Espoo' country SE phone '08' mobile '051' email 'x@adatum.fi' page 'http://a.fi' language SV"]);
    desk.card("CT3", expect!["CT3 'Bo' first 'Bo' of CT1 address 'Katu 1' address-2 'PL 7' post-code '00100' city 'Turku' country SE phone '1' mobile '051' email 'x@adatum.fi' page 'http://a.fi' salesperson KV language SV"]);
    desk.card(
        "CT4",
        expect!["CT4 'Cai' first 'Cai' city 'Helsinki' phone '09'"],
    );
}

/// What both had blank was equal too.
#[test]
fn a_value_the_company_had_not_reaches_persons_who_had_none_either() {
    let mut desk = Desk::with("contact CT1 Adatum; person CT2 Anna of CT1");
    desk.change_contact("CT1", "email info@adatum.fi; city Helsinki");
    desk.card(
        "CT2",
        expect!["CT2 'Anna' first 'Anna' of CT1 city 'Helsinki' email 'info@adatum.fi'"],
    );
}

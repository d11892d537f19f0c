//! The marketing setup.

use crate::desk::{Desk, describe_setup};
use expect_test::{Expect, expect};
use lokikirja::domain::setup::SetupEdit;
use lokikirja::domain::{Command, Revision};

impl Desk {
    #[track_caller]
    fn setup_is(&self, expected: Expect) {
        expected.assert_eq(&describe_setup(&self.records, &self.records.setup()));
    }
}

/// 2.1: all inheritance on, everything else blank; no series is filled in.
#[test]
fn a_company_starts_with_the_defaults() {
    Desk::with("").setup_is(expect!["'EUR' inherit-salesperson inherit-country inherit-language inherit-address inherit-communication"]);
}

#[test]
fn every_setting_is_changed_by_itself() {
    let mut desk = Desk::with("salesperson JK 'Jo Kari'");
    desk.create_series("code CONT");
    desk.set_up(
        "currency ' sek'; contacts-from CONT
         inherit-salesperson off; inherit-country off; inherit-language off
         inherit-address off; inherit-communication off
         salesperson JK; country SE; language SV; type email",
    );
    desk.setup_is(expect![
        "'SEK' contacts-from CONT salesperson JK country SE language SV Email"
    ]);
    desk.set_up(
        "contacts-from -; inherit-address on; salesperson -; country -; language -; type -",
    );
    desk.setup_is(expect!["'SEK' inherit-address"]);
}

#[test]
fn what_does_not_exist_or_is_not_allowed_is_refused_at_its_field() {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari' blocked; salesperson KV 'Kim Vesa' privacy-blocked
         salesperson LM 'Li Ma'",
    );
    let series = desk.create_series("code CONT");
    let salesperson = desk.salesperson("LM");
    desk.delete_series("CONT").expect("nothing names it");
    let seen = desk.records.revision();
    desk.must(Command::DeleteSalesperson(salesperson, seen));
    let mut refused = |edit, why| desk.refused(Command::EditSetup(seen, edit), why);
    refused(
        SetupEdit::ContactNos(Some(series)),
        expect!["Setup ContactNos NotFound"],
    );
    refused(
        SetupEdit::DefaultSalesperson(Some(salesperson)),
        expect!["Setup DefaultSalesperson NotFound"],
    );
    let blocked = || expect!["Setup DefaultSalesperson SalespersonBlocked"];
    desk.set_up_refused("salesperson JK", blocked());
    desk.set_up_refused("salesperson KV", blocked());
    desk.set_up_refused("country XX", expect!["Setup DefaultCountry NotFound"]);
    desk.set_up_refused("language XX", expect!["Setup DefaultLanguageCode NotFound"]);
    desk.set_up_refused("currency ''", expect!["Setup CurrencyCode MustBeFilled"]);
    for typed in [
        "currency EU",
        "currency EURO",
        "currency E1R",
        "currency '€€€'",
    ] {
        desk.set_up_refused(typed, expect!["Setup CurrencyCode NotACurrencyCode"]);
    }
}

/// The first tab to write wins, also while no setup was written yet.
#[test]
fn a_stale_setup_page_is_refused() {
    let mut desk = Desk::with("");
    let edit = || SetupEdit::InheritAddress(false);
    desk.must(Command::EditSetup(Revision::default(), edit()));
    let command = Command::EditSetup(Revision::default(), edit());
    desk.refused(command, expect!["Setup ChangedMeanwhile"]);
}

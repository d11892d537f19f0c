//! The marketing setup.

use crate::desk::{Desk, describe_setup};
use expect_test::{Expect, expect};
use lokikirja::domain::setup::SetupEdit;
use lokikirja::domain::{Command, Field, Revision};

impl Desk {
    #[track_caller]
    fn setup_is(&self, expected: Expect) {
        expected.assert_eq(&describe_setup(&self.records, &self.records.setup()));
    }
}

/// One series may number records of several kinds; another none.
#[test]
fn a_series_is_used_by_the_fields_that_name_it() {
    let mut desk = Desk::with("");
    desk.create_series("code BOTH");
    desk.create_series("code ONE");
    desk.create_series("code NONE");
    desk.set_up("contacts-from BOTH; segments-from BOTH; campaigns-from ONE");
    let setup = desk.records.setup();
    let used = |code| setup.numbered_by(desk.series(code));
    assert_eq!(used("BOTH"), [Field::ContactNos, Field::SegmentNos]);
    assert_eq!(used("ONE"), [Field::CampaignNos]);
    assert_eq!(used("NONE"), []);
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
fn our_own_address_is_checked_as_a_contacts_is() {
    let mut desk = Desk::with("template COVER 'Cover sheet'");
    desk.set_up(
        "own-address ' Satamakatu 4 '; own-address-2 'Floor 2'; own-post-code 33200; own-city Tampere
         own-country FI; own-phone '+358 3 555 0100'; own-email posti@esimerkki.fi
         own-page https://esimerkki.fi; cover-sheets COVER",
    );
    desk.setup_is(expect!["'EUR' inherit-salesperson inherit-country inherit-language inherit-address inherit-communication own 'Satamakatu 4' own 'Floor 2' own '33200' own 'Tampere' own '+358 3 555 0100' own 'posti@esimerkki.fi' own 'https://esimerkki.fi' own-country FI cover-sheets COVER"]);
    for (typed, why) in [
        (
            "own-city '1234567890123456789012345678901'",
            expect!["Setup City TooLong { max: 30, is: 31 }"],
        ),
        ("own-phone call-me", expect!["Setup Phone NotAPhoneNumber"]),
        ("own-email posti", expect!["Setup Email NotAnEmail"]),
        (
            "own-page ftp://esimerkki.fi",
            expect!["Setup HomePage NotAWebAddress"],
        ),
        ("own-country XX", expect!["Setup Country NotFound"]),
    ] {
        desk.set_up_refused(typed, why);
    }
}

/// The template of cover sheets exists, and is not deleted while the setup names it.
#[test]
fn the_template_of_cover_sheets_stays() {
    let mut desk = Desk::with("template COVER 'Cover sheet'; template GONE 'Gone'");
    let gone = desk.template("GONE");
    let seen = desk.records.revision();
    desk.must(Command::DeleteInteractionTemplate(gone, seen));
    desk.refused(
        Command::EditSetup(seen, SetupEdit::CoverSheetTemplate(Some(gone))),
        expect!["Setup CoverSheetTemplate NotFound"],
    );
    desk.set_up("cover-sheets COVER");
    let template = desk.template("COVER");
    let seen = desk.records.revision();
    desk.refused(
        Command::DeleteInteractionTemplate(template, seen),
        expect!["InteractionTemplate COVER InUse { by: Setup, n: 1 }"],
    );
    desk.set_up("cover-sheets -");
    desk.must(Command::DeleteInteractionTemplate(template, seen));
    let deleted = desk.records.revision();
    desk.take_back(deleted).expect("nothing stands in the way");
    desk.set_up("cover-sheets COVER");
    desk.not_taken_back(
        Revision(1),
        expect!["InteractionTemplate COVER InUse { by: Setup, n: 1 }"],
    );
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

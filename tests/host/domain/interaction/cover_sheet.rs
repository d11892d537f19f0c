//! Cover sheets: for whom there is one, and what the log says of it.

use crate::desk::Desk;
use expect_test::{Expect, expect};
use lokikirja::domain::interaction::cover_sheet::Addressees;
use lokikirja::domain::{Command, Table};

/// Two companies with addresses and a person of the first, all in segment SM01; a template for cover
/// sheets.
fn company() -> Desk {
    let mut desk = Desk::with(
        "segments-from SEGM SM01; salesperson JK 'Jo Kari'; salesperson KV 'Kim Vesa'
         campaign K1 Spring; group LETTERS Letters; template T1 Mailing
         template COVER 'Cover sheet' group LETTERS cost 1.20 duration 2 flow out by us
         salutation MR; contact CT1 Adatum salesperson KV; contact CT2 Fabrikam
         person CT3 'Anna Aalto' of CT1; user Kim",
    );
    desk.change_contact("CT1", "address 'Katu 1'; post-code 20100; city Turku");
    desk.change_contact("CT2", "address 'Main Street 2'; city London; country GB");
    desk.set_up("cover-sheets COVER");
    desk.create_segment("template T1; description Spring; salesperson JK; campaign K1");
    desk.add("SM01", "CT1 CT2");
    desk
}

impl Desk {
    /// The sheets of a segment, one a line, and who is left out.
    fn sheets(&self, no: &str, expected: Expect) -> Addressees {
        let found = Addressees::of_segment(&self.records, self.segment(no));
        self.sheets_are(&found, expected);
        found
    }

    fn sheets_are(&self, found: &Addressees, expected: Expect) {
        let sheet = |n: usize| {
            let it = &found.all[n];
            let address: Vec<&str> = it
                .address
                .names
                .iter()
                .chain(&it.address.lines)
                .map(|line| &**line)
                .collect();
            let salutation = it.salutation.as_deref().unwrap_or("-");
            format!("{} | {salutation}", address.join(" / "))
        };
        let mut lines: Vec<String> = (0..found.all.len()).map(sheet).collect();
        lines.push(format!(
            "{} blocked, {} without address",
            found.n_blocked, found.n_without_address
        ));
        expected.assert_eq(&lines.join("\n"));
    }

    fn log_sheets(&mut self, contacts: &str, segment: Option<&str>) -> Command {
        let contacts = contacts.split_whitespace();
        let contacts = contacts.map(|no| self.contact(no)).collect();
        let segment = segment.map(|no| self.segment(no));
        Command::LogCoverSheets(self.new_action().0.into(), contacts, segment)
    }
}

/// SG-010: one sheet for each contact with its address, and one log entry each with the template.
#[test]
fn sg_010_cover_sheets_of_a_segment_are_logged() {
    let mut desk = company();
    desk.sheets(
        "SM01",
        expect![[r#"
        Adatum / Katu 1 / 20100 Turku | -
        Fabrikam / Main Street 2 / London | -
        0 blocked, 0 without address"#]],
    );
    let command = desk.log_sheets("CT1 CT2", Some("SM01"));
    desk.must(command.clone());
    desk.told(expect!["CoverSheetsLogged(2)"]);
    desk.whole_log(expect![[r#"
        1 CT1 COVER in LETTERS by JK 2026-03-04 10:16 'Cover sheet' HardCopy Outbound Us cost 1.20 2 min for K1 counted-by 1 user 'Kim'
        2 CT2 COVER in LETTERS by JK 2026-03-04 10:16 'Cover sheet' HardCopy Outbound Us cost 1.20 2 min for K1 counted-by 1 user 'Kim'"#]]);
    desk.refused(command, expect!["LogEntry AlreadyCreated"]);
}

/// SG-011: printed without being logged.
#[test]
fn sg_011_a_cover_sheet_is_printed_and_not_logged() {
    let desk = company();
    let found = Addressees::of_segment(&desk.records, desk.segment("SM01"));
    assert_eq!(found.all.len(), 2);
    assert_eq!(desk.records.count(Table::LogEntry), 0);
}

/// MC-091: from the card of a contact, logged.
#[test]
fn mc_091_the_cover_sheet_of_a_contact_is_logged() {
    let mut desk = company();
    let found = Addressees::of_contacts(&desk.records, &[desk.contact("CT1")]);
    desk.sheets_are(
        &found,
        expect![[r#"
        Adatum / Katu 1 / 20100 Turku | -
        0 blocked, 0 without address"#]],
    );
    let command = desk.log_sheets("CT1", None);
    desk.must(command);
    desk.whole_log(expect!["1 CT1 COVER in LETTERS by KV 2026-03-04 10:16 'Cover sheet' HardCopy Outbound Us cost 1.20 2 min user 'Kim'"]);
}

/// MC-092: from the card of a person, not logged.
#[test]
fn mc_092_the_cover_sheet_of_a_person_is_not_logged() {
    let desk = company();
    let found = Addressees::of_contacts(&desk.records, &[desk.contact("CT3")]);
    desk.sheets_are(
        &found,
        expect![[r#"
        Adatum / Anna Aalto / Katu 1 / 20100 Turku | -
        0 blocked, 0 without address"#]],
    );
    assert_eq!(desk.records.count(Table::LogEntry), 0);
}

/// MC-093: a sheet for each of two contacts.
#[test]
fn mc_093_cover_sheets_of_two_contacts() {
    let desk = company();
    let both = ["CT2", "CT1", "CT2"].map(|no| desk.contact(no));
    let found = Addressees::of_contacts(&desk.records, &both);
    desk.sheets_are(
        &found,
        expect![[r#"
        Fabrikam / Main Street 2 / London | -
        Adatum / Katu 1 / 20100 Turku | -
        0 blocked, 0 without address"#]],
    );
}

#[test]
fn each_contact_gets_one_and_who_is_blocked_none() {
    let mut desk = company();
    desk.add("SM01", "CT3 CT1");
    desk.enter("SM01", 2, "-");
    desk.change_contact("CT1", "blocked");
    desk.sheets(
        "SM01",
        expect![[r#"
        Adatum / Anna Aalto / Katu 1 / 20100 Turku | -
        1 blocked, 0 without address"#]],
    );
    let command = desk.log_sheets("CT3 CT1", Some("SM01"));
    desk.refused(command, expect!["Contact CT1 Contact PrivacyBlocked"]);
}

#[test]
fn a_letter_addresses_in_the_language_of_the_line() {
    let mut desk = company();
    desk.change_contact("CT1", "salutation MR");
    desk.seed("formula MR - 'Dear {{contact.name}},'; formula MR FI 'Hyvä {{contact.name}}'");
    desk.sheets(
        "SM01",
        expect![[r#"
        Adatum / Katu 1 / 20100 Turku | Dear Adatum,
        Fabrikam / Main Street 2 / London | -
        0 blocked, 0 without address"#]],
    );
    desk.change_contact("CT1", "language FI");
    desk.sheets(
        "SM01",
        expect![[r#"
        Adatum / Katu 1 / 20100 Turku | Hyvä Adatum
        Fabrikam / Main Street 2 / London | -
        0 blocked, 0 without address"#]],
    );
}

#[test]
fn logging_needs_a_template_with_a_description() {
    let mut desk = company();
    desk.set_up("cover-sheets -");
    let command = desk.log_sheets("CT1", None);
    desk.refused(command, expect!["Setup CoverSheetTemplate MustBeFilled"]);
    desk.seed("template BLANK ''");
    desk.set_up("cover-sheets BLANK");
    let command = desk.log_sheets("CT1", None);
    desk.refused(
        command,
        expect!["InteractionTemplate BLANK Description MustBeFilled"],
    );
}

/// Those of one campaign are counted by one campaign entry; one without it by none.
#[test]
fn sheets_of_a_campaign_are_counted_together() {
    let mut desk = company();
    desk.change_lines("SM01", &[2], "campaign -");
    desk.add("SM01", "CT3");
    let command = desk.log_sheets("CT1 CT2 CT3", Some("SM01"));
    desk.must(command);
    desk.register(expect![
        "campaign-entry 1 of K1 2026-03-04 by JK interactions 2 cost 2.40 4 min"
    ]);
}

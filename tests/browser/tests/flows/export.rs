//! Exporting what a list shows, from the press to the file: under the site's policy and a sub-path, as
//! every test here. The files are read back with readers that others wrote.

use calamine::{Data, Reader, Xlsx};
use lokikirja_browser_tests::{Browser, Scope, Setup, flow, site_folder};
use std::{fs, io::Cursor};

/// The list's 100,000 rows are eight contacts again and again; this word leaves one of them.
const ONE_IN_EIGHT: &str = "alberts";
const N_FOUND: usize = 12_500;

/// What the gallery and its menu are called.
struct Names {
    list: &'static str,
    search: &'static str,
    export: &'static str,
    xlsx: &'static str,
    csv: &'static str,
    plain_csv: &'static str,
    notifications: &'static str,
    close: &'static str,
}

const ENGLISH: Names = Names {
    list: "List",
    search: "Search the list",
    export: "Export…",
    xlsx: "Excel workbook (.xlsx)",
    csv: "CSV for spreadsheets",
    plain_csv: "CSV for other programs",
    notifications: "Notifications",
    close: "Close",
};

const FINNISH: Names = Names {
    list: "Luettelo",
    search: "Etsi luettelosta",
    export: "Vie…",
    xlsx: "Excel-työkirja (.xlsx)",
    csv: "CSV taulukkolaskentaan",
    plain_csv: "CSV muille ohjelmille",
    notifications: "Ilmoitukset",
    close: "Sulje",
};

/// Opens the gallery and shows one contact in eight.
async fn open(browser: &Browser, names: &Names) {
    browser.open("#/gallery").await;
    let search = browser.searchbox(names.search).first();
    search.fill(ONE_IN_EIGHT).await;
    browser
        .grid(names.list)
        .has_attribute("aria-rowcount", &(N_FOUND + 1).to_string())
        .await;
}

async fn choose(browser: &Browser, names: &Names, item: &str) {
    browser.button(names.export).click().await;
    browser.menu_item(item).click().await;
}

/// Waits for the message that says how it went, and puts it away.
async fn told(browser: &Browser, names: &Names, sentence: &str) {
    let toasts = browser.region(names.notifications);
    toasts.says(sentence).await;
    toasts.button(names.close).click().await;
    toasts.button(names.close).gone().await;
}

/// What has been asked of the host that belongs to the program that writes files.
fn asked_for_export(browser: &Browser) -> Vec<String> {
    let requests = browser.site().requests();
    requests
        .into_iter()
        .filter(|line| line.contains("/export-"))
        .collect()
}

#[test]
fn a_list_becomes_a_workbook_and_what_writes_it_comes_when_asked() {
    flow(Setup::new(), async |browser| {
        open(browser, &ENGLISH).await;
        assert_eq!(asked_for_export(browser), [""; 0]);
        choose(browser, &ENGLISH, ENGLISH.xlsx).await;
        let (name, bytes) = browser.take_download(".xlsx").await;
        told(browser, &ENGLISH, "12,500 rows exported.").await;
        assert!(name.starts_with("List 20"), "{name}");
        assert_eq!(asked_for_export(browser).len(), 3);

        let mut book: Xlsx<_> =
            calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        let range = book.worksheet_range("List").expect("its sheet");
        let rows: Vec<&[Data]> = range.rows().collect();
        assert_eq!(rows.len(), N_FOUND + 1);
        let text = |text: &str| Data::String(text.to_owned());
        assert_eq!(rows[0][..3], ["No.", "Name", "Phone"].map(text));
        for (row, no) in [(rows[1], "CT000001"), (rows[N_FOUND], "CT012500")] {
            let expected = [no, "Amy Alberts", "+44 20 7946 0144", "JR"].map(text);
            assert_eq!(row[..4], expected);
            // 19 November 2026
            assert!(matches!(row[4], Data::DateTime(at) if at.as_f64() == 46_345.0));
            assert!(row.get(5).is_none_or(|next| *next == Data::Empty));
        }
    });
}

#[test]
fn csv_follows_the_language_and_guards_and_other_programs_get_it_plain() {
    flow(Setup::new().finnish(), async |browser| {
        open(browser, &FINNISH).await;
        choose(browser, &FINNISH, FINNISH.csv).await;
        let (name, bytes) = browser.take_download(".csv").await;
        told(browser, &FINNISH, "heittomerkki").await;
        assert!(name.starts_with("Luettelo 20"), "{name}");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = text.strip_prefix('\u{feff}').expect("the mark for Excel");
        let first = "CT000001;Amy Alberts;\"'+44 20 7946 0144\";JR;2026-11-19;";
        assert_eq!(text.lines().nth(1), Some(first));
        assert_eq!(n_records(text, b';'), N_FOUND);

        choose(browser, &FINNISH, FINNISH.plain_csv).await;
        let (_, bytes) = browser.take_download(".csv").await;
        told(
            browser,
            &FINNISH,
            "Älä avaa tätä tiedostoa taulukkolaskennassa",
        )
        .await;
        let text = String::from_utf8(bytes).expect("UTF-8");
        let first = "CT000001,Amy Alberts,\"+44 20 7946 0144\",JR,2026-11-19,";
        assert_eq!(text.lines().nth(1), Some(first));
        assert_eq!(n_records(&text, b','), N_FOUND);
    });
}

fn n_records(text: &str, separator: u8) -> usize {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(separator).from_reader(text.as_bytes());
    reader.records().filter(|record| record.is_ok()).count()
}

#[test]
fn a_long_export_shows_how_far_it_is_and_can_be_canceled() {
    flow(Setup::new(), async |browser| {
        browser.open("#/gallery").await;
        choose(browser, &ENGLISH, ENGLISH.xlsx).await;
        let progress = browser.region("Export");
        progress.says("of 100,000").await;
        progress.button("Cancel").click().await;
        told(browser, &ENGLISH, "Export canceled. No file was made.").await;
        progress.button("Cancel").gone().await;
        // Another can be started at once, and the canceled one leaves no file.
        browser
            .searchbox(ENGLISH.search)
            .first()
            .fill(ONE_IN_EIGHT)
            .await;
        choose(browser, &ENGLISH, ENGLISH.csv).await;
        browser.take_download(".csv").await;
        assert!(
            !fs::read_dir(browser.profile().join("downloads"))
                .expect("the folder")
                .any(|entry| entry.is_ok()),
            "nothing else was downloaded"
        );
    });
}

#[test]
fn a_damaged_or_missing_program_is_reported_and_the_page_goes_on() {
    for ending in ["_bg.wasm", ".js"] {
        let damaged = move |name: &str, mut file: Vec<u8>| {
            let is_program = name.starts_with("export-") && name.ends_with(ending);
            match (is_program, ending) {
                (true, ".js") => b"This is no program".to_vec(),
                (true, _) => {
                    file.pop();
                    file
                }
                _ => file,
            }
        };
        let setup = Setup::new().hosting(move |site| site.altered(Box::new(damaged)));
        flow(setup, async |browser| {
            browser.open("#/gallery").await;
            choose(browser, &ENGLISH, ENGLISH.csv).await;
            told(browser, &ENGLISH, "could not be loaded").await;
            browser.take_console().await;
            browser.button(ENGLISH.export).seen().await;
        });
    }
}

#[test]
fn the_library_that_writes_workbooks_is_not_in_the_page_s_program() {
    let holds = |stem: &str| {
        let files = fs::read_dir(site_folder()).expect("the built page");
        let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
        let mut programs = names.filter(|name| name.starts_with(stem) && name.ends_with(".wasm"));
        let program = programs.next().expect("the program");
        let bytes = fs::read(site_folder().join(program)).expect("its bytes");
        let part = b"xl/sharedStrings.xml";
        bytes.windows(part.len()).any(|bytes| bytes == part)
    };
    assert!(holds("export-"), "the test looks for the right thing");
    assert!(!holds("lokikirja-"));
}

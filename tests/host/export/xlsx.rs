//! Workbooks, read back by the `calamine` crate.

use super::{TEXTS, day, english, finnish, hundredths};
use calamine::{Data, Reader, Xlsx};
use chrono::{NaiveDate, NaiveTime};
use lokikirja_export::job::{FileFormat, Job, Order, Remarks};
use lokikirja_export::table::{Row, Table, Value};
use std::io::{Cursor, Read};

fn written(table: Table, rows: &[Row]) -> (Vec<u8>, Remarks) {
    let mut job = Job::start(FileFormat::Xlsx, table).expect("a workbook");
    job.push(rows).expect("rows");
    job.finish().expect("bytes")
}

/// The only sheet: its name and its cells, the headings first.
fn read(bytes: &[u8]) -> (String, Vec<Vec<Data>>) {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!(names.len(), 1);
    let formulas = book.worksheet_formula(&names[0]).expect("the sheet");
    assert!(formulas.used_cells().next().is_none(), "nothing runs");
    let range = book.worksheet_range(&names[0]).expect("the sheet");
    let cells = range.rows().map(<[Data]>::to_vec).collect();
    (names[0].clone(), cells)
}

/// One file inside the workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect("the part");
    file.read_to_string(&mut text).expect("text");
    text
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.clone(),
        other => panic!("{other:?} is no text"),
    }
}

#[test]
fn every_text_stays_a_text() {
    let rows: Vec<Row> = TEXTS
        .iter()
        .map(|text| vec![Value::Text((*text).into())])
        .collect();
    let (bytes, remarks) = written(english(&["Name"]), &rows);
    assert_eq!((remarks.n_rows, remarks.n_cut), (37, 0));
    let (_, cells) = read(&bytes);
    for (row, text) in cells[1..].iter().zip(TEXTS) {
        // Lines end as Excel's do, and NUL is no character of a sheet.
        let expected = text.replace("\r\n", "\n").replace('\r', "\n");
        assert_eq!(
            shown(&row[0]),
            expected.replace('\0', "\u{fffd}"),
            "{text:?}"
        );
    }
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"));
    assert!(
        sheet.contains("numberStoredAsText"),
        "no doubts about 00123"
    );
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("quotePrefix"), "edited, they stay texts");
}

#[test]
fn numbers_dates_and_times_are_typed() {
    let time = NaiveTime::from_hms_opt(14, 35, 0).expect("a time");
    let rows = vec![vec![
        Value::Whole(-318),
        hundredths(-123_450),
        hundredths(10),
        Value::Date(day()),
        Value::Time(time),
        Value::YesNo(true),
        Value::Blank,
        Value::Whole(1_234_567_890_123_456),
    ]];
    let columns = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let (bytes, _) = written(finnish(&columns), &rows);
    let (name, cells) = read(&bytes);
    assert_eq!(name, "Kontaktit");
    let row = &cells[1];
    assert_eq!(row[0], Data::Float(-318.0));
    assert_eq!(row[1], Data::Float(-1234.5));
    assert_eq!(row[2], Data::Float(0.1));
    let serials: Vec<f64> = row[3..5]
        .iter()
        .map(|cell| match cell {
            Data::DateTime(at) => at.as_f64(),
            other => panic!("{other:?} is no date"),
        })
        .collect();
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
    assert_eq!(serials[0], (day() - epoch).num_days() as f64);
    assert!((serials[1] - (14.0 * 60.0 + 35.0) / 1440.0).abs() < 1e-9);
    assert_eq!(shown(&row[5]), "Kyllä");
    assert_eq!(row[6], Data::Empty);
    assert_eq!(shown(&row[7]), "1234567890123456", "no digit is lost");
    // Built-in formats follow the language of whoever opens the file.
    let styles = part(&bytes, "xl/styles.xml");
    for number in [1, 4, 14, 20, 49] {
        assert!(
            styles.contains(&format!("numFmtId=\"{number}\"")),
            "{number}"
        );
    }
}

#[test]
fn days_outside_excels_calendar_are_kept_as_text() {
    let date = |y, m, d| Value::Date(NaiveDate::from_ymd_opt(y, m, d).expect("a day"));
    let rows = [
        date(1900, 2, 28),
        date(1900, 3, 1),
        date(9999, 12, 31),
        date(10_000, 1, 1),
    ];
    let rows: Vec<Row> = rows.into_iter().map(|date| vec![date]).collect();
    let (_, cells) = read(&written(english(&["Date"]), &rows).0);
    assert_eq!(shown(&cells[1][0]), "1900-02-28");
    assert!(matches!(cells[2][0], Data::DateTime(at) if at.as_f64() == 61.0));
    assert!(matches!(cells[3][0], Data::DateTime(at) if at.as_f64() == 2_958_465.0));
    assert_eq!(shown(&cells[4][0]), "+10000-01-01");
}

#[test]
fn headings_are_bold_stay_in_sight_and_filter() {
    let rows = vec![vec![Value::Text("x".repeat(100)), Value::Whole(1)]];
    let (bytes, _) = written(english(&["=Name", "No."]), &rows);
    let (_, cells) = read(&bytes);
    assert_eq!([shown(&cells[0][0]), shown(&cells[0][1])], ["=Name", "No."]);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"<autoFilter ref="A1:B2"/>"#), "{sheet}");
    assert!(sheet.contains(r#"ySplit="1" topLeftCell="A2""#), "{sheet}");
    assert!(sheet.contains(r#"state="frozen""#), "{sheet}");
    assert!(part(&bytes, "xl/styles.xml").contains("<b/>"));
    let widths: Vec<f64> = sheet
        .split("<col ")
        .skip(1)
        .filter_map(|col| {
            col.split("width=\"")
                .nth(1)?
                .split('"')
                .next()?
                .parse()
                .ok()
        })
        .collect();
    assert_eq!(
        widths.iter().map(|w| w.round()).collect::<Vec<_>>(),
        [61.0, 9.0]
    );
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_counted() {
    let units = |text: &str| text.encode_utf16().count();
    for c in ["a", "ä", "🙂"] {
        let fits = c.repeat(32_767 / units(c));
        let too_long = format!("{fits}{c}");
        let rows = [&fits, &too_long].map(|text| vec![Value::Text(text.clone())]);
        let (bytes, remarks) = written(english(&["Text"]), &rows);
        assert_eq!(remarks.n_cut, 1);
        let (_, cells) = read(&bytes);
        assert_eq!(shown(&cells[1][0]), fits);
        let cut = shown(&cells[2][0]);
        assert!(cut.ends_with('…') && units(&cut) <= 32_767 && units(&cut) > 32_760);
        assert!(too_long.starts_with(cut.trim_end_matches('…')));
    }
}

#[test]
fn characters_that_xml_forbids_do_not_break_the_file() {
    let all: String = ('\u{1}'..='\u{1f}')
        .chain(['\u{7f}', '\u{fffe}', '\u{ffff}'])
        .collect();
    let text = format!("a{all}b <&>\"'");
    let (bytes, _) = written(english(&["Text"]), &[vec![Value::Text(text)]]);
    let strings = part(&bytes, "xl/sharedStrings.xml");
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(strings.chars().all(is_allowed));
    let (_, cells) = read(&bytes);
    let read = shown(&cells[1][0]);
    assert!(
        read.starts_with('a') && read.ends_with("b <&>\"'"),
        "{read:?}"
    );
}

#[test]
fn a_table_without_rows_or_columns_is_a_workbook_too() {
    let (_, cells) = read(&written(english(&["a", "b"]), &[]).0);
    assert_eq!(cells.len(), 1);
    let (_, cells) = read(&written(english(&[]), &[]).0);
    assert!(cells.is_empty());
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    let rows = vec![vec![Value::Text("Adatum Oy".into()), Value::Date(day())]];
    let once = written(english(&["a", "b"]), &rows).0;
    assert_eq!(once, written(english(&["a", "b"]), &rows).0);
}

#[test]
fn what_is_told_to_the_worker_arrives_as_it_was_said() {
    let mut values: Row = TEXTS
        .iter()
        .map(|text| Value::Text((*text).into()))
        .collect();
    values.extend([
        hundredths(-5),
        Value::Date(day()),
        Value::YesNo(false),
        Value::Blank,
    ]);
    let said = serde_json::to_vec(&Order::Rows(vec![values.clone()])).expect("JSON");
    match serde_json::from_slice(&said) {
        Ok(Order::Rows(rows)) => assert_eq!(rows, [values]),
        other => panic!("{other:?}"),
    }
}

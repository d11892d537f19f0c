//! Comma-separated values, read back by the `csv` crate.

use super::{TEXTS, day, english, finnish, hundredths};
use chrono::NaiveTime;
use lokikirja_export::csv::{CsvFile, Dialect};
use lokikirja_export::guard::is_guarded_text;
use lokikirja_export::table::{Row, Table, Value};

fn written(table: Table, dialect: Dialect, rows: &[Row]) -> String {
    let mut file = CsvFile::new(table, dialect);
    rows.iter().for_each(|row| file.push(row));
    String::from_utf8(file.finish()).expect("UTF-8")
}

/// The records of a file, the headings first.
fn read(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| {
        let record = record.expect("a record as long as the others");
        record.iter().map(str::to_owned).collect()
    });
    records.collect()
}

/// One value of each kind.
fn kinds() -> Row {
    let time = |h, m, s| NaiveTime::from_hms_opt(h, m, s).expect("a time");
    vec![
        Value::Text("Adatum Oy".into()),
        Value::Whole(-12_345),
        hundredths(-123_450),
        hundredths(5),
        Value::Decimal {
            scaled: 7,
            decimals: 0,
        },
        Value::Date(day()),
        Value::Time(time(9, 5, 0)),
        Value::Time(time(14, 35, 7)),
        Value::YesNo(true),
        Value::YesNo(false),
        Value::Blank,
    ]
}

const KINDS: [&str; 11] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];

#[test]
fn finnish_excel_gets_semicolons_commas_and_a_mark() {
    let text = written(finnish(&KINDS), Dialect::Spreadsheet, &[kinds()]);
    assert_eq!(
        text,
        "\u{feff}a;b;c;d;e;f;g;h;i;j;k\r\n\
         Adatum Oy;-12345;-1234,50;0,05;7;2026-11-25;09:05;14:35:07;Kyllä;Ei;\r\n"
    );
}

#[test]
fn english_excel_gets_commas_points_and_a_mark() {
    let text = written(english(&KINDS), Dialect::Spreadsheet, &[kinds()]);
    assert_eq!(
        text,
        "\u{feff}a,b,c,d,e,f,g,h,i,j,k\r\n\
         Adatum Oy,-12345,-1234.50,0.05,7,2026-11-25,09:05,14:35:07,Yes,No,\r\n"
    );
}

#[test]
fn another_program_gets_the_same_in_every_language() {
    let expected = "a,b,c,d,e,f,g,h,i,j,k\r\n\
         Adatum Oy,-12345,-1234.50,0.05,7,2026-11-25,09:05,14:35:07,true,false,\r\n";
    for table in [finnish(&KINDS), english(&KINDS)] {
        assert_eq!(written(table, Dialect::Program, &[kinds()]), expected);
    }
}

#[test]
fn every_text_is_read_back_as_it_was_and_guarded_ones_with_an_apostrophe() {
    let rows: Vec<Row> = TEXTS
        .iter()
        .map(|text| vec![Value::Text((*text).into()), Value::Whole(-1)])
        .collect();
    for (table, dialect, separator) in [
        (finnish(&["a", "b"]), Dialect::Spreadsheet, b';'),
        (english(&["a", "b"]), Dialect::Spreadsheet, b','),
        (finnish(&["a", "b"]), Dialect::Program, b','),
    ] {
        let text = written(table, dialect, &rows);
        let records = read(&text, separator);
        assert_eq!(records.len(), TEXTS.len() + 1);
        for (record, original) in records[1..].iter().zip(TEXTS) {
            let guarded = is_guarded_text(original) && dialect == Dialect::Spreadsheet;
            let guard = if guarded { "'" } else { "" };
            assert_eq!(record[0], format!("{guard}{original}"));
            assert_eq!(record[1], "-1", "a number is never guarded");
            let is_formula = record[0].starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!is_formula || dialect == Dialect::Program);
        }
    }
}

#[test]
fn texts_that_begin_as_formulas_are_counted_and_headings_guarded_too() {
    let mut file = CsvFile::new(english(&["=a", "b"]), Dialect::Spreadsheet);
    for text in TEXTS {
        file.push(&[Value::Text((*text).into())]);
    }
    assert_eq!(file.n_guarded(), 22);
    let text = String::from_utf8(file.finish()).expect("UTF-8");
    assert!(text.starts_with("\u{feff}\"'=a\",b\r\n"), "{text}");
}

#[test]
fn blank_rows_and_no_rows_keep_their_shape() {
    let none = written(english(&["a", "b"]), Dialect::Spreadsheet, &[]);
    assert_eq!(none, "\u{feff}a,b\r\n");
    // A blank line would be skipped by readers.
    let blank = written(
        english(&["a"]),
        Dialect::Program,
        &[vec![Value::Blank], vec![]],
    );
    assert_eq!(blank, "a\r\n\"\"\r\n\"\"\r\n");
    let short = written(
        english(&["a", "b"]),
        Dialect::Program,
        &[vec![Value::Whole(1)]],
    );
    assert_eq!(short, "a,b\r\n1,\r\n");
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_comes_back(texts in proptest::collection::vec("(?s).{0,20}", 3)) {
        let row: Row = texts.iter().cloned().map(Value::Text).collect();
        let text = written(finnish(&["a", "b", "c"]), Dialect::Program, std::slice::from_ref(&row));
        proptest::prop_assert_eq!(&read(&text, b',')[1], &texts);
        let guarded = written(finnish(&["a", "b", "c"]), Dialect::Spreadsheet, &[row]);
        for (field, original) in read(&guarded, b';')[1].iter().zip(&texts) {
            let plain = field.strip_prefix('\'').filter(|rest| is_guarded_text(rest));
            proptest::prop_assert_eq!(plain.unwrap_or(field), original);
        }
    }
}

//! What is typed in Finnish and English, and what it means in no language.

use super::{COUNT, EVALUATION, MONEY, in_words, neutral, read};
use lokikirja::domain::filter::Kind;
use lokikirja::language::Lang::{self, En, Fi};

#[track_caller]
fn means(lang: Lang, kind: Kind, cases: &[(&str, &str)]) {
    for (typed, expected) in cases {
        assert_eq!(neutral(&read(lang, kind, typed)), *expected, "{typed}");
    }
}

#[test]
fn days_in_finnish() {
    means(
        Fi,
        Kind::Date,
        &[
            ("22.11.2026", "2026-11-22"),
            ("2.11.", "2026-11-02"),
            ("2.11", "2026-11-02"),
            ("2026-11-22", "2026-11-22"),
            ("221126", "2026-11-22"),
            ("5", "2026-12-05"),
            ("t", "t"),
            ("Tänään", "t"),
            ("eilen", "-1D"),
            ("huomenna", "1D"),
            ("k", "w"),
            ("käsittelypvm", "w"),
            ("w", "w"),
            ("-30P..t", "-30D..t"),
            ("-30d..t", "-30D..t"),
            ("-30 pv..tänään", "-30D..t"),
            ("-30..t", "-30D..t"),
            ("NK", "CM"),
            ("NVI+1VI", "CW+1W"),
            ("nvk+1vko", "CW+1W"),
            ("-1KK+NKK", "-1M+CM"),
            ("-1V", "-1Y"),
            ("1Q", "1Q"),
            ("VIP4", "WD4"),
            ("P10", "D10"),
            ("<-1M+CM>", "-1M+CM"),
            ("<-1M+CM>..<CM>", "-1M+CM..CM"),
            ("<<-1M>", "<-1M"),
            ("<><CM>", "<>CM"),
            ("k-1VI..k", "w-1W..w"),
            ("t + 1k", "1M"),
            ("1.11...30.11.", "2026-11-01..2026-11-30"),
            ("1.11...t", "2026-11-01..t"),
            ("..31.12.2026", "..2026-12-31"),
            ("1.1.2026..", "2026-01-01.."),
            ("11.2026", "2026-11-01..2026-11-30"),
            ("marraskuu 2026", "2026-11-01..2026-11-30"),
            ("2/2028", "2028-02-01..2028-02-29"),
            ("2026", "2026-01-01..2026-12-31"),
            ("<>2026", "<>2026-01-01..2026-12-31"),
            (">10.2026", ">2026-10-31"),
            (">=10.2026", ">=2026-10-01"),
            ("<10.2026", "<2026-10-01"),
            ("<=10.2026", "<=2026-10-31"),
            ("10.2026..11.2026", "2026-10-01..2026-11-30"),
            ("..2026", "..2026-12-31"),
            ("''|..-90P", "''|..-90D"),
            ("2712", "2026-12-27"),
        ],
    );
}

#[test]
fn days_in_english() {
    means(
        En,
        Kind::Date,
        &[
            ("22 Nov 2026", "2026-11-22"),
            ("22/11/2026", "2026-11-22"),
            ("22.11.2026", "2026-11-22"),
            ("2.11.", "2026-11-02"),
            ("2026-11-22", "2026-11-22"),
            ("today", "t"),
            ("yesterday", "-1D"),
            ("w", "w"),
            ("work date", "w"),
            ("workdate+1W", "w+1W"),
            ("-30D..t", "-30D..t"),
            ("CM", "CM"),
            ("cw+1w", "CW+1W"),
            ("<-1M+CM>", "-1M+CM"),
            ("Nov 2026", "2026-11-01..2026-11-30"),
            ("2026", "2026-01-01..2026-12-31"),
            ("2026-11", "2026-11-01..2026-11-30"),
            ("3 Dec", "2026-12-03"),
            ("5 May|6 May", "2026-05-05|2026-05-06"),
        ],
    );
}

#[test]
fn times() {
    let cases = [
        ("14.35", "14:35"),
        ("14:35", "14:35"),
        ("1435", "14:35"),
        ("9", "09:00"),
        ("8.00..9.30", "08:00..09:30"),
        ("..12", "..12:00"),
    ];
    for lang in Lang::ALL {
        means(lang, Kind::Time, &cases);
    }
    means(En, Kind::Time, &[("2:35 pm", "14:35")]);
    means(Fi, Kind::Time, &[("klo 14.35", "14:35")]);
}

#[test]
fn numbers() {
    means(
        Fi,
        MONEY,
        &[
            ("8,50", "8.50"),
            ("8.5", "8.50"),
            ("1 234,50 €", "1234.50"),
            ("-5", "-5.00"),
            ("..8,50", "..8.50"),
            ("8,50..10", "8.50..10.00"),
            ("<>0", "<>0.00"),
        ],
    );
    means(En, MONEY, &[("1,234.50", "1234.50"), ("€8", "8.00")]);
    for lang in Lang::ALL {
        means(
            lang,
            COUNT,
            &[("1|3..5", "1|3..5"), (">-1", ">-1"), ("1 000", "1000")],
        );
    }
    let three = Kind::Number { decimals: 3 };
    means(Fi, three, &[("8,125", "8.125"), ("1 000,5", "1000.500")]);
    means(En, three, &[("8.125", "8.125"), ("1,000.5", "1000.500")]);
}

#[test]
fn durations() {
    means(
        Fi,
        Kind::Duration,
        &[
            ("15", "15"),
            ("1 h 30 min..", "90.."),
            ("1,5 t", "90"),
            (">1:30", ">90"),
        ],
    );
    means(En, Kind::Duration, &[("1.5 h", "90"), ("15 mins", "15")]);
}

#[test]
fn values_of_lists() {
    let [fi, en] = [super::captions(Fi), super::captions(En)];
    for (lang, captions) in [(Fi, fi), (En, en)] {
        for (at, caption) in captions.iter().enumerate() {
            let expected = at.to_string();
            means(
                lang,
                EVALUATION,
                &[(caption, &expected), (&caption.to_lowercase(), &expected)],
            );
        }
    }
    means(
        En,
        EVALUATION,
        &[
            ("pos", "1"),
            ("neu", "2"),
            ("very p", "0"),
            ("'positive'|neg", "1|3"),
            ("..neu", "..2"),
            ("<>''", "<>''"),
        ],
    );
}

#[test]
fn yes_and_no() {
    for (lang, yes, no) in [
        (Fi, "kyllä", "ei"),
        (Fi, "Kylla", "E"),
        (En, "yes", "NO"),
        (En, "y", "n"),
    ] {
        means(
            lang,
            Kind::YesNo,
            &[(yes, "1"), (no, "0"), (&format!("<>{no}"), "<>0")],
        );
    }
}

#[test]
fn texts() {
    let cases = [
        ("Adatum", "Adatum"),
        ("  Adatum Oy  ", "Adatum Oy"),
        ("=Adatum", "Adatum"),
        ("A|B&C", "A|B&C"),
        ("(A|B)&C", "(A|B)&C"),
        ("((A))", "A"),
        ("A|(B|C)", "A|B|C"),
        ("(A&B)&C", "A&B&C"),
        ("A | B", "A|B"),
        ("@*oy*", "@*oy*"),
        ("@ oy", "@oy"),
        ("**a**", "*a*"),
        ("Hans?n", "Hans?n"),
        ("<>A*", "<>A*"),
        ("''", "''"),
        ("<>''", "<>''"),
        ("@''", "''"),
        ("''''", "''''"),
        ("'J & V'*", "'J & V'*"),
        ("'A*B'", "'A*B'"),
        ("'plain'", "plain"),
        ("' a '", "' a '"),
        ("O'Brien", "O'Brien"),
        ("'O''Brien'", "O'Brien"),
        ("'it''s'", "it's"),
        ("'''s'", "'''s'"),
        ("*'a'", "*a"),
        ("kaisa@adatum.fi", "kaisa@adatum.fi"),
        ("*@adatum.fi", "*@adatum.fi"),
        ("'@a'", "'@a'"),
        ("a=b", "a=b"),
        ("Bicycle..Car", "Bicycle..Car"),
        ("..Car", "..Car"),
        ("Car..", "Car.."),
        ("<>A..C", "<>A..C"),
        ("Ltd.", "Ltd."),
        ("'Ltd.'..", "'Ltd.'.."),
        ("'...'", "'...'"),
        (">=B", ">=B"),
        ("*", "*"),
    ];
    for lang in Lang::ALL {
        means(lang, Kind::Text, &cases);
    }
}

#[test]
fn codes_are_upper_case() {
    for lang in Lang::ALL {
        means(
            lang,
            Kind::Code,
            &[
                ("ct000012", "CT000012"),
                ("ct1..ct2", "CT1..CT2"),
                ("<>phone*", "<>PHONE*"),
                ("@a*", "@A*"),
                ("' '", "''"),
            ],
        );
    }
}

#[test]
fn each_language_prints_in_its_own_words() {
    let filter = read(En, Kind::Date, "-30D..t|w+1W|CM|WD4|22 Nov 2026");
    let print = |lang| in_words(lang, |words| filter.print(words));
    assert_eq!(print(Fi), "-30P..t|k+1VI|NK|VIP4|22.11.2026");
    assert_eq!(
        print(En).replace('\u{a0}', " "),
        "-30D..t|w+1W|CM|WD4|22 Nov 2026"
    );
    let filter = read(En, Kind::YesNo, "yes");
    assert_eq!(in_words(Fi, |words| filter.print(words)), "Kyllä");
    let filter = read(Fi, MONEY, "1234,5..");
    assert_eq!(in_words(En, |words| filter.print(words)), "1,234.50..");
    let filter = read(En, EVALUATION, "neutral");
    assert_eq!(
        in_words(Fi, |words| filter.print(words)),
        super::captions(Fi)[2]
    );
}

#[test]
fn relative_filters_are_known() {
    for text in ["t", "..w", "1.1.2026|-1D", "(<CM>)&>=w"] {
        assert!(read(Fi, Kind::Date, text).is_relative(), "{text}");
    }
    for text in ["1.1.2026", "11.2026", "''"] {
        assert!(!read(Fi, Kind::Date, text).is_relative(), "{text}");
    }
}

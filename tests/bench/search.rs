//! How long a key pressed in a search takes among 100,000 contacts: `cargo bench --bench search`.
//!
//! Made-up names of the usual lengths. Each line is the slowest of some runs, typed key by key as in
//! a lookup (narrowing from what was found before) and at once as in the list of contacts.

use lokikirja::domain::search::{Search, TextIndex, Wanted};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

const N: u32 = 100_000;
/// So many are offered.
const OFFERED: usize = 30;
/// Runs of each measurement.
const RUNS: u32 = 5;

const FIRST: [&str; 20] = [
    "Aino", "Mikko", "Kaisa", "Eero", "Äijö", "Pekka", "Sirpa", "Yrjö", "Helmi", "Onni", "Väinö",
    "Anna", "John", "Maria", "Timo", "Leena", "Juhani", "Tuula", "Kalevi", "Päivi",
];
const BEGINNINGS: [&str; 24] = [
    "Virta",
    "Mäki",
    "Nieme",
    "Korho",
    "Heiski",
    "Laakso",
    "Hämälä",
    "Rauta",
    "Koski",
    "Järve",
    "Salo",
    "Lehto",
    "Kallio",
    "Aalto",
    "Saari",
    "Laiti",
    "Peltoma",
    "Ranta",
    "Suoma",
    "Tikka",
    "Öhma",
    "Wester",
    "Lind",
    "Berg",
];
const MIDDLES: [&str; 16] = [
    "", "n", "lan", "ris", "po", "ka", "tar", "vel", "si", "mo", "hel", "ju", "ke", "ro", "tu",
    "va",
];
const ENDS: [&str; 12] = [
    "nen", "la", "lä", "niemi", "maa", "ranta", "mäki", "joki", "qvist", "ström", "salo", "lainen",
];
const TRADES: [&str; 10] = [
    "Rakennus Oy",
    "Kuljetus Oy",
    "Kukkakauppa",
    "Consulting Ltd",
    "Trading Oyj",
    "Leipomo Ky",
    "Sähkö Oy",
    "Design Studio",
    "Apteekki",
    "Metalli Oy Ab",
];

fn any<'a>(of: &[&'a str], n: u32) -> &'a str {
    of[n as usize % of.len()]
}

/// Well spread and the same each time.
fn mixed(n: u32) -> u32 {
    let n = (n ^ (n >> 16)).wrapping_mul(0x7feb_352d);
    let n = (n ^ (n >> 15)).wrapping_mul(0x846c_a68b);
    n ^ (n >> 16)
}

fn contact(n: u32) -> (String, String) {
    let r = mixed(n);
    let middle = any(&MIDDLES, r >> 20);
    let surname = format!("{}{middle}{}", any(&BEGINNINGS, r), any(&ENDS, r >> 8));
    let company = format!("{surname} {}", any(&TRADES, r >> 12));
    let (name, of) = if n.is_multiple_of(4) {
        (company, String::new())
    } else {
        (format!("{} {surname}", any(&FIRST, r >> 16)), company)
    };
    let phone = format!("+358 40 {:03} {:04}", r % 1000, (r >> 10) % 10_000);
    let digits: String = phone.chars().filter(|c| *c != ' ').collect();
    let mail = format!(
        "info{n}@{}.example",
        any(&BEGINNINGS, r >> 4).to_lowercase()
    );
    (
        format!("{name}\nCT{n:06}"),
        format!("{of}\n{phone}\n{digits}\nHelsinki\n{mail}"),
    )
}

fn slowest(mut work: impl FnMut()) -> Duration {
    let times = (0..RUNS).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    times.max().unwrap_or_default()
}

fn say(what: &str, took: Duration) {
    println!("{:9.3} ms  {what}", took.as_secs_f64() * 1e3);
}

fn main() {
    let contacts: Vec<_> = (0..N).map(contact).collect();
    let mut index = TextIndex::default();
    let took = slowest(|| {
        index = TextIndex::with_capacity(contacts.len());
        for (head, rest) in &contacts {
            index.push(head, rest);
        }
    });
    say("all texts folded", took);
    let took = slowest(|| {
        let mut copy = TextIndex::with_capacity(index.len());
        for place in 0..N {
            copy.push_from(&index, place);
        }
        black_box(copy);
    });
    say("all texts taken over unchanged", took);

    let index = Arc::new(index);
    for typed in [
        "aino virtanen",
        "mäkinen",
        "ct0999",
        "hämäläinen rakennus",
        "virtanne",
        "hämläniemi",
        "westerqvits consutling",
        "0405",
        "zzzzzzzz",
    ] {
        let mut search = Search::new(index.clone());
        let mut worst = Duration::ZERO;
        let mut total = Duration::ZERO;
        let mut n = 0;
        for (end, c) in typed.char_indices() {
            let wanted = Wanted::new(&typed[..end + c.len_utf8()]);
            let start = Instant::now();
            let hits = search.best(&wanted, OFFERED, |_| true);
            let took = start.elapsed();
            worst = worst.max(took);
            total += took;
            n = hits.len();
        }
        say(
            &format!("{typed:?}, slowest key of a lookup ({n} offered)"),
            worst,
        );
        say(&format!("{typed:?}, all its keys"), total);
        let wanted = Wanted::new(typed);
        let at_once = slowest(|| {
            black_box(index.best(&wanted, OFFERED, |_| true));
        });
        say(&format!("{typed:?}, looked up at once"), at_once);
        let in_list = slowest(|| {
            black_box(index.find(&wanted));
        });
        say(&format!("{typed:?}, in the list"), in_list);
    }
}

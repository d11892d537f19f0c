//! Opening a company, and not opening it (D7).

use super::{KEY, book, kept, must, records, shelf};
use crate::contract::{at, meta, new_salesperson, rev, set_up};
use lokikirja::book::open::{self, Company};
use lokikirja::book::{OpenError, Sentinel};
use lokikirja::journal::memory::MemoryShelf;
use lokikirja::journal::storage::{Opening, Shelf, Slot, Storage, Store, Value};
use lokikirja::journal::{JournalError, Meta, Ownership};
use pollster::block_on;

fn opened(shelf: &MemoryShelf, sentinel: Option<&Sentinel>) -> Result<(), OpenError> {
    block_on(open::open(shelf, KEY, sentinel)).map(drop)
}

#[test]
fn a_company_nobody_knows_of_is_missing() {
    let shelf = MemoryShelf::new();
    assert_eq!(opened(&shelf, None), Err(OpenError::Missing));
    assert_eq!(
        block_on(shelf.companies()),
        Ok(Vec::new()),
        "and is not created"
    );
    // Created and never described: the browser ended in between.
    let storage = block_on(shelf.open(KEY, Opening::OrNew)).expect("it opens");
    storage.close();
    assert_eq!(opened(&shelf, None), Err(OpenError::Missing));
}

#[test]
fn a_sound_company_opens_with_its_sentinel() {
    let shelf = shelf();
    let mut book = book(&shelf);
    let old = book.sentinel();
    let expected = Sentinel {
        created_at: at(0),
        revision: rev(1),
        n_rows: 3,
    };
    assert_eq!(old, expected, "setup, series, contact");
    assert_eq!(opened(&shelf, Some(&old)), Ok(()));
    must(&mut book, new_salesperson(1));
    let new = book.sentinel();
    assert_eq!((new.revision, new.n_rows), (rev(2), 4));
    assert_eq!(opened(&shelf, Some(&new)), Ok(()));
    // The browser ended before the last sentinel was kept.
    assert_eq!(opened(&shelf, Some(&old)), Ok(()));
}

#[test]
fn a_company_that_was_emptied_is_noticed_and_left_alone() {
    let shelf = shelf();
    let expected = book(&shelf).sentinel();
    let emptied = |found| {
        let expected = expected.clone();
        Err(OpenError::Emptied { expected, found })
    };
    block_on(shelf.delete(KEY)).expect("deleted");
    assert_eq!(opened(&shelf, Some(&expected)), emptied(None));
    assert_eq!(block_on(shelf.companies()), Ok(Vec::new()));
    block_on(shelf.open(KEY, Opening::OrNew)).expect("it opens");
    assert_eq!(opened(&shelf, Some(&expected)), emptied(None));

    // Another company stands there, or an older state of this one, or one with a row less.
    let mut other = block_on(open::create(&shelf, KEY, &meta(KEY))).expect("created");
    let found = Some(other.sentinel());
    assert_eq!(opened(&shelf, Some(&expected)), emptied(found));
    must(&mut other, set_up());
    assert_eq!(opened(&shelf, Some(&expected)), Ok(()));
    for remembered in [
        Sentinel {
            created_at: at(1),
            ..expected.clone()
        },
        Sentinel {
            revision: rev(2),
            ..expected.clone()
        },
        Sentinel {
            n_rows: 4,
            ..expected.clone()
        },
    ] {
        let answer = opened(&shelf, Some(&remembered));
        let emptied = OpenError::Emptied {
            expected: remembered,
            found: Some(expected.clone()),
        };
        assert_eq!(answer, Err(emptied));
    }
    // Going on with what there is is a choice of the user.
    assert_eq!(opened(&shelf, None), Ok(()));
    assert_eq!(kept(&shelf), records(&other));
}

#[test]
fn a_damaged_company_says_so_and_stays_as_it_is() {
    let shelf = shelf();
    let storage = block_on(shelf.open(KEY, Opening::Existing)).expect("it opens");
    let half = Value::Text("{\"format\":1,\"body\":{\"at\":".into());
    storage.damage(Store::Journal, &Slot::Number(1), Some(half.clone()));
    let answer = opened(&shelf, None);
    let Err(OpenError::Journal(JournalError::Damaged { place, .. })) = &answer else {
        panic!("{answer:?}");
    };
    assert_eq!(place, "journal 1");
    let found = block_on(storage.read(&[lokikirja::journal::storage::Want::All(Store::Journal)]));
    assert_eq!(found, Ok(vec![vec![(Slot::Number(1), half)]]));
}

#[test]
fn two_tabs_may_create_the_same_company() {
    let shelf = MemoryShelf::new();
    let mut first = block_on(open::create(&shelf, KEY, &meta(KEY))).expect("created");
    must(&mut first, set_up());
    let other = Meta {
        name: "Toinen".into(),
        created_at: at(9),
        ownership: Ownership::Demo,
    };
    let second = block_on(open::create(&shelf, KEY, &other)).expect("opened");
    assert_eq!(second.meta(), &meta(KEY));
    assert_eq!(records(&second), records(&first));
}

#[test]
fn companies_are_listed_with_what_is_wrong_with_them() {
    let shelf = shelf();
    for key in ["demo", "rikki"] {
        block_on(open::create(&shelf, key, &meta(key))).expect("created");
    }
    block_on(shelf.open("aloitettu", Opening::OrNew)).expect("it opens");
    let broken = block_on(shelf.open("rikki", Opening::Existing)).expect("it opens");
    let newer = Value::Text("{\"format\":2,\"body\":0}".into());
    broken.damage(Store::Meta, &Slot::text("company"), Some(newer));
    let company = |key: &str, meta| Company {
        key: key.into(),
        meta,
    };
    let newer = JournalError::Newer {
        found: Some(2),
        known: 1,
    };
    let expected = vec![
        company("aloitettu", Ok(None)),
        company("demo", Ok(Some(meta("demo")))),
        company(KEY, Ok(Some(meta(KEY)))),
        company("rikki", Err(newer)),
    ];
    assert_eq!(block_on(open::companies(&shelf)), Ok(expected));
}

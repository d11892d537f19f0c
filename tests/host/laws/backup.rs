//! The laws of backups: whatever was done to a company, its backup is the company.

use super::cases;
use super::commands::take;
use super::steps::{beginning, step};
use crate::backup::{Bytes, HostTools, PASSPHRASE, backup, content, look, restore};
use crate::desk::Desk;
use lokikirja::backup::Protection;
use lokikirja::book::open;
use pollster::block_on;
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_restored_company_is_the_company(steps in vec(step(), 1..30), is_sealed in any::<bool>()) {
        let mut desk = Desk::with("");
        for step in beginning().into_iter().chain(steps) {
            take(&mut desk, step)?;
        }
        let journal = desk.journal();
        let expected = content(&journal);
        let passphrase = is_sealed.then_some(PASSPHRASE);
        let protection = passphrase.map_or(Protection::Open, Protection::Passphrase);
        let (file, _): (Bytes, _) = backup(&journal, protection, &HostTools::all());
        desk.fold();
        prop_assert_eq!(&content(&journal), &expected);
        journal.close();

        let found = look(&file, passphrase);
        prop_assert_eq!(found.map(|found| found.n_damaged), Ok(0));
        let answer = restore(&file, passphrase, &desk.shelf, "restored");
        prop_assert_eq!(answer, Ok(()));
        let book = block_on(open::open(&desk.shelf, "restored", None));
        let book = book.expect("a restored company opens");
        let records = book.records();
        prop_assert_eq!(&*records.borrow(), &desk.records);
        book.close();
        let journal = crate::backup::journal(&desk.shelf, "restored");
        prop_assert_eq!(content(&journal), expected);
    }
}

//! A backup from before a contact was erased does not bring it back.

use super::*;
use crate::contract::all_that_is_kept;
use crate::desk::Desk;
use crate::domain::privacy::{count, marked};
use lokikirja::book::{erase_in_other_states, erased_on_device, open};
use lokikirja::domain::contact::Contact;
use lokikirja::domain::privacy::ErasedContact;
use lokikirja::domain::{Revision, Table};

/// What the desk writes now.
fn file_of(desk: &Desk) -> Bytes {
    let journal = desk.journal();
    let (file, _) = backup(&journal, Protection::Open, &HostTools::default());
    journal.close();
    file
}

/// What was erased in the desk's company, for whoever restores a file of it.
fn since(desk: &Desk) -> RestoreAs {
    let found = block_on(erased_on_device(
        &desk.shelf,
        chrono::DateTime::UNIX_EPOCH,
        None,
    ));
    let found = found.expect("memory can be read");
    assert_eq!(found.n_unreadable, 0);
    RestoreAs {
        name: None,
        erased: found.erased,
    }
}

#[test]
fn a_backup_from_before_is_erased_again() {
    let mut desk = marked();
    let old = file_of(&desk);
    assert!(count(&String::from_utf8_lossy(&old.0)) > 20);
    let id = desk.contact("P1");
    desk.erase("P1");
    for folded in [false, true] {
        if folded {
            desk.fold();
        }
        let company = format!("restored {folded}");
        let restored = restore_as(&old, None, &desk.shelf, &company, since(&desk));
        assert_eq!(restored.map(|it| it.n_erased_again), Ok(1));
        let kept = block_on(all_that_is_kept(&desk.shelf, &company));
        assert_eq!(count(&kept), 0);
        let book = block_on(open::open(&desk.shelf, &company, None)).expect("it opens");
        assert_eq!(book.damage(), []);
        let records = book.records().borrow().clone();
        assert!(records.get::<ErasedContact>(id).is_some());
        assert_eq!(records.count(Table::Contact), 2);
        assert_eq!(records.count(Table::LogEntry), 4);
        book.close();
    }
}

/// A file from before it was even created says afterwards that it was erased; and what was erased in a company that was
/// itself restored is known from there.
#[test]
fn what_a_file_has_not_heard_of_is_said_in_what_is_restored() {
    let mut desk = Desk::with("contact C1 Adatum");
    let old = file_of(&desk);
    let id = desk.create_contact("no P1; name Anna");
    desk.erase("P1");
    let restored = restore_as(&old, None, &desk.shelf, "restored", since(&desk));
    assert_eq!(restored.map(|it| it.n_erased_again), Ok(0));
    let erased = block_on(journal(&desk.shelf, "restored").erased());
    let ids = erased.map(|rows| rows.into_iter().map(|row| row.id).collect::<Vec<_>>());
    assert_eq!(ids, Ok(vec![id]));
    assert_eq!(since(&desk).erased.len(), 2, "both states know it");
}

/// A file that knows of all that was erased is restored as it is, with what can be undone.
#[test]
fn a_backup_from_afterwards_is_restored_whole() {
    let mut desk = marked();
    desk.erase("P1");
    desk.change_contact("P2", "city Turku");
    let file = file_of(&desk);
    let restored = restore_as(&file, None, &desk.shelf, "restored", since(&desk));
    assert_eq!(restored.map(|it| it.n_erased_again), Ok(0));
    let (here, there) = (desk.journal(), journal(&desk.shelf, "restored"));
    assert_eq!(content(&there), content(&here));
    here.close();
}

/// One that is not the company's own, and one that cannot be read, are told apart.
#[test]
fn what_was_erased_is_known_by_company() {
    let mut desk = marked();
    desk.erase("P1");
    let other = example(&desk.shelf);
    other.close();
    let of = |created_at, besides| {
        let found = block_on(erased_on_device(&desk.shelf, created_at, besides));
        let found = found.expect("memory can be read");
        (found.erased.len(), found.n_unreadable)
    };
    assert_eq!(of(chrono::DateTime::UNIX_EPOCH, None), (1, 0));
    assert_eq!(of(at(0), None), (1, 0), "the example's own");
    assert_eq!(of(at(0), Some("desk")), (2, 0));
    assert_eq!(of(at(7), None), (0, 0));
    let storage = block_on(desk.shelf.open("example", Opening::Existing)).expect("it opens");
    let slot = lokikirja::journal::storage::Slot::text("company");
    let store = lokikirja::journal::storage::Store::Meta;
    storage.damage(store, &slot, Some(text("?")));
    assert_eq!(of(chrono::DateTime::UNIX_EPOCH, None), (1, 1));
    storage.damage(store, &slot, None);
}

/// A tombstone takes its place in the order of rows, also among others and behind all.
#[test]
fn many_are_erased_again_in_order() {
    let mut desk = Desk::with("contact C1 Adatum; contact C2 Fabrikam");
    let mut ids = Vec::new();
    for n in 0..600 {
        ids.push(desk.create_contact(&format!("no N{n}; name N")));
    }
    let old = file_of(&desk);
    for n in (0..600).step_by(7) {
        desk.erase(&format!("N{n}"));
    }
    let restored = restore_as(&old, None, &desk.shelf, "restored", since(&desk));
    assert_eq!(restored.map(|it| it.n_erased_again), Ok(86));
    let book = block_on(open::open(&desk.shelf, "restored", None)).expect("it opens");
    let records = book.records().borrow().clone();
    assert_eq!(records.all::<Contact>().count(), 602 - 86);
    assert_eq!(records.all::<ErasedContact>().count(), 86);
    assert!(records.revision() > Revision(600));
    assert_eq!(book.damage(), []);
    book.close();
}

/// A state that was restored before the contact was erased forgets it too; another company does not.
#[test]
fn other_states_of_the_company_are_erased_too() {
    let mut desk = marked();
    let old = file_of(&desk);
    for company in ["aside", "damaged"] {
        assert_eq!(restore(&old, None, &desk.shelf, company), Ok(()));
    }
    example(&desk.shelf).close();
    let storage = block_on(desk.shelf.open("damaged", Opening::Existing)).expect("it opens");
    let slot = lokikirja::journal::blocks::first_slot(Table::Contact);
    let store = lokikirja::journal::storage::Store::Snapshot;
    storage.damage(store, &slot, Some(text("?")));
    let id = desk.contact("P1");
    desk.erase("P1");
    let action = desk.new_action();
    let this = (chrono::DateTime::UNIX_EPOCH, "desk");
    let erased = erase_in_other_states(&desk.shelf, this, id, action, &desk.moment);
    let (changed, n_failed) = block_on(erased).expect("memory can be read");
    let names: Vec<_> = changed.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!((names, n_failed), (vec!["aside"], 1));
    let kept = block_on(all_that_is_kept(&desk.shelf, "aside"));
    assert_eq!(count(&kept), 0);
    // A second time there is nothing to do.
    let again = erase_in_other_states(&desk.shelf, this, id, action, &desk.moment);
    assert_eq!(block_on(again), Ok((Vec::new(), 1)));
}

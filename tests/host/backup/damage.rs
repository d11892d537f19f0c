//! What is not whole is refused, and nothing comes of it.

use super::*;
use lokikirja::backup::FORMAT;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// A small company with something in it: its files are short enough to try every length.
fn small(shelf: &MemoryShelf) -> Journal<Memory> {
    let journal = block_on(crate::contract::founded(shelf, "small"));
    block_on(crate::contract::append_creations(&journal, 1..=3));
    journal
}

fn files() -> [(Bytes, Option<&'static str>); 2] {
    let source = small(&MemoryShelf::new());
    let (open, _) = backup(&source, Protection::Open, &HostTools::all());
    let sealing = Protection::Passphrase(PASSPHRASE);
    let (sealed, _) = backup(&source, sealing, &HostTools::all());
    [(open, None), (sealed, Some(PASSPHRASE))]
}

/// Damaged, of a sealed file that it cannot be opened; never anything else, and never a panic.
#[track_caller]
fn is_refused(file: &Bytes, passphrase: Option<&str>, what: &str) {
    // The first line may say that nothing is sealed, or that something is.
    let answer = block_on(async {
        let opened = Opened::new(file.clone(), HostTools::all()).await?;
        if let Some(passphrase) = passphrase.filter(|_| opened.is_sealed()) {
            opened.unlock(passphrase).await?;
        }
        backup::look_through(&opened, &mut |_, _| true).await
    });
    let is_refused = matches!(
        answer,
        Err(BackupError::Damaged { .. }
            | BackupError::NotOpened
            | BackupError::NotABackup
            | BackupError::Newer)
    );
    assert!(is_refused, "{what}: {answer:?}");
}

#[test]
fn every_cut_is_refused() {
    for (file, passphrase) in files() {
        for length in 0..file.0.len() {
            let cut = Bytes(file.0[..length].to_vec());
            is_refused(&cut, passphrase, &format!("the first {length} bytes"));
        }
        let mut longer = file.clone();
        longer.0.push(0);
        is_refused(&longer, passphrase, "a byte more");
    }
}

#[test]
fn a_thousand_flipped_bits_are_refused() {
    let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    for (file, passphrase) in files() {
        for _ in 0..1_000 {
            let bit = random.next_u64() as usize % (file.0.len() * 8);
            let mut flipped = file.clone();
            flipped.0[bit / 8] ^= 1 << (bit % 8);
            // Other rounds are what the next test is about: many more would take minutes.
            let rounds = passphrase.and_then(|_| memchr::memmem::find(&file.0, b"600000"));
            if rounds.is_some_and(|at| (at..at + 6).contains(&(bit / 8))) {
                continue;
            }
            is_refused(&flipped, passphrase, &format!("bit {bit} flipped"));
        }
    }
}

fn header_length(file: &Bytes) -> usize {
    let end = file.0.iter().position(|byte| *byte == b'\n');
    end.expect("a first line")
}

/// Every bit of the salt and the nonce, and all else that the first line says.
#[test]
fn an_altered_or_exchanged_first_line_is_refused() {
    let [(_, _), (file, passphrase)] = files();
    let line = String::from_utf8(file.0[..=header_length(&file)].to_vec()).expect("text");
    let rest = &file.0[line.len()..];
    let with = |line: &str| Bytes([line.as_bytes(), rest].concat());
    for (from, to) in [
        ("\"rounds\":600000", "\"rounds\":600001"),
        ("\"rounds\":600000", "\"rounds\":1"),
        ("\"rounds\":600000", "\"rounds\":0"),
        ("\"rounds\":600000", "\"rounds\":4000000000"),
        ("\"packed\":\"gzip\"", "\"packed\":null"),
        ("\"salt\":\"01", "\"salt\":\"00"),
        ("\"nonce\":\"11", "\"nonce\":\"12"),
        ("\"nonce\":\"11", "\"nonce\":\""),
        ("AES-256-GCM", "AES-128-GCM"),
        ("\"format\":1", "\"format\": 1"),
        ("\"format\":1", "\"format\":0"),
        ("backup", "BACKUP"),
    ] {
        let other = line.replacen(from, to, 1);
        assert_ne!(other, line, "{from} is there");
        is_refused(&with(&other), passphrase, to);
    }
    let sealing = Protection::Passphrase(PASSPHRASE);
    let tools = HostTools::all();
    let source = small(&MemoryShelf::new());
    backup(&source, sealing, &tools);
    let (other, _) = backup(&source, sealing, &tools);
    let line = &other.0[..=header_length(&other)];
    let exchanged = Bytes([line, rest].concat());
    is_refused(&exchanged, passphrase, "the first line of another file");
}

/// One message for all: nobody can tell a wrong passphrase from a damaged file.
#[test]
fn a_wrong_passphrase_and_a_damaged_file_are_one() {
    let [_, (file, passphrase)] = files();
    assert_eq!(look(&file, Some("väärä")), Err(BackupError::NotOpened));
    let mut flipped = file.clone();
    let middle = flipped.0.len() / 2;
    flipped.0[middle] ^= 1;
    assert_eq!(look(&flipped, passphrase), Err(BackupError::NotOpened));
    let cut = Bytes(file.0[..file.0.len() - 40].to_vec());
    assert_eq!(look(&cut, passphrase), Err(BackupError::NotOpened));
    let opened = block_on(Opened::new(file, HostTools::all())).expect("it opens");
    let answer = block_on(backup::look_through(&opened, &mut |_, _| true));
    assert_eq!(
        answer,
        Err(BackupError::NotOpened),
        "without any passphrase"
    );
}

#[test]
fn a_newer_format_is_named() {
    let [(file, _), _] = files();
    let line = String::from_utf8(file.0[..=header_length(&file)].to_vec()).expect("text");
    let newer = line.replacen(&format!(":{FORMAT},"), ":2,\"new\":true,", 1);
    let rest = &file.0[line.len()..];
    let newer = Bytes([newer.as_bytes(), rest].concat());
    assert_eq!(look(&newer, None), Err(BackupError::Newer));
}

#[test]
fn what_is_no_backup_is_named() {
    for bytes in ["", "\n", "PK\u{3}\u{4}", "{\"lokikirja\":\"view\"}\n", "{}"] {
        let file = Bytes(bytes.as_bytes().to_vec());
        assert_eq!(look(&file, None), Err(BackupError::NotABackup), "{bytes:?}");
    }
}

/// A browser that lacks something says so, and does not call the file damaged.
#[test]
fn a_browser_that_cannot_says_so() {
    let [(open, _), (sealed, passphrase)] = files();
    let answer = opened(&sealed, HostTools::default(), passphrase).map(drop);
    assert_eq!(answer, Err(BackupError::CannotEncrypt));
    let opened = opened(&open, HostTools::default(), None).expect("it opens");
    let answer = block_on(backup::look_through(&opened, &mut |_, _| true));
    assert_eq!(answer, Err(BackupError::CannotUnpack));
}

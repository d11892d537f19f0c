//! The stored format: `docs/backup-format.md`. An example of each wrapping lies in
//! `tests/host/golden/backup-1`; every older one must still be read. `UPDATE_EXPECT=1` writes them anew,
//! which is right only for a format that no release has written yet.

use super::*;
use std::path::PathBuf;

fn stored(name: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/host/golden/backup-1");
    PathBuf::from(folder).join(name)
}

/// The example of this name, written anew if that is asked for.
fn golden(name: &str, written: &Bytes) -> Bytes {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(stored(name), &written.0).expect("the example is written");
    }
    Bytes(std::fs::read(stored(name)).expect("a stored example"))
}

#[test]
fn a_backup_is_written_in_format_1() {
    let source = example(&MemoryShelf::new());
    let (file, _) = backup(&source, Protection::Open, &HostTools::default());
    assert!(golden("open.lokikirja", &file) == file);
}

#[test]
fn backups_of_format_1_are_read() {
    let shelf = MemoryShelf::new();
    let source = example(&shelf);
    let expected = content(&source);
    let tools = HostTools::all;
    let sealing = Protection::Passphrase(PASSPHRASE);
    for (name, passphrase, (now, _)) in [
        (
            "open.lokikirja",
            None,
            backup(&source, Protection::Open, &HostTools::default()),
        ),
        (
            "packed.lokikirja",
            None,
            backup(&source, Protection::Open, &tools()),
        ),
        (
            "sealed.lokikirja",
            Some(PASSPHRASE),
            backup(&source, sealing, &tools()),
        ),
    ] {
        let file = golden(name, &now);
        let found = look(&file, passphrase);
        assert_eq!(
            found.map(|found| found.n_bytes),
            Ok(file.0.len() as u64),
            "{name}"
        );
        assert_eq!(restore(&file, passphrase, &shelf, name), Ok(()), "{name}");
        assert_eq!(content(&journal(&shelf, name)), expected, "{name}");
    }
}

/// What was written before contacts could be erased is read as it was.
#[test]
fn backups_from_before_erasing_are_read() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/host/golden/before-erasing"
    );
    let file = std::fs::read(PathBuf::from(folder).join("packed.lokikirja"));
    let file = Bytes(file.expect("a stored example"));
    let shelf = MemoryShelf::new();
    assert_eq!(restore(&file, None, &shelf, "before"), Ok(()));
    let before = content(&journal(&shelf, "before"));
    let now = content(&example(&shelf));
    let rows = |text: &str| -> Vec<String> {
        let rows = text.lines().filter(|line| line.starts_with("{\"row\""));
        let known = rows.filter(|line| !line.contains("ErasedContact"));
        known.map(str::to_owned).collect()
    };
    assert!(rows(&before) == rows(&now), "the same rows");
    assert!(now.contains("ErasedContact") && !before.contains("ErasedContact"));
}

/// Fresh salt and nonces: the same company sealed twice is not the same file.
#[test]
fn nothing_is_sealed_twice_alike() {
    let source = example(&MemoryShelf::new());
    let sealing = Protection::Passphrase(PASSPHRASE);
    let tools = HostTools::all();
    let (one, _) = backup(&source, sealing, &tools);
    let (other, _) = backup(&source, sealing, &tools);
    let n_same = one
        .0
        .iter()
        .zip(&other.0)
        .skip(300)
        .filter(|(a, b)| a == b)
        .count();
    assert!(n_same < one.0.len() / 50, "{n_same} bytes are the same");
    let text = String::from_utf8_lossy(&one.0);
    assert!(
        !text.contains("Esimerkki") && !text.contains("Contact"),
        "{text}"
    );
}

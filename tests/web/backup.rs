//! Packing and sealing as this browser does it: what others have written is read, and what is not whole is
//! refused.

use crate::contract::{Bytes, append_creations, founded};
use lokikirja::backup::{
    self, BackupError, Found, Opened, PIECE_BYTES, Protection, RestoreAs, ToolError, Tools,
};
use lokikirja::browser::clock;
use lokikirja::browser::tools::BrowserTools;
use lokikirja::journal::What;
use lokikirja::journal::indexed_db::IndexedDbShelf;
use lokikirja::journal::storage::{Opening, Shelf};
use lokikirja::journal::{Journal, Told};
use wasm_bindgen_test::wasm_bindgen_test;

const PASSPHRASE: &str = "kolme sanaa räntäsateessa";

async fn look(file: &[u8], passphrase: Option<&str>) -> Result<Found, BackupError> {
    let opened = Opened::new(Bytes(file.to_vec()), BrowserTools).await?;
    if let Some(passphrase) = passphrase {
        opened.unlock(passphrase).await?;
    }
    backup::look_through(&opened, &mut |_, _| true).await
}

/// A known answer, computed by Python's `hashlib` and `cryptography`.
#[wasm_bindgen_test]
async fn keys_and_seals_are_those_of_the_standards() {
    let key = BrowserTools.key("salasana ä", b"0123456789abcdef", 600_000);
    let key = key.await.expect("a key");
    let nonce = *b"nonce-of-12.";
    let sealed = BrowserTools
        .seal(&key, &nonce, b"about", b"Lokikirja")
        .await;
    assert_eq!(sealed, Ok(KNOWN.to_vec()));
    let opened = BrowserTools.open(&key, &nonce, b"about", &KNOWN).await;
    assert_eq!(opened, Ok(b"Lokikirja".to_vec()));
    for at in 0..KNOWN.len() {
        let mut flipped = KNOWN;
        flipped[at] ^= 1;
        let opened = BrowserTools.open(&key, &nonce, b"about", &flipped).await;
        assert_eq!(opened, Err(ToolError::Refused), "byte {at}");
    }
    let opened = BrowserTools.open(&key, &nonce, b"About", &KNOWN).await;
    assert_eq!(opened, Err(ToolError::Refused), "something else beside it");
    let opened = BrowserTools.open(&key, &nonce, b"about", &KNOWN[..8]).await;
    assert_eq!(opened, Err(ToolError::Refused), "shorter than a tag");
}

/// The stored examples were packed and sealed by other libraries.
#[wasm_bindgen_test]
async fn examples_of_format_1_are_read() {
    let open = include_bytes!("../host/golden/backup-1/open.lokikirja");
    let packed = include_bytes!("../host/golden/backup-1/packed.lokikirja");
    let sealed = include_bytes!("../host/golden/backup-1/sealed.lokikirja");
    let expected = look(open, None).await.expect("it is sound");
    for (file, passphrase) in [(packed.as_slice(), None), (sealed, Some(PASSPHRASE))] {
        let found = look(file, passphrase).await.expect("it is sound");
        assert_eq!(found.counts, expected.counts);
        assert_eq!(found.about, expected.about);
    }
    assert_eq!(
        look(sealed, Some("väärä")).await,
        Err(BackupError::NotOpened)
    );
    let mut flipped = sealed.to_vec();
    flipped[2_000] ^= 4;
    assert_eq!(
        look(&flipped, Some(PASSPHRASE)).await,
        Err(BackupError::NotOpened)
    );
    let mut flipped = packed.to_vec();
    flipped[2_000] ^= 4;
    let answer = look(&flipped, None).await;
    assert!(
        matches!(answer, Err(BackupError::Damaged { .. })),
        "{answer:?}"
    );
}

#[wasm_bindgen_test]
async fn what_unpacks_into_more_than_allowed_is_refused() {
    let zeros = vec![0; 20 * PIECE_BYTES];
    let packed = BrowserTools.pack(&zeros).await.expect("packed");
    assert!(packed.len() < PIECE_BYTES / 4, "{}", packed.len());
    let unpacked = BrowserTools.unpack(&packed, PIECE_BYTES).await;
    assert_eq!(unpacked, Err(ToolError::Refused));
    let unpacked = BrowserTools.unpack(&packed, zeros.len()).await;
    assert!(unpacked == Ok(zeros), "unpacked as it was");
    for bad in [&packed[..packed.len() - 1], b"no gzip", b""] {
        let unpacked = BrowserTools.unpack(bad, PIECE_BYTES).await;
        assert_eq!(unpacked, Err(ToolError::Refused), "{} bytes", bad.len());
    }
}

/// The whole way, on real databases and with real tools.
#[wasm_bindgen_test]
async fn a_company_goes_through_a_sealed_file_into_another_database() {
    let shelf = IndexedDbShelf::new(|_, _| ());
    let source = founded(&shelf, "backup-source").await;
    append_creations(&source, 1..=50).await;
    let mut file = Bytes::default();
    let written = backup::write(
        &source,
        What::All,
        (clock::now(), "test"),
        Protection::Passphrase(PASSPHRASE),
        &BrowserTools,
        &mut file,
        &mut |_| true,
    )
    .await;
    let written = written.expect("it is written");
    let found = look(&file.0, Some(PASSPHRASE)).await.expect("it is sound");
    assert_eq!(found.counts, written.counts);

    shelf.delete("backup-target").await.expect("room");
    let target = shelf
        .open("backup-target", Opening::OrNew)
        .await
        .expect("it opens");
    let opened = Opened::new(file, BrowserTools).await.expect("ours");
    opened.unlock(PASSPHRASE).await.expect("a key");
    let restored = backup::restore(&opened, target, RestoreAs::default(), &mut |_, _| true).await;
    assert_eq!(restored.map(|it| it.about), Ok(written.about));
    let target = shelf
        .open("backup-target", Opening::Existing)
        .await
        .expect("it opens");
    assert_eq!(told(&Journal::new(target)).await, told(&source).await);
}

async fn told<S: lokikirja::journal::storage::Storage>(journal: &Journal<S>) -> Vec<Told> {
    let mut told = Vec::new();
    let mut each = async |part| {
        told.push(part);
        Ok::<_, BackupError>(())
    };
    journal.tell(What::All, &mut each).await.expect("it reads");
    told
}

const KNOWN: [u8; 25] = [
    0x0f, 0x83, 0x8b, 0x83, 0x13, 0x05, 0xbf, 0x28, 0xfc, 0x40, 0xf8, 0x6e, 0xd1, 0x30, 0xbd, 0x59,
    0x8f, 0x57, 0x5b, 0xa4, 0x2a, 0x12, 0x6f, 0xe8, 0xf1,
];

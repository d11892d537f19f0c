//! Files that somebody has made up: what they ask for is bounded, and they are refused at once. They carry a
//! right checksum, since a checksum proves nothing of intent.

use super::*;
use lokikirja::backup::{MAX_FILE_BYTES, MAX_LINE_BYTES, PIECE_BYTES, Source, Tools};
use sha2::{Digest, Sha256};

const PLAIN: &str = "{\"lokikirja\":\"backup\",\"format\":1,\"packed\":null,\"sealed\":null}\n";
const PACKED: &str =
    "{\"lokikirja\":\"backup\",\"format\":1,\"packed\":\"gzip\",\"sealed\":null}\n";

/// A file of these pieces, as they lie in it.
fn framed(header: &str, pieces: &[&[u8]]) -> Bytes {
    let mut file = header.as_bytes().to_vec();
    for piece in pieces {
        file.extend((piece.len() as u32).to_be_bytes());
        file.extend_from_slice(piece);
    }
    file.extend([0; 4]);
    let sum = Sha256::digest(&file);
    file.extend(sum);
    Bytes(file)
}

/// A file of this content.
fn of(content: &str) -> Bytes {
    let pieces: Vec<&[u8]> = content.as_bytes().chunks(PIECE_BYTES).collect();
    framed(PLAIN, &pieces)
}

#[track_caller]
fn damaged(file: &Bytes, what: &str) {
    let answer = look(file, None);
    let is_damaged = matches!(answer, Err(BackupError::Damaged { .. }));
    assert!(is_damaged, "{what}: {answer:?}");
}

/// The content of the example, to be altered.
fn sound() -> String {
    content(&example(&MemoryShelf::new()))
}

#[test]
fn what_is_framed_here_is_read() {
    assert!(look(&of(&sound()), None).is_ok());
}

#[test]
fn lines_out_of_place_are_refused() {
    let sound = sound();
    let lines: Vec<&str> = sound.lines().collect();
    for n in 0..lines.len() {
        let mut without = lines.clone();
        without.remove(n);
        damaged(
            &of(&(without.join("\n") + "\n")),
            &format!("without line {n}"),
        );
        let mut twice = lines.clone();
        twice.insert(n, lines[n]);
        damaged(&of(&(twice.join("\n") + "\n")), &format!("line {n} twice"));
        if n > 0 {
            let mut exchanged = lines.clone();
            exchanged.swap(n - 1, n);
            damaged(
                &of(&(exchanged.join("\n") + "\n")),
                &format!("line {n} earlier"),
            );
        }
    }
    damaged(&of(sound.trim_end()), "without the last end of a line");
    damaged(&of(&(sound.clone() + "{}\n")), "a line behind the end");
    damaged(&of(&(sound + " ")), "a blank behind the end");
}

#[test]
fn rows_that_are_none_are_refused() {
    let sound = sound();
    let deep = "[".repeat(100_000);
    for bad in [
        "\0",
        "\u{feff}",
        "{\"row\":[1,{\"Secret\":{}}]}",
        "{\"row\":[2,null]}",
        &deep,
    ] {
        let (first, rest) = sound.split_once('\n').expect("lines");
        damaged(
            &of(&format!("{first}\n{bad}\n{rest}")),
            bad.get(..20).unwrap_or(bad),
        );
    }
    let utf16: Vec<u8> = sound.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let pieces: Vec<&[u8]> = utf16.chunks(PIECE_BYTES).collect();
    damaged(&framed(PLAIN, &pieces), "UTF-16");
    let not_utf8 = [b"{\"about\":\"\xff\xfe\"}\n".as_slice()];
    damaged(&framed(PLAIN, &not_utf8), "no UTF-8");
}

/// Rows of a newer version of the app are not called damaged.
#[test]
fn rows_of_a_newer_format_are_named() {
    let newer = sound().replacen("\"rows_format\":1", "\"rows_format\":2,\"new\":[]", 1);
    assert_eq!(look(&of(&newer), None), Err(BackupError::Newer));
}

/// Nothing unpacks into more than a piece, whatever it packs.
#[test]
fn a_piece_that_unpacks_into_more_is_refused() {
    let bomb = block_on(HostTools::all().pack(&vec![b'\n'; 50_000_000])).expect("packed");
    assert!(bomb.len() < PIECE_BYTES, "{} bytes", bomb.len());
    damaged(&framed(PACKED, &[&bomb]), "a bomb");
    let twice = vec![b' '; PIECE_BYTES + 1];
    damaged(&framed(PLAIN, &[&twice]), "a long piece");
    damaged(&framed(PLAIN, &[b"", b""]), "no piece");
    damaged(&framed(PLAIN, &[b"short", b"and another"]), "short pieces");
}

/// A line that does not end is not waited for.
#[test]
fn a_line_without_an_end_is_refused() {
    let piece = vec![b' '; PIECE_BYTES];
    let packed = block_on(HostTools::all().pack(&piece)).expect("packed");
    let n = MAX_LINE_BYTES / PIECE_BYTES + 2;
    let pieces = vec![packed.as_slice(); n];
    assert_eq!(
        look(&framed(PACKED, &pieces), None),
        Err(BackupError::TooLarge)
    );
}

/// A file that says of itself that it is long.
struct Long;

impl Source for Long {
    fn n_bytes(&self) -> u64 {
        MAX_FILE_BYTES + 1
    }

    async fn read(&self, _: u64, _: usize) -> Result<Vec<u8>, BackupError> {
        panic!("nothing of it is read")
    }
}

#[test]
fn a_file_that_is_too_long_is_not_begun() {
    let answer = block_on(Opened::new(Long, HostTools::all())).map(drop);
    assert_eq!(answer, Err(BackupError::TooLarge));
}

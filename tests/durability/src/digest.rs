//! All rows in one figure, whatever they lie in. The driver has the same file, so both figure alike.

use lokikirja::domain::Records;
use lokikirja::journal::codec;

/// The rows of all tables in their order, each with the revision that wrote it: FNV-1a, 64 bits.
pub fn digest(records: &Records) -> String {
    let mut digest: u64 = 0xcbf2_9ce4_8422_2325;
    for (row, revision) in records.rows() {
        for byte in codec::bare_text(&(revision, row)).bytes() {
            digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{digest:016x}")
}

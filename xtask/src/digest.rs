//! What built files are known by: hashes, as names and as pages carry them.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};
use std::fmt::Write;

/// Sixteen hexadecimal digits that change when the content does: for the names of files.
pub fn short(content: impl AsRef<[u8]>) -> String {
    let mut digits = String::new();
    for byte in &Sha384::digest(content)[..8] {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// What browsers hold a file to: `sha384-…`.
pub fn integrity(content: impl AsRef<[u8]>) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_of_one_digest_and_change_with_the_content() {
        // The digest of nothing, as RFC 6234 has it.
        assert_eq!(short(""), "38b060a751ac9638");
        assert!(integrity("").starts_with(
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        ));
        assert_ne!(short("a"), short("b"));
    }
}

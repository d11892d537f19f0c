//! The first line of the file: which format, and how the rest is packed and sealed. In plain text, so that
//! everybody can tell what the file is; sealed pieces hold it as what is authenticated beside them.

use super::BackupError;
use serde::{Deserialize, Serialize};

/// The format that is written.
pub const FORMAT: u32 = 1;
/// How often PBKDF2 goes round in what is written.
pub const ROUNDS: u32 = 600_000;
/// More rounds than this are not gone: the page would stand waiting for a made-up file.
const MAX_ROUNDS: u32 = 10_000_000;
/// The line is shorter than this.
pub(super) const MAX_HEADER_BYTES: usize = 1_024;
/// How every file begins.
const BEGINNING: &[u8] = b"{\"lokikirja\":\"backup\",\"format\":";

/// What the first line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    lokikirja: String,
    format: u32,
    /// How pieces are packed; none: not at all.
    pub packed: Option<Packing>,
    /// How pieces are sealed; none: not at all.
    pub sealed: Option<Sealing>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Packing {
    #[serde(rename = "gzip")]
    Gzip,
}

/// How pieces are sealed. Nothing here is secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealing {
    cipher: Cipher,
    key: Derivation,
    pub rounds: u32,
    /// 16 bytes.
    #[serde(with = "hex")]
    pub salt: Vec<u8>,
    /// The first 7 bytes of every nonce.
    #[serde(with = "hex")]
    pub nonce: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Cipher {
    #[serde(rename = "AES-256-GCM")]
    Aes256Gcm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Derivation {
    #[serde(rename = "PBKDF2-SHA-256")]
    Pbkdf2Sha256,
}

impl Header {
    pub fn new(packed: Option<Packing>, sealed: Option<Sealing>) -> Self {
        Self {
            lokikirja: "backup".into(),
            format: FORMAT,
            packed,
            sealed,
        }
    }

    /// The line, with its end.
    pub fn line(&self) -> String {
        let mut line = serde_json::to_string(self).expect("texts and numbers are JSON");
        line.push('\n');
        line
    }

    /// Reads the line, with its end: only as it is written.
    pub fn read(line: &[u8]) -> Result<Self, BackupError> {
        if !line.starts_with(BEGINNING) {
            return Err(BackupError::NotABackup);
        }
        let digits = &line[BEGINNING.len()..];
        let n_digits = digits.iter().take_while(|byte| byte.is_ascii_digit());
        let format = std::str::from_utf8(&digits[..n_digits.count()]);
        let format: Option<u32> = format.ok().and_then(|digits| digits.parse().ok());
        if format.is_some_and(|format| format > FORMAT) {
            return Err(BackupError::Newer);
        }
        let text = std::str::from_utf8(line).map_err(BackupError::damaged)?;
        let header: Self = serde_json::from_str(text).map_err(BackupError::damaged)?;
        let sealed_well = header.sealed.as_ref().is_none_or(Sealing::is_sound);
        if header.format != FORMAT || header.line().as_bytes() != line || !sealed_well {
            return Err(BackupError::damaged(
                "the first line is not as it is written",
            ));
        }
        Ok(header)
    }
}

impl Sealing {
    pub fn new(salt: [u8; 16], nonce: [u8; 7]) -> Self {
        Self {
            cipher: Cipher::Aes256Gcm,
            key: Derivation::Pbkdf2Sha256,
            rounds: ROUNDS,
            salt: salt.to_vec(),
            nonce: nonce.to_vec(),
        }
    }

    fn is_sound(&self) -> bool {
        let lengths = (self.salt.len(), self.nonce.len());
        lengths == (16, 7) && (1..=MAX_ROUNDS).contains(&self.rounds)
    }

    /// The nonce of a piece: a file's key is its own, so the number of the piece is enough to make it the
    /// only one; the last byte tells the last piece, so that no file is cut unnoticed.
    pub fn nonce_of(&self, piece: u32, is_last: bool) -> [u8; 12] {
        let mut nonce = [0; 12];
        nonce[..7].copy_from_slice(&self.nonce);
        nonce[7..11].copy_from_slice(&piece.to_be_bytes());
        nonce[11] = u8::from(is_last);
        nonce
    }
}

/// Bytes as hexadecimal digits.
mod hex {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use std::fmt::Write;

    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        let mut digits = String::new();
        for byte in bytes {
            // Writing to a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
        }
        to.serialize_str(&digits)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let digits = String::deserialize(from)?;
        let pairs = digits.as_bytes().chunks(2);
        let byte = |pair: &[u8]| {
            let pair = std::str::from_utf8(pair)
                .ok()
                .filter(|pair| pair.len() == 2)?;
            u8::from_str_radix(pair, 16).ok()
        };
        let bytes: Option<Vec<u8>> = pairs.map(byte).collect();
        bytes.ok_or_else(|| D::Error::custom("not hexadecimal"))
    }
}

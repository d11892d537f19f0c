//! Packing and sealing without a browser, by other people's libraries: what they read and write is what the
//! format says, not what our code happens to do.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use lokikirja::backup::{ToolError, Tools};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::{Read, Write};

/// The tools. What is random in a browser is counted here.
#[derive(Default)]
pub struct HostTools {
    pub packs: bool,
    pub encrypts: bool,
    pub n_random: Cell<u8>,
}

impl HostTools {
    pub fn all() -> Self {
        Self {
            packs: true,
            encrypts: true,
            n_random: Cell::new(0),
        }
    }
}

/// A passphrase, a salt and rounds.
type Asked = (String, Vec<u8>, u32);

thread_local! {
    /// 600,000 rounds take their time.
    static KEYS: RefCell<BTreeMap<Asked, [u8; 32]>> = RefCell::default();
}

impl Tools for HostTools {
    type Key = Aes256Gcm;

    fn can_pack(&self) -> bool {
        self.packs
    }

    async fn pack(&self, bytes: &[u8]) -> Result<Vec<u8>, ToolError> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::default());
        packer.write_all(bytes).expect("memory takes all");
        Ok(packer.finish().expect("memory takes all"))
    }

    async fn unpack(&self, bytes: &[u8], most: usize) -> Result<Vec<u8>, ToolError> {
        if !self.packs {
            return Err(ToolError::Missing);
        }
        let mut unpacked = Vec::new();
        let mut unpacker = GzDecoder::new(bytes);
        let read = unpacker
            .by_ref()
            .take(most as u64 + 1)
            .read_to_end(&mut unpacked);
        if read.is_err() || unpacked.len() > most {
            return Err(ToolError::Refused);
        }
        Ok(unpacked)
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), ToolError> {
        for byte in bytes {
            self.n_random.set(self.n_random.get().wrapping_add(1));
            *byte = self.n_random.get();
        }
        Ok(())
    }

    async fn key(
        &self,
        passphrase: &str,
        salt: &[u8],
        rounds: u32,
    ) -> Result<Aes256Gcm, ToolError> {
        if !self.encrypts {
            return Err(ToolError::Missing);
        }
        let asked: Asked = (passphrase.to_owned(), salt.to_vec(), rounds);
        let key = KEYS.with_borrow_mut(|keys| {
            *keys.entry(asked).or_insert_with(|| {
                pbkdf2::pbkdf2_hmac_array::<sha2::Sha256, 32>(passphrase.as_bytes(), salt, rounds)
            })
        });
        Ok(Aes256Gcm::new(&key.into()))
    }

    async fn seal(
        &self,
        key: &Aes256Gcm,
        nonce: &[u8; 12],
        aad: &[u8],
        msg: &[u8],
    ) -> Result<Vec<u8>, ToolError> {
        let sealed = key.encrypt(Nonce::from_slice(nonce), Payload { msg, aad });
        sealed.map_err(|_| ToolError::Refused)
    }

    async fn open(
        &self,
        key: &Aes256Gcm,
        nonce: &[u8; 12],
        aad: &[u8],
        msg: &[u8],
    ) -> Result<Vec<u8>, ToolError> {
        let opened = key.decrypt(Nonce::from_slice(nonce), Payload { msg, aad });
        opened.map_err(|_| ToolError::Refused)
    }

    async fn pause(&self) {}
}

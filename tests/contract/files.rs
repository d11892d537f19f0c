//! Files in memory, for backups.

use lokikirja::backup::{BackupError, Sink, Source};

/// A file in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Sink for Bytes {
    async fn write(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

impl Source for Bytes {
    fn n_bytes(&self) -> u64 {
        self.0.len() as u64
    }

    async fn read(&self, from: u64, n_bytes: usize) -> Result<Vec<u8>, BackupError> {
        let from = usize::try_from(from).expect("memory is small");
        Ok(self.0[from..from + n_bytes].to_vec())
    }
}

//! A file that the user has chosen, read bit by bit.

use super::save_file::failed;
use crate::backup::{BackupError, Source};
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// The file.
#[derive(Clone, Debug)]
pub struct ChosenFile(File);

impl ChosenFile {
    /// The file that was chosen in a field; the field is blank afterwards, so that the same file can be chosen
    /// again.
    pub fn take(field: &HtmlInputElement) -> Option<Self> {
        let file = field.files().and_then(|files| files.get(0));
        field.set_value("");
        file.map(Self)
    }

    /// What the file is called.
    pub fn name(&self) -> String {
        self.0.name()
    }
}

impl Source for ChosenFile {
    fn n_bytes(&self) -> u64 {
        // Whole, and below 2^53.
        self.0.size() as u64
    }

    async fn read(&self, from: u64, n_bytes: usize) -> Result<Vec<u8>, BackupError> {
        let (from, end) = (from as f64, (from + n_bytes as u64) as f64);
        let piece = self.0.slice_with_f64_and_f64(from, end);
        let piece = piece.map_err(|error| failed(&error))?;
        let bytes = JsFuture::from(piece.array_buffer()).await;
        let bytes = Uint8Array::new(&bytes.map_err(|error| failed(&error))?);
        if bytes.length() as usize != n_bytes {
            let detail = "the file has become shorter".into();
            return Err(BackupError::File { detail });
        }
        Ok(bytes.to_vec())
    }
}

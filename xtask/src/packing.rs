//! Files packed with brotli, as good hosts send them.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Packs with the highest settings, as hosts do for files that are packed once.
///
/// # Errors
/// When the packer refuses.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let highest = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &highest)?;
    Ok(packed)
}

/// Packs every file of a folder, by its path.
///
/// # Errors
/// When one cannot be read.
pub fn folder(folder: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    let packed = files.into_iter().map(|file| {
        let packed = brotli(&fs::read(&file)?)?;
        Ok((file, packed))
    });
    packed.collect()
}

/// Lists the files of a folder and of those in it.
///
/// # Errors
/// When one cannot be read.
pub fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

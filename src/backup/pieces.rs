//! Pieces: the content cut into equal pieces, each packed, and sealed if the file is; and the checksum at the
//! end.
//!
//! Equal, so that nothing unpacks into more than a piece, and the page goes on between two of them.

use super::header::{Header, MAX_HEADER_BYTES, Packing, Sealing};
use super::{BackupError, MAX_CONTENT_BYTES, MAX_FILE_BYTES, Sink, Source, ToolError, Tools};
use sha2::{Digest, Sha256};

/// So long is every piece of the content but the last, which may be shorter.
pub const PIECE_BYTES: usize = 256 * 1024;
/// So long a piece may be in the file. Packing makes what cannot be packed a little longer.
const MAX_STORED_BYTES: usize = PIECE_BYTES + 4_096;
/// How long a checksum is.
const SUM_BYTES: usize = 32;
/// So much of a file is read at once.
const READ_BYTES: usize = 4 * PIECE_BYTES;

/// What protects the pieces of a file.
pub(super) struct Seal<K> {
    pub sealing: Sealing,
    pub key: K,
}

/// Writes a file, from its header on.
pub(super) struct PieceWriter<'a, T: Tools, S: Sink> {
    tools: &'a T,
    sink: &'a mut S,
    header: String,
    packed: Option<Packing>,
    seal: Option<Seal<T::Key>>,
    sum: Sha256,
    waiting: Vec<u8>,
    n_pieces: u32,
    n_bytes: u64,
}

impl<'a, T: Tools, S: Sink> PieceWriter<'a, T, S> {
    pub async fn begin(
        tools: &'a T,
        sink: &'a mut S,
        seal: Option<Seal<T::Key>>,
    ) -> Result<Self, BackupError> {
        let packed = tools.can_pack().then_some(Packing::Gzip);
        let sealing = seal.as_ref().map(|seal| seal.sealing.clone());
        let header = Header::new(packed, sealing).line();
        let mut writer = Self {
            tools,
            sink,
            header: header.clone(),
            packed,
            seal,
            sum: Sha256::new(),
            waiting: Vec::new(),
            n_pieces: 0,
            n_bytes: 0,
        };
        writer.put(header.as_bytes()).await?;
        Ok(writer)
    }

    /// Writes more of the content.
    pub async fn write(&mut self, mut content: &[u8]) -> Result<(), BackupError> {
        while !content.is_empty() {
            // The last piece is told from the others, so a full one waits until something follows it.
            if self.waiting.len() == PIECE_BYTES {
                self.end_piece(false).await?;
            }
            let room = PIECE_BYTES - self.waiting.len();
            let (now, later) = content.split_at(room.min(content.len()));
            self.waiting.extend_from_slice(now);
            content = later;
        }
        Ok(())
    }

    /// Writes the end. Gives how long the file is.
    pub async fn finish(mut self) -> Result<u64, BackupError> {
        self.end_piece(true).await?;
        self.put(&0_u32.to_be_bytes()).await?;
        let sum = std::mem::take(&mut self.sum).finalize();
        self.sink.write(&sum).await?;
        Ok(self.n_bytes + SUM_BYTES as u64)
    }

    async fn end_piece(&mut self, is_last: bool) -> Result<(), BackupError> {
        let mut stored = match self.packed {
            Some(Packing::Gzip) => {
                let packed = self.tools.pack(&self.waiting).await;
                packed.map_err(|_| BackupError::CannotUnpack)?
            }
            None => self.waiting.clone(),
        };
        self.waiting.clear();
        if let Some(Seal { sealing, key }) = &self.seal {
            let nonce = sealing.nonce_of(self.n_pieces, is_last);
            let about = self.header.as_bytes();
            let sealed = self.tools.seal(key, &nonce, about, &stored).await;
            stored = sealed.map_err(|_| BackupError::CannotEncrypt)?;
        }
        self.n_pieces += 1;
        let length = u32::try_from(stored.len()).expect("a piece is short");
        let mut framed = length.to_be_bytes().to_vec();
        framed.append(&mut stored);
        self.put(&framed).await?;
        self.tools.pause().await;
        Ok(())
    }

    async fn put(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        self.sum.update(bytes);
        self.n_bytes += bytes.len() as u64;
        self.sink.write(bytes).await
    }
}

/// The beginning of a file, read: how it is packed and sealed.
#[derive(Clone, Debug)]
pub(super) struct Beginning {
    pub header: Header,
    line: Vec<u8>,
}

impl Beginning {
    /// Reads the beginning of a file.
    pub async fn read(source: &impl Source) -> Result<Self, BackupError> {
        if source.n_bytes() > MAX_FILE_BYTES {
            return Err(BackupError::TooLarge);
        }
        let n_bytes = source.n_bytes().min(MAX_HEADER_BYTES as u64) as usize;
        let mut line = source.read(0, n_bytes).await?;
        match line.iter().position(|byte| *byte == b'\n') {
            Some(end) => line.truncate(end + 1),
            // A file that was cut off in its first line is still one of ours.
            None => {
                Header::read(&line)?;
                return Err(BackupError::damaged("the first line does not end"));
            }
        }
        let header = Header::read(&line)?;
        Ok(Self { header, line })
    }
}

/// Reads the pieces of a file.
pub(super) struct PieceReader<'a, T: Tools, S: Source> {
    tools: &'a T,
    source: &'a S,
    beginning: &'a Beginning,
    key: Option<&'a T::Key>,
    sum: Sha256,
    /// What was read of the file and not taken yet.
    ahead: Vec<u8>,
    taken: usize,
    at: u64,
    n_pieces: u32,
    n_content: u64,
    /// The length of the piece that comes next; 0: there is none.
    next: usize,
}

impl<'a, T: Tools, S: Source> PieceReader<'a, T, S> {
    pub async fn begin(
        tools: &'a T,
        source: &'a S,
        beginning: &'a Beginning,
        key: Option<&'a T::Key>,
    ) -> Result<Self, BackupError> {
        let mut reader = Self {
            tools,
            source,
            beginning,
            key,
            sum: Sha256::new_with_prefix(&beginning.line),
            ahead: Vec::new(),
            taken: 0,
            at: beginning.line.len() as u64,
            n_pieces: 0,
            n_content: 0,
            next: 0,
        };
        reader.next = reader.length().await?;
        if reader.next == 0 {
            return Err(BackupError::damaged("nothing is in it"));
        }
        Ok(reader)
    }

    /// How much of the file was read, of how much.
    pub fn progress(&self) -> (u64, u64) {
        let waiting = (self.ahead.len() - self.taken) as u64;
        (self.at - waiting, self.source.n_bytes())
    }

    /// The next piece of the content; none once the end was reached and the checksum is right.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, BackupError> {
        if self.next == 0 {
            return Ok(None);
        }
        let mut piece = self.take(self.next).await?;
        self.sum.update(&piece);
        self.next = self.length().await?;
        let is_last = self.next == 0;
        if let (Some(sealing), Some(key)) = (&self.beginning.header.sealed, self.key) {
            let nonce = sealing.nonce_of(self.n_pieces, is_last);
            let opened = self
                .tools
                .open(key, &nonce, &self.beginning.line, &piece)
                .await;
            piece = opened.map_err(|error| match error {
                ToolError::Missing => BackupError::CannotEncrypt,
                ToolError::Refused => BackupError::NotOpened,
            })?;
        }
        self.n_pieces += 1;
        if let Some(Packing::Gzip) = self.beginning.header.packed {
            let unpacked = self.tools.unpack(&piece, PIECE_BYTES).await;
            piece = unpacked.map_err(|error| match error {
                ToolError::Missing => BackupError::CannotUnpack,
                ToolError::Refused => {
                    BackupError::damaged(format!("piece {} does not unpack", self.n_pieces))
                }
            })?;
        }
        let is_full = piece.len() == PIECE_BYTES;
        let is_sound = is_full || (is_last && !piece.is_empty() && piece.len() < PIECE_BYTES);
        if !is_sound {
            let detail = format!("piece {} has {} bytes", self.n_pieces, piece.len());
            return Err(BackupError::damaged(detail));
        }
        self.n_content += piece.len() as u64;
        if self.n_content > MAX_CONTENT_BYTES {
            return Err(BackupError::TooLarge);
        }
        if is_last {
            self.check_end().await?;
        }
        self.tools.pause().await;
        Ok(Some(piece))
    }

    /// Reads the length that stands before a piece.
    async fn length(&mut self) -> Result<usize, BackupError> {
        let bytes = self.take(4).await?;
        self.sum.update(&bytes);
        let length = bytes
            .iter()
            .fold(0_usize, |n, byte| n << 8 | usize::from(*byte));
        if length > MAX_STORED_BYTES {
            return Err(BackupError::damaged(format!("a piece of {length} bytes")));
        }
        Ok(length)
    }

    async fn check_end(&mut self) -> Result<(), BackupError> {
        let sum = std::mem::take(&mut self.sum).finalize();
        if self.take(SUM_BYTES).await? != sum.as_slice() {
            return Err(BackupError::damaged("the checksum differs"));
        }
        if self.progress().0 != self.source.n_bytes() {
            return Err(BackupError::damaged("something follows the end"));
        }
        Ok(())
    }

    /// Takes the next bytes of the file.
    async fn take(&mut self, n_bytes: usize) -> Result<Vec<u8>, BackupError> {
        if self.ahead.len() - self.taken < n_bytes {
            self.ahead.drain(..self.taken);
            self.taken = 0;
            let left = self.source.n_bytes() - self.at;
            let n_more = left.min(READ_BYTES as u64) as usize;
            let mut more = self.source.read(self.at, n_more).await?;
            self.at += more.len() as u64;
            self.ahead.append(&mut more);
        }
        let end = self.taken + n_bytes;
        let bytes = self.ahead.get(self.taken..end);
        let bytes = bytes.ok_or_else(|| BackupError::damaged("the file is cut off"))?;
        let bytes = bytes.to_vec();
        self.taken = end;
        Ok(bytes)
    }
}

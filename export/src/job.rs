//! One export from its first row to its last byte, and what app and worker tell each other.

use crate::csv::{CsvFile, Dialect};
use crate::table::{Row, Table};
use crate::vcard::VcardFile;
use crate::xlsx::{MAX_ROWS, XlsxFile};
use serde::{Deserialize, Serialize};

/// The kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FileFormat {
    /// An Excel workbook.
    Xlsx,
    /// Comma-separated values for a spreadsheet, texts guarded.
    Csv,
    /// Comma-separated values for another program, texts as they are.
    PlainCsv,
    /// Contacts for an address book: the values of a row are [`crate::vcard::Part::ALL`], and the table's
    /// columns count for nothing.
    VCard,
}

impl FileFormat {
    /// The formats of a table, in the order in which they are offered.
    pub const OF_TABLE: &'static [Self] = &[Self::Xlsx, Self::Csv, Self::PlainCsv];
    /// The formats of contacts, in the order in which they are offered.
    pub const OF_CONTACTS: &'static [Self] = &[Self::Xlsx, Self::Csv, Self::PlainCsv, Self::VCard];

    /// How the file's name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv | Self::PlainCsv => "csv",
            Self::VCard => "vcf",
        }
    }

    /// The media type (IANA).
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv | Self::PlainCsv => "text/csv;charset=utf-8",
            Self::VCard => "text/vcard;charset=utf-8",
        }
    }

    /// The most rows such a file holds.
    pub const fn max_rows(self) -> usize {
        match self {
            Self::Xlsx => MAX_ROWS as usize,
            Self::Csv | Self::PlainCsv | Self::VCard => usize::MAX,
        }
    }
}

/// What the app asks of the worker, in this order: start, rows as often as there are some, finish.
#[derive(Debug, Serialize, Deserialize)]
pub enum Order {
    /// Begin a file.
    Start(FileFormat, Table),
    /// The next rows.
    Rows(Vec<Row>),
    /// That was all.
    Finish,
}

/// What the worker answers. The bytes of a finished file travel beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It listens.
    Ready,
    /// An order has been carried out; another may come.
    Taken,
    /// The file is finished.
    Done(Remarks),
    /// The file cannot be written; the reason as the library puts it.
    Failed(String),
}

/// What whoever exports should know about the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remarks {
    /// Rows, without the headings.
    pub n_rows: u32,
    /// Texts that begin as a formula does: guarded in CSV for a spreadsheet, as they are in CSV for a
    /// program; 0 in a workbook, where they need no guard.
    pub n_guarded: u32,
    /// Texts longer than a cell of a workbook, which were cut.
    pub n_cut: u32,
}

/// A file being written.
pub struct Job {
    file: File,
    n_rows: u32,
}

enum File {
    Xlsx(Box<XlsxFile>),
    Csv(CsvFile),
    VCard(VcardFile),
}

impl Job {
    /// Begins a file.
    ///
    /// # Errors
    /// When it cannot hold the table; in the library's words.
    pub fn start(format: FileFormat, table: Table) -> Result<Self, String> {
        let file = match format {
            FileFormat::Xlsx => File::Xlsx(Box::new(XlsxFile::new(table).map_err(words)?)),
            FileFormat::Csv => File::Csv(CsvFile::new(table, Dialect::Spreadsheet)),
            FileFormat::PlainCsv => File::Csv(CsvFile::new(table, Dialect::Program)),
            FileFormat::VCard => File::VCard(VcardFile::new()),
        };
        Ok(Self { file, n_rows: 0 })
    }

    /// Writes rows.
    ///
    /// # Errors
    /// When the file cannot hold them.
    pub fn push(&mut self, rows: &[Row]) -> Result<(), String> {
        for row in rows {
            match &mut self.file {
                File::Xlsx(file) => file.push(row).map_err(words)?,
                File::Csv(file) => file.push(row),
                File::VCard(file) => file.push(row),
            }
            self.n_rows += 1;
        }
        Ok(())
    }

    /// The file's bytes, and what is to be said about them.
    ///
    /// # Errors
    /// When the file cannot be put together.
    pub fn finish(self) -> Result<(Vec<u8>, Remarks), String> {
        let mut remarks = Remarks {
            n_rows: self.n_rows,
            ..Remarks::default()
        };
        let bytes = match self.file {
            File::Xlsx(file) => {
                remarks.n_cut = file.n_cut();
                file.finish().map_err(words)?
            }
            File::Csv(file) => {
                remarks.n_guarded = file.n_guarded();
                file.finish()
            }
            File::VCard(file) => file.finish(),
        };
        Ok((bytes, remarks))
    }
}

fn words(error: rust_xlsxwriter::XlsxError) -> String {
    error.to_string()
}

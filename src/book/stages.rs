//! What is done when a book is open already: reading a long log, and looking the records through.

use super::{Book, News, ROWS_PER_TURN};
use crate::domain::{Records, Table};
use crate::journal::storage::Storage;
use crate::journal::{JournalError, KeptBlock, Slice};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

impl<S: Storage> Book<S> {
    /// False while a part of the log is still to be read. Records are up to date until then in all tables
    /// but the log's.
    pub fn has_log(&self) -> bool {
        self.to_come.is_none()
    }

    /// Reads the next part of the log; the page goes on meanwhile. False once all is there.
    ///
    /// When somebody has folded in between, the company is loaded anew as a whole.
    pub async fn read_on(&mut self) -> Result<bool, JournalError> {
        let Some(to_come) = &mut self.to_come else {
            return Ok(false);
        };
        let slice = match self.arrived.take() {
            Some(slice) => slice,
            None => self.journal.load_on(to_come).await?,
        };
        match slice {
            Slice::Blocks(blocks) => {
                let n_left = to_come.n_rows();
                // The device looks for the next part while this one is taken in.
                let mut next = pin!(self.journal.load_on(to_come));
                let begun = poll_fn(|context| Poll::Ready(next.as_mut().poll(context))).await;
                load_log(&mut self.records.borrow_mut(), blocks)?;
                let n_here = self.records.borrow().count(Table::LogEntry) as f64;
                (self.listener)(News::LogIsAt(n_here / (n_here + n_left as f64)));
                self.arrived = Some(match begun {
                    Poll::Ready(next) => next?,
                    Poll::Pending => next.await?,
                });
                Ok(true)
            }
            Slice::Last(blocks) => {
                let mut records = self.records.borrow_mut();
                load_log(&mut records, blocks)?;
                records.log_is_whole();
                drop(records);
                self.log_is_whole();
                Ok(false)
            }
            Slice::LoadAnew => {
                self.load_anew().await?;
                Ok(false)
            }
        }
    }

    /// Reads all of the log that is still to come, and looks the records through.
    pub(super) async fn finish_opening(&mut self) -> Result<(), JournalError> {
        self.read_log().await?;
        self.finish_erasing_and_tell().await;
        while self.look_on().await {}
        Ok(())
    }

    pub(super) async fn read_log(&mut self) -> Result<(), JournalError> {
        while self.read_on().await? {}
        Ok(())
    }

    /// Looks the next part of the records through; the page goes on meanwhile. False once they have all
    /// been looked at. Whatever changed in between, it begins anew.
    pub async fn look_on(&mut self) -> bool {
        let Some(look) = &mut self.look else {
            return false;
        };
        let found = look.step(&self.records.borrow(), ROWS_PER_TURN);
        match found {
            Some(damage) => {
                self.look = None;
                (self.listener)(News::LookedThrough(damage.len()));
                self.damage = damage;
                false
            }
            None => {
                self.journal.pause().await;
                true
            }
        }
    }

    pub(super) fn log_is_whole(&mut self) {
        self.to_come = None;
        self.arrived = None;
        (self.listener)(News::LogIsWhole);
        self.tell(vec![Table::LogEntry], false);
    }
}

/// Takes in blocks of the log that were awaited.
pub(super) fn load_log(records: &mut Records, blocks: Vec<KeptBlock>) -> Result<(), JournalError> {
    let mut blocks = blocks.into_iter();
    blocks.try_for_each(|kept| kept.read(|block| records.load_log(block)))
}

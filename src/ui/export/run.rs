//! One export, from the press to the file.
//!
//! The page reads rows for a few milliseconds, posts them, and goes on once the worker has taken the
//! piece before: so the page stays lively, a hidden tab is not slowed as its timers would be, and no
//! more than two pieces lie in memory twice.

use super::ExportRequest;
use super::shown::{self, Stage};
use crate::browser::clock;
use crate::browser::download::download;
use crate::browser::worker::{Beside, Heard};
use crate::language::Messages;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::text::{Said, said, say};
use futures::StreamExt;
use futures::stream;
use futures_channel::mpsc::{UnboundedReceiver, unbounded};
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use lokikirja_export::job::{Answer, FileFormat, Order, Remarks};
use lokikirja_export::name::file_name;
use lokikirja_export::table::Table;
use std::pin::Pin;

/// So long a piece may take to be read and sent, in milliseconds: longer, and the next is half as big.
const PIECE_MS: i64 = 8;
/// So many rows the first piece has, and so many a piece has at least and at most.
const FIRST_ROWS: usize = 64;
const MIN_ROWS: usize = 8;
const MAX_ROWS: usize = 500;
/// Orders that the worker has not taken yet.
const MAX_WAITING: usize = 2;

/// Why there is no file.
enum Trouble {
    Canceled,
    TooManyRows(usize),
    NotLoaded,
    Stopped,
}

/// Exports, unless another export is under way; says how it went.
pub fn export(request: ExportRequest, format: FileFormat) {
    let messages = say();
    let today = clock::local(clock::now()).date();
    let name = file_name(&request.title, today, format.ending());
    let (cancel, canceled) = unbounded();
    let begun = shown::begin(name.clone(), request.n_rows, move || {
        // Nobody hears it once the export has ended.
        let _ = cancel.unbounded_send(());
    });
    if !begun {
        return tell(Tone::Warn, said(|m| m.export.under_way.to_owned()));
    }
    let table = Table {
        name: request.title.clone(),
        columns: request.columns.clone(),
        date: today,
        decimal_sign: messages.format.decimal_sign(),
        yes: messages.export.yes.to_owned(),
        no: messages.export.no.to_owned(),
    };
    spawn_local(async move {
        let outcome = match write(&request, format, table, canceled).await {
            Ok((bytes, remarks)) => download(&name, format.media_type(), &bytes)
                .map(|()| remarks)
                .map_err(|_| Trouble::Stopped),
            Err(trouble) => Err(trouble),
        };
        shown::end();
        match outcome {
            Ok(remarks) => tell_done(name, format, remarks),
            Err(Trouble::Canceled) => tell(Tone::Plain, said(|m| m.export.canceled.to_owned())),
            Err(trouble) => tell(Tone::Bad, said(move |m| sentence(m, &trouble))),
        }
    });
}

/// What comes to the page: something from the worker, or, as none, the wish to cancel.
struct Ear(Pin<Box<dyn stream::Stream<Item = Option<Heard>>>>);

impl Ear {
    /// The worker's next answer.
    async fn answer(&mut self, silence: Trouble) -> Result<(Answer, Option<Uint8Array>), Trouble> {
        match self.0.next().await {
            Some(None) => Err(Trouble::Canceled),
            Some(Some(Heard::Said(text, bytes))) => match serde_json::from_str(&text) {
                Ok(Answer::Failed(why)) => {
                    leptos::logging::error!("export: {why}");
                    Err(Trouble::Stopped)
                }
                Ok(answer) => Ok((answer, bytes)),
                Err(_) => Err(silence),
            },
            Some(Some(Heard::Stopped)) | None => Err(silence),
        }
    }
}

async fn write(
    request: &ExportRequest,
    format: FileFormat,
    table: Table,
    canceled: UnboundedReceiver<()>,
) -> Result<(Uint8Array, Remarks), Trouble> {
    if request.n_rows > format.max_rows() {
        return Err(Trouble::TooManyRows(format.max_rows()));
    }
    let (heard, from_worker) = unbounded();
    let worker = address()
        .and_then(|address| {
            Beside::start(&address, move |said| {
                // The export has ended when nobody hears it.
                let _ = heard.unbounded_send(said);
            })
        })
        .ok_or(Trouble::NotLoaded)?;
    let wishes = canceled.map(|()| None);
    let mut ear = Ear(Box::pin(stream::select(from_worker.map(Some), wishes)));
    ear.answer(Trouble::NotLoaded).await?;

    send(&worker, &Order::Start(format, table))?;
    let mut waiting = 1;
    let mut at = 0;
    let mut piece = FIRST_ROWS;
    while at < request.n_rows {
        let begun = clock::now();
        let mut rows = Vec::new();
        while at < request.n_rows
            && rows.len() < piece
            && (clock::now() - begun).num_milliseconds() < PIECE_MS
        {
            rows.extend((request.row)(at));
            at += 1;
        }
        send(&worker, &Order::Rows(rows))?;
        waiting += 1;
        shown::is_at(Stage::Row(at));
        let took = (clock::now() - begun).num_milliseconds();
        piece = match took {
            PIECE_MS.. => (piece / 2).max(MIN_ROWS),
            _ => (piece * 2).min(MAX_ROWS),
        };
        while waiting > MAX_WAITING {
            ear.answer(Trouble::Stopped).await?;
            waiting -= 1;
        }
    }
    send(&worker, &Order::Finish)?;
    shown::is_at(Stage::Finishing);
    loop {
        if let (Answer::Done(remarks), Some(bytes)) = ear.answer(Trouble::Stopped).await? {
            return Ok((bytes, remarks));
        }
    }
}

fn send(worker: &Beside, order: &Order) -> Result<(), Trouble> {
    let bytes = serde_json::to_vec(order).map_err(|_| Trouble::Stopped)?;
    worker.send(&bytes);
    Ok(())
}

/// Where the worker is: `cargo xtask` writes it into the page when it builds one.
fn address() -> Option<String> {
    let place = document().get_element_by_id("export")?;
    let relative = place.get_attribute("data-worker")?;
    let base = document().base_uri().ok().flatten()?;
    let address = web_sys::Url::new_with_base(&relative, &base).ok()?;
    Some(address.href())
}

fn tell_done(name: String, format: FileFormat, remarks: Remarks) {
    let is_plain = format == FileFormat::PlainCsv;
    let is_notable = remarks.n_cut > 0 || (is_plain && remarks.n_guarded > 0);
    let tone = if is_notable { Tone::Warn } else { Tone::Good };
    let sentences = move |m: &'static Messages| {
        let texts = &m.export;
        let mut sentences = vec![(texts.done)(&name, remarks.n_rows)];
        if remarks.n_cut > 0 {
            sentences.push((texts.cut)(remarks.n_cut));
        }
        if remarks.n_guarded > 0 {
            sentences.push(match is_plain {
                true => (texts.unguarded)(remarks.n_guarded),
                false => (texts.guarded)(remarks.n_guarded),
            });
        }
        sentences.join(" ")
    };
    tell(tone, said(sentences));
}

fn sentence(messages: &Messages, trouble: &Trouble) -> String {
    let texts = &messages.export;
    match trouble {
        Trouble::Canceled => texts.canceled.to_owned(),
        Trouble::TooManyRows(n) => (texts.too_many_rows)(u32::try_from(*n).unwrap_or(u32::MAX)),
        Trouble::NotLoaded => texts.not_loaded.to_owned(),
        Trouble::Stopped => texts.stopped.to_owned(),
    }
}

fn tell(tone: Tone, text: Said) {
    show_toast(Toast {
        tone,
        text,
        actions: Vec::new(),
    });
}

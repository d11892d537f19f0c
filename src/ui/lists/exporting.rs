//! What a list shows, as a table to be exported: the rows that search and filters leave, in their order, and the
//! columns shown, in theirs.

use super::rows::{ListField, caption};
use super::shown::Shown;
use crate::domain::filter::{Kind, Value};
use crate::ui::export::ExportRequest;
use crate::ui::text::say;
use leptos::prelude::*;
use lokikirja_export::table::Value as Cell;
use std::rc::Rc;

/// The table of what is shown now. It holds rows and records, not the page: that may be gone before the file is there.
pub(super) fn request(shown: Shown, title: String) -> ExportRequest {
    let fields: Vec<ListField> = untrack(|| {
        let columns = shown.columns();
        let field = |id: &'static str| shown.field(id).filter(|field| field.kind.is_some());
        columns
            .iter()
            .filter_map(|column| field(column.id))
            .collect()
    });
    let columns = untrack(|| {
        let titles = fields.iter().map(|field| field.column.title.get());
        titles.collect()
    });
    let (rows, places) = untrack(|| shown.rows_and_places());
    let records = shown.store.shared_records();
    let captions: Vec<Vec<&'static str>> =
        fields.iter().map(|field| field.captions(say())).collect();
    let n_rows = places.len();
    let row = move |at: usize| {
        let place = *places.get(at)?;
        let records = records.borrow();
        let cells = fields.iter().zip(&captions).map(|(field, captions)| {
            let value = rows.0.value(&records, place, field.column.id);
            value.map(|value| cell(field, captions, &value))
        });
        let cells: Vec<Option<Cell>> = cells.collect();
        // A row of nothing has gone in the meantime.
        cells.iter().any(Option::is_some).then(|| {
            let blank = |cell: Option<Cell>| cell.unwrap_or(Cell::Blank);
            cells.into_iter().map(blank).collect()
        })
    };
    ExportRequest {
        title,
        columns,
        n_rows,
        row: Rc::new(row),
    }
}

fn cell(field: &ListField, captions: &[&'static str], value: &Value<'_>) -> Cell {
    match value {
        Value::Text(text) | Value::Code(text) => Cell::text(*text),
        Value::Number(number) => match field.kind {
            Some(Kind::Number { decimals }) if decimals > 0 => Cell::Decimal {
                scaled: *number,
                decimals,
            },
            _ => Cell::Whole(*number),
        },
        Value::Date(date) => date.map_or(Cell::Blank, Cell::Date),
        Value::Time(time) => time.map_or(Cell::Blank, Cell::Time),
        Value::Option(value) => Cell::text(caption(captions, *value)),
        Value::YesNo(yes) => Cell::YesNo(*yes),
    }
}

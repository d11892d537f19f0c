//! Which columns of a list are shown, in which order, and how wide: what the user chose on this device.

use super::rows::ListField;
use crate::ui::parts::list::{Column, Give, Width};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the user chose; as it is at first, nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// The columns shown in their order, by their ids; none: those that the list shows by itself.
    columns: Option<Vec<String>>,
    /// The widths given, in pixels at the usual size of text, by the ids of their columns.
    widths: BTreeMap<String, u32>,
}

impl Layout {
    /// The columns shown. Those of another version that the list no longer has are passed over; a list never stands
    /// there without any. What the user chose does not give way where there is no room for it.
    pub fn columns(&self, fields: &[ListField]) -> Vec<Column> {
        let ids = self.ids(fields);
        let field = |id: &&'static str| fields.iter().find(|field| field.column.id == *id);
        let chosen = ids.iter().filter_map(field).map(|field| field.column);
        chosen
            .map(|column| Column {
                width: self
                    .widths
                    .get(column.id)
                    .map_or(column.width, |px| Width::Px(*px)),
                give: match self.columns {
                    Some(_) => Give::Never,
                    None => column.give,
                },
                ..column
            })
            .collect()
    }

    /// The ids of the columns shown, in their order.
    pub fn ids(&self, fields: &[ListField]) -> Vec<&'static str> {
        let own = || fields.iter().filter(|field| field.is_shown);
        let own = || own().map(|field| field.column.id).collect();
        let Some(chosen) = &self.columns else {
            return own();
        };
        let known = |id: &String| {
            let field = fields.iter().find(|field| field.column.id == id)?;
            Some(field.column.id)
        };
        let known: Vec<&'static str> = chosen.iter().filter_map(known).collect();
        if known.is_empty() { own() } else { known }
    }

    /// Shows a column, as the last one, or no longer. The last one stays.
    pub fn show(&mut self, fields: &[ListField], id: &'static str, shown: bool) {
        let mut ids = self.ids(fields);
        ids.retain(|each| *each != id);
        if shown {
            ids.push(id);
        }
        if !ids.is_empty() {
            self.choose(ids);
        }
    }

    /// Moves a column one place towards the start or the end.
    pub fn shift(&mut self, fields: &[ListField], id: &'static str, to_end: bool) {
        let mut ids = self.ids(fields);
        let Some(at) = ids.iter().position(|each| *each == id) else {
            return;
        };
        let other = if to_end { at + 1 } else { at.wrapping_sub(1) };
        if other < ids.len() {
            ids.swap(at, other);
            self.choose(ids);
        }
    }

    /// Makes a column so wide; none: as wide as it is by itself.
    pub fn resize(&mut self, id: &str, px: Option<u32>) {
        match px {
            Some(px) => drop(self.widths.insert(id.to_string(), px)),
            None => drop(self.widths.remove(id)),
        }
    }

    /// The columns chosen; none: those that the list shows by itself.
    pub fn chosen(&self) -> Option<Vec<String>> {
        self.columns.clone()
    }

    /// Shows these columns, or those that the list shows by itself.
    pub fn choose_named(&mut self, columns: Option<Vec<String>>) {
        self.columns = columns;
    }

    fn choose(&mut self, ids: Vec<&'static str>) {
        self.columns = Some(ids.into_iter().map(str::to_string).collect());
    }
}

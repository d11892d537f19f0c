//! Changes of lines: one cell, many lines at once, back to the header, deletion.

use super::LinesPage;
use super::rows::LineRow;
use crate::browser::clock;
use crate::domain::change::Key;
use crate::domain::id::{CriteriaActionId, SegmentLineId};
use crate::domain::segment::Segment;
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::line_edit::{LineEdit, LineField};
use crate::domain::segment::question::{Answer, of_deleting};
use crate::domain::values::CorrespondenceType;
use crate::domain::{Command, Field, Revision};
use crate::ui::cards::editing::tell_saved;
use crate::ui::cards::options::key_of;
use crate::ui::cards::pickers::code_of_list;
use crate::ui::cards::reading::{self, Reading};
use crate::ui::lists::rows::{id_of, key_of as row_key};
use crate::ui::parts::list::{RowKey, Selection};
use crate::ui::store::Store;
use crate::ui::tell::{run_and_tell, tell, tell_trouble};
use crate::ui::text::{said, say};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashSet;
use std::sync::Arc;

/// What a cell said when the user began to edit it.
pub(super) type Seen = (String, Revision);

/// The value of a cell as its field holds it; none for a column that is not edited in place.
pub(super) fn held_text(line: &SegmentLine, column: &str) -> Option<String> {
    let id = |id: Option<uuid::Uuid>| id.map_or_else(String::new, |id| id.to_string());
    let format = &say().format;
    Some(match column {
        "template" => id(line.template.map(|id| id.0)),
        "description" => line.description.clone(),
        "subject" => line.subject.clone(),
        "language" => line
            .language
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        "salesperson" => id(line.salesperson.map(|id| id.0)),
        "cost" => format.amount(line.cost),
        "duration" => format.count(line.duration.0.into()),
        "type" => key_of(CorrespondenceType::ALL, line.correspondence_type),
        _ => return None,
    })
}

/// How what is typed or chosen in a column is read.
pub(super) fn reading(store: Store, column: &str) -> Option<Reading<LineEdit>> {
    Some(match column {
        "template" => reading::record(LineEdit::Template),
        "description" => reading::line(LineEdit::Description),
        "subject" => reading::line(LineEdit::Subject),
        "language" => code_of_list(LineEdit::Language),
        "salesperson" => reading::record(LineEdit::Salesperson),
        "cost" => reading::money(store, LineEdit::Cost),
        "duration" => reading::minutes(LineEdit::Duration),
        "type" => reading::value(CorrespondenceType::ALL, LineEdit::CorrespondenceType),
        _ => return None,
    })
}

/// The field that a column edits.
pub(super) fn field_of(column: &str) -> Option<Field> {
    super::rows::line_field(column).map(LineField::field)
}

impl LinesPage {
    /// What a cell says now.
    pub(super) fn seen(self, key: RowKey, column: &str) -> Seen {
        let id: SegmentLineId = id_of(key);
        self.store.peek(|records| {
            let line = records.get::<SegmentLine>(id);
            let text = line.and_then(|line| held_text(line, column));
            let revision = records.revision_of(&Key::SegmentLine(id));
            (text.unwrap_or_default(), revision.unwrap_or_default())
        })
    }

    /// Sends the new value of a cell, typed over what was seen: another cell of the line may have
    /// changed meanwhile, this one not.
    pub(super) fn send(self, key: RowKey, column: &'static str, edit: LineEdit, over: Seen) {
        let turn = self.turn.get_value();
        spawn_local(async move {
            let _turn = turn.lock().await;
            let now = self.seen(key, column);
            let seen = if now.0 == over.0 { now.1 } else { over.1 };
            self.edit(vec![id_of(key)], seen, column, edit).await;
        });
    }

    /// Gives a cell of many lines the same value.
    pub(super) fn send_all(self, keys: Vec<RowKey>, column: &'static str, edit: LineEdit) {
        let turn = self.turn.get_value();
        spawn_local(async move {
            let _turn = turn.lock().await;
            let seen = self.store.peek(|records| records.revision());
            let ids = keys.into_iter().map(id_of).collect();
            self.edit(ids, seen, column, edit).await;
        });
    }

    async fn edit(
        self,
        ids: Vec<SegmentLineId>,
        seen: Revision,
        column: &'static str,
        edit: LineEdit,
    ) {
        let Some(field) = field_of(column) else {
            return;
        };
        let n = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        match self
            .store
            .run(Command::EditSegmentLines(ids, seen, edit))
            .await
        {
            Ok(done) => {
                let text = said(move |m| match n {
                    1 => (m.cards.saved)((m.terms.field)(field)),
                    n => (m.segment_pages.saved_in)((m.terms.field)(field), n),
                });
                tell_saved(done, text);
            }
            Err(trouble) => tell_trouble(&trouble),
        }
    }

    /// F8: a cell gets the value of the one above.
    pub(super) fn copy(self, (key, above, column): (RowKey, RowKey, &'static str)) {
        let Some(reading) = reading(self.store, column) else {
            return;
        };
        let (text, _) = self.seen(above, column);
        let over = self.seen(key, column);
        if let Ok((_, edit)) = reading(&text)
            && text != over.0
        {
            self.send(key, column, edit, over);
        }
    }

    /// Sets lines back to what the header gives, all fields that differ.
    pub(super) fn set_back(self, keys: &[RowKey]) {
        let rows = self.rows_of(keys);
        let mut fields: Vec<LineField> = LineField::ALL.to_vec();
        // The template brings along what comes from it; the rest follows.
        fields.sort_by_key(|field| *field != LineField::Template);
        let turn = self.turn.get_value();
        spawn_local(async move {
            let _turn = turn.lock().await;
            let seen = self.store.peek(|records| records.revision());
            let command = |field: &LineField| {
                let differs = |row: &&Arc<LineRow>| {
                    row.differs_in(*field) || row.differs_in(LineField::Template)
                };
                let ids: Vec<SegmentLineId> =
                    rows.iter().filter(differs).map(|row| row.line.id).collect();
                let edit = LineEdit::FromHeader(*field);
                (!ids.is_empty()).then_some(Command::EditSegmentLines(ids, seen, edit))
            };
            let commands: Vec<Command> = fields.iter().filter_map(command).collect();
            if commands.is_empty() {
                return;
            }
            match self.store.run(Command::All(commands)).await {
                Ok(done) => tell_saved(done, said(|m| m.segment_pages.was_set_back.into())),
                Err(trouble) => tell_trouble(&trouble),
            }
        });
    }

    fn rows_of(self, keys: &[RowKey]) -> Vec<Arc<LineRow>> {
        let keys: HashSet<RowKey> = keys.iter().copied().collect();
        self.lines.with_untracked(|lines| {
            let rows = lines.rows().iter();
            let meant = rows.filter(|row| keys.contains(&row_key(row.line.id)));
            meant.cloned().collect()
        })
    }

    /// Deletes lines; the last of them may ask about the criteria.
    pub(super) fn delete(self, keys: Vec<RowKey>) {
        let ids: Vec<SegmentLineId> = keys.into_iter().map(id_of).collect();
        let (question, seen) = self.store.peek(|records| {
            let seen = records
                .revision_of(&Key::Segment(self.id))
                .unwrap_or_default();
            (of_deleting(records, self.id, &ids), seen)
        });
        let action: CriteriaActionId = clock::new_id();
        spawn_local(async move {
            let answer = match question {
                None => Some(Answer::Yes),
                Some(question) => self.asker.ask(question).await,
            };
            let Some(answer) = answer else { return };
            let command = Command::DeleteSegmentLines(self.id, seen, ids, action, answer);
            match self.store.run(command).await {
                Ok(done) => {
                    self.selected.try_update(Selection::clear);
                    tell(&done);
                }
                Err(trouble) => tell_trouble(&trouble),
            }
        });
    }

    /// Refresh Lines from Header: what a new template of the header had left as it was.
    pub(in crate::ui::pages::segment) fn refresh(self) {
        let seen = self.store.peek(|records| {
            let stored = records.stored::<Segment>(self.id);
            stored.map(|stored| stored.revision).unwrap_or_default()
        });
        let command = Command::RefreshSegmentLines(self.id, seen);
        spawn_local(run_and_tell(self.store, command));
    }
}

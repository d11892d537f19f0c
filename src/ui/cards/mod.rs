//! Cards: records whose fields are saved when they are left, and dialogs in which new ones are made.
//!
//! `editing.rs` holds a stored record open, `creating.rs` a new one; `reading.rs` turns what was
//! typed into an edit, and `bound.rs` is one field as both draw it. A page names fields and edits:
//! `card.line(Field::Name, |row| row.name.clone(), SalespersonEdit::Name).text(50)`.

pub mod actions;
pub mod asking;
pub mod bound;
pub mod campaigns;
pub mod checklist;
pub mod classes;
pub mod closing;
pub mod creating;
pub mod editing;
pub mod erasing;
pub mod following;
pub mod groups;
pub mod growing;
pub mod head;
mod held;
pub mod history;
pub mod making;
pub mod new_campaign;
pub mod new_contact;
pub mod new_record;
pub mod new_segment;
pub mod options;
pub mod pickers;
pub mod reading;
pub mod removing;
pub mod row_dialog;
pub mod salespeople;
pub mod segments;
pub mod series;
pub mod statuses;
pub mod steps;
pub mod switching;
pub mod templates;
pub mod walking;
pub mod ways;

//! The field of a cell that is edited in place.

use super::LinesPage;
use super::changing::{Seen, field_of, held_text, reading};
use crate::browser::names::language_name;
use crate::domain::id::SegmentLineId;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::line::SegmentLine;
use crate::domain::values::{CorrespondenceType, LANGUAGES};
use crate::ui::cards::options::values;
use crate::ui::cards::pickers::capitalised;
use crate::ui::lists::entries::contact_name;
use crate::ui::lists::rows::id_of;
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::parts::list::{EditedCell, Then};
use crate::ui::parts::live::truth;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::text::{language, said, say, texts, tr_with};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// A field at work. Cheap to copy.
#[derive(Clone, Copy)]
struct Editor {
    page: LinesPage,
    cell: StoredValue<EditedCell>,
    column: &'static str,
    over: StoredValue<Seen>,
    /// What the field holds.
    text: StoredValue<String>,
    /// It was handed over, or given up.
    ended: StoredValue<bool>,
    wrong: RwSignal<bool>,
}

/// Draws the field of a cell.
pub(super) fn field(page: LinesPage, cell: EditedCell) -> AnyView {
    let (key, column) = (cell.key, cell.column);
    let over = page.seen(key, column);
    let is_text = choices(page, key_line(key), column).is_none();
    let first = cell
        .typed
        .clone()
        .filter(|_| is_text)
        .unwrap_or_else(|| over.0.clone());
    let editor = Editor {
        page,
        cell: StoredValue::new(cell),
        column,
        over: StoredValue::new(over),
        text: StoredValue::new(first),
        ended: StoredValue::new(false),
        wrong: RwSignal::new(false),
    };
    on_cleanup(move || editor.left_behind());
    let contact = page.store.peek(|records| {
        let line = records.get::<SegmentLine>(key_line(key));
        contact_name(records, line.and_then(|line| line.contact)).to_string()
    });
    let label = tr_with(move |m| {
        let field = field_of(column).map_or("", m.terms.field);
        (m.segment_pages.cell_of)(field, &contact)
    });
    match choices(page, key_line(key), column) {
        Some(options) => editor.select(label, options),
        None => editor.input(label),
    }
}

fn key_line(key: u128) -> SegmentLineId {
    id_of(key)
}

impl Editor {
    fn input(self, label: Signal<String>) -> AnyView {
        let is_figure = matches!(self.column, "cost" | "duration");
        let typed = move |event: ev::Event| self.text.set_value(event_target_value(&event));
        let blur = move |_: ev::FocusEvent| {
            self.commit(Then::Nothing);
        };
        view! {
            <input
                type="text"
                autocomplete="off"
                spellcheck=is_figure.then_some("false")
                inputmode=is_figure.then_some("decimal")
                data-figures=is_figure.then_some("")
                aria-label=label
                aria-invalid=truth(move || self.wrong.get())
                value=self.text.get_value()
                on:input=typed
                on:blur=blur
                on:keydown=move |event| self.key(&event)
            />
        }
        .into_any()
    }

    fn select(self, label: Signal<String>, options: Vec<SelectOption>) -> AnyView {
        let chosen = move |event: ev::Event| self.text.set_value(event_target_value(&event));
        let blur = move |_: ev::FocusEvent| {
            self.commit(Then::Nothing);
        };
        let now = self.text.get_value();
        let drawn = options.into_iter().map(|SelectOption { value, label }| {
            let is_now = value == now;
            view! { <option value=value selected=is_now>{label}</option> }
        });
        view! {
            <select
                aria-label=label
                on:change=chosen
                on:blur=blur
                on:keydown=move |event| self.key(&event)
            >
                {drawn.collect_view()}
            </select>
        }
        .into_any()
    }

    fn key(self, event: &ev::KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let with_ctrl = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if with_ctrl => self.commit_all(),
            "Enter"
                if event
                    .target()
                    .is_some_and(|at| at.has_type::<HtmlSelectElement>()) =>
            {
                // An open list of choices takes what the arrows are on, and says so afterwards.
                request_animation_frame(move || {
                    self.commit(Then::Down);
                });
                return;
            }
            "Enter" => drop(self.commit(Then::Down)),
            "Tab" if event.shift_key() => drop(self.commit(Then::Previous)),
            "Tab" => drop(self.commit(Then::Next)),
            "Escape" => self.end(Then::Back),
            "F8" => self.copy_above(event),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn is_over(self) -> bool {
        self.ended.try_get_value().unwrap_or(true)
    }

    /// Hands the text over if it can be read; false if it can't.
    fn commit(self, then: Then) -> bool {
        if self.is_over() {
            return true;
        }
        match self.read() {
            Ok(edit) => {
                let (key, over) = (self.cell.with_value(|cell| cell.key), self.over.get_value());
                self.end(then);
                if let Some(edit) = edit {
                    self.page.send(key, self.column, edit, over);
                }
                true
            }
            Err(sentence) => {
                self.wrong.set(true);
                self.page.problem.set(Some(sentence));
                false
            }
        }
    }

    /// Ctrl+Enter: the same for all lines selected; without a selection for this one.
    fn commit_all(self) {
        let selected = self.page.selected.get_untracked();
        if selected.is_empty() {
            self.commit(Then::Back);
            return;
        }
        let text = self.text.get_value();
        match reading(self.page.store, self.column).map(|reading| reading(&text)) {
            Some(Ok((_, edit))) => {
                self.end(Then::Back);
                let keys = selected.into_iter().collect();
                self.page.send_all(keys, self.column, edit);
            }
            // Says what is wrong with it.
            _ => drop(self.commit(Then::Back)),
        }
    }

    /// The edit that the text means; none where it says what the cell said.
    fn read(self) -> Result<Option<crate::domain::segment::line_edit::LineEdit>, String> {
        let text = self.text.get_value();
        let Some(reading) = reading(self.page.store, self.column) else {
            return Ok(None);
        };
        let (canonical, edit) = reading(&text)?;
        let is_same = self.over.with_value(|(before, _)| *before == canonical);
        Ok((!is_same).then_some(edit))
    }

    fn end(self, then: Then) {
        self.ended.set_value(true);
        self.page.problem.set(None);
        let end = self.cell.with_value(|cell| cell.end);
        end.run(then);
    }

    /// The text of the cell above.
    fn copy_above(self, event: &ev::KeyboardEvent) {
        let Some(above) = self.cell.with_value(|cell| cell.above) else {
            return;
        };
        let (text, _) = self.page.seen(above, self.column);
        self.text.set_value(text.clone());
        let target = event.target();
        if let Some(input) = target
            .as_ref()
            .and_then(|at| at.dyn_ref::<HtmlInputElement>())
        {
            input.set_value(&text);
        } else if let Some(select) = target
            .as_ref()
            .and_then(|at| at.dyn_ref::<HtmlSelectElement>())
        {
            select.set_value(&text);
        }
    }

    /// The field goes with something in it: it is sent, or told.
    fn left_behind(self) {
        if self.is_over() {
            return;
        }
        self.ended.set_value(true);
        self.page.problem.try_set(None);
        match self.read() {
            Ok(Some(edit)) => {
                let (key, over) = (self.cell.with_value(|cell| cell.key), self.over.get_value());
                self.page.send(key, self.column, edit, over);
            }
            Ok(None) => {}
            Err(sentence) => show_toast(Toast {
                tone: Tone::Bad,
                text: said(move |_| sentence.clone()),
                actions: Vec::new(),
            }),
        }
    }
}

/// What a cell chooses from; none where text is typed.
fn choices(page: LinesPage, id: SegmentLineId, column: &str) -> Option<Vec<SelectOption>> {
    let blank = || SelectOption::new("", say().terms.blank);
    let line = page
        .store
        .peek(|records| records.get::<SegmentLine>(id).cloned())?;
    let now = held_text(&line, column)?;
    Some(match column {
        "template" => page.store.peek(|records| {
            let mut rows: Vec<_> = records.all::<InteractionTemplate>().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            let options = rows.into_iter().map(|row| {
                let label = format!("{} – {}", row.code, row.description);
                SelectOption::new(row.id.to_string(), label.trim_end_matches(" – "))
            });
            std::iter::once(blank()).chain(options).collect()
        }),
        "salesperson" => page.store.peek(|records| {
            let is_offered = |row: &&std::sync::Arc<Salesperson>| {
                row.is_available() || row.id.to_string() == now
            };
            let mut rows: Vec<_> = records.all::<Salesperson>().filter(is_offered).collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            let options = rows.into_iter().map(|row| {
                SelectOption::new(row.id.to_string(), format!("{} – {}", row.code, row.name))
            });
            std::iter::once(blank()).chain(options).collect()
        }),
        "language" => page.lines.with_untracked(|lines| {
            let own = lines.header().map(|header| line.rows(header));
            let own: Vec<&str> = own
                .unwrap_or_default()
                .iter()
                .map(|row| row.language.as_str())
                .collect();
            let others = LANGUAGES.iter().copied().filter(|code| !own.contains(code));
            let lang = untrack(language);
            let option = |code: &str| {
                let name = capitalised(&language_name(code, lang));
                SelectOption::new(code, format!("{code} – {name}"))
            };
            let options = own.iter().copied().chain(others).map(option);
            std::iter::once(blank()).chain(options).collect()
        }),
        "type" => untrack(|| {
            let _ = texts();
            values(CorrespondenceType::ALL, |m| m.terms.correspondence_type).get()
        }),
        _ => return None,
    })
}

//! The languages of a segment: the one for contacts whose own is missing, and a subject for each.

use super::Open;
use crate::browser::names::language_name;
use crate::domain::Field;
use crate::domain::segment::{Segment, SegmentEdit};
use crate::domain::values::{LANGUAGES, LanguageCode};
use crate::ui::cards::growing::{adding_one, rows_or_none};
use crate::ui::cards::pickers::{capitalised, code_of_list, languages as all_languages};
use crate::ui::cards::reading;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::tone::Tone;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;

/// The language of contacts whose own the segment does not have. One that it does not have either
/// is added first, if the user says so.
pub(super) fn default_language(card: Open) -> AnyView {
    let rows = card.read(codes);
    let shown = |row: &Segment| {
        let code = row.language.as_ref();
        code.map_or_else(String::new, ToString::to_string)
    };
    let bound = card.bind(Field::Language, shown, code_of_list(SegmentEdit::Language));
    let options = Signal::derive(move || {
        let m = texts();
        let rows = rows.get();
        let mut options = all_languages().get();
        let has = |option: &SelectOption| {
            option.value.is_empty() || rows.iter().any(|code| code.as_str() == option.value)
        };
        for option in &mut options {
            if !has(option) {
                option.label = (m.segment_pages.language_to_add)(&option.label);
            }
        }
        // Those it has stand first.
        options.sort_by_key(|option| !has(option));
        options
    });
    bound
        .hint(tr(|m| m.segment_pages.language_hint))
        .select(options)
}

fn codes(row: &Segment) -> Vec<LanguageCode> {
    let rows = row.languages.iter();
    rows.map(|row| row.language.clone()).collect()
}

/// The languages, each with its subject, and the way to more.
pub(super) fn languages(card: Open) -> AnyView {
    let rows = card.read(codes);
    let missing = Signal::derive(move || {
        let rows = rows.get();
        let mut options = all_languages().get();
        options.retain(|option| {
            let code = option.value.as_str();
            LANGUAGES.contains(&code) && !rows.iter().any(|row| row.as_str() == code)
        });
        options.insert(0, SelectOption::new("", texts().setups.choose_language));
        options
    });
    let add = Callback::new(move |key: String| {
        if let Ok(Some(code)) = LanguageCode::optional(&key) {
            card.apply(vec![SegmentEdit::AddLanguage(code)]);
        }
    });
    let list = move || {
        view! {
            <ul class="rows">
                <For
                    each=move || rows.get()
                    key=LanguageCode::clone
                    children=move |code| row(card, code)
                />
            </ul>
        }
        .into_any()
    };
    view! {
        <div class="stack-tight" role="group" aria-label=tr(|m| m.segment_pages.languages)>
            <h3 class="facts-title">{tr(|m| m.segment_pages.languages)}</h3>
            {rows_or_none(move || !rows.read().is_empty(), |m| m.segment_pages.no_languages, list)}
            {adding_one(|m| m.setups.add_language, missing, add)}
        </div>
    }
    .into_any()
}

/// A language by its name; tracked.
fn named(code: &LanguageCode) -> String {
    language_name(code.as_str(), language())
}

fn row(card: Open, code: LanguageCode) -> AnyView {
    let is_default = {
        let code = code.clone();
        card.read(move |row| row.language.as_ref() == Some(&code))
    };
    let name = {
        let code = code.clone();
        Signal::derive(move || named(&code))
    };
    let subject = {
        let (read, sent) = (code.clone(), code.clone());
        let shown = move |row: &Segment| {
            let row = row.language_row(&read);
            row.map_or_else(String::new, |row| row.subject.clone())
        };
        let edit = move |text| SegmentEdit::LanguageSubject(sent.clone(), text);
        card.bind(Field::Subject, shown, reading::line(edit))
    };
    let remark = {
        let (read, sent) = (code.clone(), code.clone());
        let shown = move |row: &Segment| {
            let row = row.language_row(&read);
            row.map_or_else(String::new, |row| row.description.clone())
        };
        let edit = move |text| SegmentEdit::LanguageDescription(sent.clone(), text);
        card.bind(Field::Description, shown, reading::line(edit))
    };
    // Undo brings it back, with its subject.
    let remove = Callback::new(move |()| {
        card.apply(vec![SegmentEdit::RemoveLanguage(code.clone())]);
    });
    view! {
        <li class="language-row language-row-double">
            <span class="language-name">
                <strong>{move || capitalised(&name.get())}</strong>
                <Show when=move || is_default.get()>
                    <Badge text=tr(|m| m.setups.default_mark) tone=Tone::Accent/>
                </Show>
            </span>
            {subject.label(tr_with(move |m| (m.segment_pages.subject_in)(&name.get()))).text(100)}
            {remark.label(tr_with(move |m| (m.segment_pages.remark_on)(&name.get()))).text(100)}
            <Button
                label=tr_with(move |m| (m.segment_pages.remove_language)(&name.get()))
                kind=ButtonKind::Quiet
                icon=Icon::Delete
                icon_only=true
                on_press=remove
            />
        </li>
    }
    .into_any()
}

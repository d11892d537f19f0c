//! What a section asks of one field: values to check, records to choose, or an expression; each can
//! also be put together in the dialog that lists have for their filters.

use super::form::Form;
use super::lookup::{Choosable, Lookup};
use crate::domain::Field;
use crate::domain::filter::{Filter, Kind, MAX_LENGTH, Neutral, Value};
use crate::domain::segment::selection::Part;
use crate::domain::segment::selection::fields::texts_of_contacts;
use crate::language::criteria::options;
use crate::ui::lists::filter_dialog::{filter_dialog, values};
use crate::ui::lists::filter_entry::{Captions, Choice, FilterEntry, MAX_CHOICES, in_words, read};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::field::{TextField, TextKind};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::picker::Picker;
use crate::ui::text::{say, texts, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

/// A condition in the form. Cheap to copy.
#[derive(Clone, Copy)]
struct Condition {
    form: Form,
    /// Its section.
    key: u32,
    part: Part,
    field: Field,
    entry: FilterEntry,
}

/// Draws the condition on a field of a section.
pub(super) fn condition(form: Form, key: u32, part: Part, field: Field) -> AnyView {
    let Some(kind) = part.kind(field) else {
        return ().into_any();
    };
    let filter = Memo::new(move |_| {
        form.draft
            .with(|draft| draft.section(key)?.filter(field).cloned())
    });
    let put = move |filter: Option<Filter>| {
        form.draft
            .update(|draft| draft.change(key, |section| section.set(field, filter)));
    };
    let entry = FilterEntry {
        store: form.store,
        title: tr_with(move |m| match field {
            // Of groups, which have nothing else: the section says what they are.
            Field::Code => (m.criteria.part)(part).into(),
            field => (m.terms.field)(field).into(),
        }),
        kind,
        captions: captions(field),
        filter: filter.into(),
        put: Callback::new(put),
    };
    let condition = Condition {
        form,
        key,
        part,
        field,
        entry,
    };
    let lookup = Lookup::of(form.store, part, field);
    let building = RwSignal::new(false);
    let (control, is_typed) = match (kind, lookup) {
        (Kind::Option { .. } | Kind::YesNo, _) => {
            let choices = condition.choices(None);
            (values(entry, choices, entry.title), false)
        }
        (_, Some(lookup)) => (condition.chosen(lookup), true),
        (_, None) => (condition.typed(), true),
    };
    let build = Callback::new(move |()| building.set(true));
    let close = Callback::new(move |()| building.set(false));
    let remove = Callback::new(move |()| {
        form.draft
            .update(|draft| draft.change(key, |section| section.remove(field)));
        condition.refused(false);
    });
    let name = entry.title;
    view! {
        <div class="criterion">
            {control}
            <div class="criterion-buttons">
                {is_typed
                    .then(|| {
                        view! {
                            <Button
                                label=tr_with(move |m| (m.lists.filter_of)(&name.get()))
                                kind=ButtonKind::Quiet
                                icon=Icon::Filter
                                icon_only=true
                                on_press=build
                            />
                        }
                    })}
                {(part.fields().len() > 1)
                    .then(|| {
                        view! {
                            <Button
                                label=tr_with(move |m| (m.criteria_pages.remove_condition)(&name.get()))
                                kind=ButtonKind::Quiet
                                icon=Icon::Close
                                icon_only=true
                                on_press=remove
                            />
                        }
                    })}
            </div>
            {move || {
                building
                    .get()
                    .then(|| filter_dialog(entry, untrack(|| condition.choices(lookup)), close))
            }}
        </div>
    }
    .into_any()
}

/// The captions of the values of a field that has a list of them.
fn captions(field: Field) -> Captions {
    Some(match field {
        Field::Type => |m| options(m, Field::Type),
        Field::CorrespondenceType => |m| options(m, Field::CorrespondenceType),
        Field::Evaluation => |m| options(m, Field::Evaluation),
        Field::InformationFlow => |m| options(m, Field::InformationFlow),
        Field::InitiatedBy => |m| options(m, Field::InitiatedBy),
        _ => return None,
    })
}

impl Condition {
    /// The values to check.
    fn choices(self, lookup: Option<Lookup>) -> Vec<Choice> {
        let kind = self.entry.kind;
        match (kind, lookup) {
            (Kind::Option { n }, _) => {
                let mut choices = Choice::options(n);
                if self.field == Field::Type {
                    // Each contact has one.
                    choices.pop();
                }
                choices
            }
            (Kind::YesNo, _) => Choice::yes_and_no(),
            (Kind::Code, Some(lookup)) => {
                let all = lookup.all(MAX_CHOICES);
                let choice = |row: &Arc<Choosable>| {
                    Choice::text(kind, row.code.clone()).named(row.name.clone())
                };
                all.iter().map(choice).collect()
            }
            (Kind::Text | Kind::Code, None) if self.part == Part::Contact => {
                self.form.store.peek(|records| {
                    let different = texts_of_contacts(records, self.field, MAX_CHOICES);
                    let choice = |text: &str| Choice::text(kind, text.to_string());
                    different.into_iter().map(choice).collect()
                })
            }
            _ => Vec::new(),
        }
    }

    /// A lookup of this condition shows a text that it could not take, or no longer.
    fn refused(self, refused: bool) {
        let place = (self.key, self.field);
        self.form.refused.update(|all| {
            if refused {
                all.insert(place);
            } else {
                all.remove(&place);
            }
        });
    }

    /// Typed. Of a text some part is enough, whatever its case; with signs, and in other fields, it
    /// is an expression.
    fn typed(self) -> AnyView {
        let entry = self.entry;
        let check = Callback::new(move |typed: String| {
            let filter = read(entry.store, entry.kind, entry.captions, &typed);
            let filter = filter.map_err(|(why, _)| why)?;
            let filter = filter.map(|filter| filter.loosened(&typed));
            entry.put.run(filter);
            Ok(untrack(|| self.shown()))
        });
        let typed = Callback::new(move |_| self.form.is_typed.set_value(true));
        let placeholder = tr_with(move |m| match entry.kind {
            Kind::Text => m.criteria_pages.contains.into(),
            _ => m.criteria_pages.any.into(),
        });
        view! {
            <TextField
                label=entry.title
                value=Signal::derive(move || self.shown())
                on_input=typed
                check=check
                limit=MAX_LENGTH as u32
                kind=TextKind::Code
                placeholder=placeholder
            />
        }
        .into_any()
    }

    /// The filter as [`Condition::typed`] reads it; tracked.
    fn shown(self) -> String {
        let (m, entry) = (texts(), self.entry);
        let filter = entry.filter.get();
        filter.map_or_else(String::new, |filter| {
            in_words(entry.store, m, entry.captions, |words| {
                filter.print_loose(words)
            })
        })
    }

    /// Records to choose: those chosen stand below the lookup. An expression stands there as it is.
    fn chosen(self, lookup: Lookup) -> AnyView {
        let entry = self.entry;
        let problem = RwSignal::new(None::<String>);
        let codes = Memo::new(move |_| {
            let codes = entry.filter.with(|filter| filter.as_ref()?.values());
            codes.unwrap_or_default()
        });
        let offer = Callback::new(move |typed: String| {
            if !typed.trim().is_empty() {
                self.form.is_typed.set_value(true);
            }
            lookup.offer(&typed, &codes.read_untracked())
        });
        let find = move |wrong: Option<String>| {
            self.refused(wrong.is_some());
            problem.set(wrong);
        };
        let pick = Callback::new(move |key: Option<String>| {
            find(None);
            if let Some(filter) = key.and_then(|key| self.with(&key)) {
                entry.put.run(Some(filter));
            }
        });
        let text = Callback::new(move |typed: String| {
            let known = |code: &String| {
                // Blank names no record.
                code.is_empty() || untrack(|| lookup.named(code)).is_some()
            };
            let read = read(entry.store, entry.kind, entry.captions, &typed);
            let all_known = |filter: &Filter| {
                // An expression may name what does not exist.
                filter.values().is_none_or(|codes| codes.iter().all(known))
            };
            match read {
                Err((why, _)) => find(Some(why)),
                Ok(Some(filter)) if all_known(&filter) => {
                    find(None);
                    entry.put.run(self.or(filter));
                }
                Ok(_) => match lookup.offer(&typed, &codes.read_untracked()).as_slice() {
                    // There is only one that can be meant.
                    [only] => pick.run(Some(only.key.clone())),
                    _ => find(Some((say().criteria_pages.unknown_value)(typed.trim()))),
                },
            }
        });
        let placeholder = tr_with(move |m| match entry.filter.with(Option::is_some) {
            true => m.criteria_pages.or_another.into(),
            false => m.criteria_pages.any.into(),
        });
        view! {
            <div class="stack-tight">
                <Picker
                    label=entry.title
                    selected=Signal::stored(None)
                    source=offer
                    on_pick=pick
                    on_text=text
                    error=problem
                    placeholder=placeholder
                />
                {self.chips(lookup)}
            </div>
        }
        .into_any()
    }

    /// The filter in force, or a record besides.
    fn with(self, code: &str) -> Option<Filter> {
        let value = match self.entry.kind {
            Kind::Number { .. } => Value::Number(code.parse().ok()?),
            _ => Value::Code(code),
        };
        self.or(Filter::equal(self.entry.kind, value)?)
    }

    /// The filter in force, or another one besides.
    fn or(self, other: Filter) -> Option<Filter> {
        let Some(filter) = self.entry.filter.get_untracked() else {
            return Some(other);
        };
        let either = format!("{}|{}", filter.print(&Neutral), other.print(&Neutral));
        // Only too many conditions are refused: then it stays as it was.
        Filter::parse(&either, self.entry.kind, &Neutral)
            .ok()
            .or(Some(filter))
    }

    fn chips(self, lookup: Lookup) -> AnyView {
        let entry = self.entry;
        let chips = Memo::new(move |_| {
            let codes = entry
                .filter
                .with(|filter| filter.as_ref().map(Filter::values));
            match codes {
                None => Vec::new(),
                Some(Some(codes)) => codes.into_iter().map(Chip::Code).collect(),
                Some(None) => vec![Chip::Expression(entry.text())],
            }
        });
        let chip = move |chip: Chip| {
            let title = {
                let chip = chip.clone();
                tr_with(move |m| match &chip {
                    Chip::Expression(text) => text.clone(),
                    Chip::Code(code) if code.is_empty() => m.lists.blank_value.into(),
                    Chip::Code(code) => {
                        let row = lookup.named(code);
                        row.map_or_else(|| code.clone(), |row| row.title().to_string())
                    }
                })
            };
            let remove = tr_with(move |m| (m.criteria_pages.remove_value)(&title.get()));
            let press = move |_| self.take_away(&chip);
            view! {
                <span class="pill">
                    <span class="pill-text">{title}</span>
                    <button type="button" class="pill-close" aria-label=remove title=remove on:click=press>
                        {icon(Icon::Close)}
                    </button>
                </span>
            }
        };
        view! {
            <Show when=move || chips.with(|chips| !chips.is_empty())>
                <div class="cluster" role="group" aria-label=entry.title>
                    <For each=move || chips.get() key=|chip| chip.clone() children=chip/>
                </div>
            </Show>
        }
        .into_any()
    }

    fn take_away(self, chip: &Chip) {
        let entry = self.entry;
        let rest = entry.filter.with_untracked(|filter| {
            let mut codes = filter.as_ref()?.values()?;
            codes.retain(|code| *chip != Chip::Code(code.clone()));
            let values: Option<Vec<Value<'_>>> = codes
                .iter()
                .map(|code| match entry.kind {
                    Kind::Number { .. } => code.parse().ok().map(Value::Number),
                    _ => Some(Value::Code(code)),
                })
                .collect();
            Filter::any_of(entry.kind, &values?)
        });
        entry.put.run(rest);
    }
}

/// A value that was chosen, or an expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Chip {
    Code(String),
    Expression(String),
}

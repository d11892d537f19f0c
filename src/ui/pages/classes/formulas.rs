//! The formulas of a salutation, in its dialog: each a text in one language, formal or informal.

use crate::browser::clock;
use crate::browser::names::language_name;
use crate::domain::classification::ClassKey;
use crate::domain::classification::formula::{FormulaEdit, NamePart, SalutationFormula};
use crate::domain::id::{FormulaId, SalutationId};
use crate::domain::values::{FormulaType, LANGUAGES, LanguageCode};
use crate::domain::{Command, Field, Records, Table};
use crate::language::Messages;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::growing::{adding_one, rows_or_none};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::parts::icon::Icon;
use crate::ui::store::Store;
use crate::ui::tell::run_and_tell;
use crate::ui::text::{language, say, texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What tells a formula from the others of its salutation.
type Sort = (FormulaType, Option<LanguageCode>);

/// The section of the dialog; nothing for rows that are no salutations.
pub(super) fn formulas(store: Store, key: ClassKey) -> Option<AnyView> {
    let ClassKey::Salutation(salutation) = key else {
        return None;
    };
    let rows = store.memo(&[Table::SalutationFormula], move |records| {
        let mut rows: Vec<_> = records
            .formulas_of(salutation)
            .map(|row| (row.kind, row.language.clone(), row.id))
            .collect();
        rows.sort();
        rows
    });
    let missing = Signal::derive(move || {
        let rows = rows.get();
        let m = texts();
        let is_there =
            |(kind, code): &Sort| rows.iter().any(|row| row.0 == *kind && row.1 == *code);
        let all = sorts().into_iter().filter(|sort| !is_there(sort));
        let options = all.map(|sort| SelectOption::new(key_of(&sort), called(m, &sort)));
        let none = SelectOption::new("", m.class_pages.choose_formula);
        std::iter::once(none).chain(options).collect::<Vec<_>>()
    });
    let add = Callback::new(move |key: String| {
        if let Some(sort) = sorts().into_iter().find(|sort| key_of(sort) == key) {
            create(store, salutation, sort);
        }
    });
    let list = move || {
        view! {
            <ul class="rows">
                <For
                    each=move || rows.get()
                    key=|(_, _, id)| *id
                    children=move |(kind, code, id)| row(store, (kind, code), id)
                />
            </ul>
            {merge_fields()}
        }
        .into_any()
    };
    let section = view! {
        <section class="stack-tight" aria-label=tr(|m| (m.terms.records)(Table::SalutationFormula))>
            <h3>{tr(|m| (m.terms.records)(Table::SalutationFormula))}</h3>
            <p class="muted">{tr(|m| m.class_pages.formulas_why)}</p>
            {rows_or_none(move || !rows.read().is_empty(), |m| m.class_pages.no_formulas, list)}
            {adding_one(|m| m.class_pages.add_formula, missing, add)}
        </section>
    };
    Some(section.into_any())
}

/// All that a salutation can have: for every language first.
fn sorts() -> Vec<Sort> {
    let codes = LANGUAGES.iter().map(|code| LanguageCode::new(code).ok());
    let codes: Vec<_> = std::iter::once(None).chain(codes).collect();
    let of = |code: Option<LanguageCode>| {
        let kinds = FormulaType::ALL.iter();
        kinds.map(move |kind| (*kind, code.clone()))
    };
    codes.into_iter().flat_map(of).collect()
}

/// How the list of choices knows a sort.
fn key_of((kind, code): &Sort) -> String {
    let code = code.as_ref().map_or("", LanguageCode::as_str);
    format!("{kind:?} {code}")
}

/// A sort in words; tracked.
fn called(m: &Messages, (kind, code): &Sort) -> String {
    let name = code
        .as_ref()
        .map(|code| language_name(code.as_str(), language()));
    (m.class_pages.formula_sort)(*kind, name.as_deref())
}

fn create(store: Store, salutation: SalutationId, (kind, code): Sort) {
    let edits = vec![
        FormulaEdit::Type(kind),
        FormulaEdit::Language(code),
        FormulaEdit::Text((say().class_pages.first_formula)(kind).into()),
    ];
    let command = Command::CreateSalutationFormula(clock::new_id(), salutation, edits);
    spawn_local(run_and_tell(store, command));
}

fn row(store: Store, sort: Sort, id: FormulaId) -> AnyView {
    let card = Editing::new(store, id, Command::EditSalutationFormula);
    let name = tr_with(move |m| called(m, &sort));
    let example = Signal::derive(move || {
        let tables = [Table::SalutationFormula, Table::Contact];
        let text = store.read(&tables, |records| example(records, id))?;
        Some((texts().class_pages.formula_example)(&text))
    });
    let text = card.line(
        Field::SalutationText,
        |row: &SalutationFormula| row.text.clone(),
        FormulaEdit::Text,
    );
    let remove = Callback::new(move |()| {
        let command = Command::DeleteSalutationFormula(id, card.revision());
        spawn_local(run_and_tell(store, command));
    });
    view! {
        <li class="formula-row">
            {text.label(name).hint(example).text(100)}
            <Button
                label=tr_with(move |m| (m.class_pages.remove_formula)(&name.get()))
                kind=ButtonKind::Quiet
                icon=Icon::Delete
                icon_only=true
                on_press=remove
            />
        </li>
    }
    .into_any()
}

/// How the formula addresses the first contact who has its salutation.
fn example(records: &Records, id: FormulaId) -> Option<String> {
    let formula = records.get::<SalutationFormula>(id)?;
    let mut theirs = records.contacts_in(ClassKey::Salutation(formula.salutation));
    Some(formula.filled(records, theirs.next()?))
}

/// What can stand in a text, and what it stands for.
fn merge_fields() -> AnyView {
    let part = |part: &NamePart| {
        let part = *part;
        view! {
            <li>
                <code>{part.merge_field()}</code>
                " "
                {tr_with(move |m| (m.terms.field)(part.field()).into())}
            </li>
        }
    };
    view! {
        <ul class="merge-fields muted" aria-label=tr(|m| m.class_pages.merge_fields)>
            {NamePart::ALL.iter().map(part).collect_view()}
        </ul>
    }
    .into_any()
}

//! Interaction templates on cards: looked up, made on the way, deleted.

use super::bound::Bound;
use super::creating::Creating;
use super::groups::group_field;
use super::making::lookup;
use super::options::values;
use super::reading::parsed_id;
use super::removing::Removal;
use crate::browser::clock;
use crate::domain::id::TemplateId;
use crate::domain::interaction::template::{InteractionTemplate, TemplateEdit};
use crate::domain::search::Wanted;
use crate::domain::values::{InformationFlow, InitiatedBy};
use crate::domain::{Command, Field, Table};
use crate::language::format::currency_sign;
use crate::ui::lookups::best;
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;

/// A field that looks up a template by its code or description. "New…" makes one and takes it.
pub fn template_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::InteractionTemplate], |records| {
            let row = records.get::<InteractionTemplate>(parsed_id(&key.read())?)?;
            Some(item(row))
        })
    });
    let offer = move |typed: String| {
        store.peek(|records| {
            let mut rows: Vec<_> = records.all::<InteractionTemplate>().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            let found = best(rows.into_iter(), &Wanted::new(&typed), usize::MAX, |row| {
                format!("{}\n{}", row.code, row.description)
            });
            found.iter().map(|(_, row)| item(row)).collect()
        })
    };
    lookup(bound, selected, offer, move |typed, made, close| {
        new_template(store, typed, made, close)
    })
}

/// The dialog of a new template. What was typed already is its code if it can be one, else its
/// description.
pub fn new_template(
    store: Store,
    typed: &str,
    on_made: Callback<TemplateId>,
    on_close: Callback<()>,
) -> AnyView {
    let id: TemplateId = clock::new_id();
    let new = Creating::<TemplateEdit>::new(store);
    let code = new.code(Field::Code, TemplateEdit::Code);
    let description = new.line(Field::Description, TemplateEdit::Description);
    new.start_named(typed);
    let currency = Signal::derive(move || {
        let code = store.read(&[Table::Setup], |records| records.setup().currency.clone());
        currency_sign(&code).to_string()
    });
    let flows = values(InformationFlow::ALL, |m| m.terms.information_flow);
    let sides = values(InitiatedBy::ALL, |m| m.terms.initiated_by);
    let fields = view! {
        <div class="fields">
            {code.required().autofocus().text(0)} {description.text(100)}
            {group_field(store, new.record(Field::Group, TemplateEdit::Group))}
            {new.money(Field::UnitCost, TemplateEdit::UnitCost).number(currency, true)}
            {new.minutes(Field::UnitDuration, TemplateEdit::UnitDuration)
                .number(tr_with(|m| m.setups.minutes.into()), false)}
            {new.value(Field::InformationFlow, InformationFlow::ALL, TemplateEdit::InformationFlow)
                .options(flows)}
            {new.value(Field::InitiatedBy, InitiatedBy::ALL, TemplateEdit::InitiatedBy)
                .options(sides)}
        </div>
    };
    new.dialog(
        tr(|m| m.setups.new_template),
        move |edits| Command::CreateInteractionTemplate(id, edits),
        Callback::new(move |_| on_made.run(id)),
        on_close,
        fields.into_any(),
    )
}

fn item(row: &InteractionTemplate) -> PickerItem {
    PickerItem::new(
        row.id.to_string(),
        row.code.to_string(),
        row.description.clone(),
    )
}

/// Deletes a template; none for one that is gone.
pub fn template_removal(store: Store, id: TemplateId) -> Option<Removal> {
    store.peek(|records| {
        let stored = records.stored::<InteractionTemplate>(id)?;
        Some(Removal {
            name: stored.row.code.to_string(),
            // Logged entries keep its code.
            detail: None,
            command: Command::DeleteInteractionTemplate(id, stored.revision),
        })
    })
}

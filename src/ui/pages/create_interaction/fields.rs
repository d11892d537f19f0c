//! The fields that matter: contact, template, description, salesperson.

use super::desk::Desk;
use crate::domain::code::TEXT_MAX;
use crate::domain::contact::Contact;
use crate::domain::interaction::form::{FormEdit, InteractionForm};
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::{Field, Records, Table};
use crate::ui::called::called;
use crate::ui::cards::new_contact::making_contact;
use crate::ui::cards::salespeople::making_salesperson;
use crate::ui::lookups::{self, ContactLookup};
use crate::ui::parts::avatar::{Avatar, AvatarShape, AvatarSize};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::choice::{ChoiceCard, ChoiceCards};
use crate::ui::parts::field::{LockedField, TextField};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::picker::{Picker, PickerItem};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

/// So many templates are offered at first: those this company takes most.
const N_FIRST: usize = 6;

/// The name under which a field of the form is found to focus it.
pub(super) fn name(field: Field) -> &'static str {
    match field {
        Field::Contact => "contact",
        Field::Template => "template",
        Field::Description => "description",
        Field::Salesperson => "salesperson",
        Field::Date => "date",
        Field::Time => "time",
        Field::Cost => "cost",
        Field::Duration => "duration",
        Field::Language => "language",
        Field::CorrespondenceType => "correspondence",
        Field::Comment | Field::CommentDate => "comment",
        _ => "",
    }
}

pub(super) fn fields(desk: Desk) -> AnyView {
    view! { {contact(desk)} {template(desk)} {description(desk)} {salesperson(desk)} }.into_any()
}

fn contact(desk: Desk) -> AnyView {
    let chosen = desk.store.memo(&[Table::Contact], move |records| {
        let contact = records.get::<Contact>(desk.form.with(|form| form.contact)?)?;
        Some(lookups::contact_item(records, contact))
    });
    let label = tr_with(|m| (m.terms.field)(Field::Contact).into());
    let locked = desk.is_locked(InteractionForm::is_contact_locked);
    (move || {
        if locked.get() {
            locked_contact(desk, label, chosen)
        } else {
            contact_picker(desk, label, chosen)
        }
    })
    .into_any()
}

fn locked_contact(desk: Desk, label: Signal<String>, chosen: Memo<Option<PickerItem>>) -> AnyView {
    let item = move || chosen.get();
    let mark = move || {
        move || {
            let item = item()?;
            Some(view! {
                <Avatar
                    name=item.label
                    shape=item.shape.unwrap_or(AvatarShape::Square)
                    size=AvatarSize::Small
                />
            })
        }
    };
    let value = move || item().map(|item| item.label).unwrap_or_default();
    view! {
        <LockedField
            label=label
            value=Signal::derive(value)
            mark=mark
            error=desk.problem(Field::Contact)
        />
    }
    .into_any()
}

fn contact_picker(desk: Desk, label: Signal<String>, chosen: Memo<Option<PickerItem>>) -> AnyView {
    let lookup = ContactLookup::new(desk.store);
    let source = Callback::new(move |typed: String| lookup.offer(&typed));
    let pick = Callback::new(move |key: Option<String>| {
        desk.edit(FormEdit::Contact(
            key.and_then(|key| lookups::contact_key(&key)),
        ));
    });
    let typed = Callback::new(move |typed: String| desk.edit(FormEdit::ContactName(typed)));
    let making = making_contact(desk.store, move |id| desk.edit(FormEdit::Contact(Some(id))));
    view! {
        <Picker
            label=label
            selected=chosen
            source=source
            on_pick=pick
            on_text=typed
            on_new=making.ask
            error=desk.problem(Field::Contact)
            required=true
            placeholder=tr(|m| m.create.contact_placeholder)
            name=name(Field::Contact)
            autofocus=true
        />
        {making.dialog()}
    }
    .into_any()
}

fn template(desk: Desk) -> AnyView {
    const TABLES: &[Table] = &[Table::InteractionTemplate, Table::Setup];
    let choices = desk.store.memo(TABLES, |records| {
        // Ordered once, when the form opens: cards that moved under the finger would be a trap.
        let mut templates: Vec<_> = records.all::<InteractionTemplate>().cloned().collect();
        templates.sort_by_key(|template| {
            let used = records.ledger().count(Scope::Template(template.id));
            (std::cmp::Reverse(used), template.code.clone())
        });
        templates
    });
    let all = RwSignal::new(choices.with_untracked(Vec::len) <= N_FIRST + 1);
    let cards = Memo::new(move |_| {
        let currency = desk
            .store
            .read(TABLES, |records| records.setup().currency.clone());
        let chosen = desk.form.with(|form| form.template);
        let is_shown = |at: usize, template: &Arc<InteractionTemplate>| {
            all.get() || at < N_FIRST || chosen == Some(template.id)
        };
        choices.with(|templates| {
            let shown = templates
                .iter()
                .enumerate()
                .filter(|(at, row)| is_shown(*at, row));
            shown
                .map(|(_, template)| card(template, &currency))
                .collect::<Vec<_>>()
        })
    });
    let show_all = Callback::new(move |()| all.set(true));
    let selected = move || {
        desk.form
            .with(|form| form.template.map(|id| id.to_string()))
    };
    let pick = Callback::new(move |key: String| {
        let chosen = choices.with_untracked(|templates| {
            templates
                .iter()
                .find(|template| template.id.to_string() == key)
                .map(|t| t.id)
        });
        desk.edit(FormEdit::Template(chosen));
    });
    view! {
        <ChoiceCards
            label=tr_with(|m| (m.terms.field)(Field::Template).into())
            choices=cards
            selected=Signal::derive(selected)
            on_pick=pick
            error=desk.problem(Field::Template)
            required=true
            name=name(Field::Template)
        />
        <Show when=move || !all.get()>
            <div class="more-templates">
                <Button
                    label=tr_with(move |m| {
                        (m.create.all_templates)(choices.with(Vec::len) as u32)
                    })
                    kind=ButtonKind::Quiet
                    icon=Icon::ChevronDown
                    on_press=show_all
                />
            </div>
        </Show>
    }
    .into_any()
}

/// A template as a card: what it is, and the cost and time it stands for.
fn card(template: &InteractionTemplate, currency: &str) -> ChoiceCard {
    let format = &texts().format;
    let mut detail = Vec::new();
    if template.unit_duration.0 > 0 {
        detail.push(format.minutes(template.unit_duration));
    }
    if template.unit_cost.0 > 0 {
        detail.push(format.money(template.unit_cost, currency));
    }
    let title = called(&template.description, template.code.as_str()).to_string();
    ChoiceCard {
        key: template.id.to_string(),
        title,
        detail: detail.join(" · "),
    }
}

fn description(desk: Desk) -> AnyView {
    let value = move || desk.form.with(|form| form.description.clone());
    let input = Callback::new(move |typed: String| desk.edit(FormEdit::Description(typed)));
    let first = desk.form.with_untracked(|form| form.template.is_some());
    view! {
        <TextField
            label=tr_with(|m| (m.terms.field)(Field::Description).into())
            value=Signal::derive(value)
            on_input=input
            limit=TEXT_MAX as u32
            error=desk.problem(Field::Description)
            required=true
            name=name(Field::Description)
            autofocus=first
        />
    }
    .into_any()
}

fn salesperson(desk: Desk) -> AnyView {
    let chosen = desk
        .store
        .memo(&[Table::Salesperson], move |records: &Records| {
            let row = records.get::<Salesperson>(desk.form.with(|form| form.salesperson)?)?;
            Some(lookups::salesperson_item(row))
        });
    let label = tr_with(|m| (m.terms.field)(Field::Salesperson).into());
    let locked = desk.is_locked(InteractionForm::is_salesperson_locked);
    (move || {
        if locked.get() {
            let value = move || chosen.get().map(|item| item.label).unwrap_or_default();
            let problem = desk.problem(Field::Salesperson);
            view! { <LockedField label=label value=Signal::derive(value) error=problem/> }
                .into_any()
        } else {
            salesperson_picker(desk, label, chosen)
        }
    })
    .into_any()
}

fn salesperson_picker(
    desk: Desk,
    label: Signal<String>,
    chosen: Memo<Option<PickerItem>>,
) -> AnyView {
    let source = Callback::new(move |typed: String| {
        desk.store
            .peek(|records| lookups::salespeople(records, &typed))
    });
    let pick = Callback::new(move |key: Option<String>| {
        desk.edit(FormEdit::Salesperson(
            key.and_then(|key| lookups::salesperson_key(&key)),
        ));
    });
    let making = making_salesperson(desk.store, move |id| {
        desk.edit(FormEdit::Salesperson(Some(id)));
    });
    view! {
        <Picker
            label=label
            selected=chosen
            source=source
            on_pick=pick
            on_new=making.ask
            error=desk.problem(Field::Salesperson)
            required=true
            placeholder=tr(|m| m.create.salesperson_placeholder)
            name=name(Field::Salesperson)
        />
        {making.dialog()}
    }
    .into_any()
}

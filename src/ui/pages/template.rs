//! The card of an interaction template: what it fills in, its languages, and its figures.

use crate::browser::names::language_name;
use crate::domain::code::TemplateCode;
use crate::domain::id::TemplateId;
use crate::domain::interaction::template::{InteractionTemplate, TemplateEdit};
use crate::domain::ledger::Scope;
use crate::domain::values::{
    CorrespondenceType, InformationFlow, InitiatedBy, LANGUAGES, LanguageCode,
};
use crate::domain::{Command, Field, Table};
use crate::language::format::currency_sign;
use crate::ui::action::{Action, register};
use crate::ui::called::called;
use crate::ui::cards::closing::closes_to;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::following::{Addressed, followed};
use crate::ui::cards::groups::group_field;
use crate::ui::cards::growing::{adding_one, rows_or_none};
use crate::ui::cards::history::{HowMuch, Subject, history_facts};
use crate::ui::cards::options::values;
use crate::ui::cards::pickers::{capitalised, code_of_list, languages};
use crate::ui::cards::reading;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::cards::templates::template_removal;
use crate::ui::cards::walking::neighbours;
use crate::ui::keys;
use crate::ui::navigate::current_route;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::MoreMenu;
use crate::ui::parts::sections::Card;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;

type Open = Editing<InteractionTemplate>;

static ADDRESSED: Addressed<InteractionTemplate, TemplateCode> = Addressed {
    code_in: |page| match page {
        Page::Template(code) => Some(code),
        _ => None,
    },
    find: |records, code| records.template_by_code(code),
    code_of: |row| &row.code,
    page: Page::Template,
};

/// The page of the template that the address names.
#[component]
pub fn Template(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let id = followed(store, &ADDRESSED);
    move || match id.get() {
        Some(id) => card(store, id),
        None => {
            let code = untrack(|| match current_route().page {
                Page::Template(code) => code.to_string(),
                _ => String::new(),
            });
            no_record(|m| (m.terms.record)(Table::InteractionTemplate), code)
        }
    }
}

fn card(store: Store, id: TemplateId) -> AnyView {
    let card: Open = Editing::new(store, id, Command::EditInteractionTemplate);
    let removal = RwSignal::new(None::<Removal>);
    let code = card.read(|row| Some(row.code.clone()));
    let heading = card.read(|row| called(&row.description, row.code.as_str()).to_string());
    let log = Signal::derive(move || {
        let context = code.get().map_or(Context::All, Context::Template);
        Route::to(Page::Interactions(context)).href()
    });
    let log = Action::link(|m| (m.terms.records)(Table::LogEntry).into(), log);
    let log = register(log.icon(Icon::Interaction).keys(keys::LOG_ENTRIES));
    let delete = Callback::new(move |()| removal.set(template_removal(store, id)));
    let delete = Action::new(|m| m.setups.delete_template.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger);
    let delete = register(delete);
    closes_to(Page::Templates);
    let walk = neighbours::<InteractionTemplate>(store, id, "templates", |row| {
        Page::Template(row.code.clone())
    });
    let more = Signal::derive(move || vec![delete.menu_item()]);
    let subject = Signal::derive(move || {
        let context = Context::Template(code.get()?);
        let scope = Scope::Template(id);
        Some(Subject { scope, context })
    });
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::Templates).href()>
                        {tr(|m| (m.terms.records)(Table::InteractionTemplate))}
                    </a>
                </nav>
                <h1>{heading}</h1>
                <p class="page-sub">{move || code.get().map(|code| code.to_string())}</p>
            </div>
            <div class="page-actions">
                {log.button()}
                <MoreMenu items=more/>
                {walk}
            </div>
        </header>
        <div class="page-body">
            <div class="stack">
                {general(store, card)} {defaults(card)} {languages_card(card)}
            </div>
            <aside class="page-facts" aria-label=tr(|m| m.logbook.figures)>
                {history_facts(store, subject, HowMuch::Sums, Some(5), ().into_any())}
            </aside>
        </div>
        {removal_question(store, removal, Some(Page::Templates))}
    }
    .into_any()
}

fn general(store: Store, card: Open) -> AnyView {
    let currency = Signal::derive(move || {
        let code = store.read(&[Table::Setup], |records| records.setup().currency.clone());
        currency_sign(&code).to_string()
    });
    let group = card.record(Field::Group, |row| row.group, TemplateEdit::Group);
    view! {
        <Card title=tr(|m| m.setups.general)>
            <div class="fields">
                {card.code(Field::Code, |row| row.code.to_string(), TemplateEdit::Code)
                    .required()
                    .text(0)}
                {card.line(Field::Description, |row| row.description.clone(), TemplateEdit::Description)
                    .text(100)}
                {group_field(store, group)}
                {card.money(Field::UnitCost, |row| row.unit_cost, TemplateEdit::UnitCost)
                    .number(currency, true)}
                {card.minutes(Field::UnitDuration, |row| row.unit_duration, TemplateEdit::UnitDuration)
                    .number(tr_with(|m| m.setups.minutes.into()), false)}
            </div>
        </Card>
    }
    .into_any()
}

fn defaults(card: Open) -> AnyView {
    let flows = InformationFlow::ALL;
    let sides = InitiatedBy::ALL;
    let types = CorrespondenceType::ALL;
    view! {
        <Card title=tr(|m| m.setups.defaults)>
            <div class="fields">
                {card.value(Field::InformationFlow, flows, |row| row.information_flow, TemplateEdit::InformationFlow)
                    .options(values(flows, |m| m.terms.information_flow))}
                {card.value(Field::InitiatedBy, sides, |row| row.initiated_by, TemplateEdit::InitiatedBy)
                    .options(values(sides, |m| m.terms.initiated_by))}
                {card.value(Field::CorrespondenceType, types, |row| row.correspondence_type, TemplateEdit::CorrespondenceType)
                    .select(values(types, |m| m.terms.correspondence_type))}
                {default_language(card)}
                {card.flag(
                    Field::IgnoreContactCorrespondenceType,
                    |row| row.ignore_contact_correspondence_type,
                    TemplateEdit::IgnoreContactCorrespondenceType,
                ).hint(tr(|m| m.setups.ignore_hint)).switch()}
            </div>
        </Card>
    }
    .into_any()
}

/// The language of a template that its contacts' own language does not decide. One that the
/// template does not have is added first, if the user says so.
fn default_language(card: Open) -> AnyView {
    let rows = card.read(languages_of);
    let asking = RwSignal::new(None::<LanguageCode>);
    let shown = |row: &InteractionTemplate| {
        let code = row.default_language.as_ref();
        code.map_or_else(String::new, |code| code.to_string())
    };
    let bound = card.bind(
        Field::DefaultLanguage,
        shown,
        code_of_list(TemplateEdit::DefaultLanguage),
    );
    let options = Signal::derive(move || {
        let m = texts();
        let rows = rows.get();
        let mut options = languages().get();
        for option in &mut options {
            let has = rows.iter().any(|code| code.as_str() == option.value);
            if !has && !option.value.is_empty() {
                option.label = (m.setups.language_to_add)(&option.label);
            }
        }
        // Those it has stand first.
        options.sort_by_key(|option| {
            let has = rows.iter().any(|code| code.as_str() == option.value);
            !has && !option.value.is_empty()
        });
        options
    });
    let picked = move |key: String| {
        let code = LanguageCode::optional(&key).ok().flatten();
        match code {
            Some(code) if !rows.read_untracked().contains(&code) => asking.set(Some(code)),
            _ => bound.pick(key),
        }
    };
    let shown_again = RwSignal::new(0_u32);
    let no = Callback::new(move |()| {
        asking.set(None);
        // The list shows what it did before.
        shown_again.update(|n| *n += 1);
    });
    let yes = Callback::new(move |()| {
        if let Some(code) = asking.get_untracked() {
            asking.set(None);
            card.apply(vec![
                TemplateEdit::AddLanguage(code.clone()),
                TemplateEdit::DefaultLanguage(Some(code)),
            ]);
        }
    });
    let options = Signal::derive(move || {
        shown_again.track();
        options.get()
    });
    let name = move || asking.get().map_or_else(String::new, |code| named(&code));
    view! {
        {bound.picks(Callback::new(picked)).select(options)}
        <Show when=move || asking.read().is_some()>
            <Confirm
                question=tr_with(move |m| (m.setups.add_default_question)(&name()))
                detail=tr(|m| m.setups.add_default_detail)
                choices=vec![
                    Choice::new(tr(|m| m.setups.add), ButtonKind::Primary, yes),
                    Choice::new(tr(|m| m.setups.do_not_add), ButtonKind::Normal, no),
                ]
                on_close=no
            />
        </Show>
    }
    .into_any()
}

fn languages_of(row: &InteractionTemplate) -> Vec<LanguageCode> {
    row.languages
        .iter()
        .map(|row| row.language.clone())
        .collect()
}

/// A language by its name; tracked.
fn named(code: &LanguageCode) -> String {
    language_name(code.as_str(), language())
}

fn languages_card(card: Open) -> AnyView {
    let rows = card.read(languages_of);
    let removing = RwSignal::new(None::<LanguageCode>);
    let missing = Signal::derive(move || {
        let rows = rows.get();
        let mut options = languages().get();
        options.retain(|option| {
            let code = option.value.as_str();
            LANGUAGES.contains(&code) && !rows.iter().any(|row| row.as_str() == code)
        });
        options.insert(0, SelectOption::new("", texts().setups.choose_language));
        options
    });
    let add = Callback::new(move |key: String| {
        if let Ok(Some(code)) = LanguageCode::optional(&key) {
            card.apply(vec![TemplateEdit::AddLanguage(code)]);
        }
    });
    let keep = Callback::new(move |()| removing.set(None));
    let remove = Callback::new(move |()| {
        if let Some(code) = removing.get_untracked() {
            removing.set(None);
            card.apply(vec![TemplateEdit::RemoveLanguage(code)]);
        }
    });
    let name = move || removing.get().map_or_else(String::new, |code| named(&code));
    let list = move || {
        view! {
            <ul class="rows">
                <For
                    each=move || rows.get()
                    key=LanguageCode::clone
                    children=move |code| language_row(card, code, removing)
                />
            </ul>
        }
        .into_any()
    };
    view! {
        <Card title=tr(|m| m.setups.languages) note=tr(|m| m.setups.languages_note)>
            <div class="stack">
                {rows_or_none(move || !rows.read().is_empty(), |m| m.setups.no_languages, list)}
                {adding_one(|m| m.setups.add_language, missing, add)}
            </div>
        </Card>
        <Show when=move || removing.read().is_some()>
            <Confirm
                question=tr_with(move |m| (m.setups.remove_language_question)(&name()))
                detail=tr(|m| m.setups.remove_language_detail)
                choices=vec![
                    Choice::new(tr(|m| m.logbook.keep), ButtonKind::Normal, keep),
                    Choice::new(tr(|m| m.setups.remove), ButtonKind::Danger, remove),
                ]
                on_close=keep
            />
        </Show>
    }
    .into_any()
}

fn language_row(
    card: Open,
    code: LanguageCode,
    removing: RwSignal<Option<LanguageCode>>,
) -> AnyView {
    let is_default = {
        let code = code.clone();
        card.read(move |row| row.default_language.as_ref() == Some(&code))
    };
    let remark = {
        let code = code.clone();
        move |row: &InteractionTemplate| {
            let row = row.language(&code);
            row.map_or_else(String::new, |row| row.description.clone())
        }
    };
    let edit = {
        let code = code.clone();
        move |text| TemplateEdit::LanguageDescription(code.clone(), text)
    };
    let name = {
        let code = code.clone();
        Signal::derive(move || named(&code))
    };
    let remove = Callback::new(move |()| removing.set(Some(code.clone())));
    let remark = card.bind(Field::Description, remark, reading::line(edit));
    view! {
        <li class="language-row">
            <span class="language-name">
                <strong>{move || capitalised(&name.get())}</strong>
                <Show when=move || is_default.get()>
                    <Badge text=tr(|m| m.setups.default_mark) tone=Tone::Accent/>
                </Show>
            </span>
            {remark.label(tr_with(move |m| (m.setups.remark)(&name.get()))).text(100)}
            <Button
                label=tr_with(move |m| (m.setups.remove_language)(&name.get()))
                kind=ButtonKind::Quiet
                icon=Icon::Delete
                icon_only=true
                on_press=remove
            />
        </li>
    }
    .into_any()
}

//! Interaction Templates: what interactions start from.

use crate::browser::names::language_name;
use crate::domain::filter::Kind;
use crate::domain::id::TemplateId;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::values::{CorrespondenceType, InformationFlow, InitiatedBy};
use crate::domain::{Field, Records, Table};
use crate::language::{Lang, Messages};
use crate::ui::called::called;
use crate::ui::cards::new_record::NewRecord;
use crate::ui::cards::pickers::capitalised;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::cards::templates::{self, template_removal};
use crate::ui::lists::entries::{correspondence_types, information_flows, initiators};
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::navigate::{close_sheet, replace};
use crate::ui::parts::button::LinkButton;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

const TABLES: &[Table] = &[Table::InteractionTemplate, Table::InteractionGroup];
/// The page of interaction templates.
#[component]
pub fn Templates(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let removal = RwSignal::new(None::<Removal>);
    let new = NewRecord::on_page(|m| m.setups.new_template);
    let is_new = new.is_asked();
    let lines = Memo::new(move |_| {
        let (m, lang) = (texts(), language());
        store.read(TABLES, |records| {
            let mut rows: Vec<_> = records.all::<InteractionTemplate>().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            let lines = rows.into_iter().map(|row| line(m, lang, records, row));
            Arc::new(lines.collect::<Vec<_>>())
        })
    });
    let empty = move || {
        new.empty(
            Icon::Template,
            |m| m.create.no_templates,
            |m| m.create.no_templates_detail,
        )
    };
    let list = small_list(
        store,
        SmallList {
            name: "templates",
            label: tr_with(|m| (m.terms.records)(Table::InteractionTemplate).into()),
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "code",
                descending: false,
            }),
            cell: None,
            on_open: None,
            on_active: None,
            on_delete: Some(Callback::new(move |key| {
                removal.set(template_removal(store, id_of(key)));
            })),
            empty: empty.into(),
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::InteractionTemplate))}</h1>
                <p class="page-sub">{tr(|m| m.setups.templates_detail)}</p>
            </div>
            <div class="page-actions">
                {new.button()}
                <LinkButton
                    label=tr_with(|m| (m.terms.records)(Table::InteractionGroup).into())
                    href=Route::to(Page::Groups).href()
                />
            </div>
        </header>
        <div class="page-body page-fill">{list}</div>
        <Show when=move || is_new.get()>{new_template(store)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let short = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind)
    };
    let two = Kind::Option { n: 2 };
    let money = Kind::Number { decimals: 2 };
    let (code, text) = (Kind::Code, Kind::Text);
    vec![
        ListField::of("code", Field::Code, Width::Px(116), code).phone(PhonePlace::End),
        short("group", tr(|m| m.setups.group_short), 100, code),
        ListField::of("description", Field::Description, Width::Grow(190), text)
            .phone(PhonePlace::Title),
        short("cost", tr(|m| m.setups.cost_short), 98, money)
            .end()
            .phone(PhonePlace::Detail),
        short(
            "duration",
            tr(|m| m.setups.duration_short),
            100,
            Kind::Duration,
        )
        .end()
        .phone(PhonePlace::Detail),
        short("flow", tr(|m| m.setups.flow_short), 96, two)
            .options(information_flows)
            .phone(PhonePlace::Detail),
        short("initiated", tr(|m| m.setups.initiated_short), 94, two).options(initiators),
        short("type", tr(|m| m.setups.type_short), 130, two).options(correspondence_types),
        short("ignore", tr(|m| m.setups.ignore_short), 128, Kind::YesNo).gives_way(2),
        short("language", tr(|m| m.setups.language_short), 100, text).gives_way(1),
    ]
}

fn line(m: &Messages, lang: Lang, records: &Records, row: &InteractionTemplate) -> Line {
    let group = row.group.and_then(|id| records.get::<InteractionGroup>(id));
    let group = group.map_or_else(String::new, |group| group.code.to_string());
    let named = row.default_language.as_ref();
    let named = named.map_or_else(String::new, |code| {
        capitalised(&language_name(code.as_str(), lang))
    });
    let ignores = row.ignore_contact_correspondence_type;
    let currency = &records.setup().currency;
    let minutes = row.unit_duration;
    // The link to its card needs a name.
    let title = called(&row.description, row.code.as_str());
    Line {
        key: key_of(row.id),
        href: Route::to(Page::Template(row.code.clone())).href(),
        cells: vec![
            ("code", Cell::code(&row.code)),
            ("group", Cell::code(group)),
            ("description", Cell::text(title)),
            (
                "cost",
                Cell::figure(m.format.money(row.unit_cost, currency), row.unit_cost.0),
            ),
            (
                "duration",
                Cell::figure(m.format.minutes(minutes), minutes.0.into()),
            ),
            (
                "flow",
                Cell::option(
                    InformationFlow::ALL,
                    row.information_flow,
                    m.terms.information_flow,
                ),
            ),
            (
                "initiated",
                Cell::option(InitiatedBy::ALL, row.initiated_by, m.terms.initiated_by),
            ),
            (
                "type",
                Cell::option(
                    CorrespondenceType::ALL,
                    row.correspondence_type,
                    m.terms.correspondence_type,
                ),
            ),
            (
                "ignore",
                Cell::yes_no(if ignores { m.logbook.yes } else { "" }, ignores),
            ),
            ("language", Cell::text(named)),
        ],
    }
}

fn new_template(store: Store) -> AnyView {
    let made = move |id: TemplateId| {
        let code = store.peek(|records| Some(records.get::<InteractionTemplate>(id)?.code.clone()));
        match code {
            Some(code) => replace(Route::to(Page::Template(code))),
            None => close_sheet(),
        }
    };
    let close = Callback::new(|()| close_sheet());
    templates::new_template(store, "", Callback::new(made), close)
}

//! One number series: its switches, its lines, the series that may stand in for it, and a test.

use super::lines::lines;
use crate::domain::code::SeriesCode;
use crate::domain::id::SeriesId;
use crate::domain::number_series::{NumberSeries, SeriesEdit};
use crate::domain::{Command, Field, Table};
use crate::language::explain;
use crate::ui::action::{Action, register};
use crate::ui::called::called;
use crate::ui::cards::closing::closes_to;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::following::{Addressed, followed};
use crate::ui::cards::growing::{adding_one, rows_or_none};
use crate::ui::cards::reading::parsed_id;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::cards::series::series_removal;
use crate::ui::cards::walking::neighbours;
use crate::ui::navigate::current_route;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::fact_box::FactBox;
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::MoreMenu;
use crate::ui::parts::sections::Card;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{say, texts, tr, tr_with};
use leptos::prelude::*;

pub(super) type Open = Editing<NumberSeries>;

static ADDRESSED: Addressed<NumberSeries, SeriesCode> = Addressed {
    code_in: |page| match page {
        Page::OneSeries(code) => Some(code),
        _ => None,
    },
    find: |records, code| records.series_by_code(code),
    code_of: |row| &row.code,
    page: Page::OneSeries,
};

/// The page of the series that the address names.
#[component]
pub fn OneSeries(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let id = followed(store, &ADDRESSED);
    move || match id.get() {
        Some(id) => card(store, id),
        None => {
            let code = untrack(|| match current_route().page {
                Page::OneSeries(code) => code.to_string(),
                _ => String::new(),
            });
            no_record(|m| (m.terms.record)(Table::NumberSeries), code)
        }
    }
}

fn card(store: Store, id: SeriesId) -> AnyView {
    let card: Open = Editing::new(store, id, Command::EditNumberSeries);
    let removal = RwSignal::new(None::<Removal>);
    let code = card.read(|row| Some(row.code.clone()));
    let code_text = move || code.get().map_or_else(String::new, |code| code.to_string());
    let heading = card.read(|row| called(&row.description, row.code.as_str()).to_string());
    let delete = Callback::new(move |()| removal.set(series_removal(store, id)));
    let delete = Action::new(|m| m.setups.delete_series.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger);
    let delete = register(delete);
    closes_to(Page::NumberSeries);
    let walk =
        neighbours::<NumberSeries>(store, id, "series", |row| Page::OneSeries(row.code.clone()));
    let more = Signal::derive(move || vec![delete.menu_item()]);
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::Setup).href()>{tr(|m| m.frame.setup)}</a>
                    " › "
                    <a href=Route::to(Page::NumberSeries).href()>
                        {tr(|m| (m.terms.records)(Table::NumberSeries))}
                    </a>
                </nav>
                <h1>{heading}</h1>
                <p class="page-sub">{code_text}</p>
            </div>
            <div class="page-actions"><MoreMenu items=more/> {walk}</div>
        </header>
        <div class="stack">
            <div class="columns-wide">
                {general(card)}
                <div class="stack">{test(store, card)} {used_for(store, id)}</div>
            </div>
            {lines(card)} {related(store, card)}
        </div>
        {removal_question(store, removal, Some(Page::NumberSeries))}
    }
    .into_any()
}

fn general(card: Open) -> AnyView {
    view! {
        <Card title=tr(|m| m.setups.general)>
            <div class="stack">
                <div class="fields">
                    {card.code(Field::Code, |row| row.code.to_string(), SeriesEdit::Code)
                        .required()
                        .text(0)}
                    {card.line(Field::Description, |row| row.description.clone(), SeriesEdit::Description)
                        .text(100)}
                </div>
                <div class="fields">
                    {card.flag(Field::DefaultNos, |row| row.default_nos, SeriesEdit::DefaultNos)
                        .hint(tr(|m| m.setups.default_nos_hint))
                        .switch()}
                    {card.flag(Field::ManualNos, |row| row.manual_nos, SeriesEdit::ManualNos)
                        .hint(tr(|m| m.setups.manual_nos_hint))
                        .switch()}
                    {card.flag(Field::DateOrder, |row| row.date_order, SeriesEdit::DateOrder)
                        .hint(tr(|m| m.setups.date_order_hint))
                        .switch()}
                </div>
            </div>
        </Card>
    }
    .into_any()
}

/// Shows what number would come next, or why none would, and takes nothing.
fn test(store: Store, card: Open) -> AnyView {
    let result = RwSignal::new(None::<Result<(String, String), String>>);
    let try_it = Callback::new(move |()| {
        let m = say();
        let on = store.moment().work_date;
        let next = store.peek(|records| Some(records.get::<NumberSeries>(card.id())?.peek(on)));
        result.set(next.map(|next| match next {
            Ok(no) => Ok((no.to_string(), (m.setups.test_result)(&m.format.date(on)))),
            Err(refusal) => Err(explain::reason(m, &refusal)),
        }));
    });
    // What was shown is old once the series changes.
    let lines = card.read(|row| (row.lines.clone(), row.date_order));
    Effect::new(move |before: Option<()>| {
        lines.track();
        if before.is_some() {
            result.set(None);
        }
    });
    let shown = move || match result.get() {
        None => view! { <p class="muted">{tr(|m| m.setups.test_detail)}</p> }.into_any(),
        Some(Ok((no, detail))) => view! {
            <p><strong class="figure-value">{no}</strong> <span class="muted">{detail}</span></p>
        }
        .into_any(),
        Some(Err(sentence)) => view! { <p class="field-error">{sentence}</p> }.into_any(),
    };
    view! {
        <FactBox title=tr(|m| m.setups.next_no)>
            <div class="stack-tight">
                <div role="status">{shown}</div>
                <div><Button label=tr(|m| m.setups.test) on_press=try_it/></div>
            </div>
        </FactBox>
    }
    .into_any()
}

fn used_for(store: Store, id: SeriesId) -> AnyView {
    let used = store.memo(&[Table::Setup], move |records| {
        records.setup().numbered_by(id)
    });
    let links = move || {
        let link = |field: Field| {
            let href = Route::to(Page::MarketingSetup).href();
            view! { <div><a href=href>{tr_with(move |m| (m.terms.field)(field).into())}</a></div> }
        };
        used.get().into_iter().map(link).collect_view()
    };
    view! {
        <Show when=move || !used.read().is_empty()>
            <FactBox title=tr(|m| m.setups.used_for)>
                <div class="stack-tight">{links}</div>
            </FactBox>
        </Show>
    }
    .into_any()
}

fn related(store: Store, card: Open) -> AnyView {
    let ids = card.read(|row| row.related.clone());
    let shown = Memo::new(move |_| {
        let ids = ids.get();
        store.read(&[Table::NumberSeries], |records| {
            let rows = ids.iter().filter_map(|id| records.get::<NumberSeries>(*id));
            let named = rows.map(|row| (row.id, row.code.to_string(), row.description.clone()));
            named.collect::<Vec<_>>()
        })
    });
    let options = Signal::derive(move || {
        let ids = ids.get();
        let others = store.read(&[Table::NumberSeries], |records| {
            let rows = records.all::<NumberSeries>();
            let others = rows.filter(|row| row.id != card.id() && !ids.contains(&row.id));
            let named = others.map(|row| {
                let label = format!("{} {}", row.code, row.description);
                SelectOption::new(row.id.to_string(), label.trim_end())
            });
            named.collect::<Vec<_>>()
        });
        let blank = SelectOption::new("", texts().setups.choose_language);
        std::iter::once(blank).chain(others).collect::<Vec<_>>()
    });
    // Beside the blank one.
    let offers = Memo::new(move |_| options.read().len() > 1);
    let add = Callback::new(move |key: String| {
        if let Some(id) = parsed_id(&key) {
            card.apply(vec![SeriesEdit::AddRelated(id)]);
        }
    });
    let row = move |(id, code, description): (SeriesId, String, String)| {
        let remove = Callback::new(move |()| card.apply(vec![SeriesEdit::RemoveRelated(id)]));
        let name = code.clone();
        view! {
            <li class="row">
                <span class="row-text">
                    <strong>{code}</strong> " " <span class="row-detail">{description}</span>
                </span>
                <span class="row-end">
                    <Button
                        label=tr_with(move |m| (m.setups.remove_related)(&name))
                        kind=ButtonKind::Quiet
                        icon=Icon::Close
                        icon_only=true
                        on_press=remove
                    />
                </span>
            </li>
        }
    };
    let list = move || {
        view! {
            <ul class="rows">{move || shown.get().into_iter().map(row).collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <Card title=tr(|m| m.setups.related) note=tr(|m| m.setups.related_note)>
            <div class="stack">
                {rows_or_none(move || !shown.read().is_empty(), |m| m.setups.no_related, list)}
                <Show when=move || offers.get()>
                    {adding_one(|m| m.setups.add_related, options, add)}
                </Show>
            </div>
        </Card>
    }
    .into_any()
}

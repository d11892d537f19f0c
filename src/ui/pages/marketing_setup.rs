//! Marketing Setup: the settings of contacts and interactions.

use crate::domain::id::SeriesId;
use crate::domain::number_series::NumberSeries;
use crate::domain::setup::{MarketingSetup as Row, SetupEdit};
use crate::domain::values::CorrespondenceType;
use crate::domain::{Field, Table};
use crate::language::explain;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::options::values;
use crate::ui::cards::pickers::{code_of_list, countries, languages};
use crate::ui::cards::salespeople::salesperson_field;
use crate::ui::cards::series::series_field;
use crate::ui::cards::templates::template_field;
use crate::ui::parts::button::LinkButton;
use crate::ui::parts::field::TextKind;
use crate::ui::parts::sections::Card;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

type Open = Editing<Row>;

/// The page of the marketing setup.
#[component]
pub fn MarketingSetup(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let card = Editing::setup(store);
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::Setup).href()>{tr(|m| m.frame.setup)}</a>
                </nav>
                <h1>{tr(|m| (m.terms.records)(Table::Setup))}</h1>
                <p class="page-sub">{tr(|m| m.setups.setup_detail)}</p>
            </div>
        </header>
        <div class="columns-2">
            <div class="stack">{numbering(store, card)} {inheritance(card)} {general(store, card)}</div>
            <div class="stack">{defaults(store, card)} {own_address(card)}</div>
        </div>
    }
    .into_any()
}

fn numbering(store: Store, card: Open) -> AnyView {
    let contacts = card.record(
        Field::ContactNos,
        |row| row.contact_nos,
        SetupEdit::ContactNos,
    );
    let segments = card.record(
        Field::SegmentNos,
        |row| row.segment_nos,
        SetupEdit::SegmentNos,
    );
    let campaigns = card.record(
        Field::CampaignNos,
        |row| row.campaign_nos,
        SetupEdit::CampaignNos,
    );
    let all = || {
        view! {
            <LinkButton
                label=tr_with(|m| (m.terms.records)(Table::NumberSeries).into())
                href=Route::to(Page::NumberSeries).href()
            />
        }
    };
    view! {
        <Card title=tr(|m| m.setups.numbering) actions=all>
            <div class="stack">
                {series_field(store, contacts.hint(next(store, |row| row.contact_nos)))}
                {series_field(store, segments.hint(next(store, |row| row.segment_nos)))}
                {series_field(store, campaigns.hint(next(store, |row| row.campaign_nos)))}
            </div>
        </Card>
    }
    .into_any()
}

/// What number the next record gets of a series, or why it would get none.
fn next(store: Store, series: fn(&Row) -> Option<SeriesId>) -> Signal<Option<String>> {
    Signal::derive(move || {
        let m = texts();
        let on = store.moment().work_date;
        let text = store.read(&[Table::Setup, Table::NumberSeries], |records| {
            let series = series(&records.setup());
            match series.and_then(|id| records.get::<NumberSeries>(id)) {
                None => m.setups.numbering_none.to_string(),
                Some(series) => match series.peek(on) {
                    Ok(no) => (m.setups.numbering_next)(no.as_str()),
                    Err(refusal) => explain::reason(m, &refusal),
                },
            }
        });
        Some(text)
    })
}

fn inheritance(card: Open) -> AnyView {
    view! {
        <Card title=tr(|m| m.setups.inheritance) note=tr(|m| m.setups.inheritance_note)>
            <div class="stack-tight">
                {card.flag(Field::Salesperson, |row| row.inherit.salesperson, SetupEdit::InheritSalesperson)
                    .switch()}
                {card.flag(Field::Country, |row| row.inherit.country, SetupEdit::InheritCountry)
                    .switch()}
                {card.flag(Field::Language, |row| row.inherit.language, SetupEdit::InheritLanguage)
                    .switch()}
                {card.flag(Field::Address, |row| row.inherit.address, SetupEdit::InheritAddress)
                    .label(tr_with(|m| m.setups.inherit_address.into()))
                    .switch()}
                {card.flag(Field::Phone, |row| row.inherit.communication, SetupEdit::InheritCommunication)
                    .label(tr_with(|m| m.setups.inherit_communication.into()))
                    .switch()}
            </div>
        </Card>
    }
    .into_any()
}

fn defaults(store: Store, card: Open) -> AnyView {
    let salesperson = card.record(
        Field::DefaultSalesperson,
        |row| row.defaults.salesperson,
        SetupEdit::DefaultSalesperson,
    );
    let country = card.bind(
        Field::DefaultCountry,
        |row| {
            row.defaults
                .country
                .as_ref()
                .map_or_else(String::new, ToString::to_string)
        },
        code_of_list(SetupEdit::DefaultCountry),
    );
    let language = card.bind(
        Field::DefaultLanguageCode,
        |row| {
            row.defaults
                .language
                .as_ref()
                .map_or_else(String::new, ToString::to_string)
        },
        code_of_list(SetupEdit::DefaultLanguage),
    );
    let types = CorrespondenceType::ALL;
    view! {
        <Card title=tr(|m| m.setups.defaults_title) note=tr(|m| m.setups.defaults_note)>
            <div class="fields">
                {salesperson_field(store, salesperson)}
                {country.select(countries())}
                {language.select(languages())}
                {card.value(
                    Field::DefaultCorrespondenceType,
                    types,
                    |row| row.defaults.correspondence_type,
                    SetupEdit::DefaultCorrespondenceType,
                ).select(values(types, |m| m.terms.correspondence_type))}
            </div>
        </Card>
    }
    .into_any()
}

/// Where we are, as it stands on what is printed.
fn own_address(card: Open) -> AnyView {
    let country = card.bind(
        Field::Country,
        |row| {
            let code = row.own.country.as_ref();
            code.map_or_else(String::new, ToString::to_string)
        },
        code_of_list(SetupEdit::OwnCountry),
    );
    view! {
        <Card title=tr(|m| m.print.own_address) note=tr(|m| m.print.own_address_note)>
            <div class="fields">
                {card.line(Field::Address, |row| row.own.address.clone(), SetupEdit::OwnAddress).text(100)}
                {card.line(Field::Address2, |row| row.own.address_2.clone(), SetupEdit::OwnAddress2).text(50)}
                {card.line(Field::PostCode, |row| row.own.post_code.clone(), SetupEdit::OwnPostCode).text(20)}
                {card.line(Field::City, |row| row.own.city.clone(), SetupEdit::OwnCity).text(30)}
                {country.select(countries())}
                {card.line(Field::Phone, |row| row.own.phone.clone(), SetupEdit::OwnPhone)
                    .typed(30, TextKind::Phone)}
                {card.line(Field::Email, |row| row.own.email.clone(), SetupEdit::OwnEmail)
                    .typed(80, TextKind::Email)}
                {card.line(Field::HomePage, |row| row.own.home_page.clone(), SetupEdit::OwnHomePage)
                    .typed(255, TextKind::Url)}
            </div>
        </Card>
    }
    .into_any()
}

fn general(store: Store, card: Open) -> AnyView {
    let template = card.record(
        Field::CoverSheetTemplate,
        |row| row.cover_sheet_template,
        SetupEdit::CoverSheetTemplate,
    );
    let template = template.hint(tr(|m| m.print.cover_sheet_hint));
    view! {
        <Card title=tr(|m| m.setups.general)>
            <div class="fields">
                {card.code(Field::CurrencyCode, |row| row.currency.clone(), SetupEdit::Currency)
                    .hint(tr(|m| m.setups.currency_hint))
                    .required()
                    .text(0)}
                {template_field(store, template)}
            </div>
        </Card>
    }
    .into_any()
}

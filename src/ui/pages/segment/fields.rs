//! The header of a segment: what its lines get when contacts are added, each field saved when it is
//! left. A change that lines may follow asks first.

use super::Open;
use super::languages::{default_language, languages};
use crate::domain::Field;
use crate::domain::Table;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::segment::{Segment, SegmentEdit};
use crate::domain::values::{CorrespondenceType, InformationFlow, InitiatedBy};
use crate::language::format::currency_sign;
use crate::ui::cards::campaigns::campaign_field;
use crate::ui::cards::options::values;
use crate::ui::cards::salespeople::salesperson_field;
use crate::ui::cards::templates::template_field;
use crate::ui::parts::field::TextKind;
use crate::ui::parts::sections::Section;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

/// What it is called, who is responsible, and when.
pub(super) fn general(store: Store, card: Open) -> AnyView {
    let description = card.line(
        Field::Description,
        |row| row.description.clone(),
        SegmentEdit::Description,
    );
    let no = card.code(Field::No, |row| row.no.to_string(), SegmentEdit::No);
    let salesperson = card.record(
        Field::Salesperson,
        |row| row.salesperson,
        SegmentEdit::Salesperson,
    );
    let date = card.date(Field::Date, |row| row.date, SegmentEdit::Date);
    let summary = card.read(|row| (row.no.to_string(), row.date));
    let summary = Signal::derive(move || {
        let (no, date) = summary.get();
        let date = date.map(|date| texts().format.date(date));
        Some(
            [Some(no), date]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
        )
    });
    let is_filled = untrack(|| card.read(|row| !row.description.is_empty()).get());
    view! {
        <Section title=tr(|m| m.segment_pages.general) open=!is_filled summary=summary>
            <div class="fields">
                <div class="field-double">{description.required().name("segment-description").text(100)}</div>
                {no.required().name("segment-no").typed(20, TextKind::Code)}
                {salesperson_field(store, salesperson)}
                {date.date()}
            </div>
        </Section>
    }
    .into_any()
}

/// What kind of interaction it will be.
pub(super) fn interaction(store: Store, card: Open) -> AnyView {
    let template = card.record(
        Field::Template,
        |row| row.template,
        |template| SegmentEdit::Template {
            template,
            keep_campaign: false,
        },
    );
    let currency = Signal::derive(move || {
        let code = store.read(&[Table::Setup], |records| records.setup().currency.clone());
        currency_sign(&code).to_string()
    });
    let (flows, sides) = (InformationFlow::ALL, InitiatedBy::ALL);
    let types = CorrespondenceType::ALL;
    let cost = card.money(Field::UnitCost, |row| row.unit_cost, SegmentEdit::UnitCost);
    let duration = card.minutes(
        Field::UnitDuration,
        |row| row.unit_duration,
        SegmentEdit::UnitDuration,
    );
    let flow = card.value(
        Field::InformationFlow,
        flows,
        |row| row.information_flow,
        SegmentEdit::InformationFlow,
    );
    let side = card.value(
        Field::InitiatedBy,
        sides,
        |row| row.initiated_by,
        SegmentEdit::InitiatedBy,
    );
    let kind = card.value(
        Field::CorrespondenceType,
        types,
        |row| row.correspondence_type,
        SegmentEdit::CorrespondenceType,
    );
    let ignores = card.flag(
        Field::IgnoreContactCorrespondenceType,
        |row| row.ignore_contact_correspondence_type,
        SegmentEdit::IgnoreContactCorrespondenceType,
    );
    let is_chosen = untrack(|| card.read(|row| row.template.is_some()).get());
    view! {
        <Section
            title=tr(|m| m.segment_pages.interaction)
            note=tr(|m| m.segment_pages.interaction_note)
            open=!is_chosen
            summary=summary(store, card)
        >
            <div class="fields">
                {template_field(store, template)}
                {cost.number(currency, true)}
                {duration.number(tr(|m| m.setups.minutes), false)}
                {flow.options(values(flows, |m| m.terms.information_flow))}
                {side.options(values(sides, |m| m.terms.initiated_by))}
                {kind.select(values(types, |m| m.terms.correspondence_type))}
                {default_language(card)}
                {ignores.hint(tr(|m| m.segment_pages.ignore_hint)).switch()}
            </div>
            {languages(card)}
        </Section>
    }
    .into_any()
}

/// The interaction in one line, while its section is folded.
fn summary(store: Store, card: Open) -> Signal<Option<String>> {
    let row = card.read(|row| Some(row.clone()));
    Signal::derive(move || {
        let m = texts();
        let row = row.get()?;
        let tables = &[Table::InteractionTemplate, Table::Setup];
        let (code, currency) = store.read(tables, |records| {
            let template = row.template;
            let template = template.and_then(|id| records.get::<InteractionTemplate>(id));
            let code = template.map_or_else(String::new, |row| row.code.to_string());
            (code, records.setup().currency.clone())
        });
        let one = |text: Option<&'static str>| text.unwrap_or_default().to_string();
        let parts = [
            code,
            m.format.money(row.unit_cost, &currency),
            m.format.minutes(row.unit_duration),
            one(row.information_flow.map(m.terms.information_flow)),
            one(row.initiated_by.map(m.terms.initiated_by)),
            one(row.correspondence_type.map(m.terms.correspondence_type)),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(parts.join(" · "))
    })
}

/// The campaign that it belongs to, and what its lines are in it.
pub(super) fn campaign(store: Store, card: Open) -> AnyView {
    let number = |row: &Segment| Some(row.campaign.as_ref()?.code.to_string());
    let mentioned = card.read(number);
    let choice = card.record(
        Field::Campaign,
        |row| Some(row.campaign.as_ref()?.id),
        SegmentEdit::Campaign,
    );
    let target = card.flag(
        Field::CampaignTarget,
        |row| row.campaign_target,
        SegmentEdit::CampaignTarget,
    );
    let response = card.flag(
        Field::CampaignResponse,
        |row| row.campaign_response,
        SegmentEdit::CampaignResponse,
    );
    let summary = tr_with(move |m| mentioned.get().unwrap_or_else(|| m.terms.blank.into()));
    let summary = Signal::derive(move || Some(summary.get()));
    view! {
        <Section title=tr(|m| m.segment_pages.campaign) summary=summary>
            <div class="fields">
                {campaign_field(store, choice, mentioned)} {target.switch()} {response.switch()}
            </div>
        </Section>
    }
    .into_any()
}

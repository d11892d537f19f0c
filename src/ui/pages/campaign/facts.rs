//! Beside a campaign: whom it reached and who responded, and its last interactions.

use super::Open;
use crate::domain::Table;
use crate::domain::campaign::statistics::figures;
use crate::domain::ledger::Scope;
use crate::domain::values::Minutes;
use crate::ui::cards::history::{HowMuch, Subject, history_facts};
use crate::ui::parts::fact_box::{Figure, Figures};
use crate::ui::parts::field::ReadOnlyField;
use crate::ui::route::Context;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

/// So many of the last interactions are shown.
const N_LAST: usize = 8;

/// The statistics, number, cost and duration of its interactions, and the last ones of them.
pub(super) fn facts(store: Store, card: Open) -> AnyView {
    let id = card.id();
    let no = card.read(|row| Some(row.no.clone()));
    let subject = Signal::derive(move || {
        let context = Context::Campaign(no.get()?);
        let scope = Scope::Campaign(id);
        Some(Subject { scope, context })
    });
    let sums = store.memo(&[Table::LogEntry], move |records| figures(records, id));
    let answers = Signal::derive(move || {
        let (m, sums) = (texts(), sums.get());
        let count = |n: u32| m.format.count(n.into());
        let rate = i64::try_from(sums.response_rate_tenths()).unwrap_or(i64::MAX);
        let rate = (m.campaign_pages.percent)(&m.format.decimal(rate, 1));
        vec![
            Figure::new(count(sums.n_contacted), m.campaign_pages.contacted_figure),
            Figure::new(count(sums.n_responded), m.campaign_pages.responded_figure),
            Figure::new(rate, m.campaign_pages.rate_figure),
        ]
    });
    // Nothing is said of an answer while there is none.
    let cost = Signal::derive(move || {
        let (m, sums) = (texts(), sums.get());
        let currency = store.read(&[Table::Setup], |records| records.setup().currency.clone());
        match sums.n_responded {
            0 => String::new(),
            _ => m.format.money(sums.cost_per_response(), &currency),
        }
    });
    let duration = Signal::derive(move || {
        let (m, sums) = (texts(), sums.get());
        let minutes = (sums.minutes_per_response_hundredths() + 50) / 100;
        let minutes = Minutes(u32::try_from(minutes).unwrap_or(u32::MAX));
        match sums.n_responded {
            0 => String::new(),
            _ => m.format.hours_and_minutes(minutes),
        }
    });
    let above = view! {
        <Figures figures=answers/>
        <div class="pairs">
            <ReadOnlyField label=tr(|m| m.campaign_pages.cost_per_response) value=cost/>
            <ReadOnlyField label=tr(|m| m.campaign_pages.duration_per_response) value=duration/>
        </div>
    };
    history_facts(
        store,
        subject,
        HowMuch::Sums,
        Some(N_LAST),
        above.into_any(),
    )
}

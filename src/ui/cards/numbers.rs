//! The number of a new record, which its series gives or the user types.

use super::bound::Bound;
use crate::domain::Table;
use crate::domain::id::SeriesId;
use crate::domain::number_series::NumberSeries;
use crate::domain::number_series::next::may_be_typed;
use crate::domain::setup::MarketingSetup;
use crate::language::Messages;
use crate::ui::parts::button::{ButtonKind, LinkButton};
use crate::ui::parts::field::TextKind;
use crate::ui::parts::icon::Icon;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;

/// The number of a new record, where it may be typed; where it must be, `no_series` says that no series gives one,
/// and the way to the setup stands beside it.
pub fn number_field(
    store: Store,
    no: Bound,
    series: fn(&MarketingSetup) -> Option<SeriesId>,
    no_series: fn(&'static Messages) -> &'static str,
) -> Option<AnyView> {
    let (typed, given) = store.peek(|records| {
        let series = series(&records.setup());
        let series = series.and_then(|id| records.get::<NumberSeries>(id));
        let given = series.is_some_and(|series| series.default_nos);
        (may_be_typed(series.map(|row| &**row)), given)
    });
    let hint = tr_with(move |m| {
        let hint = if given {
            m.people.given_automatically
        } else {
            no_series(m)
        };
        hint.into()
    });
    let no = no.hint(Signal::derive(move || Some(hint.get())));
    let field = match given {
        true if !typed => return None,
        true => no.typed(20, TextKind::Code),
        false => no.required().typed(20, TextKind::Code),
    };
    let setup = (!given).then(|| {
        view! {
            <div class="cluster">
                <LinkButton
                    label=tr(|m| (m.terms.records)(Table::Setup))
                    href=Route::to(Page::MarketingSetup).href()
                    kind=ButtonKind::Quiet
                    icon=Icon::Setup
                />
            </div>
        }
    });
    Some(view! { <div class="stack-tight">{field} {setup}</div> }.into_any())
}

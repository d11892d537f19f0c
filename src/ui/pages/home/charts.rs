//! Pictures of the last weeks. Each has a table behind it that says the same in figures.

use crate::domain::Table;
use crate::domain::id::GroupId;
use crate::domain::interaction::overview::{Week, Weeks};
use crate::domain::interaction::template::InteractionGroup;
use crate::domain::salesperson::Salesperson;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Card;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use chrono::Datelike;
use leptos::prelude::*;

/// So many groups have a colour of their own; the others share the last.
const N_COLOURS: usize = 3;

/// The groups in the order of their colours, with their names: the most frequent first, all the
/// others as one.
type Legend = Vec<(Option<GroupId>, String)>;

/// The interactions week by week, stacked by group.
pub(super) fn weeks(store: Store, weeks: Memo<Weeks>) -> AnyView {
    let legend = Memo::new(move |_| weeks.with(|weeks| legend(store, weeks)));
    let is_empty = Memo::new(move |_| {
        weeks.with(|weeks| weeks.weeks.iter().all(|week| week.n_interactions() == 0))
    });
    let picture = move || {
        if is_empty.get() {
            return nothing_yet();
        }
        let legend = legend.get();
        weeks.with(|weeks| {
            let highest = weeks
                .weeks
                .iter()
                .map(Week::n_interactions)
                .max()
                .unwrap_or(1)
                .max(1);
            let columns = weeks
                .weeks
                .iter()
                .map(|week| column(week, &legend, highest));
            let numbers = weeks.weeks.iter().map(|week| {
                view! { <span>{week.monday.iso_week().week()}</span> }
            });
            view! {
                <div class="chart" aria-hidden="true">{columns.collect_view()}</div>
                <div class="chart-weeks figures" aria-hidden="true">{numbers.collect_view()}</div>
                {table(weeks, &legend)}
            }
            .into_any()
        })
    };
    let names = move || {
        legend
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, (_, name))| {
                view! { <span><i data-colour=at.to_string()></i>{name}</span> }
            })
            .collect_view()
    };
    view! {
        <Card
            title=tr_with(|m| m.home.twelve_weeks.into())
            actions=move || view! { <div class="legend" aria-hidden="true">{names}</div> }
        >
            {picture}
        </Card>
    }
    .into_any()
}

fn nothing_yet() -> AnyView {
    view! {
        <EmptyState
            icon=Icon::Interaction
            title=tr(|m| m.home.latest_empty)
            text=tr(|m| m.start.step_interaction_detail)
        />
    }
    .into_any()
}

fn legend(store: Store, weeks: &Weeks) -> Legend {
    let mut totals = std::collections::BTreeMap::<Option<GroupId>, u32>::new();
    for week in &weeks.weeks {
        for (group, n) in &week.by_group {
            *totals.entry(*group).or_default() += n;
        }
    }
    let mut groups: Vec<(Option<GroupId>, u32)> = totals.into_iter().collect();
    groups.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let others = groups.len() > N_COLOURS;
    let mut legend: Legend = store.read(&[Table::InteractionGroup], |records| {
        let name = |group: &Option<GroupId>| {
            let row = group.and_then(|id| records.get::<InteractionGroup>(id));
            match row {
                Some(row) if !row.description.is_empty() => row.description.clone(),
                Some(row) => row.code.to_string(),
                None => texts().home.other_groups.into(),
            }
        };
        groups
            .iter()
            .take(N_COLOURS)
            .map(|(group, _)| (*group, name(group)))
            .collect()
    });
    if others {
        legend.push((None, texts().home.other_groups.into()));
    }
    legend
}

/// How many of a week fall on each colour.
fn shares(week: &Week, legend: &Legend) -> Vec<u32> {
    let mut shares = vec![0; legend.len()];
    for (group, n) in &week.by_group {
        let own = legend
            .iter()
            .take(N_COLOURS)
            .position(|(known, _)| known == group);
        if let Some(share) = shares.get_mut(own.unwrap_or(legend.len() - 1)) {
            *share += n;
        }
    }
    shares
}

fn column(week: &Week, legend: &Legend, highest: u32) -> AnyView {
    let bars = shares(week, legend)
        .into_iter()
        .enumerate()
        .rev()
        .filter(|(_, n)| *n > 0);
    let bars = bars.map(|(at, n)| {
        let height = format!("{}%", f64::from(n) * 100.0 / f64::from(highest));
        view! { <i data-colour=at.to_string() style:height=height></i> }
    });
    view! { <div>{bars.collect_view()}</div> }.into_any()
}

fn table(weeks: &Weeks, legend: &Legend) -> AnyView {
    let heads = legend
        .iter()
        .map(|(_, name)| view! { <th scope="col">{name.clone()}</th> });
    let rows = weeks.weeks.iter().map(|week| {
        let cells = shares(week, legend).into_iter().map(|n| view! { <td>{n}</td> });
        view! { <tr><th scope="row">{week.monday.iso_week().week()}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <details class="chart-table">
            <summary>{tr(|m| m.home.chart_table)}</summary>
            <table class="figures">
                <thead>
                    <tr><th scope="col">{tr(|m| m.home.week)}</th>{heads.collect_view()}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

/// The same weeks by salesperson, each leading to that salesperson's entries.
pub(super) fn salespeople(store: Store, weeks: Memo<Weeks>) -> AnyView {
    let lines = move || {
        let mut counts: Vec<_> = weeks
            .with(|weeks| weeks.by_salesperson.clone())
            .into_iter()
            .collect();
        counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let highest = counts.first().map_or(1, |(_, n)| (*n).max(1));
        store.read(&[Table::Salesperson], |records| {
            let line = |(id, n): (_, u32)| {
                let row = records.get::<Salesperson>(id)?;
                let width = format!("{}%", f64::from(n) * 100.0 / f64::from(highest));
                let page = Page::Interactions(Context::Salesperson(row.code.clone()));
                Some(view! {
                    <li>
                        <a class="meter-line" href=Route::to(page).href()>
                            <span>{row.name.clone()}</span>
                            <strong class="figures">{texts().format.count(n.into())}</strong>
                            <span class="meter" aria-hidden="true"><i style:width=width></i></span>
                        </a>
                    </li>
                })
            };
            counts.into_iter().filter_map(line).collect_view()
        })
    };
    view! {
        <Card title=tr_with(|m| m.home.by_salesperson.into())>
            <ul class="meters">{lines}</ul>
        </Card>
    }
    .into_any()
}

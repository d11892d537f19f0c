//! Check data: all records are looked through, what is wrong is listed, and what can be is repaired.

use crate::domain::check::{Checking, Damage, Named};
use crate::domain::repair::Remedy;
use crate::domain::{Command, Records, Revision, Table};
use crate::journal::indexed_db::next_turn;
use crate::language::{Messages, checking, explain};
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::{Button, ButtonKind, LinkButton};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::progress::Progress;
use crate::ui::parts::sections::Card;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::shell::focus_page;
use crate::ui::store::Store;
use crate::ui::tell::{look_at, tell_notices, tell_trouble};
use crate::ui::text::{texts, tr};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// So many rows are looked at before the page goes on.
const ROWS_PER_TURN: usize = 4_096;
/// So many lines are shown under one heading.
const MOST_LINES: usize = 200;

/// A fault, with its record as it was called when it was found.
#[derive(Clone, Debug, PartialEq)]
struct Fault {
    damage: Damage,
    named: Option<Named>,
}

/// How far the look is.
#[derive(Clone, Debug, PartialEq)]
enum Look {
    /// So much of it is done, from 0 to 1.
    At(f64),
    /// So many records were looked at.
    Done { n_rows: u64, found: Vec<Fault> },
}

/// The page. Looks as soon as it is opened.
#[component]
pub fn CheckData(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let look = RwSignal::new(Look::At(0.0));
    let repaired = RwSignal::new(Vec::<Fault>::new());
    let is_repairing = RwSignal::new(false);
    spawn_local(look_through(store, look));
    let again = Callback::new(move |()| {
        repaired.set(Vec::new());
        spawn_local(look_through(store, look));
    });
    let repair = Callback::new(move |()| {
        is_repairing.set(true);
        spawn_local(async move {
            repair(store, look, repaired).await;
            is_repairing.try_set(false);
        });
    });
    let done = Signal::derive(move || {
        look.with(|look| match look {
            Look::At(done) => Some(*done),
            Look::Done { .. } => None,
        })
    });
    let is_looking = Memo::new(move |_| done.get().is_some());
    // What is said here is said of the records as they are: it is looked again once something else was written. (A look
    // that is under way begins anew by itself.)
    let revision = Memo::new(move |_| store.read(Table::ALL, Records::revision));
    Effect::new(move |before: Option<Revision>| {
        let now = revision.get();
        let is_idle = !is_looking.get_untracked() && !is_repairing.get_untracked();
        if before.is_some_and(|before| before != now) && is_idle {
            spawn_local(look_through(store, look));
        }
        now
    });
    let can_repair = Memo::new(move |_| {
        look.with(|look| match look {
            Look::At(_) => false,
            Look::Done { found, .. } => found.iter().any(|it| it.damage.remedy().is_one()),
        })
    });
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::Setup).href()>{tr(|m| m.frame.setup)}</a>
                </nav>
                <h1>{tr(|m| m.checking.title)}</h1>
                <p class="page-sub">{move || store.company().name}</p>
            </div>
            <div class="page-actions">
                <Show when=move || can_repair.get()>
                    <Button
                        label=tr(|m| m.checking.repair)
                        kind=ButtonKind::Primary
                        busy=is_repairing
                        on_press=repair
                    />
                </Show>
                <Button
                    label=tr(|m| m.checking.again)
                    icon=Icon::Restart
                    busy=is_looking
                    on_press=again
                />
            </div>
        </header>
        <div class="stack">
            <p class="muted">{tr(|m| m.checking.detail)}</p>
            {move || match is_looking.get() {
                true => view! { <Progress label=tr(|m| m.checking.looking) done=done/> }.into_any(),
                false => look.with(|look| view! { {result(look)} {found(look)} }.into_any()),
            }}
            {move || repaired.with(|repaired| {
                let m = texts();
                card(m.checking.repaired, "", repaired, true, || ().into_any())
            })}
        </div>
    }
    .into_any()
}

/// Looks through all records, from the beginning again when some of them change meanwhile. The page goes on in between,
/// and may be left.
async fn look_through(store: Store, look: RwSignal<Look>) {
    let records = store.shared_records();
    let mut checking = Checking::begin();
    loop {
        let now = {
            let records = records.borrow();
            match checking.step(&records, ROWS_PER_TURN) {
                None => Look::At(checking.done(&records)),
                Some(found) => {
                    let fault = |damage: Damage| Fault {
                        named: records.named(&damage.key),
                        damage,
                    };
                    Look::Done {
                        n_rows: records.n_rows(),
                        found: found.into_iter().map(fault).collect(),
                    }
                }
            }
        };
        let is_done = matches!(now, Look::Done { .. });
        let is_left = look.try_set(now).is_some();
        if is_done || is_left {
            return;
        }
        next_turn().await;
    }
}

/// Repairs, and looks again: what is not found any more was repaired.
async fn repair(store: Store, look: RwSignal<Look>, repaired: RwSignal<Vec<Fault>>) {
    let before = look.with_untracked(|look| match look {
        Look::At(_) => Vec::new(),
        Look::Done { found, .. } => found.clone(),
    });
    let done = match store.run(Command::Repair).await {
        Ok(done) => done,
        Err(trouble) => return tell_trouble(&trouble),
    };
    look_through(store, look).await;
    let after = look.try_with_untracked(|look| match look {
        Look::At(_) => Vec::new(),
        Look::Done { found, .. } => found.clone(),
    });
    // Taking a repair back would mostly break something: the keys may try, the message does not offer it.
    tell_notices(&done.notices);
    let Some(after) = after else { return };
    let is_left = |it: &Fault| after.iter().any(|left| left.damage == it.damage);
    repaired.try_set(before.into_iter().filter(|it| !is_left(it)).collect());
    // The button that was pressed is gone.
    focus_page();
}

fn result(look: &Look) -> AnyView {
    let Look::Done { n_rows, found } = look else {
        return ().into_any();
    };
    let m = texts();
    let (tone, picture, said) = match u32::try_from(found.len()) {
        Ok(0) => {
            let n_rows = m.format.count(*n_rows);
            (Tone::Good, Icon::Done, (m.checking.sound)(&n_rows))
        }
        n => {
            let n = n.unwrap_or(u32::MAX);
            (Tone::Warn, Icon::Warning, (m.checking.found)(n))
        }
    };
    view! {
        <div role="status">
            <Note tone=tone icon=picture>{said}</Note>
        </div>
    }
    .into_any()
}

/// What was found, by what can be done about it.
fn found(look: &Look) -> AnyView {
    let Look::Done { found, .. } = look else {
        return ().into_any();
    };
    let m = texts();
    let those = |is_so: fn(Remedy) -> bool| -> Vec<Fault> {
        let those = found.iter().filter(|it| is_so(it.damage.remedy()));
        those.cloned().collect()
    };
    let t = &m.checking;
    let to_backup = || {
        let href = Route::to(Page::Backup).href();
        view! { <LinkButton label=tr(|m| m.backup.title) href=Signal::stored(href)/> }.into_any()
    };
    let nothing = || ().into_any();
    view! {
        {card(t.repairable, t.repairable_detail, &those(Remedy::is_one), false, to_backup)}
        {card(t.by_hand, t.by_hand_detail, &those(|it| it == Remedy::ByHand), false, nothing)}
        {card(t.lost, t.lost_detail, &those(|it| it == Remedy::Lost), false, nothing)}
    }
    .into_any()
}

/// A list of faults under a heading; nothing where there are none.
fn card(
    title: &'static str,
    detail: &'static str,
    faults: &[Fault],
    is_done: bool,
    actions: fn() -> AnyView,
) -> AnyView {
    if faults.is_empty() {
        return ().into_any();
    }
    let m = texts();
    let rows = faults.iter().take(MOST_LINES);
    let rows = rows.map(|it| row(m, it, is_done)).collect_view();
    let n_more = u32::try_from(faults.len().saturating_sub(MOST_LINES)).unwrap_or(u32::MAX);
    let more = (n_more > 0).then(|| view! { <p class="muted">{(m.checking.more)(n_more)}</p> });
    let detail = (!detail.is_empty()).then(|| view! { <p class="muted">{detail}</p> });
    view! {
        <Card title=Signal::stored(Some(title.to_owned())) actions=actions>
            {detail}
            <ul class="rows">{rows}</ul>
            {more}
        </Card>
    }
    .into_any()
}

fn row(m: &'static Messages, fault: &Fault, is_done: bool) -> AnyView {
    let damage = &fault.damage;
    let told = fault.named.as_ref();
    let title = match told {
        Some(named) => title(m, named),
        None => (m.terms.record)(damage.key.table()).to_owned(),
    };
    let href = told.and_then(|named| page(named, damage.remedy()));
    let title = match href {
        Some(page) => view! { <a href=Route::to(page).href()>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let what = [
        checking::wrong(m, damage),
        checking::remedy(m, damage, is_done).to_owned(),
    ];
    view! {
        <li class="row">
            <span class="row-text">
                <span class="row-title">{title}</span>
                <span class="row-detail">{what.join(" ")}</span>
            </span>
        </li>
    }
    .into_any()
}

/// A record by number and name, and what it stands on: `Contact CT000012 · Adatum`.
fn title(m: &Messages, named: &Named) -> String {
    let of = named.of.as_ref().map(|it| explain::record(m, it));
    let parts = [Some(explain::record(m, &named.record)), of];
    let called = Some(named.called.clone()).filter(|it| !it.is_empty());
    let parts = parts.into_iter().flatten().chain(called);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Where the record can be looked at. By a number that stands twice it might be the other one, and what is removed is
/// not there for long.
fn page(named: &Named, remedy: Remedy) -> Option<Page> {
    let own = match remedy {
        Remedy::Renumbered => return None,
        Remedy::Removed => None,
        _ => look_at(&named.record),
    };
    own.or_else(|| named.of.as_ref().and_then(look_at))
}

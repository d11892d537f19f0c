//! Before a company is open: the choice of the first start, the wait, and the page that says why
//! a company cannot be opened.

use crate::book::OpenError;
use crate::browser::preferences::CompanyCard;
use crate::journal::JournalError;
use crate::language::trouble;
use crate::ui::backup;
use crate::ui::companies::Companies;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::error_view::ErrorView;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::live::live;
use crate::ui::parts::progress::{Progress, Waiting};
use crate::ui::shell::{brand, switches};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

/// The first choice: an empty logbook, the demo or a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstStep {
    /// An empty logbook.
    Empty,
    /// The demo.
    Demo,
    /// A backup is restored.
    Restore,
}

/// The first choice; with the backup chosen, if it `restores`.
pub fn welcome(companies: Companies, restores: bool) -> AnyView {
    or_restoring(companies, restores, |companies, restore| {
        choices(Callback::new(move |step| match step {
            FirstStep::Empty => companies.start_empty(),
            FirstStep::Demo => companies.open_demo(),
            FirstStep::Restore => restore.run(()),
        }))
    })
}

/// What `first` shows, with the way to restore a backup instead, and back.
fn or_restoring(
    companies: Companies,
    restores: bool,
    first: fn(Companies, Callback<()>) -> AnyView,
) -> AnyView {
    let is_restoring = RwSignal::new(restores);
    let back = Callback::new(move |()| is_restoring.set(false));
    let restore = Callback::new(move |()| is_restoring.set(true));
    alone(live(move || match is_restoring.get() {
        false => first(companies, restore),
        true => view! {
            <section class="card stack">
                <h1>{tr(|m| m.backup.from_backup)}</h1>
                {backup::restoring(companies, None)}
                <div class="cluster">
                    <Button label=tr(|m| m.backup.back) kind=ButtonKind::Quiet on_press=back/>
                </div>
            </section>
        }
        .into_any(),
    }))
}

/// What there is to choose.
pub fn choices(choose: Callback<FirstStep>) -> AnyView {
    let empty = Callback::new(move |()| choose.run(FirstStep::Empty));
    let demo = Callback::new(move |()| choose.run(FirstStep::Demo));
    let restore = Callback::new(move |()| choose.run(FirstStep::Restore));
    view! {
        <h1 class="welcome-title">{tr(|m| m.start.welcome)}</h1>
        <p class="welcome-text">{tr(|m| m.start.welcome_detail)}</p>
        <div class="welcome-choices">
            <section class="card welcome-choice">
                {icon(Icon::NewInteraction)}
                <p class="muted">{tr(|m| m.start.start_empty_detail)}</p>
                <Button
                    label=tr(|m| m.start.start_empty)
                    kind=ButtonKind::Primary
                    on_press=empty
                />
            </section>
            <section class="card welcome-choice">
                {icon(Icon::Company)}
                <p class="muted">{tr(|m| m.start.load_demo_detail)}</p>
                <Button label=tr(|m| m.start.load_demo) on_press=demo/>
            </section>
            <section class="card welcome-choice">
                {icon(Icon::Archive)}
                <p class="muted">{tr(|m| m.backup.from_backup_detail)}</p>
                <Button label=tr(|m| m.backup.from_backup) on_press=restore/>
            </section>
        </div>
        {backup::seven_days()}
    }
    .into_any()
}

/// A company is being opened.
pub fn opening() -> AnyView {
    alone(view! { <Waiting label=tr(|m| m.opening.opening)/> }.into_any())
}

/// The demo company is being loaded.
pub fn loading_demo(done: u32, of: u32) -> AnyView {
    let part = if of == 0 {
        None
    } else {
        Some(f64::from(done) / f64::from(of))
    };
    let figures = tr_with(move |m| {
        if of == 0 {
            String::new()
        } else {
            (m.start.loading_demo_progress)(done, of)
        }
    });
    alone(
        view! {
            <Progress
                label=tr(|m| m.start.loading_demo)
                done=Signal::stored(part)
                detail=Signal::derive(move || Some(figures.get()))
            />
        }
        .into_any(),
    )
}

/// Why a company cannot be opened, what was kept, and what to do.
pub fn failed(companies: Companies) -> AnyView {
    or_restoring(companies, false, why_failed)
}

fn why_failed(companies: Companies, restore: Callback<()>) -> AnyView {
    let told = move || {
        let failure = companies.failure();
        failure.map(|(error, _)| trouble::open_error(texts(), &error))
    };
    let what = move || told().map(|told| told.what).unwrap_or_default();
    let to_do = move || told().map(|told| told.to_do);
    let detail = move || told().and_then(|told| told.detail);
    let actions = move || {
        let Some((error, card)) = companies.failure() else {
            return ().into_any();
        };
        steps(companies, &error, card, restore)
    };
    view! {
        <ErrorView
            title=tr(|m| m.opening.failed)
            what=Signal::derive(what)
            kept=tr_with(|m| m.opening.kept.into())
            todo=Signal::derive(to_do)
            detail=Signal::derive(detail)
            actions=actions
        />
    }
    .into_any()
}

fn steps(
    companies: Companies,
    error: &OpenError,
    card: CompanyCard,
    restore: Callback<()>,
) -> AnyView {
    let reload = Callback::new(|()| {
        let _ = window().location().reload();
    });
    let again = {
        let card = card.clone();
        Callback::new(move |()| companies.open(card.clone()))
    };
    let rest = {
        let card = card.clone();
        Callback::new(move |()| companies.open_what_is_left(card.clone()))
    };
    let in_memory = Callback::new(move |()| companies.without_saving());
    let empty = Callback::new(move |()| companies.start_empty());
    let others: Vec<CompanyCard> = companies
        .known()
        .into_iter()
        .filter(|other| other.database != card.database)
        .collect();
    let wants_reload = matches!(
        error,
        OpenError::Journal(
            JournalError::Newer { .. } | JournalError::Superseded | JournalError::Closed
        )
    );
    let refused = matches!(
        error,
        OpenError::Journal(JournalError::Denied | JournalError::Unavailable { .. })
    );
    let has_rest = matches!(error, OpenError::Emptied { found: Some(_), .. });
    let is_gone = matches!(
        error,
        OpenError::Missing | OpenError::Emptied { .. } | OpenError::Journal(JournalError::Gone)
    );
    let reads_in_part =
        has_rest || matches!(error, OpenError::Journal(JournalError::Damaged { .. }));
    let saved = reads_in_part.then(|| backup::save_what_reads(companies, card.clone()));
    let is_lost_demo = is_gone && card.demo;
    let demo = Callback::new(move |()| companies.load_demo_anew());
    view! {
        {is_lost_demo.then(|| view! {
            <Button label=tr(|m| m.start.load_demo) on_press=demo/>
        })}
        {wants_reload.then(|| view! {
            <Button label=tr(|m| m.opening.reload) kind=ButtonKind::Primary on_press=reload/>
        })}
        {(!wants_reload).then(|| view! {
            <Button label=tr(|m| m.opening.try_again) kind=ButtonKind::Primary on_press=again/>
        })}
        {has_rest.then(|| view! {
            <Button label=tr(|m| m.opening.what_is_left) on_press=rest/>
        })}
        {saved}
        <Button label=tr(|m| m.backup.from_backup) on_press=restore/>
        {refused.then(|| view! {
            <Button label=tr(|m| m.opening.without_saving) on_press=in_memory/>
        })}
        {is_gone.then(|| view! {
            <Button label=tr(|m| m.opening.start_empty_again) on_press=empty/>
        })}
        {others
            .into_iter()
            .map(|other| {
                let name = other.name.clone();
                let open = Callback::new(move |()| companies.open(other.clone()));
                view! {
                    <Button
                        label=tr_with(move |m| (m.opening.open_named)(&name))
                        on_press=open
                    />
                }
            })
            .collect_view()}
    }
    .into_any()
}

/// A page without a company around it.
pub fn alone(inside: AnyView) -> AnyView {
    view! {
        <div class="welcome">
            <header class="welcome-top">
                <span class="shell-brand">{brand()} <span>{tr(|m| m.frame.app)}</span></span>
                {switches()}
            </header>
            <main class="welcome-page" id="page" tabindex="-1">{inside}</main>
        </div>
    }
    .into_any()
}

//! The top bar: search, work date, how saving stands, language and look.

use super::help::help;
use super::search_box::search_box;
use super::status::status;
use crate::browser::preferences::{self, Preferences, Theme};
use crate::language::{Lang, messages};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::entry::Check;
use crate::ui::parts::field::DateField;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::store::Store;
use crate::ui::text::{language, set_language, texts, tr, tr_with};
use crate::ui::typed;
use leptos::prelude::*;

pub(super) fn top(store: Store) -> AnyView {
    view! {
        <header class="shell-top">
            {search_box(store)}
            <span class="shell-spring"></span>
            {work_date(store)}
            {status(store)}
            {help()}
            {switches()}
        </header>
    }
    .into_any()
}

/// Language and look.
pub fn switches() -> AnyView {
    view! { <span class="shell-switches">{theme_switch()} {language_switch()}</span> }.into_any()
}

fn language_switch() -> AnyView {
    let choose = |lang: Lang| {
        set_language(lang);
        let kept = preferences::preferences();
        preferences::set_preferences(&Preferences {
            language: Some(lang),
            ..kept
        });
    };
    let choices = Lang::ALL.map(|lang| {
        view! {
            <button
                type="button"
                class="switch-choice"
                lang=lang.tag()
                aria-pressed=move || if language() == lang { "true" } else { "false" }
                title=messages(lang).language_name
                on:click=move |_| choose(lang)
            >
                {lang.tag().to_uppercase()} <span class="unseen">{messages(lang).language_name}</span>
            </button>
        }
    });
    view! {
        <span class="switch" role="group" aria-label=tr(|m| m.frame.language)>{choices.collect_view()}</span>
    }
    .into_any()
}

/// Light or dark: shows what pressing it brings.
fn theme_switch() -> AnyView {
    let dark = RwSignal::new(is_dark());
    let toggle = move |_| {
        dark.update(|dark| *dark = !*dark);
        let theme = if dark.get_untracked() {
            Theme::Dark
        } else {
            Theme::Light
        };
        let kept = preferences::preferences();
        preferences::set_preferences(&Preferences { theme, ..kept });
        apply_theme(theme);
    };
    let name = move || {
        let frame = &texts().frame;
        if dark.get() {
            frame.theme_light
        } else {
            frame.theme_dark
        }
    };
    view! {
        <button
            type="button"
            class="button"
            data-kind="quiet"
            data-icon-only=""
            aria-label=name
            title=name
            on:click=toggle
        >
            {move || icon(if dark.get() { Icon::Light } else { Icon::Dark })}
        </button>
    }
    .into_any()
}

fn is_dark() -> bool {
    match preferences::preferences().theme {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::System => {
            let query = window().match_media("(prefers-color-scheme: dark)");
            query.ok().flatten().is_some_and(|query| query.matches())
        }
    }
}

/// Shows everything in this theme.
pub fn apply_theme(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Only an element that is not HTML would refuse the attribute.
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// The working day: shown when it is not today, and set here.
fn work_date(store: Store) -> AnyView {
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    let shown = move || {
        store
            .company()
            .work_date
            .map(|date| texts().format.date(date))
    };
    let name = move || {
        let label = texts().frame.work_date;
        shown().map_or(label.to_string(), |date| format!("{label}: {date}"))
    };
    let set = move |date| store.change_company(|company| company.work_date = date);
    let value = Signal::derive(move || {
        let date = store
            .company()
            .work_date
            .unwrap_or_else(|| store.moment().today());
        texts().format.date(date)
    });
    let iso = Signal::derive(move || {
        store
            .company()
            .work_date
            .map(|date| date.to_string())
            .unwrap_or_default()
    });
    let check: Check = Callback::new(move |text: String| typed::date_text(store, &text));
    let commit = Callback::new(move |text: String| {
        if let Ok(date) = typed::date(store, &text) {
            set(date.filter(|date| *date != store.moment().today()));
        }
    });
    let today = Callback::new(move |()| {
        set(None);
        open.set(false);
    });
    view! {
        <button
            type="button"
            class="shell-status"
            data-work-date=move || shown().map(|_| "set")
            aria-haspopup="dialog"
            aria-label=name
            title=name
            on:click=move |_| open.set(true)
        >
            {icon(Icon::Calendar)}
            <span class="figures">{shown}</span>
        </button>
        <Show when=move || open.get()>
            <Dialog title=tr(|m| m.frame.work_date) on_close=close>
                <DateField
                    label=tr(|m| m.frame.work_date)
                    value=value
                    iso=iso
                    check=check
                    on_commit=commit
                    hint=tr_with(|m| m.frame.work_date_hint.into())
                />
                <div>
                    <Button
                        label=tr(|m| m.frame.work_date_today)
                        kind=ButtonKind::Quiet
                        icon=Icon::Restart
                        on_press=today
                    />
                </div>
            </Dialog>
        </Show>
    }
    .into_any()
}

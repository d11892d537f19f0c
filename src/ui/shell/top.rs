//! The top bar: how saving stands, language and look.

use super::status::status;
use crate::browser::preferences::{self, Preferences, Theme};
use crate::language::{Lang, messages};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::store::Store;
use crate::ui::text::{language, set_language, texts, tr};
use leptos::prelude::*;

pub(super) fn top(store: Store) -> AnyView {
    view! {
        <header class="shell-top">
            <span class="shell-spring"></span>
            {status(store)}
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
                aria-label=messages(lang).language_name
                title=messages(lang).language_name
                on:click=move |_| choose(lang)
            >
                {lang.tag().to_uppercase()}
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

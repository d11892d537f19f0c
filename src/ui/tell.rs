//! Telling the user how a command went: notices as toasts, troubles as sentences.

use super::navigate::{go, go_to};
use super::parts::toast::{Toast, ToastAction, show_toast};
use super::parts::tone::Tone;
use super::route::{Page, Route, Sheet};
use super::text::say;
use crate::book::RunError;
use crate::domain::{Field, Notice};
use crate::journal::JournalError;
use crate::language::{explain, trouble};

/// Shows what a command has to say, each as a toast that leads to what it speaks of.
pub fn tell(notices: &[Notice]) {
    for notice in notices {
        let tone = match notice {
            Notice::LoggedWithoutEmail { .. } | Notice::SeriesNearlyExhausted { .. } => Tone::Warn,
            _ => Tone::Good,
        };
        show_toast(Toast {
            tone,
            text: explain::notice(say(), notice),
            actions: actions(notice),
        });
    }
}

/// Shows why a command was not carried out, for troubles that have no field to stand at.
pub fn tell_trouble(trouble: &RunError) {
    show_toast(Toast {
        tone: Tone::Bad,
        text: sentence(trouble),
        actions: Vec::new(),
    });
}

/// Says that records contradict each other; the company is open all the same.
pub fn tell_damage(n: usize) {
    tell_bad((say().trouble.some_damage)(
        u32::try_from(n).unwrap_or(u32::MAX),
    ));
}

/// Says that drafts were found which this version cannot read. They stay where they are.
pub fn tell_unreadable_drafts(n: usize) {
    tell_bad((say().trouble.unreadable_drafts)(
        u32::try_from(n).unwrap_or(u32::MAX),
    ));
}

fn tell_bad(text: String) {
    show_toast(Toast {
        tone: Tone::Bad,
        text,
        actions: Vec::new(),
    });
}

/// Why a command was not carried out, in a full sentence.
pub fn sentence(trouble: &RunError) -> String {
    match trouble {
        RunError::Refused(refusal) => explain::refusal(say(), refusal),
        RunError::NotSaved(error) => {
            let m = say();
            let told = trouble::journal_error(m, error);
            match error {
                // The answer was lost: it may have been saved.
                JournalError::Closed => format!("{} {}", told.what, told.to_do),
                _ => format!("{} {} {}", m.trouble.not_saved, told.what, told.to_do),
            }
        }
    }
}

/// What to write at a field, if the trouble is about it.
pub fn at_field(trouble: &RunError, field: Field) -> Option<String> {
    match trouble {
        RunError::Refused(refusal) if refusal.field == Some(field) => {
            Some(explain::reason(say(), refusal))
        }
        RunError::Refused(_) | RunError::NotSaved(_) => None,
    }
}

fn actions(notice: &Notice) -> Vec<ToastAction> {
    let open = |page: Page| {
        vec![ToastAction::new(say().parts.open, move || {
            go_to(page.clone())
        })]
    };
    match notice {
        Notice::InteractionLogged(no) => open(Page::Interaction(*no)),
        Notice::InteractionPostponed(no) => {
            let route = Route::to(Page::Home).with(Sheet::Resume(*no));
            vec![ToastAction::new(
                say().parts.open,
                move || go(route.clone()),
            )]
        }
        _ => Vec::new(),
    }
}

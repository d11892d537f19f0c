//! Telling the user how a command went: notices as toasts, troubles as sentences.

use super::navigate::{current_route, go, go_to};
use super::parts::toast::{Toast, ToastAction, show_toast};
use super::parts::tone::Tone;
use super::route::{Context, Page, Route, Sheet};
use super::store::{Done, Store};
use super::text::{Said, said, say};
use super::undo::{go_on_action, undo_action};
use crate::book::RunError;
use crate::domain::classification::ClassKind;
use crate::domain::code::Code;
use crate::domain::interaction::EntryNo;
use crate::domain::notice::Restored;
use crate::domain::{Command, Field, Notice, RecordName, Table};
use crate::journal::JournalError;
use crate::language::{Messages, explain, trouble};

/// Shows what a command has to say, each as a toast that leads to what it speaks of. The one that
/// says what was done takes it back.
pub fn tell(done: &Done) {
    let mut undo = done.undo;
    for notice in &done.notices {
        let tone = tone(notice);
        let mut actions = actions(notice);
        if let [form] = done.unfinished.as_slice() {
            // What was postponed is to be finished now.
            actions.push(go_on_action(form));
        }
        if tone == Tone::Good {
            actions.extend(undo.take().map(undo_action));
        }
        show_toast(toast(tone, notice, actions));
    }
}

/// Carries a command out, and shows what it has to say, or why it was not carried out.
pub async fn run_and_tell(store: Store, command: Command) {
    match store.run(command).await {
        Ok(done) => tell(&done),
        Err(trouble) => tell_trouble(&trouble),
    }
}

/// Shows what a command has to say besides what is told otherwise.
pub fn tell_notices(notices: &[Notice]) {
    for notice in notices {
        show_toast(toast(tone(notice), notice, actions(notice)));
    }
}

fn toast(tone: Tone, notice: &Notice, actions: Vec<ToastAction>) -> Toast {
    let notice = notice.clone();
    Toast {
        tone,
        text: said(move |m| explain::notice(m, &notice)),
        actions,
    }
}

fn tone(notice: &Notice) -> Tone {
    match notice {
        Notice::LoggedWithoutEmail { .. } | Notice::SeriesNearlyExhausted { .. } => Tone::Warn,
        _ => Tone::Good,
    }
}

/// Shows why a command was not carried out, for troubles that have no field to stand at.
pub fn tell_trouble(trouble: &RunError) {
    show_toast(Toast {
        tone: Tone::Bad,
        text: {
            let trouble = trouble.clone();
            said(move |m| sentence_in(m, &trouble))
        },
        actions: Vec::new(),
    });
}

/// Says that records contradict each other; the company is open all the same.
pub fn tell_damage(n: usize) {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    let show = said(|m| m.checking.show.into());
    show_toast(Toast {
        tone: Tone::Bad,
        text: said(move |m| (m.trouble.some_damage)(n)),
        actions: vec![ToastAction::new(show, || go_to(Page::CheckData))],
    });
}

/// Says that drafts were found which this version cannot read. They stay where they are.
pub fn tell_unreadable_drafts(n: usize) {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    tell_bad(said(move |m| (m.trouble.unreadable_drafts)(n)));
}

/// Says that the device could not let go of a contact that was erased yet.
pub fn tell_erasure_waits(error: JournalError) {
    tell_bad(said(move |m| {
        let told = trouble::journal_error(m, &error);
        (m.privacy.erasure_waits)(&told.what, &told.to_do)
    }));
}

fn tell_bad(text: Said) {
    show_toast(Toast {
        tone: Tone::Bad,
        text,
        actions: Vec::new(),
    });
}

/// Why a command was not carried out, in a full sentence.
pub fn sentence(trouble: &RunError) -> String {
    sentence_in(say(), trouble)
}

fn sentence_in(m: &'static Messages, trouble: &RunError) -> String {
    match trouble {
        RunError::Refused(refusal) => explain::refusal(m, refusal),
        RunError::NotSaved(error) => {
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
        let open = said(|m| m.parts.open.into());
        vec![ToastAction::new(open, move || go_to(page.clone()))]
    };
    match notice {
        Notice::InteractionLogged(no) => open(Page::Interaction(*no)),
        Notice::InteractionPostponed(no) => {
            let route = Route::to(Page::Home).with(Sheet::Resume(*no));
            let open = said(|m| m.parts.open.into());
            vec![ToastAction::new(open, move || go(route.clone()))]
        }
        Notice::FollowUpCreated { no, .. } => match Code::new(no) {
            Ok(no) => open(Page::Segment(no)),
            Err(_) => Vec::new(),
        },
        Notice::Undone(what) | Notice::Redone(what) => match page_of_restored(what) {
            Some(page) if page != current_route().page => open(page),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Where what was restored can be looked at.
fn page_of_restored(what: &Restored) -> Option<Page> {
    match what {
        Restored::Back { record, .. }
        | Restored::Field { record, .. }
        | Restored::Record(record) => page_of(record),
        Restored::Gone { .. } | Restored::Several(_) => None,
    }
}

/// Where a record can be looked at, if it has a page of its own or stands on one.
pub fn page_of(record: &RecordName) -> Option<Page> {
    fn code<const MAX: usize>(record: &RecordName) -> Option<Code<MAX>> {
        Code::new(&record.label).ok()
    }
    Some(match record.table {
        Table::Setup => Page::MarketingSetup,
        Table::Counters => return None,
        Table::NumberSeries => Page::OneSeries(code(record)?),
        Table::Salesperson => Page::Salesperson(code(record)?),
        Table::Contact => Page::Contact(code(record)?),
        Table::InteractionGroup => Page::Groups,
        Table::InteractionTemplate => Page::Template(code(record)?),
        Table::LogEntry => Page::Postponed(Context::All),
        Table::Segment => Page::Segment(code(record)?),
        Table::LoggedSegment => Page::LoggedSegment(EntryNo(record.label.parse().ok()?)),
        Table::Campaign => Page::Campaign(code(record)?),
        Table::CampaignStatus => Page::CampaignStatuses,
        Table::SavedCriteria => Page::SavedCriteria,
        Table::MailingGroup => Page::Classes(ClassKind::MailingGroup),
        Table::IndustryGroup => Page::Classes(ClassKind::IndustryGroup),
        Table::BusinessRelation => Page::Classes(ClassKind::BusinessRelation),
        Table::JobResponsibility => Page::Classes(ClassKind::JobResponsibility),
        Table::OrganizationalLevel => Page::Classes(ClassKind::OrganizationalLevel),
        Table::Salutation | Table::SalutationFormula => Page::Classes(ClassKind::Salutation),
        // There is nothing to be seen of it.
        Table::ErasedContact => return None,
        // They stand on the pages of others.
        Table::Membership | Table::SegmentLine | Table::CriteriaAction | Table::CampaignEntry => {
            return None;
        }
    })
}

/// Where a record can be looked at by itself, an interaction too.
pub fn look_at(record: &RecordName) -> Option<Page> {
    match record.table {
        Table::LogEntry => Some(Page::Interaction(EntryNo(record.label.parse().ok()?))),
        _ => page_of(record),
    }
}

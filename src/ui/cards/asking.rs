//! Questions before a change is made, and the user's answer.

use crate::domain::Command;
use crate::domain::editable::Editable;
use crate::domain::segment::question::{Answer, Question};
use crate::domain::{Records, Revision};
use crate::ui::leaving::hold_back;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::store::Store;
use crate::ui::text::{tr, tr_with};
use futures_channel::oneshot;
use leptos::prelude::*;

/// Puts questions to the user, one at a time. Cheap to copy; goes with the page that made it.
#[derive(Clone, Copy)]
pub struct Asker {
    asked: RwSignal<Option<Question>>,
    answer: StoredValue<Option<oneshot::Sender<Option<Answer>>>>,
}

impl Asker {
    /// For the page in whose view this is called. A question holds the user back: what was typed
    /// would be lost without an answer.
    pub fn of_page() -> Self {
        let asked = RwSignal::new(None::<Question>);
        let is_answered = move || asked.with_untracked(Option::is_none);
        hold_back(move |_| is_answered(), move || !is_answered());
        Self {
            asked,
            answer: StoredValue::new(None),
        }
    }

    /// Asks, and gives the answer; none: the user thought better of the whole change. On a page
    /// that is gone nobody can be asked, and the answer is the one that Enter would give.
    pub async fn ask(self, question: Question) -> Option<Answer> {
        let by_itself = question.default_answer();
        let (told, answer) = oneshot::channel();
        if self.asked.is_disposed() {
            return Some(by_itself);
        }
        self.answer.set_value(Some(told));
        self.asked.set(Some(question));
        // Without a word the page went away with the question on it.
        answer.await.unwrap_or(None)
    }

    fn told(self, answer: Option<Answer>) {
        self.asked.set(None);
        let told = self.answer.try_update_value(Option::take).flatten();
        if let Some(told) = told {
            // Nobody waits any more only where the page is gone.
            let _ = told.send(answer);
        }
    }

    /// Where the questions appear.
    pub fn dialog(self) -> AnyView {
        let is_asked = Memo::new(move |_| self.asked.with(Option::is_some));
        view! {
            <Show when=move || is_asked.get()>
                {self.asked.get_untracked().map(|question| self.question(question))}
            </Show>
        }
        .into_any()
    }

    fn question(self, question: Question) -> AnyView {
        let choice = |answer: Answer| {
            let kind = match answer == question.default_answer() {
                true => ButtonKind::Primary,
                false => ButtonKind::Normal,
            };
            let asked = question.clone();
            let label = tr_with(move |m| (m.segment_pages.answer)(&asked, answer).into());
            let tell = Callback::new(move |()| self.told(Some(answer)));
            Choice::new(label, kind, tell)
        };
        let mut choices = vec![choice(Answer::Yes), choice(Answer::No)];
        if question.default_answer() == Answer::No {
            // The focus starts on the first.
            choices.reverse();
        }
        let cancel = Callback::new(move |()| self.told(None));
        if !no_is_cancel(&question) {
            let cancel = Choice::new(tr(|m| m.parts.cancel), ButtonKind::Normal, cancel);
            choices.push(cancel);
        }
        let text = tr_with(move |m| (m.segments.question)(&question));
        view! { <Confirm question=text choices=choices on_close=cancel/> }.into_any()
    }
}

/// Where No means that nothing changes.
fn no_is_cancel(question: &Question) -> bool {
    matches!(
        question,
        Question::AddLanguage { .. } | Question::GoBack { .. } | Question::AddToExisting { .. }
    )
}

/// How edits of a record are sent: at once, or after a question.
pub(super) enum Sending<R: Editable> {
    /// At once.
    AtOnce(fn(R::Id, Revision, R::Edit) -> Command),
    /// With the answer to what the edit asks.
    Asks {
        command: fn(R::Id, Revision, R::Edit, Answer) -> Command,
        question: fn(&Records, R::Id, &R::Edit) -> Option<Question>,
        asker: Asker,
    },
}

impl<R: Editable> Clone for Sending<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R: Editable> Copy for Sending<R> {}

impl<R: Editable> Sending<R> {
    /// What the user says to an edit; none: nothing shall change.
    pub async fn answer(self, store: Store, id: R::Id, edit: &R::Edit) -> Option<Answer> {
        let Self::Asks {
            question, asker, ..
        } = self
        else {
            return Some(Answer::Yes);
        };
        match store.peek(|records| question(records, id, edit)) {
            None => Some(Answer::Yes),
            Some(question) => {
                let no_is_cancel = no_is_cancel(&question);
                let answer = asker.ask(question).await;
                answer.filter(|answer| *answer == Answer::Yes || !no_is_cancel)
            }
        }
    }

    /// The command that sends an edit.
    pub fn command(self, id: R::Id, seen: Revision, edit: R::Edit, answer: Answer) -> Command {
        match self {
            Self::AtOnce(command) => command(id, seen, edit),
            Self::Asks { command, .. } => command(id, seen, edit, answer),
        }
    }
}

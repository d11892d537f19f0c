//! A question before something is done to a segment, and what follows its Yes.

use crate::domain::id::SegmentId;
use crate::domain::segment::Segment;
use crate::domain::segment::question::{Answer, Question};
use crate::domain::{Records, Revision};
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;

/// A question that stands on the screen, and the segment as it was when it was asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub question: Question,
    pub seen: Revision,
}

/// Asks while there is a question; `on_yes` is told the revision that the question was about.
pub(super) fn question(asked: RwSignal<Option<Asked>>, on_yes: Callback<Revision>) -> AnyView {
    let no = Callback::new(move |()| asked.set(None));
    let yes = Callback::new(move |()| {
        let seen = asked.with_untracked(|asked| asked.as_ref().map(|asked| asked.seen));
        asked.set(None);
        if let Some(seen) = seen {
            on_yes.run(seen);
        }
    });
    let shown = move || {
        let Asked { question, .. } = asked.get()?;
        let mut choices = vec![
            Choice::new(tr(|m| m.logbook.no), ButtonKind::Normal, no),
            Choice::new(tr(|m| m.logbook.yes), ButtonKind::Normal, yes),
        ];
        // The focus starts on the first one.
        if question.default_answer() == Answer::Yes {
            choices.reverse();
        }
        Some(view! {
            <Confirm
                question=tr_with(move |m| (m.segments.question)(&question))
                choices=choices
                on_close=no
            />
        })
    };
    shown.into_any()
}

/// The revision of a segment: what a form sends back.
pub(super) fn revision_of(records: &Records, segment: SegmentId) -> Revision {
    let stored = records.stored::<Segment>(segment);
    stored.map(|stored| stored.revision).unwrap_or_default()
}

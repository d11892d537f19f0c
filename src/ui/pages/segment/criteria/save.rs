//! Save Criteria: the steps of a segment under a code.

use super::revision_of;
use crate::browser::clock;
use crate::domain::id::{SavedCriteriaId, SegmentId};
use crate::domain::segment::selection::saved::SavedEdit;
use crate::domain::{Command, Field};
use crate::ui::cards::creating::Creating;
use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::prelude::*;

pub(super) fn save_dialog(store: Store, segment: SegmentId, close: Callback<()>) -> AnyView {
    let id: SavedCriteriaId = clock::new_id();
    let seen = store.peek(|records| revision_of(records, segment));
    let new = Creating::<SavedEdit>::new(store);
    let code = new.code(Field::Code, SavedEdit::Code);
    let fields = view! {
        <p class="muted">{tr(|m| m.criteria_pages.save_detail)}</p>
        <div class="fields">
            {code.required().autofocus().text(0)}
            {new.line(Field::Description, SavedEdit::Description).text(100)}
        </div>
    };
    new.dialog(
        tr(|m| m.criteria_pages.save),
        move |edits| Command::SaveCriteria(segment, seen, id, edits),
        Callback::new(move |_| close.run(())),
        close,
        fields.into_any(),
    )
}

//! The six tables of classification on cards: a row looked up, made on the way, deleted.

use super::bound::Bound;
use super::creating::Creating;
use super::making::Making;
use super::reading::parsed_id;
use super::removing::Removal;
use crate::browser::clock;
use crate::domain::classification::index::ClassRow;
use crate::domain::classification::{ClassEdit, ClassKey, ClassKind};
use crate::domain::search::Wanted;
use crate::domain::{Command, Field, Records, Table};
use crate::ui::called::called;
use crate::ui::lookups::best;
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use crate::ui::text::tr_with;
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// The table of a kind, to be followed.
pub fn table_of(kind: ClassKind) -> &'static [Table] {
    match kind {
        ClassKind::MailingGroup => &[Table::MailingGroup],
        ClassKind::IndustryGroup => &[Table::IndustryGroup],
        ClassKind::BusinessRelation => &[Table::BusinessRelation],
        ClassKind::JobResponsibility => &[Table::JobResponsibility],
        ClassKind::OrganizationalLevel => &[Table::OrganizationalLevel],
        ClassKind::Salutation => &[Table::Salutation],
    }
}

/// What a row is called: its description, or its code where it has none.
pub fn class_title(row: &ClassRow) -> String {
    called(&row.description, row.code.as_str()).to_string()
}

/// A field that looks up a row. "New…" makes one and takes it.
pub fn class_field(store: Store, bound: Bound, kind: ClassKind) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(table_of(kind), |records| {
            let id = parsed_id::<Uuid>(&key.read())?;
            Some(class_item(&records.class(kind.key(id))?))
        })
    });
    let offer = Callback::new(move |typed: String| {
        store.peek(|records| offered(records, kind, &typed, &[]))
    });
    let making = making_class(store, kind, move |key| bound.pick(key.id().to_string()));
    view! { {bound.picker(selected, offer, Some(making.ask))} {making.dialog()} }.into_any()
}

/// The rows of a table that fit a typed text, but for those chosen already.
pub fn offered(
    records: &Records,
    kind: ClassKind,
    typed: &str,
    chosen: &[ClassKey],
) -> Vec<PickerItem> {
    let keys = records.classes().all(kind);
    let free = keys.filter(|key| !chosen.contains(key));
    let rows: Vec<Arc<ClassRow>> = free
        .filter_map(|key| records.class(key).map(Arc::new))
        .collect();
    let found = best(rows.iter(), &Wanted::new(typed), usize::MAX, |row| {
        format!("{}\n{}", row.code, row.description)
    });
    found.iter().map(|(_, row)| class_item(row)).collect()
}

/// A row as lookups show it.
pub fn class_item(row: &ClassRow) -> PickerItem {
    let detail = if row.description.is_empty() {
        String::new()
    } else {
        row.code.to_string()
    };
    PickerItem::new(row.key.id().to_string(), class_title(row), detail)
}

/// A row of a table that is made on the way; `take` is told it once it exists.
pub fn making_class(
    store: Store,
    kind: ClassKind,
    take: impl Fn(ClassKey) + Send + Sync + 'static,
) -> Making {
    let dialog = move |typed: &str, made, close| new_class(store, kind, typed, made, close);
    Making::new(dialog, take)
}

/// The dialog of a new row. What was typed already is its code if it can be one, else its
/// description.
pub fn new_class(
    store: Store,
    kind: ClassKind,
    typed: &str,
    on_made: Callback<ClassKey>,
    on_close: Callback<()>,
) -> AnyView {
    let key = kind.key(clock::new_id());
    let new = Creating::<ClassEdit>::new(store);
    let code_field = new.code(Field::Code, ClassEdit::Code);
    let description_field = new.line(Field::Description, ClassEdit::Description);
    new.start_named(typed);
    let fields = view! {
        <div class="fields">
            {code_field.required().autofocus().text(0)} {description_field.text(100)}
        </div>
    };
    new.dialog(
        tr_with(move |m| (m.class_pages.new)(kind).into()),
        move |edits| Command::CreateClass(key, edits),
        Callback::new(move |_| on_made.run(key)),
        on_close,
        fields.into_any(),
    )
}

/// Deletes a row; none for one that is gone.
pub fn class_removal(store: Store, key: ClassKey) -> Option<Removal> {
    store.peek(|records| {
        let row = records.class(key)?;
        Some(Removal {
            name: row.code.to_string(),
            detail: None,
            command: Command::DeleteClass(key, records.class_revision(key)?),
        })
    })
}

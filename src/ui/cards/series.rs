//! Number series on other pages: looked up, made on the way, deleted.

use super::bound::Bound;
use super::creating::Creating;
use super::reading;
use super::reading::parsed_id;
use super::removing::Removal;
use crate::browser::clock;
use crate::domain::id::SeriesId;
use crate::domain::number_series::lines::LineEdit;
use crate::domain::number_series::next::may_be_typed;
use crate::domain::number_series::{NumberSeries, SeriesEdit};
use crate::domain::search::Wanted;
use crate::domain::setup::MarketingSetup;
use crate::domain::{Command, Field, Records, Table};
use crate::language::Messages;
use crate::ui::lookups::best;
use crate::ui::parts::field::TextKind;
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;

/// A field that looks up a series. "New…" makes one and takes it.
pub fn series_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let making = RwSignal::new(None::<String>);
    let selected = Signal::derive(move || {
        store.read(&[Table::NumberSeries], |records| {
            let id = parsed_id::<SeriesId>(&key.read())?;
            Some(item(records.get::<NumberSeries>(id)?))
        })
    });
    let offer = move |typed: String| store.peek(|records| offered(records, &typed));
    let new = Callback::new(move |typed: String| making.set(Some(typed)));
    let made = Callback::new(move |id: SeriesId| {
        making.set(None);
        bound.pick(id.to_string());
    });
    let close = Callback::new(move |()| making.set(None));
    let dialog = move || {
        making
            .get()
            .map(|typed| new_series(store, typed, made, close))
    };
    view! { {bound.picker(selected, Callback::new(offer), Some(new))} {dialog} }.into_any()
}

fn offered(records: &Records, typed: &str) -> Vec<PickerItem> {
    let mut rows: Vec<_> = records.all::<NumberSeries>().collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let found = best(rows.into_iter(), &Wanted::new(typed), usize::MAX, |row| {
        format!("{}\n{}", row.code, row.description)
    });
    found.iter().map(|(_, row)| item(row)).collect()
}

fn item(row: &NumberSeries) -> PickerItem {
    PickerItem::new(
        row.id.to_string(),
        row.code.to_string(),
        row.description.clone(),
    )
}

/// The dialog of a new series with its first line. The code may have been typed already.
pub fn new_series(
    store: Store,
    code: String,
    on_made: Callback<SeriesId>,
    on_close: Callback<()>,
) -> AnyView {
    let id: SeriesId = clock::new_id();
    let new = Creating::<SeriesEdit>::new(store);
    let first = |typed| SeriesEdit::Line(1, LineEdit::StartingNo(typed));
    let code_field = new.code(Field::Code, SeriesEdit::Code);
    new.start(Field::Code, code.trim().to_uppercase());
    let fields = view! {
        <div class="fields">
            {code_field.required().autofocus().text(0)}
            {new.line(Field::Description, SeriesEdit::Description).text(100)}
            {new.bind(Field::StartingNo, String::new(), reading::code(first))
                .hint(tr(|m| m.setups.starting_no_hint))
                .text(0)}
        </div>
        <div class="stack-tight">
            {new.flag(Field::DefaultNos, true, SeriesEdit::DefaultNos)
                .hint(tr(|m| m.setups.default_nos_hint))
                .check()}
            {new.flag(Field::ManualNos, true, SeriesEdit::ManualNos)
                .hint(tr(|m| m.setups.manual_nos_hint))
                .check()}
        </div>
    };
    new.dialog(
        tr(|m| m.setups.new_series),
        move |edits| {
            let line = std::iter::once(SeriesEdit::AddLine);
            Command::CreateNumberSeries(id, line.chain(edits).collect())
        },
        Callback::new(move |_| on_made.run(id)),
        on_close,
        fields.into_any(),
    )
}

/// The number of a new record, where it may be typed. Where it must be, leaving it blank tells the
/// way to the setup. `series` is the setup's for such records, `hint` says that there is none.
pub fn new_number(
    store: Store,
    no: Bound,
    series: fn(&MarketingSetup) -> Option<SeriesId>,
    hint: fn(&'static Messages) -> &'static str,
) -> Option<AnyView> {
    let (typed, given) = store.peek(|records| {
        let series = series(&records.setup());
        let series = series.and_then(|id| records.get::<NumberSeries>(id));
        let given = series.is_some_and(|series| series.default_nos);
        (may_be_typed(series.map(|row| &**row)), given)
    });
    let hint = tr_with(move |m| {
        let hint = if given {
            m.people.given_automatically
        } else {
            hint(m)
        };
        hint.into()
    });
    let no = no.hint(Signal::derive(move || Some(hint.get())));
    let no = if given { no } else { no.required() };
    (typed || !given).then(|| no.typed(20, TextKind::Code))
}

/// Deletes a series; none for one that is gone.
pub fn series_removal(store: Store, id: SeriesId) -> Option<Removal> {
    store.peek(|records| {
        let stored = records.stored::<NumberSeries>(id)?;
        Some(Removal {
            name: stored.row.code.to_string(),
            detail: None,
            command: Command::DeleteNumberSeries(id, stored.revision),
        })
    })
}

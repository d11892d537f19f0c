//! The lines of a series, as a table in which each cell is edited in place; on a phone, one block
//! of fields for each line.

use super::card::Open;
use crate::domain::Field;
use crate::domain::code::SeriesNo;
use crate::domain::number_series::lines::LineEdit;
use crate::domain::number_series::{NumberSeries, SeriesEdit, SeriesLine};
use crate::ui::cards::bound::Bound;
use crate::ui::cards::reading;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::parts::field::ReadOnlyField;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Card;
use crate::ui::parts::tone::Tone;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

/// The card with the lines of a series.
pub(super) fn lines(card: Open) -> AnyView {
    let nos = card.read(|row| {
        row.lines
            .iter()
            .map(|line| line.line_no)
            .collect::<Vec<_>>()
    });
    let deleting = RwSignal::new(None::<u32>);
    let add = Callback::new(move |()| card.apply(vec![SeriesEdit::AddLine]));
    let keep = Callback::new(move |()| deleting.set(None));
    let delete = Callback::new(move |()| {
        if let Some(line_no) = deleting.get_untracked() {
            deleting.set(None);
            card.apply(vec![SeriesEdit::DeleteLine(line_no)]);
        }
    });
    let actions = move || {
        view! { <Button label=tr(|m| m.setups.add_line) icon=Icon::Plus on_press=add/> }
    };
    let none = || view! { <p class="muted">{tr(|m| m.setups.no_lines)}</p> };
    view! {
        <Card title=tr(|m| m.setups.lines) note=tr(|m| m.setups.lines_note) actions=actions>
            <Show when=move || !nos.read().is_empty() fallback=none>
                <div class="series-lines">
                    {headings()}
                    <For
                        each=move || nos.get()
                        key=|line_no| *line_no
                        children=move |line_no| line(card, line_no, deleting)
                    />
                </div>
            </Show>
        </Card>
        <Show when=move || deleting.read().is_some()>
            <Confirm
                question=tr(|m| m.setups.delete_line_question)
                detail=tr(|m| m.setups.delete_line_detail)
                choices=vec![
                    Choice::new(tr(|m| m.logbook.keep), ButtonKind::Normal, keep),
                    Choice::new(tr(|m| m.logbook.delete), ButtonKind::Danger, delete),
                ]
                on_close=keep
            />
        </Show>
    }
    .into_any()
}

/// The headings of the columns. Each field has its own name, so these are for the eye alone.
fn headings() -> AnyView {
    let field = |field: Field| view! { <span>{move || (texts().terms.field)(field)}</span> };
    view! {
        <div class="series-headings" aria-hidden="true">
            {field(Field::StartingDate)} {field(Field::StartingNo)} {field(Field::EndingNo)}
            {field(Field::WarningNo)} {field(Field::LastNoUsed)}
            <span>{tr(|m| m.setups.last_date_used)}</span>
            <span>{tr(|m| m.setups.increment_short)}</span>
            <span>{tr(|m| m.setups.allow_gaps_short)}</span>
            <span></span>
        </div>
    }
    .into_any()
}

fn line(card: Open, line_no: u32, deleting: RwSignal<Option<u32>>) -> AnyView {
    let at = Line { card, line_no };
    let last_used = card.read(move |row| {
        let date = row.line(line_no).and_then(|line| line.last_date_used);
        date.map_or_else(String::new, |date| texts().format.date(date))
    });
    let is_open = card.read(move |row| row.line(line_no).is_some_and(SeriesLine::is_open));
    let state = move || {
        let (text, tone) = if is_open.get() {
            (tr(|m| m.setups.open), Tone::Good)
        } else {
            (tr(|m| m.setups.closed), Tone::Warn)
        };
        view! { <Badge text=text tone=tone/> }
    };
    let starting = card.date(
        Field::StartingDate,
        move |row| row.line(line_no)?.starting_date,
        move |date| SeriesEdit::Line(line_no, LineEdit::StartingDate(date)),
    );
    let step = card.count(
        Field::IncrementBy,
        move |row| row.line(line_no).map_or(1, |line| line.increment_by),
        move |n| SeriesEdit::Line(line_no, LineEdit::IncrementBy(n)),
    );
    let gaps = card.flag(
        Field::AllowGaps,
        move |row| row.line(line_no).is_some_and(|line| line.allow_gaps),
        move |on| SeriesEdit::Line(line_no, LineEdit::AllowGaps(on)),
    );
    let delete = Callback::new(move |()| deleting.set(Some(line_no)));
    view! {
        <div
            class="series-line"
            role="group"
            aria-label=move || (texts().setups.line_n)(line_no)
        >
            {starting.date()}
            {at.number(Field::StartingNo, |line| &line.starting_no, LineEdit::StartingNo).text(0)}
            {at.number(Field::EndingNo, |line| &line.ending_no, LineEdit::EndingNo).text(0)}
            {at.number(Field::WarningNo, |line| &line.warning_no, LineEdit::WarningNo).text(0)}
            {at.number(Field::LastNoUsed, |line| &line.last_no_used, LineEdit::LastNoUsed).text(0)}
            <ReadOnlyField label=tr(|m| m.setups.last_date_used) value=last_used/>
            {step.number("", false)}
            {gaps.check()}
            <div class="series-end">
                {state}
                <Button
                    label=tr_with(move |m| (m.setups.delete_line_n)(line_no))
                    kind=ButtonKind::Quiet
                    icon=Icon::Delete
                    icon_only=true
                    on_press=delete
                />
            </div>
        </div>
    }
    .into_any()
}

/// A line of the open series.
#[derive(Clone, Copy)]
struct Line {
    card: Open,
    line_no: u32,
}

impl Line {
    /// One of the four numbers.
    fn number(
        self,
        field: Field,
        read: fn(&SeriesLine) -> &Option<SeriesNo>,
        edit: fn(String) -> LineEdit,
    ) -> Bound {
        let line_no = self.line_no;
        let shown = move |row: &NumberSeries| {
            let no = row.line(line_no).and_then(|line| read(line).as_ref());
            no.map_or_else(String::new, ToString::to_string)
        };
        let edit = move |typed| SeriesEdit::Line(line_no, edit(typed));
        self.card.bind(field, shown, reading::code(edit))
    }
}

//! What the preview of Log Segment shows: figures, what needs a look with the way there, and templates.

use super::Logging;
use crate::domain::contact::Contact;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::segment::log::{LineProblem, Preview};
use crate::domain::{Field, Reason, RecordName, Refusal, Table};
use crate::language::explain;
use crate::ui::called::coded;
use crate::ui::navigate::{close_sheet, current_route, go};
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::Button;
use crate::ui::parts::fact_box::{Figure, Figures};
use crate::ui::parts::frame::focus_field;
use crate::ui::parts::tone::Tone;
use crate::ui::route::Sheet;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

/// So many lines that need a look are named.
const MAX_NAMED: usize = 5;

impl Logging {
    /// Figures, what keeps the segment from the log, and how many interactions of each template.
    pub(super) fn shown(self, preview: &Preview) -> AnyView {
        let m = texts();
        let n_failing = n_lines(&preview.failing);
        let currency = self.store.peek(|records| records.setup().currency.clone());
        let tone = if n_failing > 0 {
            Tone::Warn
        } else {
            Tone::Plain
        };
        let figures = vec![
            Figure::new(
                m.format.count(preview.n_interactions.into()),
                (m.segment_pages.will_be_logged)(preview.n_interactions),
            ),
            Figure::new(
                m.format.money(preview.cost, &currency),
                m.segment_pages.cost_in_all,
            ),
            Figure::new(
                m.format.count(n_failing.into()),
                (m.segment_pages.need_a_look)(n_failing),
            )
            .tone(tone),
        ];
        let t = &m.segment_pages;
        let warnings = [
            (preview.n_without_contact, t.without_contact),
            (preview.n_without_email, t.without_email),
        ];
        let warnings = warnings.into_iter().filter(|(n, _)| *n > 0);
        let warnings = warnings.map(|(n, text)| {
            view! { <Note tone=Tone::Warn>{text(n)}</Note> }
        });
        let entries = preview.n_campaign_entries;
        let entries = (entries > 0).then(|| {
            view! { <p class="muted">{(t.campaign_entries)(entries)}</p> }
        });
        view! {
            <Figures figures=figures/>
            {preview.refusal.as_ref().map(|refusal| self.whole(refusal))}
            {self.failing(preview)}
            {warnings.collect_view()}
            {self.by_template(preview)}
            {entries}
        }
        .into_any()
    }

    /// What is wrong with the segment as a whole, and the way to the field.
    fn whole(self, refusal: &Refusal) -> Option<AnyView> {
        let field = refusal.field;
        let is_line = refusal.record.table == Table::SegmentLine;
        if is_line || matches!(refusal.reason, Reason::ContactsBlocked { .. }) {
            return None;
        }
        let go_there = Callback::new(move |()| {
            close_sheet();
            match field {
                Some(field) => request_animation_frame(move || focus_field(header_field(field))),
                None => self.lines.add(),
            }
        });
        let label = tr_with(move |m| match field {
            Some(field) => (m.segment_pages.go_to_field)((m.terms.field)(field)),
            None => m.segment_pages.add_by_hand.into(),
        });
        let way = move || view! { <Button label=label on_press=go_there/> };
        let text = explain::refusal(texts(), refusal);
        Some(view! { <Note tone=Tone::Warn actions=way>{text}</Note> }.into_any())
    }

    /// The lines that need a look, each with the way to its field.
    fn failing(self, preview: &Preview) -> AnyView {
        let named = preview.failing.iter().take(MAX_NAMED);
        let notes: Vec<AnyView> = named.map(|problem| self.problem(problem)).collect();
        let n_more = preview.failing.len().saturating_sub(MAX_NAMED);
        let more = u32::try_from(n_more).unwrap_or(u32::MAX);
        let more = (more > 0).then(|| {
            view! { <p class="muted">{(texts().segment_pages.more_problems)(more)}</p> }
        });
        view! { {notes} {more} }.into_any()
    }

    fn problem(self, problem: &LineProblem) -> AnyView {
        let m = texts();
        let who = self.store.peek(|records| {
            let contact = records.get::<Contact>(problem.contact);
            contact.map(|row| format!("{} {}", row.no, row.name))
        });
        let who = who.unwrap_or_else(|| (m.segment_pages.line_no)(problem.line_no));
        let refusal = RecordName::unnamed(Table::SegmentLine);
        let why = explain::reason(m, &refusal.refuse(problem.field, problem.reason.clone()));
        let (no, field) = (problem.line_no, problem.field);
        let open = Callback::new(move |()| {
            self.lead.set(Some(field));
            // A step of its own: back leads here again.
            go(current_route().with(Sheet::SegmentLine(no)));
        });
        let label = {
            let who = who.clone();
            tr_with(move |m| (m.segment_pages.open_line)(&who))
        };
        let way = move || {
            view! {
                <button
                    type="button"
                    class="button"
                    data-kind="normal"
                    aria-label=label
                    on:click=move |_| open.run(())
                >
                    {tr(|m| m.segment_pages.open_line_short)}
                </button>
            }
        };
        view! {
            <Note tone=Tone::Warn actions=way><strong>{who}</strong> ": " {why}</Note>
        }
        .into_any()
    }

    /// How many interactions of each template.
    fn by_template(self, preview: &Preview) -> AnyView {
        let m = texts();
        let rows = preview.by_template.iter().map(|(template, n)| {
            let name = self.store.peek(|records| {
                let row = records.get::<InteractionTemplate>(*template)?;
                Some(coded(m, &row.description, row.code.as_str()))
            });
            view! {
                <li class="row">
                    <div class="row-text"><div class="row-title">{name}</div></div>
                    <div class="row-end figures">{m.format.count((*n).into())}</div>
                </li>
            }
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty())
            .then(|| view! { <ul class="rows" aria-label=tr(|m| m.segment_pages.by_template)>{rows}</ul> })
            .into_any()
    }
}

/// The name of a field of the card, by which a refusal finds it.
fn header_field(field: Field) -> &'static str {
    match field {
        Field::No => "segment-no",
        _ => "segment-description",
    }
}

/// How many lines have problems.
fn n_lines(failing: &[LineProblem]) -> u32 {
    let mut lines: Vec<_> = failing.iter().map(|problem| problem.line).collect();
    // The problems of one line stand together.
    lines.dedup();
    u32::try_from(lines.len()).unwrap_or(u32::MAX)
}

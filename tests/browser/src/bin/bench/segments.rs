//! Segments: one with 10,000 lines that is opened and logged, and one to which half of all contacts are
//! added by criteria; beside plain JavaScript that keeps as many records, each for itself.
//!
//! Logging cannot be taken back, so it is measured on a copy of the company.

use crate::copy::on_copy;
use crate::measure::{Bench, number};
use crate::report::Figure;
use lokikirja::domain::id::{ContactId, SegmentId, SeriesId, Single, TemplateId};
use lokikirja::domain::number_series::SeriesEdit;
use lokikirja::domain::number_series::lines::LineEdit;
use lokikirja::domain::segment::{Segment, SegmentEdit};
use lokikirja::domain::setup::{MarketingSetup, SetupEdit};
use lokikirja::domain::{Command, Record, Records};
use lokikirja::language::{Lang, Messages, messages};
use lokikirja_browser_tests::{Role, Scope, any, has};
use serde_json::json;
use std::path::Path;
use uuid::Uuid;

/// Lines of the segment that is logged; all contacts where there are fewer.
const N_LINES: usize = 10_000;
/// The segment that is opened and logged, and the one that is filled by criteria.
const FULL: &str = "SM000001";
const EMPTY: &str = "SM000002";
/// Half of the salespeople, who have half of the contacts.
const HALF: &str = "M0*|M10";

/// What sets the two segments up.
pub fn commands(
    records: &Records,
    contacts: &[ContactId],
    template: TemplateId,
    mut new_id: impl FnMut() -> Uuid,
) -> Vec<Command> {
    let series: SeriesId = new_id().into();
    let setup = records.revision_of(&MarketingSetup::key(Single));
    let mut commands = vec![
        Command::CreateNumberSeries(
            series,
            vec![
                SeriesEdit::Code("SEGM".into()),
                SeriesEdit::DefaultNos(true),
                SeriesEdit::AddLine,
                SeriesEdit::Line(1, LineEdit::StartingNo(FULL.into())),
            ],
        ),
        Command::EditSetup(
            setup.unwrap_or_default(),
            SetupEdit::SegmentNos(Some(series)),
        ),
    ];
    let mut segment = |description: &str| {
        let id: SegmentId = new_id().into();
        let template = SegmentEdit::Template {
            template: Some(template),
            keep_campaign: false,
        };
        let edits = vec![SegmentEdit::Description(description.into()), template];
        commands.push(Command::CreateSegment(id, edits));
        id
    };
    let full = segment("Ten thousand");
    segment("Half of all");
    let lines = contacts.iter().take(N_LINES);
    let lines = lines.map(|contact| (new_id().into(), *contact)).collect();
    commands.push(Command::AddSegmentLines(full, lines));
    commands
}

/// Measures with a copy of the company whose browser's profile lies in a folder.
pub fn measure(folder: &Path) -> Vec<Figure> {
    on_copy(folder, async |bench| {
        segments(bench, messages(Lang::En)).await;
        baseline(bench).await;
    })
}

async fn segments(bench: &mut Bench<'_>, m: &'static Messages) {
    let browser = bench.browser;
    let title = (m.terms.records)(Segment::TABLE);
    browser.open("#/segments").await;
    let list = browser.grid(title);
    list.link(has("Ten thousand")).seen().await;
    bench.take_tasks().await;
    let link = list.link(has("Ten thousand"));
    let took = bench.after("click", link.click()).await;
    bench.figure("open a segment of 10,000 lines", took).await;

    let log = browser.button(m.segment_pages.log);
    let took = bench.after("click", log.click()).await;
    bench
        .figure("Log Segment with its preview of 10,000 lines", took)
        .await;
    let dialog = browser.dialog(m.segment_pages.log_segment);
    let ok = dialog.button(has(m.parts.ok));
    let took = bench.after("click", ok.click()).await;
    browser.region(m.parts.notifications).says(FULL).await;
    bench
        .figure("log 10,000 lines, from OK to acknowledged", took)
        .await;

    browser.open(&format!("#/segments/{EMPTY}")).await;
    browser.heading(has("Half of all")).seen().await;
    let add = (m.criteria.kind)(lokikirja::domain::segment::criteria::ActionKind::Add);
    browser.button(add).click().await;
    let dialog = browser.dialog(add);
    dialog
        .combobox((m.terms.field)(lokikirja::domain::Field::Salesperson))
        .fill(HALF)
        .await;
    browser.press("Tab").await;
    dialog.button(has(HALF)).seen().await;
    bench.take_tasks().await;
    let preview = dialog.button(m.criteria_pages.preview);
    let took = bench.after("click", preview.click()).await;
    bench
        .figure("preview of half of all contacts by criteria", took)
        .await;
    let ok = dialog.button(has(m.parts.ok));
    let took = bench.after("click", ok.click()).await;
    dialog.gone().await;
    bench
        .figure("add half of all contacts by criteria", took)
        .await;
    browser.find(Role::Main, any()).seen().await;
}

/// As many records, each for itself, in one strict transaction; and those of a segment read.
async fn baseline(bench: &mut Bench<'_>) {
    let took = bench
        .browser
        .script_async(include_str!("segments.js"), vec![json!(N_LINES)])
        .await;
    for (name, what) in [
        (
            "log",
            "plain JavaScript: keep 10,000 log entries, a row each",
        ),
        ("add", "plain JavaScript: keep 50,000 lines, a row each"),
        ("open", "plain JavaScript: read 10,000 lines of a segment"),
    ] {
        bench.add(what, "ms", vec![number(&took[name])], Vec::new());
    }
}

//! The menu that exports, and how far an export is: shown from 300 ms on, to be canceled from 2 s on.

use super::ExportRequest;
use super::run::export;
use crate::language::Messages;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::{Menu, MenuItem};
use crate::ui::parts::progress::Progress;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;
use lokikirja_export::job::FileFormat;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

const SHOWN_AFTER: Duration = Duration::from_millis(300);
const CANCELABLE_AFTER: Duration = Duration::from_secs(2);

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// So many rows have been read.
    Row(usize),
    /// The worker puts the file together.
    Finishing,
}

/// The export that is under way.
#[derive(Clone)]
struct UnderWay {
    no: u32,
    file_name: String,
    n_rows: usize,
    is_shown: bool,
    is_cancelable: bool,
    cancel: Arc<dyn Fn() + Send + Sync>,
}

static UNDER_WAY: LazyLock<ArcRwSignal<Option<UnderWay>>> =
    LazyLock::new(|| ArcRwSignal::new(None));
/// Apart from the rest, so that the button to cancel is not drawn again with every piece.
static STAGE: LazyLock<ArcRwSignal<Stage>> = LazyLock::new(|| ArcRwSignal::new(Stage::Row(0)));

/// Notes that an export begins; false if another is under way.
pub(super) fn begin(
    file_name: String,
    n_rows: usize,
    cancel: impl Fn() + Send + Sync + 'static,
) -> bool {
    static LAST: AtomicU32 = AtomicU32::new(0);
    if UNDER_WAY.with_untracked(Option::is_some) {
        return false;
    }
    let no = LAST.fetch_add(1, Ordering::Relaxed);
    STAGE.set(Stage::Row(0));
    UNDER_WAY.set(Some(UnderWay {
        no,
        file_name,
        n_rows,
        is_shown: false,
        is_cancelable: false,
        cancel: Arc::new(cancel),
    }));
    set_timeout(move || change(no, |it| it.is_shown = true), SHOWN_AFTER);
    set_timeout(
        move || change(no, |it| it.is_cancelable = true),
        CANCELABLE_AFTER,
    );
    true
}

/// Changes the export of this number, if it is still under way.
fn change(no: u32, change: impl Fn(&mut UnderWay)) {
    if UNDER_WAY.with_untracked(|it| it.as_ref().is_some_and(|it| it.no == no)) {
        UNDER_WAY.update(|it| it.iter_mut().for_each(change));
    }
}

/// Notes how far it is.
pub(super) fn is_at(stage: Stage) {
    STAGE.set(stage);
}

/// Notes that it has ended.
pub(super) fn end() {
    UNDER_WAY.set(None);
}

/// How far the export is that is under way; once in the app.
#[component]
pub fn ExportProgress() -> impl IntoView {
    let shown = move || {
        let it = UNDER_WAY.get().filter(|it| it.is_shown)?;
        Some(panel(it))
    };
    view! {
        <section class="export-progress" role="region" aria-label=tr(|m| m.export.progress)>{shown}</section>
    }
    .into_any()
}

fn panel(it: UnderWay) -> AnyView {
    let UnderWay {
        file_name,
        n_rows,
        is_cancelable,
        cancel,
        ..
    } = it;
    let label = Signal::derive(move || match STAGE.get() {
        Stage::Row(_) => (texts().export.exporting)(&file_name),
        Stage::Finishing => texts().export.finishing.to_owned(),
    });
    let done = Signal::derive(move || match STAGE.get() {
        Stage::Row(at) => Some(at as f64 / n_rows.max(1) as f64),
        Stage::Finishing => None,
    });
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let detail = Signal::derive(move || match STAGE.get() {
        Stage::Row(at) => Some((texts().parts.rows_of)(small(at), small(n_rows))),
        Stage::Finishing => None,
    });
    let cancel = Callback::new(move |()| cancel());
    let progress = match is_cancelable {
        true => {
            view! { <Progress label=label done=done detail=detail on_cancel=cancel /> }.into_any()
        }
        false => view! { <Progress label=label done=done detail=detail /> }.into_any(),
    };
    view! { <div class="export-panel">{progress}</div> }.into_any()
}

/// What a kind of file is called.
pub fn called(m: &Messages, format: FileFormat) -> &'static str {
    let words = &m.export;
    match format {
        FileFormat::Xlsx => words.xlsx,
        FileFormat::Csv => words.csv,
        FileFormat::PlainCsv => words.plain_csv,
        FileFormat::VCard => words.vcard,
    }
}

/// A menu that exports what a list shows: as a workbook, as CSV for a spreadsheet, and, apart from
/// these, as CSV for another program, in which texts are not guarded.
#[component]
pub fn ExportMenu(
    /// What to export; asked when a kind of file has been chosen.
    #[prop(into)]
    request: Callback<(), ExportRequest>,
    /// The picture alone, where there is little room.
    #[prop(optional)]
    icon_only: bool,
) -> impl IntoView {
    let items = Signal::derive(move || {
        let item = |format: FileFormat| {
            let label = called(texts(), format);
            let press = Callback::new(move |()| export(request.run(()), format));
            let item = MenuItem::new(label, press);
            match format {
                FileFormat::PlainCsv => item.rule(),
                FileFormat::Xlsx | FileFormat::Csv | FileFormat::VCard => item,
            }
        };
        FileFormat::OF_TABLE.iter().copied().map(item).collect()
    });
    view! {
        <Menu
            label=tr(|m| m.export.export)
            items=items
            icon=Icon::Download
            kind=if icon_only { ButtonKind::Quiet } else { ButtonKind::Normal }
            icon_only=icon_only
        />
    }
    .into_any()
}

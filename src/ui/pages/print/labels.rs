//! Address labels, on sheets of A4 as shops have them (`SegmentLabels.Report.al`).

use super::{Inside, Printing, address, lines, nobody, note, page, print};
use crate::domain::interaction::cover_sheet::Addressee;
use crate::ui::parts::entry::Check;
use crate::ui::parts::field::NumberField;
use crate::ui::parts::field_choice::{SelectField, SelectOption};
use crate::ui::parts::sections::Card;
use crate::ui::route::Recipients;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

/// How a sheet of labels is divided. The source product has the first four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Format {
    /// The name by which the style sheet knows its measures.
    name: &'static str,
    /// Millimetres, times ten.
    size: (u32, u32),
    columns: u32,
    rows: u32,
}

const FORMATS: [Format; 5] = [
    format("70x37", (700, 370), 3, 8),
    format("70x36", (700, 360), 3, 8),
    format("105x37", (1050, 370), 2, 8),
    format("105x36", (1050, 360), 2, 8),
    format("63x38", (635, 381), 3, 7),
];

const fn format(name: &'static str, size: (u32, u32), columns: u32, rows: u32) -> Format {
    Format {
        name,
        size,
        columns,
        rows,
    }
}

impl Format {
    fn on_a_sheet(self) -> usize {
        (self.columns * self.rows) as usize
    }
}

/// The page of address labels.
#[component]
pub fn Labels(
    /// The open company.
    store: Store,
    /// Who gets one.
    recipients: Recipients,
) -> impl IntoView {
    page(store, recipients, |m| m.print.labels, inside)
}

fn inside(printing: Printing) -> Inside {
    let chosen = RwSignal::new(FORMATS[0]);
    // So many labels of the first sheet are used up.
    let n_used = RwSignal::new(0_usize);
    let to = printing.to;
    let complete = |it: &&Addressee| it.address.is_complete();
    let n = Signal::derive(move || {
        let n = to.read().all.iter().filter(complete).count();
        u32::try_from(n).unwrap_or(u32::MAX)
    });
    let notes = move || {
        let to = to.get();
        let t = &texts().print;
        vec![
            note(to.n_blocked, t.blocked_left_out),
            note(to.n_without_address, t.without_address_left_out),
        ]
    };
    let paper = move || {
        let format = chosen.get();
        let to = to.get();
        let used = std::iter::repeat_n(None, n_used.get().min(format.on_a_sheet() - 1));
        let labels = to.all.iter().filter(complete).map(Some);
        let all: Vec<Option<&Addressee>> = used.chain(labels).collect();
        let sheets = all.chunks(format.on_a_sheet()).map(|sheet| {
            let label = |it: &Option<&Addressee>| {
                let text = it.map(|it| lines(address(&it.address)));
                view! { <li class="label">{text}</li> }
            };
            view! {
                <ul class="paper label-sheet" data-format=format.name>
                    {sheet.iter().map(label).collect_view()}
                </ul>
            }
        });
        view! { <div class="papers">{sheets.collect_view()}</div> }
    };
    Inside {
        n,
        print: Callback::new(|()| print()),
        blocked: nobody(n),
        notes: notes.into_any(),
        options: options(chosen, n_used),
        paper: paper.into_any(),
    }
}

fn options(chosen: RwSignal<Format>, n_used: RwSignal<usize>) -> AnyView {
    let formats = Signal::derive(|| {
        let option = |format: &Format| SelectOption::new(format.name, called(*format));
        FORMATS.iter().map(option).collect::<Vec<_>>()
    });
    let pick = Callback::new(move |name: String| {
        if let Some(format) = FORMATS.iter().find(|format| format.name == name) {
            chosen.set(*format);
            n_used.update(|n| *n = (*n).min(format.on_a_sheet() - 1));
        }
    });
    let check: Check = Callback::new(move |text: String| {
        let most = chosen.get_untracked().on_a_sheet();
        let first: usize = text.trim().parse().unwrap_or(0);
        match (1..=most).contains(&first) {
            true => Ok(first.to_string()),
            false => {
                let most = u32::try_from(most).unwrap_or(u32::MAX);
                Err((texts().print.first_label_wrong)(most))
            }
        }
    });
    let begin = Callback::new(move |text: String| {
        let first: usize = text.parse().unwrap_or(1);
        n_used.set(first - 1);
    });
    view! {
        <Card title=tr(|m| m.print.options)>
            <div class="fields">
                <SelectField
                    label=tr(|m| m.print.format)
                    value=Signal::derive(move || chosen.get().name.to_string())
                    options=formats
                    on_pick=pick
                    hint=tr(|m| m.print.format_hint)
                />
                <NumberField
                    label=tr(|m| m.print.first_label)
                    value=Signal::derive(move || (n_used.get() + 1).to_string())
                    check=check
                    on_commit=begin
                    hint=tr(|m| m.print.first_label_hint)
                />
            </div>
        </Card>
    }
    .into_any()
}

/// `70 × 37 mm, 3 × 8`; tracked.
fn called(format: Format) -> String {
    let millimetres = |tenths: u32| {
        let m = &texts().format;
        match tenths % 10 {
            0 => (tenths / 10).to_string(),
            rest => format!("{}{}{rest}", tenths / 10, m.decimal_sign()),
        }
    };
    let (width, height) = format.size;
    format!(
        "{} × {} mm, {} × {}",
        millimetres(width),
        millimetres(height),
        format.columns,
        format.rows
    )
}

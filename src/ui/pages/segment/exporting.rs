//! Export Contacts: all fields of the segment's contacts, as a file for a spreadsheet, for another
//! program or for an address book (`ExportSegmentContact.XmlPort.al`).

use crate::domain::id::{ContactId, SegmentId};
use crate::domain::segment::Segment;
use crate::domain::segment::line::SegmentLine;
use crate::domain::{Records, Table};
use crate::language::Messages;
use crate::ui::export::contacts::contacts;
use crate::ui::export::{called, export};
use crate::ui::parts::button::Button;
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use lokikirja_export::job::FileFormat;
use std::collections::HashSet;

/// The dialog that offers the formats, while it is open.
pub(super) fn export_dialog(store: Store, id: SegmentId, open: RwSignal<bool>) -> AnyView {
    view! { <Show when=move || open.get()>{dialog(store, id, open)}</Show> }.into_any()
}

fn dialog(store: Store, id: SegmentId, open: RwSignal<bool>) -> AnyView {
    let close = Callback::new(move |()| open.set(false));
    let n = store.memo(&[Table::SegmentLine], move |records| {
        u32::try_from(contacts_of(records, id).len()).unwrap_or(u32::MAX)
    });
    let choose = move |format: FileFormat| {
        let (found, no) = store.peek(|records| {
            let no = records.get::<Segment>(id).map(|row| row.no.to_string());
            (contacts_of(records, id), no.unwrap_or_default())
        });
        let title = format!("{} {no}", (texts().terms.records)(Table::Contact));
        open.set(false);
        export(
            contacts(store.shared_records(), found, title, format),
            format,
        );
    };
    let choice = move |format: &FileFormat| {
        let format = *format;
        view! {
            <li>
                <button type="button" class="row" on:click=move |_| untrack(|| choose(format))>
                    {icon(Icon::Download)}
                    <span class="row-text">
                        <span class="row-title">{tr_with(move |m| called(m, format).into())}</span>
                        <span class="row-detail">{tr_with(move |m| what_for(m, format).into())}</span>
                    </span>
                </button>
            </li>
        }
    };
    let footer = move || view! { <Button label=tr(|m| m.parts.cancel) on_press=close/> };
    view! {
        <Dialog title=tr(|m| m.export.contacts) on_close=close footer=footer>
            <p>{move || (texts().export.contacts_detail)(n.get())}</p>
            <ul class="rows">{FileFormat::OF_CONTACTS.iter().map(choice).collect_view()}</ul>
        </Dialog>
    }
    .into_any()
}

fn what_for(m: &Messages, format: FileFormat) -> &'static str {
    match format {
        FileFormat::Xlsx => m.export.for_excel,
        FileFormat::Csv => m.export.for_spreadsheets,
        FileFormat::PlainCsv => m.export.for_programs,
        FileFormat::VCard => m.export.for_address_books,
    }
}

/// The contacts of the lines in their order, each once.
fn contacts_of(records: &Records, segment: SegmentId) -> Vec<ContactId> {
    let lines = records.segments().lines(segment);
    let lines = lines.filter_map(|id| records.get::<SegmentLine>(id)?.contact);
    let mut known = HashSet::new();
    lines.filter(|id| known.insert(*id)).collect()
}

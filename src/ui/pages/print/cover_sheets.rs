//! Cover sheets: a page for each contact, with our address and its own, the date and a salutation; and
//! noting in the log that they were printed (`SegmentCoverSheet.Report.al`,
//! `ContactCoverSheet.Report.al`).

use super::{Inside, Printing, address, lines, nobody, note, page, print};
use crate::browser::clock;
use crate::domain::contact::address::PostalAddress;
use crate::domain::interaction::cover_sheet::Addressee;
use crate::domain::setup::MarketingSetup;
use crate::domain::{Command, Field, Table};
use crate::ui::cards::creating::way_to_setup;
use crate::ui::parts::field::TextArea;
use crate::ui::parts::field_choice::CheckField;
use crate::ui::parts::sections::Card;
use crate::ui::route::{Page, Recipients};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{texts, tr};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The page of cover sheets.
#[component]
pub fn CoverSheets(
    /// The open company.
    store: Store,
    /// Who gets one.
    recipients: Recipients,
) -> impl IntoView {
    page(store, recipients, |m| m.print.cover_sheets, inside)
}

fn inside(printing: Printing) -> Inside {
    let Printing { store, to, .. } = printing;
    let message = RwSignal::new(String::new());
    let logs = Logging::new(printing);
    let n = Signal::derive(move || u32::try_from(to.read().all.len()).unwrap_or(u32::MAX));
    let notes = move || {
        let to = to.get();
        let t = &texts().print;
        vec![
            note(to.n_blocked, t.blocked_left_out),
            note(to.n_without_address, t.without_address),
        ]
    };
    let setup = store.memo(&[Table::Setup], |records| records.setup());
    let paper = move || {
        let to = to.get();
        let own = setup.get();
        let sheet = |it: &Addressee| sheet(store, it, &own, message);
        view! { <div class="papers">{to.all.iter().map(sheet).collect_view()}</div> }
    };
    Inside {
        n,
        print: Callback::new(move |()| {
            print();
            logs.log();
        }),
        blocked: nobody(n),
        notes: notes.into_any(),
        options: options(message, logs),
        paper: paper.into_any(),
    }
}

/// One page.
fn sheet(
    store: Store,
    to: &Addressee,
    setup: &Arc<MarketingSetup>,
    message: RwSignal<String>,
) -> AnyView {
    let own = &setup.own;
    let company = store.company();
    let work_date = store.moment().work_date;
    let sender = address(&PostalAddress {
        country: None,
        ..PostalAddress::own(&company.name, own)
    });
    let ways: Vec<String> = [&own.phone, &own.email, &own.home_page]
        .into_iter()
        .filter(|text| !text.is_empty())
        .cloned()
        .collect();
    let date = [own.city.clone(), texts().format.date(work_date)];
    let date: Vec<String> = date.into_iter().filter(|text| !text.is_empty()).collect();
    let salutation = to.salutation.clone();
    view! {
        <article class="paper cover-sheet">
            <div class="cover-from">{lines(sender)}</div>
            <div class="cover-to">{lines(address(&to.address))}</div>
            <p class="cover-date">{date.join(" ")}</p>
            {salutation.map(|text| view! { <p class="cover-salutation">{text}</p> })}
            <p class="cover-message">{move || message.get()}</p>
            {(!ways.is_empty()).then(|| view! { <p class="cover-ways">{ways.join(" · ")}</p> })}
        </article>
    }
    .into_any()
}

/// Whether printing is noted in the log. Cheap to copy.
#[derive(Clone, Copy)]
struct Logging {
    printing: Printing,
    wanted: RwSignal<bool>,
    /// It is noted already.
    done: RwSignal<bool>,
    /// The setup names no template for it.
    is_not_set_up: Memo<bool>,
}

impl Logging {
    fn new(printing: Printing) -> Self {
        let is_not_set_up = printing.store.memo(&[Table::Setup], |records| {
            records.setup().cover_sheet_template.is_none()
        });
        Self {
            printing,
            wanted: RwSignal::new(true),
            done: RwSignal::new(false),
            is_not_set_up,
        }
    }

    /// Why it can't be: there is no template for it, or it is noted already.
    fn blocked(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            let m = texts();
            let template = (m.terms.field)(Field::CoverSheetTemplate);
            match (self.done.get(), self.is_not_set_up.get()) {
                (true, _) => Some(m.print.is_logged.to_string()),
                (false, true) => Some((m.print.not_set_up)(template)),
                (false, false) => None,
            }
        })
    }

    fn log(self) {
        if !self.wanted.get_untracked() || self.blocked().get_untracked().is_some() {
            return;
        }
        self.done.set(true);
        let Printing { store, segment, to } = self.printing;
        let contacts = to.read_untracked();
        let contacts = contacts.all.iter().map(|it| it.contact).collect();
        let command = Command::LogCoverSheets(clock::new_id(), contacts, segment);
        spawn_local(async move {
            match store.run(command).await {
                Ok(done) => tell(&done),
                Err(trouble) => {
                    self.done.try_set(false);
                    tell_trouble(&trouble);
                }
            }
        });
    }
}

fn options(message: RwSignal<String>, logs: Logging) -> AnyView {
    let blocked = logs.blocked();
    let way = move || {
        let is_missing = logs.is_not_set_up.get() && !logs.done.get();
        is_missing.then(|| {
            view! { <div class="cluster">{way_to_setup(Page::MarketingSetup)}</div> }
        })
    };
    view! {
        <Card title=tr(|m| m.print.options)>
            <div class="stack">
                <TextArea
                    label=tr(|m| m.print.message)
                    value=message
                    on_input=Callback::new(move |text| message.set(text))
                    hint=tr(|m| m.print.message_hint)
                />
                <div class="stack-tight">
                    <CheckField
                        label=tr(|m| m.print.log)
                        checked=Signal::derive(move || logs.wanted.get() && blocked.get().is_none())
                        on_change=Callback::new(move |on| logs.wanted.set(on))
                        hint=tr(|m| m.print.log_hint)
                        blocked=blocked
                    />
                    {way}
                </div>
            </div>
        </Card>
    }
    .into_any()
}

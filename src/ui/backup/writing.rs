//! The half of the page that writes a backup.

use super::job::Job;
use super::work::{Order, back_up};
use super::{reminding, told, trouble};
use crate::backup::BackupError;
use crate::book::Sentinel;
use crate::browser::clock;
use crate::browser::preferences::{self, CompanyCard};
use crate::domain::Records;
use crate::journal::{Meta, What};
use crate::ui::companies::Companies;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::field::{TextField, TextKind};
use crate::ui::parts::field_choice::CheckField;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Card;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::store::Store;
use crate::ui::text::{said, texts, tr, tr_with};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// A passphrase has so many characters at least.
const MIN_PASSPHRASE: usize = 8;

/// The fields of a passphrase that is being made up.
#[derive(Clone, Copy)]
struct Sealing {
    is_on: RwSignal<bool>,
    passphrase: RwSignal<String>,
    again: RwSignal<String>,
    /// Pressed before it was right: says what is wrong from now on.
    is_tried: RwSignal<bool>,
}

impl Sealing {
    fn new() -> Self {
        Self {
            is_on: RwSignal::new(false),
            passphrase: RwSignal::default(),
            again: RwSignal::default(),
            is_tried: RwSignal::new(false),
        }
    }

    fn is_short(self) -> bool {
        self.passphrase
            .with(|text| text.chars().count() < MIN_PASSPHRASE)
    }

    fn differs(self) -> bool {
        self.again
            .with(|again| self.passphrase.with(|text| again != text))
    }

    /// The passphrase, none for no sealing; an error while it is not right.
    fn asked(self) -> Result<Option<String>, ()> {
        if !self.is_on.get_untracked() {
            return Ok(None);
        }
        self.is_tried.set(true);
        match untrack(|| self.is_short() || self.differs()) {
            true => Err(()),
            false => Ok(Some(self.passphrase.get_untracked())),
        }
    }

    fn forget(self) {
        self.passphrase.try_set(String::new());
        self.again.try_set(String::new());
        self.is_tried.try_set(false);
    }

    fn fields(self) -> AnyView {
        let error = move |is_wrong: fn(Self) -> bool, words: fn() -> &'static str| {
            Signal::derive(move || {
                (self.is_tried.get() && is_wrong(self)).then(|| words().to_owned())
            })
        };
        let typed = Callback::new(move |text| self.passphrase.set(text));
        let typed_again = Callback::new(move |text| self.again.set(text));
        let switch = Callback::new(move |is_on| {
            self.forget();
            self.is_on.set(is_on);
        });
        view! {
            <CheckField
                label=tr(|m| m.backup.encrypt)
                checked=self.is_on
                on_change=switch
                hint=tr_with(|m| m.backup.encrypt_hint.into())
            />
            <Show when=move || self.is_on.get()>
                <TextField
                    label=tr(|m| m.backup.passphrase)
                    value=self.passphrase
                    on_input=typed
                    kind=TextKind::Secret
                    limit=0
                    hint=tr_with(|m| m.backup.passphrase_hint.into())
                    error=error(Self::is_short, || texts().backup.passphrase_short)
                />
                <TextField
                    label=tr(|m| m.backup.passphrase_again)
                    value=self.again
                    on_input=typed_again
                    kind=TextKind::Secret
                    limit=0
                    error=error(Self::differs, || texts().backup.passphrase_differs)
                />
            </Show>
        }
        .into_any()
    }
}

/// The card that writes a backup of the open company.
pub fn writing(companies: Companies, store: Store) -> AnyView {
    let job = Job::new();
    let sealing = Sealing::new();
    let error = RwSignal::new(None);
    let press = Callback::new(move |()| {
        let Ok(passphrase) = sealing.asked() else {
            return;
        };
        if !job.begin() {
            return;
        }
        error.set(None);
        let company = store.company_untracked();
        let order = Order {
            device: companies.device(),
            database: company.database,
            name: company.name,
            what: What::All,
            passphrase,
            n_rows: store.peek(Records::n_rows),
        };
        spawn_local(async move {
            let answer = write(order, job).await;
            reminding::changed();
            match answer {
                Ok(()) => sealing.forget(),
                Err(BackupError::Canceled) => {}
                Err(why) => {
                    error.try_set(Some(why));
                }
            }
        });
    });
    view! {
        <Card title=tr_with(|m| m.backup.back_up.into())>
            <div class="stack">
                <p class="muted">{tr(|m| m.backup.back_up_detail)}</p>
                {reminding::last(store)}
                {sealing.fields()}
                <div class="cluster">
                    <Button
                        label=tr(|m| m.backup.write_now)
                        kind=ButtonKind::Primary
                        icon=Icon::Download
                        busy=Signal::derive(move || job.is_running())
                        on_press=press
                    />
                </div>
                {job.view(|m| m.backup.writing)}
                {trouble(error.into(), |m| m.backup.not_written)}
            </div>
        </Card>
    }
    .into_any()
}

/// Writes, and tells what was written. The page may be gone by then.
async fn write(order: Order, job: Job) -> Result<(), BackupError> {
    let answer = back_up(order, job).await;
    job.end();
    let (file, written) = answer?;
    let counts = written.counts;
    show_toast(Toast {
        tone: if counts.unreadable > 0 {
            Tone::Warn
        } else {
            Tone::Good
        },
        text: said(move |m| {
            let count = |n| m.format.count(n);
            let size = m.format.size(written.n_bytes);
            let mut text = (m.backup.written)(&file, &count(counts.n_rows()), &size);
            if counts.unreadable > 0 {
                text.push(' ');
                text += &(m.backup.unreadable)(counts.unreadable, &count(counts.unreadable));
            }
            text
        }),
        actions: Vec::new(),
    });
    Ok(())
}

/// The button that saves what can be read of a company that cannot be opened.
pub fn save_what_reads(companies: Companies, card: CompanyCard) -> AnyView {
    let job = Job::new();
    let press = Callback::new(move |()| {
        if !job.begin() {
            return;
        }
        let remembered = preferences::sentinel::<Sentinel>(&card.database);
        let order = Order {
            device: companies.device(),
            database: card.database.clone(),
            name: card.name.clone(),
            what: What::WhatReads(Meta {
                name: card.name.clone(),
                created_at: remembered
                    .as_ref()
                    .map_or_else(clock::now, |it| it.created_at),
                ownership: card.ownership(),
            }),
            passphrase: None,
            n_rows: remembered.map_or(0, |it| it.n_rows),
        };
        spawn_local(async move {
            match write(order, job).await {
                Ok(()) | Err(BackupError::Canceled) => {}
                Err(error) => show_toast(Toast {
                    tone: Tone::Bad,
                    text: told(error, |m| m.backup.not_written),
                    actions: Vec::new(),
                }),
            }
        });
    });
    view! {
        <Button
            label=tr(|m| m.backup.save_what_reads)
            icon=Icon::Download
            busy=Signal::derive(move || job.is_running())
            on_press=press
        />
    }
    .into_any()
}

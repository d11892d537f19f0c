//! The half of the page that looks a file through and restores it. It also stands where no company is open.

use super::exchange::exchange;
use super::holds::{counts, warnings};
use super::job::Job;
use super::work::{self, File};
use super::{trouble, when};
use crate::backup::{self, BackupError, Found, Opened, RestoreAs};
use crate::book::erased_on_device;
use crate::browser::chosen_file::ChosenFile;
use crate::browser::clock;
use crate::browser::preferences::{self, CompanyCard};
use crate::browser::tools::BrowserTools;
use crate::journal::Ownership;
use crate::ui::companies::Companies;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::parts::field::{TextField, TextKind};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::live::live;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::store::Store;
use crate::ui::text::{said, say, tr, tr_with};
use leptos::{html, prelude::*};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How far it is.
#[derive(Clone, PartialEq)]
enum Step {
    /// No file yet, or it was refused.
    Choose,
    /// The file of this name waits for its passphrase.
    Locked(String),
    /// What the file holds.
    Looked(Found),
}

#[derive(Clone, Copy)]
struct Restoring {
    companies: Companies,
    store: Option<Store>,
    step: RwSignal<Step>,
    error: RwSignal<Option<BackupError>>,
    /// Looking through.
    looking: Job,
    /// Restoring.
    job: Job,
    passphrase: RwSignal<String>,
    /// The file. Whoever works with it takes it, and puts it back.
    file: StoredValue<Option<Rc<File>>, LocalStorage>,
}

/// Chooses a file, looks it through, and restores it as a new company or in place of the open one.
pub fn restoring(companies: Companies, store: Option<Store>) -> AnyView {
    let this = Restoring {
        companies,
        store,
        step: RwSignal::new(Step::Choose),
        error: RwSignal::new(None),
        looking: Job::new(),
        job: Job::new(),
        passphrase: RwSignal::default(),
        file: StoredValue::new_local(None),
    };
    let field = NodeRef::<html::Input>::new();
    let choose = Callback::new(move |()| {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    });
    let chosen = move |_| {
        let file = field
            .get_untracked()
            .and_then(|field| ChosenFile::take(&field));
        if let Some(file) = file {
            this.choose(file);
        }
    };
    let is_busy = Signal::derive(move || this.looking.is_running() || this.job.is_running());
    let label = tr_with(move |m| {
        let is_first = this.step.with(|step| *step == Step::Choose);
        let words = if is_first {
            m.backup.choose_file
        } else {
            m.backup.other_file
        };
        words.into()
    });
    view! {
        <div class="stack">
            <p class="muted">{tr(|m| m.backup.restore_detail)}</p>
            <input
                type="file"
                hidden=true
                node_ref=field
                aria-label=tr(|m| m.backup.choose_file)
                on:change=chosen
            />
            <div class="cluster">
                <Button label=label icon=Icon::Archive busy=is_busy on_press=choose/>
            </div>
            {this.looking.view(|m| m.backup.looking)}
            {trouble(this.error.into(), |m| m.backup.not_restored)}
            {live(move || match this.step.get() {
                Step::Choose => ().into_any(),
                Step::Locked(name) => this.locked(name),
                Step::Looked(found) => this.looked(found),
            })}
            {this.job.view(|m| m.backup.restoring)}
        </div>
    }
    .into_any()
}

impl Restoring {
    fn choose(self, chosen: ChosenFile) {
        if !self.looking.begin() {
            return;
        }
        self.error.set(None);
        self.step.set(Step::Choose);
        self.passphrase.set(String::new());
        let name = chosen.name();
        spawn_local(async move {
            match Opened::new(chosen, BrowserTools).await {
                Ok(file) => {
                    let is_sealed = file.is_sealed();
                    self.file
                        .try_update_value(|kept| *kept = Some(Rc::new(file)));
                    if is_sealed {
                        self.step.try_set(Step::Locked(name));
                    } else {
                        self.look_through(None).await;
                    }
                }
                Err(error) => {
                    self.error.try_set(Some(error));
                }
            }
            self.looking.end();
        });
    }

    fn unlock(self) {
        let passphrase = self.passphrase.get_untracked();
        if passphrase.is_empty() || !self.looking.begin() {
            return;
        }
        self.error.set(None);
        spawn_local(async move {
            self.look_through(Some(passphrase)).await;
            self.looking.end();
        });
    }

    async fn look_through(self, passphrase: Option<String>) {
        let Some(file) = self.file.try_get_value().flatten() else {
            return;
        };
        let found = async {
            if let Some(passphrase) = passphrase {
                file.unlock(&passphrase).await?;
            }
            let looking = self.looking;
            backup::look_through(&file, &mut |done, of| looking.goes_on(done, of)).await
        };
        match found.await {
            Ok(found) => {
                self.passphrase.try_set(String::new());
                self.step.try_set(Step::Looked(found));
            }
            Err(BackupError::Canceled) => {}
            Err(error) => {
                self.error.try_set(Some(error));
            }
        }
    }

    fn locked(self, name: String) -> AnyView {
        let typed = Callback::new(move |text| self.passphrase.set(text));
        let unlock = Callback::new(move |()| self.unlock());
        let entered = Callback::new(move |text| {
            self.passphrase.set(text);
            self.unlock();
        });
        view! {
            <p>{tr_with(move |m| (m.backup.sealed)(&name))}</p>
            <TextField
                label=tr(|m| m.backup.passphrase)
                value=self.passphrase
                on_input=typed
                on_commit=entered
                kind=TextKind::Secret
                limit=0
            />
            <div class="cluster">
                <Button
                    label=tr(|m| m.backup.unlock)
                    kind=ButtonKind::Primary
                    busy=Signal::derive(move || self.looking.is_running())
                    on_press=unlock
                />
            </div>
        }
        .into_any()
    }

    fn looked(self, found: Found) -> AnyView {
        let asking = RwSignal::new(false);
        let as_new = {
            let found = found.clone();
            Callback::new(move |()| self.restore(found.clone(), false))
        };
        let in_place = {
            let found = found.clone();
            Callback::new(move |()| {
                asking.set(false);
                self.restore(found.clone(), true);
            })
        };
        let close = Callback::new(move |()| asking.set(false));
        let ask = Callback::new(move |()| asking.set(true));
        // In a browser that stores nothing there is no place to go back to.
        let store = self.store.filter(|store| !store.is_in_memory());
        let busy = Signal::derive(move || self.job.is_running());
        let about = found.about.clone();
        let written =
            tr_with(move |m| (m.backup.about)(&when(m, about.written_at), &about.written_by));
        view! {
            <section class="stack backup-found" aria-labelledby="backup-found">
                <div>
                    <h3 id="backup-found">{found.about.company.name.clone()}</h3>
                    <p class="muted">
                        {written} " " {tr_with(move |m| m.format.size(found.n_bytes))}
                        {(found.about.company.ownership == Ownership::Demo).then(|| view! {
                            " " <Badge text=tr(|m| m.frame.demo_mark)/>
                        })}
                    </p>
                </div>
                {warnings(&found)}
                <div class="cluster">
                    <Button
                        label=tr(|m| m.backup.as_new)
                        kind=ButtonKind::Primary
                        busy=busy
                        on_press=as_new
                    />
                    {store.map(|store| view! {
                        <Button
                            label=tr_with(move |m| (m.backup.in_place)(&store.company().name))
                            busy=busy
                            on_press=ask
                        />
                    })}
                </div>
                {counts(self.store, found.clone())}
                {store.map(|store| view! {
                    <Show when=move || asking.get()>
                        <Confirm
                            question=tr_with(move |m| (m.backup.in_place_question)(&store.company().name))
                            detail=tr_with(|m| m.backup.in_place_detail.into())
                            choices=vec![
                                Choice::new(
                                    tr_with(move |m| (m.backup.in_place)(&store.company().name)),
                                    ButtonKind::Danger,
                                    in_place,
                                ),
                                Choice::new(tr(|m| m.parts.cancel), ButtonKind::Normal, close),
                            ]
                            on_close=close
                        />
                    </Show>
                })}
            </section>
        }
        .into_any()
    }

    fn restore(self, found: Found, in_place: bool) {
        let file = self.file.get_value();
        let Some(file) = file.filter(|_| self.job.begin()) else {
            return;
        };
        self.error.set(None);
        spawn_local(async move {
            let answer = work::alone(self.restore_alone(file, found, in_place)).await;
            self.job.end();
            match answer {
                Ok(()) | Err(BackupError::Canceled) => {}
                Err(error) => {
                    self.error.try_set(Some(error));
                }
            }
        });
    }

    async fn restore_alone(
        self,
        file: Rc<File>,
        found: Found,
        in_place: bool,
    ) -> Result<(), BackupError> {
        let own_name = found.about.company.name.clone();
        let known = self.companies.known();
        let is_taken = known.iter().any(|card| card.name == own_name);
        let name = (is_taken && !in_place).then(|| {
            let m = say();
            (m.backup.restored_name)(&own_name, &when(m, clock::now()))
        });
        let device = self.companies.device();
        let before = self.store.map(|store| store.company_untracked());
        let replaced = before.as_ref().filter(|_| in_place);
        let replaced = replaced.map(|card| card.database.as_str());
        let created_at = found.about.company.created_at;
        let since = erased_on_device(&device, created_at, replaced).await?;
        let how = RestoreAs {
            name: name.clone(),
            erased: since.erased,
        };
        let (database, restored) = work::restore(device, &file, &found, how, self.job).await?;
        let name = name.unwrap_or(own_name);
        let card = CompanyCard {
            name: name.clone(),
            user: before
                .as_ref()
                .map(|it| it.user.clone())
                .unwrap_or_default(),
            my_salesperson: before
                .as_ref()
                .filter(|_| in_place)
                .and_then(|it| it.my_salesperson),
            ..CompanyCard::found(database, &found.about.company)
        };
        if !self.companies.is_in_memory() {
            preferences::set_company(&card);
        }
        let n_rows = found.counts.n_rows();
        let n_again = restored.n_erased_again;
        let text = said(move |m| {
            let mut text = (m.backup.restored)(&name, &m.format.count(n_rows));
            if n_again > 0 {
                text.push(' ');
                text += &(m.privacy.erased_again)(n_again);
            }
            text
        });
        if since.n_unreadable > 0 {
            show_toast(Toast {
                tone: Tone::Warn,
                text: said(move |m| (m.privacy.erased_is_unknown)(since.n_unreadable)),
                actions: Vec::new(),
            });
        }
        match self.store.filter(|_| in_place) {
            Some(store) => exchange(self.companies, store, card, text).await,
            None => {
                self.companies.open(card);
                show_toast(Toast {
                    tone: Tone::Good,
                    text,
                    actions: Vec::new(),
                });
            }
        }
        Ok(())
    }
}

//! Reuse: saved criteria are carried out on a segment, or the contacts of a logged segment come in.

use super::revision_of;
use crate::browser::clock;
use crate::domain::id::{CriteriaActionId, LoggedSegmentId, SavedCriteriaId, SegmentId};
use crate::domain::ledger::Scope;
use crate::domain::search::Wanted;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::segment::selection::saved::SavedCriteria;
use crate::domain::{Command, Records, Table};
use crate::language::Messages;
use crate::ui::cards::reading::parsed_id;
use crate::ui::cards::steps::saved_steps;
use crate::ui::lookups::best;
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field_choice::{OptionField, SelectOption};
use crate::ui::parts::picker::{Picker, PickerItem};
use crate::ui::parts::tone::Tone;
use crate::ui::store::Store;
use crate::ui::tell::{sentence, tell, tell_trouble};
use crate::ui::text::{say, texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// So many a lookup offers at once.
const MAX_OFFERED: usize = 30;
const SAVED: &str = "saved";
const LOGGED: &str = "logged";

/// The dialog. Cheap to copy.
#[derive(Clone, Copy)]
struct Reuse {
    store: Store,
    segment: SegmentId,
    /// Of a logged segment; else saved criteria.
    of_logged: RwSignal<bool>,
    saved: RwSignal<Option<SavedCriteriaId>>,
    logged: RwSignal<Option<LoggedSegmentId>>,
    wrong: RwSignal<Option<String>>,
    trouble: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    /// Made once, so that a form sent twice is one action.
    action: CriteriaActionId,
}

pub(super) fn reuse_dialog(store: Store, segment: SegmentId, close: Callback<()>) -> AnyView {
    let is_nothing_saved = store.peek(|records| records.count(Table::SavedCriteria) == 0);
    let is_nothing_logged = store.peek(|records| records.count(Table::LoggedSegment) == 0);
    let form = Reuse {
        store,
        segment,
        of_logged: RwSignal::new(is_nothing_saved && !is_nothing_logged),
        saved: RwSignal::new(None),
        logged: RwSignal::new(None),
        wrong: RwSignal::new(None),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
        action: clock::new_id(),
    };
    let accept = Callback::new(move |()| form.apply(close));
    let footer = move || {
        view! {
            <Button
                label=tr(|m| m.parts.ok)
                kind=ButtonKind::Primary
                keys="Ctrl+Enter"
                busy=form.busy
                on_press=accept
            />
            <Button label=tr(|m| m.parts.cancel) on_press=close/>
        }
    };
    let trouble = move || {
        let text = form.trouble.get()?;
        Some(view! { <div role="alert"><Note tone=Tone::Bad>{text}</Note></div> })
    };
    let options = Signal::derive(|| {
        let t = &texts().criteria_pages;
        vec![
            SelectOption::new(SAVED, t.from_saved),
            SelectOption::new(LOGGED, t.from_logged),
        ]
    });
    let source =
        Signal::derive(move || if form.of_logged.get() { LOGGED } else { SAVED }.to_string());
    let pick = Callback::new(move |value: String| {
        form.wrong.set(None);
        form.of_logged.set(value == LOGGED);
    });
    let lookup = move || match form.of_logged.get() {
        true => form.logged_field(),
        false => form.saved_field(),
    };
    view! {
        <Dialog
            title=tr(|m| m.criteria_pages.reuse_title)
            on_close=close
            on_accept=accept
            footer=footer
        >
            {trouble}
            <OptionField
                label=tr(|m| m.criteria_pages.reuse_from)
                value=source
                options=options
                on_pick=pick
            />
            {lookup}
        </Dialog>
    }
    .into_any()
}

impl Reuse {
    fn saved_field(self) -> AnyView {
        let store = self.store;
        let selected = Signal::derive(move || {
            let id = self.saved.get()?;
            store.read(&[Table::SavedCriteria], |records| {
                Some(saved_item(records.get::<SavedCriteria>(id)?))
            })
        });
        let offer = move |typed: String| {
            store.peek(|records| {
                let ids = records.criteria_codes();
                let rows = ids.filter_map(|id| records.get::<SavedCriteria>(id));
                let found = best(rows, &Wanted::new(&typed), MAX_OFFERED, |row| {
                    format!("{}\n{}", row.description, row.code)
                });
                found
                    .iter()
                    .map(|(_, row)| saved_item(row))
                    .collect::<Vec<_>>()
            })
        };
        let none = tr_with(|m| m.criteria_pages.none_saved.into());
        let pick = Callback::new(move |key: Option<String>| {
            self.wrong.set(None);
            self.saved.set(key.and_then(|key| parsed_id(&key)));
        });
        let contents = move || {
            let row = store.read(&[Table::SavedCriteria], |records| {
                records.get::<SavedCriteria>(self.saved.get()?).cloned()
            })?;
            Some(view! {
                <div class="stack-tight">
                    {saved_steps(store, &row.actions)}
                    <p class="muted">{texts().criteria_pages.reuse_detail}</p>
                </div>
            })
        };
        let is_none = store.memo(&[Table::SavedCriteria], |records| {
            records.count(Table::SavedCriteria) == 0
        });
        let label = tr_with(|m| (m.terms.record)(Table::SavedCriteria).into());
        let field = self.field(label, selected, Callback::new(offer), pick, none, is_none);
        view! { {field} {contents} }.into_any()
    }

    fn logged_field(self) -> AnyView {
        let store = self.store;
        let selected = Signal::derive(move || {
            let id = self.logged.get()?;
            let m = texts();
            store.read(&[Table::LoggedSegment, Table::LogEntry], |records| {
                let row = records.get::<LoggedSegment>(id)?;
                Some(logged_item(m, records, row))
            })
        });
        let offer = move |typed: String| {
            let m = say();
            store.peek(|records| {
                let ids = records.segments().logged().rev();
                let rows = ids.filter_map(|id| records.get::<LoggedSegment>(id));
                let found = best(rows, &Wanted::new(&typed), MAX_OFFERED, |row| {
                    format!("{}\n{} {}", row.description, row.segment_no, row.no)
                });
                let items = found.iter().map(|(_, row)| logged_item(m, records, row));
                items.collect::<Vec<_>>()
            })
        };
        let none = tr_with(|m| m.criteria_pages.none_logged.into());
        let pick = Callback::new(move |key: Option<String>| {
            self.wrong.set(None);
            self.logged.set(key.and_then(|key| parsed_id(&key)));
        });
        let is_none = store.memo(&[Table::LoggedSegment], |records| {
            records.count(Table::LoggedSegment) == 0
        });
        let label = tr_with(|m| (m.terms.record)(Table::LoggedSegment).into());
        self.field(label, selected, Callback::new(offer), pick, none, is_none)
    }

    /// The lookup, or why there is nothing to look up.
    fn field(
        self,
        label: Signal<String>,
        selected: Signal<Option<PickerItem>>,
        offer: Callback<String, Vec<PickerItem>>,
        pick: Callback<Option<String>>,
        none: Signal<String>,
        is_none: Memo<bool>,
    ) -> AnyView {
        let text = Callback::new(move |_| self.wrong.set(Some(say().cards.no_such.into())));
        let nothing = move || view! { <Note tone=Tone::Plain>{none}</Note> };
        view! {
            <Show when=move || !is_none.get() fallback=nothing>
                <Picker
                    label=label
                    selected=selected
                    source=offer
                    on_pick=pick
                    on_text=text
                    error=self.wrong
                    required=true
                />
            </Show>
        }
        .into_any()
    }

    fn apply(self, close: Callback<()>) {
        if self.busy.get_untracked() || self.wrong.with_untracked(Option::is_some) {
            return;
        }
        self.trouble.set(None);
        let (segment, action) = (self.segment, self.action);
        let seen = self.store.peek(|records| revision_of(records, segment));
        let t = &say().criteria_pages;
        let command = if self.of_logged.get_untracked() {
            let command = |logged| Command::ReuseLoggedSegment(segment, seen, logged, action);
            self.logged
                .get_untracked()
                .map(command)
                .ok_or(t.choose_logged)
        } else {
            let command = |saved| Command::ReuseCriteria(segment, seen, saved, action);
            self.saved
                .get_untracked()
                .map(command)
                .ok_or(t.choose_saved)
        };
        let command = match command {
            Ok(command) => command,
            Err(why) => {
                self.wrong.set(Some(why.into()));
                return;
            }
        };
        self.busy.set(true);
        spawn_local(async move {
            let outcome = self.store.run(command).await;
            self.busy.try_set(false);
            match outcome {
                Ok(done) => {
                    tell(&done);
                    close.try_run(());
                }
                Err(trouble) => {
                    if self.trouble.try_set(Some(sentence(&trouble))).is_some() {
                        tell_trouble(&trouble);
                    }
                }
            }
        });
    }
}

fn saved_item(row: &Arc<SavedCriteria>) -> PickerItem {
    if row.description.is_empty() {
        PickerItem::new(row.id.to_string(), row.code.to_string(), "")
    } else {
        let (label, detail) = (row.description.clone(), row.code.to_string());
        PickerItem::new(row.id.to_string(), label, detail)
    }
}

fn logged_item(m: &Messages, records: &Records, row: &Arc<LoggedSegment>) -> PickerItem {
    let n = records.ledger().count(Scope::LoggedSegment(row.id));
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    let n = (m.terms.n_records)(Table::LogEntry, n);
    let detail = format!(
        "{} · {} · {n}",
        row.segment_no,
        m.format.date(row.created_on)
    );
    PickerItem::new(row.id.to_string(), row.description.clone(), detail)
}

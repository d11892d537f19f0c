//! A new record: a dialog that keeps what is typed and creates the record on OK.

use super::bound::Bound;
use super::reading::{self, Edits, Reading, flag_text};
use crate::book::RunError;
use crate::domain::code::{SeriesCode, TemplateCode};
use crate::domain::values::{Minutes, Money};
use crate::domain::{Command, Field, Notice, Table};
use crate::language::explain;
use crate::ui::leaving::{Way, hold_back};
use crate::ui::navigate::go_on;
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::{Button, ButtonKind, LinkButton};
use crate::ui::parts::dialog::{Choice, Confirm, Dialog};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{sentence, tell, tell_trouble};
use crate::ui::text::{say, tr, tr_with};
use crate::ui::typed;
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use uuid::Uuid;
use wasm_bindgen::JsCast;

/// A record that is being made, of edits of type `E`. Cheap to copy.
pub struct Creating<E: 'static> {
    store: Store,
    fields: StoredValue<Vec<NewField<E>>>,
    /// What is wrong, where it is no field's matter, and where it can be mended.
    trouble: RwSignal<Option<(String, Option<Page>)>>,
    busy: RwSignal<bool>,
    /// The record exists, or is given up: nothing typed is left to lose.
    ended: StoredValue<bool>,
}

impl<E> Clone for Creating<E> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<E> Copy for Creating<E> {}

struct NewField<E> {
    field: Field,
    initial: String,
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
    reading: Reading<E>,
}

impl<E: Send + Sync> Creating<E> {
    /// A new record with nothing in it.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            fields: StoredValue::new(Vec::new()),
            trouble: RwSignal::new(None),
            busy: RwSignal::new(false),
            ended: StoredValue::new(false),
        }
    }

    /// A line of text.
    pub fn line(self, field: Field, edit: impl Edits<String, E>) -> Bound {
        self.bind(field, String::new(), reading::line(edit))
    }

    /// A number or a code.
    pub fn code(self, field: Field, edit: impl Edits<String, E>) -> Bound {
        self.bind(field, String::new(), reading::code(edit))
    }

    /// An amount of money; blank is nothing.
    pub fn money(self, field: Field, edit: impl Edits<Money, E>) -> Bound {
        let reading = reading::money(self.store, edit);
        self.bind(field, String::new(), reading)
    }

    /// A duration; blank is nothing.
    pub fn minutes(self, field: Field, edit: impl Edits<Minutes, E>) -> Bound {
        self.bind(field, String::new(), reading::minutes(edit))
    }

    /// A date, or none.
    pub fn date(self, field: Field, edit: impl Edits<Option<NaiveDate>, E>) -> Bound {
        let store = self.store;
        let bound = self.bind(field, String::new(), reading::date(store, edit));
        let iso = move || {
            let date = bound.value.with(|text| typed::date(store, text));
            let date = date.ok().flatten();
            date.map_or_else(String::new, |date| date.to_string())
        };
        Bound {
            iso: Signal::derive(iso),
            ..bound
        }
    }

    /// One of a list of values, or none.
    pub fn value<T: Copy + Send + Sync>(
        self,
        field: Field,
        all: &'static [T],
        edit: impl Edits<Option<T>, E>,
    ) -> Bound {
        self.bind(field, String::new(), reading::value(all, edit))
    }

    /// Another record by its id, or none.
    pub fn record<I: From<Uuid>>(self, field: Field, edit: impl Edits<Option<I>, E>) -> Bound {
        self.bind(field, String::new(), reading::record(edit))
    }

    /// On or off, and how it starts.
    pub fn flag(self, field: Field, on: bool, edit: impl Edits<bool, E>) -> Bound {
        self.bind(field, flag_text(on).to_string(), reading::flag(edit))
    }

    /// What a field starts with, once it is bound.
    pub fn start(self, field: Field, with: String) {
        self.fields.update_value(|fields| {
            if let Some(each) = fields.iter_mut().find(|each| each.field == field) {
                each.text.set(with.clone());
                each.initial = with;
            }
        });
    }

    /// What was typed in a lookup becomes the code if it can be one, as of templates, groups and
    /// classes, else the description, once both are bound.
    pub fn start_named(self, typed: &str) {
        let typed = typed.trim();
        if typed.is_empty() || (TemplateCode::new(typed).is_ok() && !typed.contains(' ')) {
            self.start(Field::Code, typed.to_uppercase());
        } else {
            self.start(Field::Description, typed.to_string());
        }
    }

    /// A field by what it starts with and how it is read. The edits are made in the order in which
    /// the fields were bound.
    pub fn bind(self, field: Field, initial: String, reading: Reading<E>) -> Bound {
        let text = RwSignal::new(initial.clone());
        let error = RwSignal::new(None::<String>);
        let put = move |typed: String| {
            text.set(typed);
            error.set(None);
        };
        let check = {
            let reading = reading.clone();
            move |typed: String| {
                // Also what cannot be read is what the user wants to create the record with.
                put(typed.clone());
                reading(&typed).map(|(shown, _)| shown)
            }
        };
        let pick = {
            let reading = reading.clone();
            move |key: String| {
                let wrong = reading(&key).err();
                text.set(key);
                error.set(wrong);
            }
        };
        self.fields.update_value(|fields| {
            fields.push(NewField {
                field,
                initial,
                text,
                error,
                reading,
            });
        });
        Bound {
            // Esc in the field closes the dialog: what was typed by then counts as typed.
            on_input: Callback::new(put),
            on_commit: Callback::new(put),
            on_pick: Callback::new(pick),
            ..Bound::new(field, text.into(), error.into(), Callback::new(check))
        }
    }

    /// True once something was typed or chosen.
    fn is_touched(self) -> bool {
        let touched = |each: &NewField<E>| each.text.with_untracked(|text| *text != each.initial);
        self.fields.with_value(|fields| fields.iter().any(touched))
    }

    /// The edits, or none when a field says what is wrong with it.
    fn edits(self) -> Option<Vec<E>> {
        self.fields.with_value(|fields| {
            let read = |each: &NewField<E>| {
                let edit = (each.reading)(&each.text.get_untracked());
                let (edit, wrong) = match edit {
                    Ok((_, edit)) => (Some(edit), None),
                    Err(sentence) => (None, Some(sentence)),
                };
                each.error.set(wrong);
                edit
            };
            // All are read, so that every wrong field says so at once.
            let edits: Vec<Option<E>> = fields.iter().map(read).collect();
            edits.into_iter().collect()
        })
    }

    /// Shows why the record was not created: at its field, or above all fields.
    fn refuse(self, trouble: &RunError) {
        let field = match trouble {
            RunError::Refused(refusal) => refusal.field.map(|field| (field, refusal)),
            RunError::NotSaved(_) => None,
        };
        let at_field = field.is_some_and(|(field, refusal)| {
            let shown = self.fields.try_with_value(|fields| {
                let error = fields.iter().find(|each| each.field == field);
                if let Some(each) = error {
                    each.error.set(Some(explain::reason(say(), refusal)));
                }
                error.is_some()
            });
            shown.unwrap_or(false)
        });
        let told = Some((sentence(trouble), mended_on(trouble)));
        if !at_field && self.trouble.try_set(told).is_some() {
            // The dialog is no longer there to show it.
            tell_trouble(trouble);
        }
    }

    fn run(
        self,
        command: Arc<dyn Fn(Vec<E>) -> Command + Send + Sync>,
        on_done: Callback<Vec<Notice>>,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.trouble.set(None);
        let Some(edits) = self.edits() else {
            focus_first_wrong();
            return;
        };
        self.busy.set(true);
        spawn_local(async move {
            let outcome = self.store.run(command(edits)).await;
            self.busy.try_set(false);
            match outcome {
                Ok(done) => {
                    tell(&done);
                    self.ended.try_set_value(true);
                    on_done.try_run(done.notices);
                }
                Err(trouble) => {
                    self.refuse(&trouble);
                    focus_first_wrong();
                }
            }
        });
    }

    /// The dialog around the fields. `command` makes the record of its edits; `on_done` is told
    /// once it exists; `on_close` when the user leaves without.
    pub fn dialog(
        self,
        title: impl Into<Signal<String>>,
        command: impl Fn(Vec<E>) -> Command + Send + Sync + 'static,
        on_done: Callback<Vec<Notice>>,
        on_close: Callback<()>,
        fields: AnyView,
    ) -> AnyView {
        let asking = RwSignal::new(false);
        let way = StoredValue::new(None::<Way>);
        let may_leave = move |wanted: Way| {
            let is_over = self.ended.try_get_value().unwrap_or(true);
            if is_over || self.busy.get_untracked() || !self.is_touched() {
                return true;
            }
            way.set_value(Some(wanted));
            asking.set(true);
            false
        };
        let is_unkept = move || {
            let is_over = self.ended.try_get_value().unwrap_or(true);
            !is_over && self.is_touched()
        };
        hold_back(may_leave, is_unkept);
        let command: Arc<dyn Fn(Vec<E>) -> Command + Send + Sync> = Arc::new(command);
        let accept = Callback::new(move |()| self.run(command.clone(), on_done));
        let close = Callback::new(move |()| {
            if self.is_touched() {
                way.set_value(None);
                asking.set(true);
            } else {
                on_close.run(());
            }
        });
        let discard = Callback::new(move |()| {
            self.ended.set_value(true);
            let wanted = way.get_value();
            on_close.run(());
            if let Some(wanted) = wanted {
                go_on(wanted);
            }
        });
        let footer = move || {
            view! {
                <Button
                    label=tr(|m| m.parts.ok)
                    kind=ButtonKind::Primary
                    keys="Ctrl+Enter"
                    busy=self.busy
                    on_press=accept
                />
                <Button label=tr(|m| m.parts.cancel) on_press=close/>
            }
        };
        let stay = Callback::new(move |()| asking.set(false));
        let trouble = move || {
            let (text, page) = self.trouble.get()?;
            let mend = move || page.clone().map(way_to_setup);
            Some(view! { <div role="alert"><Note tone=Tone::Bad actions=mend>{text}</Note></div> })
        };
        view! {
            <Dialog title=title.into() on_close=close on_accept=accept footer=footer>
                {trouble} {fields}
            </Dialog>
            <Show when=move || asking.get()>
                <Confirm
                    question=tr(|m| m.cards.discard)
                    detail=tr(|m| m.cards.discard_detail)
                    choices=vec![
                        Choice::new(tr(|m| m.cards.keep_editing), ButtonKind::Normal, stay),
                        Choice::new(tr(|m| m.cards.discard_answer), ButtonKind::Danger, discard),
                    ]
                    on_close=stay
                />
            </Show>
        }
        .into_any()
    }
}

/// The page on which a refusal can be mended, where that is not the form: what gives no number.
pub fn mended_on(trouble: &RunError) -> Option<Page> {
    let RunError::Refused(refusal) = trouble else {
        return None;
    };
    match refusal.record.table {
        Table::Setup => Some(Page::MarketingSetup),
        Table::NumberSeries => {
            let code = SeriesCode::new(&refusal.record.label).ok();
            Some(code.map_or(Page::NumberSeries, Page::OneSeries))
        }
        _ => None,
    }
}

/// The way to the marketing setup or to a number series.
pub fn way_to_setup(page: Page) -> AnyView {
    let table = match page {
        Page::MarketingSetup => Table::Setup,
        _ => Table::NumberSeries,
    };
    let label = tr_with(move |m| (m.terms.records)(table).into());
    view! { <LinkButton label=label href=Route::to(page).href()/> }.into_any()
}

/// Moves the focus to the first field that says what is wrong with it, once it is drawn so.
fn focus_first_wrong() {
    request_animation_frame(|| {
        let wrong = document().query_selector("dialog[open] [aria-invalid='true']");
        if let Ok(Some(element)) = wrong
            && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
        {
            // A group of options cannot take the focus; its sentence is read aloud all the same.
            let _ = element.focus();
        }
    });
}

//! The checklist of the first start: what is done, what is next, and the step that does it.

use crate::browser::clock;
use crate::browser::preferences;
use crate::domain::contact::Contact;
use crate::domain::starter::{self, StarterTexts};
use crate::domain::{Command, Records, Table};
use crate::language::Messages;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind, LinkButton};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::sections::Card;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::tell::tell_trouble;
use crate::ui::text::{language, said, say, texts, tr, tr_with};
use crate::ui::undo::undo_action;
use leptos::prelude::*;
use uuid::Uuid;
use wasm_bindgen_futures::spawn_local;

/// A step.
#[derive(Clone, Copy)]
struct Step {
    title: fn(&'static Messages) -> &'static str,
    detail: fn(&'static Messages) -> &'static str,
    done: Signal<bool>,
    how: How,
}

/// What does a step.
#[derive(Clone, Copy)]
enum How {
    /// Nothing here: it is done at the top of the page, or further down on this one.
    Here,
    /// What is suggested, made by one command.
    Suggested(Suggest),
    /// A form or a page.
    Goes(fn(Store) -> Route, fn(&'static Messages) -> &'static str),
}

/// Makes what is suggested, as far as it is missing.
type Suggest = fn(&Records, &StarterTexts, &mut dyn FnMut() -> Uuid) -> Command;

/// The checklist. `on_page_of_names`: the fields for the user's name stand on the same page.
pub fn checklist(store: Store, on_page_of_names: bool) -> AnyView {
    let steps = steps(store, on_page_of_names);
    let n_steps = steps.len() as u32;
    let dones: Vec<Signal<bool>> = steps.iter().map(|step| step.done).collect();
    let n_done = Memo::new(move |_| dones.iter().filter(|done| done.get()).count() as u32);
    let put_away = Callback::new(move |()| store.change_company(|company| company.started = true));
    let actions = move || {
        view! {
            <Button
                label=tr(|m| m.start.put_away)
                kind=ButtonKind::Quiet
                icon=Icon::Close
                on_press=put_away
            />
        }
    };
    view! {
        <Card
            title=tr_with(|m| m.start.checklist.into())
            note=Signal::derive(move || Some((texts().start.steps_done)(n_done.get(), n_steps)))
            actions=actions
        >
            <p class="muted">{tr(|m| m.start.checklist_detail)}</p>
            <ol class="rows checklist">
                {steps.into_iter().map(|step| one(store, step)).collect_view()}
            </ol>
        </Card>
    }
    .into_any()
}

fn steps(store: Store, on_page_of_names: bool) -> Vec<Step> {
    let has = move |table: &'static [Table]| {
        let found = store.memo(table, move |records| records.count(table[0]) > 0);
        Signal::derive(move || found.get())
    };
    let numbered = store.memo(&[Table::Setup], |records| {
        records.setup().contact_nos.is_some()
    });
    let marketing = store.memo(&[Table::Setup], |records| {
        let setup = records.setup();
        setup.segment_nos.is_some() && setup.campaign_nos.is_some()
    });
    let to_names = if on_page_of_names {
        How::Here
    } else {
        How::Goes(|_| Route::to(Page::Setup), |m| m.frame.setup)
    };
    vec![
        Step {
            title: |m| m.start.step_language,
            detail: |m| m.start.step_language_detail,
            done: Signal::derive(|| {
                // Chosen with the switch, which sets the language that is followed here.
                let _ = language();
                preferences::preferences().language.is_some()
            }),
            how: How::Here,
        },
        Step {
            title: |m| m.start.step_name,
            detail: |m| m.start.step_name_detail,
            done: Signal::derive(move || !store.company().user.is_empty()),
            how: to_names,
        },
        Step {
            title: |m| m.start.step_series,
            detail: |m| m.start.step_series_detail,
            done: Signal::derive(move || numbered.get()),
            how: How::Suggested(starter::starter),
        },
        Step {
            title: |m| m.start.step_templates,
            detail: |m| m.start.step_templates_detail,
            done: has(&[Table::InteractionTemplate]),
            how: How::Suggested(starter::starter),
        },
        Step {
            title: |m| m.start.step_salesperson,
            detail: |m| m.start.step_salesperson_detail,
            done: has(&[Table::Salesperson]),
            how: How::Goes(
                |_| Route::to(Page::Salespeople).with(Sheet::New),
                |m| m.start.add,
            ),
        },
        Step {
            title: |m| m.start.step_contact,
            detail: |m| m.start.step_contact_detail,
            done: has(&[Table::Contact]),
            how: How::Goes(
                |_| Route::to(Page::Contacts).with(Sheet::New),
                |m| m.start.add,
            ),
        },
        Step {
            title: |m| m.start.step_interaction,
            detail: |m| m.start.step_interaction_detail,
            done: has(&[Table::LogEntry]),
            how: How::Goes(first_interaction, |m| m.frame.create),
        },
        Step {
            title: |m| m.class_pages.number_marketing,
            detail: |m| m.class_pages.number_marketing_detail,
            done: Signal::derive(move || marketing.get()),
            how: How::Suggested(starter::number_marketing),
        },
    ]
}

/// From the only contact there is, or from nowhere in particular.
fn first_interaction(store: Store) -> Route {
    let contact = store.peek(|records| records.all::<Contact>().next().map(|c| c.no.clone()));
    match contact {
        Some(no) => Route::to(Page::Contact(no.clone())).with(Sheet::Create(From::Contact(no))),
        None => Route::to(Page::Home).with(Sheet::Create(From::Blank)),
    }
}

fn one(store: Store, step: Step) -> AnyView {
    let badge = move || {
        if step.done.get() {
            view! { <Badge text=tr(|m| m.start.done) tone=Tone::Good/> }.into_any()
        } else {
            action(store, step.how)
        }
    };
    view! {
        <li class="row checklist-step" data-done=move || step.done.get().then_some("")>
            <span class="checklist-mark">
                {move || step.done.get().then(|| icon(Icon::Check))}
            </span>
            <span class="row-text">
                <span class="row-title">{tr(step.title)}</span>
                <span class="row-detail">{tr(step.detail)}</span>
            </span>
            <span class="row-end">{badge}</span>
        </li>
    }
    .into_any()
}

fn action(store: Store, how: How) -> AnyView {
    match how {
        How::Here => view! { <Badge text=tr(|m| m.start.to_do)/> }.into_any(),
        How::Suggested(suggest) => {
            let busy = RwSignal::new(false);
            let use_suggested = Callback::new(move |()| {
                busy.set(true);
                let command =
                    store.peek(|records| suggest(records, &say().starter, &mut clock::new_id));
                spawn_local(async move {
                    match store.run(command).await {
                        // One sentence for all that was made: each by itself would say too much.
                        Ok(done) => show_toast(Toast {
                            tone: Tone::Good,
                            text: said(|m| m.class_pages.took_suggested.into()),
                            actions: done.undo.map(undo_action).into_iter().collect(),
                        }),
                        Err(trouble) => tell_trouble(&trouble),
                    }
                    busy.try_set(false);
                });
            });
            view! { <Button label=tr(|m| m.start.use_suggested) busy=busy on_press=use_suggested/> }
                .into_any()
        }
        How::Goes(route, label) => {
            view! { <LinkButton label=tr(label) href=Signal::derive(move || route(store).href())/> }
                .into_any()
        }
    }
}

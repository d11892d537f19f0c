//! The dialog of Add Contacts, Reduce and Refine.

use super::preview::{Previewed, preview_of, reveal_preview, shown_preview};
use super::revision_of;
use super::section::{focus_new, section};
use crate::book::RunError;
use crate::browser::clock;
use crate::domain::id::{CriteriaActionId, SegmentId};
use crate::domain::segment::Segment;
use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::selection::draft::Draft;
use crate::domain::segment::selection::{Criteria, Options, Part};
use crate::domain::{Command, Field, Reason, Table};
use crate::language::Messages;
use crate::language::criteria::{meant, switched_on};
use crate::ui::leaving::{Way, hold_back};
use crate::ui::navigate::go_on;
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::{Choice, Confirm, Dialog, DialogShape};
use crate::ui::parts::field_choice::CheckField;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::{Menu, MenuItem};
use crate::ui::parts::sections::{Section, SectionLook};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::unread::Unread;
use crate::ui::store::Store;
use crate::ui::tell::{sentence, tell, tell_trouble};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The form. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub store: Store,
    pub segment: SegmentId,
    pub kind: ActionKind,
    pub draft: RwSignal<Draft>,
    /// What the draft asks as it stands.
    pub criteria: Memo<Criteria>,
    /// Something was typed that the draft may not hold yet.
    pub is_typed: StoredValue<bool>,
    /// The lookups with a text that was refused, by section and field.
    pub refused: RwSignal<BTreeSet<(u32, Field)>>,
    unread: Unread,
    /// Made once, so that a form sent twice is one action.
    action: CriteriaActionId,
    previewed: RwSignal<Option<Previewed>>,
    trouble: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    /// The action is done, or given up: nothing is left to lose.
    ended: StoredValue<bool>,
}

/// The dialog; `close` takes it away.
pub(super) fn criteria_dialog(
    store: Store,
    segment: SegmentId,
    kind: ActionKind,
    close: Callback<()>,
) -> AnyView {
    let draft = RwSignal::new(Draft::default());
    let form = Form {
        store,
        segment,
        kind,
        draft,
        criteria: Memo::new(move |_| draft.with(Draft::criteria)),
        is_typed: StoredValue::new(false),
        refused: RwSignal::new(BTreeSet::new()),
        unread: Unread::provide(),
        action: clock::new_id(),
        previewed: RwSignal::new(None),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
        ended: StoredValue::new(false),
    };
    let asking = RwSignal::new(false);
    let way = StoredValue::new(None::<Way>);
    let may_leave = move |wanted: Way| {
        if !form.is_unkept() || form.busy.get_untracked() {
            return true;
        }
        way.set_value(Some(wanted));
        asking.set(true);
        false
    };
    hold_back(may_leave, move || form.is_unkept());
    let leave = Callback::new(move |()| {
        if form.is_unkept() {
            way.set_value(None);
            asking.set(true);
        } else {
            close.run(());
        }
    });
    let stay = Callback::new(move |()| asking.set(false));
    let discard = Callback::new(move |()| {
        form.ended.set_value(true);
        let wanted = way.get_value();
        close.run(());
        if let Some(wanted) = wanted {
            go_on(wanted);
        }
    });
    let accept = Callback::new(move |()| form.apply(close));
    let look = Callback::new(move |()| form.look());
    let footer = move || {
        view! {
            <Button
                label=tr(|m| m.parts.ok)
                kind=ButtonKind::Primary
                keys="Ctrl+Enter"
                busy=form.busy
                on_press=accept
            />
            <Button label=tr(|m| m.criteria_pages.preview) on_press=look/>
            <Button label=tr(|m| m.parts.cancel) on_press=leave/>
        }
    };
    let subtitle = store.memo(&[Table::Segment], move |records| {
        let row = records.get::<Segment>(segment)?;
        Some(format!("{} {}", row.no, row.description))
    });
    view! {
        <Dialog
            title=tr_with(move |m| (m.criteria.kind)(kind).into())
            subtitle=subtitle
            shape=DialogShape::Sheet
            on_close=leave
            on_accept=accept
            footer=footer
        >
            {body(form)}
        </Dialog>
        <Show when=move || asking.get()>
            <Confirm
                question=tr(|m| m.cards.discard)
                detail=tr_with(|m| m.criteria_pages.unchanged.into())
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

impl Form {
    /// Something would be lost.
    fn is_unkept(self) -> bool {
        let is_over = self.ended.try_get_value().unwrap_or(true);
        let is_changed = || {
            self.draft
                .with_untracked(|draft| *draft != Draft::default())
        };
        !is_over && (self.is_typed.get_value() || is_changed())
    }

    /// True if every field holds what it shows; otherwise goes to one that does not.
    fn is_read(self) -> bool {
        let is_read = !self.unread.is_some() && self.refused.with_untracked(BTreeSet::is_empty);
        if !is_read {
            focus_first_wrong();
        }
        is_read
    }

    /// Preview.
    fn look(self) {
        self.trouble.set(None);
        if self.is_read() {
            let criteria = self.criteria.get_untracked();
            let seen = preview_of(self.store, self.segment, self.kind, criteria);
            self.previewed.set(seen);
            reveal_preview();
        }
    }

    /// What was previewed, as long as it is what OK would do; tracked.
    fn still_previewed(self) -> Option<Previewed> {
        let revision = self.store.read(&[Table::Segment], |records| {
            revision_of(records, self.segment)
        });
        let now = self.criteria.get();
        let previewed = self.previewed.get()?;
        (previewed.criteria == now && previewed.seen == revision).then_some(previewed)
    }

    /// OK.
    fn apply(self, close: Callback<()>) {
        if self.busy.get_untracked() || !self.is_read() {
            return;
        }
        self.trouble.set(None);
        self.busy.set(true);
        let criteria = self.criteria.get_untracked();
        let previewed = self.previewed.with_untracked(|previewed| {
            let previewed = previewed.as_ref()?;
            (previewed.criteria == criteria).then_some(previewed.seen)
        });
        // What was previewed must still be so; without it the segment stands behind this dialog.
        let seen = previewed.unwrap_or_else(|| {
            let peek = |records: &_| revision_of(records, self.segment);
            self.store.peek(peek)
        });
        let criteria = Box::new(criteria);
        let command = Command::ApplyCriteria(self.segment, seen, self.kind, criteria, self.action);
        spawn_local(async move {
            let outcome = self.store.run(command).await;
            self.busy.try_set(false);
            match outcome {
                Ok(done) => {
                    tell(&done);
                    self.ended.try_set_value(true);
                    close.try_run(());
                }
                Err(trouble) => self.refuse(&trouble),
            }
        });
    }

    /// Shows why nothing was done: in the dialog, or in front of the page if it is gone.
    fn refuse(self, trouble: &RunError) {
        if self.trouble.try_set(Some(sentence(trouble))).is_some() {
            tell_trouble(trouble);
            return;
        }
        let is_outdated = matches!(trouble, RunError::Refused(refusal)
            if refusal.reason == Reason::ChangedMeanwhile);
        if is_outdated {
            // The next OK is about what is shown now.
            self.previewed.set(None);
        }
    }
}

/// Goes to the first field that says what is wrong with it, once it is drawn so.
fn focus_first_wrong() {
    request_animation_frame(|| {
        let wrong = document().query_selector("dialog[open] [aria-invalid='true']");
        if let Ok(Some(element)) = wrong
            && let Ok(element) = element.dyn_into::<HtmlElement>()
        {
            let _ = element.focus();
        }
    });
}

fn body(form: Form) -> AnyView {
    let kind = form.kind;
    let trouble = move || {
        let text = form.trouble.get()?;
        Some(view! { <div role="alert"><Note tone=Tone::Bad>{text}</Note></div> })
    };
    let keys = Memo::new(move |_| {
        form.draft.with(|draft| {
            let sections = draft.sections().iter();
            sections.map(|section| section.key).collect::<Vec<_>>()
        })
    });
    let parts = Signal::derive(move || {
        let m = texts();
        let item = |part: &'static Part| {
            let add = Callback::new(move |()| {
                let key = form.draft.try_update(|draft| draft.add(*part));
                focus_new(key.unwrap_or_default());
            });
            MenuItem::new((m.criteria.part)(*part), add)
        };
        Part::ALL.iter().map(item).collect::<Vec<_>>()
    });
    let words = Memo::new(move |_| {
        let m = texts();
        let currency = form.store.peek(|records| records.setup().currency.clone());
        form.criteria
            .with(|criteria| match criteria.sections.is_empty() {
                true => (m.criteria_pages.nothing_asked)(kind).to_string(),
                false => meant(m, &form.store.moment(), &currency, criteria),
            })
    });
    view! {
        {trouble}
        <p class="muted">{tr_with(move |m| (m.criteria_pages.intro)(kind).into())}</p>
        <For each=move || keys.get() key=|key| *key children=move |key| section(form, key)/>
        <div class="cluster">
            <Menu label=tr_with(|m| m.criteria_pages.add_section.into()) items=parts icon=Icon::Plus icon_only=false/>
        </div>
        {options(form)}
        <div class="criteria-words" role="status" aria-label=tr(|m| m.criteria_pages.in_words)>
            <span class="field-label" aria-hidden="true">{tr(|m| m.criteria_pages.in_words)}</span>
            <p>{move || words.get()}</p>
        </div>
        {shown_preview(kind, Memo::new(move |_| form.still_previewed()))}
    }
    .into_any()
}

/// A switch: its name and what it does, and its place among the options.
type Switch = (
    fn(&'static Messages) -> &'static str,
    fn(&'static Messages) -> &'static str,
    fn(&mut Options) -> &mut bool,
);

const OF_ADD: &[Switch] = &[
    (
        |m| m.criteria.allow_existing,
        |m| m.criteria_pages.allow_existing_hint,
        |on| &mut on.allow_existing,
    ),
    (
        |m| m.criteria.expand_companies,
        |m| m.criteria_pages.expand_companies_hint,
        |on| &mut on.expand_companies,
    ),
    (
        |m| m.criteria.related_companies,
        |m| m.criteria_pages.related_companies_hint,
        |on| &mut on.related_companies,
    ),
    (
        |m| m.criteria.ignore_exclusion,
        |m| m.criteria_pages.ignore_exclusion_hint,
        |on| &mut on.ignore_exclusion,
    ),
];

const OF_REMOVAL: &[Switch] = &[(
    |m| m.criteria.entire_companies,
    |m| m.criteria_pages.entire_companies_hint,
    |on| &mut on.entire_companies,
)];

/// The switches, folded away.
fn options(form: Form) -> AnyView {
    let switches = match form.kind {
        ActionKind::Add => OF_ADD,
        ActionKind::Reduce | ActionKind::Refine => OF_REMOVAL,
    };
    let summary = Signal::derive(move || {
        let m = texts();
        let on: Vec<_> = switched_on(m, form.draft.with(|draft| draft.options)).collect();
        Some(match on.is_empty() {
            true => m.criteria_pages.no_options.to_string(),
            false => on.join(", "),
        })
    });
    let switch = move |(name, hint, option): &Switch| {
        let (name, hint, option) = (*name, *hint, *option);
        let checked =
            Signal::derive(move || form.draft.with(|draft| *option(&mut draft.options.clone())));
        let change =
            Callback::new(move |on| form.draft.update(|draft| *option(&mut draft.options) = on));
        view! {
            <CheckField
                label=tr_with(move |m| name(m).into())
                checked=checked
                on_change=change
                hint=tr_with(move |m| hint(m).into())
            />
        }
    };
    view! {
        <Section
            title=tr_with(|m| m.criteria_pages.options.into())
            summary=summary
            look=SectionLook::Fold
        >
            {switches.iter().map(switch).collect_view()}
        </Section>
    }
    .into_any()
}

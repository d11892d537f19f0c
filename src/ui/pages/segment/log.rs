//! Log Segment: what it would do, what keeps it from it, and doing it.
//!
//! The preview looks at all lines again whenever something that it shows has changed: of 10,000
//! lines that takes some hundredths of a second. Logging so many takes longer: the page goes on
//! meanwhile, and until it is written it can be given up (`logging.rs`). What the preview shows is in
//! `log/shown.rs`.

mod shown;

use super::lines::LinesPage;
use super::logging::UnderWay;
use crate::book::RunError;
use crate::browser::clock;
use crate::domain::id::{LoggedSegmentId, SegmentId};
use crate::domain::segment::Segment;
use crate::domain::segment::log::{FollowUp, FollowUpPreview, Preview, preview};
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::{Command, Field, Refusal, Table};
use crate::language::{Messages, explain};
use crate::ui::cards::creating::{mended_on, way_to_setup};
use crate::ui::navigate::{close_sheet, replace, route_part};
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field_choice::CheckField;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route, Sheet};
use crate::ui::store::{Done, Store};
use crate::ui::tell::{sentence, tell, tell_trouble};
use crate::ui::text::{say, texts, tr};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the preview is made of.
const TABLES: &[Table] = &[
    Table::Segment,
    Table::SegmentLine,
    Table::LoggedSegment,
    Table::Contact,
    Table::Salesperson,
    Table::InteractionTemplate,
    Table::Campaign,
    Table::Setup,
    Table::NumberSeries,
];

/// From so many interactions on, logging them takes longer than one waits without a word.
const MANY: u32 = 1_000;

/// The dialog, while the address asks for it.
pub(super) fn log_sheet(
    store: Store,
    id: SegmentId,
    lines: LinesPage,
    lead: RwSignal<Option<Field>>,
) -> AnyView {
    let is_open = route_part(|route| route.sheet == Some(Sheet::LogSegment));
    view! {
        <Show when=move || is_open.get()>
            {Logging::new(store, id, lines, lead).dialog()}
        </Show>
    }
    .into_any()
}

/// The dialog at work. Cheap to copy.
#[derive(Clone, Copy)]
struct Logging {
    store: Store,
    id: SegmentId,
    lines: LinesPage,
    lead: RwSignal<Option<Field>>,
    preview: Memo<Option<Preview>>,
    /// A follow-up segment is asked for, if there can be one.
    follows: RwSignal<bool>,
    /// Why there can be none: no series gives it a number.
    unnumbered: Memo<Option<Refusal>>,
    /// Its id: pressed twice, OK makes one.
    follow_up: SegmentId,
    busy: RwSignal<bool>,
    under_way: UnderWay,
    /// It was given up before it was written.
    given_up: RwSignal<bool>,
    trouble: RwSignal<Option<RunError>>,
}

impl Logging {
    fn new(store: Store, id: SegmentId, lines: LinesPage, lead: RwSignal<Option<Field>>) -> Self {
        // Once the segment is gone it stays what it was, until the page is left.
        let preview = Memo::new(move |before: Option<&Option<Preview>>| {
            // The work date is part of it.
            let _ = store.company();
            let now = store.read(TABLES, |records| preview(records, &store.moment(), id));
            now.or_else(|| before.cloned().flatten())
        });
        let unnumbered = Memo::new(move |_| {
            preview.with(|preview| preview.as_ref()?.follow_up.no.as_ref().err().cloned())
        });
        Self {
            store,
            id,
            lines,
            lead,
            preview,
            follows: RwSignal::new(false),
            unnumbered,
            follow_up: clock::new_id(),
            busy: RwSignal::new(false),
            under_way: UnderWay::new(),
            given_up: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    fn dialog(self) -> AnyView {
        let named = self.store.memo(&[Table::Segment], move |records| {
            let row = records.get::<Segment>(self.id)?;
            Some(format!("{} {}", row.no, row.description))
        });
        // While lines are logged the way out is to give that up.
        let close = Callback::new(move |()| {
            if self.under_way.is_any() {
                self.under_way.cancel();
            } else {
                close_sheet();
            }
        });
        let accept = Callback::new(move |()| self.accept());
        let blocked = Signal::derive(move || {
            let refusal = self
                .preview
                .with(|preview| preview.as_ref()?.refusal.clone())?;
            Some(explain::refusal(texts(), &refusal))
        });
        let footer = move || {
            view! {
                <Button
                    label=tr(|m| m.parts.ok)
                    kind=ButtonKind::Primary
                    keys="Ctrl+Enter"
                    busy=self.busy
                    blocked=blocked
                    autofocus=true
                    on_press=accept
                />
                <Button label=tr(|m| m.parts.cancel) on_press=close/>
            }
        };
        let body = move || {
            let preview = self.preview.get()?;
            Some(self.shown(&preview))
        };
        view! {
            <Dialog
                title=tr(|m| m.segment_pages.log_segment)
                subtitle=named
                on_close=close
                on_accept=accept
                footer=footer
            >
                {move || self.told()}
                {body}
                {self.option()}
                {self.under_way.progress()}
            </Dialog>
        }
        .into_any()
    }

    /// Why it was refused, and the way to where that is mended.
    fn told(self) -> Option<AnyView> {
        if self.given_up.get() {
            let text = tr(|m| m.segment_pages.logging_given_up);
            return Some(view! { <div role="status"><Note>{text}</Note></div> }.into_any());
        }
        let trouble = self.trouble.get()?;
        let text = sentence(&trouble);
        let way = move || mended_on(&trouble).map(way_to_setup);
        Some(
            view! { <div role="alert"><Note tone=Tone::Bad actions=way>{text}</Note></div> }
                .into_any(),
        )
    }

    /// The option, with what it will make, or why it can make nothing and where that is mended.
    fn option(self) -> AnyView {
        let hint = Signal::derive(move || {
            self.preview
                .with(|preview| self.made(texts(), &preview.as_ref()?.follow_up))
        });
        let blocked = Signal::derive(move || {
            let refusal = self.unnumbered.get()?;
            Some(explain::refusal(texts(), &refusal))
        });
        let way = move || {
            let page = mended_on(&RunError::Refused(self.unnumbered.get()?))?;
            Some(view! { <div class="cluster">{way_to_setup(page)}</div> })
        };
        let change = Callback::new(move |on| {
            self.trouble.set(None);
            self.follows.set(on);
        });
        // What was asked for before another tab took the series away is asked for no more.
        let checked = Signal::derive(move || self.follows.get() && blocked.with(Option::is_none));
        view! {
            <div class="stack-tight">
                <CheckField
                    label=tr(|m| m.segment_pages.create_follow_up)
                    checked=checked
                    on_change=change
                    hint=hint
                    blocked=blocked
                />
                {way}
            </div>
        }
        .into_any()
    }

    /// What the follow-up segment will be; nothing if it can't be numbered.
    fn made(self, m: &'static Messages, follow_up: &FollowUpPreview) -> Option<String> {
        let no = follow_up.no.as_ref().ok()?;
        let description = (m.segments.follow_up_on)(&self.no());
        Some((m.segment_pages.follow_up)(
            no.as_str(),
            &description,
            follow_up.n_contacts,
            follow_up.n_duplicates,
            follow_up.n_blocked,
        ))
    }

    /// The number of the segment.
    fn no(self) -> String {
        let no = self.store.peek(|records| {
            let row = records.get::<Segment>(self.id);
            row.map(|row| row.no.to_string())
        });
        no.unwrap_or_default()
    }

    fn accept(self) {
        let seen = self.preview.with_untracked(|preview| {
            let preview = preview.as_ref()?;
            preview.refusal.is_none().then_some(preview.seen)
        });
        let (Some(seen), false) = (seen, self.busy.get_untracked()) else {
            return;
        };
        self.busy.set(true);
        self.trouble.set(None);
        self.given_up.set(false);
        let follows =
            self.follows.get_untracked() && self.unnumbered.with_untracked(Option::is_none);
        let follow_up = follows.then(|| FollowUp {
            segment: self.follow_up,
            description: (say().segments.follow_up_on)(&self.no()),
        });
        let n = self
            .preview
            .with_untracked(|it| it.as_ref().map_or(0, |it| it.n_interactions));
        let command = Command::LogSegment(self.id, seen, follow_up);
        spawn_local(async move {
            let outcome = match n {
                MANY.. => {
                    let watcher = self.under_way.begin(n);
                    self.store.run_watched(command, watcher).await
                }
                _ => self.store.run(command).await.map(Some),
            };
            self.under_way.end();
            self.ended(outcome);
        });
    }

    fn ended(self, outcome: Result<Option<Done>, RunError>) {
        match outcome {
            Ok(Some(done)) => {
                let logged = self.store.peek(|records| {
                    let row = records.get::<LoggedSegment>(LoggedSegmentId(self.id.0));
                    row.map(|row| row.no)
                });
                let page = logged.map_or(Page::LoggedSegments, Page::LoggedSegment);
                replace(Route::to(page));
                tell(&done);
            }
            Ok(None) => {
                self.busy.try_set(false);
                self.given_up.try_set(true);
            }
            Err(trouble) => {
                self.busy.try_set(false);
                if self.trouble.try_set(Some(trouble.clone())).is_some() {
                    // The dialog is no longer there to show it.
                    tell_trouble(&trouble);
                }
            }
        }
    }
}

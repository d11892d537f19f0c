//! What only shows: marks, figures, sections, timeline; and what stands where there is nothing, or not yet, or no more.

use leptos::prelude::*;

use crate::ui::parts::avatar::{Avatar, AvatarShape, AvatarSize};
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::error_view::ErrorView;
use crate::ui::parts::fact_box::{FactBox, Figure, Figures};
use crate::ui::parts::field::ReadOnlyField;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::progress::{Meter, Progress, Waiting};
use crate::ui::parts::sections::{Section, SectionLook};
use crate::ui::parts::tabs::{Tab, TabLink, TabLinks, Tabs};
use crate::ui::parts::tile::Tile;
use crate::ui::parts::timeline::{Timeline, TimelineEntry, TimelineStep};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::text::{texts, tr};

pub(super) fn marks() -> AnyView {
    view! {
        <div class="stack">
            <div class="cluster">
                <Avatar name="Adatum Oy" size=AvatarSize::Large />
                <Avatar name="Adatum Oy" />
                <Avatar name="Adatum Oy" size=AvatarSize::Small />
                <Avatar name="Mikko Nieminen" shape=AvatarShape::Round size=AvatarSize::Large />
                <Avatar name="Mikko Nieminen" shape=AvatarShape::Round />
                <Avatar name="Yrjö Äijälä" shape=AvatarShape::Round size=AvatarSize::Small />
                <Badge text="FI" />
                <Badge text=tr(|m| m.gallery.draft) tone=Tone::Accent />
                <Badge text=tr(|m| m.gallery.done) tone=Tone::Good />
                <Badge text=tr(|m| m.gallery.differs) tone=Tone::Warn />
                <Badge text=tr(|m| m.gallery.overdue) tone=Tone::Bad />
            </div>
            <div class="tiles">
                <Tile figure="2" label=tr(|m| m.gallery.postponed) detail=tr(|m| m.gallery.oldest) href="#/gallery".to_owned() />
                <Tile figure="18" label=tr(|m| m.gallery.not_contacted) detail=tr(|m| m.gallery.key_accounts) tone=Tone::Warn />
                <Tile figure="318" label=tr(|m| m.gallery.interactions) />
            </div>
            {figures()}
            <div class="columns-2">{meter_row("Kaisa Virtanen", 41)} {meter_row("Jukka Rantanen", 28)}</div>
        </div>
    }
    .into_any()
}

fn meter_row(name: &'static str, n: u32) -> AnyView {
    view! {
        <div class="stack-tight">
            <div class="cluster"><span>{name}</span><span class="spring"></span><strong class="figures">{n}</strong></div>
            <Meter share=f64::from(n) / 45.0 />
        </div>
    }
    .into_any()
}

pub(super) fn figures() -> AnyView {
    let figures = Signal::derive(|| {
        let m = &texts().gallery;
        vec![
            Figure::new("23", m.interactions),
            Figure::new("184 €", m.cost),
            Figure::new("9 h", m.duration),
            Figure::new("24.11.", m.next_task).tone(Tone::Warn),
        ]
    });
    view! { <Figures figures=figures /> }.into_any()
}

pub(super) fn sections() -> AnyView {
    let summary = Signal::derive(|| Some(texts().gallery.summary.to_owned()));
    let tab = RwSignal::new("a");
    let tabs = vec![
        Tab {
            key: "a",
            label: tr(|m| m.gallery.interactions).into(),
        },
        Tab {
            key: "b",
            label: tr(|m| m.gallery.comment).into(),
        },
    ];
    let link = |label: Signal<String>, current| TabLink {
        label,
        href: Route::to(Page::Gallery).href(),
        current,
    };
    let links = vec![
        link(tr(|m| m.gallery.name).into(), true),
        link(tr(|m| m.gallery.language).into(), false),
    ];
    view! {
        <div class="columns-wide">
            <div class="stack">
                <Section title=tr(|m| m.gallery.general) open=true>
                    <div class="pairs">
                        <ReadOnlyField label=tr(|m| m.gallery.name) value="Adatum Oy" />
                        <ReadOnlyField label=tr(|m| m.gallery.salesperson) value="Kaisa Virtanen" />
                    </div>
                </Section>
                <Section title=tr(|m| m.gallery.more) summary=summary><p>{tr(|m| m.gallery.summary)}</p></Section>
                <Section title=tr(|m| m.gallery.more) summary=summary look=SectionLook::Fold>
                    <p>{tr(|m| m.gallery.summary)}</p>
                </Section>
                <Tabs
                    label=tr(|m| m.gallery.general)
                    tabs=tabs
                    selected=tab
                    on_pick=move |key| tab.set(key)
                    panel=|key: &'static str| view! { <p class="muted">{key}</p> }.into_any()
                />
                <TabLinks label=tr(|m| m.gallery.pages) links=links />
            </div>
            <FactBox title=tr(|m| m.gallery.timeline)>
                <Timeline entries=Signal::derive(entries) on_more=|_| () has_more=true />
            </FactBox>
        </div>
    }
    .into_any()
}

fn entries() -> Vec<TimelineEntry> {
    let m = &texts().gallery;
    let entry = |title: &str, detail: &str, when: &str, tone| TimelineEntry {
        key: when.into(),
        title: title.into(),
        detail: detail.into(),
        when: when.into(),
        tone,
        href: Some("#/gallery".into()),
        step: (tone == Tone::Warn).then(|| TimelineStep {
            label: m.resume.into(),
            href: "#/gallery".into(),
        }),
    };
    vec![
        entry(m.call, m.description_value, "22.10.", Tone::Accent),
        entry(m.postpone, m.template_missing, "9.11.", Tone::Warn),
        entry(m.email, "", "14.10.", Tone::Accent),
        entry(m.comment, m.differs, "2.9.", Tone::Plain),
    ]
}

pub(super) fn states() -> AnyView {
    let first_step = || view! { <Button label=tr(|m| m.gallery.primary) kind=ButtonKind::Primary icon=Icon::Plus on_press=|_| () /> };
    let again = || view! { <Button label=tr(|m| m.gallery.resume) kind=ButtonKind::Primary on_press=|_| () /> };
    let how_far = Signal::derive(|| Some((texts().parts.rows_of)(1_200, 3_000)));
    view! {
        <div class="stack">
            <EmptyState icon=Icon::Interaction title=tr(|m| m.gallery.empty) text=tr(|m| m.gallery.empty_text) actions=first_step />
            <div class="columns-2">
                <Progress label=tr(|m| m.gallery.progress) done=Some(0.4) detail=how_far on_cancel=|_| () />
                <Progress label=tr(|m| m.gallery.progress) done=None />
            </div>
            <Waiting label=tr(|m| m.gallery.progress) />
            <ErrorView
                title=tr(|m| m.gallery.failed)
                what=tr(|m| m.gallery.failed_what)
                kept=tr(|m| m.gallery.failed_kept)
                todo=tr(|m| m.gallery.failed_todo)
                detail="SecurityError"
                actions=again
            />
        </div>
    }
    .into_any()
}

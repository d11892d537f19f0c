//! One line of a segment with all its fields, over the segment's card.

use super::lines::LinesPage;
use crate::browser::clock;
use crate::domain::contact::Contact;
use crate::domain::id::{CriteriaActionId, SegmentId, SegmentLineId};
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::line_edit::{LineEdit, LineField};
use crate::domain::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, LanguageCode,
};
use crate::domain::{Command, Field, Revision, Table};
use crate::language::format::currency_sign;
use crate::ui::cards::bound::Bound;
use crate::ui::cards::campaigns::campaign_field;
use crate::ui::cards::editing::{Editing, tell_saved};
use crate::ui::cards::new_contact::making_contact;
use crate::ui::cards::options::values;
use crate::ui::cards::pickers::{code_of_list, languages};
use crate::ui::cards::reading;
use crate::ui::cards::salespeople::salesperson_field;
use crate::ui::cards::templates::template_field;
use crate::ui::lookups::{ContactLookup, contact_item, contact_key};
use crate::ui::navigate::{close_sheet, current_route, replace, route_part};
use crate::ui::parts::button::{Button, ButtonKind, LinkButton};
use crate::ui::parts::dialog::{Dialog, DialogShape};
use crate::ui::parts::frame::focus_field;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::sections::{Section, SectionLook};
use crate::ui::route::{Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::tell::at_field;
use crate::ui::tell::{sentence, tell_trouble};
use crate::ui::text::{said, texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

type Open = Editing<SegmentLine>;

/// The line that the address names, if it names one. `lead`: the field to go to, once.
pub(super) fn line_sheet(
    store: Store,
    id: SegmentId,
    lines: LinesPage,
    lead: RwSignal<Option<Field>>,
) -> AnyView {
    let no = route_part(|route| match route.sheet {
        Some(Sheet::SegmentLine(no)) => Some(no),
        _ => None,
    });
    let line = Memo::new(move |_| {
        let no = no.get()?;
        store.read(&[Table::SegmentLine], |records| {
            records.segments().lines_at(id, no).next()
        })
    });
    Effect::new(move |_| {
        // Deleted meanwhile, or logged, or never there.
        if no.get().is_some() && line.get().is_none() {
            close_sheet();
        }
    });
    let sheet = move || match line.get() {
        Some(line) => dialog(store, line, lines, lead),
        None => ().into_any(),
    };
    sheet.into_any()
}

fn dialog(
    store: Store,
    id: SegmentLineId,
    lines: LinesPage,
    lead: RwSignal<Option<Field>>,
) -> AnyView {
    let command = |id, seen: Revision, edit| Command::EditSegmentLines(vec![id], seen, edit);
    let card: Open = Editing::new(store, id, command);
    let contact = card.read(|row| row.contact);
    let named = Signal::derive(move || {
        let contact = store.read(&[Table::Contact], |records| {
            let row = records.get::<Contact>(contact.get()?)?;
            Some((row.name.clone(), contact_item(records, row).detail))
        });
        contact.unwrap_or_else(|| (texts().segment_pages.no_contact.into(), String::new()))
    });
    let place = lines.place_of(id);
    let subtitle = Signal::derive(move || {
        let detail = named.get().1;
        let of = place
            .get()
            .map(|(at, n)| (texts().segment_pages.line_of)(at, n));
        let parts = [Some(detail).filter(|text| !text.is_empty()), of];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    let close = Callback::new(|()| close_sheet());
    let step = move |to: i64| {
        Callback::new(move |()| {
            if let Some(no) = lines.line_beside(id, to) {
                replace(current_route().with(Sheet::SegmentLine(no)));
            }
        })
    };
    let is_first = Signal::derive(move || {
        let is = place.get().is_none_or(|(at, _)| at <= 1);
        is.then(|| texts().segment_pages.first_line.to_string())
    });
    let is_last = Signal::derive(move || {
        let is = place.get().is_none_or(|(at, n)| at >= n);
        is.then(|| texts().segment_pages.last_line.to_string())
    });
    let footer = move || {
        view! {
            <Button label=tr(|m| m.parts.close) kind=ButtonKind::Primary keys="Ctrl+Enter" on_press=close/>
            <Button
                label=tr(|m| m.segment_pages.previous_line)
                icon=Icon::ChevronLeft
                icon_only=true
                blocked=is_first
                on_press=step(-1)
            />
            <Button
                label=tr(|m| m.segment_pages.next_line)
                icon=Icon::ChevronRight
                icon_only=true
                blocked=is_last
                on_press=step(1)
            />
        }
    };
    if let Some(field) = lead.get_untracked() {
        lead.set(None);
        // Once it is drawn.
        request_animation_frame(move || focus_field(name_of(field)));
    }
    view! {
        <Dialog
            title=Signal::derive(move || named.get().0)
            subtitle=subtitle
            shape=DialogShape::Sheet
            on_close=close
            on_accept=close
            footer=footer
        >
            <div class="stack">{contact_field(store, card)} {fields(store, card, lines)}</div>
        </Dialog>
    }
    .into_any()
}

/// The name of a field of the sheet, by which a refusal finds it.
fn name_of(field: Field) -> &'static str {
    match field {
        Field::Contact => "line-contact",
        Field::Template => "line-template",
        Field::Salesperson => "line-salesperson",
        Field::Campaign => "line-campaign",
        Field::Date => "line-date",
        _ => "line-description",
    }
}

/// The contact. Another one starts the line anew, so it is told first, and can be taken back.
fn contact_field(store: Store, card: Open) -> AnyView {
    let id = card.id();
    let contacts = ContactLookup::new(store);
    let contact = card.read(|row| row.contact);
    let error = RwSignal::new(None::<String>);
    let selected = Signal::derive(move || {
        store.read(&[Table::Contact], |records| {
            let row = records.get::<Contact>(contact.get()?)?;
            Some(contact_item(records, row))
        })
    });
    let pick = move |key: Option<String>| {
        let choice = key.and_then(|key| contact_key(&key));
        if choice == contact.get_untracked() {
            return;
        }
        let action: CriteriaActionId = clock::new_id();
        let command = Command::ChangeLineContact(id, card.revision(), choice, action);
        spawn_local(async move {
            match store.run(command).await {
                Ok(done) => {
                    error.try_set(None);
                    tell_saved(
                        done,
                        said(|m| (m.cards.saved)((m.terms.field)(Field::Contact))),
                    );
                }
                Err(trouble) => {
                    let at_field = at_field(&trouble, Field::Contact);
                    let told = at_field.unwrap_or_else(|| sentence(&trouble));
                    if error.try_set(Some(told)).is_some() {
                        tell_trouble(&trouble);
                    }
                }
            }
        });
    };
    let making = making_contact(store, move |id| pick(Some(id.to_string())));
    let card_of = move || {
        let no = store.read(&[Table::Contact], |records| {
            Some(records.get::<Contact>(contact.get()?)?.no.clone())
        })?;
        let href = Route::to(Page::Contact(no)).href();
        Some(view! {
            <LinkButton
                label=tr(|m| m.segment_pages.open_contact)
                href=href
                icon=Icon::Contacts
                icon_only=true
            />
        })
    };
    view! {
        <div class="field-ways">
            <Picker
                label=tr_with(|m| (m.terms.record)(Table::Contact).into())
                name=name_of(Field::Contact)
                selected=selected
                source=Callback::new(move |typed: String| contacts.offer(&typed))
                on_pick=Callback::new(pick)
                on_new=making.ask
                error=error
                hint=tr_with(|m| m.segment_pages.contact_hint.into())
            />
            {card_of}
        </div>
        {making.dialog()}
    }
    .into_any()
}

fn fields(store: Store, card: Open, lines: LinesPage) -> AnyView {
    let differing = lines.differing_of(card.id());
    let back = move |field: LineField, inside: AnyView| {
        let differs = Memo::new(move |_| differing.with(|fields| fields.contains(&field)));
        let label =
            tr_with(move |m| (m.segment_pages.set_back_line)((m.terms.field)(field.field())));
        let press = Callback::new(move |()| card.apply(vec![LineEdit::FromHeader(field)]));
        view! {
            <div class="field-ways" data-differs=move || differs.get().then_some("")>
                {inside}
                <Show when=move || differs.get()>
                    <Button
                        label=label
                        kind=ButtonKind::Quiet
                        icon=Icon::Undo
                        icon_only=true
                        on_press=press
                    />
                </Show>
            </div>
        }
    };
    let currency = Signal::derive(move || {
        let code = store.read(&[Table::Setup], |records| records.setup().currency.clone());
        currency_sign(&code).to_string()
    });
    let number = card.read(|row| Some(row.campaign.as_ref()?.code.to_string()));
    let template = card.record(Field::Template, |row| row.template, LineEdit::Template);
    let salesperson = card.record(
        Field::Salesperson,
        |row| row.salesperson,
        LineEdit::Salesperson,
    );
    let campaign = card.record(
        Field::Campaign,
        |row| Some(row.campaign.as_ref()?.id),
        LineEdit::Campaign,
    );
    let description = card.line(
        Field::Description,
        |row| row.description.clone(),
        LineEdit::Description,
    );
    let language = card.bind(
        Field::Language,
        |row| {
            row.language
                .as_ref()
                .map_or_else(String::new, LanguageCode::to_string)
        },
        code_of_list(LineEdit::Language),
    );
    let subject = card.line(Field::Subject, |row| row.subject.clone(), LineEdit::Subject);
    let kinds = CorrespondenceType::ALL;
    let kind = card.value(
        Field::CorrespondenceType,
        kinds,
        |row| row.correspondence_type,
        LineEdit::CorrespondenceType,
    );
    let cost = card.money(Field::Cost, |row| row.cost, LineEdit::Cost);
    let duration = card.minutes(Field::Duration, |row| row.duration, LineEdit::Duration);
    let (flows, sides) = (InformationFlow::ALL, InitiatedBy::ALL);
    let flow = card.value(
        Field::InformationFlow,
        flows,
        |row| row.information_flow,
        LineEdit::InformationFlow,
    );
    let side = card.value(
        Field::InitiatedBy,
        sides,
        |row| row.initiated_by,
        LineEdit::InitiatedBy,
    );
    let date = card.date(Field::Date, |row| row.date, LineEdit::Date);
    let target = card.flag(
        Field::CampaignTarget,
        |row| row.campaign_target,
        LineEdit::CampaignTarget,
    );
    let response = card.flag(
        Field::CampaignResponse,
        |row| row.campaign_response,
        LineEdit::CampaignResponse,
    );
    let named = |bound: Bound, field: Field| bound.name(name_of(field));
    view! {
        {back(LineField::Template, template_field(store, named(template, Field::Template)))}
        {back(LineField::Description, named(description, Field::Description).text(100))}
        {back(
            LineField::Salesperson,
            salesperson_field(store, named(salesperson, Field::Salesperson)),
        )}
        {back(LineField::Date, named(date, Field::Date).date())}
        {back(LineField::Cost, cost.number(currency, true))}
        {back(LineField::Duration, duration.number(tr(|m| m.setups.minutes), false))}
        <Section title=tr(|m| m.segment_pages.content) open=true look=SectionLook::Fold>
            {back(LineField::Language, language.select(languages()))}
            {back(LineField::Subject, subject.text(100))}
            {back(
                LineField::CorrespondenceType,
                kind.select(values(kinds, |m| m.terms.correspondence_type)),
            )}
        </Section>
        <Section title=tr(|m| m.segment_pages.campaign) open=true look=SectionLook::Fold>
            {back(
                LineField::Campaign,
                campaign_field(store, named(campaign, Field::Campaign), number),
            )}
            {back(LineField::CampaignTarget, target.switch())}
            {back(LineField::CampaignResponse, response.switch())}
        </Section>
        <Section title=tr(|m| m.segment_pages.how_it_went) open=true look=SectionLook::Fold>
            {back(
                LineField::InformationFlow,
                flow.options(values(flows, |m| m.terms.information_flow)),
            )}
            {back(LineField::InitiatedBy, side.options(values(sides, |m| m.terms.initiated_by)))}
            {went(store, card)}
        </Section>
    }
    .into_any()
}

/// What only the line says: when exactly, and how it went.
fn went(store: Store, card: Open) -> AnyView {
    let shown = |row: &SegmentLine| {
        let format = &texts().format;
        row.time.map_or_else(String::new, |time| format.time(time))
    };
    let time = card.bind(Field::Time, shown, reading::time(store, LineEdit::Time));
    let marks = Evaluation::ALL;
    let evaluation = card.value(
        Field::Evaluation,
        marks,
        |row| row.evaluation,
        LineEdit::Evaluation,
    );
    let reached = card.flag(
        Field::Successful,
        |row| !row.attempt_failed,
        |reached| LineEdit::AttemptFailed(!reached),
    );
    view! {
        {time.typed(0, crate::ui::parts::field::TextKind::Code)}
        {evaluation.select(values(marks, |m| m.terms.evaluation))}
        {reached.switch()}
    }
    .into_any()
}

//! The report on a contact: all that the company holds about it, to be read, printed, or saved in a form for machines.

use crate::backup::{BackupError, Sink};
use crate::browser::clock;
use crate::browser::names::{country_name, language_name};
use crate::browser::save_file::{Kind, SaveFile};
use crate::domain::code::ContactNo;
use crate::domain::interaction::LogEntry;
use crate::domain::privacy::{Named, Report as Held, report};
use crate::domain::{Field, RecordName, Records, Table};
use crate::journal::codec;
use crate::language::{Messages, explain};
use crate::ui::action::{Action, register};
use crate::ui::called::coded;
use crate::ui::cards::closing::closes_to;
use crate::ui::cards::pickers::capitalised;
use crate::ui::lists::entries::template_code;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::field::ReadOnlyField;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Card;
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::look_at;
use crate::ui::text::{Said, language, said, say, texts, tr, tr_with};
use leptos::prelude::*;
use lokikirja_export::name::file_name;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

const ENDING: &str = "json";
const MEDIA_TYPE: &str = "application/json";

/// The page of the report on the contact that the address names.
#[component]
pub fn Report(
    /// The open company.
    store: Store,
    /// The contact.
    no: ContactNo,
) -> impl IntoView {
    let label = no.to_string();
    let held = Memo::new(move |_| {
        let drafts = store.drafts().into_iter().map(|draft| draft.form);
        store.read(Table::ALL, |records| {
            let id = records.contact_by_no(&no)?.id;
            report(records, clock::now(), id, drafts).map(Arc::new)
        })
    });
    move || match held.get() {
        Some(held) => shown(store, held),
        None => no_record(|m| (m.terms.record)(Table::Contact), label.clone()),
    }
}

fn shown(store: Store, held: Arc<Held>) -> AnyView {
    let (name, no) = (held.contact.name.clone(), held.contact.no.clone());
    let back = Page::Contact(no.clone());
    closes_to(back.clone());
    let print = Action::new(|m| m.print.print.into(), Callback::new(|()| print()));
    let print = register(print.icon(Icon::Print).kind(ButtonKind::Primary));
    let save = {
        let held = held.clone();
        Callback::new(move |()| spawn_local(save(held.clone())))
    };
    let save = Action::new(|m| m.privacy.save_report.into(), save).icon(Icon::Download);
    let save = register(save);
    let made = clock::local(held.written_at);
    let crumb = move || format!("{} {no}", (texts().terms.record)(Table::Contact));
    let sections = move || {
        let m = texts();
        store.peek(|records| sections(m, records, &held))
    };
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(back).href()>{crumb}</a>
                </nav>
                <h1>{tr(|m| m.privacy.report)}</h1>
                <p class="page-sub">
                    {name} " · "
                    {tr_with(move |m| (m.privacy.report_made)(&m.format.date_and_time(made)))}
                </p>
            </div>
            <div class="page-actions">{print.button()} {save.button()}</div>
        </header>
        <div class="stack">
            <p class="muted">{tr(|m| m.privacy.report_detail)}</p>
            {move || sections().into_iter().map(Part::view).collect_view()}
        </div>
    }
    .into_any()
}

/// A part of the report, in the present language; left out where there is nothing in it.
struct Part {
    title: String,
    detail: &'static str,
    pairs: Vec<(String, String)>,
    rows: Vec<Row>,
}

/// A line: what it is, what it says, and where it can be looked at.
struct Row {
    title: String,
    detail: String,
    href: Option<String>,
}

impl Part {
    fn new(title: impl Into<String>, detail: &'static str, rows: Vec<Row>) -> Self {
        Self {
            title: title.into(),
            detail,
            pairs: Vec::new(),
            rows,
        }
    }

    fn view(self) -> AnyView {
        if self.pairs.is_empty() && self.rows.is_empty() {
            return ().into_any();
        }
        let pair = |(label, value): (String, String)| {
            view! { <ReadOnlyField label=Signal::stored(label) value=Signal::stored(value)/> }
        };
        let pairs = self.pairs.into_iter().map(pair).collect_view();
        let row = |row: Row| {
            let title = match row.href {
                Some(href) => view! { <a href=href>{row.title}</a> }.into_any(),
                None => row.title.into_any(),
            };
            view! {
                <li class="row">
                    <span class="row-text">
                        <span class="row-title">{title}</span>
                        <span class="row-detail">{row.detail}</span>
                    </span>
                </li>
            }
        };
        let rows = (!self.rows.is_empty()).then(|| {
            let rows = self.rows.into_iter().map(row).collect_view();
            view! { <ul class="rows">{rows}</ul> }
        });
        let detail =
            (!self.detail.is_empty()).then(|| view! { <p class="muted">{self.detail}</p> });
        view! {
            <Card title=Signal::stored(Some(self.title))>
                {detail} <div class="pairs">{pairs}</div> {rows}
            </Card>
        }
        .into_any()
    }
}

fn sections(m: &'static Messages, records: &Records, held: &Held) -> Vec<Part> {
    let t = &m.privacy;
    let records_of = |table: Table| (m.terms.records)(table).to_string();
    let named = |it: &Named| coded(m, &it.name, &it.code);
    let plain = |title: String, detail: String| Row {
        title,
        detail,
        href: None,
    };
    let groups = held.groups.iter();
    let groups = groups.map(|it| plain(named(&it.group), (m.terms.record)(it.kind).into()));
    let persons = held.persons.iter().map(|it| Row {
        href: ContactNo::new(&it.code)
            .ok()
            .map(|no| Route::to(Page::Report(no)).href()),
        ..plain(named(it), String::new())
    });
    let entries = held.interactions.iter().map(|it| entry(m, records, it));
    let drafts = held.drafts.iter().map(|form| {
        let comments = form.comments.iter().map(|it| it.text.clone());
        let date = form.date.map(|date| m.format.date(date));
        plain(
            form.description.clone(),
            joined(date.into_iter().chain(comments)),
        )
    });
    let lines = held.segment_lines.iter().map(|it| {
        let said = [it.line.description.clone(), it.line.subject.clone()];
        plain(named(&it.segment), joined(said))
    });
    let mentioned = |it: &RecordName| Row {
        href: look_at(it).map(|page| Route::to(page).href()),
        ..plain(explain::record(m, it), String::new())
    };
    let (criteria, mentions) = (held.criteria.iter(), held.mentions.iter());
    vec![
        Part {
            pairs: fields(m, held),
            ..Part::new(m.people.general, "", Vec::new())
        },
        Part::new(t.report_groups, "", groups.collect()),
        Part::new(m.people.persons, t.report_persons, persons.collect()),
        Part::new(records_of(Table::LogEntry), "", entries.collect()),
        Part::new(t.report_drafts, "", drafts.collect()),
        Part::new(records_of(Table::SegmentLine), "", lines.collect()),
        Part::new(
            t.report_criteria,
            t.report_criteria_detail,
            criteria.map(mentioned).collect(),
        ),
        Part::new(
            t.report_mentions,
            t.report_mentions_detail,
            mentions.map(mentioned).collect(),
        ),
    ]
}

/// The fields of the contact that say something.
fn fields(m: &'static Messages, held: &Held) -> Vec<(String, String)> {
    let row = &held.contact;
    let person = row.person().cloned().unwrap_or_default();
    let named = |it: &Option<Named>| {
        it.as_ref()
            .map_or_else(String::new, |it| coded(m, &it.name, &it.code))
    };
    let yes = |is: bool| {
        if is {
            m.logbook.yes.to_string()
        } else {
            String::new()
        }
    };
    let country = row
        .country
        .as_ref()
        .map(|code| country_name(code.as_str(), language()));
    let spoken = row
        .language
        .as_ref()
        .map(|code| capitalised(&language_name(code.as_str(), language())));
    let wish = row.correspondence_type.map(m.terms.correspondence_type);
    let all = [
        (Field::No, row.no.to_string()),
        (
            Field::Type,
            (m.terms.contact_type)(row.contact_type()).into(),
        ),
        (Field::Name, row.name.clone()),
        (Field::FirstName, person.first_name),
        (Field::MiddleName, person.middle_name),
        (Field::Surname, person.surname),
        (Field::Company, named(&held.company)),
        (Field::JobTitle, person.job_title),
        (
            Field::OrganizationalLevel,
            named(&held.organizational_level),
        ),
        (Field::Address, row.address.clone()),
        (Field::Address2, row.address_2.clone()),
        (Field::PostCode, row.post_code.clone()),
        (Field::City, row.city.clone()),
        (Field::Country, country.unwrap_or_default()),
        (Field::Phone, row.phone.clone()),
        (Field::MobilePhone, row.mobile_phone.clone()),
        (Field::Email, row.email.clone()),
        (Field::HomePage, row.home_page.clone()),
        (Field::Language, spoken.unwrap_or_default()),
        (Field::CorrespondenceType, wish.unwrap_or_default().into()),
        (Field::Salutation, named(&held.salutation)),
        (Field::Salesperson, named(&held.salesperson)),
        (Field::PrivacyBlocked, yes(row.privacy_blocked)),
        (Field::ExcludeFromSegment, yes(row.exclude_from_segment)),
    ];
    let filled = all.into_iter().filter(|(_, value)| !value.is_empty());
    filled
        .map(|(field, value)| ((m.terms.field)(field).to_string(), value))
        .collect()
}

/// An interaction, with all that was said.
fn entry(m: &'static Messages, records: &Records, entry: &LogEntry) -> Row {
    let date = entry.date.map(|date| m.format.date(date));
    let time = entry.time.map(|time| m.format.time(time));
    let head = [entry.no.to_string()].into_iter().chain(date).chain(time);
    let state = entry
        .is_postponed()
        .then(|| (m.terms.entry_state)(entry.state).to_string());
    let subject = Some(entry.subject.clone()).filter(|it| *it != entry.description);
    let evaluation = entry
        .evaluation
        .map(|it| (m.terms.evaluation)(it).to_string());
    let by = entry.salesperson.as_ref().map(|it| it.code.to_string());
    let segment = entry.segment_no.as_ref().map(ToString::to_string);
    let campaign = entry.campaign.as_ref().map(|it| it.code.to_string());
    let comments = entry.comments.iter().map(|comment| match comment.date {
        Some(date) => format!("{}: {}", m.format.date(date), comment.text),
        None => comment.text.clone(),
    });
    let what = [
        template_code(records, entry).to_string(),
        entry.description.clone(),
    ];
    let rest = [subject, evaluation, by, campaign, segment, state]
        .into_iter()
        .flatten();
    let figures = [
        m.format.money(entry.cost, &records.setup().currency),
        m.format.minutes(entry.duration),
    ];
    Row {
        title: joined(head.chain(what)),
        detail: joined(rest.chain(figures).chain(comments)),
        href: Some(Route::to(Page::Interaction(entry.no)).href()),
    }
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// Saves the form for machines where the user says.
async fn save(held: Arc<Held>) {
    let m = say();
    let title = format!("{} {}", m.privacy.report, held.contact.no);
    let name = file_name(&title, clock::local(held.written_at).date(), ENDING);
    let kind = Kind {
        media_type: MEDIA_TYPE,
        ending: ".json",
        called: m.privacy.report,
    };
    let saved = async {
        let mut file = SaveFile::begin(name, kind).await?;
        match file.write(codec::bare_text(&*held).as_bytes()).await {
            Ok(()) => file.finish().await,
            Err(error) => {
                file.give_up().await;
                Err(error)
            }
        }
    };
    let (tone, text): (Tone, Said) = match saved.await {
        Ok(name) => (Tone::Good, said(move |m| (m.privacy.report_saved)(&name))),
        Err(BackupError::Canceled) => return,
        Err(_) => (Tone::Bad, said(|m| m.privacy.report_not_saved.into())),
    };
    show_toast(Toast {
        tone,
        text,
        actions: Vec::new(),
    });
}

/// Opens the browser's own dialog for printing.
fn print() {
    // Where it can't be opened the browser says so itself.
    let _ = window().print();
}

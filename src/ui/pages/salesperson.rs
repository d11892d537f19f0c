//! The card of a salesperson.

use crate::domain::code::SalespersonCode;
use crate::domain::contact::Contact;
use crate::domain::id::SalespersonId;
use crate::domain::ledger::Scope;
use crate::domain::salesperson::{Salesperson as Row, SalespersonEdit};
use crate::domain::{Command, Field, Table};
use crate::ui::cards::actions::{Actions, actions, layout};
use crate::ui::cards::editing::Editing;
use crate::ui::cards::following::{Addressed, followed};
use crate::ui::cards::head::{Fact, Head, head};
use crate::ui::cards::history::{HowMuch, Subject, history_facts};
use crate::ui::cards::removing::{Removal, removal_question, salesperson_removal};
use crate::ui::cards::walking::neighbours;
use crate::ui::cards::ways::way;
use crate::ui::navigate::current_route;
use crate::ui::outside;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::avatar::AvatarShape;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::field::TextKind;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Section;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

static ADDRESSED: Addressed<Row, SalespersonCode> = Addressed {
    code_in: |page| match page {
        Page::Salesperson(code) => Some(code),
        _ => None,
    },
    find: |records, code| records.salesperson_by_code(code),
    code_of: |row| &row.code,
    page: Page::Salesperson,
};

/// The page of the salesperson that the address names.
#[component]
pub fn Salesperson(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let id = followed(store, &ADDRESSED);
    move || match id.get() {
        Some(id) => card(store, id),
        None => {
            let code = untrack(|| match current_route().page {
                Page::Salesperson(code) => code.to_string(),
                _ => String::new(),
            });
            no_record(|m| (m.terms.record)(Table::Salesperson), code)
        }
    }
}

fn card(store: Store, id: SalespersonId) -> AnyView {
    let row = Memo::new(move |before: Option<&Option<Arc<Row>>>| {
        let now = store.read(&[Table::Salesperson], |records| {
            records.get::<Row>(id).cloned()
        });
        // One that was just deleted is shown until the page is left.
        now.or_else(|| before.cloned().flatten())
    });
    let subject = Signal::derive(move || {
        let code = row.with(|row| row.as_ref().map(|row| row.code.clone()))?;
        Some(Subject {
            scope: Scope::Salesperson(id),
            context: Context::Salesperson(code),
        })
    });
    let removal = RwSignal::new(None::<Removal>);
    let facts = move || history_facts(store, subject, HowMuch::Sums, None, ().into_any());
    view! {
        {top(store, id, row, subject, removal)}
        {layout(move || fields(store, id), facts)}
        {removal_question(store, removal, Some(Page::Salespeople))}
    }
    .into_any()
}

fn top(
    store: Store,
    id: SalespersonId,
    row: Memo<Option<Arc<Row>>>,
    subject: Signal<Option<Subject>>,
    removal: RwSignal<Option<Removal>>,
) -> AnyView {
    let name = Signal::derive(move || {
        row.with(|row| row.as_ref().map(|row| row.name.clone()).unwrap_or_default())
    });
    let n_contacts = store.memo(&[Table::Contact], move |records| {
        let is_theirs = |contact: &&Arc<Contact>| contact.salesperson == Some(id);
        records.all::<Contact>().filter(is_theirs).count()
    });
    let facts = Signal::derive(move || {
        let Some(row) = row.get() else {
            return Vec::new();
        };
        let n = u32::try_from(n_contacts.get()).unwrap_or(u32::MAX);
        let contacts = (texts().terms.n_records)(Table::Contact, n);
        vec![
            Fact::new(&row.code),
            Fact::new(&row.job_title),
            Fact::new(contacts),
        ]
    });
    let marks = move || {
        let m = texts();
        let marks = row.with(|row| {
            let row = row.as_ref()?;
            let blocked = row.blocked.then_some(m.people.blocked);
            Some([
                blocked,
                row.privacy_blocked.then_some(m.people.privacy_blocked),
            ])
        });
        let marks = marks.into_iter().flatten().flatten();
        marks
            .map(|text| view! { <Badge text=text tone=Tone::Warn/> })
            .collect_view()
    };
    let call = Memo::new(move |_| row.with(|row| outside::call(&row.as_ref()?.phone)));
    let delete = Callback::new(move |()| {
        let row = row.get_untracked();
        removal.set(row.map(|row| salesperson_removal(store, &row)));
    });
    let buttons = move || {
        let blocked = Signal::stored(None);
        let call = call.into();
        actions(
            store,
            Actions {
                subject,
                blocked,
                call,
                delete,
                erase: None,
            },
        )
    };
    head(Head {
        list: (Page::Salespeople, Table::Salesperson),
        name,
        shape: Signal::stored(AvatarShape::Round),
        facts,
        marks: (move || marks).into(),
        actions: buttons.into(),
        beside: neighbours::<Row>(store, id, "salespeople", |row| {
            Page::Salesperson(row.code.clone())
        }),
    })
}

fn fields(store: Store, id: SalespersonId) -> AnyView {
    let card = Editing::<Row>::new(store, id, Command::EditSalesperson);
    let name = card.line(Field::Name, |row| row.name.clone(), SalespersonEdit::Name);
    let code = card.code(
        Field::Code,
        |row| row.code.to_string(),
        SalespersonEdit::Code,
    );
    let title = card.line(
        Field::JobTitle,
        |row| row.job_title.clone(),
        SalespersonEdit::JobTitle,
    );
    let phone = card.line(
        Field::Phone,
        |row| row.phone.clone(),
        SalespersonEdit::Phone,
    );
    let email = card.line(
        Field::Email,
        |row| row.email.clone(),
        SalespersonEdit::Email,
    );
    let blocked = card.flag(Field::Blocked, |row| row.blocked, SalespersonEdit::Blocked);
    let privacy = card.flag(
        Field::PrivacyBlocked,
        |row| row.privacy_blocked,
        SalespersonEdit::PrivacyBlocked,
    );
    let hint = |text: Signal<String>| Signal::derive(move || Some(text.get()));
    let blocked_hint = hint(tr_with(|m| m.people.blocked_hint.into()));
    let privacy_hint = hint(tr_with(|m| m.people.privacy_salesperson.into()));
    view! {
        <Section title=tr(|m| m.people.general) open=true>
            <div class="fields">
                <div class="field-double">{name.required().text(50)}</div>
                {code.required().typed(20, TextKind::Code)} {title.text(30)}
                <div class="field-ways">
                    {phone.typed(30, TextKind::Phone)}
                    {way(phone, outside::call, tr(|m| m.people.call), Icon::Phone)}
                </div>
                <div class="field-ways">
                    {email.typed(80, TextKind::Email)}
                    {way(email, outside::mail, tr(|m| m.people.write_mail), Icon::Mail)}
                </div>
            </div>
            {blocked.hint(blocked_hint).switch()} {privacy.hint(privacy_hint).switch()}
        </Section>
    }
    .into_any()
}

//! Beside the list: the contact in the active row at a glance.

use crate::domain::Table;
use crate::domain::contact::{Contact, ContactKind};
use crate::domain::interaction::statistics::scope_of;
use crate::domain::ledger::Scope;
use crate::ui::cards::history::{HowMuch, Subject, history_facts};
use crate::ui::lookups::shape_of;
use crate::ui::parts::avatar::{Avatar, AvatarSize};
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;
use std::sync::Arc;

/// So many of the last interactions are shown.
const N_LATEST: usize = 5;

/// The box; while no row is active it has the latest interactions of all.
pub(super) fn facts(store: Store, active: Memo<Option<Arc<Contact>>>) -> AnyView {
    let subject = Signal::derive(move || {
        active.with(|contact| {
            let contact = contact.as_ref()?;
            Some(Subject {
                scope: store.read(&[Table::Contact], |records| scope_of(records, contact.id)),
                context: Context::Contact(contact.no.clone()),
            })
        })
    });
    let everybody = Signal::derive(|| {
        Some(Subject {
            scope: Scope::All,
            context: Context::All,
        })
    });
    let one = move || {
        let who = move || active.get().map(|contact| who(store, &contact));
        history_facts(
            store,
            subject,
            HowMuch::Sums,
            Some(N_LATEST),
            who.into_any(),
        )
    };
    let all = move || {
        let title = view! { <h2>{tr(|m| m.home.latest)}</h2> }.into_any();
        history_facts(store, everybody, HowMuch::Sums, Some(N_LATEST), title)
    };
    let is_chosen = Memo::new(move |_| active.with(Option::is_some));
    view! {
        <aside class="page-facts">
            <Show when=move || is_chosen.get() fallback=all>{one()}</Show>
        </aside>
    }
    .into_any()
}

/// The mark, the name, and for a person what it does and where.
fn who(store: Store, contact: &Contact) -> AnyView {
    let href = Route::to(Page::Contact(contact.no.clone())).href();
    let detail = match &contact.kind {
        ContactKind::Company => contact.city.clone(),
        ContactKind::Person(person) => {
            let company = store.read(&[Table::Contact], |records| {
                contact.company_name(records).map(str::to_string)
            });
            let parts = [Some(person.job_title.clone()), company];
            let filled = parts.into_iter().flatten().filter(|part| !part.is_empty());
            filled.collect::<Vec<_>>().join(", ")
        }
    };
    let kind = (texts().terms.contact_type)(contact.contact_type());
    let detail = if detail.is_empty() {
        kind.to_string()
    } else {
        detail
    };
    view! {
        <div class="facts-who">
            <Avatar name=contact.name.clone() shape=shape_of(contact) size=AvatarSize::Normal/>
            <div>
                <a class="facts-name" href=href>{contact.name.clone()}</a>
                <div class="row-detail">{detail}</div>
            </div>
        </div>
    }
    .into_any()
}

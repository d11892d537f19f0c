//! Deleting a record: at once, since it can be undone; but where other records are touched it says
//! which and how many, and asks.

use crate::domain::campaign::Campaign;
use crate::domain::contact::{Contact, ContactKind};
use crate::domain::id::{CampaignId, SegmentId};
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::{Command, Records, Table};
use crate::ui::navigate::replace;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{say, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is about to be deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Removal {
    /// The record's name.
    pub name: String,
    /// What happens to other records, in the present language; none when nothing does.
    pub detail: Option<String>,
    /// Deletes it.
    pub command: Command,
}

/// Asks while there is something in `removal`, or deletes it at once when there is nothing to ask.
/// `leave_to` is the page shown once it is gone; none stays.
pub fn removal_question(
    store: Store,
    removal: RwSignal<Option<Removal>>,
    leave_to: Option<Page>,
) -> AnyView {
    let close = Callback::new(move |()| removal.set(None));
    let delete = move |()| {
        let Some(Removal { command, .. }) = removal.get_untracked() else {
            return;
        };
        removal.set(None);
        let leave_to = leave_to.clone();
        spawn_local(async move {
            match store.run(command).await {
                Ok(done) => {
                    if let Some(page) = leave_to {
                        replace(Route::to(page));
                    }
                    tell(&done);
                }
                Err(trouble) => tell_trouble(&trouble),
            }
        });
    };
    let delete = Callback::new(delete);
    let asks = Memo::new(move |_| removal.with(|removal| Some(removal.as_ref()?.detail.is_some())));
    Effect::new(move |_| {
        if asks.get() == Some(false) {
            delete.run(());
        }
    });
    let name = move || removal.with(|removal| removal.as_ref().map(|removal| removal.name.clone()));
    let detail = Signal::derive(move || {
        removal.with(|removal| removal.as_ref().and_then(|removal| removal.detail.clone()))
    });
    let question = tr_with(move |m| (m.people.delete_question)(&name().unwrap_or_default()));
    let asked = move || {
        view! {
            <Confirm
                question=question
                detail=detail
                choices=vec![
                    Choice::new(tr(|m| m.people.keep), ButtonKind::Normal, close),
                    Choice::new(tr(|m| m.people.delete), ButtonKind::Danger, delete),
                ]
                on_close=close
            />
        }
    };
    view! { <Show when=move || asks.get() == Some(true)>{asked()}</Show> }.into_any()
}

/// Deleting a contact, with what becomes of its persons and entries.
pub fn contact_removal(store: Store, contact: &Contact) -> Removal {
    let m = say();
    let id = contact.id;
    let (detail, seen) = store.peek(|records| {
        let detail = match &contact.kind {
            ContactKind::Company => {
                let n_persons = whole(records.persons_of(id).count());
                let n_entries = n_entries(records, Scope::Company(id));
                let touches = n_persons > 0 || n_entries > 0;
                touches.then(|| (m.people.delete_company)(n_persons, n_entries))
            }
            ContactKind::Person(person) => {
                let company = person.company.and_then(|id| records.get::<Contact>(id));
                let company = company.map(|row| row.name.as_str());
                let n_entries = n_entries(records, Scope::Person(id));
                (n_entries > 0).then(|| (m.people.delete_person)(n_entries, company))
            }
        };
        let seen = records.stored::<Contact>(id).map(|stored| stored.revision);
        (detail, seen.unwrap_or_default())
    });
    Removal {
        name: contact.name.clone(),
        detail,
        command: Command::DeleteContact(id, seen),
    }
}

/// Deleting a salesperson, with what becomes of the contacts and entries.
pub fn salesperson_removal(store: Store, salesperson: &Salesperson) -> Removal {
    let m = say();
    let id = salesperson.id;
    let (detail, seen) = store.peek(|records| {
        let is_theirs = |row: &&std::sync::Arc<Contact>| row.salesperson == Some(id);
        let n_contacts = whole(records.all::<Contact>().filter(is_theirs).count());
        let n_entries = n_entries(records, Scope::Salesperson(id));
        let detail = (n_contacts > 0).then(|| (m.people.delete_salesperson)(n_contacts, n_entries));
        let seen = records
            .stored::<Salesperson>(id)
            .map(|stored| stored.revision);
        (detail, seen.unwrap_or_default())
    });
    Removal {
        name: salesperson.name.clone(),
        detail,
        command: Command::DeleteSalesperson(id, seen),
    }
}

/// Deletes a segment with its lines; none for one that is gone.
pub fn segment_removal(store: Store, id: SegmentId) -> Option<Removal> {
    store.peek(|records| {
        let stored = records.stored::<Segment>(id)?;
        Some(Removal {
            name: stored.row.no.to_string(),
            detail: None,
            command: Command::DeleteSegment(id, stored.revision),
        })
    })
}

/// Deleting a campaign, with what goes with it and what keeps its number.
pub fn campaign_removal(store: Store, id: CampaignId) -> Option<Removal> {
    let m = say();
    store.peek(|records| {
        let stored = records.stored::<Campaign>(id)?;
        let is_its = |row: &&std::sync::Arc<Segment>| {
            row.campaign
                .as_ref()
                .is_some_and(|mention| mention.id == id)
        };
        let n_segments = whole(records.all::<Segment>().filter(is_its).count());
        let n_own = whole(records.campaign_entries().of_campaign(id).count());
        let n_interactions = n_entries(records, Scope::Campaign(id));
        let counted = |table, n| (m.terms.n_records)(table, n);
        let touches = n_own > 0 || n_segments > 0 || n_interactions > 0;
        let detail = touches.then(|| {
            (m.campaign_pages.delete_detail)(
                &counted(Table::CampaignEntry, n_own),
                &counted(Table::Segment, n_segments),
                &counted(Table::LogEntry, n_interactions),
            )
        });
        Some(Removal {
            name: stored.row.no.to_string(),
            detail,
            command: Command::DeleteCampaign(id, stored.revision),
        })
    })
}

fn n_entries(records: &Records, scope: Scope) -> u32 {
    whole(records.ledger().entries(scope).count())
}

fn whole(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

//! Deleting a record: at once, since it can be undone; but where other records are touched it says
//! which and how many, and asks.

use crate::domain::campaign::entry::CampaignEntry;
use crate::domain::campaign::{Campaign, Touched, touched_by_deleting};
use crate::domain::contact::many::deletion;
use crate::domain::contact::{Contact, ContactKind};
use crate::domain::id::{CampaignId, ContactId, LoggedSegmentId, SegmentId};
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::logged::{LoggedFilter, LoggedSegment};
use crate::domain::{Command, Records, Table};
use crate::ui::navigate::replace;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::parts::toast::{Toast, show_toast};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{Said, said, say, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

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

/// Deleting many contacts: those that can be, with what becomes of others and how many stay. None
/// when none can be, which it says.
pub fn contacts_removal(store: Store, ids: &BTreeSet<ContactId>) -> Option<Removal> {
    let m = say();
    let (found, seen) = store.peek(|records| (deletion(records, ids), records.revision()));
    let n = whole(found.going.len());
    if n == 0 {
        if found.n_staying > 0 {
            tell_plainly(said(move |m| (m.many.none_deleted)(found.n_staying)));
        }
        return None;
    }
    let touches = found.n_persons + found.n_interactions + found.n_staying > 0;
    Some(Removal {
        name: (m.terms.n_records)(Table::Contact, n),
        detail: touches.then(|| (m.many.delete_detail)(&found)),
        command: Command::DeleteContacts(found.going, seen),
    })
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

/// Deletes a campaign, with what becomes of its entries and of what names it; none for one that is
/// gone.
pub fn campaign_removal(store: Store, id: CampaignId) -> Option<Removal> {
    let m = say();
    store.peek(|records| {
        let stored = records.stored::<Campaign>(id)?;
        let touched = touched_by_deleting(records, id);
        let touches = touched != Touched::default();
        Some(Removal {
            name: stored.row.no.to_string(),
            detail: touches.then(|| (m.campaign_pages.delete_detail)(&touched)),
            command: Command::DeleteCampaign(id, stored.revision),
        })
    })
}

/// Deletes the canceled ones of these logged segments, or of all of them; none while none of them
/// is canceled.
pub fn logged_removal(store: Store, ids: Option<BTreeSet<LoggedSegmentId>>) -> Option<Removal> {
    let m = say();
    let filter = LoggedFilter {
        ids,
        ..LoggedFilter::default()
    };
    store.peek(|records| {
        let going = records.all::<LoggedSegment>();
        let going = going.filter(|row| row.canceled && filter.lets_pass(row));
        let going: BTreeSet<LoggedSegmentId> = going.map(|row| row.id).collect();
        let entries = going.iter().map(|id| Scope::LoggedSegment(*id));
        let n_entries = entries.map(|scope| records.ledger().count(scope)).sum();
        let of_campaigns = records.campaign_entries();
        let n_campaign_entries = going.iter().map(|id| of_campaigns.of_segment(*id).count());
        let detail = (m.campaign_pages.unlinked)(whole(n_entries), whole(n_campaign_entries.sum()));
        let n = whole(going.len());
        // Those that are told, and no others that are canceled meanwhile.
        let told = LoggedFilter {
            ids: Some(going),
            ..LoggedFilter::default()
        };
        (n > 0).then(|| Removal {
            name: (m.campaign_pages.n_canceled)(Table::LoggedSegment, n),
            detail: Some(detail),
            command: Command::DeleteCanceledSegments(told),
        })
    })
}

/// Deletes the canceled entries of a campaign; none while it has none.
pub fn campaign_entries_removal(store: Store, campaign: CampaignId) -> Option<Removal> {
    let m = say();
    store.peek(|records| {
        let entries = records.campaign_entries().of_campaign(campaign);
        let going = entries.filter_map(|id| records.get::<CampaignEntry>(id));
        let (mut n, mut n_entries) = (0, 0);
        for entry in going.filter(|entry| entry.is_canceled()) {
            n += 1;
            n_entries += records.ledger().count(Scope::CampaignEntry(entry.id));
        }
        (n > 0).then(|| Removal {
            name: (m.campaign_pages.n_canceled)(Table::CampaignEntry, n),
            detail: Some((m.campaign_pages.unlinked)(whole(n_entries), 0)),
            command: Command::DeleteCanceledCampaignEntries(Some(campaign)),
        })
    })
}

/// Says why a row can't be deleted as it is.
pub fn tell_not_canceled() {
    tell_plainly(said(|m| m.campaign_pages.not_canceled.into()));
}

fn tell_plainly(text: Said) {
    show_toast(Toast {
        tone: Tone::Plain,
        text,
        actions: Vec::new(),
    });
}

fn n_entries(records: &Records, scope: Scope) -> u32 {
    whole(records.ledger().entries(scope).count())
}

fn whole(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

//! Store: what pages hold. Reads that follow changes, and commands that ask for them.
//!
//! There is one trigger per table and no signal in any row. Pages wrap what they show in a `Memo`,
//! which stops at equal values, so a change to one contact repaints one row.

use super::shell::Status;
use crate::browser::clock;
use crate::browser::preferences::{self, CompanyCard};
use crate::domain::id::LogEntryId;
use crate::domain::interaction::form::InteractionForm;
use crate::domain::{Command, Moment, Notice, Records, Refusal, Table, decide};
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// The open company, as pages see it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Store {
    inner: StoredValue<Rc<Inner>, LocalStorage>,
    company: RwSignal<CompanyCard>,
    status: RwSignal<Status>,
    drafts: RwSignal<Vec<Draft>>,
}

struct Inner {
    records: Rc<RefCell<Records>>,
    triggers: Vec<ArcTrigger>,
}

/// A form that is still being filled in, kept in case the browser ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The form.
    pub form: InteractionForm,
    /// When it was kept.
    pub saved_at: DateTime<Utc>,
}

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// A rule refused it.
    Refused(Refusal),
}

impl Store {
    /// The store of an open company.
    pub fn new(records: Records, company: CompanyCard) -> Self {
        let triggers = Table::ALL.iter().map(|_| ArcTrigger::new()).collect();
        let inner = Inner {
            records: Rc::new(RefCell::new(records)),
            triggers,
        };
        Self {
            inner: StoredValue::new_local(Rc::new(inner)),
            company: RwSignal::new(company),
            status: RwSignal::new(Status::Saved),
            drafts: RwSignal::new(Vec::new()),
        }
    }

    /// Reads records and follows the named tables: what reads them inside a view, a memo or an
    /// effect is repeated when one of them changes.
    pub fn read<T>(&self, tables: &[Table], read: impl FnOnce(&Records) -> T) -> T {
        let inner = self.inner.get_value();
        for table in tables {
            inner.triggers[*table as usize].track();
        }
        let records = inner.records.borrow();
        read(&records)
    }

    /// Reads records without following them: for event handlers.
    pub fn peek<T>(&self, read: impl FnOnce(&Records) -> T) -> T {
        self.read(&[], read)
    }

    /// What `read` makes of the named tables, computed anew when one of them changes; equal
    /// results wake nobody.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        tables: &'static [Table],
        read: impl Fn(&Records) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.read(tables, &read))
    }

    /// Carries a command out: returns when it is saved, and records and screen have followed.
    pub async fn run(self, command: Command) -> Result<Vec<Notice>, Trouble> {
        let moment = self.moment();
        let inner = self.inner.get_value();
        let decision =
            decide(&inner.records.borrow(), &moment, command).map_err(Trouble::Refused)?;
        {
            let mut records = inner.records.borrow_mut();
            let next = records.revision().next();
            records.apply(next, &decision.changes);
        }
        if let Some(draft) = decision.ends_draft {
            self.drafts
                .update(|drafts| drafts.retain(|kept| kept.form.entry != draft));
        }
        for change in &decision.changes {
            inner.triggers[change.key.table() as usize].notify();
        }
        Ok(decision.notices)
    }

    /// All that a rule may know of the outside, now.
    pub fn moment(&self) -> Moment {
        let now = clock::now();
        let local = clock::local(now);
        self.company.with_untracked(|company| Moment {
            now,
            local,
            work_date: company.work_date.unwrap_or(local.date()),
            user: company.user.clone(),
            my_salesperson: company.my_salesperson,
        })
    }

    /// The open company's card; tracked.
    pub fn company(&self) -> CompanyCard {
        self.company.get()
    }

    /// Changes what this device knows of the company and of the user in it.
    pub fn change_company(&self, change: impl FnOnce(&mut CompanyCard)) {
        let mut card = self.company.get_untracked();
        change(&mut card);
        preferences::set_company(&card);
        self.company.set(card);
    }

    /// How saving stands; tracked.
    pub fn status(&self) -> Status {
        self.status.get()
    }

    /// The kept drafts, last saved first; tracked.
    pub fn drafts(&self) -> Vec<Draft> {
        self.drafts.get()
    }

    /// Keeps a form as a draft, in place of what was kept of it before.
    pub fn keep_draft(&self, form: InteractionForm) {
        self.drafts.update(|drafts| {
            drafts.retain(|kept| kept.form.entry != form.entry);
            drafts.insert(
                0,
                Draft {
                    form,
                    saved_at: clock::now(),
                },
            );
        });
    }

    /// Throws a draft away.
    pub fn drop_draft(&self, entry: LogEntryId) {
        self.drafts
            .update(|drafts| drafts.retain(|kept| kept.form.entry != entry));
    }
}

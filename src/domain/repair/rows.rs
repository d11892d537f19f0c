//! Repairing a row by what it refers to.

use super::{Remedy, Round};
use crate::domain::campaign::entry::CampaignEntry;
use crate::domain::campaign::{Campaign, CampaignStatus, let_go};
use crate::domain::change::{Key, Record};
use crate::domain::check::Damage;
use crate::domain::classification::{OrganizationalLevel, Salutation};
use crate::domain::contact::{Contact, ContactKind};
use crate::domain::id::{ContactId, LoggedSegmentId, Single};
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::number_series::NumberSeries;
use crate::domain::privacy::{Erased, ErasedContact, Fate};
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::setup::{Counters, MarketingSetup};
use crate::domain::values::LanguageCode;
use chrono::TimeDelta;
use std::collections::BTreeSet;

impl Round<'_, '_> {
    /// Repairs the row of a damage, but for numbers that stand twice.
    pub(super) fn mend(&mut self, damage: &Damage) {
        match (damage.key, damage.remedy()) {
            (_, Remedy::ByHand | Remedy::Lost | Remedy::Renumbered) => {}
            (key @ Key::SalutationFormula(_), Remedy::SecondRemoved) | (key, Remedy::Removed) => {
                self.remove(key);
            }
            (Key::Setup(_), _) => self.setup(),
            (Key::Counters(_), _) => self.counters(),
            (Key::NumberSeries(id), _) => self.edit(id, |round, row: &mut NumberSeries| {
                let stays = |id: &_| round.kept::<NumberSeries>(Some(*id)).is_some();
                row.related.retain(stays);
            }),
            (Key::Contact(id), _) => self.edit(id, Self::contact),
            (Key::InteractionTemplate(id), _) => self.edit(id, Self::template),
            (Key::Campaign(id), _) => self.edit(id, |round, row: &mut Campaign| {
                row.salesperson = round.kept::<Salesperson>(row.salesperson);
                row.status = round.kept::<CampaignStatus>(row.status);
            }),
            (Key::Segment(id), _) => self.edit(id, Self::segment),
            (Key::SegmentLine(id), _) => self.edit(id, |round, row: &mut SegmentLine| {
                row.contact = round.kept::<Contact>(row.contact);
                row.salesperson = round.kept::<Salesperson>(row.salesperson);
                row.template = round.kept::<InteractionTemplate>(row.template);
                row.group = round.kept::<InteractionGroup>(row.group);
            }),
            (Key::CampaignEntry(id), _) => self.edit(id, Self::campaign_entry),
            (Key::LogEntry(id), _) => match self.work.get::<LogEntry>(id) {
                Some(entry) if self.is_erased(entry.contact) => self.anonymous(&entry),
                _ => self.edit(id, Self::entry),
            },
            // Their only damages are numbers that stand twice, or wait for a hand.
            (
                Key::Salesperson(_)
                | Key::MailingGroup(_)
                | Key::IndustryGroup(_)
                | Key::BusinessRelation(_)
                | Key::JobResponsibility(_)
                | Key::OrganizationalLevel(_)
                | Key::Salutation(_)
                | Key::SalutationFormula(_)
                | Key::ErasedContact(_)
                | Key::Membership(_)
                | Key::CampaignStatus(_)
                | Key::InteractionGroup(_)
                | Key::CriteriaAction(_)
                | Key::SavedCriteria(_)
                | Key::LoggedSegment(_),
                _,
            ) => {}
        }
    }

    fn setup(&mut self) {
        self.edit(Single, |round, row: &mut MarketingSetup| {
            for series in [
                &mut row.contact_nos,
                &mut row.campaign_nos,
                &mut row.segment_nos,
            ] {
                *series = round.kept::<NumberSeries>(*series);
            }
            let template = row.cover_sheet_template;
            row.cover_sheet_template = round.kept::<InteractionTemplate>(template);
            row.defaults.salesperson = round.kept::<Salesperson>(row.defaults.salesperson);
        });
    }

    /// Counters go on behind the highest number that was given.
    pub(super) fn counters(&mut self) {
        let mut counters = self
            .work
            .get::<Counters>(Single)
            .map_or_else(Counters::default, |row| *row);
        for (counter, EntryNo(highest)) in [
            (&mut counters.log_entry, self.now.ledger().last_no()),
            (
                &mut counters.campaign_entry,
                self.now.campaign_entries().last_no(),
            ),
            (
                &mut counters.logged_segment,
                self.now.segments().last_logged_no(),
            ),
        ] {
            *counter = highest.max(*counter);
        }
        self.put(counters);
    }

    fn contact(&self, row: &mut Contact) {
        row.salesperson = self.kept::<Salesperson>(row.salesperson);
        row.salutation = self.kept::<Salutation>(row.salutation);
        if let ContactKind::Person(person) = &mut row.kind {
            person.company = self.company(person.company);
            let level = person.organizational_level;
            person.organizational_level = self.kept::<OrganizationalLevel>(level);
        }
    }

    fn template(&self, row: &mut InteractionTemplate) {
        row.group = self.kept::<InteractionGroup>(row.group);
        row.campaign = self.kept::<Campaign>(row.campaign);
        let chosen = &mut row.default_language;
        keep_first(&mut row.languages, |it| &it.language, chosen);
    }

    fn segment(&self, row: &mut Segment) {
        row.salesperson = self.kept::<Salesperson>(row.salesperson);
        row.template = self.kept::<InteractionTemplate>(row.template);
        row.group = self.kept::<InteractionGroup>(row.group);
        keep_first(&mut row.languages, |it| &it.language, &mut row.language);
    }

    fn campaign_entry(&self, row: &mut CampaignEntry) {
        row.register = self.kept::<LoggedSegment>(row.register);
        let (by_segment, singly) = (&mut row.canceled_by_segment, &mut row.canceled_singly);
        self.follow(row.register, by_segment, singly);
    }

    fn entry(&self, row: &mut LogEntry) {
        // As when a person is deleted: what was said with it passes to its company.
        let contact = self.kept::<Contact>(row.contact);
        row.contact = contact.or_else(|| self.company(row.company));
        let contact = row.contact.and_then(|id| self.work.get::<Contact>(id));
        row.company = contact.and_then(|contact| contact.company());
        if row.is_postponed() {
            let is_there = self.kept::<InteractionTemplate>(row.template.as_ref().map(|it| it.id));
            row.template = row.template.take().filter(|_| is_there.is_some());
        }
        self.entry_belongs(row);
    }

    /// An entry whose contact was erased says no more than what erasing leaves.
    fn anonymous(&mut self, entry: &LogEntry) {
        let erased = Erased::new(entry.contact);
        let mut row = match erased.fate_of_entry(entry) {
            Fate::Stays => entry.clone(),
            Fate::Becomes(row) => {
                self.erase_again(entry.contact);
                let row = LogEntry::from_row(&row);
                row.map_or_else(|| entry.clone(), |row| LogEntry::clone(row))
            }
            Fate::Goes => {
                self.erase_again(entry.contact);
                self.work.end_draft(entry.id);
                return self.remove(Key::LogEntry(entry.id));
            }
        };
        row.company = self.company(row.company);
        self.entry_belongs(&mut row);
        self.put(row);
    }

    /// The journal forgets what was before a change set that erases: this one has to be such.
    fn erase_again(&mut self, contact: Option<ContactId>) {
        let Some(id) = contact else { return };
        self.edit(id, |round, row: &mut ErasedContact| {
            // Later in any case: a clock may have been set back.
            let later = row.at + TimeDelta::milliseconds(1);
            row.at = round.work.moment().now.max(later);
        });
    }

    fn entry_belongs(&self, row: &mut LogEntry) {
        row.group = self.kept::<InteractionGroup>(row.group);
        row.logged_segment = self.kept::<LoggedSegment>(row.logged_segment);
        let canceled = &mut row.canceled;
        self.follow(
            row.logged_segment,
            &mut canceled.by_segment,
            &mut canceled.singly,
        );
        let counted_by = row.campaign_entry;
        let counted_by = counted_by.and_then(|id| self.work.get::<CampaignEntry>(id));
        let campaign = row.campaign.as_ref().map(|mention| mention.id);
        match counted_by.filter(|counted_by| Some(counted_by.campaign) == campaign) {
            Some(counted_by) => row.canceled.by_campaign_entry = counted_by.is_canceled(),
            None => *row = let_go(row),
        }
    }

    /// Canceled by the logged segment if that is. What was canceled stays so, also where what had canceled it is not
    /// there.
    fn follow(&self, register: Option<LoggedSegmentId>, by_segment: &mut bool, singly: &mut bool) {
        let register = register.and_then(|id| self.work.get::<LoggedSegment>(id));
        *singly |= register.is_none() && *by_segment;
        *by_segment = register.is_some_and(|row| row.canceled);
    }

    /// The contact, if it is there and a company.
    fn company(&self, id: Option<ContactId>) -> Option<ContactId> {
        let row = self.work.get::<Contact>(id?)?;
        (!row.is_person()).then_some(row.id)
    }

    fn is_erased(&self, contact: Option<ContactId>) -> bool {
        let is_gone = |id: &ContactId| self.work.get::<Contact>(*id).is_none();
        let gone = contact.filter(is_gone);
        gone.is_some_and(|id| self.work.get::<ErasedContact>(id).is_some())
    }
}

/// Of rows of the same language the first stays: it is the one that is found. The one chosen must be among them.
fn keep_first<T>(
    rows: &mut Vec<T>,
    language: impl Fn(&T) -> &LanguageCode,
    chosen: &mut Option<LanguageCode>,
) {
    let mut seen = BTreeSet::new();
    rows.retain(|row| seen.insert(language(row).clone()));
    *chosen = chosen.take().filter(|code| seen.contains(code));
}

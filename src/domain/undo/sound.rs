//! What a row that is put back, or taken away again, must not break: the rules of `check.rs`, seen
//! from this row alone, because the whole of a large company cannot be looked through for each undo.

use super::classes::{class_stands, formula_stands, groups_accept, in_no_group, membership_stands};
use super::name_of;
use crate::domain::campaign::entry::CampaignEntry;
use crate::domain::campaign::{Campaign, CampaignStatus};
use crate::domain::change::{Change, Key, Record, Revision, Row, Table};
use crate::domain::classification::commands::refuse_used;
use crate::domain::classification::{Class, OrganizationalLevel, Salutation, formula};
use crate::domain::contact::Contact;
use crate::domain::contact::history::{entries_of, persons_of};
use crate::domain::id::{CampaignId, ContactId, GroupId, SalespersonId, SeriesId, TemplateId};
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::ledger::Scope;
use crate::domain::number_series::NumberSeries;
use crate::domain::privacy::ErasedContact;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::line::{SegmentLine, segments_of};
use crate::domain::segment::selection::saved::SavedCriteria;
use crate::domain::segment::{self, Segment};
use crate::domain::work::Work;

/// Checks a row as the undo of a change left it. `revision`: that of the change.
pub(super) fn check(work: &Work, revision: Revision, change: &Change) -> Result<(), Refusal> {
    match (&change.before, &change.after) {
        (Some(row), other) => stands(work, row, other.as_ref()),
        (None, Some(row)) => is_gone(work, revision, row),
        (None, None) => Ok(()),
    }
}

/// A row is there: its number is its own, and what it refers to exists.
fn stands(work: &Work, row: &Row, other: Option<&Row>) -> Result<(), Refusal> {
    let name = name_of(row);
    match row {
        Row::Setup(row) => {
            let salesperson = row.defaults.salesperson;
            for (field, series) in row.series() {
                refers::<NumberSeries>(work, &name, field, series)?;
            }
            let template = row.cover_sheet_template;
            refers::<InteractionTemplate>(work, &name, Field::CoverSheetTemplate, template)?;
            refers::<Salesperson>(work, &name, Field::DefaultSalesperson, salesperson)
        }
        Row::Counters(_) => Ok(()),
        Row::NumberSeries(row) => {
            let same = |other: &NumberSeries| other.code == row.code;
            unique(work, row.id, &name, Field::Code, same)?;
            let related = row.related.iter();
            related.copied().try_for_each(|id| {
                refers::<NumberSeries>(work, &name, Field::RelatedSeries, Some(id))
            })
        }
        Row::Salesperson(row) => {
            let same = |other: &Salesperson| other.code == row.code;
            unique(work, row.id, &name, Field::Code, same)
        }
        Row::Contact(row) => contact_stands(work, row, &name, other),
        Row::MailingGroup(row) => class_stands(work, &**row),
        Row::IndustryGroup(row) => class_stands(work, &**row),
        Row::BusinessRelation(row) => class_stands(work, &**row),
        Row::JobResponsibility(row) => class_stands(work, &**row),
        Row::OrganizationalLevel(row) => class_stands(work, &**row),
        Row::Salutation(row) => class_stands(work, &**row),
        Row::SalutationFormula(row) => formula_stands(work, row, &name),
        Row::Membership(row) => membership_stands(work, row),
        Row::InteractionGroup(row) => {
            let same = |other: &InteractionGroup| other.code == row.code;
            unique(work, row.id, &name, Field::Code, same)
        }
        Row::InteractionTemplate(row) => {
            let same = |other: &InteractionTemplate| other.code == row.code;
            unique(work, row.id, &name, Field::Code, same)?;
            refers::<Campaign>(work, &name, Field::Campaign, row.campaign)?;
            refers::<InteractionGroup>(work, &name, Field::Group, row.group)
        }
        Row::CampaignStatus(row) => {
            let same = |other: &CampaignStatus| other.code == row.code;
            unique(work, row.id, &name, Field::Code, same)
        }
        Row::Campaign(row) => {
            let same = |other: &Campaign| other.no == row.no;
            unique(work, row.id, &name, Field::No, same)?;
            refers::<CampaignStatus>(work, &name, Field::Status, row.status)?;
            refers::<Salesperson>(work, &name, Field::Salesperson, row.salesperson)
        }
        Row::Segment(row) => {
            let same = |other: &Segment| other.no == row.no;
            unique(work, row.id, &name, Field::No, same)?;
            refers::<Salesperson>(work, &name, Field::Salesperson, row.salesperson)?;
            refers::<InteractionTemplate>(work, &name, Field::Template, row.template)?;
            refers::<InteractionGroup>(work, &name, Field::Group, row.group)
        }
        Row::SegmentLine(row) => {
            let name = row.record_name_in(work);
            refers::<Segment>(work, &name, Field::No, Some(row.segment))?;
            refers::<Contact>(work, &name, Field::Contact, row.contact)?;
            refers::<Salesperson>(work, &name, Field::Salesperson, row.salesperson)?;
            refers::<InteractionTemplate>(work, &name, Field::Template, row.template)?;
            refers::<InteractionGroup>(work, &name, Field::Group, row.group)
        }
        Row::CriteriaAction(row) => refers::<Segment>(work, &name, Field::No, Some(row.segment)),
        Row::SavedCriteria(row) => {
            let same = |other: &SavedCriteria| other.code == row.code;
            unique(work, row.id, &name, Field::Code, same)
        }
        // Never put back: `part` says that they stand.
        Row::LoggedSegment(_) | Row::CampaignEntry(_) | Row::ErasedContact(_) => Ok(()),
        Row::LogEntry(row) => entry_stands(work, row, &name),
    }
}

fn contact_stands(
    work: &Work,
    contact: &Contact,
    name: &RecordName,
    other: Option<&Row>,
) -> Result<(), Refusal> {
    // Those that come back together had different numbers when they stood together.
    if contact.has_a_taken_no(work) {
        return Err(name.refuse(Field::No, Reason::AlreadyUsed));
    }
    refers::<Salesperson>(work, name, Field::Salesperson, contact.salesperson)?;
    refers::<Contact>(work, name, Field::Company, contact.company())?;
    refers::<Salutation>(work, name, Field::Salutation, contact.salutation)?;
    let level = contact.organizational_level();
    refers::<OrganizationalLevel>(work, name, Field::OrganizationalLevel, level)?;
    groups_accept(work, contact)?;
    let company = contact.company().and_then(|id| work.get::<Contact>(id));
    if company.is_some_and(|company| company.is_person()) {
        return Err(name.refuse(Field::Company, Reason::NotACompany));
    }
    let Some(Row::Contact(other)) = other else {
        return Ok(());
    };
    // It was of another company, or was one itself: what was recorded then stays where it is.
    if other.company() != contact.company() {
        let entries = entries_of(work, contact.id);
        let elsewhere = entries
            .iter()
            .filter(|entry| entry.company != contact.company());
        in_use(name, Table::LogEntry, elsewhere.count())?;
    }
    if contact.is_person() && !other.is_person() {
        in_use(name, Table::Contact, persons_of(work, contact.id).len())?;
    }
    Ok(())
}

fn entry_stands(work: &Work, entry: &LogEntry, name: &RecordName) -> Result<(), Refusal> {
    let erased = entry.contact.and_then(|id| work.get::<ErasedContact>(id));
    if erased.is_some() {
        // What is put back is younger than the erasure, and says no more than what is left.
        refers::<Contact>(work, name, Field::Company, entry.company)?;
        return refers::<InteractionGroup>(work, name, Field::Group, entry.group);
    }
    refers::<Contact>(work, name, Field::Contact, entry.contact)?;
    refers::<InteractionGroup>(work, name, Field::Group, entry.group)?;
    if entry.is_postponed() {
        let template = entry.template.as_ref().map(|mention| mention.id);
        refers::<InteractionTemplate>(work, name, Field::Template, template)?;
    }
    let contact = entry.contact.and_then(|id| work.get::<Contact>(id));
    match contact {
        Some(contact) if contact.company() != entry.company => {
            let moved = name_of(&Row::Contact(contact));
            Err(moved.refuse(Field::Company, Reason::ChangedSince))
        }
        _ => Ok(()),
    }
}

/// A row is not there (any more): nothing refers to it.
fn is_gone(work: &Work, revision: Revision, row: &Row) -> Result<(), Refusal> {
    let name = name_of(row);
    match row {
        Row::Setup(_) | Row::Counters(_) | Row::LogEntry(_) => Ok(()),
        Row::NumberSeries(row) => series_is_free(work, row.id, &name),
        Row::Salesperson(row) => salesperson_is_free(work, revision, row.id, &name),
        Row::Contact(row) => {
            if !row.is_person() {
                in_use(&name, Table::Contact, persons_of(work, row.id).len())?;
            }
            in_segments(work, row.id, &name)?;
            in_no_group(work, row)?;
            in_use(&name, Table::LogEntry, entries_of(work, row.id).len())
        }
        Row::CampaignStatus(row) => {
            let theirs = work.all::<Campaign>();
            let theirs = theirs.filter(|campaign| campaign.status == Some(row.id));
            in_use(&name, Table::Campaign, theirs.count())
        }
        Row::Campaign(row) => campaign_is_free(work, revision, row.id, &name),
        Row::Segment(row) => {
            let lines = work.all::<SegmentLine>();
            let lines = lines.filter(|line| line.segment == row.id);
            in_use(&name, Table::SegmentLine, lines.count())
        }
        Row::SegmentLine(_) | Row::CriteriaAction(_) | Row::SavedCriteria(_) => Ok(()),
        Row::LoggedSegment(_) | Row::CampaignEntry(_) | Row::ErasedContact(_) => Ok(()),
        Row::MailingGroup(row) => refuse_used(work, row.class(), &name),
        Row::IndustryGroup(row) => refuse_used(work, row.class(), &name),
        Row::BusinessRelation(row) => refuse_used(work, row.class(), &name),
        Row::JobResponsibility(row) => refuse_used(work, row.class(), &name),
        Row::OrganizationalLevel(row) => refuse_used(work, row.class(), &name),
        Row::Salutation(row) => {
            let n_formulas = formula::of(work, row.id).count();
            in_use(&name, Table::SalutationFormula, n_formulas)?;
            refuse_used(work, row.class(), &name)
        }
        Row::SalutationFormula(_) | Row::Membership(_) => Ok(()),
        Row::InteractionGroup(row) => group_is_free(work, row.id, &name),
        Row::InteractionTemplate(row) => template_is_free(work, revision, row.id, &name),
    }
}

fn series_is_free(work: &Work, id: SeriesId, name: &RecordName) -> Result<(), Refusal> {
    let names_it = !work.setup().numbered_by(id).is_empty();
    in_use(name, Table::Setup, usize::from(names_it))?;
    let relating = work.all::<NumberSeries>();
    let relating = relating.filter(|other| other.id != id && other.related.contains(&id));
    in_use(name, Table::NumberSeries, relating.count())
}

fn salesperson_is_free(
    work: &Work,
    revision: Revision,
    id: SalespersonId,
    name: &RecordName,
) -> Result<(), Refusal> {
    let names_it = work.setup().defaults.salesperson == Some(id);
    in_use(name, Table::Setup, usize::from(names_it))?;
    let theirs = work.all::<Contact>();
    let theirs = theirs.filter(|contact| contact.salesperson == Some(id));
    in_use(name, Table::Contact, theirs.count())?;
    let campaigns = work.all::<Campaign>();
    let campaigns = campaigns.filter(|row| row.salesperson == Some(id));
    in_use(name, Table::Campaign, campaigns.count())?;
    in_headers_and_lines(work, name, |uses| uses.salesperson == Some(id))?;
    let entries = work.entries(Scope::Salesperson(id), |entry| {
        let mention = entry.salesperson.as_ref();
        mention.is_some_and(|mention| mention.id == id)
            && is_later(work, Key::LogEntry(entry.id), revision)
    });
    in_use(name, Table::LogEntry, entries.len())
}

fn group_is_free(work: &Work, id: GroupId, name: &RecordName) -> Result<(), Refusal> {
    let templates = work.all::<InteractionTemplate>();
    let n_templates = templates.filter(|row| row.group == Some(id)).count();
    in_use(name, Table::InteractionTemplate, n_templates)?;
    in_headers_and_lines(work, name, |uses| uses.group == Some(id))?;
    let entries = work.entries(Scope::Group(id), |row| row.group == Some(id));
    in_use(name, Table::LogEntry, entries.len())
}

fn template_is_free(
    work: &Work,
    revision: Revision,
    id: TemplateId,
    name: &RecordName,
) -> Result<(), Refusal> {
    let names_it = work.setup().cover_sheet_template == Some(id);
    in_use(name, Table::Setup, usize::from(names_it))?;
    in_headers_and_lines(work, name, |uses| uses.template == Some(id))?;
    let entries = work.entries(Scope::Template(id), |entry| {
        let mention = entry.template.as_ref();
        mention.is_some_and(|mention| mention.id == id)
            && (entry.is_postponed() || is_later(work, Key::LogEntry(entry.id), revision))
    });
    in_use(name, Table::LogEntry, entries.len())
}

/// A campaign that nothing names, but for segments that did when it was deleted once.
fn campaign_is_free(
    work: &Work,
    revision: Revision,
    id: CampaignId,
    name: &RecordName,
) -> Result<(), Refusal> {
    let templates = work.all::<InteractionTemplate>();
    let templates = templates.filter(|row| row.campaign == Some(id));
    in_use(name, Table::InteractionTemplate, templates.count())?;
    let theirs = work.all::<CampaignEntry>();
    let theirs = theirs.filter(|entry| entry.campaign == id);
    in_use(name, Table::CampaignEntry, theirs.count())?;
    in_headers_and_lines(work, name, |uses| {
        uses.campaign == Some(id) && is_later(work, uses.key, revision)
    })
}

/// A contact that stands in no segment.
fn in_segments(work: &Work, contact: ContactId, name: &RecordName) -> Result<(), Refusal> {
    in_use(name, Table::Segment, segments_of(work, contact).len())
}

fn in_headers_and_lines(
    work: &Work,
    name: &RecordName,
    is_so: impl Fn(&segment::Uses) -> bool,
) -> Result<(), Refusal> {
    let (n_headers, n_lines) = segment::uses(work, is_so);
    in_use(name, Table::Segment, n_headers)?;
    in_use(name, Table::SegmentLine, n_lines)
}

/// True for a row that was written after the change that is taken back. An older one already
/// mentioned the record when it was deleted once, and goes on to.
fn is_later(work: &Work, row: Key, revision: Revision) -> bool {
    work.changed_after(row, revision)
}

pub(super) fn in_use(name: &RecordName, by: Table, n: usize) -> Result<(), Refusal> {
    match u32::try_from(n).unwrap_or(u32::MAX) {
        0 => Ok(()),
        n => Err(name.refuse_all(Reason::InUse { by, n })),
    }
}

pub(super) fn unique<R: Record>(
    work: &Work,
    id: R::Id,
    name: &RecordName,
    field: Field,
    same: impl Fn(&R) -> bool,
) -> Result<(), Refusal> {
    let taken = work.all::<R>().any(|row| row.id() != id && same(&row));
    if taken {
        Err(name.refuse(field, Reason::AlreadyUsed))
    } else {
        Ok(())
    }
}

pub(super) fn refers<To: Record>(
    work: &Work,
    name: &RecordName,
    field: Field,
    to: Option<To::Id>,
) -> Result<(), Refusal> {
    match to {
        Some(id) if work.get::<To>(id).is_none() => {
            Err(name.refuse(field, Reason::RefersToDeleted))
        }
        _ => Ok(()),
    }
}

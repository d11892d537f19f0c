//! Cover sheets and address labels: who gets one, and noting that they did
//! (`SegmentCoverSheet.Report.al`, `ContactCoverSheet.Report.al`, `SegmentLabels.Report.al`,
//! `SegManagement.Codeunit.al: LogDocument`).

use super::template::InteractionTemplate;
use super::{
    CampaignMention, Canceled, EntryNo, EntryState, LogEntry, SalespersonMention, TemplateMention,
};
use crate::domain::campaign::{self, Campaign};
use crate::domain::change::Table;
use crate::domain::contact::Contact;
use crate::domain::contact::address::PostalAddress;
use crate::domain::editable::{self, Editable};
use crate::domain::id::{ContactId, LogEntryId, SegmentId, following};
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::line::{SegmentLine, lines_of};
use crate::domain::values::{CorrespondenceType, FormulaType, LanguageCode};
use crate::domain::work::Work;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Those to whom something is printed, in the order of the segment or of the choice, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addressees {
    /// They.
    pub all: Vec<Addressee>,
    /// How many are left out because they are privacy blocked.
    pub n_blocked: u32,
    /// How many of them have no address, only a name.
    pub n_without_address: u32,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Who.
    pub contact: ContactId,
    /// Where.
    pub address: PostalAddress,
    /// How a letter addresses the contact, formally; none without a formula.
    pub salutation: Option<String>,
}

impl Addressees {
    /// The contacts of a segment, each in the language of its line.
    pub fn of_segment(records: &Records, segment: SegmentId) -> Self {
        let lines = records.segments().lines(segment);
        let lines = lines.filter_map(|id| records.get::<SegmentLine>(id));
        Self::new(
            records,
            lines.filter_map(|line| Some((line.contact?, line.language.clone()))),
        )
    }

    /// These contacts.
    pub fn of_contacts(records: &Records, contacts: &[ContactId]) -> Self {
        Self::new(records, contacts.iter().map(|id| (*id, None)))
    }

    fn new(
        records: &Records,
        contacts: impl Iterator<Item = (ContactId, Option<LanguageCode>)>,
    ) -> Self {
        let mut known = HashSet::new();
        let mut found = Self::default();
        for (id, language) in contacts {
            let Some(contact) = records.get::<Contact>(id).filter(|_| known.insert(id)) else {
                continue;
            };
            if contact.privacy_blocked {
                found.n_blocked += 1;
                continue;
            }
            let address = PostalAddress::of(records, contact);
            found.n_without_address += u32::from(!address.is_complete());
            let language = language.as_ref().or(contact.language.as_ref());
            found.all.push(Addressee {
                contact: id,
                address,
                salutation: records.addressed(contact, language, FormulaType::Formal),
            });
        }
        found
    }
}

/// Notes in the log that cover sheets were printed: an entry for each contact, with the template that
/// the setup names for it. From a segment, salesperson, campaign and language are those of the
/// contact's first line; else, and where the line has none, the contact's own.
///
/// `first`: the id of the first entry; those of the others follow it.
///
/// Errors: [`Reason::MustBeFilled`] for the template in the setup, and for its description;
/// [`Reason::Gone`] for the segment; [`Reason::NotFound`] and [`Reason::PrivacyBlocked`] for a contact;
/// [`Reason::AlreadyCreated`].
pub(in crate::domain) fn log(
    work: &mut Work,
    first: LogEntryId,
    contacts: &[ContactId],
    segment: Option<SegmentId>,
) -> Result<(), Refusal> {
    let setup = work.setup();
    let setup_name = setup.record_name();
    let template = setup.cover_sheet_template;
    let missing = || setup_name.refuse(Field::CoverSheetTemplate, Reason::MustBeFilled);
    let template = template.ok_or_else(missing)?;
    let template =
        work.find::<InteractionTemplate>(template, &setup_name, Field::CoverSheetTemplate)?;
    if template.description.is_empty() {
        let name = template.record_name();
        return Err(name.refuse(Field::Description, Reason::MustBeFilled));
    }
    let lines = match segment {
        Some(id) => first_lines(work, id)?,
        None => BTreeMap::new(),
    };
    let name = RecordName::unnamed(Table::LogEntry);
    let no = work.next_entry_nos(contacts.len() as u32);
    let mut counted_by = BTreeMap::new();
    for (n, id) in (0_u32..).zip(contacts) {
        let contact = work.find::<Contact>(*id, &name, Field::Contact)?;
        if contact.privacy_blocked {
            let name = contact.record_name();
            return Err(name.refuse(Field::Contact, Reason::PrivacyBlocked));
        }
        let mut entry = entry_of(work, &template, &contact, lines.get(id).map(|it| &**it));
        entry.id = following(first.0, n);
        entry.no = EntryNo(no.0 + n);
        editable::refuse_second::<LogEntry>(work, entry.id)?;
        if let Some(mention) = &entry.campaign {
            let counter = counted_by.entry(mention.id);
            let counter =
                counter.or_insert_with(|| campaign::entry::loose(work, mention.id, &entry));
            entry.campaign_entry = Some(*counter);
        }
        work.put(entry);
    }
    work.notice(Notice::CoverSheetsLogged(contacts.len() as u32));
    Ok(())
}

/// The first line of each contact of a segment.
fn first_lines(
    work: &Work,
    segment: SegmentId,
) -> Result<BTreeMap<ContactId, Arc<SegmentLine>>, Refusal> {
    if work.get::<Segment>(segment).is_none() {
        return Err(RecordName::unnamed(Table::Segment).refuse_all(Reason::Gone));
    }
    let mut first = BTreeMap::new();
    for line in lines_of(work, segment) {
        if let Some(contact) = line.contact {
            first.entry(contact).or_insert(line);
        }
    }
    Ok(first)
}

/// The entry, but for its id and its number.
fn entry_of(
    work: &Work,
    template: &InteractionTemplate,
    contact: &Contact,
    line: Option<&SegmentLine>,
) -> LogEntry {
    let of_line = line.and_then(|line| line.salesperson);
    let salesperson = of_line.or(contact.salesperson).or(Salesperson::mine(work));
    let salesperson = salesperson.and_then(|id| work.get::<Salesperson>(id));
    let campaign = line.and_then(|line| line.campaign.as_ref());
    let campaign = campaign.and_then(|mention| work.get::<Campaign>(mention.id));
    let language = line.and_then(|line| line.language.clone());
    let moment = work.moment();
    LogEntry {
        id: LogEntryId(template.id.0),
        no: EntryNo(0),
        state: EntryState::Logged,
        contact: Some(contact.id),
        company: contact.company(),
        date: Some(moment.work_date),
        time: Some(moment.proposed_time()),
        description: template.description.clone(),
        subject: template.description.clone(),
        template: Some(TemplateMention::template(
            template.id,
            template.code.clone(),
        )),
        group: template.group,
        language: language.or_else(|| template.default_language.clone()),
        attachment: None,
        information_flow: template.information_flow,
        initiated_by: template.initiated_by,
        evaluation: None,
        attempt_failed: false,
        cost: template.unit_cost,
        duration: template.unit_duration,
        salesperson: salesperson
            .map(|row| SalespersonMention::salesperson(row.id, row.code.clone())),
        correspondence_type: Some(CorrespondenceType::HardCopy),
        user: moment.user.clone(),
        written_at: moment.now,
        comments: Vec::new(),
        campaign: campaign.map(|row| CampaignMention::campaign(&row)),
        campaign_entry: None,
        campaign_target: template.campaign_target,
        campaign_response: template.campaign_response,
        segment_no: None,
        logged_segment: None,
        canceled: Canceled::default(),
    }
}

//! Log Segment: turns a segment into log entries, all or none, and what it would do
//! (`SegManagement.Codeunit.al: LogSegment, CheckSegmentLine`).
//!
//! Preview and logging look at a segment with the same eyes (`log/look.rs`), so what the preview shows
//! is what will happen. `log/run.rs` logs, some lines at a time.

mod look;
mod run;

pub(in crate::domain) use run::LogRun;

use self::look::Look;
use super::line::lines_of;
use super::{Segment, is_taken_or_logged};
use crate::domain::change::Revision;
use crate::domain::code::SegmentNo;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, SegmentId, SegmentLineId, SeriesId, TemplateId};
use crate::domain::moment::Moment;
use crate::domain::records::Records;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::values::Money;
use crate::domain::work::Work;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The follow-up segment to create.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Its id, made by whoever opened the dialog.
    pub segment: SegmentId,
    /// Its description, in the user's language: at most 50 characters count.
    pub description: String,
}

/// Longest description of a follow-up segment, in characters.
pub const FOLLOW_UP_MAX: usize = 50;

/// What logging a segment would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What Log Segment sends back: it is refused if the segment changed after this.
    pub seen: Revision,
    /// Why it would be refused, or none; as Log Segment would say it.
    pub refusal: Option<Refusal>,
    /// All that is wrong with lines, line by line, each in the order of the checks.
    pub failing: Vec<LineProblem>,
    /// How many interactions of each template, in order of the templates' codes.
    pub by_template: Vec<(TemplateId, u32)>,
    /// How many interactions in all.
    pub n_interactions: u32,
    /// How many lines vanish with the segment because they have no contact.
    pub n_without_contact: u32,
    /// How many interactions are logged without sending: the contact has no e-mail address.
    pub n_without_email: u32,
    /// How many campaign entries count them.
    pub n_campaign_entries: u32,
    /// What the interactions cost.
    pub cost: Money,
    /// How long they take, in minutes.
    pub minutes: u64,
    /// What a follow-up segment would hold.
    pub follow_up: FollowUpPreview,
}

/// Something wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineProblem {
    /// The line.
    pub line: SegmentLineId,
    /// Its line number.
    pub line_no: u32,
    /// Its contact, which may not exist any more.
    pub contact: ContactId,
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What a follow-up segment would hold.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUpPreview {
    /// The number it would get, or why there can be none.
    pub no: Result<SegmentNo, Refusal>,
    /// How many contacts.
    pub n_contacts: u32,
    /// How many lines are left out because their contact stands there already.
    pub n_duplicates: u32,
    /// How many contacts are left out because they are privacy blocked.
    pub n_blocked: u32,
}

/// What Log Segment would do now. `None` when the segment is gone.
pub fn preview(records: &Records, moment: &Moment, segment: SegmentId) -> Option<Preview> {
    let mut work = Work::new(records, moment);
    let header = work.get::<Segment>(segment)?;
    let lines = lines_of(&work, segment);
    let look = Look::of(&work, &header, &lines);
    let mut by_template: BTreeMap<_, (TemplateId, u32)> = BTreeMap::new();
    let mut campaigns = BTreeSet::new();
    let (mut cost, mut minutes) = (Money::default(), 0);
    for ready in &look.ready {
        let template = &ready.template;
        let of_template = by_template.entry(&template.code);
        of_template.or_insert((template.id, 0)).1 += 1;
        campaigns.extend(ready.campaign.as_ref().map(|campaign| campaign.id));
        cost.0 += ready.line.cost.0;
        minutes += u64::from(ready.line.duration.0);
    }
    let contacts = lines.iter().filter_map(|line| line.contact);
    let (kept, n_duplicates) = without_duplicates(contacts);
    let is_blocked = |id: &ContactId| {
        let contact = work.get::<Contact>(*id);
        contact.is_some_and(|contact| contact.privacy_blocked)
    };
    let n_blocked = kept.iter().filter(|id| is_blocked(id)).count() as u32;
    let n_without_email = look.ready.iter().filter(|it| it.loses_email()).count() as u32;
    Some(Preview {
        seen: records.revision(),
        refusal: look.refusal(&work, &header),
        by_template: by_template.into_values().collect(),
        n_interactions: look.ready.len() as u32,
        n_without_contact: look.n_without_contact,
        n_without_email,
        n_campaign_entries: campaigns.len() as u32,
        cost,
        minutes,
        follow_up: FollowUpPreview {
            n_contacts: kept.len() as u32 - n_blocked,
            n_duplicates,
            n_blocked,
            no: next_no(&mut work).map(|(no, _)| no),
        },
        failing: look.failing,
    })
}

/// Logs a segment: a logged segment, a campaign entry for each campaign, a log entry for each line
/// with a contact; the segment is gone, and there is a follow-up segment if one was asked for.
///
/// The checks, in this order, and the first that fails refuses: the segment is as the preview saw
/// it; no segment with its number was logged before; it has a description; line by line (those with
/// a contact) the date is filled, the contact exists and is not privacy blocked, the salesperson
/// and the template are filled and exist, the campaign, if filled, exists; there is a line with a
/// contact; a follow-up segment can be numbered.
pub(in crate::domain) fn log(
    work: &mut Work,
    id: SegmentId,
    seen: Revision,
    follow_up: Option<FollowUp>,
) -> Result<(), Refusal> {
    let mut run = LogRun::begin(work, id, seen, follow_up)?;
    while !run.step(work, usize::MAX)? {}
    Ok(())
}

/// The next number of segments. Errors: those of `Numbering::assign`.
fn next_no(work: &mut Work) -> Result<(SegmentNo, SeriesId), Refusal> {
    let numbering = work.setup().segment_numbering();
    numbering.assign(work, None, is_taken_or_logged)
}

/// Each contact once, in order of first mention, and how many mentions were left out.
fn without_duplicates(contacts: impl Iterator<Item = ContactId>) -> (Vec<ContactId>, u32) {
    let mut known = HashSet::new();
    let mut n_duplicates = 0;
    let kept = contacts
        .filter(|id| {
            let is_new = known.insert(*id);
            n_duplicates += u32::from(!is_new);
            is_new
        })
        .collect();
    (kept, n_duplicates)
}

//! What must be true of campaigns, segments, and the log entries that belong to them.

use super::{Found, Wrong, unique};
use crate::domain::campaign::entry::CampaignEntry;
use crate::domain::campaign::{Campaign, CampaignStatus};
use crate::domain::change::Key;
use crate::domain::contact::Contact;
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::records::Records;
use crate::domain::refusal::Field;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::criteria::CriteriaAction;
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::segment::selection::saved::SavedCriteria;
use std::collections::BTreeSet;

impl Records {
    pub(super) fn check_campaigns(&self, found: &mut Found) {
        unique::<CampaignStatus, _>(self, found, Field::Code, |row| &row.code);
        unique::<Campaign, _>(self, found, Field::No, |row| &row.no);
        for campaign in self.all::<Campaign>() {
            let campaign = &**campaign;
            found.refers::<_, Salesperson>(
                self,
                campaign,
                Field::Salesperson,
                campaign.salesperson,
            );
            found.refers::<_, CampaignStatus>(self, campaign, Field::Status, campaign.status);
            let ends = campaign.ending_date;
            if ends.is_some_and(|end| campaign.starting_date.is_some_and(|start| end < start)) {
                found.add(Key::Campaign(campaign.id), Wrong::EndsBeforeItStarts);
            }
        }
        unique::<LoggedSegment, _>(self, found, Field::No, |row| &row.no);
        unique::<CampaignEntry, _>(self, found, Field::No, |row| &row.no);
        for entry in self.all::<CampaignEntry>() {
            let entry = &**entry;
            found.refers::<_, Campaign>(self, entry, Field::Campaign, Some(entry.campaign));
            found.refers::<_, LoggedSegment>(self, entry, Field::LoggedSegment, entry.register);
            let register = entry.register.and_then(|id| self.get::<LoggedSegment>(id));
            if entry.canceled_by_segment != register.is_some_and(|row| row.canceled) {
                found.add(Key::CampaignEntry(entry.id), Wrong::CanceledDiffers);
            }
        }
    }

    pub(super) fn check_segments(&self, found: &mut Found) {
        unique::<Segment, _>(self, found, Field::No, |row| &row.no);
        for segment in self.all::<Segment>() {
            let segment = &**segment;
            found.refers::<_, Salesperson>(self, segment, Field::Salesperson, segment.salesperson);
            found.refers::<_, InteractionTemplate>(
                self,
                segment,
                Field::Template,
                segment.template,
            );
            found.refers::<_, InteractionGroup>(self, segment, Field::Group, segment.group);
            let key = Key::Segment(segment.id);
            let languages: BTreeSet<_> = segment.languages.iter().map(|l| &l.language).collect();
            if languages.len() < segment.languages.len() {
                found.add(key, Wrong::NotUnique(Field::Language));
            }
            let default = segment.language.as_ref();
            if default.is_some_and(|language| !languages.contains(language)) {
                found.add(key, Wrong::NotFound(Field::DefaultLanguage));
            }
            let actions = self.segments().actions(segment.id);
            let actions = actions.filter_map(|id| self.get::<CriteriaAction>(id));
            if !actions.map(|action| action.no).eq(1..=segment.n_actions) {
                found.add(key, Wrong::ActionsDiffer);
            }
        }
        let mut line_nos = BTreeSet::new();
        for line in self.all::<SegmentLine>() {
            let line = &**line;
            found.refers::<_, Segment>(self, line, Field::SegmentNo, Some(line.segment));
            found.refers::<_, Contact>(self, line, Field::Contact, line.contact);
            found.refers::<_, Salesperson>(self, line, Field::Salesperson, line.salesperson);
            found.refers::<_, InteractionTemplate>(self, line, Field::Template, line.template);
            found.refers::<_, InteractionGroup>(self, line, Field::Group, line.group);
            if !line_nos.insert((line.segment, line.line_no)) {
                found.add(Key::SegmentLine(line.id), Wrong::LineTwice(line.line_no));
            }
        }
        unique::<SavedCriteria, _>(self, found, Field::Code, |row| &row.code);
        for action in self.all::<CriteriaAction>() {
            found.refers::<_, Segment>(self, &**action, Field::SegmentNo, Some(action.segment));
        }
    }

    /// A log entry belongs to what exists, and is canceled with it.
    pub(super) fn check_canceled(&self, found: &mut Found, entry: &LogEntry) {
        let (logged, counted_by) = (entry.logged_segment, entry.campaign_entry);
        let logged = logged.and_then(|id| self.get::<LoggedSegment>(id));
        let counted_by = counted_by.and_then(|id| self.get::<CampaignEntry>(id));
        if entry.logged_segment.is_some() != logged.is_some() {
            found.add(
                Key::LogEntry(entry.id),
                Wrong::NotFound(Field::LoggedSegment),
            );
        }
        let campaign = entry.campaign.as_ref().map(|mention| mention.id);
        let other = counted_by.is_some_and(|row| Some(row.campaign) != campaign);
        if other || entry.campaign_entry.is_some() != counted_by.is_some() {
            found.add(Key::LogEntry(entry.id), Wrong::NotFound(Field::Campaign));
        }
        let canceled = entry.canceled;
        if canceled.by_segment != logged.is_some_and(|row| row.canceled)
            || canceled.by_campaign_entry != counted_by.is_some_and(|row| row.is_canceled())
        {
            found.add(Key::LogEntry(entry.id), Wrong::CanceledDiffers);
        }
    }
}

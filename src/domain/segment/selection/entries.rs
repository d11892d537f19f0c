//! What criteria ask of past interactions, and where to look for them.

use super::Section;
use super::fields::{ByCode, place};
use crate::domain::campaign::Campaign;
use crate::domain::contact::Contact;
use crate::domain::filter::{Days, Filter, Matcher, Value};
use crate::domain::id::{
    CampaignId, ContactId, GroupId, LoggedSegmentId, SalespersonId, TemplateId,
};
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::ledger::Scope;
use crate::domain::records::Records;
use crate::domain::refusal::Field;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::values::{CorrespondenceType, Evaluation, InformationFlow, InitiatedBy};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

/// What a section asks of interactions.
pub(super) struct EntryTest {
    asked: Vec<Asked>,
    counts_canceled: bool,
}

enum Asked {
    Value(fn(&LogEntry) -> Value<'_>, Matcher),
    Template(ByCode<TemplateId>),
    Group(ByCode<GroupId>),
    Salesperson(ByCode<SalespersonId>),
    Campaign(ByCode<CampaignId>),
    Logged(HashMap<LoggedSegmentId, bool>, bool),
}

impl EntryTest {
    pub(super) fn new(records: &Records, section: &Section, days: &Days) -> Self {
        let filters = section.filters();
        let mut asked: Vec<Asked> = filters
            .iter()
            .map(|it| asked_of(records, it.field, &it.filter, days))
            .collect();
        // What is looked up quickest first.
        asked.sort_by_key(|it| !matches!(it, Asked::Value(..)));
        Self {
            asked,
            counts_canceled: filters.iter().any(|it| it.field == Field::Canceled),
        }
    }

    /// True if the interaction passes.
    fn passes(&self, entry: &LogEntry) -> bool {
        let stands = !entry.is_postponed() && (self.counts_canceled || !entry.is_canceled());
        stands && self.asked.iter().all(|asked| asked.passes(entry))
    }

    /// True if an interaction with the contact itself passes; looks at its own ones, the newest
    /// first.
    pub(super) fn any_with(&self, records: &Records, contact: &Contact) -> bool {
        let entries = records.ledger().entries(Scope::Person(contact.id)).rev();
        let mut entries = entries.filter_map(|id| records.get::<LogEntry>(id));
        entries.any(|entry| self.passes(entry))
    }

    /// How many interactions [`EntryTest::contacts`] looks at.
    pub(super) fn n_looked_at(&self, records: &Records) -> usize {
        let all = records.ledger().count(Scope::All);
        self.narrowest(records).map_or(all, |(n, _)| n)
    }

    /// The contacts with an interaction that passes.
    pub(super) fn contacts(&self, records: &Records) -> HashSet<ContactId> {
        let passing = |entry: &LogEntry| entry.contact.filter(|_| self.passes(entry));
        match self.narrowest(records) {
            // A hundred entries are looked up in the time in which the whole log is gone through
            // row by row for some hundreds.
            Some((n, scopes)) if 4 * n < records.ledger().count(Scope::All) => {
                let ids = scopes
                    .into_iter()
                    .flat_map(|it| records.ledger().entries(it));
                let entries = ids.filter_map(|id| records.get::<LogEntry>(id));
                entries.filter_map(|entry| passing(entry)).collect()
            }
            _ => {
                let mut found = HashSet::new();
                records.show::<LogEntry>(None, &mut |entry| {
                    found.extend(passing(entry));
                    ControlFlow::Continue(())
                });
                found
            }
        }
    }

    /// The scopes of one field in which all that passes must lie, with the fewest entries.
    fn narrowest(&self, records: &Records) -> Option<(usize, Vec<Scope>)> {
        let ledger = records.ledger();
        let fields = self.asked.iter().filter_map(|asked| asked.scopes(records));
        let counted = fields.map(|scopes| {
            let n = scopes.iter().map(|scope| ledger.count(*scope)).sum();
            (n, scopes)
        });
        counted.min_by_key(|(n, _): &(usize, _)| *n)
    }
}

impl Asked {
    fn passes(&self, entry: &LogEntry) -> bool {
        match self {
            Self::Value(value, matcher) => matcher.matches(&value(entry)),
            Self::Template(codes) => {
                let mention = entry.template.as_ref();
                codes.passes(mention.map(|it| (it.id, it.code.as_str())))
            }
            Self::Group(codes) => codes.passes(entry.group.map(|id| (id, ""))),
            Self::Salesperson(codes) => {
                let mention = entry.salesperson.as_ref();
                codes.passes(mention.map(|it| (it.id, it.code.as_str())))
            }
            Self::Campaign(codes) => {
                let mention = entry.campaign.as_ref();
                codes.passes(mention.map(|it| (it.id, it.code.as_str())))
            }
            Self::Logged(known, blank) => match entry.logged_segment {
                Some(id) => known.get(&id).copied().unwrap_or(false),
                None => *blank,
            },
        }
    }

    /// The scopes of its field in which all that passes must lie.
    fn scopes(&self, records: &Records) -> Option<Vec<Scope>> {
        let ledger = records.ledger();
        Some(match self {
            Self::Template(codes) if codes.wants_some() => {
                let ids = ledger.templates().filter(|id| codes.may_pass(*id));
                ids.map(Scope::Template).collect()
            }
            Self::Group(codes) if codes.wants_some() => {
                let ids = ledger.groups().filter(|id| codes.may_pass(*id));
                ids.map(Scope::Group).collect()
            }
            Self::Salesperson(codes) if codes.wants_some() => {
                let ids = ledger.salespeople().filter(|id| codes.may_pass(*id));
                ids.map(Scope::Salesperson).collect()
            }
            Self::Campaign(codes) if codes.wants_some() => {
                let ids = ledger.campaigns().filter(|id| codes.may_pass(*id));
                ids.map(Scope::Campaign).collect()
            }
            Self::Logged(known, false) => {
                let passing = known.iter().filter(|(_, passes)| **passes);
                passing.map(|(id, _)| Scope::LoggedSegment(*id)).collect()
            }
            _ => return None,
        })
    }
}

fn asked_of(records: &Records, field: Field, filter: &Filter, days: &Days) -> Asked {
    let matcher = filter.resolve(days);
    let value: fn(&LogEntry) -> Value<'_> = match field {
        Field::Template => {
            let rows = records.all::<InteractionTemplate>();
            let rows = rows.map(|row| (row.id, row.code.as_str()));
            return Asked::Template(ByCode::new(matcher, rows));
        }
        Field::Group => {
            let rows = records.all::<InteractionGroup>();
            let rows = rows.map(|row| (row.id, row.code.as_str()));
            return Asked::Group(ByCode::new(matcher, rows));
        }
        Field::Salesperson => {
            let rows = records.all::<Salesperson>();
            let rows = rows.map(|row| (row.id, row.code.as_str()));
            return Asked::Salesperson(ByCode::new(matcher, rows));
        }
        Field::Campaign => {
            let rows = records.all::<Campaign>();
            let rows = rows.map(|row| (row.id, row.no.as_str()));
            return Asked::Campaign(ByCode::new(matcher, rows));
        }
        Field::LoggedSegment => {
            let passes = |no: u32| matcher.matches(&Value::Number(no.into()));
            let rows = records.all::<LoggedSegment>();
            let known = rows.map(|row| (row.id, passes(row.no.0))).collect();
            // One that belongs to none has no number, which is 0.
            return Asked::Logged(known, passes(0));
        }
        Field::Date => |row| Value::Date(row.date),
        Field::Description => |row| Value::Text(&row.description),
        Field::Evaluation => |row| place(Evaluation::ALL, row.evaluation),
        Field::Successful => |row| Value::YesNo(!row.attempt_failed),
        Field::InformationFlow => |row| place(InformationFlow::ALL, row.information_flow),
        Field::InitiatedBy => |row| place(InitiatedBy::ALL, row.initiated_by),
        Field::CorrespondenceType => |row| place(CorrespondenceType::ALL, row.correspondence_type),
        Field::Cost => |row| Value::Number(row.cost.0),
        Field::Duration => |row| Value::Number(row.duration.0.into()),
        Field::CampaignTarget => |row| Value::YesNo(row.campaign_target),
        Field::CampaignResponse => |row| Value::YesNo(row.campaign_response),
        Field::SegmentNo => |row| Value::Code(row.segment_no.as_ref().map_or("", |no| no.as_str())),
        Field::Canceled => |row| Value::YesNo(row.is_canceled()),
        other => unreachable!("an interaction is not filtered on {other:?}"),
    };
    Asked::Value(value, matcher)
}

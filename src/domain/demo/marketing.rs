//! Campaigns and segments of the demo company: two campaigns that are over, one that runs, one that
//! is planned; what was logged for them and followed up, and what somebody is preparing now.
//!
//! All is counted back from the present, so that something always runs. A segment is logged like any
//! other: what it wrote has no time of day.

use super::calendar::last_working_day;
use super::people::{PARTIES, SELLERS};
use super::random::Dice;
use super::templates::Stock;
use super::{Cast, DemoStep, hour};
use crate::domain::Revision;
use crate::domain::campaign::{CampaignEdit, StatusEdit};
use crate::domain::command::Command;
use crate::domain::filter::Neutral;
use crate::domain::id::{
    CampaignId, CampaignStatusId, ContactId, CriteriaActionId, SegmentId, SegmentLineId, following,
};
use crate::domain::refusal::Field;
use crate::domain::segment::SegmentEdit;
use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::line_edit::LineEdit;
use crate::domain::segment::log::FollowUp;
use crate::domain::segment::question::Answer;
use crate::domain::segment::selection::saved::SavedEdit;
use crate::domain::segment::selection::{Criteria, Options, Part, Section};
use crate::domain::values::{Evaluation, Money};
use chrono::{Days, NaiveDate, NaiveDateTime};

/// The names of campaigns and segments, in the language the demo is loaded in.
#[expect(missing_docs, reason = "each field is named after what it describes")]
pub struct MarketingTexts {
    pub segment_series: &'static str,
    pub campaign_series: &'static str,
    pub planned: &'static str,
    pub started: &'static str,
    pub closed: &'static str,
    /// The campaigns: over, over, running, planned.
    pub showroom: &'static str,
    pub terrace: &'static str,
    pub office: &'static str,
    pub school: &'static str,
    /// The segments that were logged, and the one that follows each up.
    pub showroom_invitation: &'static str,
    pub showroom_calls: &'static str,
    pub terrace_letter: &'static str,
    pub terrace_answers: &'static str,
    pub office_mail: &'static str,
    pub office_calls: &'static str,
    /// Those that are open.
    pub quiet_customers: &'static str,
    pub school_letter: &'static str,
    /// A line that is not like the others.
    pub visit_instead: &'static str,
    /// The saved criteria.
    pub buyers: &'static str,
}

/// The steps so far, and whom and when they are about.
struct Plan<'a> {
    dice: &'a mut Dice,
    cast: &'a Cast,
    now: NaiveDateTime,
    steps: Vec<DemoStep>,
}

/// A revision that no form can be older than.
const SEEN: Revision = Revision(u64::MAX);

/// All of it. Statuses and campaigns are there from the first day on.
pub(super) fn marketing(
    dice: &mut Dice,
    cast: &Cast,
    now: NaiveDateTime,
    texts: &MarketingTexts,
) -> Vec<DemoStep> {
    let mut plan = Plan {
        dice,
        cast,
        now,
        steps: Vec::new(),
    };
    let statuses = plan.statuses(texts);
    let showroom = plan.campaign(&statuses, texts.showroom, (620, Some(560)), 0);
    let terrace = plan.campaign(&statuses, texts.terrace, (250, Some(180)), 2);
    let office = plan.campaign(&statuses, texts.office, (34, None), 1);
    let school = plan.planned(&statuses, texts.school, 4);
    plan.showroom(showroom, texts);
    plan.terrace(terrace, texts);
    plan.office(office, texts);
    plan.open(school, texts);
    plan.steps
}

impl Plan<'_> {
    /// A command of a seller, on the last working day before so many days ago.
    fn step(&mut self, days_ago: u64, minutes: u32, seller: usize, command: Command) {
        let day = last_working_day(self.now.date() - Days::new(days_ago));
        let at = day.and_time(hour(8)) + chrono::Duration::minutes(minutes.into());
        self.steps.push(DemoStep {
            at,
            by: SELLERS[seller].name,
            command,
        });
    }

    fn id<I: From<uuid::Uuid>>(&mut self, days_ago: u64) -> I {
        let day = self.now.date() - Days::new(days_ago);
        self.dice.id(day.and_time(hour(8)))
    }

    /// Planned, started, closed.
    fn statuses(&mut self, texts: &MarketingTexts) -> [CampaignStatusId; 3] {
        let rows = [
            ("PLANNED", texts.planned),
            ("STARTED", texts.started),
            ("CLOSED", texts.closed),
        ];
        let mut commands = Vec::new();
        let ids = rows.map(|(code, description)| {
            let id = self.id(700);
            let edits = vec![
                StatusEdit::Code(code.into()),
                StatusEdit::Description(description.into()),
            ];
            commands.push(Command::CreateCampaignStatus(id, edits));
            id
        });
        self.step(700, 40, 0, Command::All(commands));
        ids
    }

    /// A campaign that began so many days ago, and ended.
    fn campaign(
        &mut self,
        [planned, started, closed]: &[CampaignStatusId; 3],
        description: &str,
        (begins, ends): (u64, Option<u64>),
        seller: usize,
    ) -> CampaignId {
        let id = self.id(begins + 20);
        let first = last_working_day(self.now.date() - Days::new(begins));
        let last = match ends {
            Some(ends) => self.now.date() - Days::new(ends),
            None => self.now.date() + Days::new(45),
        };
        let edits = self.plan(*planned, description, (first, last), seller);
        self.step(begins + 20, 65, seller, Command::CreateCampaign(id, edits));
        let now_is = |status| Command::EditCampaign(id, SEEN, CampaignEdit::Status(Some(status)));
        self.step(begins, 5, seller, now_is(*started));
        if let Some(ends) = ends {
            self.step(ends - 3, 95, seller, now_is(*closed));
        }
        id
    }

    /// What a campaign is when it is planned.
    fn plan(
        &self,
        planned: CampaignStatusId,
        description: &str,
        (first, last): (NaiveDate, NaiveDate),
        seller: usize,
    ) -> Vec<CampaignEdit> {
        vec![
            CampaignEdit::Description(description.into()),
            CampaignEdit::StartingDate(Some(first)),
            CampaignEdit::EndingDate(Some(last)),
            CampaignEdit::Salesperson(Some(self.cast.sellers[seller])),
            CampaignEdit::Status(Some(planned)),
        ]
    }

    /// A campaign that begins in a month.
    fn planned(
        &mut self,
        [planned, ..]: &[CampaignStatusId; 3],
        description: &str,
        seller: usize,
    ) -> CampaignId {
        let id = self.id(9);
        let day = |n| self.now.date() + Days::new(n);
        let edits = self.plan(*planned, description, (day(30), day(90)), seller);
        self.step(9, 70, seller, Command::CreateCampaign(id, edits));
        id
    }

    /// An invitation to the newsletter's readers, and calls to them.
    fn showroom(&mut self, campaign: CampaignId, texts: &MarketingTexts) {
        let criteria = only(section(Part::MailingGroup, Field::Code, "NEWS"));
        let header = self.header(texts.showroom_invitation, Stock::Email, campaign);
        let segment = self.by_criteria(612, 0, header, criteria);
        let calls = self.logged(611, 0, segment, Some(texts.showroom_calls));
        let calls = calls.expect("a follow-up segment");
        self.continued_by(598, 0, calls, Stock::Outgoing);
        // Who is a buyer is called; the others come or do not.
        let buyers = only(section(
            Part::JobResponsibility,
            Field::Code,
            "PURCHASE|DESIGN",
        ));
        self.apply(598, 0, calls, ActionKind::Refine, buyers);
        self.logged(596, 0, calls, None);
    }

    /// A letter to hotels and cafés, and those who answered.
    fn terrace(&mut self, campaign: CampaignId, texts: &MarketingTexts) {
        let mut criteria = only(section(Part::IndustryGroup, Field::Code, "HOTEL|CAFE"));
        criteria
            .sections
            .push(section(Part::Contact, Field::Type, "0"));
        let header = self.header(texts.terrace_letter, Stock::Bus, campaign);
        let segment = self.by_criteria(244, 2, header, criteria);
        self.logged(243, 2, segment, None);
        let mut header = self.header(texts.terrace_answers, Stock::Income, campaign);
        header.push(SegmentEdit::CampaignTarget(false));
        header.push(SegmentEdit::CampaignResponse(true));
        let answered = ["tunturilinna", "aurinkoranta", "suolasirkka", "merenkurkku"];
        let contacts = answered.map(|domain| self.first_person(domain));
        let (answers, lines) = self.by_hand(226, 2, header, &contacts);
        for (n, evaluation) in [
            (0, Evaluation::VeryPositive),
            (1, Evaluation::Positive),
            (3, Evaluation::Neutral),
        ] {
            let edit = LineEdit::Evaluation(Some(evaluation));
            let edit = Command::EditSegmentLines(vec![lines[n]], SEEN, edit);
            self.step(226, 75, 2, edit);
        }
        self.logged(226, 2, answers, None);
    }

    /// A mail to offices, whose follow-up somebody is working on.
    fn office(&mut self, campaign: CampaignId, texts: &MarketingTexts) {
        let mut criteria = only(section(Part::IndustryGroup, Field::Code, "OFFICE"));
        criteria
            .sections
            .push(section(Part::Contact, Field::Type, "1"));
        let header = self.header(texts.office_mail, Stock::Email, campaign);
        let segment = self.by_criteria(31, 1, header, criteria);
        let calls = self.logged(30, 1, segment, Some(texts.office_calls));
        let calls = calls.expect("a follow-up segment");
        self.continued_by(16, 1, calls, Stock::Outgoing);
        let caller = self.salesperson(1);
        let edit = Command::EditSegment(calls, SEEN, caller, Answer::Yes);
        self.step(16, 50, 1, edit);
    }

    /// What somebody is preparing: calls to customers who were not heard of for long, found by
    /// criteria, with two lines of their own; and a letter, by hand.
    fn open(&mut self, school: CampaignId, texts: &MarketingTexts) {
        let buyers = section(Part::JobResponsibility, Field::Code, "PURCHASE|MANAGE");
        let quiet = Section::has_no(Part::Interaction);
        let quiet = quiet
            .with(Field::Date, "-45D..", &Neutral)
            .expect("a filter");
        let criteria = Criteria {
            sections: vec![buyers, quiet],
            options: Options::default(),
        };
        let header = vec![
            SegmentEdit::Description(texts.quiet_customers.into()),
            SegmentEdit::Template {
                template: Some(self.cast.templates[Stock::Outgoing as usize]),
                keep_campaign: false,
            },
            self.salesperson(0),
        ];
        let (segment, action) = (self.id(4), self.action(4));
        self.step(4, 30, 0, Command::CreateSegment(segment, header));
        let add = Command::ApplyCriteria(segment, SEEN, ActionKind::Add, criteria.into(), action);
        self.step(4, 40, 0, add);
        let line = |n| vec![following::<SegmentLineId>(action.0, n)];
        let visit = LineEdit::Template(Some(self.cast.templates[Stock::Onsite as usize]));
        for (minutes, n, edit) in [
            (50, 1, visit),
            (51, 1, LineEdit::Description(texts.visit_instead.into())),
            (55, 2, LineEdit::Cost(Money(250))),
        ] {
            self.step(
                4,
                minutes,
                0,
                Command::EditSegmentLines(line(n), SEEN, edit),
            );
        }
        let saved = self.id(4);
        let edits = vec![
            SavedEdit::Code("QUIET".into()),
            SavedEdit::Description(texts.buyers.into()),
        ];
        self.step(4, 60, 0, Command::SaveCriteria(segment, SEEN, saved, edits));

        let mut header = self.header(texts.school_letter, Stock::Bus, school);
        header.push(self.salesperson(4));
        let contacts = ["koskenranta", "jokisuunkirjasto", "stonebridge"];
        let contacts = contacts.map(|domain| self.first_person(domain));
        self.by_hand(2, 4, header, &contacts);
    }

    /// A header whose contacts are targets of the campaign.
    fn header(&self, description: &str, stock: Stock, campaign: CampaignId) -> Vec<SegmentEdit> {
        vec![
            SegmentEdit::Description(description.into()),
            SegmentEdit::Campaign(Some(campaign)),
            self.template(stock),
            SegmentEdit::CampaignTarget(true),
        ]
    }

    fn salesperson(&self, seller: usize) -> SegmentEdit {
        SegmentEdit::Salesperson(Some(self.cast.sellers[seller]))
    }

    fn template(&self, stock: Stock) -> SegmentEdit {
        SegmentEdit::Template {
            template: Some(self.cast.templates[stock as usize]),
            keep_campaign: true,
        }
    }

    fn action(&mut self, days_ago: u64) -> CriteriaActionId {
        self.id(days_ago)
    }

    /// A segment filled by criteria.
    fn by_criteria(
        &mut self,
        days_ago: u64,
        seller: usize,
        header: Vec<SegmentEdit>,
        criteria: Criteria,
    ) -> SegmentId {
        let segment = self.id(days_ago);
        self.step(
            days_ago,
            30,
            seller,
            Command::CreateSegment(segment, header),
        );
        self.apply(days_ago, seller, segment, ActionKind::Add, criteria);
        segment
    }

    fn apply(
        &mut self,
        days_ago: u64,
        seller: usize,
        segment: SegmentId,
        kind: ActionKind,
        criteria: Criteria,
    ) {
        let action = self.action(days_ago);
        let apply = Command::ApplyCriteria(segment, SEEN, kind, Box::new(criteria), action);
        self.step(days_ago, 45, seller, apply);
    }

    /// A segment filled by hand, and its lines.
    fn by_hand(
        &mut self,
        days_ago: u64,
        seller: usize,
        header: Vec<SegmentEdit>,
        contacts: &[ContactId],
    ) -> (SegmentId, Vec<SegmentLineId>) {
        let segment = self.id(days_ago);
        self.step(
            days_ago,
            30,
            seller,
            Command::CreateSegment(segment, header),
        );
        let lines: Vec<_> = contacts
            .iter()
            .map(|contact| (self.id(days_ago), *contact))
            .collect();
        let ids = lines.iter().map(|(id, _)| *id).collect();
        self.step(
            days_ago,
            60,
            seller,
            Command::AddSegmentLines(segment, lines),
        );
        (segment, ids)
    }

    /// Gives a follow-up segment its template, and its lines all that comes with it.
    fn continued_by(&mut self, days_ago: u64, seller: usize, segment: SegmentId, stock: Stock) {
        let edit = Command::EditSegment(segment, SEEN, self.template(stock), Answer::Yes);
        self.step(days_ago, 20, seller, edit);
        let refresh = Command::RefreshSegmentLines(segment, SEEN);
        self.step(days_ago, 22, seller, refresh);
    }

    /// Logs a segment, and gives the one that follows it up, if one is wanted.
    fn logged(
        &mut self,
        days_ago: u64,
        seller: usize,
        segment: SegmentId,
        follow_up: Option<&str>,
    ) -> Option<SegmentId> {
        let follow_up = follow_up.map(|description| FollowUp {
            segment: self.id(days_ago),
            description: description.into(),
        });
        let next = follow_up.as_ref().map(|it| it.segment);
        let log = Command::LogSegment(segment, SEEN, follow_up);
        self.step(days_ago, 190, seller, log);
        next
    }

    /// The person of a customer whom one writes to.
    fn first_person(&self, domain: &str) -> ContactId {
        let at = PARTIES.iter().position(|party| party.domain == domain);
        let known = &self.cast.parties[at.expect("the demo's own customers")];
        known.persons.first().copied().unwrap_or(known.id)
    }
}

fn section(part: Part, field: Field, filter: &str) -> Section {
    let section = Section::has(part).with(field, filter, &Neutral);
    section.expect("the demo's filters are filters")
}

fn only(section: Section) -> Criteria {
    Criteria {
        sections: vec![section],
        options: Options::default(),
    }
}

//! Segments and campaigns at the desk: their words, and how they are shown.
//!
//! A header in words: `no SM9`, `description 'x'`, `campaign CP1`, `salesperson JK`,
//! `date 2026-03-01`, `template OUT`, `template-kept OUT` (the campaign stays), `language FI`,
//! `subject 'x'`, `type email`, `ignore on`, `cost 1.00`, `duration 5`, `flow out`, `by us`,
//! `target on`, `response on`, `add-language FI`, `subject-in FI 'x'`, `remove-language FI`.
//! A line: the same where it has them, `time 10:00`, `evaluation positive`, `failed`, and
//! `back cost` for the header's value.

use super::criteria::describe_criteria;
use super::show::{Line, code_of, describe_contact};
use super::words::{Words, code};
use super::{Desk, describe_entry};
use expect_test::Expect;
use lokikirja::domain::campaign::entry::CampaignEntry;
use lokikirja::domain::id::{LoggedSegmentId, SegmentId, SegmentLineId};
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::segment::SegmentEdit;
use lokikirja::domain::segment::criteria::{CriteriaAction, Origin};
use lokikirja::domain::segment::languages::LineContent;
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::line_edit::{LineEdit, LineField};
use lokikirja::domain::segment::log::FollowUp;
use lokikirja::domain::segment::logged::LoggedSegment;
use lokikirja::domain::segment::question::{self, Answer, Question};
use lokikirja::domain::segment::{Segment, line_edit};
use lokikirja::domain::{Command, Revision};

impl Desk {
    /// Creates a segment and gives its number.
    #[track_caller]
    pub fn create_segment(&mut self, words: &str) -> String {
        let id = self.new_id();
        let edits = self.segment_edits(words);
        self.must(Command::CreateSegment(id, edits));
        self.row::<Segment>(id).no.to_string()
    }

    /// What a change of the header would ask.
    #[track_caller]
    pub fn asks(&self, no: &str, words: &str) -> Option<Question> {
        let [edit]: [SegmentEdit; 1] = self.segment_edits(words).try_into().expect("one edit");
        question::of_edit(&self.records, self.segment(no), &edit)
    }

    /// The command that changes one field of a header.
    #[track_caller]
    pub fn segment_command(&self, no: &str, words: &str, answer: Answer) -> Command {
        let [edit]: [SegmentEdit; 1] = self.segment_edits(words).try_into().expect("one edit");
        let id = self.segment(no);
        Command::EditSegment(id, self.revision::<Segment>(id), edit, answer)
    }

    /// Changes fields of a header; whatever is asked is answered so.
    #[track_caller]
    pub fn change_segment(&mut self, no: &str, words: &str, answer: Answer) {
        let id = self.segment(no);
        for edit in self.segment_edits(words) {
            let seen = self.revision::<Segment>(id);
            self.must(Command::EditSegment(id, seen, edit, answer));
        }
    }

    #[track_caller]
    fn segment_edits(&self, words: &str) -> Vec<SegmentEdit> {
        let statements = Words::of(words).into_iter();
        statements.map(|words| self.segment_edit(words)).collect()
    }

    #[track_caller]
    fn segment_edit(&self, mut words: Words) -> SegmentEdit {
        let what = words.next();
        match what.as_str() {
            "no" => SegmentEdit::No(words.next()),
            "description" => SegmentEdit::Description(words.next()),
            "campaign" => SegmentEdit::Campaign(words.optional().map(|no| self.campaign(&no))),
            "salesperson" => {
                SegmentEdit::Salesperson(words.optional().map(|code| self.salesperson(&code)))
            }
            "date" => SegmentEdit::Date(words.date()),
            "template" | "template-kept" => SegmentEdit::Template {
                template: words.optional().map(|code| self.template(&code)),
                keep_campaign: what == "template-kept",
            },
            "language" => SegmentEdit::Language(words.optional().map(|it| code(&it))),
            "subject" => SegmentEdit::Subject(words.next()),
            "type" => SegmentEdit::CorrespondenceType(words.correspondence_type()),
            "ignore" => SegmentEdit::IgnoreContactCorrespondenceType(words.on_or_off()),
            "cost" => SegmentEdit::UnitCost(words.money()),
            "duration" => SegmentEdit::UnitDuration(words.minutes()),
            "flow" => SegmentEdit::InformationFlow(words.flow()),
            "by" => SegmentEdit::InitiatedBy(words.initiated_by()),
            "target" => SegmentEdit::CampaignTarget(words.on_or_off()),
            "response" => SegmentEdit::CampaignResponse(words.on_or_off()),
            "add-language" => SegmentEdit::AddLanguage(code(&words.next())),
            "subject-in" => SegmentEdit::LanguageSubject(code(&words.next()), words.next()),
            "remove-language" => SegmentEdit::RemoveLanguage(code(&words.next())),
            other => panic!("a segment has no {other:?}"),
        }
    }

    /// Adds contacts by hand in one go: `CT1 CT2`.
    #[track_caller]
    pub fn add(&mut self, no: &str, contacts: &str) {
        let command = self.add_command(no, contacts);
        self.must(command);
    }

    /// The command that adds contacts by hand.
    #[track_caller]
    pub fn add_command(&mut self, no: &str, contacts: &str) -> Command {
        let segment = self.segment(no);
        let lines = contacts.split_whitespace();
        let lines = lines.map(|no| (self.new_id(), self.contact(no))).collect();
        Command::AddSegmentLines(segment, lines)
    }

    /// The ids of a segment's lines, in order.
    #[track_caller]
    pub fn line_ids(&self, no: &str) -> Vec<SegmentLineId> {
        self.records.segments().lines(self.segment(no)).collect()
    }

    /// The nth line of a segment, from 1 on.
    #[track_caller]
    pub fn line(&self, no: &str, nth: usize) -> SegmentLine {
        SegmentLine::clone(&self.row::<SegmentLine>(self.line_ids(no)[nth - 1]))
    }

    /// The command that changes fields of lines, counted from 1; none of them means all.
    #[track_caller]
    pub fn line_command(&self, no: &str, nths: &[usize], words: &str) -> Command {
        let ids = self.line_ids(no);
        let chosen = match nths {
            [] => ids,
            nths => nths.iter().map(|nth| ids[nth - 1]).collect(),
        };
        let [words]: [Words; 1] = Words::of(words).try_into().expect("one edit");
        let edit = self.line_edit(words);
        Command::EditSegmentLines(chosen, self.records.revision(), edit)
    }

    /// Changes fields of lines one after the other.
    #[track_caller]
    pub fn change_lines(&mut self, no: &str, nths: &[usize], words: &str) {
        for statement in words.split(';') {
            let command = self.line_command(no, nths, statement);
            self.must(command);
        }
    }

    #[track_caller]
    fn line_edit(&self, mut words: Words) -> LineEdit {
        match words.next().as_str() {
            "description" => LineEdit::Description(words.next()),
            "template" => LineEdit::Template(words.optional().map(|code| self.template(&code))),
            "salesperson" => {
                LineEdit::Salesperson(words.optional().map(|code| self.salesperson(&code)))
            }
            "type" => LineEdit::CorrespondenceType(words.correspondence_type()),
            "language" => LineEdit::Language(words.optional().map(|it| code(&it))),
            "subject" => LineEdit::Subject(words.next()),
            "cost" => LineEdit::Cost(words.money()),
            "duration" => LineEdit::Duration(words.minutes()),
            "flow" => LineEdit::InformationFlow(words.flow()),
            "by" => LineEdit::InitiatedBy(words.initiated_by()),
            "campaign" => LineEdit::Campaign(words.optional().map(|no| self.campaign(&no))),
            "target" => LineEdit::CampaignTarget(words.on_or_off()),
            "response" => LineEdit::CampaignResponse(words.on_or_off()),
            "date" => LineEdit::Date(words.date()),
            "time" => LineEdit::Time(words.time()),
            "evaluation" => LineEdit::Evaluation(words.evaluation()),
            "failed" => LineEdit::AttemptFailed(true),
            "back" => {
                let name = words.next();
                let mut fields = LineField::ALL.iter();
                let found = fields.find(|it| format!("{it:?}").to_lowercase() == name);
                LineEdit::FromHeader(*found.unwrap_or_else(|| panic!("no field {name:?}")))
            }
            other => panic!("a line has no {other:?}"),
        }
    }

    /// Enters another contact in a line, or none.
    #[track_caller]
    pub fn enter(&mut self, no: &str, nth: usize, contact: &str) {
        let command = self.enter_command(no, nth, contact);
        self.must(command);
    }

    /// The command that enters another contact in a line.
    #[track_caller]
    pub fn enter_command(&mut self, no: &str, nth: usize, contact: &str) -> Command {
        let line = self.line_ids(no)[nth - 1];
        let contact = (contact != "-").then(|| self.contact(contact));
        let action = self.new_id();
        // The id after it counts as used.
        self.ids_made += 1;
        Command::ChangeLineContact(line, self.records.revision(), contact, action)
    }

    /// Deletes lines, counted from 1.
    #[track_caller]
    pub fn delete_lines(&mut self, no: &str, nths: &[usize], answer: Answer) {
        let (id, ids) = (self.segment(no), self.line_ids(no));
        let going = nths.iter().map(|nth| ids[nth - 1]).collect();
        let (seen, action) = (self.revision::<Segment>(id), self.new_id());
        self.must(Command::DeleteSegmentLines(id, seen, going, action, answer));
    }

    /// Go Back.
    #[track_caller]
    pub fn go_back(&mut self, no: &str) {
        let id = self.segment(no);
        let seen = self.revision::<Segment>(id);
        self.must(Command::GoBackInSegment(id, seen));
    }

    /// Refresh Lines from Header.
    #[track_caller]
    pub fn refresh(&mut self, no: &str) {
        let id = self.segment(no);
        let seen = self.revision::<Segment>(id);
        self.must(Command::RefreshSegmentLines(id, seen));
    }

    /// The command that logs a segment, with a follow-up segment or without.
    #[track_caller]
    pub fn log_command(&mut self, no: &str, follow_up: bool) -> Command {
        let follow_up = follow_up.then(|| FollowUp {
            segment: self.new_id::<SegmentId>(),
            description: format!("Follow-up on segment {no}"),
        });
        Command::LogSegment(self.segment(no), self.records.revision(), follow_up)
    }

    /// Logs a segment.
    #[track_caller]
    pub fn log_segment(&mut self, no: &str, follow_up: bool) {
        let command = self.log_command(no, follow_up);
        self.must(command);
    }

    /// The logged segment with this entry number.
    #[track_caller]
    pub fn logged(&self, no: u32) -> LoggedSegmentId {
        let found = self.records.segments().logged_by_no(EntryNo(no));
        found.unwrap_or_else(|| panic!("no logged segment {no}"))
    }

    /// Switches the checkmark in Canceled of logged segments, campaign entries or log entries.
    #[track_caller]
    pub fn switch(&mut self, kind: &str, nos: &[u32]) {
        let command = self.switch_command(kind, nos);
        self.must(command);
    }

    /// The command that switches checkmarks.
    #[track_caller]
    pub fn switch_command(&self, kind: &str, nos: &[u32]) -> Command {
        let seen = self.records.revision();
        let index = self.records.campaign_entries();
        let campaign_entry = |no: &u32| index.by_no(EntryNo(*no)).expect("a campaign entry");
        match kind {
            "segments" => {
                let ids = nos.iter().map(|no| self.logged(*no));
                Command::SwitchLoggedSegments(ids.collect(), seen)
            }
            "campaign-entries" => {
                Command::SwitchCampaignEntries(nos.iter().map(campaign_entry).collect(), seen)
            }
            "entries" => {
                let ids = nos.iter().map(|no| self.entry_id(*no));
                Command::SwitchLogEntries(ids.collect(), seen)
            }
            other => panic!("{other:?} have no checkmark"),
        }
    }

    /// Compares a segment: its header, then its lines and criteria actions.
    #[track_caller]
    pub fn segment_is(&self, no: &str, expected: Expect) {
        let header = self.row::<Segment>(self.segment(no));
        let mut all = vec![self.describe_header(&header)];
        for id in self.records.segments().lines(header.id) {
            all.push(self.describe_line(&header, &self.row::<SegmentLine>(id)));
        }
        for id in self.records.segments().actions(header.id) {
            all.push(self.describe_action(&self.row::<CriteriaAction>(id)));
        }
        expected.assert_eq(&all.join("\n"));
    }

    /// Compares the whole log, one entry a line.
    #[track_caller]
    pub fn whole_log(&self, expected: Expect) {
        let ids = self
            .records
            .ledger()
            .entries(lokikirja::domain::ledger::Scope::All);
        let lines = ids.map(|id| describe_entry(&self.records, &self.row::<LogEntry>(id)));
        expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    }

    /// Compares the register: logged segments, then campaign entries.
    #[track_caller]
    pub fn register(&self, expected: Expect) {
        use lokikirja::domain::campaign::entry;
        use lokikirja::domain::segment::logged;
        let mut lines = Vec::new();
        for id in self.records.segments().logged() {
            let row = self.row::<LoggedSegment>(id);
            let sum = logged::figures(&self.records, &row);
            let mut line = Line::default();
            line.put("segment", Some(row.no));
            line.put("", Some(&row.segment_no));
            line.text("", &row.description);
            line.put("", Some(row.created_on));
            line.put("interactions", Some(sum.n_interactions));
            line.put("campaign-entries", Some(sum.n_campaign_entries));
            line.put("", row.canceled.then_some("canceled"));
            lines.push(line.0.join(" "));
        }
        for id in self.records.campaign_entries().all() {
            let row = self.row::<CampaignEntry>(id);
            let sum = entry::figures(&self.records, &row);
            let campaign = self
                .records
                .get::<lokikirja::domain::campaign::Campaign>(row.campaign);
            let mut line = Line::default();
            line.put("campaign-entry", Some(row.no));
            line.put(
                "of",
                Some(code_of(campaign, |campaign| campaign.no.to_string())),
            );
            line.text("", &row.description);
            line.put("", row.date);
            line.put("from", row.segment_no.as_ref());
            line.put("by", row.salesperson.as_ref().map(|it| &it.code));
            let register = row.register.map(|id| self.row::<LoggedSegment>(id).no);
            line.put("register", register);
            line.put("interactions", Some(sum.n_interactions));
            line.cost_and_minutes(sum.cost, sum.minutes as u32);
            line.put("", row.canceled_singly.then_some("canceled"));
            line.put("", row.canceled_by_segment.then_some("canceled-by-segment"));
            lines.push(line.0.join(" "));
        }
        expected.assert_eq(&lines.join("\n"));
    }

    fn describe_header(&self, header: &Segment) -> String {
        let mut line = Line::default();
        line.put("", Some(&header.no));
        line.text("", &header.description);
        line.put("for", header.campaign.as_ref().map(|it| &it.code));
        line.put(
            "by",
            header.salesperson.map(|id| self.code_of_salesperson(id)),
        );
        line.put("", header.date);
        line.put(
            "template",
            header.template.map(|id| self.code_of_template(id)),
        );
        line.put("language", header.language.as_ref());
        for row in &header.languages {
            let content = if row.attachment.is_some() { "*" } else { "" };
            line.put("has", Some(format!("{}{content}", row.language)));
            line.text("", &row.subject);
        }
        line.value(header.correspondence_type);
        line.put(
            "",
            header
                .ignore_contact_correspondence_type
                .then_some("ignores"),
        );
        line.value(header.information_flow);
        line.value(header.initiated_by);
        line.cost_and_minutes(header.unit_cost, header.unit_duration.0);
        line.put("", header.campaign_target.then_some("target"));
        line.put("", header.campaign_response.then_some("response"));
        line.0.join(" ")
    }

    fn describe_line(&self, header: &Segment, row: &SegmentLine) -> String {
        let mut line = Line::default();
        line.put(" ", Some(row.line_no));
        line.put(
            "",
            row.contact.map(|id| describe_contact(&self.records, id)),
        );
        line.text("", &row.description);
        line.put("for", row.campaign.as_ref().map(|it| &it.code));
        line.put("by", row.salesperson.map(|id| self.code_of_salesperson(id)));
        line.date_and_time(row.date, row.time);
        line.put("template", row.template.map(|id| self.code_of_template(id)));
        line.put("language", row.language.as_ref());
        line.text("subject", &row.subject);
        let content = row.content(header);
        line.value((content != LineContent::None).then_some(content));
        line.value(row.correspondence_type);
        line.value(row.information_flow);
        line.value(row.initiated_by);
        line.value(row.evaluation);
        line.put("", row.attempt_failed.then_some("failed"));
        line.cost_and_minutes(row.cost, row.duration.0);
        line.put("", row.campaign_target.then_some("target"));
        line.put("", row.campaign_response.then_some("response"));
        let differing = line_edit::differing(&self.records, header, row);
        line.value((!differing.is_empty()).then_some(differing));
        line.0.join(" ")
    }

    fn describe_action(&self, action: &CriteriaAction) -> String {
        let contacts = action.steps.iter().filter_map(|step| step.contact);
        let contacts: Vec<String> = contacts
            .map(|id| describe_contact(&self.records, id))
            .collect();
        let origin = match &action.origin {
            Origin::ByHand => String::new(),
            Origin::Logged(no) => format!(" of logged segment {no}"),
            Origin::Criteria(criteria) => {
                let n = action.n_changed();
                format!(" {n} by: {}", describe_criteria(criteria))
            }
        };
        let (no, kind) = (action.no, action.kind);
        format!("  action {no} {kind:?} {}{origin}", contacts.join(" "))
    }

    fn code_of_salesperson(&self, id: lokikirja::domain::id::SalespersonId) -> String {
        code_of(self.records.get::<Salesperson>(id), |row| {
            row.code.to_string()
        })
    }

    fn code_of_template(&self, id: lokikirja::domain::id::TemplateId) -> String {
        let row = self.records.get::<InteractionTemplate>(id);
        code_of(row, |row| row.code.to_string())
    }

    /// Reuses a logged segment.
    #[track_caller]
    pub fn reuse(&mut self, no: &str, logged: u32) {
        let (id, logged, action) = (self.segment(no), self.logged(logged), self.new_id());
        let seen = self.revision::<Segment>(id);
        self.must(Command::ReuseLoggedSegment(id, seen, logged, action));
    }

    /// A revision at which nothing has been seen.
    pub fn long_ago(&self) -> Revision {
        Revision(0)
    }
}

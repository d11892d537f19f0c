//! The words that set a desk up, and those that fill a form in.
//!
//! A company: `contact CT1 'Adatum Oy' …`, `person CT2 'Anna Aalto' of CT1 …` with
//! `salesperson JK`, `language FI`, `type email`, `email a@b.fi`, `blocked`, `excluded`;
//! `mailing NEWS 'Newsletter'`, `industry`, `relation`, `responsibility`, `level`, `salutation`;
//! `in NEWS CT1 CT2` puts contacts into a group; `formula MR FI 'Hyvä {{contact.name}}'` is formal;
//! `salesperson JK 'Name' [blocked] [privacy-blocked]`; `group PHONE 'Calls'`;
//! `campaign CP1 'Spring' [JK]`; `segments-from SEGM SM01`; `campaigns-from CAMP CP01`;
//! `template OUT 'Call' …` with `group PHONE`, `cost 8.40`, `duration 6`, `flow out`, `by us`,
//! `type paper`, `ignores`, `campaign CP1`, `target`, `response`, `language FI`, `content FI`, `default FI`;
//! `last-entry 317`; `user 'Kim'`; `me JK`; `now 2026-03-04 10:15:20`; `work-date 2026-03-02`.
//! What a statement refers to stands before it.

use super::Desk;
use super::words::{Words, code};
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use lokikirja::domain::Moment;
use lokikirja::domain::campaign::CampaignEdit;
use lokikirja::domain::contact::{Contact, ContactKind, Person};
use lokikirja::domain::id::SeriesId;
use lokikirja::domain::interaction::Comment;
use lokikirja::domain::interaction::finish::date_of_new_comment;
use lokikirja::domain::interaction::form::{FormEdit, InteractionForm};
use lokikirja::domain::interaction::template::{
    InteractionGroup, InteractionTemplate, TemplateLanguage,
};
use lokikirja::domain::number_series::SeriesEdit;
use lokikirja::domain::number_series::lines::LineEdit;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::setup::{Counters, SetupEdit};
use lokikirja::domain::values::{Minutes, Money};
use lokikirja::domain::{Command, Revision};

/// This local time in Helsinki in winter; the work date is that day.
pub(super) fn moment(local: NaiveDateTime, before: &Moment) -> Moment {
    Moment {
        now: DateTime::from_naive_utc_and_offset(local - Duration::hours(2), Utc),
        local,
        work_date: local.date(),
        ..before.clone()
    }
}

impl Desk {
    /// Adds to the company, as one change set per statement.
    #[track_caller]
    pub fn seed(&mut self, words: &str) {
        for mut words in Words::of(words) {
            match words.next().as_str() {
                "contact" => self.seed_contact(words, false),
                "person" => self.seed_contact(words, true),
                "salesperson" => self.seed_salesperson(words),
                "group" => self.seed_group(words),
                kind @ ("mailing" | "industry" | "relation" | "responsibility" | "level"
                | "salutation") => self.seed_class(kind, words),
                "formula" => self.seed_formula(words),
                "in" => self.seed_members(words),
                "campaign" => self.seed_campaign(words),
                "segments-from" => self.seed_series(words, SetupEdit::SegmentNos),
                "campaigns-from" => self.seed_series(words, SetupEdit::CampaignNos),
                "template" => self.seed_template(words),
                "last-entry" => {
                    let log_entry = words.number();
                    let before = self.records.counters();
                    self.put(Counters {
                        log_entry,
                        ..before
                    });
                }
                "user" => self.moment.user = words.next(),
                "me" => self.moment.my_salesperson = Some(self.salesperson(&words.next())),
                "now" => self.moment = moment(words.date_time(), &self.moment),
                "work-date" => {
                    let date = words.date();
                    self.moment.work_date = date.expect("a work date");
                }
                other => panic!("{other:?} cannot be set up"),
            }
        }
    }

    fn seed_contact(&mut self, mut words: Words, is_person: bool) {
        let no = code(&words.next());
        let name = words.next();
        let mut person = Person::default();
        if let Some((first, rest)) = name.split_once(' ') {
            person.first_name = first.into();
            person.surname = rest.into();
        } else {
            person.first_name = name.clone();
        }
        let mut contact = Contact {
            id: self.new_id(),
            no,
            no_series: None,
            kind: ContactKind::Company,
            name,
            address: String::new(),
            address_2: String::new(),
            post_code: String::new(),
            city: String::new(),
            country: None,
            phone: String::new(),
            mobile_phone: String::new(),
            email: String::new(),
            home_page: String::new(),
            salesperson: None,
            language: None,
            correspondence_type: None,
            privacy_blocked: false,
            salutation: None,
            exclude_from_segment: false,
        };
        while !words.is_empty() {
            match words.next().as_str() {
                "of" => person.company = Some(self.contact(&words.next())),
                "salesperson" => contact.salesperson = Some(self.salesperson(&words.next())),
                "language" => contact.language = Some(code(&words.next())),
                "type" => contact.correspondence_type = words.correspondence_type(),
                "email" => contact.email = words.next(),
                "blocked" => contact.privacy_blocked = true,
                "excluded" => contact.exclude_from_segment = true,
                other => panic!("a contact has no {other:?}"),
            }
        }
        if is_person {
            contact.kind = ContactKind::Person(person);
        }
        self.put(contact);
    }

    fn seed_salesperson(&mut self, mut words: Words) {
        let mut salesperson = Salesperson {
            id: self.new_id(),
            code: code(&words.next()),
            name: words.next(),
            job_title: String::new(),
            phone: String::new(),
            email: String::new(),
            blocked: false,
            privacy_blocked: false,
        };
        while !words.is_empty() {
            match words.next().as_str() {
                "blocked" => salesperson.blocked = true,
                "privacy-blocked" => salesperson.privacy_blocked = true,
                other => panic!("a salesperson has no {other:?}"),
            }
        }
        self.put(salesperson);
    }

    fn seed_group(&mut self, mut words: Words) {
        let id = self.new_id();
        self.put(InteractionGroup {
            id,
            code: code(&words.next()),
            description: words.next(),
        });
    }

    fn seed_campaign(&mut self, mut words: Words) {
        let id = self.new_id();
        let mut edits = vec![
            CampaignEdit::No(words.next()),
            CampaignEdit::Description(words.next()),
        ];
        if !words.is_empty() {
            let salesperson = self.salesperson(&words.next());
            edits.push(CampaignEdit::Salesperson(Some(salesperson)));
        }
        self.must(Command::CreateCampaign(id, edits));
    }

    fn seed_series(&mut self, mut words: Words, setting: fn(Option<SeriesId>) -> SetupEdit) {
        let (code, first) = (words.next(), words.next());
        let id = self.new_id();
        let edits = vec![
            SeriesEdit::Code(code),
            SeriesEdit::DefaultNos(true),
            SeriesEdit::ManualNos(true),
            SeriesEdit::AddLine,
            SeriesEdit::Line(1, LineEdit::StartingNo(first)),
        ];
        self.must(Command::CreateNumberSeries(id, edits));
        self.must(Command::EditSetup(Revision(u64::MAX), setting(Some(id))));
    }

    fn seed_template(&mut self, mut words: Words) {
        let mut template = InteractionTemplate {
            id: self.new_id(),
            code: code(&words.next()),
            group: None,
            description: words.next(),
            unit_cost: Money::default(),
            unit_duration: Minutes::default(),
            information_flow: None,
            initiated_by: None,
            correspondence_type: None,
            ignore_contact_correspondence_type: false,
            default_language: None,
            languages: Vec::new(),
            campaign: None,
            campaign_target: false,
            campaign_response: false,
        };
        while !words.is_empty() {
            match words.next().as_str() {
                "group" => template.group = Some(self.group(&words.next())),
                "cost" => template.unit_cost = words.money(),
                "duration" => template.unit_duration = words.minutes(),
                "flow" => template.information_flow = words.flow(),
                "by" => template.initiated_by = words.initiated_by(),
                "type" => template.correspondence_type = words.correspondence_type(),
                "campaign" => template.campaign = Some(self.campaign(&words.next())),
                "target" => template.campaign_target = true,
                "response" => template.campaign_response = true,
                "ignores" => template.ignore_contact_correspondence_type = true,
                "default" => template.default_language = Some(code(&words.next())),
                kind @ ("language" | "content") => {
                    let attachment = (kind == "content").then(|| self.new_id());
                    template.languages.push(TemplateLanguage {
                        language: code(&words.next()),
                        description: String::new(),
                        attachment,
                    });
                }
                other => panic!("a template has no {other:?}"),
            }
        }
        self.put(template);
    }

    /// Form edits in words: `contact CT1`, `named adatum`, `template OUT`, `description 'x'`,
    /// `salesperson JK`, `language FI`, `type email`, `date 2026-03-01`, `time 10:00`, `flow in`,
    /// `by us`, `evaluation positive`, `failed`, `reached`, `cost 9.00`, `duration 17`,
    /// `campaign CP1`, `target on`, `response on`, `comment 'x'` (adds one). `-` makes a field blank.
    #[track_caller]
    pub fn form_edits(&self, words: &str, form: &InteractionForm) -> Vec<FormEdit> {
        let mut comments = form.comments.clone();
        let mut edit = |mut words: Words| match words.next().as_str() {
            "contact" => FormEdit::Contact(words.optional().map(|no| self.contact(&no))),
            "named" => FormEdit::ContactName(words.next()),
            "template" => FormEdit::Template(words.optional().map(|code| self.template(&code))),
            "description" => FormEdit::Description(words.next()),
            "salesperson" => {
                FormEdit::Salesperson(words.optional().map(|code| self.salesperson(&code)))
            }
            "language" => FormEdit::Language(words.optional().map(|language| code(&language))),
            "type" => FormEdit::CorrespondenceType(words.correspondence_type()),
            "date" => FormEdit::Date(words.date()),
            "time" => FormEdit::Time(words.time()),
            "flow" => FormEdit::InformationFlow(words.flow()),
            "by" => FormEdit::InitiatedBy(words.initiated_by()),
            "evaluation" => FormEdit::Evaluation(words.evaluation()),
            "failed" => FormEdit::Successful(false),
            "reached" => FormEdit::Successful(true),
            "cost" => FormEdit::Cost(words.money()),
            "duration" => FormEdit::Duration(words.minutes()),
            "campaign" => FormEdit::Campaign(words.optional().map(|no| self.campaign(&no))),
            "target" => FormEdit::CampaignTarget(words.on_or_off()),
            "response" => FormEdit::CampaignResponse(words.on_or_off()),
            "comment" => {
                comments.push(Comment {
                    date: date_of_new_comment(&comments, self.moment.work_date),
                    text: words.next(),
                });
                FormEdit::Comments(comments.clone())
            }
            other => panic!("a form has no {other:?}"),
        };
        Words::of(words).into_iter().map(&mut edit).collect()
    }
}

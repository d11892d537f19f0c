//! How the desk shows records: short lines for snapshots, in the words that fill them in. Blank
//! values are left out.

use chrono::{NaiveDate, NaiveTime};
use lokikirja::domain::campaign::Campaign;
use lokikirja::domain::campaign::entry::CampaignEntry;
use lokikirja::domain::change::Record;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::id::{AttachmentId, ContactId, TemplateId};
use lokikirja::domain::interaction::form::InteractionForm;
use lokikirja::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use lokikirja::domain::interaction::{Comment, LogEntry};
use lokikirja::domain::privacy::ErasedContact;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::segment::logged::LoggedSegment;
use lokikirja::domain::values::Money;
use lokikirja::domain::{Records, Refusal};
use std::fmt::{Debug, Display};

/// A refusal: table, number or code, field, reason.
pub fn describe_refusal(refusal: &Refusal) -> String {
    let field = refusal.field.map(|field| format!("{field:?}"));
    let label = Some(refusal.record.label.clone()).filter(|label| !label.is_empty());
    let reason = format!("{:?}", refusal.reason);
    let table = format!("{:?}", refusal.record.table);
    let parts = [Some(table), label, field, Some(reason)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A contact by its number.
pub fn describe_contact(records: &Records, id: ContactId) -> String {
    match records.get::<ErasedContact>(id) {
        Some(_) => "erased".into(),
        None => code_of(records.get::<Contact>(id), |contact| contact.no.to_string()),
    }
}

/// An entry on one line.
pub fn describe_entry(records: &Records, entry: &LogEntry) -> String {
    let mut line = Line::default();
    line.put("", Some(entry.no));
    line.put("", entry.contact.map(|id| describe_contact(records, id)));
    let company = entry.company.filter(|id| Some(*id) != entry.contact);
    line.put("of", company.map(|id| describe_contact(records, id)));
    line.put("", entry.template.as_ref().map(|mention| &mention.code));
    let group = entry.group.map(|id| {
        code_of(records.get::<InteractionGroup>(id), |group| {
            group.code.to_string()
        })
    });
    line.put("in", group);
    line.put(
        "by",
        entry.salesperson.as_ref().map(|mention| &mention.code),
    );
    line.date_and_time(entry.date, entry.time);
    line.text("", &entry.description);
    if !entry.is_postponed() && entry.subject != entry.description {
        line.text("subject", &entry.subject);
    }
    line.put("language", entry.language.as_ref());
    line.content(records, entry.attachment);
    line.value(entry.correspondence_type);
    line.value(entry.information_flow);
    line.value(entry.initiated_by);
    line.value(entry.evaluation);
    line.put("", entry.attempt_failed.then_some("failed"));
    line.cost_and_minutes(entry.cost, entry.duration.0);
    line.put("for", entry.campaign.as_ref().map(|mention| &mention.code));
    let counted_by = entry
        .campaign_entry
        .map(|id| code_of(records.get::<CampaignEntry>(id), |row| row.no.to_string()));
    line.put("counted-by", counted_by);
    line.put("", entry.campaign_target.then_some("target"));
    line.put("", entry.campaign_response.then_some("response"));
    line.put("from", entry.segment_no.as_ref());
    let logged = entry
        .logged_segment
        .map(|id| code_of(records.get::<LoggedSegment>(id), |row| row.no.to_string()));
    line.put("logged-as", logged);
    let canceled = entry.canceled;
    line.put("", canceled.singly.then_some("canceled"));
    line.put("", canceled.by_segment.then_some("canceled-by-segment"));
    let by_campaign = canceled.by_campaign_entry;
    line.put("", by_campaign.then_some("canceled-by-campaign-entry"));
    line.comments(&entry.comments);
    line.text("user", &entry.user);
    line.0.join(" ")
}

/// A form on one line.
pub fn describe_form(records: &Records, form: &InteractionForm) -> String {
    let mut line = Line::default();
    let contact = form.contact.map(|id| describe_contact(records, id));
    line.put(lock("contact", form.contact_locked), contact);
    line.put("template", form.template.map(|id| template(records, id)));
    let salesperson = form.salesperson.map(|id| {
        code_of(records.get::<Salesperson>(id), |salesperson| {
            salesperson.code.to_string()
        })
    });
    line.put(lock("salesperson", form.salesperson_locked), salesperson);
    line.date_and_time(form.date, form.time);
    line.text("", &form.description);
    line.put("language", form.language.as_ref());
    line.content(records, form.attachment);
    line.value(form.correspondence_type);
    line.value(form.information_flow);
    line.value(form.initiated_by);
    line.value(form.evaluation);
    line.put("", (!form.successful).then_some("failed"));
    line.cost_and_minutes(form.cost, form.duration.0);
    let campaign = form.campaign;
    let campaign = campaign.map(|id| code_of(records.get::<Campaign>(id), |c| c.no.to_string()));
    line.put(lock("campaign", form.campaign_locked), campaign);
    line.put("", form.campaign_target.then_some("target"));
    line.put("", form.campaign_response.then_some("response"));
    line.comments(&form.comments);
    line.0.join(" ")
}

fn template(records: &Records, id: TemplateId) -> String {
    code_of(records.get::<InteractionTemplate>(id), |template| {
        template.code.to_string()
    })
}

pub fn code_of<R: Record>(
    row: Option<&std::sync::Arc<R>>,
    code: impl FnOnce(&R) -> String,
) -> String {
    row.map_or_else(|| "(gone)".into(), |row| code(row))
}

fn lock(name: &'static str, locked: bool) -> &'static str {
    match (name, locked) {
        ("contact", true) => "locked contact",
        ("campaign", true) => "locked campaign",
        ("salesperson", true) => "locked salesperson",
        _ => name,
    }
}

/// A line that is put together word by word.
#[derive(Default)]
pub struct Line(pub Vec<String>);

impl Line {
    pub fn put(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            if !name.is_empty() {
                self.0.push(name.into());
            }
            self.0.push(value.to_string());
        }
    }

    pub fn value(&mut self, value: Option<impl Debug>) {
        self.put("", value.map(|value| format!("{value:?}")));
    }

    pub fn text(&mut self, name: &str, text: &str) {
        self.put(name, (!text.is_empty()).then(|| format!("'{text}'")));
    }

    pub fn date_and_time(&mut self, date: Option<NaiveDate>, time: Option<NaiveTime>) {
        self.put("", date);
        self.put("", time.map(|time| time.format("%H:%M").to_string()));
    }

    pub fn cost_and_minutes(&mut self, cost: Money, minutes: u32) {
        let cents = (cost != Money(0)).then(|| format!("{}.{:02}", cost.0 / 100, cost.0 % 100));
        self.put("cost", cents);
        self.put("", (minutes > 0).then(|| format!("{minutes} min")));
    }

    /// The content, by the template and language it belongs to.
    fn content(&mut self, records: &Records, attachment: Option<AttachmentId>) {
        let Some(id) = attachment else { return };
        let owner = records.all::<InteractionTemplate>().find_map(|template| {
            let mut languages = template.languages.iter();
            let row = languages.find(|row| row.attachment == Some(id))?;
            Some(format!("{}/{}", template.code, row.language))
        });
        self.put("content", Some(owner.unwrap_or_else(|| "(own)".into())));
    }

    fn comments(&mut self, comments: &[Comment]) {
        for comment in comments {
            let date = comment.date.map(|date| format!("{date} "));
            let date = date.unwrap_or_default();
            self.put("comment", Some(format!("{date}'{}'", comment.text)));
        }
    }
}

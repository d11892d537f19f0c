//! How the desk shows master records: their cards in the words of `masters.rs`. Blank values are
//! left out.

use lokikirja::domain::Records;
use lokikirja::domain::contact::{Contact, ContactKind};
use lokikirja::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use lokikirja::domain::number_series::{NumberSeries, SeriesLine};
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::setup::MarketingSetup;
use std::fmt::{Debug, Display};

/// A contact's card.
pub fn describe_card(records: &Records, contact: &Contact) -> String {
    let mut card = Card::default();
    card.add("", Some(&contact.no));
    card.text("", &contact.name);
    match &contact.kind {
        ContactKind::Company => {}
        ContactKind::Person(person) => {
            let company = person.company.and_then(|id| records.get::<Contact>(id));
            card.text("first", &person.first_name);
            card.text("middle", &person.middle_name);
            card.text("surname", &person.surname);
            card.text("title", &person.job_title);
            card.add("of", company.map(|company| &company.no));
        }
    }
    card.text("address", &contact.address);
    card.text("address-2", &contact.address_2);
    card.text("post-code", &contact.post_code);
    card.text("city", &contact.city);
    card.add("country", contact.country.as_ref());
    card.text("phone", &contact.phone);
    card.text("mobile", &contact.mobile_phone);
    card.text("email", &contact.email);
    card.text("page", &contact.home_page);
    card.salesperson(records, contact.salesperson);
    card.add("language", contact.language.as_ref());
    card.value(contact.correspondence_type);
    card.mark("blocked", contact.privacy_blocked);
    let series = contact
        .no_series
        .map(|id| records.get::<NumberSeries>(id).map(|row| &row.code));
    card.add("series", series.flatten());
    card.done()
}

/// A series: its switches, then its lines, one below the other.
pub fn describe_series(records: &Records, series: &NumberSeries) -> String {
    let mut card = Card::default();
    card.add("", Some(&series.code));
    card.text("", &series.description);
    card.mark("automatic", series.default_nos);
    card.mark("typed", series.manual_nos);
    card.mark("ordered", series.date_order);
    for id in &series.related {
        let related = records.get::<NumberSeries>(*id);
        card.add("related", related.map(|related| &related.code));
    }
    let lines = series.lines.iter().map(describe_line);
    let cards = [card.done()].into_iter().chain(lines);
    cards.collect::<Vec<_>>().join("\n")
}

fn describe_line(line: &SeriesLine) -> String {
    let mut card = Card::default();
    card.add("", Some(line.line_no));
    card.add("from", line.starting_date);
    card.add("start", line.starting_no.as_ref());
    card.add("end", line.ending_no.as_ref());
    card.add("warn", line.warning_no.as_ref());
    card.add("last", line.last_no_used.as_ref());
    card.add("on", line.last_date_used);
    card.add("by", Some(line.increment_by).filter(|step| *step != 1));
    card.mark("gaps", line.allow_gaps);
    card.mark("closed", !line.is_open());
    card.done()
}

/// The marketing setup.
pub fn describe_setup(records: &Records, setup: &MarketingSetup) -> String {
    let mut card = Card::default();
    card.text("", &setup.currency);
    let series = setup.contact_nos;
    let series = series.and_then(|id| records.get::<NumberSeries>(id));
    card.add("contacts-from", series.map(|series| &series.code));
    card.mark("inherit-salesperson", setup.inherit.salesperson);
    card.mark("inherit-country", setup.inherit.country);
    card.mark("inherit-language", setup.inherit.language);
    card.mark("inherit-address", setup.inherit.address);
    card.mark("inherit-communication", setup.inherit.communication);
    card.salesperson(records, setup.defaults.salesperson);
    card.add("country", setup.defaults.country.as_ref());
    card.add("language", setup.defaults.language.as_ref());
    card.value(setup.defaults.correspondence_type);
    let own = &setup.own;
    for text in [
        &own.address,
        &own.address_2,
        &own.post_code,
        &own.city,
        &own.phone,
        &own.email,
        &own.home_page,
    ] {
        card.text("own", text);
    }
    card.add("own-country", own.country.as_ref());
    let template = setup.cover_sheet_template;
    let template = template.and_then(|id| records.get::<InteractionTemplate>(id));
    card.add("cover-sheets", template.map(|row| &row.code));
    card.done()
}

/// A template with its languages.
pub fn describe_template(records: &Records, template: &InteractionTemplate) -> String {
    let mut card = Card::default();
    card.add("", Some(&template.code));
    let group = template.group;
    let group = group.and_then(|id| records.get::<InteractionGroup>(id));
    card.add("group", group.map(|group| &group.code));
    card.text("", &template.description);
    let cost = template.unit_cost.0;
    card.add(
        "cost",
        (cost != 0).then(|| format!("{}.{:02}", cost / 100, cost % 100)),
    );
    let duration = template.unit_duration.0;
    card.add("duration", (duration != 0).then_some(duration));
    card.value(template.information_flow);
    card.value(template.initiated_by);
    card.value(template.correspondence_type);
    card.mark("ignores", template.ignore_contact_correspondence_type);
    card.add("default", template.default_language.as_ref());
    for row in &template.languages {
        card.add("language", Some(&row.language));
        card.text("", &row.description);
    }
    card.done()
}

#[derive(Default)]
struct Card(Vec<String>);

impl Card {
    fn add(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            let name = Some(name.to_owned()).filter(|name| !name.is_empty());
            self.0.extend(name);
            self.0.push(value.to_string());
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.add(name, (!text.is_empty()).then(|| format!("'{text}'")));
    }

    fn value(&mut self, value: Option<impl Debug>) {
        self.add("", value.map(|value| format!("{value:?}")));
    }

    fn mark(&mut self, name: &str, on: bool) {
        self.add("", on.then_some(name));
    }

    fn salesperson(&mut self, records: &Records, id: Option<lokikirja::domain::id::SalespersonId>) {
        let row = id.and_then(|id| records.get::<Salesperson>(id));
        self.add("salesperson", row.map(|row| &row.code));
    }

    fn done(self) -> String {
        self.0.join(" ")
    }
}

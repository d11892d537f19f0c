//! English: what a company starts with.

use super::marketing::{CLASSES, MARKETING, STARTER_CLASSES};
use crate::domain::demo::DemoTexts;
use crate::domain::starter::{Named, StarterTexts};

pub(super) const STARTER: StarterTexts = StarterTexts {
    contact_series: "Contacts",
    segment_series: MARKETING.segment_series,
    campaign_series: MARKETING.campaign_series,
    calls: named("PHONE", "Phone calls"),
    meetings: named("MEETING", "Meetings and visits"),
    letters: named("LETTER", "Letters and e-mails"),
    incoming_call: named("INCOMING", "Incoming call"),
    outgoing_call: named("OUTGOING", "Outgoing call"),
    visit: named("VISIT", "Customer visit"),
    meeting: named("MEETING", "Meeting at our office"),
    letter: named("LETTER", "Letter"),
    email: named("EMAIL", "E-mail"),
    classes: STARTER_CLASSES,
};

pub(super) const fn named(code: &'static str, description: &'static str) -> Named {
    Named { code, description }
}

pub(super) const DEMO: DemoTexts = DemoTexts {
    contact_series: "Contacts",
    letters: "Letters",
    meetings: "Meetings",
    phone: "Phone calls",
    system: "E-mails and invitations",
    documents: "Documents",
    abstract_of_meeting: "Summary of a meeting",
    business_letter: "Business letter",
    memo: "Memo",
    golf: "Invitation to the golf day",
    incoming_call: "Incoming call",
    outgoing_call: "Outgoing call",
    meeting_in_house: "Meeting at our office",
    visit: "Customer visit",
    workshop: "Workshop",
    document: "Document received",
    email: "E-mail",
    cover_sheet: "Cover sheet",
    meeting_invitation: "Invitation to a meeting",
    classes: CLASSES,
    marketing: MARKETING,
};

//! English: what a company starts with.

use super::marketing::{CLASSES, MARKETING};
use crate::domain::classification::ClassKind;
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

const fn named(code: &'static str, description: &'static str) -> Named {
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

const STARTER_CLASSES: &[(ClassKind, &[Named])] = &[
    (
        ClassKind::MailingGroup,
        &[
            named("NEWSLETTER", "Newsletter"),
            named("CHRISTMAS", "Christmas card"),
            named("EVENTS", "Invitations to events"),
        ],
    ),
    (
        ClassKind::IndustryGroup,
        &[
            named("RETAIL", "Retail and wholesale"),
            named("MANUFACT", "Manufacturing"),
            named("CONSTRUCT", "Construction"),
            named("SERVICES", "Services"),
            named("PUBLIC", "Public sector"),
        ],
    ),
    (
        ClassKind::BusinessRelation,
        &[
            named("CUSTOMER", "Customer"),
            named("PROSPECT", "Prospective customer"),
            named("VENDOR", "Vendor"),
            named("PARTNER", "Partner"),
        ],
    ),
    (
        ClassKind::JobResponsibility,
        &[
            named("PURCHASE", "Purchasing"),
            named("SALES", "Sales"),
            named("MARKETING", "Marketing"),
            named("FINANCE", "Finance"),
            named("PRODUCTION", "Production"),
        ],
    ),
    (
        ClassKind::OrganizationalLevel,
        &[
            named("TOP", "Top management"),
            named("MIDDLE", "Middle management"),
            named("STAFF", "Staff"),
        ],
    ),
    (
        ClassKind::Salutation,
        &[
            named("COMPANY", "Company"),
            named("FORMAL", "Formal, by surname"),
            named("INFORMAL", "Informal, by first name"),
        ],
    ),
];

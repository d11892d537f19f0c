//! English: what contacts are classified by, campaigns and segments, where they become data.

use super::starter::named;
use crate::domain::classification::ClassKind;
use crate::domain::demo::{ClassTexts, MarketingTexts};
use crate::domain::starter::Named;

pub(super) const STARTER_CLASSES: &[(ClassKind, &[Named])] = &[
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

pub(super) const CLASSES: ClassTexts = ClassTexts {
    newsletter: "Newsletter",
    christmas: "Christmas card",
    golf: "Golf day",
    hotels: "Hotels and cruise ships",
    cafes: "Cafés and restaurants",
    offices: "Offices",
    clinics: "Clinics",
    schools: "Schools and libraries",
    trade: "Retailers and designers",
    customer: "Customer",
    prospect: "Prospective customer",
    reseller: "Reseller",
    purchases: "Purchasing",
    management: "Management",
    design: "Design",
    operations: "Operations and premises",
    top: "Top management",
    middle: "Middle management",
    staff: "Specialists",
    company: "Company",
    formal: "Formal, by surname",
    first_name: "Informal, by first name",
};

pub(super) const MARKETING: MarketingTexts = MarketingTexts {
    segment_series: "Segments",
    campaign_series: "Campaigns",
    planned: "Planned",
    started: "Started",
    closed: "Closed",
    showroom: "Opening of the new showroom",
    terrace: "Terrace season",
    office: "The quiet office",
    school: "Furniture for schools",
    showroom_invitation: "Invitation to the showroom opening",
    showroom_calls: "Calls to the buyers invited",
    terrace_letter: "Terrace furniture brochure",
    terrace_answers: "Answers to the terrace campaign",
    office_mail: "Introducing the quiet office",
    office_calls: "Calls after the introduction",
    quiet_customers: "Decision makers not heard of for long",
    school_letter: "Letter to schools and libraries",
    visit_instead: "A visit instead of a call",
    buyers: "Buyers and managers, no contact for 45 days",
};

//! The pages, and whose interactions a page shows.

use super::escape;
use crate::domain::classification::ClassKind;
use crate::domain::code::{
    CampaignNo, Code, ContactNo, GroupCode, SalespersonCode, SegmentNo, SeriesCode, TemplateCode,
};
use crate::domain::interaction::EntryNo;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// Today in one look.
    Home,
    /// The list of contacts.
    Contacts,
    /// One contact.
    Contact(ContactNo),
    /// All that is known about one contact.
    Report(ContactNo),
    /// The list of salespeople.
    Salespeople,
    /// One salesperson.
    Salesperson(SalespersonCode),
    /// The interaction log, or the part of it that belongs to a record.
    Interactions(Context),
    /// One log entry.
    Interaction(EntryNo),
    /// The postponed interactions, or those that belong to a record.
    Postponed(Context),
    /// The list of interaction templates.
    Templates,
    /// One interaction template.
    Template(TemplateCode),
    /// The list of interaction groups.
    Groups,
    /// The list of open segments.
    Segments,
    /// One open segment.
    Segment(SegmentNo),
    /// Address labels to print.
    Labels(Recipients),
    /// Cover sheets to print.
    CoverSheets(Recipients),
    /// The list of logged segments.
    LoggedSegments,
    /// One logged segment, by its entry number.
    LoggedSegment(EntryNo),
    /// The list of campaigns.
    Campaigns,
    /// One campaign.
    Campaign(CampaignNo),
    /// The stages that a campaign goes through.
    CampaignStatuses,
    /// The criteria saved for use in other segments.
    SavedCriteria,
    /// One of the tables that contacts are classified by.
    Classes(ClassKind),
    /// Getting started, and the way to all settings.
    Setup,
    /// Backup and restore.
    Backup,
    /// Looking the records through, and repairing them.
    CheckData,
    /// The marketing setup.
    MarketingSetup,
    /// The list of number series.
    NumberSeries,
    /// One number series with its lines.
    OneSeries(SeriesCode),
    /// A link to the demo company, which leads on to its home page.
    Demo,
    /// Every part in every state; not linked from anywhere.
    Gallery,
    /// An address that leads nowhere, as it was typed.
    NotFound(String),
}

/// For whom something is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipients {
    /// The contacts of an open segment.
    Segment(SegmentNo),
    /// These contacts, one at least.
    Contacts(Vec<ContactNo>),
}

impl Recipients {
    /// The address of what is printed for them: `segments/SM00001/labels`, `labels/CT000001/CT000002`.
    fn path(&self, what: &str) -> String {
        match self {
            Self::Segment(no) => format!("segments/{}/{what}", escape(no.as_str())),
            Self::Contacts(nos) => {
                let nos = nos.iter().map(|no| escape(no.as_str()));
                let parts: Vec<String> = std::iter::once(what.to_owned()).chain(nos).collect();
                parts.join("/")
            }
        }
    }

    fn contacts(nos: &[&str]) -> Option<Self> {
        let nos: Option<Vec<_>> = nos.iter().map(|no| Code::new(no).ok()).collect();
        nos.filter(|nos| !nos.is_empty()).map(Self::Contacts)
    }
}

/// Whose interactions a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Context {
    /// Everybody's.
    #[default]
    All,
    /// A contact's: a company's with those of its persons.
    Contact(ContactNo),
    /// A salesperson's.
    Salesperson(SalespersonCode),
    /// Those of a template.
    Template(TemplateCode),
    /// Those of a group.
    Group(GroupCode),
    /// Those of a logged segment, by its entry number.
    LoggedSegment(EntryNo),
    /// Those of a campaign.
    Campaign(CampaignNo),
}

impl Page {
    pub(super) fn path(&self) -> String {
        let one = |list: &str, code: &str| format!("{list}/{}", escape(code));
        match self {
            Self::Home => String::new(),
            Self::Contacts => "contacts".into(),
            Self::Contact(no) => one("contacts", no.as_str()),
            Self::Report(no) => format!("{}/report", one("contacts", no.as_str())),
            Self::Salespeople => "salespeople".into(),
            Self::Salesperson(code) => one("salespeople", code.as_str()),
            Self::Interactions(_) => "interactions".into(),
            Self::Interaction(no) => format!("interactions/{no}"),
            Self::Postponed(_) => "postponed".into(),
            Self::Templates => "templates".into(),
            Self::Template(code) => one("templates", code.as_str()),
            Self::Groups => "groups".into(),
            Self::Segments => "segments".into(),
            Self::Segment(no) => one("segments", no.as_str()),
            Self::Labels(to) => to.path("labels"),
            Self::CoverSheets(to) => to.path("cover-sheets"),
            Self::LoggedSegments => "logged-segments".into(),
            Self::LoggedSegment(no) => format!("logged-segments/{no}"),
            Self::Campaigns => "campaigns".into(),
            Self::Campaign(no) => one("campaigns", no.as_str()),
            Self::CampaignStatuses => "campaign-statuses".into(),
            Self::SavedCriteria => "saved-criteria".into(),
            Self::Classes(kind) => class_path(*kind).into(),
            Self::Setup => "setup".into(),
            Self::Backup => "setup/backup".into(),
            Self::CheckData => "setup/check".into(),
            Self::MarketingSetup => "setup/marketing".into(),
            Self::NumberSeries => "setup/series".into(),
            Self::OneSeries(code) => one("setup/series", code.as_str()),
            Self::Demo => "demo".into(),
            Self::Gallery => "gallery".into(),
            Self::NotFound(path) => path.split('/').map(escape).collect::<Vec<_>>().join("/"),
        }
    }

    pub(super) fn parse(segments: &[&str], context: Context) -> Option<Self> {
        Some(match segments {
            [] => Self::Home,
            ["contacts"] => Self::Contacts,
            ["contacts", no] => Self::Contact(Code::new(no).ok()?),
            ["contacts", no, "report"] => Self::Report(Code::new(no).ok()?),
            ["salespeople"] => Self::Salespeople,
            ["salespeople", code] => Self::Salesperson(Code::new(code).ok()?),
            ["interactions"] => Self::Interactions(context),
            ["interactions", no] => Self::Interaction(entry_no(no)?),
            ["postponed"] => Self::Postponed(context),
            ["templates"] => Self::Templates,
            ["templates", code] => Self::Template(Code::new(code).ok()?),
            ["groups"] => Self::Groups,
            ["segments"] => Self::Segments,
            ["segments", no] => Self::Segment(Code::new(no).ok()?),
            ["segments", no, "labels"] => Self::Labels(Recipients::Segment(Code::new(no).ok()?)),
            ["segments", no, "cover-sheets"] => {
                Self::CoverSheets(Recipients::Segment(Code::new(no).ok()?))
            }
            ["labels", nos @ ..] => Self::Labels(Recipients::contacts(nos)?),
            ["cover-sheets", nos @ ..] => Self::CoverSheets(Recipients::contacts(nos)?),
            ["logged-segments"] => Self::LoggedSegments,
            ["logged-segments", no] => Self::LoggedSegment(entry_no(no)?),
            ["campaigns"] => Self::Campaigns,
            ["campaigns", no] => Self::Campaign(Code::new(no).ok()?),
            ["campaign-statuses"] => Self::CampaignStatuses,
            ["saved-criteria"] => Self::SavedCriteria,
            [path] if let Some(kind) = class_at(path) => Self::Classes(kind),
            ["setup"] => Self::Setup,
            ["setup", "backup"] => Self::Backup,
            ["setup", "check"] => Self::CheckData,
            ["setup", "marketing"] => Self::MarketingSetup,
            ["setup", "series"] => Self::NumberSeries,
            ["setup", "series", code] => Self::OneSeries(Code::new(code).ok()?),
            ["demo"] => Self::Demo,
            ["gallery"] => Self::Gallery,
            _ => return None,
        })
    }
}

fn class_path(kind: ClassKind) -> &'static str {
    match kind {
        ClassKind::MailingGroup => "mailing-groups",
        ClassKind::IndustryGroup => "industry-groups",
        ClassKind::BusinessRelation => "business-relations",
        ClassKind::JobResponsibility => "job-responsibilities",
        ClassKind::OrganizationalLevel => "organizational-levels",
        ClassKind::Salutation => "salutations",
    }
}

fn class_at(path: &str) -> Option<ClassKind> {
    let mut all = ClassKind::ALL.iter().copied();
    all.find(|kind| class_path(*kind) == path)
}

impl Context {
    /// The pair of an address that says it; none for everybody's.
    pub(super) fn query(&self) -> Option<(&'static str, String)> {
        Some(match self {
            Self::All => return None,
            Self::Contact(no) => ("contact", no.to_string()),
            Self::Salesperson(code) => ("salesperson", code.to_string()),
            Self::Template(code) => ("template", code.to_string()),
            Self::Group(code) => ("group", code.to_string()),
            Self::LoggedSegment(no) => ("logged-segment", no.to_string()),
            Self::Campaign(no) => ("campaign", no.to_string()),
        })
    }

    pub(super) fn parse(name: &str, value: &str) -> Option<Self> {
        match name {
            "contact" => Code::new(value).ok().map(Self::Contact),
            "salesperson" => Code::new(value).ok().map(Self::Salesperson),
            "template" => Code::new(value).ok().map(Self::Template),
            "group" => Code::new(value).ok().map(Self::Group),
            "logged-segment" => entry_no(value).map(Self::LoggedSegment),
            "campaign" => Code::new(value).ok().map(Self::Campaign),
            _ => None,
        }
    }
}

/// The number of an entry as an address writes it.
pub(super) fn entry_no(text: &str) -> Option<EntryNo> {
    text.parse().ok().map(EntryNo)
}

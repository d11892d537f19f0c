//! Starter: what a company that begins empty is offered, so that the first interaction can be
//! logged at once: numbers for contacts, three interaction groups and six templates; and the codes by
//! which contacts are usually classified.
//!
//! The figures are those of the reference product's demo company; names and codes come from the
//! language in which the company is set up.

use super::change::Key;
use super::classification::{ClassEdit, ClassKind};
use super::code::{GroupCode, SeriesCode, TemplateCode};
use super::command::Command;
use super::id::{GroupId, SeriesId, Single};
use super::interaction::template::{GroupEdit, TemplateEdit};
use super::number_series::SeriesEdit;
use super::number_series::lines::LineEdit;
use super::records::Records;
use super::setup::SetupEdit;
use super::values::{InformationFlow, InitiatedBy, Minutes, Money};
use uuid::Uuid;

/// The code of the series that numbers contacts.
pub const CONTACT_SERIES: &str = "CONT";
/// The first number that it gives.
pub const FIRST_CONTACT_NO: &str = "CT000001";

/// The code of the series that numbers segments.
pub const SEGMENT_SERIES: &str = "SEGM";
/// The first number that it gives.
pub const FIRST_SEGMENT_NO: &str = "SM00001";
/// The code of the series that numbers campaigns.
pub const CAMPAIGN_SERIES: &str = "CAMP";
/// The first number that it gives.
pub const FIRST_CAMPAIGN_NO: &str = "CP0001";

/// A code and a description, in the language of the company.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// At most 10 characters.
    pub code: &'static str,
    /// What it is called.
    pub description: &'static str,
}

/// The names of what the starter sets up.
#[expect(missing_docs, reason = "each field is named after what it names")]
pub struct StarterTexts {
    /// The number series of contacts; its code is [`CONTACT_SERIES`] in every language.
    pub contact_series: &'static str,
    /// That of segments, [`SEGMENT_SERIES`].
    pub segment_series: &'static str,
    /// That of campaigns, [`CAMPAIGN_SERIES`].
    pub campaign_series: &'static str,
    pub calls: Named,
    pub meetings: Named,
    pub letters: Named,
    pub incoming_call: Named,
    pub outgoing_call: Named,
    pub visit: Named,
    pub meeting: Named,
    pub letter: Named,
    pub email: Named,
    /// What contacts are classified by, table by table.
    pub classes: &'static [(ClassKind, &'static [Named])],
}

/// Sets up what is missing of it; what the company already has stays as it is, so doing it twice
/// changes nothing. `new_id` makes an id of version 7 at each call.
///
/// The templates ignore how the contact wants to be written to: they have no content yet, and with
/// nothing to send an interaction could not be finished.
pub fn starter(
    records: &Records,
    texts: &StarterTexts,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Command {
    let mut commands = Vec::new();
    number_contacts(records, texts, new_id, &mut commands);
    let mut group = |named: Named| {
        let standing = GroupCode::new(named.code).ok();
        let standing = standing.and_then(|code| records.group_by_code(&code));
        standing.unwrap_or_else(|| {
            let id = GroupId(new_id());
            commands.push(create_group(id, named));
            id
        })
    };
    let calls = group(texts.calls);
    let meetings = group(texts.meetings);
    let letters = group(texts.letters);

    let inbound = (InformationFlow::Inbound, InitiatedBy::Them);
    let outbound = (InformationFlow::Outbound, InitiatedBy::Us);
    let templates = [
        (texts.outgoing_call, calls, outbound, 100, 15),
        (texts.incoming_call, calls, inbound, 0, 15),
        (texts.visit, meetings, outbound, 4500, 180),
        (texts.meeting, meetings, outbound, 2500, 120),
        (texts.letter, letters, outbound, 800, 30),
        (texts.email, letters, outbound, 800, 1),
    ];
    for (named, group, (flow, by), cost, minutes) in templates {
        let standing = TemplateCode::new(named.code).ok();
        if standing.is_some_and(|code| records.template_by_code(&code).is_some()) {
            continue;
        }
        let edits = vec![
            TemplateEdit::Code(named.code.into()),
            TemplateEdit::Description(named.description.into()),
            TemplateEdit::Group(Some(group)),
            TemplateEdit::UnitCost(Money(cost)),
            TemplateEdit::UnitDuration(Minutes(minutes)),
            TemplateEdit::InformationFlow(Some(flow)),
            TemplateEdit::InitiatedBy(Some(by)),
            TemplateEdit::IgnoreContactCorrespondenceType(true),
        ];
        commands.push(Command::CreateInteractionTemplate(new_id().into(), edits));
    }
    classify(records, texts, new_id, &mut commands);
    Command::All(commands)
}

/// Rows for each of the six tables that has none: whoever made some knows what else is needed.
fn classify(
    records: &Records,
    texts: &StarterTexts,
    new_id: &mut dyn FnMut() -> Uuid,
    commands: &mut Vec<Command>,
) {
    for (kind, rows) in texts.classes {
        if records.count(kind.table()) > 0 {
            continue;
        }
        for named in *rows {
            let edits = vec![
                ClassEdit::Code(named.code.into()),
                ClassEdit::Description(named.description.into()),
            ];
            commands.push(Command::CreateClass(kind.key(new_id()), edits));
        }
    }
}

/// The series of contact numbers and the setting that points to it, unless there is a setting.
fn number_contacts(
    records: &Records,
    texts: &StarterTexts,
    new_id: &mut dyn FnMut() -> Uuid,
    commands: &mut Vec<Command>,
) {
    let contacts = Numbered {
        set: records.setup().contact_nos,
        code: CONTACT_SERIES,
        first: FIRST_CONTACT_NO,
        description: texts.contact_series,
        setting: SetupEdit::ContactNos,
    };
    contacts.number(records, new_id, commands);
}

/// Numbers segments and campaigns. Nobody needs it before there is marketing, so it is no part of
/// [`starter`]; what is numbered already stays as it is.
pub fn number_marketing(
    records: &Records,
    texts: &StarterTexts,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Command {
    let segments = Numbered {
        set: records.setup().segment_nos,
        code: SEGMENT_SERIES,
        first: FIRST_SEGMENT_NO,
        description: texts.segment_series,
        setting: SetupEdit::SegmentNos,
    };
    let campaigns = Numbered {
        set: records.setup().campaign_nos,
        code: CAMPAIGN_SERIES,
        first: FIRST_CAMPAIGN_NO,
        description: texts.campaign_series,
        setting: SetupEdit::CampaignNos,
    };
    let mut commands = Vec::new();
    segments.number(records, new_id, &mut commands);
    campaigns.number(records, new_id, &mut commands);
    Command::All(commands)
}

/// What gets numbers, and from where.
struct Numbered {
    /// The series that the setting names now.
    set: Option<SeriesId>,
    code: &'static str,
    first: &'static str,
    description: &'static str,
    setting: fn(Option<SeriesId>) -> SetupEdit,
}

impl Numbered {
    /// Points the setting to the series of this code, which is made where there is none.
    fn number(
        self,
        records: &Records,
        new_id: &mut dyn FnMut() -> Uuid,
        commands: &mut Vec<Command>,
    ) {
        if self.set.is_some() {
            return;
        }
        let standing = SeriesCode::new(self.code).ok();
        let standing = standing.and_then(|code| records.series_by_code(&code));
        let series = standing.unwrap_or_else(|| {
            let id = SeriesId(new_id());
            commands.push(create_series(id, self.code, self.description, self.first));
            id
        });
        let seen = records.revision_of(&Key::Setup(Single)).unwrap_or_default();
        commands.push(Command::EditSetup(seen, (self.setting)(Some(series))));
    }
}

/// The series of contact numbers.
pub(super) fn create_contact_series(id: SeriesId, description: &str) -> Command {
    create_series(id, CONTACT_SERIES, description, FIRST_CONTACT_NO)
}

/// A series that counts by itself, and lets numbers be typed.
pub(super) fn create_series(id: SeriesId, code: &str, description: &str, first: &str) -> Command {
    let edits = vec![
        SeriesEdit::Code(code.into()),
        SeriesEdit::Description(description.into()),
        SeriesEdit::DefaultNos(true),
        SeriesEdit::ManualNos(true),
        SeriesEdit::AddLine,
        SeriesEdit::Line(1, LineEdit::StartingNo(first.into())),
        SeriesEdit::Line(1, LineEdit::AllowGaps(true)),
    ];
    Command::CreateNumberSeries(id, edits)
}

pub(super) fn create_group(id: GroupId, named: Named) -> Command {
    let edits = vec![
        GroupEdit::Code(named.code.into()),
        GroupEdit::Description(named.description.into()),
    ];
    Command::CreateInteractionGroup(id, edits)
}

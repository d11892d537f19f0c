//! The interaction groups and templates of the demo company, with the codes and figures of the
//! reference product's own (`CreateInteractionTemplate.Codeunit.al`,
//! `CreateInteractionGroup.Codeunit.al`). They carry no correspondence type yet: content, which
//! sending needs, comes later.

use super::{ClassTexts, MarketingTexts};
use crate::domain::code::Code;
use crate::domain::command::Command;
use crate::domain::id::{GroupId, TemplateId};
use crate::domain::interaction::template::TemplateEdit;
use crate::domain::starter::{Named, create_group};
use crate::domain::values::{InformationFlow, InitiatedBy, LanguageCode, Minutes, Money};
use InformationFlow::{Inbound, Outbound};
use InitiatedBy::{Them, Us};
use uuid::Uuid;

/// The names of what the demo company sets up, in the language it is loaded in.
#[expect(missing_docs, reason = "each field is named after what it names")]
pub struct DemoTexts {
    pub contact_series: &'static str,
    pub letters: &'static str,
    pub meetings: &'static str,
    pub phone: &'static str,
    pub system: &'static str,
    pub documents: &'static str,
    pub abstract_of_meeting: &'static str,
    pub business_letter: &'static str,
    pub memo: &'static str,
    pub golf: &'static str,
    pub incoming_call: &'static str,
    pub outgoing_call: &'static str,
    pub meeting_in_house: &'static str,
    pub visit: &'static str,
    pub workshop: &'static str,
    pub document: &'static str,
    pub email: &'static str,
    pub cover_sheet: &'static str,
    pub meeting_invitation: &'static str,
    /// What contacts are classified by.
    pub classes: ClassTexts,
    /// Campaigns and segments.
    pub marketing: MarketingTexts,
}

/// A template of the demo company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stock {
    Abstract,
    Bus,
    Memo,
    Golf,
    Income,
    Outgoing,
    Inhouse,
    Onsite,
    Workshop,
    Insdoc,
    Email,
    Coversh,
    Meetinv,
}

/// What a template gives to an interaction.
pub(super) struct Given {
    pub code: &'static str,
    /// Index of its group.
    group: usize,
    pub cost: Money,
    pub duration: Minutes,
    pub flow: Option<InformationFlow>,
    pub by: Option<InitiatedBy>,
    ignores_contact: bool,
    /// It is written: has a Finnish and an English version, the Finnish one by default.
    pub in_languages: bool,
    description: fn(&DemoTexts) -> &'static str,
}

const LETTER: usize = 0;
const MEETING: usize = 1;
const PHONE: usize = 2;
const SYSTEM: usize = 3;
const DOC: usize = 4;

impl Stock {
    const ALL: [Self; 13] = [
        Self::Abstract,
        Self::Bus,
        Self::Memo,
        Self::Golf,
        Self::Income,
        Self::Outgoing,
        Self::Inhouse,
        Self::Onsite,
        Self::Workshop,
        Self::Insdoc,
        Self::Email,
        Self::Coversh,
        Self::Meetinv,
    ];

    #[rustfmt::skip]
    pub(super) fn given(self) -> Given {
        let out = Some(Outbound);
        match self {
            Self::Abstract => given("ABSTRACT", LETTER, 800, 90, out, None, true, true, |t| t.abstract_of_meeting),
            Self::Bus => given("BUS", LETTER, 800, 30, out, Some(Us), true, true, |t| t.business_letter),
            Self::Memo => given("MEMO", LETTER, 800, 15, out, Some(Us), true, true, |t| t.memo),
            Self::Golf => given("GOLF", LETTER, 800, 1, out, Some(Us), true, true, |t| t.golf),
            Self::Income => given("INCOME", PHONE, 0, 15, Some(Inbound), Some(Them), true, false, |t| t.incoming_call),
            Self::Outgoing => given("OUTGOING", PHONE, 100, 15, out, Some(Us), true, false, |t| t.outgoing_call),
            Self::Inhouse => given("INHOUSE", MEETING, 2500, 120, out, Some(Us), false, false, |t| t.meeting_in_house),
            Self::Onsite => given("ONSITE", MEETING, 4500, 180, out, Some(Us), false, false, |t| t.visit),
            Self::Workshop => given("WORKSHOP", MEETING, 12000, 300, out, Some(Us), false, false, |t| t.workshop),
            Self::Insdoc => given("INSDOC", DOC, 0, 0, None, None, false, false, |t| t.document),
            Self::Email => given("EMAIL", SYSTEM, 800, 1, out, Some(Us), false, true, |t| t.email),
            Self::Coversh => given("COVERSH", SYSTEM, 800, 1, out, Some(Us), false, false, |t| t.cover_sheet),
            Self::Meetinv => given("MEETINV", SYSTEM, 800, 1, out, Some(Us), false, false, |t| t.meeting_invitation),
        }
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "a row of a table, read from left to right"
)]
fn given(
    code: &'static str,
    group: usize,
    cost: i64,
    minutes: u32,
    flow: Option<InformationFlow>,
    by: Option<InitiatedBy>,
    ignores_contact: bool,
    in_languages: bool,
    description: fn(&DemoTexts) -> &'static str,
) -> Given {
    Given {
        code,
        group,
        cost: Money(cost),
        duration: Minutes(minutes),
        flow,
        by,
        ignores_contact,
        in_languages,
        description,
    }
}

/// The commands that create groups and templates; the ids of the templates, by [`Stock`].
pub(super) fn create(
    texts: &DemoTexts,
    new_id: &mut dyn FnMut() -> Uuid,
) -> (Vec<Command>, Vec<TemplateId>) {
    let groups = [
        ("LETTER", texts.letters),
        ("MEETING", texts.meetings),
        ("PHONE", texts.phone),
        ("SYSTEM", texts.system),
        ("DOC", texts.documents),
    ];
    let mut commands = Vec::new();
    let mut group_ids = Vec::new();
    for (code, description) in groups {
        let id = GroupId(new_id());
        commands.push(create_group(id, Named { code, description }));
        group_ids.push(id);
    }
    let mut template_ids = Vec::new();
    for stock in Stock::ALL {
        let given = stock.given();
        let mut edits = vec![
            TemplateEdit::Code(given.code.into()),
            TemplateEdit::Description((given.description)(texts).into()),
            TemplateEdit::Group(Some(group_ids[given.group])),
            TemplateEdit::UnitCost(given.cost),
            TemplateEdit::UnitDuration(given.duration),
            TemplateEdit::InformationFlow(given.flow),
            TemplateEdit::InitiatedBy(given.by),
            TemplateEdit::IgnoreContactCorrespondenceType(given.ignores_contact),
        ];
        if given.in_languages {
            edits.extend(["FI", "EN"].map(|code| TemplateEdit::AddLanguage(language(code))));
            edits.push(TemplateEdit::DefaultLanguage(Some(language("FI"))));
        }
        let id = TemplateId(new_id());
        commands.push(Command::CreateInteractionTemplate(id, edits));
        template_ids.push(id);
    }
    (commands, template_ids)
}

/// A language of the tables of this demo, all of which are codes.
pub(super) fn language(code: &str) -> LanguageCode {
    Code::new(code).expect("the demo's tables hold codes only")
}

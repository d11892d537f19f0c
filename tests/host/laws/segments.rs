//! Random steps on campaigns and segments.

use super::steps::{
    contact, date, entry, language, money, name, salesperson, seen, template, text,
};
use crate::desk::criteria::criteria as words_of;
use lokikirja::domain::Command;
use lokikirja::domain::campaign::{CampaignEdit, StatusEdit};
use lokikirja::domain::classification::formula::FormulaEdit;
use lokikirja::domain::classification::{ClassEdit, ClassKey, Group};
use lokikirja::domain::contact::ContactEdit;
use lokikirja::domain::id::{
    self, CampaignEntryId, CampaignId, CampaignStatusId, CriteriaActionId, FormulaId,
    LoggedSegmentId, SavedCriteriaId, SegmentId, SegmentLineId,
};
use lokikirja::domain::interaction::cancel::EntryFilter;
use lokikirja::domain::segment::SegmentEdit;
use lokikirja::domain::segment::criteria::ActionKind;
use lokikirja::domain::segment::line_edit::{LineEdit, LineField};
use lokikirja::domain::segment::log::FollowUp;
use lokikirja::domain::segment::logged::LoggedFilter;
use lokikirja::domain::segment::question::Answer;
use lokikirja::domain::segment::selection::saved::SavedEdit;
use lokikirja::domain::values::{CorrespondenceType, Evaluation, FormulaType};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

fn nth(kind: u8, i: u8) -> Uuid {
    id::new(1_772_000_000_000 + u64::from(i) * 100, [kind; 10])
}

fn ids<I: From<Uuid> + std::fmt::Debug + 'static>(kind: u8, n: u8) -> BoxedStrategy<I> {
    (0..n).prop_map(move |i| nth(kind, i).into()).boxed()
}

fn campaign() -> BoxedStrategy<CampaignId> {
    ids(20, 2)
}

fn status() -> BoxedStrategy<CampaignStatusId> {
    ids(21, 2)
}

fn segment() -> BoxedStrategy<SegmentId> {
    ids(22, 3)
}

fn line() -> BoxedStrategy<SegmentLineId> {
    ids(23, 10)
}

pub fn action() -> BoxedStrategy<CriteriaActionId> {
    ids(24, 200)
}

/// A logged segment has the UUID of its segment.
fn logged() -> BoxedStrategy<LoggedSegmentId> {
    segment().prop_map(|id| LoggedSegmentId(id.0)).boxed()
}

/// A campaign entry has the UUID of the interaction that needed it first.
fn campaign_entry() -> BoxedStrategy<CampaignEntryId> {
    prop_oneof![
        line().prop_map(|id| CampaignEntryId(id.0)),
        entry().prop_map(|id| CampaignEntryId(id.0)),
    ]
    .boxed()
}

fn saved() -> BoxedStrategy<SavedCriteriaId> {
    ids(25, 2)
}

/// A row of one of the six tables; each has two.
fn class() -> BoxedStrategy<ClassKey> {
    let key = |(kind, i): (u8, u8)| match kind {
        0 => ClassKey::MailingGroup(nth(30, i).into()),
        1 => ClassKey::IndustryGroup(nth(31, i).into()),
        2 => ClassKey::BusinessRelation(nth(32, i).into()),
        3 => ClassKey::JobResponsibility(nth(33, i).into()),
        4 => ClassKey::OrganizationalLevel(nth(34, i).into()),
        _ => ClassKey::Salutation(nth(35, i).into()),
    };
    (0..6u8, 0..2u8).prop_map(key).boxed()
}

fn group() -> BoxedStrategy<Group> {
    let group = class().prop_filter_map("a group", Group::of);
    group.boxed()
}

fn formula() -> BoxedStrategy<FormulaId> {
    ids(36, 3)
}

fn formula_edit() -> impl Strategy<Value = FormulaEdit> {
    prop_oneof![
        of(language()).prop_map(FormulaEdit::Language),
        select(FormulaType::ALL).prop_map(FormulaEdit::Type),
        select(vec![
            "Dear {{contact.name}},",
            "{{contact.surname}}",
            "{{",
            ""
        ])
        .prop_map(|text| FormulaEdit::Text(text.into())),
    ]
}

fn class_edit() -> impl Strategy<Value = ClassEdit> {
    prop_oneof![
        select(vec!["A", "B", ""]).prop_map(|code| ClassEdit::Code(code.into())),
        text().prop_map(ClassEdit::Description),
    ]
}

/// Commands on what contacts are classified by.
pub fn classifying() -> BoxedStrategy<Command> {
    let level = || of((0..2u8).prop_map(|i| nth(34, i).into()));
    let salutation = || of((0..2u8).prop_map(|i| nth(35, i).into()));
    let contact_edit = prop_oneof![
        level().prop_map(ContactEdit::OrganizationalLevel),
        salutation().prop_map(ContactEdit::Salutation),
        any::<bool>().prop_map(ContactEdit::ExcludeFromSegment),
    ];
    prop_oneof![
        3 => (class(), vec(class_edit(), 1..3)).prop_map(|(key, edits)| Command::CreateClass(key, edits)),
        1 => (class(), seen(), class_edit()).prop_map(|(key, seen, edit)| Command::EditClass(key, seen, edit)),
        1 => (class(), seen()).prop_map(|(key, seen)| Command::DeleteClass(key, seen)),
        2 => (formula(), 0..2u8, vec(formula_edit(), 1..4)).prop_map(|(id, i, edits)| Command::CreateSalutationFormula(id, nth(35, i).into(), edits)),
        1 => (formula(), seen(), formula_edit()).prop_map(|(id, seen, edit)| Command::EditSalutationFormula(id, seen, edit)),
        1 => (formula(), seen()).prop_map(|(id, seen)| Command::DeleteSalutationFormula(id, seen)),
        4 => (group(), vec(contact(), 1..3)).prop_map(|(group, contacts)| Command::AddToGroup(group, contacts)),
        1 => (group(), vec(contact(), 1..3)).prop_map(|(group, contacts)| Command::RemoveFromGroup(group, contacts)),
        2 => (contact(), seen(), contact_edit).prop_map(|(id, seen, edit)| Command::EditContact(id, seen, edit)),
    ]
    .boxed()
}

/// Commands that work by criteria.
pub fn by_criteria() -> BoxedStrategy<Command> {
    let criteria = select(vec![
        "",
        "contact type 1",
        "mailing code A|B; with related existing",
        "interaction; with expand",
        "no interaction date '-10D..'; with entire ignoring",
    ]);
    let kind = select(vec![
        ActionKind::Add,
        ActionKind::Add,
        ActionKind::Reduce,
        ActionKind::Refine,
    ]);
    let edits = select(vec!["A", "B"]).prop_map(|code| vec![SavedEdit::Code(code.into())]);
    let mailing = (0..2u8).prop_map(|i| nth(30, i).into());
    prop_oneof![
        6 => (segment(), seen(), kind, criteria, action()).prop_map(|(id, seen, kind, words, action)| {
            Command::ApplyCriteria(id, seen, kind, Box::new(words_of(words)), action)
        }),
        2 => (segment(), seen(), saved(), edits).prop_map(|(id, seen, saved, edits)| Command::SaveCriteria(id, seen, saved, edits)),
        1 => (saved(), seen()).prop_map(|(id, seen)| Command::DeleteSavedCriteria(id, seen)),
        3 => (segment(), seen(), saved(), action()).prop_map(|(id, seen, saved, action)| Command::ReuseCriteria(id, seen, saved, action)),
        2 => (segment(), mailing, any::<bool>()).prop_map(|(id, group, only)| Command::ApplyMailingGroup(id, group, only)),
    ]
    .boxed()
}

fn answer() -> impl Strategy<Value = Answer> {
    select(vec![Answer::Yes, Answer::No])
}

/// Two segments with a template and lines, and a campaign.
pub fn beginning() -> Vec<Command> {
    let template = |i: u8| Some(id::new(1_772_000_000_000 + u64::from(i), [4; 10]));
    let with_template = |i| SegmentEdit::Template {
        template: template(i),
        keep_campaign: false,
    };
    let contact = |i: u64| id::new(1_772_000_000_000 + i, [5; 10]);
    let described = SegmentEdit::Description("Spring".into());
    let first = vec![
        SegmentEdit::No("SM1".into()),
        described.clone(),
        with_template(0),
    ];
    let second = vec![SegmentEdit::No("SM2".into()), described, with_template(1)];
    vec![
        Command::CreateCampaign(nth(20, 0).into(), vec![CampaignEdit::No("CP1".into())]),
        Command::CreateSegment(nth(22, 0).into(), first),
        Command::CreateSegment(nth(22, 1).into(), second),
        Command::AddSegmentLines(
            nth(22, 0).into(),
            vec![
                (nth(23, 0).into(), contact(0)),
                (nth(23, 1).into(), contact(1)),
            ],
        ),
    ]
}

pub fn command() -> BoxedStrategy<Command> {
    let follow_up = || {
        of(segment().prop_map(|segment| FollowUp {
            segment,
            description: "Follow-up".into(),
        }))
    };
    prop_oneof![
        1 => (status(), name()).prop_map(|(id, code)| Command::CreateCampaignStatus(id, vec![StatusEdit::Code(code)])),
        1 => (status(), seen()).prop_map(|(id, seen)| Command::DeleteCampaignStatus(id, seen)),
        1 => (campaign(), vec(campaign_edit(), 0..4)).prop_map(|(id, edits)| Command::CreateCampaign(id, edits)),
        2 => (campaign(), seen(), campaign_edit()).prop_map(|(id, seen, edit)| Command::EditCampaign(id, seen, edit)),
        1 => (campaign(), seen()).prop_map(|(id, seen)| Command::DeleteCampaign(id, seen)),
        2 => (vec(campaign_entry(), 1..4), seen()).prop_map(|(ids, seen)| Command::SwitchCampaignEntries(ids, seen)),
        1 => of(campaign()).prop_map(Command::DeleteCanceledCampaignEntries),
        3 => (segment(), vec(segment_edit(), 0..5)).prop_map(|(id, edits)| Command::CreateSegment(id, edits)),
        8 => (segment(), seen(), segment_edit(), answer()).prop_map(|(id, seen, edit, answer)| Command::EditSegment(id, seen, edit, answer)),
        1 => (segment(), seen()).prop_map(|(id, seen)| Command::DeleteSegment(id, seen)),
        2 => (segment(), seen()).prop_map(|(id, seen)| Command::RefreshSegmentLines(id, seen)),
        6 => (segment(), vec((line(), contact()), 0..4)).prop_map(|(id, lines)| Command::AddSegmentLines(id, lines)),
        3 => (segment(), vec(contact(), 0..4), action()).prop_map(|(id, contacts, action)| Command::AddToSegment(id, contacts, action)),
        4 => (line(), seen(), weighted(0.8, contact()), action()).prop_map(|(id, seen, contact, action)| Command::ChangeLineContact(id, seen, contact, action)),
        8 => (vec(line(), 1..4), seen(), line_edit()).prop_map(|(ids, seen, edit)| Command::EditSegmentLines(ids, seen, edit)),
        3 => (segment(), seen(), vec(line(), 1..4), action(), answer()).prop_map(|(id, seen, lines, action, answer)| Command::DeleteSegmentLines(id, seen, lines, action, answer)),
        4 => (segment(), seen()).prop_map(|(id, seen)| Command::GoBackInSegment(id, seen)),
        2 => (segment(), seen(), logged(), action()).prop_map(|(id, seen, logged, action)| Command::ReuseLoggedSegment(id, seen, logged, action)),
        6 => (segment(), seen(), follow_up()).prop_map(|(id, seen, follow_up)| Command::LogSegment(id, seen, follow_up)),
        3 => (vec(logged(), 1..3), seen()).prop_map(|(ids, seen)| Command::SwitchLoggedSegments(ids, seen)),
        1 => Just(Command::DeleteCanceledSegments(LoggedFilter::default())),
        3 => (vec(prop_oneof![entry(), line().prop_map(|id| id.0.into())], 1..4), seen()).prop_map(|(ids, seen)| Command::SwitchLogEntries(ids, seen)),
        1 => (vec(entry(), 1..4), select(Evaluation::ALL)).prop_map(|(ids, it)| Command::EvaluateLogEntries(ids, it)),
        1 => of(contact()).prop_map(|contact| Command::DeleteCanceledLogEntries(EntryFilter { contact, ..EntryFilter::default() })),
    ]
    .boxed()
}

fn campaign_edit() -> impl Strategy<Value = CampaignEdit> {
    prop_oneof![
        select(vec!["CP1", "CP2", ""]).prop_map(|no| CampaignEdit::No(no.into())),
        text().prop_map(CampaignEdit::Description),
        of(date()).prop_map(CampaignEdit::StartingDate),
        of(date()).prop_map(CampaignEdit::EndingDate),
        of(salesperson()).prop_map(CampaignEdit::Salesperson),
        of(status()).prop_map(CampaignEdit::Status),
    ]
}

fn segment_edit() -> impl Strategy<Value = SegmentEdit> {
    let template = (weighted(0.8, template()), any::<bool>());
    let template = template.prop_map(|(template, keep_campaign)| SegmentEdit::Template {
        template,
        keep_campaign,
    });
    prop_oneof![
        2 => select(vec!["SM1", "SM2", "SM3", ""]).prop_map(|no| SegmentEdit::No(no.into())),
        2 => text().prop_map(SegmentEdit::Description),
        2 => of(campaign()).prop_map(SegmentEdit::Campaign),
        2 => weighted(0.8, salesperson()).prop_map(SegmentEdit::Salesperson),
        1 => weighted(0.8, date()).prop_map(SegmentEdit::Date),
        3 => template,
        2 => of(language()).prop_map(SegmentEdit::Language),
        1 => text().prop_map(SegmentEdit::Subject),
        1 => of(select(CorrespondenceType::ALL)).prop_map(SegmentEdit::CorrespondenceType),
        1 => money().prop_map(SegmentEdit::UnitCost),
        1 => any::<bool>().prop_map(SegmentEdit::CampaignTarget),
        1 => language().prop_map(SegmentEdit::AddLanguage),
        1 => (language(), text()).prop_map(|(language, text)| SegmentEdit::LanguageSubject(language, text)),
        1 => language().prop_map(SegmentEdit::RemoveLanguage),
    ]
}

fn line_edit() -> impl Strategy<Value = LineEdit> {
    prop_oneof![
        2 => text().prop_map(LineEdit::Description),
        4 => of(template()).prop_map(LineEdit::Template),
        2 => of(salesperson()).prop_map(LineEdit::Salesperson),
        1 => of(language()).prop_map(LineEdit::Language),
        1 => money().prop_map(LineEdit::Cost),
        2 => of(campaign()).prop_map(LineEdit::Campaign),
        1 => of(date()).prop_map(LineEdit::Date),
        3 => select(LineField::ALL).prop_map(LineEdit::FromHeader),
    ]
}

//! Random steps: commands, forms that are filled in and sent, and what happens to a device.
//!
//! Ids come from small pools, whether rows with them exist or not, so that steps meet: they create
//! twice, refer to what is gone, and are sent from stale forms.

use super::segments;
use chrono::NaiveDate;
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::ContactEdit;
use lokikirja::domain::id::{self, LogEntryId};
use lokikirja::domain::interaction::Comment;
use lokikirja::domain::interaction::form::{FormEdit, Opener};
use lokikirja::domain::interaction::template::{GroupEdit, TemplateEdit};
use lokikirja::domain::number_series::SeriesEdit;
use lokikirja::domain::number_series::lines::LineEdit;
use lokikirja::domain::salesperson::SalespersonEdit;
use lokikirja::domain::setup::SetupEdit;
use lokikirja::domain::values::{
    ContactType, CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, Minutes, Money,
};
use lokikirja::domain::{Command, Revision};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt::Debug;
use uuid::Uuid;

/// Something that somebody does.
#[derive(Clone, Debug)]
pub enum Step {
    /// Carries a command out.
    Run(Command),
    /// The same on a full device.
    Unsaved(Command),
    /// Opens a form, fills it in and sends it.
    Interact(LogEntryId, Opener, Vec<FormEdit>, Sent),
    /// Resumes an entry, fills the form in and sends it.
    Resume(LogEntryId, Vec<FormEdit>, Sent),
    /// Takes back what was done so many revisions ago; 0 is the last.
    TakeBack(u64),
    /// Closes the company and opens it again.
    Reload,
    /// Folds the journal.
    Fold,
}

/// How a form is sent.
#[derive(Clone, Copy, Debug)]
pub enum Sent {
    /// OK.
    Finish,
    /// OK, twice.
    FinishTwice,
    /// Cancel and postpone.
    Postpone,
}

/// One of the first `n` ids of a kind, told apart from other kinds by `kind`; mostly one of the
/// first two, which are there from the beginning.
fn pool<I: From<Uuid> + Debug + 'static>(kind: u8, n: u8) -> BoxedStrategy<I> {
    let nth = move |i: u8| id::new(1_772_000_000_000 + u64::from(i), [kind; 10]);
    prop_oneof![2 => 0..2u8, 1 => 0..n].prop_map(nth).boxed()
}

macro_rules! pools {
    ($($name:ident: $Id:ident, $kind:literal, $n:literal;)*) => {
        $(pub fn $name() -> BoxedStrategy<lokikirja::domain::id::$Id> { pool($kind, $n) })*
    };
}

pools! {
    series: SeriesId, 1, 3;
    salesperson: SalespersonId, 2, 3;
    group: GroupId, 3, 3;
    template: TemplateId, 4, 4;
    contact: ContactId, 5, 6;
}

pub fn entry() -> BoxedStrategy<LogEntryId> {
    (0..8u64)
        .prop_map(|i| id::new(1_772_000_000_000 + i, [6; 10]))
        .boxed()
}

/// A company set up so that most steps find something to work with.
pub fn beginning() -> Vec<Step> {
    let nth = |kind: u8, i: u64| -> Uuid { id::new(1_772_000_000_000 + i, [kind; 10]) };
    let line = |edit| SeriesEdit::Line(1, edit);
    let series = vec![
        SeriesEdit::Code("CONT".into()),
        SeriesEdit::DefaultNos(true),
        SeriesEdit::ManualNos(true),
        SeriesEdit::AddLine,
        line(LineEdit::StartingNo("CT01".into())),
    ];
    let salesperson = vec![
        SalespersonEdit::Code("JK".into()),
        SalespersonEdit::Name("Jo".into()),
    ];
    let template = vec![
        TemplateEdit::Code("OUT".into()),
        TemplateEdit::Description("Call".into()),
        TemplateEdit::Group(Some(nth(3, 0).into())),
    ];
    let second = vec![
        SalespersonEdit::Code("KV".into()),
        SalespersonEdit::Name("Kim".into()),
    ];
    let letter = vec![
        TemplateEdit::Code("LETTER".into()),
        TemplateEdit::Description("Letter".into()),
        TemplateEdit::AddLanguage(Code::new("FI").expect("a code")),
    ];
    let contact = vec![
        ContactEdit::Name("Adatum Oy".into()),
        ContactEdit::Salesperson(Some(nth(2, 0).into())),
    ];
    let person = vec![
        ContactEdit::Type(ContactType::Person),
        ContactEdit::Name("Anna Aalto".into()),
        ContactEdit::Company(Some(nth(5, 0).into())),
    ];
    let never_stale = Revision(u64::MAX);
    let series_id = nth(1, 0).into();
    [
        Command::CreateNumberSeries(series_id, series),
        Command::EditSetup(never_stale, SetupEdit::ContactNos(Some(series_id))),
        Command::CreateSalesperson(nth(2, 0).into(), salesperson),
        Command::CreateSalesperson(nth(2, 1).into(), second),
        Command::CreateInteractionGroup(nth(3, 0).into(), vec![GroupEdit::Code("G".into())]),
        Command::CreateInteractionTemplate(nth(4, 0).into(), template),
        Command::CreateInteractionTemplate(nth(4, 1).into(), letter),
        Command::CreateContact(nth(5, 0).into(), contact),
        Command::CreateContact(nth(5, 1).into(), person),
    ]
    .into_iter()
    .chain(segments::beginning())
    .map(Step::Run)
    .collect()
}

/// Any step.
pub fn step() -> impl Strategy<Value = Step> {
    let edits = || vec(form_edit(), 0..5);
    let opener = prop_oneof![
        4 => contact().prop_map(Opener::Contact),
        1 => salesperson().prop_map(Opener::Salesperson),
        1 => entry().prop_map(Opener::LogEntry),
        1 => Just(Opener::Blank),
    ];
    let sent = || {
        select(vec![
            Sent::Finish,
            Sent::Finish,
            Sent::Postpone,
            Sent::FinishTwice,
        ])
    };
    prop_oneof![
        12 => command().prop_map(Step::Run),
        12 => segments::command().prop_map(Step::Run),
        4 => segments::classifying().prop_map(Step::Run),
        6 => segments::by_criteria().prop_map(Step::Run),
        1 => vec(command(), 0..4).prop_map(|all| Step::Run(Command::All(all))),
        1 => command().prop_map(Step::Unsaved),
        1 => segments::command().prop_map(Step::Unsaved),
        8 => (entry(), opener, interaction_edits(), edits(), sent()).prop_map(
            |(entry, opener, mut first, more, sent)| {
                first.extend(more);
                Step::Interact(entry, opener, first, sent)
            }
        ),
        4 => (entry(), edits(), sent()).prop_map(|(entry, edits, sent)| Step::Resume(entry, edits, sent)),
        5 => prop_oneof![3 => Just(0), 2 => 0..12u64].prop_map(Step::TakeBack),
        1 => Just(Step::Reload),
        1 => Just(Step::Fold),
    ]
}

/// Most forms get a contact, a template and a salesperson.
fn interaction_edits() -> impl Strategy<Value = Vec<FormEdit>> {
    (contact(), template(), salesperson()).prop_map(|(contact, template, salesperson)| {
        vec![
            FormEdit::Contact(Some(contact)),
            FormEdit::Template(Some(template)),
            FormEdit::Salesperson(Some(salesperson)),
        ]
    })
}

fn form_edit() -> BoxedStrategy<FormEdit> {
    let comment = text().prop_map(|text| vec![Comment { date: None, text }]);
    prop_oneof![
        of(contact()).prop_map(FormEdit::Contact),
        name().prop_map(FormEdit::ContactName),
        of(template()).prop_map(FormEdit::Template),
        text().prop_map(FormEdit::Description),
        weighted(0.8, salesperson()).prop_map(FormEdit::Salesperson),
        of(language()).prop_map(FormEdit::Language),
        of(correspondence_type()).prop_map(FormEdit::CorrespondenceType),
        weighted(0.8, date()).prop_map(FormEdit::Date),
        of(select(InformationFlow::ALL)).prop_map(FormEdit::InformationFlow),
        of(select(InitiatedBy::ALL)).prop_map(FormEdit::InitiatedBy),
        of(select(Evaluation::ALL)).prop_map(FormEdit::Evaluation),
        any::<bool>().prop_map(FormEdit::Successful),
        money().prop_map(FormEdit::Cost),
        minutes().prop_map(FormEdit::Duration),
        comment.prop_map(FormEdit::Comments),
    ]
    .boxed()
}

fn command() -> BoxedStrategy<Command> {
    prop_oneof![
        1 => (seen(), setup_edit()).prop_map(|(seen, edit)| Command::EditSetup(seen, edit)),
        1 => (series(), vec(series_edit(), 1..6)).prop_map(|(id, e)| Command::CreateNumberSeries(id, e)),
        2 => (series(), seen(), series_edit()).prop_map(|(id, seen, e)| Command::EditNumberSeries(id, seen, e)),
        1 => (series(), seen()).prop_map(|(id, seen)| Command::DeleteNumberSeries(id, seen)),
        2 => (salesperson(), vec(salesperson_edit(), 1..5)).prop_map(|(id, e)| Command::CreateSalesperson(id, e)),
        2 => (salesperson(), seen(), salesperson_edit()).prop_map(|(id, seen, e)| Command::EditSalesperson(id, seen, e)),
        1 => (salesperson(), seen()).prop_map(|(id, seen)| Command::DeleteSalesperson(id, seen)),
        4 => (contact(), vec(contact_edit(), 1..6)).prop_map(|(id, e)| Command::CreateContact(id, e)),
        6 => (contact(), seen(), contact_edit()).prop_map(|(id, seen, e)| Command::EditContact(id, seen, e)),
        2 => (contact(), seen()).prop_map(|(id, seen)| Command::DeleteContact(id, seen)),
        1 => (vec(contact(), 1..4), seen()).prop_map(|(ids, seen)| Command::DeleteContacts(ids, seen)),
        1 => (contact(), seen(), segments::action()).prop_map(|(id, seen, action)| Command::EraseContact(id, seen, action)),
        2 => (vec(contact(), 1..4), seen(), of(salesperson())).prop_map(|(ids, seen, who)| Command::AssignSalesperson(ids, seen, who)),
        1 => (group(), vec(group_edit(), 1..3)).prop_map(|(id, e)| Command::CreateInteractionGroup(id, e)),
        1 => (group(), seen(), group_edit()).prop_map(|(id, seen, e)| Command::EditInteractionGroup(id, seen, e)),
        1 => (group(), seen()).prop_map(|(id, seen)| Command::DeleteInteractionGroup(id, seen)),
        3 => (template(), vec(template_edit(), 1..8)).prop_map(|(id, e)| Command::CreateInteractionTemplate(id, e)),
        3 => (template(), seen(), template_edit()).prop_map(|(id, seen, e)| Command::EditInteractionTemplate(id, seen, e)),
        1 => (template(), seen()).prop_map(|(id, seen)| Command::DeleteInteractionTemplate(id, seen)),
        2 => vec(entry(), 1..6).prop_map(Command::DeletePostponed),
    ]
    .boxed()
}

/// Mostly a form that is up to date, sometimes one from long ago.
pub fn seen() -> impl Strategy<Value = Revision> {
    prop_oneof![9 => Just(Revision(u64::MAX)), 1 => (0..20u64).prop_map(Revision)]
}

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[A-Za-zåäö ]{0,12}", 1 => "\\PC{0,12}", 1 => ".{0,105}"]
}

pub fn name() -> impl Strategy<Value = String> {
    select(vec![
        "Adatum Oy",
        "Anna Aalto",
        "Bo",
        "Bo Erik Ek",
        "",
        "  ada ",
    ])
    .prop_map(String::from)
}

fn code() -> impl Strategy<Value = String> {
    prop_oneof![6 => "[A-D]", 1 => "[a-z ]{0,12}", 1 => ".{0,3}"]
}

fn no() -> impl Strategy<Value = String> {
    prop_oneof![4 => "CT[0-9]{2}", 2 => "C[0-9]{1,3}", 1 => Just(String::new()), 1 => "[A-Z]{0,3}"]
}

pub fn language() -> impl Strategy<Value = Code<10>> {
    select(vec!["FI", "EN", "SV", "XX"]).prop_map(|code| Code::new(code).expect("a code"))
}

fn correspondence_type() -> impl Strategy<Value = CorrespondenceType> {
    select(CorrespondenceType::ALL)
}

pub fn date() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
    (0..100u64).prop_map(move |days| first + chrono::Days::new(days))
}

pub fn money() -> impl Strategy<Value = Money> {
    prop_oneof![4 => 0..100_000i64, 1 => any::<i64>()].prop_map(Money)
}

fn minutes() -> impl Strategy<Value = Minutes> {
    prop_oneof![4 => 0..600u32, 1 => any::<u32>()].prop_map(Minutes)
}

fn setup_edit() -> impl Strategy<Value = SetupEdit> {
    prop_oneof![
        weighted(0.8, series()).prop_map(SetupEdit::ContactNos),
        any::<bool>().prop_map(SetupEdit::InheritSalesperson),
        any::<bool>().prop_map(SetupEdit::InheritAddress),
        any::<bool>().prop_map(SetupEdit::InheritCommunication),
        of(salesperson()).prop_map(SetupEdit::DefaultSalesperson),
        of(language()).prop_map(SetupEdit::DefaultLanguage),
        of(correspondence_type()).prop_map(SetupEdit::DefaultCorrespondenceType),
        code().prop_map(SetupEdit::Currency),
    ]
}

fn series_edit() -> impl Strategy<Value = SeriesEdit> {
    let line = prop_oneof![
        of(date()).prop_map(LineEdit::StartingDate),
        no().prop_map(LineEdit::StartingNo),
        no().prop_map(LineEdit::EndingNo),
        no().prop_map(LineEdit::WarningNo),
        no().prop_map(LineEdit::LastNoUsed),
        (0..4u32).prop_map(LineEdit::IncrementBy),
        any::<bool>().prop_map(LineEdit::AllowGaps),
    ];
    prop_oneof![
        2 => code().prop_map(SeriesEdit::Code),
        1 => weighted(0.8, Just(())).prop_map(|on| SeriesEdit::DefaultNos(on.is_some())),
        1 => weighted(0.8, Just(())).prop_map(|on| SeriesEdit::ManualNos(on.is_some())),
        1 => any::<bool>().prop_map(SeriesEdit::DateOrder),
        2 => Just(SeriesEdit::AddLine),
        1 => (0..4u32).prop_map(SeriesEdit::DeleteLine),
        4 => (0..3u32, line).prop_map(|(line_no, edit)| SeriesEdit::Line(line_no, edit)),
        1 => series().prop_map(SeriesEdit::AddRelated),
        1 => series().prop_map(SeriesEdit::RemoveRelated),
    ]
}

fn salesperson_edit() -> impl Strategy<Value = SalespersonEdit> {
    prop_oneof![
        3 => code().prop_map(SalespersonEdit::Code),
        3 => name().prop_map(SalespersonEdit::Name),
        1 => text().prop_map(SalespersonEdit::Email),
        1 => any::<bool>().prop_map(SalespersonEdit::Blocked),
        1 => any::<bool>().prop_map(SalespersonEdit::PrivacyBlocked),
    ]
}

fn contact_edit() -> impl Strategy<Value = ContactEdit> {
    prop_oneof![
        2 => no().prop_map(ContactEdit::No),
        1 => series().prop_map(ContactEdit::Series),
        4 => select(ContactType::ALL).prop_map(ContactEdit::Type),
        5 => name().prop_map(ContactEdit::Name),
        1 => name().prop_map(ContactEdit::Surname),
        4 => weighted(0.8, contact()).prop_map(ContactEdit::Company),
        1 => text().prop_map(ContactEdit::Address),
        1 => select(vec!["", "a@b.fi", "c@d.fi", "x"]).prop_map(|mail| ContactEdit::Email(mail.into())),
        2 => of(salesperson()).prop_map(ContactEdit::Salesperson),
        1 => of(language()).prop_map(ContactEdit::Language),
        1 => of(correspondence_type()).prop_map(ContactEdit::CorrespondenceType),
        1 => weighted(0.3, Just(())).prop_map(|on| ContactEdit::PrivacyBlocked(on.is_some())),
    ]
}

fn group_edit() -> impl Strategy<Value = GroupEdit> {
    prop_oneof![
        code().prop_map(GroupEdit::Code),
        text().prop_map(GroupEdit::Description)
    ]
}

fn template_edit() -> impl Strategy<Value = TemplateEdit> {
    prop_oneof![
        3 => code().prop_map(TemplateEdit::Code),
        2 => of(group()).prop_map(TemplateEdit::Group),
        2 => text().prop_map(TemplateEdit::Description),
        1 => money().prop_map(TemplateEdit::UnitCost),
        1 => minutes().prop_map(TemplateEdit::UnitDuration),
        1 => of(correspondence_type()).prop_map(TemplateEdit::CorrespondenceType),
        1 => any::<bool>().prop_map(TemplateEdit::IgnoreContactCorrespondenceType),
        1 => of(language()).prop_map(TemplateEdit::DefaultLanguage),
        2 => language().prop_map(TemplateEdit::AddLanguage),
        1 => language().prop_map(TemplateEdit::RemoveLanguage),
    ]
}

//! Master records, made and changed by commands as on their cards; and the words for it, one
//! statement for each field.

use super::words::{Words, code};
use super::{Desk, describe_card, describe_series};
use expect_test::Expect;
use lokikirja::domain::change::Record;
use lokikirja::domain::classification::ClassKey;
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::id::{ContactId, SeriesId, Single};
use lokikirja::domain::interaction::template::{
    GroupEdit, InteractionGroup, InteractionTemplate, TemplateEdit,
};
use lokikirja::domain::number_series::lines::LineEdit;
use lokikirja::domain::number_series::{NumberSeries, SeriesEdit};
use lokikirja::domain::setup::{MarketingSetup, SetupEdit};
use lokikirja::domain::values::ContactType;
use lokikirja::domain::{Command, Refusal, Revision};

/// What every card does: each field is a command of its own.
impl Desk {
    /// The revision at which a card opened now would see a row.
    pub fn revision<R: Record>(&self, id: R::Id) -> Revision {
        let stored = self.records.stored::<R>(id);
        stored.map(|stored| stored.revision).unwrap_or_default()
    }

    #[track_caller]
    fn one_by_one(&mut self, words: &str, command: impl Fn(&Self, Words) -> Command) {
        for words in Words::of(words) {
            let command = command(self, words);
            self.must(command);
        }
    }

    #[track_caller]
    fn one_refused(
        &mut self,
        words: &str,
        command: impl Fn(&Self, Words) -> Command,
        expected: Expect,
    ) {
        let [words]: [Words; 1] = Words::of(words).try_into().expect("one edit");
        let command = command(self, words);
        self.refused(command, expected);
    }
}

/// Contacts: `no CT9`, `series CONT`, `is person`, `name 'x'`, `first x`, `middle x`, `surname x`,
/// `of CT1`, `title x`, `address x`, `address-2 x`, `post-code x`, `city x`, `country FI`,
/// `phone x`, `mobile x`, `email x`, `page x`, `salesperson JK`, `language FI`, `type email`,
/// `blocked`, `unblocked`, `level A`, `salutation A`, `excluded on`. `-` chooses nothing, `''` types nothing.
impl Desk {
    /// Creates a contact, which must not be refused.
    #[track_caller]
    pub fn create_contact(&mut self, words: &str) -> ContactId {
        let id = self.new_id();
        let edits = self.contact_edits(words);
        self.must(Command::CreateContact(id, edits));
        id
    }

    /// Creates a contact, which must be refused.
    #[track_caller]
    pub fn create_contact_refused(&mut self, words: &str, expected: Expect) {
        let id = self.new_id();
        let edits = self.contact_edits(words);
        self.refused(Command::CreateContact(id, edits), expected);
    }

    /// Changes fields of a contact one after the other.
    #[track_caller]
    pub fn change_contact(&mut self, no: &str, words: &str) {
        let id = self.contact(no);
        self.one_by_one(words, |desk, words| desk.contact_command(id, words));
    }

    /// Changes a field, which must be refused.
    #[track_caller]
    pub fn change_contact_refused(&mut self, no: &str, words: &str, expected: Expect) {
        let id = self.contact(no);
        self.one_refused(
            words,
            |desk, words| desk.contact_command(id, words),
            expected,
        );
    }

    /// Deletes a contact, which must not be refused.
    #[track_caller]
    pub fn delete_contact(&mut self, no: &str) {
        let id = self.contact(no);
        let seen = self.revision::<Contact>(id);
        self.must(Command::DeleteContact(id, seen));
    }

    /// Compares a contact's card.
    #[track_caller]
    pub fn card(&self, no: &str, expected: Expect) {
        let contact = self.row::<Contact>(self.contact(no));
        expected.assert_eq(&describe_card(&self.records, &contact));
    }

    /// Compares the numbers of all contacts, in order.
    #[track_caller]
    pub fn contact_nos(&self, expected: Expect) {
        let nos: Vec<&str> = self
            .records
            .contacts_by_no()
            .map(|contact| contact.no.as_str())
            .collect();
        expected.assert_eq(&nos.join(" "));
    }

    fn contact_command(&self, id: ContactId, words: Words) -> Command {
        let seen = self.revision::<Contact>(id);
        Command::EditContact(id, seen, self.contact_edit(words))
    }

    #[track_caller]
    fn contact_edits(&self, words: &str) -> Vec<ContactEdit> {
        let statements = Words::of(words).into_iter();
        statements.map(|words| self.contact_edit(words)).collect()
    }

    #[track_caller]
    fn contact_edit(&self, mut words: Words) -> ContactEdit {
        match words.next().as_str() {
            "no" => ContactEdit::No(words.next()),
            "series" => ContactEdit::Series(self.series(&words.next())),
            "is" => ContactEdit::Type(match words.next().as_str() {
                "person" => ContactType::Person,
                "company" => ContactType::Company,
                other => panic!("no contact is {other:?}"),
            }),
            "name" => ContactEdit::Name(words.next()),
            "first" => ContactEdit::FirstName(words.next()),
            "middle" => ContactEdit::MiddleName(words.next()),
            "surname" => ContactEdit::Surname(words.next()),
            "of" => ContactEdit::Company(words.optional().map(|no| self.contact(&no))),
            "title" => ContactEdit::JobTitle(words.next()),
            "level" => {
                ContactEdit::OrganizationalLevel(words.optional().map(|it| match self.class(&it) {
                    ClassKey::OrganizationalLevel(id) => id,
                    other => panic!("{other:?} is no level"),
                }))
            }
            "salutation" => {
                ContactEdit::Salutation(words.optional().map(|it| match self.class(&it) {
                    ClassKey::Salutation(id) => id,
                    other => panic!("{other:?} is no salutation"),
                }))
            }
            "excluded" => ContactEdit::ExcludeFromSegment(words.on_or_off()),
            "address" => ContactEdit::Address(words.next()),
            "address-2" => ContactEdit::Address2(words.next()),
            "post-code" => ContactEdit::PostCode(words.next()),
            "city" => ContactEdit::City(words.next()),
            "country" => ContactEdit::Country(words.optional().map(|it| code(&it))),
            "phone" => ContactEdit::Phone(words.next()),
            "mobile" => ContactEdit::MobilePhone(words.next()),
            "email" => ContactEdit::Email(words.next()),
            "page" => ContactEdit::HomePage(words.next()),
            "salesperson" => {
                ContactEdit::Salesperson(words.optional().map(|code| self.salesperson(&code)))
            }
            "language" => ContactEdit::Language(words.optional().map(|it| code(&it))),
            "type" => ContactEdit::CorrespondenceType(words.correspondence_type()),
            "blocked" => ContactEdit::PrivacyBlocked(true),
            "unblocked" => ContactEdit::PrivacyBlocked(false),
            other => panic!("a contact has no {other:?}"),
        }
    }
}

/// Number series: `code CONT`, `description x`, `automatic on`, `typed off`, `ordered on`, `line`,
/// `delete-line 1`, `start 1 CT001`, `end 1 CT999`, `warn 1 CT990`, `last 1 CT007`,
/// `from 1 2026-01-01`, `by 1 10`, `gaps 1 on`, `related X`, `unrelated X`.
impl Desk {
    /// Creates a number series, which must not be refused.
    #[track_caller]
    pub fn create_series(&mut self, words: &str) -> SeriesId {
        let id = self.new_id();
        let edits = self.series_edits(words);
        self.must(Command::CreateNumberSeries(id, edits));
        id
    }

    /// Creates a number series, which must be refused.
    #[track_caller]
    pub fn create_series_refused(&mut self, words: &str, expected: Expect) {
        let id = self.new_id();
        let edits = self.series_edits(words);
        self.refused(Command::CreateNumberSeries(id, edits), expected);
    }

    /// Changes fields of a series one after the other.
    #[track_caller]
    pub fn change_series(&mut self, code: &str, words: &str) {
        let id = self.series(code);
        self.one_by_one(words, |desk, words| desk.series_command(id, words));
    }

    /// Changes a field, which must be refused.
    #[track_caller]
    pub fn change_series_refused(&mut self, code: &str, words: &str, expected: Expect) {
        let id = self.series(code);
        self.one_refused(
            words,
            |desk, words| desk.series_command(id, words),
            expected,
        );
    }

    /// Deletes a series.
    pub fn delete_series(&mut self, code: &str) -> Result<(), Refusal> {
        let id = self.series(code);
        let seen = self.revision::<NumberSeries>(id);
        self.run(Command::DeleteNumberSeries(id, seen))
    }

    /// Compares a series: its switches, then its lines.
    #[track_caller]
    pub fn series_is(&self, code: &str, expected: Expect) {
        let series = self.row::<NumberSeries>(self.series(code));
        expected.assert_eq(&describe_series(&self.records, &series));
    }

    fn series_command(&self, id: SeriesId, words: Words) -> Command {
        let seen = self.revision::<NumberSeries>(id);
        Command::EditNumberSeries(id, seen, self.series_edit(words))
    }

    #[track_caller]
    fn series_edits(&self, words: &str) -> Vec<SeriesEdit> {
        let statements = Words::of(words).into_iter();
        statements.map(|words| self.series_edit(words)).collect()
    }

    #[track_caller]
    fn series_edit(&self, mut words: Words) -> SeriesEdit {
        match words.next().as_str() {
            "code" => SeriesEdit::Code(words.next()),
            "description" => SeriesEdit::Description(words.next()),
            "automatic" => SeriesEdit::DefaultNos(words.on_or_off()),
            "typed" => SeriesEdit::ManualNos(words.on_or_off()),
            "ordered" => SeriesEdit::DateOrder(words.on_or_off()),
            "line" => SeriesEdit::AddLine,
            "delete-line" => SeriesEdit::DeleteLine(words.number()),
            "related" => SeriesEdit::AddRelated(self.series(&words.next())),
            "unrelated" => SeriesEdit::RemoveRelated(self.series(&words.next())),
            field => {
                let line_no = words.number();
                let edit = match field {
                    "from" => LineEdit::StartingDate(words.date()),
                    "start" => LineEdit::StartingNo(words.next()),
                    "end" => LineEdit::EndingNo(words.next()),
                    "warn" => LineEdit::WarningNo(words.next()),
                    "last" => LineEdit::LastNoUsed(words.next()),
                    "by" => LineEdit::IncrementBy(words.number()),
                    "gaps" => LineEdit::AllowGaps(words.on_or_off()),
                    other => panic!("a series has no {other:?}"),
                };
                SeriesEdit::Line(line_no, edit)
            }
        }
    }
}

/// The marketing setup: `currency EUR`, `contacts-from CONT`, `campaigns-from CAMP`, `segments-from SEGM`, `inherit-salesperson off` and so on
/// with `country`, `language`, `address`, `communication`, `salesperson JK`, `country FI`,
/// `language FI`, `type email`.
impl Desk {
    /// Changes settings one after the other.
    #[track_caller]
    pub fn set_up(&mut self, words: &str) {
        self.one_by_one(words, Self::setup_command);
    }

    /// Changes a setting, which must be refused.
    #[track_caller]
    pub fn set_up_refused(&mut self, words: &str, expected: Expect) {
        self.one_refused(words, Self::setup_command, expected);
    }

    #[track_caller]
    fn setup_command(&self, mut words: Words) -> Command {
        let edit = match words.next().as_str() {
            "currency" => SetupEdit::Currency(words.next()),
            "contacts-from" => {
                SetupEdit::ContactNos(words.optional().map(|code| self.series(&code)))
            }
            "campaigns-from" => {
                SetupEdit::CampaignNos(words.optional().map(|code| self.series(&code)))
            }
            "segments-from" => {
                SetupEdit::SegmentNos(words.optional().map(|code| self.series(&code)))
            }
            "inherit-salesperson" => SetupEdit::InheritSalesperson(words.on_or_off()),
            "inherit-country" => SetupEdit::InheritCountry(words.on_or_off()),
            "inherit-language" => SetupEdit::InheritLanguage(words.on_or_off()),
            "inherit-address" => SetupEdit::InheritAddress(words.on_or_off()),
            "inherit-communication" => SetupEdit::InheritCommunication(words.on_or_off()),
            "salesperson" => {
                SetupEdit::DefaultSalesperson(words.optional().map(|code| self.salesperson(&code)))
            }
            "country" => SetupEdit::DefaultCountry(words.optional().map(|it| code(&it))),
            "language" => SetupEdit::DefaultLanguage(words.optional().map(|it| code(&it))),
            "type" => SetupEdit::DefaultCorrespondenceType(words.correspondence_type()),
            "own-address" => SetupEdit::OwnAddress(words.next()),
            "own-address-2" => SetupEdit::OwnAddress2(words.next()),
            "own-post-code" => SetupEdit::OwnPostCode(words.next()),
            "own-city" => SetupEdit::OwnCity(words.next()),
            "own-country" => SetupEdit::OwnCountry(words.optional().map(|it| code(&it))),
            "own-phone" => SetupEdit::OwnPhone(words.next()),
            "own-email" => SetupEdit::OwnEmail(words.next()),
            "own-page" => SetupEdit::OwnHomePage(words.next()),
            "cover-sheets" => {
                SetupEdit::CoverSheetTemplate(words.optional().map(|code| self.template(&code)))
            }
            other => panic!("the setup has no {other:?}"),
        };
        Command::EditSetup(self.revision::<MarketingSetup>(Single), edit)
    }
}

/// Groups (`code X`, `description x`) and templates (`code X`, `group X`, `description x`,
/// `cost 1.00`, `duration 5`, `flow out`, `by us`, `type email`, `ignores`, `heeds`, `default FI`,
/// `language FI`, `remark FI x`, `no-language FI`, `campaign CP1`, `target on`, `response on`).
impl Desk {
    /// Creates a group.
    pub fn create_group(&mut self, words: &str) -> Result<(), Refusal> {
        let id = self.new_id();
        let edits = Words::of(words).into_iter().map(group_edit).collect();
        self.run(Command::CreateInteractionGroup(id, edits))
    }

    /// Changes a field of a group.
    pub fn change_group(&mut self, code: &str, words: &str) -> Result<(), Refusal> {
        let [words]: [Words; 1] = Words::of(words).try_into().expect("one edit");
        let id = self.group(code);
        let seen = self.revision::<InteractionGroup>(id);
        self.run(Command::EditInteractionGroup(id, seen, group_edit(words)))
    }

    /// Deletes a group.
    pub fn delete_group(&mut self, code: &str) -> Result<(), Refusal> {
        let id = self.group(code);
        let seen = self.revision::<InteractionGroup>(id);
        self.run(Command::DeleteInteractionGroup(id, seen))
    }

    /// Creates a template.
    pub fn create_template(&mut self, words: &str) -> Result<(), Refusal> {
        let id = self.new_id();
        let statements = Words::of(words).into_iter();
        let edits = statements.map(|words| self.template_edit(words)).collect();
        self.run(Command::CreateInteractionTemplate(id, edits))
    }

    /// Changes a field of a template.
    pub fn change_template(&mut self, code: &str, words: &str) -> Result<(), Refusal> {
        let [words]: [Words; 1] = Words::of(words).try_into().expect("one edit");
        let id = self.template(code);
        let seen = self.revision::<InteractionTemplate>(id);
        let edit = self.template_edit(words);
        self.run(Command::EditInteractionTemplate(id, seen, edit))
    }

    /// Deletes a template.
    pub fn delete_template(&mut self, code: &str) -> Result<(), Refusal> {
        let id = self.template(code);
        let seen = self.revision::<InteractionTemplate>(id);
        self.run(Command::DeleteInteractionTemplate(id, seen))
    }

    #[track_caller]
    fn template_edit(&self, mut words: Words) -> TemplateEdit {
        match words.next().as_str() {
            "code" => TemplateEdit::Code(words.next()),
            "group" => TemplateEdit::Group(words.optional().map(|code| self.group(&code))),
            "description" => TemplateEdit::Description(words.next()),
            "cost" => TemplateEdit::UnitCost(words.money()),
            "duration" => TemplateEdit::UnitDuration(words.minutes()),
            "flow" => TemplateEdit::InformationFlow(words.flow()),
            "by" => TemplateEdit::InitiatedBy(words.initiated_by()),
            "type" => TemplateEdit::CorrespondenceType(words.correspondence_type()),
            "ignores" => TemplateEdit::IgnoreContactCorrespondenceType(true),
            "heeds" => TemplateEdit::IgnoreContactCorrespondenceType(false),
            "default" => TemplateEdit::DefaultLanguage(words.optional().map(|it| code(&it))),
            "language" => TemplateEdit::AddLanguage(code(&words.next())),
            "remark" => TemplateEdit::LanguageDescription(code(&words.next()), words.next()),
            "campaign" => TemplateEdit::Campaign(words.optional().map(|no| self.campaign(&no))),
            "target" => TemplateEdit::CampaignTarget(words.on_or_off()),
            "response" => TemplateEdit::CampaignResponse(words.on_or_off()),
            "no-language" => TemplateEdit::RemoveLanguage(code(&words.next())),
            other => panic!("a template has no {other:?}"),
        }
    }
}

#[track_caller]
fn group_edit(mut words: Words) -> GroupEdit {
    match words.next().as_str() {
        "code" => GroupEdit::Code(words.next()),
        "description" => GroupEdit::Description(words.next()),
        other => panic!("a group has no {other:?}"),
    }
}

//! Salutation formulas: how a contact is addressed in a letter, formally or informally, in each
//! language (`SalutationFormula.Table.al`).
//!
//! A formula is a text with merge fields: `Dear {{contact.first_name}},`. A field that is blank goes
//! with one of the blanks around it, so `Dear {{contact.job_title}} {{contact.surname}},` reads well
//! without a title. The source product puts `%1` to `%5` into the text and keeps apart what each
//! stands for; ours name it where it stands, as all content does.

use super::Salutation;
use crate::domain::change::{Revision, Table};
use crate::domain::code::{TEXT_MAX, filled};
use crate::domain::contact::Contact;
use crate::domain::editable::{self, Editable};
use crate::domain::id::{FormulaId, SalutationId};
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::values::{FormulaType, LanguageCode, language};
use crate::domain::work::Work;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How contacts with a salutation are addressed in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalutationFormula {
    /// Identity.
    pub id: FormulaId,
    /// Whose formula.
    pub salutation: SalutationId,
    /// In this language; none: in every language that has no formula of its own.
    pub language: Option<LanguageCode>,
    /// Formal or informal. A salutation has one formula of each in a language.
    pub kind: FormulaType,
    /// The text with its merge fields, at most 100 characters.
    pub text: String,
}

/// What a merge field stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePart {
    /// A person's job title.
    JobTitle,
    /// A person's first name.
    FirstName,
    /// A person's middle name.
    MiddleName,
    /// A person's surname.
    Surname,
    /// The full name, of a person or a company.
    Name,
    /// The name of the company; a company's own.
    Company,
}

impl NamePart {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::JobTitle,
        Self::FirstName,
        Self::MiddleName,
        Self::Surname,
        Self::Name,
        Self::Company,
    ];

    /// How a text asks for it.
    pub fn merge_field(self) -> &'static str {
        match self {
            Self::JobTitle => "{{contact.job_title}}",
            Self::FirstName => "{{contact.first_name}}",
            Self::MiddleName => "{{contact.middle_name}}",
            Self::Surname => "{{contact.surname}}",
            Self::Name => "{{contact.name}}",
            Self::Company => "{{contact.company}}",
        }
    }

    /// The field of a contact that it shows.
    pub fn field(self) -> Field {
        match self {
            Self::JobTitle => Field::JobTitle,
            Self::FirstName => Field::FirstName,
            Self::MiddleName => Field::MiddleName,
            Self::Surname => Field::Surname,
            Self::Name => Field::Name,
            Self::Company => Field::Company,
        }
    }

    fn of<'a>(self, records: &'a Records, contact: &'a Contact) -> &'a str {
        match (self, contact.person()) {
            (Self::Name, _) => &contact.name,
            (Self::Company, _) => contact.company_name(records).unwrap_or_default(),
            (_, None) => "",
            (Self::JobTitle, Some(person)) => &person.job_title,
            (Self::FirstName, Some(person)) => &person.first_name,
            (Self::MiddleName, Some(person)) => &person.middle_name,
            (Self::Surname, Some(person)) => &person.surname,
        }
    }
}

/// A change of one field of a formula, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormulaEdit {
    /// The language; none: every language without a formula of its own.
    Language(Option<LanguageCode>),
    /// Formal or informal.
    Type(FormulaType),
    /// The text.
    Text(String),
}

/// Adds a formula to a salutation: formal and in every language unless the edits say otherwise.
///
/// Errors: [`Reason::AlreadyCreated`]; [`Reason::NotFound`] for the salutation or the language; for
/// the text [`Reason::MustBeFilled`], [`Reason::TooLong`], [`Reason::UnknownMergeField`];
/// [`Reason::AlreadyUsed`] when the salutation has one of this type in this language.
pub(in crate::domain) fn create(
    work: &mut Work,
    id: FormulaId,
    salutation: SalutationId,
    edits: Vec<FormulaEdit>,
) -> Result<(), Refusal> {
    editable::refuse_second::<SalutationFormula>(work, id)?;
    let unnamed = RecordName::unnamed(Table::SalutationFormula);
    work.find::<Salutation>(salutation, &unnamed, Field::Salutation)?;
    let mut formula = SalutationFormula {
        id,
        salutation,
        language: None,
        kind: FormulaType::Formal,
        text: String::new(),
    };
    for edit in edits {
        formula.apply(work, edit)?;
    }
    if formula.text.is_empty() {
        return Err(unnamed.refuse(Field::SalutationText, Reason::MustBeFilled));
    }
    formula.refuse_second_of_its_sort(work)?;
    work.notice(Notice::Created(
        Table::SalutationFormula,
        formula.text.clone(),
    ));
    work.put(formula);
    Ok(())
}

/// Changes one field of a formula.
///
/// Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`], and those of [`create`] for the field.
pub(in crate::domain) fn edit(
    work: &mut Work,
    id: FormulaId,
    seen: Revision,
    edit: FormulaEdit,
) -> Result<(), Refusal> {
    let (_, after) = editable::edit::<SalutationFormula>(work, id, seen, edit)?;
    after.refuse_second_of_its_sort(work)
}

/// Deletes a formula.
///
/// Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`].
pub(in crate::domain) fn delete(
    work: &mut Work,
    id: FormulaId,
    seen: Revision,
) -> Result<(), Refusal> {
    let formula = editable::seen::<SalutationFormula>(work, id, seen)?;
    work.delete::<SalutationFormula>(id);
    let text = formula.text.clone();
    work.notice(Notice::Deleted(Table::SalutationFormula, text));
    Ok(())
}

/// A salutation is deleted: its formulas go with it.
pub(super) fn delete_all_of(work: &mut Work, salutation: SalutationId) {
    for id in of(work, salutation).map(|row| row.id).collect::<Vec<_>>() {
        work.delete::<SalutationFormula>(id);
    }
}

/// The formulas of a salutation as they are now.
pub(in crate::domain) fn of<'a>(
    work: &'a Work,
    salutation: SalutationId,
) -> impl Iterator<Item = Arc<SalutationFormula>> + 'a {
    let all = work.all::<SalutationFormula>();
    all.filter(move |row| row.salutation == salutation)
}

impl SalutationFormula {
    /// True for another formula that says the same of the same contacts.
    pub(in crate::domain) fn is_of_the_sort_of(&self, other: &Self) -> bool {
        self.salutation == other.salutation
            && self.language == other.language
            && self.kind == other.kind
    }

    fn refuse_second_of_its_sort(&self, work: &Work) -> Result<(), Refusal> {
        let mut others = of(work, self.salutation);
        if others.any(|other| other.id != self.id && other.is_of_the_sort_of(self)) {
            return Err(self
                .record_name()
                .refuse(Field::Language, Reason::AlreadyUsed));
        }
        Ok(())
    }

    /// The text with the contact's names in place of its merge fields.
    pub fn filled(&self, records: &Records, contact: &Contact) -> String {
        fill(&self.text, |part| part.of(records, contact))
    }
}

impl Records {
    /// The formulas of a salutation, in order of creation.
    pub fn formulas_of(
        &self,
        salutation: SalutationId,
    ) -> impl Iterator<Item = &Arc<SalutationFormula>> {
        let all = self.all::<SalutationFormula>();
        all.filter(move |row| row.salutation == salutation)
    }

    /// The formula by which a salutation addresses in a language: that of the language, else the one
    /// for every language (`Contact.Table.al: GetSalutation`; the source product knows no *else*).
    pub fn formula(
        &self,
        salutation: SalutationId,
        language: Option<&LanguageCode>,
        kind: FormulaType,
    ) -> Option<&Arc<SalutationFormula>> {
        let of_kind = || self.formulas_of(salutation).filter(|row| row.kind == kind);
        let own = of_kind().find(|row| row.language.as_ref() == language);
        own.or_else(|| of_kind().find(|row| row.language.is_none()))
    }

    /// How a contact is addressed in a language: by the formula of its salutation, if there is one.
    pub fn addressed(
        &self,
        contact: &Contact,
        language: Option<&LanguageCode>,
        kind: FormulaType,
    ) -> Option<String> {
        let formula = self.formula(contact.salutation?, language, kind)?;
        Some(formula.filled(self, contact))
    }
}

impl Editable for SalutationFormula {
    type Edit = FormulaEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::SalutationFormula, &self.text)
    }

    fn apply(&mut self, _: &Work, edit: FormulaEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        match edit {
            FormulaEdit::Language(choice) => {
                let checked = choice.map(language).transpose();
                self.language = checked.map_err(|reason| name.refuse(Field::Language, reason))?;
            }
            FormulaEdit::Type(kind) => self.kind = kind,
            FormulaEdit::Text(typed) => {
                self.text = checked_text(&typed)
                    .map_err(|reason| name.refuse(Field::SalutationText, reason))?;
            }
        }
        Ok(())
    }
}

/// A text whose merge fields are all known. Errors: [`Reason::MustBeFilled`], [`Reason::TooLong`],
/// [`Reason::UnknownMergeField`].
fn checked_text(typed: &str) -> Result<String, Reason> {
    let text = filled(typed, TEXT_MAX)?;
    let mut unknown = None;
    for piece in pieces(&text) {
        if let Piece::Unknown(field) = piece {
            let named = field.trim_start_matches('{').trim_end_matches('}');
            unknown = Some(named.to_owned());
        }
    }
    match unknown {
        Some(what) => Err(Reason::UnknownMergeField { what }),
        None => Ok(text),
    }
}

/// A stretch of a text.
enum Piece<'a> {
    Text(&'a str),
    Field(NamePart),
    /// What looks like a merge field and is none.
    Unknown(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(begin) = rest.find("{{") {
        if begin > 0 {
            pieces.push(Piece::Text(&rest[..begin]));
        }
        let end = rest[begin..]
            .find("}}")
            .map_or(rest.len(), |at| begin + at + 2);
        let field = &rest[begin..end];
        let known = NamePart::ALL
            .iter()
            .find(|part| part.merge_field() == field);
        pieces.push(known.map_or(Piece::Unknown(field), |part| Piece::Field(*part)));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// Puts values in place of merge fields. A blank one goes with the blank after it, or, where there is
/// none, with the blank before it.
fn fill<'a>(text: &str, value: impl Fn(NamePart) -> &'a str) -> String {
    let mut filled = String::new();
    let mut is_after_nothing = false;
    for piece in pieces(text) {
        match piece {
            Piece::Field(part) => {
                let value = value(part);
                filled.push_str(value);
                is_after_nothing = value.is_empty();
            }
            Piece::Text(text) | Piece::Unknown(text) => {
                let without = text.strip_prefix(' ').filter(|_| is_after_nothing);
                if is_after_nothing && without.is_none() && filled.ends_with(' ') {
                    filled.pop();
                }
                filled.push_str(without.unwrap_or(text));
                is_after_nothing = false;
            }
        }
    }
    filled.trim_end().to_owned()
}

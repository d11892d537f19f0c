//! English: why something was refused, and what was done.

use super::notices::notice;
use super::{FORMATS, terms::TERMS};
use crate::domain::{Reason, Table};
use crate::language::explain::{About, ExplainTexts};
use crate::language::format::FormatError;

pub(super) const EXPLAIN: ExplainTexts = ExplainTexts {
    reason,
    notice,
    format_error,
    inbound: |what, contact| format!("{what} from {contact}"),
    outbound: |what, by| format!("{what} by {by}"),
};

fn reason(about: &About, reason: &Reason) -> String {
    let field = about.name.unwrap_or("This");
    match reason {
        Reason::MustBeFilled => format!("{field} must be filled in."),
        Reason::TooLong { max, is } => format!(
            "{field} is too long: it holds {}, this has {}. Shorten it.",
            characters(*max),
            FORMATS.count((*is).into())
        ),
        Reason::NotPrintable => {
            format!("{field} holds a character that cannot be shown. Type the text again.")
        }
        Reason::Negative => format!("{field} cannot be below zero."),
        Reason::TooLarge => match &about.largest {
            Some(largest) => format!("{field} is too large. At most {largest} fits."),
            None => format!("{field} is too large. Enter a smaller number."),
        },
        Reason::NotPositive => format!("{field} must be at least 1."),
        Reason::NotAnEmail => {
            format!("{field} must be one e-mail address, such as name@company.example.")
        }
        Reason::NotAPhoneNumber => format!("{field} is a phone number: it cannot have letters."),
        Reason::NotAWebAddress => {
            format!("{field} must be a web address that starts with http:// or https://.")
        }
        Reason::UnknownMergeField { what } => {
            format!("{field}: {what} is no merge field. Use those listed below.")
        }
        Reason::NotACurrencyCode => {
            format!("{field} must be a currency code of three letters, such as EUR.")
        }
        Reason::NoDigit => {
            format!("{field} needs a digit, so that it can be counted up, such as CT000001.")
        }
        Reason::NotFound => {
            format!("{field}: what was chosen does not exist. Choose again from the list.")
        }
        Reason::AlreadyUsed => {
            format!("{field}: another record has the same value. Enter a different one.")
        }
        Reason::AlreadyCreated => {
            "This is saved already. Nothing was written twice; you can close the form.".into()
        }
        Reason::InUse { by, n } => format!(
            "It is in use by {}, so it cannot be deleted or changed. Take it out there first.",
            (TERMS.n_records)(*by, *n)
        ),
        Reason::ChangedMeanwhile => "It was changed in another tab or on another device after you \
             opened it. Nothing was overwritten: look at the new values and make your change again."
            .into(),
        Reason::Gone => {
            "It was deleted in another tab or on another device. Your change was not saved.".into()
        }
        Reason::ChangedSince => "It was changed after that, so that cannot be taken back any \
             more. Nothing was changed now."
            .into(),
        Reason::RefersToDeleted => format!(
            "{field}: what it refers to was deleted after that, so that cannot be taken back. \
             Nothing was changed now."
        ),
        Reason::CannotBeUndone => "This cannot be undone. Nothing was changed now.".into(),
        Reason::PersonsOnly => {
            format!("{field} belongs to persons only. Change the type to Person first.")
        }
        Reason::CompaniesOnly => format!("{field} belongs to companies only."),
        Reason::NotACompany => format!("{field} must be a company. A person was chosen."),
        Reason::PrivacyBlocked if about.is_salesperson() => {
            "The salesperson is privacy blocked. Choose somebody else.".into()
        }
        Reason::PrivacyBlocked => "The contact is privacy blocked: no new interactions can be \
             created for it. The mark can be taken off on the contact's card."
            .into(),
        Reason::SalespersonBlocked => {
            "The salesperson is blocked. Choose somebody else, or take the mark off on the \
             salesperson's card."
                .into()
        }
        Reason::ContactFirst => "Choose the contact first, then the interaction template.".into(),
        Reason::TemplateFirst => "Choose the interaction template first, then the language.".into(),
        Reason::TemplateHasNoLanguage => "The interaction template does not have this language. \
             Choose one that it has, or none."
            .into(),
        Reason::NoContent => "There is nothing to send: the interaction template has no content. \
             Log it without sending, or choose another template."
            .into(),
        Reason::Locked => {
            format!("{field} cannot be changed here: the form was opened from that record.")
        }
        Reason::NotPostponed => "This interaction is not postponed any more: it was finished in \
             another tab or on another device. Look for it in Interaction Log Entries."
            .into(),
        Reason::StillPostponed => "This interaction is postponed. Resume it first: only what is \
             logged can be canceled or evaluated."
            .into(),
        Reason::SegmentCanceled { no } => format!(
            "It is canceled because logged segment {no} is canceled. Switch the checkmark there \
             instead."
        ),
        Reason::CampaignEntryCanceled { no } => format!(
            "It is canceled because campaign entry {no} is canceled. Switch the checkmark there \
             instead."
        ),
        Reason::EndingDateFirst => {
            format!("{field}: the ending date would lie before the starting date.")
        }
        Reason::LanguageFirst => "Choose the language first, then the subject.".into(),
        Reason::LinesHaveContent { n } => format!(
            "The content of {} comes from the segment's present template and would be lost. Apply \
             the new template to all lines, or give those lines another template first.",
            (TERMS.n_records)(Table::SegmentLine, *n)
        ),
        Reason::TooManyLines { max } => format!(
            "A segment holds at most {}. Make a second segment for the others.",
            (TERMS.n_records)(Table::SegmentLine, *max)
        ),
        Reason::ContactsBlocked { names, n } => format!(
            "The segment cannot be logged: {} privacy blocked ({}). Delete their lines first.",
            match n {
                1 => "1 contact is".into(),
                n => format!("{} contacts are", FORMATS.count((*n).into())),
            },
            listed(names, *n, "and others")
        ),
        Reason::LoggedBefore => "A segment with this number was logged before. Give the segment \
             another number, or cancel and delete the logged one."
            .into(),
        Reason::NothingToSave => {
            "The segment has no criteria to save yet. Add contacts first.".into()
        }
        Reason::NothingToLog => {
            "The segment has no line with a contact. Add contacts first.".into()
        }
        Reason::SeriesNotSetUp => "No number series is chosen for these numbers. Choose one in \
             Marketing Setup, or type the number."
            .into(),
        Reason::NotAutomatic => "The number series gives no numbers by itself. Type the number, \
             or switch on Default Nos. in the series."
            .into(),
        Reason::NotManual => "The number series does not allow typed numbers. Leave the number \
             blank, or switch on Manual Nos. in the series."
            .into(),
        Reason::NoOpenLine { on } => format!(
            "No line of the number series is valid on {}. Add one, or give one an earlier starting \
             date.",
            FORMATS.date(*on)
        ),
        Reason::OutOfDateOrder { last } => format!(
            "The number series is used in order of date, and was last used on {}. Take a date \
             that is not earlier.",
            FORMATS.date(*last)
        ),
        Reason::NoStartingNo => {
            "The line of the number series has no Starting No. Fill it in first.".into()
        }
        Reason::Exhausted => "The number series has given its last number. Raise its Ending No., \
             or add a line."
            .into(),
        Reason::FormatDiffers => {
            format!("{field}: the next number would have another form. Correct the number series.")
        }
        Reason::EndingNoFirst => "Fill in the Ending No. first, then the Warning No.".into(),
        Reason::EndsBeforeItStarts => {
            format!("{field}: the numbers would end before they start. Enter a higher one.")
        }
        Reason::BeforeStartingNo => "The next number would lie before the Starting No. of the \
             number series. Correct the Starting No. or the Last No. used."
            .into(),
        Reason::ChangesLastNoUsed { last } => format!(
            "{field}: {last} was given as a number, and would look different with this. Enter a \
             number of the same form, or add another line."
        ),
        Reason::SeriesNotRelated => "This number series cannot be used here: it is neither the \
             one in Marketing Setup nor related to it."
            .into(),
    }
}

fn format_error(error: FormatError) -> String {
    match error {
        FormatError::NotADate => {
            "This is not a date. Type the day, then the month: 22 Nov 2026, 22/11 or t for today."
        }
        FormatError::NoSuchDay => {
            "The calendar has no such day. Type the day, then the month: 22 Nov 2026."
        }
        FormatError::YearOutOfRange => "The year must lie between 1900 and 2199.",
        FormatError::NotATime => "This is not a time of day. Type it as 14:35, 1435 or 9.",
        FormatError::NotAnAmount => "This is not an amount. Type it as 8.50.",
        FormatError::TooManyDecimals => "An amount has two decimals at most. Type it as 8.50.",
        FormatError::NotADuration => "This is not a duration. Type minutes, or 1 h 30 min.",
        FormatError::NotWholeMinutes => "A duration is in whole minutes. Type it as 15.",
        FormatError::NotANumber => "This is not a number. Type it as 8.50.",
        FormatError::NotACount => "This is not a whole number. Type it as 10.",
        FormatError::BelowZero => "This cannot be below zero.",
        FormatError::TooLarge => "This number is too large.",
    }
    .into()
}

/// Names after one another; `more` stands for those that are not named.
pub(super) fn listed(names: &[String], n: u32, more: &str) -> String {
    let named = names.join(", ");
    if names.len() < n as usize {
        format!("{named} {more}")
    } else {
        named
    }
}

fn characters(n: u32) -> String {
    match n {
        1 => "1 character".into(),
        n => format!("{} characters", FORMATS.count(n.into())),
    }
}

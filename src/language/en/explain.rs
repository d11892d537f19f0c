//! English: why something was refused, and what was done.

use super::{FORMATS, terms::TERMS, undo::UNDO};
use crate::domain::{Notice, Reason, Table};
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

fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Created(table, label) => {
            format!("{} {label} was created.", (TERMS.record)(*table))
        }
        Notice::Deleted(table, label) => {
            format!("{} {label} was deleted.", (TERMS.record)(*table))
        }
        Notice::CompanyDeleted { no, n_persons } => {
            let persons = match n_persons {
                1 => "its person".into(),
                n => format!("its {} persons", FORMATS.count((*n).into())),
            };
            format!("Company {no} was deleted with {persons}.")
        }
        Notice::GroupJoined { group, n } => format!(
            "{} {}: added {}.",
            (TERMS.record)(group.table),
            group.label,
            (TERMS.n_records)(Table::Contact, *n)
        ),
        Notice::GroupLeft { group, n } => format!(
            "{} {}: removed {}.",
            (TERMS.record)(group.table),
            group.label,
            (TERMS.n_records)(Table::Contact, *n)
        ),
        Notice::InteractionLogged(no) => format!("Interaction {no} was logged."),
        Notice::CoverSheetsLogged(n) => match n {
            1 => "The cover sheet is in the log.".into(),
            n => format!(
                "{} cover sheets are in the log.",
                FORMATS.count((*n).into())
            ),
        },
        Notice::InteractionPostponed(no) => format!("Interaction {no} was postponed."),
        Notice::LoggedWithoutEmail { contact } => {
            format!("Logged without sending: {contact} has no e-mail address.")
        }
        Notice::PostponedDeleted(n) => format!(
            "{} deleted from the postponed ones.",
            (TERMS.n_records)(Table::LogEntry, *n)
        ),
        Notice::CanceledSwitched { table, n, canceled } => {
            let records = (TERMS.n_records)(*table, *n);
            match canceled {
                true => format!("{records} canceled."),
                false => format!("{records} no longer canceled."),
            }
        }
        Notice::CanceledDeleted(table, n) => {
            let records = (TERMS.n_records)(*table, *n);
            format!("{records} deleted that had been canceled.")
        }
        Notice::Evaluated(n) => {
            let records = (TERMS.n_records)(Table::LogEntry, *n);
            format!("{records} evaluated.")
        }
        Notice::LinesAdded { n, n_blocked } => {
            let records = (TERMS.n_records)(Table::Contact, *n);
            with_rest(
                format!("{records} added."),
                "Left out, because privacy blocked",
                *n_blocked,
            )
        }
        Notice::ContactsAdded {
            n,
            n_existing,
            n_excluded,
            n_blocked,
        } => {
            let records = (TERMS.n_records)(Table::Contact, *n);
            let rest = [
                (
                    "Left out because they are in the segment already",
                    n_existing,
                ),
                (
                    "Left out because they are excluded from segments",
                    n_excluded,
                ),
                ("Left out because they are privacy blocked", n_blocked),
            ];
            with_rests(format!("Added {records}."), &rest)
        }
        Notice::CriteriaReused {
            code,
            n_added,
            n_removed,
            n_blocked,
        } => {
            let [added, removed] =
                [n_added, n_removed].map(|n| (TERMS.n_records)(Table::SegmentLine, *n));
            with_rest(
                format!("Criteria {code} reused: {added} added, {removed} removed."),
                "Left out because they are privacy blocked",
                *n_blocked,
            )
        }
        Notice::MailingGroupApplied {
            code,
            n_added,
            n_removed,
        } => {
            let records = (TERMS.n_records)(Table::Contact, *n_added);
            with_rest(
                format!("Added {records} to mailing group {code}."),
                "Removed from it",
                *n_removed,
            )
        }
        Notice::LinesDeleted(n) => {
            let records = (TERMS.n_records)(Table::SegmentLine, *n);
            format!("{records} deleted.")
        }
        Notice::LinesFollow(n) => {
            let records = (TERMS.n_records)(Table::SegmentLine, *n);
            format!("{records} changed too.")
        }
        Notice::WentBack {
            n_removed,
            n_restored,
            n_lost,
        } => {
            let [out, back] =
                [n_removed, n_restored].map(|n| (TERMS.n_records)(Table::SegmentLine, *n));
            with_rest(
                format!("Went back one step: {out} taken out, {back} restored."),
                "Not restored, because the contact was deleted",
                *n_lost,
            )
        }
        Notice::SegmentLogged {
            no,
            n_interactions,
            n_without_email,
        } => {
            let records = (TERMS.n_records)(Table::LogEntry, *n_interactions);
            with_rest(
                format!("Segment {no} has been logged: {records}."),
                "Logged without sending, because there is no e-mail address",
                *n_without_email,
            )
        }
        Notice::FollowUpCreated {
            no,
            n_contacts,
            n_duplicates,
        } => {
            let records = (TERMS.n_records)(Table::Contact, *n_contacts);
            with_rest(
                format!("Follow-up segment {no} was created with {records}."),
                "Left out, because their contact stands there already",
                *n_duplicates,
            )
        }
        Notice::SeriesNearlyExhausted {
            series,
            no,
            ending_no,
        } => format!(
            "Number series {series} is running out: {no} was given, {ending_no} is the last one."
        ),
        Notice::Undone(what) => (UNDO.undone)(what),
        Notice::Redone(what) => (UNDO.redone)(what),
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

/// A sentence, and how many were left out and why, if any were.
fn with_rest(sentence: String, why: &str, n: u32) -> String {
    match n {
        0 => sentence,
        n => format!("{sentence} {why}: {}.", FORMATS.count(n.into())),
    }
}

/// As [`with_rest`], for several reasons.
fn with_rests(sentence: String, rests: &[(&str, &u32)]) -> String {
    let more = |sentence, (why, n): &(&str, &u32)| with_rest(sentence, why, **n);
    rests.iter().fold(sentence, more)
}

/// Names after one another; `more` stands for those that are not named.
fn listed(names: &[String], n: u32, more: &str) -> String {
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

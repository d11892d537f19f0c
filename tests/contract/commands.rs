//! Commands that a user gives, for tests of books.

use super::samples::{form, moment, nth_id};
use lokikirja::domain::Command;
use lokikirja::domain::contact::ContactEdit;
use lokikirja::domain::id::{ContactId, SeriesId};
use lokikirja::domain::interaction::form::InteractionForm;
use lokikirja::domain::number_series::SeriesEdit;
use lokikirja::domain::number_series::lines::LineEdit;
use lokikirja::domain::salesperson::SalespersonEdit;
use lokikirja::domain::setup::SetupEdit;
use lokikirja::domain::values::ContactType;
use lokikirja::domain::{Moment, Revision};

/// Sets a company up: contacts are numbered from CT0001 on, and the first is there.
pub fn set_up() -> Command {
    let series = nth_id::<SeriesId>(900);
    Command::All(vec![
        Command::CreateNumberSeries(
            series,
            vec![
                SeriesEdit::Code("CONT".into()),
                SeriesEdit::DefaultNos(true),
                SeriesEdit::AddLine,
                SeriesEdit::Line(1, LineEdit::StartingNo("CT0001".into())),
            ],
        ),
        Command::EditSetup(Revision(0), SetupEdit::ContactNos(Some(series))),
        new_contact(0),
    ])
}

/// Creates the `n`th contact, under the next number.
pub fn new_contact(n: u32) -> Command {
    Command::CreateContact(
        nth_id(1000 + n),
        vec![
            ContactEdit::Type(ContactType::Company),
            ContactEdit::Name(format!("Asiakas {n} Oy")),
        ],
    )
}

/// Creates the `n`th salesperson.
pub fn new_salesperson(n: u32) -> Command {
    Command::CreateSalesperson(
        nth_id(n),
        vec![
            SalespersonEdit::Code(format!("S{n}")),
            SalespersonEdit::Name("Uusi".into()),
        ],
    )
}

/// Renames the `n`th salesperson, as a form saw it at this revision.
pub fn rename(n: u32, seen: Revision, name: &str) -> Command {
    Command::EditSalesperson(nth_id(n), seen, SalespersonEdit::Name(name.into()))
}

/// The form of the `n`th entry, with the first contact.
pub fn open_form(n: u32) -> InteractionForm {
    InteractionForm {
        contact: Some(nth_id::<ContactId>(1000)),
        ..form(n, "Soitto")
    }
}

/// Postpones the `n`th entry, under the next number.
pub fn postpone(n: u32) -> Command {
    Command::PostponeInteraction(Box::new(open_form(n)))
}

/// The moment of these samples, so many seconds later.
pub fn moment_at(seconds: u32) -> Moment {
    Moment {
        now: super::samples::at(seconds),
        ..moment()
    }
}

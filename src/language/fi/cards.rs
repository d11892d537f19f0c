//! Finnish: cards, and dialogs of new records.

use crate::language::cards::CardTexts;

pub(super) const CARDS: CardTexts = CardTexts {
    saved: |field| format!("Tallennettu: {field}"),
    saved_all: "Tallennettu",
    value_is_now: |value| format!("Nyt siinä on: {value}"),
    discard: "Hylätäänkö kirjoittamasi?",
    discard_detail: "Mitään ei ole vielä luotu.",
    discard_answer: "Hylkää",
    keep_editing: "Jatka muokkaamista",
    no_such: "Sellaista ei ole. Valitse luettelosta.",
};

//! Finnish: what was done.

use super::{FORMATS, terms::TERMS, undo::UNDO};
use crate::domain::{Notice, Table};

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Created(table, label) => format!("{} {label} luotiin.", (TERMS.record)(*table)),
        Notice::Deleted(table, label) => {
            format!("{} {label} poistettiin.", (TERMS.record)(*table))
        }
        Notice::CompanyDeleted { no, n_persons } => {
            let persons = match n_persons {
                1 => "sen henkilö".into(),
                n => format!("sen {} henkilöä", FORMATS.count((*n).into())),
            };
            format!("Yritys {no} ja {persons} poistettiin.")
        }
        Notice::ContactsDeleted { n, n_persons } => {
            let records = (TERMS.n_records)(Table::Contact, *n);
            with_rest(
                format!("Poistettiin {records}."),
                "Yritysten mukana poistettiin henkilöitä",
                *n_persons,
            )
        }
        Notice::ContactErased {
            no,
            n_interactions,
            n_postponed,
        } => {
            let contact = no.as_ref().map_or_else(String::new, |no| format!(" {no}"));
            with_rests(
                format!("Kontaktin{contact} tiedot poistettiin pysyvästi."),
                &[
                    ("Nimettömiksi muutettuja vuorovaikutuksia", n_interactions),
                    ("Poistettuja lykättyjä vuorovaikutuksia", n_postponed),
                ],
            )
        }
        Notice::SalespersonAssigned { code, n, n_follow } => {
            let records = (TERMS.n_records)(Table::Contact, *n);
            let sentence = match (code, n) {
                (Some(code), 0) => format!("Kaikkien myyjä on jo {code}."),
                (Some(code), _) => format!("Myyjä on nyt {code}: {records}."),
                (None, 0) => "Yhdelläkään ei ollut myyjää.".into(),
                (None, _) => format!("Ilman myyjää jäi {records}."),
            };
            with_rest(sentence, "Yrityksensä mukana muuttui henkilöitä", *n_follow)
        }
        Notice::GroupJoined { group, n: 0 } => format!(
            "{} {}: kaikki ovat siinä jo.",
            (TERMS.record)(group.table),
            group.label
        ),
        Notice::GroupLeft { group, n: 0 } => format!(
            "{} {}: kukaan ei ollut siinä.",
            (TERMS.record)(group.table),
            group.label
        ),
        Notice::GroupJoined { group, n } => format!(
            "{} {}: lisättiin {}.",
            (TERMS.record)(group.table),
            group.label,
            (TERMS.n_records)(Table::Contact, *n)
        ),
        Notice::GroupLeft { group, n } => format!(
            "{} {}: poistettiin {}.",
            (TERMS.record)(group.table),
            group.label,
            (TERMS.n_records)(Table::Contact, *n)
        ),
        Notice::InteractionLogged(no) => format!("Vuorovaikutus {no} kirjattiin lokiin."),
        Notice::CoverSheetsLogged(n) => match n {
            1 => "Saate on kirjattu lokiin.".into(),
            n => format!(
                "{} saatetta on kirjattu lokiin.",
                FORMATS.count((*n).into())
            ),
        },
        Notice::InteractionPostponed(no) => format!("Vuorovaikutus {no} lykättiin."),
        Notice::LoggedWithoutEmail { contact } => format!(
            "Kirjattiin lokiin lähettämättä: kontaktilla ei ole sähköpostiosoitetta ({contact})."
        ),
        Notice::PostponedDeleted(n) => format!(
            "Lykätyistä poistettiin {}.",
            (TERMS.n_records)(Table::LogEntry, *n)
        ),
        Notice::CanceledSwitched { table, n, canceled } => {
            let records = (TERMS.n_records)(*table, *n);
            match canceled {
                true => format!("Peruutettiin {records}."),
                false => format!("Palautettiin voimaan {records}."),
            }
        }
        Notice::CanceledDeleted(table, n) => {
            let records = (TERMS.n_records)(*table, *n);
            format!("Peruutetuista poistettiin {records}.")
        }
        Notice::Evaluated(n) => {
            let records = (TERMS.n_records)(Table::LogEntry, *n);
            format!("Arvioitiin {records}.")
        }
        Notice::LinesAdded { n, n_blocked } => {
            let records = (TERMS.n_records)(Table::Contact, *n);
            with_rest(
                format!("Lisättiin {records}."),
                "Pois jätettiin tietosuojasyistä estetyt",
                *n_blocked,
            )
        }
        Notice::ContactsAdded {
            n,
            n_existing,
            n_excluded,
            n_blocked,
        } => {
            let rest = [
                ("Pois jätettiin segmentissä jo olevat", n_existing),
                ("Pois jätettiin segmenteistä pois jätettävät", n_excluded),
                ("Pois jätettiin tietosuojasyistä estetyt", n_blocked),
            ];
            let records = (TERMS.n_records)(Table::Contact, *n);
            let sentence = match (n, rest.iter().all(|(_, n)| **n == 0)) {
                (0, true) => "Ketään ei lisätty: mikään kontakti ei täytä kriteerejä.".into(),
                (0, false) => "Ketään ei lisätty.".into(),
                _ => format!("Lisättiin {records}."),
            };
            with_rests(sentence, &rest)
        }
        Notice::CriteriaReused {
            code,
            n_added,
            n_removed,
            n_blocked,
        } => {
            let [added, removed] =
                [n_added, n_removed].map(|n| (TERMS.n_records)(Table::SegmentLine, *n));
            let sentence = match (n_added, n_removed) {
                (0, 0) => format!("Kriteeriä {code} käytettiin: mikään ei muuttunut."),
                _ => format!(
                    "Kriteeriä {code} käytettiin: lisättiin {added}, poistettiin {removed}."
                ),
            };
            with_rest(
                sentence,
                "Pois jätettiin tietosuojasyistä estetyt",
                *n_blocked,
            )
        }
        Notice::MailingGroupApplied {
            code,
            n_added,
            n_removed,
        } => {
            let records = (TERMS.n_records)(Table::Contact, *n_added);
            let sentence = match n_added {
                0 => format!("Kaikki ovat jo postitusryhmässä {code}."),
                _ => format!("Postitusryhmään {code} lisättiin {records}."),
            };
            with_rest(sentence, "Ryhmästä poistettiin muut", *n_removed)
        }
        Notice::LinesDeleted(0) => "Yhtään riviä ei poistettu: kriteerit eivät koske niitä.".into(),
        Notice::LinesDeleted(n) => {
            let records = (TERMS.n_records)(Table::SegmentLine, *n);
            format!("Poistettiin {records}.")
        }
        Notice::LinesFollow(n) => {
            let records = (TERMS.n_records)(Table::SegmentLine, *n);
            format!("Samalla muutettiin {records}.")
        }
        Notice::WentBack {
            n_removed,
            n_restored,
            n_lost,
        } => {
            let [out, back] =
                [n_removed, n_restored].map(|n| (TERMS.n_records)(Table::SegmentLine, *n));
            with_rest(
                format!("Palattiin yksi vaihe taaksepäin: poistettiin {out}, palautettiin {back}."),
                "Palauttamatta jäi, koska kontakti on poistettu",
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
                format!("Segmentti {no} kirjattiin lokiin: {records}."),
                "Lähettämättä jäi, koska sähköpostiosoite puuttuu",
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
                format!("Seurantasegmentti {no} luotiin, ja siinä on {records}."),
                "Pois jätettiin rivit, joiden kontakti on jo mukana",
                *n_duplicates,
            )
        }
        Notice::SeriesNearlyExhausted {
            series,
            no,
            ending_no,
        } => {
            format!("Numerosarja {series} on loppumassa: annettiin {no}, viimeinen on {ending_no}.")
        }
        Notice::Repaired(n) => match n {
            1 => "1 tietue korjattiin.".into(),
            n => format!("{} tietuetta korjattiin.", FORMATS.count((*n).into())),
        },
        Notice::Undone(what) => (UNDO.undone)(what),
        Notice::Redone(what) => (UNDO.redone)(what),
    }
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

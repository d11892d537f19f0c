//! Criteria as sentences.

use crate::desk::Desk;
use crate::desk::criteria::criteria;
use expect_test::expect;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::segment::criteria::{ActionKind, Origin};
use lokikirja::domain::segment::selection::Part;
use lokikirja::language::{Lang, criteria as language, messages};
use std::collections::BTreeSet;

#[test]
fn an_action_says_what_it_does_and_to_whom() {
    let moment = Desk::with("").moment.clone();
    for (lang, expected) in [
        (
            Lang::En,
            expect![[r#"
                Add Contacts: 1 contact chosen by hand
                Reduce Contacts: 1,200 contacts chosen by hand
                Add Contacts: Contacts of logged segment 4
                Add Contacts: All contacts
                Add Contacts: Mailing group NEWS or GOLF; Type Person, City Helsinki
                Refine Contacts: Interaction: Interaction Template VISIT, Evaluation Very Positive or Positive, Cost 8.50 or more
                Reduce Contacts: No interaction: Date 1 Jan 2026 or later; Entire Companies
                Add Contacts: No industry group of the company; Allow Existing Contacts; Expand Companies; Allow Related Companies; Ignore Exclusion
                Add Contacts: Exclude from Segment Yes; All except: Salesperson blank"#]],
        ),
        (
            Lang::Fi,
            expect![[r#"
                Lisää kontakteja: 1 käsin valittu kontakti
                Vähennä kontakteja: 1 200 käsin valittua kontaktia
                Lisää kontakteja: Lokiin kirjatun segmentin 4 kontaktit
                Lisää kontakteja: Kaikki kontaktit
                Lisää kontakteja: Postitusryhmä NEWS tai GOLF; Tyyppi Henkilö, Paikkakunta Helsinki
                Tarkenna kontakteja: Vuorovaikutus: Vuorovaikutusmalli VISIT, Arviointi Erittäin myönteinen tai Myönteinen, Kustannus 8,50 tai enemmän
                Vähennä kontakteja: Ei vuorovaikutusta: Päivämäärä 1.1.2026 tai myöhemmin; Kokonaiset yritykset
                Lisää kontakteja: Ei yrityksen toimialaryhmää; Salli segmentissä jo olevat kontaktit; Laajenna yritykset; Salli liittyvät yritykset; Ohita pois jättäminen
                Lisää kontakteja: Jätä pois segmenteistä Kyllä; Kaikki paitsi: Myyjä tyhjä"#]],
        ),
    ] {
        let m = messages(lang);
        let say = |kind, origin: Origin, n| language::sentence(m, &moment, "EUR", kind, &origin, n);
        let by = |words: &str| Origin::Criteria(Box::new(criteria(words)));
        let lines = [
            say(ActionKind::Add, Origin::ByHand, 1),
            say(ActionKind::Reduce, Origin::ByHand, 1200),
            say(ActionKind::Add, Origin::Logged(EntryNo(4)), 0),
            say(ActionKind::Add, by(""), 0),
            say(
                ActionKind::Add,
                by("mailing code NEWS|GOLF; contact type 1 city Helsinki"),
                0,
            ),
            say(
                ActionKind::Refine,
                by("interaction template VISIT evaluation 0|1 cost '>=8.5'"),
                0,
            ),
            say(
                ActionKind::Reduce,
                by("no interaction date '2026-01-01..'; with entire"),
                0,
            ),
            say(
                ActionKind::Add,
                by("no industry; with existing expand related ignoring"),
                0,
            ),
            say(
                ActionKind::Add,
                by("contact excludefromsegment 1; no contact salesperson ''"),
                0,
            ),
        ];
        expected.assert_eq(&lines.join("\n"));
    }
}

/// Every field of every part has a name of its own there, and lists their captions.
#[test]
fn fields_of_a_part_have_names_of_their_own() {
    for lang in Lang::ALL {
        let m = messages(lang);
        for part in Part::ALL {
            let names: BTreeSet<_> = part
                .fields()
                .iter()
                .map(|it| (m.terms.field)(it.0))
                .collect();
            assert_eq!(names.len(), part.fields().len(), "{part:?}");
            for (field, kind) in part.fields() {
                let n = language::options(m, *field).len();
                let expected = match kind {
                    lokikirja::domain::filter::Kind::Option { n } => usize::from(*n),
                    _ => 0,
                };
                assert_eq!(n, expected, "{field:?}");
            }
        }
    }
}

//! Finnish: troubles with the device.

use crate::journal::JournalError;
use crate::language::trouble::{Told, TroubleTexts};

pub(super) const TROUBLE: TroubleTexts = TroubleTexts {
    journal,
    missing: || {
        Told::new(
            "Tällä laitteella ei ole tämännimistä lokikirjaa.",
            "Palauta varmuuskopio, avaa toinen yritys tai aloita tyhjällä lokikirjalla.",
        )
    },
    emptied: |m, expected, found| {
        let count = |n| m.format.count(n);
        Told::new(
            format!(
                "Tietoja puuttuu: laitteella oli {} tietuetta, ja jäljellä on {}. Selain tai levy on hukannut loput.",
                count(expected),
                count(found)
            ),
            "Palauta varmuuskopio, jos sinulla on sellainen. Voit myös jatkaa sillä, mitä on jäljellä; tallenna se ensin omaan tiedostoonsa.",
        )
    },
    some_damage: |n| {
        match n {
        1 => "Yksi tietue on ristiriidassa toisen kanssa. Voit jatkaa työtä. Asetusten Tarkista tiedot näyttää, mikä, ja korjaa sen, minkä voi.".into(),
        n => format!("{n} tietuetta on ristiriidassa muiden kanssa. Voit jatkaa työtä. Asetusten Tarkista tiedot näyttää, mitkä, ja korjaa sen, minkä voi."),
    }
    },
    unreadable_drafts: |n| match n {
        1 => "Yhtä luonnosta ei voi lukea tällä Lokikirjan versiolla. Se säilytetään.".into(),
        n => format!("{n} luonnosta ei voi lukea tällä Lokikirjan versiolla. Ne säilytetään."),
    },
    not_saved: "Ei tallennettu.",
};

fn journal(error: &JournalError) -> Told {
    match error {
        JournalError::Full => Told::new(
            "Laite tai selaimelle varattu tila on täynnä.",
            "Vapauta laitteelta tilaa ja yritä uudelleen. Lukeminen onnistuu yhä.",
        ),
        JournalError::Taken => Told::new(
            "Muut välilehdet ehtivät kerta toisensa jälkeen ensin.",
            "Yritä uudelleen.",
        ),
        JournalError::Blocked => Told::new(
            "Toinen välilehti pitää auki vanhempaa Lokikirjan versiota.",
            "Sulje muut Lokikirjan välilehdet ja yritä uudelleen.",
        ),
        JournalError::Busy => Told::new(
            "Toinen Lokikirjan välilehti tekee tätä parhaillaan.",
            "Odota, kunnes se on valmis, ja yritä uudelleen.",
        ),
        JournalError::Newer { .. } => Told::new(
            "Tämän lokikirjan on kirjoittanut Lokikirjan uudempi versio.",
            "Lataa sivu uudelleen, niin saat sen version.",
        ),
        JournalError::Superseded => Told::new(
            "Toisessa välilehdessä on Lokikirjan uudempi versio, joka on ottanut lokikirjan haltuunsa.",
            "Lataa tämä sivu uudelleen.",
        ),
        JournalError::Damaged { place, detail } => Told::new(
            "Osaa tallennetusta lokikirjasta ei voi lukea.",
            "Yritä kerran uudelleen. Jos se ei auta, tallenna se, minkä voi lukea, ja palauta se tai varmuuskopio uutena yrityksenä; täällä oleva jää ennalleen.",
        )
        .with(format!("{place}: {detail}")),
        JournalError::Closed => Told::new(
            "Selain sulki yhteyden lokikirjaan. Ei ole varmaa, tallentuiko viimeinen muutos.",
            "Lataa sivu uudelleen ja tarkista.",
        ),
        JournalError::Gone => Told::new(
            "Lokikirjaa ei ole enää tällä laitteella: se on poistettu toisessa välilehdessä, tai selaimen tiedot on tyhjennetty.",
            "Palauta varmuuskopio, avaa toinen yritys tai aloita tyhjällä lokikirjalla.",
        ),
        JournalError::Denied => Told::new(
            "Selain ei anna sivun tallentaa mitään: syynä on asetus tai yksityinen ikkuna.",
            "Salli sivun tallentaa tietoja ja yritä uudelleen, tai jatka tallentamatta.",
        ),
        JournalError::Unavailable { detail } => Told::new(
            "Laite ei vastaa niin kuin pitäisi.",
            "Yritä uudelleen. Jos se ei auta, käynnistä selain uudelleen ja tarkista, onko levy täynnä tai viallinen.",
        )
        .with(detail.clone()),
    }
}

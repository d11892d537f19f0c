//! Finnish: filters.

use crate::domain::dates::Letters;
use crate::domain::filter::{DayWords, Reason};
use crate::language::filter::FilterTexts;

pub(super) const FILTER: FilterTexts = FilterTexts {
    // The first of each are the source product's; then come common abbreviations and the English
    // letters, which every manual shows.
    letters: Letters {
        current: &["n", "c"],
        day: &["p", "pv", "d"],
        week: &["vi", "vk", "vko", "w"],
        month: &["k", "kk", "m"],
        quarter: &["q"],
        year: &["v", "y"],
        weekday: &["vip", "wd"],
    },
    day_words: DayWords {
        today: "t",
        work_date: "k",
    },
    yes: &["Kyllä", "k", "tosi", "1"],
    no: &["Ei", "e", "epätosi", "0"],
    reason,
    plain: super::filter_words::plain,
};

fn reason(reason: Reason) -> String {
    match reason {
        Reason::Empty => "Suodatin on vielä tyhjä.",
        Reason::MissingValue => "Tästä puuttuu arvo. Tyhjää haetaan kahdella heittomerkillä: ''.",
        Reason::MissingOperator => {
            "Kirjoita kahden ehdon väliin | (tai) tai & (ja). Jos merkki kuuluu tekstiin, kirjoita teksti heittomerkkeihin: 'A (B)'."
        }
        Reason::UnclosedQuote => "Lainaus jäi auki. Kirjoita heittomerkki myös loppuun.",
        Reason::UnclosedParenthesis => "Sulku jäi auki. Kirjoita ) siihen, mihin se päättyy.",
        Reason::UnmatchedParenthesis => {
            "Tälle sululle ei ole alkua. Jos se kuuluu tekstiin, kirjoita teksti heittomerkkeihin."
        }
        Reason::OperatorBeforeParenthesis => {
            "Kirjoita tämä merkki kunkin arvon eteen sulkujen sisään, ei sulkujen eteen."
        }
        Reason::RangeWithoutEnds => "Väli tarvitsee ainakin toisen pään: A.. tai ..C.",
        Reason::SeveralRanges => {
            "Yhdessä ehdossa voi olla yksi väli. Kirjoita kahden välin väliin | (tai): 1..3|7..9."
        }
        Reason::TooManyDots => {
            "Väli merkitään kahdella pisteellä: A..C. Jos pisteet kuuluvat tekstiin, kirjoita teksti heittomerkkeihin."
        }
        Reason::ComparedRange => {
            "Väliä ei voi verrata. Sen edessä voi olla vain <> (ei): <>A..C."
        }
        Reason::RangeBackwards => "Väli on väärin päin: loppu on ennen alkua.",
        Reason::WildcardNotHere => {
            "Merkit * ja ? eivät käy välissä eivätkä vertailussa. Jos merkki kuuluu tekstiin, kirjoita teksti heittomerkkeihin."
        }
        Reason::WildcardWithoutText => "Merkit * ja ? käyvät vain tekstikentissä.",
        Reason::IgnoreCaseNotHere => {
            "Merkki @ käy vain tekstikentissä, ei välissä eikä vertailussa."
        }
        Reason::BlankNotHere => {
            "Tyhjä ei voi olla välin pää, eikä sitä voi verrata. Jos haluat myös tyhjät, lisää suodattimeen |''."
        }
        Reason::NotOrdered => "Arvoja Kyllä ja Ei ei voi verrata. Kirjoita jompikumpi.",
        Reason::TooLong { max } => {
            return format!("Arvo on liian pitkä: enintään {max} merkkiä.");
        }
        Reason::TooManyTerms { max } => {
            return format!("Suodattimessa on liikaa ehtoja: enintään {max}.");
        }
        Reason::TooDeep { max } => {
            return format!("Sulkuja on liikaa sisäkkäin: enintään {max}.");
        }
        Reason::NotADate => {
            "Tämä ei ole päivämäärä. Kirjoita se muodossa 22.11.2026, t (tänään) tai -30P (30 päivää sitten)."
        }
        Reason::NoSuchDay => {
            "Tällaista päivää ei ole kalenterissa. Kirjoita ensin päivä, sitten kuukausi: 22.11.2026."
        }
        Reason::YearOutOfRange => "Vuoden on oltava väliltä 1900–2199.",
        Reason::DayOrYear => {
            "Tämä voi olla vuosi tai päivä ja kuukausi. Kirjoita vuosi välinä tai päivä muodossa 20.12."
        }
        Reason::FormulaTooLarge => {
            "Päivämäärän kaava on liian suuri. Siinä voi olla enintään kymmenen osaa ja lukuja 9999:ään asti."
        }
        Reason::NotATime => "Tämä ei ole kellonaika. Kirjoita se muodossa 14.35, 1435 tai 9.",
        Reason::NotANumber => "Tämä ei ole luku. Kirjoita se muodossa 10 tai 8,50.",
        Reason::TooManyDecimals { max: 0 } => {
            "Kentässä on vain kokonaislukuja. Kirjoita luku muodossa 10."
        }
        Reason::TooManyDecimals { max: 1 } => "Kentän luvuissa on enintään yksi desimaali.",
        Reason::TooManyDecimals { max } => {
            return format!("Kentän luvuissa on enintään {max} desimaalia.");
        }
        Reason::TooLarge => "Luku on liian suuri.",
        Reason::NotADuration => "Tämä ei ole kesto. Kirjoita minuutit tai esimerkiksi 1 h 30 min.",
        Reason::NotWholeMinutes => "Kesto on kokonaisia minuutteja. Kirjoita se muodossa 15.",
        Reason::NotAnOption => "Kentässä ei ole tällaista arvoa. Kirjoita jonkin arvon alku.",
        Reason::SeveralOptions => "Useampi kentän arvo alkaa näin. Kirjoita enemmän.",
        Reason::NotYesNo => "Kirjoita Kyllä tai Ei.",
    }
    .into()
}

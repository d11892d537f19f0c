//! Words: the little language of the desk. Statements end with `;` or a new line; `'…'` is one
//! word; a fault in it is a fault in the test and panics.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use lokikirja::domain::code::Code;
use lokikirja::domain::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, Minutes, Money,
};
use std::collections::VecDeque;

/// The words of one statement, read one after the other.
#[derive(Clone, Debug)]
pub struct Words(VecDeque<String>);

impl Words {
    /// The statements of a text.
    pub fn of(text: &str) -> Vec<Self> {
        let mut statements = vec![VecDeque::new()];
        let mut word: Option<String> = None;
        let mut quoted = false;
        for c in text.chars().chain([';']) {
            match c {
                '\'' => {
                    quoted = !quoted;
                    word.get_or_insert_default();
                }
                c if quoted => word.get_or_insert_default().push(c),
                c if c.is_whitespace() || c == ';' => {
                    let statement = statements.last_mut().expect("never empty");
                    statement.extend(word.take());
                    if c == ';' || c == '\n' {
                        statements.push(VecDeque::new());
                    }
                }
                c => word.get_or_insert_default().push(c),
            }
        }
        assert!(!quoted, "a quote is open in {text:?}");
        statements.retain(|words| !words.is_empty());
        statements.into_iter().map(Self).collect()
    }

    /// True when all words were read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next word.
    #[track_caller]
    pub fn next(&mut self) -> String {
        self.0.pop_front().expect("a word is missing")
    }

    /// The next word, or `None` for `-`.
    #[track_caller]
    pub fn optional(&mut self) -> Option<String> {
        Some(self.next()).filter(|word| word != "-")
    }

    /// The next word as a whole number.
    #[track_caller]
    pub fn number(&mut self) -> u32 {
        let word = self.next();
        word.parse()
            .unwrap_or_else(|_| panic!("{word:?} is no number"))
    }

    /// `on` or `off`.
    #[track_caller]
    pub fn on_or_off(&mut self) -> bool {
        let word = self.next();
        assert!(
            word == "on" || word == "off",
            "{word:?}: neither on nor off"
        );
        word == "on"
    }

    /// The next word as an amount such as `8.40`.
    #[track_caller]
    pub fn money(&mut self) -> Money {
        let word = self.next();
        let (whole, cents) = word.split_once('.').unwrap_or((&word, "00"));
        assert_eq!(cents.len(), 2, "{word:?} is no amount");
        let cents = format!("{whole}{cents}").parse();
        Money(cents.unwrap_or_else(|_| panic!("{word:?} is no amount")))
    }

    /// The next word as minutes.
    #[track_caller]
    pub fn minutes(&mut self) -> Minutes {
        Minutes(self.number())
    }

    /// The next word as a date such as `2026-03-04`; `-` is none.
    #[track_caller]
    pub fn date(&mut self) -> Option<NaiveDate> {
        let word = self.optional()?;
        Some(word.parse().unwrap_or_else(|_| panic!("{word:?}: no date")))
    }

    /// The next word as a time such as `10:15`; `-` is none.
    #[track_caller]
    pub fn time(&mut self) -> Option<NaiveTime> {
        let word = self.optional()?;
        let time = NaiveTime::parse_from_str(&word, "%H:%M");
        Some(time.unwrap_or_else(|_| panic!("{word:?}: no time")))
    }

    /// The next two words as a local time such as `2026-03-04 10:15:20`.
    #[track_caller]
    pub fn date_time(&mut self) -> NaiveDateTime {
        let text = format!("{}T{}", self.next(), self.next());
        text.parse().unwrap_or_else(|_| panic!("{text:?}: no time"))
    }

    /// `paper` or `email`; `-` is none.
    #[track_caller]
    pub fn correspondence_type(&mut self) -> Option<CorrespondenceType> {
        self.one_of(&[
            ("paper", CorrespondenceType::HardCopy),
            ("email", CorrespondenceType::Email),
        ])
    }

    /// `out` or `in`; `-` is none.
    #[track_caller]
    pub fn flow(&mut self) -> Option<InformationFlow> {
        self.one_of(&[
            ("out", InformationFlow::Outbound),
            ("in", InformationFlow::Inbound),
        ])
    }

    /// `us` or `them`; `-` is none.
    #[track_caller]
    pub fn initiated_by(&mut self) -> Option<InitiatedBy> {
        self.one_of(&[("us", InitiatedBy::Us), ("them", InitiatedBy::Them)])
    }

    /// `positive` and so on; `-` is none.
    #[track_caller]
    pub fn evaluation(&mut self) -> Option<Evaluation> {
        self.one_of(&[
            ("very-positive", Evaluation::VeryPositive),
            ("positive", Evaluation::Positive),
            ("neutral", Evaluation::Neutral),
            ("negative", Evaluation::Negative),
            ("very-negative", Evaluation::VeryNegative),
        ])
    }

    #[track_caller]
    fn one_of<V: Copy>(&mut self, values: &[(&str, V)]) -> Option<V> {
        let word = self.optional()?;
        let found = values.iter().find(|(name, _)| *name == word);
        Some(found.unwrap_or_else(|| panic!("{word:?}: no value")).1)
    }
}

/// A code that a test wrote.
#[track_caller]
pub fn code<const MAX: usize>(typed: &str) -> Code<MAX> {
    Code::new(typed).unwrap_or_else(|reason| panic!("{typed:?}: {reason:?}"))
}

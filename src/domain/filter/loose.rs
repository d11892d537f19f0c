//! Texts typed by people who know no signs: a part of a text is enough, whatever its case. Who
//! writes signs writes a filter as everywhere else, and `=` in front asks for the whole text.

use super::{Filter, Kind, Neutral, Plain, PlainValue, Words};

impl Filter {
    /// The values it asks for, if it asks for nothing else; blank is empty.
    pub fn values(&self) -> Option<Vec<String>> {
        let Plain::AnyOf(values) = self.plain(&Neutral) else {
            return None;
        };
        let text = |value: PlainValue| match value {
            PlainValue::Written(text) => Some(text),
            PlainValue::Blank => Some(String::new()),
            PlainValue::Today | PlainValue::Ago(..) => None,
        };
        values.into_iter().map(text).collect()
    }

    /// What was meant where this was read from `typed`: one whole text stands for its parts.
    pub fn loosened(self, typed: &str) -> Self {
        let is_exact = typed.trim_start().starts_with(['=', '\'']);
        let part = self.whole_text().filter(|_| !is_exact);
        let part = part.and_then(|text| Self::contains(self.kind, &text));
        part.unwrap_or(self)
    }

    /// Prints it so that reading and [`Filter::loosened`] give the same filter.
    pub fn print_loose(&self, words: &dyn Words) -> String {
        if self.whole_text().is_some() {
            return format!("={}", self.print(words));
        }
        let again = |text: &str| {
            let read = Self::parse(text, self.kind, words);
            read.is_ok_and(|filter| filter.loosened(text) == *self)
        };
        match self.plain(words) {
            Plain::Contains(part) if again(&part) => part,
            _ => self.print(words),
        }
    }

    /// The text that it asks for, if it is one whole text.
    fn whole_text(&self) -> Option<String> {
        match (self.kind, self.values()?.as_slice()) {
            (Kind::Text, [text]) if !text.is_empty() => Some(text.clone()),
            _ => None,
        }
    }
}

//! Prints filters: as they would be typed, with no parentheses and quotes but those that are needed.

use super::{Comparison, Day, Expr, Filter, Kind, Literal, Pattern, Sign, Term, Words};

pub(super) fn print(filter: &Filter, words: &dyn Words) -> String {
    let mut text = String::new();
    let printer = Printer {
        kind: filter.kind,
        words,
    };
    printer.expr(&filter.root, false, &mut text);
    text
}

/// A text as the value of a condition.
pub(super) fn text(text: &str) -> String {
    let quote = text.is_empty()
        || text.starts_with(['=', '@'])
        || text.starts_with(char::is_whitespace)
        || text.ends_with(char::is_whitespace);
    run(text, quote)
}

/// A text between wildcards, or a whole one.
fn run(text: &str, quote: bool) -> String {
    let has_signs = text.contains(['&', '|', '(', ')', '<', '>', '*', '?']);
    if quote || has_signs || text.starts_with('\'') || text.contains("..") {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        text.to_owned()
    }
}

struct Printer<'a> {
    kind: Kind,
    words: &'a dyn Words,
}

impl Printer<'_> {
    fn expr(&self, expr: &Expr, inside_all: bool, out: &mut String) {
        match expr {
            Expr::Any(members) => {
                if inside_all {
                    out.push('(');
                }
                self.list(members, '|', out);
                if inside_all {
                    out.push(')');
                }
            }
            Expr::All(members) => self.list(members, '&', out),
            Expr::Term(term) => self.term(term, out),
        }
    }

    fn list(&self, members: &[Expr], sign: char, out: &mut String) {
        for (at, member) in members.iter().enumerate() {
            if at > 0 {
                out.push(sign);
            }
            self.expr(member, sign == '&', out);
        }
    }

    fn term(&self, term: &Term, out: &mut String) {
        match term {
            Term::Is { not, value } => *out += &(self.not(*not) + &self.value(value, false)),
            Term::Like { not, pattern } => *out += &(self.not(*not) + &like(pattern)),
            Term::Compare(comparison, value) => {
                *out += match comparison {
                    Comparison::Less => "<",
                    Comparison::AtMost => "<=",
                    Comparison::Greater => ">",
                    Comparison::AtLeast => ">=",
                };
                *out += &self.value(value, false);
            }
            Term::Range { not, from, to } => {
                let end = |value: &Option<Literal>| {
                    value
                        .as_ref()
                        .map_or(String::new(), |v| self.value(v, true))
                };
                *out += &format!("{}{}..{}", self.not(*not), end(from), end(to));
            }
        }
    }

    fn not(&self, not: bool) -> String {
        if not { "<>".into() } else { String::new() }
    }

    fn value(&self, value: &Literal, in_range: bool) -> String {
        match value {
            Literal::Blank => "''".into(),
            Literal::Text(value) => written(value, in_range),
            Literal::Number(n) => match self.kind {
                Kind::Number { decimals } => self.words.number(*n, decimals),
                Kind::Duration => self.words.duration(*n),
                Kind::YesNo => written(&self.words.yes_no(*n != 0), in_range),
                _ => {
                    let value = u16::try_from(*n).expect("the place of a value in its list");
                    written(&self.words.option(value), in_range)
                }
            },
            Literal::Time(time) => self.words.time(*time),
            Literal::Day(day) => self.day(day),
        }
    }

    fn day(&self, day: &Day) -> String {
        let (words, letters) = (self.words.day_words(), self.words.letters());
        match day {
            Day::On(date) => self.words.date(*date),
            Day::FromToday(formula) if formula.is_empty() => words.today.into(),
            Day::FromToday(formula) => formula.print(letters, false),
            Day::FromWorkDate(formula) => {
                format!("{}{}", words.work_date, formula.print(letters, true))
            }
        }
    }
}

/// A text; beside the dots of a range its own are quoted.
fn written(value: &str, in_range: bool) -> String {
    if in_range && (value.starts_with('.') || value.ends_with('.')) {
        run(value, true)
    } else {
        text(value)
    }
}

fn like(pattern: &Pattern) -> String {
    let mut out = String::new();
    if pattern.fold {
        out.push('@');
    }
    let mut rest = &pattern.signs[..];
    while let Some(sign) = rest.first() {
        let n_chars = rest.iter().take_while(|one| matches!(one, Sign::Char(_)));
        let chars: String = n_chars
            .filter_map(|one| match one {
                Sign::Char(c) => Some(*c),
                Sign::One | Sign::Many => None,
            })
            .collect();
        match sign {
            Sign::Many => out.push('*'),
            Sign::One => out.push('?'),
            Sign::Char(_) => {
                let after = &rest[chars.chars().count()..];
                let (first, last) = (rest.len() == pattern.signs.len(), after.is_empty());
                let quote = (first
                    && chars.starts_with(|c: char| c.is_whitespace() || "=@".contains(c)))
                    || (last && chars.ends_with(char::is_whitespace));
                out += &run(&chars, quote);
                rest = after;
                continue;
            }
        }
        rest = &rest[1..];
    }
    out
}

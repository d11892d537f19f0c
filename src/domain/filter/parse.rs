//! Reads filters.
//!
//! Descends once through the text: conditions joined by `|`, those by `&`, then parentheses or a
//! single condition, which is cut into pieces before its values are read in the words of a language.

use super::build::literal_text;
use super::pieces::{Operand, Pieces};
use super::{
    Comparison, Day, Expr, Filter, FilterError, Kind, Literal, MAX_DEPTH, MAX_LENGTH, MAX_TERMS,
    ReadDay, Reason, Term, Words, alphabet,
};
use crate::domain::dates::{DateFormula, FormulaError, Letters};
use std::ops::Range;

pub(super) fn parse(text: &str, kind: Kind, words: &dyn Words) -> Result<Filter, FilterError> {
    let text: Vec<char> = text.chars().collect();
    let mut parser = Parser {
        text: &text,
        at: 0,
        kind,
        words,
        depth: 0,
        n_terms: 0,
    };
    parser.skip_blanks();
    if parser.peek().is_none() {
        return Err(error(0..text.len(), Reason::Empty));
    }
    let root = parser.any(None)?;
    match parser.peek() {
        None => Ok(Filter { kind, root }),
        Some(')') => Err(parser.here(Reason::UnmatchedParenthesis)),
        Some(_) => Err(parser.here(Reason::MissingOperator)),
    }
}

/// What stands before a value.
#[derive(Clone, Copy, PartialEq)]
enum Operator {
    Is,
    IsNot,
    Compare(Comparison),
}

struct Parser<'a> {
    text: &'a [char],
    /// The next character to read.
    at: usize,
    kind: Kind,
    words: &'a dyn Words,
    depth: usize,
    n_terms: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// An error at the next character.
    fn here(&self, reason: Reason) -> FilterError {
        error(self.at..(self.at + 1).min(self.text.len()), reason)
    }

    /// Conditions joined by `|`. `before` is the sign that asked for them.
    fn any(&mut self, before: Option<usize>) -> Result<Expr, FilterError> {
        let mut members = vec![self.all(before)?];
        while self.peek() == Some('|') {
            let sign = self.at;
            self.at += 1;
            members.push(self.all(Some(sign))?);
        }
        Ok(joined(members, true))
    }

    /// Conditions joined by `&`.
    fn all(&mut self, before: Option<usize>) -> Result<Expr, FilterError> {
        let mut members = vec![self.one(before)?];
        while self.peek() == Some('&') {
            let sign = self.at;
            self.at += 1;
            members.push(self.one(Some(sign))?);
        }
        Ok(joined(members, false))
    }

    /// A condition, or several in parentheses.
    fn one(&mut self, before: Option<usize>) -> Result<Expr, FilterError> {
        self.skip_blanks();
        match self.peek() {
            Some('(') => self.parentheses(),
            None | Some('|' | '&' | ')') => match before {
                Some(sign) => Err(error(sign..sign + 1, Reason::MissingValue)),
                None if self.peek() == Some(')') => Err(self.here(Reason::UnmatchedParenthesis)),
                None => Err(self.here(Reason::MissingValue)),
            },
            Some(_) => self.term().map(Expr::Term),
        }
    }

    fn parentheses(&mut self) -> Result<Expr, FilterError> {
        let open = self.at;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.here(Reason::TooDeep { max: MAX_DEPTH }));
        }
        self.at += 1;
        let inner = self.any(Some(open))?;
        if self.peek() != Some(')') {
            return Err(error(open..open + 1, Reason::UnclosedParenthesis));
        }
        self.at += 1;
        self.depth -= 1;
        self.skip_blanks();
        match self.peek() {
            None | Some('|' | '&' | ')') => Ok(inner),
            Some(_) => Err(self.here(Reason::MissingOperator)),
        }
    }

    fn operator(&mut self) -> Option<Operator> {
        let next = self.text.get(self.at + 1).copied();
        let (operator, length) = match (self.peek()?, next) {
            // A formula in brackets is a value.
            ('<', _) if self.kind == Kind::Date && super::pieces::bracket(self.text, self.at) => {
                return None;
            }
            ('<', Some('>')) => (Operator::IsNot, 2),
            ('<', Some('=')) => (Operator::Compare(Comparison::AtMost), 2),
            ('>', Some('=')) => (Operator::Compare(Comparison::AtLeast), 2),
            ('<', _) => (Operator::Compare(Comparison::Less), 1),
            ('>', _) => (Operator::Compare(Comparison::Greater), 1),
            ('=', _) => (Operator::Is, 1),
            _ => return None,
        };
        self.at += length;
        Some(operator)
    }

    fn term(&mut self) -> Result<Term, FilterError> {
        let start = self.at;
        let operator = self.operator();
        let after_operator = self.at;
        let pieces = Pieces::cut(self.text, &mut self.at, self.kind)?;
        if self.peek() == Some('(') {
            let nothing = pieces.is_nothing() && self.at > start;
            return Err(match nothing {
                true => error(start..self.at, Reason::OperatorBeforeParenthesis),
                false => self.here(Reason::MissingOperator),
            });
        }
        if pieces.is_nothing() {
            let end = after_operator.max(start + 1);
            return Err(error(start..end, Reason::MissingValue));
        }
        let mut end = self.at;
        while self.text[end - 1].is_whitespace() {
            end -= 1;
        }
        let all = start..end;
        self.n_terms += 1;
        if self.n_terms > MAX_TERMS {
            return Err(error(all, Reason::TooManyTerms { max: MAX_TERMS }));
        }
        let operator_at = start..after_operator;
        let operator = operator.unwrap_or(Operator::Is);
        if self.kind == Kind::YesNo {
            let dots = pieces.dots.clone();
            let compared = matches!(operator, Operator::Compare(_)).then_some(operator_at.clone());
            if let Some(at) = compared.or(dots) {
                return Err(error(at, Reason::NotOrdered));
            }
        }
        match pieces.dots.clone() {
            None => self.single(operator, &pieces.first),
            Some(_) if matches!(operator, Operator::Compare(_)) => {
                Err(error(operator_at, Reason::ComparedRange))
            }
            Some(dots) => self.range(operator == Operator::IsNot, &pieces, dots, all),
        }
    }

    /// A condition with one value.
    fn single(&self, operator: Operator, operand: &Operand) -> Result<Term, FilterError> {
        let not = operator == Operator::IsNot;
        if let Operator::Compare(comparison) = operator {
            let (first, last) = self.ends(operand)?;
            let value = match comparison {
                Comparison::Less | Comparison::AtLeast => first,
                Comparison::Greater | Comparison::AtMost => last,
            };
            return Ok(Term::Compare(comparison, value));
        }
        if operand.fold.is_some() || operand.wildcard.is_some() {
            self.has_text(operand)?;
            let Some(pattern) = operand.pattern(self.kind) else {
                return Ok(Term::Is {
                    not,
                    value: Literal::Blank,
                });
            };
            let n_chars = pattern.n_chars();
            return match n_chars > MAX_LENGTH {
                true => Err(too_long(operand)),
                false => Ok(Term::Like { not, pattern }),
            };
        }
        let (first, last) = self.values(operand)?;
        if first == last {
            return Ok(Term::Is { not, value: first });
        }
        let (from, to) = (Some(first), Some(last));
        Ok(Term::Range { not, from, to })
    }

    fn range(
        &self,
        not: bool,
        pieces: &Pieces,
        dots: Range<usize>,
        all: Range<usize>,
    ) -> Result<Term, FilterError> {
        let (first, second) = (&pieces.first, &pieces.second);
        if first.is_nothing() && second.is_nothing() {
            return Err(error(dots, Reason::RangeWithoutEnds));
        }
        let ends = |operand: &Operand| match operand.is_nothing() && operand.fold.is_none() {
            true => Ok(None),
            false => self.ends(operand).map(Some),
        };
        let from = ends(first)?.map(|(first, _)| first);
        let to = ends(second)?.map(|(_, last)| last);
        if is_backwards(&from, &to) {
            return Err(error(all, Reason::RangeBackwards));
        }
        Ok(Term::Range { not, from, to })
    }

    /// Wildcards and `@` stand in texts only.
    fn has_text(&self, operand: &Operand) -> Result<(), FilterError> {
        match (self.kind, &operand.fold, &operand.wildcard) {
            (Kind::Text | Kind::Code, _, _) => Ok(()),
            (_, Some(at), _) => Err(error(at.clone(), Reason::IgnoreCaseNotHere)),
            (_, _, Some(at)) => Err(error(at.clone(), Reason::WildcardWithoutText)),
            _ => Ok(()),
        }
    }

    /// The values of an operand in a range or a comparison.
    fn ends(&self, operand: &Operand) -> Result<(Literal, Literal), FilterError> {
        self.has_text(operand)?;
        if let Some(at) = &operand.fold {
            return Err(error(at.clone(), Reason::IgnoreCaseNotHere));
        }
        if let Some(at) = &operand.wildcard {
            return Err(error(at.clone(), Reason::WildcardNotHere));
        }
        let values = self.values(operand)?;
        match values.0 {
            Literal::Blank => Err(error(operand.at.clone(), Reason::BlankNotHere)),
            _ => Ok(values),
        }
    }

    /// The value of an operand without wildcards; of a month or a year its first day and its last.
    fn values(&self, operand: &Operand) -> Result<(Literal, Literal), FilterError> {
        let text = operand.text();
        if matches!(self.kind, Kind::Text | Kind::Code) {
            let value = literal_text(self.kind, &text).ok_or_else(|| too_long(operand))?;
            return Ok((value.clone(), value));
        }
        let text = text.trim();
        if text.is_empty() {
            return Ok((Literal::Blank, Literal::Blank));
        }
        if text.chars().count() > MAX_LENGTH {
            return Err(too_long(operand));
        }
        self.read(text, operand.bracket)
            .map_err(|reason| error(operand.at.clone(), reason))
    }

    fn read(&self, text: &str, bracket: bool) -> Result<(Literal, Literal), Reason> {
        let words = self.words;
        let number = |n| Ok(Literal::Number(n));
        let value = match self.kind {
            Kind::Text | Kind::Code => unreachable!("texts are not read in words"),
            Kind::Number { decimals } => number(words.read_number(text, decimals)?),
            Kind::Duration => number(words.read_duration(text)?),
            Kind::Option { n } => number(words.read_option(text, n)?.into()),
            Kind::YesNo => number(words.read_yes_no(text)?.into()),
            Kind::Time => Ok(Literal::Time(words.read_time(text)?)),
            Kind::Date if bracket => match DateFormula::parse(text, &Letters::ENGLISH) {
                Ok(formula) => Ok(Literal::Day(Day::FromToday(formula))),
                Err(FormulaError::TooLarge) => Err(Reason::FormulaTooLarge),
                Err(FormulaError::NotAFormula) => Err(Reason::NotADate),
            },
            Kind::Date => match words.read_day(text)? {
                ReadDay::Day(day) => Ok(Literal::Day(day)),
                ReadDay::Period(first, last) => {
                    let day = |date| Literal::Day(Day::On(date));
                    return Ok((day(first), day(last)));
                }
            },
        };
        value.map(|value: Literal| (value.clone(), value))
    }
}

pub(super) fn error(at: Range<usize>, reason: Reason) -> FilterError {
    FilterError { at, reason }
}

fn too_long(operand: &Operand) -> FilterError {
    error(operand.at.clone(), Reason::TooLong { max: MAX_LENGTH })
}

/// Conditions joined, in the one form that they have.
fn joined(members: Vec<Expr>, any: bool) -> Expr {
    let mut flat = Vec::with_capacity(members.len());
    for member in members {
        match member {
            Expr::Any(inner) if any => flat.extend(inner),
            Expr::All(inner) if !any => flat.extend(inner),
            other => flat.push(other),
        }
    }
    match (flat.len(), any) {
        (1, _) => flat.remove(0),
        (_, true) => Expr::Any(flat),
        (_, false) => Expr::All(flat),
    }
}

/// True if it is certain that a range holds nothing: its end comes before its beginning.
pub(super) fn is_backwards(from: &Option<Literal>, to: &Option<Literal>) -> bool {
    match (from, to) {
        (Some(Literal::Number(a)), Some(Literal::Number(b))) => a > b,
        (Some(Literal::Time(a)), Some(Literal::Time(b))) => a > b,
        (Some(Literal::Day(Day::On(a))), Some(Literal::Day(Day::On(b)))) => a > b,
        (Some(Literal::Text(a)), Some(Literal::Text(b))) => alphabet::compare(a, b).is_gt(),
        _ => false,
    }
}

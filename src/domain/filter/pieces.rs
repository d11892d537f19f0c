//! Cuts one condition into its values, and these into characters, wildcards and quoted text.

use super::build::cased;
use super::parse::error;
use super::{FilterError, Kind, Pattern, Reason, Sign};
use std::ops::Range;

/// The values of a condition: one, or two with dots between them.
#[derive(Default)]
pub(super) struct Pieces {
    pub first: Operand,
    pub dots: Option<Range<usize>>,
    pub second: Operand,
}

/// One value as it is written.
#[derive(Default)]
pub(super) struct Operand {
    /// Where it stands, without blanks around it.
    pub at: Range<usize>,
    /// Where the sign that ignores case stands.
    pub fold: Option<Range<usize>>,
    /// Where the first wildcard stands.
    pub wildcard: Option<Range<usize>>,
    /// A date formula in brackets.
    pub bracket: bool,
    signs: Vec<Sign>,
    /// Nothing is written, not even quotes.
    empty: bool,
    /// Behind the last sign of which blanks belong to the value.
    solid: usize,
}

impl Pieces {
    /// Cuts from `at` to the sign that ends the condition, and leaves `at` there.
    pub fn cut(text: &[char], at: &mut usize, kind: Kind) -> Result<Self, FilterError> {
        let mut pieces = Self {
            first: Operand::new(),
            dots: None,
            second: Operand::new(),
        };
        loop {
            let (operand, is_second) = match pieces.dots {
                None => (&mut pieces.first, false),
                Some(_) => (&mut pieces.second, true),
            };
            match operand.read(text, at, kind)? {
                None => return Ok(pieces),
                Some(dots) if is_second => return Err(error(dots, Reason::SeveralRanges)),
                Some(dots) => pieces.dots = Some(dots),
            }
        }
    }

    /// True if there is neither a value nor a range.
    pub fn is_nothing(&self) -> bool {
        self.dots.is_none() && self.first.is_nothing()
    }
}

impl Operand {
    fn new() -> Self {
        Self {
            empty: true,
            ..Self::default()
        }
    }

    /// True if nothing is written, not even quotes.
    pub fn is_nothing(&self) -> bool {
        self.empty
    }

    /// The value as text; wildcards have none.
    pub fn text(&self) -> String {
        let char = |sign: &Sign| match sign {
            Sign::Char(c) => Some(*c),
            Sign::One | Sign::Many => None,
        };
        self.signs.iter().filter_map(char).collect()
    }

    /// The value as a pattern for texts of this kind; none for blank.
    pub fn pattern(&self, kind: Kind) -> Option<Pattern> {
        let mut signs = Vec::with_capacity(self.signs.len());
        for sign in &self.signs {
            match sign {
                Sign::Char(c) => {
                    let cased = cased(kind, c.encode_utf8(&mut [0; 4]));
                    signs.extend(cased.chars().map(Sign::Char));
                }
                Sign::Many if signs.last() == Some(&Sign::Many) => {}
                other => signs.push(*other),
            }
        }
        let fold = self.fold.is_some();
        (!signs.is_empty()).then_some(Pattern { fold, signs })
    }

    /// Reads to the end of the value: gives the dots that end it, if dots do.
    fn read(
        &mut self,
        text: &[char],
        at: &mut usize,
        kind: Kind,
    ) -> Result<Option<Range<usize>>, FilterError> {
        while text.get(*at).is_some_and(|c| c.is_whitespace()) {
            *at += 1;
        }
        self.at = *at..*at;
        if kind == Kind::Date && bracket(text, *at) {
            self.read_bracket(text, at);
        }
        // A quote is one where a piece of text may begin, and an apostrophe inside a word.
        let mut may_quote = true;
        loop {
            let here = *at..*at + 1;
            let Some(&c) = text.get(*at) else { break };
            let is_dots = c == '.' && text.get(*at + 1) == Some(&'.');
            if self.bracket && !is_dots && !c.is_whitespace() && !"|&()".contains(c) {
                return Err(error(here, Reason::MissingOperator));
            }
            match c {
                '|' | '&' | '(' | ')' => break,
                '<' | '>' => return Err(error(here, Reason::MissingOperator)),
                '.' if is_dots => {
                    let after_digit = matches!(self.signs.last(), Some(Sign::Char('0'..='9')));
                    let dots = dots(text, *at, kind == Kind::Date && after_digit)?;
                    for _ in *at..dots.start {
                        self.push(Sign::Char('.'), dots.start);
                    }
                    *at = dots.end;
                    self.end();
                    return Ok(Some(dots));
                }
                '@' if self.signs.is_empty() && self.empty && self.fold.is_none() => {
                    self.fold = Some(here.clone());
                    self.at.end = here.end;
                    *at += 1;
                    while text.get(*at).is_some_and(|c| c.is_whitespace()) {
                        *at += 1;
                    }
                    continue;
                }
                '\'' if may_quote => {
                    self.read_quoted(text, at)?;
                    continue;
                }
                '*' | '?' => {
                    let sign = if c == '*' { Sign::Many } else { Sign::One };
                    self.wildcard.get_or_insert(here.clone());
                    self.push(sign, here.end);
                    may_quote = true;
                }
                blank if blank.is_whitespace() => {
                    self.signs.push(Sign::Char(blank));
                    may_quote = false;
                }
                other => {
                    self.push(Sign::Char(other), here.end);
                    may_quote = false;
                }
            }
            *at += 1;
        }
        self.end();
        Ok(None)
    }

    /// Adds a sign that is no blank; it ends at `end`.
    fn push(&mut self, sign: Sign, end: usize) {
        self.signs.push(sign);
        self.made_solid(end);
    }

    fn made_solid(&mut self, end: usize) {
        self.empty = false;
        self.solid = self.signs.len();
        self.at.end = end;
    }

    /// Leaves out the blanks at the end.
    fn end(&mut self) {
        self.signs.truncate(self.solid);
    }

    fn read_quoted(&mut self, text: &[char], at: &mut usize) -> Result<(), FilterError> {
        let open = *at;
        let mut next = open + 1;
        loop {
            match (text.get(next), text.get(next + 1)) {
                (None, _) => return Err(error(open..text.len(), Reason::UnclosedQuote)),
                (Some('\''), Some('\'')) => {
                    self.signs.push(Sign::Char('\''));
                    next += 2;
                }
                (Some('\''), _) => break,
                (Some(c), _) => {
                    self.signs.push(Sign::Char(*c));
                    next += 1;
                }
            }
        }
        *at = next + 1;
        self.made_solid(*at);
        Ok(())
    }

    fn read_bracket(&mut self, text: &[char], at: &mut usize) {
        self.bracket = true;
        *at += 1;
        while text[*at] != '>' {
            self.signs.push(Sign::Char(text[*at]));
            *at += 1;
        }
        *at += 1;
        self.made_solid(*at);
    }
}

/// True if a date formula in brackets begins here: it holds letters, digits and signs only.
pub(super) fn bracket(text: &[char], at: usize) -> bool {
    let Some((&'<', rest)) = text.get(at..).and_then(<[char]>::split_first) else {
        return false;
    };
    let inside = |c: &char| c.is_alphanumeric() || "+- ".contains(*c);
    match rest.iter().position(|c| !inside(c)) {
        Some(end) => end > 0 && rest[end] == '>',
        None => false,
    }
}

/// The two dots in a row of them. In front of them may stand the one with which a date ends in
/// Finnish, `1.11...30.11.`
fn dots(text: &[char], at: usize, one_before: bool) -> Result<Range<usize>, FilterError> {
    let n = text[at..].iter().take_while(|c| **c == '.').count();
    match n {
        2 => Ok(at..at + 2),
        3 if one_before => Ok(at + 1..at + 3),
        n => Err(error(at..at + n, Reason::TooManyDots)),
    }
}

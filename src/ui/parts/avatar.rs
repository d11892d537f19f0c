//! The mark of a contact: companies are square, persons round.

use super::plain::plain;
use leptos::prelude::*;

/// What the mark stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AvatarShape {
    /// A company, or anything else that is not a person.
    #[default]
    Square,
    /// A person.
    Round,
}

impl AvatarShape {
    const fn attribute(self) -> &'static str {
        match self {
            Self::Square => "square",
            Self::Round => "round",
        }
    }
}

/// How big the mark is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AvatarSize {
    /// In a row of a list: 26 px.
    Small,
    /// In a card: 30 px.
    #[default]
    Normal,
    /// At the head of a page: 42 px.
    Large,
}

impl AvatarSize {
    const fn attribute(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Normal => "normal",
            Self::Large => "large",
        }
    }
}

/// Two letters of a name. A screen reader does not hear them, because the name stands beside.
#[component]
pub fn Avatar(
    /// The name.
    #[prop(into)]
    name: Signal<String>,
    /// What it stands for.
    #[prop(optional)]
    shape: AvatarShape,
    /// How big.
    #[prop(optional)]
    size: AvatarSize,
) -> impl IntoView {
    let letters = Signal::derive(move || name.with(|name| initials(name)));
    view! {
        <span class="avatar" data-shape=shape.attribute() data-size=size.attribute() aria-hidden="true">
            {letters}
        </span>
    }
    .into_any()
}

/// The same for a name that does not change: lighter, for cells of lists.
#[must_use]
pub fn avatar(name: &str, shape: AvatarShape, size: AvatarSize) -> AnyView {
    plain("span", "avatar")
        .with("data-shape", shape.attribute())
        .with("data-size", size.attribute())
        .with("aria-hidden", "true")
        .inside(initials(name))
        .into_any()
}

/// What a company's name ends in without telling it from others.
const LEGAL_FORMS: [&str; 16] = [
    "oy", "oyj", "ab", "abp", "ky", "ay", "ry", "tmi", "as", "a/s", "ltd", "llc", "inc", "gmbh",
    "ag", "plc",
];

/// The first letters of the first and the last word, or the first two of a single one; a company's legal form does
/// not count: Kaisa Virtanen → KV, Coho Vineyard → CV, Adatum Oy → AD.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| word.chars().next().is_some_and(char::is_alphanumeric))
        .collect();
    if words.len() > 1
        && words.last().is_some_and(|last| {
            LEGAL_FORMS.contains(&last.trim_end_matches('.').to_lowercase().as_str())
        })
    {
        words.pop();
    }
    let letters: String = match words[..] {
        [] => String::new(),
        [only] => only.chars().take(2).collect(),
        [first, .., last] => first.chars().take(1).chain(last.chars().take(1)).collect(),
    };
    letters.to_uppercase()
}

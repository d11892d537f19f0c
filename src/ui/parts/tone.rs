//! What a colour means. Never by colour alone: a word or a picture says the same.

/// How something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing to say.
    #[default]
    Plain,
    /// Belongs to what the user is doing.
    Accent,
    /// As it should be.
    Good,
    /// Worth a look.
    Warn,
    /// Wrong, late or failed.
    Bad,
}

impl Tone {
    /// The value of `data-tone`, which the style sheets read.
    #[must_use]
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Accent => "accent",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

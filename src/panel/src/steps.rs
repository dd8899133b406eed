//! The steps of the choice: one screen each, side by side, so that every input of the way is there from the choice on.

/// One step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Step {
    /// Where the person is, what runs, and the ways.
    #[default]
    Ways,
    /// What the chosen way is, and why the person leaves.
    About,
    /// What the person confirms.
    Consequences,
    /// The account's e-mail.
    Email,
}

impl Step {
    /// All, in their order.
    pub(crate) const ALL: &[Self] = &[Self::Ways, Self::About, Self::Consequences, Self::Email];

    /// As the page and the draft call it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Ways => "ways",
            Self::About => "about",
            Self::Consequences => "consequences",
            Self::Email => "email",
        }
    }

    /// The step of a name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.as_str() == name)
    }
}

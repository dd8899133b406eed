//! What the callout says, as plain data in the person's language.

/// All that the callout says. Compared to what stands there, so that a page which changes behind it makes no reader speak
/// twice and no focus jump.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The way's id.
    pub flow: &'static str,
    /// The page's id.
    pub page: &'static str,
    /// The step's id.
    pub step: &'static str,
    /// The state's name.
    pub state: &'static str,
    /// The step's number and how many there are.
    pub progress: (u8, u8),
    /// The headline: what to do now.
    pub title: String,
    /// What is said below it.
    pub lines: Vec<Line>,
    /// What was filled in and can be undone: its control, and what that is called.
    pub filled: Vec<(&'static str, String)>,
    /// The buttons at the foot.
    pub buttons: Vec<Button>,
    /// Whether pressing what is pointed at is the last press, which can't be taken back.
    pub is_grave: bool,
}

/// A paragraph, or an entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The list that it belongs to, as a class: `notes` on what the controls do; none for a paragraph. The entries of a
    /// list follow each other.
    pub list: &'static str,
    /// What is said.
    pub text: String,
}

/// A button of ours, or a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Button {
    /// How it looks: `main`, `end`, or plain.
    pub class: &'static str,
    /// What it does, as the engine hears it; where it is a link, where it leads.
    pub action: String,
    /// Whether it is a link.
    pub is_link: bool,
    /// What it says.
    pub text: String,
}

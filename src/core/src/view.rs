//! What is on a page, as plain data in document order: the line that no DOM type crosses.
//!
//! The reader keeps only what may matter: every form field, and of everything else what the lexicon knows a word
//! of. Context (the heading above, the form and the dialog around) follows from the order and the group
//! numbers, so it needs no pointers.

use crate::hosts::Address;

/// A page at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct View {
    /// Where the page is.
    pub address: Address,
    /// The document's title, [folded](crate::fold).
    pub title: String,
    /// Whether the document is parsed (`readyState` is not `loading`).
    pub parsed: bool,
    /// Whether a frame that can't be looked into is shown large enough to hold a form.
    pub sealed_frame: bool,
    /// What was kept of the page, in document order.
    pub items: Vec<Item>,
}

/// One thing on the page: a heading, a text, a field, something to press.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one fact about the item, and independent of the others"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Item {
    /// The reader's number of the node; unique within a view, and nothing more than a name.
    pub id: u32,
    /// What it is.
    pub kind: Kind,
    /// The accessible name (of a text or heading: its text), as the page writes it, white space collapsed.
    pub name: String,
    /// `name`, [folded](crate::fold).
    pub folded: String,
    /// `id`, `name`, `class`, `data-pl`, `data-role`, `autocomplete` and such, lower-cased, one space between: structure, not words.
    pub hints: String,
    /// Where a link leads: host, path, query and fragment, lower-cased; empty if nowhere.
    pub href: String,
    /// A field's placeholder or description, as the page writes it.
    pub placeholder: String,
    /// `placeholder`, [folded](crate::fold).
    #[cfg_attr(feature = "serde", serde(default))]
    pub folded_placeholder: String,
    /// Parts of a text that the page sets apart (bold, code, quoted by markup), as it writes them.
    pub marked: Vec<String>,
    /// Number of the form around it; 0 for none.
    pub form: u16,
    /// Number of the dialog around it, native or one that looks like one; 0 for none.
    pub dialog: u16,
    /// Number of the group (`fieldset`, `radiogroup`, `select`, list box) around an option, radio or box; 0 for none.
    pub group: u16,
    /// The landmark around it.
    pub landmark: Landmark,
    /// How it shows.
    pub visibility: Visibility,
    /// Whether it can be used: it is not disabled.
    pub enabled: bool,
    /// Of a field: it can't be written into as it is. Some pages take that away when the field is clicked.
    #[cfg_attr(feature = "serde", serde(default))]
    pub read_only: bool,
    /// Of a field: the page says that it has to be filled.
    #[cfg_attr(feature = "serde", serde(default))]
    pub required: bool,
    /// Of a field: the most UTF-16 units that it takes.
    #[cfg_attr(feature = "serde", serde(default))]
    pub max_length: Option<u32>,
    /// Of a box, radio, option: chosen. Of a field: not empty. Of a select or list box: a real option is chosen.
    pub filled: bool,
    /// Of a button: styled as dangerous or primary (red fill, `danger`, `primary`). Of a dialog: one by role or name, not only
    /// something that lies over the page.
    pub strong: bool,
    /// Its place among all of its kind and surroundings on the page, kept or not, above the lower 16 bits, and their number
    /// in these; 0 where nobody asked.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub place: u32,
    /// Whether it would show, were it not for a modal dialog of the page.
    #[cfg_attr(feature = "serde", serde(default))]
    pub behind: bool,
    /// Where it is in the viewport, CSS px.
    pub area: Area,
}

/// A box in CSS px, relative to the viewport of the top document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Area {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

impl Area {
    /// Whether the middle of `other` lies in it.
    pub(crate) const fn covers(&self, other: &Self) -> bool {
        let (x, y) = (other.x + other.w / 2, other.y + other.h / 2);
        x >= self.x && x < self.x + self.w && y >= self.y && y < self.y + self.h
    }
}

/// What an item is, by role rather than by tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Kind {
    /// Text that is read, not pressed.
    #[default]
    Text,
    /// A heading, legend, caption or a dialog's title.
    Heading,
    /// A link with somewhere to go.
    Link,
    /// A button of any make, pseudo-buttons included.
    Button,
    /// A one-line text field.
    TextBox,
    /// A field of `type=email`.
    EmailBox,
    /// A password field.
    PasswordBox,
    /// A field of several lines.
    TextArea,
    /// A file field.
    FileBox,
    /// A native `<select>`.
    Select,
    /// A list box or combo box of the page's own make.
    ListBox,
    /// An option of a select or list box.
    Choice,
    /// A radio button.
    Radio,
    /// A check box or switch.
    CheckBox,
    /// A group of radios or boxes, as one thing.
    ChoiceGroup,
    /// A dialog, as one thing.
    Dialog,
    /// A frame that can't be looked into.
    SealedFrame,
}

impl Kind {
    /// How many kinds there are.
    pub const COUNT: usize = Self::SealedFrame as usize + 1;

    /// Whether it is something to press.
    pub const fn is_pressable(self) -> bool {
        matches!(self, Self::Link | Self::Button)
    }

    /// Whether a person types into it.
    pub const fn is_typed(self) -> bool {
        matches!(self, Self::TextBox | Self::EmailBox | Self::TextArea)
    }

    /// Whether it is read.
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Text | Self::Heading)
    }
}

/// The landmark around an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Landmark {
    /// None of the others.
    #[default]
    Main,
    /// Banner or header of the page.
    Header,
    /// Navigation, menu, aside.
    Navigation,
    /// Footer of the page.
    Footer,
}

impl Landmark {
    /// How many landmarks there are.
    pub const COUNT: usize = Self::Footer as usize + 1;
}

/// How an item shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Visibility {
    /// It has a box and is not hidden.
    #[default]
    Shown,
    /// It is there, but hidden (also what is inert behind a modal dialog).
    Hidden,
}

//! Which page this is, and which items are which controls: evidence, not matching.
//!
//! ```text
//! items ──traits──▶ what each is made of ──page──▶ the page ──control──▶ its controls
//! ```
//!
//! Every signal adds or takes away points and names its [kind](Kinds); a verdict needs a threshold and a margin over its
//! runner-up, and a destructive control at least two kinds of evidence. `docs/recognition.md` works an example.

mod control;
mod facts;
mod page;
mod pick;
mod rule;
mod traits;

use crate::ids::{ControlId, PageId};
use crate::lexicon::Lexicon;
use crate::view::View;
pub use pick::{Picks, pickable, surroundings};
use traits::Traits;

/// A signal that spoke for (or against) a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Evidence {
    /// The address is a known one of the page.
    Address,
    /// A heading or the title says so.
    Heading,
    /// The site says so in a sentence of its own.
    Notice,
    /// The fields and buttons have the shape of it.
    Shape,
    /// The name is a label that two sources saw.
    LabelFull,
    /// The name is a label that one source saw.
    LabelSingle,
    /// The name is a label that nobody saw yet.
    LabelGuess,
    /// Every word of the name fits.
    Words,
    /// The name holds the words among others.
    LooseWords,
    /// The link leads there.
    Href,
    /// Ids, names, classes or test attributes say so.
    Hints,
    /// The page is where it belongs.
    Page,
    /// The heading above it fits.
    Above,
    /// It shares a form or dialog with what belongs to it.
    Together,
    /// It stands out as primary or dangerous.
    Strong,
    /// The page says where it should not be: a footer, the prose of an article.
    Misplaced,
    /// The person pointed at it before.
    Pick,
}

/// The signals that spoke, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reasons(u32);

impl Reasons {
    /// The signals one by one, in the order of [`Evidence`].
    pub fn iter(self) -> impl Iterator<Item = Evidence> {
        ALL_EVIDENCE
            .into_iter()
            .filter(move |evidence| self.0 >> *evidence as u32 & 1 == 1)
    }

    /// The kind of signal that carried a control's verdict. The first three are what a control is known by; where the
    /// last two carry the work, the site's pages have changed.
    #[must_use]
    pub fn carrier(self) -> &'static str {
        use Evidence as E;
        const CARRIERS: [(u32, &str); 5] = [
            (
                1 << E::LabelFull as u32 | 1 << E::LabelSingle as u32 | 1 << E::LabelGuess as u32,
                "label",
            ),
            (1 << E::Href as u32, "address"),
            (1 << E::Hints as u32, "structure"),
            (1 << E::Pick as u32, "pick"),
            (1 << E::Words as u32 | 1 << E::LooseWords as u32, "grammar"),
        ];
        CARRIERS
            .iter()
            .find(|(signals, _)| self.0 & signals != 0)
            .map_or("structure", |(_, name)| name)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Reasons {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

const ALL_EVIDENCE: [Evidence; 17] = {
    use Evidence as E;
    [
        E::Address,
        E::Heading,
        E::Notice,
        E::Shape,
        E::LabelFull,
        E::LabelSingle,
        E::LabelGuess,
        E::Words,
        E::LooseWords,
        E::Href,
        E::Hints,
        E::Page,
        E::Above,
        E::Together,
        E::Strong,
        E::Misplaced,
        E::Pick,
    ]
};

/// Kinds of evidence as a set: what kinds of thing spoke, not how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Kinds(u8);

impl Kinds {
    const WORDS: u8 = 1;
    const STRUCTURE: u8 = 2;
    const PLACE: u8 = 4;
    const COMPANY: u8 = 8;
    const PERSON: u8 = 16;

    const fn of(evidence: Evidence) -> u8 {
        match evidence {
            Evidence::LabelFull
            | Evidence::LabelSingle
            | Evidence::LabelGuess
            | Evidence::Words
            | Evidence::LooseWords
            | Evidence::Notice => Self::WORDS,
            Evidence::Href | Evidence::Hints | Evidence::Address | Evidence::Shape => {
                Self::STRUCTURE
            }
            Evidence::Page | Evidence::Heading | Evidence::Above => Self::PLACE,
            Evidence::Together => Self::COMPANY,
            Evidence::Pick => Self::PERSON,
            Evidence::Strong | Evidence::Misplaced => 0,
        }
    }

    const fn count(self) -> u32 {
        self.0.count_ones()
    }
}

/// Points and the signals that gave them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    points: i16,
    kinds: Kinds,
    reasons: Reasons,
}

impl Weight {
    fn add(&mut self, evidence: Evidence, points: i16) {
        self.points = self.points.saturating_add(points);
        if points > 0 {
            self.kinds.0 |= Kinds::of(evidence);
        }
        self.reasons.0 |= 1 << evidence as u32;
    }

    /// 0 to 100: the points, capped.
    fn confidence(self) -> u8 {
        u8::try_from(self.points.clamp(0, 100)).unwrap_or(100)
    }
}

/// A control found on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Found {
    /// Which control it is.
    pub control: ControlId,
    /// The [item](crate::Item::id) that it is.
    pub item: u32,
    /// 0 to 100.
    pub confidence: u8,
    /// Whether it can be used now: a control that shows but is disabled is not ready.
    pub ready: bool,
    /// What spoke for it.
    pub reasons: Reasons,
}

/// What was recognised on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Sighting {
    /// Which page it is; [`PageId::Other`] where nothing is certain enough.
    pub page: PageId,
    /// 0 to 100.
    pub confidence: u8,
    /// Points by which the page leads its runner-up, 0 to 255.
    pub margin: u8,
    /// What spoke for the page.
    pub reasons: Reasons,
    /// The controls that are certain enough.
    pub controls: Vec<Found>,
    /// Controls that have equal candidates: a question to the person.
    pub unclear: Vec<ControlId>,
    /// Controls that are there but hidden.
    pub hidden: Vec<ControlId>,
    /// Whether what the page asks for erases the account, by its own words.
    pub deletes: bool,
    /// What else the site says on this page.
    pub says: Vec<Says>,
}

/// Something that the site says on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Says {
    /// What was typed does not fit.
    Rejected,
    /// A code was sent.
    CodeSent,
    /// Open orders block.
    BlockedOrders,
    /// Open disputes or refunds block.
    BlockedDisputes,
    /// An unpaid or unspent amount blocks.
    BlockedPayment,
    /// The account was deactivated: it can come back.
    Deactivated,
    /// The site terminated the account.
    Terminated,
    /// Too many requests, not a puzzle.
    RateLimit,
    /// The page is broken or under repair.
    Maintenance,
    /// "Release my account at the same time" is offered.
    Release,
    /// It is chosen.
    Releases,
    /// It is still loading.
    Loading,
    /// A message lies over the page and the site will not go on.
    HeldUp,
    /// A headline speaks of the account's end, and nothing is left to fill in or press for it.
    Ended,
}

impl Sighting {
    /// The control, if it was found.
    #[must_use]
    pub fn control(&self, control: ControlId) -> Option<&Found> {
        self.controls.iter().find(|found| found.control == control)
    }

    /// Whether the site says it.
    #[must_use]
    pub fn says(&self, what: Says) -> bool {
        self.says.contains(&what)
    }
}

/// Recognises a page and its controls. Linear in the number of items; the same for any order of equal evidence.
#[must_use]
pub fn recognise(view: &View, lexicon: &Lexicon, picks: &Picks) -> Sighting {
    let traits = Traits::of(view, lexicon);
    let verdict = page::verdict(view, &traits);
    let deletes = page::deletes(verdict.page, &traits);
    let found = control::find(verdict.page, view, &traits, picks);
    Sighting {
        page: verdict.page,
        confidence: verdict.weight.confidence(),
        margin: u8::try_from(verdict.margin.clamp(0, 255)).unwrap_or(u8::MAX),
        reasons: verdict.weight.reasons,
        controls: found.found,
        unclear: found.unclear,
        hidden: found.hidden,
        deletes,
        says: says(verdict.page, &traits),
    }
}

/// What the site says, and whether only where it stands in a dialog, an alert or an error.
const SAID: [(facts::Fact, Says, bool); 11] = [
    (facts::REJECTED, Says::Rejected, true),
    (facts::CODE_SENT, Says::CodeSent, false),
    (facts::BLOCKED_ORDERS, Says::BlockedOrders, true),
    (facts::BLOCKED_DISPUTES, Says::BlockedDisputes, true),
    (facts::BLOCKED_PAYMENT, Says::BlockedPayment, true),
    (facts::DEACTIVATED, Says::Deactivated, false),
    (facts::TERMINATED, Says::Terminated, false),
    (facts::RATE_LIMIT, Says::RateLimit, false),
    (facts::MAINTENANCE, Says::Maintenance, false),
    (facts::RELEASE, Says::Release, false),
    (facts::LOADING, Says::Loading, false),
];

fn says(page: PageId, traits: &Traits<'_>) -> Vec<Says> {
    let mut said: Vec<Says> = SAID
        .iter()
        .filter(|(fact, _, only_as_alert)| traits.says(*fact, *only_as_alert))
        .map(|(_, says, _)| *says)
        .collect();
    if page::releases(traits) {
        said.push(Says::Releases);
    }
    if page::is_held_up(page, traits) {
        said.push(Says::HeldUp);
    }
    if page::has_ended(traits) {
        said.push(Says::Ended);
    }
    said
}

//! The signals that speak for or against a verdict, and of what kind each is.

/// What kind of thing a signal is. A destructive control needs two kinds that speak for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What it says.
    Words,
    /// How it is made.
    Structure,
    /// Where it stands.
    Place,
    /// What it stands with.
    Company,
    /// What the person said.
    Person,
    /// It never suffices: a look, or a doubt.
    None,
}

macro_rules! evidence {
    ($($(#[$doc:meta])* $name:ident: $kind:ident,)+) => {
        /// A signal that spoke for (or against) a verdict.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        pub enum Evidence {
            $($(#[$doc])* $name,)+
        }

        impl Evidence {
            const ALL: &'static [Self] = &[$(Self::$name,)+];

            pub(super) const fn kind(self) -> Kind {
                match self {
                    $(Self::$name => Kind::$kind,)+
                }
            }
        }
    };
}

evidence! {
    /// The address is a known one of the page.
    Address: Structure,
    /// A heading or the title says so.
    Heading: Place,
    /// The site says so in a sentence of its own.
    Notice: Words,
    /// The fields and buttons have the pattern of it.
    Shape: Structure,
    /// The name is a label that two sources saw.
    LabelFull: Words,
    /// The name is a label that one source saw.
    LabelSingle: Words,
    /// The name is a label that nobody saw yet.
    LabelGuess: Words,
    /// Every word of the name fits.
    Words: Words,
    /// The name holds the words among others.
    LooseWords: Words,
    /// The link leads there.
    Href: Structure,
    /// Ids, names, classes or test attributes say so.
    Hints: Structure,
    /// The page is where it belongs.
    Page: Place,
    /// The heading above it fits.
    Above: Place,
    /// It shares a form or dialog with what belongs to it.
    Together: Company,
    /// It stands out as primary or dangerous.
    Strong: None,
    /// The page says where it should not be: a footer, the prose of an article.
    Misplaced: None,
    /// The person pointed at it before.
    Pick: Person,
}

/// The signals that spoke, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reasons(u32);

impl Reasons {
    pub(super) const fn add(&mut self, evidence: Evidence) {
        self.0 |= 1 << evidence as u32;
    }

    const fn has(self, evidence: Evidence) -> bool {
        self.0 >> evidence as u32 & 1 == 1
    }

    /// The signals one by one, in the order of [`Evidence`].
    pub fn iter(self) -> impl Iterator<Item = Evidence> {
        let all = Evidence::ALL.iter().copied();
        all.filter(move |evidence| self.has(*evidence))
    }

    /// The kind of signal that carried a control's verdict. The first three are what a control is known by; where the
    /// last two carry the work, the site's pages have changed.
    #[must_use]
    pub fn carrier(self) -> &'static str {
        use Evidence as E;
        const CARRIERS: [(&[Evidence], &str); 5] = [
            (&[E::LabelFull, E::LabelSingle, E::LabelGuess], "label"),
            (&[E::Href], "address"),
            (&[E::Hints], "structure"),
            (&[E::Pick], "pick"),
            (&[E::Words, E::LooseWords], "grammar"),
        ];
        CARRIERS
            .iter()
            .find(|(signals, _)| signals.iter().any(|signal| self.has(*signal)))
            .map_or("structure", |(_, name)| name)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Reasons {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

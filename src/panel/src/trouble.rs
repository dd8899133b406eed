//! What can go wrong between the popup and the rest, each with the next step in words.

/// Why something that the person asked for did not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The browser's session storage failed.
    Storage,
    /// The browser does not let the extension reach the site.
    Permission,
    /// The person answered no when the browser asked.
    Refused,
    /// The tab shows a page that is not of the site.
    Foreign,
    /// The tab is closed.
    Gone,
    /// The browser refused to put the guide into the page.
    Injection,
    /// The page took the guide's box away again and again.
    Fought,
    /// The popup was closed in the moment of Start, before the browser had handed that on.
    Unstarted,
    /// The background did not answer, or answered nonsense.
    Unheard,
    /// The clipboard refused the report.
    Clipboard,
}

impl Trouble {
    /// What an error code of the background means.
    pub(crate) fn from_code(code: &str) -> Self {
        match code {
            "storage" => Self::Storage,
            "permission" => Self::Permission,
            "foreign" => Self::Foreign,
            "gone" => Self::Gone,
            "injection" => Self::Injection,
            "overlay" => Self::Fought,
            _ => Self::Unheard,
        }
    }

    /// What happened and what to do now.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Storage => "popup_trouble_storage",
            Self::Permission => "popup_trouble_permission",
            Self::Refused => "popup_trouble_refused",
            Self::Foreign => "popup_trouble_foreign",
            Self::Gone => "popup_trouble_gone",
            Self::Injection => "popup_trouble_injection",
            Self::Fought => "popup_trouble_fought",
            Self::Unstarted => "popup_trouble_unstarted",
            Self::Unheard => "popup_trouble_unheard",
            Self::Clipboard => "popup_trouble_clipboard",
        }
    }

    /// Whether reloading the page is the next step, so that a button for it is offered.
    pub(crate) const fn ends_by_reloading(self) -> bool {
        matches!(self, Self::Injection | Self::Fought)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_nobody_knows_still_ends_in_words() {
        assert_eq!(Trouble::from_code("injection"), Trouble::Injection);
        assert_eq!(Trouble::from_code("from a later version"), Trouble::Unheard);
    }
}

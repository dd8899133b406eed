//! Who answers for personal data, by where a person lives, as the site's own privacy policy says it.

use crate::facts;
use crate::letter::Law;
use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Where a person lives, as far as it decides whom to write to and which law holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum RegionId {
    /// The European Economic Area.
    Eea,
    /// The United Kingdom.
    Uk,
    /// South Korea.
    Korea,
    /// Türkiye.
    Turkiye,
    /// The United States.
    Us,
    /// Brazil and Mexico.
    Latin,
    /// Russia and the other states of the CIS.
    Cis,
    /// Anywhere else: the policy names nobody for it that we know of.
    Other,
}

/// One who answers; what the policy does not say is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The company.
    pub name: &'static str,
    /// Its number in the register of companies.
    pub number: Option<&'static str>,
    /// Where it sits.
    pub address: Option<&'static str>,
    /// Where it takes mail about personal data.
    pub email: Option<&'static str>,
}

/// The document that contacts are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is called.
    pub title: &'static str,
    /// Since when it has been in effect.
    pub date: NaiveDate,
    /// Where it stands.
    pub url: &'static str,
}

/// What is known of a region.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Region {
    pub(crate) law: Option<Law>,
    pub(crate) site: Option<&'static str>,
    pub(crate) contact: Option<&'static Contact>,
}

impl RegionId {
    const fn facts(self) -> &'static Region {
        &facts::REGIONS[self as usize]
    }

    /// The region that the site of that domain is for; `None` for a site that is for several.
    #[must_use]
    pub fn of_site(domain: &str) -> Option<Self> {
        let mut all = Self::VARIANTS.iter().copied();
        all.find(|region| region.site() == Some(domain))
    }

    /// The domain of the site that is for this region alone.
    #[must_use]
    pub const fn site(self) -> Option<&'static str> {
        self.facts().site
    }

    /// The law that the letters quote there; `None` where other laws hold and no letter is offered.
    #[must_use]
    pub const fn law(self) -> Option<Law> {
        self.facts().law
    }

    /// Who answers there; `None` where that is not known.
    #[must_use]
    pub const fn contact(self) -> Option<&'static Contact> {
        self.facts().contact
    }
}

/// The document that says who answers.
#[must_use]
pub const fn contact_source() -> &'static Source {
    &facts::SOURCE
}

/// Who is responsible for personal data in the EEA and the UK, and so who the letters are written to.
#[must_use]
pub const fn controller() -> &'static Contact {
    &facts::CONTROLLER
}

/// The site's own place for requests about personal data; it asks to sign in.
#[must_use]
pub const fn portal() -> &'static str {
    facts::PORTAL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_is_named_only_where_it_holds() {
        for &region in RegionId::VARIANTS {
            let law = match region {
                RegionId::Eea => Some(Law::Eea),
                RegionId::Uk => Some(Law::Uk),
                _ => None,
            };
            assert_eq!(region.law(), law, "{region:?}");
        }
    }

    #[test]
    fn two_sites_are_for_one_region_each() {
        assert_eq!(RegionId::of_site("aliexpress.ru"), Some(RegionId::Cis));
        assert_eq!(RegionId::of_site("aliexpress.us"), Some(RegionId::Us));
        assert_eq!(RegionId::of_site("aliexpress.com"), None);
    }

    #[test]
    fn the_controller_is_the_one_of_the_policy_of_july_2026() {
        assert_eq!(contact_source().date.to_string(), "2026-07-30");
        assert_eq!(
            controller(),
            &Contact {
                name: "Alibaba.com Singapore E-Commerce Private Limited",
                number: Some("UEN 200720572D"),
                address: Some("51 Bras Basah Road, #01-21 Lazada One, Singapore 189554"),
                email: Some("DataProtection.AE@aliexpress.com"),
            }
        );
        assert_eq!(RegionId::Eea.contact(), Some(controller()));
        assert_eq!(RegionId::Uk.contact(), Some(controller()));
    }

    #[test]
    fn each_region_has_its_own_contact_or_none() {
        let of = |region: RegionId| region.contact().map(|contact| contact.name);
        assert_eq!(of(RegionId::Korea), Some("AliExpress Korea Co., Ltd."));
        assert_eq!(
            of(RegionId::Turkiye),
            Some("KST Danışmanlık Hizmetleri Ltd. Şti.")
        );
        assert_eq!(
            of(RegionId::Us),
            Some("AliExpress E-Commerce One Pte. Ltd.")
        );
        assert_eq!(of(RegionId::Latin), Some(controller().name));
        assert_eq!(of(RegionId::Cis), Some("ALIEXPRESS CIS HOLDING PTE. LTD."));
        assert_eq!(of(RegionId::Other), None);
    }
}

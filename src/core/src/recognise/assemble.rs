//! A sighting, put together from what its parts found.

use super::control::Controls;
use super::page::Verdict;
use super::sighting::{Says, Sighting};

pub(super) fn sighting(
    verdict: &Verdict,
    found: Controls,
    deletes: bool,
    says: Vec<Says>,
) -> Sighting {
    Sighting {
        page: verdict.page,
        confidence: verdict.score.confidence(),
        margin: u8::try_from(verdict.margin.clamp(0, 255)).unwrap_or(u8::MAX),
        reasons: verdict.score.reasons,
        controls: found.found,
        repeated: found.repeated,
        unclear: found.unclear,
        hidden: found.hidden,
        deletes,
        says,
    }
}

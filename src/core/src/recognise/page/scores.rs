//! The score of each page while its signals are added up.

use super::super::evidence::Evidence;
use super::super::score::Score;
use crate::ids::PageId;

/// Points of what says that something else ends here: enough against the plainest dialog.
pub(super) const AGAINST: i16 = -100;

/// Points by which a part of a page that is a page of its own leads the whole.
pub(super) const LEAD: i16 = 20;

/// Points for each further thing that only leaving asks for.
pub(in crate::recognise) const MORE: i16 = 10;

/// Pages that end the account, or are on the way to that.
pub(super) const LEAVING: [PageId; 4] = [
    PageId::DeactivateForm,
    PageId::PrivacyDelete,
    PageId::RemoveDialog,
    PageId::VerifyCode,
];

/// Pages of the account itself, which stand on its own hosts only.
pub(super) const OWN: [PageId; 6] = [
    PageId::MyAliexpress,
    PageId::AccountSettings,
    PageId::EditProfile,
    PageId::PersonalInformation,
    PageId::PrivacyCenter,
    PageId::ClosedNotice,
];

/// One score a page, in the order of [`PageId::ALL`].
pub(super) struct Scores(pub(super) Vec<Score>);

impl Scores {
    pub(super) fn add(&mut self, page: PageId, evidence: Evidence, points: i16) {
        self.0[page as usize].add(evidence, points);
    }

    /// The points of the page that has most so far.
    pub(super) fn highest(&self) -> i16 {
        let points = self.0.iter().map(|score| score.points);
        points.max().unwrap_or(0)
    }

    /// Several signals of one kind count once, with the strongest.
    pub(super) fn raise(
        &mut self,
        page: PageId,
        evidence: Evidence,
        points: i16,
        counted: &mut Vec<(PageId, Evidence, i16)>,
    ) {
        match counted
            .iter_mut()
            .find(|(known, kind, _)| *known == page && *kind == evidence)
        {
            Some((_, _, best)) if *best >= points => {}
            Some((_, _, best)) => {
                let gain = points - *best;
                *best = points;
                self.add(page, evidence, gain);
            }
            None => {
                counted.push((page, evidence, points));
                self.add(page, evidence, points);
            }
        }
    }
}

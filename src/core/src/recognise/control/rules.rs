//! How a control is told: what it has to be at all, and which signals score it.

use super::super::candidate::Candidate;
use super::super::evidence::Evidence;
use super::super::facts::{CLEAN, FactSet, NAME, SHORT};
use super::super::rule::Rule;
use super::super::score::Score;
use crate::ids::ControlId;
use crate::lexicon::{Concept, Rank};

/// A signal: where the rule fits, the evidence has these points.
pub(super) type Signal = (Rule, Evidence, i16);

/// How a control is told.
pub(super) struct ControlRules {
    /// What it has to be at all.
    pub(super) requires: Rule,
    /// Where its words fit, if it is no label; none where words do not tell it.
    pub(super) words: Option<Rule>,
    /// What says that it is the control.
    pub(super) signals: &'static [Signal],
    /// What says so only where nothing else did.
    pub(super) fallback: Option<Signal>,
    /// What speaks for it once something has said so.
    pub(super) supporting: &'static [Signal],
}

/// Where a sign is no more than a place or a look, it says so once something else has counted.
pub(super) const NOTHING: ControlRules = ControlRules {
    requires: &[],
    words: None,
    signals: &[],
    fallback: None,
    supporting: &[],
};

pub(super) fn score_by_rules(
    control: ControlId,
    each: &Candidate<'_>,
    facts: &FactSet,
    rules: &ControlRules,
) -> Option<Score> {
    if !facts.fits(rules.requires) {
        return None;
    }
    let mut score = Score::default();
    if let Some(words) = rules.words
        && !by_label(control, each, &mut score)
    {
        by_words(each, facts.fits(words), &mut score);
    }
    score.add_all(facts, rules.signals);
    if score.points == 0
        && let Some(signal) = rules.fallback
    {
        score.add_all(facts, &[signal]);
    }
    if score.points == 0 {
        return None;
    }
    score.add_all(facts, rules.supporting);
    Some(score)
}

impl Score {
    pub(super) fn add_all(&mut self, facts: &FactSet, signals: &[Signal]) {
        for (rule, evidence, points) in signals {
            if facts.fits(rule) {
                self.add(*evidence, *points);
            }
        }
    }
}

pub(super) fn by_label(control: ControlId, each: &Candidate<'_>, score: &mut Score) -> bool {
    match each.label(Concept::Control(control)) {
        Some(Rank::Full) => score.add(Evidence::LabelFull, 50),
        Some(Rank::Single) => score.add(Evidence::LabelSingle, 42),
        Some(Rank::Guess) => score.add(Evidence::LabelGuess, 34),
        None => return false,
    }
    true
}

pub(super) fn by_words(each: &Candidate<'_>, fits: bool, score: &mut Score) {
    if fits && each.facts.has(CLEAN) {
        score.add(Evidence::Words, 34);
    } else if fits && each.facts.has(NAME) {
        score.add(
            Evidence::LooseWords,
            if each.words.unknown <= 1 { 32 } else { 22 },
        );
    } else if fits && each.facts.has(SHORT) {
        score.add(Evidence::LooseWords, 22);
    }
}

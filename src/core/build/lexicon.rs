//! From `facts/words/*.toml` and `facts/labels/*.toml` to the lexicon's sorted tables.

use crate::concept::{Concept, Rank, Subject};
use crate::ids::ControlId;
use crate::meaning::Meaning;
use crate::{folded, id, named, parsed, toml_files};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
struct WordFacts {
    language: String,
    /// Words stand without spaces in this language, or particles are glued to them.
    spaceless: bool,
    /// Pairs of what opens and what closes a quotation.
    quotation_marks: Vec<String>,
    /// Words for the account that end a compound of another meaning.
    #[serde(default)]
    account_compounds: Vec<String>,
    /// Little words that are written as one with the next word.
    #[serde(default)]
    clitics: Vec<String>,
    #[serde(flatten)]
    sections: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelFacts {
    language: String,
    #[serde(default)]
    label: Vec<LabelFact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelFact {
    concept: String,
    text: String,
    rank: String,
    source: Option<String>,
    #[expect(dead_code, reason = "for people")]
    date: Option<String>,
    /// The words of the lists tell it by themselves, so that the lexicon goes without it.
    #[serde(default)]
    derived: bool,
}

/// What is known of a spelling.
#[derive(Clone, Default, PartialEq, Eq)]
struct Stem {
    meanings: Vec<Meaning>,
    stands_inside: bool,
    is_part: bool,
    is_anchor: bool,
}

impl Stem {
    /// What is known of it, as Rust.
    fn code(&self) -> String {
        let meanings: Vec<String> = self
            .meanings
            .iter()
            .map(|meaning| format!("Meaning::{meaning:?}"))
            .collect();
        let notice = match (self.is_part, self.is_anchor) {
            (_, true) => "Anchor",
            (true, false) => "Part",
            (false, false) => "None",
        };
        format!(
            "Entry {{ meanings: Meanings::of(&[{}]), stands_inside: {}, notice: NoticePart::{notice} }}",
            meanings.join(", "),
            self.stands_inside
        )
    }
}

/// Ends the spelling of a whole word.
const WORD_END: char = ' ';
/// Stands for any number in a part of a notice.
const NUMBER: char = '#';

/// The lexicon as Rust.
pub(super) struct Tables {
    pub(super) stems: String,
    pub(super) labels: String,
    pub(super) writing: String,
}

#[derive(Default)]
struct Lexicon {
    stems: BTreeMap<String, Stem>,
    notices: Vec<(Meaning, Vec<String>)>,
    labels: BTreeMap<String, Vec<(Concept, Rank)>>,
    account_compounds: Vec<String>,
    clitics: Vec<String>,
    quotation_marks: BTreeSet<(char, char)>,
}

pub(super) fn tables(words: &Path, labels: &Path) -> Tables {
    check_folders(words, labels);
    let mut lexicon = Lexicon::default();
    for file in toml_files(words) {
        lexicon.add_words(&file);
    }
    for file in toml_files(labels) {
        lexicon.add_labels(&file);
    }
    lexicon.drop_redundant();
    Tables {
        stems: lexicon.stems_table(),
        labels: lexicon.labels_table(),
        writing: lexicon.writing_table(),
    }
}

impl Lexicon {
    fn add_words(&mut self, file: &Path) {
        let facts: WordFacts = parsed(file);
        check_language(file, &facts.language);
        self.account_compounds.extend(facts.account_compounds);
        self.clitics.extend(facts.clitics);
        let pairs = facts.quotation_marks.iter();
        self.quotation_marks
            .extend(pairs.map(|written| pair(written, file)));
        let mut lacking: BTreeSet<Meaning> = Meaning::ALL.iter().copied().collect();
        for (section, lists) in &facts.sections {
            for (list, stems) in lists {
                let meaning = id!(Meaning, &format!("{section}.{list}"), file);
                lacking.remove(&meaning);
                for stem in stems {
                    if meaning.is_notice() {
                        self.add_notice(meaning, stem, facts.spaceless);
                    } else {
                        self.add_stem(meaning, stem, facts.spaceless);
                    }
                }
            }
        }
        let lacking: Vec<&str> = lacking.iter().map(|meaning| meaning.as_str()).collect();
        assert!(
            lacking.is_empty(),
            "{}: it lacks {}; a list of which the language has nothing is written as empty",
            file.display(),
            lacking.join(", ")
        );
    }

    fn add_stem(&mut self, meaning: Meaning, written: &str, stands_inside: bool) {
        let mut spelling = folded(written);
        if spelling.is_empty() {
            return;
        }
        if written.starts_with('=') {
            spelling.push(WORD_END);
        }
        let stem = self.stems.entry(spelling).or_default();
        stem.stands_inside |= stands_inside;
        if !stem.meanings.contains(&meaning) {
            stem.meanings.push(meaning);
        }
    }

    /// A notice is known by all of its parts; its longest part is the anchor that makes a text worth keeping.
    fn add_notice(&mut self, meaning: Meaning, written: &str, stands_inside: bool) {
        let mut parts: Vec<String> = written
            .split('+')
            .map(notice_part)
            .filter(|part| !part.is_empty())
            .collect();
        let longest = parts.iter().map(|part| part.chars().count()).max();
        for part in &parts {
            let stem = self.stems.entry(part.clone()).or_default();
            stem.stands_inside |= stands_inside;
            stem.is_part = true;
            let is_anchor = Some(part.chars().count()) == longest;
            stem.is_anchor |= is_anchor;
            // A text is walked with its numbers as they stand, so what goes before the number makes it worth keeping.
            if let Some((before, _)) = part.split_once(NUMBER)
                && is_anchor
            {
                let stem = self.stems.entry(before.trim_end().into()).or_default();
                stem.stands_inside |= stands_inside;
                stem.is_anchor = true;
            }
        }
        parts.sort();
        parts.dedup();
        self.notices.push((meaning, parts));
    }

    fn add_labels(&mut self, file: &Path) {
        let facts: LabelFacts = parsed(file);
        check_language(file, &facts.language);
        for label in facts.label {
            let concept = named(&label.concept, Concept::parse, concept_names, file);
            let rank = id!(Rank, &label.rank, file);
            assert!(
                rank == Rank::Guess || label.source.is_some(),
                "{}: “{}” has the rank {} without a source",
                file.display(),
                label.text,
                label.rank
            );
            if label.derived {
                assert!(
                    rank == Rank::Guess,
                    "{}: “{}” is attested and can't be derived",
                    file.display(),
                    label.text
                );
                continue;
            }
            let known = self.labels.entry(folded(&label.text)).or_default();
            match known.iter_mut().find(|(other, _)| *other == concept) {
                Some((_, best)) => *best = (*best).max(rank),
                None => known.push((concept, rank)),
            }
        }
    }

    /// Drops a stem that begins with another one of the same meanings: it says nothing new, and what follows the shorter one
    /// is looked at as a word of its own.
    fn drop_redundant(&mut self) {
        let known = self.stems.clone();
        self.stems.retain(|spelling, stem| {
            let nearest = spelling
                .char_indices()
                .rev()
                .map(|(at, _)| &spelling[..at])
                .filter(|prefix| !prefix.is_empty() && !prefix.ends_with(WORD_END))
                .find_map(|prefix| known.get(prefix).filter(|stem| !stem.meanings.is_empty()));
            let is_one_word = !stem.is_part && !spelling.contains(WORD_END);
            let is_redundant = nearest.is_some_and(|nearest| {
                nearest.meanings == stem.meanings && nearest.stands_inside == stem.stands_inside
            });
            !(is_one_word && is_redundant)
        });
    }

    fn stems_table(&self) -> String {
        let mut entries: Vec<&Stem> = Vec::new();
        let mut entry_of = Vec::new();
        for stem in self.stems.values() {
            let at = entries.iter().position(|known| *known == stem);
            entry_of.push(at.unwrap_or(entries.len()));
            if at.is_none() {
                entries.push(stem);
            }
        }
        let spellings: Vec<&String> = self.stems.keys().collect();
        let count = spellings.len();
        let mut code = format!(
            "static SPELLINGS: [&str; {count}] = {spellings:?};\nstatic ENTRY_OF: [u8; {count}] = {entry_of:?};\nstatic ENTRIES: [Entry; {}] = [\n",
            entries.len()
        );
        for entry in entries {
            put(&mut code, format_args!("    {},", entry.code()));
        }
        code += "];\n";
        self.add_first_bytes(&mut code);
        self.add_notices(&mut code);
        code
    }

    fn add_first_bytes(&self, code: &mut String) {
        let first_at_least = |byte: usize| {
            let mut spellings = self.stems.keys();
            spellings
                .position(|spelling| usize::from(spelling.as_bytes()[0]) >= byte)
                .unwrap_or(self.stems.len())
        };
        let places: Vec<usize> = (0..=256).map(first_at_least).collect();
        put(
            code,
            format_args!("static FIRST_BYTES: [u16; 257] = {places:?};"),
        );
    }

    fn add_notices(&self, code: &mut String) {
        let spellings: Vec<&String> = self.stems.keys().collect();
        let place = |part: &String| spellings.binary_search(&part).expect("a part is a stem");
        // The longest part comes first, which stands in the fewest texts: by it a notice is found.
        let places = |parts: &Vec<String>| -> Vec<usize> {
            let mut parts: Vec<&String> = parts.iter().collect();
            parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
            parts.into_iter().map(place).collect()
        };
        let notices: BTreeSet<(Vec<usize>, Meaning)> = self
            .notices
            .iter()
            .map(|(meaning, parts)| (places(parts), *meaning))
            .collect();
        put(
            code,
            format_args!("static NOTICES: [Notice; {}] = [", notices.len()),
        );
        for (parts, meaning) in notices {
            put(
                code,
                format_args!("    Notice {{ meaning: Meaning::{meaning:?}, parts: &{parts:?} }},"),
            );
        }
        *code += "];\n";
    }

    fn labels_table(&self) -> String {
        let longest = self.labels.keys().map(String::len).max().unwrap_or(0);
        let mut code = format!(
            "/// Bytes of the longest label.\nconst LONGEST_LABEL: usize = {longest};\n\nstatic LABELS: [Label; {}] = [\n",
            self.labels.len()
        );
        for (text, concepts) in &self.labels {
            let concepts: Vec<String> = concepts
                .iter()
                .map(|(concept, rank)| {
                    let concept = match concept {
                        Concept::Control(id) => format!("Control(crate::ids::ControlId::{id:?})"),
                        Concept::Subject(id) => format!("Subject(super::concept::Subject::{id:?})"),
                    };
                    format!("(Concept::{concept}, Rank::{rank:?})")
                })
                .collect();
            put(
                &mut code,
                format_args!(
                    "    Label {{ text: {text:?}, concepts: &[{}] }},",
                    concepts.join(", ")
                ),
            );
        }
        code + "];\n"
    }

    fn writing_table(&self) -> String {
        let list = |words: &[String]| {
            let mut words: Vec<String> = words.iter().map(|word| folded(word)).collect();
            // The longest first, so that an article goes before its first letter.
            words.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
            words.dedup();
            format!("&[&str] = &{words:?}")
        };
        format!(
            "/// Ends of compounds that name an account of something else.\npub(super) const ACCOUNT_COMPOUNDS: {};\n\
             /// Little words that are written as one with the next word.\npub(super) const CLITICS: {};\n\
             /// What opens and what closes a quotation, in any language.\npub(crate) const QUOTATION_MARKS: &[(char, char)] = &{:?};\n",
            list(&self.account_compounds),
            list(&self.clitics),
            Vec::from_iter(&self.quotation_marks)
        )
    }
}

/// What opens and what closes a quotation.
fn pair(written: &str, file: &Path) -> (char, char) {
    let signs: Vec<char> = written.chars().collect();
    match signs[..] {
        [opening, closing] => (opening, closing),
        _ => panic!(
            "{}: “{written}” is no pair of quotation marks",
            file.display()
        ),
    }
}

/// A part of a notice as it is looked up, with its number as the fact file writes it.
fn notice_part(written: &str) -> String {
    const DIGIT: &str = "0";
    if let Some(whole) = written.trim_start().strip_prefix('=') {
        let mut spelling = folded(whole);
        spelling.push(WORD_END);
        return spelling;
    }
    if !written.contains(NUMBER) {
        return folded(written);
    }
    assert!(
        !written.contains(DIGIT) && !written.trim_start().starts_with(NUMBER),
        "“{written}” has to begin with a word and can't have a {DIGIT} beside its {NUMBER}"
    );
    folded(&written.replace(NUMBER, DIGIT)).replace(DIGIT, "#")
}

fn put(code: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(code, "{line}").expect("a string takes it");
}

fn concept_names() -> Vec<&'static str> {
    let controls = ControlId::ALL.iter().map(|id| id.as_str());
    controls
        .chain(Subject::ALL.iter().map(|id| id.as_str()))
        .collect()
}

/// Refuses a language of which only words or only labels are there.
fn check_folders(words: &Path, labels: &Path) {
    for (one, other) in [(words, labels), (labels, words)] {
        for file in toml_files(one) {
            let counterpart = other.join(file.file_name().unwrap_or_default());
            assert!(
                counterpart.exists(),
                "{}: there is no {}",
                file.display(),
                counterpart.display()
            );
        }
    }
}

fn check_language(file: &Path, language: &str) {
    let stem = file.file_stem().and_then(|stem| stem.to_str());
    assert!(
        stem == Some(language),
        "{}: the file says that its language is {language}",
        file.display()
    );
}

//! From `facts/flows/*.toml` to the tables of the ways. A way is data: what its file leaves out is refused by name, so that
//! nothing of it is guessed in code.

use crate::ids::{AccountEffect, ConsequenceId, ControlId, FirstLetter, FlowId, PageId, ReasonId};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What a file says of its way. Every key has to be there; what the way has none of is written as empty.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one fact about the way, and independent of the others"
)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlowFact {
    id: String,
    /// Where the way begins, and where the way back leads.
    home: String,
    /// What a form of it asks to type, the best attested first.
    phrases: Vec<String>,
    sources: Vec<String>,
    /// The month in which the sources were read: for people and for docs/flows.md.
    verified: String,
    /// What it does to the account: `nothing`, `closes`, `erases` or `reopens`.
    effect: String,
    /// The page whose form is filled in.
    fills: String,
    /// Whether the best attested phrase is written where the form asks for one without saying which.
    presumes_phrase: bool,
    /// Whether a form of it asks for the account's e-mail.
    takes_email: bool,
    /// Whether the orders that it shows are kept for the export.
    keeps_orders: bool,
    /// The letter that a person who is stopped on it begins with: `erasure` or `access`.
    letter: String,
    /// Whether a private window is advised.
    private_window: bool,
    /// The pages on which the popup offers it.
    offered_on: Vec<String>,
    /// The reasons for leaving that it fits.
    fits: Vec<String>,
    /// The pages on which the last control may look just like the one that opened the request.
    same_control_on: Vec<String>,
    says: Says,
    /// What has to be confirmed before, and by which words: `popup_consequence_…` and `popup_name_…`.
    consequences: BTreeMap<String, String>,
    step: Vec<StepFact>,
}

/// Keys of `guide.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Says {
    /// When the site says that it is done.
    ended: String,
    /// When a form was sent that the site answers only later: its headline, and its text as `…_body`.
    answered_later: String,
    /// Beside the last button of a form.
    submit: String,
    /// Beside the Yes of the question that the site asks once more.
    confirm: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFact {
    id: String,
    controls: Vec<String>,
    pages: Vec<String>,
    /// Where the page of it stands; where the way leads there by itself, none is needed.
    #[serde(default)]
    address: String,
    /// Any of the controls leads on: the first that is found is pointed at.
    #[serde(default)]
    either: bool,
    /// Words of a link to the way's home that stands beside it.
    #[serde(default)]
    link: String,
}

/// The tables of the ways, from the name of each file and its text.
pub(crate) fn tables(files: &[(String, String)]) -> Result<String, String> {
    let mut facts = Vec::new();
    for (name, text) in files {
        let fact = checked(name, text).map_err(|error| format!("{name}.toml: {error}"))?;
        facts.push(fact);
    }
    let mut flows = String::from("pub(crate) static FLOWS: &[Flow] = &[\n");
    let mut offers = String::from("static OFFERS: &[Offer] = &[\n");
    for fact in &facts {
        let named = |error| format!("{}.toml: {error}", fact.id);
        flows += &flow(fact).map_err(named)?;
        offers += &offer(fact).map_err(named)?;
    }
    no_two("offered_on", facts.iter().map(|fact| &fact.offered_on))?;
    no_two("fits", facts.iter().map(|fact| &fact.fits))?;
    for reason in ReasonId::ALL {
        let fits = |fact: &FlowFact| fact.fits.iter().any(|name| name == reason.as_str());
        if !facts.iter().any(fits) {
            return Err(format!("fits: no way fits the reason {}", reason.as_str()));
        }
    }
    Ok(format!("{flows}];\n\n{offers}];\n"))
}

/// What a file says, if it says all that a way needs and nothing that contradicts itself.
fn checked(name: &str, text: &str) -> Result<FlowFact, String> {
    let fact: FlowFact = toml::from_str(text).map_err(|error| error.to_string())?;
    let effect = known("effect", &fact.effect, AccountEffect::parse)?;
    let ends = matches!(effect, AccountEffect::Closes | AccountEffect::Erases);
    let visits = |page: &String| fact.step.iter().any(|step| step.pages.contains(page));
    let ids: BTreeSet<_> = fact.step.iter().map(|step| &step.id).collect();
    let rules = [
        (fact.id == name, "id: it is not the file's name"),
        (fact.home.starts_with("https://"), "home: it is no address"),
        (
            fact.sources.iter().any(|source| !source.is_empty()),
            "sources: there is none",
        ),
        (!fact.verified.is_empty(), "verified: it says no month"),
        (!fact.offered_on.is_empty(), "offered_on: no page offers it"),
        (
            fact.fills.is_empty() || visits(&fact.fills),
            "fills: no step is done on that page",
        ),
        (
            !fact.fills.is_empty() || !fact.takes_email,
            "takes_email: it fills no form",
        ),
        (
            !fact.presumes_phrase || !fact.phrases.is_empty(),
            "presumes_phrase: no phrase is known",
        ),
        (
            fact.same_control_on.iter().all(visits),
            "same_control_on: no step is done on such a page",
        ),
        (
            fact.says.ended.is_empty() == (effect == AccountEffect::Nothing),
            "says.ended: a way that does something to the account has words for its end, and no other",
        ),
        (
            !ends || !fact.says.submit.is_empty(),
            "says.submit: a way that ends the account says so beside its last button",
        ),
        (
            ends != fact.consequences.is_empty(),
            "consequences: a way that ends the account has some, and no other",
        ),
        (
            !fact.step.is_empty() && ids.len() == fact.step.len(),
            "step: each has an id of its own",
        ),
        (
            fact.step.iter().all(|step| !step.pages.is_empty()),
            "step: each has a page",
        ),
    ];
    match rules.iter().find(|(holds, _)| !holds) {
        Some((_, broken)) => Err((*broken).to_owned()),
        None => Ok(fact),
    }
}

/// Whether no name stands in the lists of two ways.
fn no_two<'a>(key: &str, lists: impl Iterator<Item = &'a Vec<String>>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for name in lists.flatten() {
        if !seen.insert(name) {
            return Err(format!("{key}: “{name}” stands in two ways"));
        }
    }
    Ok(())
}

fn flow(fact: &FlowFact) -> Result<String, String> {
    let FlowFact { home, phrases, .. } = fact;
    let id = known("id", &fact.id, FlowId::parse)?;
    let effect = known("effect", &fact.effect, AccountEffect::parse)?;
    let letter = known("letter", &fact.letter, FirstLetter::parse)?;
    let fills = match fact.fills.as_str() {
        "" => String::from("None"),
        page => format!("Some(PageId::{:?})", known("fills", page, PageId::parse)?),
    };
    let same_control_on = list("same_control_on", &fact.same_control_on, PageId::parse)?;
    let FlowFact {
        presumes_phrase,
        keeps_orders,
        ..
    } = fact;
    let says = &fact.says;
    let words = |key: &str| match key {
        "" => String::from("None"),
        key => format!("Some({key:?})"),
    };
    let answered_later = match says.answered_later.as_str() {
        "" => String::from("None"),
        key => format!("Some(({key:?}, \"{key}_body\"))"),
    };
    let (ended, submit, confirm) = (
        words(&says.ended),
        words(&says.submit),
        words(&says.confirm),
    );
    let mut code = format!(
        "    Flow {{ id: FlowId::{id:?}, home: {home:?}, phrases: &{phrases:?}, effect: AccountEffect::{effect:?}, fills: {fills}, \
         presumes_phrase: {presumes_phrase}, keeps_orders: {keeps_orders}, letter: FirstLetter::{letter:?}, same_control_on: {same_control_on}, \
         says: Says {{ ended: {ended}, answered_later: {answered_later}, submit: {submit}, confirm: {confirm} }}, steps: &[\n"
    );
    for one in &fact.step {
        code += &step(&fact.id, one)?;
    }
    Ok(code + "    ] },\n")
}

fn step(flow: &str, fact: &StepFact) -> Result<String, String> {
    let StepFact {
        id,
        address,
        either,
        link,
        ..
    } = fact;
    let controls = list("controls", &fact.controls, ControlId::parse)?;
    let pages = list("pages", &fact.pages, PageId::parse)?;
    let title = format!("guide_{flow}_{id}").replace('-', "_");
    Ok(format!(
        "        Step {{ id: {id:?}, title: {title:?}, body: \"{title}_body\", controls: {controls}, pages: {pages}, \
         address: {address:?}, either: {either}, link: {link:?} }},\n"
    ))
}

fn offer(fact: &FlowFact) -> Result<String, String> {
    let id = known("id", &fact.id, FlowId::parse)?;
    let name = format!("popup_way_{}", fact.id).replace('-', "_");
    let offered_on = list("offered_on", &fact.offered_on, PageId::parse)?;
    let fits = list("fits", &fact.fits, ReasonId::parse)?;
    let FlowFact {
        takes_email,
        private_window,
        ..
    } = fact;
    let mut code = format!(
        "    Offer {{ flow: FlowId::{id:?}, name: {name:?}, short: \"{name}_short\", text: \"{name}_text\", \
         takes_email: {takes_email}, private_window: {private_window}, offered_on: {offered_on}, fits: {fits}, consequences: &[\n"
    );
    let mut consequences = Vec::new();
    for (name, words) in &fact.consequences {
        let id = known("consequences", name, ConsequenceId::parse)?;
        consequences.push((id, words));
    }
    consequences.sort();
    for (id, words) in consequences {
        writeln!(
            code,
            "        Consequence {{ id: ConsequenceId::{id:?}, words: \"popup_consequence_{words}\", title: \"popup_name_{words}\" }},"
        )
        .expect("a string takes it");
    }
    Ok(code + "    ] },\n")
}

/// The names of a key as a slice of one of the product's vocabularies.
fn list<T: std::fmt::Debug>(
    key: &str,
    names: &[String],
    parse: impl Fn(&str) -> Option<T>,
) -> Result<String, String> {
    let vocabulary = std::any::type_name::<T>().rsplit("::").next();
    let vocabulary = vocabulary.unwrap_or_default();
    let mut code = String::from("&[");
    for name in names {
        write!(code, "{vocabulary}::{:?}, ", known(key, name, &parse)?).expect("a string takes it");
    }
    Ok(code + "]")
}

fn known<T>(key: &str, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, String> {
    parse(name).ok_or_else(|| format!("{key}: “{name}” is not known"))
}

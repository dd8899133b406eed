//! The page as last read, and what followed from it: what of it is pointed at, and what the callout is to leave in sight.

use farewell_core::{
    ControlId, GOODBYE_SAYS, Guide, Instruction, Item, Kind, LEXICON, Sighting, Target, View,
    required_phrase,
};

use crate::overlay::{Around, Pointer};

/// The page as last read, and what followed from it.
pub(super) struct Snapshot {
    pub(super) view: View,
    pub(super) sighting: Sighting,
    pub(super) instruction: Box<Instruction>,
}

impl Snapshot {
    pub(super) fn item(&self, id: u32) -> Option<&Item> {
        self.view.items.iter().find(|item| item.id == id)
    }

    /// What the callout is to leave in sight besides what is pointed at; `filled` is what was filled in.
    pub(super) fn around(&self, filled: impl Iterator<Item = u32>) -> Around {
        let fields = self.view.items.iter().filter(|item| item.kind.is_typed());
        let last = [ControlId::Submit, ControlId::ConfirmYes];
        let last = last
            .iter()
            .find_map(|control| self.sighting.control(*control));
        Around {
            must: self.phrase_text().into_iter().collect(),
            last: last.map(|found| found.item),
            spare: filled.chain(fields.map(|field| field.id)).collect(),
        }
    }

    /// The text in which the phrase to type stands: of several the one nearest to its field.
    fn phrase_text(&self) -> Option<u32> {
        let field = self.sighting.control(ControlId::Phrase)?.item;
        let phrase = required_phrase(&self.view, &LEXICON, field)?;
        let items = &self.view.items;
        let at = items.iter().position(|item| item.id == field)?;
        let says = |item: &Item| !item.kind.is_typed() && item.name.contains(&phrase);
        let texts = items.iter().enumerate().filter(|(_, item)| says(item));
        let nearest = texts.min_by_key(|(place, _)| place.abs_diff(at))?;
        Some(nearest.1.id)
    }

    /// What the site itself said of the end: the callout repeats it.
    pub(super) fn said_by_the_site(&self) -> String {
        let said = self.instruction.body.iter();
        said.filter(|message| message.key == GOODBYE_SAYS)
            .filter_map(|message| message.args.first().cloned())
            .collect()
    }

    /// The fields whose value matters, and the list that chooses the period.
    pub(super) fn watched_fields(&self) -> impl Iterator<Item = u32> {
        // A period that is set by the page itself changes what the list shows as well.
        let is_watched =
            |control: &&ControlId| control.is_field() || **control == ControlId::OrderPeriod;
        ControlId::ALL
            .iter()
            .filter(is_watched)
            .filter_map(|control| self.sighting.control(*control))
            .filter_map(|found| self.item(found.item))
            .filter(|item| item.kind.is_typed() || item.kind == Kind::Select)
            .map(|item| item.id)
    }
}

/// What an instruction points at.
pub(super) fn pointers(guide: &Guide, instruction: &Instruction) -> Vec<Pointer> {
    let pointer = |target: &Target| Pointer {
        control: target.control.as_str(),
        item: target.item,
        number: target.number,
        is_grave: instruction.is_last_press(guide.flow, target),
        offer: None,
    };
    instruction.targets.iter().map(pointer).collect()
}

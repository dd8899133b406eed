//! What an instruction is made from, and how one begins.

use super::instruction::{Guide, Instruction, Message, Moment};
use crate::flow::{Flow, Step};
use crate::ids::{PageId, State};
use crate::lexicon::Lexicon;
use crate::recognise::Sighting;
use crate::view::{Item, View};

/// What an instruction is made from.
pub(super) struct Context<'a> {
    pub(super) guide: &'a Guide,
    pub(super) flow: &'static Flow,
    pub(super) view: &'a View,
    pub(super) sighting: &'a Sighting,
    pub(super) lexicon: &'a Lexicon,
    pub(super) moment: Moment,
}

impl Context<'_> {
    pub(super) fn page(&self) -> PageId {
        self.sighting.page
    }

    /// Whether this is the form that the way fills in.
    pub(super) fn is_on_its_form(&self) -> bool {
        self.flow.fills == Some(self.page())
    }

    pub(super) fn say(
        &self,
        step: usize,
        state: State,
        title: &'static str,
        body: &'static str,
    ) -> Box<Instruction> {
        let named: &Step = &self.flow.steps[step];
        Box::new(Instruction {
            page: self.page(),
            step: named.id,
            number: u8::try_from(step + 1).unwrap_or(u8::MAX),
            count: u8::try_from(self.flow.steps.len()).unwrap_or(u8::MAX),
            state,
            title: Message::plain(title),
            body: vec![Message::plain(body)],
            link: None,
            targets: Vec::new(),
            fills: Vec::new(),
            offer: None,
            ask: None,
            answers: &[],
            own_pages: Vec::new(),
            again_in: None,
        })
    }

    /// The item of that number.
    pub(super) fn item(&self, id: u32) -> Option<&Item> {
        self.view.items.iter().find(|item| item.id == id)
    }

    pub(super) fn link_home(&self) -> (String, Message) {
        (self.flow.home.to_owned(), Message::plain("guide_link_home"))
    }
}

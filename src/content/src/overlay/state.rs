//! What is shown, and how each frame brings it up to the page.

use web_sys::Element;

use super::callout::Sizes;
use super::deeds::Place;
use super::look::{self, Look, Standing};
use super::placement::{self, Scene, Side, Spot};
use super::rect::Rect;
use super::rings::Rings;
use super::stage::{GaveUp, Stage};
use super::viewport::Viewport;
use super::{Around, Inner};

/// This far inside its corner a point of the callout is tried, to see whether something lies over it.
const INSIDE: f64 = 20.0;

/// What a frame came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Something had moved.
    pub(super) moved: bool,
    /// A control is gone or says something else: what is shown is out of date.
    pub(super) lost: bool,
}

/// What is shown, and where it was in the last frame.
#[derive(Default)]
pub(super) struct State {
    /// What stands in the host, once it is needed.
    pub(super) inner: Option<Inner>,
    pub(super) rings: Rings,
    pub(super) around: Around,
    pub(super) last: Vec<Look>,
    /// The page as the callout was placed for it; none where it is to be placed in any case.
    pub(super) scene: Option<(Scene, Viewport)>,
    /// What the callout's words need, and for which width.
    pub(super) sizes: Option<Sizes>,
    /// At which side of its control it stands: kept while it follows.
    pub(super) side: Option<Side>,
    /// Where the callout stands, in CSS px of the window.
    stands: Rect,
    /// Where the command "next" is.
    pub(super) place: Place,
}

impl State {
    /// Brings everything to where the page's controls are now. Where `is_anew`, sizes, clips and covers may have changed.
    pub(super) fn frame(&mut self, stage: &Stage, is_anew: bool) -> Result<Outcome, GaveUp> {
        if self.inner.is_none() {
            return Ok(Outcome::default());
        }
        if is_anew {
            look::refresh();
            stage.tend()?;
        }
        // All that is read of the page comes before anything is written: each write between two reads would have the browser
        // lay the page out once more.
        let looks = look::look(self.rings.items(), stage.host(), self.rings.is_offering());
        let is_same = looks == self.last;
        self.last.clone_from(&looks);
        self.last
            .retain(|look| !matches!(look.standing, Standing::Gone | Standing::Changed));
        let viewport = Viewport::now(stage.host());
        let scene = (self.scene_in(stage, &viewport), viewport);
        let stood = self.stands;
        let is_covered = is_anew && is_over(stage, &stood);

        let focused = stage.focused();
        let lost = !is_same && self.draw(&looks, focused.as_ref());
        let moved = self.place(scene, focused.as_ref());
        let is_covered = if is_anew && self.stands != stood {
            is_over(stage, &self.stands)
        } else {
            is_covered
        };
        if is_covered {
            stage.uncover()?;
        }
        Ok(Outcome {
            moved: moved || !is_same,
            lost,
        })
    }

    fn draw(&mut self, looks: &[Look], focused: Option<&Element>) -> bool {
        let Some(inner) = &mut self.inner else {
            return false;
        };
        let lost = self.rings.draw(&inner.all, looks);
        let is_away = self.rings.hidden().is_some() && !self.rings.is_offering();
        let is_covered = self.is_covered();
        let Some(inner) = &mut self.inner else {
            return lost;
        };
        let changes = [
            inner.callout.offer_show(is_away && !is_covered, focused),
            inner.callout.cover(is_covered),
        ];
        if changes.contains(&true) {
            self.sizes = None;
        }
        if lost && self.rings.first().is_none() {
            inner.callout.doubt();
        }
        lost
    }

    /// Whether a layer of the page lies over all that is pointed at.
    pub(super) fn is_covered(&self) -> bool {
        let mut standings = self.rings.standings().peekable();
        standings.peek().is_some() && standings.all(|standing| standing == Standing::Covered)
    }

    /// Puts the callout where it belongs now; whether anything about that has changed.
    fn place(&mut self, scene: (Scene, Viewport), focused: Option<&Element>) -> bool {
        let viewport = scene.1;
        if self.sizes.is_some() && self.scene.as_ref() == Some(&scene) {
            return false;
        }
        let is_offering = self.rings.is_offering();
        let Some(inner) = &mut self.inner else {
            return false;
        };
        let width = placement::width_in(scene.0.window.0);
        let sizes = match self.sizes {
            Some(sizes) if sizes.is_for(width) => sizes,
            _ => inner.callout.sizes(width),
        };
        self.sizes = Some(sizes);
        let spot = placement::place(&scene.0, sizes, inner.callout.is_folded(), self.side);
        self.side = Some(spot.side);
        let spot = viewport.in_window(&spot);
        inner.callout.settle(&spot, focused);
        self.stands = stands(&spot, sizes);
        let ring = self
            .last
            .iter()
            .find(|look| look.standing == Standing::Seen && !is_offering);
        let ring = ring.map(|look| look.seen.grown(ARROW));
        let is_grave = inner.callout.is_grave();
        let words: Vec<Rect> = scene
            .0
            .besides()
            .map(|area| viewport.off_screen(area))
            .collect();
        inner
            .tie
            .draw(&self.stands, ring.as_ref(), &words, is_grave);
        self.scene = Some(scene);
        true
    }

    fn scene_in(&self, stage: &Stage, viewport: &Viewport) -> Scene {
        let on_screen = |areas: Vec<Rect>| -> Vec<Rect> {
            areas.iter().map(|area| viewport.on_screen(area)).collect()
        };
        let is_offering = self.rings.is_offering();
        let in_sight = self
            .last
            .iter()
            .filter(|look| look.standing == Standing::Seen && !is_offering);
        let mut targets: Vec<Rect> = in_sight.map(|look| look.seen).collect();
        if !is_offering {
            targets.extend(look::boxes(self.rings.items()));
        }
        let mut must = look::boxes(self.around.must.clone());
        must.extend(look::focused_field(stage.host()));
        Scene {
            window: viewport.size(),
            targets: on_screen(targets),
            must: on_screen(must),
            last: on_screen(look::boxes(self.around.last.into_iter().collect())),
            spare: on_screen(look::boxes(self.around.spare.clone())),
            is_right_to_left: self
                .inner
                .as_ref()
                .is_some_and(|inner| inner.is_right_to_left),
        }
    }
}

/// Whether something of the page lies over the callout, which stands at `stands`.
fn is_over(stage: &Stage, stands: &Rect) -> bool {
    !stands.is_empty() && !stage.is_on_top(stands.x + INSIDE, stands.y + INSIDE)
}

/// The arrow ends this far off a control: outside its ring.
const ARROW: f64 = 8.0;

/// Where the callout stands, as high as its words make it.
fn stands(spot: &Spot, sizes: Sizes) -> Rect {
    let words = if spot.is_folded {
        sizes.folded
    } else {
        sizes.natural.1
    };
    let height = spot.size.1.min(words);
    Rect::new(
        spot.at.0,
        spot.at.1,
        spot.size.0 * spot.scale,
        height * spot.scale,
    )
}

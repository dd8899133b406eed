//! Where the callout goes: beside what it speaks of or where the page is empty, never over what the person must see.
//!
//! Everything is in px of the screen, so that a page that is pinched or laid out for a larger window makes the callout
//! neither too large nor too small to read.

use super::callout::Sizes;
use super::rect::Rect;

/// Width and height.
pub(super) type Size = (f64, f64);

/// Between the callout and what it speaks of: the ring needs half of it.
const GAP: f64 = 16.0;
/// Between the callout and the edge of the window.
const EDGE: f64 = 12.0;
/// On a window narrower than this the callout is a sheet at its edge.
const NARROW: f64 = 600.0;
const NARROW_EDGE: f64 = 8.0;
/// How wide it is where there is room, and how narrow it may become.
const WIDTH: f64 = 360.0;
const LEAST_WIDTH: f64 = 200.0;
/// The most of the window's height that it takes; a sheet less, so that the page stays in sight.
const MOST: f64 = 0.8;
const MOST_OF_NARROW: f64 = 0.46;

/// What a place has to do with what is marked. In the order in which places are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    Above,
    After,
    Before,
    BesideForm,
    Corner,
    Strip,
}

/// What is on the page, as far as the callout is concerned.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Scene {
    pub(super) window: Size,
    /// The controls that are marked, with their labels.
    pub(super) targets: Vec<Rect>,
    /// What else must not be covered: the field with the focus, the phrase to type.
    pub(super) must: Vec<Rect>,
    /// The last button of the form.
    pub(super) last: Vec<Rect>,
    /// What the person may want to look at besides.
    pub(super) spare: Vec<Rect>,
    pub(super) is_right_to_left: bool,
}

impl Scene {
    /// What lies round the marked controls.
    pub(super) fn besides(&self) -> impl Iterator<Item = &Rect> {
        let marked = |area: &&Rect| {
            self.targets
                .iter()
                .all(|target| target.overlap(area) <= 0.0)
        };
        let all = self.must.iter().chain(&self.last).chain(&self.spare);
        all.filter(marked)
    }
}

/// Where the callout stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// Its upper left corner.
    pub(super) at: (f64, f64),
    /// Its width, and the most that it may be high.
    pub(super) size: Size,
    /// How much larger than in the window's own px it is drawn.
    pub(super) scale: f64,
    /// Whether only its title shows.
    pub(super) is_folded: bool,
    pub(super) side: Side,
}

/// How wide the callout is in a window of this width.
pub(super) fn width_in(window: f64) -> f64 {
    if window < NARROW {
        window - 2.0 * NARROW_EDGE
    } else {
        WIDTH
    }
}

/// The place for a callout of these `sizes`; where it stood `before` is kept while it is as good as another. It is folded
/// where the person `has_folded` it, or where unfolded it would cover what it must not.
pub(super) fn place(scene: &Scene, sizes: Sizes, has_folded: bool, before: Option<Side>) -> Spot {
    // Where it stood for want of a better place is no reason to stay.
    let before = before.filter(|side| !matches!(side, Side::Corner | Side::Strip));
    let open = Chooser::new(scene, sizes, false).best(before);
    let is_open_good = !has_folded && open.is_some_and(|(score, _)| score[0] == 0);
    if is_open_good && let Some((_, spot)) = open {
        return spot;
    }
    let folded = Chooser::new(scene, sizes, true).best(before);
    let folded = folded.map(|(_, spot)| spot);
    folded.or(open.map(|(_, spot)| spot)).unwrap_or(Spot {
        at: (0.0, 0.0),
        size: scene.window,
        scale: 1.0,
        is_folded: has_folded,
        side: Side::Corner,
    })
}

/// The less, the better; what stands first counts first.
type Score = [i64; 7];

struct Chooser<'a> {
    scene: &'a Scene,
    hard: Vec<Rect>,
    last: Vec<Rect>,
    edge: f64,
    is_narrow: bool,
    is_folded: bool,
    natural: Size,
    least: f64,
    spots: Vec<(Rect, Side)>,
}

impl<'a> Chooser<'a> {
    fn new(scene: &'a Scene, sizes: Sizes, is_folded: bool) -> Self {
        let is_narrow = scene.window.0 < NARROW;
        let edge = if is_narrow { NARROW_EDGE } else { EDGE };
        let window = Rect::new(0.0, 0.0, scene.window.0, scene.window.1);
        let shown = |areas: &[Rect]| -> Vec<Rect> {
            let shown = areas.iter().filter(|area| area.overlap(&window) > 0.0);
            shown.map(|area| area.grown(GAP / 2.0)).collect()
        };
        let mut hard = shown(&scene.targets);
        hard.extend(shown(&scene.must));
        let most = if is_narrow { MOST_OF_NARROW } else { MOST };
        let room = scene.window.1 - 2.0 * edge;
        let (width, natural) = sizes.natural;
        let (natural, least) = if is_folded {
            (sizes.folded, sizes.folded)
        } else {
            (natural, sizes.least)
        };
        let most = (scene.window.1 * most).max(least).min(room);
        Self {
            scene,
            last: shown(&scene.last),
            hard,
            edge,
            is_narrow,
            is_folded,
            natural: (width.min(scene.window.0 - 2.0 * edge), natural.min(most)),
            least: least.min(room),
            spots: Vec::new(),
        }
    }

    fn best(mut self, before: Option<Side>) -> Option<(Score, Spot)> {
        if !self.is_narrow {
            self.add_beside_target();
            self.add_beside_form();
            self.add_corners();
        }
        self.add_strips(true);
        self.add_strips(false);
        if self.is_narrow {
            self.add_corners();
        }
        let scored = self.spots.iter().enumerate().map(|(at, (rect, side))| {
            let is_other = i64::from(before != Some(*side));
            (self.score(at, rect, is_other), (*rect, *side))
        });
        let (score, (rect, side)) = scored.min_by_key(|(score, _)| *score)?;
        let spot = Spot {
            at: (rect.x, rect.y),
            size: (rect.w, rect.h),
            scale: 1.0,
            is_folded: self.is_folded,
            side,
        };
        Some((score, spot))
    }

    /// What is covered that must not be; the last button; a callout of less than half its words; how much else is
    /// covered, in tenths; how much it is shrunk, in tenths; whether it would go elsewhere; the order of preference.
    fn score(&self, at: usize, rect: &Rect, is_other: i64) -> Score {
        let covered = |areas: &[Rect]| -> f64 { areas.iter().map(|area| area.overlap(rect)).sum() };
        let share = rect.h / self.natural.1;
        let all = rect.w * rect.h;
        let besides = tenths(covered(&self.scene.spare) / all);
        let last = whole(covered(&self.last));
        let (first, later) = if self.is_narrow { (0, last) } else { (last, 0) };
        [
            whole(covered(&self.hard)),
            first,
            i64::from(share < 0.5),
            besides,
            tenths(1.0 - share) + later.min(1),
            is_other,
            i64::try_from(at).unwrap_or(i64::MAX),
        ]
    }

    fn clamp_x(&self, x: f64, width: f64) -> f64 {
        clamp(x, self.edge, self.scene.window.0 - width - self.edge)
    }

    fn clamp_y(&self, y: f64, height: f64) -> f64 {
        clamp(y, self.edge, self.scene.window.1 - height - self.edge)
    }

    fn target(&self) -> Option<Rect> {
        let window = Rect::new(0.0, 0.0, self.scene.window.0, self.scene.window.1);
        let mut targets = self.scene.targets.iter();
        targets.find(|area| area.overlap(&window) > 0.0).copied()
    }

    /// Where the callout begins along its target: at the side where reading begins.
    fn along(&self, target: &Rect, width: f64) -> f64 {
        let start = if self.scene.is_right_to_left {
            target.right() - width
        } else {
            target.x
        };
        self.clamp_x(start, width)
    }

    /// Takes a place that lies in the window.
    fn add(&mut self, x: f64, y: f64, side: Side) {
        let (width, height) = self.natural;
        let is_inside = x >= self.edge - 0.5
            && y >= self.edge - 0.5
            && x + width <= self.scene.window.0 - self.edge + 0.5
            && y + height <= self.scene.window.1 - self.edge + 0.5;
        if is_inside {
            self.spots.push((Rect::new(x, y, width, height), side));
        }
    }

    fn add_beside_target(&mut self) {
        let Some(target) = self.target() else {
            return;
        };
        let (width, height) = self.natural;
        let x = self.along(&target, width);
        let y = self.clamp_y(target.y, height);
        self.add(x, target.bottom() + GAP, Side::Below);
        self.add(x, target.y - GAP - height, Side::Above);
        let right = (target.right() + GAP, y);
        let left = (target.x - GAP - width, y);
        let (after, before) = if self.scene.is_right_to_left {
            (left, right)
        } else {
            (right, left)
        };
        self.add(after.0, after.1, Side::After);
        self.add(before.0, before.1, Side::Before);
    }

    /// Beside all that belongs together: the fields, what is said about them, the last button.
    fn add_beside_form(&mut self) {
        let all = [
            &self.scene.targets,
            &self.scene.must,
            &self.scene.last,
            &self.scene.spare,
        ];
        let form = all.into_iter().flatten().copied();
        let Some(form) = form.reduce(|a, b| a.around(&b)) else {
            return;
        };
        let (width, height) = self.natural;
        let y = self.clamp_y(self.target().unwrap_or(form).y, height);
        let right = form.right() + GAP;
        let left = form.x - GAP - width;
        let sides = if self.scene.is_right_to_left {
            [left, right]
        } else {
            [right, left]
        };
        for x in sides {
            self.add(x, y, Side::BesideForm);
        }
    }

    fn add_corners(&mut self) {
        let (width, height) = self.natural;
        let far = (
            self.clamp_x(f64::INFINITY, width),
            self.clamp_y(f64::INFINITY, height),
        );
        let ends = if self.scene.is_right_to_left {
            [self.edge, far.0]
        } else {
            [far.0, self.edge]
        };
        for x in ends {
            for y in [far.1, self.edge] {
                self.spots
                    .push((Rect::new(x, y, width, height), Side::Corner));
            }
        }
    }

    /// What is free above, between, below and beside all that must not be covered. There the callout shrinks as far as
    /// its title and first line.
    fn add_strips(&mut self, with_last: bool) {
        let mut blocks = self.hard.clone();
        if with_last {
            blocks.extend(&self.last);
        }
        let (wide, high) = self.scene.window;
        blocks.sort_by(|a, b| a.y.total_cmp(&b.y));
        let mut top = self.edge;
        let ends = blocks.iter().map(|block| (block.y, block.bottom()));
        let mut free = Vec::new();
        for (start, end) in ends.chain([(high - self.edge, high)]) {
            free.push(Rect::new(
                self.edge,
                top,
                wide - 2.0 * self.edge,
                start - top,
            ));
            top = top.max(end);
        }
        // A sheet lies at the foot where it can, so that what is read comes first.
        free.reverse();
        if let Some(all) = blocks.iter().copied().reduce(|a, b| a.around(&b)) {
            let height = high - 2.0 * self.edge;
            let right = all.right();
            free.push(Rect::new(
                right,
                self.edge,
                wide - self.edge - right,
                height,
            ));
            free.push(Rect::new(self.edge, self.edge, all.x - self.edge, height));
        }
        for strip in free {
            self.add_in(&strip);
        }
    }

    fn add_in(&mut self, strip: &Rect) {
        let width = self.natural.0.min(strip.w);
        if width < LEAST_WIDTH.min(self.natural.0) || strip.h < self.least {
            return;
        }
        // The narrower, the higher its words stand.
        let wanted = (self.natural.1 * self.natural.0 / width).min(self.scene.window.1);
        let height = wanted.min(strip.h);
        let target = self.target().unwrap_or(*strip);
        let x = clamp(self.along(&target, width), strip.x, strip.right() - width);
        let nearest = if target.y > strip.bottom() || self.is_narrow {
            strip.bottom() - height
        } else {
            target.y.max(strip.y)
        };
        let is_at_head = strip.y <= self.edge && self.is_narrow && target.y > strip.bottom();
        let y = if is_at_head { strip.y } else { nearest };
        let y = clamp(y, strip.y, strip.bottom() - height);
        self.spots
            .push((Rect::new(x, y, width, height), Side::Strip));
    }
}

fn clamp(at: f64, low: f64, high: f64) -> f64 {
    at.min(high).max(low)
}

#[expect(clippy::cast_possible_truncation, reason = "square px of a window")]
fn whole(area: f64) -> i64 {
    area.ceil() as i64
}

#[expect(clippy::cast_possible_truncation, reason = "a small number")]
fn tenths(share: f64) -> i64 {
    (share.max(0.0) * 10.0).floor() as i64
}

#[cfg(test)]
#[path = "placement_tests.rs"]
mod tests;

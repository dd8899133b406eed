//! Where the callout goes: beside what it speaks of, never over it.

use farewell_core::Area;

/// Width and height, CSS px.
pub(super) type Size = (i32, i32);

/// Between the callout and what it speaks of: the spotlight's ring needs half of it.
const GAP: i32 = 16;
/// Between the callout and the edge of the window.
const EDGE: i32 = 12;
/// Up to this width a window is a phone's, and the callout a sheet at its edge.
const NARROW: i32 = 520;

/// Where a callout stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Its upper left corner.
    pub(super) corner: (i32, i32),
    /// Beside a target, and so to go with it.
    pub(super) rides: bool,
}

/// The spot for a callout of `size` in a window of `window`, so that it covers none of `targets`,
/// and of `spare`, what the person may want to look at besides, as little as can be.
///
/// Below the first target where there is room, else above, after, before it; else in the corner farthest away. When
/// the targets fill the window, the place that covers least is taken: the person can fold the callout away.
pub(super) fn place(
    targets: &[Area],
    spare: &[Area],
    window: Size,
    size: Size,
    right_to_left: bool,
) -> Spot {
    let (far_x, far_y) = (window.0 - size.0 - EDGE, window.1 - size.1 - EDGE);
    let shown = || targets.iter().filter(|area| touches_window(area, window));
    let mut spots = Vec::with_capacity(8);
    if let Some(target) = shown().next().filter(|_| window.0 > NARROW) {
        let (before, after) = (target.x - GAP - size.0, target.x + target.w + GAP);
        let (first, second) = if right_to_left {
            (before, after)
        } else {
            (after, before)
        };
        let start = if right_to_left {
            target.x + target.w - size.0
        } else {
            target.x
        };
        let along = clamp(start, far_x);
        spots.push((along, target.y + target.h + GAP));
        spots.push((along, target.y - GAP - size.1));
        spots.push((first, clamp(target.y, far_y)));
        spots.push((second, clamp(target.y, far_y)));
    }
    let inside = |&(x, y): &(i32, i32)| {
        x >= EDGE.min(far_x) && y >= EDGE.min(far_y) && x <= far_x.max(EDGE) && y <= far_y.max(EDGE)
    };
    spots.retain(inside);
    let (start_x, end_x) = if right_to_left {
        (far_x, EDGE)
    } else {
        (EDGE, far_x)
    };
    let corners = if window.0 > NARROW {
        [
            (end_x, far_y),
            (end_x, EDGE),
            (start_x, far_y),
            (start_x, EDGE),
        ]
    } else {
        let middle = (window.0 - size.0) / 2;
        [
            (middle, far_y),
            (middle, EDGE),
            (middle, far_y),
            (middle, EDGE),
        ]
    };
    let beside = spots.len();
    spots.extend(corners);

    let covered = |&(x, y): &(i32, i32)| -> (i32, i32) {
        let callout = Area {
            x: x - GAP / 2,
            y: y - GAP / 2,
            w: size.0 + GAP,
            h: size.1 + GAP,
        };
        let sum = |areas: &[Area]| areas.iter().map(|area| overlap(area, &callout)).sum();
        (sum(targets), sum(spare))
    };
    // The first of the best: the order above is the order of preference.
    let best = (0..spots.len()).min_by_key(|&at| covered(&spots[at]));
    let at = best.unwrap_or(beside);
    Spot {
        corner: spots[at],
        rides: at < beside,
    }
}

/// How far all targets may move alike before a callout of `size` has to be placed anew: the least and the most to the right, the
/// least and the most down. Nothing where that can't be said.
pub(super) fn bounds(targets: &[Area], spot: Spot, window: Size, size: Size) -> Option<[i32; 4]> {
    let first = targets
        .first()
        .filter(|area| touches_window(area, window))?;
    let (x, y) = spot.corner;
    let (low, high) = (y - GAP / 2, y + size.1 + GAP / 2);
    // The first must not leave the window.
    let (mut least, mut most) = (1 - first.y - first.h, window.1 - 1 - first.y);
    if spot.rides {
        let far = (window.0 - size.0 - EDGE, window.1 - size.1 - EDGE);
        return Some([
            EDGE - x,
            far.0 - x,
            least.max(EDGE - y),
            most.min(far.1 - y),
        ]);
    }
    for target in targets {
        if target.y >= high {
            least = least.max(high - target.y);
        } else {
            most = most.min(low - target.y - target.h);
        }
    }
    // A target beside the callout, in the same rows.
    (least <= 0 && most >= 0).then_some([0, 0, least, most])
}

/// Whether any of `area` is inside the window.
pub(super) fn touches_window(area: &Area, window: Size) -> bool {
    overlap(
        area,
        &Area {
            x: 0,
            y: 0,
            w: window.0,
            h: window.1,
        },
    ) > 0
}

fn overlap(a: &Area, b: &Area) -> i32 {
    let width = (a.x + a.w).min(b.x + b.w) - a.x.max(b.x);
    let height = (a.y + a.h).min(b.y + b.h) - a.y.max(b.y);
    width.max(0).saturating_mul(height.max(0))
}

fn clamp(at: i32, far: i32) -> i32 {
    at.min(far).max(EDGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Size = (1280, 800);
    const SIZE: Size = (340, 220);

    fn target(x: i32, y: i32) -> Area {
        Area {
            x,
            y,
            w: 160,
            h: 40,
        }
    }

    #[test]
    fn it_stands_below_its_target_where_there_is_room() {
        assert_eq!(
            place(&[target(300, 200)], &[], WINDOW, SIZE, false).corner,
            (300, 256)
        );
    }

    #[test]
    fn right_to_left_it_ends_where_its_target_ends() {
        assert_eq!(
            place(&[target(600, 200)], &[], WINDOW, SIZE, true).corner,
            (420, 256)
        );
    }

    #[test]
    fn at_the_foot_of_the_window_it_stands_above() {
        assert_eq!(
            place(&[target(300, 740)], &[], WINDOW, SIZE, false).corner,
            (300, 504)
        );
    }

    #[test]
    fn it_covers_none_of_several_targets_wherever_they_are() {
        for x in (0..1200).step_by(60) {
            for y in (0..780).step_by(60) {
                let targets = [target(x, y), target(x, y + 60), target(x, y + 120)];
                let (left, top) = place(&targets, &[], WINDOW, SIZE, false).corner;
                let callout = Area {
                    x: left,
                    y: top,
                    w: SIZE.0,
                    h: SIZE.1,
                };
                assert!(
                    targets.iter().all(|area| overlap(area, &callout) == 0),
                    "{x} {y}"
                );
                assert!(
                    left >= 0 && top >= 0 && left + SIZE.0 <= WINDOW.0 && top + SIZE.1 <= WINDOW.1,
                    "{x} {y}"
                );
            }
        }
    }

    #[test]
    fn on_a_phone_it_is_a_sheet_at_the_foot_and_at_the_head_when_the_target_is_low() {
        let (window, size) = ((390, 800), (366, 240));
        assert_eq!(
            place(&[target(100, 100)], &[], window, size, false).corner,
            (12, 548)
        );
        assert_eq!(
            place(&[target(100, 700)], &[], window, size, false).corner,
            (12, 12)
        );
    }

    #[test]
    fn a_filled_form_stays_in_sight_where_there_is_room_beside_it() {
        let submit = target(448, 527);
        let fields = [300, 390, 480].map(|y| Area {
            x: 340,
            y,
            w: 600,
            h: 45,
        });
        let tall = (360, 460);
        let (left, top) = place(&[submit], &fields, (1680, 800), tall, false).corner;
        let callout = Area {
            x: left,
            y: top,
            w: tall.0,
            h: tall.1,
        };
        assert!(fields.iter().all(|field| overlap(field, &callout) == 0));
    }

    #[test]
    fn a_target_out_of_sight_does_not_count() {
        assert_eq!(
            place(&[target(300, 2000)], &[], WINDOW, SIZE, false).corner,
            (928, 568)
        );
    }

    #[test]
    fn what_rides_along_rides_as_far_as_it_and_its_target_stay_in_the_window() {
        let targets = [target(300, 200)];
        let spot = place(&targets, &[], WINDOW, SIZE, false);
        assert!(spot.rides);
        assert_eq!(
            bounds(&targets, spot, WINDOW, SIZE),
            Some([-288, 628, -239, 312])
        );
    }

    #[test]
    fn a_sheet_stays_while_nothing_comes_under_it() {
        let (window, size) = ((390, 800), (366, 240));
        let targets = [target(100, 100), target(100, 300)];
        let spot = place(&targets, &[], window, size, false);
        assert!(!spot.rides);
        assert_eq!(
            bounds(&targets, spot, window, size),
            Some([0, 0, -139, 200])
        );
    }

    #[test]
    fn where_the_target_is_out_of_sight_nothing_drifts() {
        let targets = [target(300, 2000)];
        let spot = place(&targets, &[], WINDOW, SIZE, false);
        assert_eq!(bounds(&targets, spot, WINDOW, SIZE), None);
    }

    #[test]
    fn where_everything_is_now_is_within_the_bounds_wherever_that_is() {
        for x in (0..1200).step_by(60) {
            for y in (0..780).step_by(60) {
                for spare in [vec![], vec![target(x, y + 60), target(x + 200, y)]] {
                    let targets = [target(x, y)];
                    let spot = place(&targets, &spare, WINDOW, SIZE, false);
                    if let Some([left, right, up, down]) = bounds(&targets, spot, WINDOW, SIZE) {
                        assert!(left <= 0 && right >= 0 && up <= 0 && down >= 0, "{x} {y}");
                    }
                }
            }
        }
    }
}

//! Where the callout goes, over windows and pages of all kinds.

use super::*;

const WINDOW: Size = (1280.0, 800.0);
const SIZES: Sizes = Sizes {
    natural: (360.0, 240.0),
    least: 110.0,
    folded: 60.0,
};

fn target(x: f64, y: f64) -> Rect {
    Rect::new(x, y, 160.0, 40.0)
}

fn scene(window: Size, targets: &[Rect]) -> Scene {
    Scene {
        window,
        targets: targets.to_vec(),
        ..Scene::default()
    }
}

fn rect(spot: &Spot) -> Rect {
    Rect::new(spot.at.0, spot.at.1, spot.size.0, spot.size.1)
}

fn placed(scene: &Scene) -> Spot {
    let (width, height) = SIZES.natural;
    let wide = width_in(scene.window.0);
    let sizes = Sizes {
        natural: (wide, height * width / wide),
        ..SIZES
    };
    place(scene, sizes, false, None)
}

/// The page of the field trials: a form of four fields with its button, in this window.
fn form(window: Size, focus: usize) -> Scene {
    let shift = 160.0;
    let field = |n: f64| Rect::new(40.0, 100.0 + n * shift, 300.0, 40.0);
    let mut scene = scene(window, &[]);
    scene.must = vec![field(f64::from(u32::try_from(focus).unwrap_or(0)))];
    scene.last = vec![Rect::new(40.0, 100.0 + 3.5 * shift, 200.0, 40.0)];
    scene.spare = (0..4).map(|n| field(f64::from(n))).collect();
    scene
}

#[test]
fn it_stands_below_its_target_where_there_is_room() {
    let spot = placed(&scene(WINDOW, &[target(300.0, 200.0)]));
    assert_eq!((spot.at, spot.side), ((300.0, 256.0), Side::Below));
}

#[test]
fn right_to_left_it_ends_where_its_target_ends() {
    let mut scene = scene(WINDOW, &[target(600.0, 200.0)]);
    scene.is_right_to_left = true;
    assert_eq!(placed(&scene).at, (400.0, 256.0));
}

#[test]
fn at_the_foot_of_the_window_it_stands_above() {
    let spot = placed(&scene(WINDOW, &[target(300.0, 740.0)]));
    assert_eq!(spot.at, (300.0, 484.0));
}

#[test]
fn it_covers_none_of_several_targets_wherever_they_are() {
    for x in (0..1200).step_by(60) {
        for y in (0..780).step_by(60) {
            let (x, y) = (f64::from(x), f64::from(y));
            let targets = [target(x, y), target(x, y + 60.0), target(x, y + 120.0)];
            let callout = rect(&placed(&scene(WINDOW, &targets)));
            let covered: f64 = targets.iter().map(|area| area.overlap(&callout)).sum();
            assert!(covered <= 0.0, "{x} {y}");
            let window = Rect::new(0.0, 0.0, WINDOW.0, WINDOW.1);
            let inside = window.overlap(&callout) - callout.w * callout.h;
            assert!(inside.abs() < 1.0, "{x} {y} {callout:?}");
        }
    }
}

#[test]
fn on_a_phone_it_is_a_sheet_at_the_foot_and_at_the_head_when_the_target_is_low() {
    let window = (390.0, 800.0);
    let low = placed(&scene(window, &[target(100.0, 100.0)]));
    assert!(low.at.1 + low.size.1 > 780.0, "{low:?}");
    let high = placed(&scene(window, &[target(100.0, 700.0)]));
    assert!(high.at.1 < 10.0, "{high:?}");
}

#[test]
fn a_form_stays_free_where_there_is_room_beside_it() {
    for focus in 0..4 {
        let scene = form(WINDOW, focus);
        let callout = rect(&placed(&scene));
        let all = scene.must.iter().chain(&scene.last).chain(&scene.spare);
        let covered: f64 = all.map(|area| area.overlap(&callout)).sum();
        assert!(covered <= 0.0, "{focus} {callout:?}");
    }
}

#[test]
fn the_focused_field_is_never_covered_down_to_the_smallest_window() {
    for window in [
        (390.0, 844.0),
        (390.0, 430.0),
        (640.0, 400.0),
        (320.0, 256.0),
    ] {
        for y in (0..240).step_by(10) {
            let mut scene = scene(window, &[]);
            scene.must = vec![Rect::new(20.0, f64::from(y), 280.0, 40.0)];
            let spot = placed(&scene);
            let covered = scene.must[0].overlap(&rect(&spot));
            assert!(covered <= 0.0, "{window:?} {y} {spot:?}");
        }
    }
}

#[test]
fn where_words_do_not_fit_it_folds_to_its_title() {
    let mut scene = scene((320.0, 256.0), &[]);
    scene.must = vec![Rect::new(0.0, 80.0, 320.0, 60.0)];
    let spot = placed(&scene);
    assert!(spot.is_folded || spot.size.1 >= SIZES.least, "{spot:?}");
    scene.must = vec![Rect::new(0.0, 100.0, 320.0, 70.0)];
    assert!(placed(&scene).is_folded);
}

#[test]
fn it_stays_where_it_is_while_that_is_as_good() {
    let scene = scene(WINDOW, &[target(300.0, 400.0)]);
    assert_eq!(placed(&scene).side, Side::Below);
    let spot = place(&scene, SIZES, false, Some(Side::Above));
    assert_eq!(spot.side, Side::Above);
}

#[test]
fn beside_a_form_whose_words_are_wide_it_stands_at_the_height_of_its_field() {
    let mut scene = scene(WINDOW, &[Rect::new(164.0, 166.0, 300.0, 38.0)]);
    scene.must = vec![Rect::new(164.0, 219.0, 362.0, 20.0)];
    scene.last = vec![Rect::new(164.0, 424.0, 199.0, 38.0)];
    scene.spare = (0..3)
        .map(|n| Rect::new(164.0, 166.0 + 73.0 * f64::from(n), 300.0, 38.0))
        .collect();
    let spot = placed(&scene);
    assert_eq!((spot.side, spot.at), (Side::BesideForm, (542.0, 166.0)));
}

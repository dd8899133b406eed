//! The code that hands a page's address to the phone, as the outline of an SVG.
//!
//! One path of unit squares, so that the page needs no markup made from data.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// White modules around the code, as readers need them.
const QUIET: usize = 4;

/// A drawn code: the side of its view box and the `d` of its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Drawing {
    pub(crate) side: usize,
    pub(crate) path: String,
}

/// Draws the address; `None` for one that is too long for any code.
pub(crate) fn draw(address: &str) -> Option<Drawing> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, _) in code
        .to_colors()
        .iter()
        .enumerate()
        .filter(|(_, color)| **color == Color::Dark)
    {
        let _ = write!(
            path,
            "M{} {}h1v1h-1z",
            at % width + QUIET,
            at / width + QUIET
        );
    }
    Some(Drawing {
        side: width + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ways::beginning;
    use farewell_core::FlowId;

    #[test]
    fn every_beginning_fits_a_code_with_its_quiet_zone() {
        for &flow in FlowId::ALL {
            let drawing = draw(beginning(Some(flow))).unwrap();
            assert!(drawing.side >= 21 + 2 * QUIET);
            assert!(
                drawing.path.starts_with("M4 4h1v1h-1z"),
                "the corner's finder begins after the quiet zone"
            );
        }
    }

    #[test]
    fn an_endless_address_is_no_panic() {
        assert_eq!(draw(&"x".repeat(10_000)), None);
    }
}

//! The part of the window that the person sees: smaller than it while they pinch it larger or an on-screen keyboard is
//! open, larger where a page is laid out for another width than the screen's.

use web_sys::HtmlElement;

use super::placement::{Size, Spot};
use super::rect::Rect;

/// Where the visual viewport lies in the window, in CSS px, and how many px of the screen one of those is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Viewport {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    scale: f64,
}

impl Viewport {
    /// As it is now. `host` is as large as the window without its scroll bars.
    pub(super) fn now(host: &HtmlElement) -> Self {
        let (width, height) = (
            f64::from(host.client_width()),
            f64::from(host.client_height()),
        );
        let whole = Self {
            left: 0.0,
            top: 0.0,
            width,
            height,
            scale: 1.0,
        };
        let visual = web_sys::window().and_then(|window| window.visual_viewport());
        visual.map_or(whole, |visual| Self {
            left: visual.offset_left(),
            top: visual.offset_top(),
            width: visual.width().min(width),
            height: visual.height().min(height),
            scale: visual.scale(),
        })
    }

    /// Its size on the screen.
    pub(super) fn size(&self) -> Size {
        (self.width * self.scale, self.height * self.scale)
    }

    /// A box of the window as it lies on the screen.
    pub(super) fn on_screen(&self, area: &Rect) -> Rect {
        Rect::new(
            (area.x - self.left) * self.scale,
            (area.y - self.top) * self.scale,
            area.w * self.scale,
            area.h * self.scale,
        )
    }

    /// A box on the screen as it lies in the window.
    pub(super) fn off_screen(&self, area: &Rect) -> Rect {
        Rect::new(
            self.left + area.x / self.scale,
            self.top + area.y / self.scale,
            area.w / self.scale,
            area.h / self.scale,
        )
    }

    /// A place on the screen as it lies in the window; what stands there is drawn so large that it is read alike.
    pub(super) fn in_window(&self, spot: &Spot) -> Spot {
        Spot {
            at: (
                self.left + spot.at.0 / self.scale,
                self.top + spot.at.1 / self.scale,
            ),
            scale: 1.0 / self.scale,
            ..*spot
        }
    }
}

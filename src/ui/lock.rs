//! The locked screen: the product's name and the prompt, nothing else.

use super::canvas::Canvas;
use super::first::dots;
use super::theme::Role;
use crate::app::App;
use crate::app::lock::Lock;
use crate::domain::Shown;
use crate::i18n::texts::app as t;
use ratatui::layout::Rect;

/// Draws the locked screen.
pub fn draw(lock: &Lock, app: &App, area: Rect, canvas: &mut Canvas) {
    let width = area.width.min(60);
    let (x, y) = (area.x + (area.width - width) / 2, area.y + area.height / 3);
    canvas.label(x, y, width, t::PRODUCT, Role::Title);
    let below = y + 2;
    if lock.is_opening() {
        canvas.label(x, below, width, t::LOCK_OPENING, Role::Plain);
    } else if !lock.asks {
        canvas.label(x, below, width, t::LOCK_DEMO, Role::Plain);
    } else {
        dots(t::LOCK_PROMPT, lock.length(), Rect { x, y: below, width, height: 1 }, canvas);
    }
    let refused = lock.refused.as_ref().or(app.message.as_ref().map(|message| &message.text));
    if let Some(refused) = refused {
        let area = Rect { x, y: below + 2, width, height: area.bottom().saturating_sub(below + 2) };
        canvas.wrapped(area, &Shown::new(format!("! {refused}")), Role::Wrong);
    }
    if area.height > 2 {
        canvas.label(x, area.bottom() - 1, width, t::LOCK_HINT, Role::Quiet);
    }
}

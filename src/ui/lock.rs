//! The locked screen: the product's name and the prompt, nothing else.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::lock::Lock;
use crate::domain::Shown;
use crate::i18n::texts::app as t;
use ratatui::layout::Rect;

/// So many dots are shown at most, so that the length of a long passphrase stays unsaid.
const DOTS: usize = 32;

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
        let label = canvas.label(x, below, width, t::LOCK_PROMPT, Role::Label) + 1;
        let dots = Shown::new("•".repeat(lock.length().min(DOTS)));
        let taken = canvas.put(x + label, below, width.saturating_sub(label), &dots, Role::Plain);
        canvas.set_cursor(x + label + taken, below);
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

//! Changing what opens the store: one question after the other.

use super::canvas::Canvas;
use super::first::{dots, groups};
use super::theme::Role;
use crate::app::secrets::{Purpose, Secrets, Stage};
use crate::domain::{Shown, Text};
use crate::i18n::texts::{settings as t, start};
use ratatui::layout::Rect;

/// Draws what is asked.
pub fn draw(secrets: &Secrets, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2).min(72), ..body };
    let title = match secrets.purpose {
        Purpose::Passphrase => t::PASSPHRASE,
        Purpose::RecoverySheet => t::RECOVERY_SHEET,
    };
    canvas.label(area.x, area.y, area.width, title, Role::Title);
    let rest = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    match &secrets.stage {
        Stage::Old => asked(secrets, t::OLD_WHY, t::OLD, rest, canvas),
        Stage::New => asked(secrets, t::NEW_WHY, t::NEW, rest, canvas),
        Stage::Again => asked(secrets, start::AGAIN_WHY, start::AGAIN, rest, canvas),
        Stage::Deriving(_) => drop(canvas.label(rest.x, rest.y, rest.width, t::DERIVING, Role::Plain)),
        Stage::Sealing(_) => drop(canvas.label(rest.x, rest.y, rest.width, t::SEALING, Role::Plain)),
        Stage::Sheet(sheet) => {
            let said = |text: Text, canvas: &Canvas| Shown::new(text.get(canvas.lang));
            let y = rest.y + canvas.wrapped(rest, &said(t::SHEET, canvas), Role::Plain) + 1;
            let y = groups(sheet, Rect { y, height: rest.bottom().saturating_sub(y), ..rest }, canvas) + 1;
            let below = Rect { y, height: rest.bottom().saturating_sub(y), ..rest };
            canvas.wrapped(below, &said(start::SHEET_KEEP, canvas), Role::Plain);
        }
    }
}

fn asked(secrets: &Secrets, why: Text, label: Text, area: Rect, canvas: &mut Canvas) {
    let y = area.y + canvas.wrapped(area, &Shown::new(why.get(canvas.lang)), Role::Plain) + 1;
    dots(label, secrets.typed.length(), Rect { y, height: 1, ..area }, canvas);
    let below = Rect { y: y + 2, height: area.bottom().saturating_sub(y + 2), ..area };
    if let Some(wrong) = &secrets.wrong {
        canvas.wrapped(below, &Shown::new(format!("! {wrong}")), Role::Wrong);
    } else if let Some(strength) = secrets.strength() {
        canvas.wrapped(below, &Shown::new(strength.get(canvas.lang)), Role::Quiet);
    }
}

//! The question in one line, over the foot of the view, with its reading or what is wrong with it below.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::prompt::Prompt;
use crate::domain::Shown;
use ratatui::layout::Rect;

/// Rows that the prompt takes.
const ROWS: u16 = 4;

/// Draws the prompt.
pub fn draw(prompt: &Prompt, body: Rect, canvas: &mut Canvas) {
    let area = Rect { y: body.bottom().saturating_sub(ROWS), height: ROWS.min(body.height), ..body };
    let inside = canvas.framed(area);
    let label = canvas.label(inside.x, inside.y, inside.width, prompt.label(), Role::Label) + 1;
    let (x, width) = (inside.x + label, inside.width.saturating_sub(label));
    let (text, column) = prompt.field.window(width.into());
    canvas.put(x, inside.y, width, &Shown::line(text), Role::Plain);
    canvas.set_cursor(x + column as u16, inside.y);
    let below = inside.y + 1;
    match &prompt.reading {
        Err(wrong) => canvas.put(inside.x, below, inside.width, &Shown::new(format!("! {wrong}")), Role::Wrong),
        Ok(words) if words.as_str().is_empty() || prompt.field.is_empty() => {
            canvas.label(inside.x, below, inside.width, prompt.example(), Role::Quiet)
        }
        Ok(words) => canvas.put(inside.x, below, inside.width, &Shown::new(format!("= {words}")), Role::Quiet),
    };
}

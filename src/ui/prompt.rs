//! The question in one line, over the foot of the view, with its reading or what is wrong with it below, to the end.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::prompt::Prompt;
use crate::app::text_field::wrap;
use crate::domain::Shown;
use ratatui::layout::Rect;

/// Rows of the frame and of what is typed.
const ROWS: u16 = 3;

/// Columns that the frame takes.
const MARGINS: usize = 4;

/// Draws the prompt.
pub fn draw(prompt: &Prompt, body: Rect, canvas: &mut Canvas) {
    let (said, role) = match &prompt.reading {
        Err(wrong) => (Shown::new(format!("! {wrong}")), Role::Wrong),
        Ok(words) if words.as_str().is_empty() || prompt.field.is_empty() => {
            (Shown::new(prompt.example().get(canvas.lang)), Role::Quiet)
        }
        Ok(words) => (Shown::new(format!("= {words}")), Role::Quiet),
    };
    let rows = wrap(said.as_str(), usize::from(body.width).saturating_sub(MARGINS)).len() as u16;
    let height = (ROWS + rows).min(body.height);
    let inside = canvas.framed(Rect { y: body.bottom() - height, height, ..body });
    let label = canvas.label(inside.x, inside.y, inside.width, prompt.label(), Role::Label) + 1;
    let (x, width) = (inside.x + label, inside.width.saturating_sub(label));
    let (text, column) = prompt.field.window(width.into());
    canvas.put(x, inside.y, width, &Shown::line(text), Role::Plain);
    canvas.set_cursor(x + column as u16, inside.y);
    canvas.wrapped(Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside }, &said, role);
}

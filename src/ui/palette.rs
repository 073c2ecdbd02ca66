//! The command palette: what is typed, and a line for each thing that can be done, with its key.

use super::canvas::{Canvas, wrapped};
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::palette::Palette;
use crate::domain::Shown;
use crate::i18n::texts::lists as t;
use ratatui::layout::Rect;

/// Columns of the key and of the action's name.
const KEY: usize = 10;
const NAME: usize = 18;

/// Draws the palette over the body.
pub fn draw(palette: &Palette, body: Rect, canvas: &mut Canvas) {
    let inside = canvas.framed(body);
    let label = canvas.label(inside.x, inside.y, inside.width, t::PALETTE_LABEL, Role::Label) + 1;
    let (x, width) = (inside.x + label, inside.width.saturating_sub(label));
    let (text, column) = palette.field.window(width.into());
    canvas.put(x, inside.y, width, &Shown::line(text), Role::Plain);
    canvas.set_cursor(x + column as u16, inside.y);
    let rest = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let found = palette.found();
    if found.is_empty() {
        canvas.label(rest.x, rest.y, rest.width, t::PALETTE_NONE, Role::Quiet);
    }
    let mut scroll = Scroll::default();
    for (place, command) in found.into_iter().enumerate() {
        let (mut key, mut name, long) = command.words(canvas.lang);
        let long = long.as_str();
        let lines = wrapped(long, usize::from(inside.width).saturating_sub(KEY + NAME + 2)).map(|text| {
            let (key, name) = (std::mem::take(&mut key), std::mem::take(&mut name));
            vec![(Canvas::padded(key, KEY), Role::Key), (Canvas::padded(name, NAME), Role::Plain), (text, Role::Quiet)]
        });
        scroll.tall_choice(place == palette.cursor, lines);
    }
    scroll.draw(rest, canvas);
}

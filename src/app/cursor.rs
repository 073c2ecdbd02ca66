//! How a cursor moves over lines, the same in every view.

use super::keys::Action;

/// Where a cursor over the lines 0 to `last` stands after an action; `None` for an action that moves no cursor.
pub fn moved(cursor: usize, action: Action, last: usize, page: usize) -> Option<usize> {
    Some(match action {
        Action::Up => cursor.saturating_sub(1),
        Action::Down => (cursor + 1).min(last),
        Action::PageUp => cursor.saturating_sub(page),
        Action::PageDown => (cursor + page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => return None,
    })
}

//! How the screen is divided, in plain numbers: the state needs to know how many rows are seen, the views draw them.

/// The smallest terminal that the program is laid out for.
pub const SMALLEST: (u16, u16) = (60, 20);

/// Whether nothing can be laid out in a terminal of that size.
pub fn is_too_small((width, height): (u16, u16)) -> bool {
    width < SMALLEST.0 || height < SMALLEST.1
}

/// From this width the detail stands beside the list.
const WIDE: u16 = 100;

/// Rows of the bar, of hints and of messages.
const FRAME_ROWS: u16 = 3;

/// Rows of a list's title and column heads.
const HEAD_ROWS: u16 = 2;

/// Where a list and its detail stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// Columns and rows of the list, title and heads included.
    pub list: (u16, u16),
    /// Columns and rows of the detail, without the line between.
    pub detail: (u16, u16),
    /// The detail stands beside the list, and not under it.
    pub beside: bool,
}

impl Geometry {
    /// The division of a terminal of that size.
    pub fn of((width, height): (u16, u16)) -> Geometry {
        let body = height.saturating_sub(FRAME_ROWS);
        if width >= WIDE {
            let detail = beside(width);
            return Geometry { list: (width.saturating_sub(detail + 1), body), detail: (detail, body), beside: true };
        }
        let detail = (body / 3).clamp(4, 7).min(body);
        Geometry { list: (width, body.saturating_sub(detail + 1)), detail: (width, detail), beside: false }
    }

    /// Rows of records in the list.
    pub fn list_rows(&self) -> usize {
        self.list.1.saturating_sub(HEAD_ROWS).max(1).into()
    }
}

/// Columns of what stands beside a list or a form: at 120 so few that these have as many as where they stand alone.
fn beside(width: u16) -> u16 {
    (width / 3).clamp(36, 60)
}

/// Rows between the bar and the hints.
pub fn body_rows(size: (u16, u16)) -> usize {
    size.1.saturating_sub(FRAME_ROWS).max(1).into()
}

/// Columns between the margins of what fills the body.
pub fn body_columns(size: (u16, u16)) -> u16 {
    size.0.saturating_sub(2)
}

/// Columns of a form's labels, with the space after.
pub const LABEL_COLUMNS: u16 = 24;

/// Columns of a form's fields.
pub fn field_columns(size: (u16, u16)) -> usize {
    let (form, _) = form_columns(size);
    form.saturating_sub(LABEL_COLUMNS + 2).clamp(1, 90).into()
}

/// Columns of a form, and of the person's card beside it; none where there is no room for it.
pub fn form_columns((width, _): (u16, u16)) -> (u16, u16) {
    let card = if width >= WIDE { beside(width) } else { 0 };
    (width - card, card)
}

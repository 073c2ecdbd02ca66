//! Theme roles: what a text is on the screen, and how that looks. Every distinction holds without colour, by glyph and
//! attribute.

use ratatui::style::{Color, Modifier, Style};

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Plain,
    /// The title of a view, a section's heading.
    Title,
    /// Column heads and labels.
    Label,
    /// What matters less.
    Quiet,
    /// The line or number under the cursor.
    Cursor,
    /// The pane in front.
    Here,
    /// A key in hints and help.
    Key,
    /// Something is wrong or late.
    Wrong,
    /// Something was done.
    Done,
    /// To be careful with: protected identity.
    Care,
    /// A field that is typed in.
    Field,
}

impl Role {
    /// The style, with colours or without.
    pub fn style(self, colour: bool) -> Style {
        let plain = Style::new();
        let (style, hue) = match self {
            Role::Plain => (plain, None),
            Role::Title => (plain.add_modifier(Modifier::BOLD), None),
            Role::Label => (plain.add_modifier(Modifier::DIM), Some(Color::Cyan)),
            Role::Quiet => (plain.add_modifier(Modifier::DIM), None),
            Role::Cursor | Role::Here => (plain.add_modifier(Modifier::REVERSED), None),
            Role::Key => (plain.add_modifier(Modifier::BOLD), Some(Color::Cyan)),
            Role::Wrong => (plain.add_modifier(Modifier::BOLD), Some(Color::Red)),
            Role::Done => (plain, Some(Color::Green)),
            Role::Care => (plain.add_modifier(Modifier::BOLD), Some(Color::Yellow)),
            Role::Field => (plain.add_modifier(Modifier::UNDERLINED), None),
        };
        match hue.filter(|_| colour) {
            Some(hue) => style.remove_modifier(Modifier::DIM).fg(hue),
            None => style,
        }
    }
}

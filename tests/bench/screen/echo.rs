//! The smallest ratatui program that echoes a key: what the screen is measured beside.

use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::widgets::Paragraph;
use std::io;

/// Shows how many keys there were, until `q`.
pub fn run() -> io::Result<()> {
    let mut terminal = ratatui::init();
    let mut keys = 0;
    loop {
        terminal.draw(|frame| frame.render_widget(Paragraph::new(format!("> {keys} keys")), frame.area()))?;
        match event::read()? {
            Event::Key(key) if key.code == KeyCode::Char('q') => break,
            Event::Key(_) => keys += 1,
            _ => {}
        }
    }
    ratatui::restore();
    Ok(())
}

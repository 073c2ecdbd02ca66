//! The screen: `view` draws the state and changes nothing. Pure.
//!
//! ```text
//!  1 Idag  2 Kontakter  3 Länkningar  …      the bar
//!  the view in front                         the body
//!  n ny  Enter öppna  …  ? hjälp             hints
//!  Sparat: kontakt C0425.                    what the last key led to
//! ```

mod alike;
mod backups;
mod bars;
mod canvas;
mod checks;
mod cross_table;
mod detail;
mod dialog;
mod first;
mod form;
mod frame;
mod goal_form;
mod heads;
mod help;
mod history;
mod kept;
mod lock;
mod log_line;
mod look_up;
mod manuscript;
mod more;
mod offer;
mod outline;
mod page;
mod palette;
mod project;
mod prompt;
mod records;
mod report;
mod reports;
mod saved_views;
mod scroll;
mod secrets;
mod settings;
mod sheet;
mod signing;
mod statistics;
mod theme;
mod today;
mod value_lists;

use crate::app::App;
use crate::app::geometry::{SMALLEST, is_too_small};
use crate::app::view::View;
use crate::domain::Shown;
use crate::i18n::{fill, texts::app as t};
use canvas::Canvas;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use theme::Role;

/// Draws the state into an empty buffer, and gives back where the terminal's cursor goes, if it is to be seen.
pub fn view(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let area = buffer.area;
    let mut canvas = Canvas::new(buffer, app.colour, app.world.lang);
    if let Some(first) = &app.first {
        first::draw(first, area, &mut canvas);
    } else if app.lock.is_none() && is_too_small((area.width, area.height)) {
        too_small(area, &mut canvas);
    } else if let Some(lock) = &app.lock {
        lock::draw(lock, app, area, &mut canvas);
    } else {
        draw(app, area, &mut canvas);
    }
    canvas.cursor
}

fn draw(app: &App, area: Rect, canvas: &mut Canvas) {
    let body = Rect { y: area.y + 1, height: area.height - 3, ..area };
    frame::bar(app, Rect { height: 1, ..area }, canvas);
    match &app.look_up {
        // It covers all that is behind it.
        Some(look_up) => look_up::draw(look_up, &app.world, body, canvas),
        None => front(app, body, canvas),
    }
    if let Some(dialog) = &app.dialog {
        dialog::draw(dialog, body, canvas);
    }
    // News that take more than their row take it from the foot of the body.
    let rows = frame::message_rows(app, area.width);
    let foot = Rect { y: area.bottom() - rows - 1, height: rows + 1, ..area };
    if rows > 1 {
        canvas.clear(foot);
    }
    frame::hints(app, Rect { height: 1, ..foot }, canvas);
    frame::message(app, Rect { y: foot.y + 1, height: rows, ..foot }, canvas);
}

/// The view in front, and what is asked or offered over it.
fn front(app: &App, body: Rect, canvas: &mut Canvas) {
    let world = &app.world;
    match app.top() {
        View::Today(today) => today::draw(today, world, body, canvas),
        View::Records(records) => records::draw(records, world, body, canvas),
        View::Page(page) => page::draw(page, world, body, canvas),
        View::LogLine(line) => log_line::draw(line, world, body, canvas),
        View::Form(form) => form::draw(form, world, body, canvas),
        View::Statistics(part) => statistics::draw(part, world, body, canvas),
        View::GoalForm(part) => goal_form::draw(part, world, body, canvas),
        View::Report(report) => report::draw(report, world, body, canvas),
        View::Reports(reports) => reports::draw(reports, world, body, canvas),
        View::Outline(outline) => outline::draw(outline, world, body, canvas),
        View::Manuscript(manuscript) => manuscript::draw(manuscript, world, body, canvas),
        View::Signing(signing) => signing::draw(signing, world, body, canvas),
        View::Kept(kept) => kept::draw(kept, world, body, canvas),
        View::Pages(pages) => kept::pages(pages, body, canvas),
        View::More(more) => more::draw(more, body, canvas),
        View::History(history) => history::draw(history, world, body, canvas),
        View::Pair(pair) => alike::draw(pair, world, body, canvas),
        View::Backups(list) => backups::draw(list, world, body, canvas),
        View::ValueLists(lists) => value_lists::draw(lists, world, body, canvas),
        View::Checks(list) => checks::draw(list, world, body, canvas),
        View::Project(page) => project::draw(page, world, body, canvas),
        View::Settings(page) => settings::draw(page, world, body, canvas),
        View::Secrets(page) => secrets::draw(page, body, canvas),
        View::SavedViews(views) => saved_views::draw(views, world, body, canvas),
        View::Help(help) => help::draw(help, world, body, canvas),
    }
    offer::draw(app, body, canvas);
    if let Some(prompt) = &app.prompt {
        prompt::draw(prompt, body, canvas);
    }
    if let Some(palette) = &app.palette {
        palette::draw(palette, body, canvas);
    }
}

fn too_small(area: Rect, canvas: &mut Canvas) {
    let text = fill(
        t::TOO_SMALL,
        canvas.lang,
        &[
            ("width", &area.width),
            ("height", &area.height),
            ("least_width", &SMALLEST.0),
            ("least_height", &SMALLEST.1),
        ],
    );
    canvas.wrapped(area, &Shown::new(text), Role::Plain);
}

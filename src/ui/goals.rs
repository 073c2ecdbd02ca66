//! The goals as a table: each indicator's number, whole, share, target and whether it is met.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::goals::Goals;
use crate::app::text_field::columns;
use crate::app::world::World;
use crate::domain::{Shown, Text};
use crate::i18n::{fill, number, percent, texts::app as t};
use crate::stats::GoalLine;
use ratatui::layout::Rect;

/// Columns of number, whole, share and target, and of the verdict.
const WIDTHS: [usize; 4] = [8, 7, 7, 9];
const VERDICT: usize = 11;

/// From this width the target stands there, and the verdict in words; below, its sign alone.
const WIDE: u16 = 76;

/// Draws the goals.
pub fn draw(goals: &Goals, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = fill(t::GOALS_TITLE, lang, &[("period", &goals.period.in_words(lang))]);
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(lines) = &goals.lines else {
        canvas.label(rest.x, rest.y + 1, rest.width, t::LOADING, Role::Quiet);
        return;
    };
    if lines.is_empty() {
        canvas.label(rest.x, rest.y + 1, rest.width, t::GOALS_EMPTY, Role::Quiet);
        return;
    }
    let is_wide = rest.width >= WIDE;
    let widths = if is_wide { &WIDTHS[..] } else { &WIDTHS[..3] };
    let verdict = if is_wide { VERDICT } else { 2 };
    let room = usize::from(rest.width).saturating_sub(widths.iter().sum::<usize>() + verdict + 3);
    let heads = [t::COLUMN_COUNT, t::COLUMN_WHOLE, t::COLUMN_SHARE, t::COLUMN_TARGET];
    let [count, whole, share, target] = heads.map(|head: Text| head.get(lang).to_owned());
    let heads = [count + " ", whole + " ", share, target];
    let head = row(t::COLUMN_INDICATOR.get(lang), room, widths, &heads, "");
    canvas.put(rest.x, rest.y, rest.width, &Shown::line(format!("  {head}")), Role::Label);
    let mut scroll = Scroll::default();
    let mut goal = None;
    for (place, line) in lines.iter().enumerate() {
        if goal != Some(line.goal) {
            goal = Some(line.goal);
            scroll.text(fill(t::GOAL, lang, &[("n", &line.goal)]), Role::Title);
        }
        let marked = (place == goals.cursor).then(|| usize::from(goals.is_on_whole(line)));
        scroll.choice(place == goals.cursor, vec![(indicator(line, marked, room, widths, world), Role::Plain)]);
    }
    scroll.draw(Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest }, canvas);
}

/// One indicator; the number under the cursor, its own (0) or the whole (1), stands in brackets.
fn indicator(line: &GoalLine, marked: Option<usize>, room: usize, widths: &[usize], world: &World) -> Shown {
    let lang = world.lang;
    let count = |place: usize, count: u64| match number(count as i64, lang) {
        number if marked == Some(place) => format!("[{number}]"),
        number => format!("{number} "),
    };
    let cells = [
        count(0, line.value),
        line.of.map(|of| count(1, of)).unwrap_or_default(),
        line.of.map(|of| percent(line.value, of, lang)).unwrap_or_default(),
        line.target.clone().unwrap_or_default(),
    ];
    let met = match line.met {
        Some(true) => t::MET.get(lang),
        Some(false) => t::NOT_MET.get(lang),
        None => "",
    };
    let met = if widths.len() < WIDTHS.len() { met.get(..met.find(' ').unwrap_or(0)).unwrap_or(met) } else { met };
    Shown::line(row(&line.label, room, widths, &cells, met))
}

/// A label at the left, cells at the right of their columns, and a last text.
fn row(label: &str, room: usize, widths: &[usize], cells: &[String; 4], last: &str) -> String {
    let mut line = super::canvas::fit(label, room);
    line.push_str(&" ".repeat(room.saturating_sub(columns(&line))));
    for (cell, width) in cells.iter().zip(widths) {
        line.push_str(&" ".repeat(width.saturating_sub(columns(cell))));
        line.push_str(cell);
    }
    format!("{line} {last}")
}

//! The cross table: rows by columns with counted totals, the cursor on a number.

use super::bars;
use super::canvas::{Canvas, wrapped};
use super::heads::{LONG_WORD, WORD, in_two, more};
use super::theme::Role;
use crate::app::cross_table::{CrossTable, Drawn, Shares};
use crate::app::sheet::Chart;
use crate::app::text_field::columns as width_of;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::{capital, fill, number, percent, texts::app as t, texts::common, texts::report, texts::views};
use crate::query::{Compare, Dimension};
use crate::stats::sheet::{before_head, signed};
use crate::stats::{Answer, Axis};
use ratatui::layout::Rect;

/// The widest that a row's label is, as a part of the view.
const LABEL_PART: u16 = 3;

/// Draws the table.
pub fn draw(table: &CrossTable, world: &World, area: Rect, canvas: &mut Canvas) {
    heads(table, world, area, canvas);
    let Some(shown) = &table.table else {
        canvas.label(area.x, area.y + 3, area.width, t::LOADING, Role::Quiet);
        return;
    };
    let answer = &shown.answer;
    let said = match (answer.total, shown.is_new) {
        (0, true) => vec![Shown::new(views::NOTHING_IN_LOG.get(world.lang))],
        (0, false) => vec![Shown::new(views::NOTHING.get(world.lang))],
        _ => notes(table, answer, world),
    };
    let notes: Vec<Shown> = said.iter().flat_map(|note| wrapped(note.as_str(), area.width.into())).collect();
    let rows = Rect { y: area.y + 3, height: area.height.saturating_sub(3 + notes.len() as u16), ..area };
    match table.drawn {
        Drawn::Only(chart) => bars_only(table, answer, world, rows, chart, canvas),
        _ => grid(table, answer, world, rows, canvas),
    }
    for (row, note) in notes.iter().enumerate() {
        canvas.put(area.x, rows.bottom() + row as u16, area.width, note, Role::Quiet);
    }
}

/// What is counted, by what, when and which.
fn heads(table: &CrossTable, world: &World, area: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let question = &table.question;
    let mut title = fill(t::TABLE_TITLE, lang, &[("measure", &question.measure.label(lang))]);
    if let Some((compared, _)) = table.compared() {
        title = format!("{title} · {}", fill(views::COMPARED, lang, &[("period", &compared.period)]));
    }
    let period = Shown::line(question.period.to_string());
    canvas.put(
        area.x,
        area.y,
        area.width.saturating_sub(width_of(period.as_str()) as u16 + 1),
        &Shown::line(title),
        Role::Title,
    );
    canvas.right(area.x, area.y, area.width, &period, Role::Title);
    let axis = |dimension: Option<Dimension>| dimension.map_or(t::NO_AXIS.get(lang), |d| d.label(lang)).to_owned();
    let axes = fill(t::TABLE_AXES, lang, &[("rows", &axis(question.rows)), ("columns", &axis(question.columns))]);
    let taken = canvas.put(area.x, area.y + 1, area.width, &Shown::line(axes), Role::Plain) + 3;
    if let Some(filter) = table.table.as_ref().map(|table| &table.filter) {
        canvas.put(area.x + taken, area.y + 1, area.width.saturating_sub(taken), filter, Role::Plain);
    }
}

/// What must be said of the numbers.
fn notes(table: &CrossTable, answer: &Answer, world: &World) -> Vec<Shown> {
    let lang = world.lang;
    let mut notes = Vec::new();
    if table.shares != Shares::Off {
        notes.push(Shown::new(table.shares.label().get(lang)));
    }
    let today = world.today();
    let period = table.question.period;
    let is_open = period.to().is_some_and(|to| today < to) && period.from().is_some_and(|from| from <= today);
    if table.compare == Some(Compare::Previous) && is_open {
        notes.push(Shown::new(report::UNFINISHED.get(lang)));
    }
    let sum: u64 = answer.cells.iter().flatten().sum();
    if table.question.measure.counts_people() && sum != answer.total {
        notes.push(Shown::new(t::DOES_NOT_ADD_UP.get(lang)));
    }
    notes.extend(answer.besides(table.question.measure, lang).into_iter().map(Shown::line));
    notes
}

/// The label of a row or column; the one after the last is the total.
fn label(axis: &Axis, place: usize, world: &World) -> Shown {
    match axis.values.get(place) {
        Some(_) if axis.dimension.is_none() => Shown::new(t::NUMBER.get(world.lang)),
        Some(value) => Shown::line(&value.label),
        None => Shown::new(common::TOTAL.get(world.lang)),
    }
}

/// Which columns are seen: as many as fit from the first that keeps the cursor in sight. The last, the total, always
/// is, so that it needs no place here.
fn seen(widths: &[u16], cursor: usize, room: u16) -> std::ops::Range<usize> {
    let cursor = cursor.min(widths.len().saturating_sub(1));
    let taken = |first: usize, last: usize| widths.get(first..=last).unwrap_or_default().iter().sum::<u16>();
    let first = (0..=cursor).find(|&first| taken(first, cursor) <= room).unwrap_or(cursor);
    let last = (first..widths.len()).take_while(|&last| last == first || taken(first, last) <= room).count();
    first..first + last
}

fn grid(table: &CrossTable, answer: &Answer, world: &World, area: Rect, canvas: &mut Canvas) {
    let (rows, columns) = table.size();
    let head = match answer.rows.dimension {
        Some(dimension) => Shown::line(capital(dimension.label(world.lang))),
        None => Shown::default(),
    };
    let labels: Vec<Shown> = (0..rows).map(|place| label(&answer.rows, table.row_at(place), world)).collect();
    let widest = labels.iter().chain([&head]).map(|label| width_of(label.as_str()) as u16).max().unwrap_or(0);
    let label_width = (widest + 1).min(area.width / LABEL_PART).max(8);
    let heads: Vec<Shown> = (0..columns).map(|column| column_head(table, answer, column, world)).collect();
    let bar_width = match table.drawn {
        Drawn::Beside(_) => BAR.min(area.width / 4),
        _ => 0,
    };
    let room = area.width.saturating_sub(label_width + bar_width);
    let (widths, word) = widths(table, &heads, room, world);
    // The total and what is compared are always seen.
    let last = usize::from(answer.columns.dimension.is_some()) + table.comparing();
    let (others, lasting) = widths.split_at(columns - last.min(columns));
    let bar = match table.drawn {
        Drawn::Beside(chart) => Some(chart),
        _ => None,
    };
    let fixed = label_width + lasting.iter().sum::<u16>() + bar_width;
    let seen = seen(others, table.cursor.1, area.width.saturating_sub(fixed));
    let places: Vec<usize> = seen.clone().chain(others.len()..columns).collect();
    canvas.put(area.x, area.y + 1, label_width, &head, Role::Label);
    let mut x = area.x + label_width;
    for &column in &places {
        let width = widths.get(column).copied().unwrap_or(0);
        let lines = heads.get(column).map(|head| in_two(head, word)).unwrap_or_default();
        for (line, y) in lines.iter().zip([area.y, area.y + 1]) {
            canvas.right(x, y, width - 1, line, Role::Label);
        }
        x += width;
    }
    if bar.is_some() {
        let head = in_two(&column_head(table, answer, bar_column(table), world), word);
        for (line, y) in head.iter().zip([area.y, area.y + 1]) {
            canvas.put(x + 1, y, bar_width.saturating_sub(1), line, Role::Label);
        }
    }
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let first = (table.cursor.0 + 1).saturating_sub(usize::from(body.height).max(1));
    let most = scale(table, answer);
    for (place, y) in (first..rows).zip(body.y..body.bottom()) {
        let row = table.row_at(place);
        let role = if row >= answer.rows.len() && answer.rows.dimension.is_some() { Role::Title } else { Role::Plain };
        let name = labels.get(place).cloned().unwrap_or_default();
        canvas.put(body.x, y, label_width - 1, &name, role);
        let mut x = body.x + label_width;
        for &column in &places {
            let width = widths.get(column).copied().unwrap_or(0);
            cell(table, answer, (place, column), Rect { x, y, width, height: 1 }, world, canvas);
            x += width;
        }
        if let Some(chart) = bar.filter(|_| row < answer.rows.len()) {
            let value = height(table, row);
            let room = bar_width.saturating_sub(1).min(area.right().saturating_sub(x + 1));
            let text = bars::long(value, most, room.into(), chart);
            canvas.put(x + 1, y, room, &Shown::new(text), Role::Plain);
        }
    }
    let rows = (first..(first + usize::from(body.height)).min(answer.rows.len()), answer.rows.len());
    let more = more(rows, (seen, others.len()), world.lang);
    canvas.right(area.x, area.y.saturating_sub(1), area.width, &more, Role::Quiet);
}

/// How wide each column is, and the longest word of a head that is kept whole: room for the total, which is its
/// largest number, with the brackets of the cursor.
fn widths(table: &CrossTable, heads: &[Shown], room: u16, world: &World) -> (Vec<u16>, usize) {
    let (rows, columns) = table.size();
    let last = table.row_at(rows - 1);
    let of_numbers = |column: usize| {
        let text = match table.is_change(column) {
            true => {
                let changes = || (0..rows).map(|row| table.change(row));
                let ends = [changes().min(), changes().max()].map(|end| signed(end.unwrap_or(0), world.lang));
                return ends.iter().map(|text| width_of(text)).max().unwrap_or(0);
            }
            false if table.has_shares(column) => percent(1, 1, world.lang),
            false => figure(table, last, column, world),
        };
        width_of(&text)
    };
    let numbers: Vec<usize> = (0..columns).map(of_numbers).collect();
    let with = |word: usize| -> Vec<u16> {
        let head = |head: &Shown| in_two(head, word).iter().map(|line| width_of(line.as_str())).max().unwrap_or(0);
        let width = |(shown, numbers): (&Shown, &usize)| head(shown).min(word).max(*numbers).max(4) as u16 + 2;
        heads.iter().zip(&numbers).map(width).collect()
    };
    let wide = with(LONG_WORD);
    match wide.iter().sum::<u16>() <= room {
        true => (wide, LONG_WORD),
        false => (with(WORD), WORD),
    }
}

/// The widest that a bar beside the table is.
const BAR: u16 = 24;

/// What a column is headed: its value, the total, the period compared with, or the change.
fn column_head(table: &CrossTable, answer: &Answer, column: usize, world: &World) -> Shown {
    match table.compared() {
        Some((compared, _)) if table.is_compared(column) => Shown::line(before_head(&compared.period, world.lang)),
        Some(_) if table.is_change(column) => Shown::new(report::CHANGE.get(world.lang)),
        _ => label(&answer.columns, column, world),
    }
}

/// The column that bars are drawn of: the one under the cursor; of a change that of the period compared with.
fn bar_column(table: &CrossTable) -> usize {
    table.cursor.1 - usize::from(table.is_change(table.cursor.1))
}

/// How long the bar of a row is: its number, or its share, in millionths, where shares are shown.
fn height(table: &CrossTable, row: usize) -> u64 {
    let column = bar_column(table);
    let number = table.number(row, column).unwrap_or(0);
    match (table.has_shares(column), table.whole(row, column)) {
        (false, _) => number,
        (true, 0) => 0,
        (true, whole) => (u128::from(number) * 1_000_000 / u128::from(whole)) as u64,
    }
}

/// The longest bar of the column under the cursor, totals apart: the scale of its bars.
fn scale(table: &CrossTable, answer: &Answer) -> u64 {
    (0..answer.rows.len()).map(|row| height(table, row)).max().unwrap_or(0)
}

/// The rows as bars of the column under the cursor.
fn bars_only(table: &CrossTable, answer: &Answer, world: &World, area: Rect, chart: Chart, canvas: &mut Canvas) {
    let (rows, _) = table.size();
    let labels: Vec<Shown> = (0..rows).map(|place| label(&answer.rows, table.row_at(place), world)).collect();
    let widest = labels.iter().map(|label| width_of(label.as_str()) as u16).max().unwrap_or(0);
    let label_width = (widest + 1).min(area.width / LABEL_PART).max(8);
    let head = column_head(table, answer, table.cursor.1, world);
    canvas.put(area.x + label_width, area.y + 1, area.width - label_width, &head, Role::Label);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let first = (table.cursor.0 + 1).saturating_sub(usize::from(body.height).max(1));
    let most = scale(table, answer);
    let figure = (0..rows).map(|place| width_of(&figure(table, table.row_at(place), table.cursor.1, world)) as u16);
    let width = figure.max().unwrap_or(0) + 3;
    for (place, y) in (first..rows).zip(body.y..body.bottom()) {
        let row = table.row_at(place);
        canvas.put(body.x, y, label_width - 1, &labels[place], Role::Plain);
        let x = body.x + label_width;
        cell(table, answer, (place, table.cursor.1), Rect { x, y, width, height: 1 }, world, canvas);
        if row < answer.rows.len() {
            let room = usize::from(body.right().saturating_sub(x + width + 1));
            let text = bars::long(height(table, row), most, room, chart);
            canvas.put(x + width + 1, y, room as u16, &Shown::new(text), Role::Plain);
        }
    }
    let rows = (first..(first + usize::from(body.height)).min(answer.rows.len()), answer.rows.len());
    let more = more(rows, (0..0, 0), world.lang);
    canvas.right(area.x, area.y.saturating_sub(1), area.width, &more, Role::Quiet);
}

/// A number as it is shown: zeros are a dot, so that the others stand out.
fn figure(table: &CrossTable, row: usize, column: usize, world: &World) -> String {
    if table.is_change(column) {
        return signed(table.change(row), world.lang);
    }
    match table.number(row, column).unwrap_or(0) {
        0 => "·".to_owned(),
        n if table.has_shares(column) => percent(n, table.whole(row, column), world.lang),
        n => number(n as i64, world.lang),
    }
}

/// A number in its place; the one under the cursor stands in brackets too.
fn cell(
    table: &CrossTable,
    answer: &Answer,
    (place, column): (usize, usize),
    area: Rect,
    world: &World,
    canvas: &mut Canvas,
) {
    let row = table.row_at(place);
    let text = figure(table, row, column, world);
    let total = row >= answer.rows.len() || column >= answer.columns.len();
    let here = table.cursor == (place, column);
    let (text, role) = match (here, total) {
        (true, _) => (format!("[{text}]"), Role::Cursor),
        (false, true) => (format!("{text} "), Role::Title),
        (false, false) => (format!("{text} "), Role::Plain),
    };
    canvas.right(area.x, area.y, area.width, &Shown::new(text), role);
}

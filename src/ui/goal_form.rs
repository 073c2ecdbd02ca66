//! The form of an indicator or a goal: fields one below the other, what each means or what is wrong with it under it,
//! and what the indicator comes to.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::goal_form::{FILTER, GoalForm, MEASURE, OF, TARGET, measure};
use crate::app::text_field::columns;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::app::GOAL;
use crate::i18n::{fill, number, percent, texts::views as t};
use ratatui::layout::Rect;

/// Columns of the labels.
const LABELS: u16 = 18;
/// At most so many lines are said of a field.
const SAID: u16 = 3;

/// Draws the form.
pub fn draw(form: &GoalForm, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let mut title = form.title().get(lang).to_owned();
    if let Some(goal) = form.goal() {
        title = format!("{title} · {}", fill(GOAL, lang, &[("n", &goal.number)]));
        title += &if goal.text.is_empty() { String::new() } else { format!(" · {}", goal.text) };
    }
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let mut y = area.y + 2;
    for (place, (label, field)) in form.fields.iter().enumerate() {
        canvas.label(area.x, y, LABELS, *label, Role::Label);
        let x = area.x + LABELS;
        let width = area.width.saturating_sub(LABELS);
        // The end of the text before the cursor is always seen; where it is not, the beginning.
        let before = if place == form.at { &field.text()[..field.cursor()] } else { "" };
        let hidden = columns(before).saturating_sub(usize::from(width.saturating_sub(1)));
        let start = before.char_indices().map(|(at, _)| at).find(|&at| columns(&before[..at]) >= hidden).unwrap_or(0);
        canvas.mark(Rect { x, y, width, height: 1 }, Role::Field);
        canvas.put(x, y, width, &Shown::line(&field.text()[start..]), Role::Field);
        if place == form.at {
            canvas.set_cursor(x + columns(&before[start..]) as u16, y);
        }
        y += 1;
        let (text, role) = match form.problem(place, lang) {
            Some(wrong) if place == MEASURE && field.text().is_empty() => (wrong, Role::Quiet),
            Some(wrong) => (wrong, Role::Wrong),
            None => (meaning(form, place, world), Role::Quiet),
        };
        // What is wrong is said to the end; what is meant leaves room for what it comes to.
        let rows = area.bottom().saturating_sub(y);
        let rows = if role == Role::Wrong { rows } else { rows.min(SAID) };
        y += canvas.wrapped(Rect { x, y, width, height: rows }, &text, role).max(1);
    }
    let rest = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
    canvas.wrapped(rest, &comes_to(form, world), Role::Plain);
}

/// What stands in a field, in words.
fn meaning(form: &GoalForm, place: usize, world: &World) -> Shown {
    let lang = world.lang;
    let tried = form.tried.as_ref();
    if !form.is_indicator() {
        return Shown::default();
    }
    let is_empty = form.fields.get(place).is_none_or(|(_, field)| field.is_empty());
    match place {
        MEASURE => {
            let text = form.fields.get(MEASURE).map_or("", |(_, field)| field.text());
            Shown::line(measure(text, lang).map_or("", |measure| measure.label(lang)))
        }
        FILTER => tried.and_then(|tried| tried.filter.clone().ok()).unwrap_or_default(),
        OF if is_empty => Shown::new(t::OF_HELP.get(lang)),
        OF => tried.and_then(|tried| tried.of.clone()?.ok()).unwrap_or_default(),
        TARGET => Shown::new(t::TARGET_HELP.get(lang)),
        _ => Shown::default(),
    }
}

/// What the indicator comes to in the period.
fn comes_to(form: &GoalForm, world: &World) -> Shown {
    let lang = world.lang;
    let Some(line) = form.tried.as_ref().and_then(|tried| tried.line.as_ref()) else { return Shown::default() };
    let value = number(line.value as i64, lang);
    let said = match line.of {
        None => fill(t::COMES_TO, lang, &[("period", &form.period), ("value", &value)]),
        Some(of) => {
            let (share, of) = (percent(line.value, of, lang), number(of as i64, lang));
            fill(t::COMES_TO_OF, lang, &[("period", &form.period), ("value", &value), ("of", &of), ("share", &share)])
        }
    };
    let met = match line.met {
        Some(true) => format!("; {}", t::IS_MET.get(lang)),
        Some(false) => format!("; {}", t::IS_NOT_MET.get(lang)),
        None => String::new(),
    };
    Shown::line(format!("{said}{met}."))
}

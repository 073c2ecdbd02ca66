//! The bar above, and the lines of hints and of news below.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::keys::Action;
use crate::app::pane::Pane;
use crate::app::text_field::{columns, wrap};
use crate::app::view::{Message, Tone};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::app as texts, texts::trouble as t};
use ratatui::layout::Rect;

/// News take so many rows at most.
const NEWS_ROWS: u16 = 4;

/// The longest and the shortest that a pane's name is cut to.
const NAME: std::ops::RangeInclusive<usize> = 4..=14;

/// The panes with their keys. Where they do not fit, keys and names draw together; where that is not enough, names are
/// shortened alike.
pub fn bar(app: &App, area: Rect, canvas: &mut Canvas) {
    let width = usize::from(area.width);
    let lang = canvas.lang;
    // Of letters, each of which takes a column.
    let length = |pane: &Pane| pane.label().get(lang).chars().count();
    let taken =
        |limit: usize, gap: usize| Pane::ALL.iter().map(|pane| length(pane).min(limit) + gap + 2).sum::<usize>() - 1;
    let whole = *NAME.end();
    let gap = usize::from(taken(whole, 1) <= width || taken(whole, 0) > width);
    let limit = NAME.rev().find(|&limit| taken(limit, gap) <= width).unwrap_or(*NAME.start());
    let mut x = area.x;
    for (number, pane) in Pane::ALL.into_iter().enumerate() {
        let (key, label) = (Shown::new((number + 1).to_string()), Shown::new(name(pane, limit, lang)));
        let start = x;
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &key, Role::Key) + gap as u16;
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &label, Role::Plain);
        if pane == app.pane() {
            canvas.mark(Rect { x: start, width: x - start, ..area }, Role::Here);
        }
        x += 1;
    }
}

fn name(pane: Pane, limit: usize, lang: Lang) -> String {
    let name = pane.label().get(lang);
    match name.chars().count() > limit {
        true => name.chars().take(limit - 1).chain(['.']).collect(),
        false => name.to_owned(),
    }
}

/// The keys that do something here: as many as fit, help always.
pub fn hints(app: &App, area: Rect, canvas: &mut Canvas) {
    let lang = canvas.lang;
    let all = app.world.keymap.hints(app.focus(), |binding| app.offers(binding));
    let last = |action: Action| action == Action::Help;
    let size = |key: &str, action: Action| columns(key) + columns(app.hint(action).get(lang)) + 3;
    let kept: usize = all.iter().filter(|(_, b)| last(b.action)).map(|(key, b)| size(key, b.action)).sum();
    let mut room = usize::from(area.width).saturating_sub(kept);
    let mut x = area.x;
    for (key, binding) in all {
        let needed = size(key, binding.action);
        if !last(binding.action) && needed > room {
            continue;
        }
        if !last(binding.action) {
            room -= needed;
        }
        let key = Shown::new(key);
        x += canvas.put(x, area.y, area.right().saturating_sub(x), &key, Role::Key) + 1;
        x += canvas.label(x, area.y, area.right().saturating_sub(x), app.hint(binding.action), Role::Quiet) + 2;
    }
}

/// What the last key led to; without news how far the log has been read, and the step of the guide. Where nothing can be
/// changed that is said at all times: in full where there is no news, else in two words beside it.
pub fn message(app: &App, area: Rect, canvas: &mut Canvas) {
    let why = app.world.read_only.map(|why| why.why().get(canvas.lang));
    let Some(message) = &app.message else {
        if let Some(percent) = app.world.reading {
            let words = fill(texts::READING, canvas.lang, &[("percent", &percent)]);
            canvas.put(area.x, area.y, area.width, &Shown::new(words), Role::Quiet);
            return;
        }
        if let Some(why) = why {
            canvas.put(area.x, area.y, area.width, &Shown::new(format!("▲ {why}")), Role::Care);
            return;
        }
        let guide = app.guide_line().filter(|_| app.prompt.is_none() && app.dialog.is_none());
        if let Some(line) = guide {
            canvas.put(area.x, area.y, area.width, &line, Role::Care);
        }
        return;
    };
    let role = match message.tone {
        Tone::Done => Role::Done,
        Tone::Wrong => Role::Wrong,
    };
    let mark = mark(app, message);
    let width = area.width.saturating_sub(columns(mark.as_str()) as u16);
    canvas.wrapped(Rect { width, ..area }, &said(message), role);
    canvas.put(area.x + width, area.y, area.width - width, &mark, Role::Care);
}

/// Rows that the news take: one, or as many as say it in full.
pub fn message_rows(app: &App, width: u16) -> u16 {
    let rows = |message: &Message| {
        let width = width.saturating_sub(columns(mark(app, message).as_str()) as u16);
        wrap(said(message).as_str(), width.into()).len() as u16
    };
    app.message.as_ref().map_or(1, rows).clamp(1, NEWS_ROWS)
}

fn said(message: &Message) -> Shown {
    match message.tone {
        Tone::Done => message.text.clone(),
        Tone::Wrong => Shown::new(format!("! {}", message.text)),
    }
}

/// That nothing can be changed, beside news of something else.
fn mark(app: &App, message: &Message) -> Shown {
    let lang = app.world.lang;
    let why = app.world.read_only.map(|why| why.why().get(lang)).filter(|why| message.text.as_str() != *why);
    Shown::new(why.map(|_| format!(" ▲ {}", t::READ_ONLY_MARK.get(lang))).unwrap_or_default())
}

//! A list with its detail beside it, or under it where there is less room.
//!
//! ```text
//!  Kontakter · 2010 · roll: brottsutsatt                      44 av 375
//!  Datum       Tid    Person    Roll            Källa
//! >2010-12-14  09:15  I.O-37    Brottsutsatt    Kommissionen
//!  ─────────────────────────────────────────────────────────────────────
//!  I.O-37 · 17 år vid händelsen · nås via Socialjouren
//! ```

use super::canvas::Canvas;
use super::detail;
use super::theme::Role;
use crate::app::columns;
use crate::app::exchange::{By, Scope};
use crate::app::geometry::Geometry;
use crate::app::records::{Records, empty_text};
use crate::app::today::section_text;
use crate::app::world::World;
use crate::domain::{Lang, Shown};
use crate::i18n::{
    capital, fill, number, plural, texts::app as t, texts::common::kind_many, texts::lists, texts::stats, texts::views,
};
use crate::query::{Measure, Period};
use crate::stats::{Part, Span};
use ratatui::layout::Rect;

/// Draws a list.
pub fn draw(records: &Records, world: &World, body: Rect, canvas: &mut Canvas) {
    let geometry = Geometry::of(world.size);
    let list = Rect { width: geometry.list.0, height: geometry.list.1, ..body };
    title(records, world, list, canvas);
    rows(records, world, Rect { y: list.y + 1, height: list.height.saturating_sub(1), ..list }, canvas);
    let (width, height) = geometry.detail;
    let area = match geometry.beside {
        true => {
            canvas.column(Rect { x: list.right(), ..body });
            Rect { x: list.right() + 2, y: body.y, width: width.saturating_sub(2), height }
        }
        false => {
            canvas.rule(Rect { y: list.bottom(), height: 1, ..body });
            Rect { x: body.x + 1, y: list.bottom() + 1, width: width.saturating_sub(1), height }
        }
    };
    if let Some(page) = records.detail.as_ref().filter(|_| !records.window.is_empty()) {
        detail::draw(page, world, geometry.beside, area, canvas);
    }
}

/// What is listed, in words, and how many of how many.
fn title(records: &Records, world: &World, area: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let asked = &records.asked;
    let question = &asked.question;
    let name = match &asked.scope {
        Scope::Whole => capital(kind_many(records.kind(), lang)),
        Scope::Counted => fill(t::BEHIND, lang, &[("measure", &capital(question.measure.label(lang)))]),
        Scope::Part(part) => part_title(question.measure, *part, lang),
        Scope::Except(_) => fill(views::EXCEPT, lang, &[("measure", &capital(question.measure.label(lang)))]),
        Scope::Waiting(section) => section_text(*section, world).into_string(),
    };
    let mut parts = vec![name];
    parts.extend(records.name.clone());
    if question.period != Period::ALL {
        parts.push(question.period.to_string());
    }
    parts.push(records.filter.as_str().to_owned());
    if !asked.find.is_empty() {
        parts.push(fill(t::FOUND_BY, lang, &[("text", &asked.find)]));
    }
    // The head of its column shows the order, where that column is seen.
    let order = asked.order;
    let is_seen = records.columns.iter().any(|what| what.by(records.kind()) == order.by);
    if order != records.usual_order() && !is_seen && order.by != By::Waiting {
        let by = format!("{} {}", columns::by_label(order.by, records.kind(), lang), columns::arrow(order));
        parts.push(fill(lists::SORTED, lang, &[("by", &by)]));
    }
    let marked = records.marks.len() as u64;
    let count = match records.all {
        None => t::LOADING.get(lang).to_owned(),
        Some(all) if all == records.window.len() => number(all as i64, lang),
        Some(all) => {
            let all = number(all as i64, lang);
            fill(t::OF_ALL, lang, &[("n", &number(records.window.len() as i64, lang)), ("all", &all)])
        }
    };
    let count = match marked {
        0 => Shown::new(count),
        marked => Shown::new(format!("{} · {count}", plural(marked, lists::MARKED_ONE, lists::MARKED, lang))),
    };
    let taken = crate::app::text_field::columns(count.as_str()) as u16;
    let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    canvas.put(area.x + 1, area.y, area.width.saturating_sub(taken + 3), &Shown::line(words), Role::Title);
    canvas.right(area.x, area.y, area.width.saturating_sub(1), &count, Role::Plain);
}

fn rows(records: &Records, world: &World, area: Rect, canvas: &mut Canvas) {
    if records.window.is_empty() {
        if records.all.is_some() {
            let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
            let inside = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
            canvas.wrapped(inside, &empty_text(records, world.lang), Role::Quiet);
        }
        return;
    }
    let fitted = columns::fit(records.kind(), &records.columns, area.width.saturating_sub(1));
    let order = records.asked.order;
    let sorted = fitted.iter().position(|(what, _)| what.by(records.kind()) == order.by);
    let mut x = area.x + 1;
    for (place, (what, width)) in fitted.iter().enumerate() {
        let label = what.head(records.kind(), world.lang);
        let arrow = if sorted == Some(place) { columns::arrow(order) } else { "" };
        let taken = canvas.sign(x, area.y, *width, label, Role::Label).min(width.saturating_sub(1));
        canvas.sign(x + taken, area.y, 1, arrow, Role::Label);
        x += width + 1;
    }
    let naming = world.naming();
    for (row, (place, entry)) in (1..area.height).zip(records.window.visible()) {
        let y = area.y + row;
        let here = place == records.window.cursor();
        if let Some(entry) = entry {
            let mut x = area.x + 1;
            for (what, width) in &fitted {
                canvas.put(x, y, *width, &what.cell(entry, &naming, world.today()), Role::Plain);
                x += width + 1;
            }
        }
        let sign = match (here, records.is_marked(place)) {
            (true, true) => "»",
            (true, false) => ">",
            (false, true) => "*",
            (false, false) => "",
        };
        canvas.sign(area.x, y, 1, sign, Role::Plain);
        if here {
            canvas.mark(Rect { x: area.x, y, width: area.width, height: 1 }, Role::Cursor);
        }
    }
}

/// What a number of a view counts, in words: `Länkningar och anmälningar: skickad`.
fn part_title(measure: Measure, part: Part, lang: Lang) -> String {
    let span = |span: Span| {
        let (from, to) = span.labels();
        fill(stats::SPAN_OF, lang, &[("from", &from.get(lang)), ("to", &to.get(lang))])
    };
    let said = match part {
        Part::Step(step) => step.label().get(lang).to_owned(),
        Part::Left(left) => left.label().get(lang).to_owned(),
        Part::Timed(timed) => span(timed),
        Part::Waiting(waiting) => format!("{} · {}", span(waiting), stats::WAIT.get(lang)),
        Part::Flow(flow) => flow.label().get(lang).to_owned(),
    };
    fill(views::BEHIND_PART, lang, &[("measure", &capital(measure.label(lang))), ("part", &said)])
}

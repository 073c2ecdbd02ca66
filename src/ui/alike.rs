//! Two people who look alike, side by side, field by field: `=` where they are the same, `≠` where they differ.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::alike::Pair;
use crate::app::exchange::Entry;
use crate::app::form::common as common_words;
use crate::app::world::World;
use crate::domain::{Kind, Shown};
use crate::i18n::{fill, number, texts::app as a, texts::upkeep as t};
use ratatui::layout::Rect;

/// Columns of the fields' labels.
const LABELS: usize = 20;

/// Draws the pair.
pub fn draw(pair: &Pair, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::PAIR_TITLE, Role::Title);
    let Some(alike) = &pair.alike else {
        canvas.label(area.x, area.y + 2, area.width, a::LOADING, Role::Quiet);
        return;
    };
    let Some((other, common)) = alike.others.get(pair.other) else {
        let name = world.naming().title(&alike.person);
        let text = Shown::line(fill(t::PAIR_NONE, lang, &[("name", &name)]));
        canvas.wrapped(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, &text, Role::Quiet);
        return;
    };
    let count = fill(
        t::PAIR_COUNT,
        lang,
        &[("n", &number(pair.other as i64 + 1, lang)), ("all", &number(alike.others.len() as i64, lang))],
    );
    canvas.right(area.x, area.y, area.width, &Shown::new(count), Role::Plain);
    let common = common_words(common, &alike.person.record, &other.record, &world.naming());
    let common = Shown::new(fill(t::PAIR_COMMON, lang, &[("what", &common)]));
    canvas.put(area.x, area.y + 1, area.width, &common, Role::Care);
    let fields = fields(&alike.person, other, usize::from(area.width), world);
    fields.draw(Rect { y: area.y + 3, height: area.height.saturating_sub(5), ..area }, canvas);
    let hint = Rect { y: area.bottom().saturating_sub(2), height: 2, ..area };
    canvas.wrapped(hint, &Shown::new(t::PAIR_MEANING.get(lang)), Role::Quiet);
}

fn fields(one: &Entry, other: &Entry, width: usize, world: &World) -> Scroll<'static> {
    let naming = world.naming();
    let half = width.saturating_sub(LABELS + 4) / 2;
    let mut scroll = Scroll::default();
    for (place, field) in Kind::Person.fields().iter().enumerate() {
        let hidden = naming.hides(&one.record, place) || naming.hides(&other.record, place);
        // The other's value would tell the one that is hidden.
        let value = |entry: &Entry| match naming.value(entry, place) {
            value if hidden && !value.as_str().is_empty() => Shown::new(a::HIDDEN.get(world.lang)),
            value => value,
        };
        let (left, right) = (value(one), value(other));
        if left.as_str().is_empty() && right.as_str().is_empty() {
            continue;
        }
        let known = !left.as_str().is_empty() && !right.as_str().is_empty() && place > 0;
        let sign = match known && !hidden {
            false => "  ",
            true if left == right => "= ",
            true => "≠ ",
        };
        let label = Canvas::padded(field.label.get(world.lang), LABELS);
        let left = Canvas::padded(left.as_str(), half + 2);
        scroll.line(vec![
            (label, Role::Label),
            (left, Role::Plain),
            (Shown::new(sign), Role::Key),
            (Shown::line(right.as_str()), Role::Plain),
        ]);
    }
    scroll
}

//! The record under the cursor, beside or under its list: who it is about and how she is reached, its fields, its
//! note, and what belongs to it.

use super::canvas::{Canvas, Line, wrapped};
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::entry::is_protected;
use crate::app::exchange::{Entry, PageContent};
use crate::app::naming::REACH;
use crate::app::relation;
use crate::app::text_field::columns;
use crate::app::world::World;
use crate::domain::field::person;
use crate::domain::{Field, Kind, Shown, Type};
use crate::i18n::{fill, texts::app as t, texts::look_up};
use ratatui::layout::Rect;

/// Rows that the way to reach somebody takes at most.
const REACH_ROWS: u16 = 3;

/// Draws the detail: beside its list with a field on each line, under it in few lines.
pub fn draw(page: &PageContent, world: &World, beside: bool, area: Rect, canvas: &mut Canvas) {
    let taken = head(page, world, area, canvas);
    let rest = Rect { y: area.y + taken, height: area.height.saturating_sub(taken), ..area };
    if beside { tall(page, world, rest, canvas) } else { flat(page, world, rest, canvas) }
}

/// What belongs to a record, in one line.
fn belonging(page: &PageContent, entry: &Entry, world: &World) -> Shown {
    let words = relation::belonging(&page.entry, entry, &world.naming(), world.today());
    Shown::line(format!("→ {words}"))
}

fn tall(page: &PageContent, world: &World, area: Rect, canvas: &mut Canvas) {
    let mut scroll = Scroll::default();
    scroll.line(Line::new());
    fields(page, world, area.width.into(), &mut scroll);
    if !page.belonging.is_empty() {
        scroll.heading(t::BELONGING, canvas);
    }
    for entry in &page.belonging {
        scroll.text(belonging(page, entry, world).as_str(), Role::Plain);
    }
    if page.more > 0 {
        scroll.text(fill(t::AND_MORE, world.lang, &[("n", &page.more)]), Role::Quiet);
    }
    scroll.draw(area, canvas);
}

fn flat(page: &PageContent, world: &World, area: Rect, canvas: &mut Canvas) {
    // What belongs to the record is always seen, if only how much of it there is.
    let kept = (page.belonging.len() as u16).min((area.height + 1) / 3);
    let height = area.height.saturating_sub(kept);
    let taken = canvas.wrapped(Rect { height, ..area }, &fields_in_words(page, world), Role::Plain);
    let lines = area.height - taken;
    for (row, entry) in (0..lines).zip(&page.belonging) {
        let rest = page.belonging.len() - usize::from(row) + page.more;
        let line = if row + 1 == lines && rest > 1 {
            Shown::new(fill(t::AND_MORE, world.lang, &[("n", &rest)]))
        } else {
            belonging(page, entry, world)
        };
        canvas.put(area.x, area.y + taken + row, area.width, &line, Role::Quiet);
    }
}

/// Who the record is about, where she lives, and how she is reached: in one row if it fits, else that in rows of its
/// own. Gives back how many rows it took.
fn head(page: &PageContent, world: &World, area: Rect, canvas: &mut Canvas) -> u16 {
    let mut line = who(page, world);
    let Some(person) = page.entry.person() else {
        canvas.line(Rect { height: 1, ..area }, &line);
        return 1;
    };
    let naming = world.naming();
    let separator = || (Shown::new(" · "), Role::Quiet);
    let district = person.values.get(person::DISTRICT).map(ToString::to_string).unwrap_or_default();
    if !district.is_empty() && !naming.hides(person, person::DISTRICT) {
        line.extend([separator(), (Shown::line(district), Role::Plain)]);
    }
    let reach = naming.reach(person);
    let taken: usize = line.iter().map(|(text, _)| columns(text.as_str())).sum();
    if taken + 3 + columns(reach.as_str()) <= area.width.into() {
        line.extend([separator(), (reach, Role::Plain)]);
        canvas.line(Rect { height: 1, ..area }, &line);
        return 1;
    }
    canvas.line(Rect { height: 1, ..area }, &line);
    let reach = Shown::new(fill(look_up::REACH, world.lang, &[("how", &reach)]));
    1 + canvas.wrapped(
        Rect { y: area.y + 1, height: area.height.saturating_sub(1).min(REACH_ROWS), ..area },
        &reach,
        Role::Plain,
    )
}

/// Who the record is about, and the age on its day.
pub fn who(page: &PageContent, world: &World) -> Line {
    let naming = world.naming();
    let entry = &page.entry;
    let mut parts = Line::new();
    let mut add = |text: Shown, role: Role| {
        if !text.as_str().is_empty() {
            if !parts.is_empty() {
                parts.push((Shown::new(" · "), Role::Quiet));
            }
            parts.push((text, role));
        }
    };
    if entry.record.kind.name_field().is_some() || entry.person().is_none() {
        add(naming.title(entry), Role::Title);
    }
    if let Some(person) = entry.person() {
        if entry.record.kind != Kind::Person {
            add(naming.named(person), Role::Title);
            let is_event = matches!(entry.record.kind, Kind::Contact | Kind::Referral);
            let ages = entry.ages().filter(|_| is_event).map(|ages| naming.age(ages));
            let then = |age: Shown| Shown::new(fill(t::AGE_THEN, world.lang, &[("age", &age)]));
            add(ages.map(then).unwrap_or_default(), Role::Plain);
        } else if let Some(ages) = crate::app::entry::ages(person, world.today()) {
            add(naming.age(ages), Role::Plain);
        }
        if is_protected(person) {
            add(Shown::new(t::PROTECTED.get(world.lang)), Role::Care);
        }
    }
    parts
}

/// The fields that the head does not say, each with its label; the note last, as it stands.
fn fields_in_words(page: &PageContent, world: &World) -> Shown {
    let naming = world.naming();
    let entry = &page.entry;
    let kind = entry.record.kind;
    let said = |place: usize| {
        let named = Some(place) == kind.name_field() || Some(place) == kind.person_field();
        let is_headed = kind == Kind::Person && (REACH.contains(&place) || place == person::DISTRICT);
        named || is_headed || place == 0
    };
    let mut words = Vec::new();
    let mut note = String::new();
    for (place, field) in kind.fields().iter().enumerate().filter(|(place, _)| !said(*place)) {
        let value = naming.value(entry, place);
        let usual = field.ty == Type::FlagElseTrue && entry.record.is_reached();
        match field.ty {
            _ if value.as_str().is_empty() || usual => {}
            Type::Note => note = value.into_string(),
            _ => words.push(format!("{}: {value}", field.label.get(world.lang))),
        }
    }
    let words = words.join(" · ");
    Shown::new([words, note].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n"))
}

/// Columns of the fields' labels where each has a line of its own, and that wide: as many as the longest of those shown
/// needs, within half of it.
pub fn labels(content: &PageContent, world: &World, width: usize) -> usize {
    let usual = (width * 2 / 5).clamp(12, 22);
    let longest = filled_in(content, world).map(|(_, field, _)| columns(field.label.get(world.lang)));
    (longest.max().unwrap_or(0) + 1).min(width / 2).max(usual)
}

/// The fields that are filled in: the place of each, and its value.
fn filled_in<'a>(
    content: &'a PageContent,
    world: &'a World,
) -> impl Iterator<Item = (usize, &'static Field, Shown)> + 'a {
    let (entry, naming) = (&content.entry, world.naming());
    let fields = entry.record.kind.fields().iter().enumerate().skip(1);
    let valued = fields.map(move |(place, field)| (place, field, naming.value(entry, place)));
    valued.filter(|(_, _, value)| !value.as_str().is_empty())
}

/// The fields that are filled in, wrapped beside their labels. A label too long for its columns is wrapped too.
pub fn fields(content: &PageContent, world: &World, width: usize, scroll: &mut Scroll) {
    let naming = world.naming();
    let labels = labels(content, world, width);
    for (place, field, value) in filled_in(content, world) {
        let role = if naming.hides(&content.entry.record, place) { Role::Care } else { Role::Plain };
        let mut label = wrapped(field.label.get(world.lang), labels - 1);
        let mut value = wrapped(value.as_str(), width.saturating_sub(labels));
        loop {
            let (label, value) = (label.next(), value.next());
            if label.is_none() && value.is_none() {
                break;
            }
            let label = Canvas::padded(label.unwrap_or_default().as_str(), labels);
            scroll.line(vec![(label, Role::Label), (value.unwrap_or_default(), role)]);
        }
    }
}

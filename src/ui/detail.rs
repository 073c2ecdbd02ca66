//! The record under the cursor, beside or under its list: who it is about and how she is reached, its fields, its
//! note, and what belongs to it.

use super::canvas::{Canvas, Line};
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::entry::is_protected;
use crate::app::exchange::{Entry, PageContent};
use crate::app::relation;
use crate::app::text_field::wrap;
use crate::app::world::World;
use crate::domain::{Kind, Shown, Type};
use crate::i18n::{fill, texts::app as t};
use ratatui::layout::Rect;

/// Draws the detail: beside its list with a field on each line, under it in few lines.
pub fn draw(page: &PageContent, world: &World, beside: bool, area: Rect, canvas: &mut Canvas) {
    canvas.line(Rect { height: 1, ..area }, &head(page, world));
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
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

/// Who the record is about, and how she is reached.
fn head(page: &PageContent, world: &World) -> Line {
    let mut line = who(page, world);
    let reach = page.entry.person().map(|person| world.naming().reach(person)).unwrap_or_default();
    if !reach.as_str().is_empty() {
        line.extend([(Shown::new(" · "), Role::Quiet), (reach, Role::Plain)]);
    }
    line
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
    use crate::domain::field::person;
    let naming = world.naming();
    let entry = &page.entry;
    let kind = entry.record.kind;
    let reach = [person::DISTRICT, person::PHONE, person::SAFE_CONTACT];
    let said = |place: usize| {
        let named = Some(place) == kind.name_field() || Some(place) == kind.person_field();
        named || (kind == Kind::Person && reach.contains(&place)) || place == 0
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

/// Columns of the fields' labels where each has a line of its own.
pub const LABELS: usize = 22;

/// The fields that are filled in, wrapped beside their labels.
pub fn fields(content: &PageContent, world: &World, width: usize, scroll: &mut Scroll) {
    let naming = world.naming();
    let entry = &content.entry;
    for (place, field) in entry.record.kind.fields().iter().enumerate().skip(1) {
        let value = naming.value(entry, place);
        if value.as_str().is_empty() {
            continue;
        }
        let role = if naming.hides(&entry.record, place) { Role::Care } else { Role::Plain };
        let mut label = field.label.get(world.lang);
        for range in wrap(value.as_str(), width.saturating_sub(LABELS)) {
            let text = Shown::line(value.as_str()[range].trim_end());
            scroll.line(vec![(Shown::new(format!("{label:<LABELS$}")), Role::Label), (text, role)]);
            label = "";
        }
    }
}

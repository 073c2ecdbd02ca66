//! A change in words: what was done to what, and from what to what. What a protected person keeps to herself is not
//! told here either, as she stands now or stood then.

use super::entry::is_protected;
use super::exchange::{Deed, Entry};
use super::project::Setting;
use super::world::World;
use crate::checks::About;
use crate::domain::{Action, Change, Edit, Kind, Lang, List, ListValue, Project, Record, SavedView, Shown, Text, Type};
use crate::i18n::texts::common::{kind_many, kind_one};
use crate::i18n::texts::lists;
use crate::i18n::{fill, interval, number, texts::app as a, texts::safe, texts::upkeep as t};

/// A change on one line: `ändrade kontakt C0042 · roll: säljare → köpare`.
pub fn in_words(deed: &Deed, world: &World) -> Shown {
    let told = detail(deed, world);
    let told = told.iter().map(Shown::as_str).collect::<Vec<_>>().join("; ");
    let head = head(deed, world);
    Shown::line(if told.is_empty() { head } else { format!("{head} · {told}") })
}

/// What was done to what: `ändrade kontakt C0042`, `läste in 423 poster`.
fn head(deed: &Deed, world: &World) -> String {
    let lang = world.lang;
    let verb = match deed.action.as_str() {
        "add" => t::ADDED,
        "change" | "settings" => t::CHANGED,
        "delete" => t::DELETED,
        "import" => t::IMPORTED,
        "undo" => t::UNDID,
        "redo" => t::REDID,
        "reveal" => safe::DEED_REVEALED,
        "create" => return t::CREATED.get(lang).to_owned(),
        "erase" => return safe::DEED_ERASED.get(lang).to_owned(),
        "export" => return t::EXPORTED.get(lang).to_owned(),
        other => return other.to_owned(),
    };
    let subject = match deed.edits.first() {
        Some(edit) if deed.count == 1 || deed.action != "import" => subject(edit, lang),
        _ => fill(t::RECORDS, lang, &[("n", &number(deed.count as i64, lang))]),
    };
    let more = deed.count.saturating_sub(1);
    let more = match deed.action == "import" || more == 0 {
        true => String::new(),
        false => format!(" {}", fill(t::AND_OTHERS, lang, &[("n", &number(more as i64, lang))])),
    };
    format!("{} {subject}{more}", verb.get(lang))
}

/// What a change is about: its first edit, and how many more of the same sort there are.
pub fn subjects(change: &Change, lang: Lang) -> String {
    let Some(first) = change.edits.first() else { return String::new() };
    let sort = |edit: &Edit| match edit {
        Edit::Record { before, after } => Some((before.is_some(), after.is_some())),
        Edit::List { .. } | Edit::Project { .. } => None,
    };
    let more = change.edits.iter().skip(1).filter(|edit| sort(edit) == sort(first)).count();
    match change.action != Action::Add && more > 0 {
        true => format!("{} {}", subject(first, lang), fill(t::AND_OTHERS, lang, &[("n", &number(more as i64, lang))])),
        false => subject(first, lang),
    }
}

/// An import, by how many records it has: `inläsningen av 880 poster`.
pub fn import(count: usize, lang: Lang) -> String {
    fill(t::THE_IMPORT, lang, &[("n", &number(count as i64, lang))])
}

/// What an edit is about: `kontakt C0042`, `värdelistan roll (kontakter)`.
pub fn subject(edit: &Edit, lang: Lang) -> String {
    match edit {
        Edit::Record { before, after } => match after.as_ref().or(before.as_ref()) {
            Some(record) => {
                let own = record.own_ref().map(ToString::to_string).unwrap_or_default();
                format!("{} {own}", kind_one(record.kind, lang))
            }
            None => String::new(),
        },
        Edit::List { list, .. } => fill(t::THE_LIST, lang, &[("list", &list_name(*list, lang))]),
        Edit::Project { before, after } => match changed_views(before, after).first() {
            Some((_, view)) => fill(lists::THE_VIEW, lang, &[("name", &view.name)]),
            None => t::THE_PROJECT.get(lang).to_owned(),
        },
    }
}

/// From what to what, a line for each field; of a change of several things those of the first.
pub fn detail(deed: &Deed, world: &World) -> Vec<Shown> {
    match deed.edits.first() {
        Some(Edit::Record { before: Some(before), after: Some(after) }) => fields(before, after, deed, world),
        Some(Edit::Record { before, after }) if deed.action != "import" || deed.count == 1 => {
            let record = before.as_ref().or(after.as_ref());
            record.map(|record| entry(record, deed)).map(|entry| whole(&entry, world)).into_iter().collect()
        }
        Some(Edit::List { before, after, .. }) if deed.action != "create" => values(before, after, world.lang),
        Some(Edit::Project { before, after }) => {
            let mut told = project(before, after, world);
            let views = changed_views(before, after).into_iter();
            told.extend(views.map(|(text, view)| Shown::line(fill(text, world.lang, &[("name", &view.name)]))));
            told
        }
        _ => Vec::new(),
    }
}

fn entry(record: &Record, deed: &Deed) -> Entry {
    Entry { record: record.clone(), linked: deed.linked.clone() }
}

fn whole(entry: &Entry, world: &World) -> Shown {
    world.naming().line(entry, world.today())
}

fn fields(before: &Record, after: &Record, deed: &Deed, world: &World) -> Vec<Shown> {
    let lang = world.lang;
    let now = deed.linked.iter().find(|record| record.kind == after.kind && record.own_ref() == after.own_ref());
    let is_open = |record: &Record| !is_protected(record) || record.own_ref() == world.revealed.as_ref();
    // Of one that is no more it is not known whether she was protected later.
    let hides = !(is_open(before) && is_open(after) && now.is_some_and(is_open));
    let (was, is) = (entry(before, deed), entry(after, deed));
    let changed = after.kind.fields().iter().enumerate().filter(|(place, _)| {
        let value = |record: &Record| record.values.get(*place).cloned();
        value(before) != value(after)
    });
    let line = |(place, field): (usize, &crate::domain::Field)| {
        let value = |entry: &Entry| match world.naming().value(entry, place) {
            value if value.as_str().is_empty() => t::EMPTY.get(lang).to_owned(),
            _ if field.sensitive && hides => a::HIDDEN.get(lang).to_owned(),
            value => value.into_string(),
        };
        Shown::line(format!("{}: {} → {}", field.label.get(lang).to_lowercase(), value(&was), value(&is)))
    };
    changed.map(line).collect()
}

/// What was done to the values of a list.
fn values(before: &[ListValue], after: &[ListValue], lang: Lang) -> Vec<Shown> {
    let mut told = Vec::new();
    for value in after {
        let label = value.label(lang);
        match before.iter().find(|old| old.code == value.code) {
            None => told.push(format!("+ {label}")),
            Some(old) => {
                if (&old.sv, &old.en) != (&value.sv, &value.en) {
                    told.push(format!("{} → {}", both(old), both(value)));
                }
                if old.retired != value.retired {
                    let text = if value.retired { t::RETIRED } else { t::BROUGHT_BACK };
                    told.push(fill(text, lang, &[("value", &label)]));
                }
            }
        }
    }
    let gone = before.iter().filter(|old| after.iter().all(|value| value.code != old.code));
    told.extend(gone.map(|old| format!("− {}", old.label(lang))));
    if told.is_empty() {
        told.push(t::ORDER_CHANGED.get(lang).to_owned());
    }
    told.iter().map(Shown::line).collect()
}

/// What was changed of the project and the settings of the store.
fn project(before: &Project, after: &Project, world: &World) -> Vec<Shown> {
    let lang = world.lang;
    let mut told = Vec::new();
    for about in About::all() {
        let label = about.label(after, world.today(), lang);
        let limits = [before, after].map(|project| about.span(project, world.today()));
        if about.is_on(before) != about.is_on(after) {
            let text = if about.is_on(after) { t::CHECK_ON } else { t::CHECK_OFF };
            told.push(fill(text, lang, &[("check", &label)]));
        } else if let [Some(was), Some(is)] = limits
            && was != is
        {
            told.push(format!("{label}: {} → {}", interval(was, lang), interval(is, lang)));
        }
    }
    for setting in Setting::ALL {
        let [was, is] = [before, after].map(|project| setting.text(project, lang));
        if was != is {
            let shown = |text: String| if text.is_empty() { t::EMPTY.get(lang).to_owned() } else { text };
            told.push(format!("{}: {} → {}", setting.label().get(lang).to_lowercase(), shown(was), shown(is)));
        }
    }
    told.iter().map(Shown::line).collect()
}

/// The saved views that differ, and how.
fn changed_views<'a>(before: &'a Project, after: &'a Project) -> Vec<(Text, &'a SavedView)> {
    let named = |views: &'a [SavedView], name: &str| views.iter().find(|view| view.name == name);
    let made = after.views.iter().filter_map(|view| match named(&before.views, &view.name) {
        None => Some((lists::VIEW_ADDED, view)),
        Some(old) => (old != view).then_some((lists::VIEW_CHANGED, view)),
    });
    let gone = before.views.iter().filter(|view| named(&after.views, &view.name).is_none());
    made.chain(gone.map(|view| (lists::VIEW_GONE, view))).collect()
}

fn both(value: &ListValue) -> String {
    format!("{} / {}", value.sv, value.en)
}

/// What a value list is called: the field that it is for, with its kind where several have it.
pub fn list_name(list: List, lang: Lang) -> String {
    let holds = |ty: Type| matches!(ty, Type::Code(of) | Type::Codes(of) if of == list);
    let fields = Kind::ALL.into_iter().flat_map(|kind| kind.fields().iter().map(move |field| (kind, field)));
    let found = fields.into_iter().find(|(_, field)| holds(field.ty));
    let name =
        found.map(|(kind, field)| format!("{} ({})", field.label.get(lang).to_lowercase(), kind_many(kind, lang)));
    name.unwrap_or_else(|| list.code().to_owned())
}

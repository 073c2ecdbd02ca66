//! A field whose value is chosen: codes by their first letters in either language or by number, records by name. The
//! list of what fits opens while typing.

use crate::app::exchange::{Ask, Entry, Ticket};
use crate::app::keys::Action;
use crate::app::text_field::TextField;
use crate::app::view::Cx;
use crate::app::world::World;
use crate::domain::countries::COUNTRIES;
use crate::domain::text::fold;
use crate::domain::{Kind, Lang, List, Record, Ref, Shown, Type, Value};
use crate::i18n::fill;
use crate::i18n::texts::{common, forms as t};

/// Where the values come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    List(List),
    Flag,
    Country,
    Records(Kind),
}

/// A value to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The code or ref.
    pub code: String,
    pub label: Shown,
    /// What tells it apart from others of the same name.
    pub more: Shown,
    /// The record that it is.
    pub record: Option<Record>,
}

/// A chosen value, or several, and what is being typed to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub source: Source,
    pub several: bool,
    pub chosen: Vec<Item>,
    pub typed: TextField,
    /// What fits what is typed.
    pub offered: Vec<Item>,
    /// People of nearly that name, after those: never taken unless they are pointed at.
    pub near: Vec<Item>,
    /// Place among what is offered, what is near and the new one.
    pub highlight: usize,
    /// The highlight was moved by hand.
    pub stepped: bool,
    pub open: bool,
    ticket: Option<Ticket>,
}

impl Choice {
    /// The choice for fields of a type; `None` for those that are typed.
    pub fn of(ty: Type) -> Option<Choice> {
        let (source, several) = match ty {
            Type::Code(list) => (Source::List(list), false),
            Type::Codes(list) => (Source::List(list), true),
            Type::Flag | Type::FlagElseTrue => (Source::Flag, false),
            Type::Country => (Source::Country, false),
            Type::Link(kind) => (Source::Records(kind), false),
            Type::Links(kind) => (Source::Records(kind), true),
            _ => return None,
        };
        Some(Choice {
            source,
            several,
            chosen: Vec::new(),
            typed: TextField::default(),
            offered: Vec::new(),
            near: Vec::new(),
            highlight: 0,
            stepped: false,
            open: false,
            ticket: None,
        })
    }

    /// Puts in what a value has chosen; `linked` are the records that it may name.
    pub fn set(&mut self, value: &Value, linked: &[Record], world: &World) {
        self.chosen = match (self.source, value) {
            (Source::Records(kind), _) => {
                value.links().iter().map(|own| record_item(kind, own, linked, world)).collect()
            }
            (_, Value::Flag(flag)) => flags(world.lang).into_iter().filter(|i| i.code == flag.to_string()).collect(),
            (Source::List(list), _) => {
                let label = |code: &String| world.lists.label(list, code, world.lang).to_owned();
                value.codes().iter().map(|code| plain(code, label(code))).collect()
            }
            (_, _) => value.codes().iter().map(|code| plain(code, country(code, world.lang))).collect(),
        };
    }

    /// The value that is chosen.
    pub fn value(&self) -> Value {
        let codes = || self.chosen.iter().map(|item| item.code.clone());
        match (self.source, self.several) {
            _ if self.chosen.is_empty() => Value::Empty,
            (Source::Flag, _) => Value::Flag(codes().any(|code| code == "true")),
            (Source::Records(_), true) => Value::Links(codes().filter_map(|code| Ref::parse(&code).ok()).collect()),
            (Source::Records(_), false) => {
                codes().find_map(|code| Ref::parse(&code).ok()).map_or(Value::Empty, Value::Link)
            }
            (_, true) => Value::Codes(codes().collect()),
            (_, false) => codes().next().map_or(Value::Empty, Value::Code),
        }
    }

    /// All values that can be chosen without asking, in their order.
    fn all(&self, world: &World) -> Vec<Item> {
        match self.source {
            Source::Flag => flags(world.lang),
            Source::List(list) => {
                let offered = world.lists.values(list).iter().filter(|value| !value.retired);
                offered.map(|value| plain(&value.code, value.label(world.lang).to_owned())).collect()
            }
            Source::Country => {
                COUNTRIES.iter().map(|(code, name)| plain(code, name.get(world.lang).to_owned())).collect()
            }
            Source::Records(_) => Vec::new(),
        }
    }

    /// What is offered before anything is typed, for the hint under the field.
    pub fn first_offers(&self, world: &World) -> Vec<Item> {
        if self.source == Source::Country { Vec::new() } else { self.all(world) }
    }

    /// Looks for what fits what is typed. Records are asked for; a person narrows them to hers.
    pub fn search(&mut self, person: Option<Ref>, cx: &mut Cx) {
        self.highlight = 0;
        self.stepped = false;
        let typed = self.typed.text().to_owned();
        match self.source {
            Source::Records(kind) => self.ticket = Some(cx.ask(Ask::Names { kind, typed, person })),
            _ => self.offered = fitting(self.all(cx.world), self.source, &typed, cx.world),
        }
    }

    /// Whether something is typed that nothing was looked for yet.
    pub fn is_unread(&self) -> bool {
        !self.typed.is_empty() && self.offered.is_empty() && self.ticket.is_none()
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    /// Whether what fits is still on its way.
    pub fn is_searching(&self) -> bool {
        self.ticket.is_some()
    }

    /// Takes the records that fit.
    pub fn take_found(&mut self, found: &[Entry], near: &[Entry], world: &World) {
        self.ticket = None;
        let naming = world.naming();
        let item = |entry: &Entry| {
            let more = match entry.record.kind {
                Kind::Person => naming.value(entry, crate::domain::field::person::BIRTH),
                Kind::Organisation => naming.value(entry, crate::domain::field::organisation::KIND),
                _ => Shown::default(),
            };
            let label = match entry.record.kind {
                Kind::Contact | Kind::Referral => naming.line(entry, world.today()),
                _ => naming.named(&entry.record),
            };
            let record = Some(entry.record.clone());
            entry.own_ref().map(|own| Item { code: own.to_string(), label, more, record })
        };
        self.offered = found.iter().filter_map(item).collect();
        self.near = near.iter().filter_map(item).collect();
        self.highlight = match self.offered.len() {
            0 => self.near.len(),
            count => self.highlight.min(count - 1),
        };
    }

    /// What is highlighted, if it is there already.
    pub fn highlighted(&self) -> Option<&Item> {
        self.offered.iter().chain(&self.near).nth(self.highlight)
    }

    /// Takes a record that was looked up.
    pub fn take_record(&mut self, entry: &Entry, world: &World) {
        let Some(own) = entry.own_ref() else { return };
        if !self.several {
            self.chosen.clear();
        }
        self.chosen.push(record_item(entry.record.kind, own, std::slice::from_ref(&entry.record), world));
        self.close();
    }

    /// Takes what is highlighted.
    pub fn take_highlighted(&mut self) {
        let Some(item) = self.highlighted().cloned() else { return };
        if !self.several {
            self.chosen.clear();
        }
        if !self.chosen.iter().any(|chosen| chosen.code == item.code) {
            self.chosen.push(item);
        }
        self.close();
    }

    /// Closes the list and forgets what was typed.
    pub fn close(&mut self) {
        self.typed = TextField::default();
        self.forget_found();
        self.open = false;
        self.stepped = false;
    }

    /// Forgets what was found.
    pub fn forget_found(&mut self) {
        self.offered.clear();
        self.near.clear();
    }

    /// The field is left: what was typed is taken if it is clear what it means. A record is never guessed among
    /// several; what is typed then stays, and is told.
    pub fn settle(&mut self) {
        let typed = !self.typed.text().trim().is_empty();
        let clear = match self.source {
            Source::Records(_) => self.stepped || self.exact().is_some() || (typed && self.offered.len() == 1),
            _ => typed || self.stepped,
        };
        if let Some(place) = self.exact().filter(|_| !self.stepped) {
            self.highlight = place;
        }
        if clear && self.ticket.is_none() && self.highlighted().is_some() {
            self.take_highlighted();
        } else if !typed {
            self.close();
        } else {
            self.open = false;
        }
    }

    /// The one offer whose whole name is typed.
    fn exact(&self) -> Option<usize> {
        let typed = fold(self.typed.text());
        let mut same =
            (0..self.offered.len()).filter(|&i| self.offered.get(i).is_some_and(|o| fold(o.label.as_str()) == typed));
        same.next().filter(|_| same.next().is_none())
    }

    /// Takes typed text. `true`: there is something new to search for.
    pub fn insert(&mut self, text: &str) -> bool {
        if self.several && text == " " && !matches!(self.source, Source::Records(_)) {
            if !self.typed.is_empty() {
                self.take_highlighted();
            }
            return false;
        }
        if self.typed.is_empty() && text.trim().is_empty() {
            self.open = true;
            return true;
        }
        self.typed.insert(text, false);
        self.open = true;
        true
    }

    /// Edits what is typed, or takes the last chosen away. `Some(true)`: there is something new to search for; `None`:
    /// the action is none of the editor's.
    pub fn edit(&mut self, action: Action) -> Option<bool> {
        let cuts = matches!(action, Action::DeleteLeft | Action::DeleteWord | Action::ClearText);
        if self.typed.is_empty() && cuts {
            match action {
                Action::ClearText => self.chosen.clear(),
                _ => drop(self.chosen.pop()),
            }
            return Some(false);
        }
        if !self.typed.act(action) {
            return None;
        }
        let edited = cuts || action == Action::DeleteRight;
        if edited && self.typed.is_empty() {
            self.close();
            return Some(false);
        }
        Some(edited)
    }

    /// What is typed may be the name of a record that is made here: the last line of the list.
    pub fn makes(&self) -> Option<Kind> {
        match self.source {
            Source::Records(kind @ (Kind::Person | Kind::Organisation | Kind::Matter)) => {
                self.typed.text().contains(char::is_alphanumeric).then_some(kind)
            }
            _ => None,
        }
    }

    /// What is to be made, if that line is highlighted.
    pub fn on_new(&self) -> Option<Kind> {
        self.makes().filter(|_| self.highlight == self.offered.len() + self.near.len())
    }

    /// Moves the highlight round.
    pub fn step(&mut self, by: isize) {
        let count = (self.offered.len() + self.near.len() + usize::from(self.makes().is_some())).max(1) as isize;
        self.highlight = (self.highlight as isize + by).rem_euclid(count) as usize;
        self.stepped = true;
    }
}

fn plain(code: &str, label: String) -> Item {
    Item { code: code.to_owned(), label: Shown::line(label), more: Shown::default(), record: None }
}

fn record_item(kind: Kind, own: &Ref, linked: &[Record], world: &World) -> Item {
    let record = linked.iter().find(|r| r.kind == kind && r.own_ref() == Some(own)).cloned();
    let label = record.as_ref().map_or_else(|| Shown::line(own.as_str()), |r| world.naming().named(r));
    let label = match own.is_provisional() {
        true => Shown::line(fill(t::NEW_ONE, world.lang, &[("name", &label)])),
        false => label,
    };
    Item { code: own.to_string(), label, more: Shown::default(), record }
}

fn flags(lang: Lang) -> Vec<Item> {
    [("true", common::YES), ("false", common::NO)].map(|(code, text)| plain(code, text.get(lang).to_owned())).into()
}

fn country(code: &str, lang: Lang) -> String {
    crate::domain::countries::country_name(code, lang).into_owned()
}

/// The items whose number, code or label in either language begins with what is typed; then those with a word that
/// does.
fn fitting(items: Vec<Item>, source: Source, typed: &str, world: &World) -> Vec<Item> {
    let typed = fold(typed);
    if typed.is_empty() {
        return items;
    }
    let rank = |place: usize, item: &Item| {
        let names = names(item, source, world);
        let number = (place + 1).to_string();
        if number == typed {
            Some(0)
        } else if names.iter().any(|name| name.starts_with(&typed)) {
            Some(1)
        } else if names.iter().any(|name| name.split([' ', '-']).any(|word| word.starts_with(&typed))) {
            Some(2)
        } else if number.starts_with(&typed) {
            Some(3)
        } else {
            None
        }
    };
    let mut ranked: Vec<(u8, Item)> =
        items.into_iter().enumerate().filter_map(|(place, item)| Some((rank(place, &item)?, item))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, item)| item).collect()
}

/// What an item may be called: its code and its labels in both languages, folded.
fn names(item: &Item, source: Source, world: &World) -> Vec<String> {
    let both = |text: crate::domain::Text| vec![fold(text.sv), fold(text.en)];
    let mut names = match source {
        Source::List(list) => {
            world.lists.value(list, &item.code).map(|v| vec![fold(&v.sv), fold(&v.en)]).unwrap_or_default()
        }
        Source::Flag => both(if item.code == "true" { common::YES } else { common::NO }),
        Source::Country => {
            COUNTRIES.iter().find(|(code, _)| *code == item.code).map(|(_, name)| both(*name)).unwrap_or_default()
        }
        Source::Records(_) => Vec::new(),
    };
    names.push(fold(&item.code));
    names
}

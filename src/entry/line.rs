//! A whole contact on one line, as typed on a shift: `igår 14:20 A.B-12 stödsamtal förhör 45m: orolig för brodern`.
//!
//! Words in any order, in Swedish or English, until a colon and a space; the note comes after. A word is read if it
//! is a label, a code, or the beginning of three letters or more of one label only. All else is pointed out.

use super::day::{Lean, read_day, read_time, say_day};
use crate::domain::countries::COUNTRIES;
use crate::domain::date::{clock, digits};
use crate::domain::field::{contact, person};
use crate::domain::meant::nearest;
use crate::domain::text::fold;
use crate::domain::{Birth, Change, Edit, Kind, Lang, List, Moment, Record, Ref, Type, Value};
use crate::i18n::{fill, texts::entry as t};
use crate::query::{Names, Vocabulary};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// What was read from one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Every word or group of words with its meaning, in the order typed.
    pub parts: Vec<Part>,
    /// The contact that they make; without `person` if she is new.
    pub contact: Record,
    /// The person to be made first, if the line says `ny` or `new`.
    pub new_person: Option<Record>,
    /// What the contact has that the line does not say.
    pub assumed: Vec<Assumed>,
}

/// What is taken for granted where the line says nothing else.
#[derive(Clone, Debug, PartialEq)]
pub enum Assumed {
    Today,
    /// Today at this time.
    Now(NaiveTime),
    /// A code of a field of the contact, as the person had it last.
    Code {
        field: usize,
        code: String,
    },
}

impl Assumed {
    /// What is assumed, in words, and that it is: `idag 10:06 (antas)`.
    pub fn say(&self, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
        let today = t::TODAY.get(lang);
        let what = match self {
            Assumed::Today => today.to_owned(),
            Assumed::Now(time) => format!("{today} {}", clock(*time)),
            Assumed::Code { field, code } => labelled(Kind::Contact, *field, code, vocabulary, lang),
        };
        fill(t::ASSUMED, lang, &[("what", &what)])
    }
}

/// Some words of the line and what they mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub typed: String,
    pub meaning: Meaning,
}

/// What words of a line can mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    Day(NaiveDate),
    Time(NaiveTime),
    Minutes(u32),
    /// Somebody in the log.
    Person(Ref),
    NewPerson,
    /// A birth, for a new person.
    Birth(Birth),
    /// A code of a field of the contact.
    Code {
        field: usize,
        code: String,
    },
    /// A code of a field of the new person.
    PersonCode {
        field: usize,
        code: String,
    },
    NotReached,
    Note,
    /// Nothing that is known, with what is nearest.
    Unknown {
        nearest: Option<Near>,
    },
    /// One of several things.
    Ambiguous {
        candidates: Vec<Meaning>,
    },
    /// The beginning of several people's names, some of them.
    Several {
        names: Vec<String>,
    },
    /// A second value where there can be one.
    Again,
}

/// What a word that is not known comes near to.
#[derive(Clone, Debug, PartialEq)]
pub enum Near {
    Name(String),
    Value { list: List, code: String },
}

impl Near {
    fn say(&self, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
        match self {
            Near::Name(name) => name.clone(),
            Near::Value { list, code } => vocabulary.lists().label(*list, code, lang).to_owned(),
        }
    }
}

/// A code of a field with the field's name: `roll: vittne`.
fn labelled(kind: Kind, field: usize, code: &str, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
    let field = &kind.fields()[field];
    let label = match field.ty {
        Type::Code(list) | Type::Codes(list) => vocabulary.lists().label(list, code, lang).to_owned(),
        _ => crate::domain::countries::country_name(code, lang).into_owned(),
    };
    format!("{}: {label}", field.label.get(lang).to_lowercase())
}

impl Meaning {
    /// Whether the words were understood.
    pub fn is_understood(&self) -> bool {
        !matches!(self, Meaning::Unknown { .. } | Meaning::Ambiguous { .. } | Meaning::Several { .. } | Meaning::Again)
    }

    /// The meaning in words.
    pub fn say(&self, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
        let labelled = |kind, field, code| labelled(kind, field, code, vocabulary, lang);
        match self {
            Meaning::Day(day) => say_day(*day, vocabulary.today(), lang),
            Meaning::Time(time) => format!("{:02}:{:02}", time.hour(), time.minute()),
            Meaning::Minutes(minutes) => fill(t::MINUTES, lang, &[("n", minutes)]),
            Meaning::Person(own) => vocabulary.name(Names::Person, own.as_str()).unwrap_or_else(|| own.to_string()),
            Meaning::NewPerson => t::NEW_PERSON.get(lang).to_owned(),
            Meaning::Birth(birth) => fill(t::BORN, lang, &[("birth", birth)]),
            Meaning::Code { field, code } => labelled(Kind::Contact, *field, code),
            Meaning::PersonCode { field, code } => labelled(Kind::Person, *field, code),
            Meaning::NotReached => t::NOT_REACHED.get(lang).to_owned(),
            Meaning::Note => t::NOTE.get(lang).to_owned(),
            Meaning::Unknown { nearest: Some(nearest) } => {
                fill(t::UNKNOWN_NEAR, lang, &[("nearest", &nearest.say(vocabulary, lang))])
            }
            Meaning::Unknown { nearest: None } => t::UNKNOWN.get(lang).to_owned(),
            Meaning::Ambiguous { candidates } => {
                let said: Vec<String> = candidates.iter().map(|meaning| meaning.say(vocabulary, lang)).collect();
                fill(t::AMBIGUOUS, lang, &[("candidates", &said.join(", "))])
            }
            Meaning::Several { names } => fill(t::AMBIGUOUS, lang, &[("candidates", &names.join(", "))]),
            Meaning::Again => t::AGAIN.get(lang).to_owned(),
        }
    }
}

impl Line {
    /// The same with the ref that somebody new is to get, so that the contact names her.
    pub fn with_ref(mut self, own: Ref) -> Line {
        if let Some(new) = self.new_person.take() {
            self.new_person = Some(new.with(person::REF, Value::Link(own.clone())));
            self.contact = self.contact.with(contact::PERSON, Value::Link(own));
        }
        self
    }

    /// The change that saves it: the new person, if there is one, and the contact with her.
    pub fn change(&self) -> Change {
        let added = |record| Edit::Record { before: None, after: Some(record) };
        let mut change = Change::add(self.contact.clone());
        if let Some(person) = self.new_person.clone() {
            change.edits.insert(0, added(person));
        }
        change
    }

    /// The person that the line names, if she stands in the log.
    pub fn person(&self) -> Option<&Ref> {
        self.contact.values[contact::PERSON].links().first()
    }

    /// Takes role and source from the person's last contact where the line says nothing of them.
    pub fn assume(&mut self, last: &Record) {
        for field in HABITS {
            let had = last.values.get(field).and_then(Value::code);
            if let Some(code) = had.filter(|_| self.contact.values[field].is_empty()) {
                self.assumed.push(Assumed::Code { field, code: code.to_owned() });
                self.contact.values[field] = Value::Code(code.to_owned());
            }
        }
    }

    /// Whether every word was understood and somebody is named or new.
    pub fn is_whole(&self) -> bool {
        let named = self.new_person.is_some() || !self.contact.values[contact::PERSON].is_empty();
        named && self.parts.iter().all(|part| part.meaning.is_understood())
    }
}

/// Words that mean something without being the label of a value.
const NEW: [&str; 3] = ["ny", "nytt", "new"];
const NOT_REACHED: [&str; 6] = ["ej nådd", "inte nådd", "nåddes inte", "försök", "not reached", "attempt"];
const INTERVIEW: [&str; 3] = ["förhör", "interview", "police interview"];

/// What a new contact takes over from the person's last one.
pub const HABITS: [usize; 2] = [contact::ROLE, contact::SOURCE];

/// A label is read by so many letters.
const LETTERS: usize = 3;

/// So many people whose names begin so are pointed out.
const PEOPLE: usize = 5;

/// The longest label, in words.
const LONGEST: usize = 6;

/// The coded fields of a contact.
const FIELDS: [(usize, List); 7] = [
    (contact::ROLE, List::Role),
    (contact::SOURCE, List::Source),
    (contact::CHANNEL, List::Channel),
    (contact::OFFER, List::Offer),
    (contact::SERVICES, List::Services),
    (contact::INTERVIEW, List::Interview),
    (contact::OFFENCE, List::Offence),
];

/// Reads a line. Without a day it is today; without day and time it is `now`.
pub fn read_line(text: &str, now: NaiveDateTime, vocabulary: &dyn Vocabulary) -> Line {
    let (head, note) = split_note(text);
    let words: Vec<&str> = head.split_whitespace().collect();
    let is_new = words.iter().any(|word| NEW.contains(&fold(word).as_str()));
    let mut reader = Reader { vocabulary, is_new, today: now.date(), line: empty(is_new), at: (None, None) };
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let longest = (1..=rest.len().min(LONGEST)).rev();
        let read = longest.into_iter().find_map(|count| reader.exactly(&rest[..count].join(" ")).map(|m| (count, m)));
        let (count, meaning) = read.unwrap_or_else(|| (1, reader.by_beginning(rest[0])));
        reader.take(rest[..count].join(" "), meaning);
        rest = &rest[count..];
    }
    let Reader { mut line, at, .. } = reader;
    let minute = now.time().with_second(0).and_then(|t| t.with_nanosecond(0));
    let at = match at {
        (None, None) => {
            line.assumed.extend(minute.map(Assumed::Now));
            Moment { date: now.date(), time: minute }
        }
        (None, time) => {
            line.assumed.push(Assumed::Today);
            Moment { date: now.date(), time }
        }
        (Some(date), time) => Moment { date, time },
    };
    line.contact = line.contact.with(contact::AT, Value::Moment(at));
    if let Some(note) = note.filter(|note| !note.is_empty()) {
        line.contact = line.contact.with(contact::NOTE, Value::Text(note.to_owned()));
        line.parts.push(Part { typed: note.to_owned(), meaning: Meaning::Note });
    }
    line
}

fn empty(is_new: bool) -> Line {
    let new_person = is_new.then(|| Record::new(Kind::Person).with(person::PROTECTED, Value::Flag(false)));
    Line { parts: Vec::new(), contact: Record::new(Kind::Contact), new_person, assumed: Vec::new() }
}

/// A colon before a space or at the end begins the note; the one in `14:20` does not.
fn split_note(text: &str) -> (&str, Option<&str>) {
    let colon =
        text.char_indices().find(|&(at, c)| c == ':' && text[at + 1..].chars().next().is_none_or(char::is_whitespace));
    match colon {
        Some((at, _)) => (&text[..at], Some(text[at + 1..].trim())),
        None => (text, None),
    }
}

struct Reader<'a> {
    vocabulary: &'a dyn Vocabulary,
    is_new: bool,
    today: NaiveDate,
    line: Line,
    at: (Option<NaiveDate>, Option<NaiveTime>),
}

impl Reader<'_> {
    /// What words mean, if they mean one thing as they stand.
    fn exactly(&self, typed: &str) -> Option<Meaning> {
        let folded = fold(typed);
        let word = folded.as_str();
        if NEW.contains(&word) {
            return Some(Meaning::NewPerson);
        }
        if NOT_REACHED.contains(&word) {
            return Some(Meaning::NotReached);
        }
        if INTERVIEW.contains(&word) {
            return Some(Meaning::Code { field: contact::INTERVIEW, code: "attended".to_owned() });
        }
        let time = read_time(typed).map(Meaning::Time);
        let read = time.or_else(|| read_day(typed, self.today, Lean::Past).map(Meaning::Day));
        let read = read.or_else(|| minutes(word).map(Meaning::Minutes)).or_else(|| self.birth(word));
        if read.is_some() {
            return read;
        }
        let people = self.vocabulary.resolve(Names::Person, typed);
        let people = people.iter().filter_map(|own| Ref::parse(own).ok()).map(Meaning::Person).collect();
        one_of(people).or_else(|| self.coded(|label, code| fold(label) == folded || code == word))
    }

    /// What a word means as the beginning of a label. As the beginning of a name it means nobody: whom it may be is
    /// pointed out.
    fn by_beginning(&self, typed: &str) -> Meaning {
        let folded = fold(typed);
        let long_enough = folded.chars().count() >= LETTERS;
        let found = if long_enough { self.coded(|label, _| fold(label).starts_with(&folded)) } else { None };
        found
            .or_else(|| self.people_by_beginning(typed))
            .unwrap_or_else(|| Meaning::Unknown { nearest: self.nearest(typed) })
    }

    fn people_by_beginning(&self, typed: &str) -> Option<Meaning> {
        let mut people = match self.is_new {
            false => self.vocabulary.beginning(Names::Person, typed, PEOPLE),
            true => Vec::new(),
        };
        match people.len() {
            0 => None,
            1 => people.pop().map(|name| Meaning::Unknown { nearest: Some(Near::Name(name)) }),
            _ => Some(Meaning::Several { names: people }),
        }
    }

    /// The one code whose label or code fits; several are pointed out.
    fn coded(&self, fits: impl Fn(&str, &str) -> bool) -> Option<Meaning> {
        let lists = self.vocabulary.lists();
        let mut found = Vec::new();
        let fitting = |list: List| {
            let values = lists.values(list).iter().filter(|v| !v.retired);
            values.filter(|v| fits(&v.sv, &v.code) || fits(&v.en, &v.code)).map(|v| v.code.clone()).collect::<Vec<_>>()
        };
        for (field, list) in FIELDS {
            found.extend(fitting(list).into_iter().map(|code| Meaning::Code { field, code }));
        }
        if self.is_new {
            let meaning = |field: usize| move |code: String| Meaning::PersonCode { field, code };
            found.extend(fitting(List::Sex).into_iter().map(meaning(person::SEX)));
            let countries = COUNTRIES.iter().filter(|(code, name)| fits(name.sv, code) || fits(name.en, code));
            found.extend(countries.map(|(code, _)| (*code).to_owned()).map(meaning(person::COUNTRY)));
        }
        one_of(found)
    }

    fn birth(&self, word: &str) -> Option<Meaning> {
        let birth = word.strip_prefix(['~', '*']).or_else(|| word.strip_prefix("f."))?;
        if self.is_new { Birth::parse(birth).ok().map(Meaning::Birth) } else { None }
    }

    /// What a word comes near to; of one or two letters every label would be near.
    fn nearest(&self, typed: &str) -> Option<Near> {
        if typed.chars().count() < LETTERS {
            return None;
        }
        let lists = self.vocabulary.lists();
        let values = || FIELDS.iter().flat_map(|&(_, list)| lists.values(list).iter().map(move |value| (list, value)));
        let label = nearest(typed, values().flat_map(|(_, v)| [v.sv.as_str(), v.en.as_str()]));
        let found = label.and_then(|label| values().find(|(_, v)| v.sv == label || v.en == label));
        let value = found.map(|(list, value)| Near::Value { list, code: value.code.clone() });
        value.or_else(|| self.vocabulary.nearest(Names::Person, typed).map(Near::Name))
    }

    /// Puts a meaning in its place; a second one where there can be one is pointed out.
    fn take(&mut self, typed: String, meaning: Meaning) {
        let placed = match &meaning {
            Meaning::Day(day) => self.at.0.replace(*day).is_none(),
            Meaning::Time(time) => self.at.1.replace(*time).is_none(),
            Meaning::Minutes(minutes) => self.set(contact::MINUTES, Value::Number(*minutes)),
            Meaning::Person(own) => !self.is_new && self.set(contact::PERSON, Value::Link(own.clone())),
            Meaning::Code { field: contact::SERVICES, code } => self.add_service(code.clone()),
            Meaning::Code { field, code } => self.set(*field, Value::Code(code.clone())),
            Meaning::PersonCode { field, code } => self.set_person(*field, Value::Code(code.clone())),
            Meaning::Birth(birth) => self.set_person(person::BIRTH, Value::Birth(*birth)),
            Meaning::NotReached => {
                self.line.contact.values[contact::REACHED] = Value::Flag(false);
                true
            }
            _ => true,
        };
        let meaning = if placed { meaning } else { Meaning::Again };
        self.line.parts.push(Part { typed, meaning });
    }

    fn set(&mut self, field: usize, value: Value) -> bool {
        let free = self.line.contact.values[field].is_empty();
        if free {
            self.line.contact.values[field] = value;
        }
        free
    }

    fn set_person(&mut self, field: usize, value: Value) -> bool {
        let Some(new) = &mut self.line.new_person else { return false };
        let free = new.values[field].is_empty();
        if free {
            new.values[field] = value;
        }
        free
    }

    fn add_service(&mut self, code: String) -> bool {
        let services = &mut self.line.contact.values[contact::SERVICES];
        let mut codes = services.codes().to_vec();
        let is_new = !codes.contains(&code);
        if is_new {
            codes.push(code);
            *services = Value::Codes(codes);
        }
        is_new
    }
}

/// The one meaning there is, or that there are several.
fn one_of(mut found: Vec<Meaning>) -> Option<Meaning> {
    match found.len() {
        0 => None,
        1 => found.pop(),
        _ => Some(Meaning::Ambiguous { candidates: found }),
    }
}

/// `45m`, `45min`, `1h`, `1h30`, `1h30m`.
fn minutes(word: &str) -> Option<u32> {
    let number = |text: &str| digits(text, text.len().clamp(1, 3));
    let word = word.strip_suffix("min").or_else(|| word.strip_suffix('m')).map_or((word, false), |w| (w, true));
    match (word.0.split_once('h'), word.1) {
        (Some((hours, "")), false) => Some(number(hours)? * 60),
        (Some((hours, rest)), _) if !rest.is_empty() => Some(number(hours)? * 60 + number(rest)?),
        (None, true) => number(word.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lists, Project};
    use crate::facts::Facts;

    fn log() -> Facts {
        let named = |own: &str, alias: &str| {
            Record::new(Kind::Person)
                .with(person::REF, Value::Link(Ref::parse(own).unwrap()))
                .with(person::ALIAS, Value::Text(alias.into()))
        };
        let people = [named("P1", "A.B-12"), named("P2", "Lilla Vargen")];
        Facts::of(&Lists::default(), &Project::default(), now().date(), &people)
    }

    fn now() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(15, 30, 20).unwrap()
    }

    fn read(text: &str) -> Line {
        read_line(text, now(), &log())
    }

    fn value(line: &Line, field: usize) -> String {
        line.contact.values[field].to_string()
    }

    #[test]
    fn a_shift_in_one_line() {
        let line = read("igår 14:20 A.B-12 stödsamtal förhör 45m: orolig för brodern: ring");
        assert!(line.is_whole(), "{line:?}");
        assert_eq!(value(&line, contact::AT), "2026-11-23T14:20");
        assert_eq!(value(&line, contact::PERSON), "P1");
        assert_eq!(value(&line, contact::SERVICES), "support_talk");
        assert_eq!(value(&line, contact::INTERVIEW), "attended");
        assert_eq!(value(&line, contact::MINUTES), "45");
        assert_eq!(value(&line, contact::NOTE), "orolig för brodern: ring");
    }

    #[test]
    fn what_is_not_said_is_assumed_and_told() {
        let said = |line: &Line| line.assumed.iter().map(|a| a.say(&log(), Lang::Sv)).collect::<Vec<_>>();
        assert_eq!(said(&read("A.B-12 stödsamtal")), ["idag 15:30 (antas)"]);
        assert_eq!(said(&read("A.B-12 14.20")), ["idag (antas)"]);
        assert!(said(&read("i fredags A.B-12")).is_empty());
        let last = Record::new(Kind::Contact).with(contact::ROLE, Value::Code("witness".to_owned()));
        let mut line = read("igår A.B-12");
        line.assume(&last);
        assert_eq!(said(&line), ["roll: vittne (antas)"]);
        assert_eq!(value(&line, contact::ROLE), "witness");
        let mut line = read("igår A.B-12 säljare");
        line.assume(&last);
        assert_eq!((value(&line, contact::ROLE), line.assumed.len()), ("seller".to_owned(), 0));
    }

    #[test]
    fn somebody_new() {
        let line = read("igår 22:10 ny kvinna ~1990 nigeria säljare information prakt");
        assert!(line.is_whole(), "{line:?}");
        let person = line.new_person.clone().unwrap();
        assert_eq!(person.values[person::SEX].to_string(), "woman");
        assert_eq!(person.values[person::BIRTH].to_string(), "1990");
        assert_eq!(person.values[person::COUNTRY].to_string(), "NG");
        assert_eq!(value(&line, contact::ROLE), "seller");
        assert_eq!(value(&line, contact::SERVICES), "information;practical_help");
    }

    #[test]
    fn in_english_and_in_any_order() {
        let line = read("information relative of victim lilla vargen 1h30 not reached yesterday 0905 in person");
        assert!(line.is_whole(), "{line:?}");
        assert_eq!(value(&line, contact::PERSON), "P2");
        assert_eq!(value(&line, contact::ROLE), "victim_relative");
        assert_eq!(value(&line, contact::MINUTES), "90");
        assert_eq!(value(&line, contact::REACHED), "false");
        assert_eq!(value(&line, contact::AT), "2026-11-23T09:05");
    }

    #[test]
    fn without_a_time_it_is_now() {
        assert_eq!(value(&read("A.B-12"), contact::AT), "2026-11-24T15:30");
        assert_eq!(value(&read("idag A.B-12"), contact::AT), "2026-11-24");
        assert_eq!(value(&read("14.20 A.B-12"), contact::AT), "2026-11-24T14:20");
    }

    #[test]
    fn nothing_is_guessed() {
        let meaning = |text: &str| read(text).parts.pop().unwrap().meaning;
        let near = Near::Value { list: List::Services, code: "support_talk".to_owned() };
        assert_eq!(meaning("A.B-12 stodsamtl"), Meaning::Unknown { nearest: Some(near) });
        assert_eq!(meaning("A.B-12 i"), Meaning::Unknown { nearest: None });
        assert!(matches!(meaning("A.B-12 anhö"), Meaning::Ambiguous { .. }));
        assert!(matches!(meaning("A.B-12 in"), Meaning::Unknown { .. }));
        assert_eq!(meaning("A.B-12 säljare köpare"), Meaning::Again);
        assert_eq!(meaning("A.B-12 P2"), Meaning::Again);
        assert!(matches!(meaning("A.B-12 kvinna"), Meaning::Unknown { .. }));
        assert!(matches!(meaning("A.B-12 x9"), Meaning::Unknown { .. }));
        assert!(!read("stödsamtal").is_whole(), "nobody is named");
        assert!(!read("").is_whole());
    }

    #[test]
    fn meanings_in_words() {
        let facts = log();
        let line = read("igår A.B-12 säljare 45m");
        let said: Vec<String> = line.parts.iter().map(|p| p.meaning.say(&facts, Lang::Sv)).collect();
        assert_eq!(said, ["mån 23 nov 2026, igår", "A.B-12", "roll: säljare", "45 minuter"]);
        let unclear = read("outreach").parts[0].meaning.say(&facts, Lang::En);
        assert_eq!(unclear, "may be several: source: outreach, channel: outreach");
    }
}

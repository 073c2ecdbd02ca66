//! The value of a field: read from its canonical text, checked, and written back as the same text.

use super::countries::is_country;
use super::date::{Birth, Every, Moment, parse_date};
use super::field::Type;
use super::lists::Lists;
use super::meant::Meant;
use super::problem::Problem;
use super::reference::Ref;
use super::text::normalise;
use chrono::NaiveDate;
use std::fmt;

/// The value of one field. `Display` gives its canonical text, the one of CSV, JSON and the store.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Value {
    /// Not known, or not given.
    #[default]
    Empty,
    Text(String),
    Names(Vec<String>),
    Flag(bool),
    Number(u32),
    Date(NaiveDate),
    Moment(Moment),
    Birth(Birth),
    Every(Every),
    Code(String),
    Codes(Vec<String>),
    Link(Ref),
    Links(Vec<Ref>),
}

impl Value {
    /// Reads the canonical text of a field of that type. Text is normalised; spaces around anything else are
    /// dropped. That codes and refs exist is checked elsewhere (`Lists::check`, the store).
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(ty: Type, text: &str) -> Result<Value, Problem> {
        if text.contains('\0') {
            return Err(Problem::Nul);
        }
        if let Type::Line | Type::Note = ty {
            return text_value(ty, text);
        }
        let text = text.trim();
        if text.is_empty() {
            return Ok(if ty == Type::FlagElseTrue { Value::Flag(true) } else { Value::Empty });
        }
        // Before lists are split, since NFC makes a `;` of U+037E.
        let text = normalise(text);
        let text = text.as_str();
        let limit = ty.limit();
        if !limit.holds(text) {
            return Err(Problem::TooLong { limit });
        }
        Ok(match ty {
            Type::Line | Type::Note => Value::Text(text.to_owned()),
            Type::Names => {
                let names = items(text).map(str::to_owned).collect::<Vec<_>>();
                if names.is_empty() { Value::Empty } else { Value::Names(names) }
            }
            Type::Flag | Type::FlagElseTrue => match text {
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                _ => return Err(Problem::Flag),
            },
            Type::Number => {
                let plain = text.bytes().all(|b| b.is_ascii_digit());
                Value::Number(if plain {
                    text.parse().map_err(|_| Problem::Number)?
                } else {
                    return Err(Problem::Number);
                })
            }
            Type::Date => Value::Date(parse_date(text)?),
            Type::Moment => Value::Moment(Moment::parse(text)?),
            Type::Birth => Value::Birth(Birth::parse(text)?),
            Type::Every => Value::Every(Every::parse(text)?),
            Type::Code(_) => Value::Code(text.to_owned()),
            Type::Country => {
                let plain = text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
                if !plain || !is_country(&text.to_ascii_uppercase()) {
                    return Err(Problem::Country);
                }
                Value::Code(text.to_ascii_uppercase())
            }
            Type::Codes(_) => match distinct(items(text).map(str::to_owned)) {
                codes if codes.is_empty() => Value::Empty,
                codes => Value::Codes(codes),
            },
            Type::Ref | Type::Link(_) => Value::Link(Ref::parse(text)?),
            Type::Links(_) => match distinct(items(text).map(Ref::parse).collect::<Result<Vec<_>, _>>()?) {
                refs if refs.is_empty() => Value::Empty,
                refs => Value::Links(refs),
            },
        })
    }

    pub fn is_empty(&self) -> bool {
        *self == Value::Empty
    }

    /// The date of a `Date` or a `Moment`.
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Value::Date(date) => Some(*date),
            Value::Moment(moment) => Some(moment.date),
            _ => None,
        }
    }

    /// The ref of a `Link`.
    pub fn link(&self) -> Option<&Ref> {
        match self {
            Value::Link(link) => Some(link),
            _ => None,
        }
    }

    /// All refs of a `Link` or `Links`.
    pub fn links(&self) -> &[Ref] {
        match self {
            Value::Link(link) => std::slice::from_ref(link),
            Value::Links(links) => links,
            _ => &[],
        }
    }

    /// The code of a `Code`.
    pub fn code(&self) -> Option<&str> {
        match self {
            Value::Code(code) => Some(code),
            _ => None,
        }
    }

    /// All codes of a `Code` or `Codes`.
    pub fn codes(&self) -> &[String] {
        match self {
            Value::Code(code) => std::slice::from_ref(code),
            Value::Codes(codes) => codes,
            _ => &[],
        }
    }

    /// The text of a `Text`; of anything else nothing.
    pub fn text(&self) -> &str {
        match self {
            Value::Text(text) => text,
            _ => "",
        }
    }

    /// True or false of a `Flag`.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The number of a `Number`.
    pub fn number(&self) -> Option<u32> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl Lists {
    /// Whether the codes of a field's value stand in its list.
    ///
    /// # Errors
    /// `Problem::UnknownCode` with what was meant.
    pub fn check(&self, ty: Type, value: &Value) -> Result<(), Problem> {
        let (Type::Code(list) | Type::Codes(list)) = ty else { return Ok(()) };
        match value.codes().iter().find(|code| self.value(list, code).is_none()) {
            None => Ok(()),
            Some(code) => {
                let several = Meant::several(code, ';').filter(|_| ty == Type::Codes(list));
                let meant = several.unwrap_or_else(|| Meant::value(code, list, self));
                Err(Problem::UnknownCode { given: code.clone(), meant })
            }
        }
    }
}

fn text_value(ty: Type, text: &str) -> Result<Value, Problem> {
    let text = normalise(text);
    match text {
        text if !ty.limit().holds(&text) => Err(Problem::TooLong { limit: ty.limit() }),
        text if text.is_empty() => Ok(Value::Empty),
        text => Ok(Value::Text(text)),
    }
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|item| !item.is_empty())
}

fn distinct<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    items.into_iter().fold(Vec::new(), |mut kept, item| {
        if !kept.contains(&item) {
            kept.push(item);
        }
        kept
    })
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Empty => Ok(()),
            Value::Text(text) | Value::Code(text) => f.write_str(text),
            Value::Names(items) | Value::Codes(items) => f.write_str(&items.join(";")),
            Value::Flag(flag) => write!(f, "{flag}"),
            Value::Number(number) => write!(f, "{number}"),
            Value::Date(date) => write!(f, "{date}"),
            Value::Moment(moment) => write!(f, "{moment}"),
            Value::Birth(birth) => write!(f, "{birth}"),
            Value::Every(every) => write!(f, "{every}"),
            Value::Link(link) => write!(f, "{link}"),
            Value::Links(links) => f.write_str(&links.iter().map(Ref::as_str).collect::<Vec<_>>().join(";")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, List};

    #[test]
    fn values_are_read_and_written_as_the_same_text() {
        let cases = [
            (Type::Line, "  Å.B-12 ", "  Å.B-12 "),
            (Type::Note, "a\r\nb", "a\nb"),
            (Type::Names, "Lilla; ;Åsa\u{37e}B ", "Lilla;Åsa;B"),
            (Type::Flag, "", ""),
            (Type::FlagElseTrue, "", "true"),
            (Type::Number, "007", "7"),
            (Type::Country, "se", "SE"),
            (Type::Codes(List::Services), "b;a;b", "b;a"),
            (Type::Links(Kind::Organisation), "O1;O2;O1", "O1;O2"),
            (Type::Codes(List::Services), ";", ""),
        ];
        for (ty, text, written) in cases {
            assert_eq!(Value::parse(ty, text).unwrap().to_string(), written, "{ty:?} {text:?}");
        }
    }

    #[test]
    fn unknown_codes_name_the_nearest() {
        let near = |word: &str| Meant::Nearest(word.into());
        for (ty, given, meant) in [
            (Type::Code(List::Role), "vitness", near("witness")),
            (Type::Code(List::Role), "Säljare", near("seller")),
            (Type::Code(List::Answer), "kanske", Meant::OneOf(vec!["accepted".into(), "declined".into()])),
            (Type::Codes(List::Services), "information,motivation", Meant::Several(';')),
        ] {
            let value = Value::parse(ty, given).unwrap();
            let problem = Lists::default().check(ty, &value).unwrap_err();
            assert_eq!(problem, Problem::UnknownCode { given: given.into(), meant }, "{given}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(Value::parse(Type::Number, "-1"), Err(Problem::Number));
        assert_eq!(Value::parse(Type::Number, "99999999999"), Err(Problem::Number));
        assert_eq!(Value::parse(Type::Flag, "ja"), Err(Problem::Flag));
        assert_eq!(Value::parse(Type::Country, "ZZ"), Err(Problem::Country));
        assert_eq!(Value::parse(Type::Country, "Å"), Err(Problem::Country));
        assert_eq!(Value::parse(Type::Note, "a\0"), Err(Problem::Nul));
        assert_eq!(Value::parse(Type::Link(Kind::Person), "P 1"), Err(Problem::Ref));
    }

    #[test]
    fn no_field_holds_more_than_its_limit() {
        let many = |item: &str, count: usize| vec![item; count].join(";");
        let too_long = |ty: Type| Err(Problem::TooLong { limit: ty.limit() });
        for (ty, just, over) in [
            (Type::Line, "å".repeat(200), "å".repeat(201)),
            (Type::Note, "å".repeat(32 * 1024), "å".repeat(32 * 1024 + 1)),
            (Type::Names, many("ååå", 500), many("ååå", 501)),
            (Type::Codes(List::Services), many("abc", 500), many("abc", 501)),
            (Type::Links(Kind::Organisation), many("O12", 500), many("O12", 501)),
            (Type::Ref, "x".repeat(64), "x".repeat(65)),
            (Type::Link(Kind::Person), "x".repeat(64), "x".repeat(65)),
            (Type::Code(List::Role), "x".repeat(200), "x".repeat(201)),
        ] {
            assert!(Value::parse(ty, &just).is_ok(), "{ty:?}");
            assert_eq!(Value::parse(ty, &over), too_long(ty), "{ty:?}");
        }
        for ty in [Type::Date, Type::Moment, Type::Birth, Type::Every, Type::Number, Type::Flag, Type::Country] {
            assert_eq!(Value::parse(ty, &"2".repeat(201)), too_long(ty), "{ty:?}");
        }
    }
}

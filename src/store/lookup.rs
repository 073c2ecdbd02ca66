//! Looking up by words: in the text of one kind for a filter, and everywhere at once for the look-up.

use super::Store;
use super::error::Error;
use super::rows::{ROWS, first_number, own_ref};
use crate::domain::text::{fold, normalise};
use crate::domain::{Kind, Record, Ref};
use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

impl Store {
    /// The refs of the records in whose text the word, or a word that begins with it, stands; diacritics and capitals
    /// count as their plain small letters. Several words in one stand together in that order. `""` is any text at all.
    pub fn matching(&self, kind: Kind, word: &str) -> Result<Vec<Ref>, Error> {
        if word.is_empty() {
            let texts = (1..=8).map(|n| format!("text_{n}")).collect::<Vec<_>>().join(", ");
            let table = kind.table();
            let sql =
                format!("SELECT ref FROM {table} JOIN {table}_text ON id = row WHERE coalesce({texts}) IS NOT NULL");
            return self.refs(kind, &sql, []);
        }
        let Some(phrase) = phrase(word) else { return Ok(Vec::new()) };
        let sql = format!("SELECT ref FROM search JOIN {} ON {}", kind.table(), on(kind));
        self.refs(kind, &sql, [Sql::Text(phrase)])
    }

    /// Finds records by everything that is known of them: each word by its beginning, in any order, in their text;
    /// days (`2010`, `2010-03`, `2010-03-05`) by their date; a single word by its ref too. What was typed may be read
    /// in several ways, the first as it stands; what any of them finds is found. A protected person is found only by
    /// what is not hidden of her.
    ///
    /// A record named outright by its ref comes first, then people, then what is newest; among people and among the
    /// rest, what has the letters as they were typed (å is not a) comes before what has them without diacritics. At
    /// most `limit` of each kind for each reading, and as many by ref.
    pub fn look_up(&self, readings: &[String], limit: usize) -> Result<Vec<Record>, Error> {
        let mut found = Vec::new();
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Relation) {
            let mut refs = Vec::new();
            for reading in readings {
                let words: Vec<&str> = reading.split_whitespace().collect();
                refs.extend(self.by_words(kind, &words, limit)?);
                if let [word] = words.as_slice() {
                    refs.extend(self.by_ref(kind, word, limit)?);
                }
            }
            refs.sort_unstable();
            refs.dedup();
            found.extend(self.fetch(kind, &refs)?);
        }
        let words: Vec<&str> = readings.first().map(|typed| typed.split_whitespace().collect()).unwrap_or_default();
        let whole = fold(&words.join(" "));
        let own = |record: &Record| record.own_ref().map(|own| fold(own.as_str()));
        let date = |record: &Record| record.kind.date_field().and_then(|field| record.values.get(field)?.date());
        found.sort_by_cached_key(|record| {
            (
                own(record).as_ref() != Some(&whole),
                record.kind != Kind::Person,
                !has_as_typed(record, &words),
                std::cmp::Reverse(date(record)),
                own(record),
            )
        });
        Ok(found)
    }

    /// The people with a word in what is never hidden of them, the newest first, at most so many.
    pub fn people_with(&self, word: &str, limit: usize) -> Result<Vec<Record>, Error> {
        let refs = self.by_words(Kind::Person, &[word], limit)?;
        self.fetch(Kind::Person, &refs)
    }

    fn by_words(&self, kind: Kind, words: &[&str], limit: usize) -> Result<Vec<Ref>, Error> {
        let (days, texts): (Vec<&str>, Vec<&str>) =
            words.iter().partition(|word| kind.date_field().is_some() && is_day(word));
        let phrases: Vec<String> = texts.iter().filter_map(|word| phrase(word)).collect();
        if phrases.len() < texts.len() || words.is_empty() {
            return Ok(Vec::new());
        }
        let table = kind.table();
        let mut values: Vec<Sql> = Vec::new();
        let within = match kind.date_field().filter(|_| !days.is_empty()) {
            Some(field) => {
                let code = kind.fields()[field].code;
                values.extend(days.iter().flat_map(|day| [Sql::Text((*day).to_owned()), Sql::Text(format!("{day}~"))]));
                vec![format!("\"{code}\" BETWEEN ? AND ?"); days.len()].join(" AND ")
            }
            None => "true".to_owned(),
        };
        let newest = kind.date_field().map_or("id", |field| kind.fields()[field].code);
        if phrases.is_empty() {
            let sql =
                format!("SELECT ref FROM {table} WHERE {within} ORDER BY \"{newest}\" DESC, id DESC LIMIT {limit}");
            return self.refs(kind, &sql, values);
        }
        if !self.may_have(kind, &texts)? {
            return Ok(Vec::new());
        }
        let all = phrases.join(" ");
        values.insert(0, Sql::Text(all.clone()));
        let first = first_number(kind);
        let mut sql = format!("SELECT ref FROM search JOIN {table} ON {}", on(kind));
        if !days.is_empty() {
            // The days are few: their rows are listed once, and the index is walked without reading its records.
            sql += &format!(" AND search.rowid - {first} IN (SELECT id FROM {table} WHERE {within})");
        }
        if kind == Kind::Person {
            sql += " AND (protected IS NOT 'true' OR EXISTS (SELECT 1 FROM search AS open WHERE open.search MATCH ? \
                    AND open.rowid = search.rowid))";
            values.push(Sql::Text(format!("{{{}}} : ({all})", open_columns(kind))));
        }
        self.refs(kind, &format!("{sql} ORDER BY search.rowid DESC LIMIT {limit}"), values)
    }

    /// Whether a kind has the first letters of the words at all. The index answers that at once, while a longer
    /// beginning is gathered from all kinds before any is looked at.
    fn may_have(&self, kind: Kind, words: &[&str]) -> Result<bool, Error> {
        let beginnings = words.iter().filter_map(|word| phrase(&beginning(word))).collect::<Vec<_>>().join(" ");
        let first = first_number(kind);
        let sql = "SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?)";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row((beginnings, first, first + ROWS - 1), |row| row.get(0))?)
    }

    fn by_ref(&self, kind: Kind, word: &str, limit: usize) -> Result<Vec<Ref>, Error> {
        let table = kind.table();
        let sql = format!(
            "SELECT ref FROM {table} WHERE ref BETWEEN ?1 AND ?1 || char(1114111) ORDER BY ref DESC LIMIT {limit}"
        );
        self.refs(kind, &sql, [Sql::Text(word.to_uppercase())])
    }

    fn refs(&self, kind: Kind, sql: &str, values: impl IntoIterator<Item = Sql>) -> Result<Vec<Ref>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut refs = Vec::new();
        while let Some(row) = rows.next()? {
            refs.push(own_ref(kind, row, 0)?);
        }
        Ok(refs)
    }
}

/// Joins a kind's table to its stretch of the search index, where the words stand.
fn on(kind: Kind) -> String {
    let first = first_number(kind);
    format!(
        "id = search.rowid - {first} WHERE search MATCH ? AND search.rowid BETWEEN {first} AND {}",
        first + ROWS - 1
    )
}

/// The columns of the search index that hold what is never hidden of a kind: its text fields stand there in their
/// order (schema/1.sql).
fn open_columns(kind: Kind) -> String {
    let texts = kind.fields().iter().filter(|field| field.text).enumerate();
    let open = texts.filter(|(_, field)| !field.sensitive).map(|(place, _)| format!("text_{}", place + 1));
    open.collect::<Vec<_>>().join(" ")
}

/// A word for the index: its parts together, the last by its beginning. `None` for one without a letter or digit.
fn phrase(word: &str) -> Option<String> {
    let word = normalise(word);
    word.chars().any(char::is_alphanumeric).then(|| format!("\"{}\" *", word.replace('"', "\"\"").replace('\0', " ")))
}

/// The letters of a word that the index holds beginnings of (`prefix` in schema/1.sql); a word of several parts whole.
fn beginning(word: &str) -> String {
    let word = normalise(word);
    if word.chars().all(char::is_alphanumeric) { word.chars().take(3).collect() } else { word }
}

/// `2010`, `2010-03` or `2010-03-05`.
fn is_day(word: &str) -> bool {
    let digits = word.chars().all(|c| c.is_ascii_digit() || c == '-');
    digits
        && (word.len() == 4 && word.starts_with(['1', '2']) || matches!(word.len(), 7 | 10))
        && word[..4].parse::<u32>().is_ok()
}

/// Whether every word that has diacritics stands in the record with them.
fn has_as_typed(record: &Record, words: &[&str]) -> bool {
    let mut marked = words.iter().map(|word| fold(word)).filter(|word| !word.is_ascii()).peekable();
    if marked.peek().is_none() {
        return true;
    }
    let fields = record.kind.fields().iter().zip(&record.values).filter(|(field, _)| field.text);
    let text = fold(&fields.map(|(_, value)| value.to_string()).collect::<Vec<_>>().join("\n"));
    marked.all(|word| text.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Value};
    use chrono::{NaiveDate, NaiveDateTime};

    fn now() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2010, 3, 5).unwrap().and_hms_opt(14, 20, 0).unwrap()
    }

    fn store() -> Store {
        let mut store = Store::in_memory().unwrap();
        let rows: &[(Kind, &[(&str, &str)])] = &[
            (
                Kind::Person,
                &[("ref", "P1"), ("alias", "A.B-12"), ("district", "Södermalm"), ("phone", "070-174 06 05")],
            ),
            (Kind::Person, &[("ref", "P2"), ("alias", "Får"), ("aka", "Lilla;Vargen")]),
            (Kind::Person, &[("ref", "P3"), ("alias", "Farsta-Lisa"), ("note", "bror till A.B-12")]),
            (Kind::Contact, &[("ref", "C1"), ("at", "2010-02-01"), ("person", "P1"), ("note", "Orolig för brodern")]),
            (
                Kind::Contact,
                &[("ref", "C2"), ("at", "2010-03-01"), ("person", "P1"), ("note", "Orolig igen, \"ring\"")],
            ),
            (Kind::Contact, &[("ref", "C3"), ("at", "2009-03-01"), ("person", "P2")]),
        ];
        for (kind, values) in rows {
            let record = values.iter().fold(Record::new(*kind), |record, (code, text)| {
                let field = kind.field(code).unwrap();
                record.with(field, Value::parse(kind.fields()[field].ty, text).unwrap())
            });
            store.apply(Change::add(record), now()).unwrap();
        }
        store
    }

    #[test]
    fn everything_is_found_by_the_beginnings_of_its_words() {
        let store = store();
        let cases: &[(&str, &[&str])] = &[
            ("sodermalm", &["P1"]),
            ("SÖDER a.b", &["P1"]),
            ("a.b", &["P1", "P3"]),
            ("får", &["P2", "P3"]),
            ("far", &["P2", "P3"]),
            ("varg", &["P2"]),
            ("0701740605", &["P1"]),
            ("070", &["P1"]),
            ("brod", &["C1"]),
            ("bro", &["P3", "C1"]),
            ("orolig", &["C2", "C1"]),
            ("igen orolig", &["C2"]),
            ("ring", &["C2"]),
            ("2010-02", &["C1"]),
            ("2010 orolig", &["C2", "C1"]),
            ("2009", &["C3"]),
            ("c3", &["C3"]),
            ("c", &["C2", "C1", "C3"]),
            ("zzz", &[]),
            ("", &[]),
            ("\"", &[]),
            ("* AND (", &[]),
            ("åäö-åäö", &[]),
        ];
        for (words, expected) in cases {
            let found = store.look_up(&[(*words).to_owned()], 20).unwrap();
            let refs: Vec<_> = found.iter().map(|r| r.own_ref().unwrap().as_str()).collect();
            assert_eq!(refs, *expected, "{words}");
        }
    }

    #[test]
    fn a_protected_person_is_found_only_by_what_is_not_hidden() {
        let mut store = store();
        let values = [
            ("ref", "P4"),
            ("alias", "Vargtass"),
            ("district", "Södermalm"),
            ("phone", "070-999 88 77"),
            ("safe_contact", "via Ankan"),
            ("note", "talar somaliska"),
            ("protected", "true"),
        ];
        let record = values.iter().fold(Record::new(Kind::Person), |record, (code, text)| {
            let field = Kind::Person.field(code).unwrap();
            record.with(field, Value::parse(Kind::Person.fields()[field].ty, text).unwrap())
        });
        store.apply(Change::add(record), now()).unwrap();
        let found = |words: &str| -> Vec<String> {
            let found = store.look_up(&[words.to_owned()], 20).unwrap();
            found.iter().map(|r| r.own_ref().unwrap().to_string()).collect()
        };
        assert_eq!(found("vargtass"), ["P4"]);
        assert_eq!(found("tal somal"), ["P4"]);
        assert_eq!(found("sodermalm"), ["P1"]);
        for hidden in ["ankan", "0709998877", "99", "vargtass sodermalm"] {
            assert!(found(hidden).is_empty(), "{hidden}");
        }
    }

    #[test]
    fn what_was_typed_may_be_read_in_several_ways() {
        let store = store();
        let readings = ["fre".to_owned(), "2010-02-01".to_owned()];
        let found = store.look_up(&readings, 20).unwrap();
        assert_eq!(found.iter().map(|r| r.own_ref().unwrap().as_str()).collect::<Vec<_>>(), ["C1"]);
        let both = ["brod".to_owned(), "2009-03-01".to_owned()];
        assert_eq!(store.look_up(&both, 20).unwrap().len(), 2);
    }

    #[test]
    fn a_filter_looks_in_one_kind() {
        let store = store();
        let refs = |kind, word: &str| {
            let mut refs: Vec<_> = store.matching(kind, word).unwrap().iter().map(Ref::to_string).collect();
            refs.sort();
            refs
        };
        assert_eq!(refs(Kind::Contact, "oro"), ["C1", "C2"]);
        assert_eq!(refs(Kind::Contact, "orolig för"), ["C1"]);
        assert_eq!(refs(Kind::Contact, ""), ["C1", "C2"]);
        assert_eq!(refs(Kind::Person, "bror"), ["P3"]);
        assert!(refs(Kind::Contact, "\"").is_empty() && refs(Kind::Contact, " ").is_empty());
    }
}

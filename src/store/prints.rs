//! Kept prints: each as its document, with the records behind every figure apart, so that erasing can take those out
//! and leave the words as they were printed. Every print is an entry of the journal, whose chain covers both parts.

use super::Store;
use super::content::has_text;
use super::digest::Hash;
use super::error::{Damage, Error};
use super::journal::{self, Part};
use crate::domain::{Kind, NameFinder, Ref};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashSet;

/// A print as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// What the list of prints shows, in the words of the one who keeps it.
    pub about: String,
    /// The print itself, likewise.
    pub content: String,
    /// The records behind each figure, by its place.
    pub refs: Vec<FigureRefs>,
}

/// The records behind one figure, all of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRefs {
    pub kind: Kind,
    pub refs: Vec<Ref>,
}

/// A print in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintGlimpse {
    /// The number of its journal entry.
    pub seq: i64,
    /// Local time.
    pub at: NaiveDateTime,
    pub about: String,
}

impl Store {
    /// Keeps a print; returns its number. One that is the same, word for word and record for record, as the last one
    /// with the same `about` is not kept twice: that one's number is returned.
    ///
    /// # Errors
    /// `Newer`, `Database`, `File`. Then nothing was kept.
    pub fn keep_print(&mut self, print: &Print, now: NaiveDateTime) -> Result<i64, Error> {
        let refs = refs_out(&print.refs);
        let last = "SELECT seq, content, refs FROM prints WHERE about = ? ORDER BY seq DESC LIMIT 1";
        let last: Option<(i64, String, String)> = self
            .connection
            .query_row(last, [&print.about], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        if let Some((seq, _, _)) = last.filter(|(_, content, of)| *content == print.content && *of == refs) {
            return Ok(seq);
        }
        self.ready()?;
        let words = words(&print.about, &print.content);
        let transaction = self.connection.transaction()?;
        let parts = [Part::of("print", &words)?, Part::of("print_refs", &refs)?];
        let newest = journal::append_parts(&transaction, self.newest, journal::PRINT, None, now, &parts)?;
        let insert = "INSERT INTO prints (seq, about, content, refs) VALUES (?, ?, ?, ?)";
        transaction.execute(insert, params![newest.seq, print.about, print.content, refs])?;
        let refused = transaction.commit().err();
        self.committed(refused, newest, None)?;
        Ok(newest.seq)
    }

    /// Every kept print, newest first.
    ///
    /// # Errors
    /// `Database`, or `Damaged` if a row cannot be read.
    pub fn prints(&self) -> Result<Vec<PrintGlimpse>, Error> {
        let sql = "SELECT seq, at, about FROM prints JOIN journal USING (seq) ORDER BY seq DESC";
        let mut statement = self.connection.prepare(sql)?;
        let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?));
        let rows = statement.query_map([], row)?.collect::<Result<Vec<_>, _>>()?;
        let glimpse = |(seq, at, about): (i64, String, String)| {
            let at = NaiveDateTime::parse_from_str(&at, journal::TIME).map_err(|_| damaged())?;
            Ok(PrintGlimpse { seq, at, about })
        };
        rows.into_iter().map(glimpse).collect()
    }

    /// The print with that number.
    ///
    /// # Errors
    /// As `prints`.
    pub fn print(&self, seq: i64) -> Result<Option<Print>, Error> {
        let sql = "SELECT about, content, refs FROM prints WHERE seq = ?";
        let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?));
        let Some((about, content, refs)) = self.connection.query_row(sql, [seq], row).optional()? else {
            return Ok(None);
        };
        Ok(Some(Print { about, content, refs: refs_in(&refs).ok_or_else(damaged)? }))
    }

    /// The numbers of the prints in whose words one of some names stands: what to look at when somebody is
    /// erased. Words as they were printed are never changed.
    ///
    /// # Errors
    /// As `prints`.
    pub fn prints_naming(&self, names: &NameFinder) -> Result<Vec<i64>, Error> {
        let mut statement = self.connection.prepare("SELECT seq, content FROM prints ORDER BY seq")?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let content = row.get_ref(1)?.as_str().unwrap_or_default();
            if has_text(content, &|text| names.is_in(text)) {
                found.push(row.get(0)?);
            }
        }
        Ok(found)
    }
}

/// Takes records out of what every kept print says stood behind its figures: part of erasing, in its transaction.
pub(super) fn forget(connection: &Connection, gone: &HashSet<(Kind, Ref)>) -> Result<(), Error> {
    let mut statement = connection.prepare("SELECT seq, refs FROM prints")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    for row in rows.collect::<Result<Vec<_>, _>>()? {
        let (seq, text) = row;
        let mut refs = refs_in(&text).ok_or_else(damaged)?;
        for figure in &mut refs {
            let kind = figure.kind;
            figure.refs.retain(|own| !gone.contains(&(kind, own.clone())));
        }
        let left = refs_out(&refs);
        if left != text {
            connection.execute("UPDATE prints SET refs = ? WHERE seq = ?", params![left, seq])?;
            let unsalt = "UPDATE journal_edits SET salt = NULL WHERE seq = ? AND kind = 'print_refs'";
            connection.execute(unsalt, [seq])?;
        }
    }
    Ok(())
}

/// What the commitments of a print's entry are over, in their order; `None` if the print is not there.
pub(super) fn committed(connection: &Connection, seq: i64) -> Result<Option<[String; 2]>, Error> {
    let sql = "SELECT about, content, refs FROM prints WHERE seq = ?";
    let row = |row: &rusqlite::Row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?));
    let found = connection.query_row(sql, [seq], row).optional()?;
    Ok(found.map(|(about, content, refs)| [words(&about, &content), refs]))
}

/// Whether the parts of a print's entry are as they were committed to. A part without its salt has been changed by
/// erasing, and only its commitment stands.
pub(super) fn is_whole(parts: &Option<[String; 2]>, place: usize, salt: Option<&[u8]>, promised: &Hash) -> bool {
    match (parts.as_ref().and_then(|parts| parts.get(place)), salt) {
        (Some(part), Some(salt)) => journal::commitment(salt, part) == *promised,
        (Some(_), None) => place == 1,
        (None, _) => false,
    }
}

fn words(about: &str, content: &str) -> String {
    format!("{about}\n{content}")
}

fn damaged() -> Error {
    Error::Damaged(Damage::Row { table: "prints" })
}

fn refs_out(figures: &[FigureRefs]) -> String {
    let line = |figure: &FigureRefs| {
        let refs = figure.refs.iter().map(Ref::as_str).collect::<Vec<_>>().join(";");
        format!("{} {refs}\n", figure.kind.code())
    };
    figures.iter().map(line).collect()
}

fn refs_in(text: &str) -> Option<Vec<FigureRefs>> {
    let figure = |line: &str| {
        let (kind, refs) = line.split_once(' ')?;
        let refs = refs.split(';').filter(|own| !own.is_empty()).map(|own| Ref::parse(own).ok());
        Some(FigureRefs { kind: Kind::from_code(kind)?, refs: refs.collect::<Option<_>>()? })
    };
    text.lines().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Record};
    use crate::store::Finding;

    fn now() -> NaiveDateTime {
        NaiveDateTime::default()
    }

    fn own(text: &str) -> Ref {
        Ref::parse(text).unwrap()
    }

    fn print(content: &str) -> Print {
        let refs = vec![
            FigureRefs { kind: Kind::Contact, refs: vec![own("C1"), own("C2")] },
            FigureRefs { kind: Kind::Person, refs: Vec::new() },
        ];
        Print { about: "funder 2010".into(), content: content.into(), refs }
    }

    #[test]
    fn a_print_comes_back_as_it_was_and_is_not_kept_twice() {
        let mut store = Store::in_memory().unwrap();
        let first = store.keep_print(&print("Åtta\nrader"), now()).unwrap();
        assert_eq!(store.print(first).unwrap(), Some(print("Åtta\nrader")));
        assert_eq!(store.keep_print(&print("Åtta\nrader"), now()).unwrap(), first);
        let second = store.keep_print(&print("Nio"), now()).unwrap();
        let seqs: Vec<i64> = store.prints().unwrap().iter().map(|glimpse| glimpse.seq).collect();
        assert_eq!(seqs, [second, first]);
        assert_eq!(store.print(99).unwrap(), None);
        assert_eq!(store.verify().unwrap(), []);
    }

    #[test]
    fn undo_passes_a_print_by() {
        let mut store = Store::in_memory().unwrap();
        store.apply(Change::add(Record::new(Kind::Person)), now()).unwrap();
        store.keep_print(&print("x"), now()).unwrap();
        assert!(store.undo(now()).unwrap().is_some());
        store.keep_print(&print("y"), now()).unwrap();
        assert!(store.redo(now()).unwrap().is_some());
        assert_eq!(store.count(Kind::Person).unwrap(), 1);
    }

    #[test]
    fn a_print_changed_or_taken_out_is_found() {
        for sql in [
            "UPDATE prints SET content = 'y'",
            "UPDATE prints SET about = 'y'",
            "UPDATE prints SET refs = 'contact C1\nperson \n'",
            "DELETE FROM prints",
            "UPDATE journal_edits SET salt = NULL WHERE kind = 'print'",
        ] {
            let mut store = Store::in_memory().unwrap();
            let seq = store.keep_print(&print("x"), now()).unwrap();
            store.connection.execute_batch(sql).unwrap();
            assert_eq!(store.verify().unwrap(), [Finding::Entry { seq }], "{sql}");
        }
    }

    #[test]
    fn what_is_erased_is_gone_from_the_refs_and_the_chain_is_whole() {
        let mut store = Store::in_memory().unwrap();
        let seq = store.keep_print(&print("om Å.B-12, igår"), now()).unwrap();
        forget(&store.connection, &HashSet::from([(Kind::Contact, own("C1")), (Kind::Person, own("C2"))])).unwrap();
        let kept = store.print(seq).unwrap().unwrap();
        assert_eq!(kept.refs[0].refs, [own("C2")]);
        assert_eq!(kept.content, "om Å.B-12, igår");
        assert_eq!(store.verify().unwrap(), []);
        let naming = |name: &str| store.prints_naming(&NameFinder::new([name])).unwrap();
        assert_eq!(naming("Å.B-12"), [seq]);
        assert!(naming("Å.B-1").is_empty());
    }
}

//! What of the store is held in memory: the value lists, the project, and the numbers for new refs.

use super::error::{Damage, Error};
use crate::domain::{Kind, List, ListValue, Lists, Project, Record, Ref};
use rusqlite::{Connection, OptionalExtension, params};

/// Digits of the first ref of a kind.
const WIDTH: usize = 5;

/// What every check of a change needs at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub lists: Lists,
    pub project: Project,
    pub counters: Counters,
}

impl State {
    /// What stands before the first entry of the journal: nothing.
    pub fn empty() -> State {
        let mut lists = Lists::default();
        for list in List::ALL {
            lists.set(list, Vec::new());
        }
        State { lists, project: Project::default(), counters: Counters::default() }
    }

    /// Reads what stands in the store. In one that a newer program wrote, what this one does not know of the project is
    /// passed over.
    pub fn load(connection: &Connection, is_newer: bool) -> Result<State, Error> {
        let damaged = |table| Error::Damaged(Damage::Row { table });
        let mut lists = Lists::default();
        let mut statement = connection
            .prepare("SELECT code, label_sv, label_en, retired FROM list_values WHERE list = ? ORDER BY place")?;
        for list in List::ALL {
            let value = |row: &rusqlite::Row| {
                Ok(ListValue { code: row.get(0)?, sv: row.get(1)?, en: row.get(2)?, retired: row.get(3)? })
            };
            lists.set(list, statement.query_map([list.code()], value)?.collect::<Result<_, _>>()?);
        }
        let content: String = connection
            .query_row("SELECT content FROM project", [], |row| row.get(0))
            .optional()?
            .ok_or(damaged("project"))?;
        let project = if is_newer { Project::from_newer_json(&content) } else { Project::from_json(&content).ok() };
        let project = project.ok_or(damaged("project"))?;
        Ok(State { lists, project, counters: Counters::load(connection)? })
    }

    /// Writes a value list as it stands here.
    pub fn save_list(&self, connection: &Connection, list: List) -> Result<(), Error> {
        connection.execute("DELETE FROM list_values WHERE list = ?", [list.code()])?;
        let mut insert = connection.prepare("INSERT INTO list_values VALUES (?, ?, ?, ?, ?, ?)")?;
        for (place, value) in self.lists.values(list).iter().enumerate() {
            insert.execute(params![list.code(), place as i64, value.code, value.sv, value.en, value.retired])?;
        }
        Ok(())
    }

    /// Writes the project as it stands here.
    pub fn save_project(&self, connection: &Connection) -> Result<(), Error> {
        connection.execute("INSERT OR REPLACE INTO project VALUES (1, ?)", [self.project.to_json()])?;
        Ok(())
    }
}

/// The highest number ever used in a ref of each kind, and its width in digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counters([(u64, usize); Kind::ALL.len()]);

impl Default for Counters {
    fn default() -> Counters {
        Counters([(0, WIDTH); Kind::ALL.len()])
    }
}

impl Counters {
    fn load(connection: &Connection) -> Result<Counters, Error> {
        let mut counters = Counters::default();
        let mut statement = connection.prepare("SELECT kind, number, width FROM counters")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let counter = Kind::from_code(row.get_ref(0)?.as_str().unwrap_or_default())
                .zip(u64::try_from(row.get::<_, i64>(1)?).ok())
                .zip(usize::try_from(row.get::<_, i64>(2)?).ok());
            let Some(((kind, number), width)) = counter else {
                return Err(Error::Damaged(Damage::Row { table: "counters" }));
            };
            counters.0[kind as usize] = (number, width);
        }
        Ok(counters)
    }

    /// Writes what has changed since `before`.
    pub fn save(&self, connection: &Connection, before: &Counters) -> Result<(), Error> {
        for kind in Kind::ALL {
            let (number, width) = self.0[kind as usize];
            if self.0[kind as usize] != before.0[kind as usize] {
                connection.execute(
                    "INSERT OR REPLACE INTO counters VALUES (?, ?, ?)",
                    params![kind.code(), number as i64, width as i64],
                )?;
            }
        }
        Ok(())
    }

    /// Whether no number is lower than in the other counters.
    pub fn cover(&self, other: &Counters) -> bool {
        self.0.iter().zip(&other.0).all(|((number, _), (least, _))| number >= least)
    }

    /// The ref of the `nth` new record of a kind from here on, from 0.
    pub fn next(&self, kind: Kind, nth: u64) -> Ref {
        let (number, width) = self.0[kind as usize];
        Ref::made(kind, number.saturating_add(1).saturating_add(nth), width)
    }

    /// The ref for a new record, which no other gets.
    pub fn take(&mut self, kind: Kind) -> Ref {
        let made = self.next(kind, 0);
        self.0[kind as usize].0 += 1;
        made
    }

    /// Takes note of a record, so that no ref is made below its.
    pub fn note(&mut self, record: &Record) {
        let counter = &mut self.0[record.kind as usize];
        if let Some((number, width)) = record.own_ref().and_then(|r| r.number(record.kind))
            && number > counter.0
        {
            *counter = (number, width);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;

    #[test]
    fn numbers_go_on_from_the_highest_in_its_width() {
        let mut counters = Counters::default();
        assert_eq!(counters.take(Kind::Contact).as_str(), "C00001");
        let noted = |text: &str| Record::new(Kind::Contact).with(0, Value::Link(Ref::parse(text).unwrap()));
        for text in ["C0375", "C0002", "x", "P0999"] {
            counters.note(&noted(text));
        }
        assert_eq!(counters.next(Kind::Contact, 1).as_str(), "C0377");
        assert_eq!(counters.take(Kind::Contact).as_str(), "C0376");
        assert_eq!(counters.take(Kind::Contact).as_str(), "C0377");
        counters.note(&noted("C999999999999999999"));
        assert_eq!(counters.take(Kind::Contact).as_str(), "C1000000000000000000");
        assert_eq!(counters.take(Kind::Contact).as_str(), "C1000000000000000001");
    }
}

//! Organisations by ref or by name. A name that nobody has makes a new organisation, once (contract section 3).

use super::existing::Existing;
use super::fault::What;
use super::records::Row;
use crate::domain::field::organisation;
use crate::domain::text::{fold, normalise};
use crate::domain::{Kind, Limit, Problem, Record, Ref, Value};
use std::collections::{BTreeMap, HashMap};

/// The organisations of the store and of the import.
pub struct Organisations {
    /// Each ref with its name, folded.
    names: BTreeMap<Ref, String>,
    /// The refs that have a folded name.
    refs: HashMap<String, Vec<Ref>>,
    /// New ones made from names.
    made: Vec<Record>,
    /// The highest number in a ref so far, and its width in digits.
    last: (u64, usize),
    /// Whether organisations.csv could be read: if not, a ref that seems unknown is none of the cell's fault.
    complete: bool,
}

impl Organisations {
    /// The organisations that stand already.
    ///
    /// # Errors
    /// The store could not be read.
    pub fn of<E: Existing>(existing: &E) -> Result<Organisations, E::Error> {
        let mut names = BTreeMap::new();
        existing.for_each(Kind::Organisation, &mut |record| {
            if let Some(own) = record.own_ref() {
                names.insert(own.clone(), fold(record.values[organisation::NAME].text()));
            }
        })?;
        let (next, width) = existing.next_ref(Kind::Organisation).number(Kind::Organisation).unwrap_or((1, 1));
        let last = (next.saturating_sub(1), width);
        Ok(Organisations { names, refs: HashMap::new(), made: Vec::new(), last, complete: true })
    }

    /// Takes in the organisations of the import, and gives those without a ref one, since a link needs it.
    pub fn add(&mut self, rows: &mut [Row], complete: bool) {
        self.complete = complete;
        let name = |record: &Record| fold(record.values[organisation::NAME].text());
        for row in rows.iter() {
            if let Some(own) = row.record.own_ref() {
                self.names.insert(own.clone(), name(&row.record));
            }
        }
        let highest = rows.iter().filter_map(|row| row.record.own_ref()?.number(Kind::Organisation)).max();
        self.last = self.last.max(highest.unwrap_or_default());
        for row in rows.iter_mut().filter(|row| row.record.own_ref().is_none()) {
            let made = self.next();
            self.names.insert(made.clone(), name(&row.record));
            row.record.values[organisation::REF] = Value::Link(made);
        }
        for (r, name) in self.names.iter().filter(|(_, name)| !name.is_empty()) {
            self.refs.entry(name.clone()).or_default().push(r.clone());
        }
    }

    /// The organisation with that ref or name, a new one if need be; of an empty text none.
    ///
    /// # Errors
    /// A ref of the form that the program makes and nobody has; a name that several have, or that is none.
    pub fn find(&mut self, text: &str) -> Result<Option<Ref>, What> {
        if text.contains('\0') {
            return Err(What::Value(Problem::Nul));
        }
        let name = normalise(text.trim());
        if name.is_empty() {
            return Ok(None);
        }
        if let Ok(given) = Ref::parse(&name) {
            if self.names.contains_key(&given) {
                return Ok(Some(given));
            }
            if given.number(Kind::Organisation).is_some() {
                let problem = Problem::NoSuchRef { given: name };
                return if self.complete { Err(What::Value(problem)) } else { Ok(Some(given)) };
            }
        }
        match self.refs.get(&fold(&name)).map(Vec::as_slice) {
            Some([only]) => Ok(Some(only.clone())),
            Some(several @ [_, ..]) => {
                let refs = several.iter().map(Ref::as_str).collect::<Vec<_>>().join(", ");
                Err(What::SeveralOrganisations { given: name, refs })
            }
            _ => self.make(name).map(Some),
        }
    }

    fn make(&mut self, name: String) -> Result<Ref, What> {
        if !Limit::LINE.holds(&name) {
            return Err(What::Value(Problem::TooLong { limit: Limit::LINE }));
        }
        let made = self.next();
        self.names.insert(made.clone(), fold(&name));
        self.refs.insert(fold(&name), vec![made.clone()]);
        let record = Record::new(Kind::Organisation)
            .with(organisation::REF, Value::Link(made.clone()))
            .with(organisation::NAME, Value::Text(name));
        self.made.push(record);
        Ok(made)
    }

    /// A ref that nobody has.
    fn next(&mut self) -> Ref {
        loop {
            self.last.0 += 1;
            let made = Ref::made(Kind::Organisation, self.last.0, self.last.1);
            if !self.names.contains_key(&made) {
                return made;
            }
        }
    }

    /// The new ones made from names, in the order in which they were met.
    pub fn into_made(self) -> Vec<Record> {
        self.made
    }
}

//! A document as it is kept: JSON with a version, so that a print of today can be read by every later program.

use super::document::Document;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version that is written. A change of the tree that an older print does not fit takes the next one, and reads
/// the older form here.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    document: &'a Document,
}

#[derive(Deserialize)]
struct Head {
    version: u32,
}

#[derive(Deserialize)]
struct Read {
    document: Document,
}

/// Why a kept print cannot be read.
#[derive(Debug)]
pub enum StoredError {
    /// A later program wrote it, in this version.
    Newer(u32),
    /// It is not what was written.
    Damaged(serde_json::Error),
}

impl fmt::Display for StoredError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoredError::Newer(version) => write!(f, "version {version} of a kept print, later than {VERSION}"),
            StoredError::Damaged(error) => write!(f, "a kept print is damaged: {error}"),
        }
    }
}

impl std::error::Error for StoredError {}

/// The document as text to be kept.
///
/// # Errors
/// None in practice: the tree has no part that JSON lacks.
pub fn write(document: &Document) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Written { version: VERSION, document })
}

/// The document that was kept.
///
/// # Errors
/// A print of a later version, or a text that is none.
pub fn read(text: &str) -> Result<Document, StoredError> {
    let head: Head = serde_json::from_str(text).map_err(StoredError::Damaged)?;
    if head.version > VERSION {
        return Err(StoredError::Newer(head.version));
    }
    serde_json::from_str::<Read>(text).map(|read| read.document).map_err(StoredError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, Ref, Shown};
    use crate::report::*;

    /// One of each, as it was kept when version 1 came out: this text never changes.
    const FIRST: &str = r#"{"version":1,"document":{"title":"Sammanställning","period":"2010","made":"Gjord i dag","page":"Sida {page} av {of}","lang":"sv","blocks":[{"heading":{"level":1,"number":"5","text":"Budget"}},{"paragraph":[{"text":"Det blev "},{"figure":{"text":"44","note":1,"figure":0}},{"text":" av "},{"doubtful":{"text":"45","remark":"loggen: 44"}}]},{"list":{"numbered":true,"items":[[{"text":"ett"}]]}},{"table":{"caption":"Kostnader","columns":[{"head":{"text":"Slag"},"align":"left"},{"head":{"text":"Kronor"},"align":"decimal"}],"rows":[{"group":{"text":"2009"}},{"cells":[{"text":"Lön"},{"text":"1,50"}]},{"total":[{"text":"Summa"},{"text":"1,50"}]}]}},{"chart":{"title":"Per år","bars":[{"label":"2009","value":3,"figure":{"text":"3"}}],"replacement":"Tre."}},{"remark":{"label":"Att notera","text":[{"text":"Kvar."}]}},{"writing":{"lines":2}},{"signatures":[{"place":"Ort och datum","name":"Namn"}]},{"notes":[{"mark":1,"command":"list contacts","text":"kontakter"}]}],"figures":[{"value":44,"note":1,"measure":"contacts","filter":"","period":"2010","command":"list contacts","refs":["C1"]}]}}"#;

    fn first() -> Document {
        let shown = |text: &str| Shown::new(text);
        let text = |text: &str| Prose::from(text);
        let spans = vec![
            Span::Text(shown("Det blev ")),
            Span::Figure(Cell::new("44").with_note(1).with_figure(0)),
            Span::Text(shown(" av ")),
            Span::Doubtful { text: shown("45"), remark: shown("loggen: 44") },
        ];
        let column = |head: &str, align| Column { head: Cell::new(head), align };
        let table = Table {
            caption: Some(shown("Kostnader")),
            columns: vec![column("Slag", Align::Left), column("Kronor", Align::Decimal)],
            rows: vec![
                Row::Group(Cell::new("2009")),
                Row::Cells(vec![Cell::new("Lön"), Cell::new("1,50")]),
                Row::Total(vec![Cell::new("Summa"), Cell::new("1,50")]),
            ],
        };
        let bars = vec![Bar { label: shown("2009"), value: 3, figure: Cell::new("3") }];
        let figure = Figure {
            value: Some(44),
            note: Some(1),
            measure: "contacts".to_owned(),
            filter: String::new(),
            period: "2010".to_owned(),
            command: shown("list contacts"),
            refs: vec![Ref::parse("C1").unwrap()],
        };
        Document {
            title: shown("Sammanställning"),
            period: shown("2010"),
            made: shown("Gjord i dag"),
            page: shown("Sida {page} av {of}"),
            lang: Lang::Sv,
            blocks: vec![
                Block::Heading(Heading::new(1, "Budget").numbered("5")),
                Block::Paragraph(Prose(spans)),
                Block::List(List { numbered: true, items: vec![text("ett")] }),
                Block::Table(table),
                Block::Chart(Chart { title: shown("Per år"), bars, replacement: shown("Tre.") }),
                Block::Remark(Remark { label: shown("Att notera"), text: text("Kvar.") }),
                Block::Writing { lines: 2 },
                Block::Signatures(vec![Signature { place: shown("Ort och datum"), name: shown("Namn") }]),
                Block::Notes(vec![Note { mark: 1, command: shown("list contacts"), text: shown("kontakter") }]),
            ],
            figures: vec![figure],
        }
    }

    #[test]
    fn a_print_of_the_first_version_is_read_for_ever() {
        assert_eq!(read(FIRST).unwrap(), first());
        assert_eq!(write(&first()).unwrap(), FIRST);
    }

    #[test]
    fn a_later_or_damaged_print_is_told() {
        assert!(matches!(read(r#"{"version":9,"other":1}"#), Err(StoredError::Newer(9))));
        assert!(matches!(read(&FIRST[..100]), Err(StoredError::Damaged(_))));
        let hidden = FIRST.replace("Gjord i dag", "Gjord\\u202e i dag");
        assert_eq!(read(&hidden).unwrap().made.as_str(), "Gjord i dag");
    }
}

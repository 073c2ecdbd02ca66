//! A document as text for a line printer, a screen or a file: pages of at most 72 columns and 58 lines.

use super::document::{Document, Table};
use super::layout::{paginate, pieces};
use super::table::bands;
use super::wrap::{pad, shorten, width, wrap};
use crate::domain::Shown;

/// Columns of a page. CUPS wraps at 77.
pub const COLUMNS: usize = 72;
/// Lines of a page, its head included.
pub const LINES: usize = 58;
/// What and which page, period and made when, an empty line.
const HEAD: usize = 3;

/// The lines of one page, its head included.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub lines: Vec<Shown>,
}

/// The pages of a document.
pub fn pages(document: &Document) -> Vec<Page> {
    let bodies = paginate(pieces(&document.blocks, COLUMNS), LINES - HEAD);
    let of = bodies.len();
    let page = |(i, body): (usize, Vec<String>)| {
        let number = document.page_words(i + 1, of);
        let head = [both(document.title.as_str(), &number), both(document.period.as_str(), document.made.as_str())];
        Page { lines: head.into_iter().chain([String::new()]).chain(body).map(Shown::line).collect() }
    };
    bodies.into_iter().enumerate().map(page).collect()
}

/// A line of the head: the right text whole, the left as far as there is room.
fn both(left: &str, right: &str) -> String {
    let right = shorten(right, COLUMNS / 2);
    let room = COLUMNS - width(&right);
    pad(&shorten(left, room.saturating_sub(1)), room, false) + &right
}

/// A text by itself, wrapped at words.
pub fn wrapped(text: &str, width: usize) -> String {
    wrap(text, width).join("\n")
}

/// A table by itself as lines of at most `width` columns.
pub fn table(table: &Table, width: usize) -> Vec<String> {
    bands(table, width).into_iter().flat_map(|band| band.head.into_iter().chain(band.rows.concat())).collect()
}

/// The pages as one text: a form feed between two pages, a line end after every line.
pub fn plain(pages: &[Page]) -> String {
    let page = |page: &Page| page.lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    pages.iter().map(page).collect::<Vec<_>>().join("\u{c}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::random::{any_document, document};
    use crate::report::{Align, Bar, Block, Cell, Chart, Column, Heading, Note, Row, Signature, Table};
    use proptest::prelude::*;

    fn shown(text: &str) -> Shown {
        Shown::new(text)
    }

    fn signature() -> Signature {
        Signature { place: shown("Ort och datum"), name: shown("Namn") }
    }

    fn table(rows: usize) -> Table {
        let column = |head: &str, align| Column { head: Cell::new(head), align };
        let cells = |n: usize| vec![Cell::new(format!("Rad {n}")), Cell::new(n.to_string())];
        let row = |n: usize| if n == rows { Row::Total(cells(n)) } else { Row::Cells(cells(n)) };
        Table {
            caption: None,
            columns: vec![column("Roll", Align::Left), column("Antal", Align::Right)],
            rows: (1..=rows).map(row).collect(),
        }
    }

    fn lines(document: &Document) -> Vec<Vec<String>> {
        pages(document).iter().map(|p| p.lines.iter().map(|l| l.as_str().to_owned()).collect()).collect()
    }

    #[test]
    fn a_small_report() {
        let mut counted = table(3);
        counted.columns[1].head = Cell::new("Antal").with_note(1);
        let bar = |label: &str, value: u64| Bar { label: shown(label), value, figure: Cell::new(value.to_string()) };
        let bars = vec![bar("2010-01", 4), bar("2010-02", 0), bar("2010-03", 9)];
        let note = |mark, command: &str, text: &str| Note { mark, command: shown(command), text: shown(text) };
        let notes = vec![
            note(1, "list contacts", "kontakter där någon nåddes, efter sin dag"),
            note(2, "list persons --filter 'role:victim,witness source:outreach'", "roll: brottsutsatt, vittne"),
        ];
        let document = document(vec![
            Block::Heading(Heading::new(1, "Kontakter")),
            Block::Paragraph("Alla som kom fick frågan.\nStödet blev oftast samtal.".into()),
            Block::Table(counted),
            Block::Chart(Chart { title: shown("Kontakter per månad"), bars, replacement: shown("Inga.") }),
            Block::Heading(Heading::new(1, "Kommentar")),
            Block::Writing { lines: 2 },
            Block::Signatures(vec![signature(), signature()]),
            Block::Notes(notes),
        ]);
        insta::assert_snapshot!(plain(&pages(&document)));
    }

    #[test]
    fn a_long_table_says_its_head_on_every_page() {
        let pages = lines(&document(vec![Block::Table(table(120))]));
        assert_eq!(pages.len(), 3);
        for page in &pages {
            assert_eq!(page[HEAD], "Roll     Antal");
            assert!(page[HEAD + 1].starts_with("---"));
        }
    }

    #[test]
    fn no_heading_stands_at_the_foot_of_a_page() {
        for before in 1..120 {
            let text = (0..before).map(|n| format!("rad {n}")).collect::<Vec<_>>().join("\n");
            let blocks = vec![
                Block::Paragraph(text.as_str().into()),
                Block::Heading(Heading::new(1, "Rubrik")),
                Block::Table(table(3)),
            ];
            for page in lines(&document(blocks)) {
                if let Some(at) = page.iter().position(|line| line.starts_with("== Rubrik")) {
                    assert!(page[at..].iter().any(|line| line.starts_with("Rad 1")), "after {before} lines");
                }
            }
        }
    }

    #[test]
    fn a_signature_has_two_lines_of_text_above_it() {
        let text = |n| (0..n).map(|n| format!("rad {n}")).collect::<Vec<_>>().join("\n");
        for before in 2..120 {
            let signature = Block::Signatures(vec![signature(), signature()]);
            let pages = lines(&document(vec![Block::Paragraph(text(before).into()), signature]));
            let page = pages.iter().find(|page| page.iter().any(|line| line.starts_with("Ort"))).unwrap();
            assert!(page.iter().filter(|line| line.starts_with("rad ")).count() >= 2, "after {before} lines");
        }
    }

    #[test]
    fn a_wide_table_is_set_in_bands() {
        let columns = (0..30).map(|n| Column { head: Cell::new(format!("kolumn{n}")), align: Align::Right });
        let rows = vec![Row::Cells((0..30).map(|n| Cell::new((n * 1000).to_string())).collect())];
        let wide = Table { columns: columns.collect(), rows, ..Table::default() };
        let all = lines(&document(vec![Block::Table(wide)])).concat().join("\n");
        for n in 0..30 {
            assert!(all.contains(&format!("kolumn{n}")) && all.contains(&(n * 1000).to_string()), "{n} is not there");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_page_fits(document in any_document()) {
            let pages = lines(&document);
            let of = pages.len();
            for (i, page) in pages.iter().enumerate() {
                prop_assert!(page.len() <= LINES, "page {} has {} lines", i + 1, page.len());
                prop_assert!(page.iter().all(|line| width(line) <= COLUMNS), "page {} is too wide", i + 1);
                let number = format!("Sida {} av {of}", i + 1);
                prop_assert!(page.first().is_some_and(|head| head.ends_with(&number)));
            }
        }
    }
}

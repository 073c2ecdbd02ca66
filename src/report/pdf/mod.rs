//! A document as a tagged PDF: its blocks laid out as pieces, the pieces on pages, the pages drawn.
//!
//! No standard's conformance is promised: no validator has confirmed one.

mod flow;
mod fonts;
mod grid;
mod lines;
mod piece;
mod tags;
mod write;

use super::breaks::{Slab, places};
use super::document::Document;
use super::format::RenderError;
use flow::Flow;
use piece::{Drawn, Piece};
use tags::Tags;

/// A4, in points.
const PAGE_WIDTH: f32 = 595.28;
const PAGE_HEIGHT: f32 = 841.89;
/// At each side.
const MARGIN: f32 = 62.0;
/// Where the text of a page begins and ends.
const BODY_TOP: f32 = 72.0;
const BODY_BOTTOM: f32 = PAGE_HEIGHT - 68.0;
/// Page breaks are reckoned in hundredths of a point.
const UNIT: f32 = 100.0;

/// A page: its pieces, and where each begins below the top of the text.
type Page = Vec<(f32, Piece)>;

/// The file.
///
/// # Errors
/// What the library that writes it says.
pub fn pdf(document: &Document) -> Result<Vec<u8>, RenderError> {
    let (fonts, pages, tags) = laid_out(document)?;
    write::file(document, fonts, pages, tags)
}

fn laid_out(document: &Document) -> Result<(&'static fonts::Fonts, Vec<Page>, Tags), RenderError> {
    let fonts = fonts::fonts().ok_or_else(|| RenderError("the typefaces in the program cannot be read".to_owned()))?;
    let width = PAGE_WIDTH - 2.0 * MARGIN;
    let mut flow = Flow { document, fonts, width, tags: Tags::default(), pieces: Vec::new() };
    flow.title();
    document.blocks.iter().for_each(|block| flow.block(block));
    let Flow { tags, pieces, .. } = flow;
    Ok((fonts, paginated(pieces), tags))
}

/// The pieces on pages. A piece is broken only if it is higher than half a page.
fn paginated(pieces: Vec<Piece>) -> Vec<Page> {
    let height = BODY_BOTTOM - BODY_TOP;
    let half = height / 2.0 - 1.0;
    let pieces: Vec<Piece> = pieces.into_iter().flat_map(|piece| piece.parts(half)).collect();
    let units = |points: f32| (points * UNIT).ceil().max(0.0) as usize;
    let slab = |piece: &Piece| Slab {
        height: units(piece.height),
        space: units(piece.space),
        holds_next: piece.holds_next,
        again: piece.again.as_ref().map_or(0, |again| units(again.1)).min(units(half)),
    };
    let slabs: Vec<Slab> = pieces.iter().map(slab).collect();
    let mut pages: Vec<Page> = vec![Vec::new()];
    for (mut piece, place) in pieces.into_iter().zip(places(&slabs, units(height))) {
        pages.resize_with(pages.len().max(place.page + 1), Vec::new);
        if let (true, Some(again)) = (place.again, &piece.again) {
            let above = again.0.iter().cloned().map(|drawn: Drawn| drawn.moved(-again.1));
            piece.drawn.extend(above);
        }
        if let Some(page) = pages.last_mut() {
            page.push((place.top as f32 / UNIT, piece));
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Shown;
    use crate::report::random::{any_document, document};
    use crate::report::{Align, Bar, Block, Cell, Chart, Column, Heading, List, Note, Remark, Row, Signature, Table};
    use piece::Anchor;
    use proptest::prelude::*;

    fn text(lines: usize) -> Block {
        Block::Paragraph((0..lines).map(|n| format!("rad {n}")).collect::<Vec<_>>().join("\n").into())
    }

    #[test]
    fn no_heading_stands_at_the_foot_of_a_page() {
        for before in 1..100 {
            let heading = Block::Heading(Heading::new(1, "Rubrik"));
            let (_, pages, _) = laid_out(&document(vec![text(before), heading, text(3)])).unwrap();
            for page in &pages {
                let last = page.last().unwrap();
                assert!(!matches!(last.1.anchor, Some(Anchor::Heading { .. })), "after {before} lines");
            }
        }
    }

    #[test]
    fn signatures_have_two_lines_of_text_above_them() {
        for before in 2..120 {
            let line = || Signature { place: Shown::new("Ort"), name: Shown::new("Namn") };
            let signatures = Block::Signatures(vec![line(), line()]);
            let (_, pages, _) = laid_out(&document(vec![text(before), signatures])).unwrap();
            let last = pages.last().unwrap();
            let above: usize = last.iter().map(|(_, piece)| piece.text_lines).sum();
            assert!(last.len() >= 3 && above >= 2, "after {before} lines");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn any_document_becomes_pages_that_fit_and_the_same_bytes_again(document in any_document()) {
            let (_, pages, _) = laid_out(&document).unwrap();
            for (top, piece) in pages.iter().flatten() {
                prop_assert!(*top >= 0.0 && top + piece.height <= BODY_BOTTOM - BODY_TOP + 0.1);
                for drawn in &piece.drawn {
                    if let Drawn::Text { x, line, .. } = drawn {
                        let end = x + line.width;
                        prop_assert!(*x >= 0.0 && end <= PAGE_WIDTH - 2.0 * MARGIN + 1.0, "{end} {line:?}");
                    }
                }
            }
            let file = pdf(&document).unwrap();
            prop_assert_eq!(&file, &pdf(&document).unwrap());
            prop_assert!(file.starts_with(b"%PDF-1.7"));
        }
    }

    /// No conformance is promised, but what krilla itself can find wrong is not in it.
    #[test]
    fn nothing_is_wrong_by_the_rules_of_accessible_pdf_that_krilla_knows() {
        use krilla::configure::{Configuration, Validator};
        let chart = Chart {
            title: Shown::new("Per år"),
            bars: vec![Bar { label: Shown::new("2009"), value: 3, figure: Cell::new("3") }],
            replacement: Shown::new("Tre."),
        };
        let column = |head: &str, align| Column { head: Cell::new(head).with_note(1), align };
        let cells = |text: &str| vec![Cell::new(text), Cell::new("1,5")];
        let table = Table {
            caption: Some(Shown::new("Kostnader")),
            columns: vec![column("Slag", Align::Left), column("Kronor", Align::Decimal)],
            rows: vec![Row::Group(Cell::new("2009")), Row::Cells(cells("Lön")), Row::Total(cells("Summa"))],
        };
        let note = Note { mark: 1, command: Shown::new("list contacts"), text: Shown::new("kontakter") };
        let blocks = vec![
            Block::Heading(Heading::new(1, "Rubrik")),
            text(80),
            Block::List(List { numbered: true, items: vec!["ett".into()] }),
            Block::Table(table),
            Block::Chart(chart),
            Block::Remark(Remark { label: Shown::new("Att notera"), text: "kvar".into() }),
            Block::Writing { lines: 1 },
            Block::Signatures(vec![Signature { place: Shown::new("Ort"), name: Shown::new("Namn") }]),
            Block::Notes(vec![note]),
        ];
        let document = document(blocks);
        let (fonts, pages, tags) = laid_out(&document).unwrap();
        let rules = Configuration::new_with_validator(Validator::UA1);
        let file = write::as_configured(&document, fonts, pages, tags, rules);
        assert!(file.is_ok(), "{file:?}");
    }

    #[test]
    fn a_chart_without_anything_is_its_words() {
        let chart = Chart { title: Shown::new("A"), bars: Vec::new(), replacement: Shown::new("Inga.") };
        let (_, pages, _) = laid_out(&document(vec![Block::Chart(chart)])).unwrap();
        assert_eq!(pages.len(), 1);
        assert_eq!(pages[0].last().unwrap().1.text_lines, 1);
    }
}

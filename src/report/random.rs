//! Documents of any shape, for the properties that hold of every layout.

use super::document::*;
use crate::domain::{Lang, Shown};
use proptest::collection::vec;
use proptest::prelude::*;

prop_compose! {
    fn any_cell()(text in "\\PC{0,30}", note in proptest::option::of(0usize..100)) -> Cell {
        Cell { note, ..Cell::new(text) }
    }
}

prop_compose! {
    fn any_row(columns: usize)
        (cells in vec(any_cell(), 0..=columns), which in 0..6, group in any_cell()) -> Row {
        match which {
            0 => Row::Group(group),
            1 => Row::Total(cells),
            _ => Row::Cells(cells),
        }
    }
}

prop_compose! {
    fn any_table()(count in 0usize..12)
        (columns in vec((any_cell(), 0..3), count),
         rows in vec(any_row(count), 0..40),
         caption in proptest::option::of("\\PC{0,90}".prop_map(Shown::line))) -> Table {
        let align = |which| [Align::Left, Align::Right, Align::Decimal][which as usize];
        let columns = columns.into_iter().map(|(head, which)| Column { head, align: align(which) }).collect();
        Table { caption, columns, rows }
    }
}

fn any_block() -> impl Strategy<Value = Block> {
    let text = || "(\\PC{0,20}[ \n]?){0,40}".prop_map(Shown::new);
    let prose = || text().prop_map(Prose::from);
    let short = || "\\PC{0,90}".prop_map(Shown::line);
    let bar = (short(), 0u64..5000, any_cell()).prop_map(|(label, value, figure)| Bar { label, value, figure });
    let chart = (short(), vec(bar, 0..60), short());
    let note = (0usize..200, short(), text()).prop_map(|(mark, command, text)| Note { mark, command, text });
    let heading = (0u8..5, proptest::option::of(short()), short());
    let signature = (short(), short()).prop_map(|(place, name)| Signature { place, name });
    prop_oneof![
        heading.prop_map(|(level, number, text)| Block::Heading(Heading { level, number, text })),
        prose().prop_map(Block::Paragraph),
        (any::<bool>(), vec(prose(), 0..8)).prop_map(|(numbered, items)| Block::List(List { numbered, items })),
        any_table().prop_map(Block::Table),
        (short(), prose()).prop_map(|(label, text)| Block::Remark(Remark { label, text })),
        chart.prop_map(|(title, bars, replacement)| Block::Chart(Chart { title, bars, replacement })),
        (0usize..70).prop_map(|lines| Block::Writing { lines }),
        vec(signature, 0..3).prop_map(Block::Signatures),
        vec(note, 0..5).prop_map(Block::Notes),
    ]
}

/// A document of a few blocks.
pub fn any_document() -> impl Strategy<Value = Document> {
    vec(any_block(), 0..12).prop_map(document)
}

/// A document of these blocks.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: Shown::new("Sammanställning"),
        period: Shown::new("1 januari 2009 till och med 31 december 2010"),
        made: Shown::new("Gjord 17 januari 2011"),
        page: Shown::new("Sida {page} av {of}"),
        lang: Lang::Sv,
        blocks,
        figures: Vec::new(),
    }
}

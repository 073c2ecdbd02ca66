//! Every Unicode scalar value through every format of a report: nothing comes out that controls, turns or hides, and
//! nothing that is seen is lost.

use crate::scalars::{harm, is_harmful, texts};
use caselog::domain::{Lang, Shown};
use caselog::report::{
    Align, Bar, Block, Cell, Chart, Column, Document, Format, Heading, List, Note, Prose, Remark, Row, Signature, Span,
    Table,
};
use std::collections::HashSet;

/// A text in every place that a document has for one; in those that stand on every page, the beginning of it.
fn everywhere(text: &str) -> Document {
    let cell = || Cell::new(text);
    let line = || Shown::line(text);
    let head = || Shown::line(text.chars().take(60).collect::<String>());
    let blocks = vec![
        Block::Heading(Heading::new(1, text).numbered(head())),
        Block::Paragraph(Prose(vec![
            Span::Text(Shown::new(text)),
            Span::Figure(cell()),
            Span::Doubtful { text: line(), remark: line() },
        ])),
        Block::List(List { numbered: true, items: vec![Prose::from(text)] }),
        Block::Table(Table {
            caption: Some(line()),
            columns: vec![Column { head: cell(), align: Align::Left }, Column { head: cell(), align: Align::Left }],
            rows: vec![Row::Group(cell()), Row::Cells(vec![cell(), cell()]), Row::Total(vec![cell()])],
        }),
        Block::Chart(Chart {
            title: line(),
            bars: vec![Bar { label: line(), value: 3, figure: cell() }],
            replacement: line(),
        }),
        Block::Remark(Remark { label: line(), text: Prose::from(text) }),
        Block::Signatures(vec![Signature { place: line(), name: line() }]),
        Block::Notes(vec![Note { mark: 1, command: line(), text: line() }]),
    ];
    Document { title: head(), period: head(), made: head(), page: head(), lang: Lang::Sv, blocks, figures: Vec::new() }
}

#[test]
fn every_scalar_value_through_every_format_of_text() {
    for text in texts(2000) {
        let document = everywhere(&text);
        let seen: HashSet<char> = text.chars().filter(|&c| !is_harmful(c) && !c.is_whitespace()).collect();
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let printed = String::from_utf8(format.render(&document).unwrap()).unwrap();
            // Pages of text are parted as a line printer parts them.
            let printed = if format == Format::Text { printed.replace('\u{c}', "\n") } else { printed };
            assert_eq!(harm(&printed), None, "{format:?}");
            let written_out = printed.split("&#").skip(1).filter(|rest| !rest.starts_with("39;")).count();
            assert!(format != Format::Html || written_out == 0, "a character by its number");
            let printed: HashSet<char> = printed.chars().collect();
            let named = |c: &char| format == Format::Html && "<>&\"'".contains(*c);
            let lost: Vec<_> = seen.iter().filter(|c| !printed.contains(c) && !named(c)).collect();
            assert!(lost.is_empty(), "{format:?} lost {lost:?}");
        }
    }
}

#[test]
#[cfg(feature = "pdf")]
fn every_scalar_value_through_pdf() {
    let mut read = HashSet::new();
    // Many short texts in one document: its typefaces are made once.
    for texts in texts(100).chunks(400) {
        let mut document = everywhere("x");
        document.blocks = texts.iter().enumerate().map(|(nth, text)| of_kind(nth, text)).collect();
        let file = lopdf::Document::load_mem(&Format::Pdf.render(&document).unwrap()).unwrap();
        let pages: Vec<u32> = file.get_pages().keys().copied().collect();
        let drawn = file.extract_text(&pages).unwrap();
        // Where a word is parted stands a soft hyphen of the program's own, so that it is read as one word.
        assert_eq!(harm(&drawn.replace('\u{ad}', "")), None, "drawn");
        read.extend(drawn.chars());
        // What is not drawn: titles, the outline, what is read out.
        for object in file.objects.values() {
            each_string(object, &mut |bytes| {
                if let Some(text) = utf16(bytes) {
                    assert_eq!(harm(&text), None, "{text}");
                }
            });
        }
    }
    assert!("Åsöéß".chars().all(|c| read.contains(&c)), "{read:?}");
}

/// A block with a text, of one kind after the other.
#[cfg(feature = "pdf")]
fn of_kind(nth: usize, text: &str) -> Block {
    let mut blocks = everywhere(text).blocks;
    blocks.swap_remove(nth % blocks.len())
}

#[cfg(feature = "pdf")]
fn each_string(object: &lopdf::Object, look: &mut dyn FnMut(&[u8])) {
    match object {
        lopdf::Object::String(bytes, _) => look(bytes),
        lopdf::Object::Array(objects) => objects.iter().for_each(|object| each_string(object, look)),
        lopdf::Object::Dictionary(entries) => entries.iter().for_each(|(_, object)| each_string(object, look)),
        _ => {}
    }
}

/// A string of a PDF, if it is one in UTF-16.
#[cfg(feature = "pdf")]
fn utf16(bytes: &[u8]) -> Option<String> {
    let units = bytes.strip_prefix(b"\xfe\xff")?.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    Some(String::from_utf16_lossy(&units.collect::<Vec<_>>()))
}

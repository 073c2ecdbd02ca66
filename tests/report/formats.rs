//! Text, Markdown, HTML and PDF say the same: what was printed is read back out of each and held against the document.

use crate::harness::{Log, expected};
use caselog::domain::Lang;
use caselog::report::{Align, Block, Cell, Document, Format, ReportKind, Row, Table};

/// Both reports of the sample period in both languages.
fn documents() -> Vec<Document> {
    let log = Log::sample();
    let all = [Lang::Sv, Lang::En].map(|lang| ReportKind::ALL.map(|kind| log.made(kind, &log.wanted(lang))));
    all.into_iter().flatten().collect()
}

fn rendered(document: &Document, format: Format) -> String {
    String::from_utf8(format.render(document).unwrap()).unwrap()
}

fn tables(document: &Document) -> impl Iterator<Item = &Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// The rows of all tables, their heads among them, as they should be read.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for table in tables(document) {
        rows.push(table.columns.iter().map(|column| column.head.plain()).collect());
        for row in &table.rows {
            let mut cells: Vec<String> = row.cells().iter().map(Cell::plain).collect();
            if !matches!(row, Row::Group(_)) {
                cells.resize(table.columns.len(), String::new());
            }
            rows.push(cells);
        }
    }
    rows
}

/// The rows of a page of HTML: the text of its cells without tags.
fn html_rows(page: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| {
        let parts = row.split("<t").skip(1).map(|cell| cell.split_once('>').map_or("", |(_, rest)| rest));
        parts.map(without_tags).collect()
    };
    page.split("<tr").skip(1).map(|row| cells(row.split("</tr>").next().unwrap_or_default())).collect()
}

fn without_tags(html: &str) -> String {
    let mut pieces = html.split('<');
    let first = pieces.next().unwrap_or_default().to_owned();
    let text = pieces.fold(first, |text, piece| text + piece.split_once('>').map_or("", |(_, rest)| rest));
    let signs = [("&nbsp;", "\u{a0}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(text, |text, (name, sign)| text.replace(name, sign))
}

/// The rows of Markdown tables: the text of their cells without signs.
fn markdown_rows(text: &str) -> Vec<Vec<String>> {
    let is_rule = |line: &&str| !line.chars().all(|c| "|:- ".contains(c));
    text.lines().filter(|line| line.starts_with('|')).filter(is_rule).map(markdown_cells).collect()
}

fn markdown_cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut chars = line.trim_matches('|').chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => cells.last_mut().unwrap().extend(chars.next()),
            '|' => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    let plain = |cell: &String| cell.trim_matches(' ').trim_matches('*').replace("[^", "\u{a0}[");
    cells.iter().map(plain).collect()
}

/// The words of a PDF in the order in which they are drawn.
#[cfg(feature = "pdf")]
fn pdf_words(document: &Document) -> Vec<String> {
    let file = lopdf::Document::load_mem(&Format::Pdf.render(document).unwrap()).unwrap();
    let pages: Vec<u32> = file.get_pages().keys().copied().collect();
    words(&file.extract_text(&pages).unwrap())
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The figures of every row, column by column, as they stand beside each other.
fn figures(document: &Document) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for table in tables(document) {
        for row in table.rows.iter().filter(|row| !matches!(row, Row::Group(_))) {
            let cells = row.cells().iter().zip(&table.columns);
            let figures = cells.skip_while(|(_, column)| column.align == Align::Left);
            let figures = figures.take_while(|(_, column)| column.align != Align::Left);
            all.push(figures.flat_map(|(cell, _)| words(&cell.plain())).collect());
        }
    }
    all
}

/// That groups of words stand in a text one after the other, each without a word between.
#[track_caller]
fn stand_in(groups: &[Vec<String>], words: &[String], what: &str) {
    let mut from = 0;
    for group in groups.iter().filter(|group| !group.is_empty()) {
        let found = words[from..].windows(group.len()).position(|window| window == group.as_slice());
        let Some(found) = found else { panic!("{what}: {group:?} is not after word {from}") };
        from += found + group.len();
    }
}

#[test]
fn html_and_markdown_have_every_cell_in_its_row() {
    for document in documents() {
        let rows = rows(&document);
        assert!(rows.len() > 60);
        assert_eq!(html_rows(&rendered(&document, Format::Html)), rows);
        let across = |mut row: Vec<String>| {
            while row.len() > 1 && row.last().is_some_and(String::is_empty) {
                row.pop();
            }
            row
        };
        let found: Vec<_> = markdown_rows(&rendered(&document, Format::Markdown)).into_iter().map(across).collect();
        assert_eq!(found, rows.into_iter().map(across).collect::<Vec<_>>());
    }
}

#[test]
fn text_has_the_figures_of_every_row() {
    for document in documents() {
        stand_in(&figures(&document), &words(&rendered(&document, Format::Text)), "text");
    }
}

#[test]
#[cfg(feature = "pdf")]
fn pdf_has_the_figures_of_every_row() {
    for document in documents() {
        stand_in(&figures(&document), &pdf_words(&document), "PDF");
    }
}

#[test]
fn the_expected_figures_are_read_out_of_every_format() {
    let log = Log::sample();
    for lang in [Lang::Sv, Lang::En] {
        let document = log.funder(lang);
        let (html, markdown) = (rendered(&document, Format::Html), rendered(&document, Format::Markdown));
        for rows in [html_rows(&html), markdown_rows(&markdown)] {
            for indicator in expected()["indicators"].as_array().unwrap() {
                let (label, value) = (indicator["label"].as_str().unwrap(), indicator["value"].to_string());
                let figure = |cell: &String| cell.split('\u{a0}').next() == Some(&value);
                assert!(rows.iter().any(|row| row[0] == label && row[1..].iter().any(figure)), "{label}: {value}");
            }
        }
        #[allow(unused_mut)]
        let mut texts = vec![
            words(&without_tags(&html.replace("<", " <"))),
            words(&markdown),
            words(&rendered(&document, Format::Text)),
        ];
        #[cfg(feature = "pdf")]
        texts.push(pdf_words(&document));
        let amounts = ["1 006 698", "20 609", "300", "1 027 607", "1 289 000", "1 189 000", "161 393", "100 000"];
        for text in texts {
            for amount in amounts {
                let amount = if lang == Lang::Sv { amount.to_owned() } else { amount.replace(' ', ",") };
                let amount = words(&amount);
                assert!(text.windows(amount.len()).any(|window| window == amount), "{amount:?}");
            }
        }
    }
}

#[test]
fn html_loads_nothing_and_every_link_leads_somewhere() {
    for document in documents() {
        let page = rendered(&document, Format::Html);
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline';"));
        for word in ["<script", "<img", "<link", " src=", "http:", "https:", "url(", "@import", " on"] {
            let attributes = page.split('<').filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
            assert!(!attributes.into_iter().any(|tag| format!("<{tag}").contains(word)), "{word}");
        }
        let targets: Vec<&str> = page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(targets.len() > 40);
        for target in targets {
            assert!(page.contains(&format!(" id=\"{target}\"")), "{target}");
        }
    }
}

#[test]
#[cfg(feature = "pdf")]
fn pdf_is_tagged_and_says_nothing_of_who_made_it() {
    for document in documents() {
        let bytes = Format::Pdf.render(&document).unwrap();
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        let catalog = file.catalog().unwrap();
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"));
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), document.lang.code().as_bytes());
        if let Ok(info) = file.trailer.get(b"Info").and_then(|info| file.dereference(info)) {
            let keys = info.1.as_dict().unwrap().iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned());
            assert_eq!(keys.collect::<Vec<_>>(), ["Title"]);
        }
        let kinds: Vec<&[u8]> =
            file.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"S").ok()?.as_name().ok()).collect();
        for kind in [&b"H1"[..], b"H2", b"P", b"Table", b"TR", b"TH", b"TD", b"Link", b"LI"] {
            assert!(kinds.contains(&kind), "{}", String::from_utf8_lossy(kind));
        }
        assert_eq!(bytes, Format::Pdf.render(&document).unwrap());
    }
}

//! A document as one HTML page for reading and for printing: nothing is loaded, nothing runs.

use super::align::{cells, parts};
use super::chart;
use super::document::{Align, Block, Cell, Document, Heading, List, Note, Prose, Remark, Row, Signature, Span, Table};
use super::wrap::width;
use crate::domain::Shown;

/// How it looks, on the screen and in print.
const STYLE: &str = include_str!("html.css");
/// What the page may load: nothing but the style that stands in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page.
pub fn html(document: &Document) -> String {
    let mut page = Page { document, out: String::new(), first: Vec::new() };
    page.head();
    for block in &document.blocks {
        page.block(block);
    }
    page.out += "</main>\n</body>\n</html>\n";
    page.out
}

/// A page while it is written.
struct Page<'a> {
    document: &'a Document,
    out: String,
    /// The marks that already stand somewhere: the first of each is where its note leads back to.
    first: Vec<usize>,
}

impl Page<'_> {
    fn head(&mut self) {
        let Document { title, period, made, lang, .. } = self.document;
        let texts = [title, period, made].map(|text| escape(text.as_str()));
        self.out += &format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{}, {}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n\
             <header>\n<h1>{}</h1>\n<p>{}</p>\n<p>{}</p>\n</header>\n<main>\n",
            lang.code(),
            texts[0],
            texts[1],
            self.margins(),
            texts[0],
            texts[1],
            texts[2],
        );
    }

    /// What stands in the margins of every printed page: what and which page above, period and made when below.
    fn margins(&self) -> String {
        let Document { title, period, made, page, .. } = self.document;
        let counted = css_text(page).replace("{page}", "\" counter(page) \"").replace("{of}", "\" counter(pages) \"");
        let [title, period, made] = [title, period, made].map(css_text);
        format!(
            "@page {{ size: A4; margin: 22mm 18mm 20mm; font: 9pt sans-serif; @top-left {{ content: {title}; }} \
             @top-right {{ content: {counted}; }} @bottom-left {{ content: {period}; }} \
             @bottom-right {{ content: {made}; }} }}\n"
        )
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(prose) => {
                let prose = self.prose(prose);
                self.out += &format!("<p>{prose}</p>\n");
            }
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.out += &chart::figure(chart),
            Block::Remark(Remark { label, text }) => {
                let text = self.prose(text);
                self.out += &format!("<p class=\"remark\"><strong>{}:</strong> {text}</p>\n", escape(label.as_str()));
            }
            Block::Writing { lines } => {
                self.out += &format!("<div class=\"writing\">{}</div>\n", "<div></div>".repeat(*lines));
            }
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Notes(notes) => self.notes(notes),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.clamp(1, 5) + 1;
        let number = heading.number.iter().map(|n| format!("<span class=\"number\">{}</span> ", escape(n.as_str())));
        let number: String = number.collect();
        self.out += &format!("<h{level}>{number}{}</h{level}>\n", escape(heading.text.as_str()));
    }

    fn list(&mut self, list: &List) {
        let tag = if list.numbered { "ol" } else { "ul" };
        let items: String = list.items.iter().map(|item| format!("<li>{}</li>\n", self.prose(item))).collect();
        self.out += &format!("<{tag}>\n{items}</{tag}>\n");
    }

    fn table(&mut self, table: &Table) {
        self.out += "<table>\n";
        if let Some(caption) = &table.caption {
            self.out += &format!("<caption>{}</caption>\n", escape(caption.as_str()));
        }
        let class = |align: Align| if align == Align::Left { "" } else { " class=\"n\"" };
        let heads = table
            .columns
            .iter()
            .map(|column| format!("<th scope=\"col\"{}>{}</th>", class(column.align), self.cell(&column.head)));
        let heads: String = heads.collect();
        self.out += &format!("<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n");
        let longest: Vec<String> = (0..table.columns.len()).map(|i| longest(table, i)).collect();
        let empty = Cell::default();
        for row in &table.rows {
            if let Row::Group(cell) = row {
                let words = self.cell(cell);
                let across = table.columns.len().max(1);
                self.out += &format!(
                    "</tbody>\n<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{across}\">{words}</th></tr>\n"
                );
                continue;
            }
            let kind = if matches!(row, Row::Total(_)) { " class=\"total\"" } else { "" };
            self.out += &format!("<tr{kind}>");
            for (i, column) in table.columns.iter().enumerate() {
                let cell = row.cells().get(i).unwrap_or(&empty);
                let own = parts(cell, column.align).1.chars().count();
                let rest: String = longest.get(i).into_iter().flat_map(|longest| longest.chars().skip(own)).collect();
                let is_figure = column.align != Align::Left && !rest.is_empty() && !cell.text.as_str().is_empty();
                let rest = if is_figure { format!(" data-rest=\"{}\"", escape(&rest)) } else { String::new() };
                let words = self.cell(cell);
                let class = class(column.align);
                self.out += &match i == 0 && column.align == Align::Left {
                    true => format!("<th scope=\"row\">{words}</th>"),
                    false => format!("<td{class}{rest}>{words}</td>"),
                };
            }
            self.out += "</tr>\n";
        }
        self.out += "</tbody>\n</table>\n";
    }

    fn signatures(&mut self, signatures: &[Signature]) {
        let one = |Signature { place, name }: &Signature| {
            let [place, name] = [place, name].map(|words| escape(words.as_str()));
            format!("<div class=\"signature\"><div>{place}</div><div>{name}</div></div>\n")
        };
        let all: String = signatures.iter().map(one).collect();
        self.out += &format!("<div class=\"signatures\">\n{all}</div>\n");
    }

    fn notes(&mut self, notes: &[Note]) {
        let one = |Note { mark, command, text }: &Note| {
            let back = if self.first.contains(mark) { format!(" href=\"#mark-{mark}\"") } else { String::new() };
            let [command, text] = [command, text].map(|words| escape(words.as_str()));
            format!("<li id=\"note-{mark}\"><a class=\"mark\"{back}>[{mark}]</a> <code>{command}</code> {text}</li>\n")
        };
        let all: String = notes.iter().map(one).collect();
        self.out += &format!("<ul class=\"notes\">\n{all}</ul>\n");
    }

    fn prose(&mut self, prose: &Prose) -> String {
        let span = |span: &Span| match span {
            Span::Text(text) => escape(text.as_str()).replace('\n', "<br>\n"),
            Span::Figure(cell) => self.cell(cell),
            Span::Doubtful { text, remark } => {
                format!("<mark>{}</mark>&nbsp;[{}]", escape(text.as_str()), escape(remark.as_str()))
            }
        };
        prose.0.iter().map(span).collect()
    }

    /// A text with the mark of its note; a figure leads to its note by itself, and says its command.
    fn cell(&mut self, cell: &Cell) -> String {
        let mut words = escape(cell.text.as_str());
        let figure = cell.figure.and_then(|place| self.document.figures.get(place));
        if let Some((figure, note)) = figure.and_then(|figure| Some((figure, figure.note?))) {
            let id = if cell.note.is_none() { self.id(note) } else { String::new() };
            let command = escape(figure.command.as_str());
            words = format!("<a href=\"#note-{note}\"{id} title=\"{command}\">{words}</a>");
        }
        if let Some(mark) = cell.note {
            let id = self.id(mark);
            words += &format!("&nbsp;<a class=\"mark\" href=\"#note-{mark}\"{id}>[{mark}]</a>");
        }
        words
    }

    /// The place that a note leads back to, if this is the first with its mark.
    fn id(&mut self, mark: usize) -> String {
        if self.first.contains(&mark) {
            return String::new();
        }
        self.first.push(mark);
        format!(" id=\"mark-{mark}\"")
    }
}

/// The longest of what stands in a column after the place where its figures meet. Kept free after the others.
fn longest(table: &Table, column: usize) -> String {
    let Some(align) = table.columns.get(column).map(|column| column.align) else { return String::new() };
    let rests = cells(table, column).map(|cell| parts(cell, align).1);
    rests.max_by_key(|rest| width(rest)).unwrap_or_default()
}

/// A text as HTML has it, in an element or in an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            _ => out.push(c),
        }
    }
    out
}

/// A text as a string of the style sheet, which may not end the element that holds it either.
fn css_text(text: &Shown) -> String {
    let mut out = String::from("\"");
    for c in text.as_str().chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' | '\n' => out += &format!("\\{:x} ", u32::from(c)),
            _ => out.push(c),
        }
    }
    out + "\""
}

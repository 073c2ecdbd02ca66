//! A document as Markdown: CommonMark with the tables and footnotes that GitHub and Pandoc read.

use super::align::Reach;
use super::document::{Align, Block, Cell, Chart, Document, Heading, List, Note, Prose, Row, Signature, Span, Table};
use super::wrap::{pad, width};

/// The text.
pub fn markdown(document: &Document) -> String {
    let [title, period, made] = [&document.title, &document.period, &document.made].map(|t| inline(t.as_str()));
    let mut blocks = vec![format!("# {title}"), format!("{period}\\\n{made}")];
    blocks.extend(document.blocks.iter().map(block).filter(|block| !block.is_empty()));
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(heading) => heading_line(heading),
        Block::Paragraph(text) => prose(text),
        Block::List(list) => points(list),
        Block::Table(table) => rows(table),
        Block::Chart(chart) => bars(chart),
        Block::Remark(remark) => {
            let text = format!("**{}:** {}", inline(remark.label.as_str()), prose(&remark.text));
            format!("> {}", text.replace('\n', "\n> "))
        }
        Block::Writing { lines } => vec!["___"; *lines].join("\n\n"),
        Block::Signatures(signatures) => signatures.iter().map(signature).collect::<Vec<_>>().join("\n\n"),
        Block::Notes(notes) => notes.iter().map(note).collect::<Vec<_>>().join("\n\n"),
    }
}

fn heading_line(heading: &Heading) -> String {
    let signs = "#".repeat(usize::from(heading.level.clamp(1, 5)) + 1);
    format!("{signs} {}", inline(&heading.words()))
}

fn points(list: &List) -> String {
    let point = |(i, item): (usize, &Prose)| {
        let sign = if list.numbered { format!("{}. ", i + 1) } else { "- ".to_owned() };
        let indent = " ".repeat(sign.len());
        sign + &prose(item).replace('\n', &format!("\n{indent}"))
    };
    list.items.iter().enumerate().map(point).collect::<Vec<_>>().join("\n")
}

/// The table with its columns under each other also for those who read it as it stands.
fn rows(table: &Table) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let reaches: Vec<Reach> = (0..table.columns.len()).map(|i| Reach::of(table, i)).collect();
    let empty = Cell::default();
    let line = |cells: &[Cell], strong: bool| -> Vec<String> {
        let text = |i: usize| {
            let one = cells.get(i).unwrap_or(&empty);
            let words = cell(one).replace('\n', " ");
            let free = match (table.columns.get(i), reaches.get(i)) {
                (Some(column), Some(reach)) if !words.is_empty() => reach.free(one, column.align),
                _ => 0,
            };
            let words = if strong && !words.is_empty() { format!("**{words}**") } else { words };
            words + &" ".repeat(free)
        };
        (0..table.columns.len()).map(text).collect()
    };
    let heads: Vec<String> = table.columns.iter().map(|column| cell(&column.head)).collect();
    let body = table.rows.iter().map(|row| line(row.cells(), !matches!(row, Row::Cells(_))));
    let body: Vec<Vec<String>> = body.collect();
    let widths: Vec<usize> = (0..heads.len())
        .map(|i| body.iter().chain([&heads]).filter_map(|row| row.get(i)).map(|t| width(t)).max().unwrap_or(0).max(3))
        .collect();
    let right = |i: usize| table.columns.get(i).is_some_and(|column| column.align != Align::Left);
    let whole = |cells: &[String]| {
        let cells = cells.iter().zip(&widths).enumerate().map(|(i, (cell, &width))| pad(cell, width, right(i)));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = widths.iter().enumerate().map(|(i, &width)| match right(i) {
        true => "-".repeat(width - 1) + ":",
        false => ":".to_owned() + &"-".repeat(width - 1),
    });
    let rule: Vec<String> = rule.collect();
    let caption = table.caption.iter().map(|caption| format!("**{}**\n", inline(caption.as_str())));
    let lines = [whole(&heads), whole(&rule)].into_iter().chain(body.iter().map(|cells| whole(cells)));
    caption.chain(lines).collect::<Vec<_>>().join("\n")
}

fn bars(chart: &Chart) -> String {
    let bars = chart.bars.iter().map(|bar| format!("- {}: {}", inline(bar.label.as_str()), cell(&bar.figure)));
    let words = [format!("**{}**", inline(chart.title.as_str())), inline(chart.replacement.as_str())];
    let bars = bars.collect::<Vec<_>>().join("\n");
    words.into_iter().chain([bars]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn signature(signature: &Signature) -> String {
    let dots = ".".repeat(40);
    let line = |words: &str| format!("{}: {dots}", inline(words));
    format!("{}\n\n{}", line(signature.place.as_str()), line(signature.name.as_str()))
}

fn note(note: &Note) -> String {
    format!("[^{}]: {} {}", note.mark, code(note.command.as_str()), inline(note.text.as_str()))
}

fn prose(prose: &Prose) -> String {
    let span = |span: &Span| match span {
        Span::Text(text) => inline(text.as_str()),
        Span::Figure(figure) => cell(figure),
        Span::Doubtful { text, remark } => {
            format!("**{}**\u{a0}\\[{}\\]", inline(text.as_str()), inline(remark.as_str()))
        }
    };
    let text: String = prose.0.iter().map(span).collect();
    // A line end is a line break; an empty line ends the paragraph, where a break would be a stray sign.
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut out = String::new();
    for (i, line) in lines.iter().enumerate() {
        out += &at_start(line);
        match lines.get(i + 1) {
            None => {}
            Some(next) if line.is_empty() || next.is_empty() => out.push('\n'),
            Some(_) => out += "\\\n",
        }
    }
    out
}

fn cell(cell: &Cell) -> String {
    let mark = cell.note.map(|mark| format!("[^{mark}]")).unwrap_or_default();
    inline(cell.text.as_str()) + &mark
}

/// A command as code, between more backticks than it has.
fn code(text: &str) -> String {
    let most = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(most + 1);
    let space = if most > 0 { " " } else { "" };
    format!("{fence}{space}{}{space}{fence}", text.replace('|', "\\|"))
}

/// A text that Markdown takes as it stands: its own signs are escaped, addresses are no links.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        let special = match c {
            ':' => rest.starts_with("://"),
            '.' => text[..at].to_ascii_lowercase().ends_with("www"),
            _ => "\\`*_{}[]<>#|~!&$^@".contains(c),
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A line whose beginning is no sign of a list, a heading or a rule, and no indented code.
fn at_start(line: &str) -> String {
    let line = line.trim_start_matches([' ', '\t']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        Some(b'-' | b'+' | b'=') if digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

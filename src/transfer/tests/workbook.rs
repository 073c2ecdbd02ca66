//! The workbook, read back: every cell is a text, as it stands in the log.

use super::super::export_workbook;
use super::*;
use crate::domain::Value;
use crate::domain::field::person;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// What a spreadsheet, or the file's own syntax, could make something else of.
const TEXTS: &[&str] = &[
    "=1+1",
    "=cmd|'/c calc'!A1",
    "+46701234567",
    "-1",
    "@SUM(A1)",
    "'=1",
    "\tx",
    "0701234567",
    "12345678901234567890",
    "1e5",
    "true",
    "2010-01-01",
    "#REF!",
    " a  b ",
    "a\nb",
    "<b>&amp;\"'</b>",
    "_x0041_",
    "x_x005F_",
    "\u{1}\u{1b}[2J\u{7f}\u{85}",
    "\u{202e}\u{200b}\u{feff}",
    "\u{fffe}\u{ffff}\u{e000}",
    "Åsö 漢 👩\u{200d}👧",
];

/// The cells of a sheet by their places; a cell that is no text has its type before it.
fn cells(sheet: &str, strings: &[String]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for cell in sheet.split("<c ").skip(1) {
        let (attributes, rest) = cell.split_once('>').unwrap();
        let place = attribute(attributes, "r").unwrap();
        let kind = attribute(attributes, "t").unwrap_or("n");
        let inside = rest.split("</c>").next().unwrap();
        assert!(!inside.contains("<f"), "{place} is a formula: {inside}");
        let value = inside.split_once("<v>").map_or("", |(_, rest)| rest.split("</v>").next().unwrap());
        let text =
            if kind == "s" { strings[value.parse::<usize>().unwrap()].clone() } else { format!("{kind}:{value}") };
        found.insert(place.to_owned(), text);
    }
    found
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = attributes.split_once(&format!("{name}=\""))?;
    rest.split('"').next()
}

/// The shared strings, with what XML and the format stand for.
fn strings(xml: &str) -> Vec<String> {
    let one = |item: &str| {
        let item = item.split("</si>").next().unwrap();
        let text = item.split_once('>').and_then(|(_, rest)| rest.split_once("</t>")).map_or("", |(text, _)| text);
        let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
        unescaped(&signs.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign)))
    };
    xml.split("<si><t").skip(1).map(one).collect()
}

/// `_x001B_` is a character that XML has none for.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let number = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        match number.and_then(|number| u32::from_str_radix(number, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

#[test]
fn every_cell_is_a_text_as_it_stands_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_store();
    take_in(&mut store, crate::demo::files());
    let edits = TEXTS.iter().map(|text| {
        let text = |_: ()| Value::Text((*text).to_owned());
        let somebody = Record::new(Kind::Person).with(person::ALIAS, text(())).with(person::NOTE, text(()));
        Edit::Record { before: None, after: Some(somebody) }
    });
    let edits = edits.collect();
    apply(&mut store, Change { action: crate::domain::Action::Import, edits });
    let today = parse_date("2011-01-17").unwrap();
    let (path, cut) = export_workbook(&store, today, &folder.path().join("out")).unwrap();
    assert_eq!(cut, 0);
    let mut archive = zip::ZipArchive::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let shared = part("xl/sharedStrings.xml");
    let bad = |c: char| (c < ' ' && !"\n\r\t".contains(c)) || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert_eq!(shared.chars().find(|&c| bad(c)), None, "XML has no such character");
    let strings = strings(&shared);
    let mut looked_at = 0;
    for (number, kind) in Kind::ALL.into_iter().enumerate() {
        let sheet = part(&format!("xl/worksheets/sheet{}.xml", number + 1));
        let found = cells(&sheet, &strings);
        let records = records(&store).into_iter().filter(|record| record.kind == kind);
        for (row, record) in records.enumerate() {
            for (column, text) in record.texts().iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                let place = format!("{}{}", char::from(b'A' + column as u8), row + 2);
                assert_eq!(found.get(&place), Some(text), "{kind:?} {place}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 4000, "{looked_at}");
}

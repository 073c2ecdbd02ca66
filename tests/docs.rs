//! The pages of docs that are made from the program's own tables are up to date.
//!
//! To write them anew: `CASELOG_WRITE_DOCS=1 cargo test --test docs`.

use caselog::domain::{Kind, Lang, List, Lists, Type};
use caselog::query::{Dimension, Key, Measure};
use std::fs;
use std::path::{Path, PathBuf};

/// What makes a page.
type Maker = fn() -> String;

/// Every page that is made, with what makes it. A new page is one more line.
const PAGES: &[(&str, Maker)] = &[
    ("commands.md", || caselog::cli::commands_page(Lang::En)),
    ("keys.md", || caselog::app::keys::page(Lang::En)),
    ("records.md", records),
];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

#[test]
fn made_pages_are_up_to_date() {
    for (name, page) in PAGES {
        let made = page();
        if std::env::var_os("CASELOG_WRITE_DOCS").is_some() {
            fs::write(file(name), &made).unwrap();
        }
        let stands = fs::read_to_string(file(name)).unwrap_or_default();
        assert!(stands == made, "docs/{name} is out of date: CASELOG_WRITE_DOCS=1 cargo test --test docs");
    }
}

#[test]
fn the_pages_on_filters_and_counting_leave_nothing_out() {
    let filter = fs::read_to_string(file("filter.md")).unwrap();
    for key in Key::ALL {
        assert!(filter.contains(&format!("`{}`", key.code())), "docs/filter.md lacks the key {}", key.code());
    }
    let counting = fs::read_to_string(file("counting.md")).unwrap();
    for measure in Measure::ALL.into_iter().filter(|m| m.is_counted()) {
        assert!(counting.contains(&format!("`{}`", measure.code())), "docs/counting.md lacks {}", measure.code());
        for dimension in Dimension::all(measure) {
            assert!(filter.contains(&format!("`{}`", dimension.code())), "docs/filter.md lacks {}", dimension.code());
        }
    }
}

/// docs/records.md: the files of an import and export, column by column, and the value lists.
fn records() -> String {
    let mut page = "# Records\n\nThis page is made from the program's own table; change it there.\n\nCSV files are UTF-8 with \
        a header row (RFC 4180), dates ISO 8601 in local time. Columns may stand in any order; an absent one is empty, an \
        unknown one is a fault. Empty means not known or not given. Lists are joined with `;`.\n"
        .to_owned();
    for kind in Kind::ALL {
        page += &format!("\n## {}.csv\n\n| column | Swedish | English | holds |\n|---|---|---|---|\n", kind.table());
        for field in kind.fields() {
            let required = if field.required { ", required" } else { "" };
            let label = (field.label.get(Lang::Sv), field.label.get(Lang::En));
            page += &format!("| `{}` | {} | {} | {}{required} |\n", field.code, label.0, label.1, holds(field.ty));
        }
        if kind.has_status() {
            page += "| `status` | Läge | Status | worked out; accepted by import and not read |\n";
        }
    }
    page += "\n## Value lists\n\nThose marked * can be extended, renamed and retired; lists.csv holds them as they stand \
        (`list`, `code`, `label_sv`, `label_en`, `retired`).\n\n| list | code | Swedish | English |\n|---|---|---|---|\n";
    let lists = Lists::default();
    for list in List::ALL {
        let mark = if list.is_extendable() { "*" } else { "" };
        for value in lists.values(list) {
            page += &format!("| {}{mark} | `{}` | {} | {} |\n", list.code(), value.code, value.sv, value.en);
        }
    }
    page
}

/// What a type of field holds, in words.
fn holds(ty: Type) -> String {
    match ty {
        Type::Ref => "the record's own reference; made by the program if empty".to_owned(),
        Type::Line => format!("text of one line, at most {} characters", ty.limit().most()),
        Type::Note => format!("text of several lines, at most {} KiB", ty.limit().most() / 1024),
        Type::Names => format!("several names, joined with `;`, at most {} characters", ty.limit().most()),
        Type::Flag => "`true` or `false`".to_owned(),
        Type::FlagElseTrue => "`true` (also when empty) or `false`".to_owned(),
        Type::Number => "a whole number from 0".to_owned(),
        Type::Date => "`YYYY-MM-DD`".to_owned(),
        Type::Moment => "`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`".to_owned(),
        Type::Birth => "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`".to_owned(),
        Type::Every => "`Nd`, `Nw`, `Nm` or `Ny`".to_owned(),
        Type::Code(list) => format!("a code of the list {}", list.code()),
        Type::Codes(list) => format!("codes of the list {}, joined with `;`", list.code()),
        Type::Country => "an ISO 3166-1 alpha-2 code".to_owned(),
        Type::Link(Kind::Organisation) => {
            "the ref or the name of an organisation; an unknown name makes a new one".to_owned()
        }
        Type::Link(kind) => format!("the ref of a {}", kind.code()),
        Type::Links(Kind::Organisation) => "refs or names of organisations, joined with `;`".to_owned(),
        Type::Links(kind) => format!("refs of {}, joined with `;`", kind.table()),
    }
}

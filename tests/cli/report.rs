//! `report`: formats, files, printers.

use crate::harness::{Done, Home};
use std::os::unix::fs::PermissionsExt;

/// A print system of scripts: what `lp` is handed stands in `job`, its arguments in `arguments`.
fn printers(home: &Home, names: &[&str]) {
    let script = |name: &str, text: &str| {
        home.write(&format!("bin/{name}"), &format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{text}"));
        let path = home.path(&format!("bin/{name}"));
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    };
    let folder = home.path("").display().to_string();
    let list = names.join("\n");
    let list = if list.is_empty() { "exit 1".to_owned() } else { format!("echo '{list}'") };
    let default = names.first().map_or("no system default destination", |_| "system default destination: Hall");
    script("lpstat", &format!("if [ \"$1\" = -d ]; then echo '{default}'; else {list}; fi\n"));
    script(
        "lp",
        &format!("echo \"$@\" > {folder}/arguments; cat > {folder}/job; echo 'request id is Hall-7 (0 file(s))'\n"),
    );
}

fn report(home: &Home, arguments: &[&str]) -> Done {
    let all = [&["--demo", "report", "--period", "2010"], arguments].concat();
    let mut command = home.command(&all);
    let done = command.env("PATH", home.path("bin")).output().unwrap();
    Done {
        exit: done.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&done.stdout).into_owned(),
        err: String::from_utf8_lossy(&done.stderr).into_owned(),
    }
}

fn job(home: &Home) -> String {
    String::from_utf8_lossy(&std::fs::read(home.path("job")).unwrap()).into_owned()
}

#[test]
fn a_file_gets_the_format_of_its_name_and_only_its_owner_reads_it() {
    let home = Home::new();
    for (file, begins) in [("a.txt", "Period summary"), ("a.md", "# Period summary"), ("a.html", "<!DOCTYPE html>")] {
        report(&home, &["-o", file]).assert(0, &[file, "in the clear"]);
        let path = home.path(file);
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(begins), "{file}");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    report(&home, &["-o", "a.pdf"]).assert(0, &["a.pdf"]);
    assert!(std::fs::read(home.path("a.pdf")).unwrap().starts_with(b"%PDF-"));
    report(&home, &["-o", "a.md"]).assert(1, &["exists already"]);
    report(&home, &["-o", "b.md", "--format", "html"]).assert(0, &[]);
    assert!(std::fs::read_to_string(home.path("b.md")).unwrap().starts_with("<!DOCTYPE"));
    report(&home, &["--format", "docx"]).assert(2, &["text, markdown, html, pdf"]);
}

#[test]
fn a_job_goes_through_a_pipe_with_a_title_that_says_nothing() {
    let home = Home::new();
    printers(&home, &["Hall", "Expedition"]);
    let done = report(&home, &["--print", "--format", "text"]).assert(0, &["Hall-7", "may keep a copy"]);
    assert!(done.out.is_empty());
    let arguments = std::fs::read_to_string(home.path("arguments")).unwrap();
    assert!(arguments.starts_with("-d Hall -t document -o page-left=54 "), "{arguments}");
    assert!(job(&home).contains("Page 1 of "), "{}", job(&home));
    report(&home, &["--print", "--printer", "Expedition"]).assert(0, &["Expedition"]);
    assert!(job(&home).starts_with("%PDF-"));
    report(&home, &["--print", "--printer", "Hal"]).assert(2, &["no printer Hal", "Hall, Expedition", "-o FILE"]);
    report(&home, &["--print", "--format", "markdown"]).assert(2, &["text, pdf", "-o FILE"]);
}

#[test]
fn without_a_printer_the_file_is_offered_and_nothing_is_written() {
    let home = Home::new();
    report(&home, &["--print", "-o", "a.txt"]).assert(1, &["no print system", "-o FILE"]);
    printers(&home, &[]);
    report(&home, &["--print", "-o", "a.txt"]).assert(1, &["no printer is set up", "-o FILE"]);
    assert!(!home.path("a.txt").exists());
}

#[test]
fn the_page_of_checks_is_for_who_signs_alone() {
    let home = Home::new();
    let done = report(&home, &["--checks"]).assert(0, &["Before you sign", "no part of the report", "list "]);
    assert!(done.err.is_empty(), "{}", done.err);
    report(&home, &["--checks", "--kind", "funder", "-o", "checks.md"]).assert(0, &["in the clear"]);
    assert!(std::fs::read_to_string(home.path("checks.md")).unwrap().starts_with("# Before you sign"));
    report(&home, &["--checks", "--suppress", "5"]).assert(2, &["--checks", "--suppress"]);
    report(&home, &["--checks", "--kind", "summary"]).assert(2, &["--kind summary"]);
}

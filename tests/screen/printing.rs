//! Reports on their way out: pages turned, the printer, the format, the language and the copy chosen, a file.

use crate::desk::Screen;
use caselog::domain::Lang;
use caselog::report::Format;

fn screen(lang: Lang) -> Screen {
    let mut screen = Screen::sample(lang, (80, 24));
    screen.keys("P");
    screen
}

#[test]
fn pages_are_turned() {
    let mut screen = screen(Lang::En);
    screen.sees("page 1 of 3").sees("Key figures").keys("<→>").sees("page 2 of 3").misses("Key figures");
    screen.keys("<←>").sees("page 1 of 3").sees("Key figures");
    screen.keys("<End>").sees("page 3 of 3").keys("<Home>").sees("page 1 of 3");
    // Down to the foot of a page and over to the next, and back to that foot.
    screen.keys("<PgDn><PgDn><PgDn>").sees("page 2 of 3").keys("<↑>").sees("page 1 of 3").misses("Key figures");
}

#[test]
fn a_narrow_screen_shows_the_end_of_the_lines_before_the_next_page() {
    let mut screen = screen(Lang::En);
    screen.resize(60, 20).misses("Page 1 of 3").keys("<→>").sees("Page 1 of 3").keys("<→>").sees("page 2 of 3");
    screen.keys("<←>").sees("page 1 of 3");
}

#[test]
fn the_printer_and_the_format_are_chosen() {
    let mut screen = screen(Lang::En);
    screen.keys("P").sees("Print in English").sees("may keep a copy");
    screen.sees("Printer Hall (default): PDF").sees("Printer Hall (default): Text").sees("File, unencrypted: HTML");
    screen.keys("<Enter>").sees("Sent to Hall, job Hall-1");
    assert_eq!(screen.printed, [("Hall".to_owned(), Format::BEST_PRINTED)]);
    screen.keys("P<↓><Enter>").sees("job Hall-2");
    assert_eq!(screen.printed.last().unwrap().1, Format::Text);
}

#[test]
fn the_language_is_chosen_at_print() {
    let mut screen = screen(Lang::En);
    screen.keys("PR<Enter>").sees("Print in Swedish").keys("<Esc>").sees("Swedish · page 1 of").sees("Nyckeltal");
    screen.keys("t").sees("English · page 1").sees("Key figures");
}

#[test]
fn the_other_report_and_the_copy_for_the_public() {
    let mut screen = screen(Lang::Sv);
    screen.keys("<Tab>").sees("Redovisning till finansiären").sees("Måluppfyllelse");
    screen.keys("o").sees("svenska · för allmänheten").keys("o").misses("svenska · för allmänheten");
    screen.keys("<Tab>").sees("Nyckeltal");
}

#[test]
fn without_a_printer_a_file_is_offered_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut screen = screen(Lang::Sv);
    screen.printers.clear();
    screen.keys("P").sees("Ingen skrivare").sees("Fil, okrypterad: PDF").keys("<Enter>").sees("sammanställning-");
    screen.keys("<Esc>");
    for (end, begins) in [("pdf", "%PDF-1.7"), ("html", "<!DOCTYPE html>"), ("md", "# Period"), ("txt", "Period")] {
        let file = folder.path().join(format!("rapport.{end}"));
        screen.keys("w<Ctrl-U>").send(caselog::app::exchange::Msg::Paste(file.display().to_string()));
        screen.keys("<Enter>").sees("Sparad i klartext");
        assert!(std::fs::read(&file).unwrap().starts_with(begins.as_bytes()), "{end}");
    }
}

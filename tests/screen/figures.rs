//! What is said of figures that are unfinished, shares, changes, nothing, or more than there is room for.

use crate::desk::Screen;
use caselog::domain::Lang;

fn at(lang: Lang, size: (u16, u16), keys: &str) -> Screen {
    let mut screen = Screen::sample(lang, size);
    screen.keys(keys);
    screen
}

/// The line of the screen that begins so.
fn line(screen: &Screen, begins: &str) -> String {
    let picture = screen.picture();
    let found = picture.lines().find(|line| line.trim_start().starts_with(begins));
    found.unwrap_or_else(|| panic!("no line {begins}:\n{picture}")).to_owned()
}

#[test]
fn an_unfinished_year_is_held_against_as_many_days_of_the_year_before() {
    let mut screen = at(Lang::Sv, (80, 24), "6<Tab><Tab>p<Ctrl-U>this-year<Enter>");
    screen.sees("Perioden är inte slut: till och med 17 januari 2011");
    assert!(line(&screen, "jan 2011").contains("[16]         6      +10"), "{}", line(&screen, "jan 2011"));
    assert_eq!(line(&screen, "feb 2011").split_whitespace().collect::<Vec<_>>(), ["feb", "2011", "·"]);
    assert_eq!(line(&screen, "Totalt").split_whitespace().collect::<Vec<_>>(), ["Totalt", "16", "6", "+10"]);
    // A whole year has all of the year before.
    screen.keys("p<Ctrl-U>2010<Enter>").misses("inte slut");
    assert!(line(&screen, "dec 2010").split_whitespace().count() > 4);
}

#[test]
fn bars_of_shares_are_as_long_as_the_shares() {
    let mut screen = at(Lang::En, (80, 24), "6<Tab>p<Ctrl-U>2010<Enter>gg<→><→>");
    let bar = |screen: &Screen, row: &str| line(screen, row).matches('█').count();
    assert!(bar(&screen, "victim") > bar(&screen, "witness"));
    screen.keys("%").sees("[100%]");
    assert_eq!(bar(&screen, "victim"), bar(&screen, "witness"));
}

#[test]
fn a_table_of_shares_is_written_with_its_shares() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    let mut screen = at(Lang::En, (80, 24), "6<Tab>p<Ctrl-U>2010<Enter>%E<Ctrl-U>");
    screen.keys(&path.to_string_lossy()).keys("<Enter>").sees("table.csv");
    let written = std::fs::read_to_string(path).unwrap();
    assert!(written.contains("Total,\"Total, share\""), "{written}");
    assert!(written.contains("victim,26,49%,27,51%,53,100%"), "{written}");
}

#[test]
fn a_change_has_a_column_of_its_own_and_leads_to_both_periods() {
    let mut screen = at(Lang::En, (80, 24), "6<Tab>p<Ctrl-U>2010<Enter>b<Enter>");
    assert!(line(&screen, "Role").contains("2009  Change"));
    screen.keys("<→><→><→><→>").sees("[+3]").keys("<Enter>").sees("the records of which period?");
    screen.keys("<↓><Enter>").sees("2009").keys("<Esc>").sees("[+3]");
    screen.keys("?").sees("+3 contacts").keys("<Esc>s").sees("largest first");
    screen.keys("<Tab>").sees("Year before").keys("<→><→><Enter>").sees("the records of which period?");
}

#[test]
fn nothing_behind_a_number_is_said_so() {
    let mut screen = at(Lang::Sv, (80, 24), "6<Tab>p<Ctrl-U>2010<Enter><End><↑><Enter>");
    screen.sees("Inga poster bakom siffran. Esc går tillbaka.");
}

#[test]
fn an_open_period_has_none_before_it() {
    let mut screen = at(Lang::Sv, (80, 24), "6<Tab>p<Ctrl-U>2010..<Enter>b<Enter>");
    screen.sees("har ingen period före att jämföras med").keys("<Tab><Tab>b<Enter>");
    screen.sees("har ingen period före att jämföras med");
}

#[test]
fn what_there_is_no_room_for_is_said() {
    let mut screen = at(Lang::Sv, (80, 24), "6<Tab><Tab>");
    screen.sees("rad 1–").sees(" av 25; pilarna visar fler");
    screen.keys("<Shift-Tab>rdag<Enter>").sees("rad 1–").sees(" av 730");
    let mut narrow = at(Lang::Sv, (60, 20), "6<Shift-Tab><Shift-Tab>b<Enter>");
    narrow.sees("kolumn 1–3 av 6; pilarna visar fler");
}

#[test]
fn letters_typed_together_find_one_choice() {
    at(Lang::Sv, (80, 24), "6<Tab>ckön<Enter>").sees("kolumner: kön");
}

#[test]
fn heads_keep_their_words_and_cells_their_numbers() {
    let mut screen = at(Lang::Sv, (80, 24), "6<Tab>x");
    screen.sees("brottsutsatt");
    screen.keys("%<→><→><→><→><→><→><→><→><→><→><→>").sees("[100\u{a0}%]");
}

#[test]
fn long_filters_and_faults_are_read_to_their_end() {
    let mut screen = at(Lang::Sv, (80, 24), "6p<Ctrl-U>2010-0");
    screen.sees("this-month").keys("<Esc>");
    screen.keys("<Shift-Tab>n").sees("Ny indikator · Mål 1 · Alla brottsutsatta");
    screen
        .keys("x<Tab>kon<Tab>role:victim,witness,seller,buyer source:school,ngo,self,relative,outreach channel:phone");
    screen.sees("telefon").keys("<Tab>").sees("role:victim,witness,seller");
}

#[test]
fn what_was_deleted_is_named() {
    let mut screen = at(Lang::Sv, (80, 24), "6<Shift-Tab>d");
    screen.sees("Borttagen: indikatorn ”").keys("u").misses("Borttagen");
}

#[test]
fn bars_are_offered_where_there_are_some() {
    at(Lang::Sv, (120, 40), "6<Tab><Tab><Tab>").sees("g staplar").keys("<Tab>").misses("g staplar");
}

//! The views of statistics: a picture of each, every number with as many records as it says, the way to each indicator
//! of the final report, goals made and changed.

use crate::desk::{Screen, now, pictured};
use caselog::app::cross_table::CrossTable;
use caselog::app::exchange::{Ask, Asked, Effect, Msg, Told};
use caselog::app::key::Key;
use caselog::app::statistics::Front;
use caselog::app::view::View;
use caselog::app::{Env, update};
use caselog::domain::Lang;
use caselog::store::Store;

/// Keeps the pictures of what keys lead to.
fn pictures(name: &str, keys: &str) {
    insta::assert_snapshot!(name, pictured(keys));
}

#[test]
fn overview() {
    pictures("statistics_overview", "6p<Ctrl-U>2010<Enter>");
}

#[test]
fn table_compared_in_shares_with_bars() {
    pictures("statistics_table", "6<Tab>p<Ctrl-U>2010<Enter>b<Enter>g%s");
}

#[test]
fn trend() {
    pictures("statistics_trend", "6<Tab><Tab>p<Ctrl-U>2010<Enter>rhal<Esc>");
}

#[test]
fn funnel() {
    pictures("statistics_funnel", "6<Tab><Tab><Tab>p<Ctrl-U>2010<Enter>b<Enter>");
}

#[test]
fn timeliness() {
    pictures("statistics_timeliness", "6<Tab><Tab><Tab><Tab>p<Ctrl-U>2010<Enter>b<Enter>");
}

#[test]
fn balance() {
    pictures("statistics_balance", "6<Tab><Tab><Tab><Tab><Tab>p<Ctrl-U>2010<Enter>b<Enter>");
}

#[test]
fn how_it_is_counted() {
    pictures("statistics_how", "6<Shift-Tab>jjjjjjjjjjjjjj?");
}

#[test]
fn indicator_form() {
    pictures("statistics_indicator", "6<Shift-Tab>e<Tab><Tab>");
}

#[test]
fn nothing_logged_yet() {
    let mut all = String::new();
    for lang in [Lang::Sv, Lang::En] {
        let mut screen = Screen::new(Store::in_memory().unwrap(), lang, (80, 24));
        screen.keys("6");
        for _ in 0..7 {
            all += &format!("── {} ──\n{}\n", lang.code(), screen.picture());
            screen.keys("<Tab>");
        }
    }
    insta::assert_snapshot!("statistics_nothing", all);
}

/// How many records the list in front has.
fn listed(screen: &Screen) -> usize {
    match screen.app.top() {
        View::Records(records) => records.window.len(),
        other => panic!("no list: {other:?}"),
    }
}

/// Goes through every figure of the sheet in front, and opens it.
fn every_figure_opens(screen: &mut Screen, what: &str) {
    let sheet = |screen: &Screen| match screen.app.top() {
        View::Statistics(statistics) => match statistics.front() {
            Some(Front::Sheet(sheet)) => {
                let lines = sheet.lines().map(|line| line.figures.clone()).collect::<Vec<_>>();
                (lines, sheet.cursor)
            }
            other => panic!("{what}: no sheet: {other:?}"),
        },
        other => panic!("{what}: no statistics: {other:?}"),
    };
    let (lines, _) = sheet(screen);
    let mut opened = 0;
    screen.keys("<Home>");
    for (place, figures) in lines.iter().enumerate() {
        for _ in figures {
            screen.keys("<←>");
        }
        for (column, figure) in figures.iter().enumerate().filter(|(_, figure)| figure.leads()) {
            if figures[..column].iter().any(|figure| figure.leads()) {
                screen.keys("<→>");
            }
            let (_, before) = sheet(screen);
            assert_eq!(before.0, place, "{what}");
            // A median leads to what it is of; a sum to what was added up; a share to a choice.
            if let (Some(value), true) = (figure.value, screen.app.dialog.is_none()) {
                screen.keys("<Enter>");
                assert_eq!(listed(screen) as u64, value, "{what}: line {place}, figure {column}");
                screen.keys("<Esc>");
                assert_eq!(sheet(screen).1, before, "{what}: not back in its place");
                opened += 1;
            }
        }
        screen.keys("<↓>");
    }
    assert!(opened > 0, "{what}");
}

#[test]
fn every_number_of_every_sheet_has_as_many_records() {
    let mut screen = Screen::sample(Lang::En, (120, 40));
    for (tabs, what) in [(0, "overview"), (2, "trend"), (3, "funnel"), (4, "timeliness"), (5, "balance"), (6, "goals")]
    {
        screen.keys("6p<Ctrl-U>2010<Enter>");
        for _ in 0..tabs {
            screen.keys("<Tab>");
        }
        if tabs > 2 {
            screen.keys("b<Enter>");
        }
        every_figure_opens(&mut screen, what);
        for _ in tabs..7 {
            screen.keys("<Tab>");
        }
    }
}

#[test]
fn a_share_has_three_lists() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("6<Shift-Tab><End>kkk").sees("Tackade ja [17] 55").keys("ll").sees("[31%]");
    screen.keys("<Enter>").sees("which records?").keys("<Enter>");
    assert_eq!(listed(&screen), 17);
    screen.keys("<Esc><Enter><↓><Enter>");
    assert_eq!(listed(&screen), 55);
    screen.keys("<Esc><Enter><↓><↓><Enter>").sees("that are not in it");
    assert_eq!(listed(&screen), 38);
    screen.keys("<Esc>").sees("[31%]");
}

/// The keys from the goals to each indicator of the final report; with the one that opens and the one that explains it
/// none over five, however far down it stands.
#[test]
fn every_indicator_of_the_final_report_is_near() {
    let mut screen = Screen::sample(Lang::Sv, (80, 24));
    screen.keys("6<Shift-Tab>").sees("Mål 1");
    let lines = match screen.app.top() {
        View::Statistics(statistics) => match statistics.front() {
            Some(Front::Sheet(sheet)) => {
                sheet.lines().map(|line| (line.label.clone(), line.figures[0].value)).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert_eq!(lines.len(), 22, "every indicator of the report");
    for (place, (label, value)) in lines.iter().enumerate() {
        let way = shortest(place, lines.len());
        assert!(way.len() <= 5, "{label}: {way:?}");
        let keys: String = way.concat();
        screen.keys("<Tab>6<Shift-Tab><Home>").keys(&keys);
        screen.keys("?").sees(&format!("{label}: ")[..label.len().min(20)]).keys("<Esc><Enter>");
        assert_eq!(Some(listed(&screen) as u64), *value, "{label}");
        screen.keys("<Esc>");
    }
}

/// Where a cursor stands after a key, of so many lines.
type Moved = fn(usize, usize) -> usize;

/// The fewest keys that move the cursor from the first of some lines to one of them.
fn shortest(place: usize, count: usize) -> Vec<&'static str> {
    let last = count - 1;
    let steps: [(&str, Moved); 6] = [
        ("<↓>", |at, last| (at + 1).min(last)),
        ("<↑>", |at, _| at.saturating_sub(1)),
        ("<PgDn>", |at, last| (at + PAGE).min(last)),
        ("<PgUp>", |at, _| at.saturating_sub(PAGE)),
        ("<Home>", |_, _| 0),
        ("<End>", |_, last| last),
    ];
    let mut ways = vec![(0, Vec::new())];
    let mut seen = std::collections::BTreeSet::from([0]);
    let mut next = 0;
    while let Some((at, way)) = ways.get(next).cloned() {
        if at == place {
            return way;
        }
        for (key, step) in steps {
            let to = step(at, last);
            if seen.insert(to) {
                let mut longer = way.clone();
                longer.push(key);
                ways.push((to, longer));
            }
        }
        next += 1;
    }
    panic!("no way to {place}");
}

/// How many lines a page of the goals goes.
const PAGE: usize = 5;

#[test]
fn a_goal_and_its_indicator_are_made_counted_while_typed_and_undone() {
    let mut screen = Screen::new(Store::in_memory().unwrap(), Lang::En, (80, 24));
    screen.keys("6<Shift-Tab>").sees("no goals yet").keys("N").sees("New goal").keys("Children are reported<Ctrl-S>");
    screen.sees("Goal 1").sees("Children are reported").sees("no indicators yet");
    screen.keys("n").sees("New indicator").keys("Reports<Tab>refe").sees("referrals");
    screen.keys("<Tab>kind:reprot").sees("nearest is report").keys("<Ctrl-S>").sees("Not saved: see under the field");
    screen.keys("<Ctrl-U>kind:report").sees("kind: report").sees("it comes to 0");
    screen.keys("<Tab><Tab>50%").sees("per cent of what").keys("<Shift-Tab>kind:any").keys("<Ctrl-S>").sees("Reports");
    screen.sees("50%").keys("e<End>s<Ctrl-S>").sees("Reportss").keys("u").misses("Reportss").sees("Reports");
    screen.keys("T<Tab>It went well<Ctrl-S>").sees("It went well");
    screen.keys("d").sees("no indicators yet").keys("d").sees("no goals yet");
    screen.keys("uu").sees("Reports").sees("It went well");
}

#[test]
fn a_view_of_statistics_is_saved_and_comes_back() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("6<Tab><Tab><Tab>f<Ctrl-U>kind:link<Enter>p<Ctrl-U>2009<Enter>b<Enter>").sees("kind: link");
    screen.keys("wLinks<Enter>").keys("6<Esc>1v").sees("Links").keys("<Enter>");
    screen.sees("kind: link").sees("compared with 2008").sees("Offered");
}

#[test]
fn shares_sort_and_comparison_of_the_table() {
    let mut screen = Screen::sample(Lang::En, (120, 40));
    screen.keys("6<Tab>p<Ctrl-U>2010<Enter>").sees("[26]");
    screen.keys("b<Enter>").sees("compared with 2009").sees("+3").keys("<→><→><→>");
    // The number of the year before has its own records.
    screen.keys("<Enter>").sees("2009");
    assert_eq!(listed(&screen), 50);
    screen.keys("<Esc>s").sees("largest first").keys("s").sees("order of the list");
    screen.keys("%").sees("Shares of the row").keys("%").sees("Shares of the column").keys("%%").sees("Counts.");
    screen.keys("b<Ctrl-U><Enter>").misses("compared with");
    screen.keys("p<Ctrl-U>this-year<Enter>b<Enter>").sees("as many days");
}

#[test]
fn a_table_is_copied_and_written_as_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("6<Tab>p<Ctrl-U>2010<Enter>E<Ctrl-U>").keys(&path("table.csv")).keys("<Enter>").sees("table.csv");
    let table = std::fs::read_to_string(folder.path().join("table.csv")).unwrap();
    assert!(table.contains("victim,26,27,53"), "{table}");
    screen.keys("<Tab><Tab>E<Ctrl-U>").keys(&path("funnel.csv")).keys("<Enter>").sees("funnel.csv");
    let funnel = std::fs::read_to_string(folder.path().join("funnel.csv")).unwrap();
    assert!(funnel.contains("Offered,45,43,100%"), "{funnel}");
    screen.keys("y").sees("Copied");
}

/// The cross table in front.
fn table(screen: &Screen) -> &CrossTable {
    match screen.app.top() {
        View::Statistics(statistics) => match statistics.front() {
            Some(Front::Table(table)) => table,
            other => panic!("no table: {other:?}"),
        },
        other => panic!("no statistics: {other:?}"),
    }
}

/// Presses a key, hands its questions on, and tells whether it waited for a table; what stands there then is what the
/// worker counts now.
fn waits_for_table(screen: &mut Screen, key: &str) -> bool {
    let effects = update(&mut screen.app, Msg::Key(Key::parse(key).unwrap()), &Env { now: now() });
    let waits = effects.iter().any(|effect| matches!(effect, Effect::Ask(_, Ask::Table(_))));
    assert_eq!(waits, screen.app.top().part().is_waiting(), "{key}");
    screen.perform(effects);
    let shown = table(screen);
    let asked = Asked { question: shown.question.clone(), compare: shown.compare };
    let shown = format!("{:?}", shown.table.as_ref().unwrap());
    let Ok(Told::Table(counted)) = screen.answer(Ask::Table(Box::new(asked))) else { panic!("no table") };
    assert_eq!(shown, format!("{counted:?}"), "{key}");
    waits
}

#[test]
fn a_table_beside_the_one_shown_is_there_at_once() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("6<Tab>p<Ctrl-U>2010-H2<Enter>");
    for keys in ["x,x.,,xx.", ".x,x"] {
        for key in keys.chars() {
            let before = table(&screen).question.clone();
            assert!(!waits_for_table(&mut screen, &key.to_string()), "{keys}: {key}");
            assert_ne!(table(&screen).question, before, "{keys}: {key}");
        }
        // The same compared with the period before.
        screen.keys("b<Enter>");
    }
}

#[test]
fn a_locked_screen_keeps_no_tables() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("6<Tab>p<Ctrl-U>2010-H2<Enter>");
    assert!(!waits_for_table(&mut screen, "x"));
    screen.app.panes.stack_mut().top_mut().part_mut().locked();
    assert!(waits_for_table(&mut screen, "x"));
}

#[test]
fn no_table_is_shown_that_a_change_made_another() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("2n<Shift-Tab>2010-05-05<Ctrl-S>").sees("Saved: contact");
    screen.keys("6<Tab>p<Ctrl-U>2010<Enter>x");
    let before = table(&screen).table.as_ref().unwrap().answer.total;
    screen.keys("u").sees("Undone: contact");
    assert_ne!(table(&screen).table.as_ref().unwrap().answer.total, before);
    for key in ["x", ",", ".", "x"] {
        waits_for_table(&mut screen, key);
    }
}

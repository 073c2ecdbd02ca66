//! `stats --view` and `--suppress`: shapes of the contract, figures of the sample.

use crate::harness::Home;
use serde_json::{Value, json};

fn view(home: &Home, view: &str, more: &[&str]) -> Value {
    home.run(&[&["--demo", "--lang", "en", "stats", "--format", "json", "--view", view], more].concat()).json()
}

#[test]
fn a_funnel_says_how_far_they_came_and_where_the_others_are() {
    let home = Home::new();
    let all = view(&home, "funnel", &["--period", "2010"]);
    assert_eq!(all["steps"][0], json!({"code": "offered", "label": "offered", "n": 45, "persons": 43}));
    let codes: Vec<&Value> = all["left"].as_array().unwrap().iter().map(|left| &left["code"]).collect();
    assert_eq!(codes, ["declined", "no_answer_yet", "waiting", "closed_without_start"]);
    let left: u64 = all["left"].as_array().unwrap().iter().map(|left| left["n"].as_u64().unwrap()).sum();
    assert_eq!(all["steps"][0]["n"].as_u64(), all["steps"][4]["n"].as_u64().map(|started| started + left));
    let reports = view(&home, "funnel", &["--period", "2010", "--filter", "kind:report"]);
    let codes: Vec<&Value> = reports["steps"].as_array().unwrap().iter().map(|step| &step["code"]).collect();
    assert_eq!(codes, ["offered", "sent", "confirmed", "started"], "a report is not answered by the person");
}

#[test]
fn timeliness_counts_days_and_who_waits() {
    let home = Home::new();
    let spans = view(&home, "timeliness", &["--period", "2010"]);
    let expected = json!({"from": "sent", "to": "confirmed", "n": 16, "waiting": 7, "median": 8.5, "p90": 11});
    assert_eq!(spans["spans"][2], expected);
    let none = view(&home, "timeliness", &["--period", "1999"]);
    assert_eq!(none["spans"][0]["median"], Value::Null);
}

#[test]
fn the_balance_balances_and_has_the_kinds_that_have_the_keys() {
    let home = Home::new();
    let kinds = |balance: &Value| {
        let rows = balance["rows"].as_array().unwrap().clone();
        for row in &rows {
            let n = |code: &str| row[code].as_i64().unwrap();
            assert_eq!(n("open_at_start") + n("new") - n("closed"), n("open_at_end"), "{row}");
        }
        rows.iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&view(&home, "balance", &["--period", "2010"])), ["referrals", "follow_ups", "matters"]);
    assert_eq!(kinds(&view(&home, "balance", &[])), ["referrals", "follow_ups", "matters"]);
    assert_eq!(kinds(&view(&home, "balance", &["--filter", "kind:link"])), ["referrals"]);
    assert_eq!(kinds(&view(&home, "balance", &["--filter", "person:P001"])), ["referrals", "follow_ups"]);
}

#[test]
fn small_counts_are_hidden_and_none_can_be_worked_out() {
    let home = Home::new();
    let stats = ["--demo", "--lang", "en", "stats", "--measure", "referrals", "--rows", "age", "--columns", "kind"];
    let run = |more: &[&str]| home.run(&[&stats[..], &["--period", "2009..2010"], more].concat());
    let (whole, part) = (run(&["--format", "json"]).json(), run(&["--format", "json", "--suppress", "5"]).json());
    let numbers = |table: &Value| {
        let cells = table["cells"].as_array().unwrap().iter().flat_map(|row| row.as_array().unwrap());
        let totals = ["row_totals", "column_totals"].into_iter().flat_map(|name| table[name].as_array().unwrap());
        cells.chain(totals).chain([&table["total"]]).cloned().collect::<Vec<_>>()
    };
    for (true_one, shown) in numbers(&whole).iter().zip(numbers(&part)) {
        let small = (1..5).contains(&true_one.as_u64().unwrap());
        assert!(shown.is_null() || (&shown == true_one && !small), "{true_one} is shown as {shown}");
    }
    assert!(numbers(&part).iter().any(Value::is_null));
    run(&["--suppress", "5"]).assert(0, &["..", "Counts from 1 to 4 are hidden", "other prints"]);
    assert_eq!(run(&["--suppress", "0"]).out, run(&[]).out);
}

#[test]
fn the_views_hide_small_counts_too() {
    let home = Home::new();
    let hidden = |name: &str| {
        (view(&home, name, &["--period", "2010"]), view(&home, name, &["--period", "2010", "--suppress", "5"]))
    };
    let number = |value: &Value, at: &str| value.pointer(at).unwrap().as_u64();
    let (whole, part) = hidden("funnel");
    for at in ["/left/0/n", "/left/1/n", "/left/2/n", "/left/3/n", "/steps/0/n", "/steps/4/n", "/steps/4/persons"] {
        let (n, shown) = (number(&whole, at).unwrap(), number(&part, at));
        assert!(shown.is_none() || (shown == Some(n) && !(1..5).contains(&n)), "{at}: {n} is shown as {shown:?}");
    }
    assert!(part["left"].as_array().unwrap().iter().filter(|left| left["n"].is_null()).count() != 1, "{part}");
    let (whole, part) = hidden("timeliness");
    for (whole, part) in whole["spans"].as_array().unwrap().iter().zip(part["spans"].as_array().unwrap()) {
        assert_eq!(part["n"].is_null(), part["median"].is_null() && !whole["median"].is_null(), "{part}");
        assert!(!(1..5).contains(&part["n"].as_u64().unwrap_or(0)), "{part}");
    }
    let (_, part) = hidden("balance");
    for row in part["rows"].as_array().unwrap() {
        let nulls =
            ["open_at_start", "new", "closed", "open_at_end"].iter().filter(|code| row[**code].is_null()).count();
        assert_ne!(nulls, 1, "{row}");
    }
    let few = ["--demo", "--lang", "en", "stats", "--view", "funnel", "--period", "2010-Q1", "--suppress", "8"];
    home.run(&few).assert(0, &["..", "Counts from 1 to 7 are hidden", "other prints"]);
    home.run(&[&few[..], &["--format", "csv"]].concat()).assert(0, &[",,"]);
    home.run(&["--demo", "stats", "--view", "funnel", "--suppress", "2"]).assert(2, &["--suppress 2"]);
}

//! What every list can do: order, columns, saved views.

use crate::desk::{Screen, sample};
use caselog::domain::Lang;
use caselog::store::Store;

fn screen() -> Screen {
    Screen::sample(Lang::En, (120, 40))
}

/// The lines of the list, as far as they hold a text.
fn lines(screen: &Screen, text: &str) -> Vec<String> {
    screen.picture().lines().filter(|line| line.contains(text)).map(str::to_owned).collect()
}

#[test]
fn a_list_is_sorted_by_any_column_and_turned() {
    let mut screen = screen();
    screen.keys("2").sees("Date↓").keys("s").sees("Sort by").sees("> Date ↓").keys("<Enter>");
    screen.sees("Sorted: Date ↑").sees("Date↑").sees(">2008-11-05");
    screen.keys("sr<Enter>").sees("Sorted: Role ↑").sees("Role↑");
    assert!(lines(&screen, "victim").len() > 10, "victims stand first in the list of roles");
    screen.keys("s<Enter>").sees("Role↓").misses("victim");
    // The order stays with the list.
    screen.keys("53").misses("Role↓").keys("2").sees("Role↓");
    screen.keys("4s").sees("> what waits first").keys("<Esc>");
    // What is empty stands last, whichever way.
    screen.keys("4so<Enter>").sees("Outcome↑").keys("s<Enter>").sees("Outcome↓").sees("mötte upp");
}

#[test]
fn the_order_does_not_tell_where_a_protected_person_lives() {
    let mut screen = screen();
    screen.keys("5fprotected:yes<Enter>").sees("▲");
    let alias = lines(&screen, "▲")[0].split_whitespace().nth(1).unwrap().to_owned();
    screen.keys("<Esc>sdd<Enter>").sees("District↑").keys("<End>");
    let last: Vec<String> = screen.picture().lines().map(str::to_owned).collect();
    assert!(last.iter().any(|line| line.contains(&format!("{alias} ▲"))), "{last:#?}");
}

#[test]
fn columns_are_chosen_and_stay() {
    let mut screen = screen();
    screen.keys("2c").sees("Columns").sees("[x] Date").sees("[ ] Channel");
    screen.keys("s").sees("> [x] Source").keys("<Enter>").sees("> [ ] Source").keys("<Esc>").misses("City Police p…");
    screen.keys("c").keys("m").sees("> [ ] Matter").keys("<Esc>");
    // They stay with the list, and the usual ones are a key away.
    screen.keys("3").keys("2").misses("City Police p…").keys("c<↑>").sees("> The usual columns").keys("<Enter>");
    screen.sees("City Police p…");
}

#[test]
fn a_list_needs_one_column() {
    let mut screen = screen();
    screen.keys("8<Enter>c");
    for _ in 0..5 {
        screen.keys("<Enter>");
    }
    screen.keys("<Esc>").sees("Activities");
}

#[test]
fn a_list_is_saved_as_a_view_and_comes_back() {
    let mut screen = screen();
    screen.keys("2frole:witness<Enter>p2010<Enter>ss<Enter>").sees("Source↑");
    screen.keys("w").sees("Save the view as").keys("<Enter>").sees("Save the view as").keys("Witnesses<Enter>");
    // 2010 is last year: which of the two is meant is asked.
    screen.sees("Which period").sees("> always 2010").sees("last-year").keys("<Enter>");
    screen.sees("Saved: the saved view Witnesses").sees("Contacts · Witnesses · 2010");
    screen.keys("<Esc>").misses("Witnesses").keys("22sd<Enter>").keys("1v").sees("Saved views");
    screen.sees("> Witnesses").sees("List: contacts · role:witness · 2010").keys("<Enter>");
    screen.sees("Contacts · Witnesses · 2010 · role: witness").sees("Source↑");
    // Something changed is another view, until it is saved again.
    screen.keys("p<Ctrl-U>2009<Enter>").misses("Witnesses").keys("w").keys("Witnesses").sees("takes the place");
    screen.keys("<Enter>").sees("Saved: the saved view Witnesses").keys("u").sees("Undone: the saved view");
    screen.keys("v<Enter>").sees("Contacts · Witnesses · 2010");
}

#[test]
fn saved_views_are_renamed_and_deleted_and_every_step_undone() {
    let mut screen = screen();
    screen.keys("v").sees("No saved views yet").keys("<Enter>ed").sees("No saved views yet");
    for name in ["One", "Two"] {
        screen.keys(&format!("5w<Ctrl-U>{name}<Enter>"));
    }
    screen.keys("v<↓>e").sees("New name").keys("<Ctrl-U>One<Enter>").sees("! Another saved view");
    screen.keys("e<Ctrl-U>Three<Enter>").sees("> Three").misses("Two").keys("u").sees("> Two");
    screen.keys("d").sees("Deleted: the saved view Two").misses("> Two").keys("u").sees("Two");
    screen.keys("<Esc>8<End><Enter>").sees("the saved view Two · − Two");
    // They are there when the log is opened again.
    screen.keys("<Ctrl-L><Enter>v").sees("One").sees("Two");
}

#[test]
fn a_view_of_what_is_gone_says_so() {
    use caselog::domain::{SavedView, ViewEdit};
    let mut store = sample();
    let before = store.project().clone();
    let mut after = before.clone();
    for (name, filter) in [("Gone", "role:volunteer"), ("Behind", "role:witness")] {
        let view =
            SavedView { name: name.into(), measure: "persons".into(), filter: filter.into(), ..SavedView::default() };
        ViewEdit::Save(view).apply(&mut after.views);
    }
    after.views[1].view = caselog::domain::ViewKind::Counted;
    let edit = caselog::domain::Edit::Project { before: Box::new(before), after: Box::new(after) };
    let change = caselog::domain::Change { action: caselog::domain::Action::Settings, edits: vec![edit] };
    store.apply(change, crate::desk::now()).unwrap();
    let mut screen = Screen::new(store, Lang::En, (120, 40));
    screen.keys("v<Enter>").sees("! The view Gone cannot be shown").sees("Saved views");
    screen.keys("<↓><Enter>").sees("People behind the number · Behind").sees("10");
}

#[test]
fn what_waits_is_no_view_to_save() {
    let mut screen = Screen::new(Store::in_memory().unwrap(), Lang::Sv, (80, 24));
    screen.keys("1w").misses("Spara vyn som").keys("2w").sees("Spara vyn som").keys("Allt<Enter>").sees("Sparat");
    screen.keys("v").sees("Allt").sees("Lista: kontakter");
}

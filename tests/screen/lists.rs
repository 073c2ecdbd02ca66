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

#[test]
fn marked_records_are_deleted_at_once_and_come_back_at_once() {
    let mut screen = screen();
    screen.keys("4fstatus:done<Enter>").misses("marked");
    screen.sees("60 of 75").keys("<Space><Space><Space>").sees("3 marked · ").sees("*20");
    screen.keys("d").sees("Deleted: follow-up").sees("and 2 more").misses("marked").sees("57 of 72");
    screen.keys("u").sees("Undone: follow-up").sees("and 2 more").sees("60 of 75");
    // What others name is not deleted, and then nothing is.
    screen.keys("5").keys("<Ctrl-A>").sees("marked").keys("d").sees("! ").keys("<Esc>").misses("marked");
}

#[test]
fn marks_are_taken_off_before_anything_else() {
    let mut screen = screen();
    screen.keys("2frole:witness<Enter><Ctrl-A>").sees("marked").keys("<Ctrl-A>").misses("marked");
    screen.keys("<Space>").sees("1 marked").keys("<↑>").sees("»20").keys("<Space>").misses("marked");
    screen.keys("<Space><Esc>").misses("marked").sees("role: witness").keys("<Esc>").misses("role: witness");
    // What is no longer in the list is no longer marked.
    screen.keys("<Ctrl-A>fsex:man<Enter>").sees("marked").keys("<Esc>").keys("<Ctrl-A>/zzz<Enter>").misses("marked");
}

#[test]
fn several_follow_ups_are_ticked_off() {
    let mut screen = screen();
    screen.keys("4fstatus:open,overdue<Enter>").sees(" of ");
    screen.keys("<Ctrl-A>K").sees("Saved: follow-up").sees("and 9 more");
    // One of them repeats, and the next one waits.
    screen.sees("1 of 76").keys("u").sees("Undone").misses("1 of 76").sees("of 75");
    screen.keys("<Esc>fstatus:done<Enter><Space>K").sees("None of the marked ones waits");
}

#[test]
fn what_is_copied_is_what_is_shown() {
    let mut screen = screen();
    screen.keys("2y").sees("Copied: contact").sees("emptied in 30 seconds");
    assert!(screen.copied.starts_with("Contact C0"), "{}", screen.copied);
    assert!(screen.copied.contains("Role: seller\n") && !screen.copied.contains("Offence"), "{}", screen.copied);
    screen.keys("<Space><Space>y").sees("Copied: 2 rows");
    let copied: Vec<&str> = screen.copied.lines().collect();
    assert_eq!(copied.len(), 3);
    assert!(copied[0].starts_with("Date\tTime\tPerson\tRole"), "{copied:?}");
    // Lock takes it off the clipboard.
    screen.keys("<Ctrl-L>");
    assert!(screen.copied.is_empty());
    screen.keys("<Enter>1y");
    assert!(screen.copied.contains(": "), "{}", screen.copied);
}

#[test]
fn a_protected_person_stays_hidden_when_she_is_copied() {
    let mut screen = screen();
    screen.keys("5fprotected:yes<Enter>y");
    assert!(screen.copied.contains("Alias:") && !screen.copied.contains("District"), "{}", screen.copied);
    screen.keys("<Enter>Vy");
    assert!(screen.copied.contains("District: "), "{}", screen.copied);
    screen.keys("<Esc><Ctrl-A>y");
    assert!(!screen.copied.contains('▒'), "{}", screen.copied);
}

#[test]
fn a_list_is_written_to_a_file_of_ones_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    let write = format!("<Ctrl-U>{}<Enter>", path.display());
    let mut screen = screen();
    screen.keys("5fprotected:yes<Enter>E").sees("Save as people-2011-01-17.csv").sees("in the clear").keys(&write);
    screen.sees("Saved in the clear: ").sees("people.csv");
    let written = std::fs::read_to_string(&path).unwrap();
    let rows: Vec<&str> = written.split("\r\n").collect();
    assert_eq!(rows[0], "Alias,Born,Sex,District,Also known as,Reach safely");
    let protected: Vec<&&str> = rows.iter().filter(|row| row.contains('▲')).collect();
    assert!(!protected.is_empty() && protected.iter().all(|row| row.split(',').nth(3) == Some("")), "{rows:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // A file that stands there is not written over unasked.
    screen.keys("<Esc><Space><Space>E").keys(&write).sees("The file is already there").keys("<Enter>");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), written);
    screen.keys("E").keys(&write).keys("<↓><Enter>").sees("Saved in the clear: ");
    assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 3);
    screen.keys("E<Ctrl-U>/nowhere/at/all.csv<Enter>").sees("! Could not save");
}

#[test]
fn a_formula_leaves_disarmed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("o.csv");
    let mut screen = Screen::new(Store::in_memory().unwrap(), Lang::Sv, (80, 24));
    screen.keys("8<↓><↓><Enter>n=1+1<Ctrl-S>").sees("Sparat");
    screen.keys(&format!("E<Ctrl-U>{}<Enter>", path.display())).sees("Sparad i klartext");
    assert!(std::fs::read_to_string(&path).unwrap().contains("'=1+1"));
}

#[test]
fn commands_are_found_by_words_in_either_language() {
    let mut screen = screen();
    screen.keys("2:").sees("Command").sees("Sorts the list by a column").keys("sortera").sees("> s");
    screen.misses("Saves what is shown").keys("<Enter>").sees("Sort by").keys("<Esc>");
    screen.keys(":save view<Enter>").sees("Save the view as").keys("<Esc>");
    screen
        .keys(":zzz")
        .sees("Nothing here fits")
        .keys("<Enter>")
        .sees("Nothing here fits")
        .keys("<Esc>")
        .misses("Command");
    // What does not hold here is not offered.
    screen.keys(":tick").misses("follow-up was done").keys("<Esc>4:done").sees("The follow-up was done today");
    screen.keys("<Esc>:statis<Enter>").sees("Key figures");
}

#[test]
fn a_field_beside_its_list_has_its_whole_label() {
    let mut screen = Screen::sample(Lang::Sv, (120, 40));
    screen.keys("2<↓>").sees("Erbjudande om möte tackat ja");
    // Where it takes more than half of the room, it is wrapped.
    screen.resize(100, 30).misses("Erbjudande om m").sees("Erbjudande om");
}

#[test]
fn the_hints_name_only_keys_that_do_what_they_say_here() {
    let mut screen = screen();
    // Where nothing can be left or taken away, no way back is promised.
    screen.keys("1").misses("Esc back").keys("2").misses("Esc back");
    screen.keys("frole:victim<Enter>").sees("Esc back").keys("<Esc>").misses("Esc back");
    screen.keys("<Space>").sees("Esc back").keys("<Esc><Enter>").sees("Esc back");
    // In statistics ? says how a number is counted, and help has another key.
    screen.keys("6").sees("? how counted").sees("F1 help").misses("? help").keys("<F1>").sees("type to search");
}

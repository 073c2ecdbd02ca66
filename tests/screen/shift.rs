//! What she does on a shift, key by key, on the sample.

use crate::desk::Screen;
use caselog::domain::Lang;

fn sample() -> Screen {
    Screen::sample(Lang::En, (80, 24))
}

#[test]
fn contact_referral_and_follow_up_follow_from_each_other() {
    let mut screen = sample();
    screen.keys("5/E.M-53<Enter><Enter>").sees("Person P002");
    screen.keys("n").sees("New contact · E.M-53").sees("age 21").sees("Mon 17 Jan 2011");
    // The role and source that she had last are there; the cursor is in the first empty field.
    screen.keys("2<Tab><Tab><Tab><Tab><Tab><Tab>su <Tab>").sees("support talk");
    screen.keys("<Ctrl-S>").sees("Saved: contact C0424").sees("Contact C0424 · E.M-53");
    screen.keys("L").sees("New referral · E.M-53").sees("2011-01-17 09:10");
    screen.keys("link<Tab>KAST<Tab><Ctrl-S>").sees("Saved: referral R089").sees("Referral R089 · E.M-53");
    screen.keys("U").sees("New follow-up · E.M-53").sees("2011-01-24").sees("in 7 days");
    screen.keys("Ask how it went<Ctrl-S>").sees("Saved: follow-up F076").sees("Ask how it went");
    screen.keys("2").sees("2011-01-17 09:10 E.M-53");
    screen.keys("3").sees("2011-01-17 E.M-53");
    screen.keys("4/how it went<Enter>").sees("2011-01-24 open").sees("1 of 76");
    screen.keys("5<Enter>").keys("<Esc>");
}

#[test]
fn a_person_is_found_by_four_letters_and_reached() {
    let mut screen = sample();
    screen.keys("3<Ctrl-K>I.O-").sees("I.O-37");
    screen.keys("<Enter>").sees("Person P001").sees("nås via Socialjouren").sees("Belongs here, newest first");
}

#[test]
fn a_number_leads_to_its_records_and_back_to_its_cell() {
    let mut screen = sample();
    screen.keys("6<Shift-Tab>").sees("Goal 1");
    for _ in 0..14 {
        screen.keys("j");
    }
    screen.keys("<Enter>").sees("Referrals behind the number").sees("kind: report").sees(" 10");
    // One of them turns out to be a link.
    screen.keys("e<Tab><Tab><Tab>").keys("<Shift-Tab><Shift-Tab><Shift-Tab>").keys("<Tab><Tab><Tab>link<Tab><Ctrl-S>");
    screen.sees("Saved: referral").sees(" 9");
    screen.keys("<Esc>").sees("därav under 18 år [9]");
    screen.keys("u").sees("Undone: referral").sees("därav under 18 år [10]");
}

#[test]
fn the_whole_of_a_share_leads_to_its_records_too() {
    let mut screen = sample();
    screen.keys("6<Shift-Tab>").sees("Goal 1").keys("<End>kkk").sees("Tackade ja [17] 55");
    screen.keys("<Enter>").sees("behind the number").sees(" 17").keys("<Esc>").sees("Tackade ja [17] 55");
    screen.keys("l").sees("Tackade ja 17 [55]").keys("<Enter>").sees(" 55").keys("<Esc>").sees("Tackade ja 17 [55]");
    screen.keys("h").sees("Tackade ja [17] 55");
}

#[test]
fn a_cell_of_the_cross_table_is_a_list_of_as_many() {
    let mut screen = sample();
    screen.keys("6<Tab>").sees("[23]");
    screen.keys("<Enter>").sees("role: victim").sees("23");
    screen.keys("<Esc>").sees("[23]");
    screen.keys("ll<Enter>").sees("26");
    screen.keys("<Esc>").sees("[26]");
    screen.keys("<End><Enter>").sees("Contacts behind the number").sees("93");
    screen.keys("<Esc>?").sees("93 contacts").sees("half-year: half 1").sees("2010.").keys("<Esc>");
}

#[test]
fn statistics_are_laid_out_otherwise() {
    let mut screen = sample();
    screen.keys("6<Tab>x").sees("rows: half-year   columns: role");
    screen.keys("rage<Enter>").sees("rows: age");
    screen.keys("mpeople<Enter>").sees("Cross table · people").sees("counted, not added up");
    screen.keys("f<Ctrl-U>role:vitness<Enter>").sees("nearest is witness");
    screen.keys("<Ctrl-U>role:witness<Enter>").sees("role: witness");
    screen.keys("p<Ctrl-U>2010-Q5").sees("unknown period").keys("<Ctrl-U>2010-Q1<Enter>").sees("2010-Q1");
    screen.keys(".").sees("2010-Q2").keys(",,").sees("2009-Q4");
}

#[test]
fn what_is_begun_is_never_lost() {
    let mut screen = sample();
    screen.keys("5/E.M-53<Enter><Enter>n<Shift-Tab><Tab>").keys("2<Tab><Esc>");
    screen.sees("Not saved, but the draft is kept");
    screen.keys("n").sees("There is a draft").keys("<Enter>").sees("New contact · E.M-53").sees("phone");
    screen.keys("<Esc>1").sees("Begun, not saved").sees("> New contact · E.M-53");
    screen.keys("q").sees("1 form is begun and not saved").keys("<Enter>");
    assert!(!screen.quit);
    screen.keys("<Enter>").sees("phone").keys("<Ctrl-S>").sees("Saved: contact");
    screen.keys("q");
    assert!(screen.quit);
}

#[test]
fn a_form_in_another_pane_is_still_there() {
    let mut screen = sample();
    screen.keys("2n<F1>").sees("Help").keys("<Esc>").sees("New contact");
    screen.keys("E.M-53<Tab>").sees("E.M-53  age 21");
    screen
        .keys("<Ctrl-K>")
        .sees("Look up")
        .keys("<Esc>")
        .sees("New contact · E.M-53")
        .keys("<F1><Esc>")
        .sees("New contact · E.M-53");
}

#[test]
fn follow_ups_are_ticked_off_with_one_key() {
    let mut screen = sample();
    screen.sees("Follow-ups overdue  3").keys("K").sees("Done: ").sees("Follow-ups overdue  2");
    screen.keys("u").sees("Follow-ups overdue  3").keys("<Ctrl-R>").sees("Follow-ups overdue  2");
}

#[test]
fn records_are_deleted_and_brought_back() {
    let mut screen = sample();
    screen.keys("3d").sees("Deleted: referral R088").sees("87").keys("u").sees("Undone: referral R088").sees("88");
    screen.keys("<Enter>").sees("Referral R088").keys("d").sees("Deleted").misses("Referral R088 ·");
    // One that others name stays, and the screen says who names it.
    screen.keys("5/E.M-53<Enter>d").sees("! ");
}

#[test]
fn nothing_is_guessed_of_a_person() {
    let mut screen = sample();
    screen.keys("2nE.M<Tab>").sees("several fit “E.M”; choose with the arrows");
    screen.keys("<Ctrl-S>").sees("Not saved yet");
    screen.keys("<Ctrl-O><↓><Enter>").misses("several fit");
    screen.keys("<Shift-Tab><Ctrl-U>zzz<Tab>").sees("nothing has that name: “zzz”");
}

#[test]
fn a_date_is_read_while_it_is_typed() {
    let mut screen = sample();
    screen.keys("2n<Shift-Tab><Ctrl-U>yesterday 1420").sees("Sun 16 Jan 2011 14:20, yesterday");
    screen.keys("<Tab>").sees("2011-01-16 14:20  Sun 16 Jan 2011 14:20, yesterday");
    screen.keys("<Shift-Tab><Ctrl-U>yesterda").sees("! not a time");
    screen.keys("<Ctrl-U><Ctrl-S>").sees("! must be filled in");
}

#[test]
fn a_list_is_narrowed_and_widened() {
    let mut screen = sample();
    screen.keys("2frole:victim age:..17<Enter>").sees("role: victim · age: < 18").sees("of 423");
    screen.keys("p2010<Enter>").sees("Contacts · 2010 · role: victim").keys(",").sees("Contacts · 2009 ·");
    screen.keys("/zzzz<Enter>").sees("Nothing fits").keys("<Esc>").misses("Nothing fits");
    screen.keys("<Esc>").misses("role: victim").sees("423");
    screen.keys("fkind:report<Enter>").sees("is not for contacts").keys("<Esc>");
    screen.keys("s<Enter>").sees("Sorted: Date ↑").sees(">2008-11-05");
}

#[test]
fn signs_without_letters_find_nothing_and_break_nothing() {
    let mut screen = sample();
    for typed in ["-", "\"", "*", "'", ":", "漢", "AND"] {
        screen.keys(&format!("5/<Ctrl-U>{typed}<Enter>")).misses("! ");
    }
    screen.keys("2n-<Tab>").sees("nothing has that name: “-”");
}

#[test]
fn what_is_protected_is_hidden_until_revealed() {
    let mut screen = sample();
    screen.keys("5fprotected:yes<Enter>").sees("▲").sees("▒ protected");
    screen.keys("<Enter>").sees("▲ protected identity").sees("District              ▒ protected");
    screen.keys("V").misses("▒ protected");
    screen.keys("<Esc>").sees("▒ protected");
    screen.keys("e").sees("District                ▒ protected");
}

#[test]
fn a_protected_person_is_not_found_by_what_is_hidden() {
    let mut screen = sample();
    screen.keys("5fprotected:yes<Enter>V");
    let district = ["Farsta", "Södermalm", "Norrmalm", "Rinkeby", "Älvsjö", "Skärholmen", "Hässelby", "Enskede"]
        .into_iter()
        .find(|district| screen.picture().contains(district))
        .expect("a district is revealed");
    screen.keys(&format!("/{district}<Enter>")).sees("Nothing fits");
}

#[test]
fn the_summary_is_read_and_its_language_changed() {
    let mut screen = sample();
    screen.keys("P").sees("Summary · 1 January 2009 to 31 December 2010").keys("t").sees("Kontakter");
    screen.keys("p<Ctrl-U>2010<Enter>").sees("1 January 2010 to 31 December 2010").keys("<End><Home>");
}

#[test]
fn the_summary_is_saved_to_a_file_of_ones_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("summary.txt");
    let mut screen = sample();
    screen.keys(&format!("Pw<Ctrl-U>{}<Enter>", path.display())).sees("Saved in the clear");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("December 2010"));
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions()) & 0o777, 0o600);
    std::fs::write(&path, "mine").unwrap();
    screen.keys(&format!("w<Ctrl-U>{}<Enter>", path.display())).sees("The file is already there").keys("<Enter>");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    screen.keys(&format!("w<Ctrl-U>{}<Enter><↓><Enter>", path.display())).sees("Saved in the clear");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    screen.keys(&format!("w<Ctrl-U>{}/none/x<Enter>", path.display())).sees("Could not save");
}

#[test]
fn out_never_quits_and_q_does() {
    let mut screen = sample();
    screen.keys("<Esc><Esc><Backspace>h").sees("q quits");
    assert!(!screen.quit);
    screen.keys("q");
    assert!(screen.quit);
}

#[test]
fn the_screen_is_blank_while_locked() {
    let mut screen = sample();
    screen.keys("2n<Ctrl-L>").misses("2011").misses("Contacts").sees("The sample log is locked");
    screen.keys("<Enter>").sees("New contact");
}

#[test]
fn help_is_found_by_typing() {
    let mut screen = sample();
    screen.keys("2?").sees("Right here").keys("undo").sees("Undoes the latest change").misses("To Contacts");
    screen.keys("<Ctrl-U>xyzzy").sees("No key fits").keys("<Esc>").sees("Contacts");
}

#[test]
fn a_contact_is_logged_on_one_line() {
    let mut screen = sample();
    screen.keys("2iyesterday 14:20 E.M-53 supprt").sees("! supprt").sees("not understood").sees("E.M-53");
    screen.keys("<Enter>").sees("nothing is guessed").sees("A contact on one line");
    screen.keys("<Ctrl-W>support 45m: worried").sees("services: support talk").sees("45 minutes");
    screen.keys("<Enter>").sees("Saved: contact C0424").sees("2011-01-16 14:20 E.M-53");
    screen.keys("i1600").sees("Who?").keys("<Enter>").sees("Who?");
    screen
        .keys(" E.M-53<Tab>")
        .sees("New contact · E.M-53")
        .sees("16:00")
        .keys("<Ctrl-S>")
        .sees("Saved: contact C0425");
}

#[test]
fn somebody_new_and_her_contact_come_and_go_in_one_change() {
    let mut screen = sample();
    screen.keys("5i22:10 new woman ~1990 seller information").sees("new person").sees("born 1990");
    let people = |screen: &mut Screen| screen.keys("5").picture();
    screen.keys("<Enter>").sees("Saved: contact C0424");
    let with_her = people(&mut screen);
    screen.keys("u").sees("Undone");
    assert_ne!(people(&mut screen), with_her);
    screen.keys("2").misses("C0424").sees("423");
}

#[test]
fn a_line_left_unfinished_is_kept() {
    let mut screen = sample();
    screen.keys("2iyesterday E.M-53: wor").sees("draft not kept yet").keys("<Esc>1<Home>").sees("Begun, not saved");
    screen.keys("<Enter>").sees("New contact").sees("yesterday E.M-53: wor");
}

#[test]
fn the_others_of_a_meeting_take_a_key_each() {
    let mut screen = sample();
    screen.keys("2i1420 E.M-53 seller phone support<Enter>").sees("Saved: contact C0424").sees(">2011-01-17 14:20");
    screen.keys("m").sees("New contact").sees("2011-01-17 14:20").sees("2011-01-17 14:20, seller");
    screen.keys("I.O-37<Tab><Ctrl-S>").sees("Saved: contact C0425").sees("I.O-37").sees("Same meeting as");
    screen.keys("g").sees("New contact").sees("2011-01-17 09:10").sees("phone");
    screen.keys("I.O-37<Tab><Ctrl-S>").sees("Saved: contact C0426");
}

/// Presses keys and types text, and counts the keys.
fn keys_pressed(screen: &mut Screen, pressed: &[(&str, &str)]) -> usize {
    for (key, text) in pressed {
        screen.keys(key).keys(text);
    }
    pressed.len()
}

#[test]
fn a_contact_for_a_known_person_takes_at_most_twelve_keys() {
    let mut screen = sample();
    let form = [("2", ""), ("n", "E.M-53"), ("<Tab>", "victim"), ("<Tab>", ""), ("<Tab>", "phone"), ("<Ctrl-S>", "")];
    assert!(keys_pressed(&mut screen, &form) <= 12);
    screen.sees("Saved: contact C0424");
    assert!(keys_pressed(&mut screen, &[("i", "E.M-53 victim phone: rang back"), ("<Enter>", "")]) <= 12);
    screen.sees("Saved: contact C0425");
}

#[test]
fn a_contact_and_the_proposed_follow_up_take_at_most_twelve_keys() {
    let mut screen = sample();
    let form = [("2", ""), ("n", "B.F-12"), ("<Tab>", "victim"), ("<Tab>", ""), ("<Tab>", "phone"), ("<Ctrl-S>", "")];
    let taken = keys_pressed(&mut screen, &form);
    screen.sees("Next?");
    assert!(taken + keys_pressed(&mut screen, &[("<Enter>", "")]) <= 12);
    screen.sees("Saved: follow-up F076");
}

#[test]
fn a_follow_up_that_does_not_repeat_done_and_the_same_again_takes_at_most_four_keys() {
    let mut screen = sample();
    screen.keys("4n<Shift-Tab><Ctrl-U>2011-01-10<Tab>B.F-12<Tab><Tab><Tab>Ring<Ctrl-S>").sees("Saved: follow-up F076");
    screen.keys("1");
    assert!(keys_pressed(&mut screen, &[("4", ""), ("K", ""), ("<Enter>", "")]) <= 4);
    screen.sees("Saved: follow-up F077").sees("2011-01-24");
}

#[test]
fn a_follow_up_done_and_the_next_one_made_takes_at_most_four_keys() {
    let mut screen = sample();
    screen.keys("4n<Shift-Tab><Ctrl-U>2011-01-10<Tab>E.M-53<Tab><Tab><Tab>Ring<Tab>1w<Ctrl-S>");
    screen.sees("Saved: follow-up F076").keys("1");
    assert!(keys_pressed(&mut screen, &[("4", ""), ("K", "")]) <= 4);
    // A week after it was due is today; the next one lies ahead.
    screen.sees("Done: Ring. Next Mon 24 Jan 2011. u undoes it.").keys("4").sees("2011-01-24");
}

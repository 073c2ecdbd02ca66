//! What goes on in the hand of somebody who types: what a form and the log line take for granted, and what they never
//! do unasked.

use crate::desk::{Screen, sample};
use caselog::app::exchange::Msg;
use caselog::domain::{Action, Change, Edit, Kind, Lang, Record};
use caselog::store::Store;

fn screen(lang: Lang) -> Screen {
    Screen::sample(lang, (80, 24))
}

#[test]
fn role_and_source_are_hers_who_is_chosen() {
    // A.C-23 was last a witness, I.O-37 a victim.
    let mut screen = screen(Lang::Sv);
    screen.keys("5/A.C-23<Enter><Enter>n").sees("Ny kontakt · A.C-23").sees("Roll                    vittne");
    screen.keys("<Shift-Tab><Shift-Tab><Shift-Tab><Ctrl-U>I.O-37<Tab>").sees("Roll                    brottsutsatt");
    // From anywhere, by typing and by looking up.
    let mut screen = self::screen(Lang::Sv);
    screen.keys("1ni.o-37<Tab>").sees("Roll                    brottsutsatt").sees("Kommissionen");
    screen.keys("<Ctrl-K>A.C-23<Enter>").sees("Ny kontakt · A.C-23").sees("Roll                    vittne");
    // What was chosen by hand stays; somebody new brings nothing.
    screen.keys("köpare<Tab><Shift-Tab><Shift-Tab><Ctrl-K>I.O-37<Enter>").sees("Roll                    köpare");
}

#[test]
fn somebody_new_was_nothing_before() {
    let mut screen = screen(Lang::En);
    screen.keys("2nI.O-37<Tab>").sees("Role                    victim");
    screen
        .keys("<Shift-Tab><Ctrl-U>Z.Z-1<Enter><Ctrl-S>")
        .sees("Z.Z-1 (new)")
        .misses("Role                    victim")
        .misses("Trafficking");
}

#[test]
fn a_draft_is_taken_up_as_it_was_left() {
    let mut screen = screen(Lang::En);
    screen.keys("2nI.O-37<Tab>").sees("Role                    victim");
    screen
        .keys("<Ctrl-U>")
        .misses("Role                    victim")
        .keys("<Esc>n<↑><Enter>")
        .sees("New contact · I.O-37")
        .misses("Role                    victim");
}

#[test]
fn the_log_line_says_what_it_assumes() {
    let mut screen = screen(Lang::En);
    screen.keys("ii.o-37 support talk").sees("today ").sees("(assumed)").sees("role: victim (assumed)");
    screen.keys("<Enter>").sees("Saved: contact C0424").keys("2").sees("I.O-37    victim");
    let mut screen = self::screen(Lang::Sv);
    screen.keys("ii.o-37 14.20 säljare").sees("idag (antas)").sees("roll: säljare").misses("säljare (antas)");
    screen.keys("<Ctrl-U>i fredags i.o-37").sees("fre 14 jan 2011, i fredags").misses("idag");
}

#[test]
fn the_log_line_points_out_everybody_it_may_be() {
    let mut screen = screen(Lang::Sv);
    screen.keys("iE.M").sees("kan vara flera: E.M-").keys("<Ctrl-U>i").misses("menas");
    screen.keys("<Ctrl-U>stodsamtl").sees("menas ”stödsamtal”");
    let mut screen = self::screen(Lang::En);
    screen.keys("istodsamtl").sees("do you mean “support talk”?");
}

#[test]
fn a_sample_stays_whatever_is_undone() {
    let mut screen = screen(Lang::Sv);
    screen.keys("u").sees("Det finns inget att ångra").keys("2").sees("423");
    screen.keys("d").sees("Borttaget").keys("u").sees("Ångrat").keys("u").sees("Det finns inget att ångra");
}

#[test]
fn an_import_is_undone_only_if_it_is_meant() {
    let mut store = Store::in_memory().unwrap();
    let person = |alias: &str| {
        let record = Record::new(Kind::Person).with(1, caselog::domain::Value::Text(alias.to_owned()));
        Edit::Record { before: None, after: Some(record) }
    };
    let edits = ["A.B-1", "A.B-2", "A.B-3"].map(person).into();
    store.apply(Change { action: Action::Import, edits }, crate::desk::now()).unwrap();
    let mut screen = Screen::new(store, Lang::En, (80, 24));
    screen.keys("5u").sees("Undo a whole import?").sees("the import of 3 records").keys("<Enter>").sees("A.B-1");
    screen.keys("u<↓><Enter>").sees("Undone: the import of 3 records").misses("A.B-1");
    screen.keys("<Ctrl-R>").sees("Done again: the import of 3 records").sees("A.B-1");
}

#[test]
fn in_a_window_too_small_to_see_no_key_changes_anything() {
    let mut screen = screen(Lang::Sv);
    screen.keys("2").resize(30, 10).sees("För litet fönster").keys("d5nx").send(Msg::Paste("y".to_owned()));
    screen.resize(80, 24).sees("Kontakter").sees("423").misses("Borttaget").keys("8");
    screen.resize(30, 10).keys("<Ctrl-L>").resize(80, 24);
    screen.sees("Enter låser upp");
    let mut screen = self::screen(Lang::Sv);
    screen.resize(30, 10).keys("q");
    assert!(screen.quit);
}

#[test]
fn how_she_is_reached_begins_with_what_is_safe() {
    let mut screen = screen(Lang::Sv);
    screen.keys("5/E.M-53<Enter><Enter>").sees("Nås: inget säkert sätt är noterat").misses("Nås: Rinkeby");
    screen.keys("<Esc><Esc>/I.O-37<Enter><Enter>").sees("Nås: nås via Socialjouren");
}

#[test]
fn what_is_offered_outlives_its_explanation() {
    let mut screen = screen(Lang::En);
    screen.keys("2nB.F-12<Tab>victim<Tab><Tab>phone<Ctrl-S>").sees("Next?").keys("W").sees("Close");
    screen.keys("<Enter>").sees("Next?").keys("W<Esc>").sees("Next?").keys("W<F1>").sees("Help").misses("Next?");
    screen.keys("<Esc>").misses("Next?");
    screen.keys("2nB.F-12<Tab>victim<Tab><Tab>phone<Ctrl-S>W<↓><Enter>").sees("Saved").misses("Next?");
}

#[test]
fn what_is_for_one_record_is_refused_while_several_are_marked() {
    let mut screen = screen(Lang::En);
    screen.keys("2<Space><Space>").sees("2 marked");
    for key in ["e", "L", "U", "m", "g"] {
        screen.keys(key).sees("! That is done to one record at a time").sees("2 marked");
    }
    // Where not all can be deleted, none is, and they stay marked.
    screen.keys("5<Ctrl-A>d").sees("! ").sees(" marked");
}

#[test]
fn news_that_are_long_are_told_to_the_end() {
    let mut screen = screen(Lang::En);
    screen.keys("5/E.M-53<Enter>d").sees("! ");
    let told = screen.app.message.clone().unwrap().text;
    assert!(told.as_str().len() > 80, "{told}");
    let last = told.as_str().rsplit(' ').next().unwrap();
    screen.sees(last).sees("? help");
}

#[test]
fn what_is_said_under_a_field_is_said_to_the_end() {
    let mut screen = screen(Lang::Sv);
    screen.keys("4n<Shift-Tab>nej<Tab>").sees("inte ett datum; som 2010-12-31, igår, -2d, 20/11,").sees("v48");
    screen.resize(80, 20).keys("<Esc>2n").sees("↓ 2 till").keys("<Tab><Tab><Tab>").sees(" till");
}

#[test]
fn what_lies_under_more_is_found_by_its_name() {
    let mut screen = screen(Lang::Sv);
    screen.keys("2:värdel").sees("Värdelistor").keys("<Enter>").sees("Roll (kontakter)");
    screen.keys("<Esc>").sees("Kontakter").keys(":inställ<Enter>").sees("Inställningar");
    screen.keys("<Esc><F1>utkast").sees("utkast").keys("<Ctrl-U>värdel").sees("Under Mer").sees("Värdelistor");
}

#[test]
fn explanations_of_keys_are_read_to_the_end() {
    let mut screen = screen(Lang::En);
    screen.keys("2:mark").sees("that are marked").keys("<Esc>?mark").sees("then done to all that are").sees("marked");
}

#[test]
fn a_day_that_stands_beforehand_gives_way_to_what_is_typed() {
    let mut screen = screen(Lang::En);
    screen.keys("2n<Shift-Tab>yesterday 1420").sees("When*                   yesterday 1420  Sun 16 Jan 2011 14:20");
    // What was typed, and what stands in the log, is gone on with.
    screen.keys("<Tab><Shift-Tab><Backspace>5").sees("2011-01-16 14:25");
    screen.keys("<Esc>2ex").sees("When*                   2011-01-14 16:30x");
}

#[test]
fn drafts_are_told_apart_and_one_of_another_person_is_not_at_hand() {
    let mut screen = screen(Lang::En);
    screen.keys("5/E.M-53<Enter><Enter>n").keys("<Ctrl-S>u").keys("n<Shift-Tab><Shift-Tab>");
    screen.keys("<Esc><Esc><Esc>");
    screen.keys("1nE.M-53<Tab><Esc>").sees("New contact · E.M-53 · 2011-01-17 09:10");
    screen.keys("iE.M-53: Afraid of her brother<Esc>1").sees("Afraid of her brother");
    screen.keys("5/<Ctrl-U>I.O-37<Enter><Enter>n").sees("There is a draft").sees("> Begin a new one");
    screen.keys("<Enter>").sees("New contact · I.O-37");
}

#[test]
fn near_names_stand_above_the_new_one_and_are_never_chosen_unasked() {
    let mut screen = screen(Lang::Sv);
    screen.keys("2ne.m-54").sees("Menas E.M-53?").sees("> + Ny person ”e.m-54”");
    screen.keys("<↑><Enter>").sees("Ny kontakt · E.M-53");
    screen.keys("<Shift-Tab><Ctrl-U>e.m-54<Tab>").sees("inget heter så");
    screen.keys("<Shift-Tab><Ctrl-K>E.M-53").sees("Enter för in");
    screen.keys("<Esc><Esc><Esc><Esc>").keys("<Ctrl-K>E.M-53").sees("Enter öppna");
}

#[test]
fn a_person_is_found_by_the_digits_of_her_number_in_the_field_too() {
    let mut screen = screen(Lang::En);
    screen.keys("5n<Ctrl-U>Q.Q-99<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>070-555 44 33<Ctrl-S>").sees("Saved: person");
    screen.keys("2n0705554433").sees("> Q.Q-99");
    // Nobody is told by a number that she keeps to herself: it is T.N-24's too.
    screen.keys("<Ctrl-U>0701740660").sees("> Ä.P-25").misses("T.N-24");
}

#[test]
fn a_form_does_not_tell_by_what_a_protected_person_is_like() {
    let mut screen = screen(Lang::Sv);
    screen.keys("5n<Ctrl-U>Q.Q-99<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>070-1740660<Tab>");
    screen.sees("? liknar T.N-24 och 3 till (något som är skyddat);").misses("(telefon)").keys("<Ctrl-G>");
    screen.sees("T.N-24 (P017) · 1983-01-11 · något som är skyddat");
}

#[test]
fn an_uncertain_age_is_called_so() {
    let mut screen = screen(Lang::Sv);
    screen.keys("5/A.C-23<Enter><Enter>").sees("ålder osäker (född 1974)").misses("ålder okänd");
    screen.resize(80, 80).keys("1").sees("A.C-23       ålder osäker (född 1974)");
}

#[test]
fn intervals_are_read_and_shown_in_the_language() {
    let mut screen = screen(Lang::Sv);
    screen.keys("4n").keys("<Tab><Tab><Tab>Ring<Tab>1v<Tab>").sees("1v  1 vecka").keys("<Ctrl-S>").sees("Sparat");
    screen.keys("/Ring<Enter><Enter>").sees("1 vecka").misses("1w");
}

#[test]
fn ticked_off_the_next_open_one_is_at_hand() {
    let mut screen = screen(Lang::En);
    screen.keys("4");
    let line = |screen: &Screen| screen.picture().lines().find(|line| line.starts_with('>')).unwrap().to_owned();
    let next = |screen: &Screen| {
        let picture = screen.picture();
        picture.lines().skip_while(|line| !line.starts_with('>')).nth(1).unwrap().trim().to_owned()
    };
    let expected = next(&screen);
    screen.keys("K").sees("Done: ");
    assert_eq!(line(&screen).trim_start_matches('>'), expected);
}

#[test]
fn the_guide_goes_on_only_when_something_was_saved() {
    let mut screen = Screen::new(Store::in_memory().unwrap(), Lang::En, (80, 24));
    screen.app.guide = Some(1);
    screen.keys("2n<Shift-Tab><Ctrl-U><Ctrl-S>").sees("Not saved yet");
    assert_eq!(screen.app.guide, Some(1));
    screen.keys("today<Ctrl-S>").sees("Saved");
    assert_eq!(screen.app.guide, Some(2));
}

#[test]
fn the_box_of_looking_up_tells_two_people_apart() {
    let mut screen = screen(Lang::Sv);
    screen.keys("<Ctrl-K>E.M").sees("E.M-53  1989").sees("kvinna, Rinkeby-Kista");
    assert!(sample().undoable().unwrap().is_none());
}

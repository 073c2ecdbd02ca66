//! Forms: what is made in place, what is said under a field, notes.

use crate::desk::Screen;
use caselog::app::exchange::Msg;
use caselog::domain::Lang;

fn sample(lang: Lang) -> Screen {
    Screen::sample(lang, (80, 24))
}

#[test]
fn a_person_is_made_in_place_and_goes_with_her_contact() {
    let mut screen = sample(Lang::En);
    screen.keys("2nZ.Z-77").sees("+ New person “Z.Z-77”");
    screen.keys("<Enter>").sees("New person · saved together with the form behind").sees("Z.Z-77");
    screen.keys("<Tab>1990").keys("<Ctrl-S>").sees("New contact · Z.Z-77").sees("age 20–21").misses("Saved");
    screen.keys("victim<Tab><Ctrl-S>").sees("Saved: contact C0424").sees("2011-01-17 09:10 Z.Z-77");
    screen.keys("<Esc>5/Z.Z<Enter>").sees("Z.Z-77").sees("1 of 202");
    screen.keys("u").sees("Undone: contact C0424").sees("Nothing fits").keys("<Esc>").sees("201");
    screen.keys("<Ctrl-R>").sees("202");
}

#[test]
fn only_a_name_needs_two_keys_more() {
    let mut screen = sample(Lang::Sv);
    screen.keys("2nZ.Z-77<Enter><Ctrl-S>brottsutsatt<Ctrl-S>").sees("Sparat: kontakt C0424").sees("Z.Z-77");
}

#[test]
fn somebody_who_stands_in_the_log_is_shown_before_a_second_one_is_made() {
    let mut screen = sample(Lang::En);
    screen.keys("2nb.f-12x<Enter>").misses("looks like").keys("<Shift-Tab><Backspace><Tab>");
    screen.sees("? looks like B.F-12 (name); Ctrl-G shows");
    screen.keys("<Ctrl-G>").sees("Already there?").sees("B.F-12 (P003) · 1968-08-04 · name");
    screen.keys("<↓><Enter>").sees("New contact · B.F-12").misses("(new)").sees("age 42");
    screen.keys("victim<Ctrl-S>").sees("Saved: contact C0424").keys("5").sees("201");
}

#[test]
fn a_new_person_who_looks_like_another_gives_way_to_her_page() {
    let mut screen = sample(Lang::Sv);
    screen.keys("5nB.F-12<Tab>").sees("? liknar B.F-12 (namn)").keys("<Ctrl-G><↓><Enter>").sees("Person P003 · B.F-12");
    screen.keys("1<Home>").sees("Påbörjat, inte sparat").sees("Ny person");
}

#[test]
fn organisations_are_made_in_place_too_several_at_once() {
    let mut screen = sample(Lang::En);
    screen.keys("8<Home><Enter>n<Tab><Tab>Joint evening<Tab>");
    screen.keys("Nya byrån<Enter>").sees("New organisation").keys("<Ctrl-S>");
    screen.keys("<Shift-Tab>Andra byrån<Enter><Ctrl-S>").sees("Nya byrån (new), Andra byrån (new)");
    screen
        .keys("<Ctrl-S>")
        .sees("Saved: activity")
        .sees("Joint evening")
        .keys("<Enter>")
        .sees("Nya byrån, Andra byrån");
    screen.keys("u").sees("Undone: activity").keys("8").keys("j").keys("j<Enter>/byrån<Enter>").misses("Nya byrån");
}

#[test]
fn the_draft_keeps_whom_was_made_in_place() {
    let mut screen = sample(Lang::En);
    screen.keys("2nZ.Z-77<Enter><Tab>1990<Ctrl-S>").sees("Z.Z-77 (new)").send(Msg::Tick);
    screen.keys("<Esc>1<Home>").sees("New contact · Z.Z-77");
    // As it is after a crash: only what the store kept.
    screen.app.world.drafts.clear();
    screen.keys("<Ctrl-L><Enter>1<Home>").sees("New contact · Z.Z-77").keys("<Enter>").sees("age 20–21");
    screen.keys("<Ctrl-S>").sees("Saved: contact C0424").keys("5/Z.Z<Enter>").sees("1990");
}

#[test]
fn locked_in_the_middle_of_it_she_is_still_made_for_her_contact() {
    let mut screen = sample(Lang::En);
    screen.keys("2nZ.Z-77<Enter><Tab>1990<Ctrl-L><Enter>").sees("New person · saved together with the form behind");
    screen.keys("<Ctrl-S>").sees("New contact · Z.Z-77").keys("<Ctrl-S>").sees("Saved: contact C0424");
    screen.keys("u").sees("Undone: contact C0424").keys("5/Z.Z<Enter>").sees("Nothing fits");
}

#[test]
fn what_is_left_in_place_is_kept_for_itself() {
    let mut screen = sample(Lang::En);
    screen.keys("2nZ.Z-77<Enter><Tab>1990<Esc>").sees("New contact").sees("Z.Z-77");
    screen.keys("<Esc>1<Home>").sees("New contact").sees("New person").keys("<Enter>").sees("New person").sees("1990");
    screen.keys("<Ctrl-S>").sees("Saved: person");
}

#[test]
fn somebody_new_on_the_log_line_comes_along_into_the_form() {
    let mut screen = sample(Lang::En);
    screen.keys("5i22:10 new woman ~1990 seller information").sees("new person").keys("<Tab>");
    screen.sees("New contact").sees("(new)").sees("seller").keys("<Ctrl-S>").sees("Saved: contact C0424");
}

#[test]
fn a_number_that_identifies_is_pointed_out_and_taken_out_with_one_key() {
    let mut screen = sample(Lang::Sv);
    screen.keys("2n").keys("<Shift-Tab><Shift-Tab>").keys(&"<Tab>".repeat(15)).sees(">Anteckning");
    screen
        .keys("Sa 900101-0017 och gick.")
        .sees("? ser ut som ett personnummer; Ctrl-T tar bort det")
        .sees("Ctrl-T ta bort numret");
    screen.keys("<Ctrl-T>").sees("Sa och gick.").misses("900101").sees("Numret är borttaget").misses("Ctrl-T");
    screen.keys("<Ctrl-Z>").sees("Sa 900101-0017 och gick.").keys("<Ctrl-Y>").sees("Sa och gick.");
    // In every free text, and in Today when it was saved all the same.
    screen
        .keys("<Ctrl-Z><Ctrl-S>")
        .sees("Sparat: kontakt C0424")
        .keys("<Esc>4n")
        .keys("<Tab><Tab><Tab>Ring 9001010017");
    screen.sees("? ser ut som ett personnummer").keys("<Ctrl-S>").sees("Sparat: uppföljning");
    screen.keys("<Esc>1<End>").resize(80, 60);
    screen.sees("Ser ut att innehålla ett personnummer (kontakter)  1");
    screen.sees("Ser ut att innehålla ett personnummer (uppföljningar)  1");
}

#[test]
fn what_a_check_would_find_is_said_while_typing_and_refuses_nothing() {
    let mut screen = sample(Lang::En);
    screen.keys("5nQ.Q-99<Tab><Tab>1996").sees("? may be 0-14 or 15-17");
    screen.keys("<Ctrl-S>").sees("Saved: person");
    screen.resize(80, 40).keys("2n<Shift-Tab><Ctrl-U>tomorrow<Tab>").sees("? contact in the future");
    screen
        .keys("Q.Q-99<Tab><Tab>")
        .sees("? role missing")
        .keys("<Shift-Tab>victim<Tab>traf<Tab>")
        .misses("role missing");
    screen.keys("<Tab><Tab><Tab>").misses("no offer recorded").keys("<Tab>").sees("? no offer recorded");
    screen.keys(&"<Tab>".repeat(3)).keys("not<Tab>").sees("? child interviewed without social services");
    screen.keys("<Ctrl-S>").sees("Saved: contact C0424");
    // One that is switched off is not said here either.
    screen
        .keys("<Esc>8<End>k<Enter>")
        .keys(&"j".repeat(caselog::checks::RULES.iter().position(|r| r.about.code == "role_missing").unwrap()));
    screen.keys("<Enter><↓><Enter>").keys("2n<Tab><Tab><Tab>").misses("role missing").sees("? source missing");
}

#[test]
fn the_steps_of_a_referral_come_in_their_order() {
    let mut screen = Screen::sample(Lang::Sv, (80, 40));
    screen
        .keys("3n")
        .keys("<Tab><Tab>")
        .keys(&"<Tab>".repeat(5))
        .sees(">Besvarad")
        .keys("-3d<Tab>")
        .sees("? före datum");
    screen.keys("<Shift-Tab><Ctrl-U>idag<Tab>").misses("? före").keys("+2d<Tab>").sees("? efter idag");
}

#[test]
fn a_note_has_lines_words_undo_and_a_limit() {
    let mut screen = sample(Lang::En);
    screen.keys("2n").keys(&"<Tab>".repeat(14)).sees(">Note");
    screen.keys("one two<Enter>three").sees("one two").sees("three");
    screen.keys("<Ctrl-Home><Ctrl-→><Ctrl-→>!").sees("one two!").keys("<↓>?").sees("three?");
    screen.send(Msg::Paste("pasted\nin one".to_owned()));
    screen.sees("three?pasted").keys("<Ctrl-Z>").sees("three?").misses("pasted").keys("<Ctrl-Z>").misses("three?");
    screen.keys("<Ctrl-F>").sees("Entered in the file 2011-01-17").keys("<Ctrl-F>").misses("Entered in the file 2011");
    screen.keys("<Ctrl-F><Ctrl-Z>").misses("Entered in the file 2011").sees("three");
    screen.send(Msg::Paste("å".repeat(30_000)));
    screen.sees(" left").send(Msg::Paste("ä".repeat(3_000)));
    screen.sees("! too long").keys("<Ctrl-S>").sees("Not saved yet").keys("<Ctrl-Z><Ctrl-S>").sees("Saved: contact");
}

#[test]
fn a_page_makes_what_belongs_to_it_and_says_whom_it_is_about() {
    let mut screen = Screen::sample(Lang::En, (120, 40));
    screen.keys("8<Home>j<Enter>/Annonser<Enter><Enter>").sees("Matter M03");
    screen.sees("E.M-53 · 2010-10-06 19:45, victim").sees("Ö.R-30 ▲ · 2010-10-05");
    screen.keys("n").sees("New contact").sees("Matter Annonser, Söderort").sees(">Person").keys("I.O-37<Tab><Ctrl-S>");
    screen.sees("Saved: contact C0424").keys("u").sees("Undone: contact C0424");
    screen.keys("8<Esc><Esc><Home>jj<Enter>/Farsta<Enter><Enter>").sees("Organisation O12").sees("Å.L-30 · 2011-01-14");
    screen.keys("n").sees("New referral").sees("To Farsta stadsdelsförvaltning").sees(">Person").keys("<Esc>");
    screen.keys("d").sees("! Not deleted: organisation O12 is named by referral").sees("Organisation O12");
    screen.keys("8<Esc><Esc><Home><Enter><Enter>").sees("Activity A").keys("n").sees("New activity");
    screen
        .sees("First day* 2011-01-17")
        .keys("<Ctrl-S>")
        .sees("Saved: activity A064")
        .keys("u")
        .sees("Undone: activity");
    // On her own page she is not named again.
    screen.keys("5/E.M-53<Enter><Enter>").sees("Person P002").misses("E.M-53 · 20");
}

//! The next step, offered after saving: taken with one key, left with any other, never made unasked.

use crate::desk::Screen;
use caselog::domain::Lang;

fn sample(lang: Lang) -> Screen {
    Screen::sample(lang, (80, 24))
}

/// A contact with somebody, saved from the list.
const SAVED: &str = "2nB.F-12<Tab>victim<Tab><Tab>phone<Ctrl-S>";

#[test]
fn enter_takes_what_comes_next_and_one_undo_takes_it_back() {
    let mut screen = sample(Lang::En);
    screen.keys(SAVED).sees("Saved: contact C0424");
    screen.sees("Next? Follow-up Mon 24 Jan 2011: Ask how things are · B.F-12").sees("Enter do it");
    screen.keys("<Enter>").sees("Saved: follow-up F076").misses("Next?");
    screen.keys("4/how things are<Enter>").sees("2011-01-24 open").sees("1 of 76");
    screen.keys("u").sees("Undone: follow-up F076").keys("<Esc>2").sees("424");
}

#[test]
fn any_other_key_leaves_it_and_does_what_it_always_does() {
    for (key, sees) in
        [("j", "Contacts"), ("<Esc>", "Contacts"), ("e", "Change contact C0424"), ("u", "Undone: contact C0424")]
    {
        let mut screen = sample(Lang::En);
        screen.keys(SAVED).sees("Next?").keys(key).misses("Next?").sees(sees);
        screen.keys("<Esc>4").sees("75").misses("76");
    }
}

#[test]
fn it_is_filled_in_first_and_saved_like_any_other() {
    let mut screen = sample(Lang::Sv);
    screen
        .keys("2nB.F-12<Tab>brottsutsatt<Tab><Tab>telefon<Ctrl-S>")
        .sees("Härnäst? Uppföljning mån 24 jan 2011: Hör hur det går");
    screen.keys("<Tab>").sees("Ny uppföljning · B.F-12").sees("Hör hur det går");
    screen
        .keys("<Shift-Tab><Shift-Tab><Shift-Tab><Shift-Tab><Shift-Tab><Ctrl-U>+3d<Ctrl-S>")
        .sees("Sparat: uppföljning F076");
    screen.sees("2011-01-20");
}

#[test]
fn a_child_without_a_report_leads_to_the_form_of_one() {
    let mut screen = sample(Lang::En);
    screen.keys("5n<Ctrl-U>Q.Q-99<Tab><Tab>1996<Ctrl-S>").sees("Saved: person");
    screen.keys("2nQ.Q-99<Tab>seller<Ctrl-S>").sees("Next? Referral: report to social services");
    screen.keys("<Enter>").sees("New referral · Q.Q-99").sees("report to social services").sees("2011-01-17");
    screen
        .keys("<Ctrl-S>")
        .sees("Saved: referral R089")
        .sees("Next? Follow-up Mon 31 Jan 2011: Ask whether an inquiry");
}

#[test]
fn nothing_is_offered_where_something_waits() {
    let mut screen = sample(Lang::En);
    screen.keys(SAVED).keys("<Enter>").sees("Saved: follow-up");
    screen.keys(SAVED).sees("Saved: contact C0425").misses("Next?");
}

#[test]
fn what_is_offered_is_explained_and_its_limit_changed() {
    let mut screen = sample(Lang::En);
    screen.keys(SAVED).keys("W").sees("get in touch again after 7 days").sees("Limit: 7 days").sees("practice, no law");
    screen.keys("<↓><↓><Enter>").sees("Limit").keys("soon<Enter>").sees("! not an interval");
    screen.keys("<Ctrl-U>3w").sees("= 3 weeks").keys("<Enter>").sees("Saved: the project and its settings");
    screen.keys("2nA.C-23<Tab>victim<Ctrl-S>").sees("Next?").sees("Mon 7 Feb 2011");
    screen.keys("W<↓><Enter>").sees("Saved: the project and its settings");
    screen.keys("2nA.C-23<Tab>victim<Ctrl-S>").sees("Saved: contact").misses("Next?");
    screen.keys("8<End><Enter>").keys("j").sees(": off").keys("jj").sees("7 days → 3 weeks");
    screen.keys("8<End>k<Enter><End><Enter>").sees("the same again after 7 days").keys("<Esc>e").sees("Limit");
}

#[test]
fn a_key_pressed_before_it_is_shown_takes_nothing() {
    use caselog::app::exchange::{Effect, Msg, Reply};
    use caselog::app::key::Key;
    use caselog::app::{Env, update};
    let mut screen = sample(Lang::En);
    screen.keys("2nB.F-12<Tab>victim<Tab><Tab>phone");
    // The answers come one by one, and Enter is pressed before the last of them.
    let env = Env { now: crate::desk::now() };
    let mut waiting: Vec<Effect> = update(&mut screen.app, Msg::Key(Key::parse("Ctrl-S").unwrap()), &env);
    let saved = waiting.remove(0);
    let Effect::Ask(ticket, ask) = saved else { panic!("{saved:?}") };
    let told = screen.answer(ask);
    let asked = update(&mut screen.app, Msg::Reply(Reply { ticket, told }), &env);
    screen.key(Key::parse("j").unwrap());
    for effect in asked {
        let Effect::Ask(ticket, ask) = effect else { continue };
        let told = screen.answer(ask);
        screen.send(Msg::Reply(Reply { ticket, told }));
    }
    screen.misses("Next?").keys("<Enter>").keys("4").sees("75").misses("76");
}

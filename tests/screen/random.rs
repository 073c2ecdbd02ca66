//! Ten thousand random keys and sizes from fixed seeds: nothing panics, and the screen is always drawn whole.

use crate::desk::Screen;
use caselog::app::key::{Code, Key};
use caselog::app::keys::BINDINGS;
use caselog::app::prompt::Purpose;
use caselog::domain::Lang;

/// A small generator of its own, so that the same seed means the same keys for ever (xorshift64*).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides
    }
}

const TEXT: &[char] = &[
    'a', 'e', 'r', 'å', 'ä', 'ö', 'É', ' ', '-', '.', ',', ':', ';', '"', '1', '2', '0', '漢', '👩', '\u{200d}',
    '\u{30a}', '\u{202e}', '\u{ad}', '\u{fe0f}',
];

fn key(dice: &mut Dice) -> Key {
    let plain = |name: &str| Key::parse(name).unwrap();
    match dice.roll(10) {
        0 => Key::plain(Code::Char(TEXT[dice.roll(TEXT.len())])),
        1 => plain("Enter"),
        2 => plain(["↓", "↑", "→", "←", "Tab", "Esc"][dice.roll(6)]),
        _ => {
            let names: Vec<&str> = BINDINGS.iter().flat_map(|b| b.keys.split(' ')).collect();
            plain(names[dice.roll(names.len())])
        }
    }
}

fn play(seed: u64, lang: Lang, keys: usize) {
    let mut dice = Dice(seed);
    let mut screen = Screen::sample(lang, (80, 24));
    for step in 0..keys {
        if dice.roll(20) == 0 {
            let size = (1 + dice.roll(300) as u16, 1 + dice.roll(100) as u16);
            screen.resize(if dice.roll(3) == 0 { size.0 } else { 60 + size.0 / 3 }, size.1.max(1));
        }
        let mut key = key(&mut dice);
        // No file is written from here.
        if screen.app.prompt.as_ref().is_some_and(|prompt| matches!(prompt.purpose, Purpose::Path | Purpose::Sheet)) {
            key = Key::plain(Code::Esc);
        }
        screen.key(key);
        if step % 4 == 0 {
            screen.picture();
        }
    }
}

#[test]
fn random_keys_in_swedish() {
    play(0x5eed_0001, Lang::Sv, 5000);
}

#[test]
fn random_keys_in_english() {
    play(0x5eed_0002, Lang::En, 5000);
}

#[test]
fn every_size_is_drawn() {
    let mut screen = Screen::sample(Lang::Sv, (80, 24));
    for keys in [
        "1",
        "2",
        "<Enter>",
        "n",
        "<Ctrl-O>",
        "<Esc><Esc>6",
        "?",
        "<Esc><Tab>",
        "b<Enter>ggg",
        "<Tab>",
        "<Tab>g",
        "<Tab>b<Enter>",
        "<Tab>",
        "<Tab>",
        "e",
        "<Esc>7",
        "p",
        "<Esc>8",
        "?",
        "<Ctrl-L>",
    ] {
        screen.keys(keys);
        for (width, height) in
            [(1, 1), (1, 40), (300, 1), (59, 20), (60, 19), (60, 20), (61, 21), (99, 30), (100, 20), (300, 100)]
        {
            screen.resize(width, height).picture();
        }
        screen.resize(80, 24);
    }
}

#[test]
fn too_small_a_window_says_so() {
    let mut screen = Screen::sample(Lang::Sv, (40, 10));
    screen.sees("För litet fönster: 40x10.").sees("60x20");
}

//! look
use crate::desk::Screen;
use caselog::domain::Lang;

#[test]
fn look() {
    let mut s = Screen::sample(Lang::Sv, (80, 24));
    for keys in ["", "2", "<Enter>", "<Esc>n", "<Esc>3", "4", "5", "6", "<Tab>", "7", "8", "?"] {
        s.keys(keys);
        println!("=== {keys}\n{}", s.picture());
    }
}

//! Unicode scalar values to send through what people are shown, and what must never come out.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Where the characters stand that can do harm, and their neighbours.
const SPECIAL: &[std::ops::RangeInclusive<char>] = &[
    '\u{1}'..='\u{36f}',
    '\u{590}'..='\u{620}',
    '\u{6d0}'..='\u{710}',
    '\u{8e0}'..='\u{8e4}',
    '\u{1100}'..='\u{11ff}',
    '\u{17b0}'..='\u{17b8}',
    '\u{1800}'..='\u{1810}',
    '\u{2000}'..='\u{2070}',
    '\u{2800}'..='\u{2801}',
    '\u{3000}'..='\u{3001}',
    '\u{3164}'..='\u{3165}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{ffff}',
    '\u{110b0}'..='\u{110d0}',
    '\u{13430}'..='\u{13460}',
    '\u{1bca0}'..='\u{1bca4}',
    '\u{1d170}'..='\u{1d180}',
    '\u{e0000}'..='\u{e01f0}',
    '\u{e0ff0}'..='\u{e1000}',
    '\u{10fff0}'..=char::MAX,
];

/// All scalar values but NUL, which no text may hold, in texts of so many; with `CASELOG_TEST_SCALARS=all` every one,
/// else every 61st and the special ones. A letter parts them, so that no two make one.
pub fn texts(length: usize) -> Vec<String> {
    let all = std::env::var("CASELOG_TEST_SCALARS").is_ok_and(|which| which == "all");
    let chosen: Vec<char> = match all {
        true => ('\u{1}'..=char::MAX).collect(),
        false => ('\u{1}'..=char::MAX).step_by(61).chain(SPECIAL.iter().flat_map(Clone::clone)).collect(),
    };
    assert!(!all || chosen.len() == 1_112_063);
    chosen.chunks(length / 2).map(|chunk| chunk.iter().flat_map(|c| [*c, 'x']).collect()).collect()
}

/// The first character that nobody may be shown: by its category, and not by the program's own list. A line end is the
/// caller's.
pub fn harm(text: &str) -> Option<String> {
    text.chars().find(|&c| is_harmful(c) && c != '\n').map(|c| format!("U+{:04X}", c as u32))
}

/// Whether a character is a control, turns the direction, or is not seen.
pub fn is_harmful(c: char) -> bool {
    let invisible = [
        '\u{34f}', '\u{115f}', '\u{1160}', '\u{17b4}', '\u{17b5}', '\u{180b}', '\u{180c}', '\u{180d}', '\u{180e}',
        '\u{180f}', '\u{2800}', '\u{3164}', '\u{ffa0}',
    ];
    let default_ignorable =
        matches!(c, '\u{2065}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}');
    let category = matches!(
        c.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    );
    category || invisible.contains(&c) || default_ignorable
}

//! The typefaces that a PDF is set in: IBM Plex, free under the SIL Open Font License (src/report/fonts/OFL.txt).
//! Only the letters that a report uses go into its file.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use std::sync::OnceLock;

const REGULAR: &[u8] = include_bytes!("../fonts/IBMPlexSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf");
const MONO: &[u8] = include_bytes!("../fonts/IBMPlexMono-Regular.ttf");

/// Where a word is parted at the end of a line. No text has one of its own.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// A typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Regular,
    Bold,
    /// For commands.
    Mono,
}

/// The typefaces, read once.
pub struct Fonts {
    faces: [Letters; 3],
}

/// A typeface with its letters.
struct Letters {
    font: Font,
    /// The glyph of each character, and how far it goes, as a part of the size.
    glyphs: HashMap<char, (GlyphId, f32)>,
}

/// The typefaces; `None` if those in the program cannot be read.
pub fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    let read = || Some(Fonts { faces: [Letters::read(REGULAR)?, Letters::read(BOLD)?, Letters::read(MONO)?] });
    FONTS.get_or_init(read).as_ref()
}

impl Letters {
    fn read(data: &'static [u8]) -> Option<Letters> {
        let font = Font::new(krilla::Data::from(data), 0)?;
        let read = FontRef::new(data).ok()?;
        let metrics = read.glyph_metrics(Size::unscaled(), LocationRef::default());
        let glyphs = read.charmap().mappings().filter_map(|(code, glyph)| {
            let advance = metrics.advance_width(glyph)? / font.units_per_em();
            Some((char::from_u32(code)?, (GlyphId::new(glyph.to_u32()), advance)))
        });
        let mut glyphs: HashMap<_, _> = glyphs.collect();
        let hyphen = *glyphs.get(&'-')?;
        glyphs.insert(SOFT_HYPHEN, hyphen);
        Some(Letters { font, glyphs })
    }
}

impl Fonts {
    pub fn font(&self, face: Face) -> Font {
        self.letters(face).font.clone()
    }

    /// How wide a text is at a size.
    pub fn width(&self, face: Face, text: &str, size: f32) -> f32 {
        let letters = self.letters(face);
        text.chars().filter_map(|c| letters.glyphs.get(&c)).map(|(_, advance)| advance).sum::<f32>() * size
    }

    /// The glyphs of a text.
    pub fn glyphs(&self, face: Face, text: &str) -> Vec<KrillaGlyph> {
        let letters = self.letters(face);
        let glyph = |(at, c): (usize, char)| {
            let (glyph, advance) = letters.glyphs.get(&c)?;
            Some(KrillaGlyph::new(*glyph, *advance, 0.0, 0.0, 0.0, at..at + c.len_utf8(), None))
        };
        text.char_indices().filter_map(glyph).collect()
    }

    /// The text with the characters that the typeface lacks replaced by their names: `[U+65E5]`. Signs that only
    /// choose between forms of a letter go.
    pub fn printable(&self, face: Face, text: &str) -> String {
        let letters = self.letters(face);
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => out.extend((c == '\n').then_some(c)),
                _ if letters.glyphs.contains_key(&c) => out.push(c),
                _ => out += &format!("[U+{:04X}]", u32::from(c)),
            }
        }
        out
    }

    fn letters(&self, face: Face) -> &Letters {
        match face {
            Face::Regular => &self.faces[0],
            Face::Bold => &self.faces[1],
            Face::Mono => &self.faces[2],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_the_fonts_lack_is_named() {
        let fonts = fonts().unwrap();
        assert_eq!(fonts.printable(Face::Regular, "Åsa 日\u{fe0f}\n−5 kr"), "Åsa [U+65E5]\n−5 kr");
        for face in [Face::Regular, Face::Bold, Face::Mono] {
            let ours = "ÅÄÖåäöéÉüß–—…·“”’\u{a0}§½€<>=%×→←≥≤±";
            assert_eq!(fonts.printable(face, ours), ours);
        }
    }

    #[test]
    fn figures_are_of_one_width() {
        let fonts = fonts().unwrap();
        for digit in '0'..='9' {
            assert_eq!(fonts.width(Face::Regular, &digit.to_string(), 10.0), fonts.width(Face::Regular, "0", 10.0));
        }
    }
}

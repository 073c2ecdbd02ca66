//! Text on its way in (normalised) and on its way out to people (`Shown`).

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Swedish.
    #[default]
    Sv,
    /// English.
    En,
}

impl Lang {
    /// The language's code, `sv` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Sv => "sv",
            Lang::En => "en",
        }
    }

    /// The language with that code or locale name (`sv`, `sv_SE.UTF-8`), if it is one of ours.
    pub fn from_locale(locale: &str) -> Option<Lang> {
        match locale.get(..2)?.to_ascii_lowercase().as_str() {
            "sv" => Some(Lang::Sv),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// A text of the program in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub sv: &'static str,
    pub en: &'static str,
}

impl Text {
    /// Both languages, Swedish first, so that neither can be left out.
    pub const fn new(sv: &'static str, en: &'static str) -> Text {
        Text { sv, en }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}

/// Text that may be shown to people: on the screen, in print, in a table or a message.
///
/// Making one drops every character that could move the cursor, turn the direction of the line or hide itself:
/// Cc (line ends stay, a tab becomes a space), Cf, Zl, Zp, the default-ignorable and the blank Hangul and Braille
/// letters. Variation selectors stay. Views and printers take nothing else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Shown(String);

impl Shown {
    /// Makes any text fit to be shown.
    pub fn new(text: impl Into<String>) -> Shown {
        let text = text.into();
        // Nearly every text is fit as it is.
        match text.chars().all(|c| shown_char(c) == Some(c)) {
            true => Shown(text),
            false => Shown(text.chars().filter_map(shown_char).collect()),
        }
    }

    /// The same on one line: line ends become spaces.
    pub fn line(text: impl Into<String>) -> Shown {
        let mut shown = Shown::new(text);
        if shown.0.contains('\n') {
            shown.0 = shown.0.replace('\n', " ");
        }
        shown
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<Shown> for String {
    fn from(shown: Shown) -> String {
        shown.0
    }
}

impl From<&Shown> for String {
    fn from(shown: &Shown) -> String {
        shown.0.clone()
    }
}

impl AsRef<str> for Shown {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Shown {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Shown, D::Error> {
        String::deserialize(deserializer).map(Shown::new)
    }
}

fn shown_char(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        _ if is_unseen(c) => None,
        _ => Some(c),
    }
}

/// Whether a character is a control, turns the direction of text, or cannot be seen.
///
/// Source: Unicode general categories Cc, Cf, Zl, Zp; `Default_Ignorable_Code_Point` of DerivedCoreProperties, less
/// the variation selectors; U+2800, the Braille letter without dots.
pub fn is_unseen(c: char) -> bool {
    if c < '\u{300}' {
        // Of these, which nearly all text is made of, only the soft hyphen is of another category than Cc.
        return c.is_control() || c == '\u{ad}';
    }
    if matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}') {
        return false;
    }
    // The dashes, dots, arrows, lines and blocks that screens are made of need not be looked up.
    if matches!(c, '\u{2010}'..='\u{2027}' | '\u{2190}'..='\u{27ff}') {
        return false;
    }
    is_of_unseen_category(c)
}

fn is_of_unseen_category(c: char) -> bool {
    matches!(
        c.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    ) || matches!(c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2065}'
        | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}')
}

/// Text as it is stored: NFC, line ends LF. All other characters are kept (contract section 3).
pub fn normalise(text: &str) -> String {
    if text.is_ascii() && !text.contains('\r') {
        return text.to_owned();
    }
    let text: String = text.nfc().collect();
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Text for comparing names: small letters, NFC, without spaces at the ends.
pub fn fold(text: &str) -> String {
    text.trim().to_lowercase().nfc().collect()
}

/// The letters of a text small and without diacritics, as the search index compares them.
pub fn plain_letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfd().filter(|c| c.general_category() != GeneralCategory::NonspacingMark).flat_map(char::to_lowercase)
}

/// A key that orders labels as a reader of Swedish expects: å, ä, ö after z, capitals and small letters together,
/// other diacritics with their letter. English labels sort the same way.
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in fold(text).chars() {
        match c {
            'å' => key.push('\u{7b}'),
            'ä' | 'æ' => key.push('\u{7c}'),
            'ö' | 'ø' => key.push('\u{7d}'),
            _ => {
                key.extend(std::iter::once(c).nfd().filter(|c| c.general_category() != GeneralCategory::NonspacingMark))
            }
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unseen_is_shown() {
        for c in '\0'..=char::MAX {
            let is_selector = matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
            assert_eq!(is_unseen(c), !is_selector && is_of_unseen_category(c), "U+{:04X}", c as u32);
            let shown = Shown::new(format!("a{c}b"));
            assert!(shown.as_str().chars().all(|c| c == '\n' || !is_unseen(c)), "U+{:04X}", c as u32);
        }
        assert_eq!(Shown::new("Å\u{202e}k\u{1b}[2Je\tö\n").as_str(), "Åk[2Je ö\n");
        assert_eq!(Shown::line("a\nb").as_str(), "a b");
    }

    #[test]
    fn swedish_letters_sort_last() {
        let mut names = vec!["Östermalm", "Älvsjö", "Årsta", "zon", "Café", "cafe", "Farsta"];
        names.sort_by_key(|n| sort_key(n));
        assert_eq!(names, ["Café", "cafe", "Farsta", "zon", "Årsta", "Älvsjö", "Östermalm"]);
    }

    #[test]
    fn stored_text_is_nfc_with_line_feeds() {
        assert_eq!(normalise("A\u{30a}\r\nb\rc\u{200b}"), "Å\nb\nc\u{200b}");
    }
}

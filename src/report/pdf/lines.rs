//! Text broken into lines of a width in points: at spaces, in words between their syllables, and anywhere only where
//! a word has no syllables that fit.

use super::fonts::{Face, Fonts, SOFT_HYPHEN};
use crate::domain::Lang;
use unicode_segmentation::UnicodeSegmentation;

/// Letters that stand at least on each side of a parted word.
const LETTERS: usize = 3;

/// A stretch of text of one typeface.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub face: Face,
    pub text: String,
    pub link: Option<Link>,
}

/// Where a stretch of text leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// To the note with that mark.
    Note(usize),
    /// From the note with that mark back to where the mark first stands.
    Back(usize),
}

/// A line and its width without the space at its end.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub runs: Vec<Run>,
    pub width: f32,
}

/// What text is set in: its typefaces, the language by which words may be parted, if they may, and its size.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub fonts: &'a Fonts,
    pub lang: Option<Lang>,
    pub size: f32,
}

impl Setting<'_> {
    /// How wide runs are on one line.
    pub fn width(&self, runs: &[Run]) -> f32 {
        runs.iter().map(|run| self.fonts.width(run.face, &run.text, self.size)).sum()
    }

    /// How wide the widest word of runs is.
    pub fn widest_word(&self, runs: &[Run]) -> f32 {
        let words = tokens(runs).into_iter().map(|token| match token {
            Token::Word(word) => self.width(&word),
            Token::Space | Token::End => 0.0,
        });
        words.fold(0.0, f32::max)
    }

    /// The lines of runs, none wider than `limit` points; at least one.
    pub fn lines(&self, runs: &[Run], limit: f32) -> Vec<Line> {
        let mut lines = vec![Line::default()];
        let mut space = false;
        for token in tokens(runs) {
            match token {
                Token::Space => space = true,
                Token::End => {
                    lines.push(Line::default());
                    space = false;
                }
                Token::Word(word) => {
                    self.place(word, space, limit, &mut lines);
                    space = false;
                }
            }
        }
        lines
    }

    /// Puts a word on the last line, or as much of it as fits, and the rest on new ones.
    fn place(&self, word: Vec<Run>, space: bool, limit: f32, lines: &mut Vec<Line>) {
        let mut word = word;
        loop {
            let Some(line) = lines.last_mut() else { return };
            let face = line.runs.last().map_or(Face::Regular, |run| run.face);
            let space = if space && !line.runs.is_empty() { self.fonts.width(face, " ", self.size) } else { 0.0 };
            let width = self.width(&word);
            let room = limit - line.width - space;
            if width <= room {
                line.space(space > 0.0, space);
                return line.append(word, width);
            }
            let parted = self.parted(&word, room);
            let parted = parted.or_else(|| if line.runs.is_empty() { self.cut(&word, room) } else { None });
            match parted {
                Some((first, rest)) => {
                    line.space(space > 0.0, space);
                    let width = self.width(&first);
                    line.append(first, width);
                    word = rest;
                }
                // Words stay apart also for those who read the text without its lines.
                None => line.space(space > 0.0, 0.0),
            }
            lines.push(Line::default());
        }
    }

    /// A word in two, the first with a hyphen no wider than `room`, parted as late as its language allows.
    fn parted(&self, word: &[Run], room: f32) -> Option<(Vec<Run>, Vec<Run>)> {
        let [Run { face, text, link }] = word else { return None };
        if *face == Face::Mono {
            return None;
        }
        let start = text.find(char::is_alphabetic)?;
        let letters = text.get(start..)?;
        let letters = letters.split(|c: char| !c.is_alphabetic()).next()?;
        let lang = match self.lang? {
            Lang::Sv => hypher::Lang::Swedish,
            Lang::En => hypher::Lang::English,
        };
        let mut at = start;
        let mut best = None;
        for syllable in hypher::hyphenate(letters, lang) {
            at += syllable.len();
            let (before, after) = (text.get(start..at)?, text.get(at..start + letters.len())?);
            if before.chars().count() < LETTERS || after.chars().count() < LETTERS {
                continue;
            }
            let first = format!("{}{SOFT_HYPHEN}", text.get(..at)?);
            if self.fonts.width(*face, &first, self.size) > room {
                break;
            }
            best = Some((first, text.get(at..)?.to_owned()));
        }
        let run = |text| vec![Run { face: *face, text, link: *link }];
        best.map(|(first, rest)| (run(first), run(rest)))
    }

    /// A word in two, between any letters: as many as fit, at least one.
    fn cut(&self, word: &[Run], room: f32) -> Option<(Vec<Run>, Vec<Run>)> {
        let (mut first, mut rest): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
        let mut used = 0.0;
        for run in word {
            for cluster in run.text.graphemes(true) {
                used += self.fonts.width(run.face, cluster, self.size);
                let fits = rest.is_empty() && (used <= room || first.is_empty());
                let side = if fits { &mut first } else { &mut rest };
                match side.last_mut() {
                    Some(last) if last.face == run.face && last.link == run.link => last.text.push_str(cluster),
                    _ => side.push(Run { text: cluster.to_owned(), ..run.clone() }),
                }
            }
        }
        (!rest.is_empty()).then_some((first, rest))
    }
}

impl Line {
    /// With a space at its end that takes so much of the width.
    fn space(&mut self, wanted: bool, width: f32) {
        if let (true, Some(last)) = (wanted, self.runs.last_mut()) {
            match last.link {
                None => last.text.push(' '),
                Some(_) => {
                    let face = last.face;
                    self.runs.push(Run { face, text: " ".to_owned(), link: None });
                }
            }
            self.width += width;
        }
    }

    fn append(&mut self, word: Vec<Run>, width: f32) {
        self.width += width;
        for run in word {
            match self.runs.last_mut() {
                Some(last) if last.face == run.face && last.link == run.link => last.text.push_str(&run.text),
                _ => self.runs.push(run),
            }
        }
    }
}

/// A piece of text between the places where a line may end.
enum Token {
    Word(Vec<Run>),
    Space,
    /// A line end in the text.
    End,
}

fn tokens(runs: &[Run]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for run in runs {
        for (i, line) in run.text.split('\n').enumerate() {
            if i > 0 {
                tokens.push(Token::End);
            }
            for (j, part) in line.split(' ').enumerate() {
                if j > 0 {
                    tokens.push(Token::Space);
                }
                if part.is_empty() {
                    continue;
                }
                let part = Run { text: part.to_owned(), ..run.clone() };
                match tokens.last_mut() {
                    Some(Token::Word(word)) => word.push(part),
                    _ => tokens.push(Token::Word(vec![part])),
                }
            }
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::super::fonts::fonts;
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, limit: f32, lang: Lang) -> Vec<String> {
        let setting = Setting { fonts: fonts().unwrap(), lang: Some(lang), size: 10.0 };
        let runs = [Run { face: Face::Regular, text: text.to_owned(), link: None }];
        setting
            .lines(&runs, limit)
            .into_iter()
            .map(|line| line.runs.into_iter().map(|run| run.text).collect())
            .collect()
    }

    #[test]
    fn words_are_parted_between_syllables_of_their_language() {
        assert_eq!(lines("en stadsdelsförvaltning", 68.0, Lang::Sv), ["en stadsdels\u{ad}", "förvaltning"]);
        assert_eq!(lines("the responsibility", 60.0, Lang::En), ["the responsi\u{ad}", "bility"]);
        assert_eq!(lines("a\n\nb", 70.0, Lang::Sv), ["a", "", "b"]);
        assert_eq!(lines("ett två", 20.0, Lang::Sv), ["ett ", "två"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "[a-zåäöA-Z \n]{0,80}", limit in 20f32..200.0) {
            let setting = Setting { fonts: fonts().unwrap(), lang: Some(Lang::Sv), size: 10.0 };
            let runs = [Run { face: Face::Regular, text: text.clone(), link: None }];
            let lines = setting.lines(&runs, limit);
            prop_assert!(lines.iter().all(|line| line.width <= limit + 0.01));
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            let set: String = lines.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect();
            prop_assert_eq!(letters(&set), letters(&text));
        }
    }
}

//! The reference's own reading of the filter language (contract section 4): terms, alternatives, quotes.

/// One term: a key with alternatives, or a word (no key). All terms must hold of one and the same record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// `-` stood before it: all that the term does not match.
    pub complement: bool,
    pub key: Option<String>,
    pub alternatives: Vec<Alternative>,
}

/// One alternative of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub text: String,
    /// It stood in quotes.
    pub quoted: bool,
}

impl Term {
    /// The term of a row or column: this key has this code, taken as it stands.
    pub fn is(key: &str, code: &str) -> Term {
        let alternative = Alternative { text: code.to_owned(), quoted: code != "unknown" };
        Term { complement: false, key: Some(key.to_owned()), alternatives: vec![alternative] }
    }
}

/// Reads a filter. The reference is given right ones only.
pub fn read(text: &str) -> Vec<Term> {
    split(text, ' ').into_iter().filter(|word| !word.is_empty()).map(|word| term(&word)).collect()
}

fn term(text: &str) -> Term {
    let (complement, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let parts = split(text, ':');
    let (key, values) = match parts.split_first() {
        Some((key, rest)) if !rest.is_empty() => (Some(key.clone()), rest.join(":")),
        _ => (None, text.to_owned()),
    };
    Term { complement, key, alternatives: split(&values, ',').iter().map(|value| alternative(value)).collect() }
}

fn alternative(text: &str) -> Alternative {
    Alternative { text: text.replace('"', ""), quoted: text.starts_with('"') }
}

/// Splits at a sign wherever it is not between quotes; the quotes stay.
fn split(text: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        if c == '"' {
            quoted = !quoted;
        }
        match parts.last_mut() {
            Some(part) if c != sign || quoted => part.push(c),
            _ => parts.push(String::new()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_keep_spaces_commas_and_colons() {
        let terms = read(r#"role:victim,witness  -place:"Hopp, Ljus: nu",Kista oro"#);
        let plain = |text: &str| Alternative { text: text.to_owned(), quoted: false };
        let key = |key: &str| Some(key.to_owned());
        let quoted = Alternative { text: "Hopp, Ljus: nu".to_owned(), quoted: true };
        assert_eq!(
            terms,
            [
                Term { complement: false, key: key("role"), alternatives: vec![plain("victim"), plain("witness")] },
                Term { complement: true, key: key("place"), alternatives: vec![quoted, plain("Kista")] },
                Term { complement: false, key: None, alternatives: vec![plain("oro")] },
            ]
        );
    }
}

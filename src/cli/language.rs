//! The language, found before the arguments are parsed: help and faults of the arguments need it.

use crate::domain::Lang;

/// The language by `--lang`, else the setting, else the locale (contract). A wrong `--lang` is told later.
pub fn of(words: &[String], setting: Option<Lang>) -> Lang {
    given(words).or(setting).unwrap_or_else(crate::config::locale_lang)
}

/// The last `--lang` among the arguments.
fn given(words: &[String]) -> Option<Lang> {
    let options = words.iter().take_while(|word| *word != "--").enumerate();
    let value = |(i, word): (usize, &String)| match word.strip_prefix("--lang")? {
        "" => code(words.get(i + 1)?),
        rest => code(rest.strip_prefix('=')?),
    };
    options.filter_map(value).last()
}

fn code(code: &str) -> Option<Lang> {
    [Lang::Sv, Lang::En].into_iter().find(|lang| lang.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_before_parsing() {
        let lang = |line: &str| given(&line.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(lang("--lang sv list persons"), Some(Lang::Sv));
        assert_eq!(lang("list persons --lang=en"), Some(Lang::En));
        assert_eq!(lang("list --language en"), None);
        assert_eq!(lang("add person --alias -- --lang en"), None);
        assert_eq!(lang("--lang xx"), None);
        assert_eq!(lang("--lang"), None);
    }
}

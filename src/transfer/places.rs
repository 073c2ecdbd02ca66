//! Where the values of a JSON text stand: the parser says so only for the first fault.

/// The line of every key and of every list's item.
pub struct Places(Vec<(Vec<String>, usize)>);

impl Places {
    /// Finds them in a text that is JSON.
    pub fn new(text: &str) -> Places {
        Places(places(text))
    }

    /// The line, from 1, on which the value at a path stands, or the nearest one around it. A path is made of keys and
    /// of places in lists, from 0.
    pub fn line<S: AsRef<str>>(&self, path: &[S]) -> usize {
        let around = |place: &[String]| {
            place.len() <= path.len() && place.iter().zip(path).all(|(step, wanted)| step == wanted.as_ref())
        };
        let nearest = self.0.iter().filter(|(place, _)| around(place)).max_by_key(|(place, _)| place.len());
        nearest.map_or(1, |(_, line)| *line)
    }
}

fn places(text: &str) -> Vec<(Vec<String>, usize)> {
    enum Within {
        Object,
        List(usize),
    }
    let mut places = vec![(Vec::new(), 1)];
    let (mut path, mut within): (Vec<String>, Vec<Within>) = (Vec::new(), Vec::new());
    let (mut line, mut rest) = (1, text);
    // Whether the next text is a key, and whether the next value is an item of a list.
    let (mut key, mut item) = (false, false);
    while let Some(c) = rest.chars().next() {
        let length = if c == '"' { string_length(rest) } else { c.len_utf8() };
        let (token, after) = rest.split_at(length);
        rest = after;
        if item && !c.is_whitespace() && c != ']' {
            item = false;
            places.push((path.clone(), line));
        }
        match c {
            '\n' => line += 1,
            '{' => {
                within.push(Within::Object);
                path.push(String::new());
                key = true;
            }
            '[' => {
                within.push(Within::List(0));
                path.push("0".to_owned());
                item = true;
            }
            '}' | ']' => {
                within.pop();
                path.pop();
                (key, item) = (false, false);
            }
            ',' => match within.last_mut() {
                Some(Within::List(i)) => {
                    *i += 1;
                    item = true;
                    path.pop();
                    path.push(i.to_string());
                }
                _ => key = true,
            },
            '"' if key => {
                key = false;
                path.pop();
                path.push(serde_json::from_str(token).unwrap_or_default());
                places.push((path.clone(), line));
            }
            _ => {}
        }
    }
    places
}

/// The bytes of the string literal that a text begins with, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (i, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return i + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_path() {
        let text = "{\"a\": [1,\n[],\n{\"b\\\"\\u00e5\": \"]}\",\n\"c\": {}, \"d\":\n[\n{\"e\": 1}]}],\n\"f\": [\n]}";
        let places = Places::new(text);
        let cases: [(&[&str], usize); 10] = [
            (&[], 1),
            (&["a", "0"], 1),
            (&["a", "1"], 2),
            (&["a", "2"], 3),
            (&["a", "2", "b\"å"], 3),
            (&["a", "2", "c"], 4),
            (&["a", "2", "d", "0", "e"], 6),
            (&["a", "2", "d", "1"], 4),
            (&["f"], 7),
            (&["g"], 1),
        ];
        for (path, line) in cases {
            assert_eq!(places.line(path), line, "{path:?}");
        }
    }
}

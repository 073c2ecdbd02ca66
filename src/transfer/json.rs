//! JSON as it leaves: nothing in it can move the cursor, turn the direction of the line or hide (contract section 6).

use crate::domain::text::is_unseen;
use std::fmt::Write;

/// A JSON value as text on one line; controls, direction-changing and invisible characters as `\u` escapes.
pub fn json_text(value: &serde_json::Value) -> String {
    escaped(&value.to_string())
}

/// The same JSON text with every unseen character of its strings as a `\u` escape. Line ends between the values stay;
/// within strings JSON has none.
pub fn escaped(json: &str) -> String {
    let hides = |c: char| c != '\n' && is_unseen(c);
    if !json.contains(hides) {
        return json.to_owned();
    }
    let mut text = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if hides(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn nothing_unseen_leaves_and_all_comes_back() {
        let all: String = ('\0'..=char::MAX).collect();
        let text = json_text(&json!({ "a": all }));
        assert!(!text.contains(is_unseen));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["a"], all);
        assert_eq!(json_text(&json!("å\u{202e}\u{2028}\u{e0041}\n")), r#""å\u202e\u2028\udb40\udc41\n""#);
    }
}

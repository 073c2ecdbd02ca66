//! Cells that a spreadsheet would run as a formula: disarmed on the way out, armed again on the way in.
//!
//! Contract section 3: one more `'` goes in front of a cell that begins with a sign, or with `'` and a sign. Any
//! number of `'` before the sign counts, for only so does every text come back as it was.

use std::borrow::Cow;

const SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The cell as it leaves.
pub fn disarm(cell: &str) -> Cow<'_, str> {
    match cell.trim_start_matches('\'').starts_with(SIGNS) {
        true => format!("'{cell}").into(),
        false => cell.into(),
    }
}

/// The cell as it was before `disarm`.
pub fn arm(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(SIGNS) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_leave_disarmed_and_come_back() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+46", "'+46"),
            ("-", "'-"),
            ("@a", "'@a"),
            ("\ta", "'\ta"),
            ("'=1", "''=1"),
            ("'''@", "''''@"),
            ("", ""),
            ("'", "'"),
            ("''", "''"),
            ("'n Roll", "'n Roll"),
            ("a=1", "a=1"),
            (" =1", " =1"),
        ];
        for (cell, left) in cases {
            assert_eq!(disarm(cell), left, "{cell:?}");
            assert_eq!(arm(left), cell, "{left:?}");
        }
        assert_eq!(arm("'\ra"), "\ra");
        assert_eq!(arm("=1"), "=1", "a cell that never left comes in as it is");
    }
}

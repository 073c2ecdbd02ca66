//! A table on its way out of the program.

/// A table of texts, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sheet {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The table as text to paste: a line for each row, a tab between two cells.
    pub fn text(&self) -> String {
        let line = |cells: &Vec<String>| cells.join("\t") + "\n";
        std::iter::once(&self.head).chain(&self.rows).map(line).collect()
    }

    /// The table as rows, its head first.
    pub fn into_rows(self) -> Vec<Vec<String>> {
        std::iter::once(self.head).chain(self.rows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_pasted_with_tabs() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let sheet = Sheet { head: row(&["a", "b"]), rows: vec![row(&["1", ""])] };
        assert_eq!(sheet.text(), "a\tb\n1\t\n");
        assert_eq!(sheet.into_rows(), [row(&["a", "b"]), row(&["1", ""])]);
    }
}

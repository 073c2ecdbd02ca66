//! A saved view: how a list or a view of statistics was set, to come back to. Saved views live in the store, in the
//! project (contract section 1). What they say stands as text, in the languages of filters and periods, since only the
//! log's own names and values say what it means; it is read when the view is shown.

use serde::{Deserialize, Serialize};

/// What a saved view is a view of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewKind {
    /// The list of a pane: everything of the kind that fits, attempts beside contacts, people whom nobody has met.
    #[default]
    List,
    /// Exactly the records that the measure counts.
    Counted,
    Overview,
    Table,
    Trend,
    Funnel,
    Timeliness,
    Balance,
    Goals,
}

impl ViewKind {
    /// Whether it belongs to the pane Statistics.
    pub fn is_statistics(self) -> bool {
        !matches!(self, ViewKind::List | ViewKind::Counted)
    }
}

/// A saved view. What does not apply to its kind is empty, and left out of project.json.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SavedView {
    /// What it is called; no two have the same name.
    pub name: String,
    pub view: ViewKind,
    /// The code of the measure; a list is of its records.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measure: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// A period as typed, so that `last-month` is another each month; empty is all time.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// Of a list: the code of the column it is sorted by, `-` before it if downwards; empty is the list's usual order.
    /// Of a table: what its rows are sorted by.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sort: String,
    /// The code of the dimension that a table's rows are.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rows: String,
    /// Of a list: the codes of its columns; none are the usual ones. Of a table: the dimension that its columns are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// `previous`, or the period that a statistics view is compared with.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub compare: String,
    /// What the shares of a table are of.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub shares: String,
    /// How a statistics view is drawn: table, bars, line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub chart: String,
}

/// What can be done to the saved views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewEdit {
    /// In the place of one that has the same name, else at the end.
    Save(SavedView),
    Rename {
        from: String,
        to: String,
    },
    Delete(String),
}

impl ViewEdit {
    /// Does it to the saved views. One that is not there is no fault: it may have been undone meanwhile.
    pub fn apply(&self, views: &mut Vec<SavedView>) {
        let place = |name: &str| views.iter().position(|view| view.name == name);
        match self {
            ViewEdit::Save(view) => match place(&view.name) {
                Some(place) => views[place] = view.clone(),
                None => views.push(view.clone()),
            },
            ViewEdit::Rename { from, to } if place(to).is_none() => {
                views.iter_mut().filter(|view| view.name == *from).for_each(|view| view.name.clone_from(to));
            }
            ViewEdit::Rename { .. } => {}
            ViewEdit::Delete(name) => views.retain(|view| view.name != *name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(views: &[SavedView]) -> Vec<&str> {
        views.iter().map(|view| view.name.as_str()).collect()
    }

    fn view(name: &str, filter: &str) -> SavedView {
        SavedView { name: name.into(), filter: filter.into(), ..SavedView::default() }
    }

    #[test]
    fn views_are_saved_renamed_and_deleted_by_name() {
        let mut views = Vec::new();
        ViewEdit::Save(view("a", "")).apply(&mut views);
        ViewEdit::Save(view("b", "")).apply(&mut views);
        ViewEdit::Save(view("a", "role:victim")).apply(&mut views);
        assert_eq!(views, [view("a", "role:victim"), view("b", "")]);
        ViewEdit::Rename { from: "a".into(), to: "b".into() }.apply(&mut views);
        assert_eq!(names(&views), ["a", "b"]);
        ViewEdit::Rename { from: "a".into(), to: "c".into() }.apply(&mut views);
        ViewEdit::Delete("b".into()).apply(&mut views);
        ViewEdit::Delete("x".into()).apply(&mut views);
        assert_eq!(names(&views), ["c"]);
    }

    #[test]
    fn what_is_empty_is_left_out() {
        let text = serde_json::to_string(&view("a", "")).unwrap();
        assert_eq!(text, r#"{"name":"a","view":"list"}"#);
        assert_eq!(serde_json::from_str::<SavedView>(&text).unwrap(), view("a", ""));
        assert!(serde_json::from_str::<SavedView>(r#"{"name":"a","view":"pie"}"#).is_err());
    }
}

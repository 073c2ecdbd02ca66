//! The one table of keys: in which context which keys do what, when, and where help shows them. Dispatch, hints, help
//! and docs/keys.md are derived from it (product: "Keys").

use super::action::Action;
use crate::domain::Text;
use crate::i18n::texts::help as t;
use std::borrow::Cow;

/// Where a binding holds. What has the focus names its contexts in `Focus::contexts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere in an open store, in text too.
    Everywhere,
    /// Everywhere outside text.
    Outside,
    /// Where a cursor moves over records or figures.
    Moving,
    /// Where what the cursor is on can be opened.
    Opening,
    /// Where the cursor can be on a record.
    Record,
    /// Where records can be made.
    Making,
    /// Lists.
    List,
    /// What has a filter.
    Filtered,
    /// What has a period.
    Dated,
    /// What can be saved as a view.
    Saving,
    /// The saved views.
    SavedViews,
    CrossTable,
    /// The trend.
    Trend,
    /// Views that can be compared with another period.
    Compared,
    /// Views with bars.
    Charted,
    /// Every view of statistics.
    Statistics,
    /// The goals.
    Goals,
    Report,
    /// What can be printed or written to a file.
    Printing,
    /// The list of reports.
    Reports,
    /// The sections of a report.
    Outline,
    /// Prose of a report.
    Prose,
    /// Two people side by side.
    Pair,
    /// Where the cursor can be on what a check found.
    Finding,
    /// The values of a list.
    Values,
    /// The store's own backups.
    Backups,
    Form,
    /// A form's field of one line.
    Steps,
    /// A form's field of codes or names.
    Choosing,
    /// A form's field whose list is open.
    Options,
    /// Text of several lines.
    Lines,
    /// A form's note.
    Note,
    /// Wherever text is typed.
    Editing,
    /// The question in the line under the title.
    Prompt,
    /// The line on which a whole contact is typed.
    LogLine,
    /// The box of looking up.
    LookUp,
    /// The command palette.
    Palette,
    Dialog,
    /// The next step that is offered after saving.
    Offer,
    /// Lists of settings: checks and proposals, the project.
    Checks,
    HelpPage,
    /// The first start.
    First,
    Locked,
}

/// When a binding holds in its context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Always,
    /// The cursor is on a record.
    OnRecord,
    /// The cursor is on a record or on an unfinished form.
    CanDelete,
    /// The cursor is on what a check found.
    OnFinding,
    /// The record is a person.
    OnPerson,
    /// The record is a contact.
    OnContact,
    /// The record is a contact or a person.
    CanRefer,
    /// The record is a person, a contact or a referral.
    CanFollowUp,
    /// The record is a follow-up that waits.
    Waiting,
    /// The record is, or is about, a protected person who is not revealed.
    Hidden,
    /// What is being written seems to hold a personal identity number.
    HasNumber,
    /// Somebody looks like the person that is being written.
    IsAlike,
}

/// Where help shows a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    General,
    Moving,
    Records,
    Statistics,
    Reports,
    Forms,
    Text,
}

impl Group {
    pub const ALL: [Group; 7] =
        [Group::General, Group::Moving, Group::Records, Group::Statistics, Group::Reports, Group::Forms, Group::Text];

    /// The group's heading in help.
    pub fn label(self) -> Text {
        match self {
            Group::General => t::GROUP_GENERAL,
            Group::Moving => t::GROUP_MOVING,
            Group::Records => t::GROUP_RECORDS,
            Group::Statistics => t::GROUP_STATISTICS,
            Group::Reports => t::GROUP_REPORTS,
            Group::Forms => t::GROUP_FORMS,
            Group::Text => t::GROUP_TEXT,
        }
    }
}

/// Keys that do something somewhere.
#[derive(Clone, Debug)]
pub struct Binding {
    pub context: Context,
    /// Names of the keys, the one that hints show first, with spaces between.
    pub keys: Cow<'static, str>,
    pub action: Action,
    pub when: When,
    pub group: Group,
    /// Place in the line of hints, lowest first; 0 is never shown there.
    pub hint: u8,
}

impl Binding {
    /// The names of its keys.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.keys.split(' ')
    }

    /// Whether a key is one of its.
    pub fn has(&self, key: &str) -> bool {
        self.names().any(|name| name == key)
    }

    /// The name of the key that is shown where one is named.
    pub fn first_key(&self) -> &str {
        self.names().next().unwrap_or_default()
    }
}

macro_rules! bindings {
    ($($group:ident { $($context:ident $keys:literal $action:ident $hint:literal $($when:ident)?;)* })*) => {
        /// Every binding.
        pub const BINDINGS: &[Binding] = &[$($(Binding {
            context: Context::$context,
            keys: Cow::Borrowed($keys),
            action: Action::$action,
            when: bindings!(@when $($when)?),
            group: Group::$group,
            hint: $hint,
        }),*),*];
    };
    (@when) => { When::Always };
    (@when $when:ident) => { When::$when };
}

bindings! {
    General {
        Outside "1" PaneToday 0;
        Outside "2" PaneContacts 0;
        Outside "3" PaneReferrals 0;
        Outside "4" PaneFollowUps 0;
        Outside "5" PanePeople 0;
        Outside "6" PaneStatistics 0;
        Outside "7" PaneReports 0;
        Outside "8" PaneMore 0;
        Outside "?" Help 90;
        Everywhere "F1" Help 0;
        Everywhere "Ctrl-K" LookUp 0;
        Everywhere "Ctrl-L F12" Lock 0;
        Outside ":" Palette 89;
        Outside "u" Undo 60;
        Outside "Ctrl-R" Redo 0;
        Everywhere "Esc" Out 30;
        Outside "Backspace" Out 0;
        Outside "P" Summary 0;
        Outside "q" Quit 95;
        Everywhere "Ctrl-C" Quit 0;
        Locked "Ctrl-C" Quit 0;
    }
    Moving {
        Moving "↑ k" Up 0;
        Moving "↓ j" Down 0;
        Moving "← h" Left 0;
        Moving "→ l" Right 0;
        Moving "PgUp" PageUp 0;
        Moving "PgDn" PageDown 0;
        Moving "Home" First 0;
        Moving "End" Last 0;
        Opening "Enter" In 2;
    }
    Records {
        Making "n" New 1;
        Making "i" LogLine 49;
        Record "e" Change 3 OnRecord;
        Record "d" Delete 50 CanDelete;
        Record "L" NewReferral 4 CanRefer;
        Record "U" NewFollowUp 5 CanFollowUp;
        Record "m" SameMeeting 51 OnContact;
        Record "g" SameAgain 52 OnContact;
        Record "K" Done 4 Waiting;
        Record "V" Reveal 6 Hidden;
        Record "H" History 0 OnRecord;
        Record "R" NewRelation 0 OnPerson;
        Record "A" LookAlikes 0 OnPerson;
        Record "X" Erase 0 OnPerson;
        Backups "n" New 1;
        Finding "W" Why 3 OnFinding;
        Pair "J" Join 1;
        Pair "S" TellApart 2;
        Pair "Tab" NextOther 3;
        Pair "V" Reveal 1 Hidden;
        Checks "e" Change 2;
        Values "n" New 1;
        Values "e" Change 2;
        Values "d" Retire 3;
        Values "+" MoveUp 4;
        Values "-" MoveDown 5;
        List "/" Find 7;
        Filtered "f" Filter 8;
        Dated "p" Period 9;
        Dated "," Earlier 0;
        Dated "." Later 0;
        List "s" Sort 53;
        List "c" ListColumns 54;
        List "Space" Mark 58;
        List "Ctrl-A" MarkAll 0;
        Record "y" Copy 0 OnRecord;
        List "E" Export 57;
        Saving "w" SaveView 55;
        Outside "v" Views 96;
        SavedViews "e" Change 2;
        SavedViews "d" Delete 3;
    }
    Statistics {
        CrossTable "r" Rows 3;
        CrossTable "c" Columns 4;
        CrossTable "x" Swap 10;
        CrossTable "m" Measure 5;
        CrossTable "s" Sort 53;
        CrossTable "%" Shares 11;
        Trend "r" Rows 3;
        Trend "m" Measure 5;
        Compared "b" Compare 10;
        Charted "g" Chart 12;
        Goals "n" New 3;
        Goals "e" Change 4;
        Goals "d" Delete 50;
        Goals "N" NewGoal 13;
        Goals "T" ChangeGoal 14;
        Statistics "Tab" NextView 6;
        Statistics "Shift-Tab" PreviousView 0;
        Statistics "?" Explain 20;
        Statistics "y" Copy 0;
        Statistics "E" Export 0;
    }
    Reports {
        Reports "e" Change 3;
        Outline "n" New 2;
        Outline "e" Change 3;
        Outline "d" LeaveOut 4;
        Outline "+" MoveUp 5;
        Outline "-" MoveDown 6;
        Printing "P" Print 1;
        Printing "w" WriteFile 54;
        Report "Tab" OtherReport 2;
        Report "t" ReportLanguage 12;
        Report "o" PublicCopy 13;
    }
    Forms {
        Form "Ctrl-S" Save 1;
        Form "Tab" NextField 2;
        Form "Shift-Tab" PreviousField 0;
        Form "Ctrl-T" TakeOutNumber 2 HasNumber;
        Form "Ctrl-G" Alikes 2 IsAlike;
        Steps "Enter ↓" NextField 0;
        Steps "↑" PreviousField 0;
        Choosing "Ctrl-O" OpenOptions 3;
        Prose "Ctrl-O" OpenOptions 4;
        Options "↓" NextOption 0;
        Options "↑" PreviousOption 0;
        Options "Enter" TakeOption 3;
        Lines "↑" LineUp 0;
        Lines "↓" LineDown 0;
        Lines "Enter" NewLine 3;
        Note "Ctrl-F" MarkFiled 4;
    }
    Text {
        Editing "←" TextLeft 0;
        Editing "→" TextRight 0;
        Editing "Ctrl-←" WordLeft 0;
        Editing "Ctrl-→" WordRight 0;
        Editing "Home Ctrl-A" LineStart 0;
        Editing "End Ctrl-E" LineEnd 0;
        Editing "Backspace" DeleteLeft 0;
        Editing "Del" DeleteRight 0;
        Editing "Ctrl-W" DeleteWord 0;
        Editing "Ctrl-U" ClearText 0;
        Editing "Ctrl-Home" TextStart 0;
        Editing "Ctrl-End" TextEnd 0;
        Editing "Ctrl-Z" UndoText 0;
        Editing "Ctrl-Y" RedoText 0;
        Prompt "Enter" Accept 1;
        LogLine "Enter" Accept 1;
        LogLine "Tab" ToForm 2;
        First "Esc" Out 0;
        First "↑" Up 0;
        First "↓" Down 0;
        Locked "Enter" Accept 1;
        Palette "Enter" In 1;
        Palette "↑" Up 0;
        Palette "↓" Down 0;
        Palette "PgUp" PageUp 0;
        Palette "PgDn" PageDown 0;
        Offer "Enter" TakeOffer 1;
        Offer "Tab" FillOffer 2;
        Offer "W" Why 3;
        Dialog "Enter" Accept 1;
        Dialog "↓ Tab" NextChoice 0;
        Dialog "↑ Shift-Tab" PreviousChoice 0;
        LookUp "Enter" In 1;
        LookUp "↑" Up 0;
        LookUp "↓" Down 0;
        LookUp "PgUp" PageUp 0;
        LookUp "PgDn" PageDown 0;
        HelpPage "↑" Up 0;
        HelpPage "↓" Down 0;
        HelpPage "PgUp" PageUp 0;
        HelpPage "PgDn" PageDown 0;
    }
}

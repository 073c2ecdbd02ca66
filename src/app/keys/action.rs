//! The actions that keys stand for, each with its short name for hints and its sentence for help.

use crate::domain::Text;
use crate::i18n::texts::help as t;

macro_rules! actions {
    ($($name:ident: $short:ident, $long:ident;)*) => {
        /// Something that a key does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Action { $($name),* }

        impl Action {
            /// Every action.
            pub const ALL: &'static [Action] = &[$(Action::$name),*];

            /// The name that the settings file has for it: `new_referral`.
            pub fn code(self) -> String {
                let mut code = String::new();
                for c in format!("{self:?}").chars() {
                    if c.is_ascii_uppercase() && !code.is_empty() {
                        code.push('_');
                    }
                    code.push(c.to_ascii_lowercase());
                }
                code
            }

            /// The word in the line of hints.
            pub fn short(self) -> Text {
                match self { $(Action::$name => t::$short),* }
            }

            /// The sentence in help.
            pub fn long(self) -> Text {
                match self { $(Action::$name => t::$long),* }
            }
        }
    };
}

actions! {
    PaneToday: TODAY, TODAY_LONG;
    PaneContacts: CONTACTS, CONTACTS_LONG;
    PaneReferrals: REFERRALS, REFERRALS_LONG;
    PaneFollowUps: FOLLOW_UPS, FOLLOW_UPS_LONG;
    PanePeople: PEOPLE, PEOPLE_LONG;
    PaneStatistics: STATISTICS, STATISTICS_LONG;
    PaneReports: REPORTS, REPORTS_LONG;
    PaneMore: MORE, MORE_LONG;
    Help: HELP, HELP_LONG;
    Quit: QUIT, QUIT_LONG;
    Lock: LOCK, LOCK_LONG;
    LookUp: LOOK_UP, LOOK_UP_LONG;
    Palette: PALETTE, PALETTE_LONG;
    Undo: UNDO, UNDO_LONG;
    Redo: REDO, REDO_LONG;
    Out: OUT, OUT_LONG;
    Summary: SUMMARY, SUMMARY_LONG;

    Up: UP, UP_LONG;
    Down: DOWN, DOWN_LONG;
    Left: LEFT, LEFT_LONG;
    Right: RIGHT, RIGHT_LONG;
    PageUp: PAGE_UP, PAGE_UP_LONG;
    PageDown: PAGE_DOWN, PAGE_DOWN_LONG;
    First: FIRST, FIRST_LONG;
    Last: LAST, LAST_LONG;
    In: IN, IN_LONG;

    New: NEW, NEW_LONG;
    LogLine: LOG_LINE, LOG_LINE_LONG;
    ToForm: TO_FORM, TO_FORM_LONG;
    Change: CHANGE, CHANGE_LONG;
    Delete: DELETE, DELETE_LONG;
    NewReferral: NEW_REFERRAL, NEW_REFERRAL_LONG;
    SameMeeting: SAME_MEETING, SAME_MEETING_LONG;
    SameAgain: SAME_AGAIN, SAME_AGAIN_LONG;
    NewFollowUp: NEW_FOLLOW_UP, NEW_FOLLOW_UP_LONG;
    Done: DONE, DONE_LONG;
    Reveal: REVEAL, REVEAL_LONG;
    History: HISTORY, HISTORY_LONG;
    NewRelation: NEW_RELATION, NEW_RELATION_LONG;
    LookAlikes: LOOK_ALIKES, LOOK_ALIKES_LONG;
    Erase: ERASE, ERASE_LONG;
    Join: JOIN, JOIN_LONG;
    TellApart: TELL_APART, TELL_APART_LONG;
    NextOther: NEXT_OTHER, NEXT_OTHER_LONG;
    Why: WHY, WHY_LONG;
    Retire: RETIRE, RETIRE_LONG;
    LeaveOut: LEAVE_OUT, LEAVE_OUT_LONG;
    MoveUp: MOVE_UP, MOVE_UP_LONG;
    MoveDown: MOVE_DOWN, MOVE_DOWN_LONG;
    Find: FIND, FIND_LONG;
    Filter: FILTER, FILTER_LONG;
    Period: PERIOD, PERIOD_LONG;
    Earlier: EARLIER, EARLIER_LONG;
    Later: LATER, LATER_LONG;
    Sort: SORT, SORT_LONG;
    ListColumns: LIST_COLUMNS, LIST_COLUMNS_LONG;
    Mark: MARK, MARK_LONG;
    MarkAll: MARK_ALL, MARK_ALL_LONG;
    Copy: COPY, COPY_LONG;
    Export: EXPORT, EXPORT_LONG;
    SaveView: SAVE_VIEW, SAVE_VIEW_LONG;
    Views: VIEWS, VIEWS_LONG;

    Rows: ROWS, ROWS_LONG;
    Columns: COLUMNS, COLUMNS_LONG;
    Swap: SWAP, SWAP_LONG;
    Measure: MEASURE, MEASURE_LONG;
    Shares: SHARES, SHARES_LONG;
    Compare: COMPARE, COMPARE_LONG;
    Chart: CHART, CHART_LONG;
    NewGoal: NEW_GOAL, NEW_GOAL_LONG;
    ChangeGoal: CHANGE_GOAL, CHANGE_GOAL_LONG;
    NextView: NEXT_VIEW, NEXT_VIEW_LONG;
    PreviousView: PREVIOUS_VIEW, PREVIOUS_VIEW_LONG;
    Explain: EXPLAIN, EXPLAIN_LONG;

    Print: PRINT, PRINT_LONG;
    OtherReport: OTHER_REPORT, OTHER_REPORT_LONG;
    WriteFile: WRITE_FILE, WRITE_FILE_LONG;
    PublicCopy: PUBLIC_COPY, PUBLIC_COPY_LONG;
    ReportLanguage: REPORT_LANGUAGE, REPORT_LANGUAGE_LONG;

    Save: SAVE, SAVE_LONG;
    NextField: NEXT_FIELD, NEXT_FIELD_LONG;
    PreviousField: PREVIOUS_FIELD, PREVIOUS_FIELD_LONG;
    OpenOptions: OPEN_OPTIONS, OPEN_OPTIONS_LONG;
    NextOption: NEXT_OPTION, NEXT_OPTION_LONG;
    PreviousOption: PREVIOUS_OPTION, PREVIOUS_OPTION_LONG;
    TakeOption: TAKE_OPTION, TAKE_OPTION_LONG;
    TakeOutNumber: TAKE_OUT_NUMBER, TAKE_OUT_NUMBER_LONG;
    Alikes: ALIKES, ALIKES_LONG;
    LineUp: LINE_UP, LINE_UP_LONG;
    LineDown: LINE_DOWN, LINE_DOWN_LONG;
    NewLine: NEW_LINE, NEW_LINE_LONG;
    MarkFiled: MARK_FILED, MARK_FILED_LONG;

    TextLeft: TEXT_LEFT, TEXT_LEFT_LONG;
    TextRight: TEXT_RIGHT, TEXT_RIGHT_LONG;
    WordLeft: WORD_LEFT, WORD_LEFT_LONG;
    WordRight: WORD_RIGHT, WORD_RIGHT_LONG;
    LineStart: LINE_START, LINE_START_LONG;
    LineEnd: LINE_END, LINE_END_LONG;
    DeleteLeft: DELETE_LEFT, DELETE_LEFT_LONG;
    DeleteRight: DELETE_RIGHT, DELETE_RIGHT_LONG;
    DeleteWord: DELETE_WORD, DELETE_WORD_LONG;
    ClearText: CLEAR_TEXT, CLEAR_TEXT_LONG;
    TextStart: TEXT_START, TEXT_START_LONG;
    TextEnd: TEXT_END, TEXT_END_LONG;
    UndoText: UNDO_TEXT, UNDO_TEXT_LONG;
    RedoText: REDO_TEXT, REDO_TEXT_LONG;

    TakeOffer: TAKE_OFFER, TAKE_OFFER_LONG;
    FillOffer: FILL_OFFER, FILL_OFFER_LONG;
    Accept: ACCEPT, ACCEPT_LONG;
    NextChoice: NEXT_CHOICE, NEXT_CHOICE_LONG;
    PreviousChoice: PREVIOUS_CHOICE, PREVIOUS_CHOICE_LONG;
}

//! Texts of the statistics views on the screen.

crate::texts! {
    OVERVIEW = "Översikt", "Overview";
    TABLE = "Korstabell", "Table";
    TREND = "Trend", "Trend";
    FUNNEL = "Tratt", "Funnel";
    TIMELINESS = "Ledtider", "Timeliness";
    BALANCE = "Balans", "Balance";
    GOALS = "Mål", "Goals";

    SHARE_LISTS = "Andelen: vilka poster?", "The share: which records?";
    SHARE_PART = "De som är med", "Those in it";
    SHARE_WHOLE = "Alla det är en del av", "All that it is a part of";
    SHARE_REST = "De som inte är med", "Those not in it";
    CHANGE_LISTS = "Ändringen: vilken periods poster?", "The change: the records of which period?";
    CHOOSE_UNIT = "Per", "By";
    EXCEPT = "{measure} som inte är med", "{measure} that are not in it";
    BEHIND_PART = "{measure}: {part}", "{measure}: {part}";
    COMPARED = "jämfört med {period}", "compared with {period}";
    NOTHING = "Ingenting att räkna i perioden. , och . går till perioden före och efter, p väljer en annan.",
        "Nothing to count in the period. , and . go to the period before and after, p chooses another.";
    NOTHING_IN_LOG = "Här syns det du loggar i siffror: kontakter, personer, länkningar. Börja med n i Kontakter (2).",
        "Here what you log is seen in figures: contacts, people, referrals. Begin with n in Contacts (2).";
    NO_GOALS = "Projektet har inga mål än. N gör det första; sedan gör n dess indikatorer.",
        "The project has no goals yet. N makes the first; then n makes its indicators.";

    PROMPT_COMPARE = "Jämför med", "Compare with";
    EXAMPLE_COMPARE = "previous (perioden före), 2009, 2010-Q1; tomt: ingenting", "previous, 2009, 2010-Q1; empty: nothing";
    COMPARE_NOTHING = "ingen jämförelse", "no comparison";
    SHARES_OFF = "Antal.", "Counts.";
    SHARES_OF_ROW = "Andelar av raden.", "Shares of the row.";
    SHARES_OF_COLUMN = "Andelar av kolumnen.", "Shares of the column.";
    SHARES_OF_ALL = "Andelar av allt.", "Shares of everything.";
    SORTED_DOWN = "Rader sorterade efter kolumnen, störst först.", "Rows sorted by the column, largest first.";
    SORTED_LIST = "Rader i listans ordning.", "Rows in the order of the list.";

    INDICATOR_DELETED = "Borttagen: indikatorn ”{what}”. u ångrar.", "Deleted: the indicator “{what}”. u undoes.";
    GOAL_DELETED = "Borttaget: {what}. u ångrar.", "Deleted: {what}. u undoes.";
    NEW_GOAL_TITLE = "Nytt mål", "New goal";
    GOAL_TITLE = "Mål", "Goal";
    NEW_INDICATOR_TITLE = "Ny indikator", "New indicator";
    INDICATOR_TITLE = "Indikator", "Indicator";
    GOAL_TEXT = "Mål", "Goal";
    GOAL_COMMENT = "Kommentar", "Comment";
    INDICATOR_LABEL = "Namn", "Name";
    INDICATOR_MEASURE = "Räknar", "Counts";
    INDICATOR_FILTER = "Vilka (filter)", "Which (filter)";
    INDICATOR_OF = "Av (filter)", "Of (filter)";
    INDICATOR_TARGET = "Krav", "Target";
    WHICH_MEASURE = "kontakter, personer, möten, länkningar, aktiviteter …; första bokstäverna räcker",
        "contacts, people, meetings, referrals, activities …; the first letters are enough";
    WHICH_TARGET = "inte ett krav; som 80 %, 20, >=20, <=5, =0", "not a target; as 80%, 20, >=20, <=5, =0";
    PERCENT_OF_WHAT = "procent av vad? fyll i Av", "per cent of what? fill in Of";
    OF_HELP = "tomt: ett antal; annars det som talet är en del av", "empty: a count; else what the number is a part of";
    TARGET_HELP = "tomt: inget krav; 80 % av helheten, 20 eller fler, <=5, =0", "empty: none; 80% of the whole, 20 or more, <=5, =0";
    NAME_NEEDED = "Den behöver ett namn.", "It needs a name.";
    NOT_SAVED = "Inte sparat: se under fältet.", "Not saved: see under the field.";
    TOO_LONG = "för långt", "too long";
    COMES_TO = "Blir i {period}: {value}", "In {period} it comes to {value}";
    COMES_TO_OF = "Blir i {period}: {value} av {of}, {share}", "In {period} it comes to {value} of {of}, {share}";
    IS_MET = "kravet är nått", "the target is met";
    IS_NOT_MET = "kravet är inte nått", "the target is not met";
}

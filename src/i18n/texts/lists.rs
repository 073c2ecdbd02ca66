//! Texts of what lists can do: order, columns, saved views.

crate::texts! {
    SORT_TITLE = "Sortera efter", "Sort by";
    SORT_WAITING = "det som väntar först", "what waits first";
    SORT_AGAIN = "Den markerade igen vänder ordningen.", "The marked one again turns the order.";
    SORTED = "Sorterat: {by}", "Sorted: {by}";
    COLUMNS_TITLE = "Kolumner", "Columns";
    COLUMNS_MEANING = "Enter tar med eller bort. Den som tas med ställs sist. Esc stänger.",
        "Enter takes in or out. What is taken in stands last. Esc closes.";
    COLUMNS_USUAL = "De vanliga kolumnerna", "The usual columns";
    COLUMNS_ONE = "En kolumn måste vara kvar.", "One column has to stay.";

    VIEW_PROMPT = "Spara vyn som", "Save the view as";
    VIEW_EXAMPLE = "ett namn, som Unga det här kvartalet", "a name, such as The young this quarter";
    VIEW_REPLACES = "ersätter den sparade vyn med det namnet", "takes the place of the saved view of that name";
    VIEW_NAMELESS = "vyn behöver ett namn", "the view needs a name";
    VIEW_LONG = "för långt; högst 200 tecken", "too long; at most 200 characters";
    VIEW_TAKEN = "En annan sparad vy heter redan så.", "Another saved view already has that name.";
    VIEW_NOT_SAVED = "Det som visas här kan inte sparas som vy.", "What is shown here cannot be saved as a view.";
    VIEW_RENAME = "Nytt namn", "New name";
    VIEW_PERIOD = "Vilken period ska vyn visa?", "Which period is the view to show?";
    VIEW_PERIOD_SPOKEN = "alltid {said} ({word})", "always {said} ({word})";
    VIEW_PERIOD_FIXED = "alltid {period}", "always {period}";
    VIEWS_TITLE = "Sparade vyer", "Saved views";
    VIEWS_EMPTY = "Inga sparade vyer än. Ställ in en lista eller en statistikvy som du vill ha den, och tryck w.",
        "No saved views yet. Set a list or a view of statistics as you want it, and press w.";
    VIEWS_WHAT_LIST = "lista: {what}", "list: {what}";
    THE_VIEW = "den sparade vyn {name}", "the saved view {name}";
    VIEW_ADDED = "+ {name}", "+ {name}";
    VIEW_GONE = "− {name}", "− {name}";
    VIEW_CHANGED = "{name} har ändrats", "{name} was changed";
    VIEW_UNREADABLE = "Vyn {name} kan inte visas: {reason}", "The view {name} cannot be shown: {reason}";

    ONE_AT_A_TIME = "Det görs med en post i taget. Esc tar bort märkena.", "That is done to one record at a time. Esc takes the marks off.";
    MARKED = "{n} märkta", "{n} marked";
    MARKED_ONE = "{n} märkt", "{n} marked";
    NONE_WAITS = "Ingen av de märkta väntar.", "None of the marked ones waits.";
    COPIED = "Kopierat: {what}. Urklipp töms om 30 sekunder.", "Copied: {what}. The clipboard is emptied in 30 seconds.";
    COPIED_ROW = "{n} rad", "{n} row";
    COPIED_ROWS = "{n} rader", "{n} rows";
    TOO_MUCH_TO_COPY = "För mycket för urklipp. Spara till fil i stället.", "Too much for the clipboard. Save it to a file instead.";
    NOTHING_TO_EXPORT = "Här finns ingen lista eller tabell att spara.", "There is no list or table to save here.";
    SHEET_PROMPT = "Spara som", "Save as";
    SHEET_EXAMPLE = "CSV i klartext, som bara du kan läsa; skyddade uppgifter lämnas tomma",
        "CSV in the clear that only you can read; protected details are left empty";
    PALETTE_LABEL = "Kommando", "Command";
    PALETTE_NONE = "Inget här passar de orden.", "Nothing here fits those words.";

    KIND_OVERVIEW = "översikt", "overview";
    KIND_TABLE = "korstabell", "cross table";
    KIND_TREND = "utveckling", "trend";
    KIND_FUNNEL = "tratt", "funnel";
    KIND_TIMELINESS = "ledtider", "timeliness";
    KIND_BALANCE = "balans", "balance";
    KIND_GOALS = "mål", "goals";
}

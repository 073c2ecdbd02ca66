//! Texts of what keeps the log in order: what was done, people that look alike, value lists, checks.

crate::texts! {
    ADDED = "la till", "added";
    CHANGED = "ändrade", "changed";
    DELETED = "tog bort", "deleted";
    IMPORTED = "läste in", "imported";
    UNDID = "ångrade:", "undid:";
    REDID = "gjorde om:", "did again:";
    CREATED = "loggen skapades", "the log was made";
    EXPORTED = "allt skrevs ut i klartext", "everything was exported in the clear";
    RECORDS = "{n} poster", "{n} records";
    AND_OTHERS = "och {n} till", "and {n} more";
    THE_LIST = "värdelistan {list}", "the value list {list}";
    THE_PROJECT = "projektet och inställningarna", "the project and its settings";
    EMPTY = "(tomt)", "(empty)";
    RETIRED = "{value} används inte längre", "{value} is no longer offered";
    BROUGHT_BACK = "{value} används igen", "{value} is offered again";
    ORDER_CHANGED = "ordningen", "the order";

    HISTORY_TITLE = "Vad som gjorts, nyast först", "What was done, newest first";
    HISTORY_OF = "Vad som gjorts med {kind} {ref}, nyast först", "What was done to {kind} {ref}, newest first";
    UNDO_NEXT = "u ångrar:       ", "u undoes:           ";
    REDO_NEXT = "Ctrl-R gör om:  ", "Ctrl-R does again:  ";
    NOTHING = "inget", "nothing";
    MORE_HISTORY = "Vad som gjorts, och vad som kan ångras", "What was done, and what can be undone";
}

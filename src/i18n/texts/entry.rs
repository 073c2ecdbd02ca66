//! Texts of what is typed and how it is read.

crate::texts! {
    TODAY = "idag", "today";
    YESTERDAY = "igår", "yesterday";
    TOMORROW = "imorgon", "tomorrow";
    LAST_WEEKDAY = "i {day}s", "last {day}";
    DAYS_AGO = "för {n} dagar sedan", "{n} days ago";
    IN_DAYS = "om {n} dagar", "in {n} days";

    MINUTES = "{n} minuter", "{n} minutes";
    NEW_PERSON = "ny person", "new person";
    BORN = "född {birth}", "born {birth}";
    NOT_REACHED = "ej nådd", "not reached";
    NOTE = "anteckning", "note";
    UNKNOWN = "förstås inte", "not understood";
    UNKNOWN_NEAR = "förstås inte; menas ”{nearest}”?", "not understood; do you mean “{nearest}”?";
    AMBIGUOUS = "kan vara flera: {candidates}", "may be several: {candidates}";
    ASSUMED = "{what} (antas)", "{what} (assumed)";
    AGAIN = "anges en gång till", "given a second time";
}

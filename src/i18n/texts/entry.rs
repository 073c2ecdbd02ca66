//! Texts of what is typed and how it is read.

crate::texts! {
    TODAY = "idag", "today";
    YESTERDAY = "igår", "yesterday";
    TOMORROW = "imorgon", "tomorrow";
    LAST_WEEKDAY = "i {day}s", "last {day}";
    DAYS_AGO = "för {n} dagar sedan", "{n} days ago";
    IN_DAYS = "om {n} dagar", "in {n} days";
}

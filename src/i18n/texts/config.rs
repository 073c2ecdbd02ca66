//! Texts of the settings file's faults.

crate::texts! {
    LINE = "{file}:{line}: {problem}; inställningen används inte",
        "{file}:{line}: {problem}; the setting is not used";
    UNREAD = "{file}: {problem}; inga inställningar används", "{file}: {problem}; no settings are used";
    SYNTAX = "kan inte läsas som TOML ({reason})", "cannot be read as TOML ({reason})";
    UNKNOWN = "okänd inställning ”{given}”; kända är {known}", "unknown setting “{given}”; known are {known}";
    VALUE = "{key}: okänt värde; möjliga är {values}", "{key}: unknown value; possible are {values}";
    NEAREST = "närmast är {nearest}", "the nearest is {nearest}";
}

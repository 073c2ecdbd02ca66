//! Texts of the settings file's faults.

crate::texts! {
    LINE = "{file}:{line}: {problem}; inställningen används inte",
        "{file}:{line}: {problem}; the setting is not used";
    UNREAD = "{file}: {problem}; inga inställningar används", "{file}: {problem}; no settings are used";
    UNWRITTEN = "{file} kunde inte skrivas: {problem}", "{file} could not be written: {problem}";
    NOWHERE = "Systemet har ingen plats för inställningar: sätt HOME.", "The system has no place for settings: set HOME.";
    SYNTAX = "kan inte läsas som TOML ({reason})", "cannot be read as TOML ({reason})";
    UNKNOWN = "okänd inställning ”{given}”", "unknown setting “{given}”";
    VALUE = "{key}: okänt värde", "{key}: unknown value";
    KEYS = "[keys] har rader som sort = \"o F5\": en handling och dess tangenter", "[keys] has lines such as sort = \"o F5\": an action and its keys";
    NO_ACTION = "det finns ingen handling ”{given}”", "there is no action “{given}”";
    ACTIONS = "ett namn ur tabellen över tangenter (docs/keys.md)", "a name from the table of keys (docs/keys.md)";
    NO_KEY = "”{given}” är ingen tangent; skriv som n, Ctrl-N, F5, Space eller PgUp", "“{given}” is no key; write it as n, Ctrl-N, F5, Space or PgUp";
    KEY_IS_TEXT = "{key} är text där det här görs; ta en tangent med Ctrl eller en F-tangent", "{key} is text where this is done; take a key with Ctrl or an F key";
    KEY_CLASH = "{key} är redan {other} på samma ställe; ge den en annan tangent också", "{key} is {other} in the same place already; give that another key too";
}

//! Texts of looking up.

crate::texts! {
    LABEL = "Slå upp", "Look up";
    EXAMPLE = "alias, andra namn, siffror i telefonnummer, ref, dagar (igår, 20/11, 2010-03), ord i anteckningar; början av ord räcker",
        "alias, further names, phone digits, refs, days (yesterday, 20/11, 2010-03), words in notes; beginnings will do";
    NONE = "Inget hittat.", "Nothing found.";
    NEAR = "Menade du? (↓ väljer)", "Did you mean? (↓ chooses)";
    MORE = "Det finns mer. Fler bokstäver eller ord visar färre.", "There is more. More letters or words show fewer.";
    INSERTED = "{name} står nu i formuläret.", "{name} now stands in the form.";
    REACH = "Nås: {how}", "Reach: {how}";
    REACH_UNKNOWN = "inget säkert sätt är noterat", "no safe way is noted";
    PUTS_IN = "för in", "put in";
    OPEN = "Öppet", "Open";
    RELATIONS = "Relationer", "Relations";
    JOINED = "Samma person som {names}; räknas som en.", "The same person as {names}; counted as one.";
}

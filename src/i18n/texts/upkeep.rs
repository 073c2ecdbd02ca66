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
    THE_IMPORT = "inläsningen av {n} poster", "the import of {n} records";
    UNDO_IMPORT_TITLE = "Ångra en hel inläsning?", "Undo a whole import?";
    UNDO_IMPORT = "Det som ångras härnäst är {what}. Ctrl-R läser in dem igen.", "What is undone next is {what}. Ctrl-R brings them back.";
    UNDO_IMPORT_KEEP = "Låt den stå", "Let it stand";
    UNDO_IMPORT_ANYWAY = "Ångra den", "Undo it";
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

    PAIR_TITLE = "En person eller två?", "One person or two?";
    PAIR_NONE = "Ingen annan ser ut som samma person som {name}. Esc går tillbaka.", "Nobody else looks like the same person as {name}. Esc goes back.";
    PAIR_COUNT = "{n} av {all}", "{n} of {all}";
    PAIR_COMMON = "Gemensamt: {what}", "In common: {what}";
    PAIR_MEANING = "J: samma person, räknas en gång. S: två personer, frågan kommer inte igen. Båda går att ångra, eller ta bort som relation.",
        "J: one person, counted once. S: two people, not asked again. Both can be undone, or deleted as a relation.";
    COMMON_NAME = "namn", "name";
    COMMON_PHONE = "telefon", "phone";
    COMMON_PROTECTED = "något som är skyddat", "something that is protected";
    COMMON_BIRTH = "födelsedag, kön och land", "birth, sex and country";
    JOINED = "De är nu samma person och räknas en gång. u ångrar.", "They are one person now and counted once. u undoes it.";
    TOLD_APART = "De är nu två personer. u ångrar.", "They are two people now. u undoes it.";

    RELATION_OF = "{relation} till {name}", "{relation} of {name}";
    RELATION_AS = "{relation} som {name}", "{relation} as {name}";
    RELATION_OVER = "{relation} {name}", "{relation} {name}";
    RELATION_BY = "{name} är {relation}", "{name} is {relation}";
    CONTROLLED_BY = "styrs av {name}", "controlled by {name}";

    MORE_LISTS = "Värdelistor: roller, källor, insatser …", "Value lists: roles, sources, services …";
    LISTS_TITLE = "Värdelistor", "Value lists";
    LISTS_MEANING = "Ett värde som inte längre används står kvar på gamla poster och i statistiken.",
        "A value that is no longer offered stays on old records and in statistics.";
    RETIRED_MARK = "(används inte)", "(not offered)";
    PROMPT_VALUE = "Nytt värde", "New value";
    EXAMPLE_VALUE = "kod; svenska; engelska, som neighbour; granne; neighbour", "code; Swedish; English, such as neighbour; granne; neighbour";
    PROMPT_LABELS = "Svenska; engelska", "Swedish; English";
    EXAMPLE_LABELS = "som granne; neighbour. Koden står kvar.", "such as granne; neighbour. The code stays.";
    VALUE_PARTS = "skriv tre delar med semikolon mellan: kod; svenska; engelska", "write three parts with semicolons between: code; Swedish; English";
    VALUE_CODE = "koden är 1 till 64 av a–z, 0–9 och _, och inte any, none eller unknown", "the code is 1 to 64 of a–z, 0–9 and _, and not any, none or unknown";
    VALUE_TWICE = "den koden finns redan i listan", "that code is already in the list";
    LABEL_PARTS = "skriv båda med semikolon mellan: svenska; engelska", "write both with a semicolon between: Swedish; English";
    LABEL_LONG = "för långt; högst 200 tecken", "too long; at most 200 characters";

    MORE_CHECKS = "Kontroller, påminnelser och förslag", "Checks, reminders and proposals";
    SWITCH_OFF = "Leta inte efter det här", "Do not look for this";
    PROPOSE_NOT = "Föreslå inte det här", "Do not propose this";
    PROPOSE_AGAIN = "Föreslå det här igen", "Propose this again";
    SWITCH_ON = "Leta efter det här igen", "Look for this again";
    FOUND_BY = "Att se över", "To look at";
    CHECK_OFF = "{check}: av", "{check}: off";
    CHECK_ON = "{check}: på igen", "{check}: on again";
}

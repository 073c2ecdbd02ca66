//! Texts of the pane Reports: the list, the outlines and what is written in them, kept prints.

crate::texts! {
    TITLE = "Rapporter · {period}", "Reports · {period}";
    SUMMARY = "Periodsammanställning", "Period summary";
    FUNDER = "Redovisning till finansiären", "Report to the funder";
    BEFORE_SIGNING = "Innan du skriver under", "Before you sign";
    OUTLINE_FUNDER = "Skriv redovisningen: avsnitt, text, budget", "Write the report to the funder: sections, prose, budget";
    OUTLINE_SUMMARY = "Sammanställningens avsnitt", "The sections of the period summary";
    PROJECT = "Projektet: namn, finansiär, tid", "The project: name, funder, time";
    PRINTED = "Utskrivet, som det var", "Printed, as it was";
    NOTHING_PRINTED = "Inget är utskrivet än. P i en rapport skriver ut den eller skriver den till en fil, och den behålls här.",
        "Nothing has been printed yet. P in a report prints it or writes it to a file, and it is kept here.";
    PUBLIC = "för allmänheten", "for the public";
    IN_SWEDISH = "på svenska", "in Swedish";
    IN_ENGLISH = "på engelska", "in English";

    OUTLINE_TITLE = "{report}: avsnitt i ordning", "{report}: sections in order";
    LEFT_OUT = "utelämnas", "left out";
    WRITTEN = "{n} tecken", "{n} characters";
    UNWRITTEN = "inget skrivet", "nothing written";
    NEW_SECTION = "Avsnittets rubrik", "The section's heading";
    NEW_SECTION_EXAMPLE = "t.ex. Jämställdhet", "such as Equality";
    PARTIES_HINT = "Parternas avtal och åtaganden ändras under 8 Mer, organisationer; avvikelser på aktiviteten.",
        "The parties' agreements and undertakings are changed under 8 More, organisations; deviations on the activity.";

    SHEET_TITLE = "{report}: {section}", "{report}: {section}";
    HEADING = "Rubrik", "Heading";
    QUESTION = "Fråga", "Question";
    TEXT = "Text", "Prose";
    GOAL_COMMENT = "Mål {n}, kommentar", "Goal {n}, comment";
    RESULTS = "A Resultat", "A Results";
    NEEDS = "B Behov", "B Needs";
    SIGNATORY = "Namn {n}", "Name {n}";
    COST_FOR = "{kind}, avser", "{kind}, for";
    COST_AMOUNT = "{kind}, kr", "{kind}, SEK";
    FUND_SOURCE = "{kind}, från", "{kind}, from";
    FUND_AMOUNT = "{kind}, kr", "{kind}, SEK";
    ACCRUED = "Betalas efter slutet, kr", "Paid after the end, SEK";
    COMMENT = "Kommentar", "Comment";
    FIGURE_LABEL = "Tal {n}, namn", "Figure {n}, name";
    FIGURE_QUESTION = "Tal {n}, mått och filter", "Figure {n}, measure, filter";

    NOT_MONEY = "inte ett belopp; skriv som 1 006 698 eller 1 006 698,50", "not an amount; write it as 1 006 698 or 1 006 698.50";
    TOO_LONG = "för långt", "too long";
    NOT_A_QUESTION = "skriv ett mått och ett filter, som persons role:victim", "write a measure and a filter, such as persons role:victim";
    PREVIEW = "Så blir det:", "As it will stand:";
    INSERT_HINT = "Ctrl-O lägger in ett tal som följer loggen", "Ctrl-O puts in a figure that follows the log";
    INSERT_TITLE = "Lägg in ett tal som följer loggen", "Put in a figure that follows the log";
    SHEET_KEPT = "Sparat. u ångrar.", "Saved. u undoes.";
    NOT_SAVED = "Inte sparat: rätta det som är fel, eller kasta ändringarna.", "Not saved: put right what is wrong, or throw the changes away.";
    STAY = "Gå tillbaka och rätta", "Go back and put it right";
    THROW_AWAY = "Kasta ändringarna", "Throw the changes away";

    KEPT_TITLE = "{title} · {period}", "{title} · {period}";
    KEPT_AT = "Utskrivet {at}, {language}", "Printed {at}, {language}";
    SHOW_PRINT = "Visa trycket som det var", "Show the print as it was";
    SAME = "Alla tal är desamma i dag.", "Every figure is the same today.";
    OTHER_NUMBERS = "Tal som har ändrats sedan dess", "Figures that have changed since";
    THEN_NOW = "{what}: {then} → {now}", "{what}: {then} → {now}";
    OTHER_RECORDS = "{what}: {now} som då, av andra poster", "{what}: {now} as then, of other records";
    CAME = "tillkom", "came in";
    WENT = "föll bort", "fell out";
    CHANGED = "ändrad", "changed";
    GONE = "{kind} {ref}, finns inte längre", "{kind} {ref}, no longer there";
    NOT_COUNTED = "går inte att räkna i dag", "cannot be counted today";
    MORE = "… och {n} till", "… and {n} more";
}

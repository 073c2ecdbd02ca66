//! Texts of the first start, of the six steps after it, and of the project's page.

crate::texts! {
    LANGUAGE = "Välkommen. Det här är en arbetslogg, inte personakten. Den är tom och finns bara på den här datorn. Vilket språk?", "Welcome. This is a work log, not the statutory file. It is empty and is on this computer only. Which language?";
    PASSPHRASE_WHY = "Loggen krypteras med en lösenfras. Fyra eller fem vanliga ord är lätta att minnas och svåra att gissa. Utan lösenfrasen, eller koden som kommer sedan, öppnar ingen den.",
        "The log is encrypted with a passphrase. Four or five common words are easy to remember and hard to guess. Without it, or the code that comes next, nobody opens the log.";
    AGAIN_WHY = "En gång till, så att det blev som du tänkte.", "Once more, so that it is what you meant.";
    AGAIN = "Samma igen", "Again";
    DIFFERS = "Det var inte samma två gånger. Skriv en ny.", "That was not the same twice. Type a new one.";
    MAKING = "Skapar loggen. Det tar några sekunder, med flit.", "Making the log. It takes a few seconds, on purpose.";
    SHEET = "Återställningskoden. Skriv av den för hand: den öppnar loggen om lösenfrasen glöms, och visas inte igen.",
        "The recovery code. Copy it by hand: it opens the log if the passphrase is forgotten, and is not shown again.";
    SHEET_KEEP = "Förvara den inlåst, aldrig tillsammans med datorn. Ett skrivfel pekas ut grupp för grupp.",
        "Keep it locked away, never together with the computer. A slip of the pen is told group by group.";
    FOLDER = "Loggen", "The log";
    HINT_LANGUAGE = "↑ ↓ väljer · Enter · Ctrl-C avslutar", "↑ ↓ choose · Enter · Ctrl-C quits";
    HINT = "Enter · Esc tillbaka · Ctrl-C avslutar", "Enter · Esc back · Ctrl-C quits";
    HINT_SHEET = "Enter när den är avskriven", "Enter when it is copied";

    GUIDE_LINE = "{n} av {all} · {said}", "{n} of {all} · {said}";
    GUIDE_NEW = "{key}: en ny kontakt. Tab går mellan fälten, en ny person görs på plats.", "{key}: a new contact. Tab goes between fields, a new person is made in place.";
    GUIDE_SAVE = "{key}: spara. Det som brukar komma härnäst föreslås.", "{key}: save. What usually comes next is proposed.";
    GUIDE_LOOK_UP = "{key}: slå upp vad som helst varifrån som helst.", "{key}: look up anything from anywhere.";
    GUIDE_LOG_LINE = "{key}: en hel kontakt på en rad. Esc tillbaka.", "{key}: a whole contact on one line. Esc back.";
    GUIDE_UNDO = "{key}: ångra. Allt går att ångra, Ctrl-R gör om.", "{key}: undo. Everything can be undone, Ctrl-R does it again.";
    GUIDE_HELP = "{key}: alla tangenter. Skriv för att söka.", "{key}: all keys. Type to search.";
    GUIDE_DONE = "Det var de sex stegen. De finns under Mer.", "Those were the six steps. They are under More.";
    MORE_GUIDE = "Kom igång: sex steg, av eller på", "Begin: six steps, on or off";

    MORE_PROJECT = "Projektet, åldersgrupperna och annat som siffror räknas med", "The project, the age groups and what else figures are counted with";
    PROJECT_TITLE = "Projekt och inställningar", "Project and settings";
    PROJECT_NAME = "Projekt", "Project";
    PROJECT_FUNDER = "Finansiär", "Funder";
    PROJECT_UNIT = "Enhet", "Unit";
    PROJECT_START = "Börjar", "Begins";
    PROJECT_END = "Slutar", "Ends";
    PROJECT_AGE_GROUPS = "Åldersgrupper", "Age groups";
    PROJECT_RETURNING = "Återkommer efter månader", "Returning after months";
    PROJECT_SENSITIVE = "Söka personer på roll och brott", "Search people by role and offence";
    MEANS_TEXT = "Står i rapporterna.", "Stands in the reports.";
    MEANS_DAY = "Projektets egen period, som statistik och rapporter börjar med. Skriv som 2010-12-31; tomt är ingen.",
        "The project's own period, which statistics and reports begin with. Type as 2010-12-31; empty is none.";
    MEANS_AGE_GROUPS = "Den lägsta åldern i varje grupp, med början på 0, som 0 15 18 20 25 35 45 65. All statistik räknas om.",
        "The lowest age of each group, beginning with 0, such as 0 15 18 20 25 35 45 65. All statistics are counted anew.";
    MEANS_RETURNING = "En person som inte setts på mer än så många månader räknas som återkommande.", "A person not seen for more than so many months counts as returning.";
    MEANS_SENSITIVE = "Lagen (2001:454) begränsar vilka sökbegrepp om personer som får användas. Av: listan Personer filtreras inte på roll eller brott. Räkna går ändå.",
        "The act (2001:454) limits by which terms people may be searched. Off: the list People is not filtered by role or offence. Counting is not affected.";
    SENSITIVE_OFF = "Personer söks inte på roll eller brott: avstängt under Mer, Projekt. Räkna går i Statistik.",
        "People are not searched by role or offence: switched off under More, Project. Statistics still count.";
    TOO_LONG = "för långt; högst 200 tecken", "too long; at most 200 characters";
    NO_AGE_GROUPS = "skriv lägsta åldern i varje grupp, från 0 och stigande, som 0 15 18 25", "type the lowest age of each group, from 0 and rising, such as 0 15 18 25";
    NO_MONTHS = "ett antal månader, 1 till 600", "a number of months, 1 to 600";
    ENDS_FIRST = "projektet slutar innan det börjar", "the project ends before it begins";
}

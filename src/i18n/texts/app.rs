//! Texts of the screen.

crate::texts! {
    PRODUCT = "caselog", "caselog";
    LOCK_PROMPT = "Lösenfras", "Passphrase";
    LOCK_OPENING = "Öppnar loggen. Det tar en sekund, med flit.", "Opening the log. It takes a second, on purpose.";
    LOCK_DEMO = "Provloggen är låst. Enter låser upp.", "The sample log is locked. Enter unlocks it.";
    LOCK_WAIT = "Flera fel i rad: vänta {seconds} s och tryck Enter igen.", "Wrong several times in a row: wait {seconds} s and press Enter again.";
    LOCK_HINT = "Enter öppnar · Ctrl-C avslutar", "Enter opens · Ctrl-C quits";
    TOO_SMALL = "För litet fönster: {width}x{height}. Minst {least_width}x{least_height}.",
        "Too small a window: {width}x{height}. At least {least_width}x{least_height}.";

    HIDDEN = "▒ skyddad uppgift", "▒ protected";
    NOT_REACHED = "ej nådd", "not reached";
    OF = "till", "of";
    AGE = "{age} år", "age {age}";
    AGE_THEN = "{age} vid händelsen", "{age} at the event";
    PROTECTED = "▲ skyddade personuppgifter", "▲ protected identity";

    COLUMN_DAY = "Datum", "Date";
    COLUMN_TIME = "Tid", "Time";
    COLUMN_PERSON = "Person", "Person";
    COLUMN_ALIAS = "Alias", "Alias";
    COLUMN_OFFER = "Erbj.", "Offer";
    OFFER_YES = "ja", "yes";
    OFFER_NO = "nej", "no";
    OFFER_PENDING = "obesv.", "unansw.";
    OFFER_NOT_MADE = "ej erbj.", "not made";
    COLUMN_STATUS = "Läge", "Status";
    OF_ALL = "{n} av {all}", "{n} of {all}";
    LOADING = "hämtar …", "fetching …";
    READING = "Loggen läses in: {percent} %. Sök, skriv och öppna går redan.", "Reading the log: {percent}%. You can look up, write and open already.";
    FOUND_BY = "sökt: ”{text}”", "found: “{text}”";
    BEHIND = "{measure} bakom siffran", "{measure} behind the number";

    NO_PERIOD_BESIDE = "Ingen period att flytta: tryck p och skriv en, som 2010-Q1.", "No period to move: press p and type one, such as 2010-Q1.";

    EMPTY_NARROWED = "Inget passar. Esc tar bort det som begränsar, steg för steg.", "Nothing fits. Esc takes away what narrows the list, step by step.";
    EMPTY_BEHIND = "Inga poster bakom siffran. Esc går tillbaka.", "No records behind the number. Esc goes back.";
    EMPTY_PEOPLE = "Här samlas personerna du möter. Tryck n för den första.", "Here are the people you meet. Press n for the first.";
    EMPTY_CONTACTS = "Här samlas kontakterna: möten, samtal, försök. Tryck n för den första.", "Here are the contacts: meetings, calls, attempts. Press n for the first.";
    EMPTY_REFERRALS = "Här samlas länkningar och anmälningar. Tryck n här, eller L på en kontakt.", "Here are links and reports. Press n here, or L on a contact.";
    EMPTY_FOLLOW_UPS = "Här samlas det du ska återkomma till. Tryck n här, eller U på en kontakt.", "Here is what you will come back to. Press n here, or U on a contact.";
    EMPTY_ACTIVITIES = "Här samlas möten, utbildningar och föreläsningar. Tryck n för den första.", "Here are meetings, trainings and lectures. Press n for the first.";
    EMPTY_MATTERS = "Här samlas polisens ärenden. Tryck n för det första.", "Here are the police matters. Press n for the first.";
    EMPTY_ORGANISATIONS = "Här samlas dem du samverkar med. Tryck n för den första.", "Here are those you work with. Press n for the first.";
    EMPTY_RELATIONS = "Inga relationer.", "No relations.";

    TODAY_TITLE = "Idag · {day}", "Today · {day}";
    TODAY_EMPTY = "Inget väntar. n loggar en kontakt, Ctrl-K slår upp en person.", "Nothing waits. n logs a contact, Ctrl-K looks up a person.";
    SECTION_OVERDUE = "Försenade uppföljningar", "Follow-ups overdue";
    SECTION_DUE = "Uppföljningar de närmaste dagarna", "Follow-ups in the days ahead";
    LOOKS_LIKE = "liknar {name}", "looks like {name}";
    AGE_NOT_KNOWN = "ålder okänd", "age not known";
    AGE_NOT_CERTAIN = "ålder osäker (född {birth})", "age uncertain (born {birth})";
    SECTION_DRAFTS = "Påbörjat, inte sparat", "Begun, not saved";

    BELONGS_TO = "Hör till", "Belongs to";
    BELONGING = "Hör hit, nyast först", "Belongs here, newest first";
    BELONGING_NONE = "Inget hör hit än.", "Nothing belongs here yet.";
    MORE_BELOW = " ↓ {n} till", " ↓ {n} more";
    AND_MORE = "… och {n} till; Enter visar allt", "… and {n} more; Enter shows all";

    TITLE_CHANGE = "Ändra {kind} {ref}", "Change {kind} {ref}";
    FORM_END = "Spara", "Save";
    FORM_END_HINT = "Enter sparar. Esc lämnar, utkastet ligger kvar.", "Enter saves. Esc leaves, the draft is kept.";
    REQUIRED_MARK = "*", "*";
    NOT_SAVED = "Inte sparat än: se det markerade fältet.", "Not saved yet: see the marked field.";
    NOT_A_DAY = "inte ett datum; som 2010-12-31, igår, -2d, 20/11, v48",
        "not a date; as 2010-12-31, today, -2d, 20/11, w48";
    NOT_A_TIME = "inte en tid; som 2010-12-31 14:20, igår 1420, 14.20",
        "not a time; as 2010-12-31 14:20, today 1420, 14.20";
    NO_MATCH = "inget heter så: ”{given}”", "nothing has that name: “{given}”";
    NO_MATCH_NEW = "inget heter så: ”{given}”; Ctrl-O gör en ny", "nothing has that name: “{given}”; Ctrl-O makes a new one";
    SEVERAL_MATCH = "flera passar ”{given}”; välj med pilarna", "several fit “{given}”; choose with the arrows";
    NONE_FOUND = "inga träffar", "none found";
    SAVED = "Sparat: {what}. u ångrar.", "Saved: {what}. u undoes it.";
    DELETED = "Borttaget: {what}. u ångrar.", "Deleted: {what}. u undoes it.";
    DONE = "Klar: {what}. u ångrar.", "Done: {what}. u undoes it.";
    DONE_NEXT = "Klar: {what}. Nästa {day}. u ångrar.", "Done: {what}. Next {day}. u undoes it.";
    UNDONE = "Ångrat: {what}. Ctrl-R gör om.", "Undone: {what}. Ctrl-R does it again.";
    REDONE = "Gjort om: {what}.", "Done again: {what}.";
    NOTHING_TO_UNDO = "Det finns inget att ångra.", "There is nothing to undo.";
    NOTHING_TO_REDO = "Det finns inget att göra om.", "There is nothing to do again.";
    OUTERMOST = "Längre ut går det inte. q avslutar.", "This is as far out as it goes. q quits.";

    DRAFT_KEPT = "Inte sparat, men utkastet ligger kvar under Idag.", "Not saved, but the draft is kept under Today.";
    LINE_TITLE = "En kontakt på en rad", "A contact on one line";
    LINE_EXAMPLE = "Dag, tid, person, roll, insatser, minuter i vilken ordning som helst; anteckningen efter ett kolon: igår 14:20 A.B-12 stödsamtal förhör 45m: orolig för brodern. Någon ny: igår 22:10 ny kvinna ~1990 säljare information.",
        "Day, time, person, role, services, minutes in any order; the note after a colon: yesterday 14:20 A.B-12 support talk interview 45m: worried about her brother. Somebody new: yesterday 22:10 new woman ~1990 seller information.";
    LINE_WHOLE = "Enter sparar så här.", "Enter saves it like this.";
    LINE_NOT_UNDERSTOOD = "Det märkta förstås inte än; inget gissas.", "What is marked is not understood yet; nothing is guessed.";
    LINE_NOBODY = "Vem? Skriv ett alias, eller ”ny” för någon ny.", "Who? Type an alias, or “new” for somebody new.";
    MARK_KEPT = "utkast sparat", "draft kept";
    MARK_NOT_YET = "utkast inte sparat än", "draft not kept yet";
    MARK_REFUSED = "utkastet kan inte sparas", "draft cannot be kept";
    FORGET_TITLE = "Slänga utkastet?", "Throw the draft away?";
    FORGET_KEEP = "Behåll det", "Keep it";
    FORGET_ANYWAY = "Släng det; det går inte att ångra", "Throw it away; this cannot be undone";
    DRAFT_TITLE = "Det finns ett utkast", "There is a draft";
    DRAFT_CONTINUE = "Fortsätt på utkastet", "Go on with the draft";
    DRAFT_LEAVE = "Börja på en ny, utkastet ligger kvar", "Begin a new one, keep the draft";
    DRAFT_DISCARD = "Släng utkastet och börja om", "Throw the draft away and begin anew";
    QUIT_TITLE = "Avsluta?", "Quit?";
    QUIT_LOSES_ONE = "{n} påbörjat formulär är inte sparat och går förlorat.", "{n} form is begun and not saved, and would be lost.";
    QUIT_LOSES_MANY = "{n} påbörjade formulär är inte sparade och går förlorade.", "{n} forms are begun and not saved, and would be lost.";
    QUIT_LOCKED = "Något påbörjat är inte sparat. Lås upp först.", "Something begun is not saved. Unlock first.";
    QUIT_STAY = "Stanna kvar", "Stay";
    QUIT_ANYWAY = "Avsluta ändå", "Quit all the same";
    CLOSE = "Stäng", "Close";

    PROMPT_FIND = "Sök", "Find";
    PROMPT_FILTER = "Filter", "Filter";
    PROMPT_PERIOD = "Period", "Period";
    PROMPT_PATH = "Spara som", "Save as";
    EXAMPLE_FIND = "början av ord, i vilken ordning som helst", "beginnings of words, in any order";
    EXAMPLE_FILTER = "som role:victim,witness age:<18 -source:school", "such as role:victim,witness age:<18 -source:school";
    EXAMPLE_PERIOD = "som 2010, 2010-Q1, 2010-03, last-month, 2009..2010; tomt är hela tiden",
        "such as 2010, 2010-Q1, 2010-03, last-month, 2009..2010; empty is all time";
    EXAMPLE_PATH = "en fil i klartext, som bara du kan läsa", "a file in the clear that only you can read";

    TABLE_TITLE = "Korstabell · {measure}", "Cross table · {measure}";
    TABLE_AXES = "rader: {rows}   kolumner: {columns}", "rows: {rows}   columns: {columns}";
    NO_AXIS = "inga", "none";
    NO_DIMENSION = "inga", "none";
    CHOOSE_ROWS = "Rader", "Rows";
    CHOOSE_COLUMNS = "Kolumner", "Columns";
    CHOOSE_MEASURE = "Mått", "Measure";
    NUMBER = "antal", "number";
    SEEN_ROWS = "rad {from}–{to} av {all}", "row {from}–{to} of {all}";
    SEEN_COLUMNS = "kolumn {from}–{to} av {all}", "column {from}–{to} of {all}";
    ARROWS_SHOW_MORE = "; pilarna visar fler", "; the arrows show more";
    DOES_NOT_ADD_UP = "Samma person kan stå i flera rutor: summorna är räknade, inte adderade.",
        "One person may stand in several cells: the totals are counted, not added up.";

    GOAL = "Mål {n}", "Goal {n}";

    REPORT_TITLE = "Sammanställning · {period}", "Summary · {period}";
    FILE_NAME = "sammanställning", "summary";
    WRITTEN = "Sparad i klartext: {path}", "Saved in the clear: {path}";
    FILE_EXISTS = "Filen finns redan: {path}", "The file is already there: {path}";
    KEEP_FILE = "Behåll den", "Keep it";
    REPLACE_FILE = "Skriv över den", "Write over it";
    WRITE_FAILED = "Kunde inte spara {path}: {reason}", "Could not save {path}: {reason}";

    MORE_TITLE = "Mer", "More";
    HELP_TITLE = "Hjälp · skriv för att söka", "Help · type to search";
    HELP_NONE = "Ingen tangent passar.", "No key fits.";

    RECORD_GONE = "Posten finns inte längre.", "The record is no longer there.";
    BROKEN = "Ett fel i programmet ({place}). Det som är sparat finns kvar; starta om.",
        "A fault in the program ({place}). What was saved is still there; start it again.";
    WORKER_GONE = "Något gick sönder inuti programmet. Det som är sparat är säkert; starta om.", "Something broke inside the program. What is saved is safe; start again.";
    NOT_OPEN = "Loggen är låst.", "The log is locked.";
}

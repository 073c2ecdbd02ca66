//! Texts of the command line: help, messages, tables.

crate::texts! {
    ABOUT = "En krypterad kontaktlogg för en handläggare. Utan kommando öppnas skärmen.",
        "An encrypted case log for one caseworker. Without a command the screen opens.";
    USAGE = "Användning", "Usage";
    COMMANDS = "Kommandon", "Commands";
    ARGUMENTS = "Argument", "Arguments";
    OPTIONS = "Flaggor", "Options";
    COLUMNS = "Kolumner", "Columns";
    GLOBAL_OPTIONS = "Flaggor för alla kommandon (före eller efter kommandot)",
        "Options of every command (before or after it)";
    MORE_HELP = "caselog KOMMANDO --help säger mer om ett kommando.", "caselog COMMAND --help says more about a command.";

    INIT = "Skapar en logg och skriver ut återställningsbladet", "Makes a store and prints the recovery sheet";
    ADD = "Lägger till en post och skriver ut dess ref", "Adds one record and prints its ref";
    ADD_KIND = "Lägger till: {kind}", "Adds: {kind}";
    ADD_PRIVATE = "Argument stannar i skalets historik och syns för andra användare. Skriv därför det som rör en person \
        så här: ett värde av - läses från en rad av standard in, och utan några kolumner frågar kommandot efter dem en i \
        taget (från standard in läses rader som alias: A.B-12).",
        "Arguments stay in the shell's history and are seen by other users. So write what is about a person like this: a \
        value of - is read from a line of standard input, and without any columns the command asks for them one by one \
        (from standard input it reads lines such as alias: A.B-12).";
    ADD_CODES = "Koderna är de som programmet kommer med; en logg kan ha fler (lists.csv).",
        "The codes are those that the program comes with; a store may have more (lists.csv).";
    FORM_OWN_REF = "görs om den lämnas tom", "made if left empty";
    FORM_LINK = "en ref ({kind})", "a ref ({kind})";
    FORM_REF_OR_NAME = "en ref eller ett namn ({kind})", "a ref or a name ({kind})";
    FORM_SEVERAL = "flera med ; mellan", "several with ; between";
    FORM_FLAG = "true, false", "true, false";
    FORM_FLAG_ELSE_TRUE = "true (också om den lämnas tom), false", "true (also if left empty), false";
    FORM_NUMBER = "ett heltal", "a whole number";
    FORM_DATE = "som 2010-12-31", "such as 2010-12-31";
    FORM_MOMENT = "som 2010-12-31 eller 2010-12-31T14:20", "such as 2010-12-31 or 2010-12-31T14:20";
    FORM_BIRTH = "som 1992, 1992-04 eller 1992-04-28", "such as 1992, 1992-04 or 1992-04-28";
    FORM_EVERY = "som 3d, 2w, 1m eller 1y", "such as 3d, 2w, 1m or 1y";
    FORM_COUNTRY = "en landskod, som SE", "a country code, such as SE";
    LIST = "Listar det som räknas: lika många rader som stats räknar",
        "Lists what is counted: as many rows as stats counts";
    LIST_WHAT = "Vad: {measures}", "What: {measures}";
    FIND = "Slår upp ord i allt: personer först, sedan det nyaste", "Looks up words in everything: people first, then the newest";
    FIND_WORDS = "Början av ord, ref, siffror i telefonnummer eller dagar, i vilken ordning som helst; - eller inget läser en \
        rad från terminalen eller standard in",
        "Beginnings of words, refs, phone digits or days, in any order; - or nothing reads a line from the terminal or \
        standard input";
    FIND_PRIVATE = "Argument stannar i skalets historik och syns för andra användare: skriv caselog find och sök när den \
        frågar.",
        "Arguments stay in the shell's history and are seen by other users: type caselog find, and the words when it asks.";
    FIND_NEAR = "Menade du {names}?", "Did you mean {names}?";
    FIND_KIND = "Slag", "Kind";
    FIND_REF = "Ref", "Ref";
    FIND_DATE = "Datum", "Date";
    FIND_TITLE = "Namn", "Name";
    FIND_SNIPPET = "Text", "Text";
    STATS = "Räknar", "Counts";
    GOALS = "Målens indikatorer för en period", "The goals' indicators for a period";
    REPORT = "Periodsammanställningen eller redovisningen till finansiären, till fil, skrivare eller standard ut",
        "The period summary or the funder's report, to a file, a printer or standard output";
    IMPORT = "Läser in CSV-filer, project.json och lists.csv, eller en mapp med dem: allt eller inget",
        "Reads CSV files, project.json and lists.csv, or a folder of them: all or nothing";
    IMPORT_PATH = "Fil, eller mapp med filer", "A file, or a folder of files";
    EXPORT = "Skriver hela loggen i klartext till en mapp; journalen noterar det",
        "Writes the whole log in the clear to a folder; the journal notes it";
    EXPORT_DIR = "Mappen att skriva till; den skapas om den saknas", "The folder to write to; it is made if missing";
    VERIFY = "Prövar att loggen är hel", "Checks that the store is whole";
    COMPLETIONS = "Skriver ett skript som fyller i kommandon i ett skal",
        "Prints a script that completes commands in a shell";
    COMPLETIONS_SHELL = "Skal: {shells}", "Shell: {shells}";
    MAN = "Skriver handboken i man-format", "Prints the manual page";

    OPTION_STORE = "Loggens mapp; annars CASELOG_STORE, annars plattformens datamapp",
        "The store's folder; else CASELOG_STORE, else the platform's data directory";
    OPTION_PASSPHRASE_FILE = "Läser lösenfrasen ur en fil, eller - för första raden av standard in",
        "Reads the passphrase from a file, or - for the first line of standard input";
    OPTION_DEMO = "Kör på ett kastbart exempel i minnet: exempelperioden 2009-2010, eller filerna i DIR",
        "Runs on a throw-away sample in memory: the sample period 2009-2010, or the files in DIR";
    OPTION_TODAY = "Dagen som räknas som i dag, som 2010-12-31 (för kommandon som läser, och med --demo för alla)",
        "The day taken as today, such as 2010-12-31 (for reading commands, and with --demo for all)";
    OPTION_LANG = "Språk: sv eller en; annars inställningen, annars datorns språk",
        "Language: sv or en; else the setting, else the locale";
    OPTION_HELP = "Visar den här hjälpen", "Shows this help";
    OPTION_VERSION = "Visar versionen", "Shows the version";
    OPTION_FORMAT = "table, json eller csv; annars table", "table, json or csv; table if not given";
    OPTION_REPORT_FORMAT = "text, markdown, html eller pdf; annars det som filens namn slutar på, annars text (till en skrivare pdf)",
        "text, markdown, html or pdf; else what the file's name ends with, else text (to a printer pdf)";
    OPTION_PRINT = "Skriver ut, genom lp", "Prints, through lp";
    OPTION_PRINTER = "Skrivaren; annars den förvalda, annars den enda", "The printer; else the default one, else the only one";
    OPTION_PERIOD = "Period: 2010, 2010-H1, 2010-T2, 2010-Q1, 2010-03, 2010-W14, en dag, A..B, A.., ..B, all, today, this- \
        eller last- med week, month, quarter, tertial, half, year",
        "Period: 2010, 2010-H1, 2010-T2, 2010-Q1, 2010-03, 2010-W14, a day, A..B, A.., ..B, all, today, this- or last- \
        with week, month, quarter, tertial, half, year";
    OPTION_FILTER = "Filter, som 'role:victim age:<18'; skriv - för att läsa det från standard in (argument syns för andra \
        användare)",
        "Filter, such as 'role:victim age:<18'; write - to read it from standard input (arguments are seen by other users)";
    OPTION_MEASURE = "Vad som räknas: {measures}", "What is counted: {measures}";
    OPTION_ROWS = "Dimension i raderna, som month, age, role", "Dimension of the rows, such as month, age, role";
    OPTION_COLUMNS = "Dimension i kolumnerna", "Dimension of the columns";
    OPTION_COMPARE = "En period att jämföra med: previous (den före), eller en period",
        "A period to compare with: previous (the one before), or a period";
    OPTION_VIEW = "En vy i stället för ett mått: {views}", "A view instead of a measure: {views}";
    OPTION_SUPPRESS = "Döljer antal från 1 till K-1, och så många fler att inget av dem kan räknas ut; K är 3 eller mer",
        "Hides counts from 1 to K-1, and as many more as it takes that none can be worked out; K is 3 or more";
    SUPPRESS_TWO = "--suppress 2 går inte: det dolda talet kunde bara vara 1; skriv 3 eller mer, eller 0 för att inget ska döljas",
        "--suppress 2 cannot be: the hidden number could only be 1; write 3 or more, or 0 to hide nothing";
    SUPPRESSED = "Antal från 1 till {most} är dolda (..), och så många fler att inget av dem kan räknas ut här. Skillnader mot andra utskrifter skyddas inte.",
        "Counts from 1 to {most} are hidden (..), and as many more as it takes that none can be worked out here. Differences to other prints are not covered.";
    NOT_TOGETHER = "{option} och {other} går inte ihop", "{option} and {other} do not go together";
    OPTION_KIND = "summary (periodsammanställningen) eller funder (redovisningen till finansiären)",
        "summary (the period summary) or funder (the funder's report)";
    OPTION_SUPPRESS_PRINT = "Exemplar för allmänheten: döljer tal från 1 till under K, och så många fler som behövs; namn tas bort",
        "Copy for the public: hides counts from 1 to under K, and as many more as it takes; names are taken out";
    OPTION_CHECKS = "I stället det att se över innan redovisningen till finansiären skrivs under; bara för den som skriver under",
        "Instead what to look at before the funder's report is signed; for whoever signs alone";
    OPTION_OUTPUT = "Skriver till en ny fil (bara läsbar för dig, i klartext) i stället för till standard ut",
        "Writes to a new file (readable by you alone, in the clear) instead of to standard output";
    OPTION_DRY_RUN = "Läser och prövar allt, men skriver inget", "Reads and checks everything, but writes nothing";
    OPTION_UPDATE = "Ersätter poster som finns med annat innehåll", "Replaces records that stand with other content";

    UNKNOWN_COMMAND = "det finns inget kommando ”{given}”", "there is no command “{given}”";
    UNKNOWN_OPTION = "det finns ingen flagga ”{given}” här", "there is no option “{given}” here";
    UNKNOWN_WORD = "oväntat ord ”{given}”", "unexpected word “{given}”";
    UNKNOWN_VALUE = "{option}: okänt värde ”{given}”", "{option}: unknown value “{given}”";
    SEE_HELP = "se {command} --help", "see {command} --help";
    MISSING = "det saknas {what}", "{what} is missing";
    MISSING_VALUE = "{option} behöver ett värde", "{option} needs a value";
    UNWANTED_VALUE = "{option} tar inget värde", "{option} takes no value";
    TWICE = "{option} får stå en gång", "{option} may stand once";
    MISSING_COMMAND = "det saknas ett kommando", "a command is missing";
    NOT_UTF8 = "ett argument är inte giltig UTF-8", "an argument is not valid UTF-8";
    NOT_A_DAY = "--today {given}: {problem}", "--today {given}: {problem}";
    TODAY_WRITES = "--today gäller kommandon som läser, och alla med --demo; det som skrivs får dagens verkliga datum",
        "--today is for reading commands, and with --demo for all; what is written has the real day";
    DEMO_AND_STORE = "--demo och --store går inte ihop: --demo kör på ett exempel i minnet",
        "--demo and --store do not go together: --demo runs on a sample in memory";
    INIT_DEMO = "--demo skapar ingen logg; kör init utan --demo", "--demo makes no store; run init without --demo";
    NO_TERMINAL = "skärmen behöver en terminal; kör i en, eller ge ett kommando (se caselog --help)",
        "the screen needs a terminal; run it in one, or give a command (see caselog --help)";
    NO_DATA_DIRECTORY = "plattformen anger ingen datamapp; ange loggens mapp med --store",
        "the platform names no data directory; name the store's folder with --store";
    NO_PASSPHRASE = "lösenfrasen kan inte frågas efter utan terminal; ange {option} FIL, eller - för standard in",
        "the passphrase cannot be asked for without a terminal; give {option} FILE, or - for standard input";
    PASSPHRASE_UNREAD = "lösenfrasen kunde inte läsas ur {file}: {reason}",
        "the passphrase could not be read from {file}: {reason}";
    PASSPHRASE_EMPTY = "lösenfrasen är tom; skriv minst ett tecken", "the passphrase is empty; write at least one character";
    PASSPHRASE_DIFFERS = "de två lösenfraserna är olika; inget är gjort, kör init igen",
        "the two passphrases differ; nothing is made, run init again";
    PASSPHRASE_ASK = "Lösenfras: ", "Passphrase: ";
    PASSPHRASE_NEW = "Ny lösenfras: ", "New passphrase: ";
    PASSPHRASE_AGAIN = "Samma lösenfras igen: ", "The same passphrase again: ";
    STRENGTH_WEAK = "Lösenfrasen är kort. Fyra eller fem vanliga ord är lätta att minnas och svåra att gissa.",
        "The passphrase is short. Four or five ordinary words are easy to remember and hard to guess.";
    STRENGTH_FAIR = "Lösenfrasen är någorlunda stark; ett ord till gör den svår att gissa.",
        "The passphrase is fairly strong; one more word makes it hard to guess.";
    STRENGTH_GOOD = "Lösenfrasen är stark.", "The passphrase is strong.";
    STDIN_UNREAD = "standard in kunde inte läsas: {reason}", "standard input could not be read: {reason}";
    OUTPUT_FAILED = "utskriften avbröts: {reason}", "the output stopped: {reason}";
    FILE_EXISTS = "{file} finns redan; ange ett annat namn, eller flytta filen först",
        "{file} exists already; give another name, or move the file first";
    FILE_FAILED = "{file} kunde inte skrivas: {reason}", "{file} could not be written: {reason}";
    FILE_WRITTEN = "{file} är skriven, i klartext: den kan läsas av den som har filen.",
        "{file} is written, in the clear: whoever has the file can read it.";

    MAN_NAME = "NAMN", "NAME";
    MAN_SYNOPSIS = "ÖVERSIKT", "SYNOPSIS";
    MAN_OPTIONS = "FLAGGOR", "OPTIONS";
    MAN_COMMANDS = "KOMMANDON", "COMMANDS";
    MAN_EXIT = "AVSLUTSKODER", "EXIT STATUS";
    MAN_EXIT_CODES = "0 gjort; 1 kunde inte göras; 2 fel använt; 3 fel lösenfras; 4 loggen är öppen i en annan process; \
        5 loggen är skadad; 6 indata avvisade, inget skrivet.",
        "0 done; 1 could not be done; 2 wrong use; 3 wrong passphrase; 4 the store is open in another process; 5 the store \
        is damaged; 6 input rejected, nothing written.";
    DOCS_COMMANDS = "Kommandon", "Commands";
    DOCS_MADE = "Sidan är gjord ur programmets egen tabell; ändra den där.",
        "This page is made from the program's own table; change it there.";

    SHEET_TITLE = "ÅTERSTÄLLNINGSBLAD för caselog", "RECOVERY SHEET for caselog";
    SHEET_STORE = "Logg:   {store}", "Store:  {store}";
    SHEET_MADE = "Gjord:  {date}", "Made:   {date}";
    SHEET_CODE = "Återställningskod:", "Recovery code:";
    SHEET_WHY = "Koden öppnar loggen om lösenfrasen är glömd: skriv den där lösenfrasen frågas efter. Utan lösenfras och \
        kod kan ingen läsa loggen, inte heller du.",
        "The code opens the store if the passphrase is forgotten: type it where the passphrase is asked for. Without \
        passphrase and code nobody can read the store, nor can you.";
    SHEET_KEEP = "Skriv ut eller skriv av bladet och lås in det, skilt från datorn. Spara det inte i en fil. Den som har \
        bladet och datorn kan läsa allt.",
        "Print or copy this sheet by hand and lock it up, apart from the computer. Do not keep it in a file. Whoever has \
        the sheet and the computer can read everything.";
    SHEET_UNSEEN = "Loggen är gjord, men återställningsbladet kom inte fram. Gör ett nytt med: caselog recovery-sheet",
        "The store is made, but its recovery sheet did not come out. Make another with: caselog recovery-sheet";

    EMPTY = "Inga poster.", "No records.";
    ROWS_ONE = "{n} rad", "{n} row";
    ROWS_MANY = "{n} rader", "{n} rows";
    NO_NUMBER = "–", "–";
    GOAL = "Mål", "Goal";
    INDICATOR = "Indikator", "Indicator";
    VALUE = "Värde", "Value";
    OF = "Av", "Of";
    SHARE = "Andel", "Share";
    TARGET = "Krav", "Target";
    MET = "Nått", "Met";
    NO_GOALS = "Projektet har inga mål. De står i project.json; läs in den med caselog import.",
        "The project has no goals. They stand in project.json; read it with caselog import.";
    COUNT = "Antal", "Count";

    EXPORTED = "Hela loggen står nu i klartext i {dir}. Den som har mappen kan läsa allt; journalen har noterat det.",
        "The whole log now stands in the clear in {dir}. Whoever has the folder can read everything; the journal has \
        noted it.";
    VERIFIED = "Loggen är hel.", "The store is whole.";
    LOG = "Lägger till en kontakt från en rad, som på ett arbetspass", "Adds a contact from one line, as on a shift";
    LOG_LINE = "som: igår 14:20 A.B-12 stödsamtal förhör 45m: orolig för brodern; ”ny” gör en ny person",
        "such as: yesterday 14:20 A.B-12 support talk interview 45m: worried about her brother; “new” makes a new person";
    LOG_PRIVATE = "Argument stannar i skalets historik och syns för andra användare. Utan ord, eller med -, läses raden från terminalen eller standard in.",
        "Arguments stay in the shell's history and are seen by other users. Without words, or with -, the line is read from the terminal or standard input.";
    LOG_ASK = "Kontakt: ", "Contact: ";
    LOG_CONFIRM = "Spara? [J/n] ", "Save? [Y/n] ";
    LOG_NOT_SAVED = "Inget sparat.", "Nothing saved.";
    LOG_NOBODY = "Vem? Raden nämner ingen person; ”ny” gör en ny. Inget är sparat.", "Who? The line names nobody; “new” makes a new person. Nothing is saved.";
    LOG_NOT_UNDERSTOOD = "Förstås inte: {words}. Inget är sparat.", "Not understood: {words}. Nothing is saved.";
    ASK_HOW = "En tom rad lämnar kolumnen tom, Ctrl-D sparar det som är ifyllt, Ctrl-C avbryter.",
        "An empty line leaves a column empty, Ctrl-D saves what is filled in, Ctrl-C leaves.";
    ASK_COLUMN = "{label} ({code}): ", "{label} ({code}): ";
    ADD_NOTHING = "ingenting att lägga till; skriv rader som alias: A.B-12", "nothing to add; write lines such as alias: A.B-12";
    ADD_NOT_A_LINE = "rad {line}: skriv kolumn: värde, som alias: A.B-12", "line {line}: write column: value, such as alias: A.B-12";
    UNKNOWN_COLUMN = "okänd kolumn ”{given}”", "unknown column “{given}”";
    IMPORT_TRIED = "Inget är skrivet: det var ett försök.", "Nothing is written: this was a trial.";
    IMPORT_REJECTED_ONE = "inget är skrivet: {n} fel; rätta det och läs in igen",
        "nothing is written: {n} fault; mend it and read again";
    IMPORT_REJECTED_MANY = "inget är skrivet: {n} fel; rätta dem och läs in igen",
        "nothing is written: {n} faults; mend them and read again";
    STANDS_ALREADY = "posten finns redan med samma innehåll; inget är skrivet",
        "the record stands already with the same content; nothing is written";
    NOT_COUNTED = "{measure} kan listas men inte räknas; se caselog list {measure}",
        "{measure} can be listed, not counted; see caselog list {measure}";
    NO_PREVIOUS = "perioden {period} har ingen period före: den saknar början eller slut",
        "the period {period} has none before it: it lacks a beginning or an end";
    WRONG_INDICATOR = "mål {goal}, ”{label}”: {problem}; rätta project.json och läs in den med caselog import --update",
        "goal {goal}, “{label}”: {problem}; mend project.json and read it with caselog import --update";
}

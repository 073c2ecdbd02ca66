//! Texts of the page of settings, and of changing what opens the store.

crate::texts! {
    MORE = "Inställningar: språk, färger, låsning, lösenfras", "Settings: language, colours, locking, passphrase";
    TITLE = "Inställningar", "Settings";
    FILE = "De fyra första står i {file}", "The first four stand in {file}";
    SET = "Inställningen gäller och står i filen.", "The setting is in force and stands in the file.";
    LANG = "Språk", "Language";
    THEME = "Färger", "Colours";
    LOCK_AFTER = "Låser sig efter", "Locks after";
    KEYS = "Tangenter", "Keys";
    PASSPHRASE = "Byt lösenfras", "Change the passphrase";
    RECOVERY_SHEET = "Nytt återställningsblad", "New recovery sheet";
    NEW_KEY = "Ny nyckel", "New key";
    COLOURS = "terminalens", "the terminal's";
    MONOCHROME = "inga", "none";
    MINUTES = "{n} min", "{n} min";
    IN_FILE = "i filen", "in the file";
    NO_MINUTES = "ett antal minuter, 1–60", "a number of minutes, 1–60";
    MEANS_LANG = "Enter byter till engelska. Rapporterna har sitt eget språk.", "Enter changes to Swedish. Reports have a language of their own.";
    MEANS_THEME = "Enter byter. Utan färger skiljs allt åt av tecken, fetstil och understrykning.",
        "Enter changes it. Without colours signs, bold and underlining tell things apart.";
    MEANS_LOCK_AFTER = "Så länge utan en tangent, 1–60 minuter, sedan är skärmen tom. Det går inte att stänga av; Ctrl-L låser genast.",
        "So long without a key, 1–60 minutes, and the screen is blank. It cannot be switched off; Ctrl-L locks at once.";
    MEANS_KEYS = "Andra tangenter skrivs i filen, under [keys]: sort = \"o F5\". De gäller när programmet startas om; vad handlingarna heter står i docs/keys.md.",
        "Other keys are written in the file, under [keys]: sort = \"o F5\". They hold when the program is started again; docs/keys.md has the names of the actions.";
    KEYS_WHERE = "De står i {file}", "They stand in {file}";
    MEANS_PASSPHRASE = "Frågar efter den gamla, sedan två gånger efter den nya. Äldre säkerhetskopior öppnas med den de hade.",
        "Asks for the old one, then twice for the new one. Older backups open with the one they had.";
    MEANS_RECOVERY_SHEET = "Visar en ny kod att skriva av. Den gamla gäller tills du säger att den nya är avskriven.",
        "Shows a new code to copy. The old one holds until you say that the new one is copied.";
    MEANS_NEW_KEY = "Om någon kan ha kommit åt den gamla lösenfrasen och en kopia av loggen. Avsluta, och kör: caselog passphrase --new-key. Det kopierar allt till en ny logg med ny nyckel, ny lösenfras och nytt återställningsblad.",
        "If somebody may have got hold of the old passphrase and a copy of the store. Quit, and run: caselog passphrase --new-key. It copies everything into a new store with a new key, a new passphrase and a new recovery sheet.";
    NEW_KEY_HOW = "Avsluta med q, och kör: caselog passphrase --new-key", "Quit with q, and run: caselog passphrase --new-key";
    SAMPLE = "Provloggen finns bara i minnet och har ingen lösenfras.", "The sample log is in memory only and has no passphrase.";

    OLD = "Lösenfrasen nu", "The passphrase now";
    OLD_WHY = "Skriv lösenfrasen som gäller nu, eller återställningskoden.", "Type the passphrase that holds now, or the recovery code.";
    NEW = "Ny lösenfras", "New passphrase";
    NEW_WHY = "Fyra eller fem vanliga ord är lätta att minnas och svåra att gissa.", "Four or five common words are easy to remember and hard to guess.";
    DERIVING = "Härleder nyckeln. Det tar några sekunder, med flit.", "Deriving the key. It takes a few seconds, on purpose.";
    SEALING = "Den nya koden sätts i kraft.", "Putting the new code in force.";
    SHEET = "Den nya återställningskoden. Skriv av den för hand: den visas inte igen. Enter när den är avskriven; då slutar den gamla att gälla.",
        "The new recovery code. Copy it by hand: it is not shown again. Enter when it is copied; then the old one ends.";
    SHEET_DROPPED = "Den nya koden gäller inte. Det gamla återställningsbladet gäller.", "The new code does not hold. The old recovery sheet does.";
    SHEET_TAKEN = "Det nya återställningsbladet gäller. Kasta det gamla.", "The new recovery sheet is in force. Throw the old one away.";
    PASSPHRASE_CHANGED = "Lösenfrasen är bytt. Äldre säkerhetskopior öppnas med den de hade.",
        "The passphrase is changed. Older backups open with the one they had.";
}

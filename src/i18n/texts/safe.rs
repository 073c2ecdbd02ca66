//! Texts of what keeps the log safe: backups, restoring, what opens the store, erasing.

crate::texts! {
    BACKUP = "Gör en säkerhetskopia, prövar den och skriver dess sökväg", "Makes a backup, verifies it and prints its path";
    BACKUP_DIR = "Mappen att lägga en ny daterad mapp i; annars bland loggens egna säkerhetskopior",
        "The folder to put a new dated folder in; else among the store's own backups";
    BACKUP_SAYS = "En säkerhetskopia är en logg: den öppnas med --store och samma lösenfras. Loggens egna ligger bredvid \
        det, i en mapp med dess namn och -backups; av dem behålls sju dagars, fyra veckors och tolv månaders.",
        "A backup is a store: it opens with --store and the same passphrase. The store's own stand beside it, in a folder \
        of its name and -backups; of those, seven days', four weeks' and twelve months' are kept.";
    RESTORE = "Gör loggen av en säkerhetskopia", "Makes the store from a backup";
    RESTORE_DIR = "Säkerhetskopians mapp", "The backup's folder";
    OPTION_REPLACE = "Sätter den i stället för loggen som står där, som behålls bredvid under ett annat namn",
        "Puts it in the place of the store that stands there, which is kept beside under another name";
    RESTORE_SAYS = "Lösenfrasen är den som säkerhetskopian hade. Har loggen som ersätts en nyare till samma nyckel duger \
        den, och fortsätter att gälla.",
        "The passphrase is the one that the backup had. If the store to be replaced has a newer one for the same key, that \
        one will do, and stays in force.";
    RESTORE_ITSELF = "{folder} är loggen själv; ange en säkerhetskopia.", "{folder} is the store itself; name a backup.";
    NO_BACKUP = "Ingen säkerhetskopia i {folder}.\nDen senaste är: {newest}", "There is no backup in {folder}.\nThe newest is: {newest}";
    NO_BACKUPS = "Ingen säkerhetskopia i {folder}.\nLoggens egna läggs i {backups}, och där finns ingen. Varje säkerhetskopia är en mapp som heter caselog- och dag och klockslag.",
        "There is no backup in {folder}.\nThe store's own are put in {backups}, and there is none. Each backup is a folder called caselog- and day and time.";
    NEWEST_BACKUP = "Den senaste säkerhetskopian: {newest}", "The newest backup: {newest}";
    RESTORED = "Loggen i {place} är återställd från {from}.", "The store in {place} is restored from {from}.";
    RESTORED_KEPT = "Det som stod där finns kvar i {kept}", "What stood there is kept in {kept}";
    RESTORED_OWN_KEYS = "Det öppnas med den lösenfras och det återställningsblad som säkerhetskopian hade.",
        "It opens with the passphrase and the recovery sheet that the backup had.";
    RESTORED_NEW_KEYS = "Det öppnas med samma lösenfras och återställningsblad som det som stod där.",
        "It opens with the same passphrase and recovery sheet as what stood there.";
    NOT_FOR_DEMO = "kommandot gäller en logg på disk, inte exemplet: ta bort --demo",
        "the command is about a store on disk, not the sample: leave --demo out";

    PASSPHRASE = "Byter lösenfras; med --new-key också nyckeln som allt är krypterat med",
        "Changes the passphrase; with --new-key also the key that everything is encrypted with";
    OPTION_NEW_KEY = "Kopierar allt till en ny logg med en ny nyckel, som tar den gamlas plats, och skriver ett nytt \
        återställningsblad",
        "Copies everything into a new store with a new key, which takes the old one's place, and prints a new recovery \
        sheet";
    OPTION_NEW_PASSPHRASE_FILE = "Läser den nya lösenfrasen ur en fil, eller - för nästa rad av standard in",
        "Reads the new passphrase from a file, or - for the next line of standard input";
    PASSPHRASE_SAYS = "Den gamla lösenfrasen eller återställningskoden öppnar. Äldre säkerhetskopior öppnas fortfarande med \
        den lösenfras de hade. Tror du att någon har kommit åt den gamla: använd --new-key, gör en säkerhetskopia och ta \
        bort de äldre.",
        "The old passphrase or the recovery code opens. Older backups still open with the passphrase they had. If you think \
        that somebody got hold of the old one: use --new-key, make a backup and remove the older ones.";
    PASSPHRASE_CHANGED = "Lösenfrasen är bytt. Äldre säkerhetskopior öppnas med den de hade.",
        "The passphrase is changed. Older backups open with the one they had.";
    NEW_KEY_MADE = "Loggen har en ny nyckel; den gamla lösenfrasen och det gamla återställningsbladet öppnar den inte. \
        Säkerhetskopior som redan är gjorda öppnas fortfarande med dem.",
        "The store has a new key; the old passphrase and the old recovery sheet do not open it. Backups made before still \
        open with them.";

    RECOVERY = "Gör och skriver ut ett nytt återställningsblad; det gamla slutar gälla",
        "Makes and prints a new recovery sheet; the old one stops working";
    RECOVERY_ASK = "Koden på bladet öppnar hela loggen. Ett nytt blad gör det gamla ogiltigt. Ser ingen annan skärmen? Skriv \
        ja för att visa det: ",
        "The code on the sheet opens the whole log. A new sheet makes the old one void. Does nobody else see the screen? \
        Type yes to show it: ";
    RECOVERY_NOT = "Inget gjordes; det gamla bladet gäller.", "Nothing was done; the old sheet holds.";
    RECOVERY_UNPRINTED = "Bladet kunde inte skrivas ut; det gamla gäller.", "The sheet could not be printed; the old one holds.";
    RECOVERY_VOID = "Bladet som just skrevs ut gäller INTE: kasta det. {reason}",
        "The sheet just printed does NOT hold: throw it away. {reason}";
    RECOVERY_DONE = "Bladet gäller. Det gamla öppnar inte längre loggen: förstör det.",
        "The sheet holds. The old one no longer opens the store: destroy it.";

    ERASE = "Tar bort en person och allt om henne för gott; utan PERSON listas vilka det är dags att gallra",
        "Takes a person and all about them out for good; without PERSON it lists who is due";
    ERASE_PERSON = "Personens ref, alias eller ytterligare namn; - läser en rad av standard in",
        "The person's ref, alias or further name; - reads a line from standard input";
    OPTION_YES = "Frågar inte", "Does not ask";
    ERASE_SAYS = "Argument stannar i skalets historik: skriv ref, eller - och namnet på nästa rad. Efter posterna står kvar det \
        som räknas (åldersgrupp, kön, roll, månad, koder), så att rapporter per månad eller längre blir som förut.",
        "Arguments stay in the shell's history: write the ref, or - and the name on the next line. Of the records stays what \
        is counted (age group, sex, role, month, codes), so that reports by month or longer come out as before.";
    ERASE_WHAT = "Det som försvinner för gott: {people}, med {records}.", "What goes for good: {people}, with {records}.";
    ERASE_NO_RECORDS = "inga fler poster", "no further records";
    ERASE_LEAVES = "Kvar blir poster utan namn, texter, land, dagar och klockslag: åldersgrupp, kön, roll, månad och koder, som räknas. Relationer, utkast och journalens innehåll går också.",
        "What stays are records without names, texts, country, days and times: age group, sex, role, month and codes, which are counted. Relations, drafts and the journal's content go too.";
    ERASE_BACKUPS = "Loggens egna säkerhetskopior som redan är gjorda tas bort när nästa har gjorts och prövats. Kopior du lagt på annat håll, exporter och utskrifter får du ta bort själv.",
        "The store's own backups made before this go when the next one is made and verified. Copies that you put elsewhere, exports and prints are yours to destroy.";
    ERASE_NAMED = "Andras poster nämner henne i sin text och ändras inte: {refs}. Ändra dem först, så glöms också det som stod där.",
        "Records of others name her in their text and are not changed: {refs}. Change them first, and what stood there is forgotten too.";
    ERASE_NAMED_IN_PROJECT = "Projektets texter nämner henne och ändras inte.", "The project's texts name her and are not changed.";
    ERASE_NAMED_IN_PRINTS = "Sparade utskrifter nämner henne i sin text, som är som den skrevs ut: nummer {prints}.",
        "Kept prints name her in their words, which are as they were printed: number {prints}.";
    ERASE_FINAL = "Det går inte att ångra, och inte heller det som gjorts dessförinnan.",
        "This cannot be undone, nor can anything done before it.";
    ERASE_ASK = "Skriv ja för att ta bort: ", "Type yes to take it out: ";
    ERASE_NOT = "Inget togs bort.", "Nothing was taken out.";
    ERASE_UNASKED = "Inget togs bort: här går det inte att fråga. --yes tar bort utan att fråga.",
        "Nothing was taken out: nobody can be asked here. --yes does it without asking.";
    ERASED = "{own} är borttagen för gott.", "{own} is taken out for good.";
    ERASE_NOBODY = "ingen person heter så eller har den refen", "nobody has that name or ref";
    ERASE_SEVERAL = "flera heter så: {refs}; skriv en ref", "several have that name: {refs}; write a ref";
    ERASE_NONE_DUE = "Ingen behöver gallras nu.", "Nobody is due for erasure now.";
    ERASE_DUE_ONE = "{n} person är det dags att gallra; caselog erase REF tar bort.",
        "{n} person is due for erasure; caselog erase REF takes out.";
    ERASE_DUE_MANY = "{n} personer är det dags att gallra; caselog erase REF tar bort.",
        "{n} people are due for erasure; caselog erase REF takes out.";
    LIST_DUE_ONE = "{n} person är det dags att gallra; caselog erase visar vem.", "{n} person is due for erasure; caselog erase shows who.";
    LIST_DUE_MANY = "{n} personer är det dags att gallra; caselog erase visar vilka.", "{n} people are due for erasure; caselog erase shows who.";
    ERASE_TITLE = "Ta bort {name} för gott?", "Take {name} out for good?";
    ERASE_KEEP = "Behåll", "Keep";
    ERASE_ANYWAY = "Ta bort för gott", "Take out for good";
    ERASED_LINE = "Borttagen för gott. Det som räknas står kvar utan namn.", "Taken out for good. What is counted stays, without a name.";
    DEED_REVEALED = "visade skyddade uppgifter:", "showed protected fields:";
    REVEAL_NOTED = "Skyddade uppgifter visas tills posten lämnas. Det står i journalen.", "Protected fields are shown until the record is left. The journal notes it.";
    DEED_ERASED = "tog bort en person för gott", "took a person out for good";

    MORE_BACKUPS = "Säkerhetskopior: när den senaste gjordes, och gör en nu", "Backups: when the last was made, and make one now";
    BACKUPS_TITLE = "Säkerhetskopior", "Backups";
    BACKUPS_SAMPLE = "Provloggen finns bara i minnet och har inga säkerhetskopior.", "The sample log is in memory only and has no backups.";
    BACKUPS_NONE = "Ingen är gjord än. Tryck n så görs en; annars görs en när du avslutar.",
        "None has been made yet. Press n to make one; else one is made when you quit.";
    BACKUPS_FOLDER = "De ligger i {folder}", "They are in {folder}";
    BACKUPS_HOW = "En görs när du avslutar, högst en om dagen, och prövas; sju dagars, fyra veckors och tolv månaders behålls. Kopiera mappen till ett annat ställe ibland. Återställ: caselog restore MAPP --replace",
        "One is made when you quit, at most one a day, and verified; seven days', four weeks' and twelve months' are kept. Copy the folder elsewhere now and then. Restore: caselog restore DIR --replace";
    BACKUP_TODAY = "Den senaste gjordes i dag.", "The last was made today.";
    BACKUP_YESTERDAY = "Den senaste gjordes i går.", "The last was made yesterday.";
    BACKUP_AGE = "Den senaste är {days} dagar gammal.", "The last is {days} days old.";
    BACKED_UP = "Säkerhetskopian är gjord och prövad: {path}", "The backup is made and verified: {path}";
    BACKUP_OLD = "▲ Senaste säkerhetskopian är {days} dagar gammal, och loggen har ändrats sedan dess: 8, Säkerhetskopior.",
        "▲ The last backup is {days} days old, and the log has changed since: 8, Backups.";
    CLOSING = "Dagens säkerhetskopia görs. Esc avbryter, q avslutar utan den.", "Making the day's backup. Esc stops it, q quits without it.";
    CLOSE_FAILED = "Säkerhetskopian gjordes inte", "The backup was not made";
    CLOSE_STAY = "Stanna kvar", "Stay";
    CLOSE_ANYWAY = "Avsluta utan säkerhetskopia", "Quit without a backup";

    SETTINGS = "Visar inställningarna och var de finns, eller sätter en", "Shows the settings and where they are, or sets one";
    SETTINGS_KEY = "lang, theme eller lock_after", "lang, theme or lock_after";
    SETTINGS_VALUE = "Det nya värdet", "The new value";
    SETTINGS_SAYS = "Det som ändrar en siffra (värdelistor, åldersgrupper, sparade vyer, kontroller och deras gränser) finns i loggen \
        och ändras i programmet, eller med import av project.json och lists.csv.",
        "What changes a figure (value lists, age groups, saved views, checks and their limits) lives in the store and is \
        changed in the program, or by importing project.json and lists.csv.";
    SETTINGS_FILE = "Inställningsfilen: {file}", "The settings file: {file}";
    SETTINGS_STORE = "Det som ändrar en siffra finns i loggen: 8 i programmet, eller project.json.",
        "What changes a figure lives in the store: 8 in the program, or project.json.";
    SETTINGS_NOWHERE = "Systemet har ingen plats för inställningar: sätt HOME.", "The system has no place for settings: set HOME.";
    OPTION_EXPORT_FORMAT = "csv: tio filer som import läser; xlsx: en arbetsbok att läsa i", "csv: ten files that import reads; xlsx: one workbook to read";
    WORKBOOK_CUT = "{n} texter är för långa för en cell och är avkortade i arbetsboken; i csv är de hela.",
        "{n} texts are too long for a cell and cut in the workbook; in csv they are whole.";

    STEP_COPYING = "Kopierar", "Copying";
    STEP_PAGES = "Prövar filen", "Checking the file";
    STEP_JOURNAL = "Läser journalen", "Reading the journal";
    STEP_RECORDS = "Prövar posterna", "Checking the records";
    STEP_COMPARING = "Jämför med loggen", "Comparing with the store";
    STEP_PERCENT = "{step} … {share}", "{step} … {share}";
    STEP_ALONE = "{step} …", "{step} …";
}

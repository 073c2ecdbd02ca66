//! What the store says: what went wrong, to what, and what to do.

crate::texts! {
    NO_STORE = "Ingen logg i {folder}.\nSkapa en med: caselog init --store {folder}",
        "There is no store in {folder}.\nMake one with: caselog init --store {folder}";
    NOT_EMPTY = "{folder} är inte tom, så ingen ny logg skapades där.\nVälj en ny eller tom mapp.",
        "{folder} is not empty, so no new store was made there.\nChoose a new or an empty folder.";
    IN_USE = "Loggen i {folder} är redan öppen i en annan process.\nStäng den först.",
        "The store in {folder} is open in another process.\nClose that one first.";
    IN_USE_BY = "Loggen i {folder} är redan öppen i en annan process (processnummer och sedan när: {by}).\nStäng den först.",
        "The store in {folder} is open in another process (process number and since when: {by}).\nClose that one first.";
    WRONG_PASSPHRASE =
        "Fel lösenfras.\nKontrollera skiftlås och tangentbord. Är frasen borta öppnar återställningsbladets kod loggen.",
        "Wrong passphrase.\nCheck caps lock and keyboard. If the phrase is lost, the code of the recovery sheet opens the store.";
    WRONG_RECOVERY_CODE = "Återställningskoden är rätt skriven men hör inte till den här loggen.",
        "The recovery code is well written but does not belong to this store.";
    EMPTY_PASSPHRASE = "Lösenfrasen är tom; en logg måste ha en.", "The passphrase is empty; a store must have one.";
    RECOVERY_LENGTH = "Återställningskoden har {characters} tecken; den ska ha åtta grupper med fem tecken.",
        "The recovery code has {characters} characters; it should have eight groups of five.";
    RECOVERY_GROUP = "Grupp {group} i återställningskoden är fel skriven; jämför den med bladet.",
        "Group {group} of the recovery code is not right; compare it with the sheet.";
    NEWER = "Loggen är skriven av en nyare version av programmet (version {version}); den kan läsas men inte ändras.\nUppdatera programmet för att skriva; inget är förlorat.",
        "A newer version of the program wrote this store (version {version}); it can be read, not changed.\nUpdate the program to write; nothing is lost.";
    TOO_NEW = "Loggen är skriven av en nyare version av programmet (version {version}), och det här programmet kan inte läsa den.\nUppdatera programmet; inget är förlorat.",
        "A newer version of the program wrote this store (version {version}), and this one cannot read it.\nUpdate the program; nothing is lost.";
    STALE = "{subject} har ändrats sedan du började; inget skrevs.\nLäs om och gör ändringen igen.",
        "{subject} has changed since you began; nothing was written.\nRead it again and make the change anew.";
    SUBJECT_RECORD = "{kind} {own}", "{kind} {own}";
    SUBJECT_LIST = "Värdelistan {list}", "The value list {list}";
    SUBJECT_PROJECT = "Projektet", "The project";
    REJECTED = "Inget skrevs:", "Nothing was written:";
    FAULT = "{kind} {place}: {field}: {problem}", "{kind} {place}: {field}: {problem}";
    REFERRED = "Inte borttaget: {kind} {own} nämns av {by}.\nÄndra eller ta bort det först.",
        "Not deleted: {kind} {own} is named by {by}.\nChange or delete that first.";
    AND_MORE = "{shown} och {n} till", "{shown} and {n} more";
    FIXED_LIST = "Värdelistan {list} kan inte ändras.", "The value list {list} cannot be changed.";
    LIST_CODE = "Koden ”{code}” i värdelistan {list} duger inte: en kod står en gång och har små bokstäver, siffror och _.",
        "The code “{code}” of the value list {list} will not do: a code stands once and has small letters, digits and _.";
    TOO_LONG = "{subject}: {problem}. Inget skrevs.", "{subject}: {problem}. Nothing was written.";
    CODE_IN_USE = "Värdet ”{code}” i värdelistan {list} finns i poster och kan inte tas bort; markera det som utgånget.",
        "The value “{code}” of the value list {list} stands in records and cannot be taken out; retire it instead.";
    STANDING = "En logg står redan i {folder}; inget gjordes.\n--replace sätter säkerhetskopian i dess ställe och behåller den bredvid under ett annat namn.",
        "A store stands in {folder} already; nothing was done.\n--replace puts the backup in its place and keeps it beside under another name.";
    NEW_KEY_UNPROVED = "Den nya nyckelfilen öppnar inte loggen; den gamla gäller.", "The new key file does not open the store; the old one holds.";
    OLD_KEY_LEFT = "Loggen har en ny nyckel, men den gamla kunde inte tas bort: {folder}\nTa bort den mappen.",
        "The store has a new key, but the old one could not be taken away: {folder}\nRemove that folder.";
    NO_PERSON = "Ingen person har ref {own}.", "No person has the ref {own}.";
    DIFFERS = "Kopian i {file} är inte lik loggen den togs från; den står inte kvar.\nPröva disken, och gör om det.",
        "The copy in {file} is not like the store it was taken from; it was taken away.\nCheck the disk, and try again.";
    FINDINGS = "Det här är inte helt, så inget gjordes:", "This is not whole, so nothing was done:";
    STOPPED = "Avbrutet; allt är som förut.", "Stopped; everything is as before.";
    NO_FOLDER = "Exemplet ligger bara i minnet: det har ingen mapp, inga nycklar och inga säkerhetskopior.",
        "The sample is in memory only: it has no folder, no keys and no backups.";
    FILE = "{path}: {error}", "{path}: {error}";
    DATABASE = "Databasen svarade: {error}\nKontrollera att disken finns kvar, har plats och kan skrivas till; inget av det sista skrevs.",
        "The database said: {error}\nCheck that the disk is still there, has room and can be written to; nothing of the last step was written.";
    NOT_ENCRYPTED = "Programmet är byggt utan SQLCipher och skulle skriva i klartext; det vägrar.",
        "The program was built without SQLCipher and would write in the clear; it refuses.";
    NO_RANDOMNESS = "Systemet lämnade inga slumptal; försök igen.", "The system gave no random numbers; try again.";
    NO_MEMORY = "Att härleda nyckeln kräver {mebibytes} MiB minne, och det finns inte.\nStäng andra program och försök igen.",
        "Deriving the key takes {mebibytes} MiB of memory, and there is not enough.\nClose other programs and try again.";

    DAMAGED = "Loggen är skadad: {what}\n{remedy}", "The store is damaged: {what}\n{remedy}";
    MISSING = "{file} saknas.", "{file} is missing.";
    KEY_COPY = "{file} saknas eller är inte som den skrevs, men den andra kopian är hel.",
        "{file} is missing or not as it was written, but the other copy is whole.";
    KEYS = "{file} och {copy} saknas båda eller är inte som de skrevs.",
        "{file} and {copy} are both missing or not as they were written.";
    DATABASE_DAMAGED = "caselog.db är inte som den skrevs.", "caselog.db is not as it was written.";
    ROW = "en rad i tabellen {table} har ett innehåll som aldrig skrivits dit.",
        "a row of the table {table} holds what was never written there.";
    HEAD = "{file} är inte som den skrevs, eller hör till en annan journal.",
        "{file} is not as it was written, or belongs to another journal.";
    HEAD_APART = "{file} slutar med ändring {head}, journalen i caselog.db med {journal}: en av filerna är äldre än den andra.",
        "{file} ends with change {head}, the journal in caselog.db with {journal}: one of the files is older than the other.";
    REMEDY_BACKUP = "Spara mappen som den är och återställ den senaste säkerhetskopian: caselog restore MAPP --replace",
        "Keep the folder as it is and restore the newest backup: caselog restore DIR --replace";
    REMEDY_PUT_BACK = "Lägg tillbaka filen om du har den; annars återställ den senaste säkerhetskopian: caselog restore MAPP --replace",
        "Put the file back if you have it; else restore the newest backup: caselog restore DIR --replace";
    REMEDY_COPY = "Lägg den hela kopian i dess ställe: cp '{whole}' '{file}'",
        "Put the whole copy in its place: cp '{whole}' '{file}'";

    BROKEN_LINK = "En rad i tabellen {table} hänvisar till en post som inte finns.",
        "A row of the table {table} refers to a record that is not there.";
    ENTRY = "Journalens kedja bryts vid ändring {seq}: den eller en tidigare har ändrats eller tagits bort.",
        "The chain of the journal breaks at change {seq}: it or an earlier one was altered or taken out.";
    RECORD_VALUES = "{kind} {own} är inte som journalen säger.", "{kind} {own} is not as the journal says.";
    RECORD_MISSING = "{kind} {own} finns i journalen men inte i tabellen.", "{kind} {own} is in the journal but not in the table.";
    RECORD_UNKNOWN = "{kind} {own} finns i tabellen men inte i journalen.", "{kind} {own} is in the table but not in the journal.";
    LIST_DIFFERS = "Värdelistan {list} är inte som journalen säger.", "The value list {list} is not as the journal says.";
    PROJECT_DIFFERS = "Projektet är inte som journalen säger.", "The project is not as the journal says.";
    COUNTERS_DIFFER = "Räknarna för nya ref ligger efter dem som använts.", "The numbers for new refs are behind those in use.";
    DRAFTS_DIFFER = "Ett utkast är inte som det skrevs.", "A draft is not as it was written.";
    SEARCH_DIFFERS = "Sökregistret stämmer inte med posterna.", "The search index does not fit the records.";
    FACTS_DIFFER = "Det som hålls för statistiken stämmer inte med posterna.", "What is kept for the statistics does not fit the records.";
}

//! Texts of import and export.

crate::texts! {
    UNKNOWN_FILE = "filens namn säger inte vad den innehåller; kalla den något av {files}",
        "the file's name does not say what it holds; name it one of {files}";
    NO_FILES = "mappen innehåller ingen fil att läsa in, som persons.csv eller contacts.csv",
        "the folder holds no file to import, such as persons.csv or contacts.csv";
    SECOND_PROJECT = "en project.json har redan lästs; läs in en i taget",
        "a project.json has been read already; import one at a time";
    UTF_16 = "filen är sparad som UTF-16; spara den som UTF-8 (i Excel: Spara som, CSV UTF-8)",
        "the file is saved as UTF-16; save it as UTF-8 (in Excel: Save as, CSV UTF-8)";
    NOT_UTF_8 = "byten {byte} är inte UTF-8; spara filen som UTF-8 (i Excel: Spara som, CSV UTF-8)",
        "the byte {byte} is not UTF-8; save the file as UTF-8 (in Excel: Save as, CSV UTF-8)";
    NO_HEADER = "rubrikraden saknas; den första raden namnger kolumnerna: {columns}",
        "there is no header row; the first line names the columns: {columns}";
    SEPARATOR = "kolumnerna är åtskilda med ”{found}”; spara filen med kommatecken mellan kolumnerna (i Excel: CSV UTF-8, med listavgränsaren satt till kommatecken)",
        "the columns are kept apart by “{found}”; save the file with commas between the columns (in Excel: CSV UTF-8, with the list separator set to a comma)";
    TABS = "kolumnerna är åtskilda med tabbar; spara filen med kommatecken mellan kolumnerna",
        "the columns are kept apart by tabs; save the file with commas between the columns";
    UNKNOWN_COLUMN = "okänd kolumn", "unknown column";
    COLUMN_WITHOUT_NAME = "kolumnen saknar namn i rubrikraden; namnge den eller ta bort den",
        "the column has no name in the header row; name it or take it out";
    DOUBLED_COLUMN = "kolumnen finns två gånger; ta bort den ena", "the column stands twice; take one of them out";
    CELL_COUNT = "antal celler: {found} här, {expected} i rubrikraden; text med kommatecken ska stå inom citattecken",
        "number of cells: {found} here, {expected} in the header row; text with a comma belongs in quotes";
    UNCLOSED_QUOTE = "citattecknet som öppnar cellen stängs aldrig; sätt ett i slutet av cellen",
        "the quote that opens the cell is never closed; put one at the end of the cell";
    STRAY_QUOTE = "ett citattecken står inne i cellen; sätt hela cellen inom citattecken och dubblera dem som hör till texten",
        "a quote stands inside the cell; put the whole cell in quotes and double those that belong to the text";
    DOUBLED_REF = "samma ref står redan i {file} rad {line}; ge varje post sin egen",
        "the same ref stands in {file} line {line} already; give each record its own";
    DIFFERS = "posten finns redan med annat innehåll; läs in med --update för att ändra den, eller ge den en annan ref",
        "the record stands already with other content; import with --update to change it, or give it another ref";
    SEVERAL_ORGANISATIONS = "flera organisationer heter ”{given}”; skriv en av deras ref: {refs}",
        "several organisations are called “{given}”; write the ref of one: {refs}";
    UNKNOWN_LIST = "det finns ingen lista ”{given}”", "there is no list “{given}”";
    FIXED_LIST = "listan {given} är fast och kan inte ändras; ta bort raden",
        "the list {given} is fixed and cannot be changed; take the row out";
    NOT_A_CODE = "”{given}” kan inte vara en kod; använd 1 till 64 av a-z, 0-9 och _, och inte any, none eller unknown",
        "“{given}” cannot be a code; use 1 to 64 of a-z, 0-9 and _, and not any, none or unknown";
    DOUBLED_VALUE = "samma värde står redan på rad {line}; ta bort det ena",
        "the same value stands on line {line} already; take one of them out";
    VALUE_DIFFERS = "värdet finns redan med annat innehåll; läs in med --update för att ändra det",
        "the value stands already with other content; import with --update to change it";
    JSON = "kan inte läsas: {message}", "cannot be read: {message}";
    JSON_TYPE = "{found} står där {expected} hör hemma", "{found} stands where {expected} belongs";
    JSON_FOUND_TEXT = "texten ”{given}”", "the text “{given}”";
    JSON_FOUND_NUMBER = "talet {given}", "the number {given}";
    JSON_FOUND_WORD = "{given}", "{given}";
    JSON_TEXT = "en text inom citattecken", "a text in quotes";
    JSON_WHOLE = "ett heltal från 0", "a whole number from 0";
    JSON_LIST = "en lista", "a list";
    JSON_OBJECT = "ett objekt", "an object";
    JSON_FLAG = "true eller false", "true or false";
    JSON_UNKNOWN = "okänt värde ”{given}”", "unknown value “{given}”";
    JSON_TWICE = "nyckeln {key} står två gånger; ta bort den ena", "the key {key} stands twice; take one of them out";
    JSON_NO_VALUE = "här ska ett värde stå: en text inom citattecken, ett tal, true, false, null, en lista eller ett objekt",
        "a value belongs here: a text in quotes, a number, true, false, null, a list or an object";
    JSON_NO_COMMA = "här saknas ett komma före det som följer, eller det tecken som avslutar listan eller objektet",
        "a comma is missing before what follows, or the sign that ends the list or object";
    JSON_NO_COLON = "efter nyckeln saknas ett kolon", "a colon is missing after the key";
    JSON_COMMA = "efter det sista kommat följer inget; ta bort det", "nothing follows the last comma; take it out";
    JSON_MORE = "det står mer efter slutet; ta bort det", "more stands after the end; take it out";
    JSON_END = "filen tar slut innan texten, listan eller objektet gör det; är den hel?",
        "the file ends before the text, list or object does; is it whole?";
    JSON_KEY = "en nyckel ska stå inom citattecken", "a key stands in quotes";
    JSON_CONTROL = "ett styrtecken står inne i en text; skriv en radbrytning som \\n", "a control character stands inside a text; write a line end as \\n";
    JSON_ESCAPE = "okänt tecken efter ett omvänt snedstreck; skriv ett sådant som \\\\", "unknown character after a backslash; write one as \\\\";
    JSON_NUMBER = "inte ett tal som JSON har; skriv som 12 eller 1.5", "not a number as JSON has them; write it as 12 or 1.5";
    NO_OBJECT = "kan inte läsas: inte ett objekt; filen börjar och slutar med en klammer", "cannot be read: not an object; the file begins and ends with a brace";
    UNKNOWN_KEY = "okänd nyckel", "unknown key";
    NOT_A_TARGET = "inte ett krav; skriv som 80%, 12, >=12, <=12 eller =12",
        "not a target; write it as 80%, 12, >=12, <=12 or =12";
    NOT_AN_AMOUNT = "inte ett belopp; skriv som \"1289000.00\"", "not an amount; write it as \"1289000.00\"";
    NOT_AGE_GROUPS = "inte åldersgrupper: den lägsta åldern i varje, stigande från 0, som [0, 15, 18, 20, 25, 35, 45, 65]",
        "not age groups: the lowest age of each, rising from 0, such as [0, 15, 18, 20, 25, 35, 45, 65]";
    SHARE_OF_NOTHING = "ett krav i procent behöver ”of”, det hela som andelen räknas av",
        "a target in per cent needs “of”, the whole that the share is of";
    PROJECT_DIFFERS = "ett annat projekt finns redan; läs in med --update för att ersätta det",
        "another project stands already; import with --update to replace it";

    COUNTS = "{kind}: {added} tillagda, {changed} ändrade, {skipped} oförändrade",
        "{kind}: {added} added, {changed} changed, {skipped} unchanged";
    MADE_ORGANISATIONS = "nya organisationer efter namn: {names}", "new organisations from names: {names}";
    CHANGED_LISTS = "ändrade värdelistor: {lists}", "changed value lists: {lists}";
    NEW_PROJECT = "project.json läses in", "project.json is taken in";
    NOT_READ = "inte läst: {file}", "not read: {file}";

    CANNOT_READ = "{path} kan inte läsas: {reason}", "{path} cannot be read: {reason}";
    CANNOT_WRITE = "{path} kan inte skrivas: {reason}; det som skrivits har tagits bort, försök på en annan plats",
        "{path} cannot be written: {reason}; what was written has been taken away, try another place";
    STANDS_ALREADY = "{path} finns redan; inget skrivs över, välj en annan mapp",
        "{path} stands already; nothing is overwritten, choose another folder";
}

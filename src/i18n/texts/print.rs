//! Texts of printing: formats, printers, files.

use crate::domain::{Lang, Text};

/// A report's language, as it is said of a print.
pub fn in_language(lang: Lang) -> Text {
    if lang == Lang::Sv { IN_SWEDISH } else { IN_ENGLISH }
}

/// A language's name.
pub fn language(lang: Lang) -> Text {
    if lang == Lang::Sv { SWEDISH } else { ENGLISH }
}

crate::texts! {
    NO_SYSTEM = "här finns inget utskriftssystem (lp)",
        "there is no print system here (lp)";
    NO_PRINTER = "ingen skrivare är inställd", "no printer is set up";
    UNKNOWN_PRINTER = "det finns ingen skrivare {name}; det finns {names}", "there is no printer {name}; there are {names}";
    WHICH_PRINTER = "ingen skrivare är förvald; välj en av {names}", "no printer is the default one; choose one of {names}";
    SILENT = "utskriftssystemet svarar inte",
        "the print system does not answer";
    REFUSED = "utskriftssystemet vägrade: {reason}",
        "the print system refused: {reason}";
    PRINTED = "Skickat till {printer}, jobb {job}. Utskriftssystemet kan spara en kopia; se docs/printing.md.",
        "Sent to {printer}, job {job}. The print system may keep a copy; see docs/printing.md.";
    NOT_KEPT = "Rapporten är ute, men kunde inte sparas som den skrevs ut: {reason}",
        "The report is out, but could not be kept as printed: {reason}";
    CHECKS_OF_FUNDER = "--checks hör till redovisningen till finansiären; ta bort --kind summary",
        "--checks belongs to the funder's report; leave --kind summary out";
    NOT_PRINTABLE = "{format} skrivs inte ut av en skrivare; ta {formats}, eller skriv en fil med -o FILE",
        "{format} is nothing that a printer prints; take {formats}, or write a file with -o FILE";
    NOT_FOR_TERMINAL = "PDF är inget för terminalen; skriv en fil med -o FILE",
        "PDF is nothing for the terminal; write a file with -o FILE";
    NOT_RENDERED = "rapporten kunde inte göras som {format}: {reason}; ta ett annat format",
        "the report could not be made as {format}: {reason}; take another format";
    PRINT_WHERE = "Skriv ut {language}", "Print {language}";
    PRINT_KEPT = "Skriv ut som det var {day}", "Print as it was on {day}";
    ONE_TO_LOOK_AT = "1 sak att se över innan du skriver under (7, Innan du skriver under).",
        "1 thing to look at before you sign (7, Before you sign).";
    TO_LOOK_AT = "{n} saker att se över innan du skriver under (7, Innan du skriver under).",
        "{n} things to look at before you sign (7, Before you sign).";
    SPOOL = "Utskriftssystemet kan spara en kopia av det som skrivs ut, okrypterad.",
        "The print system may keep a copy of what is printed, unencrypted.";
    NO_PRINTER_HERE = "Ingen skrivare: {reason}. En fil går bra.", "No printer: {reason}. A file will do.";
    A_PRINTER = "Skrivare {printer}: {format}", "Printer {printer}: {format}";
    DEFAULT_PRINTER = "Skrivare {printer} (förvald): {format}", "Printer {printer} (default): {format}";
    A_FILE = "Fil, okrypterad: {format}", "File, unencrypted: {format}";
    OTHER_LANGUAGE = "Hellre {language}", "Rather {language}";
    SENT = "Skickat till {printer}, jobb {job}.", "Sent to {printer}, job {job}.";
    IN_SWEDISH = "på svenska", "in Swedish";
    IN_ENGLISH = "på engelska", "in English";
    SWEDISH = "svenska", "Swedish";
    ENGLISH = "engelska", "English";
    PUBLIC = "för allmänheten", "for the public";
    PAGE = "sida {page} av {of}", "page {page} of {of}";
    FUNDER_TITLE = "Redovisning till finansiären · {period}", "Report to the funder · {period}";
    FUNDER_FILE_NAME = "redovisning", "report-to-the-funder";
    OR_A_FILE = "{reason}; en fil i stället: -o FILE", "{reason}; a file instead: -o FILE";
}

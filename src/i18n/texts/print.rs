//! Texts of printing: formats, printers, files.

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
    NOT_PRINTABLE = "{format} skrivs inte ut av en skrivare; ta {formats}, eller skriv en fil med -o FILE",
        "{format} is nothing that a printer prints; take {formats}, or write a file with -o FILE";
    NOT_FOR_TERMINAL = "PDF är inget för terminalen; skriv en fil med -o FILE",
        "PDF is nothing for the terminal; write a file with -o FILE";
    NOT_RENDERED = "rapporten kunde inte göras som {format}: {reason}; ta ett annat format",
        "the report could not be made as {format}: {reason}; take another format";
    OR_A_FILE = "{reason}; en fil i stället: -o FILE", "{reason}; a file instead: -o FILE";
}

//! Texts of what keeps the log from being written: a store of a newer program, a disk that takes no more. What the
//! screen says of it has to fit its narrowest line of news.

crate::texts! {
    NEWER_STORE = "Loggen är från en nyare version: uppdatera programmet. Inget är förlorat.",
        "A newer version wrote this store: update the program. Nothing is lost.";
    DISK_FULL = "Disken är full: inget sparades. Frigör plats och försök sedan igen.",
        "The disk is full: nothing was saved. Make room, then try again.";
    DISK_READ_ONLY = "Disken är skrivskyddad: inget sparades. Häv skyddet och försök sedan igen.",
        "The disk is read-only: nothing was saved. Allow writing, then try again.";
    DISK_GONE = "Disken svarar inte: inget sparades. Anslut den igen och försök sedan igen.",
        "The disk does not answer: nothing was saved. Connect it, then try again.";
    LOCKED_GONE = "Disken med loggen svarar inte. Anslut den igen och försök sedan igen.",
        "The disk with the log does not answer. Connect it, then try again.";
    REPLACED = "En annan logg står nu i {folder}: inget sparades. Starta om programmet.",
        "Another store stands in {folder} now: nothing was saved. Start the program again.";
    KEPT_AGAIN = "Det går att spara igen, och det du skrev är sparat som utkast.",
        "Saving works again, and what you typed is kept as a draft.";
    READ_ONLY_MARK = "bara läsning", "read only";
}

//! Texts of what keeps the log from being written: a store of a newer program, a disk that takes no more. What the
//! screen says of it has to fit its narrowest line of news.

crate::texts! {
    NEWER_STORE = "Arkivet är från en nyare version: uppdatera programmet. Inget är förlorat.",
        "A newer version wrote this store: update the program. Nothing is lost.";
    READ_ONLY_MARK = "bara läsning", "read only";
}

//! Texts of printed reports.

crate::texts! {
    PAGE = "Sida {page} av {of}", "Page {page} of {of}";
}

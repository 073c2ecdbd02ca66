//! Texts of forms: what is made in place, what is said under a field.

crate::texts! {
    NEW_ONE = "{name} (ny)", "{name} (new)";
    MAKE_NEW = "+ {new} ”{name}”", "+ {new} “{name}”";
    NEAR = "Menas {name}?", "Do you mean {name}?";
    MADE_ALONG = "sparas tillsammans med formuläret bakom", "saved together with the form behind";
    MADE_END = "Enter för in; allt sparas tillsammans. Esc lämnar.", "Enter puts it in; all is saved together. Esc leaves.";

    HAS_NUMBER = "ser ut som ett personnummer; Ctrl-T tar bort det", "looks like a personal identity number; Ctrl-T takes it out";
    NUMBER_TAKEN_OUT = "Numret är borttaget. Ctrl-Z ångrar.", "The number is taken out. Ctrl-Z undoes it.";
    FILED = "Förd i akt", "Entered in the file";
    ROOM_LEFT = "{n} kvar", "{n} left";

    IN_FUTURE = "efter idag", "after today";
    OVERDUE = "redan passerat", "already past";
    BEFORE_STEP = "före {field}", "before {field}";
    VAGUE_BIRTH = "kan vara {low} eller {high}: för vag för åldersgrupperna idag", "may be {low} or {high}: too vague for the age groups today";

    ALIKE = "liknar {name}{more} ({common}); Ctrl-G visar", "looks like {name}{more} ({common}); Ctrl-G shows";
    ALIKE_MORE = " och {n} till", " and {n} more";
    ALIKE_TITLE = "Finns redan?", "Already there?";
    ALIKE_NONE = "Nej, fortsätt med den nya", "No, go on with the new one";
}

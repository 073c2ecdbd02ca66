//! Texts of the page "Before you sign".

crate::texts! {
    TITLE = "Innan du skriver under · {period}", "Before you sign · {period}";
    PAGE_TITLE = "Innan du skriver under", "Before you sign";
    PAGE_TITLE_OF = "Innan du skriver under – {project}", "Before you sign – {project}";
    FOR_WHO_SIGNS = "Att se över innan redovisningen till finansiären skrivs under. Sidan är för den som skriver under och \
        hör inte till redovisningen.",
        "To look at before the report to the funder is signed. The page is for whoever signs and is no part of the report.";
    HOW_SHOWN = "Så visas posterna", "How the records are shown";
    ALL_CHECKS = "Efter siffran står kommandot som visar posterna; skriv caselog före det och --period {period} efter.",
        "After the number stands the command that shows the records; write caselog before it and --period {period} after it.";
    FILE_NAME = "innan-du-skriver-under", "before-you-sign";
    NOTHING = "Ingenting att anmärka på.", "Nothing to remark on.";
    PARTS = "Mål {goal}, {whole}: delarna blir {sum} och helheten är {total}; {rest} står i ingen av delarna",
        "Goal {goal}, {whole}: the parts make {sum} and the whole is {total}; {rest} are in none of the parts";
    PARTS_TWICE = "Mål {goal}, {whole}: delarna blir {sum} och helheten är {total}; någon står i flera",
        "Goal {goal}, {whole}: the parts make {sum} and the whole is {total}; some are in several";
    TWO_GOALS = "{n} länkningar eller anmälningar räknas under både mål {one} och mål {other}",
        "{n} referrals are counted under both goal {one} and goal {other}";
    BIRTH = "Mål {goal}, {label}: {n} till kan höra hit, om födelsetiden var säker",
        "Goal {goal}, {label}: {n} more may belong here, were the birth date certain";
    PENDING = "{n} erbjudanden väntar på svar", "{n} offers wait for an answer";
    NO_OUTCOME = "{n} länkningar och anmälningar saknar resultat", "{n} referrals have no outcome";
    NO_ROLE = "{n} kontakter saknar roll", "{n} contacts have no role";
    NO_SOURCE = "{n} kontakter saknar källa", "{n} contacts have no source";
    OVERSPENT = "Budget: {amount} mer är förbrukat än rekvirerat", "Budget: {amount} more were spent than requisitioned";
    OVERREQUISITIONED = "Budget: {amount} mer är rekvirerat än beviljat",
        "Budget: {amount} more were requisitioned than granted";
    NEGATIVE = "Budget: {what} är negativt", "Budget: {what} is negative";
    HALF_FILLED = "Budget: {what} har en beskrivning men inget belopp", "Budget: {what} is described and has no amount";
    NOT_SPENT = "Budget: {amount} är rekvirerade och inte förbrukade", "Budget: {amount} were requisitioned and not spent";
    DOUBTFUL = "{section}: ”{text}” – {remark}", "{section}: “{text}” – {remark}";
    UNWRITTEN = "{section}: inget är skrivet", "{section}: nothing is written";
    NAMES = "{section}: texten nämner {name}", "{section}: the text names {name}";
    GOES_ON = "Perioden är inte slut", "The period is not over";
    LATE = "{n} poster infördes efter periodens slut", "{n} records were entered after the period ended";
}

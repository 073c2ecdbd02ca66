//! Texts of printed reports.

crate::texts! {
    PAGE = "Sida {page} av {of}", "Page {page} of {of}";
    MADE = "Gjord {date}", "Made {date}";
    SUMMARY = "Periodsammanställning", "Period summary";
    SUMMARY_OF = "Periodsammanställning – {project}", "Period summary – {project}";

    KEY_FIGURES = "Nyckeltal", "Key figures";
    COMMENT = "Kommentar", "Comment";
    BY_ROLE = "Kontakter och personer efter roll", "Contacts and people by role";
    SERVICES = "Insatser", "Services given";
    REFERRALS = "Anmälningar och länkningar", "Reports and links";
    ACTIVITIES = "Aktiviteter", "Activities";
    GOALS = "Mål", "Goals";
    MISSING = "Uppgifter som saknas", "What is missing";
    HOW_COUNTED = "Så är siffrorna räknade", "How the figures were counted";

    CONTACTS = "Kontakter", "Contacts";
    ATTEMPTS = "Kontaktförsök", "Attempts";
    MEETINGS = "Möten", "Meetings";
    MINUTES = "Minuter i möten", "Minutes in meetings";
    PERSONS = "Personer", "People";
    NEW_PERSONS = "Nya personer", "New people";
    INTERVIEWS_ATTENDED = "Förhör där enheten satt med", "Police interviews attended";
    REPORTS = "Anmälningar till socialtjänsten", "Reports to social services";
    REPORTS_UNDER_18 = "därav under 18 år", "of them under 18";
    LINKS = "Länkningar", "Links";
    AUDIENCE = "Åhörare", "Audience";
    MATTERS = "Ärenden", "Matters";
    FOLLOW_UPS_DUE = "Uppföljningar att göra i perioden", "Follow-ups due in the period";
    FOLLOW_UPS_DONE = "därav gjorda", "of them done";
    MISSING_PERSON = "Kontakter utan person", "Contacts without a person";
    MISSING_ROLE = "Kontakter utan roll", "Contacts without a role";
    MISSING_SOURCE = "Kontakter utan källa", "Contacts without a source";
    MISSING_AGE = "Kontakter med osäker ålder", "Contacts of uncertain age";
    MISSING_MINUTES = "Möten utan tid", "Meetings without a length";
    MISSING_AUDIENCE = "Aktiviteter utan åhörarantal", "Activities without audience";
    MISSING_RESULT = "Anmälningar och länkningar utan resultat", "Referrals without a result";

    FIGURE = "Tal", "Figure";
    THIS_PERIOD = "Perioden", "Period";
    BEFORE = "Före", "Before";
    CHANGE = "Ändring", "Change";
    BEFORE_IS = "Före: {period}.", "Before: {period}.";
    UNFINISHED = "Perioden är inte slut; den jämförs med lika många dagar av den förra.",
        "The period is not over; it is compared with as many days of the one before.";
    NO_BEFORE = "En period utan början eller slut har ingen period före att jämföras med.",
        "A period without a beginning or an end has none before it to compare with.";
    OVER_TIME = "{what} per {unit}", "{what} by {unit}";
    OVER_TIME_WORDS = "{what} per {unit}: flest {most} ({at}), totalt {total}.",
        "{what} by {unit}: most {most} ({at}), {total} in all.";
    OVER_TIME_HIDDEN = "{what} per {unit}: totalt {total}. Små tal visas inte.",
        "{what} by {unit}: {total} in all. Small numbers are not shown.";
    NONE = "Inga.", "None.";

    INDICATOR = "Indikator", "Indicator";
    VALUE = "Tal", "Count";
    OF = "Av", "Of";
    SHARE = "Andel", "Share";
    TARGET = "Krav", "Target";
    MET = "Nått", "Met";
    GOAL = "Mål", "Goal";


    NOTE_GOALS = "indikatorernas mått och filter, som projektet har dem",
        "the indicators' measures and filters, as the project has them";
    ALL_FIGURES = "Efter ett tals siffra står kommandot som visar posterna; skriv caselog före och --period {period} efter. En rad är en term i filtret, som role:victim. Rader utan poster är utelämnade.",
        "After a figure's number stands the command that shows its records; write caselog before it and --period {period} \
        after it. A row is a term of the filter, such as role:victim. Both ends of the period count. Rows without records are left out.";

    DEFINE_CONTACTS = "kontakter där någon nåddes, efter sin dag", "contacts that reached somebody, by their day";
    DEFINE_ATTEMPTS = "kontakter där ingen nåddes", "contacts that reached nobody";
    DEFINE_MEETINGS = "skilda möten; med två personer är det ett", "distinct meetings; with two people it is one";
    DEFINE_INTERVIEWS = "kontakter med förhör", "contacts with an interview";
    DEFINE_PERSONS = "olika personer, var och en en gång", "distinct people, each once";
    DEFINE_REFERRALS = "anmälningar, länkningar, ansökningar", "reports, links, applications";
    DEFINE_REFERRED_PERSONS = "olika personer bland dem", "distinct people among those";
    DEFINE_FOLLOW_UPS = "uppföljningar, efter den dag de skulle göras", "follow-ups, by the day they were due";
    DEFINE_ACTIVITIES = "aktiviteter med någon dag i perioden", "activities with any of their days in the period";
    DEFINE_MATTERS = "ärenden som var öppna någon dag i perioden", "matters open on any day of the period";
    DEFINE_ORGANISATIONS = "organisationer", "organisations";
    DEFINE_MINUTES = "summan av mötenas längsta tid", "the sum of the meetings' longest time";
    DEFINE_AUDIENCE = "summan av aktiviteternas åhörare", "the sum of the activities' audiences";
}

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
    FOLLOW_UPS = "Uppföljningar", "Follow-ups";
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
    FOLLOW_UPS_OVERDUE = "därav försenade", "of them overdue";
    MISSING_PERSON = "Kontakter utan person", "Contacts without a person";
    MISSING_ROLE = "Kontakter utan roll", "Contacts without a role";
    MISSING_SOURCE = "Kontakter utan källa", "Contacts without a source";
    MISSING_OFFER = "Kontakter utan uppgift om erbjudande", "Contacts without a word on an offer";
    MISSING_AGE = "Kontakter med person vars ålder inte är säker", "Contacts with a person whose age is not certain";
    MISSING_RESULT = "Anmälningar och länkningar utan resultat", "Reports and links without a result";

    FIGURE = "Tal", "Figure";
    THIS_PERIOD = "Perioden", "Period";
    BEFORE = "Före", "Before";
    CHANGE = "Ändring", "Change";
    BEFORE_IS = "Före: {period}.", "Before: {period}.";
    UNFINISHED = "Perioden är inte slut; den jämförs med lika många dagar av den förra.",
        "The period is not over; it is compared with as many days of the one before.";
    NO_BEFORE = "En period utan början eller slut har ingen period före att jämföras med.",
        "A period without a beginning or an end has none before it to compare with.";
    WITHOUT_PERSON = "Till personerna kommer {n} kontakter utan person: minst {least} och högst {most} personer.",
        "Besides the people there are {n} contacts without a person: at least {least} and at most {most} people.";
    NOT_ADDITIVE = "Delarna blir fler än totalen, eftersom samma person eller kontakt står i flera.",
        "The parts add up to more than the total, since one person or contact stands in several.";
    COMMENT_LABEL = "Skriv här:", "Write here:";
    OVER_TIME = "{what} per {unit}", "{what} by {unit}";
    OVER_TIME_WORDS = "{what} per {unit}: flest {most} ({at}), totalt {total}.",
        "{what} by {unit}: most {most} ({at}), {total} in all.";
    NONE = "Inga.", "None.";

    INDICATOR = "Indikator", "Indicator";
    VALUE = "Värde", "Value";
    OF = "Av", "Of";
    SHARE = "Andel", "Share";
    TARGET = "Mål", "Target";
    MET = "Nått", "Met";
    GOAL = "Mål {number}: {text}", "Goal {number}: {text}";

    NOTE_ALL = "{measure}, alla.", "{measure}, all.";
    NOTE_FILTER = "{measure}; {filter}.", "{measure}; {filter}.";
    NOTE_OF = "{measure}; {filter}. Av dem med {of}.", "{measure}; {filter}. Out of those with {of}.";
    NOTE_BY = "{measure} efter {dimension}.", "{measure} by {dimension}.";
    NOTE_BY_FILTER = "{measure} efter {dimension}; {filter}.", "{measure} by {dimension}; {filter}.";
    DEFINITIONS = "Varje tal räknas ur loggen. Siffran inom hakparentes leder till talets filter och till kommandot som \
        visar dess poster; lägg till raden i en tabell som en term, som role:victim. Perioden räknas med båda sina ändar. \
        Ålder är hela år den dag det gäller, aldrig i dag.",
        "Every figure is counted from the log. The number in brackets leads to the figure's filter and to the command that \
        shows its records; add a table's row as a term, such as role:victim. Both ends of the period count. Age is in \
        complete years on the day in question, never today's.";

    DEFINE_CONTACTS = "kontakter där någon nåddes, efter kontaktens dag", "contacts that reached somebody, by their day";
    DEFINE_ATTEMPTS = "kontakter där ingen nåddes", "contacts that reached nobody";
    DEFINE_MEETINGS = "skilda möten bland kontakterna; två personer i ett möte är ett möte",
        "distinct meetings among the contacts; two people in one meeting are one meeting";
    DEFINE_INTERVIEWS = "kontakter med uppgift om polisförhör", "contacts with a police interview noted";
    DEFINE_PERSONS = "olika personer bland kontakterna, var och en en gång hur ofta hon än träffats",
        "distinct people among the contacts, each once however often met";
    DEFINE_REFERRALS = "anmälningar, länkningar och ansökningar, efter sitt datum",
        "reports, links and applications, by their date";
    DEFINE_REFERRED_PERSONS = "olika personer bland dem", "distinct people among those";
    DEFINE_FOLLOW_UPS = "uppföljningar, efter den dag de skulle göras", "follow-ups, by the day they were due";
    DEFINE_ACTIVITIES = "aktiviteter med någon dag i perioden", "activities with any of their days in the period";
    DEFINE_MATTERS = "ärenden som var öppna någon dag i perioden", "matters open on any day of the period";
    DEFINE_ORGANISATIONS = "organisationer", "organisations";
    DEFINE_MINUTES = "summan över mötena av den längsta tiden i vart och ett", "the sum over meetings of each one's longest";
    DEFINE_AUDIENCE = "summan av aktiviteternas åhörare", "the sum of the activities' audiences";
}

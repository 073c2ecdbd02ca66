//! Texts of the statistics views: steps, spans and lines, on the screen, in tables and in print.

crate::texts! {
    TOO_LARGE = "Tabellen skulle få {rows} rader och {columns} kolumner. Välj en grövre indelning, ett filter eller en kortare period.",
        "The table would have {rows} rows and {columns} columns. Choose a coarser division, a filter or a shorter period.";
    NO_ANSWER_YET = "inget svar än", "no answer yet";
    WAITING = "på väg", "under way";
    CLOSED_WITHOUT_START = "avslutad utan start", "closed without a start";
    ANSWERED = "besvarad", "answered";
    OPEN_AT_START = "öppna vid början", "open at the start";
    FLOW_NEW = "nya", "new";
    FLOW_CLOSED = "avslutade", "closed";
    OPEN_AT_END = "öppna vid slutet", "open at the end";

    FUNNEL = "Tratt", "Funnel";
    TIMELINESS = "Ledtider", "Timeliness";
    BALANCE = "Balans", "Balance";
    STEP = "Steg", "Step";
    LEFT = "Ej påbörjade", "Not started";
    REFERRALS = "Länkningar", "Referrals";
    PEOPLE = "Personer", "People";
    SPAN = "Från – till", "From – to";
    SPAN_OF = "{from} → {to}", "{from} → {to}";
    BOTH_DAYS = "Antal", "Count";
    WAIT = "Väntar", "Waiting";
    MEDIAN_DAYS = "Median, dagar", "Median, days";
    NINTH_DECILE_DAYS = "Nionde decilen", "Ninth decile";
    KIND = "Slag", "Kind";

    MEDIAN = "Median", "Median";
    NINTH_DECILE = "9:e decil", "9th decile";
    WAITS = "Väntar", "Waiting";
    NOW = "Nu", "Now";
    UNFINISHED_YEAR = "Perioden är inte slut: till och med {day} jämförs den med lika många dagar året före.",
        "The period is not over: up to {day} it is compared with as many days of the year before.";
    REFERRALS_UNDER_WAY = "Länkningar på väg", "Referrals under way";
    REFERRALS_UNANSWERED = "Länkningar utan svar", "Links without an answer";
    FOLLOW_UPS_OVERDUE = "Försenade uppföljningar", "Follow-ups overdue";
    FOLLOW_UPS_OPEN = "Uppföljningar framåt", "Follow-ups ahead";
    YEAR_BEFORE = "Året före", "Year before";
    NO_INDICATORS = "inga indikatorer än", "no indicators yet";
    CANNOT_COUNT = "kan inte räknas", "cannot be counted";
    LAST_MONTHS = "12 månader", "12 months";
    LAST_QUARTERS = "12 kvartal", "12 quarters";
    LAST_YEARS = "12 år", "12 years";
    WITHOUT_PERSON = "Till personerna kommer {n} utan person: minst {least} och högst {most}.",
        "Besides the people, {n} without a person: at least {least} and at most {most}.";
    WITHOUT_PERSON_HIDDEN = "Till personerna kommer {n} utan person.", "Besides the people, {n} without a person.";
    NOT_ADDITIVE = "Delarna blir fler än totalen, eftersom en {one} kan stå i flera.",
        "The parts add up to more than the total, since one {one} may stand in several.";
    NOT_ADDITIVE_NEUTER = "Delarna blir fler än totalen, eftersom ett {one} kan stå i flera.",
        "The parts add up to more than the total, since one {one} may stand in several.";
    WITHOUT_VALUE = "Inte med i summan: {n} utan värde.", "Not in the sum: {n} without a value.";
    FUNNEL_NOTE = "De som börjat i perioden, som det står i dag. Det som är på väg är inte förlorat.",
        "Those dated in the period, as they stand today. What is under way is not lost.";
    TIMELINESS_NOTE = "Dagar mellan stegen för dem som är daterade i perioden.",
        "Days between the steps of those dated in the period.";
    BALANCE_NOTE = "Öppna vid början + nya − avslutade = öppna vid slutet.",
        "Open at the start + new − closed = open at the end.";
}

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
    WITHOUT_PERSON = "Därtill {n} utan känd person: så många fler som mest.", "Besides, {n} without a known person: so many more at most.";
    WITHOUT_VALUE = "{n} saknar värde och är inte med i summan.", "{n} lack a value and are not in the sum.";
    REFERRALS_WITHOUT_PERSON = "{n} utan person: så många fler personer som mest.", "{n} without a person: so many more people at most.";
    FUNNEL_NOTE = "De som börjat i perioden, som det står i dag. Det som är på väg är inte förlorat.",
        "Those dated in the period, as they stand today. What is under way is not lost.";
    TIMELINESS_NOTE = "Dagar mellan stegen för dem som är daterade i perioden.",
        "Days between the steps of those dated in the period.";
    BALANCE_NOTE = "Öppna vid början + nya − avslutade = öppna vid slutet.",
        "Open at the start + new − closed = open at the end.";
}

//! Texts of the statistics views: steps, spans and lines, on the screen, in tables and in print.

crate::texts! {
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
}

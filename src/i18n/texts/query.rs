//! Texts of filters, periods, measures and dimensions.

crate::texts! {
    UNKNOWN_PERIOD = "okänd period ”{given}”", "unknown period “{given}”";
    /// Forms of what has no list, after "write".
    PERIOD_FORMS = "som 2010, 2010-H1, 2010-T2, 2010-Q1, 2010-03, 2010-W14, 2010-03-05, 2009..2010, 2010.., all, today eller this-month",
        "it as 2010, 2010-H1, 2010-T2, 2010-Q1, 2010-03, 2010-W14, 2010-03-05, 2009..2010, 2010.., all, today or this-month";
    DAY_FORMS = "som 2010, 2010-H1, 2010-T2, 2010-Q1, 2010-03, 2010-W14, 2010-03-05, <2010, >=2010-Q2, 2009..2010, ..2010 eller this-month",
        "it as 2010, 2010-H1, 2010-T2, 2010-Q1, 2010-03, 2010-W14, 2010-03-05, <2010, >=2010-Q2, 2009..2010, ..2010 or this-month";
    AGE_FORMS = "som 17, <18, >=18, 18..19, 20.. eller en åldersgrupp, som 15-17 eller 65+",
        "it as 17, <18, >=18, 18..19, 20.. or an age group, such as 15-17 or 65+";
    NUMBER_FORMS = "som 30, <30, >=30, 30..60, 60.. eller ..30", "it as 30, <30, >=30, 30..60, 60.. or ..30";
    WEEKDAY_FORMS = "som 1 (måndag) till 7, 1..5, måndag eller Monday", "it as 1 (Monday) to 7, 1..5, Monday or måndag";
    HOUR_FORMS = "som 8, 22..23, <6 eller >=20", "it as 8, 22..23, <6 or >=20";
    COUNTRY_FORMS = "en landskod, som SE, eller landets namn", "a country code, such as SE, or the country's name";
    RECORD_FORMS = "en ref eller ett namn som står i loggen", "a ref or a name that stands in the log";
    REF_FORMS = "en ref av det som räknas, för personer av en kontakt eller länkning; personen själv finns med person:",
        "the ref of what is counted, for people of a contact or referral; person: has the person";
    TEXT_FORMS = "en text som står i loggen", "a text that stands in the log";
    PERIOD_BACKWARDS = "perioden ”{given}” slutar före den börjar", "the period “{given}” ends before it begins";
    PREVIOUS_ALONE = "”previous” är perioden före en annan, att jämföra med; som period säger det inget",
        "“previous” is the period before another, to compare with; as a period it says nothing";
    PERIOD_FROM = "från och med {from}", "from {from}";
    PERIOD_TO = "till och med {to}", "up to {to}";
    PERIOD_ALL = "hela tiden", "all time";
    TODAY = "i dag", "today";
    THIS_WEEK = "den här veckan", "this week";
    THIS_MONTH = "den här månaden", "this month";
    THIS_QUARTER = "det här kvartalet", "this quarter";
    THIS_TERTIAL = "det här tertialet", "this tertial";
    THIS_HALF = "det här halvåret", "this half-year";
    THIS_YEAR = "det här året", "this year";
    LAST_WEEK = "förra veckan", "last week";
    LAST_MONTH = "förra månaden", "last month";
    LAST_QUARTER = "förra kvartalet", "last quarter";
    LAST_TERTIAL = "förra tertialet", "last tertial";
    LAST_HALF = "förra halvåret", "last half-year";
    LAST_YEAR = "förra året", "last year";
    WEEK_OF = "v {n} {year}", "wk {n} {year}";
    QUARTER_OF = "kv {n} {year}", "Q{n} {year}";
    TERTIAL_OF = "tertial {n} {year}", "tertial {n} {year}";
    HALF_OF = "halvår {n} {year}", "half {n} {year}";

    UNKNOWN_KEY = "okänd nyckel ”{given}”", "unknown key “{given}”";
    KEY_NOT_HERE = "nyckeln {key} gäller inte för {measure}", "the key {key} is not for {measure}";
    UNKNOWN_VALUE = "okänt värde ”{given}” för {key}", "unknown value “{given}” for {key}";
    AMBIGUOUS_VALUE = "”{given}” för {key} kan vara flera: {candidates}", "“{given}” for {key} may be several: {candidates}";
    EMPTY_VALUE = "{key}: saknar värde; skriv none för det som inte är ifyllt", "{key}: has no value; write none for what is not filled in";
    OPEN_QUOTE = "citattecknet stängs inte: {given}", "the quote is not closed: {given}";
    UNKNOWN_MEASURE = "okänt mått ”{given}”", "unknown measure “{given}”";
    UNKNOWN_DIMENSION = "okänd indelning ”{given}” för {measure}", "unknown dimension “{given}” for {measure}";

    NOT = "inte", "not";
    ANY = "ifyllt", "filled in";
    NO_FILTER = "alla", "all";

    CONTACTS = "kontakter", "contacts";
    ATTEMPTS = "kontaktförsök", "attempts";
    MEETINGS = "möten", "meetings";
    INTERVIEWS = "förhör", "interviews";
    PERSONS = "personer", "people";
    REFERRALS = "länkningar och anmälningar", "referrals";
    REFERRED_PERSONS = "länkade och anmälda personer", "referred people";
    FOLLOW_UPS = "uppföljningar", "follow-ups";
    ACTIVITIES = "aktiviteter", "activities";
    MATTERS = "ärenden", "matters";
    ORGANISATIONS = "organisationer", "organisations";
    MINUTES = "minuter", "minutes";
    AUDIENCE = "åhörare", "audience";
    ONE_CONTACT = "kontakt", "contact";
    ONE_ATTEMPT = "kontaktförsök", "attempt";
    ONE_MEETING = "möte", "meeting";
    ONE_INTERVIEW = "förhör", "interview";
    ONE_PERSON = "person", "person";
    ONE_REFERRAL = "länkning eller anmälan", "referral";
    ONE_REFERRED_PERSON = "länkad eller anmäld person", "referred person";
    ONE_FOLLOW_UP = "uppföljning", "follow-up";
    ONE_ACTIVITY = "aktivitet", "activity";
    ONE_MATTER = "ärende", "matter";
    ONE_ORGANISATION = "organisation", "organisation";
    ONE_MINUTE = "minut", "minute";
    ONE_OF_AUDIENCE = "åhörare", "audience";

    KEY_PERSON = "person", "person";
    KEY_AGE = "ålder", "age";
    KEY_SEX = "kön", "sex";
    KEY_COUNTRY = "land", "country";
    KEY_ORIGIN = "härkomst", "origin";
    KEY_DISTRICT = "stadsdel", "district";
    KEY_LANGUAGE = "språk", "language";
    KEY_PROTECTED = "skyddade uppgifter", "protected identity";
    KEY_ROLE = "roll", "role";
    KEY_SOURCE = "källa", "source";
    KEY_CHANNEL = "kontaktväg", "channel";
    KEY_REACHED = "nådd", "reached";
    KEY_OFFER = "erbjudande", "offer";
    KEY_OFFERED = "erbjuden någon gång", "offered at some time";
    KEY_SERVICE = "insats", "service";
    KEY_INTERVIEW = "förhör", "interview";
    KEY_OFFENCE = "brott", "offence";
    KEY_MATTER = "ärende", "matter";
    KEY_MINUTES = "minuter", "minutes";
    KEY_NEW = "ny eller återkommande", "new or returning";
    KEY_WEEKDAY = "veckodag", "weekday";
    KEY_HOUR = "timme", "hour";
    KEY_KIND = "slag", "kind";
    KEY_ORGANISATION = "organisation", "organisation";
    KEY_BASIS = "grund", "basis";
    KEY_CONSENT = "samtycke", "consent";
    KEY_ANSWER = "svar", "answer";
    KEY_STATUS = "läge", "status";
    KEY_RESULT = "resultat", "result";
    KEY_DUE = "senast", "due";
    KEY_TASK = "att göra", "task";
    KEY_PLACE = "plats", "place";
    KEY_PLANNED = "enligt ansökan", "as applied for";
    KEY_PARTICIPATED = "enheten deltog", "unit took part";
    KEY_OUTCOME = "utgång", "outcome";
    KEY_AGREEMENT = "avtal", "agreement";
    KEY_DATE = "datum", "date";
    KEY_REF = "ref", "ref";
    KEY_TEXT = "text", "text";
    KEY_DAY = "dag", "day";
    KEY_WEEK = "vecka", "week";
    KEY_MONTH = "månad", "month";
    KEY_QUARTER = "kvartal", "quarter";
    KEY_TERTIAL = "tertial", "tertial";
    KEY_HALF = "halvår", "half-year";
    KEY_YEAR = "år", "year";

    SWEDISH = "svensk", "Swedish";
    FOREIGN = "utländsk", "foreign";
    NEW = "ny", "new";
    RETURNING = "återkommande", "returning";
    CONTINUING = "fortsatt", "continuing";
    OFFERED = "erbjuden", "offered";
    ACCEPTED = "tackat ja", "accepted";
    DECLINED = "tackat nej", "declined";
    SENT = "skickad", "sent";
    CONFIRMED = "bekräftad", "confirmed";
    STARTED = "påbörjad", "started";
    CLOSED = "avslutad", "closed";
    OPEN = "öppen", "open";
    OVERDUE = "försenad", "overdue";
    DONE = "gjord", "done";
    CANCELLED = "inställd", "cancelled";
}

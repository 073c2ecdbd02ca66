//! How numbers are counted, in words: on the screen and in print.

crate::texts! {
    UNIT = "Räknas: {what}.", "Counted: {what}.";
    PERIOD = "Period: {what}.", "Period: {what}.";
    COMMAND = "Posterna: {what}", "The records: {what}";

    DAY_OF_CONTACT = "Dag: kontaktens.", "Day: the contact's.";
    DAY_OF_REFERRAL = "Dag: den dag länkningen eller anmälan är daterad.", "Day: the date of the referral.";
    DAY_OF_FOLLOW_UP = "Dag: den dag uppföljningen skulle göras.", "Day: the day the follow-up was due.";
    DAY_OF_ACTIVITY = "Dag: någon av aktivitetens dagar.", "Day: any day of the activity.";
    DAY_OF_MATTER = "Dag: någon dag då ärendet var öppet.", "Day: any day on which the matter was open.";
    NO_DAY = "Dag: spelar ingen roll.", "Day: of no account.";

    AGE = "Ålder: hela år den dagen; är två möjliga måste båda passa.",
        "Age: whole years on that day; where two are possible, both must fit.";
    AGE_UNKNOWN = "För {n} är åldern inte säker; de är inte med.", "Of {n} the age is not certain; they are not among these.";
    NEW = "Ny: den första kontakten är i perioden; återkommande: mer än 12 månader efter den förra.",
        "New: the first contact ever lies in the period; returning: more than 12 months after the one before.";
    NEW_OTHERWISE = "Ny: den första kontakten är i perioden; återkommande: längre efter den förra än projektets gräns.",
        "New: the first contact ever lies in the period; returning: longer after the one before than the project's limit.";
    OFFERED = "Erbjuden någon gång: vid denna eller en tidigare kontakt, när den än var.",
        "Offered at some time: at this or an earlier contact, whenever that was.";
    ROLE_OF_REFERRAL = "Roll och källa är den kontakts som ledde hit, annars personens senaste kontakts.",
        "Role and source are those of the contact that led here, else of the person's latest contact.";
    LISTS = "En post med flera värden står på flera rader, men en gång i totalen.",
        "A record with several values is in several rows, and once in the total.";
    PEOPLE = "En person räknas en gång, så att delarna kan bli fler än totalen.",
        "A person is counted once, so that the parts may be more than the total.";
    ONE_RECORD = "Allt i filtret gäller en och samma kontakt eller länkning hos personen.",
        "All of the filter holds of one and the same contact or referral of the person.";

    STEP = "De som kommit till steget ”{what}” eller längre: steget eller ett senare har ett datum.",
        "Those that came to the step “{what}” or further: it or a later one has a date.";
    LEFT = "De som inte har påbörjats: {what}.", "Those that have not started: {what}.";
    TIMED = "De som har båda dagarna: {from} och {to}.", "Those that have both days: {from} and {to}.";
    WAITING = "De som är {from} men inte {to}, varken avböjda eller avslutade.",
        "Those that are {from} and not {to}, neither declined nor closed.";
    OPEN_AT_START = "De som var öppna dagen före periodens första dag.", "Those open on the day before the period's first.";
    FLOW_NEW = "De som öppnades i perioden.", "Those opened in the period.";
    FLOW_CLOSED = "De som avslutades i perioden.", "Those closed in the period.";
    OPEN_AT_END = "De som var öppna vid slutet av periodens sista dag.", "Those open at the end of the period's last day.";
}

//! Texts of the funder's report, of the checks before it is signed, and of kept prints.

crate::texts! {
    TITLE = "Redovisning till finansiären", "Report to the funder";
    TITLE_OF = "Redovisning – {project}", "Report – {project}";
    IS_PROJECT = "Projekt: {what}", "Project: {what}";
    IS_UNIT = "Enhet: {what}", "Unit: {what}";
    IS_FUNDER = "Finansiär: {what}", "Funder: {what}";
    IS_TIME = "Projektets tid: {what}", "Time of the project: {what}";
    IS_PERIOD = "Redovisad period: {what}", "Period reported: {what}";
    FOR_PUBLIC = "Exemplar för allmänheten: tal under {k} är dolda, och så många fler som behövs för att de inte ska kunna \
        räknas fram. Ett dolt tal står som två punkter (..). Det gäller inom detta tryck; skillnader mot andra tryck täcks inte.",
        "Copy for the public: counts under {k} are hidden, and as many more as it takes that they cannot be worked out. A \
        hidden number is written as two dots (..). It holds within this print; differences to other prints are not covered.";

    GOALS = "Måluppfyllelse", "Goal fulfilment";
    ACTIVITIES = "Genomförda aktiviteter", "Activities carried out";
    TIMETABLE = "Tidplan", "Timetable";
    COLLABORATION = "Samverkan", "Collaboration";
    BUDGET = "Budget", "Budget";
    EXPERIENCES = "Erfarenheter", "Experiences";
    CONTINUATION = "Fortsättning", "Continuation";
    SIGNATURES = "Underskrifter", "Signatures";

    WHOLE_PERIOD = "Hela perioden", "The whole period";
    GOAL = "Mål {n}", "Goal {n}";
    NO_GOALS = "Projektet har inga mål.", "The project has no goals.";
    EVENTS = "Händelser", "Events";
    PERSONS = "Personer", "People";
    REFERRALS = "Länkningar och anmälningar", "Referrals";
    NO_PERSONS = "–", "–";
    MET = "{target}: nått", "{target}: met";
    NOT_MET = "{target}: inte nått", "{target}: not met";
    OWN_FIGURES = "Särskilda tal", "Figures asked for";

    COUNT = "Antal", "Number";
    PLANNED = "I ansökan", "Applied for";
    NOT_PLANNED = "Utöver den", "Beyond it";
    AUDIENCE = "Åhörare", "Audience";
    DEVIATIONS = "Avvikelser från ansökan", "Deviations from the application";
    NO_DEVIATIONS = "Ingen aktivitet är förd som avvikande från ansökan.",
        "No activity is recorded as deviating from the application.";
    NO_ACTIVITIES = "Inga aktiviteter i perioden.", "No activities in the period.";

    CONTACTS = "Kontakter", "Contacts";
    PER_UNIT = "Per {unit}", "By {unit}";

    PARTY = "Part", "Party";
    AGREEMENT = "Avtal", "Agreement";
    COMMITMENT = "Åtagande", "Undertaking";
    FULFILLED = "Gjort", "Done";
    JOINT = "Gemensam aktivitet", "Joint activity";
    LINKED = "Länkning dit", "Referral to";
    LINKED_PERSONS = "Länkad person", "Person referred";
    FROM_PARTY = "Kontakt därifrån", "Contact from";
    FROM_PERSONS = "Person därifrån", "Person from";
    COLUMNS_COUNTED = "Så är kolumnerna räknade: ", "How the columns are counted: ";
    IN_PERIOD = "Med parterna i perioden", "With the parties in the period";
    NO_PARTIES = "Inga samverkansparter är införda.", "No parties are recorded.";
    FROM_PARTY_NOTE = "Anmälningar är med bland länkningarna. Därifrån är det vars källa heter som parten; streck där ingen källa gör det.",
        "Reports are among the referrals. From a party is what has a source of its name; a dash where no source has it.";

    COSTS = "Kostnader", "Costs";
    COST_KIND = "Kostnadsslag", "Kind of cost";
    COST_FOR = "Avser", "For";
    AMOUNT = "Belopp", "Amount";
    COST_TOTAL = "Summa kostnader", "Total costs";
    COST_STAFF = "Personal", "Staff";
    COST_OPERATIONS = "Verksamhet", "Operations";
    COST_PREMISES = "Lokaler", "Premises";
    COST_ADMINISTRATION = "Administration", "Administration";
    COST_EVALUATION = "Utvärdering", "Evaluation";
    COST_OTHER = "Övrigt", "Other";
    FUNDS = "Medel", "Funds";
    FUND_GRANTED = "Beviljade medel", "Granted funds";
    FUND_REQUISITIONED = "Rekvirerade medel", "Requisitioned funds";
    FUND_OTHER = "Medel från annat håll", "Funds from elsewhere";
    FUND_FROM = "{kind}, {source}", "{kind}, {source}";
    SPENT = "Förbrukade medel", "Spent funds";
    LEFT_TO_REQUISITION = "Kvar att rekvirera", "Left to requisition";
    NOT_SPENT = "Rekvirerat och inte förbrukat", "Requisitioned and not spent";
    ACCRUED = "Kostnader som betalas efter slutet", "Costs paid after the end";
    TO_PAY_BACK = "Att betala tillbaka", "To pay back";
    TO_NOTE = "Att notera", "Note";
    REMARK_NOT_SPENT = "{amount} är rekvirerade och inte förbrukade.", "{amount} were requisitioned and not spent.";
    REMARK_OVERSPENT = "Kostnaderna är {amount} högre än de medel som finns.",
        "The costs are {amount} higher than the funds there are.";
    REMARK_NOT_REQUISITIONED = "{amount} är beviljade och inte rekvirerade.", "{amount} were granted and not requisitioned.";
    REMARK_OVERREQUISITIONED = "{amount} mer är rekvirerat än beviljat.", "{amount} more were requisitioned than granted.";
    REMARK_ACCRUED = "Därav går {amount} till kostnader som betalas efter slutet; {left} är att betala tillbaka.",
        "Of them {amount} go to costs paid after the end; {left} are to be paid back.";
    NO_BUDGET = "Ingen budget är införd.", "No budget is recorded.";

    RESULTS = "Resultat och erfarenheter", "Results and experiences";
    NEEDS = "Behov som har framkommit", "Needs that have come to light";
    PLACE_AND_DATE = "Ort och datum", "Place and date";
    NAME = "Namnförtydligande", "Name in print";
    UNWRITTEN = "(inget skrivet)", "(nothing written)";

    MISSING = "Uppgifter som saknas", "What is missing";
    LATE = "Införda efter periodens slut: {what}.", "Entered after the period ended: {what}.";
    LATE_NONE = "Ingenting i perioden är infört efter dess slut.", "Nothing in the period was entered after it ended.";
    IMPORTED = "Inlästa från fil efter periodens slut, så att dagen då de skrevs inte är känd: {what}.",
        "Read from files after the period ended, so that the day they were written is not known: {what}.";
    FIGURE_DOUBT = "loggen: {n}", "log: {n}";
    FIGURE_NOWHERE = "inget av rapportens tal", "none of the report's figures";
    SUM_NOWHERE = "ingen av budgetens summor", "none of the budget's sums";
    NAME_TAKEN_OUT = "[namn borttaget]", "[name taken out]";
}

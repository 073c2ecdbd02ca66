//! Reminders and checks: what each finds, and why it matters.

crate::texts! {
    CHILD_NOT_REPORTED = "kan vara under 18, ingen anmälan", "may be under 18, no report";
    CHILD_NOT_REPORTED_WHY = "Träffad det senaste året och kanske under 18 år då. Den yngsta ålder som är möjlig räknas. Gör en anmälan till socialtjänsten, eller rätta födelsetiden.",
        "Met in the last year and perhaps under 18 then. The youngest age that is possible counts. Make a report to social services, or correct the time of birth.";
    REPORT_NOT_SENT = "anmälan inte skickad", "report not sent";
    REPORT_NOT_SENT_WHY = "Gjord för mer än {span} sedan och ännu inte skickad.", "Made more than {span} ago and not sent yet.";
    REPORT_NOT_CONFIRMED = "anmälan inte bekräftad på {span}", "report not confirmed for {span}";
    REPORT_NOT_CONFIRMED_WHY = "Skickad för mer än {span} sedan. Hör med mottagaren att den kom fram.",
        "Sent more than {span} ago. Ask the recipient whether it arrived.";
    REPORT_NOT_DECIDED = "inget besked på {span}", "no decision for {span}";
    REPORT_NOT_DECIDED_WHY = "En förhandsbedömning ska som regel vara gjord inom {span}. Fråga om utredning har inletts.",
        "A preliminary assessment takes {span} as a rule. Ask whether an inquiry has been opened.";
    CHILD_INTERVIEW_ALONE = "förhör med barn utan socialtjänst", "child interviewed without social services";
    CHILD_INTERVIEW_ALONE_WHY = "Kanske under 18 år vid förhöret, och ingen från socialtjänsten satt med.",
        "Perhaps under 18 at the interview, and nobody from social services sat in.";
    OFFER_NOT_RECORDED = "erbjudande inte antecknat", "no offer recorded";
    OFFER_NOT_RECORDED_WHY = "Kom till Kommissionen som brottsutsatt eller vittne, men inget erbjudande om möte är antecknat.",
        "Came to the Commission as victim or witness, but no offer of a meeting is recorded.";
    OFFER_NOT_ANSWERED = "erbjudande inte besvarat", "offer not answered";
    OFFER_NOT_ANSWERED_WHY = "Ett erbjudande väntar på svar, och ingen senare kontakt säger vad svaret blev.",
        "An offer waits for an answer, and no later contact says what it was.";
    LINK_NOT_CONFIRMED = "länkning inte bekräftad på {span}", "link not confirmed for {span}";
    LINK_NOT_CONFIRMED_WHY = "Skickad för mer än {span} sedan. Hör med mottagaren.", "Sent more than {span} ago. Ask the recipient.";
    LINK_NOT_STARTED = "länkning inte påbörjad på {span}", "link not started for {span}";
    LINK_NOT_STARTED_WHY = "Bekräftad för mer än {span} sedan utan att något har börjat.", "Confirmed more than {span} ago, and nothing has begun.";
    IN_FUTURE = "kontakt i framtiden", "contact in the future";
    IN_FUTURE_WHY = "Kontakten är daterad efter idag. Det som ska göras är en uppföljning.",
        "The contact is dated after today. What is to be done is a follow-up.";
    ROLE_MISSING = "roll saknas", "role missing";
    ROLE_MISSING_WHY = "Utan roll hamnar kontakten på raden ”uppgift saknas”.", "Without a role the contact stands in the row “not known”.";
    SOURCE_MISSING = "källa saknas", "source missing";
    SOURCE_MISSING_WHY = "Utan källa hamnar kontakten på raden ”uppgift saknas”.", "Without a source the contact stands in the row “not known”.";
    LOOK_ALIKE = "ser ut som samma person som någon annan", "looks like the same person as another";
    LOOK_ALIKE_WHY = "Samma namn eller telefon, eller samma födelsedag, kön och land, som någon annan. Som en person räknas hon en gång; avgör om de är en eller två.",
        "The same name or phone, or the same birth, sex and country, as another. As one person she is counted once; decide whether they are one or two.";
    AGE_UNKNOWN = "ålder okänd eller osäker", "age not known or uncertain";
    AGE_UNKNOWN_WHY = "Födelsetiden saknas eller är för vag för åldersgrupperna.", "The time of birth is missing or too vague for the age groups.";
    LINK_NOT_ANSWERED = "länkning inte besvarad på {span}", "link not answered for {span}";
    LINK_NOT_ANSWERED_WHY = "Erbjuden för mer än {span} sedan, och inget svar är antecknat.", "Offered more than {span} ago, and no answer is recorded.";
    LINK_NOT_SENT = "länkning tackad ja till, inte skickad", "link accepted, not sent";
    LINK_NOT_SENT_WHY = "Personen tackade ja, och efter {span} är den ännu inte skickad.", "The person accepted, and after {span} it is not sent yet.";
    IDENTITY_NUMBER = "ser ut att innehålla ett personnummer", "seems to hold a personal identity number";
    IDENTITY_NUMBER_WHY = "Personnummer och samordningsnummer hör inte hemma i loggen. Öppna posten, e ändrar, och Ctrl-T i fältet tar bort numret.",
        "Personal identity numbers have no place in the log. Open the record, e changes it, and Ctrl-T in the field takes the number out.";
    DUE_FOR_ERASURE = "inget nytt på {span}: dags att gallra", "nothing new for {span}: due for erasure";
    DUE_FOR_ERASURE_WHY = "Ingen kontakt, länkning eller uppföljning de senaste {span}. Uppgifterna ska då tas bort för gott, om inget annat gäller.",
        "No contact, referral or follow-up in the last {span}. The records are then to be erased for good, unless something else holds.";

    SOURCE_PRACTICE = "vana, ingen lag", "practice, no law";
    SOURCE_ASSESSMENT_2013 = "11 kap. 1 a § socialtjänstlagen (2001:453): inom fjorton dagar från det att anmälan kom in",
        "Social Services Act (2001:453) chapter 11 section 1 a: within fourteen days from the day the report came in";
    SOURCE_ASSESSMENT_2025 = "socialtjänstlagen (2025:400), fjorton dagar som regel enligt Kunskapsguiden; paragrafen är inte kontrollerad",
        "Social Services Act (2025:400), fourteen days as a rule according to Kunskapsguiden; the section has not been verified";
    SOURCE_ERASURE = "socialtjänstlagens huvudregel för personakter, fem år efter sista anteckningen; inte kontrollerad för den här loggen",
        "the Social Services Act's main rule for files, five years after the last note; not verified for this log";
    LIMIT = "Gräns: {span}.", "Limit: {span}.";
    LIMIT_FROM = "Gräns: {span}, gäller från {day}.", "Limit: {span}, in force from {day}.";
    LIMIT_OWN = "Egen gräns: {own}. Annars {span}.", "Limit of your own: {own}. Otherwise {span}.";
    LIMIT_SOURCE = "Källa: {source}.", "Source: {source}.";
    CHANGE_LIMIT = "Ändra gränsen", "Change the limit";
    PROMPT_LIMIT = "Gräns", "Limit";
    EXAMPLE_LIMIT = "som 10d, 3v, 2m eller 5å; tomt är den inbyggda", "such as 10d, 3w, 2m or 5y; empty is the built-in one";

    NEXT_TITLE = "Föreslås när något sparats", "Proposed when something was saved";
    NEXT_LINE = "Härnäst? {kind}: {what}", "Next? {kind}: {what}";
    NEXT_LINE_DAY = "Härnäst? {kind} {day}: {what}", "Next? {kind} {day}: {what}";
    NEXT_REPORT = "efter en kontakt med någon som kan vara under 18 utan anmälan: en anmälan", "after a contact with somebody who may be under 18 and has no report: a report";
    NEXT_REPORT_WHY = "Den yngsta ålder som är möjlig räknas. Enter öppnar anmälan, ifylld så långt det går; den sparas först när du sparar den.",
        "The youngest age that is possible counts. Enter opens the report, filled in as far as can be; it is saved only when you save it.";
    NEXT_OFFER = "efter ett erbjudande utan svar: fråga efter {span}", "after an offer without answer: ask after {span}";
    NEXT_OFFER_WHY = "Ett erbjudande som ingen frågar om blir liggande. Föreslås bara om ingen annan uppföljning av personen väntar.",
        "An offer that nobody asks about is forgotten. Proposed only if no other follow-up of the person waits.";
    NEXT_CONTACT = "efter en kontakt: hör av dig igen efter {span}", "after a contact: get in touch again after {span}";
    NEXT_CONTACT_WHY = "Föreslås bara om ingen annan uppföljning av personen väntar.", "Proposed only if no other follow-up of the person waits.";
    NEXT_ATTEMPT = "efter ett försök: försök igen efter {span}", "after an attempt: try again after {span}";
    NEXT_ATTEMPT_WHY = "Ingen nåddes. Föreslås bara om ingen annan uppföljning av personen väntar.", "Nobody was reached. Proposed only if no other follow-up of the person waits.";
    NEXT_DECISION = "efter en anmälan: fråga om beslutet efter {span}", "after a report: ask for the decision after {span}";
    NEXT_DECISION_WHY = "Så länge har socialtjänsten på sig för förhandsbedömningen, räknat från det senaste steget. Anmälaren kan få veta om utredning inleds.",
        "So long social services may take for the preliminary assessment, counted from the latest step. Whoever reported may be told whether an inquiry is opened.";
    NEXT_ANSWER = "efter en länkning utan svar: fråga efter {span}", "after a link without answer: ask after {span}";
    NEXT_ANSWER_WHY = "Föreslås bara om ingen annan uppföljning av länkningen väntar.", "Proposed only if no other follow-up of the link waits.";
    NEXT_START = "efter en länkning på väg: hör om den har börjat efter {span}", "after a link under way: ask after {span} whether it has started";
    NEXT_START_WHY = "En länkning är gjord först när den har börjat. Föreslås bara om ingen annan uppföljning av den väntar.",
        "A link is made only when it has started. Proposed only if no other follow-up of it waits.";
    NEXT_RESULT = "efter en länkning som har börjat: hör hur det går efter {span}", "after a link that has started: ask after {span} how it goes";
    NEXT_RESULT_WHY = "Så att resultatet blir antecknat. Föreslås bara om ingen annan uppföljning av den väntar.", "So that the result is recorded. Proposed only if no other follow-up of it waits.";
    NEXT_AGAIN = "efter en gjord uppföljning: samma igen efter {span}", "after a follow-up that was done: the same again after {span}";
    NEXT_AGAIN_WHY = "Föreslås bara om den inte återkommer av sig själv och inget annat väntar.", "Proposed only if it does not repeat by itself and nothing else waits.";
    TASK_OFFER = "Fråga om svaret på erbjudandet", "Ask for the answer to the offer";
    TASK_CONTACT = "Hör hur det går", "Ask how things are";
    TASK_ATTEMPT = "Försök nå igen", "Try to reach again";
    TASK_DECISION = "Fråga om utredning inleds", "Ask whether an inquiry is opened";
    TASK_ANSWER = "Fråga om svaret", "Ask for the answer";
    TASK_START = "Hör om det har börjat", "Ask whether it has started";
    TASK_RESULT = "Hör hur det går där", "Ask how it goes there";
}

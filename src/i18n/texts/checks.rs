//! Reminders and checks: what each finds, and why it matters.

crate::texts! {
    CHILD_NOT_REPORTED = "kan vara under 18, ingen anmälan", "may be under 18, no report";
    CHILD_NOT_REPORTED_WHY = "Träffad det senaste året och kanske under 18 år då. Den yngsta ålder som är möjlig räknas. Gör en anmälan till socialtjänsten, eller rätta födelsetiden.",
        "Met in the last year and perhaps under 18 then. The youngest age that is possible counts. Make a report to social services, or correct the time of birth.";
    REPORT_NOT_SENT = "anmälan inte skickad", "report not sent";
    REPORT_NOT_SENT_WHY = "Gjord för mer än {n} dag sedan och ännu inte skickad.", "Made more than {n} day ago and not sent yet.";
    REPORT_NOT_CONFIRMED = "anmälan inte bekräftad på {n} dagar", "report not confirmed for {n} days";
    REPORT_NOT_CONFIRMED_WHY = "Skickad för mer än {n} dagar sedan. Hör med mottagaren att den kom fram.",
        "Sent more than {n} days ago. Ask the recipient whether it arrived.";
    REPORT_NOT_DECIDED = "inget besked på {n} dagar", "no decision for {n} days";
    REPORT_NOT_DECIDED_WHY = "En förhandsbedömning ska som regel vara gjord inom {n} dagar. Fråga om utredning har inletts.",
        "A preliminary assessment takes {n} days as a rule. Ask whether an inquiry has been opened.";
    CHILD_INTERVIEW_ALONE = "förhör med barn utan socialtjänst", "child interviewed without social services";
    CHILD_INTERVIEW_ALONE_WHY = "Kanske under 18 år vid förhöret, och ingen från socialtjänsten satt med.",
        "Perhaps under 18 at the interview, and nobody from social services sat in.";
    OFFER_NOT_RECORDED = "erbjudande inte antecknat", "no offer recorded";
    OFFER_NOT_RECORDED_WHY = "Kom till Kommissionen som brottsutsatt eller vittne, men inget erbjudande om möte är antecknat.",
        "Came to the Commission as victim or witness, but no offer of a meeting is recorded.";
    OFFER_NOT_ANSWERED = "erbjudande inte besvarat", "offer not answered";
    OFFER_NOT_ANSWERED_WHY = "Ett erbjudande väntar på svar, och ingen senare kontakt säger vad svaret blev.",
        "An offer waits for an answer, and no later contact says what it was.";
    LINK_NOT_CONFIRMED = "länkning inte bekräftad på {n} dagar", "link not confirmed for {n} days";
    LINK_NOT_CONFIRMED_WHY = "Skickad för mer än {n} dagar sedan. Hör med mottagaren.", "Sent more than {n} days ago. Ask the recipient.";
    LINK_NOT_STARTED = "länkning inte påbörjad på {n} dagar", "link not started for {n} days";
    LINK_NOT_STARTED_WHY = "Bekräftad för mer än {n} dagar sedan utan att något har börjat.", "Confirmed more than {n} days ago, and nothing has begun.";
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
    AGE_UNKNOWN = "ålder okänd", "age not known";
    AGE_UNKNOWN_WHY = "Födelsetiden saknas eller är för vag för åldersgrupperna.", "The time of birth is missing or too vague for the age groups.";
}

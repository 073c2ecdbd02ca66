//! Value lists: the codes of coded fields, in their order, with Swedish and English labels.

use super::text::Lang;

/// A value list. Those that `is_extendable` can be extended, renamed and retired by the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    Sex,
    Role,
    Source,
    Channel,
    Offer,
    Services,
    Interview,
    Offence,
    ReferralKind,
    Basis,
    Consent,
    Answer,
    Result,
    ActivityKind,
    MatterOutcome,
    OrganisationKind,
    Relation,
}

/// One value of a list: its code, its label in both languages, whether it is offered for new records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListValue {
    pub code: String,
    pub sv: String,
    pub en: String,
    /// No longer offered; records that have it keep it.
    pub retired: bool,
}

impl ListValue {
    /// The label in one language; where it is empty, that of the other, or else the code.
    pub fn label(&self, lang: Lang) -> &str {
        let [first, second] = match lang {
            Lang::Sv => [&self.sv, &self.en],
            Lang::En => [&self.en, &self.sv],
        };
        [first, second].into_iter().find(|label| !label.is_empty()).unwrap_or(&self.code)
    }
}

type BuiltIn = &'static [(&'static str, &'static str, &'static str)];

impl List {
    pub const ALL: [List; 17] = [
        List::Sex,
        List::Role,
        List::Source,
        List::Channel,
        List::Offer,
        List::Services,
        List::Interview,
        List::Offence,
        List::ReferralKind,
        List::Basis,
        List::Consent,
        List::Answer,
        List::Result,
        List::ActivityKind,
        List::MatterOutcome,
        List::OrganisationKind,
        List::Relation,
    ];

    /// The list's name in lists.csv and in the store.
    pub fn code(self) -> &'static str {
        self.declaration().0
    }

    /// The list with that name. Spaces and hyphens count as `_`.
    pub fn from_code(code: &str) -> Option<List> {
        let code = code.trim().to_lowercase().replace([' ', '-'], "_");
        let code = if code == "service" { "services" } else { code.as_str() };
        List::ALL.into_iter().find(|l| l.code() == code)
    }

    /// Whether the user can extend, rename and retire its values.
    pub fn is_extendable(self) -> bool {
        self.declaration().1
    }

    /// Name, extendable, values in order (contract section 3; Swedish labels from the glossary).
    fn declaration(self) -> (&'static str, bool, BuiltIn) {
        match self {
            List::Sex => {
                ("sex", false, &[("woman", "kvinna", "woman"), ("man", "man", "man"), ("other", "annat", "other")])
            }
            List::Role => (
                "role",
                true,
                &[
                    ("victim", "brottsutsatt", "victim"),
                    ("witness", "vittne", "witness"),
                    ("evidence_person", "bevisperson", "evidence person"),
                    ("seller", "säljare", "seller"),
                    ("buyer", "köpare", "buyer"),
                    ("young_person", "ung person", "young person"),
                    ("suspect", "misstänkt", "suspect"),
                    ("victim_relative", "anhörig till brottsutsatt", "relative of victim"),
                    ("suspect_relative", "anhörig till misstänkt", "relative of suspect"),
                    ("other", "annan roll", "other role"),
                ],
            ),
            List::Source => (
                "source",
                true,
                &[
                    ("trafficking_commission", "Kommissionen mot människohandel", "Trafficking Commission"),
                    ("prostitution_group", "Citypolisens prostitutionsgrupp", "City Police prostitution group"),
                    ("social_emergency", "Socialjouren", "out-of-hours social services"),
                    ("outreach", "uppsökande arbete", "outreach"),
                    ("self", "eget initiativ", "own initiative"),
                    ("relative", "anhörig", "relative"),
                    ("social_services", "socialtjänsten", "social services"),
                    ("health_care", "hälso- och sjukvård", "health care"),
                    ("school", "skola", "school"),
                    ("ngo", "frivilligorganisation", "non-governmental organisation"),
                    ("other", "annan källa", "other source"),
                ],
            ),
            List::Channel => (
                "channel",
                true,
                &[
                    ("in_person", "personligt möte", "in person"),
                    ("phone", "telefon", "phone"),
                    ("message", "meddelande", "message"),
                    ("police_station", "polisstation", "police station"),
                    ("detention", "häkte", "detention"),
                    ("outreach", "uppsökande", "outreach"),
                    ("online", "på nätet", "online"),
                    ("letter", "brev", "letter"),
                ],
            ),
            List::Offer => (
                "offer",
                false,
                &[
                    ("accepted", "tackat ja", "accepted"),
                    ("declined", "tackat nej", "declined"),
                    ("pending", "obesvarat", "not answered"),
                    ("not_made", "ej erbjuden", "not made"),
                ],
            ),
            List::Services => (
                "services",
                true,
                &[
                    ("information", "information", "information"),
                    ("motivation", "motiverande samtal", "motivational talk"),
                    ("support_talk", "stödsamtal", "support talk"),
                    ("medical_help", "medicinsk hjälp", "medical help"),
                    ("practical_help", "praktisk hjälp", "practical help"),
                ],
            ),
            List::Interview => (
                "interview",
                false,
                &[("attended", "satt med", "attended"), ("not_attended", "satt inte med", "did not attend")],
            ),
            List::Offence => (
                "offence",
                true,
                &[
                    ("trafficking_sexual", "människohandel för sexuella ändamål", "trafficking for sexual purposes"),
                    ("trafficking_other", "människohandel för annat ändamål", "trafficking for other purposes"),
                    ("procuring", "koppleri", "procuring"),
                    ("purchase", "köp av sexuell tjänst", "purchase of a sexual service"),
                    ("other", "annat brott", "other offence"),
                ],
            ),
            List::ReferralKind => (
                "referral_kind",
                true,
                &[
                    ("report", "anmälan till socialtjänsten", "report to social services"),
                    ("link", "länkning", "link"),
                    ("application", "ansökan", "application"),
                ],
            ),
            List::Basis => (
                "basis",
                true,
                &[
                    ("under_18", "under 18 år", "under 18"),
                    ("consultation", "i samråd", "in consultation"),
                    ("concern", "oro", "concern"),
                    ("other", "annan grund", "other basis"),
                ],
            ),
            List::Consent => (
                "consent",
                false,
                &[
                    ("given", "samtycke givet", "given"),
                    ("not_required", "behövs inte", "not required"),
                    ("refused", "nekat", "refused"),
                ],
            ),
            List::Answer => {
                ("answer", false, &[("accepted", "tackat ja", "accepted"), ("declined", "tackat nej", "declined")])
            }
            List::Result => (
                "result",
                true,
                &[
                    ("attained", "uppnått", "attained"),
                    ("not_attained", "inte uppnått", "not attained"),
                    ("withdrawn", "återtaget", "withdrawn"),
                    ("no_reply", "inget svar", "no reply"),
                    ("inquiry_opened", "utredning inledd", "inquiry opened"),
                    ("inquiry_not_opened", "utredning inte inledd", "inquiry not opened"),
                    ("inquiry_already_open", "utredning pågick redan", "inquiry already open"),
                ],
            ),
            List::ActivityKind => (
                "activity_kind",
                true,
                &[
                    ("lecture", "föreläsning", "lecture"),
                    ("training", "utbildning", "training"),
                    ("meeting", "samverkansmöte", "meeting"),
                    ("event", "evenemang", "event"),
                    ("study_visit", "studiebesök", "study visit"),
                    ("co_location", "samlokalisering", "co-location"),
                    ("outreach", "uppsökande arbete", "outreach"),
                    ("development", "utvecklingsarbete", "development"),
                ],
            ),
            List::MatterOutcome => (
                "matter_outcome",
                true,
                &[
                    ("open", "pågår", "open"),
                    ("prosecuted", "åtal väckt", "prosecuted"),
                    ("convicted", "fällande dom", "convicted"),
                    ("closed", "nedlagt", "closed"),
                ],
            ),
            List::OrganisationKind => (
                "organisation_kind",
                true,
                &[
                    ("police", "polis", "police"),
                    ("social_services", "socialtjänst", "social services"),
                    ("health_care", "hälso- och sjukvård", "health care"),
                    ("authority", "myndighet", "authority"),
                    ("ngo", "frivilligorganisation", "non-governmental organisation"),
                    ("other", "annan", "other"),
                ],
            ),
            List::Relation => (
                "relation",
                true,
                &[
                    ("parent", "förälder", "parent"),
                    ("child", "barn", "child"),
                    ("sibling", "syskon", "sibling"),
                    ("partner", "partner", "partner"),
                    ("relative", "släkting", "relative"),
                    ("friend", "vän", "friend"),
                    ("controls", "styr över", "controls"),
                    ("same", "samma person", "same person"),
                    ("not_same", "inte samma person", "not the same person"),
                ],
            ),
        }
    }
}

/// All value lists as they stand in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists {
    values: Vec<Vec<ListValue>>,
}

impl Default for Lists {
    /// The built-in values.
    fn default() -> Self {
        let value = |&(code, sv, en): &(&str, &str, &str)| ListValue {
            code: code.into(),
            sv: sv.into(),
            en: en.into(),
            retired: false,
        };
        Lists { values: List::ALL.iter().map(|l| l.declaration().2.iter().map(value).collect()).collect() }
    }
}

impl Lists {
    /// The values of a list, in order.
    pub fn values(&self, list: List) -> &[ListValue] {
        &self.values[list as usize]
    }

    /// Puts other values in a list.
    pub fn set(&mut self, list: List, values: Vec<ListValue>) {
        self.values[list as usize] = values;
    }

    /// The value with a code.
    pub fn value(&self, list: List, code: &str) -> Option<&ListValue> {
        self.values(list).iter().find(|v| v.code == code)
    }

    /// The label of a code; of an unknown one the code itself.
    pub fn label<'a>(&'a self, list: List, code: &'a str, lang: Lang) -> &'a str {
        self.value(list, code).map_or(code, |v| v.label(lang))
    }
}

/// Whether a text can be the code of a value: 1 to 64 of a-z, 0-9 and `_`, and none of the filter language's own words
/// for known and unknown.
pub fn is_code(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
        && !["any", "none", "unknown"].contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stand_in_their_own_place() {
        for (i, list) in List::ALL.into_iter().enumerate() {
            assert_eq!(list as usize, i);
            assert_eq!(List::from_code(list.code()), Some(list));
            let mut codes: Vec<_> = list.declaration().2.iter().map(|v| v.0).collect();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), list.declaration().2.len(), "{list:?} has a code twice");
        }
    }
}

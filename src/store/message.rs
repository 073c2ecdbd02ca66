//! Errors and findings in words: what happened, to what, and what to do.

use super::error::{Damage, Error, Fault, Subject};
use super::recovery::RecoveryProblem;
use super::trouble::Trouble;
use super::verify::{Differs, Finding};
use crate::domain::{Kind, Lang, Problem, Ref, Shown, Text};
use crate::i18n::texts::{common, store as t, trouble};
use crate::i18n::{fill, problem};
use std::fmt::{Display, Formatter};

/// So many records are named in a message; of more only how many.
const NAMED: usize = 5;

impl Error {
    /// The message for people, of one or more lines; what to do is said last.
    pub fn message(&self, lang: Lang) -> Shown {
        match Trouble::told_by(self) {
            Some(trouble) => self.with_trouble(trouble, lang),
            None => self.in_words(lang),
        }
    }

    /// The message where the disk is what is wrong: that in plain words, and below it what the system said.
    pub fn with_trouble(&self, trouble: Trouble, lang: Lang) -> Shown {
        let said = match self {
            Error::File { path, source } => format!("{}: {source}", path.display()),
            Error::Database(error) => error.to_string(),
            other => return other.in_words(lang),
        };
        Shown::new(format!("{}\n({said})", trouble.words(lang)))
    }

    fn in_words(&self, lang: Lang) -> Shown {
        let say = |text: Text, parts: &[(&str, &dyn Display)]| fill(text, lang, parts);
        Shown::new(match self {
            Error::NoStore { folder } => say(t::NO_STORE, &[("folder", &folder.display())]),
            Error::NotEmpty { folder } => say(t::NOT_EMPTY, &[("folder", &folder.display())]),
            Error::InUse { folder, by: None } => say(t::IN_USE, &[("folder", &folder.display())]),
            Error::InUse { folder, by: Some(by) } => say(t::IN_USE_BY, &[("folder", &folder.display()), ("by", by)]),
            Error::WrongPassphrase => say(t::WRONG_PASSPHRASE, &[]),
            Error::WrongRecoveryCode => say(t::WRONG_RECOVERY_CODE, &[]),
            Error::EmptyPassphrase => say(t::EMPTY_PASSPHRASE, &[]),
            Error::Damaged(damage) => {
                say(t::DAMAGED, &[("what", &damage.what(lang)), ("remedy", &damage.remedy(lang))])
            }
            Error::Newer { version } => say(t::NEWER, &[("version", version)]),
            Error::TooNew { version } => say(t::TOO_NEW, &[("version", version)]),
            Error::Stale { subject } => say(t::STALE, &[("subject", &subject_in_words(subject, lang))]),
            Error::Rejected(faults) => {
                let lines = faults.iter().map(|fault| fault_in_words(fault, lang));
                std::iter::once(say(t::REJECTED, &[])).chain(lines).collect::<Vec<_>>().join("\n")
            }
            Error::Referred { kind, deleted, by } => {
                let kind = common::kind_one(*kind, lang);
                let parts: [(&str, &dyn Display); 3] = [("kind", &kind), ("own", deleted), ("by", &named(by, lang))];
                say(t::REFERRED, &parts)
            }
            Error::FixedList { list } => say(t::FIXED_LIST, &[("list", &list.code())]),
            Error::ListCode { list, code } => say(t::LIST_CODE, &[("list", &list.code()), ("code", code)]),
            Error::TooLong { subject, limit } => {
                let wrong = problem(&Problem::TooLong { limit: *limit }, lang);
                say(t::TOO_LONG, &[("subject", &subject_in_words(subject, lang)), ("problem", &wrong)])
            }
            Error::CodeInUse { list, code } => say(t::CODE_IN_USE, &[("list", &list.code()), ("code", code)]),
            Error::Standing { folder } => say(t::STANDING, &[("folder", &folder.display())]),
            Error::NewKeyUnproved => say(t::NEW_KEY_UNPROVED, &[]),
            Error::OldKeyLeft { folder } => say(t::OLD_KEY_LEFT, &[("folder", &folder.display())]),
            Error::NoPerson { own } => say(t::NO_PERSON, &[("own", own)]),
            Error::Differs { copy } => say(t::DIFFERS, &[("file", &copy.display())]),
            Error::Findings(findings) => {
                let first = Finding::in_words(&findings[..findings.len().min(NAMED)], lang);
                format!("{}\n{first}", t::FINDINGS.get(lang))
            }
            Error::Replaced { folder } => say(trouble::REPLACED, &[("folder", &folder.display())]),
            Error::Stopped => say(t::STOPPED, &[]),
            Error::NoFolder => say(t::NO_FOLDER, &[]),
            Error::File { path, source } => say(t::FILE, &[("path", &path.display()), ("error", source)]),
            Error::Database(error) => say(t::DATABASE, &[("error", error)]),
            Error::NotEncrypted => say(t::NOT_ENCRYPTED, &[]),
            Error::NoRandomness => say(t::NO_RANDOMNESS, &[]),
            Error::NoMemory { kibibytes } => say(t::NO_MEMORY, &[("mebibytes", &kibibytes.div_ceil(1024))]),
        })
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        self.message(Lang::En).fmt(f)
    }
}

impl Damage {
    /// What is damaged.
    fn what(&self, lang: Lang) -> String {
        let say = |text: Text, parts: &[(&str, &dyn Display)]| fill(text, lang, parts);
        match self {
            Damage::Missing { file } => say(t::MISSING, &[("file", &file.display())]),
            Damage::KeyCopy { file, .. } => say(t::KEY_COPY, &[("file", &file.display())]),
            Damage::Keys { file, copy } => say(t::KEYS, &[("file", &file.display()), ("copy", &copy.display())]),
            Damage::Database => say(t::DATABASE_DAMAGED, &[]),
            Damage::Row { table } => say(t::ROW, &[("table", table)]),
            Damage::Head { file } => say(t::HEAD, &[("file", &file.display())]),
            Damage::HeadApart { file, head, journal } => {
                say(t::HEAD_APART, &[("file", &file.display()), ("head", head), ("journal", journal)])
            }
        }
    }

    /// What to do about it.
    fn remedy(&self, lang: Lang) -> String {
        match self {
            Damage::KeyCopy { file, whole } => {
                fill(t::REMEDY_COPY, lang, &[("whole", &whole.display()), ("file", &file.display())])
            }
            Damage::Missing { .. } => t::REMEDY_PUT_BACK.get(lang).to_owned(),
            _ => t::REMEDY_BACKUP.get(lang).to_owned(),
        }
    }
}

impl Finding {
    /// Findings, each in one line, and below them what to do, each thing once.
    pub fn in_words(findings: &[Finding], lang: Lang) -> Shown {
        let mut lines: Vec<String> = findings.iter().map(|finding| finding.what(lang)).collect();
        for remedy in findings.iter().map(|finding| finding.remedy(lang)) {
            if !lines.contains(&remedy) {
                lines.push(remedy);
            }
        }
        Shown::new(lines.iter().map(|line| Shown::line(line).into_string()).collect::<Vec<_>>().join("\n"))
    }

    /// What is not as it was written, in one sentence.
    fn what(&self, lang: Lang) -> String {
        let say = |text: Text, parts: &[(&str, &dyn Display)]| fill(text, lang, parts);
        match self {
            Finding::Damage(damage) => damage.what(lang),
            Finding::Link { table } => say(t::BROKEN_LINK, &[("table", table)]),
            Finding::Entry { seq } => say(t::ENTRY, &[("seq", seq)]),
            Finding::Record { kind, own, differs } => {
                let text = match differs {
                    Differs::Values => t::RECORD_VALUES,
                    Differs::Missing => t::RECORD_MISSING,
                    Differs::Unknown => t::RECORD_UNKNOWN,
                };
                say(text, &[("kind", &kind_name(*kind, lang)), ("own", own)])
            }
            Finding::List(list) => say(t::LIST_DIFFERS, &[("list", &list.code())]),
            Finding::Project => say(t::PROJECT_DIFFERS, &[]),
            Finding::Counters => say(t::COUNTERS_DIFFER, &[]),
            Finding::Drafts => say(t::DRAFTS_DIFFER, &[]),
            Finding::Search => say(t::SEARCH_DIFFERS, &[]),
            Finding::Facts => say(t::FACTS_DIFFER, &[]),
        }
    }

    fn remedy(&self, lang: Lang) -> String {
        match self {
            Finding::Damage(damage) => damage.remedy(lang),
            _ => t::REMEDY_BACKUP.get(lang).to_owned(),
        }
    }
}

impl RecoveryProblem {
    /// What is wrong with the code as typed.
    pub fn message(self, lang: Lang) -> Shown {
        Shown::new(match self {
            RecoveryProblem::Length { characters } => fill(t::RECOVERY_LENGTH, lang, &[("characters", &characters)]),
            RecoveryProblem::Group(group) => fill(t::RECOVERY_GROUP, lang, &[("group", &group)]),
        })
    }
}

fn subject_in_words(subject: &Subject, lang: Lang) -> String {
    match subject {
        Subject::Record(kind, own) => fill(t::SUBJECT_RECORD, lang, &[("kind", &kind_name(*kind, lang)), ("own", own)]),
        Subject::List(list) => fill(t::SUBJECT_LIST, lang, &[("list", &list.code())]),
        Subject::Project => t::SUBJECT_PROJECT.get(lang).to_owned(),
    }
}

fn fault_in_words(fault: &Fault, lang: Lang) -> String {
    let field = fault.kind.fields().get(fault.field);
    let parts: [(&str, &dyn Display); 4] = [
        ("kind", &kind_name(fault.kind, lang)),
        ("place", &(fault.edit + 1)),
        ("field", &field.map_or("", |f| f.code)),
        ("problem", &problem(&fault.problem, lang)),
    ];
    fill(t::FAULT, lang, &parts)
}

fn named(by: &[(Kind, Ref)], lang: Lang) -> String {
    let first: Vec<_> =
        by.iter().take(NAMED).map(|(kind, own)| format!("{} {own}", common::kind_one(*kind, lang))).collect();
    let shown = first.join(", ");
    match by.len().saturating_sub(NAMED) {
        0 => shown,
        more => fill(t::AND_MORE, lang, &[("shown", &shown), ("n", &more)]),
    }
}

/// What one record of a kind is called, to begin a sentence with.
fn kind_name(kind: Kind, lang: Lang) -> String {
    let name = common::kind_one(kind, lang);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{List, field::contact};

    fn own(text: &str) -> Ref {
        Ref::parse(text).unwrap()
    }

    #[test]
    fn messages_name_what_and_say_what_to_do() {
        let damaged = Error::Damaged(Damage::KeyCopy { file: "s/keys.json".into(), whole: "s/keys.copy.json".into() });
        assert!(damaged.message(Lang::Sv).as_str().ends_with("cp 's/keys.copy.json' 's/keys.json'"));
        let none = Error::NoStore { folder: "s".into() };
        assert!(none.to_string().ends_with("caselog init --store s"));
        let faults = vec![
            Fault { edit: 0, kind: Kind::Contact, field: contact::AT, problem: Problem::Required },
            Fault {
                edit: 1,
                kind: Kind::Contact,
                field: contact::PERSON,
                problem: Problem::NoSuchRef { given: "P7".into() },
            },
        ];
        assert_eq!(
            Error::Rejected(faults).to_string(),
            "Nothing was written:\nContact 1: at: must be filled in\nContact 2: person: no record has the ref P7"
        );
        let by = (1..=7).map(|i| (Kind::Contact, own(&format!("C{i}")))).collect();
        let referred = Error::Referred { kind: Kind::Person, deleted: own("P1"), by };
        assert!(referred.to_string().starts_with("Not deleted: person P1 is named by contact C1, "));
        assert!(referred.to_string().contains("contact C5 and 2 more."));
        let findings = [Finding::List(List::Role), Finding::Project, Finding::Damage(Damage::Database)];
        let said = Finding::in_words(&findings, Lang::Sv).into_string();
        assert_eq!(said.lines().count(), 4, "what to do is said once: {said}");
    }

    #[test]
    fn nothing_unseen_reaches_people() {
        let error = Error::InUse { folder: "s".into(), by: Some("\u{1b}[2J1 \u{202e}x".into()) };
        assert!(error.to_string().contains("[2J1 x"));
    }
}

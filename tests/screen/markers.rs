//! Everything that a record can hold, looked for in every byte that a killed program leaves behind: in the store and its
//! backups, the settings, the folder for temporary files, and on the terminal. Nothing of it is found.

use crate::parent::{program, signal};
use crate::terminal::{ENTER, Session};
use caselog::domain::{Action, Change, Edit, Kind, List, ListValue, Record, Type};
use caselog::store::{FigureRefs, Kdf, Passphrase, Print, Store};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

const PASSPHRASE: &str = "Zqlösenfras fyra små ord";
/// What is typed and not saved.
const DRAFT: &str = "Zqhalvskrivet Ålunda";

/// The ref of the first or second record of a kind.
fn own(kind: Kind, nth: usize) -> String {
    format!("ZQ-{}-{}", kind.table(), 7391 + nth)
}

/// What stands in a field of the `nth` record of a kind, so that it is known again wherever it turns up; `None` for what
/// every log has: yes and no, countries, the codes of lists that are the same for all.
fn marker(kind: Kind, nth: usize, place: usize) -> Option<String> {
    let field = &kind.fields()[place];
    let name = format!("Zqmärke-{}-{}-{nth}", kind.table(), field.code);
    let day = 1 + place % 28;
    Some(match field.ty {
        Type::Ref => own(kind, nth),
        Type::Line if field.code == "phone" => format!("07{nth}1-98 76 543{place}"),
        Type::Line | Type::Note => format!("{name} Åsö"),
        Type::Names => format!("{name};Zqannat{nth}"),
        Type::Number => format!("7354198{place:02}"),
        Type::Date => format!("1987-1{nth}-{day:02}"),
        Type::Moment => format!("1986-1{nth}-{day:02}T03:17"),
        Type::Birth => format!("1937-1{nth}-{day:02}"),
        Type::Code(list) | Type::Codes(list) if list.is_extendable() => code(list),
        Type::Link(of) => own(of, usize::from(field.code == "other")),
        Type::Links(of) => own(of, 0),
        Type::Code(_) | Type::Codes(_) | Type::Country | Type::Flag | Type::FlagElseTrue | Type::Every => return None,
    })
}

fn code(list: List) -> String {
    format!("zqkod_{}", list.code())
}

/// A change that puts a marker everywhere, and all the markers in it.
fn everywhere(store: &Store) -> (Change, HashSet<String>) {
    let (mut edits, mut markers) = (Vec::new(), HashSet::new());
    for list in List::ALL.into_iter().filter(|list| list.is_extendable()) {
        let before = store.lists().values(list).to_vec();
        let label = |lang| format!("Zqetikett-{lang}-{}", list.code());
        let added = ListValue { code: code(list), sv: label("sv"), en: label("en"), retired: false };
        markers.extend([added.code.clone(), added.sv.clone(), added.en.clone()]);
        edits.push(Edit::List { list, after: before.iter().cloned().chain([added]).collect(), before });
    }
    let before = Box::new(store.project().clone());
    let mut after = before.clone();
    after.name = "Zqprojekt Åkerby".to_owned();
    after.signatories = vec!["Zqundertecknare".to_owned()];
    after.sections.insert("summary".to_owned(), "Zqavsnitt om någon".to_owned());
    markers.extend([after.name.clone(), after.signatories[0].clone(), after.sections["summary"].clone()]);
    edits.push(Edit::Project { before, after });
    for (kind, nth) in Kind::ALL.into_iter().flat_map(|kind| [(kind, 0), (kind, 1)]) {
        let texts: Vec<String> =
            (0..kind.fields().len()).map(|place| marker(kind, nth, place).unwrap_or_default()).collect();
        markers
            .extend(texts.iter().flat_map(|text| text.split(';')).filter(|part| !part.is_empty()).map(str::to_owned));
        let record = Record::from_texts(kind, &texts).unwrap();
        assert_eq!(record.problems(), []);
        edits.push(Edit::Record { before: None, after: Some(record) });
    }
    (Change { action: Action::Import, edits }, markers)
}

/// Texts that are looked for: as they are, small and large, in UTF-8 and both orders of UTF-16.
struct Wanted {
    /// By the first bytes, since most places begin nothing that is wanted.
    patterns: HashMap<[u8; 4], Vec<(Vec<u8>, String)>>,
}

impl Wanted {
    fn new(texts: &HashSet<String>) -> Wanted {
        let mut patterns: HashMap<_, Vec<_>> = HashMap::new();
        for text in texts {
            for form in HashSet::from([text.clone(), text.to_lowercase(), text.to_uppercase()]) {
                for bytes in encodings(&form) {
                    patterns.entry(bytes[..4].try_into().unwrap()).or_default().push((bytes, form.clone()));
                }
            }
        }
        Wanted { patterns }
    }

    /// What of it stands in the bytes.
    fn found(&self, bytes: &[u8]) -> HashSet<&str> {
        let at = |from: usize| {
            let candidates = self.patterns.get(&bytes[from..from + 4])?;
            candidates.iter().find(|(pattern, _)| bytes[from..].starts_with(pattern)).map(|(_, text)| text.as_str())
        };
        (0..bytes.len().saturating_sub(3)).filter_map(at).collect()
    }
}

fn encodings(text: &str) -> [Vec<u8>; 3] {
    let units: Vec<u16> = text.encode_utf16().collect();
    let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    [text.as_bytes().to_vec(), little, units.iter().flat_map(|unit| unit.to_be_bytes()).collect()]
}

/// Every file under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        match entry.file_type().unwrap().is_dir() {
            true => found.extend(files(&entry.path())),
            false => found.push(entry.path()),
        }
    }
    found
}

#[test]
fn nothing_of_any_field_is_in_the_clear_anywhere_after_kill_9() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path().canonicalize().unwrap();
    let place = |name: &str| home.join(name).to_string_lossy().into_owned();
    for folder in ["tmp", "config"] {
        std::fs::create_dir(home.join(folder)).unwrap();
    }
    let now = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap().and_hms_opt(9, 10, 0).unwrap();
    let secret = Passphrase::new(PASSPHRASE.to_owned());
    let (mut store, _) = Store::create(&home.join("store"), &secret, Kdf { memory: 8, passes: 1 }).unwrap();
    let (change, mut markers) = everywhere(&store);
    store.apply(change, now).unwrap();
    let kept = Print {
        about: "Zqutskrift".to_owned(),
        content: "Zqsom det trycktes".to_owned(),
        refs: Vec::<FigureRefs>::new(),
    };
    store.keep_print(&kept, now).unwrap();
    store.back_up(None, now, &mut |_| true).unwrap();
    drop(store);
    markers.extend([kept.about, kept.content, PASSPHRASE.to_owned(), DRAFT.to_owned()]);

    let environment = [
        ("TMPDIR", &*place("tmp")),
        ("XDG_CONFIG_HOME", &*place("config")),
        ("XDG_STATE_HOME", &*place("state")),
        ("XDG_CACHE_HOME", &*place("cache")),
        ("HOME", &*home.to_string_lossy()),
    ];
    let mut session = Session::begin(&["--store", &place("store"), "--lang", "sv"], &environment);
    session.sees("Lösenfras").types(PASSPHRASE).types(ENTER).sees("Idag · ");
    // A person is looked up, looked at and copied, and another is begun.
    session.types("5").sees("Zqmärke-persons-note-0").types("/zqannat1").sees("1 av 2").types(ENTER);
    session.misses("början av ord").types(ENTER).sees("Person ZQ-persons-7392").types("y").sees("Kopierat");
    session.types("5").types("n").sees("Ny person").types(DRAFT).sees(DRAFT).sees("utkast sparat");
    signal(program(session.child.process_id().unwrap()), "KILL");
    assert_eq!(session.finish(), 128 + 9);

    let wanted = Wanted::new(&markers);
    // The search finds what is there, in every form.
    for text in ["Zqmärke-contacts-note-1 Åsö", "1986-11-02T03:17", "zqkod_role"] {
        for form in [text.to_owned(), text.to_lowercase(), text.to_uppercase()] {
            for bytes in encodings(&form) {
                let among = [&b"\0\0\0"[..], &bytes, b"\0"].concat();
                assert_eq!(wanted.found(&among), HashSet::from([&*form]));
            }
        }
    }
    assert!(!wanted.found(&session.written).is_empty(), "she saw it");
    let left = files(&home);
    for name in ["caselog.db", "caselog.db-journal", "keys.json", "journal.head"] {
        assert!(left.iter().any(|path| path.ends_with(name)), "{name} is among {left:?}");
    }
    for path in left {
        let name = path.to_string_lossy().into_owned();
        assert_eq!(wanted.found(&std::fs::read(&path).unwrap()), HashSet::new(), "in {name}");
        assert_eq!(wanted.found(name.as_bytes()), HashSet::new());
    }
    // What the terminal was told from the moment when it was given back, and all that stands on it and above.
    let back = b"\x1b[?1049l";
    let at = session.written.windows(back.len()).rposition(|window| window == back).unwrap();
    assert_eq!(wanted.found(&session.written[at..]), HashSet::new());
    session.screen.screen_mut().set_scrollback(usize::MAX);
    let above = session.screen.screen().contents();
    session.screen.screen_mut().set_scrollback(0);
    assert_eq!(wanted.found((above + &session.picture()).as_bytes()), HashSet::new());
    // And yet nothing is lost.
    let unlock = caselog::store::Unlock::Passphrase(&secret);
    let drafts = Store::open(&home.join("store"), &unlock).unwrap().drafts().unwrap();
    assert!(drafts.iter().any(|draft| draft.content.contains(DRAFT)), "{drafts:?}");
}

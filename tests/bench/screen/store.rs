//! The store of an invented log, made by the program itself and kept among the build's files.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The program that is measured.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_caselog");

/// Copies the store of a log into a new folder. Gives the folder with its passphrase and the files that it was made of.
pub fn copy(contacts: u64, store: &Path) -> PathBuf {
    let kept = kept(contacts);
    std::fs::create_dir_all(store).expect("a folder");
    for file in std::fs::read_dir(kept.join("store")).expect("the store").map(|file| file.expect("a file")) {
        if file.path().is_file() {
            std::fs::copy(file.path(), store.join(file.file_name())).expect("a copy");
        }
    }
    kept
}

/// The arguments that open a store.
pub fn place<'a>(store: &'a str, passphrase: &'a str) -> [&'a str; 6] {
    ["--lang", "en", "--store", store, "--passphrase-file", passphrase]
}

/// The folder with the store of a log, made by import the first time and kept among the build's files until the log is
/// written in another way: a million contacts take some minutes to import.
fn kept(contacts: u64) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    (include_str!("log.rs"), env!("CARGO_PKG_VERSION")).hash(&mut hasher);
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("log-{contacts}-{:016x}", hasher.finish()));
    if kept.is_dir() {
        return kept;
    }
    let made = kept.with_extension("new");
    let _ = std::fs::remove_dir_all(&made);
    let (files, passphrase) = (made.join("files"), made.join("passphrase"));
    std::fs::create_dir_all(&files).expect("a folder");
    std::fs::write(&passphrase, "seven invented words for a bench\n").expect("a passphrase");
    crate::log::write(&files, contacts).expect("the log");
    let [files, store, passphrase] =
        [files, made.join("store"), passphrase].map(|path| path.to_string_lossy().into_owned());
    let run = |arguments: &[&str]| {
        let mut command = Command::new(PROGRAM);
        let arguments = place(&store, &passphrase).into_iter().chain(arguments.iter().copied());
        let status = command.args(arguments).stdout(Stdio::null()).status().expect("the program");
        assert!(status.success(), "{status}");
    };
    run(&["init"]);
    let start = Instant::now();
    run(&["import", &files]);
    println!("{contacts} contacts: imported in {:.1} s", start.elapsed().as_secs_f64());
    std::fs::rename(&made, &kept).expect("a name for the store");
    kept
}

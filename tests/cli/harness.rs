//! Runs the program in a home of its own.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a run left behind.
pub struct Done {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Done {
    /// The output as JSON, of a run that went well.
    pub fn json(&self) -> Value {
        assert_eq!(self.exit, 0, "{}", self.err);
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// That the run ended with an exit code and said each of some words.
    pub fn assert(self, exit: i32, words: &[&str]) -> Done {
        let all = format!("{}{}", self.out, self.err);
        assert_eq!(self.exit, exit, "{all}");
        for word in words {
            assert!(all.contains(word), "{word:?} is not in {all}");
        }
        self
    }
}

/// A folder to work in, that is the home too.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Home {
        Home { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// The program with arguments, in English unless they say otherwise.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_caselog"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.env("HOME", self.folder.path()).env("LANG", "en_GB.UTF-8");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        self.run_with(arguments, "")
    }

    /// A run with something on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Done {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // The program may end without reading it all.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Done {
            exit: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The expected figures of the sample.
pub fn expected() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/period-2009-2010/expected.json");
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

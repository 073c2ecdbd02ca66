//! Small libraries in C that are preloaded into a process: they stand between it and the system.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Compiles `tests/shims/NAME.c` and gives the library's path. The C compiler is the one that SQLCipher is built with.
pub fn library(name: &'static str) -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| tempfile::tempdir().unwrap().keep());
    let library = folder.join(format!("{name}.so"));
    if !library.exists() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/shims/{name}.c"));
        // Beside, then renamed: tests run side by side.
        let beside = folder.join(format!("{name}-{:?}.so", std::thread::current().id()));
        let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
        let mut compile = Command::new(compiler);
        compile.args(["-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o"]).arg(&beside).arg(source).arg("-ldl");
        assert!(compile.status().unwrap().success());
        std::fs::rename(&beside, &library).unwrap();
    }
    Box::leak(library.into_boxed_path())
}

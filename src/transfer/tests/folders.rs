//! Folders of files, read and written.

use super::super::{ExportError, ReadError, export_folder, read_paths};
use super::*;
use std::fs;

#[test]
fn a_folder_is_read_by_the_names_of_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    for name in ["persons.csv", "contacts.csv", "notes.txt", "Persons.csv.bak"] {
        fs::write(path(name), "ref\n").unwrap();
    }
    let read = read_paths(&[folder.path().to_owned()]).unwrap();
    let shown = |name: &str| path(name).display().to_string();
    let names: Vec<_> = read.files.iter().map(|file| file.name.clone()).collect();
    assert_eq!(names, [shown("persons.csv"), shown("contacts.csv")]);
    assert_eq!(read.not_read, [shown("Persons.csv.bak"), shown("notes.txt")]);
    assert_eq!(read_paths(&[path("contacts.csv")]).unwrap().files[0].name, shown("contacts.csv"));
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let Err(ReadError::Faults(faults)) = read_paths(&[folder.path().to_owned()]) else { panic!("the folder is empty") };
    assert!(
        in_english(&faults)[0].ends_with(": the folder holds no file to import, such as persons.csv or contacts.csv")
    );
    let missing = read_paths(&[folder.path().join("persons.csv")]).unwrap_err();
    assert!(missing.in_words(Lang::Sv)[0].as_str().contains("persons.csv kan inte läsas"));
    fs::write(folder.path().join("people.csv"), "").unwrap();
    assert!(matches!(read_paths(&[folder.path().join("people.csv")]), Err(ReadError::Faults(_))));
}

#[test]
fn an_export_is_private_whole_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a/b");
    let today = parse_date("2011-01-17").unwrap();
    let mut store = new_store();
    take_in(&mut store, crate::demo::files());
    export_folder(&store, today, &target).unwrap();
    let sources = read_paths(std::slice::from_ref(&target)).unwrap();
    assert_eq!(sources.files.len(), 10);
    for (file, (name, bytes)) in sources.files.iter().zip(exported(&store)) {
        assert!(file.name.ends_with(&name) && file.bytes == bytes, "{name}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&target), mode(&target.join("persons.csv"))), (0o700, 0o600));
    }
    fs::remove_file(target.join("persons.csv")).unwrap();
    let again = export_folder(&store, today, &target);
    assert!(matches!(again, Err(ExportError::Stands { .. })), "{again:?}");
    assert!(!target.join("persons.csv").exists());
}

#[test]
fn a_failed_export_leaves_nothing() {
    /// A store that breaks while its contacts are read.
    struct Broken(Store);
    impl Existing for Broken {
        type Error = &'static str;
        fn lists(&self) -> &Lists {
            self.0.lists()
        }
        fn project(&self) -> &Project {
            self.0.project()
        }
        fn fetch(&self, _: Kind, _: &[Ref]) -> Result<Vec<Record>, &'static str> {
            Err("broken")
        }
        fn next_ref(&self, kind: Kind) -> Ref {
            Existing::next_ref(&self.0, kind)
        }
        fn for_each(&self, kind: Kind, _: &mut dyn FnMut(Record)) -> Result<(), &'static str> {
            if kind == Kind::Contact { Err("broken") } else { Ok(()) }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let store = Broken(new_store());
    let today = parse_date("2011-01-17").unwrap();
    let done = export_folder(&store, today, &folder.path().join("new"));
    assert!(matches!(done, Err(ExportError::Existing("broken"))));
    assert!(!folder.path().join("new").exists());
    assert!(export_folder(&store, today, folder.path()).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let refused = import(sources(&[("persons.csv", "ref\nP1\n")]), &store, false, &|_, _, _| Ok(()));
    assert!(matches!(refused, Err(Refused::Existing("broken"))));
}

//! Wrong use: exit 2, the nearest right word, both languages.

use crate::harness::Home;
use std::process::Stdio;

#[test]
fn unknown_words_name_the_nearest() {
    let home = Home::new();
    let cases: &[(&[&str], &[&str])] = &[
        (&["lst"], &["“lst”", "list"]),
        (&["fnid", "x"], &["“fnid”"]),
        (&["list", "contakts", "--demo"], &["“contakts”", "contacts"]),
        (&["list", "minutes", "--demo"], &["; there are: contacts, "]),
        (&["--demo", "list", "contacts", "--perod", "2010"], &["--perod", "--period"]),
        (&["--demo", "list", "contacts", "--period", "2010-Q5"], &["2010-Q5"]),
        (&["--demo", "list", "contacts", "--period", "last-yaer"], &["last-year"]),
        (&["--demo", "list", "contacts", "--period", "previous"], &["to compare with"]),
        (&["--demo", "list", "contacts", "--filter", "rol:victim"], &["rol", "role"]),
        (&["--demo", "list", "contacts", "--filter", "kön:kvinna"], &["kön", "nearest is sex"]),
        (&["--demo", "list", "contacts", "--filter", "ref:C9999"], &["C9999", "ref of what is counted"]),
        (&["--demo", "list", "persons", "--filter", "ref:P001"], &["P001", "person: has the person"]),
        (&["--demo", "find", "ref:NOPE"], &["NOPE"]),
        (&["--demo", "list", "contacts", "--filter", "role:victm"], &["victm", "victim"]),
        (&["--demo", "list", "matters", "--filter", "role:victim"], &["role"]),
        (&["--demo", "stats", "--measure", "contcts"], &["contacts"]),
        (&["--demo", "stats", "--measure", "kontakter"], &["nearest is contacts"]),
        (&["--demo", "stats", "--measure", "contacts", "--rows", "kön"], &["nearest is sex"]),
        (&["--demo", "stats", "--measure", "zzzzz"], &["minutes, audience\n"]),
        (&["--demo", "stats", "--measure", "organisations"], &["list organisations"]),
        (&["--demo", "stats", "--measure", "contacts", "--rows", "rle"], &["role"]),
        (&["--demo", "stats", "--measure", "contacts", "--compare", "previous"], &["all"]),
        (&["--demo", "stats", "--measure", "contacts", "--suppress", "2"], &["--suppress 2", "3 or more"]),
        (&["--demo", "stats", "--measure", "contacts", "--suppress", "x"], &["--suppress", "x"]),
        (&["--demo", "stats", "--view", "funel"], &["funel", "funnel"]),
        (&["--demo", "stats", "--view", "funnel", "--measure", "contacts"], &["--view", "--measure"]),
        (&["--demo", "stats", "--view", "funnel", "--filter", "due:any"], &["due"]),
        (&["--demo", "stats", "--view", "balance", "--filter", "rloe:any"], &["rloe", "role"]),
        (
            &["--demo", "stats", "--view", "balance", "--filter", "offence:procurin"],
            &["procurin", "nearest is procuring"],
        ),
        (&["--demo", "stats"], &["--measure"]),
        (&["--demo", "goals"], &["--period"]),
        (&["--demo", "goals", "--period", "2010", "--format", "xml"], &["table, json, csv"]),
        (&["--demo", "--today", "2010-02-30", "goals", "--period", "2010"], &["2010-02-30"]),
        (&["--demo", "add", "person", "--alais", "x"], &["--alais", "--alias", "caselog add person --help"]),
        (&["--demo", "add", "person", "--sex", "womann"], &["womann", "woman"]),
        (&["--demo", "add", "person", "--sex", "xyzzy"], &["xyzzy", "there are: woman, man, other"]),
        (
            &["--demo", "add", "contact", "--at", "2010-03-05", "--services", "information,motivation"],
            &["information,motivation", "several are kept apart by “;”"],
        ),
        (&["--demo", "--store", "s", "list", "persons"], &["--demo and --store"]),
        (&["--store", "s", "list", "persons", "--demo"], &["--demo and --store"]),
        (&["--demo", "list", "persons", "--store", "s"], &["--demo and --store"]),
        (&["--demo", "export", ""], &["<DIR>", "needs a value"]),
        (&["--store", "", "list", "persons"], &["--store", "needs a value"]),
        (&["--demo", "init"], &["--demo makes no store"]),
        (&["--store", "s", "--today", "2010-01-01", "import", "x"], &["--today is for reading commands"]),
        (&["--lang", "de", "list", "persons"], &["sv, en"]),
        (&["--demo"], &["needs a terminal"]),
        (&[], &["needs a terminal"]),
    ];
    for (arguments, words) in cases {
        let done = home.run(arguments).assert(2, words);
        assert!(done.out.is_empty(), "{arguments:?}: {}", done.out);
    }
}

#[test]
fn global_options_stand_before_or_after() {
    let home = Home::new();
    let before =
        home.run(&["--demo", "--lang", "sv", "--today", "2011-01-25", "list", "follow-ups"]).assert(0, &["försenad"]);
    let after = home.run(&["list", "follow-ups", "--today", "2011-01-25", "--lang=sv", "--demo"]);
    assert_eq!(before.out, after.out);
}

#[test]
fn the_language_is_the_option_else_the_setting_else_the_locale() {
    let home = Home::new();
    let help = |lang: Option<&str>| {
        let mut command = home.command(&["--help"]);
        command.env("LANG", lang.unwrap_or("en_GB.UTF-8"));
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(help(None).contains("Usage: caselog"));
    assert!(help(Some("sv_SE.UTF-8")).contains("Användning: caselog"));
    assert!(help(Some("C")).contains("Usage: caselog"));
    home.write(".config/caselog/settings.toml", "lang = \"sv\"\n");
    assert!(help(None).contains("Användning: caselog"));
    home.run(&["--lang", "en", "--help"]).assert(0, &["Usage: caselog"]);
}

#[test]
fn every_help_is_in_one_language() {
    let home = Home::new();
    let commands =
        ["", "init", "add", "list", "stats", "goals", "report", "import", "export", "verify", "completions", "man"];
    for command in commands.into_iter().map(|word| word.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>()) {
        let help = |lang| home.run(&[&command[..], &["--lang", lang, "--help"]].concat()).assert(0, &[]).out;
        let (sv, en) = (help("sv"), help("en"));
        assert!(sv.contains("Användning: ") && en.contains("Usage: "), "{command:?}");
        for word in ["Usage", "Options", "Arguments", "Commands", "Print", "possible values", "default:"] {
            assert!(!sv.contains(word), "{command:?} says {word:?} in Swedish:\n{sv}");
        }
    }
}

#[test]
fn a_fault_of_the_settings_is_told_and_not_fatal() {
    let home = Home::new();
    home.write(".config/caselog/settings.toml", "\nlnag = \"sv\"\n");
    let done = home.run(&["--demo", "list", "matters"]).assert(0, &["settings.toml:2: ", "nearest is lang"]);
    assert!(done.out.contains("Title"));
}

#[test]
fn a_reader_that_went_away_is_no_fault() {
    let home = Home::new();
    for command in
        [&["--demo", "list", "contacts", "--format", "csv"][..], &["--demo", "report", "--period", "all"], &["man"]]
    {
        let mut child =
            home.command(command).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{command:?}");
    }
}

#[test]
fn completions_and_manual_come_out() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish"] {
        home.run(&["completions", shell]).assert(0, &["caselog", "passphrase-file"]);
    }
    home.run(&["completions", "bsh"]).assert(2, &["bash"]);
    home.run(&["man", "--lang", "sv"]).assert(0, &[".TH caselog 1", "KOMMANDON", "caselog stats"]);
}

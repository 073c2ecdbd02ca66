//! The state and the worker side by side: every question is answered before the next key, so that nothing waits.

use caselog::app::exchange::{Ask, Effect, Msg, Preference, Printer, Refusal, RefusalKind, Reply, Ticket, Told};
use caselog::app::key::{Code, Key};
use caselog::app::{App, Env, update};
use caselog::domain::{Lang, Shown};
use caselog::query::Filter;
use caselog::report::Format;
use caselog::store::{Folder, Store};
use caselog::worker::{Clock, Desk, Place};
use caselog::{demo, facts, transfer, ui};
use chrono::{NaiveDate, NaiveDateTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

/// The sample's today, a Monday, at ten past nine.
pub fn now() -> NaiveDateTime {
    today().and_hms_opt(9, 10, 0).unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2011, 1, 17).unwrap()
}

/// A store in memory with the sample in it.
pub fn sample() -> Store {
    let mut store = Store::in_memory().unwrap();
    let after = OnceCell::new();
    let check = |change: &caselog::domain::Change, measure: &str, filter: &str| {
        let facts = after.get_or_init(|| {
            let mut facts = facts::Facts::new(store.lists(), store.project(), today());
            facts.apply(change);
            facts
        });
        let measure = caselog::query::Measure::from_code(measure).map_err(|e| e.say(Lang::En))?;
        Filter::parse(filter, measure, facts).map(drop).map_err(|e| e.say(Lang::En))
    };
    let plan = transfer::import(demo::files(), &store, false, &check).unwrap_or_else(|_| panic!("the sample"));
    store.apply(plan.change, now()).unwrap();
    store.seal();
    store
}

/// The screen of a store in memory.
pub struct Screen {
    pub app: App,
    desk: Desk,
    pub size: (u16, u16),
    pub quit: bool,
    /// The printers that there are here; no test reaches a real one.
    pub printers: Vec<Printer>,
    /// What was printed on them.
    pub printed: Vec<(String, Format)>,
    /// What is on the clipboard.
    pub copied: String,
    /// What was set in the settings file.
    pub preferred: Vec<Preference>,
    /// Whether nothing can be read: every question is refused.
    pub unreadable: bool,
}

impl Screen {
    pub fn new(store: Store, lang: Lang, size: (u16, u16)) -> Screen {
        Screen::of(App::new(lang, size, &Env { now: now() }, false), Place::Memory(Box::new(store)))
    }

    fn of(mut app: App, place: Place) -> Screen {
        app.colour = false;
        let size = app.world.size;
        let desk = Desk::new(place, Clock { today: Some(today()) }, app.world.lang);
        let first = app.open();
        let printers = vec![Printer { name: "Hall".to_owned(), is_default: true }];
        let mut screen = Screen {
            app,
            desk,
            size,
            quit: false,
            printers,
            printed: Vec::new(),
            copied: String::new(),
            preferred: Vec::new(),
            unreadable: false,
        };
        screen.perform(first);
        screen
    }

    /// The screen of a store in a folder, opened.
    pub fn open(folder: &Path, passphrase: &str, lang: Lang, size: (u16, u16)) -> Screen {
        let folder = Arc::new(Folder::hold(folder).unwrap());
        let place = Place::Ready(folder, passphrase.to_owned().into());
        let mut app = App::new(lang, size, &Env { now: now() }, true);
        app.world.preferences.has_passphrase = true;
        Screen::of(app, place)
    }

    pub fn sample(lang: Lang, size: (u16, u16)) -> Screen {
        Screen::new(sample(), lang, size)
    }

    /// Does what the state asked for, and hands the answers back.
    pub fn perform(&mut self, effects: Vec<Effect>) {
        let (mut asked, mut preferred): (Vec<(Ticket, Ask)>, _) = (Vec::new(), Vec::new());
        for effect in effects {
            match effect {
                Effect::Quit => self.quit = true,
                Effect::Ask(ticket, ask) => asked.push((ticket, ask)),
                Effect::Copy(text) => self.copied = text,
                Effect::ForgetCopied => self.copied.clear(),
                Effect::Prefer(preference) => {
                    self.preferred.push(preference);
                    preferred.push(preference);
                }
            }
        }
        preferred.into_iter().for_each(|preference| self.send(Msg::Preferred(Ok(preference))));
        for (ticket, ask) in asked {
            let told = match ask {
                Ask::Printers => Ok(Told::Printers(self.printers.clone())),
                Ask::Print { format, printer, .. } => {
                    self.printed.push((printer.clone(), format));
                    Ok(Told::Printed { job: format!("{printer}-{}", self.printed.len()), printer })
                }
                ask if self.unreadable && !ask.is_order() => {
                    Err(Refusal { message: Shown::line("damaged"), kind: RefusalKind::Other })
                }
                ask => self.desk.perform(ask),
            };
            self.send(Msg::Reply(Reply { ticket, told }));
        }
    }

    /// What the worker answers, for tests that hand it on themselves.
    pub fn answer(&mut self, ask: Ask) -> Result<Told, caselog::app::exchange::Refusal> {
        self.desk.perform(ask)
    }

    pub fn send(&mut self, msg: Msg) {
        let effects = update(&mut self.app, msg, &Env { now: now() });
        self.perform(effects);
    }

    pub fn key(&mut self, key: Key) {
        self.send(Msg::Key(key));
    }

    /// Presses keys: names of keys in `<>`, all else as typed: `5/E.M<Enter>`.
    pub fn keys(&mut self, keys: &str) -> &mut Screen {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|after| after.split_once('>'));
            let (key, after) = match named {
                Some((name, after)) => (Key::parse(name).unwrap_or_else(|| panic!("{name}")), after),
                None => (Key::plain(Code::Char(c)), &rest[c.len_utf8()..]),
            };
            self.key(key);
            rest = after;
        }
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Screen {
        self.size = (width, height);
        self.send(Msg::Resize(width, height));
        self
    }

    /// What is drawn, cell by cell.
    pub fn buffer(&self) -> Buffer {
        drawn(&self.app, self.size).0
    }

    /// What is seen, and where the cursor stands.
    pub fn picture_with_cursor(&self) -> (String, Position) {
        let (buffer, cursor) = drawn(&self.app, self.size);
        (picture(&buffer), cursor.unwrap_or_default())
    }

    /// What is seen, a line of text for each row.
    pub fn picture(&self) -> String {
        picture(&self.buffer())
    }

    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Screen {
        let picture = self.picture();
        assert!(squeezed(&picture).contains(&squeezed(text)), "{text:?} is not on the screen:\n{picture}");
        self
    }

    #[track_caller]
    pub fn misses(&mut self, text: &str) -> &mut Screen {
        let picture = self.picture();
        assert!(!squeezed(&picture).contains(&squeezed(text)), "{text:?} is on the screen:\n{picture}");
        self
    }
}

/// What a state draws, and where the cursor stands.
pub fn drawn(app: &App, (width, height): (u16, u16)) -> (Buffer, Option<Position>) {
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
    let cursor = ui::view(app, &mut buffer);
    (buffer, cursor)
}

/// What is seen, a line of text for each row.
pub fn picture(buffer: &Buffer) -> String {
    let row = |y: u16| {
        let line: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        line.trim_end().to_owned()
    };
    (0..buffer.area.height).map(row).collect::<Vec<_>>().join("\n")
}

/// The sizes that pictures are kept in.
pub const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 40)];

/// What keys lead to on the sample, in both languages and all sizes.
pub fn pictured(keys: &str) -> String {
    let mut all = String::new();
    for lang in [Lang::Sv, Lang::En] {
        let mut screen = Screen::sample(lang, (80, 24));
        screen.keys(keys);
        for (width, height) in SIZES {
            screen.resize(width, height);
            all += &format!("── {} {width}x{height} ──\n{}\n", lang.code(), screen.picture());
        }
    }
    all
}

/// A text with every run of spaces as one: how wide columns are is for the pictures to hold.
pub fn squeezed(text: &str) -> String {
    text.split('\n')
        .map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n")
}

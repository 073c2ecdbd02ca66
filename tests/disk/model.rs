//! A disk as a power cut may leave it. What was synced stands; of what was not, any part may: writes dropped, torn by
//! sector and reordered within a file, names in a folder as far as they had got. Nothing that POSIX does not promise is
//! taken for granted: a name is safe only when its folder was synced.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// A write is torn at multiples of this many bytes.
const SECTOR: usize = 512;

/// A dice that falls the same way in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    File(usize),
    Folder(usize),
}

#[derive(Clone)]
enum Write {
    At(usize, Vec<u8>),
    Truncate(usize),
}

#[derive(Clone, Default)]
struct File {
    durable: Vec<u8>,
    pending: Vec<Write>,
}

/// Names that change in one step; `None` goes.
type Step = Vec<(String, Option<Node>)>;

#[derive(Clone, Default)]
struct Folder {
    durable: BTreeMap<String, Node>,
    now: BTreeMap<String, Node>,
    pending: Vec<Step>,
}

/// How much of what was not synced is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    Nothing,
    Everything,
    /// Everything up to some call, in each file and folder.
    Beginning,
    /// Any sectors of any writes.
    Anything,
}

/// The disk.
#[derive(Clone)]
pub struct Disk {
    root: PathBuf,
    files: Vec<File>,
    folders: Vec<Folder>,
}

impl Disk {
    /// The disk with what stands in a folder, all of it synced.
    pub fn of(root: &Path) -> Disk {
        let mut disk = Disk { root: root.canonicalize().unwrap(), files: Vec::new(), folders: Vec::new() };
        let root = disk.root.clone();
        disk.take(&root);
        disk
    }

    fn take(&mut self, path: &Path) -> usize {
        let number = self.folders.len();
        self.folders.push(Folder::default());
        for entry in std::fs::read_dir(path).unwrap().flatten() {
            let node = if entry.file_type().unwrap().is_dir() {
                Node::Folder(self.take(&entry.path()))
            } else {
                self.files.push(File { durable: std::fs::read(entry.path()).unwrap(), pending: Vec::new() });
                Node::File(self.files.len() - 1)
            };
            let name = entry.file_name().to_string_lossy().into_owned();
            self.folders[number].durable.insert(name.clone(), node);
            self.folders[number].now.insert(name, node);
        }
        number
    }

    /// The folder that a path stands in, and its name there.
    fn place(&self, path: &str) -> (usize, String) {
        let relative = Path::new(path).strip_prefix(&self.root).unwrap();
        let mut names: Vec<String> = relative.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        let name = names.pop().unwrap_or_default();
        let within = |folder: usize, name: &String| match self.folders[folder].now.get(name) {
            Some(Node::Folder(number)) => *number,
            other => panic!("{path}: {other:?} is no folder"),
        };
        (names.iter().fold(0, within), name)
    }

    fn node(&self, path: &str) -> Option<Node> {
        let (folder, name) = self.place(path);
        if name.is_empty() { Some(Node::Folder(0)) } else { self.folders[folder].now.get(&name).copied() }
    }

    fn step(&mut self, folder: usize, step: Step) {
        for (name, node) in &step {
            match node {
                Some(node) => drop(self.folders[folder].now.insert(name.clone(), *node)),
                None => drop(self.folders[folder].now.remove(name)),
            }
        }
        self.folders[folder].pending.push(step);
    }

    fn file(&mut self, path: &str) -> &mut File {
        match self.node(path) {
            Some(Node::File(number)) => &mut self.files[number],
            other => panic!("{path}: {other:?} is no file"),
        }
    }

    /// Takes one line of the recorder. With `deaf` nothing is ever synced in files of that name: the control.
    pub fn follow(&mut self, line: &str, deaf: Option<&str>) {
        let parts: Vec<&str> = line.split('\t').collect();
        match parts[..] {
            ["create", path] => {
                let (folder, name) = self.place(path);
                self.files.push(File::default());
                let node = Node::File(self.files.len() - 1);
                self.step(folder, vec![(name, Some(node))]);
            }
            ["mkdir", path] => {
                let (folder, name) = self.place(path);
                self.folders.push(Folder::default());
                let node = Node::Folder(self.folders.len() - 1);
                self.step(folder, vec![(name, Some(node))]);
            }
            ["unlink" | "rmdir", path] => {
                let (folder, name) = self.place(path);
                self.step(folder, vec![(name, None)]);
            }
            ["rename", from, to] | ["exchange", from, to] => {
                let (moved, other) = (self.node(from), self.node(to).filter(|_| parts[0] == "exchange"));
                let ((folder, from), (into, to)) = (self.place(from), self.place(to));
                assert_eq!(folder, into, "what is moved stays in its folder");
                self.step(folder, vec![(from, other), (to, moved)]);
            }
            ["write", path, at, bytes] => {
                // A file whose name is gone is written to no longer in a way that matters.
                if self.node(path).is_some() {
                    let bytes = bytes
                        .as_bytes()
                        .chunks(2)
                        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap());
                    let write = Write::At(at.parse().unwrap(), bytes.collect());
                    self.file(path).pending.push(write);
                }
            }
            ["truncate", path, size] => {
                let size = size.parse().unwrap();
                self.file(path).pending.push(Write::Truncate(size));
            }
            ["sync", path] => match self.node(path) {
                _ if deaf.is_some_and(|name| path.contains(name)) => {}
                Some(Node::File(number)) => {
                    let file = &mut self.files[number];
                    for write in std::mem::take(&mut file.pending) {
                        do_write(&mut file.durable, &write, |_| true);
                    }
                }
                Some(Node::Folder(number)) => {
                    let folder = &mut self.folders[number];
                    folder.pending.clear();
                    folder.durable = folder.now.clone();
                }
                None => {}
            },
            ["mark", _] | ["calls", _] => {}
            _ => panic!("the recorder said {line}"),
        }
    }

    /// One of the states that a power cut may leave: paths under the root, with what is in the files.
    pub fn state(&self, left: Left, dice: &mut Dice) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let mut contents: HashMap<usize, Vec<u8>> = HashMap::new();
        let mut state = BTreeMap::new();
        self.lay(0, Path::new(""), left, dice, &mut contents, &mut state);
        state
    }

    fn lay(
        &self,
        folder: usize,
        path: &Path,
        left: Left,
        dice: &mut Dice,
        contents: &mut HashMap<usize, Vec<u8>>,
        state: &mut BTreeMap<PathBuf, Option<Vec<u8>>>,
    ) {
        let Folder { durable, pending, .. } = &self.folders[folder];
        let mut names = durable.clone();
        let reached = match left {
            Left::Nothing => 0,
            Left::Everything => pending.len(),
            Left::Beginning | Left::Anything => dice.roll(pending.len() + 1),
        };
        for (name, node) in pending[..reached].iter().flatten() {
            match node {
                Some(node) => drop(names.insert(name.clone(), *node)),
                None => drop(names.remove(name)),
            }
        }
        for (name, node) in names {
            let path = path.join(name);
            match node {
                Node::Folder(number) => {
                    state.insert(path.clone(), None);
                    self.lay(number, &path, left, dice, contents, state);
                }
                Node::File(number) => {
                    let content = contents.entry(number).or_insert_with(|| self.content(number, left, dice));
                    state.insert(path, Some(content.clone()));
                }
            }
        }
    }

    fn content(&self, number: usize, left: Left, dice: &mut Dice) -> Vec<u8> {
        let File { durable, pending } = &self.files[number];
        let mut content = durable.clone();
        let reached = match left {
            Left::Nothing => 0,
            Left::Everything | Left::Anything => pending.len(),
            Left::Beginning => dice.roll(pending.len() + 1),
        };
        for write in &pending[..reached] {
            match left {
                Left::Anything => do_write(&mut content, write, |_| dice.roll(2) == 0),
                _ => do_write(&mut content, write, |_| true),
            }
        }
        content
    }
}

/// Writes those sectors that are to be written.
fn do_write(content: &mut Vec<u8>, write: &Write, mut is_written: impl FnMut(usize) -> bool) {
    match write {
        Write::Truncate(size) => {
            if is_written(0) {
                content.resize(*size, 0);
            }
        }
        Write::At(at, bytes) => {
            let (mut from, end) = (*at, at + bytes.len());
            while from < end {
                let to = ((from / SECTOR + 1) * SECTOR).min(end);
                if is_written(from / SECTOR) {
                    if content.len() < to {
                        content.resize(to, 0);
                    }
                    content[from..to].copy_from_slice(&bytes[from - at..to - at]);
                }
                from = to;
            }
        }
    }
}

/// Puts a state on a real disk.
pub fn put(state: &BTreeMap<PathBuf, Option<Vec<u8>>>, root: &Path) {
    for (path, content) in state {
        match content {
            None => std::fs::create_dir(root.join(path)).unwrap(),
            Some(bytes) => std::fs::write(root.join(path), bytes).unwrap(),
        }
    }
}

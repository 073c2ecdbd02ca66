//! How far long work has got: told while it goes on, so that it can be shown and stopped.

use super::error::Error;
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, per_cent, texts::safe as t};

/// The steps of long work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Pages are copied.
    Copying,
    /// The pages and the database's own checks.
    Pages,
    /// The journal is replayed.
    Journal,
    /// Records are held against the journal, and the search index against the records.
    Records,
    /// A copy is compared with its source, table by table.
    Comparing,
}

/// How far a step has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub step: Step,
    pub done: u64,
    /// 0 where it is not known.
    pub of: u64,
}

impl Progress {
    /// In hundredths; `None` where it is not known.
    pub fn percent(self) -> Option<u64> {
        (self.of > 0).then(|| (self.done * 100 / self.of).min(100))
    }
}

/// Who is told. `false`: the work is to stop; what was begun is taken back.
pub type Watch<'a> = dyn FnMut(Progress) -> bool + 'a;

/// Tells how far it has got.
///
/// # Errors
/// `Stopped` if it is to go no further.
pub fn tell(watch: &mut Watch, step: Step, done: u64, of: u64) -> Result<(), Error> {
    if watch(Progress { step, done, of }) { Ok(()) } else { Err(Error::Stopped) }
}

impl Progress {
    /// How far it has got, in words.
    pub fn in_words(self, lang: Lang) -> Shown {
        let step = match self.step {
            Step::Copying => t::STEP_COPYING,
            Step::Pages => t::STEP_PAGES,
            Step::Journal => t::STEP_JOURNAL,
            Step::Records => t::STEP_RECORDS,
            Step::Comparing => t::STEP_COMPARING,
        };
        Shown::line(match self.percent() {
            Some(percent) => {
                fill(t::STEP_PERCENT, lang, &[("step", &step.get(lang)), ("share", &per_cent(percent, lang))])
            }
            None => fill(t::STEP_ALONE, lang, &[("step", &step.get(lang))]),
        })
    }
}

//! What is being written and not saved yet: a record, or a section of a report. It is kept in the store as a draft
//! (`keeping`), set aside when it is left, and offered again.

use super::form::Form;
use super::keeping::Keeping;
use super::manuscript::Manuscript;
use super::view::View;
use super::world::World;
use crate::domain::Shown;

/// What all of it can be asked.
pub trait Writing {
    /// What is typed as the store keeps it; empty where nothing is.
    fn content(&self) -> String;

    /// How far the store has got with it.
    fn keeping(&self) -> &Keeping;

    fn keeping_mut(&mut self) -> &mut Keeping;
}

impl Writing for Form {
    fn content(&self) -> String {
        Form::content(self)
    }

    fn keeping(&self) -> &Keeping {
        &self.keeping
    }

    fn keeping_mut(&mut self) -> &mut Keeping {
        &mut self.keeping
    }
}

impl Writing for Manuscript {
    fn content(&self) -> String {
        Manuscript::content(self)
    }

    fn keeping(&self) -> &Keeping {
        &self.keeping
    }

    fn keeping_mut(&mut self) -> &mut Keeping {
        &mut self.keeping
    }
}

/// Something unfinished by itself.
#[derive(Clone, Debug)]
pub enum Unfinished {
    Form(Box<Form>),
    Manuscript(Box<Manuscript>),
}

impl From<Form> for Unfinished {
    fn from(form: Form) -> Unfinished {
        Unfinished::Form(Box::new(form))
    }
}

impl From<Manuscript> for Unfinished {
    fn from(manuscript: Manuscript) -> Unfinished {
        Unfinished::Manuscript(Box::new(manuscript))
    }
}

impl Unfinished {
    /// What is unfinished in a view that is left, without what it was made for.
    pub fn of(view: View) -> Option<Unfinished> {
        match view {
            View::Form(form) => Some(form.alone().into()),
            View::LogLine(line) => Some(line.draft.alone().into()),
            View::Manuscript(manuscript) => Some(Unfinished::Manuscript(manuscript)),
            _ => None,
        }
    }

    /// The view that it is gone on with in.
    pub fn into_view(self, world: &World) -> View {
        match self {
            Unfinished::Form(form) => View::Form(form),
            Unfinished::Manuscript(manuscript) => View::Manuscript(Box::new(manuscript.laid_over(world))),
        }
    }

    /// What it is called, so that two of a kind can be told apart: whom it is about, when it was, how its text begins.
    pub fn title(&self, world: &World) -> Shown {
        match self {
            Unfinished::Form(form) => {
                let parts = [form.title(world), form.day_typed(), form.first_words()];
                let parts: Vec<Shown> = parts.into_iter().filter(|part| !part.as_str().is_empty()).collect();
                Shown::line(parts.iter().map(Shown::as_str).collect::<Vec<_>>().join(" · "))
            }
            Unfinished::Manuscript(manuscript) => manuscript.title(world),
        }
    }

    /// Whether both are about one person, or both name nobody.
    pub fn is_of_same_person(&self, other: &Unfinished) -> bool {
        match (self, other) {
            (Unfinished::Form(one), Unfinished::Form(other)) => one.person_ref() == other.person_ref(),
            _ => true,
        }
    }

    /// Whether another is about the same record, or also about a new one of the kind, or about the same section.
    pub fn is_same(&self, other: &Unfinished) -> bool {
        match (self, other) {
            (Unfinished::Form(one), Unfinished::Form(other)) => one.is_same(other),
            (Unfinished::Manuscript(one), Unfinished::Manuscript(other)) => one.subject == other.subject,
            _ => false,
        }
    }
}

impl Writing for Unfinished {
    fn content(&self) -> String {
        match self {
            Unfinished::Form(form) => form.content(),
            Unfinished::Manuscript(manuscript) => manuscript.content(),
        }
    }

    fn keeping(&self) -> &Keeping {
        match self {
            Unfinished::Form(form) => &form.keeping,
            Unfinished::Manuscript(manuscript) => &manuscript.keeping,
        }
    }

    fn keeping_mut(&mut self) -> &mut Keeping {
        match self {
            Unfinished::Form(form) => &mut form.keeping,
            Unfinished::Manuscript(manuscript) => &mut manuscript.keeping,
        }
    }
}

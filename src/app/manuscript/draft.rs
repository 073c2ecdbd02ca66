//! A manuscript as the store keeps it until it is saved: which section it is of, and what was typed in each field under
//! the field's name, so that it is laid over the section as it stands when it is gone on with.

use super::{Manuscript, Place, Subject};
use crate::app::exchange::read_period;
use crate::app::keeping::Keeping;
use crate::app::text_field::TextField;
use crate::app::world::World;
use crate::report::ReportKind;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Draft {
    report: String,
    section: String,
    /// As the command line takes it.
    period: String,
    texts: Vec<(Place, String)>,
}

/// What is typed in a manuscript; empty where nothing is.
pub fn content(manuscript: &Manuscript) -> String {
    let typed = manuscript.fields.iter().filter(|field| field.text.text() != field.start);
    let texts: Vec<_> = typed.map(|field| (field.place.clone(), field.text.text().to_owned())).collect();
    if texts.is_empty() {
        return String::new();
    }
    let Subject { kind, code } = &manuscript.subject;
    let (report, section) = (kind.code().to_owned(), code.clone());
    let draft = Draft { report, section, period: manuscript.period.to_string(), texts };
    serde_json::to_string(&draft).unwrap_or_default()
}

/// A manuscript from what the store had kept under a number; `None` if that is something else, or of another version.
pub fn restore(key: u64, content: &str, world: &World) -> Option<Manuscript> {
    let draft: Draft = serde_json::from_str(content).ok()?;
    let subject = Subject { kind: ReportKind::from_code(&draft.report)?, code: draft.section };
    let begun = Manuscript::new(subject, read_period(&draft.period, world.today())?, world);
    let texts = draft.texts.into_iter().map(|(place, text)| (place, TextField::new(text)));
    let mut manuscript = typed_over(begun, texts);
    manuscript.keeping = Keeping::restored(key, content.to_owned());
    Some(manuscript)
}

/// The manuscript laid over its section as that stands now.
pub fn laid_over(manuscript: Manuscript, world: &World) -> Manuscript {
    let Manuscript { subject, period, fields, keeping, .. } = manuscript;
    let typed = fields.into_iter().filter(|field| field.text.text() != field.start);
    let typed = typed.map(|field| (field.place, field.text));
    Manuscript { keeping, ..typed_over(Manuscript::new(subject, period, world), typed) }
}

/// With texts in the fields that they were typed in, and the cursor in the last of these.
fn typed_over(mut manuscript: Manuscript, texts: impl Iterator<Item = (Place, TextField)>) -> Manuscript {
    for (place, text) in texts {
        if let Some(at) = manuscript.fields.iter().position(|field| field.place == place) {
            manuscript.fields[at].text = text;
            manuscript.focus = at;
        }
    }
    manuscript
}

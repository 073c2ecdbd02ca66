//! docs/keys.md, made from the table of keys.

use super::{BINDINGS, Binding, Context, Group};
use crate::domain::Lang;
use crate::i18n::texts::help as t;

/// The page in one language, as Markdown.
pub fn page(lang: Lang) -> String {
    let mut page = format!("# {}\n\n{}\n", t::PAGE_TITLE.get(lang), t::PAGE_INTRODUCTION.get(lang));
    for group in Group::ALL {
        page += &format!(
            "\n## {}\n\n| {} | {} | {} | {} |\n|---|---|---|---|\n",
            group.label().get(lang),
            t::COLUMN_KEYS.get(lang),
            t::COLUMN_PLACE.get(lang),
            t::COLUMN_MEANING.get(lang),
            t::COLUMN_NAME.get(lang)
        );
        for binding in BINDINGS.iter().filter(|b| b.group == group) {
            page += &row(binding, lang);
        }
    }
    page + &format!("\n## {}\n\n{}\n\n{OWN}\n\n{}\n", t::OWN_TITLE.get(lang), t::OWN.get(lang), t::OWN_RULES.get(lang))
}

/// Keys of one's own in the settings file.
const OWN: &str = "```toml\n[keys]\nsort = \"o\"\nlock = [\"F9\", \"Ctrl-B\"]\n```";

fn row(binding: &Binding, lang: Lang) -> String {
    let keys = binding.keys.split(' ').map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
    let (action, place) = (binding.action, place(binding.context).get(lang));
    format!("| {keys} | {place} | {} | `{}` |\n", action.long().get(lang), action.code())
}

/// Where a context is, in words.
pub fn place(context: Context) -> crate::domain::Text {
    match context {
        Context::Everywhere => t::IN_EVERYWHERE,
        Context::Outside => t::IN_OUTSIDE,
        Context::Moving => t::IN_MOVING,
        Context::Opening => t::IN_MOVING,
        Context::Record => t::IN_RECORD,
        Context::Making => t::IN_MAKING,
        Context::List => t::IN_LIST,
        Context::Filtered => t::IN_FILTERED,
        Context::Dated => t::IN_DATED,
        Context::Saving => t::IN_SAVING,
        Context::SavedViews => t::IN_SAVED_VIEWS,
        Context::CrossTable => t::IN_CROSS_TABLE,
        Context::Trend => t::IN_TREND,
        Context::Compared => t::IN_COMPARED,
        Context::Charted => t::IN_CHARTED,
        Context::Goals => t::IN_GOALS,
        Context::Statistics => t::IN_STATISTICS,
        Context::Report => t::IN_REPORT,
        Context::Printing => t::IN_PRINTING,
        Context::Reports => t::IN_REPORTS,
        Context::Outline => t::IN_OUTLINE,
        Context::Prose => t::IN_PROSE,
        Context::Pair => t::IN_PAIR,
        Context::Finding => t::IN_FINDING,
        Context::Values => t::IN_VALUES,
        Context::Backups => t::IN_BACKUPS,
        Context::Form => t::IN_FORM,
        Context::Steps => t::IN_STEPS,
        Context::Choosing => t::IN_CHOOSING,
        Context::Options => t::IN_OPTIONS,
        Context::Lines => t::IN_LINES,
        Context::Note => t::IN_NOTE,
        Context::Editing => t::IN_EDITING,
        Context::Prompt => t::IN_PROMPT,
        Context::LogLine => t::IN_LOG_LINE,
        Context::LookUp => t::IN_LOOK_UP,
        Context::Palette => t::IN_PALETTE,
        Context::Dialog => t::IN_DIALOG,
        Context::Offer => t::IN_OFFER,
        Context::Checks => t::IN_CHECKS,
        Context::First => t::IN_FIRST,
        Context::HelpPage => t::IN_HELP,
        Context::Locked => t::IN_LOCKED,
    }
}

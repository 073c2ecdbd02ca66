//! Everything that can be asked of an open log, and what of the worker answers it. Orders change the log; a question
//! only reads it.

use super::fault::Fault;
use super::find::{self, has_terms};
use super::log::Log;
use super::look_up::{self, Extent};
use super::{
    changes, drafts, entries, figures, kept, line, listing, proposals, provisional, reports, safe, secrets, settings,
    today, views,
};
use crate::app::exchange::{Ask, LookedUp, Row, Told};
use crate::domain::{Change, Lang, Shown};
use crate::query::Filter;
use crate::store::{NewRecovery, Store, Watch};
use crate::transfer;
use chrono::NaiveDateTime;

/// Does an order, or answers a question. A new recovery code stands ready in `recovery` until it is put in force;
/// `watch` is told how far something long has got.
///
/// # Errors
/// Why it could not be done; an order has changed nothing then.
pub fn perform(
    log: &mut Log,
    ask: Ask,
    (now, lang): (NaiveDateTime, Lang),
    recovery: &mut Option<NewRecovery>,
    watch: &mut Watch,
) -> Result<Told, Fault> {
    Ok(match ask {
        Ask::Keys(order) => secrets::change(log, order, recovery)?,
        Ask::Save(change, key) => {
            let save = |store: &mut Store| store.save(provisional::settled(change, store), &key.to_string(), now);
            applied(log.apply(|store| save(store).map(Some))?)
        }
        Ask::Apply(change) => {
            applied(log.apply(|store| store.apply(provisional::settled(change, store), now).map(Some))?)
        }
        Ask::SwitchCheck(about) => set(log, settings::switch(log.store.project(), about), now)?,
        Ask::SetLimit(about, span) => set(log, settings::set_limit(log.store.project(), about, span), now)?,
        Ask::EditViews(edit) => set(log, views::edit(log, &edit), now)?,
        Ask::Undo => changes::undo(log, false, now)?,
        Ask::UndoImport => changes::undo(log, true, now)?,
        Ask::Redo => changes::redo(log, now)?,
        Ask::Erase(own) => safe::erase(log, &own, now)?,
        Ask::Reveal(own) => match log.store.note_reveal(&own, now)? {
            true => Told::Revealed(own),
            false => return Err(Fault::Gone),
        },
        Ask::KeepDraft(key, content) => kept_draft(log.store.save_draft(&key.to_string(), &content, now))?,
        Ask::KeepPlace(content) => kept_draft(log.store.save_draft(drafts::PLACE, &content, now))?,
        Ask::DropDraft(key) => kept_draft(log.store.drop_draft(&key.to_string()))?,
        Ask::BackUp { only_if_due } => safe::back_up(log, only_if_due, now, watch)?,
        Ask::Print { paper, format, printer } => reports::print(log, paper, format, &printer, now, lang)?,
        Ask::WritePaper { paper, format, path, replace } => {
            reports::write(log, paper, format, (&path, replace), now, lang)?
        }
        Ask::WriteSheet { path, sheet, replace } => {
            super::file::write(&path, transfer::csv_text(&sheet.into_rows()).as_bytes(), replace, lang)?;
            Told::Written(path)
        }
        // It was done already, or never begun.
        Ask::Stop => Told::Kept,
        question => answer(log, question, (now, lang))?,
    })
}

fn answer(log: &Log, question: Ask, (now, lang): (NaiveDateTime, Lang)) -> Result<Told, Fault> {
    Ok(match question {
        Ask::Today => Told::Today(today::today(log)?),
        Ask::List(asked, wanted) => Told::List(listing::list(log, &asked, wanted.as_ref(), lang)?),
        Ask::Entries(kind, rows) | Ask::Ahead(kind, rows) => Told::Entries(entries::at(log, kind, &rows)?),
        Ask::Detail(kind, Row(row)) => {
            let own = log.facts.rows(kind).own(row as usize);
            Told::Detail(entries::detail(log, kind, &own)?.map(Box::new))
        }
        Ask::Page(kind, own) => Told::Page(Box::new(entries::page(log, kind, &own)?.ok_or(Fault::Gone)?)),
        Ask::Alike(own) => Told::Alike(Box::new(entries::alike(log, &own)?.ok_or(Fault::Gone)?)),
        Ask::Likely(record) => Told::Likely(entries::likely(log, &record)?),
        Ask::Names { kind, typed, person } => {
            let (found, near) = entries::named_or_near(log, kind, &typed, person.as_ref())?;
            Told::Names { found, near }
        }
        Ask::LookUp(readings) => Told::LookedUp(looked_up(log, &readings, lang)?),
        Ask::Reading(measure, text) => {
            let filter = Filter::parse(&text, measure, &log.facts)?;
            let words = Shown::line(filter.in_words(measure, &log.facts, lang));
            Told::Reading(filter, words)
        }
        Ask::ReadLine(text) => Told::Line(Box::new(line::read(log, &text, now, lang)?)),
        Ask::ReadView(saved) => Told::View(Box::new(views::read(log, *saved, lang)?)),
        Ask::Found(kind, own) => Told::Found(today::found_by(log, kind, &own)?),
        Ask::Propose(kind, own) => Told::Proposed(proposals::propose(log, kind, &own, lang)?),
        Ask::Table(asked) | Ask::TableAhead(asked) => Told::Table(Box::new(figures::table(log, &asked, lang)?)),
        Ask::Sheet(asked) => Told::Sheet(Box::new(figures::sheet(log, &asked, lang)?)),
        Ask::Explain(lead) => Told::Explained(figures::explain(log, &lead, lang)?),
        Ask::TryIndicator(one, period) => Told::Tried(Box::new(figures::try_out(log, &one, &period, lang)?)),
        Ask::Report(report) => reports::shown(log, &report)?,
        Ask::Printers => reports::printers(lang)?,
        Ask::Prints => kept::listed(log, lang)?,
        Ask::KeptPrint(seq) => kept::kept(log, seq, lang)?,
        Ask::Signing(period, lang) => kept::signing(log, period, lang)?,
        Ask::Prose(text, period, lang) => kept::prose(log, &text, period, lang)?,
        Ask::Figures(period, lang) => kept::offers(log, period, lang)?,
        Ask::Changes(about, limit) => Told::Changes(Box::new(changes::changes(log, about.as_ref(), limit)?)),
        Ask::Backups => safe::backups(log)?,
        Ask::Erasure(own) => safe::erasure(log, own, lang)?,
        // Orders are done above, and around the log.
        _ => Told::Kept,
    })
}

fn set(log: &mut Log, change: Change, now: NaiveDateTime) -> Result<Told, Fault> {
    Ok(applied(log.apply(|store| store.apply(change, now).map(Some))?))
}

fn applied(change: Option<Change>) -> Told {
    change.map_or(Told::Undone(None), Told::Applied)
}

fn kept_draft(kept: Result<(), crate::store::Error>) -> Result<Told, Fault> {
    Ok(kept.map(|()| Told::Kept)?)
}

/// What has all the words as typed, or as the terms of a filter; with the names near to it where there is nothing.
fn looked_up(log: &Log, readings: &[String], lang: Lang) -> Result<LookedUp, Fault> {
    if let Some(typed) = readings.first().filter(|typed| has_terms(typed)) {
        return Ok(find::find(log, typed, Extent::Box, lang)?);
    }
    let mut looked_up = look_up::look_up(&log.store, readings, Extent::Box)?;
    if let Some(typed) = readings.first().filter(|_| looked_up.found.is_empty()) {
        looked_up.near = look_up::near(&log.store, &log.facts, typed)?;
    }
    Ok(looked_up)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::exchange::{RefusalKind, ReportQuestion};
    use crate::domain::field::organisation;
    use crate::domain::{Action, Edit, Kind, Record, Value, date::parse_date};
    use crate::facts::Facts;
    use crate::query::Period;
    use crate::report::ReportKind;
    use std::sync::Arc;

    #[test]
    fn what_is_interrupted_is_known_to_be_and_can_be_asked_again() {
        let now = parse_date("2010-06-01").unwrap().and_hms_opt(12, 0, 0).unwrap();
        let mut store = Store::in_memory().unwrap();
        let party = |number: u32| {
            let after =
                Record::new(Kind::Organisation).with(organisation::NAME, Value::Text(format!("Party {number}")));
            Edit::Record { before: None, after: Some(after) }
        };
        store.apply(Change { action: Action::Import, edits: (0..3_000).map(party).collect() }, now).unwrap();
        let facts = Facts::new(store.lists(), store.project(), now.date());
        store.stop_when(Arc::new(|| true)).unwrap();
        let mut log = Log::new(store, facts, now.date());
        let report = ReportQuestion { kind: ReportKind::Funder, period: Period::ALL, lang: Lang::En, public: false };
        let questions = [
            Ask::Report(report),
            Ask::Signing(Period::ALL, Lang::En),
            Ask::Prose("{persons}".to_owned(), Period::ALL, Lang::En),
        ];
        for question in questions {
            let told = perform(&mut log, question.clone(), (now, Lang::En), &mut None, &mut |_| true);
            let refusal = told.unwrap_err().refusal(Some(&log), Lang::En);
            assert_eq!(refusal.kind, RefusalKind::Stopped, "{question:?}");
        }
    }
}

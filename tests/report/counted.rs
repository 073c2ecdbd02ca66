//! How a number is counted is said in print as it is said on the screen.

use crate::harness::Log;
use caselog::domain::Lang;
use caselog::i18n::texts::counted as t;
use caselog::query::{Filter, Measure, Period, Question, Words};
use caselog::report::{Block, Document, Note, ReportKind, counted};
use caselog::stats::sheet::Lead;

fn notes(document: &Document) -> Vec<Note> {
    let of = |block: &Block| match block {
        Block::Notes(notes) => notes.clone(),
        _ => Vec::new(),
    };
    document.blocks.iter().flat_map(of).collect()
}

#[test]
fn the_answer_to_a_question_mark_and_the_note_in_print_are_the_same_words() {
    let log = Log::sample();
    let facts = log.facts();
    let rules = [t::AGE, t::NEW, t::OFFERED, t::ROLE_OF_REFERRAL, t::LISTS, t::PEOPLE]
        .map(|rule| [Lang::Sv, Lang::En].map(|lang| rule.get(lang)));
    let mut compared = 0;
    for (lang, kind) in [Lang::Sv, Lang::En].into_iter().flat_map(|lang| ReportKind::ALL.map(|kind| (lang, kind))) {
        let document = log.made(kind, &log.wanted(lang));
        let notes = notes(&document);
        let printed: String = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(prose) => Some(prose.plain()),
                _ => None,
            })
            .collect();
        for figure in &document.figures {
            let measure = Measure::from_code(&figure.measure).unwrap();
            let filter = Filter::parse(&figure.filter, measure, &facts).unwrap();
            let period = Period::parse(&figure.period, log.today).unwrap();
            let question = Question::count(measure, period, filter);
            let said = counted(&facts, &Lead::count(question), &Words::default(), lang);
            assert!(said.last().unwrap().ends_with(figure.command.as_str()), "{said:?}: {}", figure.command);
            let note = notes.iter().find(|note| Some(note.mark) == figure.note).unwrap();
            if note.command.as_str().starts_with("goals") {
                // The summary says of its goals where their measures and filters are shown.
                continue;
            }
            // A row of a table shares the note of its table, and is a term more.
            if figure.command.as_str() == format!("caselog {} --period {}", note.command, figure.period) {
                let is_all = ["alla", "all"].contains(&note.text.as_str());
                assert!(is_all || said[0].contains(note.text.as_str()), "{said:?}: {}", note.text);
                compared += 1;
            }
            for rule in said.iter().filter(|line| rules.iter().flatten().any(|rule| rule == line)) {
                assert!(printed.contains(rule.as_str()), "{rule} is not in print: {figure:?}");
            }
        }
    }
    assert!(compared > 150, "{compared}");
}

#[test]
fn a_summary_is_one_to_three_pages() {
    let log = Log::sample();
    for (lang, period) in [Lang::Sv, Lang::En]
        .into_iter()
        .flat_map(|lang| ["2009..2010", "2010", "2009-Q2", "2010-03"].map(|p| (lang, p)))
    {
        let wanted = caselog::report::Wanted { period: Period::parse(period, log.today).unwrap(), ..log.wanted(lang) };
        let pages = caselog::report::pages(&log.made(ReportKind::Summary, &wanted)).len();
        assert!((1..=3).contains(&pages), "{period}: {pages}");
    }
}

//! The funder's report: everything the form asks for, in its order, with the figures of the log.

use crate::harness::{Log, at, expected, printed, read};
use caselog::domain::field::contact;
use caselog::domain::project::Indicator;
use caselog::domain::{Change, Kind, Lang, Money, OutlineSection, Record, Ref, Value as Given};
use caselog::query::Period;
use caselog::report::{Block, Chart, Document, ReportKind, Row};

/// The headings of the sections, in their order.
fn sections(document: &Document) -> Vec<String> {
    let level_one = |block: &Block| match block {
        Block::Heading(heading) if heading.level == 1 => Some(heading.words()),
        _ => None,
    };
    document.blocks.iter().filter_map(level_one).collect()
}

/// The rows of all tables as texts.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let of = |block: &Block| match block {
        Block::Table(table) => table.rows.clone(),
        _ => Vec::new(),
    };
    let texts = |row: &Row| row.cells().iter().map(|cell| cell.text.as_str().replace('\u{a0}', " ")).collect();
    document.blocks.iter().flat_map(of).map(|row| texts(&row)).collect()
}

#[test]
fn the_sections_stand_in_the_order_of_the_form() {
    let swedish = sections(&Log::sample().funder(Lang::Sv));
    let expected = [
        "1 Måluppfyllelse",
        "2 Genomförda aktiviteter",
        "3 Tidplan",
        "4 Samverkan",
        "5 Budget",
        "6 Erfarenheter",
        "7 Fortsättning",
        "Underskrifter",
        "Uppgifter som saknas",
        "Så är siffrorna räknade",
    ];
    assert_eq!(swedish, expected);
    let english = sections(&Log::sample().funder(Lang::En));
    assert_eq!(english[..3], ["1 Goal fulfilment", "2 Activities carried out", "3 Timetable"]);
    assert_eq!(english.len(), swedish.len());
}

#[test]
fn every_figure_of_the_final_report_stands_in_it() {
    let log = Log::sample();
    for lang in [Lang::Sv, Lang::En] {
        let document = log.funder(lang);
        let rows = rows(&document);
        for indicator in expected()["indicators"].as_array().unwrap() {
            let label = indicator["label"].as_str().unwrap();
            let value = indicator["value"].to_string();
            let of = indicator["of"].as_u64().map(|of| of.to_string());
            let holds = |row: &&Vec<String>| {
                row[0] == label && row[1..3].contains(&value) && of.as_ref().is_none_or(|of| row.get(3) == Some(of))
            };
            assert!(rows.iter().any(|row| holds(&row)), "{label}: {value} of {of:?} is not in the report");
        }
        let totals = &expected()["totals"];
        let figure = |measure: &str, filter: &str| {
            let is = |figure: &&caselog::report::Figure| figure.measure == measure && figure.filter == filter;
            document.figures.iter().find(is).and_then(|figure| figure.value)
        };
        for measure in ["contacts", "attempts", "meetings", "persons", "referrals", "referred_persons", "activities"] {
            assert_eq!(figure(measure, ""), totals[measure].as_u64(), "{measure}");
        }
        assert_eq!(figure("contacts", "person:unknown"), totals["without_person"].as_u64());
    }
}

#[test]
fn the_budget_adds_up_and_is_remarked_on() {
    let swedish = read(&Log::sample().funder(Lang::Sv));
    for said in [
        "1 006 698 kr",
        "20 609 kr",
        "300 kr",
        "Summa kostnader 1 027 607 kr",
        "Beviljade medel, Länsstyrelsen 1 289 000 kr",
        "Rekvirerade medel, Länsstyrelsen 1 189 000 kr",
        "161 393 kr är rekvirerade och inte förbrukade.",
        "100 000 kr är beviljade och inte rekvirerade.",
    ] {
        assert!(swedish.contains(said), "{said}");
    }
    let english = read(&Log::sample().funder(Lang::En));
    for said in ["SEK 1,027,607", "SEK 161,393 were requisitioned and not spent.", "SEK 100,000 were granted"] {
        assert!(english.contains(said), "{said}");
    }
}

#[test]
fn what_accrues_after_the_end_is_said_apart() {
    let mut log = Log::sample();
    log.set(|project| project.accrued_after_end = Money::parse("61393.50"));
    let said = read(&log.funder(Lang::Sv));
    assert!(
        said.contains("Därav går 61 393,50 kr till kostnader som betalas efter slutet; 99 999,50 kr är att betala")
    );
}

#[test]
fn the_report_in_both_languages() {
    for (name, lang) in [("swedish", Lang::Sv), ("english", Lang::En)] {
        insta::assert_snapshot!(name, printed(&Log::sample().funder(lang)));
    }
}

#[test]
fn an_empty_log_gives_a_whole_report() {
    let document = Log::empty().funder(Lang::Sv);
    assert_eq!(sections(&document).len(), 10);
    let said = read(&document);
    for words in ["Projektet har inga mål.", "Inga aktiviteter i perioden.", "Ingen budget är införd."] {
        assert!(said.contains(words), "{words}");
    }
}

#[test]
fn the_outline_orders_leaves_out_and_adds() {
    let mut log = Log::sample();
    log.set(|project| {
        let indicator = Indicator {
            label: "Möten på gatan".into(),
            measure: "contacts".into(),
            filter: "channel:outreach".into(),
            ..Indicator::default()
        };
        project.outlines.funder = vec![
            OutlineSection { heading: "Pengar".into(), ..OutlineSection::of("budget") },
            OutlineSection { left_out: true, ..OutlineSection::of("timetable") },
            OutlineSection {
                heading: "Jämställdhet".into(),
                question: "Hur har insatsen bidragit?".into(),
                figures: vec![indicator],
                ..OutlineSection::of("equality")
            },
        ];
        project.sections.insert("equality".into(), "Den nådde {persons sex:woman} kvinnor.".into());
    });
    let document = log.funder(Lang::Sv);
    assert_eq!(
        sections(&document)[..4],
        ["1 Pengar", "2 Jämställdhet", "3 Måluppfyllelse", "4 Genomförda aktiviteter"]
    );
    let said = read(&document);
    assert!(
        !said.contains("Tidplan") && said.contains("Hur har insatsen bidragit?") && said.contains("Möten på gatan")
    );
    let women = document.figures.iter().find(|figure| figure.filter == "sex:woman").unwrap().value.unwrap();
    assert!(women > 0 && said.contains(&format!("Den nådde {women}")));
}

#[test]
fn a_figure_in_prose_stays_true_and_a_number_typed_by_hand_is_marked() {
    let mut log = Log::sample();
    log.set(|project| {
        let text = "Vi mötte {persons role:victim_relative} anhöriga och 197 personer; {spent} gick åt, inte 5 kr. \
            Det blev 63 aktiviteter och {=12} resor. {persons rol:victim}";
        project.sections.insert("continuation".into(), text.into());
    });
    let said = read(&log.funder(Lang::Sv));
    assert!(said.contains("Vi mötte 13 ["), "{said}");
    let doubts = "197 [loggen: 196] personer; 1 027 607 kr gick åt, inte 5 [ingen av budgetens summor] kr.";
    assert!(said.contains(doubts), "{said}");
    assert!(said.contains("Det blev 63 aktiviteter och 12 resor. {persons rol:victim} [okänd nyckel"));

    let mut relative = Record::new(Kind::Contact);
    relative = relative
        .with(contact::AT, Given::Moment(caselog::domain::Moment { date: at("2010-05-05").date(), time: None }));
    relative = relative.with(contact::ROLE, Given::Code("victim_relative".into()));
    let person = log.store.apply(Change::add(Record::new(Kind::Person)), at("2011-01-17")).unwrap();
    let own: Ref = person.edits[0].record().unwrap().1.clone();
    relative = relative.with(contact::PERSON, Given::Link(own));
    log.store.apply(Change::add(relative), at("2011-01-17")).unwrap();
    assert!(read(&log.funder(Lang::Sv)).contains("Vi mötte 14 ["));
}

#[test]
fn what_was_entered_after_the_period_is_counted() {
    let mut log = Log::sample();
    let late = Record::new(Kind::Contact)
        .with(contact::AT, Given::Moment(caselog::domain::Moment { date: at("2010-05-05").date(), time: None }));
    log.store.apply(Change::add(late), at("2011-01-17")).unwrap();
    let said = read(&log.funder(Lang::Sv));
    assert!(said.contains("Införda efter periodens slut: 1 kontakt."), "{said}");
    assert!(said.contains("är känd: 405 kontakter"));
}

#[test]
fn the_copy_for_the_public_has_no_names_and_no_small_counts() {
    let mut log = Log::sample();
    let mut alias = String::new();
    log.store.for_each(Kind::Person, |person| alias = person.values[1].text().to_owned()).unwrap();
    log.set(|project| {
        project.sections.insert(
            "continuation".into(),
            format!(
                "Så gick det för {alias}, som vi minns, {}s mor kom. {{persons person:{}x}}",
                alias.to_lowercase(),
                alias
            ),
        );
    });
    let funders = log.funder(Lang::Sv);
    assert!(read(&funders).contains(&alias));
    let wanted = caselog::report::Wanted { suppress: caselog::stats::suppress::Limit::new(5), ..log.wanted(Lang::Sv) };
    let public = log.made(ReportKind::Funder, &wanted);
    let said = read(&public);
    assert!(said.contains("Så gick det för [namn borttaget], som vi minns, [namn borttaget]s mor kom."), "{said}");
    log.store
        .for_each(Kind::Person, |person| {
            let alias = person.values[1].text();
            assert!(alias.chars().count() < 2 || !caselog::domain::NameFinder::new([alias]).is_in(&said), "{alias}");
        })
        .unwrap();
    assert!(public.figures.iter().all(|figure| figure.value.is_none_or(|value| value == 0 || value >= 5)));
    assert!(public.figures.iter().any(|figure| figure.value.is_none()));
}

#[test]
fn what_was_entered_late_is_hidden_with_what_would_tell_it() {
    let mut log = Log::sample();
    let day = caselog::domain::Moment { date: at("2010-05-05").date(), time: None };
    let late = Record::new(Kind::Contact).with(contact::AT, Given::Moment(day));
    log.store.apply(Change::add(late), at("2011-01-17")).unwrap();
    let wanted = caselog::report::Wanted { suppress: caselog::stats::suppress::Limit::new(5), ..log.wanted(Lang::Sv) };
    let said = read(&log.made(ReportKind::Funder, &wanted));
    assert!(said.contains("Införda efter periodens slut: .. kontakter."), "{said}");
    // All contacts less those read from files would be the one typed in: where all are shown, those are not.
    let all_shown = ["Kontakter", "Kontaktförsök"].iter().all(|label| {
        let at = said.find(&format!(" {label} [")).or_else(|| said.find(&format!(" {label} "))).unwrap();
        !said[at..].chars().take(30).collect::<String>().contains("..")
    });
    assert!(!all_shown || said.contains("är känd: .. kontakter"), "{said}");
}

#[test]
fn a_chart_with_a_hidden_bar_does_not_say_which_is_the_longest() {
    let log = Log::sample();
    let period = Period::parse("2010-03", log.wanted(Lang::En).made).unwrap();
    let [whole, public] = [None, caselog::stats::suppress::Limit::new(5)].map(|suppress| {
        let wanted = caselog::report::Wanted { suppress, period, ..log.wanted(Lang::En) };
        let charts = log.made(ReportKind::Summary, &wanted).blocks.into_iter().filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        });
        charts.collect::<Vec<_>>()
    });
    let hidden = |chart: &Chart| chart.bars.iter().any(|bar| bar.figure.text.as_str() == "..");
    assert!(public.iter().any(hidden) && !whole.iter().any(hidden));
    for chart in whole.iter().chain(&public) {
        assert_eq!(chart.replacement.as_str().contains("most"), !hidden(chart), "{}", chart.replacement);
    }
}

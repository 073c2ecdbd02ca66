//! The budget in print: costs by kind, funds, what is left, and the remarks.

use super::document::{Align, Block, Cell, Column, Heading, Remark, Row, Table};
use super::writer::Writer;
use crate::domain::{Budget, Lang, Project, Shown, Text};
use crate::i18n::{capital, fill, money, texts::funder as t};

/// What a kind of cost is called.
pub fn cost_label(kind: &str, lang: Lang) -> String {
    let text = match kind {
        "staff" => t::COST_STAFF,
        "operations" => t::COST_OPERATIONS,
        "premises" => t::COST_PREMISES,
        "administration" => t::COST_ADMINISTRATION,
        "evaluation" => t::COST_EVALUATION,
        "other" | "" => t::COST_OTHER,
        own => return capital(own),
    };
    text.get(lang).to_owned()
}

/// What a kind of funding is called.
pub fn fund_label(kind: &str, lang: Lang) -> String {
    let text = match kind {
        "granted" => t::FUND_GRANTED,
        "requisitioned" => t::FUND_REQUISITIONED,
        "other" | "" => t::FUND_OTHER,
        own => return capital(own),
    };
    text.get(lang).to_owned()
}

/// Costs, funds and remarks, and her comment.
pub fn blocks(writer: &mut Writer, project: &Project) -> Vec<Block> {
    let lang = writer.lang;
    let budget = Budget::of(project);
    if budget.is_empty() {
        let mut blocks = vec![Block::Paragraph(t::NO_BUDGET.get(lang).into())];
        blocks.extend(writer.prose_block(&project.budget_comment));
        return blocks;
    }
    let amount = |amount| Cell::new(money(amount, lang));
    let column = |head: Text, align| Column { head: Cell::new(head.get(lang)), align };

    let mut rows: Vec<Row> = Vec::new();
    for cost in &project.costs {
        // A kind that nothing was spent on is said: zero is an answer.
        let said = cost.amount.unwrap_or_default();
        let description = writer.plain(&cost.description);
        rows.push(Row::Cells(vec![Cell::new(cost_label(&cost.category, lang)), Cell::new(description), amount(said)]));
    }
    rows.push(Row::Total(vec![Cell::new(t::COST_TOTAL.get(lang)), Cell::default(), amount(budget.spent)]));
    let columns =
        vec![column(t::COST_KIND, Align::Left), column(t::COST_FOR, Align::Left), column(t::AMOUNT, Align::Decimal)];
    let costs = Table { caption: None, columns, rows };

    let mut rows: Vec<Row> = Vec::new();
    let line = |label: &str, sum| Row::Cells(vec![Cell::new(label), amount(sum)]);
    for funding in project.funding.iter().filter(|funding| funding.amount.is_some()) {
        let kind = fund_label(&funding.kind, lang);
        let source = writer.plain(&funding.source);
        let label = match source.is_empty() {
            true => kind,
            false => fill(t::FUND_FROM, lang, &[("kind", &kind), ("source", &source)]),
        };
        rows.push(line(&label, funding.amount.unwrap_or_default()));
    }
    rows.push(line(t::SPENT.get(lang), budget.spent));
    rows.push(line(t::LEFT_TO_REQUISITION.get(lang), budget.left_to_requisition()));
    rows.push(line(t::NOT_SPENT.get(lang), budget.not_spent()));
    if !budget.accrued.is_zero() {
        rows.push(line(t::ACCRUED.get(lang), budget.accrued));
    }
    rows.push(line(t::TO_PAY_BACK.get(lang), budget.to_pay_back()));
    let columns = vec![column(t::FUNDS, Align::Left), column(t::AMOUNT, Align::Decimal)];
    let funds = Table { caption: None, columns, rows };

    let mut blocks = vec![
        Block::Heading(Heading::new(2, t::COSTS.get(lang))),
        Block::Table(costs),
        Block::Heading(Heading::new(2, t::FUNDS.get(lang))),
        Block::Table(funds),
    ];
    let remarks = remarks(&budget, lang);
    if !remarks.is_empty() {
        let text = remarks.join(" ").into();
        blocks.push(Block::Remark(Remark { label: Shown::line(t::TO_NOTE.get(lang)), text }));
    }
    blocks.extend(writer.prose_block(&project.budget_comment));
    blocks
}

/// What a reader of the budget should not miss, in words.
pub fn remarks(budget: &Budget, lang: Lang) -> Vec<String> {
    let mut remarks = Vec::new();
    let mut say = |text: Text, amount: crate::domain::Money| {
        remarks.push(fill(text, lang, &[("amount", &money(amount.abs(), lang))]));
    };
    let (not_spent, left) = (budget.not_spent(), budget.left_to_requisition());
    match not_spent {
        sum if sum.is_negative() => say(t::REMARK_OVERSPENT, sum),
        sum if !sum.is_zero() => say(t::REMARK_NOT_SPENT, sum),
        _ => {}
    }
    match left {
        sum if sum.is_negative() => say(t::REMARK_OVERREQUISITIONED, sum),
        sum if !sum.is_zero() => say(t::REMARK_NOT_REQUISITIONED, sum),
        _ => {}
    }
    if !budget.accrued.is_zero() && !not_spent.is_negative() {
        let parts: [(&str, &dyn std::fmt::Display); 2] =
            [("amount", &money(budget.accrued, lang)), ("left", &money(budget.to_pay_back(), lang))];
        remarks.insert(1.min(remarks.len()), fill(t::REMARK_ACCRUED, lang, &parts));
    }
    remarks
}

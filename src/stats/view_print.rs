//! Funnel, timeliness and balance as they are shown with small counts hidden: what a reader knows of how their numbers
//! hang together (contract section 5). A hidden number is `None`. Pure.

use super::balance::{BalanceLine, Flow};
use super::funnel::{Funnel, Left, Step};
use super::suppress::{Hidden, Id, Limit, Numbers, Worth};
use super::timeliness::{Span, Timed};

/// A funnel with hidden numbers, laid out as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownFunnel {
    /// Of each step the referrals and the people.
    pub steps: Vec<(Option<u64>, Option<u64>)>,
    pub left: Vec<Option<u64>>,
}

impl ShownFunnel {
    pub fn of(funnel: &Funnel, limit: Limit) -> ShownFunnel {
        let mut numbers = Numbers::default();
        let worth = |step: Step| if step == Step::Offered { Worth::Figure } else { Worth::Total };
        let steps: Vec<(Id, Id)> = funnel
            .steps
            .iter()
            .map(|step| (numbers.add(step.n, worth(step.step)), numbers.add(step.persons, worth(step.step))))
            .collect();
        let left: Vec<Id> = funnel.left.iter().map(|(_, n)| numbers.add(*n, Worth::Cell)).collect();
        relate(funnel, &steps, &left, &mut numbers);
        let hidden = numbers.suppress(limit);
        let shown_steps = funnel.steps.iter().zip(steps);
        let shown_steps = shown_steps
            .map(|(step, (n, persons))| (shown(&hidden, n, step.n), shown(&hidden, persons, step.persons)))
            .collect();
        let left = funnel.left.iter().zip(left).map(|((_, n), id)| shown(&hidden, id, *n)).collect();
        ShownFunnel { steps: shown_steps, left }
    }

    /// Whether anything is hidden.
    pub fn hides(&self) -> bool {
        self.steps.iter().any(|(n, persons)| n.is_none() || persons.is_none()) || self.left.contains(&None)
    }
}

/// A step is within the one before. Who started and who did not are everybody; who waits has accepted and not started,
/// who has not answered has not accepted.
fn relate(funnel: &Funnel, steps: &[(Id, Id)], left: &[Id], numbers: &mut Numbers) {
    let step = |wanted: Step| funnel.steps.iter().zip(steps).find(|(step, _)| step.step == wanted).map(|(_, id)| id.0);
    let left_at = |wanted: Left| funnel.left.iter().zip(left).find(|((left, _), _)| *left == wanted).map(|(_, id)| *id);
    if let (Some(offered), Some(started)) = (step(Step::Offered), step(Step::Started)) {
        let parts: Vec<Id> = std::iter::once(started).chain(left.iter().copied()).collect();
        numbers.whole(offered, &parts);
        let accepted = step(Step::Accepted).unwrap_or(offered);
        left_at(Left::Waiting).into_iter().for_each(|waiting| numbers.not_more(&[started, waiting], &[accepted]));
        left_at(Left::NoAnswerYet).into_iter().for_each(|open| numbers.not_more(&[accepted, open], &[offered]));
    }
    for &(n, persons) in steps {
        numbers.within(persons, n);
    }
    for pair in steps.windows(2) {
        let &[(n, persons), (next, next_persons)] = pair else { continue };
        numbers.within(next, n);
        numbers.within(next_persons, persons);
        // Whoever did not come to the next step has a referral that did not either.
        numbers.not_more(&[persons, next], &[n, next_persons]);
    }
}

/// A span with hidden numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownTimed {
    pub n: Option<u64>,
    pub waiting: Option<u64>,
    /// Median and ninth decile are shown where their number of cases is: a half day alone would say that it is even.
    pub shows_days: bool,
}

impl ShownTimed {
    pub fn of(spans: &[Timed], limit: Limit) -> Vec<ShownTimed> {
        let mut numbers = Numbers::default();
        let mut add = |n: u64| numbers.add(n, Worth::Cell);
        let ids: Vec<(Id, Id)> = spans.iter().map(|timed| (add(timed.n), add(timed.waiting))).collect();
        let of = |wanted: Span| spans.iter().zip(&ids).find(|(timed, _)| timed.span == wanted).map(|(_, ids)| *ids);
        if let (Some((sent, _)), Some((confirmed, waiting))) = (of(Span::DateToSent), of(Span::SentToConfirmed)) {
            // Both have been sent, and every referral has its date.
            numbers.not_more(&[confirmed, waiting], &[sent]);
        }
        let hidden = numbers.suppress(limit);
        let one = |(timed, (n, waiting)): (&Timed, (Id, Id))| {
            let (n, waiting) = (shown(&hidden, n, timed.n), shown(&hidden, waiting, timed.waiting));
            ShownTimed { n, waiting, shows_days: n.is_some() }
        };
        spans.iter().zip(ids).map(one).collect()
    }

    /// Whether anything is hidden.
    pub fn hides(&self) -> bool {
        self.n.is_none() || self.waiting.is_none()
    }
}

/// The lines of a balance with hidden numbers, each in the order of `Flow::ALL`: open at the start + new = closed + open
/// at the end.
pub fn shown_balance(lines: &[BalanceLine], limit: Limit) -> Vec<[Option<u64>; 4]> {
    let mut numbers = Numbers::default();
    let ids: Vec<[Id; 4]> = lines.iter().map(|line| line.counts.map(|n| numbers.add(n, Worth::Cell))).collect();
    for ids in &ids {
        let of = |flow: Flow| ids[flow as usize];
        numbers.equal(&[of(Flow::OpenAtStart), of(Flow::New)], &[of(Flow::Closed), of(Flow::OpenAtEnd)]);
    }
    let hidden = numbers.suppress(limit);
    let one = |(line, ids): (&BalanceLine, [Id; 4])| {
        Flow::ALL.map(|flow| shown(&hidden, ids[flow as usize], line.count(flow)))
    };
    lines.iter().zip(ids).map(one).collect()
}

fn shown(hidden: &Hidden, id: Id, value: u64) -> Option<u64> {
    (!hidden.is_hidden(id)).then_some(value)
}

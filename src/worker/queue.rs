//! What the worker is asked, in the order in which it is done: orders first, then questions, then what only goes along
//! with what is seen. That, and what answers the typing, waits until the screen has come to rest. A newer question takes
//! the place of an older one that it makes needless, and interrupts one under way.

use crate::app::exchange::{Ask, Ticket};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::time::Duration;

/// What only goes along with what is seen, or answers what is still being typed, is worked out when nothing has been
/// asked for so long: the frame of the key is on its way to the terminal then, which a worker that wakes at the same
/// moment would hold up by its slice of the processor, and what a held key runs past is not worked out at all.
const REST: Duration = Duration::from_millis(5);

/// The side of the screen: what it asks goes in here.
pub struct Questions {
    sender: Sender<(Ticket, Ask)>,
    waits: Arc<Waits>,
}

/// The side of the worker.
pub struct Queue {
    receiver: Receiver<(Ticket, Ask)>,
    waiting: VecDeque<(Ticket, Ask)>,
    waits: Arc<Waits>,
    /// The question that was interrupted, which is not interrupted again.
    interrupted: Option<Ticket>,
}

/// Whether something newer waits while a question is being answered.
#[derive(Default)]
pub struct Waits {
    /// How much has been asked and not been heard of by the worker.
    unheard: AtomicUsize,
    /// What is being done may be interrupted.
    may_stop: AtomicBool,
}

/// What is to be done.
pub enum Next {
    Ask(Ticket, Ask),
    /// Nothing that could be done now: there is time for reading the log.
    Nothing,
    /// Nobody will ask any more.
    End,
}

/// Both sides.
pub fn queue() -> (Questions, Queue) {
    let (sender, receiver) = channel();
    let waits = Arc::new(Waits::default());
    let questions = Questions { sender, waits: Arc::clone(&waits) };
    (questions, Queue { receiver, waiting: VecDeque::new(), waits, interrupted: None })
}

impl Questions {
    /// Asks. A worker that is gone does not hear it.
    pub fn send(&self, ticket: Ticket, ask: Ask) {
        self.waits.unheard.fetch_add(1, Ordering::Relaxed);
        let _ = self.sender.send((ticket, ask));
    }
}

impl Waits {
    /// Whether what is being read now is to be stopped.
    pub fn stops(&self) -> bool {
        self.may_stop.load(Ordering::Relaxed) && self.unheard.load(Ordering::Relaxed) > 0
    }
}

impl Queue {
    /// What tells the store when to stop.
    pub fn waits(&self) -> Arc<Waits> {
        Arc::clone(&self.waits)
    }

    /// The next thing to do: the oldest order, else the oldest question, what goes along after all others. While the log
    /// is read only what does without the facts. Waits if there is nothing to do, not even to read.
    pub fn next(&mut self, reading: bool) -> Next {
        while let Ok(asked) = self.receiver.try_recv() {
            self.hear(asked);
        }
        let mut has_rested = false;
        loop {
            let Some(place) = self.first(reading) else {
                self.waits.may_stop.store(false, Ordering::Relaxed);
                if reading {
                    return Next::Nothing;
                }
                match self.receiver.recv() {
                    Ok(asked) => self.hear(asked),
                    Err(_) => return Next::End,
                }
                continue;
            };
            if self.waiting[place].1.waits_for_rest() && !has_rested {
                match self.receiver.recv_timeout(REST) {
                    Ok(asked) => self.hear(asked),
                    Err(RecvTimeoutError::Timeout) => has_rested = true,
                    Err(RecvTimeoutError::Disconnected) => return Next::End,
                }
                continue;
            }
            if let Some((ticket, ask)) = self.waiting.remove(place) {
                let may_stop = !ask.is_order() && self.interrupted != Some(ticket);
                self.waits.may_stop.store(may_stop, Ordering::Relaxed);
                return Next::Ask(ticket, ask);
            }
        }
    }

    /// The place of what is to be done first.
    fn first(&self, reading: bool) -> Option<usize> {
        let first =
            |is: fn(&Ask) -> bool| self.waiting.iter().position(|(_, ask)| is(ask) && !(reading && ask.needs_facts()));
        first(Ask::is_order).or_else(|| first(|ask| !ask.goes_along())).or_else(|| first(|_| true))
    }

    /// Puts back a question that was interrupted, to be answered after what interrupted it, unless that made it needless.
    pub fn put_back(&mut self, ticket: Ticket, ask: Ask) {
        self.interrupted = Some(ticket);
        let heard: Vec<(Ticket, Ask)> = self.receiver.try_iter().collect();
        self.waiting.push_back((ticket, ask));
        heard.into_iter().for_each(|asked| self.hear(asked));
        if let Some(place) = self.waiting.iter().position(|(waiting, _)| *waiting == ticket) {
            let last = self.waiting.remove(place);
            self.waiting.extend(last);
        }
    }

    /// Whether what takes long is to be stopped: she asked for it, or the screen is gone.
    pub fn is_stopped(&mut self) -> bool {
        loop {
            match self.receiver.try_recv() {
                Ok((_, Ask::Stop)) => {
                    self.waits.unheard.fetch_sub(1, Ordering::Relaxed);
                    return true;
                }
                Err(TryRecvError::Disconnected) => return true,
                Ok(asked) => self.hear(asked),
                Err(TryRecvError::Empty) => return false,
            }
        }
    }

    fn hear(&mut self, (ticket, ask): (Ticket, Ask)) {
        self.waits.unheard.fetch_sub(1, Ordering::Relaxed);
        self.waiting.retain(|(_, older)| !ask.makes_needless(older));
        self.waiting.push_back((ticket, ask));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::exchange::{Asked, Row};
    use crate::domain::{Kind, Ref};
    use crate::query::{Filter, Measure, Period, Question};

    fn next(queue: &mut Queue, reading: bool) -> u64 {
        match queue.next(reading) {
            Next::Ask(Ticket(number), _) => number,
            Next::Nothing => 0,
            Next::End => u64::MAX,
        }
    }

    fn look_up(text: &str) -> Ask {
        Ask::LookUp(vec![text.to_owned()])
    }

    #[test]
    fn orders_go_first_and_what_may_be_seen_next_last() {
        let (questions, mut queue) = queue();
        questions.send(Ticket(1), Ask::Ahead(Kind::Person, vec![Row(1)]));
        questions.send(Ticket(2), Ask::Today);
        questions.send(Ticket(3), Ask::Entries(Kind::Person, vec![Row(2)]));
        questions.send(Ticket(4), Ask::Undo);
        assert_eq!([(); 4].map(|()| next(&mut queue, false)), [4, 2, 3, 1]);
        drop(questions);
        assert_eq!(next(&mut queue, false), u64::MAX);
    }

    #[test]
    fn what_answers_the_typing_waits_until_the_screen_rests() {
        let (questions, mut queue) = queue();
        questions.send(Ticket(1), look_up("a"));
        let start = std::time::Instant::now();
        assert_eq!(next(&mut queue, false), 1);
        assert!(start.elapsed() >= REST);
    }

    #[test]
    fn a_newer_question_makes_an_older_one_needless() {
        let (questions, mut queue) = queue();
        questions.send(Ticket(1), look_up("a"));
        questions.send(Ticket(2), Ask::Today);
        questions.send(Ticket(3), look_up("ab"));
        assert_eq!([next(&mut queue, false), next(&mut queue, false)], [2, 3]);
    }

    #[test]
    fn a_table_that_may_be_shown_next_gives_way_to_any_other() {
        let (questions, mut queue) = queue();
        let tables = |place: u64| {
            let period = Period::ALL;
            let question = Question::count(Measure::ALL[place as usize], period, Filter::default());
            Box::new(Asked { question, compare: None })
        };
        questions.send(Ticket(1), Ask::TableAhead(tables(1)));
        questions.send(Ticket(2), Ask::TableAhead(tables(2)));
        questions.send(Ticket(3), Ask::Today);
        assert_eq!([(); 2].map(|()| next(&mut queue, false)), [3, 2]);
        questions.send(Ticket(4), Ask::TableAhead(tables(1)));
        questions.send(Ticket(5), Ask::Table(tables(3)));
        drop(questions);
        assert_eq!([(); 2].map(|()| next(&mut queue, false)), [5, u64::MAX]);
    }

    #[test]
    fn while_the_log_is_read_only_what_does_without_the_facts_is_done() {
        let (questions, mut queue) = queue();
        questions.send(Ticket(1), Ask::Today);
        questions.send(Ticket(2), look_up("a"));
        questions.send(Ticket(3), Ask::Page(Kind::Person, Ref::parse("P1").unwrap()));
        assert_eq!([(); 3].map(|()| next(&mut queue, true)), [2, 3, 0]);
        assert_eq!(next(&mut queue, false), 1);
    }

    #[test]
    fn a_question_is_interrupted_once_and_an_order_never() {
        let (questions, mut queue) = queue();
        let waits = queue.waits();
        questions.send(Ticket(1), Ask::Today);
        let Next::Ask(ticket, ask) = queue.next(false) else { panic!("nothing was asked") };
        assert!(!waits.stops());
        questions.send(Ticket(2), Ask::Undo);
        assert!(waits.stops());
        questions.send(Ticket(5), Ask::Prints);
        queue.put_back(ticket, ask);
        assert_eq!([next(&mut queue, false), next(&mut queue, false)], [2, 5]);
        questions.send(Ticket(3), look_up("a"));
        assert_eq!(next(&mut queue, false), 1);
        questions.send(Ticket(4), Ask::Undo);
        assert!(!waits.stops(), "a question that was interrupted is answered at last");
        assert_eq!(next(&mut queue, false), 4);
        questions.send(Ticket(6), Ask::Prints);
        assert!(!waits.stops(), "an order is not interrupted");
        assert_eq!([next(&mut queue, false), next(&mut queue, false)], [3, 6]);
    }

    #[test]
    fn a_question_that_became_needless_is_not_answered_after_all() {
        let (questions, mut queue) = queue();
        questions.send(Ticket(1), look_up("a"));
        let Next::Ask(ticket, ask) = queue.next(false) else { panic!("nothing was asked") };
        questions.send(Ticket(2), look_up("ab"));
        queue.put_back(ticket, ask);
        assert_eq!(next(&mut queue, false), 2);
        drop(questions);
        assert_eq!(next(&mut queue, false), u64::MAX);
    }
}

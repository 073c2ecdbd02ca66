//! The columns of lists: which there are of each kind, which are shown at first, how wide, and what each shows.

use super::exchange::{By, Entry, Order};
use super::naming::Naming;
use crate::domain::date::clock;
use crate::domain::field::{activity, contact, follow_up, matter, organisation, person, referral, relation};
use crate::domain::{Kind, Lang, Shown, Text, Type, Value};
use crate::i18n::texts::{app as t, lists};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    Field(usize),
    /// The day of a moment.
    Day(usize),
    /// The time of a moment.
    Time(usize),
    /// The person's name, with the sign of protected identity.
    Person,
    Status,
}

/// A column: what it shows, its narrowest and widest width, and how early it goes where there is no room (highest
/// first).
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub what: What,
    pub least: u16,
    pub most: u16,
    pub rank: u8,
}

const fn column(what: What, least: u16, most: u16, rank: u8) -> Column {
    Column { what, least, most, rank }
}

use What::{Day, Field, Person, Status, Time};

/// The columns that a kind's list has at first, in order.
fn usual_columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Contact => {
            const {
                &[
                    column(Day(contact::AT), 10, 10, 0),
                    column(Time(contact::AT), 5, 5, 3),
                    column(Person, 9, 20, 1),
                    column(Field(contact::ROLE), 12, 22, 2),
                    column(Field(contact::SOURCE), 14, 32, 5),
                    column(Field(contact::OFFER), 8, 8, 6),
                    column(Field(contact::SERVICES), 12, 60, 4),
                ]
            }
        }
        Kind::Referral => {
            const {
                &[
                    column(Day(referral::DATE), 10, 10, 0),
                    column(Person, 9, 20, 1),
                    column(Field(referral::KIND), 10, 28, 2),
                    column(Field(referral::ORGANISATION), 14, 50, 4),
                    column(Status, 10, 12, 3),
                ]
            }
        }
        Kind::FollowUp => {
            const {
                &[
                    column(Day(follow_up::DUE), 10, 10, 0),
                    column(Status, 9, 11, 1),
                    column(Person, 9, 20, 2),
                    column(Field(follow_up::TASK), 16, 60, 3),
                    column(Field(follow_up::OUTCOME), 12, 40, 4),
                ]
            }
        }
        Kind::Person => {
            const {
                &[
                    column(Person, 10, 24, 0),
                    column(Field(person::BIRTH), 10, 10, 1),
                    column(Field(person::SEX), 6, 6, 4),
                    column(Field(person::DISTRICT), 12, 24, 3),
                    column(Field(person::AKA), 8, 24, 5),
                    column(Field(person::SAFE_CONTACT), 16, 60, 2),
                ]
            }
        }
        Kind::Activity => {
            const {
                &[
                    column(Day(activity::START), 10, 10, 0),
                    column(Field(activity::KIND), 10, 20, 2),
                    column(Field(activity::TITLE), 16, 60, 1),
                    column(Field(activity::PLACE), 10, 24, 4),
                    column(Field(activity::AUDIENCE), 7, 7, 3),
                ]
            }
        }
        Kind::Matter => {
            const {
                &[
                    column(Day(matter::OPENED), 10, 10, 1),
                    column(Field(matter::TITLE), 16, 60, 0),
                    column(Field(matter::OFFENCE), 14, 40, 2),
                    column(Field(matter::OUTCOME), 10, 20, 3),
                ]
            }
        }
        Kind::Organisation => {
            const {
                &[
                    column(Field(organisation::NAME), 20, 50, 0),
                    column(Field(organisation::KIND), 12, 24, 1),
                    column(Field(organisation::AGREEMENT), 6, 6, 3),
                    column(Field(organisation::COMMITMENT), 16, 60, 2),
                ]
            }
        }
        Kind::Relation => {
            const {
                &[
                    column(Field(relation::PERSON), 10, 24, 0),
                    column(Field(relation::RELATION), 10, 16, 1),
                    column(Field(relation::OTHER), 10, 24, 2),
                    column(Field(relation::NOTE), 10, 60, 3),
                ]
            }
        }
    }
}

/// What a kind's list shows at first.
pub fn usual(kind: Kind) -> Vec<What> {
    usual_columns(kind).iter().map(|column| column.what).collect()
}

/// Everything that a kind's list can show: its fields in their order, then what is derived.
pub fn all(kind: Kind) -> Vec<What> {
    let of_field = |(field, declared): (usize, &crate::domain::Field)| match declared.ty {
        Type::Moment => vec![Day(field), Time(field)],
        _ if Some(field) == kind.date_field() => vec![Day(field)],
        _ if Some(field) == kind.person_field() => vec![Person],
        _ if kind == Kind::Person && field == person::ALIAS => vec![Person],
        _ => vec![Field(field)],
    };
    let mut all: Vec<What> = kind.fields().iter().enumerate().flat_map(of_field).collect();
    all.extend(kind.has_status().then_some(Status));
    // A relation names two people; which is which is said by their fields.
    if kind == Kind::Relation {
        all = (0..kind.fields().len()).map(Field).collect();
    }
    all
}

impl What {
    /// The column's code in a saved view: its field's, `time` for the time of a moment, `status`.
    pub fn code(self, kind: Kind) -> &'static str {
        match (self, self.field(kind)) {
            (Time(_), _) => "time",
            (Status, _) => "status",
            (_, Some(field)) => kind.fields().get(field).map_or("", |field| field.code),
            (_, None) => "",
        }
    }

    /// The column of a kind with that code.
    pub fn of_code(kind: Kind, code: &str) -> Option<What> {
        all(kind).into_iter().find(|what| what.code(kind) == code)
    }

    /// The field that it shows; `None` for what is derived.
    fn field(self, kind: Kind) -> Option<usize> {
        match self {
            Field(field) | Day(field) | Time(field) => Some(field),
            Person if kind == Kind::Person => Some(person::ALIAS),
            Person => kind.person_field(),
            Status => None,
        }
    }

    /// What a list is sorted by to be sorted by this column.
    pub fn by(self, kind: Kind) -> By {
        self.field(kind).map_or(By::Status, By::Field)
    }

    /// The column's head.
    pub fn label(self, kind: Kind, lang: Lang) -> &'static str {
        let text: Option<Text> = match self {
            Day(_) if kind == Kind::Contact => Some(t::COLUMN_DAY),
            Field(field) | Day(field) => kind.fields().get(field).map(|f| f.label),
            Time(_) => Some(t::COLUMN_TIME),
            Person => Some(if kind == Kind::Person { t::COLUMN_ALIAS } else { t::COLUMN_PERSON }),
            Status => Some(t::COLUMN_STATUS),
        };
        text.map_or("", |text| text.get(lang))
    }

    /// The column's head in a list, where an offer takes little room.
    pub fn head(self, kind: Kind, lang: Lang) -> &'static str {
        match self {
            Field(contact::OFFER) if kind == Kind::Contact => t::COLUMN_OFFER.get(lang),
            what => what.label(kind, lang),
        }
    }

    /// What a list shows of a record: as `value`, but the answer to an offer so short that it can be told.
    pub fn cell(self, entry: &Entry, naming: &Naming, today: NaiveDate) -> Shown {
        let code = entry.record.values.get(contact::OFFER).and_then(Value::code);
        let short = match (self, entry.record.kind, code) {
            (Field(contact::OFFER), Kind::Contact, Some("accepted")) => t::OFFER_YES,
            (Field(contact::OFFER), Kind::Contact, Some("declined")) => t::OFFER_NO,
            (Field(contact::OFFER), Kind::Contact, Some("pending")) => t::OFFER_PENDING,
            (Field(contact::OFFER), Kind::Contact, Some("not_made")) => t::OFFER_NOT_MADE,
            _ => return self.value(entry, naming, today),
        };
        Shown::new(short.get(naming.lang))
    }

    /// What it shows of a record, on one line.
    pub fn value(self, entry: &Entry, naming: &Naming, today: NaiveDate) -> Shown {
        let raw = |field: usize| entry.record.values.get(field);
        match self {
            Field(field) => Shown::line(naming.value(entry, field)),
            Day(field) => Shown::new(raw(field).and_then(Value::date).map(|d| d.to_string()).unwrap_or_default()),
            Time(field) => match raw(field) {
                Some(Value::Moment(moment)) => Shown::new(moment.time.map(clock).unwrap_or_default()),
                _ => Shown::default(),
            },
            Person => naming.person(entry),
            Status => naming.status(&entry.record, today),
        }
    }

    /// Its width, and how early it goes: as among the usual columns, else by what the field holds.
    fn column(self, kind: Kind) -> Column {
        if let Some(usual) = usual_columns(kind).iter().find(|column| column.what == self) {
            return *usual;
        }
        let declared = self.field(kind).and_then(|field| kind.fields().get(field));
        let (least, most) = match declared.map(|field| field.ty) {
            Some(Type::Note) => (16, 60),
            Some(Type::Date | Type::Birth | Type::Moment) => (10, 10),
            Some(Type::Number | Type::Every | Type::Flag) => (6, 10),
            Some(Type::Ref) => (6, 10),
            _ => (10, 30),
        };
        let head = declared.map_or(0, |field| field.label.sv.chars().count().min(14) as u16);
        column(self, least.max(head), most.max(head), 4)
    }
}

/// The columns that fit a width, each with its own: those of high rank go first, what is left over widens the others.
pub fn fit(kind: Kind, shown: &[What], width: u16) -> Vec<(What, u16)> {
    let mut fitting: Vec<Column> = shown.iter().map(|what| what.column(kind)).collect();
    let least = |columns: &[Column]| columns.iter().map(|c| c.least + 1).sum::<u16>();
    while fitting.len() > 1 && least(&fitting) > width {
        if let Some(last) = (0..fitting.len()).max_by_key(|&i| fitting[i].rank) {
            fitting.remove(last);
        }
    }
    let mut left = width.saturating_sub(least(&fitting));
    let mut widths: Vec<u16> = fitting.iter().map(|c| c.least).collect();
    while left > 0 {
        let before = left;
        for (width, column) in widths.iter_mut().zip(&fitting) {
            if *width < column.most && left > 0 {
                *width += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    fitting.into_iter().map(|column| column.what).zip(widths).collect()
}

/// What a kind's list can be sorted by from the keyboard: what waits first, then what the columns show.
pub fn sortable(kind: Kind, shown: &[What]) -> Vec<By> {
    let waiting = (kind == Kind::FollowUp).then_some(By::Waiting);
    let mut by: Vec<By> = waiting.into_iter().chain(shown.iter().map(|what| what.by(kind))).collect();
    // Day and time are one thing to sort by.
    by.dedup();
    by
}

/// What a list is sorted by, in words.
pub fn by_label(by: By, kind: Kind, lang: Lang) -> &'static str {
    match by {
        By::Waiting => lists::SORT_WAITING.get(lang),
        by => all(kind).into_iter().find(|what| what.by(kind) == by).map_or("", |what| what.label(kind, lang)),
    }
}

/// The arrow of an order's direction; none for what waits first.
pub fn arrow(order: Order) -> &'static str {
    match order.by {
        By::Waiting => "",
        _ if order.descending => "↓",
        _ => "↑",
    }
}

/// The order that a list has once it is sorted by something: days and numbers downwards at first, the rest upwards, and
/// the other way where it is sorted by that already.
pub fn sorted(before: Order, by: By, kind: Kind) -> Order {
    if before.by == by && by != By::Waiting {
        return Order { descending: !before.descending, ..before };
    }
    let declared = match by {
        By::Field(field) => kind.fields().get(field).map(|field| field.ty),
        By::Status | By::Waiting => None,
    };
    Order { by, descending: matches!(declared, Some(Type::Date | Type::Moment | Type::Number)) }
}

/// An order as a saved view has it: the code of the column, `-` before it if downwards; empty for the usual one.
pub fn order_text(order: Order, usual: Order, kind: Kind) -> String {
    if order == usual {
        return String::new();
    }
    let code = match order.by {
        By::Waiting => "waiting",
        by => all(kind).into_iter().find(|what| what.by(kind) == by).map_or("", |what| what.code(kind)),
    };
    format!("{}{code}", if order.descending { "-" } else { "" })
}

/// The order that a saved view names; the usual one where it names none that there is.
pub fn read_order(text: &str, usual: Order, kind: Kind) -> Order {
    let (code, descending) = text.strip_prefix('-').map_or((text, false), |code| (code, true));
    match What::of_code(kind, code) {
        _ if code == "waiting" && kind == Kind::FollowUp => Order::up(By::Waiting),
        Some(what) => Order { by: what.by(kind), descending },
        None => usual,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_code_of_its_own_and_a_head() {
        for kind in Kind::ALL {
            let all = all(kind);
            for (place, what) in all.iter().enumerate() {
                assert_eq!(What::of_code(kind, what.code(kind)), Some(*what), "{kind:?} {place}");
                assert!(!what.label(kind, Lang::Sv).is_empty());
            }
            assert!(usual(kind).iter().all(|what| all.contains(what)), "{kind:?}");
        }
    }

    #[test]
    fn an_order_is_read_as_it_was_written() {
        for kind in Kind::ALL {
            let usual = Order::usual(kind);
            for what in all(kind) {
                for order in [Order::up(what.by(kind)), Order::down(what.by(kind))] {
                    assert_eq!(read_order(&order_text(order, usual, kind), usual, kind), order);
                }
            }
            assert_eq!(read_order("-nothing", usual, kind), usual);
        }
        let waiting = Order::up(By::Waiting);
        let usual = Order::usual(Kind::FollowUp);
        assert_eq!(order_text(waiting, usual, Kind::FollowUp), "waiting");
        assert_eq!(read_order("waiting", usual, Kind::FollowUp), waiting);
    }

    #[test]
    fn the_same_again_turns_the_order() {
        let day = By::Field(contact::AT);
        let role = By::Field(contact::ROLE);
        let newest = Order::usual(Kind::Contact);
        assert_eq!(sorted(newest, day, Kind::Contact), Order::up(day));
        assert_eq!(sorted(newest, role, Kind::Contact), Order::up(role));
        assert_eq!(sorted(Order::up(role), day, Kind::Contact), newest);
    }
}

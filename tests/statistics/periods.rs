//! Every form of period against the reference's calendar: its ends, its canonical text, and the period before it.

use crate::calendar;
use crate::questions::period;
use crate::random::{Random, day};
use crate::rounds;
use caselog::query::Period;

#[test]
fn periods_agree_with_a_calendar_walked_by_days() {
    for seed in rounds(2_000) {
        let mut random = Random::new(seed);
        let (text, today) = (period(&mut random), day(&mut random));
        let told = format!("{text} on {today}, seed {seed}");
        let expected = calendar::Period::read(&text, today).unwrap();
        let period = Period::parse(&text, today).unwrap_or_else(|e| panic!("{told}: {e:?}"));
        assert_eq!((period.from(), period.to()), (expected.from, expected.to), "{told}");

        let again = Period::parse(&period.to_string(), today).unwrap_or_else(|e| panic!("{told}: {period} {e:?}"));
        assert_eq!(again, period, "{told}: written as {period}");

        let previous = period.previous(today).and_then(|previous| previous.from().zip(previous.to()));
        assert_eq!(previous, expected.previous(today), "before {told}");
    }
}
